//! Arrays, pictures and long results that were too big to say: kept for a while, bounded in bytes, and read as
//! resources.

use std::collections::VecDeque;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use parking_lot::Mutex;

use crate::wire::Attachment;

/// A million-vertex mesh with normals and texture coordinates fits several times; more would be a leak.
const CAPACITY_BYTES: usize = 256 * 1024 * 1024;

/// What was kept. Cheap to clone.
#[derive(Clone, Debug, Default)]
pub(super) struct Store {
    state: Arc<Mutex<State>>,
}

#[derive(Debug, Default)]
struct State {
    kept: VecDeque<Kept>,
    bytes: usize,
    last_id: u64,
    room: Room,
}

impl Drop for State {
    fn drop(&mut self) {
        self.room.taken.fetch_sub(self.bytes, Ordering::Relaxed);
    }
}

/// How much a store may hold, and how much all stores of one gateway hold together.
#[derive(Clone, Debug)]
pub(crate) struct Room {
    each: usize,
    all: usize,
    taken: Arc<AtomicUsize>,
}

impl Default for Room {
    fn default() -> Self {
        Self::new(CAPACITY_BYTES, CAPACITY_BYTES)
    }
}

impl Room {
    /// For stores of this many bytes each, and of this many together.
    pub(crate) fn new(each: usize, all: usize) -> Self {
        Self { each, all, taken: Arc::default() }
    }

    /// Whether a store that holds `own` bytes takes so many more; then they are taken.
    fn take(&self, own: usize, more: usize) -> bool {
        let fits = |taken: usize| (taken + more <= self.all).then_some(taken + more);
        own + more <= self.each && self.taken.fetch_update(Ordering::Relaxed, Ordering::Relaxed, fits).is_ok()
    }
}

/// One thing that can be read as a resource.
#[derive(Clone, Debug)]
pub(super) struct Kept {
    /// Its number in the address.
    pub(super) id: u64,
    /// Id of the instance that it came from.
    pub(super) instance: String,
    /// The bytes and what they are.
    pub(super) attachment: Attachment,
}

impl Store {
    /// An empty store that shares its room with others.
    pub(super) fn within(room: Room) -> Self {
        Self { state: Arc::new(Mutex::new(State { kept: VecDeque::new(), bytes: 0, last_id: 0, room })) }
    }

    /// Keeps an attachment, forgetting the oldest ones when the store is full, and gives its address. One for which
    /// there is no room even then is not kept.
    pub(super) fn keep(&self, instance: &str, attachment: Attachment) -> Option<String> {
        let size = attachment.data.len();
        let mut state = self.state.lock();
        if size > state.room.each {
            return None;
        }
        while !state.room.take(state.bytes, size) {
            let forgotten = state.kept.pop_front()?.attachment.data.len();
            state.bytes -= forgotten;
            state.room.taken.fetch_sub(forgotten, Ordering::Relaxed);
        }
        state.last_id += 1;
        state.bytes += size;
        let id = state.last_id;
        state.kept.push_back(Kept { id, instance: instance.to_owned(), attachment });
        Some(format!("scenewire://attachments/{id}"))
    }

    /// What was kept under this number, if it still is.
    pub(super) fn find(&self, id: u64) -> Option<Kept> {
        self.state.lock().kept.iter().find(|kept| kept.id == id).cloned()
    }

    /// The newest picture of an instance.
    pub(super) fn last_image(&self, instance: &str) -> Option<Kept> {
        let state = self.state.lock();
        state.kept.iter().rev().find(|kept| kept.instance == instance && is_image(&kept.attachment)).cloned()
    }

    /// Instances that have a picture here.
    pub(super) fn instances_with_images(&self) -> Vec<String> {
        let state = self.state.lock();
        let mut instances: Vec<String> =
            state.kept.iter().filter(|kept| is_image(&kept.attachment)).map(|kept| kept.instance.clone()).collect();
        instances.sort();
        instances.dedup();
        instances
    }
}

/// Whether an attachment is a picture.
pub(super) fn is_image(attachment: &Attachment) -> bool {
    attachment.media.as_deref().is_some_and(|media| media.starts_with("image/"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::Dtype;
    use bytes::Bytes;

    fn attachment(bytes: usize, media: Option<&str>) -> Attachment {
        Attachment {
            dtype: Dtype::U1,
            shape: vec![bytes as u64],
            media: media.map(str::to_owned),
            data: Bytes::from(vec![0; bytes]),
        }
    }

    #[test]
    fn forgets_the_oldest_when_full() {
        let store = Store::default();
        let half = CAPACITY_BYTES / 2;
        store.keep("i_1", attachment(half, None)).unwrap();
        store.keep("i_1", attachment(half, None)).unwrap();
        assert!(store.find(1).is_some());
        assert_eq!(store.keep("i_1", attachment(1, None)).unwrap(), "scenewire://attachments/3");
        assert!(store.find(1).is_none());
        assert!(store.find(2).is_some());
    }

    #[test]
    fn refuses_what_can_never_fit() {
        assert!(Store::default().keep("i_1", attachment(CAPACITY_BYTES + 1, None)).is_none());
    }

    #[test]
    fn stores_share_their_room_and_give_it_back() {
        let room = Room::new(100, 150);
        let (first, second) = (Store::within(room.clone()), Store::within(room.clone()));
        assert!(first.keep("i_1", attachment(100, None)).is_some());
        assert!(second.keep("i_1", attachment(60, None)).is_none(), "there was room for more than all may hold");
        assert!(second.keep("i_1", attachment(50, None)).is_some());
        // It forgets its own and never another's.
        assert!(second.keep("i_1", attachment(40, None)).is_some());
        assert!(first.find(1).is_some() && second.find(1).is_none());
        drop(first);
        assert!(second.keep("i_1", attachment(60, None)).is_some());
        assert_eq!(room.taken.load(Ordering::Relaxed), 100);
    }

    #[test]
    fn the_last_image_is_the_instances_own() {
        let store = Store::default();
        store.keep("i_1", attachment(1, Some("image/png"))).unwrap();
        store.keep("i_2", attachment(2, Some("image/png"))).unwrap();
        store.keep("i_1", attachment(3, None)).unwrap();
        assert_eq!(store.last_image("i_1").unwrap().attachment.data.len(), 1);
        assert_eq!(store.instances_with_images(), ["i_1", "i_2"]);
        assert!(store.last_image("i_3").is_none());
    }
}
