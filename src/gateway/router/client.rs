//! `/v1/client`: the command line, the Python client or `scenewire mcp --gateway`, calling several instances over one
//! connection.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use parking_lot::Mutex;
use serde_json::{Value, json};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::task::AbortHandle;
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::protocol::Role;
use tokio_util::sync::CancellationToken;

use super::Router;
use super::refusals::UNKNOWN;
use super::registry::Seat;
use super::route::Incoming;
use super::sessions::{Kind, Session};
use crate::catalogue::catalogue;
use crate::gateway::accounts::Principal;
use crate::link::{self, Inbound, OnProgress, Outbox, failed};
use crate::wire::protocol;
use crate::wire::{
    Attachment, Call, Code, Envelope, Fault, HostInfo, Instance, Message, Outcome, Step, Welcome, limits,
};

/// Results that a client may leave unacknowledged; the host forgets them by its own rules.
const UNACKNOWLEDGED: usize = 10_000;

/// How long a client may take to read the last word.
const FAREWELL: Duration = Duration::from_secs(1);

/// The gateway's end of one client's connection.
struct Desk {
    router: Router,
    who: Arc<Principal>,
    session: Arc<Session>,
    /// What it calls itself.
    program: String,
    outbox: Outbox,
    /// Calls under way, for cancelling.
    open: Mutex<HashMap<u64, AbortHandle>>,
    /// More waits for the client than may.
    unread: CancellationToken,
    /// Which host waits for the acknowledgement of a key.
    results: Mutex<HashMap<String, Arc<Seat>>>,
}

impl Router {
    /// Serves one client to its end. The key was checked on the upgrade request; the socket takes no more than a hello.
    pub(crate) async fn client<S>(&self, who: Arc<Principal>, socket: WebSocketStream<S>)
    where
        S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
    {
        let router = self.clone();
        let served = self.shared.tasks.track_future(async move { router.serve(who, socket).await }).await;
        if let Err(fault) = served {
            tracing::info!(code = fault.error_code.name(), reason = fault.error_message, "a client's connection ended");
        }
    }

    async fn serve<S>(&self, who: Arc<Principal>, socket: WebSocketStream<S>) -> Result<(), Fault>
    where
        S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
    {
        let mut socket = socket;
        let greeting = tokio::time::timeout(limits::GREETING_TIME, link::greeted(&mut socket)).await;
        let Ok(greeted) = greeting.map_err(|_| protocol("no hello in time"))?? else { return Ok(()) };
        // From here on messages are long; who waits for its welcome, as clients do, has sent nothing behind its hello.
        let socket = WebSocketStream::from_raw_socket(socket.into_inner(), Role::Server, Some(link::frugal())).await;
        let session = self.shared.sessions.begin(&who, Kind::Client)?;
        let desk = Arc::new(Desk {
            router: self.clone(),
            who,
            session: session.clone(),
            program: greeted.peer.name,
            outbox: Outbox::default(),
            open: Mutex::default(),
            unread: CancellationToken::new(),
            results: Mutex::default(),
        });
        let counted = self.shared.figures.client();
        let habits = self.shared.sessions.habits();
        desk.outbox.push(Envelope::Welcome(Box::new(self.welcome(greeted.version))));
        let served = tokio::select! {
            served = link::run(socket, &desk.outbox, habits, |inbound| desk.inbound(inbound)) => served,
            () = desk.say_goodbye() => Ok(()),
            () = desk.unread.cancelled() => Err(Fault::new(Code::TooLarge, "it does not read its results")),
        };
        // What is under way goes on: the client may come back for it with the same keys.
        desk.outbox.close(None);
        self.shared.sessions.close(&session);
        drop(counted);
        served
    }

    fn welcome(&self, protocol: u32) -> Welcome {
        let instance = Instance {
            id: "gateway".to_owned(),
            name: "gateway".to_owned(),
            status: "online".to_owned(),
            scenewire_version: env!("CARGO_PKG_VERSION").to_owned(),
            host: HostInfo { app: "gateway".to_owned(), ..HostInfo::default() },
            ..Instance::default()
        };
        let epoch = self.shared.epoch.clone();
        Welcome { protocol, epoch, instance, limits: limits::Limits::default(), revision: 0 }
    }
}

impl Desk {
    /// Says the last word when the session is ended, and gives its reader a moment.
    async fn say_goodbye(&self) {
        let bye = self.session.ended().await;
        self.outbox.close(Some(Envelope::Bye(bye)));
        tokio::time::sleep(FAREWELL).await;
    }

    fn inbound(self: &Arc<Self>, inbound: Inbound) {
        match inbound {
            Inbound::Message(Message { envelope: Envelope::Call(call), attachments }) => self.call(call, attachments),
            Inbound::Message(Message { envelope: Envelope::Cancel(cancel), .. }) => {
                self.outbox.abandon(cancel.id);
                if let Some(task) = self.open.lock().remove(&cancel.id) {
                    task.abort();
                }
            }
            Inbound::Message(Message { envelope: Envelope::Ack(ack), .. }) => self.acknowledged(ack.keys),
            Inbound::Message(other) => tracing::debug!(?other.envelope, "ignored"),
            Inbound::Abandoned(id, key) => {
                let fault = Fault::new(Code::Cancelled, "the caller cancelled while the call was arriving");
                self.turn_away(id, key, UNKNOWN, fault);
            }
            Inbound::Refused(id, key, fault) => self.turn_away(id, key, UNKNOWN, fault),
            Inbound::Unsent(id, fault) => self.refuse(id, String::new(), fault),
        }
    }

    fn call(self: &Arc<Self>, call: Call, attachments: Vec<Attachment>) {
        self.session.touch();
        let (id, key) = (call.id, call.key.clone());
        if call.instance.is_none() && call.operation == "list_instances" {
            let listed = json!({ "instances": self.router.instances(&self.who) });
            return self.outbox.push(Envelope::Result(answered(id, key, listed)));
        }
        if self.router.shared.closing.is_cancelled() {
            if call.resend {
                // Whether it ran the next gateway can tell: the client asks it once this one has said goodbye.
                return;
            }
            let fault = Fault::new(Code::Unreachable, "the gateway is restarting; nothing ran");
            let known = catalogue().known(&call.operation);
            return self.turn_away(id, key, known.map_or(UNKNOWN, |operation| operation.name.as_str()), fault);
        }
        let (desk, call) = (self.clone(), Box::new(call));
        // The entry is there before the task can end and remove it.
        let mut open = self.open.lock();
        let task = tokio::spawn(async move {
            let result = desk.routed(call, attachments).await;
            desk.open.lock().remove(&id);
            match result {
                Ok(message) => desk.deliver(message),
                // As above: the next one knows better.
                Err(fault) if fault.error_code == Code::OutcomeUnknown && desk.router.shared.closing.is_cancelled() => {
                }
                Err(fault) => desk.refuse(id, key, fault),
            }
        });
        open.insert(id, task.abort_handle());
    }

    /// A result that is not acknowledged is still at its host: who comes back has lost nothing.
    fn deliver(&self, message: Message) {
        self.outbox.push(message);
        if self.outbox.bytes() > self.router.shared.meters.unread() {
            self.unread.cancel();
        }
    }

    async fn routed(self: &Arc<Self>, mut call: Box<Call>, attachments: Vec<Attachment>) -> Result<Message, Fault> {
        let id = call.id;
        call.client.get_or_insert_with(|| self.program.clone());
        let desk = self.clone();
        let progress = OnProgress::new(move |step| {
            desk.outbox.push(Envelope::Progress(Step { id, fraction: step.fraction, message: step.message }));
        });
        let routed = self.router.route(&self.who, Incoming { call, attachments, progress: Some(progress) }).await?;
        let Outcome { key, .. } = &routed.outcome;
        {
            let mut results = self.results.lock();
            if results.len() < UNACKNOWLEDGED {
                results.insert(key.clone(), routed.seat.clone());
            }
        }
        let outcome = Outcome { id, attachments: Vec::new(), ..routed.outcome };
        Ok(Message { envelope: Envelope::Result(outcome), attachments: routed.attachments })
    }

    /// The client has its results: their hosts need not keep them.
    fn acknowledged(&self, keys: Vec<String>) {
        let mut by_host: HashMap<String, (Arc<Seat>, Vec<String>)> = HashMap::new();
        let mut results = self.results.lock();
        for key in keys {
            if let Some(seat) = results.remove(&key) {
                by_host.entry(seat.id.clone()).or_insert_with(|| (seat, Vec::new())).1.push(key);
            }
        }
        drop(results);
        for (seat, keys) in by_host.into_values() {
            if let Some(connection) = seat.connection() {
                connection.acknowledge(keys);
            }
        }
    }

    /// Refuses a call that was not even routed.
    fn turn_away(&self, id: u64, key: String, operation: &'static str, fault: Fault) {
        self.router.refused(&self.who, operation, fault.error_code);
        self.refuse(id, key, fault);
    }

    fn refuse(&self, id: u64, key: String, fault: Fault) {
        self.outbox.push(failed(id, key, fault, 0));
    }
}

fn answered(id: u64, key: String, value: Value) -> Outcome {
    Outcome { id, key, ok: true, value, error: None, attachments: Vec::new(), revision: 0, duration_us: 0 }
}
