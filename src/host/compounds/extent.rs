//! How far nodes reach, with all below them.

use glam::DVec3;
use serde::Deserialize;
use serde_json::json;

use super::atomics::Atomics;
use super::wrong;
use crate::wire::Fault;

/// A box in world space.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Extent {
    pub(super) min: DVec3,
    pub(super) max: DVec3,
}

#[derive(Deserialize)]
struct Node {
    r#type: String,
    bounds: Option<Bounds>,
}

#[derive(Deserialize)]
struct Bounds {
    min: [f64; 3],
    max: [f64; 3],
}

#[derive(Deserialize)]
struct Below {
    child_ids: Vec<String>,
}

impl Extent {
    pub(super) fn centre(&self) -> DVec3 {
        (self.min + self.max) / 2.0
    }

    /// Of the sphere around it, which is as large from whatever side.
    pub(super) fn radius(&self) -> f64 {
        (self.max - self.min).length() / 2.0
    }

    fn with(self, other: Self) -> Self {
        Self { min: self.min.min(other.min), max: self.max.max(other.max) }
    }
}

/// The box around nodes and all below them, in world space; cameras, lights and empties are not seen and do not count.
/// Calls `get_children` and `get_nodes`.
pub(super) async fn of(host: &Atomics, path: &str, ids: &[String]) -> Result<Extent, Fault> {
    let below: Vec<Below> = host.items("get_children", json!({ "ids": ids, "recursive": true })).await?;
    let mut all = ids.to_vec();
    all.extend(below.into_iter().flat_map(|below| below.child_ids));
    all.sort_unstable();
    all.dedup();
    let nodes: Vec<Node> = host.read("get_nodes", &all, &["type", "bounds"]).await?;
    let seen = nodes.into_iter().filter(|node| !matches!(node.r#type.as_str(), "camera" | "light" | "empty"));
    let boxes = seen
        .filter_map(|node| node.bounds)
        .map(|bounds| Extent { min: DVec3::from_array(bounds.min), max: DVec3::from_array(bounds.max) });
    let whole = boxes.reduce(Extent::with).filter(|whole| whole.radius() > 0.0);
    whole.ok_or_else(|| wrong(path, "nodes of which something is to be seen", ids))
}
