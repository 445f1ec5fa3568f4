//! Ready-made things from providers on the internet: finding them. Bringing one into the scene is a compound.

use super::Entry;
use crate::catalogue::{Domain, Field, Kind};

/// Looks for assets.
pub(crate) const SEARCH_ASSETS: &str = "search_assets";
/// Tells of one.
pub(crate) const GET_ASSET: &str = "get_asset";
/// Brings one into the scene.
pub(crate) const IMPORT_ASSET: &str = "import_asset";

const KINDS: Kind = Kind::Enum(&["hdri", "texture", "model"]);
const PROVIDERS: Kind = Kind::Enum(&["polyhaven", "sketchfab"]);
const TEXTS: Kind = Kind::List(&Kind::Text);

pub(super) const PROVIDER: Field = Field::new("provider", PROVIDERS, "Whose it is.").required();
pub(super) const ID: Field = Field::new("id", Kind::Text, "What its provider calls it.").required();

/// What is told of each.
macro_rules! asset {
    ($($more:expr),* $(,)?) => {
        &[
            PROVIDER,
            ID,
            Field::new("name", Kind::Text, "What people call it.").required(),
            Field::new("kind", KINDS, "A picture all around, the maps of a surface, or a model.").required(),
            Field::new("categories", TEXTS, "Where its provider files it.").required(),
            Field::new("tags", TEXTS, "Words for it.").required(),
            Field::new("authors", TEXTS, "Who made it.").required(),
            Field::new("licence", Kind::Text, "Under which it may be used.").required(),
            Field::new("page_url", Kind::Text, "Its page, to be named where the licence wants that.").required(),
            Field::new("preview_url", Kind::Text, "A picture of it; `get_asset` fetches it."),
            Field::new("downloads", Kind::INT, "How often it was downloaded."),
            Field::new("face_count", Kind::INT, "Faces of a model."),
            Field::new("size", Kind::List(&Kind::POSITIVE), "How large it is in reality.").unit("m"),
            $($more,)*
        ]
    };
}

const ASSET: &[Field] = asset![];

const FORM: &[Field] = &[
    Field::new("resolution", Kind::Text, "`1k`, `2k` ...; absent where there is one only."),
    Field::new("format", Kind::Text, "Of the files.").required(),
    Field::new("bytes", Kind::INT, "How much is downloaded.").unit("bytes"),
];

const ABOUT: &[Field] = &[
    Field::new("name", PROVIDERS, "As `provider` takes it.").required(),
    Field::new("title", Kind::Text, "What people call it.").required(),
    Field::new("kinds", Kind::List(&KINDS), "What it has.").required(),
    Field::new("cost", Kind::Text, "What it costs.").required(),
    Field::new("licence", Kind::Text, "Under which its things are.").required(),
    Field::new("needs_key", Kind::Bool, "Whether the owner must have given a key.").required(),
    Field::new("ready", Kind::Bool, "Whether it could be asked.").required(),
    Field::new("reason", Kind::Text, "Why it could not.").required().nullable(),
];

const CATEGORY: &[Field] = &[
    Field::new("provider", PROVIDERS, "Whose.").required(),
    Field::new("kind", KINDS, "Of what.").required(),
    Field::new("name", Kind::Text, "As `categories` takes it.").required(),
    Field::new("count", Kind::INT, "How many there are."),
];

pub(super) const TABLE: &[Entry] = &[
    Entry {
        name: SEARCH_ASSETS,
        doc: "Looks for ready-made HDRIs, textures and models on the internet (Poly Haven, Sketchfab), with licence and authors of each, \
              and tells of every provider what it costs and whether it is ready. The owner of the host must have allowed the network.",
        domain: Domain::Model,
        params: &[
            Field::new("provider", PROVIDERS, "Where; in all that are ready when not given."),
            Field::new("kind", KINDS, "Only these."),
            Field::new("query", Kind::Text, "Words, each of which must be about it; all when not given.").or("\"\""),
            Field::new("categories", TEXTS, "Only what is in all of them.").or("[]"),
            Field::new("limit", Kind::Int { min: 1, max: 100 }, "How many at most, of each provider.").or("20"),
            Field::new("cursor", Kind::Text, "Goes on where an answer of this `provider` ended."),
            Field::new("list_categories", Kind::Bool, "Whether `categories` tells those that there are.").or("false"),
        ],
        returns: &[
            Field::new("items", Kind::List(&Kind::Object(ASSET)), "What fits, the best first.").required(),
            Field::new("total", Kind::INT, "How many there are, where one provider was asked and says it.")
                .required()
                .nullable(),
            Field::new("next_cursor", Kind::Text, "To go on with; null at the end.").required().nullable(),
            Field::new("categories", Kind::List(&Kind::Object(CATEGORY)), "Those that there are, when asked for.")
                .required(),
            Field::new("providers", Kind::List(&Kind::Object(ABOUT)), "All of them.").required(),
        ],
        example: r#"{"query": "sunset", "kind": "hdri", "limit": 5}"#,
        main_thread: false,
        ..Entry::READ
    },
    Entry {
        name: GET_ASSET,
        doc: "Tells of one asset in which resolutions and formats it may be had and how much each downloads, and fetches its preview.",
        domain: Domain::Model,
        params: &[PROVIDER, ID, Field::new("preview", Kind::Bool, "Whether the picture of it comes too.").or("false")],
        returns: asset![
            Field::new("cost", Kind::Text, "What it costs.").required(),
            Field::new("forms", Kind::List(&Kind::Object(FORM)), "How it may be had, the usual one first.").required(),
            Field::new("preview", Kind::Blob("image/*"), "The picture, when asked for."),
        ],
        example: r#"{"provider": "polyhaven", "id": "kiara_1_dawn", "preview": true}"#,
        main_thread: false,
        ..Entry::READ
    },
];

/// What was imported, of whichever kind.
pub(super) const IMPORTED: &[Field] = asset![
    Field::new("resolution", Kind::Text, "Which one came.").required().nullable(),
    Field::new("format", Kind::Text, "Of its files.").required(),
    Field::new("files", TEXTS, "Where they are on the host's computer.").required(),
    Field::new("from_cache", Kind::Bool, "Whether they had been fetched before.").required(),
    Field::new("environment_id", Kind::Ref("Environment"), "Of an HDRI what lights the scene now."),
    Field::new("material_id", Kind::Ref("Material"), "Of a texture the material."),
    Field::new("material_name", Kind::Text, "What that is called."),
    Field::new("maps", Kind::List(&Kind::Object(MAP)), "Of a texture what the material is made of."),
    Field::new("ids", Kind::List(&Kind::Ref("Node")), "Of a model all nodes."),
    Field::new("names", TEXTS, "Their names."),
    Field::new("root_ids", Kind::List(&Kind::Ref("Node")), "Those at the top of it."),
    Field::new("mesh_ids", Kind::List(&Kind::Ref("Mesh")), "Meshes among them."),
    Field::new("material_ids", Kind::List(&Kind::Ref("Material")), "Materials that came with them."),
    Field::new("scale", Kind::POSITIVE, "The factor by which `target_size` changed the model."),
];

const MAP: &[Field] = &[
    Field::new("slot", Kind::Text, "What it tells of the surface.").required(),
    Field::new("texture_id", Kind::Ref("Texture"), "The texture.").required(),
    Field::new("path", Kind::Text, "Its picture.").required(),
];
