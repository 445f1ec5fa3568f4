//! What hangs on objects and stays behind: counted, so that nobody believes that it came along.

use serde_json::{Value, json};

use super::lost::Lost;
use super::read::{Scene, text};
use super::side::Side;
use crate::wire::Fault;

/// What is looked for: the entity's plural, the field that names the object, whether that is a mesh always, and why it
/// stays behind.
const LEFT: &[(&str, &str, bool, &str)] = &[
    ("constraints", "source_id", false, "constraints are not transferred: what they hold stands where they held it"),
    ("subdivision_surfaces", "base_mesh_id", true, "subdivision is not transferred: the mesh comes as it is stored"),
    ("skins", "mesh_id", true, "skins are not transferred, nor the rigs that they hang on"),
    ("blend_shapes", "mesh_id", true, "blend shapes are not transferred: the mesh comes in its basic form"),
    ("channels", "node_id", false, "animation is not transferred: everything stands as it does at the current time"),
    ("drivers", "target_node_id", false, "drivers are not transferred: their values come as they are now"),
];
/// Edges of which one look through all would take seconds.
const EDGES: u64 = 20_000;
/// Objects that one list is asked about.
const MANY: usize = 500;

/// What hangs on the objects.
pub(super) async fn hanging(source: &mut Side, scene: &Scene, lost: &mut Lost) -> Result<(), Fault> {
    let ids = |only: &str| -> Vec<&str> {
        let wanted = scene.nodes.iter().filter(|found| only.is_empty() || found.entity.name == only);
        wanted.map(|found| text(&found.item, "id")).collect()
    };
    let (all, meshes) = (ids(""), ids("Mesh"));
    let mut asked = Vec::new();
    for left @ (plural, owner, of_meshes, _) in LEFT {
        let operation = format!("list_{plural}");
        if source.lacks(&operation).is_none() {
            let some = if *of_meshes { meshes.chunks(MANY) } else { all.chunks(MANY) };
            asked.extend(some.map(|some| {
                let arguments = json!({ "filters": { *owner: some }, "fields": [owner], "limit": 1000 });
                (left, json!({ "operation": operation, "arguments": arguments }))
            }));
        }
    }
    if asked.is_empty() {
        return Ok(());
    }
    let steps: Vec<&Value> = asked.iter().map(|(_, step)| step).collect();
    let told = source.read("batch", json!({ "operations": steps })).await?.json;
    let results = told["results"].as_array().into_iter().flatten();
    for (((plural, owner, _, reason), _), result) in asked.iter().zip(results) {
        let found = result["result"]["items"].as_array().into_iter().flatten();
        found.for_each(|one| lost.add(*plural, *reason, text(one, owner)));
    }
    Ok(())
}

/// Edges of meshes that are marked as something. Not asked of large meshes: there are too many to look through.
pub(super) async fn marked(source: &mut Side, scene: &Scene, portion: &[usize], lost: &mut Lost) -> Result<(), Fault> {
    if source.lacks("list_edges").is_some() {
        return Ok(());
    }
    let meshes = portion.iter().map(|place| &scene.nodes[*place].item);
    let (small, large): (Vec<_>, Vec<_>) =
        meshes.partition(|mesh| mesh["edge_count"].as_u64().is_some_and(|count| count <= EDGES));
    for mesh in large {
        lost.add(
            "edges",
            format!("over {EDGES} edges: nobody looked whether some are sharp, creased or seams"),
            text(mesh, "id"),
        );
    }
    let asked: Vec<(&Value, &str, Value)> = small
        .iter()
        .flat_map(|mesh| {
            let marks = [("sharp", json!(true)), ("crease", json!({ "gt": 0 })), ("seam", json!(true))];
            marks.map(|(mark, value)| (*mesh, mark, json!({ mark: value })))
        })
        .collect();
    let step = |(mesh, _, filters): &(&Value, &str, Value)| {
        let arguments = json!({ "parent_id": mesh["id"], "filters": filters, "fields": ["mesh_id"], "limit": 1 });
        json!({ "operation": "list_edges", "arguments": arguments })
    };
    let steps: Vec<Value> = asked.iter().map(step).collect();
    if steps.is_empty() {
        return Ok(());
    }
    let told = source.read("batch", json!({ "operations": steps })).await?.json;
    let results = told["results"].as_array().into_iter().flatten();
    for ((mesh, mark, _), result) in asked.iter().zip(results) {
        if result["result"]["total"].as_u64().is_some_and(|count| count > 0) {
            lost.add(format!("edges.{mark}"), "marks of edges are not transferred", text(mesh, "id"));
        }
    }
    Ok(())
}
