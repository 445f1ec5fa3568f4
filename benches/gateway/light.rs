//! A light host: it speaks the wire and answers every call at once. It links to a gateway, or is dialled without one.

use std::hash::{BuildHasher, Hasher, RandomState};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use futures_util::{FutureExt, SinkExt, StreamExt};
use parking_lot::Mutex;
use scenewire::wire::limits::{Limits, PROTOCOL};
use scenewire::wire::{
    Arrival, Bye, Envelope, Frame, HostInfo, Incoming, Instance, Message, Outcome, Outgoing, Welcome,
};
use serde_json::{Value, json};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpListener;
use tokio_rustls::TlsAcceptor;
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::tungstenite::protocol::{Message as Raw, WebSocketConfig};

use crate::server::{Dialler, Server};

/// As every host waits before it dials again.
const FIRST: Duration = Duration::from_millis(250);
const LONGEST: Duration = Duration::from_secs(30);

#[derive(Clone)]
pub struct Light {
    pub id: String,
    epoch: String,
    /// How many are linked now.
    pub linked: Arc<AtomicUsize>,
    tries: Arc<Tries>,
}

/// When each host dials for the first time after a moment.
#[derive(Default)]
pub struct Tries {
    since: Mutex<Option<Instant>>,
    round: AtomicUsize,
    tried: AtomicUsize,
    slowest_us: AtomicU64,
}

impl Tries {
    /// From now on.
    pub fn watch(&self) {
        self.tried.store(0, Ordering::SeqCst);
        self.slowest_us.store(0, Ordering::SeqCst);
        *self.since.lock() = Some(Instant::now());
        self.round.fetch_add(1, Ordering::SeqCst);
    }

    /// How many have dialled since, and how long the slowest of them waited, in seconds.
    pub fn seen(&self) -> (usize, f64) {
        (self.tried.load(Ordering::SeqCst), self.slowest_us.load(Ordering::SeqCst) as f64 / 1e6)
    }

    fn dial(&self, round: &mut usize) {
        let now = self.round.load(Ordering::SeqCst);
        if std::mem::replace(round, now) != now
            && let Some(since) = *self.since.lock()
        {
            self.slowest_us.fetch_max(since.elapsed().as_micros() as u64, Ordering::SeqCst);
            self.tried.fetch_add(1, Ordering::SeqCst);
        }
    }
}

impl Light {
    pub fn new(id: String, linked: &Arc<AtomicUsize>, tries: &Arc<Tries>) -> Self {
        Self { epoch: format!("e_{id}"), id, linked: linked.clone(), tries: tries.clone() }
    }

    fn instance(&self) -> Instance {
        let host = HostInfo { app: "light".to_owned(), app_version: "1.0".to_owned(), ..HostInfo::default() };
        let (id, name) = (self.id.clone(), format!("host {}", self.id));
        Instance { id, name, status: "online".to_owned(), epoch: self.epoch.clone(), host, ..Instance::default() }
    }

    /// Is linked to the gateway for as long as it is polled: dials again as hosts do.
    pub async fn link(self, to: Dialler, key: String) {
        let (mut attempts, mut round) = (0, 0);
        loop {
            self.tries.dial(&mut round);
            let parted = self.visit(&to, &key).await.ok().flatten();
            if parted.is_some() {
                // As after a connection that has lasted for a minute.
                attempts = 0;
            }
            let told = parted.and_then(|bye| bye.retry_after_ms).unwrap_or_default();
            let most = FIRST.saturating_mul(1 << attempts.min(16)).min(LONGEST);
            attempts += 1;
            tokio::time::sleep(Duration::from_millis(told) + most.mul_f64(random())).await;
        }
    }

    async fn visit(&self, to: &Dialler, key: &str) -> Result<Option<Bye>> {
        let mut request = format!("wss://localhost:{}/v1/link", to.port).into_client_request()?;
        request.headers_mut().insert("authorization", format!("Bearer {key}").parse()?);
        let stream = to.dial().await?;
        let socket = tokio_tungstenite::client_async_with_config(request, stream, Some(settings())).await?.0;
        self.serve(socket).await
    }

    /// The gateway's last word, when it said one.
    async fn serve<S: AsyncRead + AsyncWrite + Unpin>(&self, mut socket: WebSocketStream<S>) -> Result<Option<Bye>> {
        let (mut incoming, mut outgoing) = (Incoming::default(), Outgoing::default());
        let mut _counted = None;
        loop {
            let raw = match socket.next().now_or_never() {
                Some(raw) => raw,
                None => {
                    socket.flush().await?;
                    socket.next().await
                }
            };
            let arrival = match raw.context("closed")?? {
                Raw::Text(text) => incoming.text(&text)?,
                Raw::Binary(bytes) => incoming.binary(&bytes)?,
                _ => Arrival::None,
            };
            let answer = match arrival {
                Arrival::Message(Message { envelope: Envelope::Bye(bye), .. }) => return Ok(Some(bye)),
                Arrival::Message(Message { envelope: Envelope::Hello(_), .. }) => {
                    _counted = Some(Counted::one_more(&self.linked));
                    self.welcome()
                }
                Arrival::Message(Message { envelope: Envelope::Call(call), attachments }) => {
                    drop(attachments);
                    let value = match call.operation.as_str() {
                        "list_instances" => json!({ "instances": [self.instance()] }),
                        _ => json!({ "ids": [], "active_id": null }),
                    };
                    answered(call.id, call.key, value)
                }
                Arrival::Message(Message { envelope: Envelope::Ping(ping), .. }) if !ping.reply => {
                    Envelope::Ping(scenewire::wire::Ping { reply: true, ..ping })
                }
                Arrival::Credit(credit) => Envelope::Credit(credit),
                Arrival::Abandoned(..) | Arrival::Refused(..) => bail!("a call did not arrive"),
                Arrival::Message(_) | Arrival::None => continue,
            };
            let at_once = matches!(answer, Envelope::Credit(_) | Envelope::Welcome(_));
            outgoing.push(answer.into());
            while let Some(frame) = outgoing.next_frame() {
                match frame.map_err(|(_, fault)| fault)? {
                    Frame::Text(text) => socket.feed(Raw::text(text)).await?,
                    Frame::Binary(bytes) => socket.feed(Raw::Binary(bytes)).await?,
                }
            }
            if at_once {
                socket.flush().await?;
            }
        }
    }

    fn welcome(&self) -> Envelope {
        let (epoch, instance) = (self.epoch.clone(), self.instance());
        Envelope::Welcome(Box::new(Welcome {
            protocol: PROTOCOL[1],
            epoch,
            instance,
            limits: Limits::default(),
            revision: 0,
        }))
    }
}

fn answered(id: u64, key: String, value: Value) -> Envelope {
    Envelope::Result(Outcome {
        id,
        key,
        ok: true,
        value,
        error: None,
        attachments: Vec::new(),
        revision: 0,
        duration_us: 0,
    })
}

/// One that is there, however it ends.
struct Counted(Arc<AtomicUsize>);

impl Counted {
    fn one_more(count: &Arc<AtomicUsize>) -> Self {
        count.fetch_add(1, Ordering::SeqCst);
        Self(count.clone())
    }
}

impl Drop for Counted {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::SeqCst);
    }
}

/// Light hosts on a thread of their own, for as long as this lives.
pub struct Hosts {
    pub linked: Arc<AtomicUsize>,
    pub tries: Arc<Tries>,
    /// Where one that is dialled directly listens.
    pub direct: u16,
    stop: Option<tokio::sync::oneshot::Sender<()>>,
    thread: Option<JoinHandle<Result<()>>>,
}

impl Hosts {
    /// Links all of them (key of the user, id of the instance), and waits until they are; one more is dialled directly.
    pub fn start(server: &Server, hosts: Vec<(String, String)>) -> Result<Self> {
        let linked = Arc::new(AtomicUsize::new(0));
        let (stop, stopped) = tokio::sync::oneshot::channel();
        let (dialler, wanted) = (server.dialler(), hosts.len());
        let acceptor = TlsAcceptor::from(Arc::new(server.identity()?));
        let listener = std::net::TcpListener::bind("127.0.0.1:0")?;
        listener.set_nonblocking(true)?;
        let direct = listener.local_addr()?.port();
        let (counted, tries) = (linked.clone(), Arc::<Tries>::default());
        let watched = tries.clone();
        let thread = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
            runtime.block_on(async {
                let listener = TcpListener::from_std(listener)?;
                tokio::spawn(listen(listener, acceptor));
                for (key, id) in hosts {
                    tokio::spawn(Light::new(id, &counted, &watched).link(dialler.clone(), key));
                }
                let _ = stopped.await;
                anyhow::Ok(())
            })
        });
        let started = Self { linked, tries, direct, stop: Some(stop), thread: Some(thread) };
        started.all_linked(wanted, Duration::from_secs(60))?;
        Ok(started)
    }

    pub fn all_linked(&self, wanted: usize, patience: Duration) -> Result<()> {
        let begun = std::time::Instant::now();
        while self.linked.load(Ordering::SeqCst) < wanted {
            if begun.elapsed() > patience {
                bail!("only {} of {wanted} hosts are linked", self.linked.load(Ordering::SeqCst));
            }
            std::thread::sleep(Duration::from_millis(2));
        }
        Ok(())
    }
}

impl Drop for Hosts {
    fn drop(&mut self) {
        self.stop.take();
        if let Some(thread) = self.thread.take() {
            // What went wrong there has shown itself in the figures' absence.
            let _ = thread.join();
        }
    }
}

async fn listen(listener: TcpListener, acceptor: TlsAcceptor) -> Result<()> {
    loop {
        let (stream, _) = listener.accept().await?;
        stream.set_nodelay(true)?;
        let acceptor = acceptor.clone();
        tokio::spawn(async move {
            let stream = acceptor.accept(stream).await?;
            let socket = tokio_tungstenite::accept_async_with_config(stream, Some(settings())).await?;
            Light::new("direct".to_owned(), &Arc::default(), &Arc::default()).serve(socket).await
        });
    }
}

/// A host's own memory is not what is measured, but thousands of them are in this process.
fn settings() -> WebSocketConfig {
    WebSocketConfig::default().read_buffer_size(16 << 10).write_buffer_size(128 << 10)
}

/// 0 to 1.
fn random() -> f64 {
    (RandomState::new().build_hasher().finish() >> 11) as f64 / (1u64 << 53) as f64
}
