//! World matrices of the wire: row after row, so that a translation stands at the ends of the first three.

use glam::{DMat3, DMat4, DVec3};

/// All of it.
pub(super) fn whole(m: [f64; 16]) -> DMat4 {
    DMat4::from_cols_array(&m).transpose()
}

/// Where it puts the origin.
pub(super) fn place(m: [f64; 16]) -> DVec3 {
    DVec3::new(m[3], m[7], m[11])
}

/// How it turns and scales.
pub(super) fn linear(m: [f64; 16]) -> DMat3 {
    DMat3::from_cols_array(&[m[0], m[4], m[8], m[1], m[5], m[9], m[2], m[6], m[10]])
}
