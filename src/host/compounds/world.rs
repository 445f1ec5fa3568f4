//! What a compound must know of a host's scene to be the same in each: where up is, how long a metre is, how time runs.

use glam::{DMat3, DQuat, DVec3};

use serde::Deserialize;

use crate::host::HostInfo;

/// A time as callers give it: seconds, or `{"frame": 30}`.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(untagged)]
pub(super) enum Time {
    Seconds(f64),
    Frame { frame: f64 },
}

/// How a host's scene is laid out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct World {
    pub(super) up: DVec3,
    /// Where somebody stands who sees things from the front.
    pub(super) front: DVec3,
    /// Scene units in a metre.
    pub(super) metre: f64,
    /// Frames per second.
    pub(super) fps: f64,
}

impl World {
    pub(super) fn of(host: &HostInfo) -> Self {
        let (up, front) = match host.up_axis.as_str() {
            "Z" => (DVec3::Z, DVec3::NEG_Y),
            _ => (DVec3::Y, DVec3::Z),
        };
        let metre = if host.metres_per_unit > 0.0 { 1.0 / host.metres_per_unit } else { 1.0 };
        Self { up, front, metre, fps: if host.fps > 0.0 { host.fps } else { 24.0 } }
    }

    /// A time in seconds.
    pub(super) fn seconds(&self, time: Time) -> f64 {
        match time {
            Time::Seconds(seconds) => seconds,
            Time::Frame { frame } => frame / self.fps,
        }
    }

    /// Right, to who looks at the front of things; the left side of who looks at him.
    pub(super) fn right(&self) -> DVec3 {
        self.up.cross(self.front)
    }

    /// The letter of the axis that is up.
    pub(super) fn up_letter(&self) -> char {
        if self.up == DVec3::Z { 'z' } else { 'y' }
    }

    /// The way from something to who looks at it, `azimuth` to the right of its front and so far up, in radians.
    pub(super) fn direction(&self, azimuth: f64, elevation: f64) -> DVec3 {
        let level = self.front * azimuth.cos() + self.right() * azimuth.sin();
        level * elevation.cos() + self.up * elevation.sin()
    }

    /// How a camera or light is turned that looks this way: along its own -Z, with +Y as far up as can be.
    pub(super) fn aimed(&self, way: DVec3) -> DQuat {
        let up = if way.normalize().cross(self.up).length() < 1e-6 { self.front } else { self.up };
        Self::upright(way, up)
    }

    /// How one is turned that looks this way and has that, which is not along it, as far up as can be.
    pub(super) fn upright(way: DVec3, up: DVec3) -> DQuat {
        let back = -way.normalize();
        let right = up.cross(back).normalize();
        DQuat::from_mat3(&DMat3::from_cols(right, back.cross(right), back))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_aimed_looks_there_with_its_head_up() {
        for axis in ["Z", "Y"] {
            let world = World::of(&HostInfo { up_axis: axis.to_owned(), ..HostInfo::default() });
            for (azimuth, elevation) in [(0.0, 0.0), (0.7, 0.4), (2.0, -0.3), (0.0, std::f64::consts::FRAC_PI_2)] {
                let way = -world.direction(azimuth, elevation);
                let turned = world.aimed(way);
                assert!((turned * DVec3::NEG_Z).distance(way) < 1e-9, "{axis} {azimuth} {elevation}");
                assert!((turned * DVec3::Y).dot(world.up) > -1e-9);
                assert!((turned * DVec3::X).dot(world.up).abs() < 1e-9);
            }
            let right = world.direction(std::f64::consts::FRAC_PI_2, 0.0);
            assert!(right.distance(DVec3::X) < 1e-9, "to the right of who looks at the front is +X in either");
        }
    }
}
