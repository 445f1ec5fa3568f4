//! `transfer`: read at the source, made at the target as one undo step, and told.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;
use std::time::Instant;

use serde::Deserialize;
use serde_json::{Value, json};
use tokio::sync::mpsc;

use super::extras;
use super::fit::Sides;
use super::lost::Lost;
use super::place::{matrix, same};
use super::plan::Plan;
use super::read::{self, Scene, text};
use super::side::{Errand, Side};
use crate::backend::choose::one;
use crate::backend::{Backend, Progress, Reply, Request, Shared};
use crate::catalogue::{Operation, Verb, catalogue};
use crate::wire::{Code, Fault, Payload, limits};

/// So often a target may refuse a field and is asked again without it; each time it is another field.
const REFUSALS: usize = 12;
/// How much of the way reading is.
const READ: f64 = 0.5;

#[derive(Deserialize)]
struct Given {
    target: String,
    ids: Vec<String>,
    include_children: bool,
    reuse_materials: bool,
    dry_run: bool,
}

/// Who hears how far it is.
struct Told(Option<mpsc::Sender<Progress>>);

impl Told {
    /// Nobody waits for who does not listen.
    fn tell(&self, fraction: f64, message: impl Into<String>) {
        if let Some(sender) = &self.0 {
            let _ = sender.try_send(Progress { fraction: Some(fraction), message: message.into() });
        }
    }
}

/// Does it.
pub(super) async fn run(
    (backend, most): (Shared, u64),
    operation: &Operation,
    request: Request,
    progress: Option<mpsc::Sender<Progress>>,
) -> Result<Reply, Fault> {
    let began = Instant::now();
    let arguments = operation.validate(request.arguments)?.json;
    let given: Given = serde_json::from_value(arguments)
        .map_err(|error| Fault::new(Code::Internal, format!("its arguments are not as the catalogue says: {error}")))?;
    if given.ids.is_empty() {
        return Err(Fault::new(Code::InvalidParams, "nothing is chosen: `ids` is empty")
            .detail("path", "ids")
            .detail("expected", "one id or unique name, or more")
            .suggest("find them with query or list_nodes at the source, or take get_selection's"));
    }
    let until = began + request.timeout.unwrap_or(operation.timeout);
    let errand = Errand { backend, client: request.client, until };
    let told = Told(progress);
    told.tell(0.0, "looking at both sessions");
    let (mut source, target) = sides(&errand, request.instance, &given.target).await?;
    source.revision = request.if_revision;
    let mut lost = Lost::default();
    let scene = collected(&given, (&mut source, &target), most, &mut lost, &told).await?;
    let reused = if given.reuse_materials { known(&scene, &target).await? } else { HashMap::new() };
    let has_active = active(&scene, &target).await?;
    let same_files = errand.backend.on_one_machine();
    let work = Arc::new(Work { given, source, target, scene, has_active, same_files, told, reused });
    let (answer, revision) = match work.given.dry_run {
        true => work.clone().rehearse(lost).await?,
        false => work.clone().make(lost, request.key).await?,
    };
    Ok(Reply { payload: answer.into(), revision, duration: began.elapsed(), instance: work.target.id.clone() })
}

/// Both ends, as they say of themselves.
async fn sides(errand: &Errand, instance: Option<String>, target: &str) -> Result<(Side, Side), Fault> {
    // Who is meant by no name only the backend knows; its answer says who it was.
    let asked = Request { instance, operation: "get_status".to_owned(), ..Request::default() };
    let status = Request { client: errand.client.clone(), ..asked };
    let source = errand.backend.call(status, None).await.map_err(|fault| fault.detail("side", "source"))?.instance;
    let all = errand.backend.instances().await?;
    let source = one(&all, Some(&source))?;
    let target = one(&all, Some(target)).map_err(|fault| fault.detail("path", "target"))?;
    if source.id == target.id {
        let message = format!("`{}` is where they are already: the target must be another session", target.name);
        let others = all.iter().filter(|other| other.id != source.id).map(|other| other.name.clone());
        let fault =
            Fault::new(Code::InvalidParams, message).detail("path", "target").detail("got", target.name.as_str());
        return Err(others.fold(fault, Fault::suggest).suggest("`duplicate` makes copies in the same session"));
    }
    Ok((Side::new(errand, "source", source.clone()), Side::new(errand, "target", target.clone())))
}

/// Everything that is read at the source.
async fn collected(
    given: &Given,
    (source, target): (&mut Side, &Side),
    most: u64,
    lost: &mut Lost,
    told: &Told,
) -> Result<Scene, Fault> {
    let mut scene = Scene::default();
    read::objects((source, target), &given.ids, given.include_children, &mut scene).await?;
    told.tell(0.1, format!("{} objects of `{}`", scene.nodes.len(), source.name));
    read::surfaces((source, target), given.dry_run, &mut scene, lost).await?;
    extras::hanging(source, &scene, lost).await?;
    let portions = read::portions(&scene);
    for (done, portion) in portions.iter().enumerate() {
        let part = done as f64 / portions.len() as f64;
        told.tell(0.15 + part * (READ - 0.15), format!("reading {} meshes of `{}`", portion.len(), source.name));
        extras::marked(source, &scene, portion, lost).await?;
        if !given.dry_run {
            read::arrays((source, target), portion, &mut scene, lost).await?;
            bounded(&scene, most)?;
        }
    }
    Ok(scene)
}

/// Refuses what no message holds, before more of it is read.
fn bounded(scene: &Scene, most: u64) -> Result<(), Fault> {
    let bytes: u64 = scene.arrays.iter().map(|array| array.data.len() as u64).sum();
    let (message, expected, got) = match scene.arrays.len() {
        count if count > limits::ATTACHMENTS => ("arrays", limits::ATTACHMENTS as u64, count as u64),
        _ if bytes > most => ("bytes of arrays", most, bytes),
        _ => return Ok(()),
    };
    Err(Fault::new(Code::TooLarge, format!("{got} {message} are too many for one transfer, which is one message"))
        .detail("expected", format!("{expected} at most"))
        .detail("got", got)
        .suggest("transfer fewer objects at once"))
}

/// Materials that the target has under the same names.
async fn known(scene: &Scene, target: &Side) -> Result<HashMap<String, (String, String)>, Fault> {
    let mut reused = HashMap::new();
    for some in scene.materials.chunks(200) {
        let names: Vec<&str> = some.iter().map(|material| text(material, "name")).collect();
        let arguments = json!({ "filters": { "name": names }, "fields": ["name"], "limit": 1000 });
        let operation = "list_materials".to_owned();
        let request = Request { operation, arguments: arguments.into(), ..Request::default() };
        let found = target.send(request, None).await?.payload.json;
        let found = found["items"].as_array().cloned().unwrap_or_default();
        for material in some {
            let same = found.iter().find(|other| other["name"] == material["name"]);
            reused.extend(same.map(|other| {
                (text(material, "id").to_owned(), (text(other, "id").to_owned(), text(other, "name").to_owned()))
            }));
        }
    }
    Ok(reused)
}

/// Whether the target renders through a camera already, which then stays the one.
async fn active(scene: &Scene, target: &Side) -> Result<bool, Fault> {
    if !scene.nodes.iter().any(|found| found.item["active"] == true) || target.lacks("list_cameras").is_some() {
        return Ok(true);
    }
    let arguments = json!({ "filters": { "active": true }, "fields": ["name"], "limit": 1 });
    let operation = "list_cameras".to_owned();
    let found = target.send(Request { operation, arguments: arguments.into(), ..Request::default() }, None).await?;
    Ok(found.payload.json["total"] != 0)
}

struct Work {
    given: Given,
    source: Side,
    target: Side,
    scene: Scene,
    has_active: bool,
    same_files: bool,
    told: Told,
    reused: HashMap<String, (String, String)>,
}

impl Work {
    /// Away from the runtime's threads, which others wait for: the form of a large mesh takes its time.
    async fn plan(self: &Arc<Self>, refused: &HashSet<String>, mut lost: Lost) -> Result<(Plan, Lost), Fault> {
        let (work, refused) = (self.clone(), refused.clone());
        let planned = tokio::task::spawn_blocking(move || {
            let Work { source, target, scene, reused, has_active, same_files, given, .. } = &*work;
            let (has_active, same_files, dry) = (*has_active, *same_files, given.dry_run);
            let sides = Sides { source, target, refused: &refused, has_active, same_files, dry };
            (Plan::new(scene, reused.clone(), &sides, &mut lost), lost)
        });
        planned.await.map_err(|error| Fault::new(Code::Internal, format!("the plan of a transfer: {error}")))
    }

    /// What would go. The target is asked whether it would let such things be made, by the examples of the catalogue.
    async fn rehearse(self: Arc<Self>, lost: Lost) -> Result<(Value, u64), Fault> {
        let (plan, lost) = self.plan(&HashSet::new(), lost).await?;
        let mut operations: Vec<&str> = plan.steps.iter().map(|step| step.operation.as_str()).collect();
        operations.sort_unstable();
        operations.dedup();
        let example = |name: &&str| Some(json!({ "operation": name, "arguments": catalogue().known(name)?.example }));
        let steps: Vec<Value> =
            operations.iter().filter(|name| **name != "create_uv_maps").filter_map(example).collect();
        let arguments = json!({ "operations": steps, "dry_run": true });
        let request = Request { operation: "batch".to_owned(), arguments: arguments.into(), ..Request::default() };
        let revision = match steps.is_empty() {
            true => 0,
            false => self.target.send(request, None).await?.revision,
        };
        Ok((self.answer(&plan, &[], &lost), revision))
    }

    /// One batch at the target. What it refuses of a field goes without that field, which is told: nothing has been done
    /// then, so it can be asked again.
    async fn make(self: Arc<Self>, lost: Lost, key: Option<String>) -> Result<(Value, u64), Fault> {
        let mut refused: HashSet<String> = HashSet::new();
        let mut reasons: Vec<(String, String)> = Vec::new();
        loop {
            let mut lost = lost.clone();
            reasons.iter().for_each(|(field, reason)| lost.add(field, reason, &self.source.name));
            let (plan, mut lost) = self.plan(&refused, lost).await?;
            let label = format!("from {}", self.source.name);
            // Each is another batch, and so has another key.
            let key = key
                .as_ref()
                .map(|key| if refused.is_empty() { key.clone() } else { format!("{key}.{}", refused.len()) });
            let arguments = plan.arguments(&self.scene.arrays, &label);
            match self.batch(arguments, key).await {
                Ok(reply) => {
                    let made = made(reply.payload.json);
                    self.verify(&plan, &made, &mut lost);
                    return Ok((self.answer(&plan, &made, &lost), reply.revision));
                }
                Err(fault) => match refusal(&fault, &plan).filter(|(field, _)| !refused.contains(field)) {
                    Some((field, reason)) if refused.len() < REFUSALS => {
                        refused.insert(field.clone());
                        reasons.push((field, reason));
                    }
                    _ => return Err(fault),
                },
            }
        }
    }

    async fn batch(&self, arguments: Payload, key: Option<String>) -> Result<Reply, Fault> {
        let request = Request { operation: "batch".to_owned(), arguments, key, ..Request::default() };
        let Some(whole) = &self.told.0 else { return self.target.send(request, None).await };
        let (sender, mut receiver) = mpsc::channel::<Progress>(16);
        let mut call = Box::pin(self.target.send(request, Some(sender)));
        loop {
            tokio::select! {
                outcome = &mut call => return outcome,
                Some(Progress { fraction, message }) = receiver.recv() => {
                    let fraction = fraction.map(|fraction| READ + (1.0 - READ) * fraction);
                    let _ = whole.try_send(Progress { fraction, message: format!("`{}`: {message}", self.target.name) });
                }
            }
        }
    }

    /// What stands elsewhere than at the source is told.
    fn verify(&self, plan: &Plan, made: &[Vec<Value>], lost: &mut Lost) {
        let worlds: HashMap<&str, &Value> =
            self.scene.nodes.iter().map(|found| (text(&found.item, "id"), &found.item["matrix_world"])).collect();
        for (step, items) in plan.steps.iter().zip(made) {
            for (source, item) in step.sources.iter().zip(items) {
                let was = worlds.get(source.as_str()).and_then(|world| matrix(world));
                let (Some(was), Some(is)) = (was, matrix(&item["matrix_world"])) else { continue };
                if !same(was, is) {
                    lost.add("matrix_world", SHEARED, source);
                }
            }
        }
    }

    fn answer(&self, plan: &Plan, made: &[Vec<Value>], lost: &Lost) -> Value {
        let mut came: HashMap<&str, &Value> = HashMap::new();
        for (step, items) in plan.steps.iter().zip(made) {
            came.extend(step.sources.iter().map(String::as_str).zip(items));
        }
        let planned: HashSet<&str> = plan.steps.iter().flat_map(|step| &step.sources).map(String::as_str).collect();
        let pair = |thing: &Value| {
            let mut pair = json!({ "source_id": thing["id"], "source_name": thing["name"] });
            if let Some(item) = came.get(text(thing, "id")) {
                pair["id"] = item["id"].clone();
                pair["name"] = item["name"].clone();
            }
            pair
        };
        let object = |found: &read::Found| {
            let mut pair = pair(&found.item);
            pair["type"] = if found.entity.name == "Node" { "empty" } else { found.entity.singular }.into();
            pair
        };
        let shared = |things: &[Value]| -> Vec<Value> {
            let goes =
                |thing: &&Value| planned.contains(text(thing, "id")) || plan.reused.contains_key(text(thing, "id"));
            let told = |thing: &Value| {
                let mut pair = pair(thing);
                let reused = plan.reused.get(text(thing, "id"));
                if let Some((id, name)) = reused {
                    pair["id"] = id.as_str().into();
                    pair["name"] = name.as_str().into();
                }
                pair["reused"] = reused.is_some().into();
                pair
            };
            things.iter().filter(goes).map(told).collect()
        };
        let items: Vec<Value> = self.scene.nodes.iter().map(object).collect();
        let bytes: usize = self.scene.arrays.iter().map(|array| array.data.len()).sum();
        json!({
            "items": items,
            "materials": shared(&self.scene.materials),
            "textures": shared(&self.scene.textures),
            "lost": lost.told(),
            "left_out": self.scene.left_out,
            "source": self.source.told(),
            "target": self.target.told(),
            "bytes": bytes,
            "dry_run": self.given.dry_run,
        })
    }
}

const SHEARED: &str = "it is sheared, which position, rotation and scale cannot say: it stands as near as they can";

/// What each step made.
fn made(mut told: Value) -> Vec<Vec<Value>> {
    let results = told["results"].as_array_mut().map(std::mem::take).unwrap_or_default();
    let items = |mut result: Value| match result["result"]["items"].take() {
        Value::Array(items) => items,
        _ => Vec::new(),
    };
    results.into_iter().map(items).collect()
}

/// The field that a target has refused, as `plural.field`, and why: one that what is made can be without.
fn refusal(fault: &Fault, plan: &Plan) -> Option<(String, String)> {
    let refused = matches!(fault.error_code, Code::NotSupported | Code::InvalidParams | Code::Conflict)
        || is_of_files(fault.error_code);
    let step = fault.details.get("step")?["index"].as_u64()?;
    let step = plan.steps.get(usize::try_from(step).ok()?).filter(|_| refused)?;
    // Its owner lets no files be used there.
    if step.operation == "create_textures" && is_of_files(fault.error_code) {
        return Some(("textures.path".to_owned(), fault.error_message.clone()));
    }
    let path = fault.details.get("path")?.as_str()?.split_once(".arguments.")?.1;
    let inside = path.strip_prefix("items[").and_then(|path| path.split_once("].")).map_or(path, |(_, inside)| inside);
    let name = inside.split(['.', '[']).next()?;
    let plural = step.operation.strip_prefix("create_")?;
    let entity = catalogue().entities().iter().find(|entity| entity.plural == plural)?;
    let field = entity.item_fields(Verb::Create).into_iter().find(|field| field.name == name)?;
    let needed = field.required
        || matches!(name, "name" | "indices" | "face_sizes" | "parent_id" | "position" | "rotation" | "scale");
    (!needed).then(|| (format!("{plural}.{name}"), fault.error_message.clone()))
}

fn is_of_files(code: Code) -> bool {
    matches!(code, Code::PermissionDenied | Code::FileNotFound)
}
