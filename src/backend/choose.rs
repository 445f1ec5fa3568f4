//! Which of several instances a caller means.

use serde_json::json;

use super::Instance;
use crate::wire::{Code, Fault};

/// Names this alike (Jaro-Winkler) are worth a suggestion.
const ALIKE: f64 = 0.6;

/// What can be chosen by id or name.
pub(crate) trait Candidate {
    fn id(&self) -> &str;
    fn name(&self) -> &str;
    fn app(&self) -> &str;
    /// Whether it can be called now, so that it may be meant when nothing is said.
    fn ready(&self) -> bool {
        true
    }
}

impl Candidate for Instance {
    fn id(&self) -> &str {
        &self.id
    }

    fn name(&self) -> &str {
        &self.name
    }

    fn app(&self) -> &str {
        &self.host.app
    }

    fn ready(&self) -> bool {
        self.status != "offline"
    }
}

/// The one that is meant by an id, a name, or nothing when only one can be.
pub(crate) fn one<'a, T: Candidate>(candidates: &'a [T], wanted: Option<&str>) -> Result<&'a T, Fault> {
    place(candidates, wanted).map(|place| &candidates[place])
}

/// And where it stands.
pub(crate) fn place<T: Candidate>(candidates: &[T], wanted: Option<&str>) -> Result<usize, Fault> {
    let Some(wanted) = wanted else { return only(candidates) };
    let by_id = candidates.iter().position(|candidate| candidate.id() == wanted);
    let by_name = || candidates.iter().position(|candidate| candidate.name() == wanted);
    by_id.or_else(by_name).ok_or_else(|| missing(candidates, wanted))
}

fn only<T: Candidate>(candidates: &[T]) -> Result<usize, Fault> {
    let mut ready = (0..candidates.len()).filter(|&place| candidates[place].ready());
    match (candidates.len(), ready.next(), ready.next()) {
        (1, ..) => Ok(0),
        (_, Some(only), None) => Ok(only),
        (0, ..) => Err(Fault::new(Code::HostNotRunning, "no instance is there")),
        (count, ..) => {
            let mut fault = Fault::new(Code::InstanceRequired, format!("{count} instances are there: say which"));
            fault.suggestions = candidates.iter().map(|candidate| candidate.name().to_owned()).collect();
            Err(fault.detail("instances", listing(candidates)))
        }
    }
}

fn missing<T: Candidate>(candidates: &[T], wanted: &str) -> Fault {
    let shown: String = wanted.chars().take(80).collect();
    let alike = |candidate: &T| strsim::jaro_winkler(&shown, candidate.name());
    let mut near: Vec<_> = candidates.iter().map(|candidate| (alike(candidate), candidate.name())).collect();
    near.sort_by(|a, b| b.0.total_cmp(&a.0));
    let mut fault = Fault::new(Code::InstanceNotFound, format!("there is no instance `{shown}`"));
    // The only one there is may well be meant, whatever it is called.
    let only = candidates.len() == 1;
    let meant = near.into_iter().filter(|(alike, _)| only || *alike > ALIKE);
    fault.suggestions = meant.map(|(_, name)| name.to_owned()).collect();
    fault.detail("instances", listing(candidates))
}

fn listing<T: Candidate>(candidates: &[T]) -> Vec<serde_json::Value> {
    let row = |candidate: &T| json!({ "id": candidate.id(), "name": candidate.name(), "app": candidate.app() });
    candidates.iter().map(row).collect()
}
