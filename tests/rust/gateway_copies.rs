//! A copy of a host's connection says all that the host says and hears nothing: it takes no call, and no host's place.

use std::time::Duration;

use scenewire::backend::Backend;
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::gateway_rig::{Studio, User};
use crate::raw::{frame, next, upgrade};
use crate::rig::{nodes, on, soon};

/// Links with what a host has said of itself, word for word.
async fn copy(studio: &Studio, user: &User, instance: &Value, epoch: &str) -> TcpStream {
    let (mut stream, _) = upgrade(&studio.address.to_string(), "/v1/link", &user.key, "").await;
    assert_eq!(next(&mut stream).await["kind"], "hello");
    let welcome = json!({ "kind": "welcome", "protocol": 1, "epoch": epoch, "revision": 0, "instance": instance,
        "limits": { "envelope": 1, "message": 1, "chunk": 1, "window": 1 } });
    stream.write_all(&frame(1, welcome.to_string().as_bytes())).await.unwrap();
    stream
}

#[tokio::test]
async fn who_does_not_hear_the_gateway_takes_nobody_s_place() {
    let studio = Studio::start().await;
    let ana = studio.user("ana").await;
    let host = studio.host(&ana, "blender").await;
    let client = studio.client(&ana);
    let (_, before) = studio.ask("GET", "/api/v1/sessions", &ana.key, None).await;
    let record = host.host.record();
    let instance = |id: &str, name: &str| json!({ "id": id, "name": name, "status": "online", "pid": 1, "scenewire_version": "0" });
    let mut second = copy(&studio, &ana, &instance(&record.id, "blender"), &record.epoch).await;
    let mut first = copy(&studio, &ana, &instance("nobody", "copy"), "e").await;
    for stream in [&mut second, &mut first] {
        let asked = next(stream).await;
        assert_eq!((&asked["kind"], asked["nonce"] == json!(0)), (&json!("ping"), false), "{asked}");
        // What the host answers on its own connection has another number.
        let answer = json!({ "kind": "ping", "nonce": asked["nonce"].as_u64().unwrap() + 1, "reply": true });
        stream.write_all(&frame(1, answer.to_string().as_bytes())).await.unwrap();
    }
    soon(client.call(on("blender", nodes(&["a"])), None)).await.unwrap();
    let listed = client.instances().await.unwrap();
    let online: Vec<_> = listed.iter().filter(|one| one.status == "online").map(|one| &one.id).collect();
    assert_eq!(online, [&record.id]);
    for stream in [&mut second, &mut first] {
        let mut rest = Vec::new();
        let ended = tokio::time::timeout(Duration::from_secs(8), stream.read_to_end(&mut rest)).await;
        // A reset is an end too.
        let _ = ended.expect("it is kept");
        assert!(!String::from_utf8_lossy(&rest).contains("\"call\""));
    }
    assert_eq!(host.host.status()["gateway"]["state"], "online");
    let hosts = |listed: &Value| {
        let all = listed["sessions"].as_array().unwrap().iter().filter(|one| one["kind"] == "host");
        all.map(|one| one["id"].clone()).collect::<Vec<_>>()
    };
    let (_, after) = studio.ask("GET", "/api/v1/sessions", &ana.key, None).await;
    assert_eq!(hosts(&after), hosts(&before), "the host was not replaced");
}
