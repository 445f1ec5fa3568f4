//! One of the two sessions, as the work speaks to it.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tokio::sync::mpsc;

use crate::backend::{Backend, Instance, Progress, Reply, Request, Shared};
use crate::wire::{Code, Fault, Payload};

/// What all calls of one transfer have in common.
#[derive(Clone)]
pub(super) struct Errand {
    pub(super) backend: Shared,
    pub(super) client: Option<String>,
    pub(super) until: Instant,
}

/// The source or the target.
pub(super) struct Side {
    errand: Errand,
    /// `source` or `target`, for errors.
    role: &'static str,
    pub(super) id: String,
    pub(super) name: String,
    pub(super) app: String,
    not_supported: Arc<BTreeMap<String, String>>,
    /// What is read is read of one state of the scene.
    pub(super) revision: Option<u64>,
}

impl Side {
    pub(super) fn new(errand: &Errand, role: &'static str, instance: Instance) -> Self {
        let Instance { id, name, host, .. } = instance;
        Self {
            errand: errand.clone(),
            role,
            id,
            name,
            app: host.app,
            not_supported: host.not_supported,
            revision: None,
        }
    }

    /// Why it cannot do an operation, or has no place for a field (`meshes.render_order`) or a word.
    pub(super) fn lacks(&self, what: &str) -> Option<&str> {
        self.not_supported.get(what).map(String::as_str)
    }

    pub(super) fn told(&self) -> Value {
        json!({ "id": self.id, "name": self.name, "app": self.app })
    }

    /// Reads, as the scene was when it was read from first.
    pub(super) async fn read(&mut self, operation: &str, arguments: Value) -> Result<Payload, Fault> {
        let request = Request {
            operation: operation.to_owned(),
            arguments: arguments.into(),
            if_revision: self.revision,
            ..Request::default()
        };
        let reply = self.send(request, None).await?;
        self.revision = Some(reply.revision);
        Ok(reply.payload)
    }

    /// Its fault says where it happened.
    pub(super) async fn send(
        &self,
        request: Request,
        progress: Option<mpsc::Sender<Progress>>,
    ) -> Result<Reply, Fault> {
        let left = self.errand.until.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return Err(
                self.blame(Fault::new(Code::TimedOut, "the time for the transfer is over; nothing has changed"))
            );
        }
        let request = Request {
            instance: Some(self.id.clone()),
            timeout: Some(left.max(Duration::from_millis(1))),
            client: self.errand.client.clone(),
            ..request
        };
        self.errand.backend.call(request, progress).await.map_err(|fault| self.blame(fault))
    }

    fn blame(&self, fault: Fault) -> Fault {
        let message = format!("at the {} `{}`: {}", self.role, self.name, fault.error_message);
        Fault { error_message: message, ..fault }.detail("side", self.role).detail("instance", self.name.as_str())
    }
}
