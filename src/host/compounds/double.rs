//! A host that records what compounds ask of it, holds each call against the catalogue, and answers as told.

use std::collections::HashMap;

use serde_json::{Value, json};

use super::arrays::numbers;
use super::atomics::{Answer, Ask};
use super::script::{Script, Turn};
use super::{World, compound};
use crate::catalogue::{Verb, catalogue};
use crate::host::HostInfo;
use crate::wire::{Code, Fault, Payload};

/// A compound makes no more calls than so.
const MOST: usize = 10_000;

/// What is there, and what was asked.
pub(super) struct Double {
    info: HostInfo,
    /// By what tells of it and by its id.
    things: HashMap<(String, String), Value>,
    /// Answers that hold for one operation whatever is asked.
    answers: HashMap<&'static str, Value>,
    made: usize,
    asks: Vec<(&'static str, Value)>,
    /// The first array that came with a call, by operation.
    arrays: HashMap<&'static str, Vec<f64>>,
}

impl Double {
    /// Empty, right-handed with Z up, 24 frames a second.
    pub(super) fn new() -> Self {
        let info = HostInfo { up_axis: "Z".to_owned(), metres_per_unit: 1.0, fps: 24.0, ..HostInfo::default() };
        Self {
            info,
            things: HashMap::new(),
            answers: HashMap::new(),
            made: 0,
            asks: Vec::new(),
            arrays: HashMap::new(),
        }
    }

    pub(super) fn y_up(mut self) -> Self {
        self.info.up_axis = "Y".to_owned();
        self
    }

    pub(super) fn in_centimetres(mut self) -> Self {
        self.info.metres_per_unit = 0.01;
        self
    }

    /// There is a thing of this id, of which this operation tells so.
    pub(super) fn has(&mut self, operation: &str, id: &str, mut told: Value) {
        told["id"] = id.into();
        self.things.insert((plural(operation).to_owned(), id.to_owned()), told);
    }

    /// There is a joint of the rig `Rig`, which stands where the world begins.
    pub(super) fn has_joint(&mut self, name: &str, parent: Option<&str>, position: [f64; 3], length: f64) {
        let world = json!([1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1]);
        let joint = json!({
            "name": name, "rig_id": "Rig", "parent_id": parent, "position": position, "orientation": [0, 0, 0, 1],
            "length": length, "matrix_world": world, "metadata": {},
        });
        self.has("get_joints", name, joint);
        self.has("get_rigs", "Rig", json!({ "matrix_world": world, "joint_ids": [] }));
    }

    /// What this operation answers whenever it is asked.
    pub(super) fn answers(&mut self, operation: &'static str, answer: Value) {
        self.answers.insert(operation, answer);
    }

    /// Plays a compound to its end and holds what it gives against the catalogue.
    pub(super) fn play(&mut self, name: &str, arguments: Value) -> Result<Value, Fault> {
        let operation = catalogue().operation(name).unwrap();
        let given = operation.validate(Payload::json(arguments))?;
        let mut script = Script::new(compound(name).unwrap(), World::of(&self.info), given);
        let mut answer = None;
        for _ in 0..MOST {
            match script.resume(answer.take()) {
                Turn::Over(over) => {
                    let told = over?.json;
                    for field in &operation.returns {
                        let there = told.get(field.name).is_some_and(|value| field.nullable || !value.is_null());
                        assert!(there || !field.required, "{name} gives no {}", field.name);
                    }
                    let known = |key: &String| operation.returns.iter().any(|field| field.name == key);
                    assert!(told.as_object().unwrap().keys().all(known), "{told}");
                    return Ok(told);
                }
                Turn::Breath => {}
                Turn::Ask(ask) => {
                    assert!(operation.made_of.contains(&ask.operation), "{name} is not made of {}", ask.operation);
                    answer = Some(self.answer(ask));
                }
            }
        }
        panic!("{name} goes on for ever");
    }

    /// What was called, in order.
    pub(super) fn called(&self) -> Vec<&'static str> {
        self.asks.iter().map(|(operation, _)| *operation).collect()
    }

    /// The arguments of the first call of this operation.
    pub(super) fn asked(&self, operation: &str) -> &Value {
        self.all_asked(operation).first().copied().unwrap_or(&Value::Null)
    }

    /// The arguments of every call of it.
    pub(super) fn all_asked(&self, operation: &str) -> Vec<&Value> {
        self.asks.iter().filter(|(asked, _)| *asked == operation).map(|(_, arguments)| arguments).collect()
    }

    /// The first array that came with the first call of this operation.
    pub(super) fn floats(&self, operation: &str) -> &[f64] {
        &self.arrays[operation]
    }

    fn answer(&mut self, ask: Ask) -> Answer {
        let operation = catalogue().operation(ask.operation).unwrap();
        self.asks.push((ask.operation, ask.arguments.json.clone()));
        if !ask.arguments.attachments.is_empty() {
            let first = numbers(&ask.arguments, &json!({ "$attachment": 0 })).unwrap();
            self.arrays.entry(ask.operation).or_insert(first);
        }
        let arguments = operation.validate(ask.arguments).unwrap_or_else(|fault| panic!("{fault:?}")).json;
        if let Some(answer) = self.answers.get(ask.operation) {
            return Ok(answer.clone().into());
        }
        let ids = || arguments["ids"].as_array().cloned().unwrap_or_default();
        match operation.crud {
            Some((entity, Verb::Create)) => Ok(self.create(entity.plural, &arguments["items"]).into()),
            Some((entity, Verb::Get)) => {
                let items: Result<Vec<Value>, Fault> = ids().iter().map(|id| self.thing(entity.plural, id)).collect();
                Ok(json!({ "items": items? }).into())
            }
            Some((entity, Verb::List)) => {
                let of = self.things.iter().filter(|((plural, _), _)| plural == entity.plural);
                // A joint is listed with those of its rig.
                let parent = &arguments["parent_id"];
                let below =
                    |thing: &&Value| parent.is_null() || thing["rig_id"].is_null() || thing["rig_id"] == *parent;
                let items: Vec<&Value> = of.map(|(_, thing)| thing).filter(below).collect();
                Ok(json!({ "items": items, "total": items.len() }).into())
            }
            _ if ask.operation == "get_children" => {
                let below =
                    |id: &Value| self.thing("children", id).unwrap_or_else(|_| json!({ "id": id, "child_ids": [] }));
                Ok(json!({ "items": ids().iter().map(below).collect::<Vec<_>>() }).into())
            }
            _ if ask.operation == "duplicate" => {
                let copies: Vec<&Value> = arguments["items"].as_array().into_iter().flatten().collect();
                let ids: Vec<&str> = copies.iter().filter_map(|copy| copy["name"].as_str()).collect();
                let matrix = json!([1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1]);
                ids.iter().for_each(|id| self.has("get_nodes", id, json!({ "name": id, "matrix_world": matrix })));
                Ok(json!({ "ids": ids, "items": copies }).into())
            }
            _ => Ok(json!({ "ids": ids(), "items": arguments["items"] }).into()),
        }
    }

    fn create(&mut self, plural: &str, items: &Value) -> Value {
        let (mut ids, mut made) = (Vec::new(), Vec::new());
        for item in items.as_array().into_iter().flatten() {
            self.made += 1;
            let mut item = item.clone();
            let id = item["name"].as_str().map_or_else(|| format!("{plural}/{}", self.made), str::to_owned);
            if plural == "keyframes"
                && let (Some(node), Some(path)) = (item["node_id"].as_str(), item["path"].as_str())
            {
                let channel = format!("{node}/{path}");
                item["channel_id"] = channel.as_str().into();
                self.has("get_channels", &channel, json!({ "clip_id": "Clip" }));
            }
            self.has(&format!("get_{plural}"), &id, item);
            made.push(self.things[&(plural.to_owned(), id.clone())].clone());
            ids.push(id);
        }
        json!({ "ids": ids, "items": made })
    }

    fn thing(&self, plural: &str, id: &Value) -> Result<Value, Fault> {
        let id = id.as_str().unwrap_or_default();
        let known = self.things.get(&(plural.to_owned(), id.to_owned()));
        known.cloned().ok_or_else(|| Fault::new(Code::NotFound, format!("no `{id}` here")).detail("got", id))
    }
}

/// `nodes` of `get_nodes`, `list_nodes` or `create_nodes`.
fn plural(operation: &str) -> &str {
    operation.split_once('_').map_or(operation, |(_, plural)| plural)
}
