//! The repair of a result, as SARIF writes it.

use serde_sarif::sarif::{ArtifactChange, ArtifactContent, ArtifactLocation, Fix, Message, Region, Replacement};

use crate::diagnostic::{Edit, Repair};

/// A repair with what it says to a person; `region` gives the place of an edit.
pub fn fix(repair: &Repair, artifact: &ArtifactLocation, words: Message, region: impl Fn(&Edit) -> Region) -> Fix {
    let replacement = |edit: &Edit| {
        let content = ArtifactContent::builder().text(edit.text.clone()).build();
        Replacement::builder().deleted_region(region(edit)).inserted_content(content).build()
    };
    let replacements = repair.edits.iter().map(replacement).collect::<Vec<_>>();
    let change = ArtifactChange::builder().artifact_location(artifact.clone()).replacements(replacements).build();
    Fix::builder().description(words).artifact_changes(vec![change]).build()
}
