//! What goes, as it is at the source.

use std::collections::{HashMap, HashSet};

use serde_json::{Value, json};

use super::lost::Lost;
use super::side::Side;
use crate::catalogue::reference::transplant;
use crate::catalogue::{Entity, Kind, Verb, catalogue};
use crate::wire::{Attachment, Code, Fault, Payload};

/// Things that are asked about in one call.
const MANY: usize = 500;
/// Meshes whose arrays come with one call: some seven arrays each, and a message has 4096.
const MESHES: usize = 200;
/// And so many vertices of them together: some 100 MB.
const VERTICES: u64 = 1_000_000;
/// More than a session answers of in one result, and arrays of more meshes than one message has.
pub(super) const MOST: usize = 5_000;

/// An object that goes.
pub(super) struct Found {
    pub(super) entity: &'static Entity,
    /// Its fields, arrays standing in `Scene::arrays`.
    pub(super) item: Value,
}

/// Everything that goes.
#[derive(Default)]
pub(super) struct Scene {
    pub(super) nodes: Vec<Found>,
    pub(super) uv_maps: Vec<Value>,
    pub(super) materials: Vec<Value>,
    pub(super) textures: Vec<Value>,
    pub(super) arrays: Vec<Attachment>,
    pub(super) left_out: Vec<Value>,
    /// The parent of each object that was looked at.
    pub(super) parents: HashMap<String, Option<String>>,
}

/// A text field of something.
pub(super) fn text<'a>(item: &'a Value, field: &str) -> &'a str {
    item[field].as_str().unwrap_or_default()
}

/// The entity as which objects of a type are made.
fn entity_of(node_type: &str) -> Option<&'static Entity> {
    let singular = match node_type {
        "empty" => "node",
        "mesh" | "camera" | "light" | "curve" => node_type,
        _ => return None,
    };
    catalogue().entities().iter().copied().find(|entity| entity.singular == singular)
}

/// Why an object stays behind.
fn refusal(node_type: &str, source: &Side, target: &Side) -> Option<String> {
    let Some(entity) = entity_of(node_type) else {
        return Some(match node_type {
            "armature" => "rigs stay behind: joints, skins and controls are not transferred".to_owned(),
            _ => "the catalogue has no entity for it, so no other session can make one".to_owned(),
        });
    };
    let reads = source.lacks(&format!("get_{}", entity.plural));
    let makes = target.lacks(&format!("create_{}", entity.plural));
    reads.or(makes).map(str::to_owned)
}

/// Which objects go, with all their fields but the arrays.
pub(super) async fn objects(
    (source, target): (&mut Side, &Side),
    ids: &[String],
    children: bool,
    scene: &mut Scene,
) -> Result<(), Fault> {
    let chosen = items(source, "get_nodes", ids, &["id", "name", "type", "parent_id"], scene).await?;
    let mut wanted: Vec<String> = chosen.iter().map(|node| text(node, "id").to_owned()).collect();
    let chosen: HashSet<String> = wanted.iter().cloned().collect();
    if children {
        let below = source.read("get_children", json!({ "ids": &wanted, "recursive": true })).await?.json;
        let below = below["items"].as_array().into_iter().flatten().flat_map(|one| one["child_ids"].as_array());
        wanted.extend(below.flatten().filter_map(Value::as_str).map(str::to_owned));
    }
    let mut seen = HashSet::new();
    wanted.retain(|id| seen.insert(id.clone()));
    if wanted.len() > MOST {
        let message = format!("{} objects are too many for one transfer, which is one undo step", wanted.len());
        return Err(Fault::new(Code::TooLarge, message)
            .detail("path", "ids")
            .detail("expected", format!("{MOST} at most, with all that lies below them"))
            .detail("got", wanted.len())
            .suggest("transfer one part of the hierarchy after the other"));
    }
    let all = items(source, "get_nodes", &wanted, &["id", "name", "type", "parent_id"], scene).await?;
    let mut refused = Vec::new();
    let mut by_kind: Vec<(&'static Entity, Vec<String>)> = Vec::new();
    for node in &all {
        let id = text(node, "id").to_owned();
        scene.parents.insert(id.clone(), node["parent_id"].as_str().map(str::to_owned));
        match (refusal(text(node, "type"), source, target), entity_of(text(node, "type"))) {
            (None, Some(entity)) => match by_kind.iter_mut().find(|(known, _)| known.name == entity.name) {
                Some((_, ids)) => ids.push(id),
                None => by_kind.push((entity, vec![id])),
            },
            (reason, _) => {
                let left = json!({
                    "source_id": id, "source_name": node["name"], "type": node["type"], "reason": reason,
                });
                if chosen.contains(&id) {
                    refused.push(left.clone());
                }
                scene.left_out.push(left);
            }
        }
    }
    refuse(&refused)?;
    for (entity, ids) in by_kind {
        let fields = fields(entity, |kind| !travels(kind));
        for item in items(source, &format!("get_{}", entity.plural), &ids, &fields, scene).await? {
            scene.nodes.push(Found { entity, item });
        }
    }
    Ok(())
}

/// What was named and cannot go is an error: only what lies below it may be left out.
fn refuse(refused: &[Value]) -> Result<(), Fault> {
    let Some(first) = refused.first() else { return Ok(()) };
    let message =
        format!("`{}` ({}) cannot go: {}", text(first, "source_name"), text(first, "type"), text(first, "reason"));
    Err(Fault::new(Code::NotSupported, message)
        .detail("path", "ids")
        .detail("refused", refused.to_vec())
        .suggest("leave it out of `ids`, and name what lies below it instead")
        .suggest("`export_geometry` and `import_geometry` take it along in a file"))
}

/// Arrays and files, which travel as bytes.
fn travels(kind: &Kind) -> bool {
    matches!(kind, Kind::Array(_) | Kind::Blob(_))
}

/// What is read of an entity: what can be given when one is made, and where it stands.
fn fields(entity: &'static Entity, wanted: impl Fn(&Kind) -> bool) -> Vec<&'static str> {
    let made = entity.item_fields(Verb::Create).into_iter();
    let more = ["matrix_world", "edge_count", "vertex_count", "piece_count"];
    let told = entity.all_fields().into_iter().filter(|field| more.contains(&field.name));
    let names = made.chain(told).filter(|field| wanted(&field.kind)).map(|field| field.name);
    names.chain(["id", "name"]).collect::<HashSet<_>>().into_iter().collect()
}

/// What a `get_*` tells of these, its arrays among the scene's.
async fn items(
    source: &mut Side,
    operation: &str,
    ids: &[String],
    fields: &[&str],
    scene: &mut Scene,
) -> Result<Vec<Value>, Fault> {
    let mut found = Vec::with_capacity(ids.len());
    for some in ids.chunks(MANY) {
        let mut arguments = json!({ "ids": some, "fields": fields });
        if spatial(operation) {
            arguments["convention"] = "gltf".into();
        }
        let told = source.read(operation, arguments).await?;
        found.extend(taken(told, "/items", &mut scene.arrays));
    }
    if found.len() != ids.len() {
        let message = format!("`{operation}` told of {} things, and {} were asked about", found.len(), ids.len());
        return Err(Fault::new(Code::HandlerError, message));
    }
    Ok(found)
}

fn spatial(operation: &str) -> bool {
    let known = catalogue().known(operation);
    known.is_some_and(|operation| operation.params.iter().any(|field| field.name == "convention"))
}

/// A list of a result, its arrays among others.
fn taken(mut told: Payload, pointer: &str, arrays: &mut Vec<Attachment>) -> Vec<Value> {
    let Some(Value::Array(mut items)) = told.json.pointer_mut(pointer).map(Value::take) else { return Vec::new() };
    items.iter_mut().for_each(|item| transplant(item, &told.attachments, arrays));
    items
}

/// Meshes that are read together.
pub(super) fn portions(scene: &Scene) -> Vec<Vec<usize>> {
    let mut portions: Vec<Vec<usize>> = Vec::new();
    let mut room = 0;
    for (place, found) in scene.nodes.iter().enumerate().filter(|(_, found)| found.entity.name == "Mesh") {
        let vertices = found.item["vertex_count"].as_u64().unwrap_or(VERTICES);
        match portions.last_mut().filter(|portion| vertices <= room && portion.len() < MESHES) {
            Some(portion) => portion.push(place),
            None => {
                portions.push(vec![place]);
                room = VERTICES;
            }
        }
        room = room.saturating_sub(vertices);
    }
    portions
}

/// The arrays of some meshes, and their UV maps.
pub(super) async fn arrays(
    (source, target): (&mut Side, &Side),
    portion: &[usize],
    scene: &mut Scene,
    lost: &mut Lost,
) -> Result<(), Fault> {
    let Some(entity) = portion.first().map(|place| scene.nodes[*place].entity) else { return Ok(()) };
    let maps = source.lacks("list_uv_maps").is_none();
    let all = target.lacks("create_uv_maps").is_none();
    let mut fields = fields(entity, travels);
    fields.retain(|field| *field != "uvs" || !maps || !all);
    let ids: Vec<String> = portion.iter().map(|place| text(&scene.nodes[*place].item, "id").to_owned()).collect();
    let told = items(source, "get_meshes", &ids, &fields, scene).await?;
    for (place, told) in portion.iter().zip(told) {
        let Value::Object(told) = told else { continue };
        for (name, value) in told {
            scene.nodes[*place].item[name] = value;
        }
    }
    if maps {
        uv_maps((source, all), &ids, scene, lost).await?;
    }
    Ok(())
}

/// All UV maps of some meshes; where the target keeps one, that is among the arrays already.
async fn uv_maps(
    (source, all): (&mut Side, bool),
    meshes: &[String],
    scene: &mut Scene,
    lost: &mut Lost,
) -> Result<(), Fault> {
    let fields: &[&str] = if all { &["name", "active", "coordinates"] } else { &["name", "active"] };
    let step = |mesh: &String| json!({ "operation": "list_uv_maps", "arguments": { "parent_id": mesh, "fields": fields, "limit": 64 } });
    let steps: Vec<Value> = meshes.iter().map(step).collect();
    let told = source.read("batch", json!({ "operations": steps })).await?;
    for mut result in taken(told, "/results", &mut scene.arrays) {
        let mesh = result["index"].as_u64().and_then(|index| meshes.get(index as usize)).cloned().unwrap_or_default();
        let Some(Value::Array(maps)) = result.pointer_mut("/result/items").map(Value::take) else { continue };
        for mut map in maps {
            if all {
                map["mesh_id"] = mesh.as_str().into();
                scene.uv_maps.push(map);
            } else if map["active"] != true {
                lost.add("uv_maps", "the target keeps one UV map of a mesh, and takes the active one", &mesh);
            }
        }
    }
    Ok(())
}

/// The materials of what goes, and their textures.
pub(super) async fn surfaces(
    (source, target): (&mut Side, &Side),
    dry: bool,
    scene: &mut Scene,
    lost: &mut Lost,
) -> Result<(), Fault> {
    let used = |field: &'static str| {
        scene.nodes.iter().filter_map(move |found| found.item[field].as_array()).flatten().filter_map(Value::as_str)
    };
    let ids = distinct(used("material_ids"));
    if let Some(reason) = source.lacks("get_materials").or(target.lacks("create_materials")) {
        ids.iter().for_each(|id| lost.add("materials", reason, id));
        return Ok(());
    }
    let Some(entity) = named("materials") else { return Ok(()) };
    scene.materials = items(source, "get_materials", &ids, &fields(entity, |_| true), scene).await?;
    let textures = scene.materials.iter().filter_map(|material| material["textures"].as_object());
    let textures = distinct(textures.flat_map(|slots| slots.values()).filter_map(Value::as_str));
    if let Some(reason) = source.lacks("get_textures").or(target.lacks("create_textures")) {
        textures.iter().for_each(|id| lost.add("textures", reason, id));
        return Ok(());
    }
    let Some(entity) = named("textures") else { return Ok(()) };
    let wanted = fields(entity, |kind| !dry || !travels(kind));
    scene.textures = items(source, "get_textures", &textures, &wanted, scene).await?;
    Ok(())
}

fn named(plural: &str) -> Option<&'static Entity> {
    catalogue().entities().iter().copied().find(|entity| entity.plural == plural)
}

fn distinct<'a>(ids: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut seen = HashSet::new();
    ids.filter(|id| seen.insert(*id)).map(str::to_owned).collect()
}
