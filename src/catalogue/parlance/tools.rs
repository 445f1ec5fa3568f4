//! The reference's tools beside those of its entities: every one whose arguments, units or result are not ours. What is not
//! listed differs by camelCase only.

use super::Answer::{Each, Fields, Nothing, Whole};
use super::Source::{Given, Index, Is, Unsaid};
use super::Way::{As, In, Needless, Never, Only};
use super::{Answer, Arg, Form, Tool, Unit, fields};

const fn tool(theirs: &'static str, form: Form, args: &'static [Arg], answer: Answer) -> Tool {
    Tool { theirs, form, args, defaults: &[], answer }
}

/// As ours but for spelling, with items.
const fn items(theirs: &'static str, answer: Answer) -> Tool {
    tool(theirs, ITEMS, &[], answer)
}

/// As one item of ours but for spelling.
const fn single(theirs: &'static str, answer: Answer) -> Tool {
    tool(theirs, Form::Single, &[], answer)
}

const fn arg(theirs: &'static str, way: super::Way) -> Arg {
    Arg { theirs, way }
}

const ITEMS: Form = Form::List("items");
const DOMAIN: Arg = arg("domain", Never("a host has one selection, of nodes of every domain"));
const DATA: Arg = arg("data", In("data", Unit::Bytes));
const FILES: Answer = Each("results", &[("index", Index), ("data", Is("data"))]);
const GONE: &str = "cutting faces renumbers a mesh: all ids of its faces from before are stale";

/// Maya's commands for shapes.
const MAYA_SHAPES: &[(&str, &str)] = &[
    ("polyCube", "cube"),
    ("polySphere", "sphere"),
    ("polyCylinder", "cylinder"),
    ("polyCone", "cone"),
    ("polyPlane", "plane"),
    ("polyTorus", "torus"),
];

/// All of them, in the order of its own catalogue.
pub(super) const ALL: &[Tool] = &[
    // Model
    single("combineMeshes", Fields(&[("combinedMeshId", "/items/0/id")])),
    items(
        "splitMeshes",
        Each("results", &[("originalMeshId", Is("original_mesh_id")), ("resultMeshIds", Is("new_mesh_ids"))]),
    ),
    tool("transformVertices", ITEMS, &[arg("vertexId", In("vertex_ids", Unit::One))], Nothing),
    tool(
        "setEdgeCreases",
        ITEMS,
        &[arg("edgeId", In("edge_ids", Unit::One)), arg("creaseWeight", In("crease_weight", Unit::Sharpness))],
        Nothing,
    ),
    tool(
        "extrudeFaces",
        ITEMS,
        &[
            arg("direction", Only(&["\"normal\"", "\"custom\""], "it says whether `customDirection` holds")),
            arg("customDirection", As("direction")),
        ],
        Each(
            "results",
            &[("faceIds", Given("faceIds")), ("newFaceIds", Is("new_face_ids")), ("newEdgeIds", Is("new_edge_ids"))],
        ),
    ),
    tool(
        "unwrapUVs",
        ITEMS,
        &[arg("normalizeUVs", As("normalize_uvs"))],
        Each("results", &[("meshId", Is("mesh_id")), ("uvMapId", Is("uv_map_id"))]),
    ),
    items("transformUVs", Nothing),
    items("assignMaterials", Nothing),
    items("performGroupOperations", Nothing),
    tool("editCurveControlPoints", ITEMS, &[arg("controlPointIndex", As("index"))], Nothing),
    items("setSubdivisionLevels", Nothing),
    tool(
        "triangulate",
        ITEMS,
        &[
            arg("facesToTriangulate", As("face_ids")),
            arg("preserveBoundaries", Only(&["true"], "cutting faces leaves every edge where it is")),
        ],
        Each(
            "results",
            &[("meshId", Is("mesh_id")), ("addedFaceIds", Is("new_face_ids")), ("removedFaceIds", Unsaid(GONE))],
        ),
    ),
    tool(
        "quadrangulate",
        ITEMS,
        &[
            arg("facesToQuadrangulate", As("face_ids")),
            arg("maxAngleDeviation", In("max_angle_deviation", Unit::Degrees)),
        ],
        Each(
            "results",
            &[("meshId", Is("mesh_id")), ("addedFaceIds", Is("new_face_ids")), ("removedFaceIds", Unsaid(GONE))],
        ),
    ),
    Tool {
        theirs: "bridge",
        form: ITEMS,
        args: &[
            arg("faceLoopA", As("face_ids")),
            arg("faceLoopB", In("face_ids", Unit::Joined)),
            arg("meshId", Needless("the faces say of which mesh they are")),
        ],
        defaults: &[("smooth", "true")],
        answer: Each(
            "results",
            &[("meshId", Is("mesh_id")), ("bridgeFaceIds", Is("new_face_ids")), ("bridgeEdgeIds", Is("new_edge_ids"))],
        ),
    },
    tool(
        "importGeometry",
        ITEMS,
        &[
            DATA,
            arg("options.scale", As("scale")),
            arg("options.calculateNormals", In("normals", Unit::Words(&[("true", "computed"), ("false", "file")]))),
            arg("options.importMaterials", As("materials")),
        ],
        Each("results", &[("index", Index), ("meshIds", Is("mesh_ids")), ("materialIds", Is("material_ids"))]),
    ),
    tool(
        "exportGeometry",
        ITEMS,
        &[
            arg("meshIds", As("ids")),
            arg("options.scale", As("scale")),
            arg("options.exportMaterials", As("materials")),
        ],
        FILES,
    ),
    // Rig
    Tool {
        theirs: "createControlsForJoints",
        form: Form::Whole,
        args: &[],
        defaults: &[("control_size", "1"), ("offset_multiplier", "1.5"), ("create_group_hierarchy", "true")],
        answer: Fields(&[("controlIds", "/control_ids"), ("controlGroups", "/control_groups")]),
    },
    Tool {
        theirs: "createIKFKSwitch",
        form: Form::Whole,
        args: &[],
        defaults: &[("pole_vector_distance", "2")],
        answer: Fields(&[
            ("switchControlId", "/switch_control_id"),
            ("ikControlId", "/ik_control_id"),
            ("fkControlIds", "/fk_control_ids"),
            ("poleVectorId", "/pole_vector_id"),
        ]),
    },
    // Animation
    tool("insertKeyframes", Form::Spread("keyframes"), fields::KEYFRAME, Fields(&[("keyframeIds", "/ids")])),
    single(
        "bakeKeyframes",
        Fields(&[("keyframeIds", "/items/0/keyframe_ids"), ("keyframeCount", "/items/0/keyframe_count")]),
    ),
    tool(
        "transformKeyframes",
        Form::Single,
        &[
            arg("timeParams.scale", As("time_scale")),
            arg("timeParams.offset", As("time_offset")),
            arg("valueParams.scale", In("value_scale", Unit::OfOne)),
            arg("valueParams.offset", In("value_offset", Unit::OfOne)),
            arg("valueParams.noiseAmplitude", As("noise_amplitude")),
        ],
        Nothing,
    ),
    items("batchChannelSetMute", Nothing),
    items("batchChannelSetSolo", Nothing),
    single("trimClip", Nothing),
    items("batchClipTrim", Nothing),
    tool("splitClip", Form::Single, &[arg("splitTime", As("time"))], Fields(&[("newClipId", "/items/0/new_clip_id")])),
    single("mergeClips", Fields(&[("mergedClipId", "/items/0/id")])),
    items("batchClipPlayback", Nothing),
    items("batchLayerSetWeight", Nothing),
    tool("batchClipLayerOperation", ITEMS, &[arg("timeOffset", As("start_time"))], Nothing),
    tool(
        "batchCurveSmooth",
        ITEMS,
        &[arg(
            "preserveKeyframes",
            Only(&["[]"], "keyframes are named by ids here, not by numbers: give `preserveIds`"),
        )],
        Nothing,
    ),
    tool(
        "batchCurveSetInterpolation",
        ITEMS,
        &[
            arg("curveId", As("channel_id")),
            arg("startKeyframeIndex", Never("a stretch is given by time here: `startTime`")),
            arg("endKeyframeIndex", Never("a stretch is given by time here: `endTime`")),
        ],
        Nothing,
    ),
    items("batchDriverEvaluate", Each("results", &[("driverId", Is("driver_id")), ("result", Is("value"))])),
    tool("batchRigSelectBones", Form::List("selectionSets"), &[arg("boneIds", As("joint_ids"))], Nothing),
    items("batchIkChainSolve", Nothing),
    items("batchIkChainSetInfluence", Nothing),
    tool("batchImportAnimation", ITEMS, &[DATA], Each("results", &[("index", Index), ("clipIds", Is("clip_ids"))])),
    tool(
        "batchExportAnimation",
        ITEMS,
        &[arg("options", Only(&["{}"], "a file of motion has no options here: give `format` and `path` or nothing"))],
        FILES,
    ),
    // Core
    tool("select", Form::Whole, &[DOMAIN], Fields(&[("selectedIds", "/selected_ids")])),
    tool("clearSelection", Form::Whole, &[DOMAIN], Nothing),
    tool("getSelection", Form::Whole, &[DOMAIN], Fields(&[("selectedIds", "/ids")])),
    items("batchTransform", Nothing),
    items("batchSetParent", Nothing),
    tool(
        "getChildren",
        Form::Whole,
        &[arg("id", In("ids", Unit::One)), arg("typeFilter", As("types"))],
        Fields(&[("childIds", "/items/0/child_ids")]),
    ),
    items("batchSetProperty", Nothing),
    single("getProperty", Fields(&[("value", "/items/0/value")])),
    items(
        "batchGetProperty",
        Each("values", &[("id", Is("id")), ("propertyPath", Is("property_path")), ("value", Is("value"))]),
    ),
    single("setVisibility", Nothing),
    items("batchSetVisibility", Nothing),
    single("setLocked", Nothing),
    items("batchSetLocked", Nothing),
    tool("duplicate", Form::Single, &[arg("newName", As("name"))], Fields(&[("newId", "/ids/0")])),
    single("rename", Nothing),
    single("setMetadata", Nothing),
    tool("getMetadata", Form::Whole, &[arg("id", In("ids", Unit::One))], Fields(&[("metadata", "/items/0/metadata")])),
    // Later additions
    tool(
        "createLight",
        Form::Single,
        &[arg("type", As("kind")), arg("direction", In("rotation", Unit::Direction))],
        Fields(&[("id", "/ids/0")]),
    ),
    tool(
        "getCameraView",
        Form::Whole,
        &[
            arg("shading_mode", As("shading")),
            arg(
                "perspective",
                In(
                    "view",
                    Unit::Words(&[("TOP", "top"), ("FRONT", "front"), ("RIGHT", "right"), ("PERSP", "perspective")]),
                ),
            ),
            arg(
                "auto_adjust_camera",
                Only(&["true"], "a view fills the picture with what `frameIds` names, else with the scene"),
            ),
            arg(
                "name_visibility_predicate",
                Never("a picture shows what is visible: `setVisibility` hides, `frameIds` aims"),
            ),
        ],
        Whole,
    ),
    single("evaluateAnimation", Fields(&[("values", "/items/0/values")])),
    single("playAnimation", Nothing),
    tool("createMeshFromPrimitive", Form::Single, &[arg("type", As("kind"))], Fields(&[("meshId", "/ids/0")])),
    // The Maya MCP server's design (seed 003)
    tool(
        "maya_create",
        Form::Single,
        &[arg("object_type", In("kind", Unit::Words(MAYA_SHAPES)))],
        Fields(&[("name", "/items/0/name"), ("id", "/ids/0")]),
    ),
    tool("maya_select", Form::Whole, &[arg("objects", As("ids"))], Fields(&[("selected_ids", "/selected_ids")])),
    tool("maya_execute", Form::Whole, &[arg("command", As("code"))], Whole),
];

/// Names that both have with the same arguments: ours answers, whoever calls.
pub(super) const SHARED: &[(&str, &str)] = &[
    ("query", "`ids` and `total` are its `results` and `totalCount`"),
    ("undo", "`undone` says how many steps"),
    ("redo", "`redone` says how many steps"),
    ("bevel", "`new_face_ids`, `new_edge_ids` and `new_vertex_ids` of each of the `items`"),
    ("select", "`selected_ids`; with a `domain`, see above"),
];

/// What ours needs and its tools do not have, or have in a form that says too little.
pub(super) const LACKING: &[(&str, &str, &str)] = &[
    ("createKeyframes", "channelId", "a keyframe lies on a channel; `objectId` and `property` name it too"),
    ("createLayers", "nodeId", "a layer moves one node"),
    ("createRigControls", "rigId", "a control is a joint of its rig"),
    ("createBlendShapeGroups", "meshId", "a group is the shape keys of one mesh"),
    ("createBlendShapes", "normalDelta", "`deltas` say where points go; `normalDeltas` has one for each vertex"),
    ("createBlendShapes", "tangentDelta", "`deltas` say where points go; `tangentDeltas` has one for each vertex"),
    ("createDrivers", "transform", "a variable reads its `sourcePath`, or a `transform` in its place"),
    ("importGeometry", "data", "bytes are an attachment; as JSON a file is named by its `path`"),
    ("batchImportAnimation", "data", "bytes are an attachment; as JSON a file is named by its `path`"),
];
