//! Models from files and into files.

use super::Entry;
use crate::catalogue::operation::SCENE_TIMEOUT;
use crate::catalogue::{Domain, Field, Kind};

const FORMATS: Kind = Kind::Enum(&["obj", "fbx", "stl", "gltf", "ply", "usd"]);
const BYTES: Kind = Kind::Blob("application/octet-stream");
const NODES: Kind = Kind::List(&Kind::Ref("Node"));
const SCALE: Kind = Kind::Float { min: 1e-9, max: 1e9 };

const SENT: &[Field] = &[
    Field::new("name", Kind::Text, "What the main file calls it: `crate.mtl`.").required(),
    Field::new("data", BYTES, "Its bytes.").required(),
];
const WRITTEN: &[Field] = &[
    Field::new("name", Kind::Text, "What the main file calls it.").required(),
    Field::new("data", BYTES, "Its bytes, when the file was not written to a path."),
];

const IMPORT: &[Field] = &[
    Field::new("path", Kind::Path { write: false }, "The file; or give `data`."),
    Field::new("data", BYTES, "The bytes of the file; or give `path`."),
    Field::new("format", FORMATS, "Needed with `data`; without it as the ending of the path says."),
    Field::new("name", Kind::Text, "What the file is called when it is sent, without its ending."),
    Field::new("companions", Kind::List(&Kind::Object(SENT)), "Files that the sent one refers to."),
    Field::new("scale", SCALE, "Factor on every length."),
    Field::new("normals", Kind::Enum(&["file", "computed"]), "Those of the file, or made from the faces.")
        .or("\"file\""),
    Field::new("materials", Kind::Bool, "Whether its materials and textures come too.").or("true"),
];

const IMPORTED: &[Field] = &[
    Field::new("format", FORMATS, "What it was read as.").required(),
    Field::new("ids", NODES, "All nodes that came.").required(),
    Field::new("names", Kind::List(&Kind::Text), "Their names.").required(),
    Field::new("mesh_ids", Kind::List(&Kind::Ref("Mesh")), "Meshes among them.").required(),
    Field::new("material_ids", Kind::List(&Kind::Ref("Material")), "Materials that came.").required(),
    Field::new("texture_ids", Kind::List(&Kind::Ref("Texture")), "Textures that came.").required(),
    Field::new("group_ids", Kind::List(&Kind::Ref("Group")), "Groups that came.").required(),
    Field::new("vertex_count", Kind::COUNT, "Vertices that came.").required(),
    Field::new("face_count", Kind::COUNT, "Faces that came.").required(),
];

const PATH: Field = Field::new("path", Kind::Path { write: true }, "Where to; without it the bytes come back.");
const FORMAT: Field = Field::new("format", FORMATS, "Needed without `path`; with it as its ending says.");
const FACTOR: Field = Field::new("scale", SCALE, "Factor on every length.");
const NORMALS: Field = Field::new("normals", Kind::Bool, "Whether normals are written; without it as the format does.");
const MATERIALS: Field =
    Field::new("materials", Kind::Bool, "Whether materials are written; without it as the format does.");
const MODIFIERS: Field = Field::new(
    "modifiers",
    Kind::Bool,
    "Whether meshes are as their modifiers show them; without it as the format does.",
);

/// What `export_selection` takes: no ids, and else what `export_geometry` takes.
pub(super) const EXPORT_SELECTION: &[Field] = &[
    Field::new("include_children", Kind::Bool, "Whether all below what is selected goes into the file too.")
        .or("false"),
    PATH,
    FORMAT,
    FACTOR,
    NORMALS,
    MATERIALS,
    MODIFIERS,
];
const EXPORT: &[Field] = &[
    Field::new("ids", NODES, "What goes into the file; what is below a node goes only when it is named.").required(),
    PATH,
    FORMAT,
    FACTOR,
    NORMALS,
    MATERIALS,
    MODIFIERS,
];

/// What there is to tell of a file that was written.
pub(super) const EXPORTED: &[Field] = &[
    Field::new("format", FORMATS, "What was written.").required(),
    Field::new("ids", NODES, "What went into it.").required(),
    Field::new("size", Kind::COUNT, "Bytes of the main file.").required().unit("bytes"),
    Field::new("path", Kind::Text, "Where it was written."),
    Field::new("data", BYTES, "Its bytes, when no path was given."),
    Field::new("companions", Kind::List(&Kind::Object(WRITTEN)), "Files that it refers to, beside it.").required(),
];

pub(super) const TABLE: &[Entry] = &[
    Entry { domain: Domain::Model, ..Entry::EDIT }
        .batch(
            "import_geometry",
            "Brings models from files into the scene, from a path or as bytes: all of a file, or nothing of it.",
            &Kind::Object(IMPORT),
            &Kind::Object(IMPORTED),
        )
        .asking("The files.")
        .example(r#"{"items": [{"path": "/projects/crate.obj", "scale": 0.01}]}"#),
    Entry { domain: Domain::Model, timeout: SCENE_TIMEOUT, ..Entry::READ }
        .batch(
            "export_geometry",
            "Writes nodes to model files, or gives their bytes. Selection, modes and scene stay as they are.",
            &Kind::Object(EXPORT),
            &Kind::Object(EXPORTED),
        )
        .asking("The files.")
        .example(r#"{"items": [{"ids": ["Tent"], "format": "gltf"}]}"#),
];
