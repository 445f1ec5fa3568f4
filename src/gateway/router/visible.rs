//! What a key can see: its user's own instances and those shared with it. Everything else does not exist.

use std::sync::Arc;

use serde_json::json;

use super::Router;
use super::registry::Seat;
use crate::gateway::accounts::{Principal, Role, Scope};
use crate::wire::{Code, Fault, HostInfo, Instance};

/// One instance that a key sees.
pub(super) struct Found {
    pub(super) instance: Instance,
    pub(super) role: Role,
    /// None when it was never linked since the gateway started.
    pub(super) seat: Option<Arc<Seat>>,
    /// The operations that its owner lets be called on it, when not all.
    pub(super) allowed: Option<Arc<Vec<String>>>,
}

/// Names this alike are worth a suggestion.
const ALIKE: f64 = 0.6;

impl Router {
    /// All that a key sees, its own first, each by name.
    pub(super) fn visible(&self, who: &Principal) -> Vec<Found> {
        let accounts = &self.shared.accounts;
        let own = accounts.known(&who.user).into_iter().map(|known| (who.user.clone(), known, Role::Owner));
        let shared = accounts.shared_with(&who.user).into_iter().filter_map(|share| {
            let known = accounts.instance(&share.owner, &share.instance)?;
            Some((share.owner, known, share.role))
        });
        let may = |id: &str| who.instances.as_ref().is_none_or(|list| list.iter().any(|listed| listed == id));
        let found = own.chain(shared).filter(|(_, known, _)| may(&known.id));
        found.map(|(owner, known, role)| self.found(&owner, known, role)).collect()
    }

    fn found(&self, owner: &str, known: crate::gateway::accounts::KnownInstance, role: Role) -> Found {
        let seat = self.shared.registry.seat(owner, &known.id);
        let mut instance = match &seat {
            Some(seat) => seat.instance(),
            None => Instance {
                id: known.id,
                status: "offline".to_owned(),
                host: HostInfo { app: known.app, app_version: known.app_version, ..HostInfo::default() },
                ..Instance::default()
            },
        };
        instance.name = known.name;
        instance.role = Some(role.name().to_owned());
        if instance.status != "online" {
            instance.last_seen = known.last_seen;
        }
        Found { instance, role, seat, allowed: known.allow }
    }

    /// The one that is meant by an id, a name, or nothing.
    pub(super) fn find(&self, who: &Principal, wanted: Option<&str>) -> Result<Found, Fault> {
        let default = who.default_instance.as_deref();
        let Some(wanted) = wanted.or(default) else { return self.only(who) };
        if let Some(found) = self.by_id(who, wanted) {
            return beyond(who, found);
        }
        let mut visible = self.visible(who);
        match visible.iter().position(|found| found.instance.name == wanted) {
            Some(place) => beyond(who, visible.swap_remove(place)),
            None => Err(missing(wanted, &visible)),
        }
    }

    /// The common case, without looking at all of them.
    fn by_id(&self, who: &Principal, id: &str) -> Option<Found> {
        if who.instances.as_ref().is_some_and(|list| !list.iter().any(|listed| listed == id)) {
            return None;
        }
        let known = self.shared.accounts.instance(&who.user, id)?;
        Some(self.found(&who.user, known, Role::Owner))
    }

    fn only(&self, who: &Principal) -> Result<Found, Fault> {
        let mut visible = self.visible(who);
        let online = visible.iter().filter(|found| found.instance.status == "online").count();
        match visible.len() {
            0 => Err(Fault::new(Code::HostNotRunning, "no instance is linked to this gateway under your account")
                .suggest("start one with `scenewire host --gateway URL`, or in remote mode from the add-on's panel")),
            1 => Ok(visible.swap_remove(0)),
            _ if online == 1 => {
                let place = visible.iter().position(|found| found.instance.status == "online").unwrap_or_default();
                Ok(visible.swap_remove(place))
            }
            count => {
                let mut fault = Fault::new(Code::InstanceRequired, format!("{count} instances are there: say which"));
                fault.suggestions = visible.iter().map(|found| found.instance.name.clone()).collect();
                Err(fault.detail("instances", listing(&visible)))
            }
        }
    }
}

/// A key that has an instance of its own reaches another only with the scope for it.
fn beyond(who: &Principal, found: Found) -> Result<Found, Fault> {
    let own = who.default_instance.as_ref().is_none_or(|own| *own == found.instance.id);
    if own || who.scopes.contains(Scope::Route) {
        return Ok(found);
    }
    let message = format!("the key {} lacks the scope `route`, which calls to another instance need", who.key);
    Err(Fault::new(Code::PermissionDenied, message))
}

/// The same for what is not there and for what is somebody else's.
fn missing(wanted: &str, visible: &[Found]) -> Fault {
    let shown: String = wanted.chars().take(80).collect();
    let mut fault = Fault::new(Code::InstanceNotFound, format!("there is no instance `{shown}`"));
    let names = visible.iter().map(|found| &found.instance.name);
    let mut near: Vec<_> = names.map(|name| (strsim::jaro_winkler(&shown, name), name.clone())).collect();
    near.sort_by(|a, b| b.0.total_cmp(&a.0));
    fault.suggestions = near.into_iter().filter(|(alike, _)| *alike > ALIKE).map(|(_, name)| name).collect();
    fault.detail("instances", listing(visible))
}

fn listing(visible: &[Found]) -> Vec<serde_json::Value> {
    let row = |found: &Found| json!({ "id": found.instance.id, "name": found.instance.name, "status": found.instance.status });
    visible.iter().map(row).collect()
}
