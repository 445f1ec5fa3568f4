//! The MCP server over any `Backend`.

mod array;
mod call;
mod complete;
#[cfg(feature = "conformance")]
mod conformance;
mod consent;
#[cfg(test)]
mod consent_tests;
mod cut;
#[cfg(test)]
pub(crate) mod double;
mod http;
mod lines;
mod log;
mod preview;
mod prompts;
#[cfg(test)]
mod protocol_tests;
mod resources;
mod result;
mod schema;
mod search;
mod server;
#[cfg(test)]
mod session_tests;
mod stdio;
mod store;
mod tasks;
#[cfg(test)]
mod tasks_tests;
mod tools;
mod watch;

pub(crate) use array::summary as array_summary;
pub(crate) use http::{Checked, Desk, Service, bearer, routes as http_routes, service as http_service};
pub use http::{HttpConfig, bind as bind_http, serve_http};
pub(crate) use result::fault_text;
pub use server::Server;
pub use stdio::serve_stdio;
pub(crate) use store::Room;
pub use tools::ToolSet;

use crate::wire::{Code, Fault};

/// What to do when no session is there.
pub(crate) const HOW_TO_START: &str = "run `scenewire host` in a terminal for a session without a window (behind \
a gateway: with `--gateway URL`), or start scenewire inside the 3D application (its add-on, or \
`import scenewire; scenewire.start()` in its Python console)";

/// Adds what to do to the errors that a person meets first.
pub(crate) fn explain(fault: Fault) -> Fault {
    if fault.error_code == Code::HostNotRunning && fault.suggestions.is_empty() {
        return fault.suggest(HOW_TO_START);
    }
    fault
}
