//! A gateway as a backend: all instances that a key sees over one connection, which is made again when it is cut.

use std::sync::Arc;
use std::time::Duration;

use parking_lot::Mutex;
use serde::Deserialize;
use tokio::sync::mpsc;

use super::choose;
use super::{Backend, Instance, Progress, Reply, Request};
use crate::link::{Backoff, Connection, Endpoint, OnProgress, fraction, fresh_key, wished};
use crate::wire::{Attachment, Call, Code, Fault, Outcome, Payload, protocol};

/// A gateway that restarts is back within this time; a call that was sent before waits for it.
const PATIENCE: Duration = Duration::from_secs(30);

/// Where clients connect.
const PATH: &str = "/v1/client";

/// The gateway behind an address and a key. Cheap to clone; needs a tokio runtime around it.
#[derive(Clone, Debug)]
pub struct Gateway {
    shared: Arc<Shared>,
}

#[derive(Debug)]
struct Shared {
    endpoint: Endpoint,
    connection: tokio::sync::Mutex<Option<Arc<Connection>>>,
    listing: Mutex<Listing>,
}

/// What `list_instances` answered last.
#[derive(Clone, Debug, Default, Deserialize)]
struct Listing {
    instances: Vec<Instance>,
    /// The key's own instance.
    #[serde(default)]
    default: Option<String>,
}

/// Which run of which instance a call is bound to.
struct Bound {
    instance: String,
    epoch: String,
}

impl Gateway {
    /// Connects with the first call.
    pub fn new(endpoint: Endpoint) -> Self {
        let endpoint = endpoint.at(PATH);
        let shared = Shared { endpoint, connection: tokio::sync::Mutex::default(), listing: Mutex::default() };
        Self { shared: Arc::new(shared) }
    }

    /// The connection that works, or a new one.
    async fn connection(&self) -> Result<Arc<Connection>, Fault> {
        let mut current = self.shared.connection.lock().await;
        if let Some(connection) = current.as_ref().filter(|connection| !connection.lost() && !connection.left()) {
            return Ok(connection.clone());
        }
        let fresh = Arc::new(Connection::open(&self.shared.endpoint).await?);
        *current = Some(fresh.clone());
        Ok(fresh)
    }

    /// The same, tried again while a gateway may be restarting. What it says of the key itself ends it at once.
    async fn reconnected(&self) -> Result<Arc<Connection>, Fault> {
        let mut backoff = Backoff::new(fraction);
        let trying = async {
            loop {
                match self.connection().await {
                    Err(fault) if matches!(fault.error_code, Code::Unreachable | Code::RateLimited) => {
                        tokio::time::sleep(backoff.after(Duration::ZERO, wished(&fault))).await;
                    }
                    connected => return connected,
                }
            }
        };
        let unreachable = || Fault::new(Code::Unreachable, "the gateway did not come back");
        tokio::time::timeout(PATIENCE, trying).await.map_err(|_| unreachable())?
    }

    async fn list(&self) -> Result<Listing, Fault> {
        let call = Call { operation: "list_instances".to_owned(), ..blank()? };
        let mut again = 0;
        let (outcome, _) = loop {
            if let Some(answer) = self.connection().await?.call(call.clone(), Vec::new(), None::<OnProgress>).await {
                break answer?;
            }
            again += 1;
            if again > 1 {
                return Err(Fault::new(Code::Unreachable, "the gateway closed the connection"));
            }
        };
        let listing: Listing =
            serde_json::from_value(outcome.value).map_err(|error| protocol(format!("not a listing: {error}")))?;
        *self.shared.listing.lock() = listing.clone();
        Ok(listing)
    }

    /// The instance that is meant and its run: as known, else as listed anew.
    async fn bind(&self, wanted: Option<&str>) -> Result<Bound, Fault> {
        let known = self.shared.listing.lock().bind(wanted);
        if let Ok(bound) = known
            && !bound.epoch.is_empty()
        {
            return Ok(bound);
        }
        self.list().await?.bind(wanted)
    }
}

impl Listing {
    fn bind(&self, wanted: Option<&str>) -> Result<Bound, Fault> {
        let chosen = choose::one(&self.instances, wanted.or(self.default.as_deref()))?;
        Ok(Bound { instance: chosen.id.clone(), epoch: chosen.epoch.clone() })
    }
}

impl Backend for Gateway {
    async fn instances(&self) -> Result<Vec<Instance>, Fault> {
        Ok(self.list().await?.instances)
    }

    async fn call(&self, request: Request, progress: Option<mpsc::Sender<Progress>>) -> Result<Reply, Fault> {
        let Request { instance, operation, arguments, timeout, key, if_revision, approval, client } = request;
        let Payload { json, attachments } = arguments;
        let timeout_ms = timeout.map(|timeout| timeout.as_millis() as u64);
        let blank = blank()?;
        let key = key.unwrap_or_else(|| blank.key.clone());
        let mut call = Call { key, operation, arguments: json, timeout_ms, if_revision, approval, client, ..blank };
        let mut bound = self.bind(instance.as_deref()).await?;
        let mut rebound = false;
        loop {
            call.instance = Some(bound.instance.clone());
            call.epoch.clone_from(&bound.epoch);
            let connection = match call.resend {
                false => self.connection().await?,
                true => self.reconnected().await.map_err(|fault| lost(&call.key, fault))?,
            };
            match connection.call(call.clone(), attachments.clone(), progress.clone()).await {
                Some(answer) => match reply(answer?, &bound) {
                    // It was started anew since we looked; nothing ran.
                    Err(fault) if fault.error_code == Code::InstanceRestarted && !rebound => {
                        rebound = true;
                        bound = self.list().await?.bind(Some(&bound.instance))?;
                    }
                    reply => return reply,
                },
                // Without a run to be bound to, sending it again might run it twice.
                None if call.epoch.is_empty() => return Err(lost(&call.key, protocol("the connection was cut"))),
                None => call.resend = true,
            }
        }
    }

    async fn settled(&self) {
        let connection = self.shared.connection.lock().await.clone();
        if let Some(connection) = connection.filter(|connection| !connection.lost()) {
            connection.settled().await;
        }
    }
}

fn blank() -> Result<Call, Fault> {
    Ok(Call {
        id: 0,
        key: fresh_key()?,
        operation: String::new(),
        arguments: serde_json::Value::Null,
        timeout_ms: None,
        if_revision: None,
        epoch: String::new(),
        instance: None,
        resend: false,
        approval: None,
        client: None,
        attachments: Vec::new(),
    })
}

fn reply((outcome, attachments): (Outcome, Vec<Attachment>), bound: &Bound) -> Result<Reply, Fault> {
    match (outcome.ok, outcome.error) {
        (true, _) => Ok(Reply {
            payload: Payload { json: outcome.value, attachments },
            revision: outcome.revision,
            duration: Duration::from_micros(outcome.duration_us),
            instance: bound.instance.clone(),
        }),
        (false, Some(fault)) => Err(*fault),
        (false, None) => Err(protocol("a call failed without a reason")),
    }
}

fn lost(key: &str, fault: Fault) -> Fault {
    let message =
        format!("the gateway went away during the call ({}); whether it ran cannot be known", fault.error_message);
    Fault::new(Code::OutcomeUnknown, message).detail("key", key).suggest("look at the scene, then decide")
}
