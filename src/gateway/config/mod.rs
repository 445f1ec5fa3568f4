//! The gateway's settings: one table, three sources (file, environment, flags), the stronger one last.

mod settings;
mod sources;

use std::path::PathBuf;
use std::time::Duration;

use super::blobs::Bounds;
use super::router::{Limits, Timeouts};
use crate::wire::limits;
pub use settings::{SETTINGS, Setting};
pub use sources::Sources;

/// What a gateway runs with.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Config {
    pub(crate) host: String,
    pub(crate) port: u16,
    pub(crate) data: Option<PathBuf>,
    pub(crate) allow_remote: bool,
    pub(crate) tls: bool,
    pub(crate) ssl_cert: Option<PathBuf>,
    pub(crate) ssl_key: Option<PathBuf>,
    pub(crate) admin_key: Option<String>,
    pub(crate) names: Vec<String>,
    pub(crate) origins: Vec<String>,
    pub(crate) debug: bool,
    pub(crate) log_format: String,
    pub(crate) connections: u32,
    pub(crate) half_open: u32,
    pub(crate) body_limit: u32,
    pub(crate) blob_user_mib: u32,
    pub(crate) blob_all_mib: u32,
    pub(crate) api_rate: u32,
    pub(crate) rate: u32,
    pub(crate) concurrency: u32,
    pub(crate) unread_mib: u32,
    pub(crate) session_idle: Duration,
    pub(crate) session_absolute: Duration,
    pub(crate) retry_after: Duration,
    pub(crate) ping: Duration,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            host: "127.0.0.1".to_owned(),
            port: 5000,
            data: None,
            allow_remote: false,
            tls: false,
            ssl_cert: None,
            ssl_key: None,
            admin_key: None,
            names: Vec::new(),
            origins: Vec::new(),
            debug: false,
            log_format: "text".to_owned(),
            connections: 20_000,
            half_open: 1_024,
            // An envelope's limit on the link.
            body_limit: 16 << 20,
            blob_user_mib: 512,
            blob_all_mib: 2_048,
            api_rate: 100,
            rate: 2_000,
            concurrency: 256,
            // A mesh of ten million vertices with its faces, twice.
            unread_mib: 1_024,
            // An artist thinks, eats and comes back.
            session_idle: Duration::from_secs(8 * 3_600),
            session_absolute: Duration::from_secs(7 * 86_400),
            retry_after: Duration::from_secs(2),
            ping: limits::PING,
        }
    }
}

impl Config {
    pub(crate) fn limits(&self) -> Limits {
        Limits { rate: self.rate, concurrency: self.concurrency, unread: (self.unread_mib as usize) << 20 }
    }

    pub(super) fn bounds(&self) -> Bounds {
        let bytes = |mib: u32| u64::from(mib) << 20;
        Bounds { user: bytes(self.blob_user_mib), all: bytes(self.blob_all_mib) }
    }

    pub(crate) fn timeouts(&self) -> Timeouts {
        Timeouts { idle: self.session_idle, absolute: self.session_absolute, ping: self.ping }
    }
}
