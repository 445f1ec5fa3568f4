//! Turns in the numbers in which joints keep and animate them: quaternions, and Euler angles in any order.

use glam::{DQuat, EulerRot};

/// In which numbers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Mode {
    Quaternion,
    /// The axes in the order in which they are turned about.
    Euler([usize; 3]),
}

/// The letters of a quaternion and of Euler angles, as paths have them.
const QUATERNION: [&str; 4] = ["quaternion.x", "quaternion.y", "quaternion.z", "quaternion.w"];
const EULER: [&str; 3] = ["rotation.x", "rotation.y", "rotation.z"];

impl Mode {
    /// Of the catalogue's word; none where it is neither.
    pub(super) fn of(word: &str) -> Option<Self> {
        if word == "quaternion" {
            return Some(Self::Quaternion);
        }
        let axes: Vec<usize> = word.chars().filter_map(|letter| "xyz".find(letter)).collect();
        axes.try_into().ok().map(Self::Euler)
    }

    /// The paths of its numbers, in their order.
    pub(super) fn paths(self) -> &'static [&'static str] {
        match self {
            Self::Quaternion => &QUATERNION,
            Self::Euler(_) => &EULER,
        }
    }

    /// The turn that these numbers are.
    pub(super) fn turn(self, numbers: &[f64]) -> DQuat {
        match (self, numbers) {
            (Self::Quaternion, &[x, y, z, w]) => {
                let turn = DQuat::from_xyzw(x, y, z, w);
                if turn.length() > 1e-9 { turn.normalize() } else { DQuat::IDENTITY }
            }
            (Self::Euler(order), numbers) => order.iter().fold(DQuat::IDENTITY, |turn, axis| {
                let angle = numbers.get(*axis).copied().unwrap_or_default().to_radians();
                DQuat::from_axis_angle(glam::DVec3::AXES[*axis], angle) * turn
            }),
            _ => DQuat::IDENTITY,
        }
    }

    /// The numbers of a turn: those nearest to these.
    pub(super) fn numbers(self, turn: DQuat, near: &[f64]) -> Vec<f64> {
        match self {
            Self::Quaternion => {
                let dot: f64 = turn.to_array().iter().zip(near).map(|(one, other)| one * other).sum();
                (if dot < 0.0 { -turn } else { turn }).to_array().to_vec()
            }
            Self::Euler(order) => euler(order, turn, near),
        }
    }
}

/// Of the two ways to say a turn in Euler angles, each up to whole turns, the one nearest to these.
fn euler(order: [usize; 3], turn: DQuat, near: &[f64]) -> Vec<f64> {
    // glam's letters are in the order of multiplying, the host's in that of turning.
    let letters = match order {
        [0, 1, 2] => EulerRot::ZYX,
        [0, 2, 1] => EulerRot::YZX,
        [1, 0, 2] => EulerRot::ZXY,
        [1, 2, 0] => EulerRot::XZY,
        [2, 0, 1] => EulerRot::YXZ,
        _ => EulerRot::XYZ,
    };
    let (last, middle, first) = turn.to_euler(letters);
    let half = std::f64::consts::PI;
    let ways = [[first, middle, last], [first + half, half - middle, last + half]].map(|way| nearest(order, way, near));
    let gap = |angles: &[f64]| -> f64 {
        angles.iter().enumerate().map(|(axis, angle)| (angle - near.get(axis).copied().unwrap_or_default()).abs()).sum()
    };
    let [one, other] = ways;
    if gap(&one) <= gap(&other) { one } else { other }
}

/// Angles in the order of turning as degrees by axis, each as many whole turns on as is nearest.
fn nearest(order: [usize; 3], way: [f64; 3], near: &[f64]) -> Vec<f64> {
    let mut angles = vec![0.0; 3];
    for (axis, angle) in order.into_iter().zip(way) {
        let (angle, by) = (angle.to_degrees(), near.get(axis).copied().unwrap_or_default());
        angles[axis] = angle + ((by - angle) / 360.0).round() * 360.0;
    }
    angles
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_turn_comes_back_in_every_order() {
        for word in ["quaternion", "xyz", "xzy", "yxz", "yzx", "zxy", "zyx"] {
            let mode = Mode::of(word).unwrap();
            for turn in [DQuat::from_xyzw(0.2, -0.5, 0.3, 0.7), DQuat::from_xyzw(0.9, 0.1, -0.2, 0.1)] {
                let turn = turn.normalize();
                let numbers = mode.numbers(turn, &vec![0.0; mode.paths().len()]);
                assert!(mode.turn(&numbers).dot(turn).abs() > 1.0 - 1e-9, "{word} {numbers:?}");
            }
        }
        assert_eq!(Mode::of("axis_angle"), None);
    }

    #[test]
    fn euler_angles_are_turned_about_in_their_order() {
        // About x first: what points along y is turned to z, and there z turns it no more.
        let turned = Mode::of("xyz").unwrap().turn(&[90.0, 0.0, 90.0]) * glam::DVec3::Y;
        assert!(turned.distance(glam::DVec3::Z) < 1e-9, "{turned}");
        let turned = Mode::of("zyx").unwrap().turn(&[90.0, 0.0, 90.0]) * glam::DVec3::Y;
        assert!(turned.distance(glam::DVec3::NEG_X) < 1e-9, "{turned}");
    }

    #[test]
    fn numbers_go_on_from_those_before() {
        let xyz = Mode::of("xyz").unwrap();
        let turn = DQuat::from_rotation_x(190_f64.to_radians());
        assert!((xyz.numbers(turn, &[180.0, 0.0, 0.0])[0] - 190.0).abs() < 1e-6);
        let turn = DQuat::from_rotation_x(-100_f64.to_radians());
        assert!((xyz.numbers(turn, &[250.0, 0.0, 0.0])[0] - 260.0).abs() < 1e-6);
        assert_eq!(Mode::Quaternion.numbers(DQuat::IDENTITY, &[0.0, 0.0, 0.0, -1.0]), [0.0, 0.0, 0.0, -1.0]);
    }
}
