//! One request that has passed the gate: who sent it, and with what.

use std::net::IpAddr;
use std::sync::Arc;

use super::input::Input;
use super::site::Site;
use crate::across::Across;
use crate::backend::Backend;
use crate::gateway::accounts::{Principal, Scope, Scopes};
use crate::wire::{Code, Fault, Reply, Request};

/// Bytes of arrays that one transfer may hold here, where many have theirs; a client that does it itself may hold more.
pub(in crate::gateway) const TRANSFERRED: u64 = 256 << 20;

/// What a handler gets.
pub(in crate::gateway) struct Act {
    pub(super) site: Site,
    /// None only where no key is asked for.
    pub(super) who: Option<Arc<Principal>>,
    pub(super) input: Input,
    pub(super) peer: IpAddr,
}

impl Act {
    pub(super) fn who(&self) -> Result<&Arc<Principal>, Fault> {
        self.who.as_ref().ok_or_else(|| Fault::new(Code::Unauthorized, "a key is needed"))
    }

    /// Does one call of the key, or the calls that it is made of where it takes two sessions.
    pub(super) async fn perform(&self, request: Request) -> Result<Reply, Fault> {
        Across::new(self.site.router().backend(self.who()?.clone())).up_to(TRANSFERRED).call(request, None).await
    }

    /// The user that it is about: `user` among the parameters, the caller's own without it. Nobody but an
    /// administrator learns whether there is another.
    pub(super) fn subject(&self) -> Result<String, Fault> {
        let who = self.who()?;
        match self.input.text("user") {
            None => Ok(who.user.clone()),
            Some(user) if user == who.user => Ok(who.user.clone()),
            Some(user) if administers(who) => self.site.accounts().user(user).map(|user| user.id),
            Some(_) => Err(nobody()),
        }
    }

    /// Whose things a search may show: one user's, or everybody's to an administrator.
    pub(super) fn scope(&self) -> Result<Option<String>, Fault> {
        let who = self.who()?;
        if administers(who) && self.input.text("user").is_none() { Ok(None) } else { self.subject().map(Some) }
    }
}

/// The same for a user that is not there and for one that the caller may not know of.
pub(super) fn nobody() -> Fault {
    Fault::new(Code::NotFound, "there is no such user")
}

/// Whether the key is an administrator's.
pub(super) fn administers(who: &Principal) -> bool {
    who.grant.scopes.contains(Scope::Admin)
}

/// Whether it stands for its user without restriction. A key that was narrowed is given to somebody or something that
/// is trusted with less, and must not widen itself.
pub(super) fn owns(who: &Principal) -> bool {
    Scopes::USER.iter().all(|scope| who.grant.scopes.contains(scope))
        && who.grant.operations.is_none()
        && who.grant.instances.is_none()
}
