//! A backend for tests: answers like one Blender with a small scene.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use bytes::Bytes;
use parking_lot::Mutex;
use serde_json::{Value, json};
use tokio::sync::{Notify, mpsc};

use crate::backend::{Backend, Instance, Progress, Reply, Request};
use crate::catalogue::{CANCEL_TASK, GET_EVENTS, GET_TASK, START_TASK};
use crate::host::HostInfo;
use crate::wire::{Attachment, Code, Dtype, Fault, Payload};

/// Remembers what it was asked. `none` makes it a machine without hosts.
#[derive(Clone, Default)]
pub(crate) struct Double {
    pub(crate) none: Arc<AtomicBool>,
    pub(crate) requests: Arc<Mutex<Vec<Request>>>,
    /// Whether Python needs the user's approval `a1`.
    pub(crate) asks: bool,
    /// Told when a call that never ends was dropped.
    pub(crate) dropped: Arc<Notify>,
    /// Told when a call that never ends has begun.
    pub(crate) begun: Arc<Notify>,
    /// Told when something happens in its scene.
    pub(crate) happened: Arc<Notify>,
}

/// The one host of the double.
pub(crate) fn instance() -> Instance {
    let not_supported = [("create_cameras".to_owned(), "the double has no cameras".to_owned())].into();
    Instance {
        id: "i_0123456789abcdef".to_owned(),
        name: "blender".to_owned(),
        status: "online".to_owned(),
        pid: 7,
        scenewire_version: env!("CARGO_PKG_VERSION").to_owned(),
        host: HostInfo {
            app: "blender".to_owned(),
            app_version: "4.5.15".to_owned(),
            headless: true,
            not_supported: Arc::new(not_supported),
            ..HostInfo::default()
        },
        ..Instance::default()
    }
}

/// What the host tells of each task.
fn task(id: &str, status: &str) -> Value {
    json!({ "id": id, "operation": "render", "status": status, "progress": null, "message": "",
        "started": "2026-11-22T01:02:03.004Z", "seconds": 1.5 })
}

/// A PNG header followed by zeros: enough for whoever reads no further than the size.
pub(crate) fn png(width: u32, height: u32, bytes: usize) -> Attachment {
    let mut data = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".to_vec();
    data.extend(width.to_be_bytes());
    data.extend(height.to_be_bytes());
    data.resize(bytes.max(data.len()), 0);
    let shape = vec![data.len() as u64];
    Attachment { dtype: Dtype::U1, shape, media: Some("image/png".to_owned()), data: Bytes::from(data) }
}

/// A float array.
pub(crate) fn array_of(numbers: &[f32]) -> Attachment {
    let data: Vec<u8> = numbers.iter().flat_map(|number| number.to_le_bytes()).collect();
    Attachment { dtype: Dtype::F4, shape: vec![numbers.len() as u64], media: None, data: Bytes::from(data) }
}

struct TellDrop(Arc<Notify>);

impl Drop for TellDrop {
    fn drop(&mut self) {
        self.0.notify_one();
    }
}

impl Backend for Double {
    async fn instances(&self) -> Result<Vec<Instance>, Fault> {
        Ok(if self.none.load(Ordering::Relaxed) { Vec::new() } else { vec![instance()] })
    }

    async fn call(&self, request: Request, progress: Option<mpsc::Sender<Progress>>) -> Result<Reply, Fault> {
        if self.none.load(Ordering::Relaxed) {
            return Err(Fault::new(Code::HostNotRunning, "no host is running"));
        }
        if let Some(wanted) =
            request.instance.as_deref().filter(|&wanted| wanted != "blender" && wanted != instance().id)
        {
            return Err(Fault::new(Code::InstanceNotFound, format!("there is no instance `{wanted}`")));
        }
        self.requests.lock().push(request.clone());
        let payload = self.answer(&request, progress).await?;
        Ok(Reply { payload, revision: 3, duration: Duration::from_micros(10), instance: instance().id })
    }
}

impl Double {
    /// One that wants the user asked before Python runs.
    pub(crate) fn asking() -> Self {
        Self { asks: true, ..Self::default() }
    }

    async fn answer(&self, request: &Request, progress: Option<mpsc::Sender<Progress>>) -> Result<Payload, Fault> {
        match request.operation.as_str() {
            "execute_python" if self.asks && request.approval.as_ref().is_none_or(|approval| approval.id != "a1") => {
                Err(Fault::new(Code::ApprovalRequired, "the owner wants the user asked before")
                    .detail("approval", "a1")
                    .detail("why", "it runs Python code")
                    .detail("summary", "1 + 1")
                    .suggest("use a client that can ask its user"))
            }
            "look" => {
                let mut payload = Payload::default();
                let image = payload.attach(png(800, 600, 64));
                payload.json = json!({ "image": image, "width": 800, "height": 600 });
                Ok(payload)
            }
            "get_meshes" => {
                let mut payload = Payload::default();
                let vertices = payload.attach(array_of(&[0.0, 1.0, 2.0]));
                payload.json = json!({ "items": [{ "id": "n_1", "vertices": vertices }] });
                Ok(payload)
            }
            "render" => {
                for step in 1..=3_u8 {
                    let told = Progress { fraction: Some(f64::from(step) / 4.0), message: format!("sample {step}") };
                    if let Some(progress) = &progress {
                        progress.send(told).await.unwrap();
                    }
                }
                Ok(Payload::json(json!({ "samples": 3 })))
            }
            "undo" => {
                let _dropped = TellDrop(self.dropped.clone());
                self.begun.notify_one();
                std::future::pending().await
            }
            GET_EVENTS => {
                self.happened.notified().await;
                let event = json!({ "kind": "selection_changed", "number": 1, "count": 1, "by": "artist" });
                Ok(Payload::json(json!({ "events": [event], "cursor": "e-1", "missed": 0, "restarted": false })))
            }
            GET_TASK if request.arguments.json["id"] == "t1" => {
                let mut payload = Payload::default();
                let image = payload.attach(png(64, 48, 64));
                payload.json = json!({ "id": "t1", "status": "completed", "result": { "image": image } });
                Ok(payload)
            }
            START_TASK if request.arguments.json["arguments"]["engine"] == "eevee" => {
                Err(Fault::new(Code::NotSupported, "this host cannot work in the background"))
            }
            START_TASK => Ok(task("t1", "running").into()),
            GET_TASK if request.arguments.json["id"] == "t2" => {
                let mut told = task("t2", "failed");
                told["error"] = json!(Fault::new(Code::HandlerError, "the renderer failed"));
                Ok(told.into())
            }
            GET_TASK if request.arguments.json["id"] == "t3" => Ok(task("t3", "cancelled").into()),
            CANCEL_TASK if request.arguments.json["id"] == "t1" => Err(Fault::new(Code::Conflict, "the task is over")),
            CANCEL_TASK if request.arguments.json["id"] == "t4" => Ok(task("t4", "cancelled").into()),
            GET_TASK | CANCEL_TASK => Err(Fault::new(Code::NotFound, "there is no task `none`")),
            "delete_nodes" => Err(Fault::new(Code::PermissionDenied, "the owner does not allow it")),
            "select" => Err(Fault::new(Code::NotFound, "there is no node `Cub`").suggest("Cube")),
            operation => Ok(Payload::json(json!({ "operation": operation, "name": "Scene", "nodes": [] }))),
        }
    }
}
