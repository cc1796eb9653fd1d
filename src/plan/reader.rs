//! What stands in a plan -> values, record by record. Types come from the declarations; all problems are kept.

use std::cell::{Cell, OnceCell};
use std::collections::{BTreeSet, HashMap};

use crate::diagnostic::{Arg, Join, Text};
use crate::model::{
    CHOICE, Contents, Field, FieldId, Filled, Record, RecordId, Requirement, Resting, Supplement, Type, name_path,
};
use crate::source::Span;
use crate::value::{Form, Value, name_distance, name_key, same_name};

use super::blocks;
use super::frame;
use super::homes::{Belongs, Stray, belongs, called, quoted};
use super::kinds;
use super::names::{self, Meant};
use super::scalars::{self, Wrong};
use super::trail::Trail;
use super::unknown::{Stands, unknown_intervention};
use super::value::{Content, Entry, FileRef, RecordValue};
use super::whole::cut_text;
use super::yaml::{Node, NodeKind};
use super::{Issue, Issues};

/// Of so many unknown names in a plan it is sought which field is meant; of more, none is told one by one.
pub const SOUGHT: usize = 50;

/// What reading carries along.
pub struct Reader<'m> {
    /// The text as written.
    pub text: &'m str,
    pub model: &'m Contents,
    /// The aanvullingen that belong beside it and are not in force.
    pub resting: &'m [Resting],
    /// The first year of the programme; figures have no programme years.
    pub first_year: Option<u8>,
    /// Interventions of other regioplannen, with the name of the region.
    pub elsewhere: &'m [(String, String)],
    /// The year that the plan is for.
    pub own: Option<u8>,
    pub issues: Issues,
    pub files: Vec<FileRef>,
    /// How much stands where it is not known.
    pub astray: usize,
    /// The text is read as it was written: no slip of writing was mended in it.
    pub as_written: bool,
    /// What stands out of its place, and was told to belong elsewhere.
    pub strays: Vec<Stray>,
    /// Words for a kind that stand in the place of a field, and were told to belong behind `keuze`.
    pub kind_words: Vec<Span>,
}

impl Reader<'_> {
    /// Whether a programme year is the first one.
    pub fn is_first(&self, year: u8) -> bool {
        self.first_year == Some(year)
    }

    /// Whether a field is called just so in a record: one of its own, or of an aanvulling that is not in force.
    pub fn is_declared(&self, name: &str, id: RecordId) -> bool {
        let record = self.model.record(id);
        record.position(name).is_some() || resting(self.resting, record, id, name).is_some()
    }

    /// Whether a name that no field has stands for `keuze`, and for no field.
    pub fn is_for_kind(&self, name: &str, id: RecordId) -> bool {
        let record = self.model.record(id);
        let called = || {
            let own = names::is_bare(name, "keuze");
            if own {
                !names::called_in(name, record).is_empty()
            } else {
                names::of_field(name, record, self.model).is_some()
            }
        };
        is_kind_key(name) && !self.is_declared(name, id) && !called()
    }

    /// Reads a mapping as a record; `also` names keys that somebody else reads.
    pub fn record(
        &mut self,
        node: &Node<'_>,
        id: RecordId,
        place: Span,
        trail: &Trail<'_>,
        also: &[&str],
    ) -> RecordValue {
        let mut value = RecordValue::empty(place);
        let model = self.model;
        let record = model.record(id);
        let Some(pairs) = node.pairs() else {
            if !node.is_blank() && !node.is_twice() {
                let help = Text::new("expected-fields").with("fields", field_names(record, also));
                self.issues.push(scalars::wrong(node, &record.label, help).on(trail));
            }
            value.unread = !node.is_blank();
            return value;
        };
        value.values.widen(&record.fields);
        let spelt = OnceCell::new();
        // Fields that stand here by another name as well, with something else behind it.
        let mut doubled: Vec<(FieldId, Span)> = Vec::new();
        for (key, node) in pairs {
            let Some(name) = key.text() else { continue };
            if also.iter().any(|known| same_name(known, name)) {
                continue;
            }
            if key.is_lost() {
                value.unread = true;
                continue;
            }
            let is_known = record.position(name).is_some();
            if let Some(supplement) = resting(self.resting, record, id, name).filter(|_| !is_known) {
                self.issues.push(not_in_force(key, name, supplement).on(&Trail::Key(trail, name)));
                continue;
            }
            let known = record.position(name).or_else(|| {
                if let Some(fixed) = fixed(name, record, also, spelt.get_or_init(|| spellings(pairs))) {
                    self.issues.push(misspelt(self.text, (key, node), name, fixed).on(&Trail::Key(trail, name)));
                    return None;
                }
                let meant = self.unknown((key, node), name, record, also, pairs, trail);
                let own = |index: FieldId| stands(pairs, key, index, record, model);
                let beside = meant.and_then(|index| Some((index, own(index)?)));
                if let Some((index, (_, other))) = beside {
                    doubled.extend((!other.says_same(node)).then_some((index, key.span)));
                    return None;
                }
                if meant.is_none() {
                    self::meant(&mut value, record, key, name, model, self.astray <= SOUGHT);
                }
                meant
            });
            let Some(index) = known else { continue };
            let field = record.fields.get(index);
            if node.is_twice() && value.entry(index).is_some() {
                continue;
            }
            let read = self.value(node, &field.ty, field, key.span, &Trail::Key(trail, name));
            if let Some(slot) = value.values.slot(index) {
                // Nothing has no place of its own.
                let span = if node.is_blank() { key.span } else { node.span };
                *slot = Some(Entry { key: key.span, span, content: read });
            }
        }
        for (index, key) in doubled {
            if let Some(slot) = value.values.slot(index) {
                *slot = Some(Entry { key, span: key, content: Content::Invalid });
            }
        }
        value
    }

    /// Tells of a field that nobody declares; the one of the record that is surely meant.
    fn unknown(
        &mut self,
        (key, node): (&Node<'_>, &Node<'_>),
        name: &str,
        record: &Record,
        also: &[&str],
        pairs: &[(Node<'_>, Node<'_>)],
        trail: &Trail<'_>,
    ) -> Option<FieldId> {
        self.astray += 1;
        let sought = (self.astray <= SOUGHT).then(|| names::of_field(name, record, self.model)).flatten();
        let (issue, meant) = match sought {
            Some(Meant::Field(index)) => {
                let field = record.fields.get(index);
                let id = field.id.as_str();
                let text = Text::new("unknown-key").with("key", name);
                let called: Vec<&str> =
                    [id, field.label.as_str()].into_iter().chain(field.also_known.iter().map(String::as_str)).collect();
                let besides = names::besides(name, &called);
                let mut repair = blocks::renamed(self.text, key, id, besides, node);
                let doubted = name.contains('~') || names::is_unticked(name) || besides.is_some_and(names::doubts);
                if let Some(repair) = &mut repair {
                    repair.certain &= !doubted;
                }
                let issue = Issue::new("onbekend-veld", key.span, text).repair(repair);
                let issue = issue.help(Text::new("did-you-mean").with("name", id));
                let own = stands(pairs, key, index, record, self.model);
                (self.beside(issue, (key, node), own, id), Some(index))
            }
            Some(Meant::Within(index)) => {
                let text = Text::new("unknown-key").with("key", name);
                let help = match belongs(name, record, self.model) {
                    Some(Belongs { help, homes }) => {
                        self.strays.push(Stray {
                            key: key.span,
                            said: node.text().map(str::to_owned),
                            year: trail.year(),
                            homes,
                        });
                        help
                    }
                    None => self.within(name, record, index),
                };
                (Issue::new("onbekend-veld", key.span, text).help(help), None)
            }
            Some(Meant::Several(fields)) => {
                let ids = fields.iter().map(|at| record.fields.get(*at).id.as_str());
                let text = Text::new("unknown-key").with("key", name);
                let help = Text::new("several-fields").with("count", fields.len()).with("names", quoted(ids));
                (Issue::new("onbekend-veld", key.span, text).help(help), None)
            }
            None if self.astray > SOUGHT => {
                (Issue::new("onbekend-veld", key.span, Text::new("unknown-key").with("key", name)), None)
            }
            None => {
                let found = belongs(name, record, self.model);
                let told = Cell::new(false);
                let home = || {
                    told.set(true);
                    found.as_ref().map(|found| found.help.clone())
                };
                // What is called just so elsewhere is no slip in a name of this place.
                let issue = if found.as_ref().is_some_and(|found| found.is_exact(name)) {
                    let text = Text::new("unknown-key").with("key", name);
                    home().into_iter().fold(Issue::new("onbekend-veld", key.span, text), Issue::help)
                } else {
                    self.kind_words.extend(is_kind_word(name, record, also).then_some(key.span));
                    let issue = unknown_key(key, name, record, also, &home);
                    let near = near_key(name, record, also);
                    let own = near.and_then(|near| pairs.iter().find(|(own, _)| own.text() == Some(near)));
                    self.beside(issue, (key, node), own, near.unwrap_or_default())
                };
                let homes = found.filter(|_| told.get()).map(|found| found.homes).unwrap_or_default();
                let said = node.text().map(str::to_owned);
                if !homes.is_empty() {
                    self.strays.push(Stray { key: key.span, said, year: trail.year(), homes });
                }
                (issue, None)
            }
        };
        self.issues.push(issue.on(&Trail::Key(trail, name)));
        meant
    }

    /// What is said of another name of something, when that stands here as well.
    fn beside(
        &self,
        issue: Issue,
        (key, node): (&Node<'_>, &Node<'_>),
        own: Option<&(Node<'_>, Node<'_>)>,
        id: &str,
    ) -> Issue {
        let own = own.map(|(own, other)| (own.span, other.says_same(node)));
        own.into_iter().fold(issue, |issue, own| already(self.text, issue, (key, node), own, id))
    }

    /// That a name belongs below a field of the record.
    fn within(&self, name: &str, record: &Record, index: FieldId) -> Text {
        let field = record.fields.get(index);
        let fields = names::inner(&field.ty, self.model).map(|inner| {
            let found = names::called_in(name, inner);
            let ids = found.into_iter().map(|at| inner.fields.get(at).id.clone());
            ids.collect::<Vec<_>>()
        });
        let text = Text::new("belongs-below").with("below", format!("`{}`", field.id));
        called(name, &fields.unwrap_or_default(), text)
    }

    fn value(&mut self, node: &Node<'_>, ty: &Type, field: &Field, key: Span, trail: &Trail<'_>) -> Content {
        if *ty == Type::Text {
            self.issues.extend(cut_text(self.text, node, key));
        }
        if node.is_blank() {
            return Content::Blank;
        }
        if node.is_twice() {
            return Content::Invalid;
        }
        match ty {
            Type::List(inner) => self.list(node, inner, field, trail),
            Type::Record(id) => self.record_value(node, *id, field, key, trail),
            _ => {
                let Some(text) = node.text() else {
                    self.issues.push(
                        scalars::wrong(node, &field.label, Text::new("expected-one-value"))
                            .on(trail)
                            .sources(&field.sources),
                    );
                    return Content::Invalid;
                };
                if *ty == Type::Text && scalars::is_filler(text) && !self.model.program.is_answer(&field.id, text) {
                    return Content::Filler(Value::text(text.trim()));
                }
                if *ty == Type::Intervention {
                    return self.intervention(node, text.trim(), trail);
                }
                match scalar(text.trim(), ty, &field.label) {
                    Ok(value) => {
                        self.note_file(text.trim(), ty, node, trail);
                        Content::Value(value)
                    }
                    Err(wrong) => {
                        let issue = scalars::amiss(node, &field.label, &wrong);
                        self.issues.push(issue.on(trail).sources(&field.sources));
                        // What only one thing can be meant by is read as that.
                        let right = wrong.right.and_then(|right| scalar(&right, ty, &field.label).ok());
                        right.map_or(Content::Invalid, Content::Value)
                    }
                }
            }
        }
    }

    /// The name of an intervention, like that of a choice.
    fn intervention(&mut self, node: &Node<'_>, name: &str, trail: &Trail<'_>) -> Content {
        if let Some(known) = self.model.find_intervention(name).map(|id| self.model.intervention(id)) {
            return Content::Value(Value::word(&known.id));
        }
        let mut issue = unknown_intervention(self, (node, node), name, Stands::Named).issue;
        // It is told and not read by what it may mean: so its repair is to be looked at.
        if let Some(repair) = &mut issue.problem.repair {
            repair.certain = false;
        }
        self.issues.push(issue.on(trail));
        Content::Invalid
    }

    fn note_file(&mut self, path: &str, ty: &Type, node: &Node<'_>, trail: &Trail<'_>) {
        if *ty == Type::File {
            self.files.push(FileRef {
                path: path.to_owned(),
                span: node.span,
                trail: trail.written(),
                year: trail.year(),
                intervention: trail.intervention(),
            });
        }
    }

    fn list(&mut self, node: &Node<'_>, inner: &Type, field: &Field, trail: &Trail<'_>) -> Content {
        let NodeKind::List(items) = &node.kind else {
            // Who writes that there are none is not told to make a list of that.
            let says_none = node.text().is_some_and(scalars::is_filler) && may_be_left_out(field);
            let help = self.list_help(node, inner);
            let help = if says_none { Text::new("list-none-help").with("help", help) } else { help };
            self.astray += usize::from(node.pairs().is_some() && self.as_written);
            self.issues.push(scalars::wrong(node, &field.label, help).on(trail).sources(&field.sources));
            return Content::Invalid;
        };
        self.astray += usize::from(self.as_written && items.windows(2).any(is_apart));
        let doubted = if self.is_number(inner) { self.decimal_commas(items, field, trail) } else { BTreeSet::new() };
        let alone = items.len() == 1 && may_be_left_out(field);
        let entries = items.iter().enumerate().map(|(index, item)| {
            let here = Trail::Index(trail, index);
            let place = scalars::first_line(item);
            if doubted.contains(&index) {
                return Entry { key: place, span: item.span, content: Content::Invalid };
            }
            let value = self.value(item, inner, field, place, &here);
            // What is wrong in it, and was told, may be why nothing stands there.
            let within = |span: Span| place.start <= span.start && span.start <= item.span.end;
            let told = || self.issues.iter().any(|issue| within(issue.problem.primary.span));
            let content = if self.says_nothing(&value, inner) && !told() {
                let (text, help) = match &value {
                    Content::Filler(Value::Text(word)) => {
                        let help = if alone { "list-item-alone-help" } else { "list-item-blank-help" };
                        (Text::new("list-item-filler").with("word", word.as_written()), help)
                    }
                    _ => (Text::new("list-item-blank"), "list-item-blank-help"),
                };
                self.issues.push(
                    Issue::new("verkeerde-waarde", place, text.with("field", &field.label))
                        .help(Text::new(help))
                        .on(&here),
                );
                Content::Invalid
            } else {
                value
            };
            Entry { key: place, span: item.span, content }
        });
        Content::List(entries.collect())
    }

    /// What a list looks like that must stand where something else does.
    fn list_help(&self, node: &Node<'_>, inner: &Type) -> Text {
        let record = match inner {
            Type::Record(id) => Some(self.model.record(*id)).filter(|record| record.short_form().is_none()),
            _ => None,
        };
        let Some(record) = record else { return Text::new("expected-list") };
        let asked = record.fields.iter().filter(|field| matches!(field.required, Requirement::Always));
        let mut names: Vec<&str> = asked.map(|field| field.id.as_str()).collect();
        if names.is_empty() {
            names.extend(record.fields.first().map(|field| field.id.as_str()));
        }
        let shown: Vec<String> = names
            .iter()
            .enumerate()
            .map(|(at, name)| if at == 0 { format!("`- {name}:`") } else { format!("`{name}:`") })
            .collect();
        let id = if node.pairs().is_some() { "expected-list-of-fields" } else { "expected-list-shown" };
        Text::new(id).with("shown", Arg::words(shown, Join::And))
    }

    /// Whether a member of a list is none: nothing stands there, or a group in which nothing is filled in. Where such a group has
    /// required fields, these are told instead.
    fn says_nothing(&self, content: &Content, ty: &Type) -> bool {
        let required = |id: RecordId| {
            let fields = &self.model.record(id).fields;
            fields.iter().any(|field| matches!(field.required, Requirement::Always))
        };
        match (content, ty) {
            (Content::Record(record), Type::Record(id)) => record.is_empty() && !required(*id),
            (Content::Blank | Content::Filler(_), _) => true,
            (Content::Record(_) | Content::Value(_) | Content::List(_) | Content::Invalid, _) => false,
        }
    }

    /// `[7,5, 10]` reads as three numbers; two numbers with only a comma between are probably one.
    fn decimal_commas(&mut self, items: &[Node<'_>], field: &Field, trail: &Trail<'_>) -> BTreeSet<usize> {
        let mut doubted = BTreeSet::new();
        for (index, (first, second)) in items.iter().zip(items.iter().skip(1)).enumerate() {
            if first.text().is_some() && second.text().is_some() && first.span.end + 1 == second.span.start {
                doubted.extend([index, index + 1]);
                let both = first.span.to(second.span);
                let text = Text::new("decimal-comma").with("field", &field.label);
                self.issues
                    .push(Issue::new("verkeerde-waarde", both, text).help(Text::new("decimal-comma-help")).on(trail));
            }
        }
        doubted
    }

    /// Whether a bare value of this type is a number: also where it stands for the field of a record.
    fn is_number(&self, ty: &Type) -> bool {
        let Type::Record(id) = ty else { return ty.is_numeric() };
        let record = self.model.record(*id);
        record.short_form().is_some_and(|field| record.fields.get(field).ty.is_numeric())
    }

    /// A record, or a bare value that stands for one of its fields.
    fn record_value(&mut self, node: &Node<'_>, id: RecordId, field: &Field, key: Span, trail: &Trail<'_>) -> Content {
        let model = self.model;
        let record = model.record(id);
        if node.pairs().is_some() {
            return Content::Record(self.record(node, id, key, trail, &[]));
        }
        let short = record.short_form().map(|id| (id, record.fields.get(id)));
        let (Some((index, short)), Some(_)) = (short, node.text()) else {
            let help = Text::new("expected-fields").with("fields", field_names(record, &[]));
            self.issues.push(scalars::wrong(node, &field.label, help).on(trail).sources(&field.sources));
            return Content::Invalid;
        };
        let content = self.value(node, &short.ty, short, node.span, trail);
        let mut values = Filled::along(&record.fields);
        if let Some(slot) = values.slot(index) {
            *slot = Some(Entry { key: node.span, span: node.span, content });
        }
        Content::Record(RecordValue { values, ..RecordValue::empty(node.span) })
    }
}

/// Whether a plan in which nothing stands there is as good.
fn may_be_left_out(field: &Field) -> bool {
    matches!(field.required, Requirement::Optional)
}

/// Whether two members beside each other share no field: then a dash too many may stand before the second.
fn is_apart(members: &[Node<'_>]) -> bool {
    let [one, other] = members else { return false };
    let (Some(one), Some(other)) = (one.pairs(), other.pairs()) else { return false };
    !one.is_empty()
        && !other.is_empty()
        && !one.iter().any(|(key, _)| other.iter().any(|(also, _)| key.text() == also.text()))
}

/// A scalar by its declared type and the label of its field, or what to write instead.
fn scalar(text: &str, ty: &Type, label: &str) -> Result<Value, Wrong> {
    let numeric = |form: Form, help| scalars::number(text, form, help, label).map(Value::Number);
    match ty {
        Type::Text => Ok(Value::text(text)),
        Type::Number => numeric(Form::Number, "expected-number"),
        Type::Whole => numeric(Form::Whole, "expected-whole"),
        Type::Money => numeric(Form::Money, "expected-money"),
        Type::Percentage => numeric(Form::Percentage, "expected-percentage"),
        Type::Date => scalars::date(text).map(Value::Date),
        Type::Quarter => scalars::quarter(text).map(Value::Quarter),
        Type::YesNo => scalars::yes_no(text).map(Value::YesNo),
        Type::Agb => scalars::agb(text).map(Value::text),
        Type::Email => scalars::email(text).map(Value::text),
        Type::File => scalars::file(text).map(Value::text),
        Type::OneOf(options) => scalars::option(text, options).map(Value::word),
        // Read where the regioplan is known.
        Type::Intervention => Ok(Value::word(text)),
        Type::List(_) | Type::Record(_) => Err(Text::new("expected-one-value").into()),
    }
}

/// The names that may stand here: those that somebody else reads come first.
fn field_names(record: &Record, also: &[&str]) -> Arg {
    let own = record.fields.iter().map(|field| field.id.as_str());
    Arg::List(also.iter().copied().chain(own).map(name_path).collect(), Join::Comma)
}

/// A misspelt field is not missing as well: its value cannot be read.
fn meant(value: &mut RecordValue, record: &Record, key: &Node<'_>, name: &str, model: &Contents, thorough: bool) {
    let known: Vec<&str> = record.fields.iter().map(|field| field.id.as_str()).collect();
    let sought = || match thorough.then(|| names::of_field(name, record, model)).flatten() {
        Some(Meant::Field(index) | Meant::Within(index)) => vec![index],
        Some(Meant::Several(indexes)) => indexes,
        None => Vec::new(),
    };
    let near = nearest(name, &known).and_then(|near| record.position(near));
    for index in near.map_or_else(sought, |near| vec![near]) {
        if let Some(slot) = value.values.slot(index).filter(|slot| slot.is_none()) {
            *slot = Some(Entry { key: key.span, span: key.span, content: Content::Invalid });
        }
    }
}

/// How often each name stands here, in whatever letters.
fn spellings(pairs: &[(Node<'_>, Node<'_>)]) -> HashMap<String, usize> {
    let mut times = HashMap::new();
    for name in pairs.iter().filter_map(|(key, _)| key.text()) {
        *times.entry(names::bare(name)).or_default() += 1;
    }
    times
}

/// The fixed field that a name is in other letters, where that one stands nowhere else.
fn fixed<'a>(name: &str, record: &Record, also: &[&'a str], spelt: &HashMap<String, usize>) -> Option<&'a str> {
    let bare = names::bare(name);
    let fixed = also.iter().copied().find(|fixed| names::is_bare(fixed, &bare))?;
    let doubted = name.contains(['?', '~']) || names::is_unticked(name);
    (spelt.get(&bare) == Some(&1) && !doubted && names::called_in(name, record).is_empty()).then_some(fixed)
}

/// A fixed field in other letters than its own, or with something between brackets behind it.
fn misspelt(text: &str, (key, node): (&Node<'_>, &Node<'_>), name: &str, fixed: &str) -> Issue {
    let issue = Issue::new("onbekend-veld", key.span, Text::new("unknown-key").with("key", name));
    let besides = name.contains('(').then(|| names::besides(name, &[fixed])).flatten();
    let mut repair = blocks::renamed(text, key, fixed, besides, node);
    if let Some(repair) = &mut repair {
        repair.certain &= !besides.is_some_and(names::doubts);
    }
    issue.help(Text::new("did-you-mean").with("name", fixed)).repair(repair)
}

/// The pair that has the own name of a field, or the first before this one that surely means it.
fn stands<'n, 'a>(
    pairs: &'n [(Node<'a>, Node<'a>)],
    key: &Node<'_>,
    index: FieldId,
    record: &Record,
    model: &Contents,
) -> Option<&'n (Node<'a>, Node<'a>)> {
    let id = Some(record.fields.get(index).id.as_str());
    let means = |name: &str| {
        record.position(name).is_none() && names::of_field(name, record, model) == Some(Meant::Field(index))
    };
    let before = || pairs.iter().take_while(|(other, _)| other.span != key.span);
    let own = pairs.iter().find(|(other, _)| other.text() == id);
    own.or_else(|| before().take(SOUGHT).find(|(other, _)| other.text().is_some_and(means)))
}

/// What is said of another name of something that stands here already: a second line with its own name would be one too many.
pub fn already(
    text: &str,
    issue: Issue,
    (key, node): (&Node<'_>, &Node<'_>),
    (own, same): (Span, bool),
    id: &str,
) -> Issue {
    let help = Text::new(if same { "stands-already" } else { "stands-otherwise" }).with("name", id);
    let repair = same.then(|| blocks::without(text, key, node)).flatten();
    issue.help(help).repair(repair).also(own, Text::new("stands-here"))
}

/// The aanvulling that would add a field, and is not in force.
fn resting<'m>(all: &'m [Resting], record: &Record, id: RecordId, name: &str) -> Option<&'m Supplement> {
    let id = if record.of_intervention { CHOICE } else { id };
    let has = |one: &&Resting| one.fields.iter().any(|(of, field)| *of == id && same_name(field, name));
    all.iter().find(has).map(|one| &one.supplement)
}

/// Data for an aanvulling that is not in force: nobody looks at it, and it breaks nothing.
fn not_in_force(key: &Node<'_>, name: &str, supplement: &Supplement) -> Issue {
    let text = Text::new("field-not-in-force").with("key", name).with("supplement", supplement.full_id());
    let help = Text::new("field-not-in-force-help").with("from", supplement.valid.0).with("to", supplement.valid.1);
    Issue::new("onbekend-veld", key.span, text).help(help).warning()
}

/// The name that may stand here and is probably meant.
fn near_key<'n>(name: &str, record: &'n Record, also: &[&'n str]) -> Option<&'n str> {
    let known: Vec<&str> = record.fields.iter().map(|field| field.id.as_str()).chain(also.iter().copied()).collect();
    let framed = || frame::meant(name).filter(|key| also.contains(key));
    let kind = || (also.contains(&"keuze") && is_kind_key(name)).then_some("keuze");
    nearest(name, &known).or_else(framed).or_else(kind)
}

/// Whether a name below a choice is the word for a kind, and no slip in another name.
fn is_kind_word(name: &str, record: &Record, also: &[&str]) -> bool {
    also.contains(&"keuze") && near_key(name, record, also).is_none() && kinds::is_kind(name)
}

/// A key that nobody declares, with the one that may be meant.
///
/// `home` says where the name belongs, if anywhere.
pub fn unknown_key(
    key: &Node<'_>,
    name: &str,
    record: &Record,
    also: &[&str],
    home: &dyn Fn() -> Option<Text>,
) -> Issue {
    let issue = Issue::new("onbekend-veld", key.span, Text::new("unknown-key").with("key", name));
    if !name.is_empty() && name.bytes().all(|b| b.is_ascii_digit()) {
        return issue.help(Text::new("unknown-key-digits"));
    }
    let known: Vec<&str> = record.fields.iter().map(|field| field.id.as_str()).chain(also.iter().copied()).collect();
    match near_key(name, record, also) {
        Some(near) => issue.help(Text::new("did-you-mean").with("name", near)).repair(key.repair(near, false)),
        None if is_kind_word(name, record, also) => {
            issue.help(Text::new("yaml-write").with("right", format!("`keuze: {name}`")))
        }
        None => {
            let names = || Arg::List(known.iter().map(|known| name_path(known)).collect(), Join::Comma);
            let none = || {
                if known.is_empty() {
                    Text::new("unknown-key-none")
                } else {
                    Text::new("choose-from").with("names", names())
                }
            };
            issue.help(home().unwrap_or_else(none))
        }
    }
}

/// Whether a key was meant to be `keuze`: the program itself speaks of the kind of a choice.
fn is_kind_key(name: &str) -> bool {
    ["keuze", "soort", "soortkeuze"].contains(&names::bare(name).as_str()) || nearest(name, &["keuze"]).is_some()
}

/// The nearest known word; very long words are not compared.
pub fn nearest<'a>(word: &str, known: &[&'a str]) -> Option<&'a str> {
    if word.len() > 80 {
        return None;
    }
    let lower = word.to_lowercase().replace([' ', '_'], "-");
    let length = |name: &str| name_key(name).chars().count();
    let own = length(&lower);
    let near = known.iter().filter_map(|candidate| {
        let most = (candidate.chars().count() / 3).clamp(1, 4);
        // Names lie at least as far apart as their lengths.
        let may_be = own.abs_diff(length(candidate)) <= most;
        let distance = may_be.then(|| name_distance(&lower, candidate))?;
        (distance <= most).then_some((distance, *candidate))
    });
    near.min_by_key(|(distance, _)| *distance).map(|(_, candidate)| candidate)
}
