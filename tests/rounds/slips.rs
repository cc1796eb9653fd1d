//! Slips of who fills in a plan, made in the text of a plan in order. They follow what people do, as the README of the shared
//! cases tells it, and know nothing of how the program reads.

use std::collections::BTreeMap;

use fastrand::Rng;

use super::shapes::{Shape, dates, is_kind, months, shape};

/// A plan as lines; a line with a slip gets no second one.
pub struct Page {
    lines: Vec<(String, bool)>,
    /// Of each line which one of the right plan it is, when it is one.
    from: Vec<Option<usize>>,
    /// The right plan.
    right: Vec<String>,
    /// What stands in the place of its lines, when nothing is wrong but what is lacking.
    lacking: BTreeMap<usize, Vec<String>>,
    /// What is put in now takes away a fact.
    loses: bool,
}

/// One way to get a plan wrong.
pub struct Slip {
    pub name: &'static str,
    /// Whether what stood there can be known from what is left; else the practice must say it.
    pub known: bool,
    make: Make,
}

/// What a slip knows of the regioplan: the words of its form.
pub struct Words {
    /// Names of interventions with the label of the form.
    pub interventions: Vec<(String, String)>,
    /// Labels of the kernelementen.
    pub headings: Vec<String>,
    /// Names of fields of the practice with the label of the form.
    pub practice: Vec<(String, String)>,
    pub id: String,
}

type OneLine = fn(&str, &Shape<'_>, &mut Rng) -> Option<String>;

enum Make {
    /// In one line; the new text may be more lines.
    Line(OneLine),
    /// In one line, with the words of the form.
    Named(fn(&Shape<'_>, &Words, &mut Rng) -> Option<String>),
    /// In more lines.
    Whole(fn(&mut Page, &Words, &mut Rng) -> Option<()>),
}

impl Page {
    pub fn of(text: &str) -> Self {
        let right: Vec<String> = text.lines().map(str::to_owned).collect();
        let lines: Vec<(String, bool)> = right.iter().map(|line| (line.clone(), false)).collect();
        Self { from: (0..lines.len()).map(Some).collect(), lines, right, lacking: BTreeMap::new(), loses: false }
    }

    /// The right plan with no slips but those that take away a fact.
    pub fn lacking(&self) -> String {
        let line = |(at, line): (usize, &String)| match self.lacking.get(&at) {
            Some(new) => new.iter().map(|line| format!("{line}\n")).collect(),
            None => format!("{line}\n"),
        };
        self.right.iter().enumerate().map(line).collect()
    }

    pub fn text(&self) -> String {
        self.lines.iter().map(|(line, _)| format!("{line}\n")).collect()
    }

    /// Makes a slip somewhere, when there is a place for it.
    pub fn slip(&mut self, slip: &Slip, words: &Words, draw: &mut Rng) -> bool {
        self.loses = !slip.known;
        let change: &mut dyn FnMut(&str, &Shape<'_>, &mut Rng) -> Option<String> = match &slip.make {
            Make::Whole(make) => return make(self, words, draw).is_some(),
            Make::Line(make) => &mut |line, shape, draw| make(line, shape, draw),
            Make::Named(make) => &mut |_, shape, draw| make(shape, words, draw),
        };
        let mut ways = Vec::new();
        for (number, (line, touched)) in self.lines.iter().enumerate() {
            if let Some(shape) = shape(line).filter(|_| !touched) {
                ways.extend(change(line, &shape, draw).filter(|new| new != line).map(|new| (number, new)));
            }
        }
        if ways.is_empty() {
            return false;
        }
        let (number, new) = ways.swap_remove(draw.usize(..ways.len()));
        self.put(number, 1, &new);
        true
    }

    fn put(&mut self, at: usize, count: usize, new: &str) {
        let new: Vec<(String, bool)> = new.lines().map(|line| (line.to_owned(), true)).collect();
        let old: Vec<Option<usize>> = self.from.splice(at..at + count, new.iter().map(|_| None)).collect();
        let mut text: Vec<String> = new.iter().map(|(line, _)| line.clone()).collect();
        for from in old.into_iter().flatten().filter(|_| self.loses) {
            self.lacking.insert(from, std::mem::take(&mut text));
        }
        self.lines.splice(at..at + count, new);
    }

    /// Puts a line between others.
    fn insert(&mut self, at: usize, line: String) {
        self.lines.insert(at, (line, true));
        self.from.insert(at, None);
    }

    /// Lines that are untouched and of which this holds, with their number.
    fn find(&self, holds: impl Fn(usize, &str) -> bool) -> Vec<usize> {
        let free = self.lines.iter().enumerate().filter(|(_, (_, touched))| !touched);
        free.filter(|(number, (line, _))| holds(*number, line)).map(|(number, _)| number).collect()
    }

    fn line(&self, number: usize) -> Option<&str> {
        self.lines.get(number).map(|(line, _)| line.as_str())
    }
}

const fn line(name: &'static str, make: OneLine) -> Slip {
    Slip { name, known: true, make: Make::Line(make) }
}

/// Every slip.
pub const ALL: &[Slip] = &[
    line("tab before a line", |line, shape, _| {
        (shape.inset >= 2).then(|| format!("{}{}", "\t".repeat(shape.inset / 2), line.trim_start()))
    }),
    line("no space behind the colon", |_, shape, _| {
        let value = shape.plain()?;
        Some(format!("{}{}:{value}", shape.start(), shape.key))
    }),
    line("no colon", |_, shape, _| {
        let value = shape.plain()?;
        Some(format!("{}{} {value}", shape.start(), shape.key))
    }),
    line("equals sign", |_, shape, _| {
        let value = shape.plain()?;
        Some(format!("{}{} = {value}", shape.start(), shape.key))
    }),
    line("semicolon for colon", |_, shape, _| {
        let value = shape.plain()?;
        Some(format!("{}{}; {value}", shape.start(), shape.key))
    }),
    line("choice too far left", |line, shape, draw| {
        is_kind(shape.value).then(|| line[(2 * draw.usize(1..3)).min(shape.inset)..].to_owned())
    }),
    line("choice too far right", |line, shape, draw| {
        is_kind(shape.value).then(|| format!("{}{line}", " ".repeat(draw.usize(1..4))))
    }),
    line("quote that does not end", |_, shape, draw| {
        let quote = if draw.bool() { '"' } else { '\'' };
        let value = shape.plain()?;
        Some(format!("{}{}: {quote}{value}", shape.start(), shape.key))
    }),
    line("quote that does not begin", |_, shape, _| {
        is_kind(shape.value).then(|| format!("{}{}: {}\"", shape.start(), shape.key, shape.value))
    }),
    line("curly quotes", |_, shape, _| {
        let value = shape.plain().filter(|value| is_kind(value) || dates(value).next().is_some())?;
        Some(format!("{}{}: “{value}”", shape.start(), shape.key))
    }),
    line("text over two lines", |line, shape, _| {
        let value = shape.plain().filter(|value| value.len() > 20)?;
        let end = value.char_indices().rev().nth(3)?.0;
        let at = line.len() - value.len() + value[..end].rfind(' ')?;
        Some(format!("{}\n{}", &line[..at], line[at..].trim_start()))
    }),
    line("special blank before a line", |line, shape, _| {
        (shape.inset > 0).then(|| format!("{}{}", "\u{a0}".repeat(shape.inset), line.trim_start()))
    }),
    line("special blank behind the colon", |_, shape, _| {
        Some(format!("{}{}:\u{a0}{}", shape.start(), shape.key, shape.plain()?))
    }),
    line("date: day, month, year", |line, _, draw| {
        let sign = ["-", "/", "."][draw.usize(..3)];
        date(line, draw, |y, m, d| format!("{d}{sign}{m}{sign}{y}"))
    }),
    line("date: two figures for the year", |line, _, draw| date(line, draw, |y, m, d| format!("{d}-{m}-{}", &y[2..]))),
    line("date: in words", |line, _, draw| {
        date(line, draw, |y, m, d| format!("{} {} {y}", d.trim_start_matches('0'), months(m).0))
    }),
    line("date: in English", |line, shape, draw| {
        shape.plain()?;
        date(line, draw, |y, m, d| format!("{} {}, {y}", months(m).1, d.trim_start_matches('0')))
    }),
    line("date: without signs", |line, _, draw| date(line, draw, |y, m, d| format!("{y}{m}{d}"))),
    line("date: year first, other signs", |line, _, draw| date(line, draw, |y, m, d| format!("{y}/{m}/{d}"))),
    line("quarter in another form", |line, shape, draw| {
        let (year, number) = (shape.key == "startkwartaal").then(|| shape.value.split_once("-Q")).flatten()?;
        let new = match draw.u8(..4) {
            0 => format!("Q{number} {year}"),
            1 => format!("{number}e kwartaal {year}"),
            2 => format!("{year} Q{number}"),
            _ => format!("kwartaal {number} {year}"),
        };
        Some(line.replace(shape.value, &new))
    }),
    line("AGB code in another form", |line, shape, draw| {
        let code = (shape.key == "agb" && shape.value.len() == 8).then_some(shape.value)?;
        let new = match draw.u8(..4) {
            0 => format!("{} {}", &code[..2], &code[2..]),
            1 => format!("AGB {code}"),
            2 => code.strip_prefix('0').unwrap_or(code).to_owned(),
            _ => format!("{}-{}", &code[..2], &code[2..]),
        };
        Some(line.replace(code, &new))
    }),
    line("yes and no in another form", |line, shape, draw| {
        let new = match shape.value {
            "ja" => ["Ja.", "J", "yes", "waar"][draw.usize(..4)],
            "nee" => ["Nee.", "N", "no", "onwaar"][draw.usize(..4)],
            _ => return None,
        };
        let at = line.rfind(shape.value)?;
        Some(format!("{}{new}", &line[..at]))
    }),
    line("year in another form", |line, shape, draw| {
        let year = (shape.key == "jaar").then_some(shape.value)?;
        Some(
            line.replace(year, &[format!("jaar {year}"), format!("{year}e"), format!("{year}e jaar")][draw.usize(..3)]),
        )
    }),
    line("kind in another form", |_, shape, draw| {
        let kind = is_kind(shape.value).then_some(shape.value)?;
        let capital = format!("{}{}", kind[..1].to_uppercase(), &kind[1..]);
        let other = match kind {
            "nieuw" => "nieuwe interventie",
            "verdieping" => "verdiepen",
            _ => kind,
        };
        let new = [capital, format!("{kind}."), kind.to_uppercase(), other.to_owned()][draw.usize(..4)].clone();
        Some(format!("{}{}: {new}", shape.start(), shape.key))
    }),
    line("kind misspelt", |_, shape, draw| {
        is_kind(shape.value).then(|| format!("{}{}: {}", shape.start(), shape.key, misspelt(shape.value, draw)))
    }),
    Slip {
        name: "intervention misspelt",
        known: true,
        make: Make::Named(|shape, words, draw| {
            words.interventions.iter().find(|(id, _)| id == shape.key).filter(|(id, _)| id.len() > 6)?;
            Some(format!("{}{}:{}", shape.start(), misspelt(shape.key, draw), shape.rest))
        }),
    },
    Slip {
        name: "intervention with capital and blanks",
        known: true,
        make: Make::Named(|shape, words, draw| {
            words.interventions.iter().find(|(id, _)| id == shape.key)?;
            let name = match draw.u8(..3) {
                0 => shape.key.replace('-', "_"),
                1 => shape.key.replace('-', " "),
                _ => format!("{}{}", shape.key[..1].to_uppercase(), shape.key[1..].replace('-', " ")),
            };
            (name != shape.key).then(|| format!("{}{name}:{}", shape.start(), shape.rest))
        }),
    },
    Slip {
        name: "label of the form for an intervention",
        known: true,
        make: Make::Named(|shape, words, _| {
            let (_, label) = words.interventions.iter().find(|(id, _)| id == shape.key)?;
            (!label.contains(": ")).then(|| format!("{}{label}:{}", shape.start(), shape.rest))
        }),
    },
    Slip {
        name: "label of the form for a field",
        known: true,
        make: Make::Named(|shape, words, _| {
            let (_, label) = words.practice.iter().find(|(id, _)| id == shape.key && shape.inset == 2)?;
            Some(format!("{}{label}:{}", shape.start(), shape.rest))
        }),
    },
    line("field misspelt", |_, shape, draw| {
        let is_field = shape.key.len() > 5 && !is_kind(shape.value) && shape.plain().is_some();
        is_field.then(|| format!("{}{}:{}", shape.start(), misspelt(shape.key, draw), shape.rest))
    }),
    line("field with a capital", |_, shape, _| {
        let key = shape.key;
        key.starts_with(char::is_alphabetic)
            .then(|| format!("{}{}{}:{}", shape.start(), key[..1].to_uppercase(), &key[1..], shape.rest))
    }),
    line("year with its word", |_, shape, draw| {
        let word = if draw.bool() { "jaar " } else { "Jaar " };
        let is_year = shape.inset == 2 && shape.key.len() == 1 && shape.key.parse::<u8>().is_ok();
        is_year.then(|| format!("  {word}{}:{}", shape.key, shape.rest))
    }),
    // In a text a comma at the end says nothing else.
    line("comma at the end", |line, shape, _| {
        let is_word = |value: &&str| is_kind(value) || ["ja", "nee"].contains(value) || dates(value).next().is_some();
        shape.plain().filter(is_word).map(|_| format!("{line},"))
    }),
    // The sign stays in the text.
    Slip {
        name: "number sign in a text",
        known: false,
        make: Make::Line(|line, shape, _| {
            let value = shape.plain().filter(|value| value.len() > 20)?;
            let at = line.len() - value.len() + value.match_indices(' ').nth(1)?.0 + 1;
            Some(format!("{}#{}", &line[..at], &line[at..]))
        }),
    },
    line("dash before a choice", |line, shape, _| {
        is_kind(shape.value).then(|| format!("{}- {}", shape.start(), line.trim_start()))
    }),
    Slip { name: "not chosen", known: true, make: Make::Whole(not_chosen) },
    Slip {
        name: "title above the plan",
        known: true,
        make: Make::Whole(|page, _, _| {
            page.insert(0, "Praktijkplan Meer Tijd Voor de Patiënt".to_owned());
            Some(())
        }),
    },
    Slip {
        name: "special blanks everywhere",
        known: true,
        make: Make::Whole(|page, _, _| {
            for (line, _) in &mut page.lines {
                *line = format!(
                    "{}{}",
                    "\u{a0}".repeat(line.len() - line.trim_start_matches(' ').len()),
                    line.trim_start_matches(' ')
                );
            }
            Some(())
        }),
    },
    Slip { name: "two dashes", known: true, make: Make::Whole(two_dashes) },
    Slip { name: "first line below a name not indented", known: true, make: Make::Whole(first_left) },
    Slip {
        name: "interventies level with the year",
        known: true,
        make: Make::Whole(|page, _, draw| {
            let at = one(&page.find(|_, line| line == "    interventies:"), draw)?;
            page.put(at, 1, "  interventies:");
            Some(())
        }),
    },
    Slip {
        name: "heading of the form",
        known: true,
        make: Make::Whole(|page, words, draw| {
            let at = one(&page.find(|_, line| line == "    interventies:"), draw)?;
            let heading = &words.headings[draw.usize(..words.headings.len())];
            page.insert(at + 1, format!("      {heading}:"));
            Some(())
        }),
    },
    Slip {
        name: "field level with its choice",
        known: true,
        make: Make::Whole(|page, _, draw| {
            let below = |number: usize| {
                page.line(number.wrapping_sub(1)).is_some_and(|line| line.trim_start().starts_with("keuze: "))
            };
            let is_field = |number: usize, line: &str| {
                line.starts_with("        ") && !line.starts_with("         ") && below(number)
            };
            let at = one(&page.find(is_field), draw)?;
            let new = page.line(at)?[2..].to_owned();
            // Else it is the last field, and nothing hangs on it.
            page.line(at + 1).filter(|next| !next.starts_with("        "))?;
            page.put(at, 1, &new);
            Some(())
        }),
    },
    Slip {
        name: "second plan below the first",
        known: true,
        make: Make::Whole(|page, _, _| {
            let again = page.lines.clone();
            page.from.extend(again.iter().map(|_| None));
            page.lines.extend(again.into_iter().map(|(line, _)| (line, true)));
            Some(())
        }),
    },
    Slip {
        name: "wrong region",
        known: true,
        make: Make::Whole(|page, words, _| {
            let other = if words.id == "eemland" { "syntein@2025" } else { "eemland@2026-2027" };
            let at = *page.find(|_, line| line.starts_with("regioplan: ")).first()?;
            page.put(at, 1, &format!("regioplan: {other}"));
            Some(())
        }),
    },
    Slip {
        name: "words that say nothing yet",
        known: false,
        make: Make::Line(|_, shape, draw| {
            let filler = ["nog invullen", "n.v.t.", "-", "volgt", "?"][draw.usize(..5)];
            (shape.inset == 2 && shape.key == "naam").then(|| format!("{}naam: {filler}", shape.start()))
        }),
    },
    Slip {
        name: "needed field left out",
        known: false,
        make: Make::Whole(|page, _, draw| {
            let needed = ["  naam: ", "startkwartaal: ", "      agb: ", "  agb: "];
            let at = one(&page.find(|_, line| needed.iter().any(|start| line.starts_with(start))), draw)?;
            page.put(at, 1, "");
            Some(())
        }),
    },
    Slip {
        name: "list written as a text",
        known: false,
        make: Make::Whole(|page, _, draw| {
            let is_list = |number: usize, line: &str| {
                let inset = line.len() - line.trim_start().len();
                let next = page.line(number + 1).unwrap_or("");
                line.ends_with(':')
                    && next.trim_start().starts_with("- naam: ")
                    && next.len() - next.trim_start().len() > inset
            };
            let at = one(&page.find(is_list), draw)?;
            let inset = |number: usize| page.line(number).map_or(0, |line| line.len() - line.trim_start().len());
            let count = (at + 1..page.lines.len()).take_while(|number| inset(*number) > inset(at)).count();
            page.put(at, count + 1, &format!("{} J. Bakker", page.line(at)?.to_owned()));
            Some(())
        }),
    },
    Slip {
        name: "wrong kind",
        known: false,
        make: Make::Line(|_, shape, draw| {
            let kinds = ["nieuw", "continuering", "doorontwikkeling", "verdieping", "onderhoud"];
            is_kind(shape.value).then(|| format!("{}{}: {}", shape.start(), shape.key, kinds[draw.usize(..5)]))
        }),
    },
    Slip {
        name: "choice left out",
        known: false,
        make: Make::Whole(|page, words, draw| {
            let is_choice = |line: &str| {
                shape(line).is_some_and(|shape| {
                    is_kind(shape.value) && words.interventions.iter().any(|(id, _)| id == shape.key)
                })
            };
            let at = one(&page.find(|_, line| is_choice(line)), draw)?;
            page.put(at, 1, "");
            Some(())
        }),
    },
];

/// A date in the line in another form.
fn date(line: &str, draw: &mut Rng, form: impl Fn(&str, &str, &str) -> String) -> Option<String> {
    let all: Vec<usize> = dates(line).collect();
    let at = one(&all, draw)?;
    let new = form(&line[at..at + 4], &line[at + 5..at + 7], &line[at + 8..at + 10]);
    Some(format!("{}{new}{}", &line[..at], &line[at + 10..]))
}

fn one(all: &[usize], draw: &mut Rng) -> Option<usize> {
    (!all.is_empty()).then(|| all[draw.usize(..all.len())])
}

/// A word with one letter too few, twice, or in the place of its neighbour.
fn misspelt(word: &str, draw: &mut Rng) -> String {
    let at = draw.usize(1..word.len() - 2);
    match draw.u8(..3) {
        0 => format!("{}{}", &word[..at], &word[at + 1..]),
        1 => format!("{}{}", &word[..=at], &word[at..]),
        _ => format!("{}{}{}{}", &word[..at], &word[at + 1..at + 2], &word[at..=at], &word[at + 2..]),
    }
}

/// A line for an intervention that was not chosen.
fn not_chosen(page: &mut Page, words: &Words, draw: &mut Rng) -> Option<()> {
    let at = *page.find(|_, line| line == "    interventies:").last()?;
    let text = page.text();
    let free: Vec<&String> =
        words.interventions.iter().map(|(id, _)| id).filter(|id| !text.contains(&format!("{id}:"))).collect();
    let id = free.get(draw.usize(..free.len().max(1)))?;
    let word = ["n.v.t.", "nee", "-", "niet gekozen", "gestopt"][draw.usize(..5)];
    let inset = page.line(at + 1)?.len() - page.line(at + 1)?.trim_start().len();
    page.insert(at + 1, format!("{}{id}: {word}", " ".repeat(inset)));
    Some(())
}

/// The second line of a member of a list gets a dash as well.
fn two_dashes(page: &mut Page, _: &Words, draw: &mut Rng) -> Option<()> {
    let is_second = |number: usize, line: &str| {
        let above = page.line(number.wrapping_sub(1)).unwrap_or("");
        let inset = |line: &str| line.len() - line.trim_start().len();
        above.trim_start().starts_with("- ") && inset(line) == inset(above) + 2 && shape(line).is_some()
    };
    let at = one(&page.find(is_second), draw)?;
    let line = page.line(at)?;
    let inset = line.len() - line.trim_start().len() - 2;
    let new = format!("{}- {}", " ".repeat(inset), line.trim_start());
    page.put(at, 1, &new);
    Some(())
}

fn first_left(page: &mut Page, _: &Words, draw: &mut Rng) -> Option<()> {
    let is_first = |number: usize, line: &str| {
        let above = page.line(number.wrapping_sub(1)).unwrap_or("");
        let next = page.line(number + 1).unwrap_or("");
        above.ends_with(':')
            && !above.starts_with(' ')
            && line.starts_with("  ")
            && next.starts_with("  ")
            && shape(line).is_some()
            && !line.ends_with(':')
    };
    let at = one(&page.find(is_first), draw)?;
    let new = page.line(at)?.trim_start().to_owned();
    page.put(at, 1, &new);
    Some(())
}
