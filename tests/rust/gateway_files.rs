//! Who may not name files of a host's machine: on every edge, however the path is spelled and wherever it stands.

use std::net::SocketAddr;

use scenewire::backend::Backend;
use serde_json::{Value, json};

use crate::gateway_rig::{Studio, User, key, share};
use crate::gateway_web::{INITIALIZE, MCP, act, ask, bearer, head};
use crate::rig::{on, request, soon};

/// Calls that name a file, and whether it would be written.
fn calls() -> Vec<(&'static str, Value, bool)> {
    vec![
        ("render", json!({ "output_path": "/tmp/a.png" }), true),
        ("render", json!({ "outputPath": "/tmp/a.png" }), true),
        ("render", json!({ "OUTPUT_PATH": "/tmp/a.png" }), true),
        ("exportGeometry", json!({ "items": [{ "ids": ["a"] }, { "ids": ["a"], "Path": "/tmp/a.obj" }] }), true),
        ("updateRenderSettings", json!({ "items": [{ "ids": ["Scene"], "outputPath": "/tmp/a" }] }), true),
        ("create_textures", json!({ "items": [{ "name": "a", "PATH": "/etc/passwd" }] }), false),
        // The reference system's words, where they are not ours.
        ("exportGeometry", json!({ "items": [{ "meshIds": ["a"], "format": "obj", "PATH": "/tmp/a.obj" }] }), true),
        ("import_geometry", json!({ "Items": [{ "path": "/etc/passwd" }] }), false),
    ]
}

/// What an edge answered: its text, in which the code of a fault stands.
async fn answered(studio: &Studio, edge: &str, who: &User, operation: &str, arguments: &Value) -> String {
    let address = studio.address;
    match edge {
        "client" => {
            let call = on("blender", request(operation, arguments.clone()));
            let fault = soon(studio.client(who).call(call, None)).await.unwrap_err();
            format!("{} {}", fault.error_code.name(), fault.error_message)
        }
        "rest" => {
            let body = json!({ "operation": operation, "arguments": arguments });
            act(address, "POST", "/api/v1/instances/blender/call", &who.key, body).await.body
        }
        "seed" => {
            let path = format!("/api/route_command?target_instance_id=blender&command_type={operation}");
            act(address, "POST", &path, &who.key, json!({ "params": arguments })).await.body
        }
        _ => mcp(address, who, operation, arguments).await,
    }
}

async fn mcp(address: SocketAddr, who: &User, operation: &str, arguments: &Value) -> String {
    let begun = head(address, "POST", "/mcp", &format!("{}{MCP}", bearer(&who.key)), INITIALIZE).await;
    let session = format!("Mcp-Session-Id: {}\r\n", begun.header("mcp-session-id").unwrap());
    let arguments = json!({ "instance": "blender", "operation": operation, "arguments": arguments });
    let call = json!({ "jsonrpc": "2.0", "id": 2, "method": "tools/call",
                       "params": { "name": "call", "arguments": arguments } });
    let headers = format!("{}{MCP}{session}MCP-Protocol-Version: 2025-06-18\r\n", bearer(&who.key));
    ask(address, "POST", "/mcp", &headers, &call.to_string()).await.body
}

#[tokio::test(flavor = "multi_thread")]
async fn a_path_is_refused_on_every_edge_however_it_is_spelled() {
    let studio = Studio::start().await;
    let (ana, bob) = (studio.user("ana").await, studio.user("bob").await);
    let host = studio.host(&ana, "blender").await;
    share(&studio, &ana, &host, &bob, "viewer").await;
    let (_, narrow) = key(&studio, &ana, json!({ "scopes": ["read", "edit"] })).await;
    for edge in ["client", "rest", "seed", "mcp"] {
        for (operation, arguments, written) in calls() {
            let told = answered(&studio, edge, &narrow, operation, &arguments).await;
            let named = told.contains("permission_denied") && told.contains("`files`");
            assert!(named, "{edge} {operation} {arguments}: {told}");
            let told = answered(&studio, edge, &bob, operation, &arguments).await;
            let refused = told.contains("permission_denied") && told.contains("not permitted");
            assert!(refused, "{edge} {operation} {arguments}, written: {written}: {told}");
            // Whose machine it is reaches it.
            let told = answered(&studio, edge, &ana, operation, &arguments).await;
            assert!(!told.contains("`files`") && !told.contains("not permitted"), "{edge} {operation}: {told}");
        }
    }
    // A picture without a file is there for whoever looks: the double is what has no renderer.
    let told = answered(&studio, "client", &bob, "render", &json!({})).await;
    assert!(told.contains("not_supported"), "{told}");
}
