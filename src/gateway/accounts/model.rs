//! What is kept of users, keys, instances and shares.

use std::sync::Arc;

use serde::{Serialize, Serializer};

use super::principal::{Grant, Role};
use crate::wire::rfc3339;

/// The administrator's user id. It is listed nowhere, and cannot be suspended or deleted.
pub(crate) const ADMIN: &str = "u_admin";

/// Somebody with instances of their own.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct User {
    /// `u_...`.
    pub(crate) id: String,
    /// Unique, whatever its case.
    pub(crate) name: String,
    /// Unix seconds.
    #[serde(serialize_with = "time")]
    pub(crate) created_at: u64,
    /// Whether all keys are refused for now.
    pub(crate) suspended: bool,
}

/// A key as it can be shown: without its secret, which nobody has kept.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct Key {
    /// `k_...`.
    pub(crate) id: String,
    /// Whose.
    pub(crate) user: String,
    /// What it is for, in its owner's words.
    pub(crate) label: String,
    /// What it lets its bearer do.
    #[serde(flatten)]
    pub(crate) grant: Grant,
    /// Unix seconds.
    #[serde(serialize_with = "time")]
    pub(crate) created_at: u64,
    /// Unix seconds; from then on it is refused.
    #[serde(serialize_with = "maybe_time")]
    pub(crate) expires_at: Option<u64>,
    /// Unix seconds.
    #[serde(serialize_with = "maybe_time")]
    pub(crate) revoked_at: Option<u64>,
    /// Unix seconds; written in batches, so a crash can lose the last seconds of it.
    #[serde(serialize_with = "maybe_time")]
    pub(crate) last_used: Option<u64>,
    /// The key that this one took the place of.
    pub(crate) replaces: Option<String>,
}

impl Key {
    /// Whether it opens anything at this time.
    pub(crate) fn live(&self, now: u64) -> bool {
        self.revoked_at.is_none() && self.expires_at.is_none_or(|end| now < end)
    }
}

/// An instance that a user reserved or a host of theirs linked.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct KnownInstance {
    /// Opaque and stable.
    pub(crate) id: String,
    /// Unique among the user's, whatever its case.
    pub(crate) name: String,
    /// `blender`; empty until a host has linked.
    pub(crate) app: String,
    /// `4.5.15`; empty until a host has linked.
    pub(crate) app_version: String,
    /// RFC 3339; none when no host has linked yet.
    pub(crate) last_seen: Option<String>,
    /// RFC 3339.
    pub(crate) created_at: String,
    /// The operations that may be called on it; none means all. Shared, because every call reads it.
    #[serde(serialize_with = "list")]
    pub(crate) allow: Option<Arc<Vec<String>>>,
}

/// What one user may do with another's instance.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct Share {
    /// `s_...`.
    pub(crate) id: String,
    /// User id of whose instance it is.
    pub(crate) owner: String,
    /// Its name at the time of asking.
    pub(crate) owner_name: String,
    /// Id of the instance.
    pub(crate) instance: String,
    /// User id of who may use it.
    pub(crate) user: String,
    /// Its name at the time of asking.
    pub(crate) user_name: String,
    /// What the user may do.
    pub(crate) role: Role,
    /// Unix seconds.
    #[serde(serialize_with = "time")]
    pub(crate) created_at: u64,
    /// Unix seconds; from then on it gives nothing.
    #[serde(serialize_with = "maybe_time")]
    pub(crate) expires_at: Option<u64>,
}

impl Share {
    pub(super) fn live(&self, now: u64) -> bool {
        self.expires_at.is_none_or(|end| now < end)
    }
}

/// What became different, for whoever holds connections open.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Change {
    /// This key id opens nothing any more: revoked, expired or deleted.
    KeyGone(String),
    /// This user id was suspended or deleted.
    UserGone(String),
    /// This user (the first) may no longer do with this owner's instance what they could.
    Unshared {
        /// Who could.
        user: String,
        /// Whose it is.
        owner: String,
        /// Which.
        instance: String,
    },
}

/// Unix seconds as every surface shows times.
pub(super) fn text(seconds: u64) -> String {
    rfc3339(seconds, 0)
}

fn time<S: Serializer>(seconds: &u64, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&text(*seconds))
}

fn maybe_time<S: Serializer>(seconds: &Option<u64>, serializer: S) -> Result<S::Ok, S::Error> {
    seconds.map(text).serialize(serializer)
}

fn list<S: Serializer>(list: &Option<Arc<Vec<String>>>, serializer: S) -> Result<S::Ok, S::Error> {
    list.as_deref().serialize(serializer)
}
