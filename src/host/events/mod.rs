//! What happened in the scene, for whoever asks: kept under numbers, so that a reader who was away goes on where it was,
//! and merged where it comes faster than anybody reads.

mod ask;
mod event;
mod look;

use std::collections::VecDeque;
use std::time::{Duration, Instant};

use parking_lot::Mutex;
use serde_json::{Value, json};
use tokio::sync::Notify;

use super::adapter::Happening;
use super::clients::Client;
pub(super) use ask::{Cursor, NAME, Wish};
use event::{Doer, Event};

/// What one maker does of one kind is told no oftener.
const PACE: Duration = Duration::from_millis(250);
/// Events that a reader may be behind; beyond them it is told how many it has missed.
const KEPT: usize = 1024;
/// Events of one answer; the rest comes with the next.
const AT_ONCE: usize = 256;
/// For how long after somebody asked the host is looked at.
const INTEREST: Duration = Duration::from_secs(90);

/// The book of one run of a host.
pub(super) struct Events {
    epoch: String,
    state: Mutex<State>,
    told: Notify,
}

#[derive(Default)]
struct State {
    /// How many were told so far; the last one's number.
    told: u64,
    kept: VecDeque<Event>,
    paces: Vec<Pace>,
    /// Until when somebody is interested.
    wanted: Option<Instant>,
    /// When the host was looked at last, since somebody is.
    looked: Option<Instant>,
}

/// How often one maker is told of in one kind, and what waits for its time.
struct Pace {
    kind: String,
    client: Option<u64>,
    told: Option<Instant>,
    held: Option<Event>,
}

/// Where a reader goes on, and whether that is in another run of the host.
struct Place {
    after: u64,
    restarted: bool,
}

/// What there is for a reader now.
struct Found {
    answer: Value,
    /// Whether it is worth an answer.
    news: bool,
    /// When there is more without anything new happening.
    due: Option<Instant>,
}

impl Events {
    pub(super) fn new(epoch: &str) -> Self {
        Self { epoch: epoch.to_owned(), state: Mutex::default(), told: Notify::new() }
    }

    /// Whether the host is to be looked at now, and then whether what is there is where looking begins.
    fn look(&self, now: Instant) -> Option<bool> {
        let mut state = self.state.lock();
        if state.wanted.is_none_or(|until| now > until) {
            state.looked = None;
            return None;
        }
        Some(state.looked.replace(now).is_none())
    }

    /// The same of a host that nobody calls: not at each turn of its event loop.
    fn idle_look(&self, now: Instant) -> Option<bool> {
        let looked = self.state.lock().looked;
        let early = looked.is_some_and(|looked| now.saturating_duration_since(looked) < PACE);
        if early { None } else { self.look(now) }
    }

    /// Something happened.
    fn add(&self, happening: Happening, doer: Option<&Doer>, now: Instant) {
        let mut state = self.state.lock();
        let client = doer.map(|doer| doer.client.id());
        let event = Event::new(happening, doer.cloned());
        state.pace(&event.kind, client, now).hold(event);
        state.flush(now);
        drop(state);
        self.told.notify_waiters();
    }

    /// What a reader has not seen yet, at once or when it happens.
    pub(super) async fn wait(&self, wish: &Wish, reader: &Client) -> Value {
        let place = self.place(wish);
        loop {
            let told = self.told.notified();
            tokio::pin!(told);
            // Whatever happens from here on wakes it.
            told.as_mut().enable();
            let now = Instant::now();
            let found = self.find(&place, wish, reader, now);
            if found.news || now >= wish.until {
                return found.answer;
            }
            let until = found.due.map_or(wish.until, |due| due.min(wish.until));
            tokio::select! {
                () = told => {}
                () = tokio::time::sleep_until(until.into()) => {}
            }
        }
    }

    /// The same for one who cannot wait.
    pub(super) fn read(&self, wish: &Wish, reader: &Client) -> Value {
        self.find(&self.place(wish), wish, reader, Instant::now()).answer
    }

    /// A new reader begins with what happens next.
    fn place(&self, wish: &Wish) -> Place {
        match &wish.after {
            None => {
                let mut state = self.state.lock();
                // What waits for its time happened before, too.
                state.tell(Instant::now(), |_| true);
                Place { after: state.told, restarted: false }
            }
            Some(cursor) if cursor.epoch == self.epoch => Place { after: cursor.number, restarted: false },
            Some(_) => Place { after: 0, restarted: true },
        }
    }

    fn find(&self, place: &Place, wish: &Wish, reader: &Client, now: Instant) -> Found {
        let mut state = self.state.lock();
        state.wanted = Some(now.max(wish.until) + INTEREST);
        state.flush(now);
        let dropped = state.told - state.kept.len() as u64;
        let missed = dropped.saturating_sub(place.after);
        let unseen = state.kept.iter().filter(|event| event.number > place.after);
        let shown: Vec<&Event> = unseen.filter(|event| wish.wants(&event.kind)).take(AT_ONCE).collect();
        // Short of a full answer all that there is was looked at.
        let upto = shown.last().filter(|_| shown.len() == AT_ONCE).map_or(state.told, |event| event.number);
        let answer = json!({
            "events": shown.iter().map(|event| event.json(reader)).collect::<Value>(),
            "cursor": Cursor { epoch: self.epoch.clone(), number: upto }.to_string(),
            "missed": missed,
            "restarted": place.restarted,
        });
        let news = !shown.is_empty() || missed > 0 || place.restarted;
        Found { answer, news, due: state.paces.iter().filter_map(Pace::next).min() }
    }
}

impl State {
    fn pace(&mut self, kind: &str, client: Option<u64>, now: Instant) -> &mut Pace {
        let known = self.paces.iter().position(|pace| pace.kind == kind && pace.client == client);
        let place = known.unwrap_or_else(|| {
            // Who was told of long ago begins anew when it comes again.
            self.paces.retain(|pace| pace.held.is_some() || !pace.due(now));
            self.paces.push(Pace { kind: kind.to_owned(), client, told: None, held: None });
            self.paces.len() - 1
        });
        &mut self.paces[place]
    }

    /// Tells what has waited long enough.
    fn flush(&mut self, now: Instant) {
        self.tell(now, |pace| pace.due(now));
    }

    fn tell(&mut self, now: Instant, which: impl Fn(&Pace) -> bool) {
        for pace in self.paces.iter_mut().filter(|pace| which(pace)) {
            let Some(mut event) = pace.held.take() else { continue };
            pace.told = Some(now);
            self.told += 1;
            event.number = self.told;
            self.kept.push_back(event);
        }
        while self.kept.len() > KEPT {
            self.kept.pop_front();
        }
    }
}

impl Pace {
    fn hold(&mut self, event: Event) {
        match &mut self.held {
            Some(held) => held.merge(event),
            held => *held = Some(event),
        }
    }

    fn due(&self, now: Instant) -> bool {
        self.told.is_none_or(|told| now.saturating_duration_since(told) >= PACE)
    }

    /// When what waits is told.
    fn next(&self) -> Option<Instant> {
        self.held.as_ref().and(self.told.map(|told| told + PACE))
    }
}

#[cfg(test)]
mod tests;
