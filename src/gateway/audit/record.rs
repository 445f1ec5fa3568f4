//! One record, and its hash over the hash before it.

use std::borrow::Cow;

use ring::digest::{Context, SHA256};
use serde::{Serialize, Serializer};

use super::hex::{Hash, Hex};
use crate::wire::time;

/// What was done, as the caller of [`super::Slot::record`] says it. There is no field for code, arguments, results or
/// text from a scene.
#[derive(Clone, Debug, Default)]
pub(crate) struct Entry {
    /// Whose call, `u_...`.
    pub user: String,
    /// With which key, `k_...`, never the secret.
    pub key: String,
    /// Whose instance it is, `u_...`, when it is somebody else's: they find the record too.
    pub owner: String,
    /// On which instance; empty for the gateway itself.
    pub instance: String,
    /// Its name in the catalogue, or of the administrative act.
    pub operation: String,
    /// The idempotency key's digest, 16 hex digits.
    pub call: String,
    /// Size of what came.
    pub bytes_in: u64,
    /// Size of what was answered.
    pub bytes_out: u64,
    /// `ok` or an error code.
    pub outcome: &'static str,
    /// For how many that are alike it stands; 0 is one, as 1 is.
    pub calls: u64,
    /// From admission to answer.
    pub duration_us: u64,
    /// What an administrative act changed, or which calls it stands for; no secrets; cut at 200 characters.
    pub detail: String,
}

/// An entry as it stands in the chain.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct Record {
    /// Its place in the chain, from 1.
    pub seq: u64,
    /// When it was recorded, in milliseconds since 1970; RFC 3339 in JSON.
    #[serde(serialize_with = "readable")]
    pub time: u64,
    /// As in [`Entry`], and so are the following.
    pub user: String,
    pub key: String,
    pub owner: String,
    pub instance: String,
    pub operation: String,
    pub call: String,
    pub bytes_in: u64,
    pub bytes_out: u64,
    pub outcome: Cow<'static, str>,
    pub calls: u64,
    pub duration_us: u64,
    pub detail: String,
    /// SHA-256 over the hash before it and all of the above.
    pub hash: Hash,
}

/// Names and ids come from callers; a longer one is none of ours and has no place on disk.
const LONGEST_NAME: usize = 128;
/// Details are a sentence.
const LONGEST_DETAIL: usize = 200;
/// SQLite's integers are signed.
const GREATEST: u64 = i64::MAX as u64;

impl Record {
    /// The next one of the chain.
    pub(super) fn chain(entry: Entry, seq: u64, time: u64, previous: &Hash) -> Self {
        let mut record = Self {
            seq,
            time,
            user: bounded(entry.user, LONGEST_NAME),
            key: bounded(entry.key, LONGEST_NAME),
            owner: bounded(entry.owner, LONGEST_NAME),
            instance: bounded(entry.instance, LONGEST_NAME),
            operation: bounded(entry.operation, LONGEST_NAME),
            call: bounded(entry.call, LONGEST_NAME),
            bytes_in: entry.bytes_in.min(GREATEST),
            bytes_out: entry.bytes_out.min(GREATEST),
            outcome: Cow::Borrowed(entry.outcome),
            calls: entry.calls.clamp(1, GREATEST),
            duration_us: entry.duration_us.min(GREATEST),
            detail: bounded(entry.detail, LONGEST_DETAIL),
            hash: Hex([0; 32]),
        };
        record.hash = record.digest(previous);
        record
    }

    /// The hash that it must have after that one: every field in the order of the struct, numbers as eight bytes and
    /// texts behind their length, both little-endian, so that no two records have one encoding.
    pub(super) fn digest(&self, previous: &Hash) -> Hash {
        let mut sum = Sum::new(&previous.0);
        sum.number(self.seq).number(self.time).text(&self.user).text(&self.key).text(&self.owner);
        sum.text(&self.instance).text(&self.operation).text(&self.call).number(self.bytes_in).number(self.bytes_out);
        sum.text(&self.outcome).number(self.calls).number(self.duration_us).text(&self.detail);
        sum.finish()
    }
}

/// What the first record of a node stands upon.
pub(super) fn genesis(node: &str) -> Hash {
    let mut sum = Sum::new(b"scenewire audit 1");
    sum.text(node);
    sum.finish()
}

struct Sum(Context);

impl Sum {
    fn new(first: &[u8]) -> Self {
        let mut sum = Context::new(&SHA256);
        sum.update(first);
        Self(sum)
    }

    fn number(&mut self, number: u64) -> &mut Self {
        self.0.update(&number.to_le_bytes());
        self
    }

    fn text(&mut self, text: &str) -> &mut Self {
        self.number(text.len() as u64).0.update(text.as_bytes());
        self
    }

    fn finish(self) -> Hash {
        let mut bytes = [0; 32];
        bytes.copy_from_slice(self.0.finish().as_ref());
        Hex(bytes)
    }
}

/// At most so many characters.
fn bounded(mut text: String, most: usize) -> String {
    // Bytes are counted at once; only a text that might be too long is looked at.
    if text.len() > most
        && let Some((end, _)) = text.char_indices().nth(most)
    {
        text.truncate(end);
    }
    text
}

fn readable<S: Serializer>(millis: &u64, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&time::text(*millis))
}
