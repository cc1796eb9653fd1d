//! The Dutch names of commands and options: beside the name that a message uses, everybody may write the Dutch one.
//!
//! In: the name as it is declared in `args.rs`. Out: the name in Dutch; nothing where the name is Dutch itself.

/// The Dutch name of a command.
pub fn command(name: &str) -> Option<&'static str> {
    named(COMMANDS, name)
}

/// The Dutch name of an option, without its dashes.
pub fn option(name: &str) -> Option<&'static str> {
    named(OPTIONS, name)
}

fn named(names: &'static [(&str, &str)], name: &str) -> Option<&'static str> {
    names.iter().find(|(own, _)| *own == name).map(|(_, dutch)| *dutch)
}

const COMMANDS: &[(&str, &str)] = &[
    ("check", "controleer"),
    ("show", "toon"),
    ("explain", "uitleg"),
    ("new", "nieuw"),
    ("fmt", "opmaak"),
    ("lint", "nakijken"),
    ("next", "volgend"),
    ("renew", "vernieuw"),
    ("region", "regio"),
    ("reviews", "beoordelingen"),
    ("letters", "brieven"),
    ("decisions", "besluiten"),
    ("import", "overnemen"),
    ("waivers", "afwijkingen"),
    ("docs", "document"),
    ("diff", "verschil"),
    ("impact", "gevolgen"),
    ("lsp", "taalserver"),
    ("help", "hulp"),
    ("completions", "aanvullen"),
    ("man", "handleiding"),
];

const OPTIONS: &[(&str, &str)] = &[
    ("also-changed", "ook-gewijzigd"),
    ("as-of", "peildatum"),
    ("changed", "gewijzigd"),
    ("check", "controleer"),
    ("color", "kleur"),
    ("config", "instellingen"),
    ("coverage", "dekking"),
    ("diff", "verschil"),
    ("exclude", "overslaan"),
    ("exit-zero", "uitkomst-nul"),
    ("figures", "cijfers"),
    ("files-from", "bestanden-uit"),
    ("fix", "verbeter"),
    ("force-exclude", "altijd-overslaan"),
    ("format", "vorm"),
    ("from", "vanaf"),
    ("help", "hulp"),
    ("lang", "taal"),
    ("min-coverage", "minimale-dekking"),
    ("mutate", "tikfouten"),
    ("no-config", "geen-instellingen"),
    ("open", "alleen-open"),
    ("open-reviews", "open-beoordelingen"),
    ("output", "uitvoer"),
    ("pending", "later"),
    ("print-template", "toon-sjabloon"),
    ("quiet", "stil"),
    ("region", "regio"),
    ("regioplans", "regioplannen"),
    ("report", "rapport"),
    ("rules-only", "alleen-regels"),
    ("severity", "ernst"),
    ("show-settings", "toon-instellingen"),
    ("sources", "bronnen"),
    ("statistics", "tellingen"),
    ("stdin-filename", "naam-van-invoer"),
    ("strict", "streng"),
    ("table", "tabel"),
    ("template", "sjabloon"),
    ("threads", "tegelijk"),
    ("version", "versie"),
    ("waivers", "afwijkingen"),
    ("year", "jaar"),
];
