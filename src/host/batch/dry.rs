//! What a batch would do, told without touching anything: what its steps would change is looked up and named.

use std::collections::{BTreeMap, HashSet};

use serde_json::{Value, json};

use super::plan::{Plan, Step};
use crate::catalogue::{Effect, Field, Kind, Verb, catalogue};
use crate::host::Job;
use crate::host::queue::Task;
use crate::host::transaction::Stage;
use crate::wire::{Code, Fault, Payload};

/// Things that a step names, by the plural of their entity.
type Named = BTreeMap<&'static str, Vec<String>>;

/// The answer to a dry run.
pub(super) fn tell(plan: &Plan, task: &Task, stage: &Stage<'_>) -> Result<Payload, Fault> {
    let mut look = Look { task, stage, made: HashSet::new() };
    let mut results = Vec::with_capacity(plan.steps.len());
    for (index, step) in plan.steps.iter().enumerate() {
        if task.control.cancelled() {
            return Err(super::super::transaction::cancelled());
        }
        let part = format!("step {} of {}: {}", index + 1, plan.steps.len(), step.place.called());
        task.control.part(index, plan.steps.len(), &part).progress(Some(0.0), "");
        let would = look.step(step).map_err(|fault| step.place.blame(fault))?;
        results.push(step.place.entry("would", would));
    }
    Ok(json!({ "results": results, "completed": 0, "asks": plan.asks }).into())
}

struct Look<'a> {
    task: &'a Task,
    stage: &'a Stage<'a>,
    /// Names that earlier steps would give to what they make.
    made: HashSet<String>,
}

impl Look<'_> {
    fn step(&mut self, step: &Step) -> Result<Value, Fault> {
        let json = &step.arguments.json;
        let mut named = Named::new();
        collect(&step.operation.params, json, &mut named);
        let mut found = Vec::new();
        for (plural, mut ids) in named {
            ids.retain(|id| !self.made.contains(id));
            ids.sort_unstable();
            ids.dedup();
            found.extend(self.look_up(plural, ids)?);
        }
        let items = json["items"].as_array().map_or(&[][..], Vec::as_slice);
        self.made.extend(items.iter().filter_map(|item| item["name"].as_str()).map(str::to_owned));
        let mut would = json!({ "effect": step.operation.effect.name() });
        if step.operation.is_compound() {
            would["made_of"] = step.operation.made_of.into();
        }
        match step.operation.crud {
            Some((entity, Verb::Create)) => would["creates"] = json!({ entity.plural: items.len() }),
            Some((_, Verb::Update)) => would["changes"] = changes(items),
            _ => {}
        }
        if step.operation.effect != Effect::Read && !found.is_empty() {
            would[if step.operation.effect == Effect::Delete { "deletes" } else { "concerns" }] = found.into();
        }
        let references: Vec<&str> = step.holes.iter().map(|hole| hole.reference.text.as_str()).collect();
        if !references.is_empty() {
            would["refers_to"] = references.into();
        }
        if !step.written.is_empty() {
            would["writes"] = step.written.clone().into();
        }
        Ok(would)
    }

    /// Ids and names as the host knows them; its own fault when one of them is not there.
    fn look_up(&self, plural: &str, ids: Vec<String>) -> Result<Vec<Value>, Fault> {
        let Some(operation) = catalogue().known(&format!("get_{plural}")) else { return Ok(Vec::new()) };
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        let arguments = json!({ "ids": &ids, "fields": ["id"] }).into();
        let (deadline, control) = (self.task.deadline, self.task.control.clone());
        match self.stage.perform(&Job { operation, arguments, gltf: false, deadline, control }) {
            Ok(payload) => Ok(payload.json["items"].as_array().cloned().unwrap_or_default()),
            // Nobody can look, so nothing is known against it.
            Err(fault) if fault.error_code == Code::NotSupported => Ok(Vec::new()),
            // Where a node is taken a joint is, too.
            Err(fault) if plural == "nodes" && fault.error_code == Code::NotFound => {
                self.look_up("joints", ids).map_err(|_| fault)
            }
            Err(fault) => Err(fault),
        }
    }
}

/// What patches would change, by the names of the fields.
fn changes(items: &[Value]) -> Value {
    let fields = items.iter().filter_map(Value::as_object).flat_map(|item| item.keys());
    let fields: std::collections::BTreeSet<&String> = fields.filter(|name| *name != "ids").collect();
    json!({ "patches": items.len(), "fields": fields })
}

fn collect(fields: &[Field], value: &Value, named: &mut Named) {
    fields.iter().for_each(|field| collect_value(&field.kind, value.get(field.name).unwrap_or(&Value::Null), named));
}

fn collect_value(kind: &Kind, value: &Value, named: &mut Named) {
    match (kind, value) {
        (Kind::Ref(entity), Value::String(id)) => {
            let known = catalogue().entities().iter().find(|known| known.name == *entity);
            if let Some(known) = known {
                named.entry(known.plural).or_default().push(id.clone());
            }
        }
        (Kind::List(item), Value::Array(values)) => values.iter().for_each(|value| collect_value(item, value, named)),
        (Kind::Object(fields), value) => collect(fields, value, named),
        (Kind::Item(entity, verb), value) => {
            let own = |field: &&Field| *verb != Verb::Update || field.name != "ids";
            entity.item_fields(*verb).into_iter().filter(own).for_each(|field| {
                collect_value(&field.kind, value.get(field.name).unwrap_or(&Value::Null), named);
            });
            patched(entity, *verb, value, named);
        }
        _ => {}
    }
}

/// What a patch is for, where its field says only "an id".
fn patched(entity: &crate::catalogue::Entity, verb: Verb, value: &Value, named: &mut Named) {
    let ids = value.get("ids").and_then(Value::as_array).filter(|_| verb == Verb::Update);
    let ids = ids.into_iter().flatten().filter_map(Value::as_str).map(str::to_owned);
    named.entry(entity.plural).or_default().extend(ids);
}
