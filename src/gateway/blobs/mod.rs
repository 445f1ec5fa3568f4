//! Arrays and files on their way through `/v1/blobs`: each in memory only, for minutes, for one user, and to be read
//! once.

mod room;

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use parking_lot::Mutex;
// Tests turn its hands.
use tokio::time::Instant;

use crate::link::random_text;
use crate::wire::{Attachment, Code, Dtype, Fault};
pub(super) use room::{Bounds, Hold};
use room::{Room, Share, full};

/// A blob is kept this long after it was made, and an upload this long again after its last byte.
const LIFE: Duration = Duration::from_secs(600);
/// What a reader is given at once; a reader that stops reading holds no more.
const PIECE: u64 = 256 << 10;
/// What was read of one blob may lie in so many places; more are not remembered.
const PLACES: usize = 1_024;

/// What a blob is, known before its first byte.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct About {
    pub(super) dtype: Dtype,
    pub(super) shape: Vec<u64>,
    pub(super) media: Option<String>,
    pub(super) bytes: u64,
}

/// How it stands.
pub(super) struct State {
    pub(super) about: About,
    /// So many bytes are there.
    pub(super) received: u64,
    pub(super) left: Duration,
}

/// All blobs of a gateway. Cheap to clone.
#[derive(Clone)]
pub(super) struct Blobs {
    inner: Arc<Inner>,
}

struct Inner {
    room: Arc<Room>,
    /// By user, then by id: nobody's look-up ever meets another's.
    kept: Mutex<HashMap<String, HashMap<String, Arc<Blob>>>>,
}

struct Blob {
    about: About,
    inside: Mutex<Inside>,
}

struct Inside {
    until: Instant,
    data: Data,
    /// What was read already, in order and without touching.
    read: Vec<Range<u64>>,
}

enum Data {
    Arriving { data: Vec<u8>, hold: Option<Hold> },
    Whole(Bytes),
}

struct Held<T> {
    data: T,
    _hold: Hold,
}

impl<T: AsRef<[u8]>> AsRef<[u8]> for Held<T> {
    fn as_ref(&self) -> &[u8] {
        self.data.as_ref()
    }
}

impl Blobs {
    pub(super) fn new(bounds: Bounds) -> Self {
        let room = Arc::new(Room::new(bounds));
        Self { inner: Arc::new(Inner { room, kept: Mutex::default() }) }
    }

    /// From now on so much is kept; what is there already stays.
    pub(super) fn configure(&self, bounds: Bounds) {
        self.inner.room.configure(bounds);
    }

    /// Room for an upload, refused when there is none; memory is taken with its first byte. Gives its id.
    pub(super) fn begin(&self, user: &str, about: About) -> Result<String, Fault> {
        let hold = self.inner.room.take(user, Share { bytes: about.bytes, blobs: 1, transfers: 0 })?;
        self.insert(user, about, Data::Arriving { data: Vec::new(), hold: Some(hold) })
    }

    /// Keeps what came from a host. Gives its id.
    pub(super) fn keep(&self, user: &str, attachment: &Attachment) -> Result<String, Fault> {
        let Attachment { dtype, shape, media, data } = attachment.clone();
        let about = About { dtype, shape, media, bytes: data.len() as u64 };
        let hold = self.inner.room.take(user, Share { bytes: about.bytes, blobs: 1, transfers: 0 })?;
        self.insert(user, about, Data::Whole(Bytes::from_owner(Held { data, _hold: hold })))
    }

    fn insert(&self, user: &str, about: About, data: Data) -> Result<String, Fault> {
        let random =
            random_text(32).map_err(|error| Fault::new(Code::Internal, format!("no random numbers: {error}")))?;
        let id = format!("b_{random}");
        let inside = Mutex::new(Inside { until: Instant::now() + LIFE, data, read: Vec::new() });
        let blob = Arc::new(Blob { about, inside });
        self.inner.kept.lock().entry(user.to_owned()).or_default().insert(id.clone(), blob);
        Ok(id)
    }

    fn find(&self, user: &str, id: &str) -> Result<Arc<Blob>, Fault> {
        let found = self.inner.kept.lock().get(user).and_then(|blobs| blobs.get(id).cloned());
        found.filter(|blob| blob.inside.lock().until > Instant::now()).ok_or_else(missing)
    }

    pub(super) fn look(&self, user: &str, id: &str) -> Result<State, Fault> {
        let blob = self.find(user, id)?;
        let inside = blob.inside.lock();
        let left = inside.until.saturating_duration_since(Instant::now());
        Ok(State { about: blob.about.clone(), received: inside.received(), left })
    }

    /// Puts bytes where the upload has come to; says how many are there then.
    pub(super) fn append(&self, user: &str, id: &str, at: u64, bytes: &[u8]) -> Result<u64, Fault> {
        let blob = self.find(user, id)?;
        let total = blob.about.bytes;
        let mut inside = blob.inside.lock();
        let received = inside.received();
        if at != received {
            return Err(elsewhere(at, received));
        }
        let Data::Arriving { data, hold } = &mut inside.data else { return Err(elsewhere(at, received)) };
        if at + bytes.len() as u64 > total {
            return Err(Fault::new(Code::TooLarge, format!("more than the {total} bytes that were announced")));
        }
        // Exactly once and exactly what was announced. A system that has no more says so here and lives on.
        if data.capacity() == 0 && data.try_reserve_exact(total as usize).is_err() {
            return Err(full("the gateway has no memory for so many bytes"));
        }
        data.extend_from_slice(bytes);
        let received = data.len() as u64;
        if received == total
            && let Some(hold) = hold.take()
        {
            let data = std::mem::take(data);
            inside.data = Data::Whole(Bytes::from_owner(Held { data, _hold: hold }));
            inside.until = Instant::now() + LIFE;
        }
        Ok(received)
    }

    /// The next piece of a range. With the last byte that nobody had read before, the blob is gone.
    pub(super) fn piece(&self, user: &str, id: &str, range: &Range<u64>) -> Result<Bytes, Fault> {
        let blob = self.find(user, id)?;
        let mut inside = blob.inside.lock();
        let data = inside.whole()?;
        let end = range.end.min(range.start + PIECE).min(data.len() as u64);
        // A copy: whoever does not read on must not hold the whole.
        let piece = Bytes::copy_from_slice(&data[range.start as usize..end as usize]);
        inside.mark(range.start..end);
        let done = inside.read.first() == Some(&(0..blob.about.bytes));
        drop(inside);
        if done {
            // Two readers may end together.
            let _ = self.remove(user, id);
        }
        Ok(piece)
    }

    /// All of it, for a call.
    pub(super) fn attachment(&self, user: &str, id: &str) -> Result<Attachment, Fault> {
        let blob = self.find(user, id)?;
        let data = blob.inside.lock().whole()?;
        let About { dtype, shape, media, .. } = blob.about.clone();
        Ok(Attachment { dtype, shape, media, data })
    }

    pub(super) fn remove(&self, user: &str, id: &str) -> Result<(), Fault> {
        self.find(user, id)?;
        let mut kept = self.inner.kept.lock();
        let blobs = kept.get_mut(user).ok_or_else(missing)?;
        let gone = blobs.remove(id);
        if blobs.is_empty() {
            kept.remove(user);
        }
        drop(kept);
        gone.map(drop).ok_or_else(missing)
    }

    /// One more up- or download of a user, for as long as it is held.
    pub(super) fn transfer(&self, user: &str) -> Result<Hold, Fault> {
        self.inner.room.take(user, Share { bytes: 0, blobs: 0, transfers: 1 })
    }

    /// Drops what nobody came for.
    pub(super) fn sweep(&self) {
        let now = Instant::now();
        let mut gone = Vec::new();
        self.inner.kept.lock().retain(|_, blobs| {
            gone.extend(blobs.extract_if(|_, blob| blob.inside.lock().until <= now).map(|(_, blob)| blob));
            !blobs.is_empty()
        });
        // Giving so much memory back takes time, in which nobody waits.
        drop(gone);
    }
}

impl Inside {
    fn received(&self) -> u64 {
        match &self.data {
            Data::Arriving { data, .. } => data.len() as u64,
            Data::Whole(data) => data.len() as u64,
        }
    }

    fn whole(&self) -> Result<Bytes, Fault> {
        match &self.data {
            Data::Whole(data) => Ok(data.clone()),
            Data::Arriving { data, .. } => {
                let message = format!("only {} bytes of this blob have arrived", data.len());
                Err(Fault::new(Code::Conflict, message).detail("received", data.len()))
            }
        }
    }

    fn mark(&mut self, mut new: Range<u64>) {
        self.read.retain(|old| {
            let apart = old.end < new.start || new.end < old.start;
            if !apart {
                new = old.start.min(new.start)..old.end.max(new.end);
            }
            apart
        });
        if self.read.len() < PLACES {
            let place = self.read.partition_point(|old| old.start < new.start);
            self.read.insert(place, new);
        }
    }
}

/// The same for one that was read, that was deleted, whose time is over, that never was, and that is another user's.
fn missing() -> Fault {
    Fault::new(
        Code::NotFound,
        "there is no such blob; a blob is gone when it was read to its end, and after ten minutes",
    )
}

fn elsewhere(at: u64, received: u64) -> Fault {
    Fault::new(Code::Conflict, format!("the next byte of this upload is {received}, not {at}"))
        .detail("received", received)
        .suggest("ask for the upload with HEAD and go on at `Upload-Offset`")
}

#[cfg(test)]
mod tests {
    use super::room::{BLOBS, TRANSFERS};
    use super::*;

    const NO_BOUNDS: Bounds = Bounds { user: 1 << 30, all: 1 << 30 };

    fn file(bytes: u64) -> About {
        About { dtype: Dtype::U1, shape: vec![bytes], media: Some("text/plain".to_owned()), bytes }
    }

    fn code<T>(result: Result<T, Fault>) -> Option<Code> {
        result.err().map(|fault| fault.error_code)
    }

    #[tokio::test]
    async fn an_upload_goes_on_only_where_it_has_come_to() {
        let blobs = Blobs::new(NO_BOUNDS);
        let id = blobs.begin("u_1", file(6)).unwrap();
        assert_eq!(blobs.append("u_1", &id, 0, b"abc").unwrap(), 3);
        assert_eq!(code(blobs.append("u_1", &id, 0, b"abc")), Some(Code::Conflict));
        assert_eq!(code(blobs.append("u_1", &id, 4, b"e")), Some(Code::Conflict));
        assert_eq!(code(blobs.append("u_1", &id, 3, b"defg")), Some(Code::TooLarge));
        assert_eq!(code(blobs.attachment("u_1", &id)), Some(Code::Conflict));
        assert_eq!(code(blobs.append("u_2", &id, 3, b"d")), Some(Code::NotFound));
        assert_eq!(blobs.append("u_1", &id, 3, b"def").unwrap(), 6);
        assert_eq!(code(blobs.append("u_1", &id, 6, b"g")), Some(Code::Conflict));
        assert_eq!(blobs.attachment("u_1", &id).unwrap().data, "abcdef");
    }

    #[tokio::test]
    async fn a_blob_is_gone_when_every_byte_was_read() {
        let blobs = Blobs::new(NO_BOUNDS);
        let id = blobs.begin("u_1", file(10)).unwrap();
        blobs.append("u_1", &id, 0, b"0123456789").unwrap();
        let read = |range: Range<u64>| blobs.piece("u_1", &id, &range).map(|piece| piece.to_vec());
        assert_eq!(read(8..10).unwrap(), b"89");
        assert_eq!(read(0..3).unwrap(), b"012");
        assert_eq!(read(2..7).unwrap(), b"23456");
        assert_eq!(read(0..3).unwrap(), b"012", "it was not read to its end yet");
        assert_eq!(read(6..8).unwrap(), b"67");
        assert_eq!(code(read(0..1)), Some(Code::NotFound));
        assert!(blobs.inner.room.is_empty());
    }

    #[tokio::test]
    async fn room_is_bounded_for_each_and_for_all_and_comes_back_with_the_last_owner() {
        let blobs = Blobs::new(Bounds { user: 100, all: 150 });
        assert_eq!(code(blobs.begin("u_1", file(101))), Some(Code::TooLarge));
        let first = blobs.begin("u_1", file(100)).unwrap();
        assert_eq!(code(blobs.begin("u_1", file(1))), Some(Code::RateLimited));
        assert_eq!(code(blobs.begin("u_2", file(60))), Some(Code::RateLimited));
        let second = blobs.begin("u_2", file(50)).unwrap();
        blobs.append("u_1", &first, 0, &[7; 100]).unwrap();
        let on_its_way = blobs.attachment("u_1", &first).unwrap();
        blobs.remove("u_1", &first).unwrap();
        assert_eq!(code(blobs.begin("u_1", file(1))), Some(Code::RateLimited), "a host is still being sent it");
        drop(on_its_way);
        blobs.remove("u_2", &second).unwrap();
        assert!(blobs.begin("u_1", file(100)).is_ok());

        let many = Blobs::new(NO_BOUNDS);
        (0..BLOBS).for_each(|_| drop(many.begin("u_1", file(1)).unwrap()));
        assert_eq!(code(many.begin("u_1", file(1))), Some(Code::RateLimited));
        let transfers: Vec<_> = (0..TRANSFERS).map(|_| many.transfer("u_1").unwrap()).collect();
        assert_eq!(code(many.transfer("u_1")), Some(Code::RateLimited));
        drop(transfers);
        assert!(many.transfer("u_1").is_ok());
    }

    #[tokio::test(start_paused = true)]
    async fn a_blob_has_ten_minutes_and_gives_its_room_back() {
        let blobs = Blobs::new(Bounds { user: 100, all: 100 });
        let id = blobs.begin("u_1", file(100)).unwrap();
        tokio::time::advance(LIFE - Duration::from_secs(1)).await;
        blobs.append("u_1", &id, 0, &[7; 100]).unwrap();
        tokio::time::advance(LIFE - Duration::from_secs(1)).await;
        blobs.sweep();
        assert_eq!(blobs.look("u_1", &id).unwrap().left, Duration::from_secs(1));
        tokio::time::advance(Duration::from_secs(1)).await;
        assert_eq!(code(blobs.look("u_1", &id)), Some(Code::NotFound));
        assert_eq!(code(blobs.begin("u_1", file(1))), Some(Code::RateLimited));
        blobs.sweep();
        assert!(blobs.begin("u_1", file(100)).is_ok());
    }
}
