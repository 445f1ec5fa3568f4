//! `scatter`: copies of things all over a surface, by chance that can be repeated.

use glam::{DMat3, DQuat, DVec3};
use serde::Deserialize;
use serde_json::{Value, json};

use super::copies::{self, Copy, MOST};
use super::room::{Avoid, Body, Room};
use crate::host::compounds::extent::{self, Thing};
use crate::host::compounds::shape::{self, across, turn_and_size};
use crate::host::compounds::{Atomics, World, wrong};
use crate::wire::{Code, Fault};

/// Copies, when nobody says how many.
const COUNT: usize = 100;
/// Places that are tried for one copy before there is held to be no room for it.
const TRIES: usize = 40;

#[derive(Deserialize)]
pub(super) struct Given {
    ids: Vec<String>,
    surface_id: String,
    count: Option<usize>,
    density: Option<f64>,
    seed: u64,
    avoid: Avoid,
    min_distance: f64,
    scale_min: f64,
    scale_max: f64,
    spin: f64,
    tilt: f64,
    align_to_normal: f64,
    method: String,
    name: String,
}

/// Triangles, and up to which part of the whole area each of them goes.
struct Surface {
    triangles: Vec<[DVec3; 3]>,
    sums: Vec<f64>,
}

/// SplitMix64 (Steele, Lea and Flood 2014): the same everywhere, for ever, so that a seed is worth keeping.
struct Chance(u64);

pub(super) async fn scatter(host: Atomics, given: Result<Given, Fault>) -> Result<Value, Fault> {
    let given = given?;
    if given.scale_min > given.scale_max {
        return Err(wrong("scale_min", "at most `scale_max`", given.scale_min));
    }
    let things = extent::things(&host, "ids", &given.ids).await?;
    if things.is_empty() {
        return Err(wrong("ids", "at least one node", json!([])));
    }
    let shapes = shape::shapes(&host, std::slice::from_ref(&given.surface_id)).await?;
    let triangles = shapes.into_iter().flat_map(|shape| shape.triangles).collect();
    let surface = Surface::new(triangles);
    let area = surface.area();
    if area <= 0.0 {
        return Err(wrong("surface_id", "a mesh with faces", &*given.surface_id));
    }
    let count = given.count(area)?;
    let places = given.places(&host.world, &things, &surface, count);
    if places.is_empty() {
        let message = "there is no room for a single copy";
        return Err(Fault::new(Code::InvalidParams, message).detail("path", "density").detail("got", given.density));
    }
    let made = copies::make(&host, &things, &given.name, given.method == "copy", &places).await?;
    Ok(json!({
        "parent_id": made.parent_id,
        "ids": made.ids,
        "count": made.ids.len(),
        "missing": count - made.ids.len(),
        "area": area,
    }))
}

impl Given {
    /// How many are wanted.
    fn count(&self, area: f64) -> Result<usize, Fault> {
        match (self.count, self.density) {
            (Some(_), Some(density)) => Err(wrong("density", "either `count` or `density`", density)),
            (Some(count), None) => Ok(count),
            (None, None) => Ok(COUNT),
            (None, Some(density)) => {
                let count = (density * area).round();
                let expected = format!("one that makes 1 to {MOST} copies on an area of {area:.4}");
                let fits = (1.0..=MOST as f64).contains(&count);
                if fits { Ok(count as usize) } else { Err(wrong("density", &expected, density)) }
            }
        }
    }

    /// Where copies come to be: fewer than wanted where there is no room for more.
    fn places(&self, world: &World, things: &[Thing], surface: &Surface, count: usize) -> Vec<Copy> {
        let mut chance = Chance(self.seed);
        let radius = things.iter().map(|thing| thing.extent().radius()).fold(0.0, f64::max) * self.scale_max;
        let mut room = Room::new(self.avoid, self.min_distance, radius);
        let mut one = || {
            let of = chance.below(things.len());
            let (place, normal) = surface.point(&mut chance);
            let turn = self.turn(world, normal, &mut chance);
            let factor = chance.between(self.scale_min, self.scale_max);
            let thing = &things[of];
            room.take(body(thing, place, turn, factor)).then(|| {
                let (own_turn, own_size) = turn_and_size(thing.linear);
                Copy { of, place, turn: turn * own_turn, size: own_size * factor }
            })
        };
        (0..count).filter_map(|_| (0..TRIES).find_map(|_| one())).collect()
    }

    /// How one is turned from how its original is: about its own upright, then that one aside, then to the normal.
    fn turn(&self, world: &World, normal: DVec3, chance: &mut Chance) -> DQuat {
        let spin = DQuat::from_axis_angle(world.up, chance.between(-self.spin, self.spin) / 2.0);
        let aside = DQuat::from_axis_angle(world.up, chance.between(0.0, std::f64::consts::TAU)) * world.front;
        let tilt = DQuat::from_axis_angle(aside, chance.between(0.0, self.tilt));
        let upright = DQuat::IDENTITY.slerp(DQuat::from_rotation_arc(world.up, normal), self.align_to_normal);
        upright * tilt * spin
    }
}

/// The box around a copy: that of its original, which stands as the original's axes do in the world, turned and scaled
/// with it.
fn body(thing: &Thing, place: DVec3, turn: DQuat, factor: f64) -> Body {
    let extent = thing.extent();
    Body {
        centre: place + turn * (extent.centre() - thing.place) * factor,
        sides: DMat3::from_quat(turn),
        half: (extent.max - extent.min) / 2.0 * factor,
        origin: place,
    }
}

impl Surface {
    fn new(triangles: Vec<[DVec3; 3]>) -> Self {
        let mut sum = 0.0;
        let add = |triangle: &[DVec3; 3]| {
            sum += across(triangle).length() / 2.0;
            sum
        };
        let sums = triangles.iter().map(add).collect();
        Self { triangles, sums }
    }

    fn area(&self) -> f64 {
        self.sums.last().copied().unwrap_or_default()
    }

    /// A point anywhere on it, with its normal.
    fn point(&self, chance: &mut Chance) -> (DVec3, DVec3) {
        let at = chance.between(0.0, self.area());
        let number = self.sums.partition_point(|sum| *sum <= at).min(self.triangles.len() - 1);
        let triangle = &self.triangles[number];
        let [a, b, c] = *triangle;
        let (mut along, mut aside) = (chance.part(), chance.part());
        if along + aside > 1.0 {
            (along, aside) = (1.0 - along, 1.0 - aside);
        }
        (a + (b - a) * along + (c - a) * aside, across(triangle).normalize_or(DVec3::Z))
    }
}

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// From 0 up to 1, of which there are as many as fit.
    fn part(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    fn between(&mut self, least: f64, greatest: f64) -> f64 {
        least + (greatest - least) * self.part()
    }

    fn below(&mut self, count: usize) -> usize {
        (self.part() * count as f64) as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::host::compounds::double::Double;

    const MATRIX: [f64; 16] = [1.0, 0.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.0, 1.0];

    /// A tree of half a metre, and a square of 10 metres of which a tenth is cut into many triangles.
    fn scene() -> Double {
        let mut host = Double::new();
        let bounds = json!({ "min": [-0.25, -0.25, 0], "max": [0.25, 0.25, 0.5] });
        host.has(
            "get_nodes",
            "Tree",
            json!({ "name": "Tree", "type": "mesh", "bounds": bounds, "matrix_world": MATRIX }),
        );
        let (mut points, mut triangles) = (Vec::new(), Vec::new());
        let mut cell = |left: f64, right: f64| {
            let first = points.len();
            points.extend([[left, 0.0, 0.0], [right, 0.0, 0.0], [right, 10.0, 0.0], [left, 10.0, 0.0]]);
            triangles.extend([first, first + 1, first + 2, first, first + 2, first + 3]);
        };
        (0..50).for_each(|number| cell(f64::from(number) / 50.0, f64::from(number + 1) / 50.0));
        cell(1.0, 10.0);
        host.has("get_meshes", "Meadow", json!({ "vertices": points, "indices": triangles, "matrix_world": MATRIX }));
        host
    }

    /// Where copies are put. The double leaves them where they are, and that is told.
    fn places(arguments: Value) -> Vec<DVec3> {
        let mut host = scene();
        let mut given = json!({ "ids": ["Tree"], "surface_id": "Meadow" });
        given.as_object_mut().unwrap().extend(arguments.as_object().unwrap().clone());
        assert_eq!(host.play("scatter", given).unwrap_err().error_code, Code::Conflict);
        let items = host.asked("update_nodes")["items"].as_array().unwrap().iter();
        items.map(|item| serde_json::from_value::<[f64; 3]>(item["position"].clone()).unwrap().into()).collect()
    }

    #[test]
    fn chance_weighs_by_area_and_can_be_repeated() {
        let found = places(json!({ "count": 200, "seed": 3 }));
        let left = found.iter().filter(|place| place.x < 1.0).count();
        assert!((8..35).contains(&left), "a tenth of the area has a tenth of the copies, not {left} of 200");
        assert_eq!(found, places(json!({ "count": 200, "seed": 3 })));
        assert_ne!(found, places(json!({ "count": 200, "seed": 4 })));
    }

    #[test]
    fn spheres_do_not_meet() {
        let found = places(json!({ "count": 60, "avoid": "spheres" }));
        let least = 2.0 * DVec3::new(0.25, 0.25, 0.25).length();
        for (number, one) in found.iter().enumerate() {
            assert!(found[..number].iter().all(|other| one.distance(*other) > least));
        }
    }

    #[test]
    fn what_fits_nowhere_is_told() {
        let mut host = scene();
        let both = json!({ "ids": ["Tree"], "surface_id": "Meadow", "count": 3, "density": 2 });
        assert_eq!(host.play("scatter", both).unwrap_err().details["path"], json!("density"));
        let many = json!({ "ids": ["Tree"], "surface_id": "Meadow", "density": 1e6 });
        assert_eq!(host.play("scatter", many).unwrap_err().details["path"], json!("density"));
        host.has("get_meshes", "Dust", json!({ "vertices": [[0, 0, 0]], "indices": [], "matrix_world": MATRIX }));
        let dust = json!({ "ids": ["Tree"], "surface_id": "Dust" });
        assert_eq!(host.play("scatter", dust).unwrap_err().details["path"], json!("surface_id"));
    }
}
