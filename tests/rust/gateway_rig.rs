//! A gateway with users and linked hosts, every connection through a proxy that can disturb it.

use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;
use std::thread::JoinHandle;
use std::time::Duration;

use parking_lot::Mutex;
use scenewire::backend::{Backend, Endpoint, Gateway as Client, Trust};
use scenewire::gateway::{Gateway, Sources};
use scenewire::host::{Folders, Host, HostConfig, Remote};
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::double::{Double, LONG};
use crate::proxy::Proxy;
use crate::rig::BUDGET;

pub const ADMIN: &str = "an admin key of the tests";

/// A gateway on a port that stays its own over restarts.
pub struct Studio {
    data: tempfile::TempDir,
    pub address: SocketAddr,
    running: Mutex<Option<Running>>,
    settings: Vec<(&'static str, &'static str)>,
    /// What clients connect through.
    pub line: Proxy,
}

/// The gateway on threads of its own, so that it can end as a killed process does.
struct Running {
    runtime: tokio::runtime::Runtime,
    gateway: Gateway,
}

/// A user with one key for everything.
pub struct User {
    pub id: String,
    pub key: String,
}

/// A host over a double, linked through a line of its own.
pub struct Linked {
    pub host: Host,
    pub double: Arc<Double>,
    pub line: Proxy,
    pub home: Arc<tempfile::TempDir>,
    pump: Option<JoinHandle<()>>,
}

impl Studio {
    pub async fn start() -> Self {
        Self::with(&[]).await
    }

    /// With more settings.
    pub async fn with(settings: &[(&'static str, &'static str)]) -> Self {
        let data = tempfile::tempdir().unwrap();
        let running = Running::start(data.path(), 0, settings).await;
        let address = running.gateway.address;
        let line = Proxy::before(address).await;
        Self { data, address, running: Mutex::new(Some(running)), settings: settings.to_vec(), line }
    }

    /// As an operator restarts it: calls end, and everybody is told when to return.
    pub async fn restart(&self) {
        let running = self.running.lock().take().unwrap();
        let Running { runtime, gateway } = running;
        runtime.spawn(async move { gateway.stop().await }).await.unwrap();
        runtime.shutdown_background();
        self.again().await;
    }

    /// As a killed process starts again.
    pub async fn kill_and_start(&self) {
        let Running { runtime, gateway } = self.running.lock().take().unwrap();
        let ended = move || {
            runtime.shutdown_timeout(LONG);
            drop(gateway);
        };
        tokio::task::spawn_blocking(ended).await.unwrap();
        self.again().await;
    }

    async fn again(&self) {
        let running = Running::start(self.data.path(), self.address.port(), &self.settings).await;
        *self.running.lock() = Some(running);
    }

    pub async fn user(&self, name: &str) -> User {
        let (status, body) = self.ask("POST", &format!("/api/create_user?username={name}"), ADMIN, None).await;
        assert_eq!(status, 200, "{body}");
        let text = |field: &str| body[field].as_str().unwrap().to_owned();
        User { id: text("user_id"), key: text("api_key") }
    }

    /// One request over plain HTTP: the status and the JSON of the answer.
    pub async fn ask(&self, method: &str, path: &str, key: &str, body: Option<Value>) -> (u16, Value) {
        let mut stream = TcpStream::connect(self.address).await.unwrap();
        let body = body.map(|body| body.to_string()).unwrap_or_default();
        let request = format!(
            "{method} {path} HTTP/1.1\r\nHost: {}\r\nAuthorization: Bearer {key}\r\nContent-Type: application/json\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
            self.address,
            body.len()
        );
        stream.write_all(request.as_bytes()).await.unwrap();
        let mut answer = Vec::new();
        tokio::time::timeout(LONG, stream.read_to_end(&mut answer)).await.unwrap().unwrap();
        let text = String::from_utf8_lossy(&answer);
        let (head, body) = text.split_once("\r\n\r\n").unwrap();
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        (status, serde_json::from_str(body).unwrap_or_else(|_| json!(body)))
    }

    /// A client of this user, through the studio's line.
    pub fn client(&self, user: &User) -> Client {
        Client::new(self.endpoint(self.line.address, &user.key))
    }

    pub fn endpoint(&self, address: SocketAddr, key: &str) -> Endpoint {
        Endpoint::new(&format!("ws://{address}"), key, Trust::System).unwrap()
    }

    /// A host of this user that is linked.
    pub async fn host(&self, user: &User, name: &str) -> Linked {
        self.host_in(&Arc::new(tempfile::tempdir().unwrap()), user, name).await
    }

    /// The same with the ids that are kept in a folder.
    pub async fn host_in(&self, home: &Arc<tempfile::TempDir>, user: &User, name: &str) -> Linked {
        self.host_as(home, user, name, None).await
    }

    /// A host that gives this id as its own.
    pub async fn host_with(&self, user: &User, name: &str, id: Option<&str>) -> Linked {
        self.host_as(&Arc::new(tempfile::tempdir().unwrap()), user, name, id).await
    }

    /// Whether these bytes are anywhere in what the gateway keeps.
    pub fn on_disk(&self, bytes: &[u8]) -> bool {
        fn search(folder: &Path, bytes: &[u8]) -> bool {
            std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).any(|path| match path.is_dir() {
                true => search(&path, bytes),
                false => std::fs::read(path).unwrap().windows(bytes.len()).any(|window| window == bytes),
            })
        }
        search(self.data.path(), bytes)
    }

    /// Both: that folder, and this id.
    pub async fn host_as(&self, home: &Arc<tempfile::TempDir>, user: &User, name: &str, id: Option<&str>) -> Linked {
        let line = Proxy::before(self.address).await;
        let mut remote = Remote::new(self.endpoint(line.address, &user.key));
        remote.instance_id = id.map(str::to_owned);
        let mut config = HostConfig::new(Folders::below(home.path().to_path_buf()));
        config.name = Some(name.to_owned());
        config.gateway = Some(remote);
        config.rules.allow_remote_python = true;
        let double = Double::new();
        let host = Host::start(config, double.clone()).unwrap();
        let pumped = host.clone();
        let pump = std::thread::spawn(move || {
            while pumped.is_running() {
                pumped.wait(None);
                pumped.pump(BUDGET);
            }
        });
        let linked = Linked { host, double, line, home: home.clone(), pump: Some(pump) };
        let epoch = linked.host.record().epoch.clone();
        let client = Client::new(self.endpoint(self.address, &user.key));
        let arrived = async {
            loop {
                let listed = client.instances().await.unwrap();
                if listed.iter().any(|instance| instance.epoch == epoch && instance.status == "online") {
                    return;
                }
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
        };
        tokio::time::timeout(LONG, arrived).await.expect("the host did not link");
        linked
    }
}

/// A key of this user with these properties.
pub async fn key(studio: &Studio, user: &User, mut wish: Value) -> (String, User) {
    wish["label"] = json!("test");
    let (status, made) = studio.ask("POST", "/api/v1/keys", &user.key, Some(wish)).await;
    assert_eq!(status, 200, "{made}");
    let id = made["key"]["id"].as_str().unwrap().to_owned();
    (id, User { id: user.id.clone(), key: made["api_key"].as_str().unwrap().to_owned() })
}

/// Lets another user use a host in this role.
pub async fn share(studio: &Studio, from: &User, host: &Linked, to: &User, role: &str) {
    let wish = json!({ "instance": host.host.record().id, "to_user": to.id, "role": role });
    let (status, made) = studio.ask("POST", "/api/v1/shares", &from.key, Some(wish)).await;
    assert_eq!(status, 200, "{made}");
}

impl Running {
    async fn start(data: &Path, port: u16, more: &[(&'static str, &'static str)]) -> Self {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
        let flag = |name, value: &str| (name, value.to_owned());
        let (data, port) = (data.to_str().unwrap(), port.to_string());
        let limits = [flag("rate", "100000"), flag("concurrency", "10000"), flag("unread_mib", "30")];
        let flags = [flag("data", data), flag("port", &port), flag("admin_key", ADMIN)].into_iter().chain(limits);
        let flags = flags.chain(more.iter().map(|(name, value)| flag(name, value)));
        let sources = Sources { flags: flags.collect(), ..Sources::default() };
        let gateway = runtime.spawn(async move { Gateway::start(sources).await }).await.unwrap().unwrap();
        Self { runtime, gateway }
    }
}

impl Drop for Studio {
    fn drop(&mut self) {
        if let Some(Running { runtime, .. }) = self.running.lock().take() {
            runtime.shutdown_background();
        }
    }
}

impl Drop for Linked {
    fn drop(&mut self) {
        self.double.gate.open();
        self.host.stop(LONG);
        if let Some(pump) = self.pump.take() {
            // A panic there has shown itself in the test already.
            let _ = pump.join();
        }
    }
}
