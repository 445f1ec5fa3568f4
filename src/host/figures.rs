//! What the host says of itself: to whoever asks `get_status`, and more of it to its owner.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::clients::Client;
use super::engine::Engine;
use super::events;
use super::queue::Task;
use crate::catalogue::{Operation, TRANSFER};
use crate::wire::{Code, Fault, Instance, Payload, limits};

/// A job that runs longer than this makes the instance look busy.
const BUSY: Duration = Duration::from_millis(250);
/// What a session answers that is asked for what takes two.
const OF_NO_HOST: &str = "`transfer` is done by whoever reaches both sessions, and a session reaches no other one";

/// What happened since the start.
#[derive(Default)]
pub(crate) struct Counts {
    calls: AtomicU64,
    failed: AtomicU64,
    cancelled: AtomicU64,
    /// Now.
    pub(crate) connections: AtomicUsize,
}

impl Counts {
    pub(crate) fn add(&self, result: &Result<Payload, Fault>) {
        self.calls.fetch_add(1, Ordering::Relaxed);
        match result {
            Ok(_) => 0,
            Err(fault) if fault.error_code == Code::Cancelled => self.cancelled.fetch_add(1, Ordering::Relaxed),
            Err(_) => self.failed.fetch_add(1, Ordering::Relaxed),
        };
    }
}

impl Engine {
    /// What needs no main thread.
    pub(super) fn answer_here(
        &self,
        operation: &Operation,
        arguments: Payload,
        client: &Client,
    ) -> Result<Payload, Fault> {
        match operation.name.as_str() {
            "get_status" => Ok(self.asked(arguments.json["not_supported"] == true).into()),
            "list_project_operations" => {
                Ok(self.defined.read().told(arguments.json["query"].as_str().unwrap_or_default()).into())
            }
            events::NAME => self.events_now(arguments, client),
            name if Self::about_tasks(name) => self.tasks_now(name, &arguments, client),
            TRANSFER => Err(Fault::new(Code::NotSupported, OF_NO_HOST)
                .suggest("call it over MCP, by `scenewire call`, or with a Python client outside of this host")),
            other => Err(Fault::new(Code::Internal, format!("`{other}` has nobody to answer it"))),
        }
    }

    /// The instance with its status now.
    pub(crate) fn instance(&self) -> Instance {
        let busy = self.at_work().is_some_and(|task| task.took().1 > BUSY);
        let mut instance = self.instance.read().clone();
        instance.status = if busy { "busy" } else { "online" }.to_owned();
        instance
    }

    /// What is on the main thread, or has its next turn there.
    fn at_work(&self) -> Option<Arc<Task>> {
        let running = self.running.lock().as_ref().map(|running| running.task.clone());
        running.or_else(|| self.under_way.lock().clone())
    }

    /// What `get_status` answers: nothing of what other callers do, and what is long only when it is asked for.
    fn asked(&self, not_supported: bool) -> Value {
        let mut status = self.status();
        status["python"] = self.policy().about_python();
        if not_supported {
            status["not_supported"] = json!(self.instance.read().host.not_supported);
        }
        status
    }

    /// How it is now.
    pub(crate) fn status(&self) -> Value {
        let (waiting, bytes) = self.queue.size();
        let running = self.at_work().map(|task| {
            json!({
                "operation": task.operation.name,
                "seconds": task.took().1.as_secs_f64(),
                "overdue": Instant::now() > task.deadline,
            })
        });
        let instance = self.instance();
        let mut status = json!({
            "instance": instance.brief(),
            "queue": waiting,
            "running": running,
            "held": self.queue.held().as_deref(),
            "uptime": self.started.elapsed().as_secs_f64(),
            "revision": self.revision.load(Ordering::Acquire),
            "epoch": self.epoch,
            "versions": {
                "scenewire": instance.scenewire_version,
                "app": instance.host.app_version,
                "python": instance.host.python_version,
                "protocol": limits::PROTOCOL[1],
            },
            "counts": {
                "calls": self.counts.calls.load(Ordering::Relaxed),
                "failed": self.counts.failed.load(Ordering::Relaxed),
                "cancelled": self.counts.cancelled.load(Ordering::Relaxed),
                "connections": self.counts.connections.load(Ordering::Relaxed),
                "waiting_bytes": bytes,
                "not_supported": instance.host.not_supported.len(),
            },
        });
        if let Some(gateway) = &self.gateway {
            status["gateway"] = gateway.json();
        }
        status
    }

    /// What its owner sees besides: who commands it, what they did, and what waits for an answer.
    pub(crate) fn overview(&self) -> Value {
        let mut status = self.status();
        if let Some(task) = self.at_work()
            && status["running"].is_object()
        {
            status["running"]["key"] = task.key.as_str().into();
            status["running"]["client"] = task.client.program.as_str().into();
        }
        status["mode"] = if self.gateway.is_some() { "remote" } else { "local" }.into();
        status["gateway"] = self.gateway.as_ref().map(|gateway| gateway.json()).unwrap_or_default();
        status["clients"] = self.clients.json();
        status["history"] = self.history.json();
        status["approvals"] = self.approvals.json();
        status["policy"] = self.policy().json();
        status["foreign"] = self.foreign.json();
        status
    }
}
