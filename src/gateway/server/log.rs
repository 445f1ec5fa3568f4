//! Log lines of the gateway's process, for people or for machines, at a level that can change while it runs.

use std::io::IsTerminal as _;
use std::sync::OnceLock;

use tracing_subscriber::filter::Targets;
use tracing_subscriber::layer::{Layer as _, SubscriberExt as _};
use tracing_subscriber::util::SubscriberInitExt as _;
use tracing_subscriber::{Registry, fmt, reload};

use crate::log::{RUST_LOG, wanted};

static SET_LEVEL: OnceLock<reload::Handle<Targets, Registry>> = OnceLock::new();

/// From now on this process logs to standard error, unless somebody has decided otherwise before.
pub(super) fn start(debug: bool, format: &str) {
    let lines = fmt::layer().with_writer(std::io::stderr).with_ansi(std::io::stderr().is_terminal());
    let lines = match format {
        "json" => lines.json().flatten_event(true).boxed(),
        _ => lines.boxed(),
    };
    let (filter, handle) = reload::Layer::new(filter(debug));
    if tracing_subscriber::registry().with(lines.with_filter(filter)).try_init().is_ok() {
        let _ = SET_LEVEL.set(handle);
    }
}

/// Another level.
pub(super) fn level(debug: bool) {
    if let Some(set) = SET_LEVEL.get()
        && let Err(error) = set.reload(filter(debug))
    {
        tracing::warn!(%error, "the log level could not be changed");
    }
}

fn filter(debug: bool) -> Targets {
    wanted(RUST_LOG, if debug { "scenewire=debug,info" } else { "scenewire=info,warn" })
}
