//! What need not be on the disk at once: last uses, and what hosts said of themselves. 5,000 hosts that come back
//! after a restart cost one transaction, not 5,000. The same thread announces what has expired.

use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::thread::JoinHandle;
use std::time::Duration;

use parking_lot::{Condvar, Mutex};

use super::model::{Change, Share};
use super::store::Edit;
use super::{Shared, hold};
use crate::wire::Fault;

/// What comes within this time is written together; a crash loses no more than it.
const BATCH: Duration = Duration::from_secs(2);
/// The system's clock may be set while nothing is due.
const LONGEST_SLEEP: Duration = Duration::from_secs(60);

/// Wakes the writing thread.
#[derive(Default)]
pub(super) struct Bell {
    asked: Mutex<Asked>,
    rung: Condvar,
}

#[derive(Clone, Copy, Default)]
struct Asked {
    work: bool,
    end: bool,
}

impl Bell {
    /// There is something to write, or something to expire earlier than was thought.
    pub(super) fn ring(&self) {
        self.asked.lock().work = true;
        self.rung.notify_one();
    }

    fn end(&self) {
        self.asked.lock().end = true;
        self.rung.notify_one();
    }

    /// Until there is work and its batch is full, `sleep` has passed, or the end is asked for; true for the end.
    fn wait(&self, sleep: Duration) -> bool {
        let mut asked = self.asked.lock();
        if !asked.work && !asked.end {
            self.rung.wait_for(&mut asked, sleep);
        }
        if asked.work {
            self.rung.wait_while_for(&mut asked, |asked| !asked.end, BATCH);
        }
        asked.work = false;
        asked.end
    }
}

/// The thread that writes batches; dropping it writes the last one.
pub(super) struct Writer {
    shared: Arc<Shared>,
    thread: Option<JoinHandle<()>>,
}

impl Writer {
    pub(super) fn start(shared: &Arc<Shared>) -> Result<Self, Fault> {
        let (shared, own) = (Arc::clone(shared), Arc::clone(shared));
        let thread = std::thread::Builder::new().name("accounts".to_owned()).spawn(move || work(&own));
        let thread = thread.map_err(|error| hold::failed("no thread can be started", &error))?;
        Ok(Self { shared, thread: Some(thread) })
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        self.shared.bell.end();
        if let Some(thread) = self.thread.take() {
            // It has nothing to say that it has not logged.
            let _ = thread.join();
        }
    }
}

fn work(shared: &Shared) {
    let mut failing = false;
    loop {
        let ending = shared.bell.wait(shared.next_end());
        match shared.flush().and_then(|()| shared.expire()) {
            Ok(()) => failing = false,
            Err(fault) => {
                if !failing {
                    tracing::error!(reason = fault.error_message, "last uses are not written for now");
                }
                failing = true;
                shared.bell.ring();
            }
        }
        if ending {
            return;
        }
    }
}

impl Shared {
    /// Writes what is noted in memory only.
    pub(super) fn flush(&self) -> Result<(), Fault> {
        let mut db = self.db.lock();
        let state = self.state.read();
        let keys: Vec<_> =
            state.keys.values().filter(|entry| entry.unsaved.swap(false, Ordering::AcqRel)).cloned().collect();
        let instances: Vec<_> = state
            .instances
            .iter()
            .flat_map(|(user, all)| all.values().map(move |held| (user, held)))
            .filter(|(_, held)| held.unsaved.swap(false, Ordering::AcqRel))
            .map(|(user, held)| (user.clone(), held.copy()))
            .collect();
        // Nobody who calls waits for the disk.
        drop(state);
        let used = keys.iter().map(|entry| Edit::Used(&entry.key.id, entry.used.load(Ordering::Relaxed)));
        let seen = instances.iter().map(|(user, held)| Edit::Instance(user, held));
        let edits: Vec<Edit<'_>> = used.chain(seen).collect();
        if edits.is_empty() {
            return Ok(());
        }
        db.write(&edits).inspect_err(|_| {
            let state = self.state.read();
            for entry in keys.iter().filter_map(|entry| state.keys.get(&entry.key.id)) {
                entry.unsaved.store(true, Ordering::Release);
            }
            for held in instances.iter().filter_map(|(user, held)| state.instance(user, &held.known.id)) {
                held.unsaved.store(true, Ordering::Release);
            }
        })
    }

    /// Announces the keys whose time has come, and removes such shares.
    pub(super) fn expire(&self) -> Result<(), Fault> {
        let mut db = self.db.lock();
        let now = self.now();
        let shares: Vec<Share> = self.state.read().all_shares().filter(|share| !share.live(now)).cloned().collect();
        if !shares.is_empty() {
            db.write(&shares.iter().map(|share| Edit::NoShare(&share.id)).collect::<Vec<_>>())?;
            self.state.write().drop_shares(|share| !share.live(now));
            shares.into_iter().for_each(|share| self.announce(share.gone()));
        }
        let mut swept = self.swept.lock();
        for entry in self.state.read().keys.values() {
            let due = entry.key.expires_at.is_some_and(|end| *swept < end && end <= now);
            if due && entry.key.revoked_at.is_none() {
                self.announce(Change::KeyGone(entry.key.id.clone()));
            }
        }
        *swept = now.max(*swept);
        Ok(())
    }

    /// How long nothing expires.
    fn next_end(&self) -> Duration {
        let now = self.now();
        let state = self.state.read();
        let keys = state.keys.values().filter(|entry| entry.key.live(now)).filter_map(|entry| entry.key.expires_at);
        let next = keys.chain(state.all_shares().filter_map(|share| share.expires_at)).min();
        next.map_or(LONGEST_SLEEP, |end| Duration::from_secs(end.saturating_sub(now)).min(LONGEST_SLEEP))
    }
}
