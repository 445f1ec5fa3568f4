//! Two sessions without hosts, each laid out in its own way: they keep their scene in their own axes and unit, and turn
//! what comes and goes in glTF's by one matrix, which is none of the product's conversions.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;
use std::time::Duration;

use glam::{DMat4, DQuat, DVec3};
use parking_lot::Mutex;
use serde_json::{Value, json};
use tokio::sync::{Notify, mpsc};

use super::place::Place;
use crate::backend::{Backend, Instance, Progress, Reply, Request};
use crate::catalogue::catalogue;
use crate::host::HostInfo;
use crate::wire::{Attachment, Code, Dtype, Fault, Payload, placeholder};

/// An object of a scene.
#[derive(Clone, Debug)]
pub(super) struct Object {
    pub(super) name: String,
    pub(super) kind: &'static str,
    pub(super) parent: Option<usize>,
    /// In the session's own axes and unit.
    pub(super) local: DMat4,
    pub(super) vertices: Vec<DVec3>,
    pub(super) fields: Value,
}

/// A session and its scene.
#[derive(Clone, Debug)]
pub(super) struct Session {
    pub(super) name: &'static str,
    /// Takes its points to glTF's.
    pub(super) turn: DMat4,
    pub(super) objects: Vec<Object>,
    pub(super) lacks: Vec<(&'static str, &'static str)>,
    pub(super) materials: Vec<Value>,
    /// A field that it refuses though it does not say so.
    pub(super) refuses: Option<&'static str>,
}

impl Session {
    pub(super) fn new(name: &'static str, turn: DMat4) -> Self {
        let (objects, lacks, materials) = Default::default();
        Self { name, turn, objects, lacks, materials, refuses: None }
    }

    /// Where an object stands in the session's own world.
    pub(super) fn world(&self, index: usize) -> DMat4 {
        let object = &self.objects[index];
        object.parent.map_or(DMat4::IDENTITY, |parent| self.world(parent)) * object.local
    }

    /// From an object's own space to glTF's: a camera looks along its -Z in every session.
    fn own(&self, kind: &str) -> DMat4 {
        let metres = self.turn.x_axis.truncate().length();
        if kind == "camera" { DMat4::from_scale(DVec3::splat(metres)) } else { self.turn }
    }

    fn outer(&self, parent: Option<usize>) -> DMat4 {
        parent.map_or(self.turn, |parent| self.own(self.objects[parent].kind))
    }

    fn told(&self, index: usize, payload: &mut Payload) -> Value {
        let object = &self.objects[index];
        let own = self.own(object.kind).inverse();
        let mut item = object.fields.clone();
        Place::nearest(self.outer(object.parent) * object.local * own).write(&mut item);
        let world = (self.turn * self.world(index) * own).transpose().to_cols_array();
        item["id"] = format!("{}-{index}", self.name).into();
        item["name"] = object.name.as_str().into();
        item["type"] = object.kind.into();
        item["parent_id"] = object.parent.map(|parent| format!("{}-{parent}", self.name)).into();
        item["matrix_world"] = json!(world);
        if object.kind == "mesh" {
            let vertices = object.vertices.iter().map(|point| self.turn.transform_point3(*point));
            item["vertices"] = payload.attach(floats(vertices.flat_map(|point| point.to_array())));
            item["vertex_count"] = object.vertices.len().into();
            item["edge_count"] = 0.into();
            item["smooth"] = false.into();
        }
        item
    }

    /// Makes what an item says, and gives its number.
    fn make(&mut self, kind: &'static str, item: &Value, payload: &Payload) -> usize {
        let number = |id: &str| id.rsplit('-').next().and_then(|number| number.parse::<usize>().ok());
        let parent = item["parent_id"].as_str().and_then(number);
        let place =
            Place::of(item).unwrap_or(Place { position: DVec3::ZERO, rotation: DQuat::IDENTITY, scale: DVec3::ONE });
        let local = self.outer(parent).inverse() * place.matrix() * self.own(kind);
        let rows: Vec<f64> = placeholder(&item["vertices"])
            .map_or_else(Vec::new, |number| payload.attachments[number].elements().collect());
        let back = self.turn.inverse();
        let vertices = rows.chunks_exact(3).map(|row| back.transform_point3(DVec3::from_slice(row))).collect();
        let name = item["name"].as_str().unwrap_or_default().to_owned();
        self.objects.push(Object { name, kind, parent, local, vertices, fields: item.clone() });
        self.objects.len() - 1
    }
}

fn floats(numbers: impl Iterator<Item = f64>) -> Attachment {
    let data: Vec<u8> = numbers.flat_map(f64::to_le_bytes).collect();
    Attachment { dtype: Dtype::F8, shape: vec![(data.len() / 8) as u64], media: None, data: data.into() }
}

/// Both, and what was asked of them.
#[derive(Clone)]
pub(super) struct Double {
    pub(super) sessions: Arc<Mutex<Vec<Session>>>,
    pub(super) asked: Arc<Mutex<Vec<(String, Request)>>>,
    /// The batch at the target never ends, and tells when it has begun and when it was dropped.
    pub(super) stuck: Option<(Arc<Notify>, Arc<Notify>)>,
}

struct Dropped(Arc<Notify>);

impl Drop for Dropped {
    fn drop(&mut self) {
        self.0.notify_one();
    }
}

impl Double {
    pub(super) fn new(sessions: Vec<Session>) -> Self {
        Self { sessions: Arc::new(Mutex::new(sessions)), asked: Arc::default(), stuck: None }
    }

    /// What was asked of one, in order.
    pub(super) fn asked_of(&self, name: &str) -> Vec<Request> {
        self.asked.lock().iter().filter(|(of, _)| of == name).map(|(_, request)| request.clone()).collect()
    }
}

impl Backend for Double {
    async fn instances(&self) -> Result<Vec<Instance>, Fault> {
        let told = |session: &Session| Instance {
            id: format!("i_{}", session.name),
            name: session.name.to_owned(),
            host: HostInfo {
                app: session.name.to_owned(),
                not_supported: session
                    .lacks
                    .iter()
                    .map(|(what, why)| ((*what).to_owned(), (*why).to_owned()))
                    .collect::<BTreeMap<_, _>>()
                    .into(),
                ..HostInfo::default()
            },
            ..Instance::default()
        };
        Ok(self.sessions.lock().iter().map(told).collect())
    }

    async fn call(&self, request: Request, _progress: Option<mpsc::Sender<Progress>>) -> Result<Reply, Fault> {
        let wanted = request.instance.clone().unwrap_or_else(|| "i_near".to_owned());
        let place = self
            .sessions
            .lock()
            .iter()
            .position(|session| [format!("i_{}", session.name), session.name.to_owned()].contains(&wanted));
        let place = place.ok_or_else(|| Fault::new(Code::InstanceNotFound, "there is none"))?;
        let name = self.sessions.lock()[place].name;
        self.asked.lock().push((name.to_owned(), request.clone()));
        let makes = request.operation == "batch" && request.arguments.json.to_string().contains("create_");
        if let Some((begun, dropped)) = self.stuck.clone().filter(|_| makes) {
            let _dropped = Dropped(dropped);
            begun.notify_one();
            std::future::pending::<()>().await;
        }
        let answer = answer(&mut self.sessions.lock()[place], &request.operation, request.arguments)?;
        Ok(Reply { payload: answer, revision: 7, duration: Duration::ZERO, instance: format!("i_{name}") })
    }
}

fn answer(session: &mut Session, operation: &str, arguments: Payload) -> Result<Payload, Fault> {
    let known = catalogue().operation(operation)?;
    let arguments = if operation == "batch" { arguments } else { known.validate(arguments)? };
    let mut told = Payload::default();
    told.json = match operation {
        "get_children" => {
            let below: Vec<String> = (0..session.objects.len())
                .filter(|index| session.objects[*index].parent.is_some())
                .map(|index| format!("{}-{index}", session.name))
                .collect();
            json!({ "items": [{ "id": "any", "child_ids": below }] })
        }
        "batch" => return batch(session, arguments),
        "get_materials" => json!({ "items": session.materials }),
        "list_cameras" => json!({ "items": [], "total": 0 }),
        list if list.starts_with("list_") => json!({ "items": session.materials, "total": 0 }),
        get if get.starts_with("get_") && get != "get_status" => {
            let ids = arguments.json["ids"].as_array().cloned().unwrap_or_default();
            let find = |id: &Value| -> Result<usize, Fault> {
                let of =
                    |index: &usize| *id == *session.objects[*index].name || *id == format!("{}-{index}", session.name);
                (0..session.objects.len())
                    .find(of)
                    .ok_or_else(|| Fault::new(Code::NotFound, format!("there is no {id}")))
            };
            let found: Vec<usize> = ids.iter().map(find).collect::<Result<_, _>>()?;
            let items: Vec<Value> = found.into_iter().map(|index| session.told(index, &mut told)).collect();
            json!({ "items": items })
        }
        _ => json!({}),
    };
    Ok(told)
}

/// All steps, or none.
fn batch(session: &mut Session, arguments: Payload) -> Result<Payload, Fault> {
    let before = session.clone();
    let mut told = Payload::default();
    let mut results: Vec<Value> = Vec::new();
    let dry = arguments.json["dry_run"] == true;
    for (index, step) in arguments.json["operations"].as_array().into_iter().flatten().enumerate() {
        let operation = step["operation"].as_str().unwrap_or_default();
        let result = match operation.strip_prefix("create_") {
            Some(plural) if !dry => match create(session, plural, &step["arguments"], &results, &arguments) {
                Ok(made) => made,
                Err((item, field)) => {
                    *session = before;
                    let path = format!("operations[{index}].arguments.items[{item}].{field}");
                    return Err(Fault::new(Code::NotSupported, format!("no `{field}` here"))
                        .detail("step", json!({ "index": index, "operation": operation }))
                        .detail("path", path));
                }
            },
            _ => json!({ "items": [], "total": 0 }),
        };
        results.push(json!({ "index": index, "operation": operation, "result": result }));
    }
    told.json = json!({ "results": results, "completed": results.len() });
    Ok(told)
}

fn create(
    session: &mut Session,
    plural: &str,
    given: &Value,
    results: &[Value],
    whole: &Payload,
) -> Result<Value, (usize, &'static str)> {
    let kinds: HashMap<&str, &'static str> = [("meshes", "mesh"), ("nodes", "empty"), ("cameras", "camera")].into();
    let (mut ids, mut items) = (Vec::new(), Vec::new());
    for (number, item) in given["items"].as_array().into_iter().flatten().enumerate() {
        if let Some(field) = session.refuses.filter(|field| !item[*field].is_null()) {
            return Err((number, field));
        }
        let mut item = item.clone();
        if let Some(reference) = item["parent_id"].as_str().and_then(|text| text.strip_prefix('$')) {
            let (step, rest) = reference.split_once(".ids[").unwrap_or_default();
            let (step, index): (usize, usize) = (step.parse().unwrap(), rest.trim_end_matches(']').parse().unwrap());
            item["parent_id"] = results[step]["result"]["ids"][index].clone();
        }
        match kinds.get(plural) {
            Some(kind) => {
                let index = session.make(kind, &item, whole);
                ids.push(format!("{}-{index}", session.name));
                items.push(session.told(index, &mut Payload::default()));
            }
            None => {
                session.materials.push(item);
                ids.push(format!("{plural}-{number}"));
                items.push(json!({ "id": format!("{plural}-{number}"), "name": "made" }));
            }
        }
    }
    Ok(json!({ "ids": ids, "items": items }))
}
