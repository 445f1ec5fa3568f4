//! Moving things in the world, whatever they are parented to, and seeing that they went.

use std::collections::HashMap;

use glam::{DMat3, DVec3};
use serde::Deserialize;
use serde_json::{Value, json};

use super::Atomics;
use super::extent::Thing;
use super::matrix::{linear, place};
use crate::wire::{Code, Fault};

/// What single precision leaves of a place, as a part of how far from the origin it is.
const PRECISE: f64 = 1e-4;

#[derive(Deserialize)]
struct Node {
    id: String,
    name: String,
    matrix_world: [f64; 16],
}

/// Moves each by so much of the world. What is there already is left alone. Calls `get_nodes` and `transform`.
pub(super) async fn shift(host: &Atomics, ways: &[(&Thing, DVec3)]) -> Result<(), Fault> {
    let ways: Vec<&(&Thing, DVec3)> = ways.iter().filter(|(_, way)| way.length() > 0.0).collect();
    if ways.is_empty() {
        return Ok(());
    }
    let mut parents: Vec<String> = ways.iter().filter_map(|(thing, _)| thing.parent_id.clone()).collect();
    parents.sort_unstable();
    parents.dedup();
    let parents: Vec<Node> = host.read("get_nodes", &parents, &["matrix_world"]).await?;
    let frames: HashMap<&str, DMat3> = parents.iter().map(|node| (&*node.id, linear(node.matrix_world))).collect();
    let items = ways.iter().map(|(thing, way)| {
        let parent = thing.parent_id.as_deref().and_then(|parent| frames.get(parent));
        match parent.filter(|frame| frame.determinant().abs() > f64::MIN_POSITIVE) {
            // In its parent's space, where turn and size need not be written: those of what is sheared would change.
            Some(frame) => {
                let own = frame.inverse() * *way;
                json!({ "id": thing.id, "position_offset": own.to_array(), "space": "parent" })
            }
            None => json!({ "id": thing.id, "position_offset": way.to_array() }),
        }
    });
    let items: Vec<Value> = items.collect();
    host.change("transform", items).await?;
    let ids: Vec<String> = ways.iter().map(|(thing, _)| thing.id.clone()).collect();
    let nodes: Vec<Node> = host.read("get_nodes", &ids, &["matrix_world"]).await?;
    for ((thing, way), node) in ways.iter().zip(nodes) {
        arrived(&node.id, &node.name, thing.place + *way, place(node.matrix_world))?;
    }
    Ok(())
}

/// Nothing else decides where it is.
pub(super) fn arrived(id: &str, name: &str, wanted: DVec3, found: DVec3) -> Result<(), Fault> {
    if wanted.distance(found) <= PRECISE * (1.0 + wanted.abs().max_element()) {
        return Ok(());
    }
    let message =
        format!("`{name}` does not stay where it is put: a constraint, a driver or an animation decides that");
    let fault = Fault::new(Code::Conflict, message).detail("id", id).detail("name", name);
    Err(fault.suggest("mute what moves it").suggest("leave it out"))
}
