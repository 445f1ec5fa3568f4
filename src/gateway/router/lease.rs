//! An edit lease: for a while only its holder changes an instance; others read, or are told who holds it.

use std::time::{Duration, Instant};

use serde_json::json;

use crate::wire::{Code, Fault};

/// No lease is longer: who forgets to give it back blocks nobody for the day.
const LONGEST: Duration = Duration::from_secs(3600);

#[derive(Clone, Debug)]
pub(super) struct Lease {
    pub(super) user: String,
    pub(super) user_name: String,
    pub(super) key: String,
    until: Instant,
}

impl Lease {
    pub(super) fn new(user: &str, user_name: &str, key: &str, time: Duration) -> Self {
        let until = Instant::now() + time.min(LONGEST);
        Self { user: user.to_owned(), user_name: user_name.to_owned(), key: key.to_owned(), until }
    }

    /// Seconds that are left; none when it is over.
    pub(super) fn left(&self) -> Option<Duration> {
        self.until.checked_duration_since(Instant::now()).filter(|left| !left.is_zero())
    }

    /// Who has it, as long as it lasts.
    pub(super) fn holder(&self) -> Option<String> {
        self.left().map(|_| self.user_name.clone())
    }

    /// What anybody else is told.
    pub(super) fn busy(&self) -> Fault {
        let left = self.left().unwrap_or_default().as_secs_f64().ceil();
        Fault::new(Code::Busy, format!("{} is editing this instance; it can be read meanwhile", self.user_name))
            .detail("holder", json!({ "user": self.user, "user_name": self.user_name }))
            .detail("retry_after_s", left)
            .suggest("wait until the lease is given back or runs out")
    }
}

/// Whether a key may change the instance now.
pub(super) fn check(lease: &mut Option<Lease>, key: &str) -> Result<(), Fault> {
    match lease {
        Some(held) if held.left().is_none() => {
            *lease = None;
            Ok(())
        }
        Some(held) if held.key != key => Err(held.busy()),
        _ => Ok(()),
    }
}

/// Takes or extends it.
pub(super) fn take(lease: &mut Option<Lease>, wanted: Lease) -> Result<Duration, Fault> {
    check(lease, &wanted.key)?;
    let left = wanted.left().unwrap_or_default();
    *lease = Some(wanted);
    Ok(left)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_edits_and_the_others_learn_who() {
        let mut lease = None;
        take(&mut lease, Lease::new("u_1", "ana", "k_1", LONGEST)).unwrap();
        assert!(check(&mut lease, "k_1").is_ok());
        let fault = take(&mut lease, Lease::new("u_2", "bob", "k_2", LONGEST)).unwrap_err();
        assert_eq!((fault.error_code, fault.details["holder"]["user_name"].as_str()), (Code::Busy, Some("ana")));
        assert_eq!(lease.as_ref().unwrap().holder().as_deref(), Some("ana"));
        lease = Some(Lease::new("u_1", "ana", "k_1", Duration::ZERO));
        assert_eq!(lease.as_ref().unwrap().holder(), None);
        assert!(check(&mut lease, "k_2").is_ok());
    }
}
