//! What is kept beside the database and not in it: the signing key, its public half, the newest checkpoint.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use ring::rand::SystemRandom;
use ring::signature::Ed25519KeyPair;

use crate::private;
use crate::wire::{Code, Fault};

use super::checkpoint::{Checkpoint, public};
use super::hex::Hex;
use super::unavailable;

/// Files of the folder `secrets`.
#[derive(Clone, Debug)]
pub(super) struct Secrets {
    folder: PathBuf,
}

impl Secrets {
    pub(super) fn of(data: &Path) -> Self {
        Self { folder: data.join("secrets") }
    }

    /// The signing key, if there is one.
    pub(super) fn key(&self) -> io::Result<Option<Ed25519KeyPair>> {
        let Some(bytes) = read(&self.folder.join("audit.ed25519"))? else { return Ok(None) };
        parse(&bytes).map(Some)
    }

    /// Makes the key and the file of its public half, which whoever verifies elsewhere is given.
    pub(super) fn make_key(&self) -> io::Result<Ed25519KeyPair> {
        private::folder(&self.folder)?;
        let document = Ed25519KeyPair::generate_pkcs8(&SystemRandom::new())
            .map_err(|_| io::Error::other("the system gave no random numbers"))?;
        let pair = parse(document.as_ref())?;
        private::write_durably(&self.folder.join("audit.pub"), format!("{}\n", public(&pair)).as_bytes())?;
        // Last: a key that is there is whole, and so is what belongs to it.
        private::write_durably(&self.folder.join("audit.ed25519"), document.as_ref())?;
        Ok(pair)
    }

    /// The public half: of the key itself, or from its file where the key is not.
    pub(super) fn public(&self) -> io::Result<Option<Hex<32>>> {
        if let Some(pair) = self.key()? {
            return Ok(Some(public(&pair)));
        }
        let Some(bytes) = read(&self.folder.join("audit.pub"))? else { return Ok(None) };
        let public = std::str::from_utf8(&bytes).ok().and_then(|text| Hex::parse(text.trim()));
        public.map(Some).ok_or_else(|| io::Error::other("audit.pub is no public key"))
    }

    /// The newest checkpoint that was signed.
    pub(super) fn newest(&self) -> io::Result<Option<Checkpoint>> {
        let Some(bytes) = read(&self.folder.join("audit.checkpoint"))? else { return Ok(None) };
        serde_json::from_slice(&bytes)
            .map(Some)
            .map_err(|error| io::Error::other(format!("audit.checkpoint cannot be read: {error}")))
    }

    /// Keeps it in place of the one before.
    pub(super) fn keep(&self, checkpoint: &Checkpoint) -> io::Result<()> {
        private::write_durably(&self.folder.join("audit.checkpoint"), &serde_json::to_vec(checkpoint)?)
    }
}

/// Held as long as the audit is open: two writers would tear the chain.
pub(super) fn lock(data: &Path) -> Result<File, Fault> {
    let file = private::folder(data)
        .and_then(|()| OpenOptions::new().create(true).truncate(false).write(true).open(data.join("audit.lock")))
        .map_err(|error| unavailable("opened", &error))?;
    match file.try_lock() {
        // Some network file systems have no locks; then the operator's care must do.
        Ok(()) | Err(TryLockError::Error(_)) => Ok(file),
        Err(TryLockError::WouldBlock) => {
            Err(Fault::new(Code::AuditUnavailable, "another gateway is writing the audit of this data folder")
                .suggest("stop it, or give this one a data folder of its own"))
        }
    }
}

fn parse(pkcs8: &[u8]) -> io::Result<Ed25519KeyPair> {
    Ed25519KeyPair::from_pkcs8(pkcs8)
        .map_err(|error| io::Error::other(format!("audit.ed25519 is no Ed25519 key: {error}")))
}

fn read(file: &Path) -> io::Result<Option<Vec<u8>>> {
    match fs::read(file) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}
