//! What is wrong with a regioplan -> a problem in the words of the catalogues.

use crate::diagnostic::{Arg, Edit, Join, Problem, Repair, Text};
use crate::model::{TargetSort, Type, Unit};

use super::names::Sort;
use super::paths::ValueType;
use super::problem::{Differs, Fault, Hint, Need, Unknown, What, Wrong};

impl From<Fault> for Problem {
    fn from(fault: Fault) -> Self {
        let (message, help) = words(&fault.wrong);
        let problem = match fault.wrong.warning() {
            Some(code) => Self::new(code, fault.span, message).warning(),
            None => Self::new("taal", fault.span, message),
        };
        let told = match fault.wrong {
            Wrong::SharedMisfit { .. } => "read-here",
            _ => "declared-here",
        };
        let declared = fault.wrong.declared().map(|(name, span)| (span, Text::new(told).with("name", name)));
        let problem = declared.into_iter().fold(problem.help(help), |problem, (span, text)| problem.also(span, text));
        let problem = problem.repair(repair(&fault));
        fault.also.iter().fold(problem, |problem, span| problem.also(*span, Text::new("also-here")))
    }
}

/// A name that was meant instead of one that is not there, at each place where that is told.
fn repair(fault: &Fault) -> Option<Repair> {
    let Wrong::Unknown(Unknown { hint: Hint::Meant(near, _), .. }) = &fault.wrong else { return None };
    let all = std::iter::once(fault.span).chain(fault.also.iter().copied());
    Some(Repair { edits: all.map(|span| Edit::new(span, near)).collect(), certain: false })
}

/// Of a circle so many names are told.
const NAMED: usize = 20;

/// Message and help: one line for each problem, and so a long table.
#[allow(clippy::too_many_lines)]
fn words(wrong: &Wrong) -> (Text, Text) {
    let plain = |message, help| (Text::new(message), Text::new(help));
    let about = |name: &str, message, help| (Text::new(message).with("name", name), Text::new(help).with("name", name));
    match wrong {
        Wrong::NoHead => plain("header-missing", "header-missing-help"),
        Wrong::SecondHead => plain("header-twice", "header-twice-help"),
        Wrong::HeadLacks(what) => about(what, "header-lacks", "header-lacks-help"),
        Wrong::ClauseTwice(what) => about(what, "clause-twice", "clause-twice-help"),
        Wrong::RequiredTwice => about("verplicht", "clause-twice", "required-twice-help"),
        Wrong::Dates => plain("header-dates", "header-dates-help"),
        Wrong::Years => plain("header-years", "header-years-help"),
        Wrong::NoCount => plain("header-count", "header-count-help"),
        Wrong::Transition(year) => about(&year.to_string(), "header-transition", "header-transition-help"),
        Wrong::NoInterventions(name) => about(name, "no-interventions", "no-interventions-help"),
        Wrong::FieldTogether => plain("field-together", "field-together-help"),
        Wrong::PlanYears => plain("header-plan-years", "header-plan-years-help"),
        Wrong::EndsEarly => plain("header-ends-early", "header-ends-early-help"),
        Wrong::DeviatesFromNothing => plain("deviates-from-nothing", "deviates-from-nothing-help"),
        Wrong::Misplaced(places) if places.is_empty() => plain("clause-misplaced", "clause-misplaced-help"),
        Wrong::Misplaced(places) => {
            let places = places.iter().map(|place| format!("`{place}`"));
            let help = Text::new("clause-misplaced-places").with("places", Arg::words(places, Join::Or));
            (Text::new("clause-misplaced"), help)
        }
        Wrong::PeriodMisplaced => plain("clause-misplaced", "clause-misplaced-period-help"),
        Wrong::OnlyInGuide => plain("only-in-guide", "only-in-guide-help"),
        Wrong::NotInGuide => plain("not-in-guide", "not-in-guide-help"),
        Wrong::NotInSupplement => plain("not-in-supplement", "not-in-supplement-help"),
        Wrong::FieldDiffers { name, how, .. } => about(name, differs_id(*how), "veld-differs-help"),
        Wrong::NotHere { rule, why } => {
            let (message, _) = words(why);
            (
                Text::new("rule-not-here").with("rule", rule).with("why", message),
                Text::new("rule-not-here-help").with("rule", rule),
            )
        }
        Wrong::Unknown(unknown) => (Text::new(unknown_id(unknown.what)).with("name", &unknown.name), hint(unknown)),
        Wrong::Twice { name, .. } => (Text::new("declared-twice").with("name", name), Text::new("declared-twice-help")),
        Wrong::Cycle(names) => {
            let more = (names.len() > NAMED).then_some("…");
            let names = names.iter().take(NAMED).map(String::as_str).chain(more);
            (Text::new("cycle").with("names", Arg::words(names, Join::Comma)), Text::new("cycle-help"))
        }
        Wrong::TooDeep(most) => (Text::new("records-too-deep").with("most", *most), Text::new("records-too-deep-help")),
        Wrong::OtherSort { name, real } => about(name, "wrong-sort", sort_help(*real)),
        Wrong::TakesPlaceOfNoDate(name) => about(name, "veld-no-day", "veld-no-day-help"),
        Wrong::NoneOfNoList(name) => about(name, "veld-none-no-list", "veld-none-no-list-help"),
        Wrong::NoneAndRequired(name) => about(name, "veld-none-required", "veld-none-required-help"),
        Wrong::FieldReserved(name) => about(name, "veld-reserved", "veld-reserved-help"),
        Wrong::FieldOfPractice(name) => about(name, "veld-of-practice", "veld-of-practice-help"),
        Wrong::FieldNeedsYear(name) => about(name, "veld-needs-year", "veld-needs-year-help"),
        Wrong::NotARecord(name) => about(name, "not-a-record", "not-a-record-help"),
        Wrong::NotAList(name) => about(name, "not-a-list", "not-a-list-help"),
        Wrong::GroupEmpty(name) => about(name, "groep-empty", "groep-empty-help"),
        Wrong::NotSaidOffered(name) => about(name, "not-said-offered", "not-said-offered-help"),
        Wrong::GuideOffers(name) => about(name, "guide-offers", "guide-offers-help"),
        Wrong::NoElement(name) => about(name, "no-kernelement", "no-kernelement-help"),
        Wrong::TwoElements(name) => about(name, "two-kernelementen", "two-kernelementen-help"),
        Wrong::ListEmpty => plain("keuzelijst-empty", "keuzelijst-empty-help"),
        Wrong::NoEdition => plain("guide-no-edition", "guide-no-edition-help"),
        Wrong::OffersMixed => plain("offers-mixed", "offers-mixed-help"),
        Wrong::Mismatch { need, ty } => (of_type(need_id(*need), ty), compare_help(ty)),
        Wrong::Misfit { ty, meant } => {
            (of_type("wrong-value", ty), meant.map_or_else(|| compare_help(ty), did_you_mean))
        }
        Wrong::MemberIsRecord => plain("member-is-record", "member-is-record-help"),
        Wrong::NotOfMember(set) => about(set, "not-of-member", "not-of-member-help"),
        Wrong::ThoseUnknown(set) => about(set, "those-unknown", "those-unknown-help"),
        Wrong::SetWithoutDate => plain("set-without-date", "set-without-date-help"),
        Wrong::DistinctOfPlain(set) => about(set, "distinct-of-plain", "distinct-of-plain-help"),
        Wrong::DistinctOfRecords(set) => about(set, "distinct-of-records", "distinct-of-records-help"),
        Wrong::UnitsDiffer(first, own) => {
            let text = Text::new("units-differ").with("first", unit_word(*first)).with("own", unit_word(*own));
            (text, Text::new("units-differ-help"))
        }
        Wrong::EuroTimes(unit) => {
            (Text::new("euro-times").with("unit", unit_word(*unit)), Text::new("euro-times-help"))
        }
        Wrong::PlusUnclear => plain("plus-unclear", "plus-unclear-help"),
        Wrong::ListInPath(name) => about(name, "list-in-path", "list-in-path-help"),
        Wrong::NoWord => plain("no-word", "no-word-help"),
        Wrong::DistinctOfMany => plain("distinct-of-many", "distinct-of-many-help"),
        Wrong::ExtremeOfRecords => plain("extreme-of-records", "extreme-of-records-help"),
        Wrong::FilledOfCount => plain("filled-of-count", "filled-of-count-help"),
        Wrong::ChoicesNeedYear => plain("choices-need-year", "choices-need-year-help"),
        Wrong::ConditionEmpty(name) => about(name, "voorwaarde-empty", "voorwaarde-empty-help"),
        Wrong::SharedMisfit { name, why, .. } => {
            let (why, _) = words(why);
            (Text::new("shared-misfit").with("name", name).with("why", why), Text::new("shared-misfit-help"))
        }
        Wrong::AmountZero => plain("amount-zero", "amount-zero-help"),
        Wrong::TargetsAnd => plain("targets-and", "targets-and-help"),
        Wrong::JudgedBesides(by) => about(by, "judged-besides", "judged-besides-help"),
        Wrong::JudgedWhat(by) => about(by, "judged-what", "judged-what-help"),
        Wrong::JudgedFollows => plain("judged-follows", "judged-follows-help"),
        Wrong::AsksNothing(rule) => about(rule, "rule-asks-nothing", "rule-asks-nothing-help"),
        Wrong::PartScope => plain("part-scope", "part-scope-help"),
        Wrong::TwoScopes => plain("two-scopes", "two-scopes-help"),
        Wrong::YearZero => plain("year-zero", "year-zero-help"),
        Wrong::TogetherOnlyChoose => plain("together-only-choose", "together-only-choose-help"),
        Wrong::ForEachPlain(set) => about(set, "for-each-plain", "for-each-plain-help"),
        Wrong::RegionYear => plain("region-year", "region-year-help"),
        Wrong::RegionChooses(None) => plain("region-chooses", "region-chooses-help"),
        Wrong::RegionChooses(Some(those)) => about(those, "region-chooses", "group-counts-choices-help"),
        Wrong::ChoicesOfPractices(None) => plain("choices-of-practices", "choices-of-practices-help"),
        Wrong::ChoicesOfPractices(Some(those)) => about(those, "choices-of-practices", "group-counts-choices-help"),
        Wrong::GroupUnasked(those, true) => about(those, "group-unasked", "group-unasked-practices-help"),
        Wrong::GroupUnasked(those, false) => about(those, "group-unasked", "group-unasked-help"),
        Wrong::EvidenceNeedsChoice => plain("evidence-needs-choice", "evidence-needs-choice-help"),
        Wrong::EvidenceUndeclared => plain("evidence-undeclared", "evidence-undeclared-help"),
        Wrong::NeverInForce => plain("in-force-never", "in-force-never-help"),
        Wrong::Unreachable => plain("consequence-unreachable", "consequence-unreachable-help"),
        Wrong::DoubleKind(rule) => about(rule, "double-kind", "double-kind-help"),
        Wrong::DoubleAlone => plain("double-alone", "double-alone-help"),
        Wrong::IndicatorEmpty(id) => about(id, "indicator-empty", "indicator-empty-help"),
        Wrong::OverviewEmpty(id) => about(id, "overzicht-empty", "overzicht-empty-help"),
        Wrong::NoRegister => plain("register-missing", "register-missing-help"),
        Wrong::Silent(id) => about(id, "register-silent", "register-silent-help"),
        Wrong::TwoReasons(id) => about(id, "register-two-reasons", "register-two-reasons-help"),
        Wrong::Open(id) => about(id, "register-open", "register-open-help"),
        Wrong::Both(id) => about(id, "register-both", "register-both-help"),
    }
}

fn unit_word(unit: Unit) -> Text {
    Text::new(match unit {
        Unit::None => "unit-number",
        Unit::Percent => "unit-percent",
        Unit::Euro => "unit-euro",
    })
}

fn unknown_id(what: What) -> &'static str {
    match what {
        What::Thing(Sort::Element) => "unknown-kernelement",
        What::Thing(Sort::List) => "unknown-keuzelijst",
        What::Thing(Sort::Theme) => "unknown-thema",
        What::Thing(Sort::Goal) => "unknown-doel",
        What::Thing(Sort::Intervention) => "unknown-interventie",
        What::Thing(Sort::Record) => "unknown-gegevens",
        What::Thing(Sort::Condition) => "unknown-voorwaarde",
        What::Field => "unknown-veld",
        What::Option => "unknown-option",
        What::Kind => "unknown-soort",
        What::Evidence => "unknown-bewijs",
        What::Rule => "unknown-regel",
        What::Source => "unknown-bron",
    }
}

fn hint(unknown: &Unknown) -> Text {
    match (&unknown.hint, unknown.what) {
        (Hint::Meant(near, _), _) => did_you_mean(near),
        (Hint::OneOf(known), _) if known.is_empty() => Text::new("nothing-declared"),
        (Hint::OneOf(known), _) => {
            let known = known.iter().map(|name| format!("`{name}`"));
            Text::new("choose-from").with("names", Arg::words(known, Join::Comma))
        }
        (Hint::InRecord(record, _), _) => {
            Text::new("unknown-veld-elsewhere").with("name", &unknown.name).with("record", record)
        }
        (Hint::OfIntervention(intervention, _), _) => {
            Text::new("unknown-veld-of-intervention").with("name", &unknown.name).with("intervention", intervention)
        }
        (Hint::Group, _) => Text::new("unknown-veld-group").with("name", &unknown.name),
        (Hint::OfChoice, _) => Text::new("unknown-veld-of-choice").with("name", &unknown.name),
        (Hint::WholePlan, _) => Text::new("unknown-veld-whole-plan").with("name", &unknown.name),
        (Hint::Declare, What::Source) => Text::new("unknown-bron-help"),
        (Hint::Declare, _) => Text::new("unknown-veld-help").with("name", &unknown.name),
    }
}

fn did_you_mean(near: &str) -> Text {
    Text::new("did-you-mean").with("name", near)
}

fn sort_help(sort: TargetSort) -> &'static str {
    match sort {
        TargetSort::Kernelement => "is-a-kernelement",
        TargetSort::Keuzelijst => "is-a-keuzelijst",
        TargetSort::Thema => "is-a-thema",
        TargetSort::Interventie => "is-an-interventie",
    }
}

fn differs_id(how: Differs) -> &'static str {
    match how {
        Differs::Type => "veld-differs-type",
        Differs::Day => "veld-differs-day",
        Differs::Empty => "veld-differs-empty",
        Differs::Required => "veld-differs-required",
    }
}

fn need_id(need: Need) -> &'static str {
    match need {
        Need::Number => "needs-number",
        Need::Date => "needs-date",
        Need::YesNo => "needs-yes-no",
        Need::Text => "needs-text",
    }
}

fn of_type(message: &'static str, ty: &ValueType) -> Text {
    let name = match ty {
        ValueType::Kind => "type-kind",
        ValueType::Intervention => "type-intervention",
        ValueType::Element => "type-element",
        ValueType::Of(ty) => ty.text_id(),
    };
    Text::new(message).with("type", Text::new(name))
}

/// How to compare what a comparison does not fit.
fn compare_help(ty: &ValueType) -> Text {
    let how = match ty {
        ValueType::Kind | ValueType::Intervention | ValueType::Element => "compare-option",
        ValueType::Of(ty) => match ty {
            Type::Number | Type::Whole | Type::Money | Type::Percentage => "compare-number",
            Type::Date => "compare-date",
            Type::Quarter => "compare-quarter",
            Type::YesNo => "compare-yes-no",
            Type::OneOf(_) | Type::Intervention => "compare-option",
            Type::List(_) => "compare-list",
            Type::Text | Type::Agb | Type::Email => "compare-text",
            Type::File | Type::Record(_) => "compare-filled",
        },
    };
    Text::new("compare-help").with("how", Text::new(how))
}
