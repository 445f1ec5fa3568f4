//! What a key can see: its user's own instances and those shared with it. Everything else does not exist.

use std::sync::Arc;
use std::time::Duration;

use super::Router;
use super::registry::Seat;
use crate::backend::choose::{self, Candidate};
use crate::gateway::accounts::{KnownInstance, Principal, Role, Scope};
use crate::wire::{Code, Fault, HostInfo, Instance};

/// One instance that a key sees.
pub(super) struct Found {
    pub(super) known: KnownInstance,
    pub(super) role: Role,
    /// Whose it is, when it is somebody else's.
    pub(super) owner: Option<String>,
    /// None when it was never linked since the gateway started.
    pub(super) seat: Option<Arc<Seat>>,
    /// Its host was here before the gateway started, and should be back soon.
    pub(super) returning: bool,
}

/// So long after its start a gateway expects hosts back that it knows from before: they try within 3 s, and thousands
/// are back within 10 (benches/gateway).
const RETURNING: Duration = Duration::from_secs(10);

impl Found {
    /// As callers are shown it. A call needs none of this.
    pub(super) fn instance(self) -> Instance {
        let Self { known, role, seat, returning, .. } = self;
        let mut instance = match &seat {
            Some(seat) => seat.instance(),
            None => Instance {
                id: known.id,
                status: if returning { "reconnecting" } else { "offline" }.to_owned(),
                host: HostInfo { app: known.app, app_version: known.app_version, ..HostInfo::default() },
                ..Instance::default()
            },
        };
        instance.name = known.name;
        instance.role = Some(role.name().to_owned());
        if instance.status == "offline" && role == Role::Owner {
            instance.reason = seat.as_ref().and_then(|seat| seat.barred());
        }
        if instance.status != "online" {
            instance.last_seen = known.last_seen;
        }
        instance
    }
}

impl Router {
    /// All that a key sees, its own first, each by name.
    pub(super) fn visible(&self, who: &Principal) -> Vec<Found> {
        let accounts = &self.shared.accounts;
        let own = accounts.known(&who.user).into_iter().map(|known| (who.user.clone(), known, Role::Owner));
        let shared = accounts.shared_with(&who.user).into_iter().filter_map(|share| {
            let known = accounts.instance(&share.owner, &share.instance)?;
            Some((share.owner, known, share.role))
        });
        let may = |id: &str| who.grant.instances.as_ref().is_none_or(|list| list.iter().any(|listed| listed == id));
        let found = own.chain(shared).filter(|(_, known, _)| may(&known.id));
        found.map(|(owner, known, role)| self.found(who, &owner, known, role)).collect()
    }

    fn found(&self, who: &Principal, owner: &str, known: KnownInstance, role: Role) -> Found {
        let others = (owner != who.user).then(|| owner.to_owned());
        let seat = self.shared.registry.seat(owner, &known.id);
        let returning = seat.is_none() && known.last_seen.is_some() && !self.expects_hosts().is_zero();
        Found { known, role, owner: others, seat, returning }
    }

    /// How long the gateway still expects hosts that were here before it started.
    pub(super) fn expects_hosts(&self) -> Duration {
        RETURNING.saturating_sub(self.shared.started.elapsed())
    }

    /// The one that is meant by an id, a name, or nothing.
    pub(super) fn find(&self, who: &Principal, wanted: Option<&str>) -> Result<Found, Fault> {
        let wanted = wanted.or(who.grant.default_instance.as_deref());
        if let Some(found) = wanted.and_then(|wanted| self.by_id(who, wanted)) {
            return beyond(who, found);
        }
        let mut visible = self.visible(who);
        if visible.is_empty() && wanted.is_none() {
            return Err(none());
        }
        let place = choose::place(&visible, wanted)?;
        beyond(who, visible.swap_remove(place))
    }

    /// The common case, without looking at all of them.
    fn by_id(&self, who: &Principal, id: &str) -> Option<Found> {
        if who.grant.instances.as_ref().is_some_and(|list| !list.iter().any(|listed| listed == id)) {
            return None;
        }
        let known = self.shared.accounts.instance(&who.user, id)?;
        Some(self.found(who, &who.user, known, Role::Owner))
    }
}

/// A key that has an instance of its own reaches another only with the scope for it.
fn beyond(who: &Principal, found: Found) -> Result<Found, Fault> {
    let own = who.grant.default_instance.as_ref().is_none_or(|own| *own == found.known.id);
    if own || who.grant.scopes.contains(Scope::Route) {
        return Ok(found);
    }
    let message = format!("the key {} lacks the scope `route`, which calls to another instance need", who.key);
    Err(Fault::new(Code::PermissionDenied, message))
}

impl Candidate for Found {
    fn id(&self) -> &str {
        &self.known.id
    }

    fn name(&self) -> &str {
        &self.known.name
    }

    fn app(&self) -> &str {
        &self.known.app
    }

    fn ready(&self) -> bool {
        // The first that is back must not get what was meant for another.
        self.returning || self.seat.as_ref().is_some_and(|seat| seat.status() != "offline")
    }
}

fn none() -> Fault {
    Fault::new(Code::HostNotRunning, "no instance is linked to this gateway under your account")
        .suggest("start one with `scenewire host --gateway URL`, or in remote mode from the add-on's panel")
}
