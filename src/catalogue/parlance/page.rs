//! The part of the catalogue's page that tells how the reference's calls are understood.

use super::{Arg, Way, fields, tools};
use crate::catalogue::Catalogue;

const HEAD: &str = "
## The reference system's names

A call by one of the reference system's own names (`splitClip({clipId, splitTime})`) gives its arguments in that system's
shape and units, and is answered in it: `{success: true, newClipId}`. Fields are in camelCase; `rotationLimits` and
`maxAngleDeviation` are degrees, `creaseWeight` is a sharpness from 0 to 10. Errors name the caller's own arguments. Our
names (`split_clips`) take and give what stands above, also where their fields are spelled in camelCase. A single form that
is given `items` is ours, and `ids` in place of one `id` too. The five tools of an entity are called after its plural with an
`s` (`createMeshs`, `listJointLimitss`). The `curveId` of `batchCurveSetInterpolation` is the id of the curve's channel. Of a name that both have (`triangulate`) the arguments decide. In a `batch`, references (`$0.ids[0]`)
lead into our results. The three tools of the Maya MCP server's design (`maya_create`, `maya_select`, `maya_execute`) are
understood in the same way ([maya.md](maya.md#from-other-tools)).
";

/// The section.
pub(in crate::catalogue) fn section(catalogue: &Catalogue) -> String {
    let mut text = format!("{HEAD}\n| name | ours |\n|---|---|\n");
    for tool in tools::ALL {
        if let Some(operation) = catalogue.known(tool.theirs) {
            text.push_str(&format!("| `{}` | `{}` |\n", tool.theirs, operation.name));
        }
    }
    text.push_str(
        "\nWhat of it has no counterpart here, and what is needless:\n\n| where | what | why |\n|---|---|---|\n",
    );
    let mut row = |of: &str, what: &str, why: &str| text.push_str(&format!("| {of} | {what} | {why} |\n"));
    let entities = catalogue.entities().iter().filter(|entity| fields::ENTITIES.contains(&entity.name));
    for entity in entities {
        fields::of(entity).iter().for_each(|arg| tell(&mut row, entity.name, arg));
    }
    for tool in tools::ALL {
        let own = tool.args.iter().filter(|arg| !fields::KEYFRAME.iter().any(|field| field.theirs == arg.theirs));
        own.for_each(|arg| tell(&mut row, &format!("`{}`", tool.theirs), arg));
    }
    for (name, what, why) in tools::LACKING {
        row(&format!("`{name}`"), &format!("`{what}` is not as there"), why);
    }
    for (name, why) in tools::SHARED {
        row(&format!("`{name}`"), "answered by ours", why);
    }
    text
}

fn tell(row: &mut impl FnMut(&str, &str, &str), of: &str, arg: &Arg) {
    match arg.way {
        Way::Never(reason) => row(of, &format!("`{}` is refused", arg.theirs), reason),
        Way::Only(values, reason) => {
            row(of, &format!("`{}` other than `{}` is refused", arg.theirs, values.join("`, `")), reason)
        }
        Way::Needless(reason) => row(of, &format!("`{}` is taken and not needed", arg.theirs), reason),
        Way::As(_) | Way::In(..) => {}
    }
}
