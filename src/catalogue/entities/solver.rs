//! Entities of the rig domain that bend joints: IK chains, spline IK and limits.

use serde_json::{Map, Value};

use crate::catalogue::validate::Problem;
use crate::catalogue::{Domain, Entity, Field, Kind, Verb};
use crate::wire::Attachment;

const METADATA: Field =
    Field::new("metadata", Kind::Map, "Custom properties by name; `not_supported` where it has none.");
const NAME: Field = Field::new("name", Kind::Text, "The name that the artist sees, unique on its joint.");
const ENABLED: Field = Field::new("enabled", Kind::Bool, "Whether it takes effect at all.").or("true");
const END: Field =
    Field::new("end_id", Kind::Ref("Joint"), "The last joint of the chain; it stays the same.").required().once();
const START: Field = Field::new(
    "start_id",
    Kind::Ref("Joint"),
    "The first joint of the chain: the end or one above it. The topmost when not given.",
);
const COUNT: Field = Field::new("count", Kind::COUNT, "How many joints it bends.").read_only();

/// Joints that reach for something.
pub(in crate::catalogue) static IK_CHAIN: Entity = Entity {
    name: "IKChain",
    singular: "ik_chain",
    plural: "ik_chains",
    domain: Domain::Rig,
    doc: "An IK chain bends the joints from its start to its end, so that the end's tip reaches a target.",
    base: None,
    parent: Some("Rig"),
    fields: &[
        Field::new("id", Kind::Ref("IKChain"), "Opaque id that survives renaming.").read_only().required(),
        NAME,
        END,
        START,
        COUNT,
        Field::new("target_id", Kind::Ref("Node"), "The node or joint that it reaches for, null for none yet.")
            .nullable(),
        Field::new(
            "solver_type",
            Kind::Enum(&["ccd", "fabrik", "analytic", "spring", "jacobian"]),
            "By which rule; the host's own when not given.",
        ),
        Field::new("pole_target_id", Kind::Ref("Node"), "The node or joint to which its bend points, null for none.")
            .nullable(),
        Field::new("pole_angle", Kind::Angle, "How far the bend is turned away from the pole target.")
            .or("0")
            .within(-std::f64::consts::PI, std::f64::consts::PI),
        Field::new("iterations", Kind::Int { min: 1, max: 10_000 }, "How many steps the solver takes at most."),
        Field::new("tolerance", Kind::Length, "How near is near enough; `not_supported` where the solver has none.")
            .within(1e-9, f64::INFINITY),
        Field::new("maintain_rotation", Kind::Bool, "Whether the end is turned as the target is.").or("false"),
        Field::new("stretch_enabled", Kind::Bool, "Whether its joints may grow longer to reach the target.")
            .or("false"),
        Field::new(
            "max_stretch_ratio",
            Kind::Float { min: 1.0, max: 1_000.0 },
            "To how many times their length; `not_supported` where a host has no such limit.",
        ),
        ENABLED,
        Field::new("influence", Kind::Ratio, "How much of it takes effect.").or("1"),
        METADATA,
    ],
    example: r#"{"name": "Reach", "end_id": "Hip", "target_id": "Pivot"}"#,
    check: None,
};

/// Joints that lie along a curve.
pub(in crate::catalogue) static SPLINE_IK: Entity = Entity {
    name: "SplineIK",
    singular: "spline_ik",
    plural: "spline_iks",
    domain: Domain::Rig,
    doc: "A spline IK lays the joints from its start to its end along a curve.",
    base: None,
    parent: Some("Rig"),
    fields: &[
        Field::new("id", Kind::Ref("SplineIK"), "Opaque id that survives renaming.").read_only().required(),
        NAME,
        Field { name: "end_joint_id", ..END },
        Field { name: "start_joint_id", ..START },
        COUNT,
        Field::new("curve_id", Kind::Ref("Curve"), "The curve along which they lie.").required(),
        Field::new("stretch_enabled", Kind::Bool, "Whether joints are scaled so that they fill the curve.").or("true"),
        Field::new(
            "auto_rotate_enabled",
            Kind::Bool,
            "Whether joints roll with the curve; `not_supported` to change where they always do or never do.",
        ),
        Field::new("up_vector", Kind::Vector, "What is up along the curve; `not_supported` where the rest says so."),
        Field::new(
            "forward_axis",
            Kind::Enum(&["x", "y", "z", "-x", "-y", "-z"]),
            "Which of their axes lies along the curve, as the host names it; the host's own when not given.",
        ),
        ENABLED,
        METADATA,
    ],
    example: r#"{"name": "Along the rail", "end_joint_id": "Hip", "curve_id": "Rail"}"#,
    check: None,
};

const ANGLES: Kind = Kind::List(&Kind::Angle);
const LENGTHS: Kind = Kind::List(&Kind::NUMBER);
const ROTATIONS: &[Field] = &[
    Field::new("x", ANGLES, "Least and greatest angle about x."),
    Field::new("y", ANGLES, "Least and greatest angle about y."),
    Field::new("z", ANGLES, "Least and greatest angle about z."),
];
const FACTORS: &[Field] = &[
    Field::new("x", LENGTHS, "Least and greatest along x."),
    Field::new("y", LENGTHS, "Least and greatest along y."),
    Field::new("z", LENGTHS, "Least and greatest along z."),
];

/// How far a joint may go.
pub(in crate::catalogue) static JOINT_LIMITS: Entity = Entity {
    name: "JointLimits",
    singular: "joint_limit",
    plural: "joint_limits",
    domain: Domain::Rig,
    doc: "Joint limits say how far the pose of a joint may go from its rest, about and along its own axes. The axes are \
          the host's and are not converted. An axis that is not named is free. A joint has them once.",
    base: None,
    parent: Some("Rig"),
    fields: &[
        Field::new("id", Kind::Ref("JointLimits"), "Opaque id that survives renaming.").read_only().required(),
        NAME,
        Field::new("joint_id", Kind::Ref("Joint"), "The joint that is limited; it stays the same.").required().once(),
        Field::new(
            "rotation_limits",
            Kind::Object(ROTATIONS),
            "Angles [least, greatest], by axis; IK keeps to them too.",
        ),
        Field::new("translation_limits", Kind::Object(FACTORS), "Scene units [least, greatest], by axis."),
        Field::new("scale_limits", Kind::Object(FACTORS), "Scale factors [least, greatest], by axis."),
        ENABLED,
        METADATA,
    ],
    example: r#"{"name": "Hip limits", "joint_id": "Hip", "rotation_limits": {"x": [-0.5, 1.5], "z": [0, 0]}}"#,
    check: Some(joint_limits),
};

/// A range has two ends, the least first.
fn joint_limits(item: &Map<String, Value>, _: &[Attachment], verb: Verb) -> Vec<Problem> {
    let mut problems = Vec::new();
    if verb == Verb::List {
        return problems;
    }
    for name in ["rotation_limits", "translation_limits", "scale_limits"] {
        for (axis, range) in item.get(name).and_then(Value::as_object).into_iter().flatten() {
            let ends: Vec<f64> = range.as_array().into_iter().flatten().filter_map(Value::as_f64).collect();
            if ends.len() != 2 || ends[0] > ends[1] {
                problems.push(Problem::new(&format!("{name}.{axis}"), "[least, greatest]", range));
            }
        }
    }
    problems
}
