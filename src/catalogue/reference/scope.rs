//! What is known of the steps before a batch runs: who may be referred to, and what the result will hold.

use serde_json::Value;

use super::fits::fits;
use super::{Hop, Reference, Written, is_name, read};
use crate::catalogue::nearest::nearest;
use crate::catalogue::paths::leads_to_path;
use crate::catalogue::{Field, Kind, Operation, Problem, Verb};

/// One step of a batch, as far as it is known before it runs.
#[derive(Debug)]
pub(crate) struct Known {
    operation: &'static Operation,
    /// How many things its result lists, where its arguments say so.
    count: Option<usize>,
    /// The fields that its items will have, where its arguments say so.
    fields: Option<Vec<String>>,
}

/// All steps by number and name; those before the present one are known.
#[derive(Debug, Default)]
pub(crate) struct Scope {
    known: Vec<Option<Known>>,
    names: Vec<Option<String>>,
}

/// What stands at the end of a reference.
enum Seen {
    /// These fields, and how many things their lists hold.
    Fields(Vec<&'static Field>),
    Value(Kind),
    /// Only the host can tell.
    Anything,
}

/// What a text stands for where a value of some kind is wanted.
pub(crate) enum Meaning {
    Literal(String),
    Result(Reference),
}

impl Known {
    /// What a step with these arguments will give.
    pub(crate) fn new(operation: &'static Operation, arguments: &Value) -> Self {
        let length = |name: &str| arguments.get(name).and_then(Value::as_array).map(Vec::len);
        let whole = arguments.get("on_error").and_then(Value::as_str) != Some("continue");
        let count = match operation.crud {
            Some((_, Verb::Create)) if whole => length("items"),
            Some((_, Verb::Get)) => length("ids"),
            _ => None,
        };
        let fields = arguments.get("fields").and_then(Value::as_array);
        let fields = fields.map(|names| names.iter().filter_map(Value::as_str).map(str::to_owned).collect());
        Self { operation, count, fields }
    }

    /// Why an item of the result will not have a field that its kind has.
    fn leaves_out(&self, field: &Field) -> bool {
        match &self.fields {
            Some(named) => !["id", "name"].contains(&field.name) && !named.iter().any(|name| name == field.name),
            None => field.on_request && self.operation.crud.is_some(),
        }
    }
}

impl Scope {
    /// Of steps with these names, none of which is known yet.
    pub(crate) fn new(names: Vec<Option<String>>) -> Self {
        Self { known: Vec::new(), names }
    }

    /// The next step is known; None when it is wrong by itself.
    pub(crate) fn add(&mut self, known: Option<Known>) {
        self.known.push(known);
    }

    /// How many values a list has to which a reference leads, where that is known.
    pub(crate) fn count(&self, reference: &Reference) -> Option<usize> {
        let known = self.known.get(reference.step)?.as_ref()?;
        known.count.filter(|_| matches!(&reference.path[..], [Hop::Field(_)]))
    }

    /// What a text means where this kind of value is wanted; a sentence with what is wrong otherwise.
    pub(crate) fn meaning(&self, text: &str, wanted: &Kind) -> Result<Meaning, Problem> {
        let (step, path) = match read(text) {
            Written::Literal(literal) => return Ok(Meaning::Literal(literal.to_owned())),
            Written::Broken => {
                let wrong = "a reference like `$0.ids[0]` or `$name.items[0].position`";
                return Err(wrong_text(text, wrong).with(format!("write `${text}` for the text `{text}` itself")));
            }
            Written::Result(step, path) => (step, path),
        };
        if matches!(wanted, Kind::Code) || leads_to_path(wanted, false) {
            let what = match wanted {
                Kind::Code => "code",
                Kind::Path { .. } => "a path",
                _ => "what may hold a path",
            };
            let wrong = format!("{what} as it is: the owner's rules are applied to it before anything runs");
            return Err(wrong_text(text, wrong).with(format!("write `${text}` for the text `{text}` itself")));
        }
        let step = self.step(text, step)?;
        let reference = Reference { text: text.to_owned(), step, path };
        let Some(Some(known)) = self.known.get(step) else { return Ok(Meaning::Result(reference)) };
        match seen(known, &reference)? {
            Seen::Anything => {}
            Seen::Value(kind) if fits(wanted, &kind) => {}
            Seen::Fields(_) if matches!(wanted, Kind::Any | Kind::Map | Kind::Object(_) | Kind::Item(..)) => {}
            Seen::Value(kind) => return Err(leads_to(text, wanted, &kind.expectation())),
            Seen::Fields(_) => return Err(leads_to(text, wanted, "a whole result")),
        }
        Ok(Meaning::Result(reference))
    }

    fn step(&self, text: &str, step: &str) -> Result<usize, Problem> {
        let present = self.known.len();
        let index = if is_name(step) {
            self.names.iter().position(|name| name.as_deref() == Some(step))
        } else {
            step.parse().ok().filter(|&index| index < self.names.len())
        };
        match index {
            Some(index) if index < present => Ok(index),
            Some(index) if index == present => Err(wrong_text(text, earlier(present, "itself"))),
            Some(_) => Err(wrong_text(text, earlier(present, "a later one"))),
            None => {
                let names = self.names[..present.min(self.names.len())].iter().flatten().map(String::as_str);
                let near = nearest(step, names, 3);
                let wrong = wrong_text(text, earlier(present, "one that is not there"))
                    .with(format!("write `${text}` for the text `{text}` itself"));
                Err(near.into_iter().rev().fold(wrong, |wrong, near| wrong.first(format!("the step `{near}`"))))
            }
        }
    }
}

fn earlier(present: usize, not: &str) -> String {
    match present {
        0 => format!("no reference, as this is the first step, and not one to {not}"),
        _ => format!("a reference to a step before this one (0 to {}), not to {not}", present - 1),
    }
}

fn seen(known: &Known, reference: &Reference) -> Result<Seen, Problem> {
    let mut seen = Seen::Fields(known.operation.returns.iter().collect());
    let mut length = None;
    for hop in &reference.path {
        seen = match (seen, hop) {
            (Seen::Anything | Seen::Value(Kind::Any | Kind::Map), _) => return Ok(Seen::Anything),
            (Seen::Fields(fields), Hop::Field(name)) => {
                let field = field(known, reference, &fields, name)?;
                length = known.count.filter(|_| matches!(name.as_str(), "ids" | "items"));
                Seen::Value(field.kind)
            }
            (Seen::Value(Kind::Object(fields)), Hop::Field(name)) => {
                Seen::Value(field(known, reference, &fields.iter().collect::<Vec<_>>(), name)?.kind)
            }
            (Seen::Value(Kind::Item(entity, verb)), Hop::Field(name)) => {
                let field = field(known, reference, &entity.item_fields(verb), name)?;
                if known.leaves_out(field) {
                    let wrong = wrong_text(&reference.text, format!("a field that the step reads, not `{name}`"));
                    return Err(wrong.with(format!("name `{name}` in the `fields` of a `get_{}` step", entity.plural)));
                }
                Seen::Value(field.kind)
            }
            (Seen::Value(Kind::List(item)), Hop::At(index)) => {
                if let Some(length) = length.take().filter(|length| index >= length) {
                    let there = format!("one of the {length} that the step gives, counted from 0");
                    return Err(wrong_text(&reference.text, there));
                }
                Seen::Value(*item)
            }
            (Seen::Value(kind), Hop::At(index)) if kind.width().is_some_and(|width| *index < width) => {
                Seen::Value(Kind::NUMBER)
            }
            (Seen::Value(Kind::Array(_)), _) => {
                return Err(wrong_text(&reference.text, "the whole array; what is in it cannot be referred to"));
            }
            (Seen::Value(kind), hop) => {
                return Err(wrong_text(&reference.text, format!("no `{hop}` in {}", kind.expectation())));
            }
            (Seen::Fields(_), hop) => {
                return Err(wrong_text(&reference.text, format!("the name of a part of the result, not `{hop}`")));
            }
        };
    }
    Ok(seen)
}

fn field<'a>(known: &Known, reference: &Reference, fields: &[&'a Field], name: &str) -> Result<&'a Field, Problem> {
    if let Some(field) = fields.iter().find(|field| field.name == name) {
        return Ok(field);
    }
    let names: Vec<&str> = fields.iter().map(|field| field.name).collect();
    let wrong = format!("one of {} of `{}`, not `{name}`", names.join(", "), known.operation.name);
    let wrong = wrong_text(&reference.text, wrong);
    Err(nearest(name, names, 3).into_iter().fold(wrong, |wrong, near| wrong.with(format!("use `{near}`"))))
}

fn leads_to(text: &str, wanted: &Kind, got: &str) -> Problem {
    let mut problem = wrong_text(text, wanted.expectation());
    problem.got = format!("`{text}`, which leads to {got}");
    problem
}

fn wrong_text(text: &str, expected: impl Into<String>) -> Problem {
    Problem::new("", expected, &Value::from(text))
}

impl Problem {
    fn with(mut self, suggestion: String) -> Self {
        self.suggestions.push(suggestion);
        self
    }

    fn first(mut self, suggestion: String) -> Self {
        self.suggestions.insert(0, suggestion);
        self
    }
}
