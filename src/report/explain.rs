//! One rule, intervention, field or built-in check, explained in whole sentences.

use crate::check::BUILT_IN;
use crate::diagnostic::{Arg, Join, Text};
use crate::lint::Lint;
use crate::model::{
    Amount, Cond, Demand, Field, Indicator, Intervention, OfferDemand, Reasons, Record, Ref, Regioplan, Rule, reads,
    say_cond, say_rule, say_type,
};

use super::catalog::{Catalog, escape};
use super::screen::Screen;
use super::show::requirement;
use super::show_more::{formula, offers};

/// What is explained.
#[derive(Clone, Copy)]
pub enum Subject<'m> {
    Rule(&'m Rule),
    Intervention(&'m Intervention),
    Field(&'m Record, &'m Field),
    Indicator(&'m Indicator),
    /// What a leidraad asks of a regioplan.
    Offer(&'m OfferDemand),
    BuiltIn(&'static str),
}

impl<'m> Subject<'m> {
    /// Its name in the regioplan.
    #[must_use]
    pub fn id(self) -> &'m str {
        self.named().0
    }

    /// Its name in the regioplan, and its title.
    #[must_use]
    pub fn named(self) -> (&'m str, &'m str) {
        match self {
            Self::Rule(rule) => (&rule.id, &rule.title),
            Self::Intervention(intervention) => (&intervention.id, &intervention.label),
            Self::Field(_, field) => (&field.id, &field.label),
            Self::Indicator(indicator) => (&indicator.id, &indicator.title),
            Self::Offer(demand) => (&demand.id, &demand.title),
            Self::BuiltIn(id) => (id, id),
        }
    }
}

/// Finds a subject by its name: rules first, then interventions, fields and built-in checks. An intervention may be named
/// as people call it, with a hyphen for each space.
#[must_use]
pub fn find<'m>(model: &'m Regioplan, name: &str) -> Option<Subject<'m>> {
    let rule = model.rules.iter().find(|rule| rule.id == name).map(Subject::Rule);
    let is_called = |called: &str| called.to_lowercase().replace(' ', "-") == name;
    let called =
        || model.interventions.iter().find(|i| is_called(&i.label) || i.also_known.iter().any(|k| is_called(k)));
    let intervention = || model.interventions.iter().find(|i| i.id == name).or_else(called).map(Subject::Intervention);
    let field = || {
        let all = model.records.iter().flat_map(|record| record.fields.iter().map(move |field| (record, field)));
        let mut found = all.filter(|(_, field)| field.id == name);
        found.next().map(|(record, field)| Subject::Field(record, field))
    };
    let indicator = || model.indicators.iter().find(|one| one.id == name).map(Subject::Indicator);
    let offer = || model.offer_demands.iter().find(|one| one.id == name).map(Subject::Offer);
    rule.or_else(intervention)
        .or_else(indicator)
        .or_else(offer)
        .or_else(field)
        .or_else(|| BUILT_IN.into_iter().find(|id| *id == name).map(Subject::BuiltIn))
}

/// Names near the one that was asked for.
#[must_use]
pub fn suggestions(model: &Regioplan, name: &str) -> Vec<String> {
    let rules = model.rules.iter().map(|rule| rule.id.as_str());
    let interventions = model.interventions.iter().map(|i| i.id.as_str());
    let interventions = interventions.chain(model.indicators.iter().map(|one| one.id.as_str()));
    let fields = model.records.iter().flat_map(|record| record.fields.iter().map(|field| field.id.as_str()));
    let mut near: Vec<(usize, &str)> = rules
        .chain(interventions)
        .chain(fields)
        .chain(BUILT_IN)
        .chain(Lint::ALL.map(Lint::code))
        .map(|known| (strsim::damerau_levenshtein(name, known), known))
        .filter(|(distance, known)| *distance <= known.len() / 3 + 1 || known.contains(name) && name.len() > 2)
        .collect();
    near.sort_unstable();
    near.dedup();
    near.into_iter().take(5).map(|(_, known)| known.to_owned()).collect()
}

/// The explanation; `good` and `bad` are example plans with their paths.
#[must_use]
pub fn explain(
    model: &Regioplan,
    subject: Subject<'_>,
    good: Option<(&str, &str)>,
    bad: Option<(&str, &str)>,
    screen: Screen,
    catalog: &Catalog,
) -> String {
    let mut page = Page { model, screen, catalog, out: String::new() };
    match subject {
        Subject::Rule(rule) => page.rule(rule),
        Subject::Intervention(intervention) => page.intervention(intervention),
        Subject::Field(record, field) => page.field(record, field),
        Subject::Indicator(indicator) => page.indicator(indicator),
        Subject::Offer(demand) => page.offer(demand),
        Subject::BuiltIn(id) => page.built_in(id),
    }
    page.example("explain-good", good);
    page.example("explain-bad", bad);
    page.out
}

struct Page<'a> {
    model: &'a Regioplan,
    screen: Screen,
    catalog: &'a Catalog,
    out: String,
}

impl Page<'_> {
    fn line(&mut self, indent: &str, text: &Text) {
        self.out.push_str(&self.screen.paragraph(indent, &self.catalog.say(text)));
    }

    fn head(&mut self, id: &'static str) {
        self.out.push('\n');
        self.line("", &Text::new(id));
    }

    fn title(&mut self, id: &str, title: &str) {
        let text = Text::new("explain-title")
            .with("id", id)
            .with("title", title)
            .with("region", &self.model.name)
            .with("version", &self.model.version);
        self.line("", &text);
    }

    fn sentences(&mut self, rule: &Rule) {
        for sentence in say_rule(rule) {
            self.line("  ", &sentence);
        }
    }

    fn offer(&mut self, demand: &OfferDemand) {
        self.title(&demand.id, &demand.title);
        self.head("explain-guide-asks");
        self.line("  ", &offers(demand));
        self.reasons(&demand.reasons);
    }

    fn indicator(&mut self, indicator: &Indicator) {
        self.title(&indicator.id, &indicator.title);
        self.head("explain-indicator");
        self.line("  ", &formula(indicator));
        self.reasons(&indicator.reasons);
    }

    fn rule(&mut self, rule: &Rule) {
        self.title(&rule.id, &rule.title);
        if let Some(intervention) = rule.owner.intervention().and_then(|id| self.model.intervention(id)) {
            self.line("", &Text::new("explain-part-of").with("name", &intervention.label).with("id", &intervention.id));
        }
        self.head("explain-asks");
        self.sentences(rule);
        if rule.reasons.advice.is_empty() && !rule.demands.is_empty() {
            self.head("explain-how");
            for demand in &rule.demands {
                let text = self.how(demand);
                self.line("  ", &text);
            }
        }
        self.reasons(&rule.reasons);
    }

    /// How to comply with a demand, made from the demand itself.
    fn how(&self, demand: &Demand) -> Text {
        match demand {
            Demand::Choose { amount: Amount::AtMost(_) | Amount::None, .. } => Text::new("help-choose-fewer"),
            Demand::Choose { selector, .. } => {
                let ids = selector.targets.iter().flat_map(|target| &target.members);
                let open = ids
                    .filter_map(|id| self.model.intervention(*id))
                    .filter(|i| !i.offered.is_empty() && i.assigned.is_none());
                let mut names: Vec<String> = Vec::new();
                for name in open.map(|i| format!("`{}`", i.id)) {
                    if !names.contains(&name) {
                        names.push(name);
                    }
                }
                Text::new("help-choose").with("names", Arg::words(names, Join::Or))
            }
            Demand::Evidence { kinds, .. } => {
                Text::new("help-evidence").with("kinds", Arg::words(kinds.iter().map(|k| format!("`{k}`")), Join::Or))
            }
            Demand::Cond(Cond::Filled { target: Ref::Path(path), negated: false }) => {
                Text::new("help-fill-in").with("fields", format!("`{}`", path.words))
            }
            Demand::Cond(cond) => Text::new("explain-make-true").with("cond", say_cond(cond)),
        }
    }

    fn intervention(&mut self, intervention: &Intervention) {
        self.title(&intervention.id, &intervention.label);
        if let Some(element) = self.model.elements.get(intervention.element) {
            self.line("", &Text::new("explain-element").with("name", &element.label));
        }
        if let Some(whole) = intervention.part_of.and_then(|id| self.model.intervention(id)) {
            self.line("", &Text::new("explain-part-of").with("name", &whole.label).with("id", &whole.id));
        }
        let goals: Vec<&str> =
            intervention.goals.iter().filter_map(|n| self.model.goals.get(*n)).map(|g| g.label.as_str()).collect();
        if !goals.is_empty() {
            self.line("", &Text::new("explain-goals").with("names", Arg::words(goals, Join::Comma)));
        }
        if !intervention.also_known.is_empty() {
            self.line(
                "",
                &Text::new("explain-also-known").with("names", Arg::words(&intervention.also_known, Join::Comma)),
            );
        }
        self.head("explain-offer");
        for period in &intervention.offered {
            self.line("  ", &Text::new("explain-offered").with("period", crate::model::say_period(period)));
        }
        for refusal in &intervention.not_offered {
            let period = crate::model::say_period(&refusal.period);
            self.line("  ", &Text::new("explain-not-offered").with("period", period).with("reason", &refusal.reason));
        }
        for trial in &intervention.trials {
            let period = crate::model::say_period(&trial.period);
            self.line("  ", &Text::new("explain-trial").with("period", period).with("reason", &trial.reason));
        }
        self.options("explain-variants", &intervention.variants);
        self.options("explain-deepenings", &intervention.deepenings);
        let id = self.model.find_intervention(&intervention.id);
        for rule in self.model.rules.iter().filter(|rule| rule.owner.intervention() == id) {
            self.out.push('\n');
            self.line("", &Text::new("explain-own-rule").with("title", &rule.title).with("id", &rule.id));
            self.sentences(rule);
        }
        self.reasons(&intervention.reasons);
    }

    fn options(&mut self, head: &'static str, options: &[(String, String)]) {
        if options.is_empty() {
            return;
        }
        self.head(head);
        for (id, label) in options {
            self.line("  ", &Text::new("explain-option").with("id", id).with("label", label));
        }
    }

    fn field(&mut self, record: &Record, field: &Field) {
        self.title(&field.id, &field.label);
        let place = record.id.strip_prefix("keuze ").unwrap_or(&record.id);
        self.line("", &Text::new("explain-field-of").with("record", place));
        self.head("explain-asks");
        self.line("  ", &Text::new("explain-field-type").with("type", say_type(self.model, &field.ty)));
        self.line("  ", &Text::new("explain-field-required").with("required", requirement(&field.required)));
        // A field that need not be filled in by itself may still be asked by a rule.
        let reading = self.model.rules.iter().filter(|rule| reads(rule, &field.id));
        let names: Vec<String> = reading.map(|rule| format!("`{}`", rule.id)).collect();
        if !names.is_empty() {
            let text = Text::new("explain-field-rules").with("id", &field.id);
            self.line("  ", &text.with("names", Arg::words(names, Join::Comma)));
        }
        let explanation = field.explanation.iter().cloned().collect();
        self.reasons(&Reasons { explanation, sources: field.sources.clone(), ..Reasons::default() });
    }

    fn built_in(&mut self, id: &'static str) {
        self.line("", &Text::new("explain-built-in-title").with("id", id));
        self.head("explain-asks");
        self.line("  ", &Text::new(built_in_text(id)));
    }

    fn reasons(&mut self, reasons: &Reasons) {
        for (head, texts) in [
            ("explain-why", &reasons.explanation),
            ("explain-reading", &reasons.reading),
            ("explain-how", &reasons.advice),
        ] {
            if texts.is_empty() {
                continue;
            }
            self.head(head);
            for text in texts {
                self.out.push_str(&self.screen.paragraph("  ", &escape(text)));
            }
        }
        if !reasons.sources.is_empty() {
            self.head("explain-sources");
        }
        for statement in reasons.sources.iter().filter_map(|index| self.model.register.get(*index)) {
            let text = Text::new("explain-source")
                .with("id", &statement.id)
                .with("section", &statement.section)
                .with("says", &statement.says);
            self.line("  ", &text);
        }
    }

    fn example(&mut self, head: &'static str, example: Option<(&str, &str)>) {
        let Some((path, text)) = example else { return };
        self.out.push('\n');
        self.line("", &Text::new(head).with("path", path));
        for line in text.lines() {
            self.out.push_str("    ");
            self.out.push_str(&escape(line));
            self.out.push('\n');
        }
    }
}

/// The explanation of a built-in check.
pub fn built_in_text(id: &str) -> &'static str {
    match id {
        "yaml" => "built-in-yaml",
        "dubbele-sleutel" => "built-in-dubbele-sleutel",
        "onbekend-veld" => "built-in-onbekend-veld",
        "verplicht-veld" => "built-in-verplicht-veld",
        "verkeerde-waarde" => "built-in-verkeerde-waarde",
        "bestand-ontbreekt" => "built-in-bestand-ontbreekt",
        "bsn" => "built-in-bsn",
        "regioplan-onbekend" => "built-in-regioplan-onbekend",
        "regioplan-niet-geldig" => "built-in-regioplan-niet-geldig",
        "jaar-buiten-regioplan" => "built-in-jaar-buiten-regioplan",
        "jaar-ontbreekt" => "built-in-jaar-ontbreekt",
        "jaar-en-startkwartaal" => "built-in-jaar-en-startkwartaal",
        "onbekende-interventie" => "built-in-onbekende-interventie",
        "niet-aangeboden" => "built-in-niet-aangeboden",
        _ => "built-in-soort-keuze",
    }
}
