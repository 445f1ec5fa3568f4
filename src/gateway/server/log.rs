//! Log lines of the gateway's process, for people or for machines, at a level that can change while it runs.

use std::io::IsTerminal as _;
use std::sync::OnceLock;

use tracing_subscriber::EnvFilter;

type SetLevel = Box<dyn Fn(bool) + Send + Sync>;

static SET_LEVEL: OnceLock<SetLevel> = OnceLock::new();

/// From now on this process logs to standard error, unless somebody has decided otherwise before.
pub(super) fn start(debug: bool, format: &str) {
    let builder = tracing_subscriber::fmt()
        .with_env_filter(filter(debug))
        .with_writer(std::io::stderr)
        .with_ansi(std::io::stderr().is_terminal());
    // The type of what is built depends on the format, and so does that of its handle.
    let (taken, set): (_, SetLevel) = if format == "json" {
        let builder = builder.json().flatten_event(true).with_filter_reloading();
        let handle = builder.reload_handle();
        let set = move |debug| said(handle.reload(filter(debug)));
        (tracing::subscriber::set_global_default(builder.finish()), Box::new(set))
    } else {
        let builder = builder.with_filter_reloading();
        let handle = builder.reload_handle();
        let set = move |debug| said(handle.reload(filter(debug)));
        (tracing::subscriber::set_global_default(builder.finish()), Box::new(set))
    };
    if taken.is_ok() {
        let _ = SET_LEVEL.set(set);
    }
}

fn said(outcome: Result<(), tracing_subscriber::reload::Error>) {
    if let Err(error) = outcome {
        tracing::warn!(%error, "the log level could not be changed");
    }
}

/// Another level.
pub(super) fn level(debug: bool) {
    if let Some(set) = SET_LEVEL.get() {
        set(debug);
    }
}

fn filter(debug: bool) -> EnvFilter {
    let fallback = if debug { "scenewire=debug,info" } else { "scenewire=info,warn" };
    EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new(fallback))
}
