//! How far nodes reach, with all below them.

use std::collections::{HashMap, HashSet};

use glam::{DMat3, DVec3};
use serde::Deserialize;
use serde_json::json;

use super::Atomics;
use super::matrix::{linear, place};
use super::wrong;
use crate::wire::Fault;

/// A box in world space.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Extent {
    pub(super) min: DVec3,
    pub(super) max: DVec3,
}

/// One of the nodes that a compound is about, with all below it.
#[derive(Clone, Debug)]
pub(super) struct Thing {
    pub(super) id: String,
    pub(super) parent_id: Option<String>,
    /// Where its origin is in the world.
    pub(super) place: DVec3,
    /// How it is turned and how large it is there.
    pub(super) linear: DMat3,
    /// It and all below it, as far as something is to be seen of each.
    pub(super) seen: Vec<Seen>,
}

/// A node that is to be seen.
#[derive(Clone, Debug)]
pub(super) struct Seen {
    pub(super) id: String,
    pub(super) mesh: bool,
    pub(super) extent: Extent,
}

#[derive(Clone, Deserialize)]
struct Node {
    id: String,
    #[serde(default)]
    name: String,
    r#type: String,
    bounds: Option<Bounds>,
    parent_id: Option<String>,
    matrix_world: Option<[f64; 16]>,
}

#[derive(Clone, Deserialize)]
struct Bounds {
    min: [f64; 3],
    max: [f64; 3],
}

#[derive(Deserialize)]
struct Below {
    child_ids: Vec<String>,
}

impl Extent {
    /// Of a point.
    pub(super) fn at(point: DVec3) -> Self {
        Self { min: point, max: point }
    }

    pub(super) fn centre(&self) -> DVec3 {
        (self.min + self.max) / 2.0
    }

    /// Of the sphere around it, which is as large from whatever side.
    pub(super) fn radius(&self) -> f64 {
        (self.max - self.min).length() / 2.0
    }

    pub(super) fn corners(&self) -> impl Iterator<Item = DVec3> {
        let (min, max) = (self.min, self.max);
        let at = move |number: usize, axis: usize| if number & (1 << axis) == 0 { min[axis] } else { max[axis] };
        (0..8).map(move |number| DVec3::new(at(number, 0), at(number, 1), at(number, 2)))
    }

    pub(super) fn with(self, other: Self) -> Self {
        Self { min: self.min.min(other.min), max: self.max.max(other.max) }
    }
}

impl Thing {
    /// The box around it; where nothing of it is to be seen, its origin.
    pub(super) fn extent(&self) -> Extent {
        let boxes = self.seen.iter().map(|seen| seen.extent);
        boxes.reduce(Extent::with).unwrap_or(Extent::at(self.place))
    }

    /// The ids of the meshes among what is seen of it.
    pub(super) fn meshes(&self) -> impl Iterator<Item = &String> {
        self.seen.iter().filter(|seen| seen.mesh).map(|seen| &seen.id)
    }
}

impl Node {
    /// Cameras, lights and empties are not seen.
    fn extent(&self) -> Option<Extent> {
        let bounds = self.bounds.as_ref().filter(|_| !matches!(self.r#type.as_str(), "camera" | "light" | "empty"))?;
        Some(Extent { min: DVec3::from_array(bounds.min), max: DVec3::from_array(bounds.max) })
    }

    fn seen(&self) -> Option<Seen> {
        Some(Seen { id: self.id.clone(), mesh: self.r#type == "mesh", extent: self.extent()? })
    }
}

/// The box around nodes and all below them, in world space; cameras, lights and empties are not seen and do not count.
/// Calls `get_children` and `get_nodes`.
pub(super) async fn of(host: &Atomics, path: &str, ids: &[String]) -> Result<Extent, Fault> {
    let whole = boxes(host, ids).await?.into_iter().reduce(Extent::with).filter(|whole| whole.radius() > 0.0);
    whole.ok_or_else(|| wrong(path, "nodes of which something is to be seen", ids))
}

/// The boxes of all that is to be seen of nodes and of what is below them. Calls `get_children` and `get_nodes`.
pub(super) async fn boxes(host: &Atomics, ids: &[String]) -> Result<Vec<Extent>, Fault> {
    let (_, nodes) = read(host, ids).await?;
    Ok(nodes.iter().filter_map(Node::extent).collect())
}

/// Nodes that are to be moved one by one: each once, and none of them below another, with which it would move. Calls
/// `get_children` and `get_nodes`.
pub(super) async fn things(host: &Atomics, path: &str, ids: &[String]) -> Result<Vec<Thing>, Fault> {
    let (below, nodes) = read(host, ids).await?;
    let own: Vec<&Node> = nodes.iter().take(ids.len()).collect();
    let by_id: HashMap<&str, &Node> = nodes.iter().map(|node| (node.id.as_str(), node)).collect();
    let under: HashSet<&str> = below.iter().flat_map(|below| &below.child_ids).map(String::as_str).collect();
    let mut known = HashSet::new();
    for (number, node) in own.iter().enumerate() {
        if !known.insert(&node.id) {
            return Err(wrong(&format!("{path}[{number}]"), "each node once", &*node.name));
        }
        if under.contains(node.id.as_str()) {
            let expected = "nodes none of which is below another, with which it moves";
            return Err(wrong(&format!("{path}[{number}]"), expected, &*node.name));
        }
    }
    let thing = |(node, below): (&&Node, Below)| {
        let below = below.child_ids.iter().filter_map(|id| by_id.get(id.as_str())?.seen());
        Thing {
            id: node.id.clone(),
            parent_id: node.parent_id.clone(),
            place: node.matrix_world.map_or(DVec3::ZERO, place),
            linear: node.matrix_world.map_or(DMat3::IDENTITY, linear),
            seen: node.seen().into_iter().chain(below).collect(),
        }
    };
    Ok(own.iter().zip(below).map(thing).collect())
}

/// What is below each, and all nodes: these first, in their order.
async fn read(host: &Atomics, ids: &[String]) -> Result<(Vec<Below>, Vec<Node>), Fault> {
    if ids.is_empty() {
        return Ok((Vec::new(), Vec::new()));
    }
    let below: Vec<Below> = host.items("get_children", json!({ "ids": ids, "recursive": true })).await?;
    let mut known: HashSet<&String> = HashSet::new();
    let further = below.iter().flat_map(|below| &below.child_ids).filter(|id| known.insert(id));
    let all: Vec<String> = ids.iter().chain(further).cloned().collect();
    let nodes = host.read("get_nodes", &all, &["type", "bounds", "parent_id", "matrix_world"]).await?;
    Ok((below, nodes))
}
