//! One call on its way to a host: which instance is meant, whether it may be, and what became of it when links are cut.

use std::sync::Arc;
use std::time::{Duration, Instant};

use tokio::sync::{OwnedSemaphorePermit, mpsc};

use super::limits::Refused;
use super::registry::{self, Seat};
use super::visible::Found;
use super::{Router, lease, policy};
use crate::catalogue::{Effect, catalogue};
use crate::gateway::accounts::Principal;
use crate::gateway::audit::{Entry, Slot};
use crate::wire::{Attachment, Call, Code, Fault, Outcome, Progress};

/// A call as it came, from whichever edge.
pub(super) struct Incoming {
    /// Its `instance` is what the caller wrote: an id, a name, or nothing; its `epoch` is empty where the edge keeps none.
    pub(super) call: Call,
    pub(super) attachments: Vec<Attachment>,
    pub(super) progress: Option<mpsc::Sender<Progress>>,
}

/// What came back, and whose acknowledgement the host waits for.
pub(super) struct Routed {
    pub(super) outcome: Outcome,
    pub(super) attachments: Vec<Attachment>,
    pub(super) seat: Arc<Seat>,
}

impl Router {
    /// Authorises, records and forwards one call; dropping the future cancels it.
    pub(super) async fn route(&self, who: &Arc<Principal>, incoming: Incoming) -> Result<Routed, Fault> {
        let began = Instant::now();
        let _counted = self.shared.figures.call();
        // Before the audit has anything to do with it: a flood would take all of its room, and with it everybody's.
        let _running: OwnedSemaphorePermit = self.shared.meters.enter(who).inspect_err(|fault| {
            self.shared.figures.count(Some(fault.error_code));
        })?;
        let slot = self.shared.audit.admit()?;
        let mut record = Recorded::new(slot, who, &incoming, began);
        let routed = self.admitted(who, incoming, &mut record).await;
        record.end(routed.as_ref().map(|routed| &routed.outcome).map_err(|fault| fault.error_code));
        self.shared.figures.count(routed.as_ref().map_or_else(|fault| Some(fault.error_code), code_of));
        routed
    }

    /// Calls that were refused for their number are many and alike: they share an entry for each key, so that they
    /// neither fill the disk nor take the room of those that may run.
    pub(super) fn record_refused(&self) {
        for (key, Refused { user, calls }) in self.shared.meters.refused() {
            let Ok(slot) = self.shared.audit.admit() else {
                // Not lost: the next time is soon.
                self.shared.meters.refuse(&key, &user, calls);
                continue;
            };
            slot.record(Entry {
                user,
                key,
                operation: "(several)".to_owned(),
                outcome: Code::RateLimited.name(),
                detail: format!("{calls} calls were refused"),
                ..Entry::default()
            });
        }
    }

    async fn admitted(
        &self,
        who: &Arc<Principal>,
        mut incoming: Incoming,
        record: &mut Recorded,
    ) -> Result<Routed, Fault> {
        let found = match incoming.call.resend {
            false => self.find(who, incoming.call.instance.as_deref())?,
            true => self.found_again(who, &incoming.call).await?,
        };
        record.entry.instance.clone_from(&found.known.id);
        let operation = catalogue().operation(&incoming.call.operation)?;
        policy::check(&policy::Asked {
            who,
            role: found.role,
            instance: &found.known.id,
            allowed: found.known.allow.as_deref().map(Vec::as_slice),
            operation,
            arguments: &incoming.call.arguments,
        })?;
        let Some(seat) = found.seat.clone() else { return Err(registry::away(&found.instance())) };
        if operation.effect != Effect::Read {
            lease::check(&mut seat.lease.lock(), &who.key)?;
        }
        // Its owner sees who calls: the user, whom we know, and the program by its own word.
        incoming.call.client = Some(match incoming.call.client.take() {
            Some(program) => format!("{} ({program})", who.user_name),
            None => who.user_name.clone(),
        });
        // The host sees neither who else there is nor how the caller named it.
        incoming.call.instance = None;
        let (outcome, attachments) = forward(&seat, incoming).await?;
        Ok(Routed { outcome, attachments, seat })
    }
}

impl Router {
    /// The instance of a call that was sent before. A gateway that has just started knows the host again only when it
    /// has dialled in; until then nobody may say that nothing ran.
    async fn found_again(&self, who: &Principal, call: &Call) -> Result<Found, Fault> {
        let until = Instant::now() + registry::RESUME;
        loop {
            match self.find(who, call.instance.as_deref()) {
                Ok(found) if found.seat.is_some() => return Ok(found),
                Err(fault) if !matches!(fault.error_code, Code::InstanceNotFound | Code::HostNotRunning) => {
                    return Err(fault);
                }
                _ if Instant::now() > until || self.shared.closing.is_cancelled() => return Err(unknown(&call.key)),
                _ => tokio::time::sleep(LOOK_AGAIN).await,
            }
        }
    }
}

/// Sends it to the run of the host that it is bound to, again after a cut, until an answer is there or cannot be had.
async fn forward(seat: &Arc<Seat>, incoming: Incoming) -> Result<(Outcome, Vec<Attachment>), Fault> {
    let Incoming { mut call, attachments, progress } = incoming;
    let mut sent = call.resend;
    let mut patience = seat.patience();
    loop {
        let Some(connection) = seat.connected(patience).await else {
            return Err(if sent { unknown(&call.key) } else { registry::away(&seat.instance()) });
        };
        let epoch = &connection.welcome.epoch;
        if call.epoch.is_empty() {
            call.epoch.clone_from(epoch);
        } else if call.epoch != *epoch {
            return Err(if sent { unknown(&call.key) } else { restarted(seat, epoch) });
        }
        let answer = connection.call(call.clone(), attachments.clone(), progress.clone()).await;
        match answer {
            Some(answer) => return answer,
            None if connection.left() => return Err(unknown(&call.key)),
            None => {}
        }
        (sent, call.resend, patience) = (true, true, registry::RESUME);
    }
}

fn code_of(routed: &Routed) -> Option<Code> {
    routed.outcome.error.as_ref().map(|fault| fault.error_code)
}

fn unknown(key: &str) -> Fault {
    Fault::new(Code::OutcomeUnknown, "the host went away during the call; whether it ran cannot be known")
        .detail("key", key)
        .suggest("look at the scene, then decide")
}

fn restarted(seat: &Seat, epoch: &str) -> Fault {
    let message = format!("`{}` was restarted since the call was made for it; nothing ran", seat.instance().name);
    Fault::new(Code::InstanceRestarted, message)
        .detail("instance", seat.id.as_str())
        .detail("epoch", epoch)
        .suggest("list the instances again, look at the scene, then call again")
}

/// One line of the audit, written however the call ends.
struct Recorded {
    slot: Option<Slot>,
    entry: Entry,
    began: Instant,
}

impl Recorded {
    fn new(slot: Slot, who: &Principal, incoming: &Incoming, began: Instant) -> Self {
        let attached: usize = incoming.attachments.iter().map(|attachment| attachment.data.len()).sum();
        let entry = Entry {
            user: who.user.clone(),
            key: who.key.clone(),
            instance: String::new(),
            // What nobody knows may be anything, a secret too.
            operation: match catalogue().operation(&incoming.call.operation) {
                Ok(operation) => operation.name.clone(),
                Err(_) => "(unknown)".to_owned(),
            },
            call: digest(&incoming.call.key),
            bytes_in: attached as u64,
            bytes_out: 0,
            outcome: Code::Cancelled.name(),
            duration_us: 0,
            detail: String::new(),
        };
        Self { slot: Some(slot), entry, began }
    }

    fn end(&mut self, outcome: Result<&Outcome, Code>) {
        self.entry.outcome = match &outcome {
            Ok(outcome) => outcome.error.as_ref().map_or("ok", |fault| fault.error_code.name()),
            Err(code) => code.name(),
        };
        if let Ok(outcome) = outcome {
            self.entry.bytes_out = outcome.attachments.iter().map(|part| part.bytes).sum();
        }
    }
}

impl Drop for Recorded {
    fn drop(&mut self) {
        self.entry.duration_us = self.began.elapsed().as_micros() as u64;
        if let Some(slot) = self.slot.take() {
            slot.record(std::mem::take(&mut self.entry));
        }
    }
}

/// Names a call in the audit without keeping its key, which is the caller's own text.
fn digest(key: &str) -> String {
    let digest = ring::digest::digest(&ring::digest::SHA256, key.as_bytes());
    digest.as_ref()[..8].iter().map(|byte| format!("{byte:02x}")).collect()
}

/// How often a host is looked for that should come back.
const LOOK_AGAIN: Duration = Duration::from_millis(50);
/// The longest that a closing gateway waits for calls under way.
pub(super) const DRAIN: Duration = Duration::from_secs(10);
