//! Events of `tracing` reach Python's `logging`, in batches on the main thread (the pump), because a thread that waits
//! for the interpreter to log a line would stall every connection. `SCENEWIRE_LOG` also writes them to stderr.

use std::collections::VecDeque;
use std::fmt::Write as _;
use std::sync::Once;

use parking_lot::Mutex;
use pyo3::prelude::*;
use tracing::field::{Field, Visit};
use tracing::{Event, Level, Subscriber};
use tracing_subscriber::layer::{Context, Layer, SubscriberExt as _};
use tracing_subscriber::util::SubscriberInitExt as _;

use crate::log::wanted;

/// Which lines the host's owner wants to see on standard error too.
const SCENEWIRE_LOG: &str = "SCENEWIRE_LOG";
/// Lines kept between two pumps; what comes on top is counted.
const KEPT: usize = 1000;

static WAITING: Mutex<Batch> = Mutex::new(Batch { lines: VecDeque::new(), dropped: 0 });

struct Batch {
    lines: VecDeque<Line>,
    dropped: usize,
}

struct Line {
    level: u8,
    target: &'static str,
    text: String,
}

/// Starts collecting; once per process, and not when the embedding program has a subscriber of its own.
pub(super) fn install() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let filter = wanted(SCENEWIRE_LOG, "scenewire=info");
        let asked = std::env::var_os(SCENEWIRE_LOG).is_some_and(|wish| !wish.is_empty());
        let stderr = asked.then(|| tracing_subscriber::fmt::layer().with_writer(std::io::stderr));
        let _ = tracing_subscriber::registry().with(filter).with(ToPython).with(stderr).try_init();
    });
}

/// Hands what was collected to `logging`; a handler that raises is the owner's and loses its batch.
pub(super) fn flush(py: Python<'_>) {
    let (lines, dropped) = {
        let mut waiting = WAITING.lock();
        if waiting.lines.is_empty() {
            return;
        }
        (std::mem::take(&mut waiting.lines), std::mem::take(&mut waiting.dropped))
    };
    if let Err(error) = hand_over(py, lines, dropped) {
        error.write_unraisable(py, None);
    }
}

fn hand_over(py: Python<'_>, lines: VecDeque<Line>, dropped: usize) -> PyResult<()> {
    let logging = py.import("logging")?;
    for line in lines {
        let logger = logging.call_method1("getLogger", (line.target.replace("::", "."),))?;
        logger.call_method1("log", (line.level, "%s", line.text))?;
    }
    if dropped > 0 {
        let logger = logging.call_method1("getLogger", ("scenewire",))?;
        logger.call_method1("warning", ("%d log lines came faster than they were taken", dropped))?;
    }
    Ok(())
}

struct ToPython;

impl<S: Subscriber> Layer<S> for ToPython {
    fn on_event(&self, event: &Event<'_>, _: Context<'_, S>) {
        let mut text = Text::default();
        event.record(&mut text);
        let mut waiting = WAITING.lock();
        if waiting.lines.len() == KEPT {
            waiting.dropped += 1;
            return;
        }
        let metadata = event.metadata();
        waiting.lines.push_back(Line { level: level(*metadata.level()), target: metadata.target(), text: text.0 });
    }
}

/// The numbers of `logging`; it has none below debug but 5 is customary.
fn level(level: Level) -> u8 {
    match level {
        Level::ERROR => 40,
        Level::WARN => 30,
        Level::INFO => 20,
        Level::DEBUG => 10,
        Level::TRACE => 5,
    }
}

/// The message, then `name=value` of each field.
#[derive(Default)]
struct Text(String);

impl Visit for Text {
    fn record_debug(&mut self, field: &Field, value: &dyn std::fmt::Debug) {
        // Writing to a String cannot fail.
        let _ = match field.name() {
            "message" => write!(self.0, "{value:?}"),
            name => write!(self.0, " {name}={value:?}"),
        };
    }
}
