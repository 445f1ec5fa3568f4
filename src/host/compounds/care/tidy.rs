//! `clean_up_scene`: what nobody uses or sees goes, part by part, and is told.

use serde::Deserialize;
use serde_json::{Value, json};

use super::materials;
use super::stored::{self, Stored};
use crate::host::compounds::Atomics;
use crate::wire::Fault;

#[derive(Deserialize)]
pub(super) struct Given {
    ids: Option<Vec<String>>,
    unused_data: bool,
    doubled_materials: bool,
    empty_groups: bool,
    degenerate_faces: bool,
    loose_vertices: bool,
    dry_run: bool,
}

#[derive(Deserialize)]
struct Mesh {
    id: String,
    locked: bool,
}

#[derive(Deserialize)]
struct Group {
    id: String,
    name: String,
    child_ids: Vec<String>,
    object_ids: Vec<String>,
    locked: bool,
}

/// Kinds of data that nothing may use.
const TYPES: [&str; 10] =
    ["material", "texture", "mesh", "curve", "light", "camera", "rig", "clip", "graph", "environment"];

/// What was found in the meshes.
#[derive(Default)]
struct Cleaned {
    faces: usize,
    vertices: usize,
    ids: Vec<String>,
    skipped: Vec<String>,
}

pub(super) async fn scene(host: Atomics, given: Result<Given, Fault>) -> Result<Value, Fault> {
    let given = given?;
    let meshes = meshes(&host, &given).await?;
    let mut cleaned = Cleaned::default();
    for mesh in meshes {
        cleaned.mesh(&host, &given, mesh).await?;
    }
    let merged = if given.doubled_materials { materials::merge(&host, given.dry_run).await? } else { Vec::new() };
    let groups = if given.empty_groups { groups(&host, given.dry_run).await? } else { Vec::new() };
    let unused: Vec<Value> = match given.unused_data {
        true => host.items("delete_unused", json!({ "types": TYPES, "dry_run": given.dry_run })).await?,
        false => Vec::new(),
    };
    Ok(json!({
        "degenerate_faces": cleaned.faces,
        "loose_vertices": cleaned.vertices,
        "mesh_ids": cleaned.ids,
        "skipped_ids": cleaned.skipped,
        "merged_materials": merged,
        "deleted_groups": groups,
        "deleted_data": unused,
        "dry_run": given.dry_run,
    }))
}

/// The meshes whose vertices and faces are looked at.
async fn meshes(host: &Atomics, given: &Given) -> Result<Vec<Mesh>, Fault> {
    match given.ids.is_some() || given.degenerate_faces || given.loose_vertices {
        true => stored::meshes(host, given.ids.as_deref(), &["locked"]).await,
        false => Ok(Vec::new()),
    }
}

impl Cleaned {
    /// One mesh after the other, each read after the one before is done: two may be instances of one.
    async fn mesh(&mut self, host: &Atomics, given: &Given, mesh: Mesh) -> Result<(), Fault> {
        if mesh.locked {
            self.skipped.push(mesh.id);
            return Ok(());
        }
        let id = &mesh.id;
        let before = (self.faces, self.vertices);
        let Some(mut stored) = Stored::read(host, id).await? else { return Ok(()) };
        let flat = if given.degenerate_faces { stored.degenerate() } else { Vec::new() };
        self.faces += flat.len();
        if !flat.is_empty() && !given.dry_run {
            delete(host, json!({ "mesh_id": id, "face_indices": flat, "type": "faces" })).await?;
            let Some(again) = Stored::read(host, id).await? else { return Ok(()) };
            stored = again;
        }
        match stored.loose() {
            _ if !given.loose_vertices => {}
            Some(loose) => {
                self.vertices += loose.len();
                if !loose.is_empty() && !given.dry_run {
                    delete(host, json!({ "mesh_id": id, "vertex_indices": loose, "type": "vertices" })).await?;
                }
            }
            None => self.skipped.push(id.clone()),
        }
        if before != (self.faces, self.vertices) {
            self.ids.push(mesh.id);
        }
        Ok(())
    }
}

async fn delete(host: &Atomics, item: Value) -> Result<(), Fault> {
    host.change("delete_elements", vec![item]).await
}

/// Deletes groups in which there is nothing, or only such groups; a locked one stays, and so does what it is in.
async fn groups(host: &Atomics, dry_run: bool) -> Result<Vec<String>, Fault> {
    let fields = ["child_ids", "object_ids", "locked"];
    let groups: Vec<Group> = host.list("list_groups", json!({ "fields": fields })).await?;
    let mut empty: Vec<&Group> = Vec::new();
    loop {
        let gone = |id: &String| empty.iter().any(|group| group.id == *id);
        let more = groups.iter().filter(|group| !gone(&group.id) && !group.locked && group.object_ids.is_empty());
        let more: Vec<&Group> = more.filter(|group| group.child_ids.iter().all(gone)).collect();
        if more.is_empty() {
            break;
        }
        empty.extend(more);
    }
    if !empty.is_empty() && !dry_run {
        let ids: Vec<&String> = empty.iter().map(|group| &group.id).collect();
        host.call("delete_groups", json!({ "ids": ids })).await?;
    }
    Ok(empty.into_iter().map(|group| group.name.clone()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::host::compounds::double::Double;

    /// A square, a needle beside it and a vertex of its own, in a locked and in a free mesh.
    fn scene() -> Double {
        let mut host = Double::new();
        for (id, locked) in [("Free", false), ("Kept", true)] {
            let points = [[0, 0, 0], [1, 0, 0], [1, 1, 0], [0, 1, 0], [2, 0, 0], [7, 7, 7]];
            let mesh = json!({
                "name": id, "locked": locked, "vertices": points, "indices": [0, 1, 2, 3, 0, 1, 4], "face_sizes": [4, 3],
                "vertex_count": 6, "edge_count": 6, "face_count": 2,
            });
            host.has("get_meshes", id, mesh);
        }
        host.has(
            "get_groups",
            "Full",
            json!({ "name": "Full", "child_ids": ["Inner"], "object_ids": ["Free"], "locked": false }),
        );
        host.has(
            "get_groups",
            "Inner",
            json!({ "name": "Inner", "child_ids": ["Deep"], "object_ids": [], "locked": false }),
        );
        host.has("get_groups", "Deep", json!({ "name": "Deep", "child_ids": [], "object_ids": [], "locked": false }));
        host.has("get_groups", "Shelf", json!({ "name": "Shelf", "child_ids": [], "object_ids": [], "locked": true }));
        host.answers("delete_unused", json!({ "items": [{ "type": "material", "name": "Old" }] }));
        host
    }

    #[test]
    fn flat_faces_loose_vertices_and_empty_groups_go() {
        let mut host = scene();
        let told = host.play("clean_up_scene", json!({})).unwrap();
        assert_eq!(host.all_asked("delete_elements").len(), 2, "nothing of what is locked");
        let faces = json!([{ "mesh_id": "Free", "face_indices": [1], "type": "faces" }]);
        assert_eq!(host.asked("delete_elements")["items"], faces);
        assert_eq!(host.all_asked("delete_elements")[1]["items"][0]["vertex_indices"], json!([5]));
        let mut groups: Vec<String> = serde_json::from_value(told["deleted_groups"].clone()).unwrap();
        groups.sort();
        assert_eq!(groups, ["Deep", "Inner"]);
        assert_eq!(told["deleted_data"], json!([{ "type": "material", "name": "Old" }]));
        assert_eq!(told["skipped_ids"], json!(["Kept"]));
    }

    #[test]
    fn a_dry_run_only_reads_and_each_part_has_its_switch() {
        let mut host = scene();
        let told = host.play("clean_up_scene", json!({ "dry_run": true })).unwrap();
        assert_eq!((&told["degenerate_faces"], &told["loose_vertices"]), (&json!(1), &json!(1)));
        assert_eq!(host.asked("delete_unused")["dry_run"], json!(true));
        assert!(
            !host.called().iter().any(|name| matches!(*name, "delete_elements" | "delete_groups" | "merge_materials"))
        );
        let mut host = scene();
        let none = json!({
            "unused_data": false, "doubled_materials": false, "empty_groups": false, "degenerate_faces": false,
            "loose_vertices": false,
        });
        host.play("clean_up_scene", none).unwrap();
        assert!(host.called().is_empty());
    }
}
