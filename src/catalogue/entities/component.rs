//! Entities of the model domain that are parts of a mesh: vertices, edges, faces, UV maps, subdivision.

use crate::catalogue::{Domain, Entity, Field, Kind};

const MESH_ID: Field = Field::new("mesh_id", Kind::Ref("Mesh"), "The mesh that it is part of.").required().once();
const INDEX: Field = Field::new("index", Kind::COUNT, "Its number in the mesh.").read_only();
const SELECTED: Field =
    Field::new("selected", Kind::Bool, "Whether it is selected in the artist's edit mode.").or("false");
const HIDDEN: Field = Field::new("hidden", Kind::Bool, "Whether it is hidden in the artist's edit mode.").or("false");
const METADATA: Field = Field::new("metadata", Kind::Map, "Custom properties by name.");
const NAME: Field =
    Field::new("name", Kind::Text, "`mesh/vertex/3`: the mesh's name, what it is, its number.").read_only();

/// What is true of every id here.
const ID: &str = "Opaque id, for this topology of the mesh: `stale_id` once somebody else changed that.";

/// A corner of a mesh.
pub(in crate::catalogue) static VERTEX: Entity = Entity {
    name: "Vertex",
    singular: "vertex",
    plural: "vertices",
    domain: Domain::Model,
    doc: "A vertex is a point of a mesh; for many at once the arrays of the mesh are a thousand times quicker.",
    base: None,
    parent: Some("Mesh"),
    fields: &[
        Field::new("id", Kind::Ref("Vertex"), ID).read_only().required(),
        NAME,
        MESH_ID,
        INDEX,
        Field::new("position", Kind::Point, "Position local to the mesh, in scene units.").required(),
        Field::new("normal", Kind::Vector, "Unit normal, the mean of its faces'.").read_only(),
        Field::new(
            "uvs",
            Kind::List(&Kind::Vector2),
            "One texture coordinate per UV map, written to all its corners; none where no face has it.",
        ),
        Field::new("color", Kind::Color, "Its colour in the active colour attribute; absent when the mesh has none."),
        Field::new("weights", Kind::Map, "Weight from 0 to 1 by the name of the bone or vertex group that moves it."),
        SELECTED,
        HIDDEN,
        METADATA,
    ],
    example: r#"{"mesh_id": "Tent", "position": [1, 0, 2]}"#,
    check: None,
};

/// What joins two vertices.
pub(in crate::catalogue) static EDGE: Entity = Entity {
    name: "Edge",
    singular: "edge",
    plural: "edges",
    domain: Domain::Model,
    doc: "An edge joins two vertices of a mesh.",
    base: None,
    parent: Some("Mesh"),
    fields: &[
        Field::new("id", Kind::Ref("Edge"), ID).read_only().required(),
        NAME,
        MESH_ID,
        INDEX,
        Field::new("vertex_ids", Kind::List(&Kind::Ref("Vertex")), "Its two vertices.").required().once(),
        Field::new("sharp", Kind::Bool, "Whether shading breaks at it.").or("false"),
        Field::new("crease", Kind::Ratio, "How sharp it stays when the mesh is subdivided.").or("0"),
        Field::new("seam", Kind::Bool, "Whether unwrapping cuts along it.").or("false"),
        HIDDEN,
        SELECTED,
        METADATA,
    ],
    example: r#"{"mesh_id": "Tent", "vertex_ids": ["Tent/vertex/2", "Tent/vertex/3"], "sharp": true}"#,
    check: None,
};

/// What is spanned by three or more vertices.
pub(in crate::catalogue) static FACE: Entity = Entity {
    name: "Face",
    singular: "face",
    plural: "faces",
    domain: Domain::Model,
    doc: "A face is spanned by three or more vertices of a mesh, counter-clockwise seen from outside.",
    base: None,
    parent: Some("Mesh"),
    fields: &[
        Field::new("id", Kind::Ref("Face"), ID).read_only().required(),
        NAME,
        MESH_ID,
        INDEX,
        Field::new("vertex_ids", Kind::List(&Kind::Ref("Vertex")), "Its vertices in order.").required().once(),
        Field::new("normal", Kind::Vector, "Unit normal.").read_only(),
        Field::new("center", Kind::Point, "Mean of its vertices, local to the mesh.").read_only(),
        Field::new("area", Kind::POSITIVE, "Its area, local to the mesh.").read_only(),
        Field::new("material_id", Kind::Ref("Material"), "Its material, one of the mesh's; null for none.").nullable(),
        Field::new("smooth", Kind::Bool, "Whether it is shaded smooth.").or("false"),
        Field::new("smoothing_group", Kind::COUNT, "Smoothing group; `not_supported` where a host has none."),
        HIDDEN,
        SELECTED,
        METADATA,
    ],
    example: r#"{"mesh_id": "Tent", "vertex_ids": ["Tent/vertex/0", "Tent/vertex/2", "Tent/vertex/3"]}"#,
    check: None,
};

/// Texture coordinates of a mesh.
pub(in crate::catalogue) static UV_MAP: Entity = Entity {
    name: "UVMap",
    singular: "uv_map",
    plural: "uv_maps",
    domain: Domain::Model,
    doc: "A UV map says where on a texture each corner of a mesh's faces lies.",
    base: None,
    parent: Some("Mesh"),
    fields: &[
        Field::new("id", Kind::Ref("UVMap"), "Opaque id that survives renaming.").read_only().required(),
        Field::new("name", Kind::Text, "The name that the artist sees; the host may number it to keep it unique."),
        MESH_ID,
        Field::new("channel", Kind::COUNT, "Its number among the mesh's UV maps.").read_only(),
        Field::new(
            "coordinates",
            Kind::Array(&Kind::Vector2),
            "One [u, v] per face corner, or on input per vertex, shape [n, 2], origin at the lower left.",
        )
        .on_request(),
        Field::new("active", Kind::Bool, "Whether it is the one that operations and renders take."),
        METADATA,
    ],
    example: r#"{"mesh_id": "Tent", "name": "Light map"}"#,
    check: None,
};

const CREASE: &[Field] = &[
    Field::new("edge_id", Kind::Ref("Edge"), "The edge.").required(),
    Field::new("crease_weight", Kind::Ratio, "How sharp it stays.").required(),
];

/// A mesh subdivided while it is shown.
pub(in crate::catalogue) static SUBDIVISION: Entity = Entity {
    name: "SubdivisionSurface",
    singular: "subdivision_surface",
    plural: "subdivision_surfaces",
    domain: Domain::Model,
    doc: "A subdivision surface shows a mesh smoothed and finer than it is stored.",
    base: None,
    parent: Some("Mesh"),
    fields: &[
        Field::new("id", Kind::Ref("SubdivisionSurface"), "Opaque id that survives renaming.").read_only().required(),
        Field::new("name", Kind::Text, "The name that the artist sees; the host may number it to keep it unique."),
        Field::new("base_mesh_id", Kind::Ref("Mesh"), "The mesh that it subdivides.").required().once(),
        Field::new("subdivision_level", Kind::Int { min: 0, max: 11 }, "How often, in the viewport.").or("1"),
        Field::new(
            "render_level",
            Kind::Int { min: 0, max: 11 },
            "How often in renders; as in the viewport when not given.",
        ),
        Field::new("scheme", Kind::Enum(&["catmull_clark", "loop", "bilinear"]), "By which rule.")
            .or("\"catmull_clark\""),
        Field::new(
            "crease_edges",
            Kind::List(&Kind::Object(CREASE)),
            "The edges of the mesh that stay sharp; all others have no crease then.",
        ),
        Field::new(
            "boundary_interpolation",
            Kind::Enum(&["none", "edges", "all"]),
            "What of an open boundary stays sharp: nothing, its edges, or its edges and corners.",
        )
        .or("\"all\""),
        Field::new("active", Kind::Bool, "Whether it takes effect.").or("true"),
        METADATA,
    ],
    example: r#"{"name": "Smoothing", "base_mesh_id": "Tent", "subdivision_level": 2}"#,
    check: None,
};
