//! The list of tools: short, stable, the same for every instance and on every day.

use std::borrow::Cow;
use std::str::FromStr;
use std::sync::Arc;

use rmcp::model::{JsonObject, Tool, ToolAnnotations};
use serde_json::{Value, json};

use crate::catalogue::{Domain, Effect, Operation, Scope, catalogue};

/// Operations that are tools of their own in the short list, in the order in which a model should think of them;
/// the rest of the catalogue is reached through `find_tools`, `describe_tool` and `call`.
const CORE: &[&str] = &[
    "get_scene",
    "look",
    "render",
    "batch",
    "execute_python",
    "describe_api",
    "create_primitives",
    "select",
    "undo",
    "redo",
    "open_file",
    "save_file",
    "get_status",
];

/// Which operations are listed as tools of their own.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum ToolSet {
    /// The short list.
    #[default]
    Core,
    /// The short list and every operation.
    Full,
    /// The short list and every operation of these domains.
    Domains(Vec<Domain>),
}

impl FromStr for ToolSet {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text {
            "core" => return Ok(Self::Core),
            "full" => return Ok(Self::Full),
            _ => {}
        }
        text.split(',').map(|name| domain(name.trim())).collect::<Result<_, _>>().map(Self::Domains)
    }
}

/// The domain of this name.
pub(super) fn domain(name: &str) -> Result<Domain, String> {
    let found = Domain::ALL.iter().copied().find(|domain| domain.name() == name);
    found.ok_or_else(|| format!("there is no domain `{name}`; there are {}", domain_names().join(", ")))
}

fn domain_names() -> Vec<&'static str> {
    Domain::ALL.iter().map(|domain| domain.name()).collect()
}

impl ToolSet {
    /// The tools of this set.
    pub fn tools(&self) -> Vec<Tool> {
        let mut tools = own_tools();
        tools.extend(CORE.iter().filter_map(|name| catalogue().operation(name).ok()).map(tool));
        let more = catalogue().operations().iter().filter(|operation| self.lists(operation));
        tools.extend(more.map(tool));
        tools
    }

    /// Whether an operation is listed beyond the short list.
    fn lists(&self, operation: &Operation) -> bool {
        let wanted = match self {
            Self::Core => false,
            Self::Full => true,
            Self::Domains(domains) => domains.contains(&operation.domain),
        };
        wanted && !CORE.contains(&operation.name.as_str())
    }
}

/// One operation as a tool.
fn tool(operation: &Operation) -> Tool {
    let mut input = super::schema::brief_input(operation);
    if let Some(Value::Object(properties)) = input.get_mut("properties") {
        properties.insert("instance".to_owned(), instance_schema());
    }
    Tool::new(operation.name.clone(), operation.doc.clone(), Arc::new(input))
        .with_title(operation.title.clone())
        .with_raw_output_schema(Arc::new(super::schema::brief_output(operation)))
        .with_annotations(annotations(operation))
}

fn annotations(operation: &Operation) -> ToolAnnotations {
    let writes = operation.may_write_a_file();
    let overwrites = operation.effect == Effect::Delete
        || writes
        || operation.scope == Scope::Python
        || (operation.scope == Scope::Files && operation.effect == Effect::Session);
    hints(
        &operation.title,
        operation.effect == Effect::Read && !writes,
        overwrites,
        operation.idempotent || operation.effect == Effect::Read,
        operation.scope == Scope::Python,
    )
}

fn hints(title: &str, read_only: bool, destructive: bool, idempotent: bool, open_world: bool) -> ToolAnnotations {
    ToolAnnotations::with_title(title)
        .read_only(read_only)
        .destructive(destructive)
        .idempotent(idempotent)
        .open_world(open_world)
}

fn instance_schema() -> Value {
    json!({ "type": "string", "description": "Session id or name, where there are several." })
}

/// A tool that scenewire itself answers.
struct Own {
    name: &'static str,
    title: &'static str,
    doc: &'static str,
    input: Value,
    output: Value,
    annotations: ToolAnnotations,
}

impl From<Own> for Tool {
    fn from(own: Own) -> Self {
        Tool::new(Cow::Borrowed(own.name), Cow::Borrowed(own.doc), object(own.input))
            .with_title(own.title)
            .with_raw_output_schema(object(own.output))
            .with_annotations(own.annotations)
    }
}

fn object(value: Value) -> Arc<JsonObject> {
    match value {
        Value::Object(map) => Arc::new(map),
        _ => Arc::default(),
    }
}

fn own_tools() -> Vec<Tool> {
    [list_instances(), find_tools(), describe_tool(), call()].into_iter().map(Tool::from).collect()
}

fn list_instances() -> Own {
    Own {
        name: "list_instances",
        title: "List 3D sessions",
        doc: "Lists the 3D sessions (Blender, Maya, Unreal, USD) that can be reached now, with their id, name, version, open file, units and up axis.",
        input: json!({ "type": "object", "properties": {}, "additionalProperties": false }),
        output: json!({ "type": "object", "properties": {
            "instances": { "type": "array", "items": { "type": "object" } } } }),
        annotations: hints("List 3D sessions", true, false, true, false),
    }
}

fn find_tools() -> Own {
    Own {
        name: "find_tools",
        title: "Find operations",
        doc: "Searches the catalogue of typed operations (create, list, update and delete meshes, materials, lights, cameras and so on) by words. Then describe_tool tells the arguments and call runs one. Prefer these to execute_python.",
        input: json!({ "type": "object", "additionalProperties": false, "properties": {
            "query": { "type": "string", "description": "What to do, in a few words; empty lists all." },
            "domain": { "type": "string", "enum": domain_names() },
            "limit": { "type": "integer", "minimum": 1, "maximum": 100, "default": 20 },
            "instance": instance_schema() } }),
        output: json!({ "type": "object", "properties": {
            "operations": { "type": "array", "items": { "type": "object", "properties": {
                "operation": { "type": "string" }, "description": { "type": "string" },
                "domain": { "type": "string" }, "effect": { "type": "string" } } } },
            "total": { "type": "integer" } } }),
        annotations: hints("Find operations", true, false, true, false),
    }
}

fn describe_tool() -> Own {
    Own {
        name: "describe_tool",
        title: "Describe an operation",
        doc: "Tells everything about one operation: JSON schemas of its arguments and result, an example call that works, and the errors to expect.",
        input: json!({ "type": "object", "additionalProperties": false, "required": ["operation"], "properties": {
            "operation": { "type": "string", "description": "From find_tools." }, "instance": { "type": "string" } } }),
        output: json!({ "type": "object", "properties": {
            "operation": { "type": "string" }, "description": { "type": "string" },
            "input_schema": { "type": "object" }, "output_schema": { "type": "object" },
            "example": { "type": "object" }, "errors": { "type": "array", "items": { "type": "object" } } } }),
        annotations: hints("Describe an operation", true, false, true, false),
    }
}

fn call() -> Own {
    Own {
        name: "call",
        title: "Run an operation",
        doc: "Runs any operation of the catalogue by name. The whole call is one undo step; when it fails, the scene is as before. The result is what was read back from the scene.",
        input: json!({ "type": "object", "additionalProperties": false, "required": ["operation"], "properties": {
            "operation": { "type": "string", "description": "From find_tools" },
            "arguments": { "type": "object", "description": "As describe_tool tells.", "default": {} },
            "timeout": { "type": "number", "exclusiveMinimum": 0, "description": "Seconds; the operation's own default otherwise." },
            "if_revision": { "type": "integer", "minimum": 0, "description": "Fail with `conflict` when the scene has changed since this revision." },
            "instance": instance_schema() } }),
        output: json!({ "type": "object" }),
        annotations: hints("Run an operation", false, true, false, true),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The list as clients see it: names that prompts and permissions lean on.
    const NAMES: &[&str] = &[
        "list_instances",
        "find_tools",
        "describe_tool",
        "call",
        "get_scene",
        "look",
        "render",
        "batch",
        "execute_python",
        "describe_api",
        "create_primitives",
        "select",
        "undo",
        "redo",
        "open_file",
        "save_file",
        "get_status",
    ];

    #[test]
    fn the_short_list_is_stable() {
        let tools = ToolSet::Core.tools();
        let names: Vec<&str> = tools.iter().map(|tool| tool.name.as_ref()).collect();
        assert_eq!(names, NAMES);
        assert!(names.len() < 20);
        assert_eq!(tools, ToolSet::Core.tools());
    }

    #[test]
    fn the_short_list_is_short() {
        let size = serde_json::to_string(&ToolSet::Core.tools()).unwrap().len();
        // A model reads this at the start of every conversation: about 6,000 tokens.
        assert!(size < 24_000, "{size} bytes");
    }

    #[test]
    fn every_tool_is_complete_and_named_once() {
        let tools = ToolSet::Full.tools();
        let mut names: Vec<&str> = tools.iter().map(|tool| tool.name.as_ref()).collect();
        assert!(names.len() > 30);
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), tools.len());
        for tool in &tools {
            let hints = tool.annotations.as_ref().unwrap();
            assert!(tool.title.is_some() && tool.description.is_some(), "{}", tool.name);
            assert!(hints.read_only_hint.is_some() && hints.destructive_hint.is_some(), "{}", tool.name);
            assert!(hints.idempotent_hint.is_some() && hints.open_world_hint.is_some(), "{}", tool.name);
            assert_eq!(tool.input_schema["type"], "object", "{}", tool.name);
            // Errors are structured content too, and clients check that against the schema.
            let output = tool.output_schema.as_ref().unwrap();
            assert_eq!(output["type"], "object", "{}", tool.name);
            assert!(!output.contains_key("required"), "{}", tool.name);
        }
    }

    #[test]
    fn annotations_tell_what_is_at_stake() {
        let tools = ToolSet::Full.tools();
        let hints = |name: &str| tools.iter().find(|tool| tool.name == name).unwrap().annotations.clone().unwrap();
        assert_eq!(hints("get_scene").read_only_hint, Some(true));
        assert_eq!(hints("delete_meshes").destructive_hint, Some(true));
        assert_eq!(hints("create_lights").destructive_hint, Some(false));
        assert_eq!(hints("execute_python").open_world_hint, Some(true));
        assert_eq!(hints("open_file").destructive_hint, Some(true));
        for name in ["render", "export_geometry", "update_render_settings"] {
            let hints = hints(name);
            assert_eq!((hints.read_only_hint, hints.destructive_hint), (Some(false), Some(true)), "{name}");
        }
        assert_eq!(hints("update_lights").idempotent_hint, Some(true));
    }

    #[test]
    fn sets_are_parsed() {
        assert_eq!("core".parse(), Ok(ToolSet::Core));
        assert_eq!("full".parse(), Ok(ToolSet::Full));
        assert_eq!("model, rig".parse(), Ok(ToolSet::Domains(vec![Domain::Model, Domain::Rig])));
        assert!("modle".parse::<ToolSet>().unwrap_err().contains("there is no domain `modle`"));
        let tools = ToolSet::Domains(vec![Domain::Rendering]).tools();
        assert!(tools.iter().any(|tool| tool.name == "create_lights"));
        assert!(!tools.iter().any(|tool| tool.name == "create_meshes"));
    }
}
