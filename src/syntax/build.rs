//! A parsed clause -> a clause of the tree.
//!
//! The parts of a rule are taken in the order of the grammar, and of what sort each is follows from the tree.

use crate::model::Period as Kind;
use crate::source::Span;

use super::build_expr::targets;
use super::pest_parser::{Build, Built, Part, Parts, Rule, unfit, words};
use super::tree::{
    Body, Case, Clause, Compare, Evidence, Field, Name, Outcome, PastYears, Period, Quoted, Required, Scope,
};

/// Builds one clause.
pub fn clause(part: &Part<'_>) -> Built<Clause> {
    Ok(Clause { span: part.span(), body: head(part, &mut part.parts())? })
}

/// The heads of blocks and of their parts.
fn head(clause: &Part<'_>, parts: &mut Parts<'_>) -> Built<Body> {
    Ok(match clause.rule() {
        Rule::plan_head => Body::Regioplan { id: parts.one()?, version: parts.one()? },
        Rule::guide_head => Body::Leidraad { id: parts.one()? },
        Rule::work_head => Body::Werkplan { id: parts.one()?, version: parts.one()? },
        Rule::supplement_head => Body::Aanvulling { id: parts.one()?, version: parts.one()? },
        Rule::rendering_head => Body::Weergave { id: parts.one()?, title: parts.one()? },
        Rule::indicator_head => Body::Indicator { id: parts.one()?, title: parts.one()? },
        Rule::overview_head => Body::Overzicht { id: parts.one()?, title: parts.one()? },
        Rule::data_head => Body::Gegevens { id: parts.one()?, label: parts.maybe()? },
        Rule::field => Body::Veld(field(parts)?),
        Rule::group_head => Body::Groep { id: parts.one()?, label: parts.one()? },
        Rule::element_head => Body::Kernelement { id: parts.one()?, label: parts.one()? },
        Rule::list_head => Body::Keuzelijst { id: parts.one()?, label: parts.one()? },
        Rule::theme_head => Body::Thema { id: parts.one()?, label: parts.one()? },
        Rule::kind_head => Body::Soort { id: parts.one()?, label: parts.one()? },
        Rule::goal_head => Body::Doel { id: parts.one()?, label: parts.one()? },
        Rule::intervention_head => Body::Interventie { id: parts.one()?, label: parts.one()? },
        Rule::deepening => Body::Verdieping { id: parts.one()?, label: parts.one()? },
        Rule::not_offered => Body::NietAangeboden { period: parts.maybe()?, reason: parts.one()? },
        Rule::minimum => Body::MinimaleEis { id: parts.maybe()?, title: parts.one()? },
        Rule::end_goal => Body::Einddoel { id: parts.maybe()?, title: parts.one()? },
        Rule::condition_head => Body::Voorwaarde { id: parts.one()?, title: parts.one()? },
        Rule::rule_head => Body::Regel { id: parts.one()?, title: parts.one()? },
        Rule::source_head => Body::RegisterBron { id: parts.one()?, section: parts.one()? },
        _ => return of_header(clause, parts),
    })
}

/// What the head of a file says, and what a leidraad or a werkplan says besides.
fn of_header(clause: &Part<'_>, parts: &mut Parts<'_>) -> Built<Body> {
    Ok(match clause.rule() {
        Rule::name => Body::Naam(parts.one()?),
        Rule::document => Body::Document(parts.one()?),
        Rule::judges => Body::Beoordeelt { from: parts.one()?, to: parts.one()? },
        Rule::year_range => Body::Jaren { first: parts.one()?, last: parts.one()? },
        Rule::year_count => Body::JarenTellen { january_from: parts.maybe()? },
        Rule::transition => Body::Transitiejaar(parts.one()?),
        Rule::plan_years => Body::PlanVoorJaren(parts.one()?),
        Rule::programme_end => Body::ProgrammaEindigt(parts.one()?),
        Rule::follows => Body::VolgtLeidraad { id: parts.one()?, version: parts.one()? },
        Rule::beside => Body::SamenMet { id: parts.one()?, version: parts.maybe()? },
        Rule::deviates => Body::WijktAf { rule: parts.one()?, reason: parts.one()? },
        Rule::valid => Body::Geldt { from: parts.one()?, to: parts.one()? },
        Rule::edition => Body::LeidraadVersie { version: parts.one()?, label: parts.one()? },
        Rule::offers => Body::Biedt { at_least: parts.one()?, targets: targets(parts)? },
        Rule::growth => Body::Groei { period: parts.one()?, element: parts.one()?, says: parts.one()? },
        Rule::calculate => {
            Body::Bereken { value: parts.one()?, divisor: parts.maybe()?, percentage: clause.has(Rule::as_percentage) }
        }
        Rule::target_value => {
            let (measure, operand) = parts.one()?;
            Body::Streefwaarde { measure, operand }
        }
        Rule::per => Body::Per(parts.one()?),
        Rule::shows => Body::Toont { label: parts.one()?, value: parts.one()? },
        _ => return of_offer(clause, parts),
    })
}

/// What a region offers.
fn of_offer(clause: &Part<'_>, parts: &mut Parts<'_>) -> Built<Body> {
    Ok(match clause.rule() {
        Rule::consists => match parts.maybe()? {
            Some(set) => Body::BestaatUitSet(set),
            None => Body::BestaatUitNames(parts.one()?),
        },
        Rule::belongs => match parts.maybe()? {
            Some(element) => Body::HoortBijKernelement(element),
            None => Body::HoortBijThema(parts.one()?),
        },
        Rule::part_of => Body::OnderdeelVan(parts.one()?),
        Rule::variants => Body::Varianten(parts.many()?),
        Rule::offered => Body::Aangeboden(parts.one()?),
        Rule::only_kinds => Body::AlleenSoort { kinds: parts.one()?, period: parts.maybe()? },
        Rule::trial => Body::Proef { period: parts.one()?, reason: parts.one()? },
        Rule::own_idea => Body::EigenVoorstel(parts.one()?),
        Rule::assigned => Body::Toegewezen(parts.one()?),
        Rule::without_earlier => Body::ZonderEerdereKeuze,
        Rule::serves => Body::DientDoel(parts.one()?),
        _ => return of_rule(clause, parts),
    })
}

/// When a rule speaks, what it asks and what follows.
fn of_rule(clause: &Part<'_>, parts: &mut Parts<'_>) -> Built<Body> {
    Ok(match clause.rule() {
        Rule::scope => Body::Scope(match (parts.maybe()?, parts.maybe()?) {
            (Some(period), _) => Scope::Each(period),
            (None, Some(years)) => Scope::Together(years),
            (None, None) => Scope::OwnYear,
        }),
        Rule::whole_region => Body::HeleRegio,
        Rule::condition_line => Body::Als(parts.one()?),
        Rule::for_each => Body::VoorElk { set: parts.one()?, same: parts.maybe()? },
        Rule::choose => Body::Kies { amount: parts.one()?, selector: parts.one()? },
        Rule::one_enough => Body::EenGenoeg,
        Rule::demand => Body::Eis(parts.one()?),
        Rule::not_double => Body::NietDubbel { rules: parts.maybe()?.unwrap_or_default() },
        Rule::evidence => Body::Bewijs(Evidence {
            kinds: parts.one()?,
            years: parts.maybe()?,
            filters: parts.many::<Compare>()?,
            age: parts.maybe()?,
        }),
        Rule::judged => Body::Beoordeling { by: parts.one()?, about: parts.maybe()? },
        Rule::at_accounting => Body::PasBijVerantwoording,
        Rule::planned => Body::GeplandTeltMee,
        Rule::not_yet => Body::NogNietVanKracht(parts.one()?),
        Rule::in_force if clause.has(Rule::k_tot) => Body::VanKracht { from: None, until: Some(parts.one()?) },
        Rule::in_force => Body::VanKracht { from: Some(parts.one()?), until: None },
        Rule::standing => Body::Gevolg { case: parts.one()?, outcome: parts.one()?, condition: parts.maybe()? },
        _ => return of_reason(clause, parts),
    })
}

/// Why it stands there; and what a register says of a source.
fn of_reason(clause: &Part<'_>, parts: &mut Parts<'_>) -> Built<Body> {
    Ok(match clause.rule() {
        Rule::also_known => Body::OokBekendAls(parts.many::<Quoted>()?),
        Rule::explanation => Body::Toelichting(parts.one()?),
        Rule::advice => Body::Advies(parts.one()?),
        Rule::reading => Body::Interpretatie(parts.one()?),
        Rule::source_line => Body::Bron(parts.many::<Name>()?),
        Rule::mute => Body::Negeer { code: parts.one()?, reason: parts.one()? },
        Rule::says => Body::Zegt(parts.one()?),
        Rule::informative => Body::Informatie(parts.one()?),
        Rule::regional => Body::Regio(parts.one()?),
        Rule::uncheckable => Body::NietControleerbaar(parts.one()?),
        _ => return Err(parts.unfit()),
    })
}

fn field(parts: &mut Parts<'_>) -> Built<Field> {
    let (id, ty) = (parts.one()?, parts.one()?);
    let mut field = Field {
        id,
        ty,
        required: Required::No,
        short_form: false,
        takes_place: None,
        none_when_empty: None,
        again: None,
        label: None,
    };
    for FieldOption { span, says } in parts.many::<FieldOption>()? {
        let again = match says {
            Says::ShortForm => std::mem::replace(&mut field.short_form, true).then_some("korte vorm"),
            Says::TakesPlace => field.takes_place.replace(span).map(|_| "dag van uitvoering"),
            Says::NoneWhenEmpty => field.none_when_empty.replace(span).map(|_| "leeg is geen"),
            Says::Required(required) => {
                let first = std::mem::replace(&mut field.required, required);
                (!matches!(first, Required::No)).then_some("verplicht")
            }
        };
        field.again = field.again.or(again.map(|word| (span, word)));
    }
    field.label = parts.maybe()?;
    Ok(field)
}

struct FieldOption {
    span: Span,
    says: Says,
}

enum Says {
    ShortForm,
    TakesPlace,
    NoneWhenEmpty,
    Required(Required),
}

impl Build for FieldOption {
    const OF: &[Rule] = &[Rule::field_option];

    fn build(part: &Part<'_>) -> Built<Self> {
        let option = part.inner()?;
        let says = match option.rule() {
            Rule::short_form => Says::ShortForm,
            Rule::takes_place => Says::TakesPlace,
            Rule::none_when_empty => Says::NoneWhenEmpty,
            Rule::required_later => Says::Required(Required::AtAccounting),
            Rule::required_if => Says::Required(Required::If(option.parts().one()?)),
            _ => Says::Required(Required::Always),
        };
        Ok(Self { span: option.span(), says })
    }
}

impl Build for Period {
    const OF: &[Rule] = &[Rule::period];

    fn build(part: &Part<'_>) -> Built<Self> {
        let inner = part.inner()?;
        let parts = &mut inner.parts();
        let (year, years, calendar) = (parts.maybe()?, parts.maybe()?, parts.maybe()?);
        let kind = match (inner.rule(), year, calendar) {
            (Rule::in_years, Some(year), _) => Kind::InYears(vec![year]),
            (Rule::in_years, None, Some(year)) => Kind::InCalendar(year),
            (Rule::in_years, None, None) => Kind::InYears(years.ok_or_else(|| parts.unfit())?),
            (Rule::from, Some(year), _) => Kind::FromYear(year),
            (Rule::from, None, Some(year)) => Kind::FromCalendar(year),
            (Rule::from, None, None) => Kind::FromDate(parts.one()?),
            (Rule::until, Some(year), _) => Kind::UntilYear(year),
            (Rule::until, None, Some(year)) => Kind::UntilCalendar(year),
            (Rule::until, None, None) => Kind::UntilDate(parts.one()?),
            (Rule::between, ..) => Kind::Between(parts.one()?, parts.one()?),
            _ => Kind::Always,
        };
        Ok(Self { span: part.span(), kind })
    }
}

words! {
    standing_case: Case {
        k_voldaan => Met,
        k_niet => NotMet,
        k_ontbreekt => Missing,
    }
}

impl Build for PastYears {
    const OF: &[Rule] = &[Rule::evidence_years];

    fn build(part: &Part<'_>) -> Built<Self> {
        Ok(if part.has(Rule::k_dit) { Self::ThisOrEarlier } else { Self::Earlier })
    }
}

impl Build for Outcome {
    const OF: &[Rule] = &[Rule::outcome];

    fn build(part: &Part<'_>) -> Built<Self> {
        Ok(match part.inner()?.rule() {
            Rule::k_overtreding => Self::Violation,
            Rule::k_waarschuwing => Self::Warning,
            Rule::k_beoordeling => Self::Review(part.parts().one()?),
            Rule::k_later => Self::Later,
            Rule::k_niet => Self::NotVerifiable,
            _ => Self::Fine,
        })
    }
}
