//! What surfaces look like.

use super::COMPOUND;
use crate::catalogue::entities::{CHANNELS, SLOTS};
use crate::catalogue::operations::Entry;
use crate::catalogue::{Domain, Field, Kind};

const REMARK: &[Field] =
    &[Field::new("path", Kind::Text, "The picture.").required(), Field::new("reason", Kind::Text, "Why.").required()];
const REMARKS: Kind = Kind::List(&Kind::Object(REMARK));
const MAP: &[Field] = &[
    Field::new("slot", Kind::Enum(SLOTS), "What it tells of the surface.").required(),
    Field::new("texture_id", Kind::Ref("Texture"), "The texture.").required(),
    Field::new("path", Kind::Text, "The picture.").required(),
    Field::new("channel", Kind::Enum(CHANNELS), "Which of its numbers tell it.").required(),
    Field::new("color_space", Kind::Text, "What its numbers are: `srgb`, `linear` or `data`.").required(),
    Field::new("inverted", Kind::Bool, "Whether it said the opposite: gloss for roughness.").required(),
    Field::new("flipped", Kind::Bool, "Whether its green was turned round: normals made for DirectX.").required(),
];

pub(super) const TABLE: &[Entry] = &[Entry {
    name: "create_material_from_textures",
    doc: "Makes a material of the pictures of a folder, or of those that are named: colour, roughness or gloss, metallic, normals of OpenGL \
          or DirectX, height, opacity, emission and maps packed as ORM are known by their names; of several sizes and formats it takes the \
          best, and tells what it doubts and what it leaves out.",
    domain: Domain::Model,
    params: &[
        Field::new("folder", Kind::Path { write: false }, "The folder; or give `paths`."),
        Field::new("paths", Kind::List(&Kind::Path { write: false }), "The pictures, in place of `folder`."),
        Field::new(
            "prefix",
            Kind::Text,
            "Only files whose names begin so, where a folder has pictures of several materials.",
        ),
        Field::new("name", Kind::Text, "Of the material; what the files' names have in common when not given."),
        Field::new(
            "normal_format",
            Kind::Enum(&["auto", "opengl", "directx"]),
            "Whose normals they are; with `auto` as the name says, and OpenGL's where it does not.",
        )
        .or("\"auto\""),
        Field::new(
            "ambient_occlusion",
            Kind::Bool,
            "Whether a map of it darkens the colour; renderers that trace light reckon it themselves.",
        )
        .or("false"),
        Field::new("assign_to", Kind::List(&Kind::Ref("Mesh")), "Meshes that get the material.").or("[]"),
    ],
    returns: &[
        Field::new("material_id", Kind::Ref("Material"), "The material.").required(),
        Field::new("name", Kind::Text, "What it is called.").required(),
        Field::new("maps", Kind::List(&Kind::Object(MAP)), "What it is made of.").required(),
        Field::new("doubtful", REMARKS, "Pictures that were used on a guess.").required(),
        Field::new("left_out", REMARKS, "Pictures that were not used.").required(),
        Field::new(
            "missing",
            Kind::List(&Kind::Enum(SLOTS)),
            "What of colour, metal, roughness and normals no picture tells: there the material has its plain value.",
        )
        .required(),
    ],
    example: r#"{"folder": "/projects/textures/rock", "assign_to": ["Tent"]}"#,
    made_of: &["create_textures", "create_materials", "set_texture_maps", "assign_materials"],
    ..COMPOUND
}];
