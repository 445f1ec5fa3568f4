//! What names, labels and lists may look like, and what a refusal says.

use serde_json::Value;

use crate::catalogue::{Problem, catalogue};
use crate::wire::{Code, Fault};

/// Of names, labels and ids.
const LONGEST: usize = 64;
/// Entries of one allowlist.
const LISTED: usize = 1_000;
/// They stand for something in shells, paths and patterns.
const WILD: &[char] = &['*', '?', '>', '<', '|', '/'];
const ID: usize = 16;

/// A name without the blanks around it. `path` is what a refusal calls it.
pub(super) fn name(path: &str, given: &str) -> Result<String, Fault> {
    let name = given.trim();
    let expected = if name.is_empty() || name.chars().count() > LONGEST {
        format!("1 to {LONGEST} characters")
    } else if name.chars().any(hidden) {
        "a name without control characters".to_owned()
    } else if name.contains(WILD) {
        "a name without * ? > < | /".to_owned()
    } else if is_id(name) {
        "a name that does not look like an id".to_owned()
    } else {
        return Ok(name.to_owned());
    };
    let mut problem = Problem::new(path, expected, &Value::from(given));
    problem.suggestions.extend(mended(given));
    Err(refused(&problem))
}

/// As a name, but it may be empty.
pub(super) fn label(given: &str) -> Result<String, Fault> {
    if given.trim().is_empty() { Ok(String::new()) } else { name("label", given) }
}

/// An instance's id, as hosts choose them.
pub(super) fn instance(path: &str, id: &str) -> Result<(), Fault> {
    let letter = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-';
    if !id.is_empty() && id.len() <= LONGEST && id.bytes().all(letter) {
        return Ok(());
    }
    Err(refused(&Problem::new(path, "an instance id: 1 to 64 letters, digits, `_` and `-`", &Value::from(id))))
}

/// Operations that are allowed, each a name or a beginning and `*`.
pub(super) fn operations(list: &[String]) -> Result<(), Fault> {
    short(list, "operations")?;
    let letter = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
    for (index, entry) in list.iter().enumerate() {
        let name = entry.strip_suffix('*').unwrap_or(entry);
        if entry.is_empty() || entry.len() > LONGEST || !name.bytes().all(letter) {
            let mut problem = Problem::new(
                &format!("operations[{index}]"),
                "the name of an operation, or the beginning of some and `*`",
                &Value::from(entry.as_str()),
            );
            problem.suggestions.extend(["get_scene".to_owned(), "list_*".to_owned()]);
            return Err(refused(&problem));
        }
        known(index, entry)?;
    }
    Ok(())
}

/// A list with a name that no operation has locks out whoever trusts it.
fn known(index: usize, entry: &str) -> Result<(), Fault> {
    let (name, expected) = match entry.strip_suffix('*') {
        Some(beginning) if catalogue().operations().iter().any(|operation| operation.name.starts_with(beginning)) => {
            return Ok(());
        }
        Some(beginning) => (beginning, "the beginning of some operation's name and `*`"),
        None => (entry, "the name of an operation, or the beginning of some and `*`"),
    };
    let suggestions = match catalogue().operation(name) {
        Ok(operation) if operation.name == name => return Ok(()),
        Ok(operation) => vec![operation.name.clone()],
        Err(fault) => fault.suggestions,
    };
    let mut problem = Problem::new(&format!("operations[{index}]"), expected, &Value::from(entry));
    problem.suggestions = suggestions;
    Err(refused(&problem))
}

/// Instances that are allowed, by id.
pub(super) fn instances(list: &[String]) -> Result<(), Fault> {
    short(list, "instances")?;
    list.iter().enumerate().try_for_each(|(index, id)| instance(&format!("instances[{index}]"), id))
}

fn short(list: &[String], path: &str) -> Result<(), Fault> {
    if list.len() <= LISTED {
        return Ok(());
    }
    Err(wrong(path, format!("at most {LISTED} entries"), list.len()))
}

/// What an application calls itself: shown, never compared, so it is mended and not refused.
pub(super) fn shown(given: &str) -> String {
    given.trim().chars().filter(|letter| !hidden(*letter)).take(LONGEST).collect()
}

/// `name-2`, `name-3` and so on, none longer than a name may be.
pub(super) fn numbered(name: &str) -> impl Iterator<Item = String> {
    /// Room for the number.
    const SHORTER: usize = LONGEST - 8;
    let start: String = name.chars().take(SHORTER).collect();
    (2_u32..).map(move |number| format!("{}-{number}", start.trim_end()))
}

/// Names that differ only in case are the same one to people.
pub(super) fn folded(name: &str) -> String {
    name.to_lowercase()
}

/// What stands at `path` is not what is expected there.
pub(super) fn wrong(path: &str, expected: impl Into<String>, got: impl Into<Value>) -> Fault {
    refused(&Problem::new(path, expected, &got.into()))
}

fn refused(problem: &Problem) -> Fault {
    let Problem { path, expected, got, suggestions } = problem;
    let mut fault = Fault::new(Code::InvalidParams, format!("`{path}`: expected {expected}, got {got}"))
        .detail("path", path.as_str())
        .detail("expected", expected.as_str())
        .detail("got", got.as_str());
    fault.suggestions.clone_from(suggestions);
    fault
}

/// Control characters, and those that break lines or turn the direction of what is shown behind them.
fn hidden(letter: char) -> bool {
    letter.is_control() || matches!(letter, '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Where a name and an id may both be given, no name can pass for somebody's id.
pub(super) fn is_id(name: &str) -> bool {
    let rest = name.strip_prefix("u_").or_else(|| name.strip_prefix("i_"));
    rest.is_some_and(|rest| rest.len() == ID && rest.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}

/// The nearest name that would do.
fn mended(given: &str) -> Option<String> {
    let kept = shown(given).replace(WILD, "-");
    let kept = kept.trim();
    (!kept.is_empty() && !is_id(kept)).then(|| kept.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_people_and_machines_pass_trimmed() {
        for (given, kept) in [("  Ada ", "Ada"), ("Zoë 東京", "Zoë 東京"), ("rig-2.v3_final", "rig-2.v3_final")] {
            assert_eq!(name("name", given).unwrap(), kept);
        }
        assert_eq!(name("name", &"é".repeat(64)).unwrap().chars().count(), 64);
    }

    #[test]
    fn what_could_be_taken_for_something_else_is_refused_with_a_way_out() {
        let check = |given: &str, suggestion: Option<&str>| {
            let fault = name("username", given).unwrap_err();
            assert_eq!(fault.error_code, Code::InvalidParams, "{given:?}");
            assert!(["path", "expected", "got"].iter().all(|fact| fault.details.contains_key(*fact)));
            assert_eq!(fault.suggestions.first().map(String::as_str), suggestion, "{given:?}");
            assert!(!fault.error_message.contains(['\r', '\n', '\0']));
        };
        check("", None);
        check("   ", None);
        check(&"x".repeat(65), Some(&"x".repeat(64)));
        check("ada\r\nSet-Cookie: a", Some("adaSet-Cookie: a"));
        check("a\0b", Some("ab"));
        check("ada\u{202E}xeb", Some("adaxeb"));
        for wild in ["*", "?", ">", "<", "|", "/"] {
            check(&format!("a{wild}b"), Some("a-b"));
        }
        check("u_0123456789abcdef", None);
    }

    #[test]
    fn allowlists_hold_names_and_beginnings_only() {
        let check = |entry: &str| operations(&[entry.to_owned()]).is_ok();
        assert!(check("get_scene") && check("list_*") && check("*"));
        assert!(!check("nosuchop") && !check("nosuch_*") && !check("create_light"));
        let told = |entry: &str| operations(&[entry.to_owned()]).unwrap_err().suggestions;
        assert_eq!(
            (told("get_scnee")[0].as_str(), told("create_light")),
            ("get_scene", vec!["create_lights".to_owned()])
        );
        assert!(!check("") && !check("a*b") && !check("Get Scene") && !check("**"));
        assert!(instances(&["i_1-A".to_owned()]).is_ok() && instances(&["i 1".to_owned()]).is_err());
        assert!(operations(&vec!["get_scene".to_owned(); LISTED + 1]).is_err());
    }
}
