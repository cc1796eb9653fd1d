//! An outline written out as YAML.

use std::fmt::Write as _;

use fastrand::Rng;
use jiff::ToSpan;
use jiff::civil::Date;

use super::EVIDENCE;
use super::choices::{Choice, Element, Outline};
use super::slips::Slip;
use super::words::{INITIALS, NAMES, PRACTICES, SENTENCES, STREETS, TOWNS};

/// The plan as text, with explanations of this many sentences.
pub fn write(outline: &Outline, number: usize, sentences: usize, random: &mut Rng) -> String {
    let mut writer = Writer { outline, sentences, random, out: String::with_capacity(2_500) };
    writer.head(number);
    writer.practice(number);
    writer.signature();
    writer.years();
    writer.out
}

struct Writer<'a> {
    outline: &'a Outline,
    sentences: usize,
    random: &'a mut Rng,
    out: String,
}

impl Writer<'_> {
    fn line(&mut self, indent: usize, text: &str) {
        let _ = writeln!(self.out, "{:indent$}{text}", "");
    }

    fn pick<T: Copy>(&mut self, from: &[T], otherwise: T) -> T {
        self.random.choice(from).copied().unwrap_or(otherwise)
    }

    fn name(&mut self) -> String {
        format!("{} {}", self.pick(&INITIALS, "A."), self.pick(&NAMES, "Bos"))
    }

    fn agb(&mut self) -> String {
        format!("01{:06}", self.random.u32(10_000..1_000_000))
    }

    fn sentence(&mut self) -> String {
        let count = self.random.u8(2..60).to_string();
        self.pick(&SENTENCES, "").replace("{n}", &count)
    }

    /// The sentences are shared out over the first three choices.
    fn explanation(&mut self, place: usize) -> String {
        (place..self.sentences).step_by(3).map(|_| self.sentence()).collect::<Vec<_>>().join(" ")
    }

    fn head(&mut self, number: usize) {
        let start = self.outline.begins.first().copied().unwrap_or_default();
        self.line(0, &format!("# Praktijkplan MTVP van een verzonnen praktijk, nummer {number}"));
        self.line(0, "regioplan: rijn-en-duin@2.7");
        self.line(0, &format!("startkwartaal: {}-Q{}", start.year(), (start.month() + 2) / 3));
        self.line(0, &format!("jaar: {}", self.outline.year));
        self.line(0, &format!("ingediend: {}", self.outline.handed_in));
        self.line(0, if self.outline.accounting { "verantwoording: ja" } else { "verantwoording: nee" });
    }

    fn practice(&mut self, number: usize) {
        let (code, town) = self.pick(&TOWNS, ("2311 AB", "Leiden"));
        let name = format!("Huisartsenpraktijk {}", self.pick(&PRACTICES, "De Linde"));
        self.line(0, "praktijk:");
        self.line(2, &format!("naam: {name}"));
        if self.outline.has(Slip::Twice) {
            self.line(2, &format!("naam: {name} {number}"));
        }
        let agb = self.agb();
        // Whoever types an AGB code into a spreadsheet loses its zero.
        let agb = if self.outline.has(Slip::ShortAgb) { agb.trim_start_matches('0') } else { &agb };
        self.line(2, &format!("agb: {agb}"));
        let address = format!("{} {}", self.pick(&STREETS, "Singel"), self.random.u8(1..200));
        if !self.outline.has(Slip::NoAddress) {
            self.line(2, &format!("adres: {address}, {code} {town}"));
        }
        if self.outline.has(Slip::UnknownField) {
            self.line(2, "openingstijden: van acht tot vijf");
        }
        self.line(2, "praktijkhouders:");
        for holder in 0..self.random.u8(1..4) {
            let name = self.name();
            self.line(4, &format!("- naam: {name}"));
            let agb = self.agb();
            if holder > 0 || !self.outline.has(Slip::HolderWithoutAgb) {
                self.line(6, &format!("agb: {agb}"));
            }
        }
        // Nobody asks for it before the accounting.
        if !self.outline.accounting && self.outline.year > 1 && self.random.bool() {
            return;
        }
        self.line(2, "wijksamenwerkingsverband:");
        self.line(4, &format!("naam: WSV {town}"));
        self.line(4, "overeenkomsten:");
        self.line(6, "- {soort: convenant, partij: sociaal-domein, onderwerp: welzijn-op-recept}");
        self.line(6, "- {soort: samenwerkingsovereenkomst, partij: wijkteam, onderwerp: positieve-gezondheid}");
    }

    fn signature(&mut self) {
        let date = self.outline.handed_in;
        let date =
            if self.outline.has(Slip::DayFirst) { date.strftime("%d-%m-%Y").to_string() } else { date.to_string() };
        let name = self.name();
        self.line(0, &format!("ondertekening: {{plaats: Leiden, datum: {date}, naam: {name}}}"));
    }

    fn years(&mut self) {
        let outline = self.outline;
        self.line(0, "jaren:");
        for ((number, begin), choices) in (1_u8..).zip(&outline.begins).zip(&outline.choices) {
            let own = number == outline.year;
            self.line(2, &format!("{number}:"));
            self.meetings(*begin, own);
            if own && outline.has(Slip::NeitherYesNorNo) {
                self.line(4, "nieuwe-medewerkers: misschien");
            } else if own {
                self.line(4, "nieuwe-medewerkers: nee");
            }
            self.line(4, "interventies:");
            for (place, choice) in choices.iter().enumerate() {
                if own { self.long(choice, place) } else { self.line(6, &format!("{}: {}", choice.name, choice.kind)) }
            }
            if own {
                self.odd_choices();
            }
        }
    }

    fn odd_choices(&mut self) {
        let odd = [
            (Slip::UnknownIntervention, "groepsconsulten: nieuw"),
            (Slip::NotOffered, "vier-d-model: nieuw"),
            (Slip::NeverChosen, "personele-uitbreiding: continuering"),
        ];
        for (_, line) in odd.iter().filter(|(slip, _)| self.outline.has(*slip)) {
            self.line(6, line);
        }
    }

    /// Two meetings in the year, the first within three months, unless that is the slip.
    fn meetings(&mut self, begin: Date, own: bool) {
        let late = self.outline.has(Slip::LateMeeting);
        let first = begin.saturating_add(if late { self.random.i64(130..160) } else { self.random.i64(10..80) }.days());
        let second = begin.saturating_add(self.random.i64(180..330).days());
        if !own || !self.outline.accounting && (self.outline.year > 1 || self.random.bool()) {
            self.line(4, &format!("intervisies: [{first}, {second}]"));
            return;
        }
        self.line(4, "intervisies:");
        for date in [first, second] {
            self.line(6, &format!("- datum: {date}"));
            self.line(8, "niveau: wsv");
            self.line(8, "deelnemers: [huisarts, praktijkmanager, assistente]");
            self.line(8, "agenda: [ervaringen, goede-voorbeelden, spiegelinformatie, verbeteracties]");
            self.line(8, "spiegelinformatie: [regio, eigen-interventies]");
            let action = self.sentence();
            self.line(8, &format!("verbeteracties: [{{actie: {action}, opgevolgd: ja}}]"));
            self.line(8, "meekijkconsulten-besproken: ja");
        }
    }

    /// A choice with its data.
    fn long(&mut self, choice: &Choice, place: usize) {
        let first = place == 0;
        let outline = self.outline;
        let begin = outline.begins.last().copied().unwrap_or_default();
        // What just goes on needs no explanation, unless there is room.
        let goes_on = matches!(choice.kind, "continuering" | "onderhoud");
        if goes_on && !outline.accounting && place >= self.sentences.min(3) {
            self.line(6, &format!("{}: {}", choice.name, choice.kind));
            return;
        }
        self.line(6, &format!("{}:", choice.name));
        self.line(8, &format!("keuze: {}", choice.kind));
        if outline.year == 1 {
            let day = begin.saturating_add(self.random.i64(1..20).days());
            self.line(8, &format!("startdatum: {day}"));
        }
        if matches!(choice.kind, "verdieping" | "doorontwikkeling") && !outline.has(Slip::NoReason) {
            let why = self.sentence();
            self.line(8, &format!("onderbouwing: {why}"));
        }
        if !goes_on && (outline.accounting || outline.year == 1 || self.random.bool()) {
            let goal = self.sentence();
            self.line(8, &format!("doel: {goal}"));
        }
        let how = if place < 3 { self.explanation(place) } else { String::new() };
        if first || !how.is_empty() {
            let number = if first && outline.has(Slip::CitizenNumber) { " Het gaat om 111222333." } else { "" };
            self.line(8, &format!("aanpak: {how}{number}"));
        }
        if outline.accounting {
            let result = self.sentence();
            self.line(8, &format!("resultaat: {result}"));
        }
        if outline.accounting && outline.year == 3 && matches!(choice.element, Element::Talk | Element::Network) {
            let day = begin.saturating_add(self.random.i64(20..200).days());
            self.line(8, &format!("nascholing: [{day}]"));
        }
        if outline.accounting || self.random.u8(..3) == 0 {
            self.facts(choice.name);
        }
        let wanted = outline.accounting || self.random.u8(..5) == 0;
        let missing = first && outline.has(Slip::NoSuchFile);
        if wanted || missing {
            self.evidence(choice.name, missing);
        }
    }

    /// Data that only this intervention asks.
    fn facts(&mut self, name: &str) {
        let count = self.random.u8(8..20);
        let lines: &[&str] = match name {
            "taakherschikking" => &["variant: soh", "methodiek: Een eigen spreekuur met vaste afspraken."],
            "beeldbellen" => &[
                "producten: [beeldbellen, e-mail]",
                "e-consulten: dagelijks",
                "beeldbelconsulten: dagelijks",
                "aanschaf-uit-mtvp: nee",
            ],
            "ehealth-platform" => {
                &["platforms: [Zorgpoort]", "stimuleren: De assistente wijst bij elk gesprek op het platform."]
            }
            "flexibele-consultduur" => &[
                "consultduren: [5, 10, 20, 30]",
                "data-analyse: De meeste drukte is op maandag.",
                "vervolgactie: Het rooster is aangepast.",
            ],
            "meekijkconsulten" => &["leereffect: De huisartsen zien eerder wat zelf kan."],
            "wijkteam" => &["afspraken: [Wijkverpleging, Buurtteam]"],
            _ => &[],
        };
        for line in lines {
            self.line(8, line);
        }
        match name {
            "taakherschikking" => self.line(8, &format!("taken: [{{persoon: assistente, uren-per-week: {count}}}]")),
            "welzijn-op-recept" => self.line(8, &format!("aantal-verwijzingen: {count}")),
            _ => {}
        }
    }

    fn evidence(&mut self, name: &str, missing: bool) {
        let kind = match name {
            "beeldbellen" => "contract",
            "ehealth-platform" => "bewijs-van-afname",
            "flexibele-consultduur" => "rooster",
            "meekijkconsulten" => "uitdraai-zorgdomein",
            "taakherschikking" => "certificaat",
            _ => "deelname",
        };
        let date = self.outline.handed_in.saturating_sub(self.random.i64(30..300).days());
        self.line(8, "bewijs:");
        self.line(10, &format!("- soort: {kind}"));
        self.line(12, &format!("datum: {date}"));
        self.line(12, &format!("bestand: {}", if missing { "bewijs/kwijt.pdf" } else { EVIDENCE }));
        self.line(12, "functie: assistente");
        self.line(12, "nog-in-dienst: ja");
        if name == "positieve-gezondheid" {
            self.line(10, "- soort: samenwerkingsafspraak");
        }
    }
}
