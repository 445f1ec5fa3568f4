//! Operations of the model domain: ready-made shapes.

use super::Entry;
use crate::catalogue::entities::{MESH, PRIMITIVE};
use crate::catalogue::operation::SCENE_TIMEOUT;
use crate::catalogue::{Domain, Effect, Field, Kind, Scope, Verb};

const SHAPE: Kind = Kind::Item(&PRIMITIVE, Verb::Create);
const MADE: Kind = Kind::Item(&MESH, Verb::Get);

pub(super) const TABLE: &[Entry] = &[Entry {
    name: "create_primitives",
    doc: "Creates meshes of ready-made shapes with real parameters: cube, sphere, cylinder, torus and the like.",
    domain: Domain::Model,
    params: &[
        Field::new("items", Kind::List(&SHAPE), "What to create, one object each.").required(),
        crate::catalogue::crud::ON_ERROR,
    ],
    returns: &[
        Field::new("ids", Kind::List(&Kind::Ref("Mesh")), "Ids of what was created, in the order of the items.")
            .required(),
        Field::new("items", Kind::List(&MADE), "As read from the host.").required(),
        crate::catalogue::crud::ERRORS,
    ],
    effect: Effect::Edit,
    scope: Scope::Edit,
    example: r#"{"items": [{"kind": "cube", "name": "Crate", "size": 2}, {"kind": "sphere", "radius": 0.5, "position": [0, 0, 2]}]}"#,
    idempotent: false,
    timeout: SCENE_TIMEOUT,
    ..Entry::READ
}];
