//! Signatures over the chain: who can write the database but has not the key cannot write the chain anew.

use ring::digest::{SHA256, digest};
use ring::signature::{ED25519, Ed25519KeyPair, KeyPair, UnparsedPublicKey};
use serde::{Deserialize, Serialize};

use super::hex::{Hash, Hex, Signature};

/// "The record `seq` of this node had this hash at that time", signed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Checkpoint {
    /// Whose chain.
    pub(super) node: String,
    /// Of the last record that it covers.
    pub(super) seq: u64,
    /// When it was signed, in milliseconds since 1970.
    pub(super) time: u64,
    /// Of that record, and through it of all before.
    pub(super) hash: Hash,
    /// Ed25519 over the rest.
    pub(super) signature: Signature,
}

impl Checkpoint {
    pub(super) fn sign(pair: &Ed25519KeyPair, seq: u64, hash: Hash, time: u64) -> Self {
        let mut checkpoint = Self { node: node(&public(pair)), seq, time, hash, signature: Hex([0; 64]) };
        let signature = pair.sign(&checkpoint.message());
        checkpoint.signature.0.copy_from_slice(signature.as_ref());
        checkpoint
    }

    /// Whether that key signed it, for its own chain.
    pub(super) fn genuine(&self, public: &Hex<32>) -> bool {
        self.node == node(public)
            && UnparsedPublicKey::new(&ED25519, &public.0).verify(&self.message(), &self.signature.0).is_ok()
    }

    fn message(&self) -> Vec<u8> {
        let mut message = b"scenewire audit checkpoint 1".to_vec();
        message.extend((self.node.len() as u64).to_le_bytes());
        message.extend(self.node.as_bytes());
        message.extend(self.seq.to_le_bytes());
        message.extend(self.time.to_le_bytes());
        message.extend(self.hash.0);
        message
    }
}

/// The half that verifies.
pub(super) fn public(pair: &Ed25519KeyPair) -> Hex<32> {
    let mut public = [0; 32];
    public.copy_from_slice(pair.public_key().as_ref());
    Hex(public)
}

/// SHA-256 of a public key: what people compare.
pub(super) fn fingerprint(public: &Hex<32>) -> Hash {
    let mut bytes = [0; 32];
    bytes.copy_from_slice(digest(&SHA256, &public.0).as_ref());
    Hex(bytes)
}

/// A node is named by its key, so a chain belongs to one key for good.
pub(super) fn node(public: &Hex<32>) -> String {
    format!("n_{:.16}", fingerprint(public).to_string())
}
