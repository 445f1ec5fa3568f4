//! Operations that are made of others: straight-line Rust over the atomics of whatever host it runs in.
//!
//! A compound is an `async fn` that is polled on the host's main thread, without a runtime: each `.await` of an atomic
//! hands the runner one step (`script`), and between two steps the runner does what it does for a batch (`run`). It knows
//! no host: what it needs of one stands in `World`, and everything is in the host's own axes and units. How one is
//! written says docs/compounds.md.
//!
//! A family is a folder, with what only its own compounds share; what several families share is a file here. No family
//! uses another.

mod animation;
mod arrays;
mod assets;
mod atomics;
mod care;
#[cfg(test)]
mod double;
mod extent;
mod joints;
mod matrix;
mod mesh;
mod moving;
mod paths;
mod placing;
mod rig;
mod run;
mod script;
mod shape;
mod staging;
mod surface;
mod words;
mod world;

use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::wire::{Code, Fault, Payload};
use atomics::Atomics;
pub(super) use run::{Open, as_a_step};
use script::Playing;
#[cfg(feature = "python")]
pub(crate) use surface::{material_graph, material_slots, material_specification};
use world::World;

/// How a compound begins.
type Compound = fn(Atomics, Payload) -> Playing;

/// Those that there are, by their names in the catalogue.
const ALL: [&[(&str, Compound)]; 7] =
    [staging::ALL, rig::ALL, animation::ALL, placing::ALL, care::ALL, surface::ALL, assets::ALL];

fn compound(name: &str) -> Option<Compound> {
    ALL.into_iter().flatten().find(|(known, _)| *known == name).map(|(_, compound)| *compound)
}

fn play(playing: impl Future<Output = Result<Value, Fault>> + Send + 'static) -> Playing {
    Box::pin(async move { playing.await.map(Payload::json) })
}

/// Validated arguments in a compound's own type; what does not fit there does not fit its own table.
fn arguments<T: DeserializeOwned>(given: Payload) -> Result<T, Fault> {
    serde_json::from_value(given.json).map_err(|error| unexpected("its arguments", &error))
}

/// What a compound was given, or an atomic gave, is not what the catalogue says.
fn unexpected(what: &str, error: &serde_json::Error) -> Fault {
    Fault::new(Code::Internal, format!("{what} are not as the catalogue says: {error}"))
}

/// An argument that no table could have refused.
fn wrong(path: &str, expected: &str, got: impl Into<Value>) -> Fault {
    let got = got.into();
    Fault::new(Code::InvalidParams, format!("`{path}`: expected {expected}, got {got}"))
        .detail("path", path)
        .detail("expected", expected)
        .detail("got", got)
}

#[cfg(test)]
mod tests {
    use crate::catalogue::catalogue;

    #[test]
    fn every_compound_of_the_catalogue_is_written_and_made_of_atomics() {
        let listed = catalogue().operations().iter().filter(|operation| operation.is_compound());
        let mut listed: Vec<&str> = listed.map(|operation| operation.name.as_str()).collect();
        let mut written: Vec<&str> = super::ALL.into_iter().flatten().map(|(name, _)| *name).collect();
        listed.sort_unstable();
        written.sort_unstable();
        assert_eq!(listed, written);
        for name in written {
            for part in catalogue().known(name).into_iter().flat_map(|operation| operation.made_of) {
                let part = catalogue().known(part).filter(|part| part.name == *part.name && part.main_thread);
                assert!(part.is_some_and(|part| !part.is_compound() && part.name != "batch"), "{name}");
            }
        }
    }
}
