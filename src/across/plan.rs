//! What is made at the target, as one batch: textures, materials, objects from the top of the hierarchy down, UV maps.

use std::collections::{HashMap, HashSet};

use glam::DMat4;
use serde_json::{Map, Value, json};

use super::fit::{Sides, escaped, neutral, shine};
use super::lost::Lost;
use super::mesh::arrays;
use super::place::{Place, local, matrix};
use super::read::{Found, Scene, text};
use crate::catalogue::reference::transplant;
use crate::catalogue::{Entity, catalogue};
use crate::wire::{Attachment, Payload, placeholder};

/// Items of one step: between two the artist's view has its turn.
const ITEMS: usize = 64;
/// Bytes of arrays of one step, unless one item has more.
const BYTES: usize = 4 << 20;

/// One step, and which things of the source its items are.
pub(super) struct Step {
    pub(super) operation: String,
    pub(super) items: Vec<Value>,
    pub(super) sources: Vec<String>,
    bytes: usize,
}

/// All of them.
pub(super) struct Plan {
    pub(super) steps: Vec<Step>,
    /// Which item of which step has what a thing of the source becomes.
    made: HashMap<String, (usize, usize)>,
    /// Things that the target has already, by what they stand for.
    pub(super) reused: HashMap<String, (String, String)>,
}

impl Plan {
    pub(super) fn new(
        scene: &Scene,
        reused: HashMap<String, (String, String)>,
        sides: &Sides<'_>,
        lost: &mut Lost,
    ) -> Self {
        let mut plan = Self { steps: Vec::new(), made: HashMap::new(), reused };
        plan.surfaces(scene, sides, lost);
        plan.objects(scene, sides, lost);
        let mut seen = HashSet::new();
        for map in &scene.uv_maps {
            let mut told = map.clone();
            // The first one is the active one unless another is.
            if seen.insert(text(map, "mesh_id")) && map["active"] == true || map["active"] != true {
                told["active"] = Value::Null;
            }
            let item = sides.fit("uv_maps", &told, lost);
            plan.put("uv_maps", text(map, "id"), item, scene);
        }
        plan
    }

    fn surfaces(&mut self, scene: &Scene, sides: &Sides<'_>, lost: &mut Lost) {
        let fresh: Vec<&Value> =
            scene.materials.iter().filter(|material| !self.reused.contains_key(text(material, "id"))).collect();
        let wanted: HashSet<&str> = fresh
            .iter()
            .filter_map(|material| material["textures"].as_object())
            .flat_map(Map::values)
            .filter_map(Value::as_str)
            .collect();
        for texture in scene.textures.iter().filter(|texture| wanted.contains(text(texture, "id"))) {
            let mut item = sides.fit("textures", texture, lost);
            // Bytes are the same everywhere; a path is only where both have the same files.
            if item.contains_key("data") || !sides.same_files {
                item.remove("path");
            }
            if !sides.dry && !item.contains_key("data") && !item.contains_key("path") {
                let lacking = sides.target.lacks("textures.data").or(sides.source.lacks("textures.data"));
                lost.add("textures", lacking.unwrap_or(WITHOUT_BYTES), text(texture, "id"));
                continue;
            }
            self.put("textures", text(texture, "id"), item, scene);
        }
        for material in fresh {
            let item = self.material(material, sides, lost);
            self.put("materials", text(material, "id"), item, scene);
        }
    }

    fn material(&self, material: &Value, sides: &Sides<'_>, lost: &mut Lost) -> Map<String, Value> {
        let id = text(material, "id");
        let mut item = sides.fit("materials", material, lost);
        if item.get("type").is_some_and(|kind| kind == "custom") {
            lost.add("materials.type", "it is made with nodes of its own, which no other session has", id);
            item.remove("type");
        }
        if sides.target.lacks("materials.emissive_intensity").is_some() {
            shine(&mut item, material["emissive_intensity"].as_f64().unwrap_or(1.0));
        }
        for field in SURFACE {
            let said = !material[*field].is_null() || material["textures"][*field].is_string();
            if !said && material["type"] != "custom" && sides.source.lacks(&format!("materials.{field}")).is_none() {
                lost.add(format!("materials.{field}"), "something else than a value or a texture says it", id);
            }
        }
        if sides.source.app != sides.target.app
            && item.remove("shader_parameters").is_some_and(|own| !neutral("", &own))
        {
            lost.add("materials.shader_parameters", "they are settings of the source's own shader", id);
        }
        if let Some(Value::Object(slots)) = item.get_mut("textures") {
            slots.retain(|_, texture| texture.as_str().is_some_and(|texture| self.made.contains_key(texture)));
            for texture in slots.values_mut() {
                *texture = self.reference(texture.as_str().unwrap_or_default()).unwrap_or_default();
            }
        }
        item
    }

    /// Level by level, so that every parent is there before what lies below it.
    fn objects(&mut self, scene: &Scene, sides: &Sides<'_>, lost: &mut Lost) {
        let by_id: HashMap<&str, &Found> = scene.nodes.iter().map(|found| (text(&found.item, "id"), found)).collect();
        let parents: HashMap<&str, Option<&str>> = by_id.keys().map(|id| (*id, parent(id, scene, &by_id))).collect();
        let mut levels: Vec<Vec<&Found>> = Vec::new();
        for found in &scene.nodes {
            let above =
                std::iter::successors(parents[text(&found.item, "id")], |id| parents.get(id).copied().flatten());
            // What a host tells of parents may be in a circle; nothing goes deeper than there are objects.
            let depth = above.take(scene.nodes.len()).count();
            if levels.len() <= depth {
                levels.resize_with(depth + 1, Vec::new);
            }
            levels[depth].push(found);
        }
        for level in levels {
            let mut kinds: Vec<&'static Entity> = Vec::new();
            for found in &level {
                if !kinds.iter().any(|kind| kind.name == found.entity.name) {
                    kinds.push(found.entity);
                }
            }
            for kind in kinds {
                for found in level.iter().filter(|found| found.entity.name == kind.name) {
                    let above = parents[text(&found.item, "id")].and_then(|id| by_id.get(id).copied());
                    let item = self.object(found, above, scene, sides, lost);
                    self.put(kind.plural, text(&found.item, "id"), item, scene);
                }
            }
        }
    }

    fn object(
        &self,
        found: &Found,
        above: Option<&Found>,
        scene: &Scene,
        sides: &Sides<'_>,
        lost: &mut Lost,
    ) -> Map<String, Value> {
        let id = text(&found.item, "id");
        let mut item = Value::Object(sides.fit(found.entity.plural, &found.item, lost));
        let world = |found: &Found| matrix(&found.item["matrix_world"]).unwrap_or(DMat4::IDENTITY);
        let direct = found.item["parent_id"]
            .as_str()
            .is_none_or(|parent| above.is_some_and(|above| text(&above.item, "id") == parent));
        let told = Place::of(&found.item).filter(|_| direct);
        local(told, above.map_or(DMat4::IDENTITY, world), world(found)).write(&mut item);
        let Value::Object(mut item) = item else { return Map::new() };
        item.remove("parent_id");
        if let Some(parent) = above.and_then(|above| self.reference(text(&above.item, "id"))) {
            item.insert("parent_id".to_owned(), parent);
        }
        match found.entity.name {
            "Mesh" => self.mesh(&mut item, &found.item, scene, sides, lost),
            "Camera" if sides.has_active => drop(item.remove("active")),
            "Curve" if found.item["piece_count"].as_u64().is_some_and(|pieces| pieces > 1) => {
                lost.add("curves.control_points", "only the first piece of a curve is told", id);
            }
            _ => {}
        }
        item
    }

    fn mesh(&self, item: &mut Map<String, Value>, told: &Value, scene: &Scene, sides: &Sides<'_>, lost: &mut Lost) {
        let id = text(told, "id");
        item.remove("material_id");
        let materials: Vec<Value> = told["material_ids"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|material| self.reference(material.as_str()?))
            .collect();
        let slots = materials.len();
        match sides.target.lacks("meshes.material_ids") {
            None => drop(item.insert("material_ids".to_owned(), materials.into())),
            Some(_) => drop(materials.into_iter().next().map(|first| item.insert("material_id".to_owned(), first))),
        }
        if told["smooth"].is_null() && sides.source.lacks("meshes.smooth").is_none() {
            lost.add("meshes.smooth", "some faces are smooth and some flat, and only whole meshes are told", id);
        }
        if !sides.dry {
            arrays(item, told, (scene, slots), sides, lost);
        }
    }

    /// What a thing of the source becomes, for steps after the one that makes it.
    fn reference(&self, source: &str) -> Option<Value> {
        if let Some((id, _)) = self.reused.get(source) {
            return Some(escaped(&json!(id)));
        }
        let (step, index) = self.made.get(source)?;
        Some(format!("${step}.ids[{index}]").into())
    }

    fn put(&mut self, plural: &str, source: &str, mut item: Map<String, Value>, scene: &Scene) {
        let operation = format!("create_{plural}");
        item.retain(|_, value| !value.is_null());
        // What a UV map lies on is made here, and its id is of the source.
        if let Some(mesh) = item.get("mesh_id").and_then(Value::as_str).and_then(|mesh| self.reference(mesh)) {
            item.insert("mesh_id".to_owned(), mesh);
        }
        let bytes = size(&Value::Object(item.clone()), &scene.arrays);
        let last = self
            .steps
            .last()
            .filter(|step| step.operation == operation && step.items.len() < ITEMS && step.bytes + bytes <= BYTES);
        // A step does not refer to itself.
        let own = self.steps.len().saturating_sub(1);
        let within = last.is_some() && refers_to(&Value::Object(item.clone()), own);
        if last.is_none() || within {
            self.steps.push(Step { operation, items: Vec::new(), sources: Vec::new(), bytes: 0 });
        }
        let place = self.steps.len() - 1;
        if let Some(step) = self.steps.last_mut() {
            self.made.insert(source.to_owned(), (place, step.items.len()));
            step.bytes += bytes;
            step.items.push(item.into());
            step.sources.push(source.to_owned());
        }
    }

    /// The arguments of the batch; arrays are shared with the scene, not copied.
    pub(super) fn arguments(&self, arrays: &[Attachment], label: &str) -> Payload {
        let mut payload = Payload::default();
        let step = |step: &Step| {
            let mut arguments = json!({ "items": step.items });
            transplant(&mut arguments, arrays, &mut payload.attachments);
            let known = catalogue().known(&step.operation);
            if known.is_some_and(|operation| operation.params.iter().any(|field| field.name == "convention")) {
                arguments["convention"] = "gltf".into();
            }
            json!({ "operation": step.operation, "arguments": arguments })
        };
        let steps: Vec<Value> = self.steps.iter().map(step).collect();
        payload.json = json!({ "operations": steps, "label": label });
        payload
    }
}

/// A texture that is in no file and not packed has pixels in the source's memory only.
const WITHOUT_BYTES: &str =
    "its bytes cannot be read: it is neither packed nor a file that the source may read; pack it there first";

/// What every surface says by a value or a texture.
const SURFACE: &[&str] = &["base_color", "metallic", "roughness", "opacity", "emissive"];

/// The nearest ancestor that goes too.
fn parent<'a>(id: &str, scene: &'a Scene, going: &HashMap<&'a str, &'a Found>) -> Option<&'a str> {
    let above = std::iter::successors(scene.parents.get(id)?.as_deref(), |id| scene.parents.get(*id)?.as_deref());
    above.take(scene.parents.len()).find(|id| going.contains_key(id))
}

fn refers_to(value: &Value, step: usize) -> bool {
    match value {
        Value::String(text) => text.starts_with(&format!("${step}.ids[")),
        Value::Array(list) => list.iter().any(|value| refers_to(value, step)),
        Value::Object(map) => map.values().any(|value| refers_to(value, step)),
        _ => false,
    }
}

/// Bytes of the arrays of a value.
fn size(value: &Value, arrays: &[Attachment]) -> usize {
    match (placeholder(value), value) {
        (Some(number), _) => arrays.get(number).map_or(0, |array| array.data.len()),
        (None, Value::Object(map)) => map.values().map(|value| size(value, arrays)).sum(),
        (None, Value::Array(list)) => list.iter().map(|value| size(value, arrays)).sum(),
        _ => 0,
    }
}
