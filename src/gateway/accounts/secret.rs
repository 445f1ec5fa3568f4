//! The secrets that people hold, and the digests that the gateway keeps of them.

use std::path::Path;

use ring::hmac;

use super::{hold, model};
use crate::link::random_text;
use crate::private;
use crate::wire::{Code, Fault};

/// What is kept of a secret. Without the pepper it cannot even be guessed at.
pub(super) type Digest = [u8; 32];

/// Of users, for hosts and clients.
const USER: &str = "sw_";
/// Of administrators.
const ADMIN: &str = "swa_";
/// 178 bits.
const RANDOM: usize = 30;
/// 62^6 is more than 2^32.
const CHECK: usize = 6;
/// Nobody types or stores longer ones.
const LONGEST: usize = 256;
/// A shorter one that an administrator made up could be guessed.
const SHORTEST_GIVEN: usize = 16;
const PEPPER: usize = 32;

/// Whose secret it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Kind {
    User,
    Admin,
}

impl Kind {
    /// The kind of this user's secrets.
    pub(super) fn of(user: &str) -> Self {
        if user == model::ADMIN { Self::Admin } else { Self::User }
    }
}

/// A secret that nobody else has.
pub(super) fn fresh(kind: Kind) -> Result<String, Fault> {
    let prefix = match kind {
        Kind::User => USER,
        Kind::Admin => ADMIN,
    };
    let random = random_text(RANDOM).map_err(|error| hold::failed("no random numbers", &error))?;
    let start = format!("{prefix}{random}");
    let check = check_of(&start);
    Ok(start + &check)
}

/// What can be seen without a look-up: that a secret of ours was not written down right.
pub(super) fn plausible(secret: &str) -> Result<(), Fault> {
    if secret.len() > LONGEST {
        return Err(refused());
    }
    let ours = secret.starts_with(USER) || secret.starts_with(ADMIN);
    if ours && !well_formed(secret) { Err(mistyped()) } else { Ok(()) }
}

/// A secret that an administrator made up.
pub(super) fn given(secret: &str) -> Result<(), Fault> {
    let wrong = if secret.len() > LONGEST || secret.chars().count() < SHORTEST_GIVEN {
        format!("{SHORTEST_GIVEN} to {LONGEST} characters")
    } else if secret.trim() != secret || secret.chars().any(char::is_control) {
        // No HTTP header carries such a one.
        "no control characters and no blanks around it".to_owned()
    } else if plausible(secret).is_err() {
        // A secret of ours would be refused by its check characters whenever it is shown.
        format!("a whole key of this gateway, or anything that does not begin with {USER} or {ADMIN}")
    } else {
        return Ok(());
    };
    // What was given is a secret: it is not repeated.
    Err(Fault::new(Code::InvalidParams, format!("the admin key: expected {wrong}"))
        .detail("path", "admin_key")
        .detail("expected", wrong)
        .detail("got", "something else, not shown here")
        .suggest("leave it out, and the gateway makes a key"))
}

/// The same words for every reason: unknown, revoked, expired or suspended.
pub(super) fn refused() -> Fault {
    Fault::new(Code::Unauthorized, "this key does not open anything here")
        .suggest("ask whoever administers the gateway for a new key")
}

fn mistyped() -> Fault {
    Fault::new(Code::Unauthorized, "this key looks mistyped: its last six characters do not fit the others")
        .suggest("copy the whole key again, without blanks")
}

fn well_formed(secret: &str) -> bool {
    let Some(body) = secret.strip_prefix(USER).or_else(|| secret.strip_prefix(ADMIN)) else { return false };
    if body.len() != RANDOM + CHECK || !body.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return false;
    }
    let (start, check) = secret.split_at(secret.len() - CHECK);
    check == check_of(start)
}

/// The check sum in base 62, most significant first.
fn check_of(start: &str) -> String {
    const LETTERS: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    let sum = crc32(start.as_bytes());
    (0..CHECK as u32).rev().map(|place| LETTERS[(sum / 62_u32.pow(place) % 62) as usize] as char).collect()
}

/// CRC-32 of IEEE 802.3, bit by bit: 40 bytes need no table.
fn crc32(bytes: &[u8]) -> u32 {
    let sum = bytes.iter().fold(u32::MAX, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| sum >> 1 ^ (0xEDB8_8320 & (sum & 1).wrapping_neg()))
    });
    !sum
}

/// What digests are made with, kept outside the database: a stolen database alone recognises no key.
pub(super) struct Pepper(hmac::Key);

impl Pepper {
    /// The one in this folder, if there is one.
    pub(super) fn read(folder: &Path) -> Result<Option<Self>, Fault> {
        let file = folder.join("pepper");
        match std::fs::read(&file) {
            Ok(bytes) if bytes.len() == PEPPER => Ok(Some(Self::of(&bytes))),
            Ok(_) => Err(lost("does not hold 32 bytes")),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(hold::failed("secrets/pepper cannot be read", &error)),
        }
    }

    /// A new one, on the disk before it is used.
    pub(super) fn make(folder: &Path) -> Result<Self, Fault> {
        let mut bytes = [0; PEPPER];
        getrandom::fill(&mut bytes).map_err(|error| hold::failed("no random numbers", &error))?;
        private::write_durably(&folder.join("pepper"), &bytes)
            .map_err(|error| hold::failed("secrets/pepper cannot be written", &error))?;
        Ok(Self::of(&bytes))
    }

    fn of(bytes: &[u8]) -> Self {
        Self(hmac::Key::new(hmac::HMAC_SHA256, bytes))
    }

    /// What is kept of this secret.
    pub(super) fn digest(&self, secret: &str) -> Digest {
        let mut digest = Digest::default();
        digest.copy_from_slice(hmac::sign(&self.0, secret.as_bytes()).as_ref());
        digest
    }

    /// Tells in the database which pepper it belongs to. No secret has a blank in it.
    pub(super) fn mark(&self) -> Digest {
        self.digest("the pepper of this database")
    }
}

/// The file with the pepper is not what it was.
pub(super) fn lost(how: &str) -> Fault {
    Fault::new(Code::FileNotFound, format!("secrets/pepper {how}: without it no key of accounts.db can be recognised"))
        .detail("path", "secrets/pepper")
        .suggest("put the file back from a backup")
        .suggest("or move accounts.db away: all users and keys are then made anew")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_check_sum_is_the_usual_one() {
        assert_eq!(crc32(b"123456789"), 0xCBF4_3926);
        assert_eq!(check_of(""), "000000");
    }

    #[test]
    fn every_single_slip_is_noticed() {
        for kind in [Kind::User, Kind::Admin] {
            let secret = fresh(kind).unwrap();
            assert!(well_formed(&secret));
            assert_eq!(secret.starts_with("swa_"), kind == Kind::Admin);
            for place in secret.find('_').unwrap() + 1..secret.len() {
                let mut slip = secret.clone().into_bytes();
                slip[place] = if slip[place] == b'x' { b'y' } else { b'x' };
                assert!(plausible(&String::from_utf8(slip).unwrap()).is_err(), "{place}");
            }
            assert!(plausible(&secret[..secret.len() - 1]).is_err());
            assert!(plausible(&format!("{secret} ")).is_err());
        }
    }

    #[test]
    fn admin_keys_that_could_be_guessed_or_never_shown_are_refused() {
        for (secret, fits) in [
            ("correct-horse-battery", true),
            (&*fresh(Kind::Admin).unwrap(), true),
            ("fifteen-letters", false),
            ("with blanks within it", true),
            ("with a blank at its end ", false),
            ("two lines in one\nadmin key", false),
            ("swa_not-one-of-ours-at-all", false),
            (&*"x".repeat(257), false),
        ] {
            let outcome = given(secret);
            assert_eq!(outcome.is_ok(), fits, "{secret}");
            assert!(outcome.err().is_none_or(|fault| !format!("{fault:?}").contains(secret)));
        }
    }

    #[test]
    fn another_pepper_makes_another_digest() {
        assert_eq!(Pepper::of(&[1; 32]).digest("a"), Pepper::of(&[1; 32]).digest("a"));
        assert_ne!(Pepper::of(&[1; 32]).digest("a"), Pepper::of(&[2; 32]).digest("a"));
    }
}
