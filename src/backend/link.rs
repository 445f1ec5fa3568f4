//! The client's end of a link: pipelined calls, and the one reconnection that tells a lost answer from a lost host.

use std::sync::Arc;
use std::time::Duration;

use parking_lot::Mutex;
use tokio::sync::mpsc;

use super::{Instance, Progress, Reply, Request};
use crate::link::{Connection, Endpoint, Trust, fresh_key};
use crate::wire::{Call, Code, Fault, Payload};

/// A host that lives answers a new connection in far less; a caller must not wait longer to learn that it is gone.
const RECONNECT: Duration = Duration::from_millis(800);

/// One host and the connection to it. Cheap to clone; the connection ends with the last clone.
#[derive(Clone, Debug)]
pub struct Link {
    shared: Arc<Shared>,
}

#[derive(Debug)]
struct Shared {
    endpoint: Endpoint,
    connection: Mutex<Arc<Connection>>,
    /// Many calls lose their connection together; one of them makes the new one.
    reconnecting: tokio::sync::Mutex<()>,
}

impl Link {
    /// Connects to `ws://127.0.0.1:PORT/v1/link` with the host's token, or to a gateway whose certificate the system knows.
    pub async fn connect(url: &str, token: &str) -> Result<Self, Fault> {
        Self::open(Endpoint::new(url, token, Trust::System)?).await
    }

    /// Connects to whatever is at this end.
    pub(crate) async fn open(endpoint: Endpoint) -> Result<Self, Fault> {
        let connection = Mutex::new(Arc::new(Connection::open(&endpoint).await?));
        Ok(Self { shared: Arc::new(Shared { endpoint, connection, reconnecting: Default::default() }) })
    }

    /// What the host said of itself when it welcomed us.
    pub fn instance(&self) -> Instance {
        self.connection().welcome.instance.clone()
    }

    /// Which run of the host it is.
    pub fn epoch(&self) -> String {
        self.connection().welcome.epoch.clone()
    }

    /// What the host said when it ended the connection.
    pub(crate) fn parting(&self) -> Option<String> {
        self.connection().parting().map(str::to_owned)
    }

    /// Whether the connection has ended.
    pub fn lost(&self) -> bool {
        self.connection().lost()
    }

    pub(crate) async fn settled(&self) {
        self.connection().settled().await;
    }

    /// Does it and waits for the outcome; dropping the future cancels the call.
    pub async fn call(&self, request: Request, progress: Option<mpsc::Sender<Progress>>) -> Result<Reply, Fault> {
        let connection = match self.connection() {
            connection if connection.lost() => self.reconnect(&connection).await?,
            connection => connection,
        };
        let attachments = request.arguments.attachments.clone();
        let call = call(request, &connection.welcome.epoch)?;
        if let Some(answer) = connection.call(call.clone(), attachments.clone(), progress.clone()).await {
            return reply(&connection, answer?);
        }
        let Some(again) = self.same_host(&connection).await else { return Err(unknown(&call.key)) };
        let call = Call { resend: true, ..call };
        let key = call.key.clone();
        match again.call(call, attachments, progress).await {
            Some(answer) => reply(&again, answer?),
            None => Err(unknown(&key)),
        }
    }

    fn connection(&self) -> Arc<Connection> {
        self.shared.connection.lock().clone()
    }

    /// A new connection in the place of a lost one, when the same run of the host still answers.
    async fn same_host(&self, lost: &Arc<Connection>) -> Option<Arc<Connection>> {
        let again = tokio::time::timeout(RECONNECT, self.reconnect(lost)).await.ok()?.ok()?;
        (again.welcome.epoch == lost.welcome.epoch).then_some(again)
    }

    async fn reconnect(&self, lost: &Arc<Connection>) -> Result<Arc<Connection>, Fault> {
        let _one_at_a_time = self.shared.reconnecting.lock().await;
        let current = self.connection();
        if !Arc::ptr_eq(&current, lost) && !current.lost() {
            return Ok(current);
        }
        let fresh = Arc::new(Connection::open(&self.shared.endpoint).await?);
        *self.shared.connection.lock() = fresh.clone();
        Ok(fresh)
    }
}

fn call(request: Request, epoch: &str) -> Result<Call, Fault> {
    let Request { operation, arguments, timeout, key, if_revision, approval, client, .. } = request;
    // None: the host takes the operation's own, or what its arguments say.
    let timeout_ms = timeout.map(|timeout| timeout.as_millis() as u64);
    let key = match key {
        Some(key) => key,
        None => fresh_key()?,
    };
    Ok(Call {
        id: 0,
        key,
        operation,
        arguments: arguments.json,
        timeout_ms,
        if_revision,
        epoch: epoch.to_owned(),
        instance: None,
        resend: false,
        approval,
        client,
        attachments: Vec::new(),
    })
}

fn reply(
    connection: &Connection,
    (outcome, attachments): (crate::wire::Outcome, Vec<crate::wire::Attachment>),
) -> Result<Reply, Fault> {
    match (outcome.ok, outcome.error) {
        (true, _) => Ok(Reply {
            payload: Payload { json: outcome.value, attachments },
            revision: outcome.revision,
            duration: Duration::from_micros(outcome.duration_us),
            instance: connection.welcome.instance.id.clone(),
        }),
        (false, Some(fault)) => Err(*fault),
        (false, None) => Err(crate::wire::protocol("a call failed without a reason")),
    }
}

fn unknown(key: &str) -> Fault {
    let message = "the host went away during the call; whether it ran cannot be known";
    Fault::new(Code::OutcomeUnknown, message)
        .detail("key", key)
        .suggest("start the host, look at the scene, then decide")
}
