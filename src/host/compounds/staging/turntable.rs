//! `create_turntable`: a camera that goes round things, or things that turn before a camera.

use serde::Deserialize;
use serde_json::{Value, json};

use crate::host::compounds::world::Time;
use crate::host::compounds::{Atomics, extent, wrong};
use crate::wire::{Code, Fault};

/// Half the width of the sensor that every camera has when nobody says otherwise, in millimetres.
const HALF_SENSOR: f64 = 18.0;
/// So much of the way to the edge of the picture is left free.
const MARGIN: f64 = 1.1;

#[derive(Deserialize)]
pub(super) struct Given {
    ids: Vec<String>,
    method: String,
    name: String,
    duration: Time,
    start_time: Time,
    turns: f64,
    elevation: f64,
    azimuth: f64,
    distance: Option<f64>,
    focal_length: f64,
    set_frame_range: bool,
}

#[derive(Deserialize)]
struct Settings {
    id: String,
    width: f64,
    height: f64,
}

#[derive(Deserialize)]
struct Made {
    items: Vec<Keyframe>,
}

#[derive(Deserialize)]
struct Keyframe {
    channel_id: String,
}

#[derive(Deserialize)]
struct Channel {
    clip_id: Option<String>,
}

pub(super) async fn create(host: Atomics, given: Result<Given, Fault>) -> Result<Value, Fault> {
    let given = given?;
    if given.ids.is_empty() {
        return Err(wrong("ids", "at least one node", json!([])));
    }
    let world = host.world;
    let extent = extent::of(&host, "ids", &given.ids).await?;
    let settings: Vec<Settings> = host
        .items("list_render_settings", json!({ "filters": { "active": true }, "fields": ["width", "height"] }))
        .await?;
    let settings = settings.into_iter().next();
    let settings = settings.ok_or_else(|| Fault::new(Code::NotFound, "no scene is open whose frames could be set"))?;
    let distance = given.distance.unwrap_or_else(|| {
        let narrow = settings.width.min(settings.height) / settings.width.max(settings.height);
        // What touches the edges of the picture is a sphere as large as what is shown from every side.
        extent.radius() * MARGIN / (HALF_SENSOR * narrow / given.focal_length).atan().sin()
    });
    let centre = extent.centre();
    let pivot = host
        .make("create_nodes", json!({ "name": format!("{} pivot", given.name), "position": centre.to_array() }))
        .await?;
    let way = world.direction(given.azimuth, given.elevation);
    let round = given.method == "camera";
    let place = if round { way * distance } else { centre + way * distance };
    let camera = host
        .make(
            "create_cameras",
            json!({
                "name": format!("{} camera", given.name),
                "parent_id": if round { Value::from(&*pivot) } else { Value::Null },
                "position": place.to_array(),
                "rotation": world.aimed(-way).to_array(),
                "focal_length": given.focal_length,
                "active": true,
            }),
        )
        .await?;
    if !round {
        let items = given.ids.iter().map(|id| json!({ "id": id, "parent_id": pivot })).collect();
        host.change("set_parent", items).await?;
    }
    let clip = turn(&host, &pivot, &given).await?;
    let first = (world.seconds(given.start_time) * world.fps).round();
    // One frame less: the next one is the first again.
    let last = first + (world.seconds(given.duration) * world.fps).round() - 1.0;
    if given.set_frame_range {
        let range = json!({ "ids": [settings.id], "frame_start": first as i64, "frame_end": last as i64 });
        host.change("update_render_settings", vec![range]).await?;
    }
    Ok(json!({
        "pivot_id": pivot,
        "camera_id": camera,
        "clip_id": clip,
        "center": centre.to_array(),
        "distance": distance,
        "frame_start": first as i64,
        "frame_end": last as i64,
    }))
}

/// Keyframes on the pivot, evenly from the first to the last and on for ever; their clip, where the host has clips.
async fn turn(host: &Atomics, pivot: &str, given: &Given) -> Result<Option<String>, Fault> {
    let path = format!("rotation.{}", host.world.up_letter());
    // A camera that goes round to the right shows things turning to the left.
    let degrees = given.turns * if given.method == "camera" { 360.0 } else { -360.0 };
    let key = |time: f64, value: f64| json!({ "node_id": pivot, "path": path, "time": time, "value": value, "interpolation_out": "linear" });
    let (start, duration) = (host.world.seconds(given.start_time), host.world.seconds(given.duration));
    let keys = [key(start, 0.0), key(start + duration, degrees)];
    let Made { items } = host.ask("create_keyframes", json!({ "items": keys })).await?;
    let channel = items.into_iter().next().map(|keyframe| keyframe.channel_id).unwrap_or_default();
    let on = json!({ "ids": [channel], "extrapolation_pre": "linear", "extrapolation_post": "linear" });
    host.change("update_channels", vec![on]).await?;
    let channels: Vec<Channel> = host.read("get_channels", &[channel], &["clip_id"]).await?;
    Ok(channels.into_iter().next().and_then(|channel| channel.clip_id))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::host::compounds::double::Double;

    fn scene() -> Double {
        let mut host = Double::new();
        host.has("get_nodes", "Car", json!({ "type": "mesh", "bounds": { "min": [-2, -1, 0], "max": [2, 1, 2] } }));
        host.has("list_render_settings", "Scene", json!({ "width": 1920, "height": 1080 }));
        host
    }

    #[test]
    fn a_camera_goes_round_the_middle_of_what_is_shown() {
        let mut host = scene();
        let made = host.play("create_turntable", json!({ "ids": ["Car"], "duration": 2 })).unwrap();
        assert_eq!(
            host.called(),
            [
                "get_children",
                "get_nodes",
                "list_render_settings",
                "create_nodes",
                "create_cameras",
                "create_keyframes",
                "update_channels",
                "get_channels",
                "update_render_settings"
            ]
        );
        assert_eq!(host.asked("create_nodes")["items"][0]["position"], json!([0.0, 0.0, 1.0]));
        let camera = &host.asked("create_cameras")["items"][0];
        assert_eq!((&camera["parent_id"], &camera["active"]), (&made["pivot_id"], &json!(true)));
        assert!(camera["position"][1].as_f64().unwrap() < -4.0, "it begins in front: {camera}");
        let keys = &host.asked("create_keyframes")["items"];
        assert_eq!(
            (&keys[0]["path"], &keys[1]["time"], &keys[1]["value"]),
            (&json!("rotation.z"), &json!(2.0), &json!(360.0))
        );
        let range = &host.asked("update_render_settings")["items"][0];
        assert_eq!((&range["frame_start"], &range["frame_end"]), (&json!(0), &json!(47)));
        assert_eq!((&made["frame_end"], &made["center"]), (&json!(47), &json!([0.0, 0.0, 1.0])));
    }

    #[test]
    fn things_turn_before_a_camera_that_stands() {
        let mut host = scene();
        let made = host
            .play(
                "create_turntable",
                json!({ "ids": ["Car"], "method": "object", "set_frame_range": false, "turns": 2 }),
            )
            .unwrap();
        assert_eq!(host.asked("set_parent")["items"][0], json!({ "id": "Car", "parent_id": made["pivot_id"] }));
        assert!(host.asked("create_cameras")["items"][0].get("parent_id").is_none_or(Value::is_null));
        assert_eq!(host.asked("create_keyframes")["items"][1]["value"], -720.0);
        assert!(!host.called().contains(&"update_render_settings"));
    }

    #[test]
    fn up_is_where_the_host_has_it() {
        let mut host = scene().y_up();
        host.play("create_turntable", json!({ "ids": ["Car"], "elevation": 0 })).unwrap();
        assert_eq!(host.asked("create_keyframes")["items"][0]["path"], "rotation.y");
        assert!(host.asked("create_cameras")["items"][0]["position"][2].as_f64().unwrap() > 4.0);
    }

    #[test]
    fn of_nothing_to_be_seen_there_is_no_turntable() {
        let mut host = Double::new();
        host.has("get_nodes", "Pivot", json!({ "type": "empty", "bounds": { "min": [0, 0, 0], "max": [0, 0, 0] } }));
        let fault = host.play("create_turntable", json!({ "ids": ["Pivot"] })).unwrap_err();
        assert_eq!((fault.error_code, &fault.details["path"]), (Code::InvalidParams, &json!("ids")));
        assert_eq!(host.called(), ["get_children", "get_nodes"]);
    }
}
