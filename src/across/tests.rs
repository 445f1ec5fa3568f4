//! Transfers between two sessions of different conventions, without a host.

use std::sync::Arc;

use glam::{DMat4, DQuat, DVec3};
use serde_json::{Value, json};
use tokio::sync::Notify;

use super::Across;
use super::double::{Double, Object, Session};
use crate::backend::{Backend, Request};
use crate::wire::{Code, Fault, Payload};

/// Z up, metres, as Blender has it.
fn upright() -> DMat4 {
    DMat4::from_quat(DQuat::from_rotation_x(-std::f64::consts::FRAC_PI_2))
}

/// Y up, centimetres, as Maya has it.
fn centimetres() -> DMat4 {
    DMat4::from_scale(DVec3::splat(0.01))
}

/// A pivot with a mesh and a camera below it, and a mesh below the camera; the first is scaled.
fn furnished(mut session: Session) -> Session {
    let object = |name: &str, kind: &'static str, parent: Option<usize>, at: DVec3, turn: f64, scale: DVec3| {
        let rotation = DQuat::from_euler(glam::EulerRot::XYZ, turn, 0.3, -turn);
        Object {
            name: name.to_owned(),
            kind,
            parent,
            local: DMat4::from_scale_rotation_translation(scale, rotation, at),
            vertices: vec![DVec3::ZERO, DVec3::X, DVec3::new(0.0, 2.0, 0.5)],
            fields: json!({ "visible": true }),
        }
    };
    session.objects = vec![
        object("Pivot", "empty", None, DVec3::new(1.0, 2.0, 3.0), 0.4, DVec3::splat(2.0)),
        object("Tent", "mesh", Some(0), DVec3::new(-1.0, 0.5, 0.0), 1.1, DVec3::new(1.0, 2.0, 3.0)),
        object("Eye", "camera", Some(0), DVec3::new(0.0, -4.0, 1.0), -0.7, DVec3::ONE),
        object("Slate", "mesh", Some(2), DVec3::new(0.0, 0.1, -2.0), 0.2, DVec3::ONE),
    ];
    session
}

fn double(turns: [DMat4; 2]) -> Double {
    let [near, far] = turns;
    Double::new(vec![furnished(Session::new("near", near)), Session::new("far", far)])
}

async fn transfer(double: &Double, arguments: Value) -> Result<Value, Fault> {
    let mut given = json!({ "target": "far", "ids": ["Pivot"] });
    given.as_object_mut().unwrap().extend(arguments.as_object().unwrap().clone());
    let request = Request { operation: "transfer".to_owned(), arguments: Payload::json(given), ..Request::default() };
    Across::new(double.clone()).call(request, None).await.map(|reply| reply.payload.json)
}

/// The points of all meshes of a session, in glTF's world, by the session's own reckoning.
fn points(session: &Session) -> Vec<(String, Vec<DVec3>)> {
    let meshes = (0..session.objects.len()).filter(|index| session.objects[*index].kind == "mesh");
    let mut found: Vec<_> = meshes
        .map(|index| {
            let whole = session.turn * session.world(index);
            let object = &session.objects[index];
            (object.name.clone(), object.vertices.iter().map(|point| whole.transform_point3(*point)).collect())
        })
        .collect();
    found.sort_by(|one: &(String, Vec<DVec3>), other| one.0.cmp(&other.0));
    found
}

#[tokio::test]
async fn points_stay_where_they_are_whatever_the_axes_and_the_unit() {
    let mirrored = DMat4::from_scale(DVec3::new(-0.01, 0.01, 0.01)) * upright();
    for turns in [[upright(), centimetres()], [centimetres(), upright()], [upright(), mirrored], [upright(), upright()]]
    {
        let double = double(turns);
        let told = transfer(&double, json!({})).await.unwrap();
        let sessions = double.sessions.lock();
        let (was, is) = (points(&sessions[0]), points(&sessions[1]));
        assert_eq!((was.len(), is.len()), (2, 2));
        for ((name, was), (other, is)) in was.iter().zip(&is) {
            assert_eq!(name, other);
            for (one, two) in was.iter().zip(is) {
                assert!(one.distance(*two) < 1e-9, "{name}: {one} is {two} in {turns:?}");
            }
        }
        let camera = |session: &Session| {
            let index = session.objects.iter().position(|object| object.kind == "camera").unwrap();
            session.turn.transform_vector3(session.world(index).transform_vector3(DVec3::NEG_Z)).normalize()
        };
        assert!(camera(&sessions[0]).distance(camera(&sessions[1])) < 1e-9);
        assert_eq!(told["items"].as_array().unwrap().len(), 4);
        assert_eq!(sessions[1].objects.iter().filter(|object| object.parent.is_some()).count(), 3);
    }
}

#[tokio::test]
async fn it_is_one_batch_and_reads_of_one_state() {
    let double = double([upright(), centimetres()]);
    transfer(&double, json!({})).await.unwrap();
    let writes = double.asked_of("far");
    assert_eq!(writes.iter().filter(|request| request.operation == "batch").count(), 1);
    let steps = &writes.last().unwrap().arguments;
    assert!(steps.json["operations"].as_array().unwrap().iter().all(|step| step["arguments"]["convention"] == "gltf"));
    assert!(!steps.attachments.is_empty(), "arrays travel as they are");
    let reads = double.asked_of("near");
    let first = reads.iter().position(|request| request.operation == "get_nodes").unwrap();
    assert!(reads[first + 1..].iter().all(|request| request.if_revision == Some(7)));
}

#[tokio::test]
async fn a_dry_run_reads_no_arrays_and_makes_nothing() {
    let double = double([upright(), centimetres()]);
    let told = transfer(&double, json!({ "dry_run": true })).await.unwrap();
    assert_eq!((told["items"].as_array().unwrap().len(), &told["dry_run"]), (4, &json!(true)));
    assert!(told["items"][0].get("id").is_none());
    assert!(double.sessions.lock()[1].objects.is_empty());
    let asked = double.asked_of("near");
    assert!(!asked.iter().any(|request| request.arguments.json.to_string().contains("vertices")));
    let asked = double.asked_of("far");
    assert!(
        asked
            .iter()
            .filter(|request| request.operation == "batch")
            .all(|request| request.arguments.json["dry_run"] == true)
    );
    assert!(asked.iter().any(|request| request.operation == "batch"), "the target is asked whether it may be");
}

fn lost(told: &Value) -> Vec<(&str, &str)> {
    told["lost"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (one["field"].as_str().unwrap(), one["reason"].as_str().unwrap()))
        .collect()
}

#[tokio::test]
async fn what_the_target_lacks_is_told_and_what_nobody_meant_is_not() {
    let double = double([upright(), centimetres()]);
    {
        let mut sessions = double.sessions.lock();
        sessions[0].objects[1].fields = json!({ "render_order": 3, "locked": true, "metadata": {} });
        sessions[0].objects[3].fields = json!({ "render_order": 0, "receive_shadow": false });
        sessions[0].lacks = vec![("meshes.receive_shadow", "the source has none")];
        sessions[1].lacks = vec![
            ("meshes.render_order", "the target draws by depth"),
            ("meshes.locked", "the target has no locks"),
            ("meshes.receive_shadow", "nor this"),
        ];
    }
    let told = transfer(&double, json!({})).await.unwrap();
    let mut found = lost(&told);
    found.sort_unstable();
    assert_eq!(
        found,
        [("meshes.locked", "the target has no locks"), ("meshes.render_order", "the target draws by depth")]
    );
    assert_eq!(told["lost"][0]["ids"], json!(["near-1"]));
}

#[tokio::test]
async fn a_field_that_is_refused_is_left_out_and_told() {
    let double = double([upright(), centimetres()]);
    double.sessions.lock()[0].objects[1].fields = json!({ "locked": true });
    double.sessions.lock()[1].refuses = Some("locked");
    let told = transfer(&double, json!({})).await.unwrap();
    assert_eq!(lost(&told)[0].0, "meshes.locked");
    assert!(lost(&told)[0].1.contains("no `locked` here"));
    assert_eq!(double.sessions.lock()[1].objects.len(), 4);
}

#[tokio::test]
async fn what_cannot_be_left_out_ends_it_with_nothing_done() {
    let double = double([upright(), centimetres()]);
    double.sessions.lock()[1].refuses = Some("vertices");
    let fault = transfer(&double, json!({})).await.unwrap_err();
    assert_eq!((fault.error_code, &fault.details["side"]), (Code::NotSupported, &json!("target")));
    assert!(fault.error_message.starts_with("at the target `far`"), "{fault}");
    assert!(double.sessions.lock()[1].objects.is_empty());
}

#[tokio::test]
async fn names_that_begin_as_references_do_stay_names() {
    let double = double([upright(), centimetres()]);
    double.sessions.lock()[0].objects[1].name = "$0.ids[0]".to_owned();
    double.sessions.lock()[0].objects[1].fields = json!({ "metadata": { "a": ["$b", 1] } });
    transfer(&double, json!({})).await.unwrap();
    let batch = double.asked_of("far").pop().unwrap().arguments.json.to_string();
    assert!(batch.contains(r#""name":"$$0.ids[0]""#) && batch.contains(r#"["$$b",1]"#), "{batch}");
}

#[tokio::test]
async fn bad_input_is_told() {
    let double = double([upright(), centimetres()]);
    double.sessions.lock()[0].objects[0].kind = "armature";
    let check = async |arguments: Value, code: Code, words: &str| {
        let fault = transfer(&double, arguments.clone()).await.unwrap_err();
        assert_eq!(fault.error_code, code, "{arguments}: {fault}");
        assert!(fault.error_message.contains(words), "{arguments}: {fault}");
        fault
    };
    let fault = check(json!({ "target": "fae" }), Code::InstanceNotFound, "`fae`").await;
    assert_eq!(fault.suggestions, ["far"]);
    let fault = check(json!({ "target": "near" }), Code::InvalidParams, "another session").await;
    assert_eq!(fault.suggestions[0], "far");
    check(json!({ "ids": [] }), Code::InvalidParams, "nothing is chosen").await;
    check(json!({ "ids": ["Nobody"] }), Code::NotFound, "at the source `near`").await;
    check(json!({ "ids": ["Pivot"] }), Code::NotSupported, "`Pivot` (armature) cannot go").await;
    check(json!({ "targte": "far" }), Code::InvalidParams, "targte").await;
    assert!(double.sessions.lock()[1].objects.is_empty());
}

#[tokio::test]
async fn what_is_too_much_is_refused_while_it_is_read() {
    let double = double([upright(), centimetres()]);
    let arguments = Payload::json(json!({ "target": "far", "ids": ["Pivot"] }));
    let request = Request { operation: "transfer".to_owned(), arguments, ..Request::default() };
    let fault = Across::new(double.clone()).up_to(100).call(request, None).await.unwrap_err();
    assert_eq!((fault.error_code, &fault.details["expected"]), (Code::TooLarge, &json!("100 at most")));
    assert!(double.sessions.lock()[1].objects.is_empty());
}

#[tokio::test]
async fn what_lies_below_something_that_stays_comes_to_stand_where_it_stood() {
    let double = double([upright(), centimetres()]);
    double.sessions.lock()[0].objects[0].kind = "armature";
    let told = transfer(&double, json!({ "ids": ["Tent", "Eye"] })).await.unwrap();
    let sessions = double.sessions.lock();
    for ((_, was), (_, is)) in points(&sessions[0]).iter().zip(&points(&sessions[1])) {
        assert!(was[2].distance(is[2]) < 1e-9);
    }
    assert_eq!(told["items"].as_array().unwrap().len(), 3);
}

#[tokio::test]
async fn a_material_of_the_same_name_is_taken_when_that_is_wished() {
    for reuse in [false, true] {
        let double = double([upright(), centimetres()]);
        {
            let mut sessions = double.sessions.lock();
            sessions[0].objects[1].fields = json!({ "material_ids": ["m-1"] });
            sessions[0].materials = vec![json!({ "id": "m-1", "name": "Red", "base_color": [1, 0, 0, 1] })];
            sessions[1].materials = vec![json!({ "id": "there", "name": "Red" })];
        }
        let told = transfer(&double, json!({ "reuse_materials": reuse })).await.unwrap();
        let sessions = double.sessions.lock();
        assert_eq!(sessions[1].materials.len(), if reuse { 1 } else { 2 });
        assert_eq!(told["materials"][0]["reused"], reuse);
        let tent = sessions[1].objects.iter().find(|object| object.name == "Tent").unwrap();
        let expected = if reuse { json!(["there"]) } else { json!(["$0.ids[0]"]) };
        assert_eq!(tent.fields["material_ids"], expected);
    }
}

#[tokio::test]
async fn who_stops_waiting_cancels_what_the_target_does() {
    let (begun, dropped) = (Arc::new(Notify::new()), Arc::new(Notify::new()));
    let double = Double { stuck: Some((begun.clone(), dropped.clone())), ..double([upright(), centimetres()]) };
    let going = tokio::spawn(async move { transfer(&double, json!({})).await });
    begun.notified().await;
    going.abort();
    let cancelled = tokio::time::timeout(std::time::Duration::from_secs(10), dropped.notified()).await;
    assert!(cancelled.is_ok(), "the target goes on");
}
