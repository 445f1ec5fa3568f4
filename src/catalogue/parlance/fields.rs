//! The reference's entities: their fields that are not ours by another spelling alone.

use super::{Arg, Unit, Way};
use crate::catalogue::Entity;

/// Its entities, by name. Its animation `Curve`, `Rig` and `IKChain` are hidden by the later ones of the same name.
pub(super) const ENTITIES: &[&str] = &[
    "Mesh",
    "Vertex",
    "Edge",
    "Face",
    "UVMap",
    "Material",
    "Group",
    "Curve",
    "SubdivisionSurface",
    "Joint",
    "Rig",
    "Skin",
    "RigControl",
    "Constraint",
    "IKChain",
    "BindPose",
    "BlendShape",
    "BlendShapeGroup",
    "SplineIK",
    "JointLimits",
    "Keyframe",
    "Channel",
    "Clip",
    "Layer",
    "Driver",
];

const NAMELESS: Way = Way::Needless("it has no name of its own in a host; its id names it");
const CHILDREN: Arg =
    Arg { theirs: "childIds", way: Way::Only(&["[]"], "a child says who its parent is: give `parentId` to it") };

/// Of a mesh's parts, whose only name is their id.
const PART: Arg = Arg { theirs: "name", way: NAMELESS };
const NODE: &[Arg] = &[CHILDREN];
const VERTEX: &[Arg] = &[
    PART,
    Arg { theirs: "uv", way: Way::As("uvs") },
    Arg { theirs: "weight", way: Way::As("weights") },
    Arg {
        theirs: "normal",
        way: Way::Never("it follows from the faces; `updateMeshs` sets `normals` of a whole mesh"),
    },
];
const EDGE: &[Arg] = &[PART];
const FACE: &[Arg] = &[PART, Arg { theirs: "normal", way: Way::Never("it follows from the vertices and their order") }];
const MESH: &[Arg] = &[
    CHILDREN,
    Arg { theirs: "tangents", way: Way::Never("the host reckons them from normals and UVs when it draws") },
];
const UV_MAP: &[Arg] = &[
    Arg { theirs: "channel", way: Way::Needless("a new map comes behind those that the mesh has") },
    Arg {
        theirs: "coordinates",
        way: Way::Never(
            "a vertex has a place for each corner: `transformUVs` sets them by vertex, `update_uv_maps` by corner",
        ),
    },
];
const MATERIAL: &[Arg] = &[Arg {
    theirs: "alphaMode",
    way: Way::In("alpha_mode", Unit::Words(&[("OPAQUE", "opaque"), ("MASK", "mask"), ("BLEND", "blend")])),
}];
const SUBDIVISION: &[Arg] = &[
    Arg { theirs: "scheme", way: Way::In("scheme", Unit::Words(&[("catmull-clark", "catmull_clark")])) },
    Arg { theirs: "creaseEdges", way: Way::In("crease_edges", Unit::Creases) },
];
const RIG: &[Arg] = &[
    Arg { theirs: "rootJointId", way: Way::Needless("the joint without a parent is the root") },
    Arg { theirs: "joints", way: Way::Only(&["[]"], "joints are made in their rig: give `rigId` to `createJoints`") },
    Arg { theirs: "bindPoseId", way: Way::Needless("a bind pose says whose it is: give `rigId` to `createBindPoses`") },
];
const JOINT: &[Arg] = &[
    CHILDREN,
    Arg { theirs: "rigName", way: Way::Needless("the rig's own name is its name: `rigId` says which one it is") },
];
const CONTROL: &[Arg] = &[CHILDREN];
const BIND_POSE: &[Arg] = &[
    Arg { theirs: "transforms", way: Way::In("transforms", Unit::ByJoint) },
    Arg { theirs: "isBindPose", way: Way::Needless("each of them is a bind pose; `active` says which one holds") },
    Arg { theirs: "isDefault", way: Way::Only(&["false"], "the first pose of a rig is its default") },
];
const BLEND_SHAPE: &[Arg] = &[Arg {
    theirs: "isGroupTarget",
    way: Way::Only(&["false"], "the shape keys of a mesh are its one group, and each belongs to it"),
}];
const BLEND_SHAPE_GROUP: &[Arg] = &[Arg {
    theirs: "blendShapeIds",
    way: Way::Only(&["[]"], "the shape keys of a mesh are its group: give `meshId`"),
}];
const SPLINE_IK: &[Arg] = &[Arg { theirs: "count", way: Way::Needless("it follows from the start and the end joint") }];
const JOINT_LIMITS: &[Arg] = &[Arg { theirs: "rotationLimits", way: Way::In("rotation_limits", Unit::Degrees) }];
pub(super) const KEYFRAME: &[Arg] = &[
    Arg { theirs: "name", way: NAMELESS },
    Arg { theirs: "value", way: Way::In("value", Unit::OfOne) },
    Arg { theirs: "objectId", way: Way::As("node_id") },
    Arg { theirs: "property", way: Way::As("path") },
];
const CHANNEL: &[Arg] = &[
    Arg { theirs: "name", way: NAMELESS },
    Arg {
        theirs: "type",
        way: Way::Only(
            &["\"SCALAR\""],
            "a channel is one component here: make `position.x`, `.y` and `.z` of a vector",
        ),
    },
    Arg { theirs: "defaultValue", way: Way::Never("it is read from the property that the channel moves") },
];
const DRIVER: &[Arg] = &[Arg { theirs: "name", way: NAMELESS }];

/// What an entity's fields are called and given as.
pub(super) fn of(entity: &Entity) -> &'static [Arg] {
    match entity.name {
        "Curve" => NODE,
        "Mesh" => MESH,
        "Vertex" => VERTEX,
        "Edge" => EDGE,
        "Face" => FACE,
        "UVMap" => UV_MAP,
        "Material" => MATERIAL,
        "SubdivisionSurface" => SUBDIVISION,
        "Rig" => RIG,
        "Joint" => JOINT,
        "RigControl" => CONTROL,
        "BindPose" => BIND_POSE,
        "BlendShape" => BLEND_SHAPE,
        "BlendShapeGroup" => BLEND_SHAPE_GROUP,
        "SplineIK" => SPLINE_IK,
        "JointLimits" => JOINT_LIMITS,
        "Keyframe" => KEYFRAME,
        "Channel" => CHANNEL,
        "Driver" => DRIVER,
        _ => &[],
    }
}
