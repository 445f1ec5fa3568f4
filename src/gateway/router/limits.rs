//! Calls per second and calls at once, per key: one key that floods hurts nobody else.

use std::collections::HashMap;
use std::num::NonZeroU32;
use std::sync::Arc;

use governor::clock::{Clock, DefaultClock};
use governor::{DefaultDirectRateLimiter, Quota, RateLimiter};
use parking_lot::RwLock;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::gateway::accounts::Principal;
use crate::wire::{Code, Fault};

/// What a key may do that has no limits of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Limits {
    /// Calls per second, and as many at once after a pause.
    pub(crate) rate: u32,
    /// Calls under way.
    pub(crate) concurrency: u32,
    /// Bytes of results that wait for one client.
    pub(crate) unread: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { rate: 2_000, concurrency: 256, unread: 1 << 30 }
    }
}

struct Meter {
    rate: u32,
    most: u32,
    limiter: DefaultDirectRateLimiter,
    running: Arc<Semaphore>,
}

/// The meters of all keys.
pub(super) struct Meters {
    usual: RwLock<Limits>,
    keys: RwLock<HashMap<String, Arc<Meter>>>,
}

impl Meters {
    pub(super) fn new(usual: Limits) -> Self {
        Self { usual: RwLock::new(usual), keys: RwLock::default() }
    }

    /// From the configuration, while running; meters are made anew as their keys call.
    pub(super) fn set(&self, usual: Limits) {
        *self.usual.write() = usual;
    }

    /// Bytes of results that may wait for a client that does not read.
    pub(super) fn unread(&self) -> usize {
        self.usual.read().unread
    }

    /// Lets one call in; it counts as running until what is given back is dropped.
    pub(super) fn enter(&self, who: &Principal) -> Result<OwnedSemaphorePermit, Fault> {
        let meter = self.meter(who);
        if let Err(early) = meter.limiter.check() {
            let wait = early.wait_time_from(DefaultClock::default().now());
            let fault = Fault::new(Code::RateLimited, format!("this key may make {} calls per second", meter.rate));
            return Err(fault.detail("retry_after_s", (wait.as_secs_f64() * 1000.0).ceil() / 1000.0));
        }
        meter.running.clone().try_acquire_owned().map_err(|_| {
            let message = format!("{} calls of this key are under way; no more may be at once", meter.most);
            Fault::new(Code::RateLimited, message).detail("retry_after_s", 1).suggest("wait for some of them to end")
        })
    }

    fn meter(&self, who: &Principal) -> Arc<Meter> {
        let usual = *self.usual.read();
        let (rate, most) =
            (who.grant.rate.unwrap_or(usual.rate).max(1), who.grant.concurrency.unwrap_or(usual.concurrency).max(1));
        if let Some(meter) = self.keys.read().get(&who.key)
            && (meter.rate, meter.most) == (rate, most)
        {
            return meter.clone();
        }
        let quota = Quota::per_second(NonZeroU32::new(rate).unwrap_or(NonZeroU32::MIN));
        let meter = Arc::new(Meter {
            rate,
            most,
            limiter: RateLimiter::direct(quota),
            running: Arc::new(Semaphore::new(most as usize)),
        });
        self.keys.write().insert(who.key.clone(), meter.clone());
        meter
    }

    /// A key that is no more.
    pub(super) fn forget(&self, key: &str) {
        self.keys.write().remove(key);
    }
}
