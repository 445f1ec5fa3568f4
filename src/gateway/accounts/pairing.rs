//! Pairing: a code that an artist can type in place of a key. Codes are in memory only, work once and for ten minutes.

use std::collections::HashMap;

use super::keys::NewKey;
use super::model::Key;
use super::principal::{Grant, Scopes, Uses};
use super::{Accounts, hold};
use crate::wire::{Code, Fault};

/// No `I`, `L` or `O`, which are read as something else; 78,000 million codes.
const LETTERS: &[u8; 23] = b"ABCDEFGHJKMNPQRSTUVWXYZ";
const LENGTH: usize = 8;
const LIFE: u64 = 600;
/// Wrong tries of one caller within [`WINDOW`] seconds; then even the right code is refused.
const TRIES: u32 = 5;
const WINDOW: u64 = 60;
/// Codes of one user that work at the same time; the oldest makes room.
const CODES: usize = 10;
/// Callers that are remembered.
const CALLERS: usize = 10_000;

/// Codes that were given out, and who guessed wrong.
#[derive(Default)]
pub(super) struct Pairing {
    codes: HashMap<String, Waiting>,
    wrong: HashMap<String, Wrong>,
}

struct Waiting {
    user: String,
    until: u64,
}

struct Wrong {
    since: u64,
    tries: u32,
}

impl Accounts {
    /// A code with which a host of this user, by id or name, gets a key of its own.
    pub(crate) fn pair(&self, user: &str) -> Result<String, Fault> {
        let user = self.shared.state.read().user(user)?.id.clone();
        let now = self.shared.now();
        let code = random_code()?;
        let mut pairing = self.shared.pairing.lock();
        pairing.codes.retain(|_, waiting| now < waiting.until);
        let theirs = || pairing.codes.iter().filter(|(_, waiting)| waiting.user == user);
        if theirs().count() >= CODES
            && let Some(oldest) = theirs().min_by_key(|(_, waiting)| waiting.until).map(|(code, _)| code.clone())
        {
            pairing.codes.remove(&oldest);
        }
        pairing.codes.insert(code.clone(), Waiting { user, until: now + LIFE });
        Ok(code)
    }

    /// A key for hosts only, in exchange for a code. `caller` is who is asking, as far as can be told: an address (of
    /// IPv6 its first 64 bits, since one caller has all the others).
    pub(crate) fn redeem(&self, caller: &str, code: &str, label: &str) -> Result<(Key, String), Fault> {
        let now = self.shared.now();
        let typed = |letter: &char| !letter.is_whitespace() && *letter != '-';
        let code: String =
            code.chars().take(4 * LENGTH).filter(typed).map(|letter| letter.to_ascii_uppercase()).collect();
        let waiting = self.shared.pairing.lock().take(caller, &code, now)?;
        let grant = Grant { uses: Uses::HOST, scopes: Scopes::NONE, ..Grant::default() };
        let new = NewKey { label: label.to_owned(), grant, ..NewKey::default() };
        let user = waiting.user.clone();
        let suspended = self.user(&user).map_or(true, |user| user.suspended);
        if suspended {
            return Err(wrong());
        }
        // It was not used up when the label was refused or the disk was full.
        self.create_key(&user, new).inspect_err(|_| {
            self.shared.pairing.lock().codes.insert(code, waiting);
        })
    }
}

impl Pairing {
    /// The codes of a user who is no more.
    pub(super) fn forget(&mut self, user: &str) {
        self.codes.retain(|_, waiting| waiting.user != user);
    }

    fn take(&mut self, caller: &str, code: &str, now: u64) -> Result<Waiting, Fault> {
        self.wrong.retain(|_, wrong| now < wrong.since + WINDOW);
        if let Some(wrong) = self.wrong.get(caller).filter(|wrong| wrong.tries >= TRIES) {
            return Err(limited(wrong.since + WINDOW - now));
        }
        if self.wrong.len() >= CALLERS && !self.wrong.contains_key(caller) {
            return Err(limited(WINDOW));
        }
        if let Some(waiting) = self.codes.remove(code).filter(|waiting| now < waiting.until) {
            return Ok(waiting);
        }
        let tries = self.wrong.entry(caller.to_owned()).or_insert(Wrong { since: now, tries: 0 });
        tries.tries += 1;
        Err(wrong())
    }
}

/// The same words for a code that never was, was used or is too old.
fn wrong() -> Fault {
    Fault::new(Code::Unauthorized, "this pairing code is wrong, or was used already, or is older than ten minutes")
        .suggest("make a new one with `scenewire pair`")
}

fn limited(seconds: u64) -> Fault {
    Fault::new(Code::RateLimited, format!("too many wrong pairing codes: try again in {seconds} s"))
        .detail("retry_after_s", seconds)
}

fn random_code() -> Result<String, Fault> {
    let mut code = String::with_capacity(LENGTH);
    while code.len() < LENGTH {
        let mut bytes = [0_u8; 16];
        getrandom::fill(&mut bytes).map_err(|error| hold::failed("no random numbers", &error))?;
        // 253 is the greatest multiple of 23 in a byte: beyond it some letters would be likelier.
        let fair = bytes.iter().filter(|&&byte| byte < 253).map(|byte| LETTERS[usize::from(byte % 23)] as char);
        code.extend(fair.take(LENGTH - code.len()));
    }
    Ok(code)
}
