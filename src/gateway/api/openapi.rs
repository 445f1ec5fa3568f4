//! The table of routes as OpenAPI 3.1.

use serde_json::{Map, Value, json};

use super::field::{Field, Place, Shape};
use super::route::{Route, Who};

/// The whole document.
pub(super) fn document() -> Value {
    let mut paths = Map::new();
    for route in super::table() {
        let path = paths.entry(route.path).or_insert_with(|| json!({}));
        path[route.method.as_str().to_lowercase()] = operation(route);
    }
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Scenewire gateway",
            "version": env!("CARGO_PKG_VERSION"),
            "description": "Users, keys, instances, shares, sessions and audit of a gateway, and calls to its hosts.",
            "license": { "name": "MIT OR Apache-2.0", "identifier": "MIT OR Apache-2.0" },
        },
        "servers": [{ "url": "/" }],
        "paths": paths,
        "components": {
            "securitySchemes": {
                "key": { "type": "http", "scheme": "bearer" },
                "key_in_query": { "type": "apiKey", "in": "query", "name": "api_key", "description": "Works, but addresses are logged by proxies." },
            },
            "schemas": { "Fault": fault() },
        },
    })
}

fn fault() -> Value {
    json!({
        "type": "object",
        "required": ["error_code", "error_message", "details", "suggestions", "timestamp"],
        "properties": {
            "error_code": { "type": "string", "enum": crate::wire::Code::ALL.iter().map(|code| code.name()).collect::<Vec<_>>() },
            "error_message": { "type": "string" },
            "details": { "type": "object" },
            "suggestions": { "type": "array", "items": { "type": "string" } },
            "timestamp": { "type": "string", "format": "date-time" },
        },
    })
}

fn operation(route: &Route) -> Value {
    let mut operation = json!({
        "operationId": id(route),
        "tags": [route.tag],
        "summary": route.summary,
        "description": who(route.who),
        "security": security(route),
        "parameters": parameters(route.fields),
        "responses": {
            "200": { "description": "Done.", "content": content(&route.answer) },
            "default": { "description": "It was refused or failed.", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Fault" } } } },
        },
    });
    if let Some(body) = body(route.fields) {
        operation["requestBody"] = body;
    }
    if route.takes_bytes() {
        operation["requestBody"] = json!({ "required": true, "content": { "application/octet-stream": {} } });
    }
    operation
}

/// `get_api_v1_users_user`: a name for generated clients, the same as long as path and method are.
fn id(route: &Route) -> String {
    let words = route.path.split(|char: char| !char.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    std::iter::once(route.method.as_str().to_lowercase()).chain(words.map(str::to_owned)).collect::<Vec<_>>().join("_")
}

fn who(who: Who) -> &'static str {
    match who {
        Who::Anyone => "Needs no key.",
        Who::Key => "Needs a key for clients.",
        Who::Owner => "Needs a key of the user that was not narrowed, or an administrator's.",
        Who::Admin => "Needs an administrator's key.",
    }
}

fn security(route: &Route) -> Value {
    match route.who {
        Who::Anyone => json!([]),
        _ if route.is_seed() => json!([{ "key": [] }, { "key_in_query": [] }]),
        _ => json!([{ "key": [] }]),
    }
}

fn content(shape: &Shape) -> Value {
    match shape {
        Shape::Media(media) => json!({ (*media): {} }),
        shape => json!({ "application/json": { "schema": shape.schema() } }),
    }
}

fn parameters(fields: &[Field]) -> Vec<Value> {
    let parameter = |field: &Field| {
        let place = match field.place {
            Place::Path => "path",
            Place::Query => "query",
            Place::Header => "header",
            Place::Body => return None,
        };
        let mut parameter = json!({
            "name": field.name, "in": place, "required": field.required,
            "description": field.doc, "schema": field.schema(),
        });
        if field.schema()["type"] == "array" {
            parameter["style"] = "form".into();
            parameter["explode"] = false.into();
        }
        Some(parameter)
    };
    fields.iter().filter_map(parameter).collect()
}

fn body(fields: &[Field]) -> Option<Value> {
    let fields: Vec<_> = fields.iter().filter(|field| field.place == Place::Body).collect();
    if fields.is_empty() {
        return None;
    }
    let property = |field: &&Field| {
        let mut schema = field.schema();
        schema["description"] = field.doc.into();
        (field.name.to_owned(), schema)
    };
    let properties: Map<String, Value> = fields.iter().map(property).collect();
    let required: Vec<&str> = fields.iter().filter(|field| field.required).map(|field| field.name).collect();
    let schema =
        json!({ "type": "object", "additionalProperties": false, "properties": properties, "required": required });
    Some(json!({ "required": !required.is_empty(), "content": { "application/json": { "schema": schema } } }))
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn every_route_is_described_once() {
        let document = document();
        let mut ids = HashSet::new();
        let mut count = 0;
        for route in super::super::table() {
            let operation = &document["paths"][route.path][route.method.as_str().to_lowercase()];
            assert!(ids.insert(operation["operationId"].as_str().unwrap().to_owned()), "{} twice", route.path);
            assert!(!route.summary.is_empty() && !route.summary.ends_with('.'), "{}", route.path);
            count += 1;
        }
        let described: usize =
            document["paths"].as_object().unwrap().values().map(|path| path.as_object().unwrap().len()).sum();
        assert_eq!(described, count);
    }

    #[test]
    fn path_parameters_are_those_of_the_path() {
        for route in super::super::table() {
            let in_path: Vec<&str> =
                route.path.split('/').filter_map(|word| word.strip_prefix('{')?.strip_suffix('}')).collect();
            let fields = route.fields.iter().filter(|field| field.place == Place::Path);
            let declared: Vec<&str> = fields.map(|field| field.name).collect();
            assert_eq!(in_path, declared, "{}", route.path);
            assert!(route.fields.iter().filter(|field| field.place == Place::Path).all(|field| field.required));
        }
    }

    #[test]
    fn references_and_security_schemes_exist() {
        let document = document();
        let text = document.to_string();
        assert!(text.contains("#/components/schemas/Fault") && document["components"]["schemas"]["Fault"].is_object());
        for path in document["paths"].as_object().unwrap().values() {
            for operation in path.as_object().unwrap().values() {
                for scheme in operation["security"].as_array().unwrap() {
                    let name = scheme.as_object().unwrap().keys().next().unwrap();
                    assert!(document["components"]["securitySchemes"][name].is_object(), "{name}");
                }
            }
        }
    }
}
