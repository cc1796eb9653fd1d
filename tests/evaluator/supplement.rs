//! Rules that stand in an aanvulling say the same of a plan as when they stand in the regioplan itself.

use super::judge::Finding;
use super::metamorphic::{findings, judge, law, same};
use super::plan::FIELDS;
use super::print_plan;
use super::print_region::{blocks, head, rule, text};
use super::region::{Region, Rule};
use super::tool;

/// What is left of a regioplan, and what stands in an aanvulling beside it.
struct Split {
    regioplan: String,
    leidraad: String,
    aanvulling: String,
    moved: usize,
}

fn printed(one: &Rule) -> String {
    rule(one, &format!("regel {0} \"Regel {0}\"", one.id), "")
}

/// Whether an aanvulling can ask it: not of a list or a condition that only the region has, and not of evidence, of which the
/// region says what it holds.
fn can_move(one: &Rule) -> bool {
    let said = printed(one);
    !["keuzelijst", "voorwaarde ", "bewijs", "toegewezen"].iter().any(|word| said.contains(word))
}

fn split(region: &Region) -> Split {
    let (moved, stay): (Vec<Rule>, Vec<Rule>) = region.rules.iter().cloned().partition(can_move);
    let guided = |head: String| head + "  leidraad gids versie \"1\"\n";
    let rest = Region { rules: stay, ..region.clone() };
    let of_offer = |block: &&String| ["kernelement", "thema"].iter().any(|word| block.starts_with(word));
    let mut guide: Vec<String> = blocks(region).iter().filter(of_offer).cloned().collect();
    for one in &region.interventions {
        let theme = if one.theme { "  hoort bij thema wijk\n" } else { "" };
        guide.push(format!("interventie {0} \"{0}\"\n  hoort bij kernelement {1}\n{theme}", one.id, one.element));
    }
    // The same fields: two documents that name one field share it.
    let fields = FIELDS.trim_start().split("\n\n").filter(|block| !block.starts_with("gegevens bewijs"));
    let fields: Vec<String> = fields.map(|block| format!("{}\n", block.trim_end())).collect();
    let rules: Vec<String> = moved.iter().map(printed).collect();
    let own = "aanvulling erbij versie \"1\"\n  naam \"Erbij\"\n  document \"Erbij\"\n";
    let own = format!("{own}  geldt van 1 januari 2015 tot en met 31 december 2035\n");
    Split {
        regioplan: guided(head(&rest)) + &blocks(&rest).join("\n"),
        leidraad: format!(
            "leidraad gids\n  naam \"Gids\"\n  document \"Gids\"\n  versie \"1\" \"Een\"\n\n{}",
            guide.join("\n")
        ),
        aanvulling: guided(own) + "\n" + &fields.join("\n") + "\n" + &rules.join("\n"),
        moved: moved.len(),
    }
}

#[test]
fn a_rule_says_the_same_in_an_aanvulling() {
    let prepare = |region: &mut Region| region.rules.iter_mut().for_each(|rule| rule.not_double = None);
    let all_moved = std::cell::Cell::new(0);
    law(prepare, |region, plans, _| {
        let Split { regioplan, leidraad, aanvulling, moved } = split(region);
        all_moved.set(all_moved.get() + moved);
        if moved == 0 {
            return Ok(());
        }
        let texts: Vec<String> = plans.iter().map(print_plan::text).collect();
        let said = judge(&text(region), &texts);
        let beside = tool::judge_beside(&regioplan, &leidraad, &aanvulling, &texts)
            .map_err(|why| format!("{regioplan}\n---\n{aanvulling}\n---\n{why}"))?;
        let mut beside: Vec<Vec<Finding>> = beside.iter().map(|said| findings(said)).collect();
        for finding in beside.iter_mut().flatten() {
            finding.rule = finding.rule.trim_start_matches("erbij/").to_owned();
        }
        for all in &mut beside {
            all.sort();
        }
        same(&format!("{regioplan}\n---\n{aanvulling}"), (&texts, &said), (&texts, &beside))
    });
    assert!(all_moved.get() >= 4, "{} rules were moved", all_moved.get());
}
