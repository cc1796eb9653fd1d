//! What a plan is about: its year, its dates, and what the practice chose in each year.

use fastrand::Rng;
use jiff::ToSpan;
use jiff::civil::Date;

use super::slips::{self, Slip};

/// A choice: intervention, kind, kernelement.
#[derive(Clone, Copy, Debug)]
pub struct Choice {
    pub name: &'static str,
    pub kind: &'static str,
    pub element: Element,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Element {
    Work,
    Talk,
    Network,
    Staff,
}

/// Everything that decides the plan, except its explanations.
#[derive(Debug)]
pub struct Outline {
    pub year: u8,
    pub accounting: bool,
    /// First day of each year up to the own one.
    pub begins: Vec<Date>,
    pub handed_in: Date,
    pub choices: Vec<Vec<Choice>>,
    pub slips: Vec<Slip>,
}

impl Outline {
    pub fn has(&self, slip: Slip) -> bool {
        self.slips.contains(&slip)
    }
}

const WORK: [&str; 5] = ["taakherschikking", "beeldbellen", "ehealth-platform", "flexibele-consultduur", "lean-werken"];
const TALK: [&str; 2] = ["positieve-gezondheid", "solk-alk"];
const NETWORK: [&str; 3] = ["welzijn-op-recept", "meekijkconsulten", "wijkteam"];

/// Draws a plan.
pub fn outline(random: &mut Rng, violations: usize) -> Outline {
    let year = random.u8(1..=3);
    let slips = slips::draw(random, year, violations);
    // The accounting for a year comes when most of it is over.
    let accounting = slips.is_empty() && year < 3 && random.u8(..15) == 0;
    let calendar = if accounting { 2024 } else { 2025 };
    // The programme began in the second quarter of 2023.
    let first = i8::from(calendar - i16::from(year) + 1 == 2023);
    let own = jiff::civil::date(calendar, random.i8(first..4) * 3 + 1, 1);
    let begins: Vec<Date> = (1..=year).map(|n| own.saturating_sub(i64::from(year - n).years())).collect();
    let first = if accounting { own.saturating_add(11.months()) } else { jiff::civil::date(2025, 1, 6) };
    let handed_in = first.max(jiff::civil::date(2025, 1, 6)).saturating_add(random.i64(0..60).days());
    let choices = choices(random, year, calendar, &slips);
    Outline { year, accounting, begins, handed_in, choices, slips }
}

fn choices(random: &mut Rng, own: u8, calendar: i16, slips: &[Slip]) -> Vec<Vec<Choice>> {
    let mut work = WORK.to_vec();
    random.shuffle(&mut work);
    let mut work = work.into_iter();
    let talk = random.choice(TALK).unwrap_or("solk-alk");
    let mut network = NETWORK.to_vec();
    random.shuffle(&mut network);
    network.truncate(random.usize(2..=3));
    let staff = random.u8(..3) == 0 && !slips.contains(&Slip::NeverChosen);
    let mut years: Vec<Vec<Choice>> = Vec::new();
    for year in 1..=own {
        let mut now: Vec<Choice> = Vec::new();
        let mut add = |name, kind, element| now.push(Choice { name, kind, element });
        let earlier: Vec<&'static str> =
            years.last().into_iter().flatten().filter(|c| c.element == Element::Work).map(|c| c.name).collect();
        // Year 3 may deepen something instead of beginning something.
        let deepens = year == 3 && (slips.contains(&Slip::NoReason) || random.bool());
        for (number, name) in earlier.iter().enumerate() {
            add(name, if deepens && number == 0 { "verdieping" } else { "continuering" }, Element::Work);
        }
        if !deepens {
            let training = calendar >= 2025 && year == own && year > 1 && random.u8(..3) == 0;
            let new = if training { Some("trieren") } else { work.next() };
            add(new.unwrap_or("lean-werken"), "nieuw", Element::Work);
        }
        let goes_on = |random: &mut Rng| if random.bool() { "continuering" } else { "onderhoud" };
        let kind = match year {
            1 => "nieuw",
            2 => "doorontwikkeling",
            _ => goes_on(random),
        };
        add(talk, kind, Element::Talk);
        for name in network.iter().filter(|_| year > 1) {
            add(name, if year == 2 { "nieuw" } else { goes_on(random) }, Element::Network);
        }
        if staff {
            add("personele-uitbreiding", if year == 1 { "nieuw" } else { "continuering" }, Element::Staff);
        }
        years.push(now);
    }
    if let Some(now) = years.last_mut() {
        now.retain(|choice| match choice.element {
            Element::Work => !slips.contains(&Slip::NoWork),
            Element::Talk => !slips.contains(&Slip::NoTalk),
            Element::Network => !slips.contains(&Slip::NoNetwork),
            Element::Staff => true,
        });
    }
    years
}
