//! `three_point_lighting`: key, fill and rim light around things, as a camera sees them.

use std::f64::consts::PI;

use glam::DVec3;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::host::compounds::matrix::{linear, place};
use crate::host::compounds::{Atomics, extent, wrong};
use crate::wire::Fault;

/// How far up each of them stands, in radians; the rim shines over what it is behind.
const KEY_UP: f64 = 40.0 * PI / 180.0;
const FILL_UP: f64 = 15.0 * PI / 180.0;
const RIM_UP: f64 = 45.0 * PI / 180.0;
/// Radii of what is lit between it and a light, when nobody says how far.
const AWAY: f64 = 3.0;

#[derive(Deserialize)]
pub(super) struct Given {
    ids: Vec<String>,
    camera_id: Option<String>,
    name: String,
    kind: String,
    intensity: Option<f64>,
    fill_ratio: f64,
    rim_ratio: f64,
    key_angle: f64,
    fill_angle: f64,
    rim_angle: f64,
    distance: Option<f64>,
    size: Option<f64>,
    key_color: Vec<f64>,
    fill_color: Vec<f64>,
    rim_color: Vec<f64>,
}

#[derive(Deserialize)]
struct Camera {
    matrix_world: [f64; 16],
}

/// One of the three: what it is called, how bright, where.
struct Light<'a> {
    role: &'static str,
    share: f64,
    azimuth: f64,
    up: f64,
    color: &'a [f64],
}

pub(super) async fn three_points(host: Atomics, given: Result<Given, Fault>) -> Result<Value, Fault> {
    let given = given?;
    if given.ids.is_empty() {
        return Err(wrong("ids", "at least one node", json!([])));
    }
    let extent = extent::of(&host, "ids", &given.ids).await?;
    let (centre, radius) = (extent.centre(), extent.radius());
    let seen_from = seen_from(&host, &given, centre).await?;
    let distance = given.distance.unwrap_or(radius * AWAY);
    let size = given.size.unwrap_or(radius);
    let intensity = given.intensity.unwrap_or_else(|| full(&given.kind, distance));
    let group = host.make("create_nodes", json!({ "name": given.name, "position": centre.to_array() })).await?;
    let lights = [
        Light { role: "key", share: 1.0, azimuth: given.key_angle, up: KEY_UP, color: &given.key_color },
        Light {
            role: "fill",
            share: given.fill_ratio,
            azimuth: given.fill_angle,
            up: FILL_UP,
            color: &given.fill_color,
        },
        Light { role: "rim", share: given.rim_ratio, azimuth: given.rim_angle, up: RIM_UP, color: &given.rim_color },
    ];
    let items = lights.iter().map(|light| {
        let way = host.world.direction(seen_from + light.azimuth, light.up);
        let mut item = json!({
            "name": format!("{} {}", given.name, light.role),
            "kind": given.kind,
            "parent_id": group,
            "position": (way * distance).to_array(),
            "rotation": host.world.aimed(-way).to_array(),
            "intensity": intensity * light.share,
            "color": light.color,
        });
        match given.kind.as_str() {
            "area" => (item["width"], item["height"]) = (size.into(), size.into()),
            _ => item["radius"] = (size / 2.0).into(),
        }
        item
    });
    let ids = host.make_all("create_lights", items.collect()).await?;
    Ok(json!({
        "group_id": group,
        "key_id": ids[0],
        "fill_id": ids[1],
        "rim_id": ids[2],
        "center": centre.to_array(),
        "distance": distance,
        "intensity": intensity,
    }))
}

/// How far to the right of their front things are seen: by this camera, else by the scene's, else from the front.
async fn seen_from(host: &Atomics, given: &Given, centre: DVec3) -> Result<f64, Fault> {
    let cameras: Vec<Camera> = match &given.camera_id {
        Some(camera) => host.read("get_cameras", std::slice::from_ref(camera), &["matrix_world"]).await?,
        None => {
            let active = json!({ "filters": { "active": true }, "fields": ["matrix_world"] });
            host.items("list_cameras", active).await?
        }
    };
    let Some(matrix) = cameras.into_iter().next().map(|camera| camera.matrix_world) else { return Ok(0.0) };
    let way = place(matrix) - centre;
    let world = host.world;
    let level = way - world.up * way.dot(world.up);
    // From above or below there is no side: its own down is the front then.
    let level = if level.length() > 1e-6 * way.length() { level } else { linear(matrix) * DVec3::NEG_Y };
    Ok(level.dot(world.right()).atan2(level.dot(world.front)))
}

/// Watts by which a white surface that faces the light looks just white: radiance 1 of a Lambertian surface is an
/// irradiance of pi, which a lamp that shines all around gives at the distance d with 4 pi d^2 times as much, a small
/// flat one straight ahead of it with pi d^2 times as much.
fn full(kind: &str, distance: f64) -> f64 {
    let spread = if kind == "area" { PI } else { 4.0 * PI };
    PI * spread * distance * distance
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::host::compounds::double::Double;

    fn scene() -> Double {
        let mut host = Double::new();
        host.has("get_nodes", "Bust", json!({ "type": "mesh", "bounds": { "min": [-1, -1, 0], "max": [1, 1, 2] } }));
        host
    }

    /// Where the three stand, from the middle.
    fn places(host: &Double) -> Vec<DVec3> {
        let row = |item: &Value| DVec3::from_array(serde_json::from_value(item["position"].clone()).unwrap());
        host.asked("create_lights")["items"].as_array().unwrap().iter().map(row).collect()
    }

    #[test]
    fn key_and_fill_stand_on_both_sides_and_the_rim_behind() {
        let mut host = scene();
        let made = host.play("three_point_lighting", json!({ "ids": ["Bust"], "fill_ratio": 0.25 })).unwrap();
        assert_eq!(host.called(), ["get_children", "get_nodes", "list_cameras", "create_nodes", "create_lights"]);
        let [key, fill, rim] = places(&host)[..] else { panic!("three") };
        assert!(key.x > 0.0 && fill.x < 0.0 && key.y < 0.0 && fill.y < 0.0 && rim.y > 0.0, "{key} {fill} {rim}");
        assert!(key.z > fill.z && fill.z > 0.0 && rim.z > 0.0);
        let items = &host.asked("create_lights")["items"];
        let power = |index: usize| items[index]["intensity"].as_f64().unwrap();
        assert!((power(1) / power(0) - 0.25).abs() < 1e-12);
        assert!(items.as_array().unwrap().iter().all(|item| item["parent_id"] == made["group_id"]));
    }

    #[test]
    fn they_stand_as_the_camera_sees_it() {
        let mut host = scene();
        // From +X: its right is where +Y is.
        let matrix = json!([0, 0, 1, 9, 1, 0, 0, 0, 0, 1, 0, 1, 0, 0, 0, 1]);
        host.has("get_cameras", "Shot", json!({ "matrix_world": matrix }));
        host.play("three_point_lighting", json!({ "ids": ["Bust"], "camera_id": "Shot" })).unwrap();
        let [key, fill, rim] = places(&host)[..] else { panic!("three") };
        assert!(key.x > 0.0 && key.y > 0.0 && fill.y < 0.0 && rim.x < 0.0, "{key} {fill} {rim}");
    }
}
