//! A host over a double with a thread that pumps it, in a folder of its own.

use std::sync::Arc;
use std::thread::JoinHandle;
use std::time::Duration;

use scenewire::backend::{Backend, Link, Local, Reply, Request};
use scenewire::host::{Folders, Host, HostConfig, PumpBudget};
use scenewire::wire::{Fault, Payload};
use serde_json::{Value, json};

use crate::double::{Double, LONG};

pub const BUDGET: PumpBudget = PumpBudget { budget: Duration::from_secs(3600), linger: Duration::from_millis(2) };

/// A call that goes on in a task of its own.
pub type Call = tokio::task::JoinHandle<Result<Reply, Fault>>;

pub struct Rig {
    pub host: Host,
    pub double: Arc<Double>,
    pump: Option<JoinHandle<()>>,
    _home: tempfile::TempDir,
}

impl Rig {
    pub fn new() -> Self {
        Self::with(|_| {})
    }

    /// A pumped host with settings.
    pub fn with(settings: impl FnOnce(&mut HostConfig)) -> Self {
        let mut rig = Self::idle(settings);
        rig.pump();
        rig
    }

    /// A host that nobody pumps yet.
    pub fn idle(settings: impl FnOnce(&mut HostConfig)) -> Self {
        let home = tempfile::tempdir().unwrap();
        let folders = Folders::below(home.path().to_path_buf());
        let mut config = HostConfig::new(folders);
        settings(&mut config);
        let double = Double::new();
        let host = Host::start(config, double.clone()).unwrap();
        Self { host, double, pump: None, _home: home }
    }

    pub fn pump(&mut self) {
        let host = self.host.clone();
        self.pump = Some(std::thread::spawn(move || {
            while host.is_running() {
                host.wait(None);
                host.pump(BUDGET);
            }
        }));
    }

    pub async fn link(&self) -> Link {
        Link::connect(&self.host.url(), &self.host.token()).await.unwrap()
    }

    /// A call that has begun and ends when the double's gate is opened.
    pub async fn block(&self, link: &Link) -> Call {
        let link = link.clone();
        let running = tokio::spawn(async move { link.call(code("block"), None).await });
        self.double.blocked().await;
        running
    }
}

impl Drop for Rig {
    fn drop(&mut self) {
        self.double.gate.open();
        self.host.stop(LONG);
        if let Some(pump) = self.pump.take() {
            // A panic there has shown itself in the test already.
            let _ = pump.join();
        }
    }
}

pub fn request(operation: &str, arguments: Value) -> Request {
    Request { operation: operation.to_owned(), arguments: Payload::json(arguments), ..Request::default() }
}

pub fn code(code: &str) -> Request {
    request("execute_python", json!({ "code": code }))
}

pub fn nodes(names: &[&str]) -> Request {
    let items: Vec<Value> = names.iter().map(|name| json!({ "name": name })).collect();
    request("create_nodes", json!({ "items": items }))
}

pub async fn call(link: &Link, request: Request) -> Result<Reply, Fault> {
    soon(link.call(request, None)).await
}

/// Bounds a wait for an event, so that a test that fails also ends.
pub async fn soon<T>(event: impl Future<Output = T>) -> T {
    tokio::time::timeout(LONG, event).await.expect("it did not happen in time")
}

pub async fn local_call(local: &Local, request: Request) -> Result<Reply, Fault> {
    soon(local.call(request, None)).await
}

/// The same of the instance with this id or name.
pub fn on(instance: &str, request: Request) -> Request {
    Request { instance: Some(instance.to_owned()), ..request }
}
