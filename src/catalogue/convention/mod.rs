//! Values between a host's own convention and glTF's (right-handed, Y up, metres), told from field kinds alone.
//!
//! A node's transform stands between two frames: its parent's and its own. Most frames turn with the scene's axes. The
//! frame of a camera or light does not: they look along their own -Z with +Y up in every convention.

#[cfg(test)]
mod tests;

use glam::{DMat3, DMat4, DQuat, DVec3};
use serde_json::{Value, json};

use super::{Field, Kind, Verb};
use crate::wire::{Attachment, Dtype, placeholder};

/// The words of the argument that chooses.
pub(super) const WORDS: &[&str] = &["host", "gltf"];

/// The argument that every operation has whose values depend on axes or units.
pub(super) const ARGUMENT: Field = Field::new(
    "convention",
    Kind::Enum(WORDS),
    "Axes and units of all values given and returned: `host` (when not given), as the artist sees them, or `gltf`: right-handed, Y up, metres.",
);

/// How a host's scene is laid out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Axes {
    /// Takes a direction of the host's to glTF's.
    turn: DMat3,
    metres: f64,
}

/// Between which frames a value is converted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frames {
    world: DMat3,
    parent: DMat3,
    own: DMat3,
    scale: f64,
}

impl Axes {
    /// Of a host with this up axis (`Y` or `Z`) and handedness (`right` or `left`).
    pub fn new(up: &str, handedness: &str, metres_per_unit: f64) -> Self {
        let upright = match up {
            // (x, y, z) becomes (x, z, -y).
            "Z" => DMat3::from_cols(DVec3::X, DVec3::NEG_Z, DVec3::Y),
            _ => DMat3::IDENTITY,
        };
        let mirror = if handedness == "left" { MIRROR } else { DMat3::IDENTITY };
        Self { turn: mirror * upright, metres: metres_per_unit }
    }

    /// The frame in which something's own values are; `aims`: a camera or light.
    fn frame(&self, aims: bool) -> DMat3 {
        match (aims, self.turn.determinant() < 0.0) {
            (false, _) => self.turn,
            (true, false) => DMat3::IDENTITY,
            // Seen in a mirror, what looks along -Z with +Y up still does.
            (true, true) => MIRROR,
        }
    }

    /// Those of the host's values on their way to glTF's, for something that aims or not below something that does or
    /// not.
    pub fn frames(&self, aims: bool, parent_aims: bool) -> Frames {
        Frames { world: self.turn, parent: self.frame(parent_aims), own: self.frame(aims), scale: self.metres }
    }
}

const MIRROR: DMat3 = DMat3::from_cols(DVec3::NEG_X, DVec3::Y, DVec3::Z);

impl Frames {
    /// The way back.
    pub fn back(self) -> Self {
        Self {
            world: self.world.transpose(),
            parent: self.parent.transpose(),
            own: self.own.transpose(),
            scale: 1.0 / self.scale,
        }
    }
}

/// Whether a value of this kind depends on axes or units.
pub(super) fn depends(field: &Field) -> bool {
    match &field.kind {
        Kind::Length => field.unit.is_none(),
        Kind::Point | Kind::Vector | Kind::Scale3 | Kind::Quaternion | Kind::Matrix4 => true,
        Kind::List(kind) | Kind::Array(kind) => depends(&Field { kind: **kind, ..*field }),
        Kind::Object(fields) => fields.iter().any(depends),
        Kind::Item(entity, _) => entity.all_fields().into_iter().any(depends),
        _ => false,
    }
}

/// How an object of a call speaks of scene objects.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spoken {
    /// One that comes to be; whether it aims.
    New(bool),
    /// Those that its `id` or `ids` name.
    Known,
}

impl Spoken {
    fn of(kind: &Kind) -> Option<Self> {
        let named = |field: &Field| match field.kind {
            Kind::Ref("Node") => field.name == "id",
            Kind::List(Kind::Ref("Node")) => field.name == "ids",
            _ => false,
        };
        match kind {
            Kind::Item(entity, Verb::Create) if entity.is_node() => Some(Self::New(aims(entity.singular))),
            Kind::Item(entity, _) if entity.is_node() => Some(Self::Known),
            Kind::Object(fields) if fields.iter().any(named) => Some(Self::Known),
            _ => None,
        }
    }

    /// Everything in `value` that speaks of scene objects.
    pub fn all<'v>(fields: &[Field], value: &'v Value) -> Vec<(Self, &'v Value)> {
        let mut found = Vec::new();
        fields.iter().for_each(|field| Self::collect(field.kind, value.get(field.name), &mut found));
        found
    }

    fn collect<'v>(kind: Kind, value: Option<&'v Value>, found: &mut Vec<(Self, &'v Value)>) {
        let Some(value) = value else { return };
        found.extend(Self::of(&kind).map(|spoken| (spoken, value)));
        match kind {
            Kind::List(item) => {
                value.as_array().into_iter().flatten().for_each(|value| Self::collect(*item, Some(value), found));
            }
            Kind::Object(fields) => {
                fields.iter().for_each(|field| Self::collect(field.kind, value.get(field.name), found))
            }
            _ => {}
        }
    }
}

/// Whether something of this type looks along its own -Z.
pub fn aims(node_type: &str) -> bool {
    matches!(node_type, "camera" | "light")
}

/// Values on their way between conventions; `frames` says between which, for the items of scene objects one by one.
pub struct Conversion<'a> {
    /// The arrays beside the values.
    pub attachments: &'a mut [Attachment],
    /// What holds outside of scene objects.
    pub frames: Frames,
    /// The frames of one scene object, told from what speaks of it.
    pub of_node: &'a dyn Fn(Spoken, &Value) -> Frames,
}

impl Conversion<'_> {
    /// Converts what the fields of `value` hold.
    pub fn fields<'f>(&mut self, fields: impl IntoIterator<Item = &'f Field>, value: &mut Value) {
        let Some(map) = value.as_object_mut() else { return };
        for field in fields {
            if let Some(value) = map.get_mut(field.name) {
                self.value(field, value);
            }
        }
    }

    fn value(&mut self, field: &Field, value: &mut Value) {
        let Frames { world, parent, own, scale } = self.frames;
        match &field.kind {
            Kind::Length if field.unit.is_none() => {
                lengths(value, scale);
            }
            Kind::Point => vector(value, |point| parent * point * scale),
            Kind::Vector => vector(value, |direction| own * direction),
            Kind::Scale3 => vector(value, |factors| (own * DMat3::from_diagonal(factors) * own.transpose()).diagonal()),
            Kind::Quaternion => rotation(value, |turned| parent * turned * own.transpose()),
            Kind::Matrix4 => matrix(value, |linear, place| (world * linear * own.transpose(), world * place * scale)),
            Kind::Array(kind) => self.array(kind, value),
            Kind::List(kind) => {
                let one = Field { kind: **kind, ..*field };
                value.as_array_mut().into_iter().flatten().for_each(|value| self.value(&one, value));
            }
            Kind::Object(fields) => {
                self.within(&field.kind, value, |this, value| this.fields(*fields, value));
                in_order(value);
            }
            Kind::Item(entity, _) => {
                self.within(&field.kind, value, |this, value| this.fields(entity.all_fields(), value));
            }
            _ => {}
        }
    }

    /// In the frames of the scene object that the value speaks of, where it does.
    fn within(&mut self, kind: &Kind, value: &mut Value, convert: impl FnOnce(&mut Self, &mut Value)) {
        let outer = self.frames;
        if let Some(spoken) = Spoken::of(kind) {
            self.frames = (self.of_node)(spoken, value);
        }
        convert(self, value);
        self.frames = outer;
    }

    /// Dense arrays lie in the frame of what they are part of.
    fn array(&mut self, element: &Kind, value: &Value) {
        let Frames { own, scale, .. } = self.frames;
        let turn = match element {
            Kind::Point => own * scale,
            // Four numbers in an array are tangents: a direction, and a sign that turns with nothing.
            Kind::Vector | Kind::Quaternion => own,
            _ => return,
        };
        let width = element.width().unwrap_or(3);
        if let Some(attachment) = placeholder(value).and_then(|number| self.attachments.get_mut(number)) {
            turn_all(attachment, turn, width);
        }
    }
}

/// A length; in a filter several of them, by comparison.
fn lengths(value: &mut Value, scale: f64) {
    match value {
        Value::Number(length) => *value = json!(length.as_f64().unwrap_or_default() * scale),
        Value::Array(list) => list.iter_mut().for_each(|value| lengths(value, scale)),
        Value::Object(map) => map.values_mut().for_each(|value| lengths(value, scale)),
        _ => {}
    }
}

trait Diagonal {
    fn diagonal(&self) -> DVec3;
}

impl Diagonal for DMat3 {
    fn diagonal(&self) -> DVec3 {
        DVec3::new(self.x_axis.x, self.y_axis.y, self.z_axis.z)
    }
}

/// The first three numbers of each row, in place.
fn turn_all(attachment: &mut Attachment, turn: DMat3, width: usize) {
    let mut bytes = attachment.data.to_vec();
    match attachment.dtype {
        Dtype::F4 => bytes.chunks_exact_mut(4 * width).for_each(|row| {
            let [x, y, z] =
                [0, 4, 8].map(|at| f64::from(f32::from_le_bytes([row[at], row[at + 1], row[at + 2], row[at + 3]])));
            for (place, number) in row.chunks_exact_mut(4).zip((turn * DVec3::new(x, y, z)).to_array()) {
                place.copy_from_slice(&(number as f32).to_le_bytes());
            }
        }),
        Dtype::F8 => bytes.chunks_exact_mut(8 * width).for_each(|row| {
            let mut numbers = [0.0; 3];
            for (number, place) in numbers.iter_mut().zip(row.chunks_exact(8)) {
                *number = f64::from_le_bytes(place.try_into().unwrap_or_default());
            }
            for (place, number) in row.chunks_exact_mut(8).zip((turn * DVec3::from_array(numbers)).to_array()) {
                place.copy_from_slice(&number.to_le_bytes());
            }
        }),
        // Positions and directions are never whole numbers.
        _ => return,
    }
    attachment.data = bytes.into();
}

fn numbers<const N: usize>(value: &Value) -> Option<[f64; N]> {
    let list: Option<Vec<f64>> = value.as_array()?.iter().map(Value::as_f64).collect();
    list?.try_into().ok()
}

fn vector(value: &mut Value, convert: impl Fn(DVec3) -> DVec3) {
    if let Some(row) = numbers(value) {
        *value = json!(convert(DVec3::from_array(row)).to_array().map(unsigned_zero));
    }
}

fn rotation(value: &mut Value, convert: impl Fn(DMat3) -> DMat3) {
    if let Some(row) = numbers(value) {
        let turned = DQuat::from_mat3(&convert(DMat3::from_quat(DQuat::from_array(row).normalize())));
        *value = json!(turned.normalize().to_array().map(unsigned_zero));
    }
}

/// Row-major, as the kind says.
fn matrix(value: &mut Value, convert: impl Fn(DMat3, DVec3) -> (DMat3, DVec3)) {
    let Some(rows) = numbers::<16>(value) else { return };
    let whole = DMat4::from_cols_array(&rows).transpose();
    let (linear, place) = convert(DMat3::from_mat4(whole), whole.w_axis.truncate());
    let mut turned = DMat4::from_mat3(linear);
    turned.w_axis = place.extend(1.0);
    *value = json!(turned.transpose().to_cols_array().map(unsigned_zero));
}

/// The least corner of a box stays the least one when an axis is turned round.
fn in_order(value: &mut Value) {
    let corner = |name: &str| value.get(name).and_then(numbers::<3>);
    let (Some(one), Some(other)) = (corner("min"), corner("max")) else { return };
    let (one, other) = (DVec3::from_array(one), DVec3::from_array(other));
    value["min"] = json!(one.min(other).to_array());
    value["max"] = json!(one.max(other).to_array());
}

/// `-0.0` is a riddle to whoever reads it.
fn unsigned_zero(number: f64) -> f64 {
    if number == 0.0 { 0.0 } else { number }
}
