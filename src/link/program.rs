//! What this process calls itself when it greets a host, for the owner who looks at who is connected.

use std::sync::OnceLock;

static NAME: OnceLock<String> = OnceLock::new();

/// From now on it greets with this name; who said one first is right.
pub(crate) fn introduce(name: &str) {
    // A command line inside a Python program is that program's.
    let _ = NAME.set(name.to_owned());
}

/// The name to greet with.
pub(super) fn name() -> String {
    NAME.get().cloned().unwrap_or_else(|| "scenewire".to_owned())
}
