//! Making rigs that can be animated.

use super::COMPOUND;
use crate::catalogue::operations::Entry;
use crate::catalogue::{Domain, Field, Kind};

const SHAPES: Kind = Kind::Enum(&["cube", "sphere", "circle", "square", "arrow", "cross", "pyramid", "diamond"]);
const JOINTS: Kind = Kind::List(&Kind::Ref("Joint"));
const CONTROLS: Kind = Kind::List(&Kind::Ref("RigControl"));
const RIG_ID: Field =
    Field::new("rig_id", Kind::Ref("Rig"), "Their rig, when it shall be made sure that it is this one.");

const RIGGING: Entry = Entry { domain: Domain::Rig, ..COMPOUND };

const SPACE: &[Field] = &[
    Field::new("name", Kind::Text, "What it is called."),
    Field::new(
        "target_id",
        Kind::Ref("Node"),
        "What it moves with there, a node or joint; null for what it is below anyway.",
    )
    .nullable(),
];

pub(super) const TABLE: &[Entry] = &[
    Entry {
    name: "create_ik_fk_switch",
    doc: "Rigs a limb for IK and FK at once: controls for each joint, a control for its end and one for where it bends, and a switch that \
          slides along its own x from FK (0) to IK (`switch_range`), anything between being a blend. Made where the limb rests.",
    params: &[
        Field::new(
            "joint_ids",
            JOINTS,
            "The limb from its root to its end, three joints or more, each directly below the one before (upper arm, forearm, hand).",
        )
        .required(),
        RIG_ID,
        Field::new("switch_name", Kind::Text, "How the names of all that is made begin.").required(),
        Field::new("ik_control_shape", SHAPES, "How the control of the end is drawn.").or("\"square\""),
        Field::new("fk_control_shape", SHAPES, "How the controls of the joints are drawn.").or("\"circle\""),
        Field::new("ik_color", Kind::Color, "Colour of what belongs to IK.").or("[1, 0.2, 0.2, 1]"),
        Field::new("fk_color", Kind::Color, "Colour of what belongs to FK.").or("[0.2, 0.4, 1, 1]"),
        Field::new("create_pole_vector", Kind::Bool, "Whether a control says where the limb bends to.").or("true"),
        Field::new(
            "pole_vector_distance",
            Kind::Length,
            "From the bend to that control; as far as the limb is long when not given.",
        )
        .within(1e-6, 1e12),
        Field::new("switch_range", Kind::Length, "How far the switch slides; a quarter of the limb when not given.")
            .within(1e-6, 1e12),
    ],
    returns: &[
        Field::new("switch_control_id", Kind::Ref("RigControl"), "The switch; `pose_position` moves it.").required(),
        Field::new("ik_control_id", Kind::Ref("RigControl"), "What the end follows in IK, in place and turn.").required(),
        Field::new("fk_control_ids", CONTROLS, "What the joints follow in FK, one for each.").required(),
        Field::new("pole_vector_id", Kind::Ref("RigControl"), "Where the limb bends to; null without one.")
            .required()
            .nullable(),
        Field::new("ik_chain_id", Kind::Ref("IKChain"), "The IK itself.").required(),
        Field::new("driver_ids", Kind::List(&Kind::Ref("Driver")), "What ties each joint to the switch.").required(),
        Field::new("switch_range", Kind::Length, "How far the switch slides for all of IK.").required(),
    ],
    example: r#"{"joint_ids": ["Upper", "Lower", "Hand"], "switch_name": "Arm"}"#,
    made_of: &[
        "get_joints",
        "get_rigs",
        "create_rig_controls",
        "create_ik_chains",
        "solve_ik",
        "update_ik_chains",
        "create_constraints",
        "create_drivers",
    ],
    ..RIGGING
},
    Entry {
        name: "create_controls_for_joints",
        doc: "Makes a control for each of these joints, which follows it: each below that of the joint above, lying where the joint \
              rests, so that nothing moves.",
        params: &[
            Field::new("joint_ids", JOINTS, "The joints, each once, in any order.").required(),
            RIG_ID,
            Field::new(
                "control_shape",
                Kind::Enum(&["cube", "sphere", "circle", "square", "arrow", "cross", "pyramid", "diamond", "custom"]),
                "How they are drawn; `custom` is the mesh of `custom_mesh_id`.",
            )
            .or("\"cube\""),
            Field::new("control_size", Kind::Length, "How large they are drawn; each as long as its joint when not given.")
                .within(1e-6, 1e12),
            Field::new("use_color_hierarchy", Kind::Bool, "Whether colours tell how deep a joint lies: red, yellow, green, blue.")
                .or("true"),
            Field::new("base_color", Kind::Color, "Colour of all of them without `use_color_hierarchy`.")
                .or("[1, 0.8, 0.1, 1]"),
            Field::new(
                "offset_multiplier",
                Kind::Float { min: -1e3, max: 1e3 },
                "How far along its joint a shape is drawn, in lengths of the joint.",
            )
            .or("0"),
            Field::new(
                "create_group_hierarchy",
                Kind::Bool,
                "Whether each control gets a hidden one above it, which holds its place, so that another rig can move it.",
            )
            .or("false"),
            Field::new("custom_mesh_id", Kind::Ref("Mesh"), "The mesh that they are drawn as, when the shape is `custom`."),
            Field::new("naming_pattern", Kind::Text, "Their names; `{joint}` is the joint's.").or("\"CTRL_{joint}\""),
        ],
        returns: &[
            Field::new("control_ids", CONTROLS, "One for each joint, in the same order.").required(),
            Field::new("control_groups", CONTROLS, "What holds their places, likewise; empty without.").required(),
        ],
        example: r#"{"joint_ids": ["Upper", "Lower", "Hand"], "control_shape": "circle"}"#,
        made_of: &["get_joints", "get_rigs", "list_joints", "create_rig_controls"],
        ..RIGGING
    },
    Entry {
        name: "create_biped_skeleton",
        doc: "Makes the skeleton of a human, in the proportions of anatomy: hips, spine, neck, head, arms, fingers and legs, elbows and \
              knees bent a little so that IK knows the way, names ending in `_L` and `_R`. It stands at `position` and looks to the front.",
        params: &[
            Field::new("name", Kind::Text, "Of the rig.").or("\"Biped\""),
            Field::new("height", Kind::Length, "From its soles to the top of its head; 1.75 metres when not given.")
                .within(1e-3, 1e9),
            Field::new("position", Kind::Point, "Where it stands.").or("[0, 0, 0]"),
            Field::new("arm_pose", Kind::Enum(&["t", "a"]), "Arms held out to the sides, or half-way down.").or("\"t\""),
            Field::new("spine_count", Kind::Int { min: 1, max: 24 }, "Joints from the hips to the neck.").or("3"),
            Field::new("fingers", Kind::Bool, "Whether it has fingers, three joints each.").or("true"),
        ],
        returns: &[
            Field::new("rig_id", Kind::Ref("Rig"), "The rig.").required(),
            Field::new("root_joint_id", Kind::Ref("Joint"), "Its hips.").required(),
            Field::new("joint_ids", JOINTS, "Its joints, parents before children.").required(),
            Field::new("joints", Kind::Map, "Ids of the joints by names: `Hips`, `UpperArm_L`, `Index1_R`.").required(),
            Field::new("height", Kind::Length, "How tall it is.").required(),
        ],
        example: r#"{"name": "Actor", "arm_pose": "a"}"#,
        made_of: &["create_rigs", "create_joints"],
        ..RIGGING
    },
    Entry {
        name: "mirror_joints",
        doc: "Makes the other side of joints: mirrored in their rig, named for the other side, bending alike by the same turn about x. Those \
              that are there already are put to where the mirror has them.",
        params: &[
            Field::new("joint_ids", JOINTS, "The joints of one side.").required(),
            Field::new("axis", Kind::Enum(&["x", "y", "z"]), "Across which axis of the rig, in the host's own axes.")
                .or("\"x\""),
            Field::new("include_children", Kind::Bool, "Whether all joints below them are meant too.").or("true"),
            Field::new("search", Kind::Text, "What in their names tells the side, when it is none of `_L`, `.l`, `Left` and so on."),
            Field::new("replace", Kind::Text, "What stands there for the other side."),
        ],
        returns: &[
            Field::new("joint_ids", JOINTS, "The other side, in the order of `source_ids`.").required(),
            Field::new("source_ids", JOINTS, "What was mirrored, parents before children.").required(),
            Field::new("created_count", Kind::COUNT, "How many of the other side are new.").required(),
        ],
        example: r#"{"joint_ids": ["Arm_L"]}"#,
        made_of: &["get_joints", "list_joints", "create_joints", "update_joints"],
        ..RIGGING
    },
    Entry {
        name: "auto_skin",
        doc: "Binds meshes to a rig with weights: each vertex follows the joints nearest to it, and from one to the next the weights go \
              over smoothly along the surface. The meshes should lie around the joints as these rest.",
        params: &[
            Field::new("mesh_ids", Kind::List(&Kind::Ref("Mesh")), "The meshes, none bound to the rig yet.").required(),
            Field::new("rig_id", Kind::Ref("Rig"), "The rig.").required(),
            Field::new("joint_ids", JOINTS, "Only these of its joints bend them; all but controls when not given."),
            Field::new("max_influence_count", Kind::Int { min: 1, max: 32 }, "How many joints may move one vertex.").or("4"),
            Field::new("parent", Kind::Bool, "Whether the meshes are parented to the rig, so that they move with it.")
                .or("true"),
        ],
        returns: &[
            Field::new("skin_ids", Kind::List(&Kind::Ref("Skin")), "One for each mesh.").required(),
            Field::new("vertex_count", Kind::COUNT, "How many vertices follow joints now.").required(),
            Field::new("joint_count", Kind::COUNT, "How many joints they may follow.").required(),
        ],
        example: r#"{"mesh_ids": ["Sleeve"], "rig_id": "Figure"}"#,
        made_of: &["get_rigs", "get_joints", "list_rig_controls", "list_joints", "get_meshes", "create_skins", "set_parent"],
        ..RIGGING
    },
    Entry {
        name: "create_space_switch",
        doc: "Lets a node, joint or control move with one of several others, as a number on it says: 0 for the first of `spaces`, 1 for the \
              second, 0.5 for half-way. It stays where it is when it is made.",
        params: &[
            Field::new("id", Kind::Ref("Node"), "The node, joint or control.").required(),
            Field::new("spaces", Kind::List(&Kind::Object(SPACE)), "What it can move with, two or more, in this order.")
                .required(),
            Field::new("property", Kind::Text, "Name of the number, a custom property of the node or joint.").or("\"space\""),
            Field::new("space", Kind::POSITIVE, "Which space holds at first.").or("0"),
        ],
        returns: &[
            Field::new("property_path", Kind::Text, "The number, as `set_property` and keyframes name it.").required(),
            Field::new("constraint_ids", Kind::List(&Kind::Ref("Constraint")), "What binds it, one for each space with a target.")
                .required(),
            Field::new("driver_ids", Kind::List(&Kind::Ref("Driver")), "What ties them to the number.").required(),
            Field::new("spaces", Kind::List(&Kind::Text), "Names of the spaces by number.").required(),
        ],
        example: r#"{"id": "Prop", "spaces": [{"name": "world"}, {"name": "table", "target_id": "Table"}, {"name": "cart", "target_id": "Cart"}]}"#,
        made_of: &["get_nodes", "get_joints", "update_nodes", "update_joints", "create_constraints", "create_drivers"],
        ..RIGGING
    },
];
