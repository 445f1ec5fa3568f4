//! Calls in the reference system's own words, and in those of the Maya MCP server's design: their argument shapes and units into
//! ours, our results and errors into theirs.
//!
//! What is said otherwise stands in two tables, `tools` and `fields`; all else differs by camelCase only. The rest of the
//! crate sees our operation and our arguments.

mod answer;
mod fault;
mod fields;
mod incoming;
mod page;
#[cfg(test)]
mod tests;
mod tools;
mod unit;

use serde_json::Value;

use super::{Entity, Operation, Verb, catalogue};
use crate::wire::{Fault, Payload};
pub(super) use page::section;
use unit::Unit;

/// What an argument of the reference becomes.
#[derive(Clone, Copy, Debug)]
enum Way {
    /// The same under our name.
    As(&'static str),
    /// Under our name, in our unit or shape.
    In(&'static str, Unit),
    /// Nothing: these values (JSON) say what happens here anyway, any other is refused for the reason.
    Only(&'static [&'static str], &'static str),
    /// Nothing: it is refused for the reason.
    Never(&'static str),
    /// Nothing, and nothing is lost by it: its tools demand it, so it is taken, and the result tells the reason.
    Needless(&'static str),
}

/// An argument of the reference, or a field of its entities; `options.scale` is one inside another.
#[derive(Clone, Copy, Debug)]
struct Arg {
    theirs: &'static str,
    way: Way,
}

/// How its arguments are laid out.
#[derive(Clone, Copy, Debug)]
enum Form {
    /// As ours are.
    Whole,
    /// One item of ours.
    Single,
    /// This list holds our items.
    List(&'static str),
    /// This list holds our items, and what stands beside it belongs to each.
    Spread(&'static str),
}

/// Where a field of a result comes from.
#[derive(Clone, Copy, Debug)]
enum Source {
    /// A field of our item.
    Is(&'static str),
    /// What the caller gave for the item under this name.
    Given(&'static str),
    /// Which item it is.
    Index,
    /// It is not told, for the reason.
    Unsaid(&'static str),
}

/// What its result holds beside `success`.
#[derive(Clone, Copy, Debug)]
enum Answer {
    Nothing,
    /// Each from this place (a JSON pointer) of our result.
    Fields(&'static [(&'static str, &'static str)]),
    /// A list of this name with an entry for each of our items.
    Each(&'static str, &'static [(&'static str, Source)]),
    /// All that ours holds.
    Whole,
}

/// A tool of the reference.
#[derive(Clone, Copy, Debug)]
struct Tool {
    theirs: &'static str,
    form: Form,
    args: &'static [Arg],
    /// Of ours and as JSON, where what is left out means something else here.
    defaults: &'static [(&'static str, &'static str)],
    answer: Answer,
}

/// A call that came in the reference's words, to answer it in the same.
#[derive(Clone, Debug)]
pub(crate) struct Spoken {
    operation: &'static Operation,
    tool: Tool,
    name: String,
    /// By item what `Source::Given` gives back.
    given: Vec<Value>,
    /// How many items of a page its `offset` passes over.
    passed_over: usize,
    notes: Vec<String>,
}

/// Whether calls by this name may be in the reference's words.
pub(crate) fn is_spoken(name: &str) -> bool {
    tool(name).is_some()
}

/// The call in our words when its name and arguments are the reference's: the arguments are ours afterwards. `None` leaves a call
/// as it is.
pub(crate) fn understood(name: &str, arguments: &mut Payload) -> Result<Option<Spoken>, Fault> {
    let Some(tool) = tool(name) else { return Ok(None) };
    let Some(operation) = catalogue().known(name) else { return Ok(None) };
    let mut spoken = Spoken::new(operation, tool, name);
    match arguments.json.take() {
        Value::Object(given) if incoming::is_theirs(&tool, operation, &given) => {
            arguments.json = Value::Object(spoken.translate(given)?);
        }
        // No arguments at all are in everybody's shape; the name says whose result is expected.
        Value::Null if operation.name != name => {}
        other => {
            arguments.json = other;
            return Ok(None);
        }
    }
    Ok(Some(spoken))
}

impl Spoken {
    fn new(operation: &'static Operation, tool: Tool, name: &str) -> Self {
        Self { operation, tool, name: name.to_owned(), given: Vec::new(), passed_over: 0, notes: Vec::new() }
    }
}

/// The fault as whoever spoke so would say it.
pub(crate) fn worded(spoken: Option<&Spoken>, fault: Fault) -> Fault {
    match spoken {
        Some(spoken) => spoken.fault(fault),
        None => fault,
    }
}

/// What the tools of the Maya MCP server's design (seed 003) are called.
const MAYA: &str = "maya_";

/// The tool of this name. Nearly every name of ours has a `_` and none of the reference's has: this stands before each call.
fn tool(name: &str) -> Option<Tool> {
    if name.contains('_') && !name.starts_with(MAYA) {
        return None;
    }
    if let Some(tool) = tools::ALL.iter().find(|tool| tool.theirs == name) {
        return Some(*tool);
    }
    let (entity, verb) = catalogue().known(name)?.crud?;
    let own = fields::ENTITIES.contains(&entity.name) && *name == format!("{}{}s", verb.name(), entity.name);
    own.then(|| crud(entity, verb))
}

/// The tool that does this with an entity of the reference.
fn crud(entity: &Entity, verb: Verb) -> Tool {
    let (form, answer) = match verb {
        Verb::Create => (Form::List("items"), Answer::Fields(&[("ids", "/ids")])),
        Verb::Update => (Form::List("items"), Answer::Nothing),
        Verb::Get | Verb::List => (Form::Whole, Answer::Whole),
        Verb::Delete => (Form::Whole, Answer::Nothing),
    };
    let args = if matches!(form, Form::List(_)) { fields::of(entity) } else { &[] };
    Tool { theirs: "", form, args, defaults: &[], answer }
}
