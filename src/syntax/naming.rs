//! What a name stands for by where it stands in its clause, before anybody knows what is declared.

use crate::model::TargetSort;

use super::pest_parser::Rule;

/// What a name stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Naming {
    /// What `kies` counts: a thing of this sort, or of any.
    Target(Option<TargetSort>),
    Element,
    List,
    Theme,
    Goal,
    Intervention,
    Variant,
    /// How something is chosen.
    Kind,
    /// A sort of evidence.
    Evidence,
    Record,
    Group,
    /// A field, or what the language itself knows.
    Field,
    /// A field with a list, or a group: what has members.
    Members,
    /// One of the words of a field.
    Option,
    /// What something is compared with.
    Value,
    Condition,
    Rule,
    /// A rule of the leidraad.
    GuideRule,
    Indicator,
    Overview,
    Rendering,
    Regioplan,
    Guide,
    Supplement,
    /// The code of a remark of `mtvp lint`.
    Remark,
    Source,
}

/// What a name stands for by the rules of the grammar that it stands in, and whether it is declared there.
pub fn naming(within: &[Rule]) -> Option<(Naming, bool)> {
    let (inner, outer) = within.split_last()?;
    let declared = match inner {
        Rule::plan_head | Rule::work_head => Some(Naming::Regioplan),
        Rule::supplement_head => Some(Naming::Supplement),
        Rule::guide_head => Some(Naming::Guide),
        Rule::rendering_head => Some(Naming::Rendering),
        Rule::indicator_head => Some(Naming::Indicator),
        Rule::overview_head => Some(Naming::Overview),
        Rule::data_head => Some(Naming::Record),
        Rule::field => Some(Naming::Field),
        Rule::group_head => Some(Naming::Group),
        Rule::element_head => Some(Naming::Element),
        Rule::list_head => Some(Naming::List),
        Rule::theme_head => Some(Naming::Theme),
        Rule::goal_head => Some(Naming::Goal),
        Rule::intervention_head => Some(Naming::Intervention),
        Rule::variant | Rule::deepening => Some(Naming::Variant),
        Rule::condition_head => Some(Naming::Condition),
        Rule::rule_head | Rule::minimum | Rule::end_goal => Some(Naming::Rule),
        Rule::source_head => Some(Naming::Source),
        Rule::option_type => Some(Naming::Option),
        _ => None,
    };
    declared.map(|naming| (naming, true)).or_else(|| Some((used(*inner, outer)?, false)))
}

fn used(inner: Rule, outer: &[Rule]) -> Option<Naming> {
    let has = |rule: Rule| outer.contains(&rule);
    Some(match inner {
        Rule::target_name => Naming::Target(None),
        Rule::kind_head => Naming::Kind,
        Rule::kinds if has(Rule::evidence) => Naming::Evidence,
        Rule::kinds => Naming::Kind,
        Rule::belongs | Rule::growth => Naming::Element,
        Rule::names if has(Rule::belongs) => Naming::Theme,
        Rule::names if has(Rule::serves) => Naming::Goal,
        Rule::names if has(Rule::not_double) => Naming::Rule,
        Rule::part_of | Rule::ident_list => Naming::Intervention,
        Rule::record_type => Naming::Record,
        Rule::named_cond => Naming::Condition,
        Rule::follows => Naming::Guide,
        Rule::beside => Naming::Supplement,
        Rule::deviates => Naming::GuideRule,
        Rule::mute => Naming::Remark,
        Rule::source_line => Naming::Source,
        Rule::value => Naming::Value,
        Rule::path if outer.last() == Some(&Rule::set) => Naming::Members,
        Rule::path => Naming::Field,
        _ => return None,
    })
}

/// What `kernelement` and the like say of the name behind them.
pub fn target_sort(word: &str) -> Option<TargetSort> {
    Some(match word {
        "kernelement" => TargetSort::Kernelement,
        "keuzelijst" => TargetSort::Keuzelijst,
        "thema" => TargetSort::Thema,
        "interventie" => TargetSort::Interventie,
        _ => return None,
    })
}
