//! How two rigs stand to each other at rest: which way round, and how much larger one is.

use glam::{DMat3, DQuat, DVec3};

/// Directions of joints that differ by less than so are a habit of the rig's maker, not another way round: radians.
const HABIT: f64 = 0.4;
/// A part of the size that is no height: joints that all lie on a level.
const LEVEL: f64 = 0.1;

/// Where a pair of joints rests, each in its own rig; the joints of the roots come first.
pub(super) type Rest = (DVec3, DVec3);

/// The turn that brings the source, as it rests, to how the target rests; `world` where places do not tell.
pub(super) fn turn(rests: &[Rest], world: DQuat) -> DQuat {
    let pull = pull(rests);
    let fit = |turn: DQuat| DMat3::from_quat(turn).transpose().mul_mat3(&pull);
    let score = |turn: DQuat| {
        let fit = fit(turn);
        fit.x_axis.x + fit.y_axis.y + fit.z_axis.z
    };
    // That of the world first: what is as good is left to it.
    let mut quarter: Vec<DQuat> = quarters();
    quarter.sort_by(|one, other| one.angle_between(world).total_cmp(&other.angle_between(world)));
    let enough = score(refined(quarter[0], &pull)).abs().max(f64::MIN_POSITIVE) * 1e-3;
    let mut best = quarter[0];
    for turn in quarter {
        if score(turn) > score(best) + enough {
            best = turn;
        }
    }
    let exact = refined(best, &pull);
    let flat = score(best) <= 0.0;
    if flat || exact.angle_between(best) < HABIT { best } else { exact }
}

/// How much longer the target's legs are; of what has none how much larger it is. `up` is that of each rig.
pub(super) fn scale(rests: &[Rest], up: Rest) -> f64 {
    let Some(root) = rests.first() else { return 1.0 };
    let drop = |rest: &Rest| ((root.0 - rest.0).dot(up.0), (root.1 - rest.1).dot(up.1));
    let legs = rests.iter().map(drop).fold((0.0_f64, 0.0_f64), |most, one| if one.0 > most.0 { one } else { most });
    let size = sizes(rests);
    if legs.0 > LEVEL * size.0 && legs.1 > LEVEL * size.1 {
        return legs.1 / legs.0;
    }
    if size.0 > 0.0 && size.1 > 0.0 { size.1 / size.0 } else { 1.0 }
}

fn middles(rests: &[Rest]) -> Rest {
    let sum = rests.iter().fold((DVec3::ZERO, DVec3::ZERO), |sum, rest| (sum.0 + rest.0, sum.1 + rest.1));
    let count = rests.len().max(1) as f64;
    (sum.0 / count, sum.1 / count)
}

fn sizes(rests: &[Rest]) -> (f64, f64) {
    let middle = middles(rests);
    let far = |rest: &Rest| ((rest.0 - middle.0).length_squared(), (rest.1 - middle.1).length_squared());
    let sum = rests.iter().map(far).fold((0.0, 0.0), |sum, one| (sum.0 + one.0, sum.1 + one.1));
    (sum.0.sqrt(), sum.1.sqrt())
}

/// The sum of the products of where they are, from their middles: what a turn of one to the other is judged by.
fn pull(rests: &[Rest]) -> DMat3 {
    let middle = middles(rests);
    rests.iter().fold(DMat3::ZERO, |sum, (source, target)| {
        let (source, target) = (*source - middle.0, *target - middle.1);
        sum + DMat3::from_cols(target * source.x, target * source.y, target * source.z)
    })
}

/// The turn nearest to a matrix, from one near to it. After Müller and others, "A Robust Method to Extract the Rotational
/// Part of Deformations" (2016).
fn refined(from: DQuat, pull: &DMat3) -> DQuat {
    let mut turn = from;
    for _ in 0..64 {
        let now = DMat3::from_quat(turn);
        let cross = now.x_axis.cross(pull.x_axis) + now.y_axis.cross(pull.y_axis) + now.z_axis.cross(pull.z_axis);
        let along = now.x_axis.dot(pull.x_axis) + now.y_axis.dot(pull.y_axis) + now.z_axis.dot(pull.z_axis);
        let step = cross / (along.abs() + 1e-12);
        if step.length() < 1e-9 {
            break;
        }
        turn = (DQuat::from_axis_angle(step.normalize(), step.length()) * turn).normalize();
    }
    turn
}

/// The 24 turns that lay axes on axes.
fn quarters() -> Vec<DQuat> {
    let axes = || DVec3::AXES.into_iter().flat_map(|axis| [axis, -axis]);
    let pairs = axes().flat_map(|x| axes().filter(move |y| x.dot(*y).abs() < 0.5).map(move |y| (x, y)));
    pairs.map(|(x, y)| DQuat::from_mat3(&DMat3::from_cols(x, y, x.cross(y)))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A body with Z up that looks along -Y: hips, head, hands, feet.
    const BODY: [DVec3; 6] = [
        DVec3::new(0.0, 0.0, 1.0),
        DVec3::new(0.0, -0.05, 1.7),
        DVec3::new(0.8, 0.02, 1.4),
        DVec3::new(-0.8, 0.02, 1.4),
        DVec3::new(0.1, 0.0, 0.1),
        DVec3::new(-0.1, 0.0, 0.1),
    ];

    fn rests(of: impl Fn(DVec3) -> DVec3) -> Vec<Rest> {
        BODY.iter().map(|place| (*place, of(*place))).collect()
    }

    fn near(one: DQuat, other: DQuat) -> bool {
        one.dot(other).abs() > 1.0 - 1e-9
    }

    #[test]
    fn a_rig_with_another_up_is_turned_whatever_the_world_says() {
        let to_y_up = DQuat::from_rotation_x(-std::f64::consts::FRAC_PI_2);
        for world in [DQuat::IDENTITY, to_y_up] {
            let rests = rests(|place| to_y_up * place * 2.0);
            assert!(near(turn(&rests, world), to_y_up), "{world}");
        }
    }

    #[test]
    fn other_proportions_are_no_turn_but_another_way_round_is() {
        let longer = rests(|place| DVec3::new(place.x * 1.3, place.y + 0.2 * place.z, place.z * 0.7));
        assert_eq!(turn(&longer, DQuat::IDENTITY), DQuat::IDENTITY);
        let askew = DQuat::from_rotation_z(0.7);
        assert!(near(turn(&rests(|place| askew * place), DQuat::IDENTITY), askew));
    }

    #[test]
    fn a_straight_row_is_left_to_the_world() {
        let row: Vec<Rest> = (0..4).map(|at| (DVec3::Z * f64::from(at), DVec3::Z * f64::from(at))).collect();
        let half = DQuat::from_rotation_z(std::f64::consts::PI);
        assert!(near(turn(&row, half), half));
        assert!(near(turn(&row, DQuat::IDENTITY), DQuat::IDENTITY));
    }

    #[test]
    fn legs_say_how_much_larger_and_size_where_there_are_none() {
        let up = (DVec3::Z, DVec3::Z);
        let long_legs = rests(|place| if place.z < 1.0 { place - DVec3::Z * 0.9 } else { place });
        assert!((scale(&long_legs, up) - 2.0).abs() < 1e-9);
        let level: Vec<Rest> = (0..3).map(|at| (DVec3::X * f64::from(at), DVec3::X * f64::from(at) * 3.0)).collect();
        assert!((scale(&level, up) - 3.0).abs() < 1e-9);
    }
}
