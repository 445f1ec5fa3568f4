//! `frame_camera`: a camera that sees all of things, as large as can be.

use std::f64::consts::{FRAC_PI_2, PI};

use glam::{DMat3, DQuat, DVec3};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::host::compounds::extent::{self, Extent};
use crate::host::compounds::matrix::{self, linear};
use crate::host::compounds::moving::arrived;
use crate::host::compounds::{Atomics, World, wrong};
use crate::wire::{Code, Fault};

/// Beyond the farthest and before the nearest of what is shown, as a part of the way there.
const CLEAR: f64 = 0.1;

#[derive(Deserialize)]
pub(super) struct Given {
    ids: Vec<String>,
    camera_id: Option<String>,
    direction: String,
    margin: f64,
}

#[derive(Deserialize)]
struct Camera {
    id: String,
    name: String,
    projection: String,
    focal_length: f64,
    sensor_width: f64,
    ortho_scale: Option<f64>,
    near: f64,
    far: f64,
    matrix_world: [f64; 16],
}

#[derive(Deserialize)]
struct Settings {
    width: f64,
    height: f64,
}

/// The picture that is to be filled: half of how much it shows at the distance 1 (or, orthographic, of how much of its
/// longer side) across and up, less the margin.
struct Picture {
    across: f64,
    up: f64,
}

/// Where a camera must be, along its own axes, and how wide an orthographic one must see.
struct Fit {
    place: DVec3,
    ortho_scale: Option<f64>,
    nearest: f64,
    farthest: f64,
}

const FIELDS: &[&str] = &["projection", "focal_length", "sensor_width", "ortho_scale", "near", "far", "matrix_world"];

pub(super) async fn camera(host: Atomics, given: Result<Given, Fault>) -> Result<Value, Fault> {
    let given = given?;
    if given.ids.is_empty() {
        return Err(wrong("ids", "at least one node", json!([])));
    }
    let boxes = extent::boxes(&host, &given.ids).await?;
    let whole = boxes.iter().copied().reduce(Extent::with).filter(|whole| whole.radius() > 0.0);
    let whole = whole.ok_or_else(|| wrong("ids", "nodes of which something is to be seen", &*given.ids))?;
    let camera = chosen(&host, given.camera_id.as_ref()).await?;
    let settings: Vec<Settings> = host
        .items("list_render_settings", json!({ "filters": { "active": true }, "fields": ["width", "height"] }))
        .await?;
    let settings = settings.into_iter().next();
    let settings = settings.ok_or_else(|| Fault::new(Code::NotFound, "no scene is open that could be rendered"))?;
    let turned = turned(&host.world, &given.direction, &camera);
    let points: Vec<DVec3> = boxes.iter().flat_map(Extent::corners).map(|point| turned.inverse() * point).collect();
    let picture = Picture::of(&settings, given.margin);
    let fit = match camera.projection.as_str() {
        "perspective" => picture.perspective(&points, camera.sensor_width / (2.0 * camera.focal_length), camera.near),
        "orthographic" => picture.orthographic(&points, camera.near),
        other => return Err(wrong("camera_id", "a perspective or orthographic camera", other)),
    };
    let place = turned * fit.place;
    let mut there = json!({ "id": camera.id, "position": place.to_array() });
    if given.direction != "current" {
        there["rotation"] = turned.to_array().into();
    }
    host.change("transform", vec![there]).await?;
    if let Some(lens) = fit.lens(&camera) {
        host.change("update_cameras", vec![lens]).await?;
    }
    let now = chosen(&host, Some(&camera.id)).await?;
    let found = matrix::place(now.matrix_world);
    arrived(&now.id, &now.name, place, found)?;
    let way = linear(now.matrix_world) * DVec3::NEG_Z;
    arrived(&now.id, &now.name, turned * DVec3::NEG_Z, way.normalize())?;
    Ok(json!({
        "camera_id": now.id,
        "position": found.to_array(),
        "center": whole.centre().to_array(),
        "distance": found.distance(whole.centre()),
        "ortho_scale": now.ortho_scale.filter(|_| now.projection == "orthographic"),
        "near": now.near,
        "far": now.far,
    }))
}

/// The named camera, or the one that the scene renders through.
async fn chosen(host: &Atomics, id: Option<&String>) -> Result<Camera, Fault> {
    let cameras: Vec<Camera> = match id {
        Some(id) => host.read("get_cameras", std::slice::from_ref(id), FIELDS).await?,
        None => host.items("list_cameras", json!({ "filters": { "active": true }, "fields": FIELDS })).await?,
    };
    let none = || wrong("camera_id", "a camera, as the scene renders through none", Value::Null);
    cameras.into_iter().next().ok_or_else(none)
}

/// As it is turned now, or as one that sees things from this side.
fn turned(world: &World, direction: &str, camera: &Camera) -> DQuat {
    let (azimuth, elevation) = match direction {
        "front" => (0.0, 0.0),
        "right" => (FRAC_PI_2, 0.0),
        "back" => (PI, 0.0),
        "left" => (-FRAC_PI_2, 0.0),
        // As on a plan: the front is at the lower edge.
        "top" => return World::upright(-world.up, -world.front),
        "bottom" => return World::upright(world.up, world.front),
        _ => {
            let DMat3 { x_axis, y_axis, z_axis } = linear(camera.matrix_world);
            let (back, up) = (z_axis.normalize(), y_axis.normalize());
            // Of a camera in a mirrored parent its picture's right is what counts.
            let right = if up.cross(back).dot(x_axis) < 0.0 { back.cross(up) } else { up.cross(back) };
            return DQuat::from_mat3(&DMat3::from_cols(right, back.cross(right), back));
        }
    };
    world.aimed(-world.direction(azimuth, elevation))
}

impl Picture {
    /// What a sensor or an orthographic width says holds for the longer side.
    fn of(settings: &Settings, margin: f64) -> Self {
        let longer = settings.width.max(settings.height);
        let free = 1.0 - 2.0 * margin;
        Self { across: free * settings.width / longer, up: free * settings.height / longer }
    }

    /// Each point is in the picture where it is off the axis by no more than its depth times the slope of the picture's
    /// edge: of both edges of a pair, the sum says how far back, the difference where between them.
    fn perspective(&self, points: &[DVec3], slope: f64, near: f64) -> Fit {
        let edge = |axis: usize, slope: f64, sign: f64| {
            points.iter().map(|point| sign * point[axis] + slope * point.z).fold(f64::NEG_INFINITY, f64::max)
        };
        let pair = |axis: usize, slope: f64| {
            let (high, low) = (edge(axis, slope, 1.0), edge(axis, slope, -1.0));
            ((high - low) / 2.0, (high + low) / (2.0 * slope))
        };
        let (x, wide) = pair(0, self.across * slope);
        let (y, high) = pair(1, self.up * slope);
        let before = points.iter().map(|point| point.z).fold(f64::NEG_INFINITY, f64::max);
        Fit::new(points, DVec3::new(x, y, wide.max(high).max(before + near)), None)
    }

    fn orthographic(&self, points: &[DVec3], near: f64) -> Fit {
        let first = points.first().copied().unwrap_or_default();
        let whole = points.iter().map(|point| Extent::at(*point)).fold(Extent::at(first), Extent::with);
        let size = whole.max - whole.min;
        let scale = (size.x / self.across).max(size.y / self.up);
        // As far before it as it is deep: what comes nearer a little is not cut off.
        let back = whole.max.z + size.max_element().max(near);
        Fit::new(points, whole.centre().with_z(back), Some(scale.max(f64::MIN_POSITIVE)))
    }
}

impl Fit {
    fn new(points: &[DVec3], place: DVec3, ortho_scale: Option<f64>) -> Self {
        let depths = || points.iter().map(|point| place.z - point.z);
        let nearest = depths().fold(f64::INFINITY, f64::min);
        Self { place, ortho_scale, nearest, farthest: depths().fold(0.0, f64::max) }
    }

    /// What must change of the camera besides its place: how wide it sees, and where it cuts things off.
    fn lens(&self, camera: &Camera) -> Option<Value> {
        let mut patch = json!({ "ids": [camera.id] });
        if let Some(scale) = self.ortho_scale {
            patch["ortho_scale"] = scale.into();
        }
        if camera.near > self.nearest {
            patch["near"] = (self.nearest * (1.0 - CLEAR)).into();
        }
        if camera.far < self.farthest {
            patch["far"] = (self.farthest * (1.0 + CLEAR)).into();
        }
        (patch.as_object()?.len() > 1).then_some(patch)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::host::compounds::double::Double;

    /// A box 4 wide, 2 deep and 3 high, and a camera before it that looks along +Y.
    fn scene(projection: &str) -> Double {
        let mut host = Double::new();
        host.has(
            "get_nodes",
            "Car",
            json!({ "name": "Car", "type": "mesh", "bounds": { "min": [-2, -1, 0], "max": [2, 1, 3] } }),
        );
        host.has("list_render_settings", "Scene", json!({ "width": 200, "height": 100 }));
        host.has(
            "get_cameras",
            "Shot",
            json!({
                "name": "Shot", "projection": projection, "focal_length": 50, "sensor_width": 36, "ortho_scale": 1,
                "near": 0.1, "far": 5, "matrix_world": [1, 0, 0, 9, 0, 0, -1, 9, 0, 1, 0, 9, 0, 0, 0, 1],
            }),
        );
        host
    }

    /// What the double never does: the camera is where it was put.
    fn framed(host: &mut Double, arguments: Value) -> Value {
        let fault = host.play("frame_camera", arguments).unwrap_err();
        assert_eq!(fault.error_code, Code::Conflict, "a camera that does not go there is told: {fault:?}");
        host.asked("transform")["items"][0].clone()
    }

    #[test]
    fn a_perspective_camera_goes_back_until_all_is_seen() {
        let mut host = scene("perspective");
        let there = framed(&mut host, json!({ "ids": ["Car"], "camera_id": "Shot", "margin": 0 }));
        // The nearest face is 4 wide and 3 high at y = -1; the picture is half as high as wide.
        let back = 3.0 / (0.36 * 2.0 / 2.0);
        let place: [f64; 3] = serde_json::from_value(there["position"].clone()).unwrap();
        assert!(DVec3::from_array(place).distance(DVec3::new(0.0, -1.0 - back, 1.5)) < 1e-9, "{place:?}");
        assert!(there.get("rotation").is_none(), "it looks as it did");
        assert!(host.asked("update_cameras")["items"][0]["far"].as_f64().unwrap() > back + 2.0);
    }

    #[test]
    fn an_orthographic_one_sees_as_wide_as_it_must() {
        let mut host = scene("orthographic");
        framed(&mut host, json!({ "ids": ["Car"], "camera_id": "Shot", "margin": 0.25, "direction": "top" }));
        // From above 4 wide and 2 high, in half of the picture.
        assert_eq!(host.asked("update_cameras")["items"][0]["ortho_scale"], 8.0);
        let turn = &host.asked("transform")["items"][0]["rotation"];
        assert!((turn[3].as_f64().unwrap().abs() - 1.0).abs() < 1e-9, "a camera that is not turned looks down: {turn}");
    }

    #[test]
    fn of_nothing_and_with_no_camera_there_is_no_picture() {
        let mut host = Double::new();
        host.has(
            "get_nodes",
            "Car",
            json!({ "name": "Car", "type": "mesh", "bounds": { "min": [0, 0, 0], "max": [1, 1, 1] } }),
        );
        let fault = host.play("frame_camera", json!({ "ids": ["Car"] })).unwrap_err();
        assert_eq!((fault.error_code, &fault.details["path"]), (Code::InvalidParams, &json!("camera_id")));
        let fault = host.play("frame_camera", json!({ "ids": [] })).unwrap_err();
        assert_eq!(fault.details["path"], json!("ids"));
    }
}
