//! Rules between the fields of one item.

use serde_json::{Map, Value, json};

use super::Problem;
use crate::catalogue::Verb;
use crate::wire::{Attachment, placeholder};

type Item = Map<String, Value>;

/// An array field of an item, by its length in rows and its bytes.
fn array<'a>(item: &Item, kept: &'a [Attachment], name: &str) -> Option<&'a Attachment> {
    item.get(name).and_then(placeholder).and_then(|number| kept.get(number))
}

fn rows(attachment: &Attachment) -> usize {
    attachment.shape.first().and_then(|&rows| usize::try_from(rows).ok()).unwrap_or_default()
}

fn integers(attachment: &Attachment) -> impl Iterator<Item = i32> + '_ {
    attachment.data.chunks_exact(4).map(|word| i32::from_le_bytes(word.try_into().unwrap_or_default()))
}

/// Faces name vertices that exist, and what is given per vertex or corner is as long as they are. A patch that leaves
/// out what it refers to is checked by the host.
pub(in crate::catalogue) fn mesh(item: &Item, kept: &[Attachment], verb: Verb) -> Vec<Problem> {
    let vertices = array(item, kept, "vertices").map(rows);
    let indices = array(item, kept, "indices");
    let corners = indices.map(rows).or((verb == Verb::Create).then_some(0));
    let mut problems: Vec<Problem> =
        index_problem(vertices, indices).into_iter().chain(face_problem(item, kept, indices.map(rows), verb)).collect();
    if let Some(vertices) = vertices {
        let layers = ["normals", "uvs", "colors"];
        problems.extend(layers.into_iter().filter_map(|name| layer_problem(item, kept, name, (vertices, corners))));
    }
    problems
}

fn index_problem(vertices: Option<usize>, indices: Option<&Attachment>) -> Option<Problem> {
    let (vertices, indices) = (vertices?, indices?);
    let beyond = |index: i32| usize::try_from(index).map_or(true, |index| index >= vertices);
    let (at, index) = integers(indices).enumerate().find(|&(_, index)| beyond(index))?;
    let expected = match vertices {
        0 => "no indices, as there are no vertices".to_owned(),
        _ => format!("a vertex number from 0 to {}", vertices - 1),
    };
    Some(Problem::new(&format!("indices[{at}]"), expected, &json!(index)))
}

fn face_problem(item: &Item, kept: &[Attachment], corners: Option<usize>, verb: Verb) -> Option<Problem> {
    let Some(sizes) = array(item, kept, "face_sizes") else {
        let corners = corners?;
        let odd = !corners.is_multiple_of(3);
        return odd.then(|| counted("indices", "three per face, or `face_sizes` beside it", corners));
    };
    if corners.is_none() && verb == Verb::Update {
        return Some(counted("face_sizes", "`indices` beside it", rows(sizes)));
    }
    if let Some((at, size)) = integers(sizes).enumerate().find(|&(_, size)| size < 3) {
        return Some(Problem::new(&format!("face_sizes[{at}]"), "at least 3 corners", &json!(size)));
    }
    let sum: i64 = integers(sizes).map(i64::from).sum();
    let corners = corners.unwrap_or_default();
    let differs = usize::try_from(sum).ok() != Some(corners);
    differs.then(|| Problem::new("face_sizes", format!("a sum of {corners}, the length of `indices`"), &json!(sum)))
}

fn layer_problem(
    item: &Item,
    kept: &[Attachment],
    name: &str,
    (vertices, corners): (usize, Option<usize>),
) -> Option<Problem> {
    let given = rows(array(item, kept, name)?);
    let corners = corners?;
    let fits = given == vertices || given == corners;
    (!fits)
        .then(|| counted(name, &format!("{vertices} rows, one per vertex, or {corners}, one per face corner"), given))
}

fn counted(path: &str, expected: &str, count: usize) -> Problem {
    let mut problem = Problem::new(path, expected, &Value::Null);
    problem.got = format!("{count} of them");
    problem
}

/// Two arrays that tell of the same things one by one are as long as each other, and not empty.
pub(in crate::catalogue) fn same_rows(item: &Item, kept: &[Attachment], one: &str, other: &str) -> Option<Problem> {
    let lengths = (array(item, kept, one).map(rows), array(item, kept, other).map(rows));
    match lengths {
        (Some(0), _) => Some(counted(one, "at least one", 0)),
        (_, Some(0)) => Some(counted(other, "at least one", 0)),
        (Some(one), Some(count)) if one != count => Some(counted(other, &format!("{one}, as there are times"), count)),
        _ => None,
    }
}

/// What a camera sees lies between near and far.
pub(in crate::catalogue) fn camera(item: &Item, _: &[Attachment], _: Verb) -> Vec<Problem> {
    let number = |name: &str| item.get(name).and_then(Value::as_f64);
    match (number("near"), number("far")) {
        (Some(near), Some(far)) if near >= far => {
            vec![Problem::new("far", format!("more than `near`, {near}"), &json!(far))]
        }
        _ => Vec::new(),
    }
}

/// A measure that this sort of light does not have is refused rather than passed over.
pub(in crate::catalogue) fn light(item: &Item, _: &[Attachment], verb: Verb) -> Vec<Problem> {
    const OWN: &[(&str, &str)] =
        &[("spot_angle", "spot"), ("spot_blend", "spot"), ("width", "area"), ("height", "area")];
    let Some(kind) = item.get("kind").and_then(Value::as_str).filter(|_| verb != Verb::List) else { return Vec::new() };
    OWN.iter()
        .filter(|(_, owner)| *owner != kind)
        .filter_map(|(name, owner)| item.get(*name).map(|value| (name, owner, value)))
        .map(|(name, owner, value)| Problem::new(name, format!("nothing, only a {owner} light has it"), value))
        .collect()
}
