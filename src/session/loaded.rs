//! A text of the language, and what loading it gives: a regioplan that can judge, a document of another sort, or what is wrong.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::Arc;

use crate::compile::Use;
use crate::diagnostic::{Problem, Text};
use crate::model::{Aanvulling, Contents, Leidraad, Model, Regioplan, Werkplan};
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

/// A document that was read, and where it came from: a regioplan that is ready to judge, or one of another sort.
#[derive(Debug)]
pub struct Loaded<M = Regioplan> {
    pub model: Arc<M>,
    pub judged: Arc<Judged>,
    /// What must be said to find it again, where the name of its region is not enough.
    pub told: Option<String>,
    /// The regioplan by itself, when aanvullingen stand beside it in the model.
    pub alone: Option<Arc<Self>>,
    /// Warnings about the regioplan and about its register, without what these set aside with a reason.
    pub warnings: Vec<(Source, Vec<Problem>)>,
    /// The regioplan and, when there is one, its register, each with all its warnings.
    pub files: Vec<(Source, Vec<Problem>)>,
    /// Where names stand in the regioplan; nothing of what stands beside it.
    pub uses: Vec<Use>,
}

impl<M> Loaded<M> {
    /// Whether another one is the same version of the same region.
    #[must_use]
    pub fn is_version_of<O>(&self, other: &Loaded<O>) -> bool {
        self.judged.is_version_of(&other.judged)
    }

    /// Whether another one is a version of the same region.
    #[must_use]
    pub fn is_of<O>(&self, other: &Loaded<O>) -> bool {
        self.judged.is_of(&other.judged)
    }
}

/// What a text turned out to be.
#[derive(Clone, Debug)]
pub enum AnyLoaded {
    Regioplan(Arc<Loaded>),
    Leidraad(Arc<Loaded<Leidraad>>),
    Werkplan(Arc<Loaded<Werkplan>>),
    Aanvulling(Arc<Loaded<Aanvulling>>),
}

/// The same of it, whatever its sort.
macro_rules! of_each {
    ($any:expr, $one:ident => $what:expr) => {
        match $any {
            AnyLoaded::Regioplan($one) => $what,
            AnyLoaded::Leidraad($one) => $what,
            AnyLoaded::Werkplan($one) => $what,
            AnyLoaded::Aanvulling($one) => $what,
        }
    };
}

impl AnyLoaded {
    #[must_use]
    pub fn contents(&self) -> &Contents {
        of_each!(self, one => &one.model.contents)
    }

    #[must_use]
    pub fn judged(&self) -> &Arc<Judged> {
        of_each!(self, one => &one.judged)
    }

    #[must_use]
    pub fn warnings(&self) -> &[(Source, Vec<Problem>)] {
        of_each!(self, one => &one.warnings)
    }

    #[must_use]
    pub fn files(&self) -> &[(Source, Vec<Problem>)] {
        of_each!(self, one => &one.files)
    }

    #[must_use]
    pub fn uses(&self) -> &[Use] {
        of_each!(self, one => &one.uses)
    }

    #[must_use]
    pub fn model(&self) -> Model<'_> {
        match self {
            Self::Regioplan(one) => Model::Regioplan(&one.model),
            Self::Leidraad(one) => Model::Leidraad(&one.model),
            Self::Werkplan(one) => Model::Werkplan(&one.model),
            Self::Aanvulling(one) => Model::Aanvulling(&one.model),
        }
    }

    /// The regioplan, when it is one.
    #[must_use]
    pub fn regioplan(&self) -> Option<&Arc<Loaded>> {
        match self {
            Self::Regioplan(one) => Some(one),
            Self::Leidraad(_) | Self::Werkplan(_) | Self::Aanvulling(_) => None,
        }
    }

    /// The aanvulling, when it is one.
    #[must_use]
    pub fn supplement(&self) -> Option<&Arc<Loaded<Aanvulling>>> {
        match self {
            Self::Aanvulling(one) => Some(one),
            Self::Regioplan(_) | Self::Leidraad(_) | Self::Werkplan(_) => None,
        }
    }

    /// The leidraad, when it is one.
    #[must_use]
    pub fn guide(&self) -> Option<&Arc<Loaded<Leidraad>>> {
        match self {
            Self::Leidraad(one) => Some(one),
            Self::Regioplan(_) | Self::Werkplan(_) | Self::Aanvulling(_) => None,
        }
    }

    /// Whether it is this very one.
    #[must_use]
    pub fn is(&self, other: &Self) -> bool {
        Arc::ptr_eq(self.judged(), other.judged())
    }

    /// Whether another one is the same version of the same region.
    #[must_use]
    pub fn is_version_of(&self, other: &Self) -> bool {
        self.judged().is_version_of(other.judged())
    }

    /// The regioplan: nothing else judges plans of practices.
    pub fn judges_plans(&self) -> Result<&Arc<Loaded>, Stop> {
        let message = match self {
            Self::Regioplan(one) => return Ok(one),
            Self::Leidraad(_) => "guide-judges-nothing",
            Self::Werkplan(_) => "work-plan-judges-nothing",
            Self::Aanvulling(_) => "supplement-judges-nothing",
        };
        let id = self.contents().full_id();
        Err(Stop::Said(Text::new(message).with("id", id), Some(Text::new("judges-nothing-help"))))
    }
}

/// What loading gives.
pub type Load = Result<AnyLoaded, Arc<Broken>>;

/// A regioplan with what belongs beside it, or what does not fit together.
pub type LoadTogether = Result<Arc<Loaded>, Arc<Broken>>;

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
    /// Whether another one is the same version of the same region.
    #[must_use]
    pub fn is_version_of(&self, other: &Self) -> bool {
        self.is_of(other) && self.version == other.version
    }

    /// Whether another one is a version of the same region.
    #[must_use]
    pub fn is_of(&self, other: &Self) -> bool {
        same_name(&self.id, &other.id)
    }

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
