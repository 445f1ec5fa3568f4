//! blender-mcp's commands (`mcp-for-blender` on PyPI, its add-on's protocol 15), and every operation of the catalogue by
//! its name. What its add-on does over services that are not here yet is refused in its own shape, never acted out.

mod assets;
mod code;
mod export;
mod nodes;
mod picture;
pub(super) mod scene;

use serde_json::{Map, Value, json};

use super::desk::Desk;
use super::{meant, plain};
use crate::catalogue::catalogue;
use crate::wire::foreign::{Answer, Command};
use crate::wire::{Code, Fault};

/// The add-on's protocol whose every command is answered here. A server of a later one says that the add-on is older.
const PROTOCOL: u32 = 15;
/// What of it is done; its server reads these.
const CAPABILITIES: &[&str] = &[
    "bpy_api_lookup",
    "describe_node_type",
    "execute_code",
    "export_scene",
    "get_addon_info",
    "get_object_info",
    "get_scene_info",
    "get_telemetry_consent",
    "get_viewport_screenshot",
    "list_scene_items",
];
/// Services of its add-on: the word in its commands' names, and what people call it.
const SERVICES: &[(&str, &str)] = &[
    ("hyper3d", "Hyper3D Rodin"),
    ("polypizza", "Poly Pizza"),
    ("hunyuan3d", "Hunyuan3D"),
    ("tripo", "Tripo"),
    ("meshy", "Meshy"),
];

/// Commands that its add-on has and this host has not, each with what it is for and what to do instead.
const ABSENT: &[(&[&str], &str, &str)] = &[
    (&["create_rodin_job", "poll_rodin_job_status", "import_generated_asset"], "Hyper3D Rodin", MODELLING),
    (&["search_polypizza_models", "download_polypizza_model"], "Poly Pizza", MODELLING),
    (&["create_hunyuan_job", "poll_hunyuan_job_status", "import_generated_asset_hunyuan"], "Hunyuan3D", MODELLING),
    (&["create_tripo_job", "poll_tripo_job_status", "import_generated_asset_tripo"], "Tripo", MODELLING),
    (
        &["create_meshy_job", "refine_meshy_job", "poll_meshy_job_status", "import_generated_asset_meshy"],
        "Meshy",
        MODELLING,
    ),
    (&["pick_viewport_object"], "picking objects in a picture", "`list_scene_items`, or `get_object_info` by name"),
    (&["get_world_state_snapshot"], "recording the scene for telemetry", "`get_scene_info`"),
];

const MODELLING: &str = "build it with `execute_code`";

/// Does one command.
pub(super) async fn perform(desk: &Desk, command: Command) -> Answer {
    let Command { name, params, .. } = command;
    let input = Input { command: &name, params };
    match name.as_str() {
        "execute_code" => code::execute(desk, input).await,
        "get_scene_info" => scene::summary(desk).await.into(),
        "get_object_info" => scene::object(desk, input).await.into(),
        "list_scene_items" => scene::items(desk, input).await.into(),
        "get_viewport_screenshot" => picture::screenshot(desk, input).await.into(),
        "bpy_api_lookup" => lookup(desk, input).await.into(),
        "describe_node_type" => nodes::describe(desk, input).await.into(),
        "export_scene" => export::scene(desk, input).await.into(),
        command if assets::COMMANDS.contains(&command) => assets::perform(desk, command, input).await.into(),
        _ => match own(desk, &name, &input) {
            Some(answer) => answer.into(),
            None => operation(desk, &name, input.params).await.into(),
        },
    }
}

/// What is answered without the scene.
fn own(desk: &Desk, name: &str, input: &Input<'_>) -> Option<Result<Value, Fault>> {
    Some(match name {
        "ping" => Ok(json!({ "pong": true })),
        "get_addon_info" => Ok(addon(desk)),
        // Nobody is asked here whether another program may collect what they do, so the answer is no.
        "get_telemetry_consent" => Ok(json!({ "consent": false })),
        "set_telemetry_consent" => Ok(consent(input)),
        "drain_human_activity" => Ok(json!({ "events": [] })),
        _ => return status(name).map(Ok).or_else(|| absent(name).map(Err)),
    })
}

fn addon(desk: &Desk) -> Value {
    let instance = desk.engine.instance();
    let version: Vec<u32> = instance.scenewire_version.split('.').filter_map(|part| part.parse().ok()).collect();
    json!({
        "name": "scenewire",
        "addon_version": version,
        "protocol_version": PROTOCOL,
        "capabilities": CAPABILITIES.iter().chain(assets::COMMANDS).collect::<Vec<_>>(),
        "blender_version": instance.host.app_version,
        "premium_generators": [],
    })
}

fn consent(input: &Input<'_>) -> Value {
    match input.params.get("consent") {
        Some(Value::Bool(true)) => {
            json!({ "error": "scenewire does not switch on the telemetry of another program" })
        }
        _ => json!({ "consent": false }),
    }
}

/// `get_polyhaven_status` and its like.
fn status(name: &str) -> Option<Value> {
    let word = name.strip_prefix("get_")?.strip_suffix("_status")?;
    let (_, service) = SERVICES.iter().find(|(known, _)| *known == word)?;
    let message = format!("{service} is not available in this host: scenewire does not have it yet");
    Some(json!({ "enabled": false, "message": message }))
}

fn absent(name: &str) -> Option<Fault> {
    let (_, what, instead) = ABSENT.iter().find(|(names, ..)| names.contains(&name))?;
    let message = format!("`{name}` is not available in this host: scenewire does not have {what} here");
    Some(Fault::new(Code::NotSupported, message).suggest(*instead))
}

async fn lookup(desk: &Desk, input: Input<'_>) -> Result<Value, Fault> {
    let query = input.needed("query")?.to_owned();
    let mut found = desk.read("describe_api", json!({ "query": query })).await?;
    Ok(json!({ "query": query, "matches": found["matches"].take() }))
}

/// An operation of the catalogue by its own name.
async fn operation(desk: &Desk, name: &str, params: Map<String, Value>) -> Result<Value, Fault> {
    catalogue().operation(name).map_err(|fault| unknown(name, fault))?;
    desk.ask(name, params.into(), None).await.map(plain::json)
}

/// In the words by which blender-mcp's server knows that it must do without.
fn unknown(name: &str, fault: Fault) -> Fault {
    Fault { error_message: format!("Unknown command type: {name}"), ..meant(name, CAPABILITIES, fault) }
}

/// The parameters of a command.
struct Input<'a> {
    command: &'a str,
    params: Map<String, Value>,
}

impl Input<'_> {
    /// A text that must be there.
    fn needed(&self, name: &str) -> Result<&str, Fault> {
        self.text(name)?.ok_or_else(|| self.wrong(name, &format!("`{name}` is missing")))
    }

    /// A text, when there is one.
    fn text(&self, name: &str) -> Result<Option<&str>, Fault> {
        match self.params.get(name) {
            None | Some(Value::Null) => Ok(None),
            Some(Value::String(text)) => Ok(Some(text)),
            Some(other) => Err(self.wrong(name, &format!("`{name}` is a text, not {other}"))),
        }
    }

    /// Names, when there are some.
    fn names(&self, name: &str) -> Result<Option<Vec<&str>>, Fault> {
        match self.params.get(name) {
            None | Some(Value::Null) => Ok(None),
            Some(Value::Array(names)) if names.is_empty() => Ok(None),
            Some(Value::Array(names)) if names.iter().all(Value::is_string) => {
                Ok(Some(names.iter().filter_map(Value::as_str).collect()))
            }
            Some(other) => Err(self.wrong(name, &format!("`{name}` is a list of texts, not {other}"))),
        }
    }

    /// Yes or no, this when it is not given.
    fn flag(&self, name: &str, usual: bool) -> Result<bool, Fault> {
        match self.params.get(name) {
            None | Some(Value::Null) => Ok(usual),
            Some(Value::Bool(flag)) => Ok(*flag),
            Some(other) => Err(self.wrong(name, &format!("`{name}` is true or false, not {other}"))),
        }
    }

    /// A whole number within bounds, this one when it is not given.
    fn number(&self, name: &str, least: i64, most: i64, usual: i64) -> Result<i64, Fault> {
        match self.params.get(name) {
            None | Some(Value::Null) => Ok(usual),
            Some(value) => match value.as_f64() {
                // Its own add-on takes 800.0 for 800, and brings what is too much or too little within bounds.
                Some(number) => Ok((number as i64).clamp(least, most)),
                None => Err(self.wrong(name, &format!("`{name}` is a number from {least} to {most}, not {value}"))),
            },
        }
    }

    fn wrong(&self, name: &str, message: &str) -> Fault {
        Fault::new(Code::InvalidParams, format!("{}: {message}", self.command)).detail("argument", name)
    }
}
