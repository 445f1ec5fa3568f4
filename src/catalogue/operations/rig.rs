//! Operations of the rig domain beyond CRUD.

use super::Entry;
use crate::catalogue::entities::IK_CHAIN;
use crate::catalogue::{Domain, Field, Kind, Verb};

const JOINTS: &Kind = &Kind::List(&Kind::Ref("Joint"));
const CHAIN_ID: Field = Field::new("ik_chain_id", Kind::Ref("IKChain"), "The IK chain.").required();

const CHAIN: Kind = Kind::Item(&IK_CHAIN, Verb::Get);

const SELECTION: &[Field] = &[
    Field::new("rig_id", Kind::Ref("Rig"), "The rig.").required(),
    Field::new("joint_ids", *JOINTS, "Joints of that rig; its others are deselected.").required(),
];
const GOAL: &[Field] = &[
    CHAIN_ID,
    Field::new("target_position", Kind::Point, "Where its target is moved to first, in world space."),
    Field::new("target_rotation", Kind::Quaternion, "How its target is turned first, in world space."),
    Field::new("pole_vector_position", Kind::Point, "Where its pole target is moved to first, in world space."),
];
const POSED: &[Field] = &[
    Field::new("joint_id", Kind::Ref("Joint"), "The joint.").required(),
    Field::new("matrix_world", Kind::Matrix4, "Its world transform, row-major.").required(),
];
const SOLVED: &[Field] = &[
    CHAIN_ID,
    Field::new("end_position", Kind::Point, "Where the tip of the end is now, in world space.").required(),
    Field::new("distance", Kind::Length, "How far that is from the target.").required(),
    Field::new("joints", Kind::List(&Kind::Object(POSED)), "The joints of the chain as they stand, from its start.")
        .required(),
];
const INFLUENCE: &[Field] =
    &[CHAIN_ID, Field::new("influence", Kind::Ratio, "How much of it takes effect.").required()];

const EDIT: Entry = Entry { domain: Domain::Rig, ..Entry::EDIT };

pub(super) const TABLE: &[Entry] = &[
    EDIT.batch("select_joints", "Selects joints (bones) of rigs, as the artist does in a pose.", &Kind::Object(SELECTION), &Kind::Object(SELECTION)).asking("Which joints of which rig.").telling("What is selected now, by rig.").example(r#"{"items": [{"rig_id": "Skeleton", "joint_ids": ["Hip"]}]}"#).idempotent(),
    EDIT.batch("solve_ik", "Moves the targets of IK chains where positions are given, and tells where the joints come to stand and how far \
              the end stays from its target. The chain goes on following its target.", &Kind::Object(GOAL), &Kind::Object(SOLVED)).asking("Which chain, and where its targets go.").telling("What became of each.").example(r#"{"items": [{"ik_chain_id": "Reach", "target_position": [0.2, 0.1, 1.2]}]}"#).idempotent(),
    EDIT.batch("set_ik_influence", "Sets how much of IK chains takes effect.", &Kind::Object(INFLUENCE), &CHAIN).asking("Which chain, and how much.").telling("The chains as read from the host.").example(r#"{"items": [{"ik_chain_id": "Reach", "influence": 0.5}]}"#).idempotent(),
];
