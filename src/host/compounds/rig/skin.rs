//! `auto_skin`: meshes bound to a rig, with weights.

use glam::{DMat4, DVec3};
use serde::Deserialize;
use serde_json::{Value, json};

use super::heat::{Surface, largest};
use crate::host::compounds::arrays::attached;
use crate::host::compounds::mesh::{Faces, points};
use crate::host::compounds::{Atomics, joints, matrix, unexpected, wrong};
use crate::wire::{Fault, Payload};

#[derive(Deserialize)]
pub(super) struct Given {
    mesh_ids: Vec<String>,
    rig_id: String,
    joint_ids: Option<Vec<String>>,
    max_influence_count: usize,
    parent: bool,
}

/// What binds: the rig's joints in the order of weights, and those among them that take part.
struct Binding {
    columns: usize,
    /// Column, beginning and tip, in the rig.
    joints: Vec<(usize, DVec3, DVec3)>,
    rig: DMat4,
}

#[derive(Deserialize)]
struct Rig {
    joint_ids: Vec<String>,
}

#[derive(Deserialize)]
struct Control {
    id: String,
}

pub(super) async fn bind(host: Atomics, given: Result<Given, Fault>) -> Result<Value, Fault> {
    let given = given?;
    if given.mesh_ids.is_empty() {
        return Err(wrong("mesh_ids", "at least one mesh", json!([])));
    }
    let binding = binding(&host, &given).await?;
    let (mut skins, mut vertices) = (Vec::new(), 0);
    for mesh in &given.mesh_ids {
        let (count, weights) = weights(&host, mesh, &binding, given.max_influence_count).await?;
        let mut payload = Payload::default();
        let table = attached(&mut payload, weights);
        payload.json = json!({ "items": [{ "mesh_id": mesh, "rig_id": given.rig_id, "weight_table": table }] });
        let made = host.call("create_skins", payload).await?;
        skins.push(made.json["ids"][0].clone());
        vertices += count;
    }
    if given.parent {
        let items = given.mesh_ids.iter().map(|mesh| json!({ "id": mesh, "parent_id": given.rig_id }));
        host.change("set_parent", items.collect()).await?;
    }
    Ok(json!({ "skin_ids": skins, "vertex_count": vertices, "joint_count": binding.joints.len() }))
}

async fn binding(host: &Atomics, given: &Given) -> Result<Binding, Fault> {
    let rigs: Vec<Rig> = host.read("get_rigs", std::slice::from_ref(&given.rig_id), &["joint_ids"]).await?;
    let columns = rigs.into_iter().next().map(|rig| rig.joint_ids).unwrap_or_default();
    let chosen = match &given.joint_ids {
        Some(ids) => joints::read(host, ids, Some(&given.rig_id)).await?.into_iter().map(|joint| joint.id).collect(),
        None => {
            // What animators take hold of moves no mesh.
            let asked = json!({ "parent_id": given.rig_id, "fields": ["id"] });
            let controls: Vec<Control> = host.list("list_rig_controls", asked).await?;
            let bends = |id: &&String| !controls.iter().any(|control| control.id == **id);
            columns.iter().filter(bends).cloned().collect::<Vec<_>>()
        }
    };
    if chosen.is_empty() {
        return Err(wrong("rig_id", "a rig with joints", &*given.rig_id));
    }
    let rig = joints::world_of(host, "get_rigs", &given.rig_id).await?;
    let all = joints::all(host, &given.rig_id).await?;
    let rests = joints::rests(&all);
    let placed = all.iter().zip(&rests).filter(|(joint, _)| chosen.contains(&joint.id)).filter_map(|(joint, rest)| {
        let column = columns.iter().position(|id| *id == joint.id)?;
        Some((column, rest.w_axis.truncate(), rest.transform_point3(joint.along())))
    });
    Ok(Binding { columns: columns.len(), joints: placed.collect(), rig })
}

/// How many vertices a mesh has, and their weights: a row for each, in it a number for each joint of the rig.
async fn weights(host: &Atomics, mesh: &str, binding: &Binding, most: usize) -> Result<(usize, Vec<f64>), Fault> {
    let fields = ["vertices", "indices", "face_sizes", "matrix_world"];
    let told = host.call("get_meshes", json!({ "ids": [mesh], "fields": fields })).await?;
    let item = &told.json["items"][0];
    let placed: [f64; 16] =
        serde_json::from_value(item["matrix_world"].clone()).map_err(|error| unexpected("get_meshes", &error))?;
    // Into the space of the rig, in which the joints rest.
    let to_rig = binding.rig.inverse() * matrix::whole(placed);
    let vertices: Vec<DVec3> = points(&told, item)?.into_iter().map(|point| to_rig.transform_point3(point)).collect();
    let triangles: Vec<[usize; 3]> = Faces::of(&told, item, vertices.len())?.triangles().collect();
    if vertices.is_empty() {
        return Err(wrong("mesh_ids", "meshes with vertices", mesh));
    }
    let ends: Vec<(DVec3, DVec3)> = binding.joints.iter().map(|(_, from, to)| (*from, *to)).collect();
    let surface = Surface::new(&vertices, &triangles, &ends);
    host.breathe().await;
    let mut table = vec![0.0; vertices.len() * binding.columns];
    for (at, (column, ..)) in binding.joints.iter().enumerate() {
        for (vertex, warmth) in surface.warmth(at).into_iter().enumerate() {
            table[vertex * binding.columns + column] = warmth.clamp(0.0, 1.0);
        }
        host.breathe().await;
    }
    table.chunks_mut(binding.columns).for_each(|row| largest(row, most));
    Ok((vertices.len(), table))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::host::compounds::double::Double;

    #[test]
    fn weights_are_a_row_for_each_vertex_and_a_column_for_each_joint() {
        let mut host = Double::new();
        host.has_joint("Left", None, [-1.0, 0.0, 0.0], 0.1);
        host.has_joint("Right", None, [1.0, 0.0, 0.0], 0.1);
        host.has_joint("Handle", None, [0.0, 0.0, 0.0], 0.1);
        let world = json!([1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1]);
        host.has("get_rigs", "Rig", json!({ "matrix_world": world, "joint_ids": ["Left", "Handle", "Right"] }));
        host.has("list_rig_controls", "Handle", json!({}));
        let vertices = [[-1, 0, 0], [0, 0, 0], [1, 0, 0], [0, 1, 0]];
        let mesh = json!({ "matrix_world": world, "vertices": vertices, "indices": [0, 1, 3, 1, 2, 3] });
        host.has("get_meshes", "Cloth", mesh);
        let made = host.play("auto_skin", json!({ "mesh_ids": ["Cloth"], "rig_id": "Rig" })).unwrap();
        assert_eq!((&made["vertex_count"], &made["joint_count"]), (&json!(4), &json!(2)));
        assert_eq!(host.asked("set_parent")["items"], json!([{ "id": "Cloth", "parent_id": "Rig" }]));
        let table = host.floats("create_skins");
        assert_eq!(table.len(), 12);
        assert!(table[0] > 0.9 && table[8] > 0.9, "{table:?}");
        assert!(table.iter().skip(1).step_by(3).all(|weight| *weight == 0.0), "a control bends nothing");
        assert!((table[3] - 0.5).abs() < 0.01 && (table[5] - 0.5).abs() < 0.01, "half of both in the middle");
    }
}
