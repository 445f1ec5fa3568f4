//! Operations that are made of others: straight-line Rust over the atomics of whatever host it runs in.
//!
//! A compound is an `async fn` that is polled on the host's main thread, without a runtime: each `.await` of an atomic
//! hands the runner one step (`script`), and between two steps the runner does what it does for a batch (`run`). It knows
//! no host: what it needs of one stands in `World`, and everything is in the host's own axes and units. How one is
//! written says docs/compounds.md.

mod align;
mod animation;
mod array;
mod arrays;
mod atomics;
mod biped;
mod blend;
mod clips;
mod controls;
mod copies;
mod curve;
mod cycle;
mod distribute;
#[cfg(test)]
mod double;
mod doubles;
mod export;
mod extent;
mod frame;
mod ground;
mod heat;
mod ik_fk;
mod joints;
mod lighting;
mod mirror;
mod moving;
mod replace;
mod retarget;
mod room;
mod run;
mod scatter;
mod script;
mod shape;
mod skin;
mod spaces;
mod stored;
mod tidy;
mod turntable;
mod world;

use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::wire::{Code, Fault, Payload};
use atomics::Atomics;
pub(super) use run::{Open, as_a_step};
use script::Playing;
use world::World;

/// How a compound begins.
type Compound = fn(Atomics, Payload) -> Playing;

/// Those that there are, by their names in the catalogue.
const ALL: &[(&str, Compound)] = &[
    ("blend_clips", |host, given| play(blend::blend(host, arguments(given)))),
    ("create_animation", |host, given| play(animation::create(host, arguments(given)))),
    ("create_cycle", |host, given| play(cycle::create(host, arguments(given)))),
    ("retarget_clip", |host, given| play(retarget::clip(host, arguments(given)))),
    ("auto_skin", |host, given| play(skin::bind(host, arguments(given)))),
    ("create_biped_skeleton", |host, given| play(biped::create(host, arguments(given)))),
    ("create_controls_for_joints", |host, given| play(controls::create(host, arguments(given)))),
    ("create_space_switch", |host, given| play(spaces::create(host, arguments(given)))),
    ("mirror_joints", |host, given| play(mirror::mirror(host, arguments(given)))),
    ("create_ik_fk_switch", |host, given| play(ik_fk::create(host, arguments(given)))),
    ("create_turntable", |host, given| play(turntable::create(host, arguments(given)))),
    ("align", |host, given| play(align::align(host, arguments(given)))),
    ("array_along_curve", |host, given| play(array::along_curve(host, arguments(given)))),
    ("clean_up_scene", |host, given| play(tidy::scene(host, arguments(given)))),
    ("distribute", |host, given| play(distribute::distribute(host, arguments(given)))),
    ("export_selection", |host, given| Box::pin(export::selection(host, arguments(given)))),
    ("frame_camera", |host, given| play(frame::camera(host, arguments(given)))),
    ("replace_with_instances", |host, given| play(replace::instances(host, arguments(given)))),
    ("scatter", |host, given| play(scatter::scatter(host, arguments(given)))),
    ("snap_to_ground", |host, given| play(ground::snap(host, arguments(given)))),
    ("three_point_lighting", |host, given| play(lighting::three_points(host, arguments(given)))),
];

fn compound(name: &str) -> Option<Compound> {
    ALL.iter().find(|(known, _)| *known == name).map(|(_, compound)| *compound)
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
        let mut written: Vec<&str> = super::ALL.iter().map(|(name, _)| *name).collect();
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
