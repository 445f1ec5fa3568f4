//! One caller's connection to the host.

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use parking_lot::Mutex;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::task::AbortHandle;
use tokio_tungstenite::WebSocketStream;

use super::admission::Submission;
use super::clients::{Client, Way};
use super::control::{Caller, Done};
use super::engine::Engine;
use super::queue::{SPIN, Task};
use crate::link::{self, Inbound, Outbox, failed};
use crate::wire::{
    Bye, Call, Code, Envelope, Event, Fault, Instance, Message, Outcome, Payload, Progress, Request, Step, Welcome,
    limits,
};

/// A caller of this machine whose connection broke is back in less, or has ended.
const RETURN: Duration = Duration::from_secs(5);

/// Programs that one connection speaks for; the names are the other end's, and must not fill the memory.
const PROGRAMS: usize = 256;

/// The caller's side of every call on one connection.
pub(crate) struct Session {
    engine: Arc<Engine>,
    client: Arc<Client>,
    /// The programs for which it speaks, by what they are called.
    behind: Mutex<HashMap<String, Arc<Client>>>,
    outbox: Outbox,
    /// Calls that have not been answered, for cancelling.
    open: Mutex<HashMap<u64, Arc<Task>>>,
    /// Those who wait for events or for the end of a task, for cancelling.
    readers: Mutex<HashMap<u64, AbortHandle>>,
    /// What the caller said last.
    parting: Mutex<Option<Bye>>,
}

impl Session {
    pub(crate) fn new(engine: Arc<Engine>, program: &str, way: Way) -> Arc<Self> {
        let client = engine.clients.arrive(program, way);
        let (outbox, open, readers, behind) = Default::default();
        Arc::new(Self { engine, client, behind, outbox, open, readers, parting: Mutex::default() })
    }

    /// Welcomes the caller and serves it until either side leaves.
    pub(crate) async fn serve<S>(self: &Arc<Self>, socket: WebSocketStream<S>, protocol: u32) -> Result<(), Fault>
    where
        S: AsyncRead + AsyncWrite + Unpin,
    {
        self.outbox.push(Envelope::Welcome(Box::new(Welcome {
            protocol,
            epoch: self.engine.epoch.clone(),
            instance: self.engine.instance(),
            limits: limits::Limits::default(),
            revision: self.engine.revision.load(Ordering::Acquire),
        })));
        let outcome =
            link::run(socket, &self.outbox, link::Habits { attention: SPIN, ..link::Habits::default() }, |inbound| {
                match inbound {
                    Inbound::Message(message) => self.message(message),
                    Inbound::Abandoned(id, key) => self.refuse(id, key, super::transaction::cancelled()),
                    Inbound::Refused(id, key, fault) => self.refuse(id, key, fault),
                    Inbound::Unsent(id, fault) => self.refuse(id, String::new(), fault),
                }
            })
            .await;
        self.outbox.close(None);
        self.readers.lock().drain().for_each(|(_, reader)| reader.abort());
        self.left_behind();
        outcome
    }

    /// What still runs is kept for its key: the caller may come back for it. A program of this machine that does not has
    /// ended, and what it asked for is cancelled; a gateway comes back on behalf of others, when it can.
    fn left_behind(&self) {
        let tasks: Vec<Arc<Task>> = self.open.lock().values().cloned().collect();
        if tasks.is_empty() || self.client.way != Way::Local {
            return;
        }
        let engine = self.engine.clone();
        tokio::spawn(async move {
            tokio::time::sleep(RETURN).await;
            for task in tasks.iter().filter(|task| task.control.deserted()) {
                tracing::info!(operation = task.operation.name, key = task.key, "cancelled: its caller has ended");
                engine.cancel(task);
            }
        });
    }

    /// The last word to this caller.
    pub(crate) fn leave(&self, reason: &str, retry_after: Option<Duration>) {
        let retry_after_ms = retry_after.map(|after| after.as_millis() as u64);
        self.outbox.close(Some(Envelope::Bye(Bye { reason: reason.to_owned(), retry_after_ms })));
    }

    /// What the host says of itself now.
    pub(crate) fn tell(&self, instance: &Instance) {
        match serde_json::to_value(instance) {
            Ok(data) => self.outbox.push(Envelope::Event(Event { name: Event::INSTANCE.to_owned(), data })),
            Err(error) => tracing::error!(%error, "an instance is no JSON"),
        }
    }

    /// What the caller said before it left.
    pub(crate) fn parting(&self) -> Option<Bye> {
        self.parting.lock().take()
    }

    fn message(self: &Arc<Self>, message: Message) {
        match message.envelope {
            Envelope::Call(call) => self.call(call, message.attachments),
            Envelope::Cancel(cancel) => {
                self.outbox.abandon(cancel.id);
                if let Some(reader) = self.readers.lock().remove(&cancel.id) {
                    reader.abort();
                }
                let task = self.open.lock().remove(&cancel.id);
                if let Some(task) = task {
                    self.engine.cancel(&task);
                }
            }
            Envelope::Ack(ack) => self.engine.dedupe.taken(&ack.keys),
            Envelope::Bye(bye) => {
                *self.parting.lock() = Some(bye);
                // Nobody reads what is not on its way yet.
                self.outbox.close(None);
            }
            // A caller that says more than a host can hear is not worth ending the connection for.
            other => tracing::debug!(?other, "ignored"),
        }
    }

    fn call(self: &Arc<Self>, call: Call, attachments: Vec<crate::wire::Attachment>) {
        let Call { id, key, operation, arguments, timeout_ms, if_revision, epoch, resend, approval, client, .. } = call;
        if epoch != self.engine.epoch {
            let message = "the call was made for an earlier run of this host; whether it ran there cannot be known";
            return self.refuse(id, key, Fault::new(Code::OutcomeUnknown, message));
        }
        let request = Request {
            instance: None,
            operation,
            arguments: Payload { json: arguments, attachments },
            timeout: timeout_ms.map(Duration::from_millis),
            key: None,
            if_revision,
            approval,
            client: None,
        };
        let client = self.client(client.as_deref());
        let caller = Arc::new(Waiting { session: self.clone(), id });
        if Engine::may_wait(&request.operation) {
            return self.wait_for(request, key, client, caller);
        }
        let task = self.engine.submit(Submission { request, key, resend, client }, caller);
        if let Some(task) = task.filter(|task| task.control.awaited()) {
            self.open.lock().insert(id, task.clone());
            if !task.control.awaited() {
                // It was answered between the two looks.
                self.open.lock().remove(&id);
            }
        }
    }

    /// Answers when there is something to tell; the connection goes on meanwhile.
    fn wait_for(self: &Arc<Self>, request: Request, key: String, client: Arc<Client>, caller: Arc<Waiting>) {
        let (session, id, received) = (self.clone(), caller.id, Instant::now());
        let mut readers = self.readers.lock();
        let reader = tokio::spawn(async move {
            let result = session.engine.when_there(request, &client).await;
            session.readers.lock().remove(&id);
            session.engine.counts.add(&result);
            caller.outcome(&session.engine.done(key, result, received));
        });
        readers.insert(id, reader.abort_handle());
    }

    /// Who asks: the other end, or a program that it speaks for.
    fn client(&self, behind: Option<&str>) -> Arc<Client> {
        let Some(program) = behind else { return self.client.clone() };
        let mut known = self.behind.lock();
        if let Some(client) = known.get(program) {
            return client.clone();
        }
        if known.len() >= PROGRAMS {
            // They come back as new ones, and whoever is made up has no advantage of it.
            known.clear();
        }
        let client = self.engine.clients.behind(program, self.client.way);
        known.insert(program.to_owned(), client.clone());
        client
    }

    fn refuse(&self, id: u64, key: String, fault: Fault) {
        self.outbox.push(failed(id, key, fault, self.engine.revision.load(Ordering::Acquire)));
    }
}

/// One call of a session.
struct Waiting {
    session: Arc<Session>,
    id: u64,
}

impl Caller for Waiting {
    fn outcome(&self, done: &Arc<Done>) {
        self.session.open.lock().remove(&self.id);
        let (value, error, attachments) = match &done.result {
            Ok(payload) => (payload.json.clone(), None, payload.attachments.clone()),
            Err(fault) => (serde_json::Value::Null, Some(Box::new(fault.clone())), Vec::new()),
        };
        let outcome = Outcome {
            id: self.id,
            key: done.key.clone(),
            ok: error.is_none(),
            value,
            error,
            attachments: Vec::new(),
            revision: done.revision,
            duration_us: done.duration.as_micros() as u64,
        };
        self.session.outbox.push(Message { envelope: Envelope::Result(outcome), attachments });
    }

    fn progress(&self, progress: &Progress) {
        let Progress { fraction, message } = progress.clone();
        self.session.outbox.push(Envelope::Progress(Step { id: self.id, fraction, message }));
    }

    fn gone(&self) -> bool {
        self.session.outbox.closed()
    }
}
