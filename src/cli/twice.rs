//! One option under two names, with two values: which of the two counts is not for the program to say.
//!
//! In: the arguments as they were given, and the command line as it is declared. Out: the two that contradict each other.

use std::ffi::OsString;

use clap::{Arg, Command};

/// An option as somebody wrote it.
struct Given<'a> {
    arg: &'a Arg,
    name: &'a str,
    value: &'a str,
}

/// Two names of one option with different values. Who gives one name twice means the last.
pub fn contradiction(whole: &Command, args: &[OsString]) -> Option<(String, String)> {
    let words: Vec<&str> = args.iter().skip(1).filter_map(|arg| arg.to_str()).collect();
    let given = given(whole, &words);
    given.iter().enumerate().find_map(|(index, one)| {
        let other = given.iter().take(index).find(|other| {
            other.arg.get_id() == one.arg.get_id() && other.name != one.name && other.value != one.value
        })?;
        let written = |given: &Given<'_>| format!("{} {}", given.name, given.value);
        Some((written(other), written(one)))
    })
}

/// The options with one value, in order.
fn given<'a>(whole: &'a Command, words: &[&'a str]) -> Vec<Given<'a>> {
    let mut found = Vec::new();
    let mut current = whole;
    let mut words = words.iter();
    while let Some(word) = words.next() {
        if *word == "--" {
            break;
        }
        let (name, glued) = word.split_once('=').map_or((*word, None), |(name, value)| (name, Some(value)));
        let Some(arg) = arg_of(current, whole, name) else {
            current = current.find_subcommand(word).unwrap_or(current);
            continue;
        };
        if !matches!(arg.get_action(), clap::ArgAction::Set) {
            continue;
        }
        let apart = if arg.is_require_equals_set() { None } else { words.as_slice().first().copied() };
        if glued.is_none() && apart.is_some() {
            words.next();
        }
        found.extend(glued.or(apart).map(|value| Given { arg, name, value }));
    }
    found
}

/// The option that goes by a name, of this command or of all.
fn arg_of<'a>(current: &'a Command, whole: &'a Command, name: &str) -> Option<&'a Arg> {
    let all = || current.get_arguments().chain(whole.get_arguments());
    if let Some(long) = name.strip_prefix("--") {
        return all().find(|arg| {
            arg.get_long() == Some(long) || arg.get_all_aliases().is_some_and(|aliases| aliases.contains(&long))
        });
    }
    let mut letters = name.strip_prefix('-')?.chars();
    let (letter, rest) = (letters.next()?, letters.next());
    all().find(|arg| rest.is_none() && arg.get_short() == Some(letter))
}
