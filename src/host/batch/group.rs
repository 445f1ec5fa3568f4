//! Steps that make things of one kind, one after the other: done as one, because a host brings its whole scene up to date
//! before it reads back, which for a thousand new objects one by one is a thousand times the whole scene.

use std::ops::Range;

use serde_json::{Value, json};

use super::plan::Step;
use crate::catalogue::reference::transplant;
use crate::catalogue::{Operation, Verb};
use crate::wire::{Code, Fault, Payload};

/// Few enough that the main thread is soon free again.
const MOST: usize = 64;
/// Bytes of arrays of them together: a large mesh takes its own time.
const MOST_BYTES: usize = 256 << 10;

/// Which steps from this one on can be done together: alike, and none refers to another of them.
pub(super) fn together(steps: &[Step], first: usize) -> Range<usize> {
    let start = &steps[first];
    if !makes_nodes(start.operation) || !is_plain(start) {
        return first..first + 1;
    }
    let mut bytes = start.arguments.attached_bytes();
    let alike = |step: &Step| {
        bytes += step.arguments.attached_bytes();
        std::ptr::eq(step.operation, start.operation)
            && is_plain(step)
            && step.arguments.json.get("convention") == start.arguments.json.get("convention")
            && step.holes.iter().all(|hole| hole.reference.step < first)
            && bytes <= MOST_BYTES
    };
    let more = steps[first + 1..].iter().take(MOST - 1);
    let count = more.scan(alike, |alike, step| alike(step).then_some(())).count();
    first..first + 1 + count
}

/// New objects make the host sort its whole scene anew; changes of those that are there do not.
fn makes_nodes(operation: &Operation) -> bool {
    match operation.crud {
        // Joints are made in an edit of their rig, in which the items of one call see each other.
        Some((entity, Verb::Create)) => entity.is_node() && entity.name != "Joint",
        _ => operation.name == "create_primitives",
    }
}

fn is_plain(step: &Step) -> bool {
    step.arguments.json["items"].is_array()
}

/// The arguments of all of them as one, and how many items each has.
pub(super) fn merged(all: Vec<Payload>) -> (Payload, Vec<usize>) {
    let counts = all.iter().map(|one| one.json["items"].as_array().map_or(0, Vec::len)).collect();
    let mut all = all.into_iter();
    let mut whole = all.next().unwrap_or_default();
    for mut one in all {
        transplant(&mut one.json, &one.attachments, &mut whole.attachments);
        if let (Some(Value::Array(items)), Some(Value::Array(more))) =
            (whole.json.get_mut("items"), one.json.get_mut("items").map(Value::take))
        {
            items.extend(more);
        }
    }
    (whole, counts)
}

/// What each of them gave.
pub(super) fn split(mut whole: Value, counts: &[usize]) -> Result<Vec<Value>, Fault> {
    if counts.len() == 1 {
        return Ok(vec![whole]);
    }
    let mut list = |name: &str| match whole.get_mut(name).map(Value::take) {
        Some(Value::Array(values)) if values.len() == counts.iter().sum::<usize>() => Ok(values.into_iter()),
        _ => Err(Fault::new(Code::HandlerError, format!("the host did not give one of `{name}` for each item"))),
    };
    let (mut ids, mut items) = (list("ids")?, list("items")?);
    let each = counts.iter().map(|&count| {
        json!({ "ids": ids.by_ref().take(count).collect::<Vec<_>>(), "items": items.by_ref().take(count).collect::<Vec<_>>() })
    });
    Ok(each.collect())
}

/// Whose fault it is, by the number of the item that the host names; none when it names none.
pub(super) fn culprit(fault: &mut Fault, counts: &[usize]) -> Option<usize> {
    let mut item = usize::try_from(fault.details.get("item")?.as_u64()?).ok()?;
    let all = item;
    for (index, &count) in counts.iter().enumerate() {
        if item < count {
            fault.details.insert("item".to_owned(), item.into());
            if let Some(path) = fault.details.get("path").and_then(Value::as_str) {
                let path = path.replace(&format!("items[{all}]"), &format!("items[{item}]"));
                fault.details.insert("path".to_owned(), path.into());
            }
            return Some(index);
        }
        item -= count;
    }
    None
}
