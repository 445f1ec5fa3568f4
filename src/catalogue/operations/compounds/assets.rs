//! Ready-made things of others, in the scene.

use super::COMPOUND;
use crate::catalogue::operations::Entry;
use crate::catalogue::operations::assets::{ID, IMPORT_ASSET, IMPORTED, PROVIDER};
use crate::catalogue::{Domain, Field, Kind};

use std::time::Duration;

/// Gigabytes over a common line.
const TIMEOUT: Duration = Duration::from_secs(1_800);

pub(super) const TABLE: &[Entry] = &[Entry {
    name: IMPORT_ASSET,
    doc: "Downloads an asset that search_assets found and brings it in: an HDRI lights the scene, a texture becomes a material, a model \
          comes with its materials. The artist's view goes on meanwhile. Where it came from stays with it as custom properties.",
    domain: Domain::Model,
    params: &[
        PROVIDER,
        ID,
        Field::new("resolution", Kind::Text, "`1k`, `2k`, `4k` ..., as get_asset tells; 1k when not given."),
        Field::new("format", Kind::Text, "Of the files, as get_asset tells; the usual one when not given."),
        Field::new(
            "folder",
            Kind::Path { write: true },
            "Where its files are put to stay; without it they lie in a cache that forgets what is long unused.",
        ),
        Field::new("name", Kind::Text, "Of the environment or material; the asset's own when not given."),
        Field::new("assign_to", Kind::List(&Kind::Ref("Mesh")), "Of a texture: meshes that get the material.").or("[]"),
        Field::new("position", Kind::Point, "Of a model: where the middle of its underside comes to be."),
        Field::new("target_size", Kind::Length, "Of a model: how long its longest side becomes.").within(1e-6, 1e9),
    ],
    returns: IMPORTED,
    example: r#"{"provider": "polyhaven", "id": "kiara_1_dawn", "resolution": "2k"}"#,
    timeout: TIMEOUT,
    made_of: &[
        "create_environments",
        "create_textures",
        "create_materials",
        "set_texture_maps",
        "assign_materials",
        "import_geometry",
        "get_children",
        "get_nodes",
        "update_nodes",
    ],
    ..COMPOUND
}];
