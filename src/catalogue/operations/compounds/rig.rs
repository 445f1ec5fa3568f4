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

pub(super) const TABLE: &[Entry] = &[Entry {
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
}];
