//! A regioplan as a text, and what loading it gives: a model that can judge, or what is wrong.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::Arc;

use crate::compile::Use;
use crate::diagnostic::{Problem, Text};
use crate::model::{Regioplan, Sort};
use crate::source::Source;
use crate::source::for_programs;
use crate::value::same_name;

use super::stop::{Broken, Stop};

/// A regioplan as a text, with what lies beside it.
#[derive(Clone, Debug, Default)]
pub struct Origin {
    /// Its path, or another name by which it is known.
    pub name: String,
    pub text: Cow<'static, str>,
    /// Its source register: name and text.
    pub register: Option<(String, Cow<'static, str>)>,
    /// Texts near it that may be the leidraad that it follows, the nearest first.
    pub guides: Vec<Source>,
    /// What must be said to find it again, where the name of its region is not enough.
    pub told: Option<String>,
}

impl Origin {
    /// The names that may be that of the leidraad which a regioplan follows, as far as its text tells before it is compiled.
    #[must_use]
    pub fn may_follow(text: &str) -> BTreeSet<&str> {
        let is_name = |word: &str| word.chars().all(|c| c.is_alphanumeric() || c == '-');
        let words = text.split_whitespace();
        let pairs = words.clone().zip(words.skip(1)).filter(|(first, name)| *first == "leidraad" && is_name(name));
        pairs.map(|(_, name)| name).collect()
    }
}

/// A regioplan, ready to judge, and where it came from.
#[derive(Debug)]
pub struct Loaded {
    pub model: Arc<Regioplan>,
    pub judged: Arc<Judged>,
    /// What must be said to find it again, where the name of its region is not enough.
    pub told: Option<String>,
    /// The regioplan by itself, when aanvullingen stand beside it in the model.
    pub alone: Option<Arc<Loaded>>,
    /// Warnings about the regioplan and about its register, without what these set aside with a reason.
    pub warnings: Vec<(Source, Vec<Problem>)>,
    /// The regioplan and, when there is one, its register, each with all its warnings.
    pub files: Vec<(Source, Vec<Problem>)>,
    /// Where names stand in the regioplan; nothing of what stands beside it.
    pub uses: Vec<Use>,
}

impl Loaded {
    /// Whether another one is the same version of the same region.
    #[must_use]
    pub fn is_version_of(&self, other: &Self) -> bool {
        self.is_of(other) && self.model.version == other.model.version
    }

    /// Whether another one is a version of the same region.
    #[must_use]
    pub fn is_of(&self, other: &Self) -> bool {
        same_name(&self.model.id, &other.model.id)
    }

    /// Only a regioplan judges plans of practices.
    pub fn judges_plans(&self) -> Result<(), Stop> {
        let message = match self.model.sort {
            Sort::Regioplan => return Ok(()),
            Sort::Leidraad => "guide-judges-nothing",
            Sort::Werkplan => "work-plan-judges-nothing",
            Sort::Aanvulling => "supplement-judges-nothing",
        };
        Err(Stop::Said(Text::new(message).with("id", self.model.full_id()), Some(Text::new("judges-nothing-help"))))
    }
}

/// What loading gives.
pub type Load = Result<Arc<Loaded>, Arc<Broken>>;

/// Which regioplan judged a plan, or which aanvulling beside it. Every JSON that names it says just this.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Judged {
    pub id: String,
    pub version: String,
    pub sha256: String,
    /// Where it came from: a path, or nothing for an embedded one.
    #[serde(serialize_with = "path_for_programs")]
    pub path: Option<String>,
    /// The aanvullingen of which the rules judged as well.
    #[serde(rename = "aanvullingen", skip_serializing_if = "Vec::is_empty")]
    pub supplements: Vec<Judged>,
}

impl Judged {
    /// `id@version`
    #[must_use]
    pub fn full_id(&self) -> String {
        format!("{}@{}", self.id, self.version)
    }

    /// The aanvullingen that judged as well, each as `id@version`.
    pub fn beside(&self) -> impl Iterator<Item = String> {
        self.supplements.iter().map(Self::full_id)
    }
}

#[allow(clippy::ref_option)]
fn path_for_programs<S: serde::Serializer>(path: &Option<String>, to: S) -> Result<S::Ok, S::Error> {
    serde::Serialize::serialize(&path.as_deref().map(for_programs), to)
}

/// Bytes as hexadecimal digits, two each.
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    let digit = |nibble: u8| char::from_digit(u32::from(nibble), 16).unwrap_or('0');
    let mut digits = String::with_capacity(2 * bytes.len());
    digits.extend(bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]));
    digits
}
