//! `replace_with_instances`: meshes of one shape come to share it.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::{Value, json};

use super::stored::{self, Stored};
use crate::host::compounds::Atomics;
use crate::wire::Fault;

/// Meshes whose arrays are in memory at a time.
const AT_ONCE: usize = 64;

#[derive(Deserialize)]
pub(super) struct Given {
    ids: Option<Vec<String>>,
}

#[derive(Clone, Deserialize)]
struct Mesh {
    id: String,
    material_ids: Vec<String>,
    vertex_count: u64,
    edge_count: u64,
    face_count: u64,
}

#[derive(Deserialize)]
struct Shared {
    id: String,
    shared: bool,
    changed: bool,
    freed: bool,
}

/// What came of it.
#[derive(Default)]
struct Told {
    replaced: usize,
    freed: usize,
    vertices: u64,
    faces: u64,
    groups: Vec<Value>,
    different: Vec<String>,
}

const FIELDS: &[&str] = &["material_ids", "vertex_count", "edge_count", "face_count"];

pub(super) async fn instances(host: Atomics, given: Result<Given, Fault>) -> Result<Value, Fault> {
    let given = given?;
    let mut told = Told::default();
    for alike in alike(stored::meshes(&host, given.ids.as_deref(), FIELDS).await?) {
        for group in same(&host, &alike).await? {
            told.share(&host, group).await?;
        }
    }
    Ok(json!({
        "groups": told.groups,
        "replaced": told.replaced,
        "freed": told.freed,
        "saved_vertices": told.vertices,
        "saved_faces": told.faces,
        "different_ids": told.different,
    }))
}

/// Those with as many of everything and the same materials together.
fn alike(meshes: Vec<Mesh>) -> Vec<Vec<Mesh>> {
    let mut found: BTreeMap<_, Vec<Mesh>> = BTreeMap::new();
    for mesh in meshes.into_iter().filter(|mesh| mesh.vertex_count > 0) {
        let key = (mesh.vertex_count, mesh.edge_count, mesh.face_count, mesh.material_ids.clone());
        found.entry(key).or_default().push(mesh);
    }
    found.into_values().filter(|some| some.len() > 1).collect()
}

/// Of meshes that look alike, those with the same vertices and faces together.
async fn same(host: &Atomics, meshes: &[Mesh]) -> Result<Vec<Vec<Mesh>>, Fault> {
    let mut found: Vec<(Stored, Vec<Mesh>)> = Vec::new();
    for some in meshes.chunks(AT_ONCE) {
        let ids: Vec<&String> = some.iter().map(|mesh| &mesh.id).collect();
        for (mesh, stored) in some.iter().zip(Stored::read_all(host, &ids).await?) {
            match found.iter_mut().find(|(known, _)| known.is(&stored)) {
                Some((_, group)) => group.push(mesh.clone()),
                None => found.push((stored, vec![mesh.clone()])),
            }
        }
    }
    Ok(found.into_iter().map(|(_, group)| group).filter(|group| group.len() > 1).collect())
}

impl Told {
    /// The first of a group is what the others come to show, as far as the host has nothing else in them; what is not
    /// like the first may still be like another one.
    async fn share(&mut self, host: &Atomics, mut group: Vec<Mesh>) -> Result<(), Fault> {
        while group.len() > 1 {
            let source = group.remove(0);
            let items: Vec<Value> =
                group.iter().map(|mesh| json!({ "id": mesh.id, "source_id": source.id, "only_equal": true })).collect();
            let shared: Vec<Shared> = host.items("share_meshes", json!({ "items": items })).await?;
            let one: Vec<&String> = shared.iter().filter(|mesh| mesh.shared).map(|mesh| &mesh.id).collect();
            if one.is_empty() {
                self.different.push(source.id);
            } else {
                self.groups.push(json!({ "source_id": source.id, "ids": one }));
            }
            let freed = shared.iter().filter(|mesh| mesh.freed).count();
            self.replaced += shared.iter().filter(|mesh| mesh.changed).count();
            self.freed += freed;
            self.vertices += freed as u64 * source.vertex_count;
            self.faces += freed as u64 * source.face_count;
            group.retain(|mesh| shared.iter().any(|told| told.id == mesh.id && !told.shared));
        }
        self.different.extend(group.into_iter().map(|mesh| mesh.id));
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::host::compounds::double::Double;

    fn mesh(host: &mut Double, id: &str, width: f64, material: &str) {
        host.has(
            "get_nodes",
            id,
            json!({ "name": id, "type": "mesh", "bounds": { "min": [0, 0, 0], "max": [1, 1, 0] } }),
        );
        host.has(
            "get_meshes",
            id,
            json!({
                "vertices": [[0, 0, 0], [width, 0, 0], [0, 1, 0]], "indices": [0, 1, 2], "face_sizes": [3],
                "material_ids": [material], "vertex_count": 3, "edge_count": 3, "face_count": 1,
            }),
        );
    }

    #[test]
    fn only_meshes_of_one_shape_and_material_are_shared() {
        let mut host = Double::new();
        mesh(&mut host, "A", 1.0, "Red");
        mesh(&mut host, "B", 1.0 + 1e-7, "Red");
        mesh(&mut host, "Wide", 1.1, "Red");
        mesh(&mut host, "Blue", 1.0, "Blue");
        let told = json!({ "id": "B", "source_id": "A", "shared": true, "changed": true, "freed": true });
        host.answers("share_meshes", json!({ "items": [told] }));
        let ids = json!({ "ids": ["A", "B", "Wide", "Blue"] });
        let made = host.play("replace_with_instances", ids).unwrap();
        let asked = json!([{ "id": "B", "source_id": "A", "only_equal": true }]);
        assert_eq!(host.asked("share_meshes")["items"], asked);
        assert_eq!(host.all_asked("share_meshes").len(), 1);
        assert_eq!((&made["replaced"], &made["saved_vertices"]), (&json!(1), &json!(3)));
        assert_eq!(made["groups"], json!([{ "source_id": "A", "ids": ["B"] }]));
    }

    #[test]
    fn what_the_host_keeps_apart_is_told_and_tried_with_the_rest() {
        let mut host = Double::new();
        ["A", "B", "C"].iter().for_each(|id| mesh(&mut host, id, 1.0, "Red"));
        let told = |id: &str| json!({ "id": id, "source_id": "A", "shared": false, "changed": false, "freed": false });
        host.answers("share_meshes", json!({ "items": [told("B"), told("C")] }));
        let made = host.play("replace_with_instances", json!({ "ids": ["A", "B", "C"] })).unwrap();
        assert_eq!((&made["different_ids"], &made["replaced"]), (&json!(["A", "B", "C"]), &json!(0)));
        assert_eq!(host.all_asked("share_meshes").len(), 2);
    }

    #[test]
    fn nodes_without_meshes_are_told() {
        let mut host = Double::new();
        host.has("get_nodes", "Pivot", json!({ "name": "Pivot", "type": "empty" }));
        let fault = host.play("replace_with_instances", json!({ "ids": ["Pivot"] })).unwrap_err();
        assert_eq!(fault.details["path"], json!("ids"));
    }
}
