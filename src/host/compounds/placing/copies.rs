//! Many copies of a few things, below one node.

use glam::{DQuat, DVec3};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::host::compounds::Atomics;
use crate::host::compounds::extent::Thing;
use crate::host::compounds::matrix::place;
use crate::host::compounds::moving::arrived;
use crate::wire::Fault;

/// What is made by one call: between two the artist has a turn, and who asked may cancel.
const AT_ONCE: usize = 200;
/// More than these is a matter of particles.
pub(super) const MOST: usize = 10_000;

/// Where one comes to be, in the world.
pub(super) struct Copy {
    /// Which of the things it is a copy of.
    pub(super) of: usize,
    pub(super) place: DVec3,
    pub(super) turn: DQuat,
    pub(super) size: DVec3,
}

/// All that were made.
pub(super) struct Copies {
    /// The node that all are parented to.
    pub(super) parent_id: String,
    pub(super) ids: Vec<String>,
}

#[derive(Deserialize)]
struct Made {
    ids: Vec<String>,
}

#[derive(Deserialize)]
struct Node {
    id: String,
    name: String,
    matrix_world: [f64; 16],
}

/// Makes them, with meshes and other data of their own or shared with the originals. The first of each thing is copied
/// from the thing, the others from this copy, which has the right parent already. Calls `create_nodes`, `duplicate`,
/// `set_parent`, `update_nodes` and `get_nodes`.
pub(super) async fn make(
    host: &Atomics,
    things: &[Thing],
    name: &str,
    own_data: bool,
    copies: &[Copy],
) -> Result<Copies, Fault> {
    let parent_id = host.make("create_nodes", json!({ "name": name })).await?;
    let mut first: Vec<Option<usize>> = vec![None; things.len()];
    for (number, copy) in copies.iter().enumerate() {
        first[copy.of].get_or_insert(number);
    }
    let named = |number: usize| format!("{name} {}", number + 1);
    let item = |id: &str, number: usize| json!({ "id": id, "name": named(number), "duplicate_dependencies": own_data });
    let firsts: Vec<usize> = first.iter().flatten().copied().collect();
    let items: Vec<Value> = firsts.iter().map(|number| item(&things[copies[*number].of].id, *number)).collect();
    let Made { ids: templates } = host.ask("duplicate", json!({ "items": items })).await?;
    let below = templates.iter().map(|id| json!({ "id": id, "parent_id": parent_id })).collect();
    host.change("set_parent", below).await?;
    let mut ids: Vec<Option<String>> = vec![None; copies.len()];
    for (number, id) in firsts.iter().zip(&templates) {
        ids[*number] = Some(id.clone());
    }
    let others: Vec<usize> = (0..copies.len()).filter(|number| ids[*number].is_none()).collect();
    for some in others.chunks(AT_ONCE) {
        let template = |number: usize| first[copies[number].of].and_then(|first| ids[first].as_deref());
        let items: Vec<Value> =
            some.iter().map(|number| item(template(*number).unwrap_or_default(), *number)).collect();
        let Made { ids: made } = host.ask("duplicate", json!({ "items": items })).await?;
        for (number, id) in some.iter().zip(made) {
            ids[*number] = Some(id);
        }
    }
    let ids: Vec<String> = ids.into_iter().flatten().collect();
    put(host, &ids, copies).await?;
    Ok(Copies { parent_id, ids })
}

/// Each to its place: the node above them all stands in the world's middle, so their own numbers are the world's.
async fn put(host: &Atomics, ids: &[String], copies: &[Copy]) -> Result<(), Fault> {
    let pairs: Vec<(&String, &Copy)> = ids.iter().zip(copies).collect();
    for some in pairs.chunks(AT_ONCE) {
        let items = some.iter().map(|(id, copy)| {
            json!({
                "ids": [id],
                "position": copy.place.to_array(),
                "rotation": copy.turn.to_array(),
                "scale": copy.size.to_array(),
            })
        });
        host.change("update_nodes", items.collect()).await?;
        let ids: Vec<String> = some.iter().map(|(id, _)| (*id).clone()).collect();
        let nodes: Vec<Node> = host.read("get_nodes", &ids, &["matrix_world"]).await?;
        for ((_, copy), node) in some.iter().zip(nodes) {
            arrived(&node.id, &node.name, copy.place, place(node.matrix_world))?;
        }
    }
    Ok(())
}
