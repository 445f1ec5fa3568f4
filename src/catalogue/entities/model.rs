//! Entities of the model domain: meshes and materials.

use super::NODE;
use crate::catalogue::{Domain, Entity, Field, Kind};

/// An index into the vertices, bound by what 32 bits hold.
const INDEX: Kind = Kind::COUNT;

/// A polygon mesh in the scene.
pub(in crate::catalogue) static MESH: Entity = Entity {
    name: "Mesh",
    singular: "mesh",
    plural: "meshes",
    domain: Domain::Model,
    doc: "A mesh is a scene object made of vertices and faces; its id is the object's.",
    base: Some(&NODE),
    parent: Some("Node"),
    fields: &[
        Field::new("vertices", Kind::Array(&Kind::Point), "Positions local to the object, in scene units, shape [n, 3].")
            .required()
            .on_request(),
        Field::new(
            "indices",
            Kind::Array(&INDEX),
            "Vertex numbers of every face one after the other, three each unless `face_sizes` says otherwise; counter-clockwise seen from outside.",
        )
        .on_request(),
        Field::new("face_sizes", Kind::Array(&INDEX), "Corners of each face, at least 3; without it all are triangles.")
            .on_request(),
        Field::new("normals", Kind::Array(&Kind::Vector), "One unit normal per vertex or per face corner, shape [n, 3].")
            .on_request(),
        Field::new(
            "uvs",
            Kind::Array(&Kind::Vector2),
            "One texture coordinate per vertex or per face corner, shape [n, 2], origin at the lower left.",
        )
        .on_request(),
        Field::new("colors", Kind::Array(&Kind::Color), "One linear rgba per vertex or per face corner, shape [n, 4].")
            .on_request(),
        Field::new("material_ids", Kind::List(&Kind::Ref("Material")), "Materials in slot order."),
        Field::new("material_id", Kind::Ref("Material"), "The first material, null for none.").nullable(),
        Field::new(
            "face_materials",
            Kind::Array(&INDEX),
            "Number of the material slot of each face, shape [n].",
        )
        .on_request(),
        Field::new("smooth", Kind::Bool, "Whether all its faces are shaded smooth; absent when some are and some not."),
        Field::new(
            "tangents",
            Kind::Array(&Kind::Quaternion),
            "Tangent and sign of the bitangent per face corner, shape [n, 4], where there is a UV map.",
        )
        .on_request()
        .read_only(),
        Field::new("revision", Kind::Text, "Changes whenever vertices, edges or faces come, go or are joined otherwise.")
            .read_only(),
        Field::new("vertex_count", Kind::COUNT, "How many vertices.").read_only(),
        Field::new("edge_count", Kind::COUNT, "How many edges.").read_only(),
        Field::new("face_count", Kind::COUNT, "How many faces.").read_only(),
    ],
    example: r#"{"name": "Tent", "vertices": [[0, 0, 0], [2, 0, 0], [1, 1, 1.5], [1, -1, 1.5]], "indices": [0, 1, 2, 0, 3, 1]}"#,
    check: Some(crate::catalogue::validate::mesh),
};

const TEXTURE: Kind = Kind::Ref("Texture");

/// What a texture can say of a surface.
const TEXTURES: &[Field] = &[
    Field::new("base_color", TEXTURE, "Its colour.").nullable(),
    Field::new("normal", TEXTURE, "Its normals, in tangent space.").nullable(),
    Field::new("metallic", TEXTURE, "Where it is metal.").nullable(),
    Field::new("roughness", TEXTURE, "Where it is rough.").nullable(),
    Field::new("emissive", TEXTURE, "What it gives off.").nullable(),
    Field::new("ambient_occlusion", TEXTURE, "Where little light comes.").nullable(),
    Field::new("height", TEXTURE, "How far it stands out.").nullable(),
    Field::new("opacity", TEXTURE, "Where it is solid.").nullable(),
];

/// What a texture can tell of a surface.
pub(in crate::catalogue) const SLOTS: &[&str] =
    &["base_color", "metallic", "roughness", "normal", "height", "opacity", "emissive", "ambient_occlusion"];
/// Which of a texture's numbers do.
pub(in crate::catalogue) const CHANNELS: &[&str] = &["color", "red", "green", "blue", "alpha"];
const TEXTURE_MAP: &[Field] = &[
    Field::new("slot", Kind::Enum(SLOTS), "What it tells of the surface.").required(),
    Field::new("texture_id", TEXTURE, "The texture.").required(),
    Field::new("channel", Kind::Enum(CHANNELS), "Which of its numbers tell it.").required(),
    Field::new("invert", Kind::Bool, "Whether it tells the opposite.").required(),
    Field::new("flip_green", Kind::Bool, "Whether its green points down.").required(),
];

/// How a surface looks.
pub(in crate::catalogue) static MATERIAL: Entity = Entity {
    name: "Material",
    singular: "material",
    plural: "materials",
    domain: Domain::Model,
    doc: "A material says how a surface looks, as metallic and roughness (PBR).",
    base: None,
    parent: Some("Node"),
    fields: &[
        Field::new("id", Kind::Ref("Material"), "Opaque id that survives renaming.").read_only().required(),
        Field::new("name", Kind::Text, "The name that the artist sees; the host may number it to keep it unique."),
        Field::new(
            "type",
            Kind::Enum(&["standard", "pbr", "lambert", "phong", "toon", "custom"]),
            "Which shading model; `custom` on reading one that is none of the others.",
        )
        .or("\"pbr\""),
        Field::new(
            "base_color",
            Kind::Color,
            "Colour of the surface, linear rgba; #rrggbb and CSS names on input; white unless given or said by a texture.",
        ),
        Field::new(
            "metallic",
            Kind::Ratio,
            "0 for what is not metal, 1 for metal; 0 unless given or said by a texture.",
        ),
        Field::new("roughness", Kind::Ratio, "0 for a mirror, 1 for chalk; 0.5 unless given or said by a texture."),
        Field::new("opacity", Kind::Ratio, "0 for invisible, 1 for solid; 1 unless given or said by a texture."),
        Field::new(
            "alpha_mode",
            Kind::Enum(&["opaque", "mask", "blend"]),
            "How opacity is used: not at all, as a hard cut, or blended.",
        ),
        Field::new("alpha_cutoff", Kind::Ratio, "Opacity under which `mask` cuts."),
        Field::new(
            "double_sided",
            Kind::Bool,
            "Whether faces show from behind; the host's own default when not given.",
        ),
        Field::new(
            "emissive",
            Kind::Color,
            "Colour of the light that it gives off, linear; black unless given or said by a texture.",
        ),
        Field::new("emissive_intensity", Kind::POSITIVE, "Factor on `emissive`.").or("1"),
        Field::new("normal_scale", Kind::NUMBER, "Strength of the normal map, 1 as painted."),
        Field::new(
            "textures",
            Kind::Object(TEXTURES),
            "Textures by what they say of the surface; null takes one off, what is not named stays as it is.",
        ),
        Field::new(
            "texture_maps",
            Kind::List(&Kind::Object(TEXTURE_MAP)),
            "All that textures say of the surface, as `set_texture_maps` writes it.",
        )
        .read_only()
        .on_request(),
        Field::new(
            "shader_parameters",
            Kind::Map,
            "Further settings of the shader by the host's own names, those that differ from its defaults.",
        ),
        Field::new("metadata", Kind::Map, "Custom properties by name."),
    ],
    example: r##"{"name": "Brass", "base_color": "#b5a642", "metallic": 1, "roughness": 0.25}"##,
    check: None,
};
