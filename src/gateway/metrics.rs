//! The gateway's figures in the format that Prometheus reads.

use std::sync::atomic::AtomicU64;
use std::time::{Duration, Instant};

use prometheus_client::collector::Collector;
use prometheus_client::encoding::{DescriptorEncoder, EncodeLabelSet, EncodeMetric};
use prometheus_client::metrics::counter::{ConstCounter, Counter};
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::{ConstGauge, Gauge};
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::registry::Registry;

use super::audit::Audit;
use super::router::Router;

/// Seconds; an answer from memory is in the first, one that waited for a host in the last.
const BUCKETS: [f64; 9] = [0.000_5, 0.001, 0.005, 0.025, 0.1, 0.5, 2.5, 10.0, 60.0];

/// What is counted here; the router's own figures are read when somebody asks.
#[derive(Debug)]
pub(super) struct Metrics {
    registry: parking_lot::Mutex<Registry>,
    requests: Family<Asked, Counter>,
    seconds: Family<Path, Histogram, fn() -> Histogram>,
    refused_keys: Counter,
    turned_away: Counter,
    reloads: Family<Reload, Counter>,
    websockets: Gauge<i64, std::sync::atomic::AtomicI64>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Asked {
    path: String,
    status: u16,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Path {
    path: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Reload {
    what: &'static str,
    outcome: &'static str,
}

impl Metrics {
    pub(super) fn new() -> Self {
        let mut registry = Registry::with_prefix("scenewire");
        let seconds =
            Family::<Path, Histogram, _>::new_with_constructor((|| Histogram::new(BUCKETS)) as fn() -> Histogram);
        let metrics = Self {
            requests: Family::default(),
            seconds,
            refused_keys: Counter::default(),
            turned_away: Counter::default(),
            reloads: Family::default(),
            websockets: Gauge::default(),
            registry: parking_lot::Mutex::default(),
        };
        registry.register("http_requests", "Requests by path and status", metrics.requests.clone());
        registry.register("http_seconds", "How long answers took", metrics.seconds.clone());
        registry.register("keys_refused", "Requests without a key that is known", metrics.refused_keys.clone());
        registry.register(
            "connections_refused",
            "Connections for which there was no place",
            metrics.turned_away.clone(),
        );
        registry.register("reloads", "Configuration and certificate read again", metrics.reloads.clone());
        registry.register("websockets", "Hosts and clients that are connected", metrics.websockets.clone());
        *metrics.registry.lock() = registry;
        metrics
    }

    /// From now on the router's and the audit's figures are shown too.
    pub(super) fn watch(&self, router: Router, audit: Audit) {
        self.registry.lock().register_collector(Box::new(Routed { router, audit, started: Instant::now() }));
    }

    /// A request was answered; `path` is the route, never what a stranger typed.
    pub(super) fn answered(&self, path: &str, status: u16, took: Duration) {
        self.requests.get_or_create(&Asked { path: path.to_owned(), status }).inc();
        self.seconds.get_or_create(&Path { path: path.to_owned() }).observe(took.as_secs_f64());
    }

    pub(super) fn key_refused(&self) {
        self.refused_keys.inc();
    }

    pub(super) fn turned_away(&self) {
        self.turned_away.inc();
    }

    pub(super) fn reloaded(&self, what: &'static str, accepted: bool) {
        let outcome = if accepted { "accepted" } else { "rejected" };
        self.reloads.get_or_create(&Reload { what, outcome }).inc();
    }

    /// Counts a WebSocket as long as what is given lives.
    pub(super) fn websocket(&self) -> Open {
        self.websockets.inc();
        Open(self.websockets.clone())
    }

    /// The page.
    pub(super) fn text(&self) -> String {
        let mut page = String::new();
        // Writing into a string does not fail.
        let _ = prometheus_client::encoding::text::encode(&mut page, &self.registry.lock());
        page
    }
}

/// One WebSocket that is there.
pub(super) struct Open(Gauge<i64, std::sync::atomic::AtomicI64>);

impl Drop for Open {
    fn drop(&mut self) {
        self.0.dec();
    }
}

#[derive(Debug)]
struct Routed {
    router: Router,
    audit: Audit,
    started: Instant,
}

impl Collector for Routed {
    fn encode(&self, mut encoder: DescriptorEncoder<'_>) -> Result<(), std::fmt::Error> {
        let figures = self.router.figures();
        let calls = Family::<Outcome, Counter<u64, AtomicU64>>::default();
        for (outcome, count) in figures.calls() {
            calls.get_or_create(&Outcome { outcome }).inc_by(count);
        }
        encode(&mut encoder, "calls", "Calls to hosts by outcome", &calls)?;
        let gauge = |number: usize| ConstGauge::new(number as i64);
        encode(&mut encoder, "calls_running", "Calls under way", &gauge(figures.running()))?;
        encode(&mut encoder, "hosts", "Linked hosts", &gauge(figures.hosts()))?;
        encode(&mut encoder, "clients", "Connected clients", &gauge(figures.clients()))?;
        encode(&mut encoder, "audit_pending", "Calls under way or not written yet", &gauge(self.audit.pending()))?;
        let written = ConstCounter::new(self.audit.written());
        encode(&mut encoder, "audit_written", "Records of the audit since the start", &written)?;
        encode(&mut encoder, "audit_failing", "Whether the last write failed", &gauge(self.audit.failing().into()))?;
        let uptime = ConstCounter::new(self.started.elapsed().as_secs_f64());
        encode(&mut encoder, "uptime_seconds", "Since the start", &uptime)
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Outcome {
    outcome: &'static str,
}

fn encode(encoder: &mut DescriptorEncoder<'_>, name: &str, help: &str, metric: &impl EncodeMetric) -> std::fmt::Result {
    metric.encode(encoder.encode_descriptor(name, help, None, metric.metric_type())?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_shows_what_was_counted() {
        let metrics = Metrics::new();
        metrics.answered("/health", 200, Duration::from_millis(1));
        metrics.key_refused();
        let open = metrics.websocket();
        assert!(metrics.text().contains("scenewire_websockets 1"));
        drop(open);
        let page = metrics.text();
        for line in [
            "scenewire_http_requests_total{path=\"/health\",status=\"200\"} 1",
            "scenewire_keys_refused_total 1",
            "scenewire_websockets 0",
            "# EOF",
        ] {
            assert!(page.contains(line), "{line} is not in\n{page}");
        }
    }
}
