//! A practice plan as plain data, and the fixed fields that every generated regioplan has.

use super::day::{Day, Quarter};
use super::region::{Intervention, Kind};

pub type Record = Vec<(&'static str, Value)>;

#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// The field is there, with nothing in it.
    Blank,
    Text(String),
    /// In millionths.
    Number(i64),
    Day(Day),
    Quarter(Quarter),
    YesNo(bool),
    Word(&'static str),
    List(Vec<Value>),
    Record(Record),
    /// What an empty field might have held: not filled in, but read as this.
    Guess(Box<Value>),
    /// Printed as it stands; no value of the field.
    Mistyped(&'static str),
}

#[derive(Clone, Debug)]
pub struct Choice {
    pub intervention: &'static str,
    pub kind: Kind,
    pub fields: Record,
    pub evidence: Vec<Record>,
    /// Printed in place of the kind, or of the name.
    pub kind_as: Option<&'static str>,
    pub name_as: Option<&'static str>,
}

#[derive(Clone, Debug)]
pub struct Year {
    pub number: i32,
    pub fields: Record,
    pub choices: Vec<Choice>,
}

#[derive(Clone, Debug)]
pub struct Plan {
    pub start: Quarter,
    pub year: i32,
    pub handed_in: Day,
    pub accounting: bool,
    /// `kalenderjaar`, when the plan says it.
    pub calendar_year: Option<i32>,
    pub practice: Record,
    pub years: Vec<Year>,
    /// What the printer draws its style from.
    pub style: u32,
}

/// The fields of the regioplan, as the language has them; `groep` and choice lists come with it.
pub const FIELDS: &str = "
gegevens praktijk
  veld naam: tekst
  veld telling: geheel getal
  veld deel: geheel getal
  veld maat: getal
  veld prijs: bedrag
  veld aandeel: percentage
  veld dag: datum
  veld dag-twee: datum, dag van uitvoering
  veld sinds-kwartaal: kwartaal
  veld vlag: ja of nee
  veld vak: een van arts, poh of assistente
  veld notitie: tekst
  veld leden: lijst van gegevens lid
  veld dagen: lijst van datum, dag van uitvoering
  veld getallen: lijst van geheel getal
  veld rollen: lijst van een van arts, poh of assistente
  veld blok: gegevens blok

gegevens lid
  veld vak: een van arts, poh of assistente
  veld uren: getal
  veld sinds: datum
  veld plek: tekst
  veld cursussen: lijst van datum
  veld nascholing: lijst van datum, leeg is geen

gegevens blok
  veld blokdag: datum
  veld plaats: tekst

gegevens jaar
  veld bijeenkomsten: lijst van gegevens bijeenkomst
  veld jaargetal: geheel getal
  veld toegewezen: lijst van interventie

gegevens bijeenkomst
  veld datum: datum, dag van uitvoering
  veld niveau: een van wsv of klein
  veld personen: geheel getal
  veld plek: tekst

gegevens keuze
  veld startdatum: datum
  veld onderbouwing: tekst
  veld akkoord: ja of nee
  veld inzet: getal

gegevens bewijs
  veld soort: een van certificaat of contract
  veld datum: datum, dag van uitvoering
  veld functie: een van arts of poh

groep artsen \"Artsen\"
  bestaat uit leden met vak arts

groep grote-artsen \"Artsen met een grote baan\"
  bestaat uit artsen met uren meer dan 8
";

/// The lists that hold nothing when they are not filled in.
pub const NONE_WHEN_EMPTY: [&str; 1] = ["nascholing"];

/// The days of members, of which nothing is known when they are not filled in, and of which none are.
pub const COURSES: [&str; 2] = ["cursussen", "nascholing"];

/// Words that only stand where an answer is due, and answer nothing.
pub const FILLERS: [&str; 4] = ["-", "?", "n.v.t.", "x"];

impl Choice {
    /// The fields of the choice, with what the language itself knows of it.
    pub fn record(&self, interventions: &[Intervention]) -> Record {
        let intervention = interventions.iter().find(|i| i.id == self.intervention).unwrap();
        let mut record = self.fields.clone();
        record.push(("soort", Value::Word(self.kind.word())));
        record.push(("interventie", Value::Word(self.intervention)));
        record.push(("kernelement", Value::Word(intervention.element)));
        let evidence = self.evidence.iter().map(|e| Value::Record(e.clone())).collect();
        record.push(("bewijs", Value::List(evidence)));
        record
    }
}

impl Plan {
    /// Whether a year is accounted for: the later years of a plan for more years are still planned.
    pub fn accounts(&self, year: Option<i32>) -> bool {
        self.accounting && year.is_none_or(|year| year <= self.year)
    }

    /// What the plan says that is assigned in a year; nothing when the field is not there.
    pub fn assigned(&self, number: i32) -> Option<Vec<&'static str>> {
        let (_, value) = self.year(number)?.fields.iter().find(|(name, _)| *name == "toegewezen")?;
        let Value::List(items) = value else { return None };
        let name = |item: &Value| match item {
            Value::Word(word) => Some(*word),
            _ => None,
        };
        items.iter().map(name).collect()
    }

    pub fn year(&self, number: i32) -> Option<&Year> {
        self.years.iter().find(|year| year.number == number)
    }

    pub fn chosen(&self, number: i32) -> Vec<&Choice> {
        self.year(number).map(|year| year.choices.iter().collect()).unwrap_or_default()
    }

    pub fn has_chosen(&self, number: i32, intervention: &str) -> bool {
        self.chosen(number).iter().any(|choice| choice.intervention == intervention)
    }
}
