//! Where something stands below another parent than it had, or below the same in another session.

use glam::{DMat4, DQuat, DVec3};
use serde_json::{Value, json};

/// Coordinates that differ by no more, as a part of the largest, are the same: single precision on both sides.
const NEAR: f64 = 1e-5;

/// A transform as fields of a node.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Place {
    pub(super) position: DVec3,
    pub(super) rotation: DQuat,
    pub(super) scale: DVec3,
}

impl Place {
    /// As a node tells it.
    pub(super) fn of(item: &Value) -> Option<Self> {
        let row = |name: &str, count: usize| -> Option<Vec<f64>> {
            let row: Option<Vec<f64>> = item[name].as_array()?.iter().map(Value::as_f64).collect();
            row.filter(|row| row.len() == count)
        };
        Some(Self {
            position: DVec3::from_slice(&row("position", 3)?),
            rotation: DQuat::from_slice(&row("rotation", 4)?).normalize(),
            scale: DVec3::from_slice(&row("scale", 3)?),
        })
    }

    /// The transform that comes nearest to a matrix: there is none for what is sheared.
    pub(super) fn nearest(matrix: DMat4) -> Self {
        let (scale, rotation, position) = matrix.to_scale_rotation_translation();
        Self { position, rotation, scale }
    }

    pub(super) fn matrix(&self) -> DMat4 {
        DMat4::from_scale_rotation_translation(self.scale, self.rotation, self.position)
    }

    pub(super) fn write(&self, item: &mut Value) {
        item["position"] = json!(self.position.to_array());
        item["rotation"] = json!(self.rotation.to_array());
        item["scale"] = json!(self.scale.to_array());
    }
}

/// A matrix as the catalogue tells it, row by row.
pub(super) fn matrix(value: &Value) -> Option<DMat4> {
    let numbers: Option<Vec<f64>> = value.as_array()?.iter().map(Value::as_f64).collect();
    let numbers: [f64; 16] = numbers?.try_into().ok()?;
    Some(DMat4::from_cols_array(&numbers).transpose())
}

/// What stands at `world` as fields local to a parent: as it tells itself where that says the same (numbers then arrive
/// as they were), else what comes nearest.
pub(super) fn local(told: Option<Place>, parent: DMat4, world: DMat4) -> Place {
    if let Some(told) = told.filter(|told| same(parent * told.matrix(), world)) {
        return told;
    }
    let inside = parent.inverse() * world;
    match inside.is_finite() {
        true => Place::nearest(inside),
        // The parent is flat: nothing below it stands anywhere in particular.
        false => told.unwrap_or(Place { position: DVec3::ZERO, rotation: DQuat::IDENTITY, scale: DVec3::ONE }),
    }
}

/// Whether two transforms are one.
pub(super) fn same(one: DMat4, other: DMat4) -> bool {
    let (one, other) = (one.to_cols_array(), other.to_cols_array());
    let largest = one.iter().chain(&other).fold(1.0_f64, |most, number| most.max(number.abs()));
    one.iter().zip(&other).all(|(a, b)| (a - b).abs() <= NEAR * largest)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn turned(degrees: f64) -> DQuat {
        DQuat::from_rotation_y(degrees.to_radians())
    }

    #[test]
    fn numbers_that_say_the_same_are_kept_as_they_are() {
        // -q turns as q does, and a negative scale may be told in three ways.
        let told = Place { position: DVec3::X, rotation: -turned(30.0), scale: DVec3::new(1.0, -2.0, 1.0) };
        let parent = DMat4::from_scale_rotation_translation(DVec3::splat(2.0), turned(50.0), DVec3::Z);
        assert_eq!(local(Some(told), parent, parent * told.matrix()), told);
    }

    #[test]
    fn what_stands_below_another_parent_stays_where_it_is_in_the_world() {
        let world = Place { position: DVec3::new(3.0, 1.0, -2.0), rotation: turned(20.0), scale: DVec3::splat(0.5) };
        let parent = DMat4::from_scale_rotation_translation(DVec3::splat(4.0), turned(-70.0), DVec3::Y);
        let other = Place { position: DVec3::ONE, ..world };
        for told in [Some(other), None] {
            let inside = local(told, parent, world.matrix());
            assert!(same(parent * inside.matrix(), world.matrix()), "{inside:?}");
        }
    }

    #[test]
    fn what_is_sheared_is_seen_to_stand_elsewhere() {
        let stretched = DMat4::from_scale(DVec3::new(3.0, 1.0, 1.0));
        let sheared = stretched * DMat4::from_quat(turned(45.0));
        assert!(!same(Place::nearest(sheared).matrix(), sheared));
    }

    #[test]
    fn below_a_flat_parent_nothing_becomes_infinite() {
        let told = Place { position: DVec3::X, rotation: DQuat::IDENTITY, scale: DVec3::ONE };
        let flat = DMat4::from_scale(DVec3::new(1.0, 0.0, 1.0));
        assert!(local(Some(told), flat, DMat4::from_translation(DVec3::Y)).matrix().is_finite());
    }
}
