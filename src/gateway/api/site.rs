//! What every request may need.

use std::num::NonZeroU32;
use std::sync::Arc;

use axum::http::{HeaderMap, Uri};
use governor::clock::{Clock, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use parking_lot::RwLock;
use tokio_util::sync::CancellationToken;

use crate::gateway::accounts::{Accounts, Principal};
use crate::gateway::audit::Audit;
use crate::gateway::blobs::Blobs;
use crate::gateway::config::Config;
use crate::gateway::metrics::Metrics;
use crate::gateway::router::Router;
use crate::gateway::server::Names;
use crate::mcp::bearer;
use crate::wire::{Code, Fault};

/// The running gateway as its requests see it. Cheap to clone.
#[derive(Clone)]
pub(in crate::gateway) struct Site {
    inner: Arc<Inner>,
}

struct Inner {
    accounts: Accounts,
    audit: Audit,
    router: Router,
    blobs: Blobs,
    metrics: Arc<Metrics>,
    live: RwLock<Live>,
    meter: RwLock<DefaultKeyedRateLimiter<String>>,
    tls: bool,
    /// Nothing new is taken.
    closing: CancellationToken,
    /// Nothing is under way any more.
    closed: CancellationToken,
}

/// What a change of the configuration replaces.
#[derive(Clone)]
struct Live {
    config: Arc<Config>,
    names: Arc<Names>,
}

impl Live {
    fn new(config: Config) -> Self {
        Self { names: Arc::new(Names::new(&config.names, &config.origins)), config: Arc::new(config) }
    }
}

impl Site {
    pub(in crate::gateway) fn new(
        accounts: Accounts,
        audit: Audit,
        router: Router,
        metrics: Arc<Metrics>,
        config: Config,
        tls: bool,
    ) -> Self {
        let meter = RwLock::new(meter(config.api_rate));
        let blobs = Blobs::new(config.bounds());
        let live = RwLock::new(Live::new(config));
        let (closing, closed) = (CancellationToken::new(), CancellationToken::new());
        Self { inner: Arc::new(Inner { accounts, audit, router, blobs, metrics, live, meter, tls, closing, closed }) }
    }

    pub(in crate::gateway) fn accounts(&self) -> &Accounts {
        &self.inner.accounts
    }

    pub(in crate::gateway) fn audit(&self) -> &Audit {
        &self.inner.audit
    }

    pub(in crate::gateway) fn router(&self) -> &Router {
        &self.inner.router
    }

    pub(in crate::gateway) fn blobs(&self) -> &Blobs {
        &self.inner.blobs
    }

    pub(in crate::gateway) fn metrics(&self) -> &Arc<Metrics> {
        &self.inner.metrics
    }

    pub(in crate::gateway) fn closing(&self) -> &CancellationToken {
        &self.inner.closing
    }

    pub(in crate::gateway) fn closed(&self) -> &CancellationToken {
        &self.inner.closed
    }

    pub(in crate::gateway) fn config(&self) -> Arc<Config> {
        self.inner.live.read().config.clone()
    }

    pub(in crate::gateway) fn names(&self) -> Arc<Names> {
        self.inner.live.read().names.clone()
    }

    /// What the sender of a request calls the gateway, `https://HOST[:PORT]`; an error when it means somebody else, or
    /// comes from a strange web page.
    pub(in crate::gateway) fn base(&self, uri: &Uri, headers: &HeaderMap) -> Result<String, Fault> {
        let host = self.names().check(uri, headers, self.inner.tls)?;
        Ok(format!("{}://{host}", if self.inner.tls { "https" } else { "http" }))
    }

    /// From now on it runs with these settings.
    pub(in crate::gateway) fn configure(&self, config: Config) {
        if config.api_rate != self.config().api_rate {
            *self.inner.meter.write() = meter(config.api_rate);
        }
        self.router().configure(config.limits(), config.timeouts());
        self.blobs().configure(config.bounds());
        *self.inner.live.write() = Live::new(config);
    }

    /// Whose key the headers bring.
    pub(in crate::gateway) fn authenticate(&self, headers: &HeaderMap) -> Result<Arc<Principal>, Fault> {
        self.recognise(bearer(headers))
    }

    /// Whose key it is.
    pub(in crate::gateway) fn recognise(&self, secret: Option<&str>) -> Result<Arc<Principal>, Fault> {
        let who = match secret {
            Some(secret) => self.accounts().authenticate(secret),
            None => Err(Fault::new(Code::Unauthorized, "a key is needed: send `Authorization: Bearer KEY`")),
        };
        who.inspect_err(|_| self.metrics().key_refused())
    }

    /// Lets one request of a key to the API in; calls have limits of their own.
    pub(super) fn meter(&self, who: &Principal) -> Result<(), Fault> {
        let meter = self.inner.meter.read();
        meter.check_key(&who.key).map_err(|early| {
            let wait = early.wait_time_from(DefaultClock::default().now());
            Fault::new(Code::RateLimited, "too many requests with this key")
                .detail("retry_after_s", (wait.as_secs_f64() * 1_000.0).ceil() / 1_000.0)
        })
    }

    /// Forgets the meters of keys that have been silent, and blobs whose time is over.
    pub(in crate::gateway) fn sweep(&self) {
        self.inner.meter.read().retain_recent();
        self.blobs().sweep();
    }
}

fn meter(rate: u32) -> DefaultKeyedRateLimiter<String> {
    RateLimiter::keyed(Quota::per_second(NonZeroU32::new(rate).unwrap_or(NonZeroU32::MIN)))
}
