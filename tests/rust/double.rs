//! An adapter over a scene in memory, which does what a test tells it: block, fail, report, panic.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};

use bytes::Bytes;
use parking_lot::{Condvar, Mutex};
use scenewire::host::{Adapter, Happening, HostInfo, Job};
use scenewire::wire::{Attachment, Code, Dtype, Fault, Payload};
use serde_json::{Value, json};

/// Longer than any test may take; a wait that reaches it has failed.
pub const LONG: Duration = Duration::from_secs(20);

/// Longer than a batch has the main thread at a time.
pub const SLICE: Duration = Duration::from_millis(101);

/// Bytes of what the code `big` answers.
pub const BIG: usize = 100 << 20;

/// Of what `large` answers: two of them are more than the studio's gateway keeps for a client that does not read.
pub const LARGE: usize = 24 << 20;

/// A door that the test opens.
#[derive(Default)]
pub struct Gate {
    state: Mutex<(bool, usize)>,
    changed: Condvar,
}

impl Gate {
    /// Lets through whoever waits and will come.
    pub fn open(&self) {
        self.state.lock().0 = true;
        self.changed.notify_all();
    }

    /// Waits at the door until it opens or `give_up` says so.
    pub fn pass(&self, give_up: impl Fn() -> bool) -> bool {
        let mut state = self.state.lock();
        state.1 += 1;
        self.changed.notify_all();
        let until = Instant::now() + LONG;
        while !state.0 && !give_up() && Instant::now() < until {
            self.changed.wait_for(&mut state, Duration::from_millis(2));
        }
        state.0
    }

    /// Returns when so many have come to the door.
    pub fn arrivals(&self, count: usize) {
        let mut state = self.state.lock();
        let until = Instant::now() + LONG;
        while state.1 < count {
            assert!(!self.changed.wait_until(&mut state, until).timed_out(), "nobody came to the gate");
        }
    }
}

/// The scene: names by id, and the state before the open transaction.
#[derive(Clone, Default, Debug, PartialEq)]
pub struct Scene {
    pub nodes: BTreeMap<String, String>,
    pub next: u64,
}

pub type Hook = Box<dyn Fn() -> Result<Value, Fault> + Send>;

#[derive(Default)]
pub struct Double {
    pub scene: Mutex<Scene>,
    before: Mutex<Option<Scene>>,
    pub gate: Gate,
    pub performed: AtomicU64,
    pub revision: AtomicU64,
    pub log: Mutex<Vec<String>>,
    pub broken_undo: AtomicBool,
    /// A transaction may be left for a turn.
    pub yields: AtomicBool,
    /// Somebody edits while it is left.
    pub disturbed: AtomicBool,
    /// Everything takes longer than a slice.
    pub slow: AtomicBool,
    /// What the last look for events saw.
    seen: Mutex<BTreeMap<String, String>>,
    /// What it cannot do.
    pub lacks: Mutex<Option<&'static str>>,
    /// It renders; whoever looks at its window had better have a picture of more than 100 samples made over a copy.
    pub renders: AtomicBool,
    /// Nobody sits at it.
    pub headless: AtomicBool,
    /// Runs inside `execute_python` with code `hook`.
    pub hook: Mutex<Option<Hook>>,
}

impl Double {
    pub fn new() -> Arc<Self> {
        Arc::new(Self::default())
    }

    /// Returns once a call stands at the gate.
    pub async fn blocked(self: &Arc<Self>) {
        let double = self.clone();
        tokio::task::spawn_blocking(move || double.gate.arrivals(1)).await.unwrap();
    }

    pub fn names(&self) -> Vec<String> {
        self.scene.lock().nodes.values().cloned().collect()
    }

    fn note(&self, word: &str) {
        self.log.lock().push(word.to_owned());
    }

    fn create(&self, job: &Job) -> Result<Payload, Fault> {
        let (mut ids, mut items) = (Vec::new(), Vec::new());
        for (index, item) in job.arguments.json["items"].as_array().cloned().unwrap_or_default().iter().enumerate() {
            let name = item["name"].as_str().unwrap_or("Node").to_owned();
            let mut scene = self.scene.lock();
            scene.next += 1;
            let id = format!("n{}", scene.next);
            scene.nodes.insert(id.clone(), name.clone());
            self.revision.fetch_add(1, Ordering::SeqCst);
            drop(scene);
            if name == "bad" {
                return Err(Fault::new(Code::HandlerError, "the host refused `bad`").detail("item", index));
            }
            ids.push(Value::from(id.clone()));
            items.push(json!({ "id": id, "name": name }));
        }
        Ok(json!({ "ids": ids, "items": items }).into())
    }

    fn code(&self, job: &Job) -> Result<Payload, Fault> {
        let code = job.arguments.json["code"].as_str().unwrap_or_default();
        let answer = |value: Value| Ok(json!({ "value": value, "repr": "", "stdout": "", "stderr": "" }).into());
        match code {
            "block" => match self.gate.pass(|| job.control.cancelled()) {
                true => answer(json!("opened")),
                false => Err(Fault::new(Code::Cancelled, "looked and stopped")),
            },
            "stubborn" => answer(json!(self.gate.pass(|| false))),
            "progress" => {
                (0..1000).for_each(|n| job.control.progress(Some(f64::from(n) / 1000.0), &format!("step {n}")));
                job.control.progress(Some(1.0), "last");
                self.gate.pass(|| job.control.cancelled());
                answer(Value::Null)
            }
            "slow" => {
                std::thread::sleep(SLICE);
                answer(Value::Null)
            }
            "panic" => panic!("a defect in the adapter"),
            "hook" => self.hook.lock().as_ref().map_or(Ok(Value::Null), |hook| hook()).and_then(answer),
            "big" | "large" => {
                let mut payload = Payload::default();
                let data = pattern(if code == "big" { BIG } else { LARGE });
                let shape = vec![data.len() as u64];
                let value = payload.attach(Attachment { dtype: Dtype::U1, shape, media: None, data });
                payload.json = json!({ "value": value, "repr": "", "stdout": "", "stderr": "" });
                Ok(payload)
            }
            other => answer(json!(other)),
        }
    }
}

/// Why it cannot do this.
fn lacking(operation: &str) -> (String, String) {
    (operation.to_owned(), format!("a double has no `{operation}`"))
}

/// Bytes that do not repeat at any power of two.
pub fn pattern(length: usize) -> Bytes {
    (0..length).map(|n| (n % 251) as u8).collect::<Vec<_>>().into()
}

impl Adapter for Double {
    fn info(&self) -> Result<HostInfo, Fault> {
        let nodes = self.scene.lock().nodes.len();
        Ok(HostInfo {
            app: "double".to_owned(),
            app_version: "1.0".to_owned(),
            scene: format!("{nodes} nodes"),
            metres_per_unit: 1.0,
            fps: 24.0,
            headless: self.headless.load(Ordering::SeqCst),
            up_axis: "Z".to_owned(),
            not_supported: Some("render")
                .filter(|_| !self.renders.load(Ordering::SeqCst))
                .into_iter()
                .chain(*self.lacks.lock())
                .map(lacking)
                .collect::<BTreeMap<_, _>>()
                .into(),
            ..HostInfo::default()
        })
    }

    fn perform(&self, job: &Job) -> Result<Payload, Fault> {
        self.performed.fetch_add(1, Ordering::SeqCst);
        self.note(&format!("perform {}", job.operation.name));
        if self.slow.load(Ordering::SeqCst) {
            std::thread::sleep(SLICE);
        }
        match job.operation.name.as_str() {
            "create_nodes" | "create_lights" | "create_primitives" => self.create(job),
            "get_children" => Ok(json!({ "items": [] }).into()),
            "list_cameras" => Ok(json!({ "items": [], "total": 0 }).into()),
            "get_nodes" => {
                let bounds = json!({ "min": [-1, -1, 0], "max": [1, 1, 2] });
                let items = job.arguments.json["ids"].as_array().into_iter().flatten();
                let item = |id: &Value| match id.as_str() {
                    Some("nobody") => Err(Fault::new(Code::NotFound, "no `nobody`").detail("got", "nobody")),
                    _ => Ok(json!({ "id": id, "type": "mesh", "bounds": bounds })),
                };
                Ok(json!({ "items": items.map(item).collect::<Result<Vec<_>, _>>()? }).into())
            }
            "create_meshes" => {
                let bytes = job.arguments.attached_bytes();
                let mut payload = Payload { json: Value::Null, attachments: job.arguments.attachments.clone() };
                let item =
                    json!({ "id": "m1", "bytes": bytes, "vertices": job.arguments.json["items"][0]["vertices"] });
                payload.json = json!({ "ids": ["m1"], "items": [item] });
                Ok(payload)
            }
            "execute_python" => self.code(job),
            "get_scene" => Ok(json!({ "name": "double", "frame": 7, "selection": ["n1"] }).into()),
            "list_nodes" => {
                let scene = self.scene.lock();
                let item = |(id, name): (&String, &String)| {
                    json!({ "id": id, "name": name, "type": "mesh", "position": [1, 2, 3], "rotation": [0, 0, 0, 1],
                            "scale": [1, 1, 1], "parent_id": null, "visible": true })
                };
                let items: Vec<Value> = scene.nodes.iter().map(item).collect();
                Ok(json!({ "total": items.len(), "items": items, "next_cursor": null }).into())
            }
            "get_selection" => Ok(json!({ "ids": [], "active_id": null }).into()),
            "delete_nodes" => {
                let mut scene = self.scene.lock();
                let ids = job.arguments.json["ids"].clone();
                ids.as_array()
                    .into_iter()
                    .flatten()
                    .filter_map(Value::as_str)
                    .for_each(|id| drop(scene.nodes.remove(id)));
                Ok(json!({ "ids": ids }).into())
            }
            "render" => Ok(json!({ "width": 1, "height": 1 }).into()),
            "undo" => Ok(json!({ "undone": 1 }).into()),
            "save_file" | "open_file" => Ok(json!({ "path": job.arguments.json["path"] }).into()),
            other => Err(Fault::new(Code::NotSupported, format!("the double has no `{other}`"))),
        }
    }

    fn begin(&self, _label: &str) -> Result<(), Fault> {
        self.note("begin");
        *self.before.lock() = Some(self.scene.lock().clone());
        Ok(())
    }

    fn commit(&self, _label: &str) -> Result<(), Fault> {
        self.note("commit");
        *self.before.lock() = None;
        Ok(())
    }

    fn roll_back(&self, _label: &str) -> Result<(), Fault> {
        self.note("roll_back");
        if self.broken_undo.load(Ordering::SeqCst) {
            return Err(Fault::new(Code::HandlerError, "undo failed"));
        }
        if let Some(before) = self.before.lock().take() {
            *self.scene.lock() = before;
        }
        Ok(())
    }

    fn suspend(&self, _label: &str) -> Result<bool, Fault> {
        self.note("suspend");
        Ok(self.yields.load(Ordering::SeqCst))
    }

    fn resume(&self, _label: &str) -> Result<(), Fault> {
        self.note("resume");
        match self.disturbed.load(Ordering::SeqCst) {
            true => Err(Fault::new(Code::Conflict, "somebody else edited").detail("kept", true)),
            false => Ok(()),
        }
    }

    fn undo_last(&self) -> Result<String, Fault> {
        self.note("undo_last");
        Ok("Create nodes".to_owned())
    }

    fn happenings(&self, fresh: bool) -> Result<Vec<Happening>, Fault> {
        let now = self.scene.lock().nodes.clone();
        let before = std::mem::replace(&mut *self.seen.lock(), now.clone());
        let lacking = |some: &BTreeMap<String, String>, others: &BTreeMap<String, String>| {
            some.keys().filter(|id| !others.contains_key(*id)).cloned().collect::<Vec<_>>()
        };
        let found = [("nodes_added", lacking(&now, &before)), ("nodes_removed", lacking(&before, &now))];
        let told = found.into_iter().filter(|(_, ids)| !fresh && !ids.is_empty());
        Ok(told.map(|(kind, ids)| Happening::of(kind, json!({ "ids": ids }))).collect())
    }

    /// A node called `long` makes every picture one.
    fn wants_copy(&self, _operation: &str, arguments: &Value) -> Result<bool, Fault> {
        let long = self.names().iter().any(|name| name == "long") || arguments["samples"].as_u64() > Some(100);
        Ok(long && !self.headless.load(Ordering::SeqCst))
    }

    fn revision(&self) -> Result<u64, Fault> {
        Ok(self.revision.load(Ordering::SeqCst))
    }
}
