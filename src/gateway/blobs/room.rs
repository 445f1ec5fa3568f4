//! How much is kept for one user and for all: a part of the room is taken before any memory is, and comes back by itself.

use std::collections::HashMap;
use std::sync::Arc;

use parking_lot::Mutex;

use crate::wire::{Code, Fault};

/// Blobs of one user.
pub(super) const BLOBS: u64 = 256;
/// Up- and downloads of one user at once.
pub(super) const TRANSFERS: u64 = 32;

/// How many bytes are kept at most.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::gateway) struct Bounds {
    /// For one user, by whichever keys: a user makes as many of those as it likes.
    pub(in crate::gateway) user: u64,
    /// For all users together.
    pub(in crate::gateway) all: u64,
}

/// How much may be kept, and what is taken of it.
pub(super) struct Room {
    bounds: Mutex<Bounds>,
    taken: Mutex<Taken>,
}

#[derive(Default)]
struct Taken {
    bytes: u64,
    users: HashMap<String, Share>,
}

/// What one blob or transfer takes, and what all of a user do.
#[derive(Clone, Copy, Default, PartialEq)]
pub(super) struct Share {
    pub(super) bytes: u64,
    pub(super) blobs: u64,
    pub(super) transfers: u64,
}

/// A part of the room, given back with its last owner: a host that is still being sent a blob has it too.
pub(in crate::gateway) struct Hold {
    room: Arc<Room>,
    user: String,
    share: Share,
}

impl Room {
    pub(super) fn new(bounds: Bounds) -> Self {
        Self { bounds: Mutex::new(bounds), taken: Mutex::default() }
    }

    /// From now on there is so much; what is taken already stays taken.
    pub(super) fn configure(&self, bounds: Bounds) {
        *self.bounds.lock() = bounds;
    }

    /// Whether all was given back.
    #[cfg(test)]
    pub(super) fn is_empty(&self) -> bool {
        self.taken.lock().users.is_empty()
    }

    /// A part of it for this user, refused with the reason when there is none.
    pub(super) fn take(self: &Arc<Self>, user: &str, share: Share) -> Result<Hold, Fault> {
        let bounds = *self.bounds.lock();
        if share.bytes > bounds.user.min(bounds.all) {
            let most = bounds.user.min(bounds.all);
            return Err(Fault::new(Code::TooLarge, format!("a blob may have up to {most} bytes")).detail("limit", most));
        }
        let mut taken = self.taken.lock();
        let own = taken.users.get(user).copied().unwrap_or_default();
        let next = Share {
            bytes: own.bytes + share.bytes,
            blobs: own.blobs + share.blobs,
            transfers: own.transfers + share.transfers,
        };
        if next.bytes > bounds.user {
            let message = format!(
                "{} bytes of blobs are kept for this user, of at most {}: read or delete some",
                own.bytes, bounds.user
            );
            return Err(full(message).detail("limit", bounds.user));
        }
        if next.blobs > BLOBS {
            return Err(full(format!("{BLOBS} blobs are kept for this user, and that is all: read or delete some")));
        }
        if next.transfers > TRANSFERS {
            return Err(full(format!("{TRANSFERS} up- and downloads of this user are under way already")));
        }
        if taken.bytes + share.bytes > bounds.all {
            return Err(full("the gateway keeps as many blobs as it may; there will be room in some minutes"));
        }
        taken.bytes += share.bytes;
        taken.users.insert(user.to_owned(), next);
        Ok(Hold { room: self.clone(), user: user.to_owned(), share })
    }
}

impl Drop for Hold {
    fn drop(&mut self) {
        let mut taken = self.room.taken.lock();
        taken.bytes -= self.share.bytes;
        let Some(own) = taken.users.get_mut(&self.user) else { return };
        own.bytes -= self.share.bytes;
        own.blobs -= self.share.blobs;
        own.transfers -= self.share.transfers;
        if *own == Share::default() {
            taken.users.remove(&self.user);
        }
    }
}

/// There is no room now; there will be some.
pub(super) fn full(message: impl Into<String>) -> Fault {
    Fault::new(Code::RateLimited, message).detail("retry_after_s", 10)
}
