//! Where a foreign command becomes a call: through the same door as every other.

use std::sync::Arc;
use std::time::Duration;

use parking_lot::Mutex;
use serde_json::{Map, Value};
use tokio::sync::oneshot;
use tokio_util::sync::CancellationToken;

use crate::host::admission::Submission;
use crate::host::clients::{Client, Way};
use crate::host::control::{Caller, Done};
use crate::host::engine::Engine;
use crate::link::fresh_key;
use crate::wire::foreign::Dialect;
use crate::wire::{Code, Fault, Payload, Progress, Request};

/// One page of a list that is read whole.
const PAGE: u64 = 1000;

/// The calls of one connection.
pub(super) struct Desk {
    pub(super) engine: Arc<Engine>,
    /// The host ends.
    pub(super) leave: CancellationToken,
    /// As the owner sees it; nobody is there before the first command.
    client: Option<Arc<Client>>,
    /// Whoever asks is in this very process.
    own: bool,
}

impl Desk {
    pub(super) fn new(engine: Arc<Engine>, leave: CancellationToken) -> Self {
        Self { engine, leave, client: None, own: false }
    }

    /// For this very process, whose calls are over when `ask` comes back: on the main thread they run here and now.
    pub(super) fn own(engine: Arc<Engine>) -> Self {
        Self { own: true, ..Self::new(engine, CancellationToken::new()) }
    }

    /// A command came in this dialect. That lines are lines may show only with the second.
    pub(super) fn arrived(&mut self, dialect: Dialect) {
        if self.own {
            return;
        }
        let way = Way::Foreign(dialect);
        if self.client.as_ref().is_none_or(|client| client.way != way) {
            self.client = Some(self.engine.clients.arrive(dialect.name(), way));
        }
    }

    /// Does an operation and waits for what comes of it.
    pub(super) async fn ask(
        &self,
        operation: &str,
        arguments: Value,
        timeout: Option<Duration>,
    ) -> Result<Payload, Fault> {
        let request = Request {
            operation: operation.to_owned(),
            arguments: Payload::json(arguments),
            timeout,
            ..Request::default()
        };
        if self.own {
            return self.engine.call(request).map(|reply| reply.payload);
        }
        let key = fresh_key()?;
        let (sender, receiver) = oneshot::channel();
        let client = self.client.clone().unwrap_or_else(|| self.engine.own.clone());
        let submission = Submission { request, key: key.clone(), resend: false, client };
        self.engine.submit(submission, Arc::new(Waiting(Mutex::new(Some(sender)))));
        let done = receiver.await.map_err(|_| Fault::new(Code::Cancelled, "the host stopped"))?;
        // These clients never ask for a result again.
        self.engine.dedupe.taken(&[key]);
        Arc::try_unwrap(done).map_or_else(|done| done.result.clone(), |done| done.result)
    }

    /// The same for an operation whose result has no attachments.
    pub(super) async fn read(&self, operation: &str, arguments: Value) -> Result<Value, Fault> {
        self.ask(operation, arguments, None).await.map(|payload| payload.json)
    }

    /// Every item of a list, page after page.
    pub(super) async fn all(&self, operation: &str, fields: Value) -> Result<Vec<Value>, Fault> {
        let mut arguments = Map::from_iter([("fields".to_owned(), fields), ("limit".to_owned(), PAGE.into())]);
        let mut all = Vec::new();
        loop {
            let mut page = self.read(operation, Value::Object(arguments.clone())).await?;
            if let Value::Array(items) = page["items"].take() {
                all.extend(items);
            }
            match page["next_cursor"].take() {
                Value::String(cursor) => arguments.insert("cursor".to_owned(), cursor.into()),
                _ => return Ok(all),
            };
        }
    }
}

struct Waiting(Mutex<Option<oneshot::Sender<Arc<Done>>>>);

impl Caller for Waiting {
    fn outcome(&self, done: &Arc<Done>) {
        if let Some(sender) = self.0.lock().take() {
            // The connection may have ended.
            let _ = sender.send(done.clone());
        }
    }

    /// These dialects have no word for it.
    fn progress(&self, _progress: &Progress) {}
}
