//! Calls in glTF's convention: their arguments on the way to the host, and their results on the way back.

use std::collections::HashMap;

use serde_json::{Value, json};

use super::{Adapter, Job};
use crate::catalogue::convention::{Axes, Conversion, Frames, Spoken, aims};
use crate::catalogue::{Field, catalogue};
use crate::wire::{Code, Fault, Payload};

/// Takes the argument that chooses out of the arguments: an adapter has one convention, its own.
pub(crate) fn taken(arguments: &mut Payload) -> bool {
    let chosen = arguments.json.as_object_mut().and_then(|map| map.shift_remove("convention"));
    chosen.is_some_and(|word| word == "gltf")
}

/// Does the job in the convention that it is in.
pub(crate) fn perform(adapter: &dyn Adapter, job: &Job) -> Result<Payload, Fault> {
    if !job.gltf {
        return adapter.perform(job);
    }
    let mut scene = Scene::of(adapter, job)?;
    let mut arguments = job.arguments.clone();
    scene.convert(&job.operation.params, &mut arguments, Frames::back)?;
    let job = Job { arguments, gltf: false, control: job.control.clone(), ..*job };
    let mut result = adapter.perform(&job)?;
    // What it changed may have changed parents.
    scene.nodes.clear();
    scene.convert(&job.operation.returns, &mut result, |frames| frames)?;
    Ok(result)
}

/// Its arguments in the host's own convention.
pub(crate) fn of_host(adapter: &dyn Adapter, job: &Job) -> Result<Payload, Fault> {
    let mut arguments = job.arguments.clone();
    Scene::of(adapter, job)?.convert(&job.operation.params, &mut arguments, Frames::back)?;
    Ok(arguments)
}

/// Its result in glTF's convention.
pub(crate) fn to_gltf(adapter: &dyn Adapter, job: &Job, mut result: Payload) -> Result<Payload, Fault> {
    Scene::of(adapter, job)?.convert(&job.operation.returns, &mut result, |frames| frames)?;
    Ok(result)
}

/// What the host's scene must tell about those that a call speaks of.
struct Scene<'a> {
    adapter: &'a dyn Adapter,
    job: &'a Job,
    axes: Axes,
    /// By id and by name, as they were spoken of.
    nodes: HashMap<String, Node>,
}

#[derive(Clone)]
struct Node {
    aims: bool,
    parent: Option<String>,
}

impl<'a> Scene<'a> {
    fn of(adapter: &'a dyn Adapter, job: &'a Job) -> Result<Self, Fault> {
        let host = adapter.info()?;
        let metres = if host.metres_per_unit > 0.0 { host.metres_per_unit } else { 1.0 };
        Ok(Self { adapter, job, axes: Axes::new(&host.up_axis, &host.handedness, metres), nodes: HashMap::new() })
    }
}

impl Scene<'_> {
    fn convert(&mut self, fields: &[Field], payload: &mut Payload, way: fn(Frames) -> Frames) -> Result<(), Fault> {
        let spoken = Spoken::all(fields, &payload.json);
        self.look_up(spoken.iter().flat_map(|(_, item)| names(item)).collect())?;
        self.look_up(self.nodes.values().filter_map(|node| node.parent.clone()).collect())?;
        spoken.iter().try_for_each(|(spoken, item)| self.one_frame(*spoken, item))?;
        let of_node = |spoken: Spoken, item: &Value| way(self.frames(spoken, item));
        let mut conversion = Conversion {
            attachments: &mut payload.attachments,
            frames: way(self.axes.frames(false, false)),
            of_node: &of_node,
        };
        conversion.fields(fields, &mut payload.json);
        Ok(())
    }

    fn look_up(&mut self, mut wanted: Vec<String>) -> Result<(), Fault> {
        wanted.retain(|name| !self.nodes.contains_key(name));
        wanted.sort_unstable();
        wanted.dedup();
        if wanted.is_empty() {
            return Ok(());
        }
        let ask = Job {
            operation: catalogue().operation("get_nodes")?,
            arguments: json!({ "ids": wanted, "fields": ["type", "parent_id"] }).into(),
            gltf: false,
            control: self.job.control.clone(),
            deadline: self.job.deadline,
        };
        let told = self.adapter.perform(&ask)?;
        let items = told.json["items"].as_array().map_or(&[][..], Vec::as_slice);
        for (name, item) in wanted.into_iter().zip(items) {
            let parent = item["parent_id"].as_str().map(str::to_owned);
            self.nodes.insert(name, Node { aims: item["type"].as_str().is_some_and(aims), parent });
        }
        Ok(())
    }

    /// One patch holds one set of numbers: those it is for must read them alike.
    fn one_frame(&self, spoken: Spoken, item: &Value) -> Result<(), Fault> {
        let ids = item["ids"].as_array().map_or(&[][..], Vec::as_slice);
        let mut frames = ids.iter().filter_map(Value::as_str).map(|id| self.frames_of(spoken, item, Some(id)));
        let first = frames.next();
        if frames.all(|other| Some(other) == first) {
            return Ok(());
        }
        let message = "one patch in glTF's convention cannot be for cameras or lights and for others at once";
        Err(Fault::new(Code::InvalidParams, message)
            .detail("ids", ids)
            .suggest("give cameras and lights, and what is parented to them, items of their own"))
    }

    fn frames(&self, spoken: Spoken, item: &Value) -> Frames {
        let id = item["id"].as_str().or_else(|| item["ids"][0].as_str());
        self.frames_of(spoken, item, id)
    }

    fn frames_of(&self, spoken: Spoken, item: &Value, id: Option<&str>) -> Frames {
        let node = id.and_then(|id| self.nodes.get(id));
        let own = match spoken {
            Spoken::New(aims) => aims,
            Spoken::Known => node.is_some_and(|node| node.aims),
        };
        let parent = match item.get("parent_id") {
            Some(given) => given.as_str(),
            None => node.and_then(|node| node.parent.as_deref()),
        };
        self.axes.frames(own, parent.and_then(|parent| self.nodes.get(parent)).is_some_and(|parent| parent.aims))
    }
}

/// Whom an item speaks of.
fn names(item: &Value) -> impl Iterator<Item = String> {
    let ids = item["ids"].as_array().into_iter().flatten();
    let all = ids.chain([&item["id"], &item["parent_id"]]);
    all.filter_map(Value::as_str).map(str::to_owned).collect::<Vec<_>>().into_iter()
}
