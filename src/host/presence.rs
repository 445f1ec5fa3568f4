//! How the host stands with its gateway, for whoever asks `get_status`; each change is logged once.

use parking_lot::Mutex;
use serde_json::{Value, json};
use tokio::time::{Duration, Instant};

use crate::link::Endpoint;
use crate::wire::now_rfc3339;

/// How it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Standing {
    /// It was never there yet.
    Connecting,
    /// The gateway can reach this host.
    Online,
    /// It was there, and will be again.
    Reconnecting,
    /// The gateway does not take this key: the owner must act.
    Refused,
    /// Another session has taken this one's place.
    Evicted,
}

impl Standing {
    fn name(self) -> &'static str {
        match self {
            Self::Connecting => "connecting",
            Self::Online => "online",
            Self::Reconnecting => "reconnecting",
            Self::Refused => "refused",
            Self::Evicted => "evicted",
        }
    }
}

pub(crate) struct Presence {
    endpoint: Endpoint,
    now: Mutex<Now>,
}

struct Now {
    standing: Standing,
    reason: String,
    since: String,
    next: Option<Instant>,
}

impl Presence {
    pub(crate) fn new(endpoint: &Endpoint) -> Self {
        let now = Now { standing: Standing::Connecting, reason: String::new(), since: now_rfc3339(), next: None };
        Self { endpoint: endpoint.clone(), now: Mutex::new(now) }
    }

    pub(crate) fn online(&self) {
        self.change(Standing::Online, String::new(), None);
    }

    /// It is tried again in this time.
    pub(crate) fn waiting(&self, reason: String, wait: Duration) {
        let standing = match self.now.lock().standing {
            Standing::Connecting => Standing::Connecting,
            _ => Standing::Reconnecting,
        };
        self.change(standing, reason, Some(Instant::now() + wait));
    }

    /// It is not tried again.
    pub(crate) fn ended(&self, standing: Standing, reason: String) {
        self.change(standing, reason, None);
    }

    fn change(&self, standing: Standing, reason: String, next: Option<Instant>) {
        let mut now = self.now.lock();
        now.next = next;
        if (now.standing, &now.reason) == (standing, &reason) {
            return;
        }
        if now.standing != standing {
            now.since = now_rfc3339();
        }
        (now.standing, now.reason) = (standing, reason.clone());
        drop(now);
        let (gateway, state) = (self.endpoint.url(), standing.name());
        match standing {
            Standing::Online => tracing::info!(gateway, "the gateway has this session"),
            Standing::Refused | Standing::Evicted => tracing::error!(gateway, state, reason, "the gateway is left"),
            _ => tracing::warn!(gateway, state, reason, "the gateway is not reached"),
        }
    }

    /// As `get_status` shows it.
    pub(crate) fn json(&self) -> Value {
        let now = self.now.lock();
        let wait = now.next.map(|next| next.saturating_duration_since(Instant::now()).as_secs_f64());
        json!({
            "url": self.endpoint.url(),
            "state": now.standing.name(),
            "reason": Some(&now.reason).filter(|reason| !reason.is_empty()),
            "since": now.since,
            "retry_in": wait,
            "fingerprint": self.endpoint.seen(),
        })
    }
}
