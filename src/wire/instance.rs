//! What a host says of itself, and the request and reply that every caller of a host knows.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::Payload;

/// What a host says of itself.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct HostInfo {
    /// `blender`, `maya`, `unreal` or `usd`.
    pub app: String,
    /// `4.5.15`.
    pub app_version: String,
    /// `3.11.7`.
    pub python_version: String,
    /// Whether there is no window.
    pub headless: bool,
    /// The open file, empty when the scene was never saved.
    pub file: String,
    /// The scene's name.
    pub scene: String,
    /// `Z` or `Y`.
    pub up_axis: String,
    /// `right` or `left`.
    pub handedness: String,
    /// How long one unit is.
    pub metres_per_unit: f64,
    /// Frames per second.
    pub fps: f64,
    /// Why the application may not use the internet, by its own settings; empty when it may.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub offline: String,
    /// Operations, fields (`nodes.render_order`) and words (`constraints.type=spring`) that this host cannot do, each
    /// with the reason and what comes nearest.
    /// Shared: it is long, and every call asks what the host says of itself.
    pub not_supported: Arc<BTreeMap<String, String>>,
}

/// One host session as its callers see it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Instance {
    /// Opaque and stable.
    pub id: String,
    /// The artist's name for it, unique among those visible.
    pub name: String,
    /// `online`, `busy` or `unreachable`; of a gateway's also `reconnecting` and `offline`.
    pub status: String,
    /// This run of it; empty when nothing is known of one.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub epoch: String,
    /// What the caller is to it, where it can be shared: `owner`, `editor` or `viewer`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    /// Who alone edits it for now, by name, where it can be shared.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub held_by: Option<String>,
    /// Why it is offline, where that is known and the caller is its owner.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// When it was last heard of, RFC 3339, where it is not online.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_seen: Option<String>,
    /// Process id on this machine.
    pub pid: u32,
    /// Version of scenewire in it.
    pub scenewire_version: String,
    /// What the host says of itself.
    #[serde(flatten)]
    pub host: HostInfo,
}

impl Instance {
    /// As lists and `get_status` show it: without the table of what it cannot do, which is long and told when asked for.
    pub fn brief(&self) -> Value {
        let mut shown = json!(self);
        if let Some(map) = shown.as_object_mut() {
            map.remove("not_supported");
        }
        shown
    }
}

/// One call to one instance.
#[derive(Clone, Debug, Default)]
pub struct Request {
    /// Id or name; none means the only one there is.
    pub instance: Option<String>,
    /// Name of the operation.
    pub operation: String,
    /// Its arguments.
    pub arguments: Payload,
    /// How long it may take; none means the operation's own default.
    pub timeout: Option<Duration>,
    /// Idempotency key; none means a fresh one.
    pub key: Option<String>,
    /// Fail with `conflict` unless the scene is still at this revision.
    pub if_revision: Option<u64>,
    /// The user's answer to what an `approval_required` asked.
    pub approval: Option<Approval>,
    /// On whose behalf, where one connection speaks for several programs.
    pub client: Option<String>,
}

/// The user of a client has allowed what the owner of a host wants asked about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Approval {
    /// From the details of the `approval_required`.
    pub id: String,
    /// Whether it holds for more of the kind, until the host stops.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub session: bool,
}

/// What came back.
#[derive(Clone, Debug)]
pub struct Reply {
    /// The result.
    pub payload: Payload,
    /// The scene's revision after it.
    pub revision: u64,
    /// Time in the host, queueing included.
    pub duration: Duration,
    /// Id of the instance that did it.
    pub instance: String,
}

/// How far a call has come.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Progress {
    /// 0 to 1 when known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fraction: Option<f64>,
    /// What is being done.
    pub message: String,
}
