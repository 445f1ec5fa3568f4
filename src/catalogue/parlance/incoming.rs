//! Arguments of the reference as ours.

use serde_json::{Map, Value, json};

use super::{Answer, Arg, Form, Source, Spoken, Tool, Unit, Way};
use crate::catalogue::nearest::snake_case;
use crate::catalogue::{Operation, Problem, Verb};
use crate::wire::{Code, Fault};

/// What a page of ours holds when nobody says.
const PAGE: u64 = 50;

/// Whether arguments are in the reference's shape. A single form that is given items is ours. A name that both have is the
/// reference's when an argument is, that ours has not.
pub(super) fn is_theirs(tool: &Tool, operation: &Operation, given: &Map<String, Value>) -> bool {
    let single = matches!(tool.form, Form::Single | Form::Spread(_));
    if single && has(given, "items") {
        return false;
    }
    // Many, where theirs is of one.
    let many = |arg: &Arg| matches!(arg.way, Way::In(ours, Unit::One) if has(given, ours));
    if tool.args.iter().any(many) {
        return false;
    }
    if tool.theirs.is_empty() || tool.theirs != operation.name {
        return true;
    }
    let known = |key: &String| operation.params.iter().any(|field| field.name == snake_case(key));
    if single {
        return given.keys().any(|key| !known(key));
    }
    let marks = |map: &Map<String, Value>| tool.args.iter().any(|arg| arg.marks(map));
    let items = match tool.form {
        Form::List(list) => key(given, list).and_then(|list| given[&list].as_array()),
        _ => None,
    };
    marks(given) || items.is_some_and(|items| items.iter().filter_map(Value::as_object).any(marks))
}

impl Arg {
    /// Whether it is given in a way that ours would not take: by another name, or in another unit by their spelling.
    fn marks(&self, given: &Map<String, Value>) -> bool {
        key(given, self.theirs).is_some_and(|key| match self.way {
            Way::As(ours) => snake_case(self.theirs) != ours,
            Way::In(ours, _) => key != ours,
            Way::Only(..) | Way::Never(_) => true,
            Way::Needless(_) => false,
        })
    }
}

impl Spoken {
    /// The arguments as ours.
    pub(super) fn translate(&mut self, mut given: Map<String, Value>) -> Result<Map<String, Value>, Fault> {
        let mut ours = match self.tool.form {
            Form::Whole => self.object(given, "")?,
            Form::Single => {
                let item = self.object(given, "")?;
                let (beside, item) = item.into_iter().partition(|(key, _)| self.is_beside(key));
                with_items(beside, vec![Value::Object(item)])
            }
            Form::List(list) => match take(&mut given, list) {
                Some(Value::Array(items)) => with_items(given, self.items(items, list, &Map::new())?),
                // For validation to refuse.
                Some(other) => with(given, "items", other),
                None => given,
            },
            Form::Spread(list) => match take(&mut given, list) {
                Some(Value::Array(items)) => {
                    let (beside, each) = given.into_iter().partition(|(key, _)| self.is_beside(key));
                    with_items(beside, self.items(items, list, &each)?)
                }
                Some(other) => with(given, "items", other),
                None => given,
            },
        };
        for (name, json) in self.tool.defaults {
            let default = || serde_json::from_str(json).unwrap_or_default();
            match ours.get_mut("items").and_then(Value::as_array_mut) {
                Some(items) => {
                    items.iter_mut().filter_map(Value::as_object_mut).for_each(|item| fill(item, name, default))
                }
                None => fill(&mut ours, name, default),
            }
        }
        self.page(&mut ours)?;
        Ok(ours)
    }

    /// Whether an argument stands beside ours' items.
    fn is_beside(&self, key: &str) -> bool {
        self.operation.params.iter().any(|field| field.name == snake_case(key))
    }

    fn items(&mut self, items: Vec<Value>, list: &str, each: &Map<String, Value>) -> Result<Vec<Value>, Fault> {
        let repeated = match self.tool.answer {
            Answer::Each(_, sources) => sources.iter().find_map(|(_, source)| match source {
                Source::Given(name) => Some(*name),
                _ => None,
            }),
            _ => None,
        };
        let mut ours = Vec::with_capacity(items.len());
        for (index, item) in items.into_iter().enumerate() {
            // For validation to refuse.
            let Value::Object(mut item) = item else {
                ours.push(item);
                continue;
            };
            self.given.extend(repeated.map(|name| value_of(&item, name)));
            item.extend(each.clone());
            self.agree(&item, index, list)?;
            ours.push(Value::Object(self.object(item, &format!("{list}[{index}]."))?));
        }
        Ok(ours)
    }

    /// Its `customDirection` counts only when its `direction` says so.
    fn agree(&self, item: &Map<String, Value>, index: usize, list: &str) -> Result<(), Fault> {
        if self.tool.theirs != "extrudeFaces" {
            return Ok(());
        }
        let (word, given) = (value_of(item, "direction"), value_of(item, "customDirection"));
        let custom = word == "custom";
        if custom != given.is_null() || !word.is_string() && !word.is_null() {
            return Ok(());
        }
        let path = format!("{list}[{index}].customDirection");
        let expected = if custom { "a direction of 3 numbers" } else { "`direction: \"custom\"` beside it" };
        Err(self.wrong(&path, expected, &given))
    }

    /// One object with its fields as ours; `place` leads to it.
    fn object(&mut self, mut given: Map<String, Value>, place: &str) -> Result<Map<String, Value>, Fault> {
        let mut ours = Map::new();
        for arg in self.tool.args {
            let Some(value) = take(&mut given, arg.theirs) else { continue };
            let path = format!("{place}{}", arg.theirs);
            match arg.way {
                // Clients of typed languages send null for what was not given; in a patch it may be a value.
                Way::As(name) => put(&mut ours, name, value),
                Way::In(name, Unit::Joined) => match (ours.get_mut(name), value) {
                    (Some(Value::Array(before)), Value::Array(more)) => before.extend(more),
                    (_, value) => put(&mut ours, name, value),
                },
                Way::In(_, _) if value.is_null() => put(&mut ours, ours_of(arg), value),
                Way::In(name, unit) => {
                    let read = unit.read(value.clone()).map_err(|expected| self.wrong(&path, expected, &value))?;
                    put(&mut ours, name, read);
                }
                _ if value.is_null() => {}
                Way::Only(values, _) if values.iter().any(|json| said(json, &value)) => {}
                Way::Only(values, reason) => {
                    return Err(self.refused(&path, &format!("nothing, or {}", values.join(" or ")), reason, &value));
                }
                Way::Never(reason) => return Err(self.refused(&path, "nothing", reason, &value)),
                Way::Needless(reason) => {
                    let note = format!("`{}` is not needed: {reason}", arg.theirs);
                    if !self.notes.contains(&note) {
                        self.notes.push(note);
                    }
                }
            }
        }
        self.emptied(&mut given, place)?;
        for (key, value) in given {
            match ours.contains_key(&snake_case(&key)) {
                true => {
                    return Err(self.wrong(
                        &format!("{place}{key}"),
                        "it once: another name for it is given too",
                        &value,
                    ));
                }
                false => ours.insert(key, value),
            };
        }
        Ok(ours)
    }

    /// The objects that held arguments of ours hold nothing more.
    fn emptied(&self, given: &mut Map<String, Value>, place: &str) -> Result<(), Fault> {
        let holders = self.tool.args.iter().filter_map(|arg| Some(arg.theirs.split_once('.')?.0));
        for holder in holders {
            let Some(key) = key(given, holder) else { continue };
            match given.get(&key) {
                Some(Value::Null) => {}
                Some(Value::Object(left)) => {
                    if let Some((key, value)) = left.iter().next() {
                        let within = self.tool.args.iter().filter_map(|arg| arg.theirs.split_once('.'));
                        let names: Vec<&str> = within.filter(|(own, _)| *own == holder).map(|(_, name)| name).collect();
                        let expected = format!("one of {}", names.join(", "));
                        return Err(self.wrong(&format!("{place}{holder}.{key}"), &expected, value));
                    }
                }
                other => {
                    return Err(self.wrong(&format!("{place}{holder}"), "an object", other.unwrap_or(&Value::Null)));
                }
            }
            given.remove(&key);
        }
        Ok(())
    }

    /// Its pages begin at an `offset`; ours follow a cursor, so that they stay true while the scene changes. What the offset
    /// passes over is read and left out of the result.
    fn page(&mut self, ours: &mut Map<String, Value>) -> Result<(), Fault> {
        if !matches!(self.operation.crud, Some((_, Verb::List))) {
            return Ok(());
        }
        if let (Some((entity, _)), Some(Value::Object(filters))) = (self.operation.crud, ours.get_mut("filters")) {
            for arg in super::fields::of(entity) {
                let Way::As(name) = arg.way else { continue };
                if let Some(value) = take(filters, arg.theirs) {
                    filters.insert(name.to_owned(), value);
                }
            }
        }
        let Some(offset) = take(ours, "offset").filter(|offset| !offset.is_null()) else { return Ok(()) };
        let Some(passed) = offset.as_u64() else { return Err(self.wrong("offset", "a whole number from 0", &offset)) };
        let limit = ours.get("limit").map_or(Some(PAGE), Value::as_u64);
        // A wrong limit is for validation to refuse.
        let Some(limit) = limit else { return Ok(()) };
        /// The longest page of ours.
        const LONGEST: u64 = 1_000;
        if passed.saturating_add(limit) > LONGEST {
            let expected = format!("`offset` and `limit` of at most {LONGEST} together; go on with `cursor` beyond");
            return Err(self
                .wrong("offset", &expected, &offset)
                .suggest("give `nextCursor` of the page before as `cursor`"));
        }
        self.passed_over = usize::try_from(passed).unwrap_or(usize::MAX);
        ours.insert("limit".to_owned(), json!(passed + limit));
        Ok(())
    }

    fn wrong(&self, path: &str, expected: &str, got: &Value) -> Fault {
        let problem = Problem::new(path, expected, got);
        let message = format!("{}: `{path}`: expected {expected}, got {}", self.name, problem.got);
        Fault::new(Code::InvalidParams, message)
            .detail("path", path)
            .detail("expected", expected)
            .detail("got", problem.got)
    }

    /// An argument that has no counterpart here.
    fn refused(&self, path: &str, expected: &str, reason: &str, got: &Value) -> Fault {
        let problem = Problem::new(path, expected, got);
        Fault::new(Code::NotSupported, format!("{}: `{path}` has no counterpart here: {reason}", self.name))
            .detail("path", path)
            .detail("expected", expected)
            .detail("got", problem.got)
            .detail("reason", reason)
            .detail("operation", self.operation.name.as_str())
    }
}

/// Our name of an argument.
pub(super) fn ours_of(arg: &Arg) -> &'static str {
    match arg.way {
        Way::As(name) | Way::In(name, _) => name,
        _ => "",
    }
}

/// The key by which a caller gave an argument: validation takes any spelling of it, and so no other may slip by here.
fn key(given: &Map<String, Value>, name: &str) -> Option<String> {
    if given.contains_key(name) {
        return Some(name.to_owned());
    }
    let wanted = snake_case(name);
    given.keys().find(|key| snake_case(key) == wanted).cloned()
}

fn has(given: &Map<String, Value>, name: &str) -> bool {
    key(given, name).is_some()
}

fn value_of(given: &Map<String, Value>, name: &str) -> Value {
    key(given, name).map_or(Value::Null, |key| given[&key].clone())
}

fn take(given: &mut Map<String, Value>, path: &str) -> Option<Value> {
    match path.split_once('.') {
        Some((holder, name)) => take(given.get_mut(&key(given, holder)?)?.as_object_mut()?, name),
        None => given.remove(&key(given, path)?),
    }
}

fn put(ours: &mut Map<String, Value>, name: &str, value: Value) {
    ours.insert(name.to_owned(), value);
}

fn fill(map: &mut Map<String, Value>, name: &str, default: impl Fn() -> Value) {
    if !map.keys().any(|key| snake_case(key) == name) {
        map.insert(name.to_owned(), default());
    }
}

fn with(mut map: Map<String, Value>, name: &str, value: Value) -> Map<String, Value> {
    put(&mut map, name, value);
    map
}

fn with_items(beside: Map<String, Value>, items: Vec<Value>) -> Map<String, Value> {
    with(beside, "items", Value::Array(items))
}

/// Whether JSON says this value.
fn said(json: &str, value: &Value) -> bool {
    serde_json::from_str::<Value>(json).is_ok_and(|said| said == *value)
}
