//! What is there beside the API: signs of life, figures, tools, documentation.

use axum::extract::Request;
use axum::http::{Method, StatusCode, header};
use axum::response::Response;
use serde_json::{Value, json};

use super::act::{Act, administers};
use super::answer;
use super::field::Shape;
use super::route::{Route, Run, Who, peer};
use super::site::Site;
use crate::gateway::accounts::Scope;
use crate::mcp::ToolSet;
use crate::wire::{Code, Fault};

const TAG: &str = "Gateway";

/// A page by one method that needs no parameters.
const fn get(path: &'static str, summary: &'static str, who: Who, answer: Shape, run: Run) -> Route {
    Route { method: Method::GET, path, tag: TAG, summary, who, fields: &[], answer, act: "", run }
}

pub(super) const ROUTES: &[Route] = &[
    get(
        "/",
        "The status page; it asks for a key in the browser",
        Who::Anyone,
        Shape::Media("text/html"),
        Run::Raw(super::status::page),
    ),
    get("/health", "Whether it lives", Who::Anyone, Shape::Object(&[("status", Shape::Text)]), Run::Raw(health)),
    get("/ready", "Whether it takes calls", Who::Anyone, Shape::Object(&[("status", Shape::Text)]), Run::Raw(ready)),
    get(
        "/metrics",
        "Figures for Prometheus; an administrator's key, or from this machine",
        Who::Admin,
        Shape::Media("text/plain"),
        Run::Raw(metrics),
    ),
    get("/tools", "The MCP tools", Who::Key, Shape::Object(&[("tools", Shape::List(&Shape::Any))]), Run::Act(tools)),
    get("/openapi.json", "This description", Who::Anyone, Shape::Any, Run::Raw(openapi)),
    get(
        "/.well-known/oauth-protected-resource",
        "How to show a key, as RFC 9728 has it",
        Who::Anyone,
        Shape::Object(&[("resource", Shape::Text)]),
        Run::Raw(resource),
    ),
    get(
        "/.well-known/oauth-protected-resource/mcp",
        "The same for MCP",
        Who::Anyone,
        Shape::Object(&[("resource", Shape::Text)]),
        Run::Raw(resource),
    ),
    get(
        "/mcp",
        "MCP, streamable HTTP: the server's stream",
        Who::Key,
        Shape::Media("text/event-stream"),
        Run::Elsewhere,
    ),
    Route {
        method: Method::POST,
        path: "/mcp",
        tag: TAG,
        summary: "MCP, streamable HTTP: messages",
        who: Who::Key,
        fields: &[],
        answer: Shape::Any,
        act: "",
        run: Run::Elsewhere,
    },
    Route {
        method: Method::DELETE,
        path: "/mcp",
        tag: TAG,
        summary: "MCP, streamable HTTP: the end of a session",
        who: Who::Key,
        fields: &[],
        answer: Shape::Any,
        act: "",
        run: Run::Elsewhere,
    },
    get("/v1/link", "WebSocket of hosts; a key for hosts", Who::Key, Shape::Any, Run::Elsewhere),
    get("/v1/client", "WebSocket of clients", Who::Key, Shape::Any, Run::Elsewhere),
];

fn health(_: &Site, _: &Request) -> Response {
    answer::json(StatusCode::OK, &json!({ "status": "ok" }))
}

fn ready(site: &Site, _: &Request) -> Response {
    let said = |status: StatusCode, word: &str| answer::json(status, &json!({ "status": word }));
    if site.closing().is_cancelled() {
        return said(StatusCode::SERVICE_UNAVAILABLE, "closing");
    }
    if site.audit().failing() {
        return said(StatusCode::SERVICE_UNAVAILABLE, "the record of calls cannot be written");
    }
    said(StatusCode::OK, "ready")
}

fn metrics(site: &Site, request: &Request) -> Response {
    // Behind a proxy everybody comes from this machine.
    let relayed =
        [header::FORWARDED.as_str(), "x-forwarded-for", "via"].iter().any(|name| request.headers().contains_key(*name));
    if relayed
        || !peer(request).ip().to_canonical().is_loopback()
        || request.headers().contains_key(header::AUTHORIZATION)
    {
        match site.authenticate(request.headers()) {
            Err(fault) => return answer::refusal(&fault),
            Ok(who) if !administers(&who) => {
                return answer::refusal(&Fault::new(Code::PermissionDenied, "this needs an administrator's key"));
            }
            Ok(_) => {}
        }
    }
    answer::typed(StatusCode::OK, "application/openmetrics-text; version=1.0.0; charset=utf-8", site.metrics().text())
}

/// The short list; every operation as a tool of its own where the owner of the gateway wants that.
fn tools(_: &Act) -> Result<Value, Fault> {
    let all = std::env::var("SCENEWIRE_EXPOSE_REGISTRY_TOOLS").is_ok_and(|value| value == "1");
    let set = if all { ToolSet::Full } else { ToolSet::Core };
    Ok(json!({ "tools": set.tools() }))
}

fn openapi(_: &Site, _: &Request) -> Response {
    answer::json(StatusCode::OK, &super::openapi::document())
}

fn resource(site: &Site, request: &Request) -> Response {
    let base = match site.base(request.uri(), request.headers()) {
        Ok(base) => base,
        Err(fault) => return answer::refusal(&fault),
    };
    let scopes: Vec<&str> = Scope::ALL.iter().map(|scope| scope.name()).collect();
    answer::json(
        StatusCode::OK,
        &json!({
            "resource": format!("{base}/mcp"),
            "resource_name": "Scenewire",
            "bearer_methods_supported": ["header"],
            "scopes_supported": scopes,
        }),
    )
}
