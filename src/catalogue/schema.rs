//! JSON Schema 2020-12 of arguments and results, and the full description of an operation.

use serde_json::{Map, Value, json};

use super::{Entity, Field, Kind, Operation, Verb};
use crate::wire::Code;

impl Operation {
    /// Schema of the arguments.
    pub fn input_schema(&self) -> Value {
        let fields: Vec<&Field> = self.params.iter().collect();
        object(&fields, |field| field.required, true)
    }

    /// Schema of the result. Nothing at its top is required, as an error stands in the same place.
    pub fn output_schema(&self) -> Value {
        let fields: Vec<&Field> = self.returns.iter().collect();
        object(&fields, |_| false, false)
    }

    /// Everything about it, for people and models.
    pub fn describe(&self) -> Value {
        json!({
            "name": self.name,
            "title": self.title,
            "doc": self.doc,
            "domain": self.domain.name(),
            "effect": self.effect.name(),
            "scope": self.scope.name(),
            "idempotent": self.idempotent,
            "timeout": self.timeout.as_secs_f64(),
            "params": self.params.iter().map(describe_field).collect::<Vec<_>>(),
            "returns": self.returns.iter().map(describe_field).collect::<Vec<_>>(),
            "errors": self.errors().into_iter().map(Code::name).collect::<Vec<_>>(),
            "example": {"operation": self.name, "arguments": self.example},
        })
    }
}

impl Entity {
    /// Everything about it, for programs.
    pub fn describe(&'static self) -> Value {
        json!({
            "name": self.name,
            "plural": self.plural,
            "domain": self.domain.name(),
            "doc": self.doc,
            "base": self.base.map(|base| base.name),
            "singleton": self.is_singleton(),
            "fields": self.all_fields().into_iter().map(describe_field).collect::<Vec<_>>(),
        })
    }
}

/// A field in words; what an item holds is told along, results by their names only.
pub(super) fn describe_field(field: &Field) -> Value {
    let mut told = Map::new();
    told.insert("name".to_owned(), json!(field.name));
    told.insert("type".to_owned(), json!(field.kind.notation()));
    told.insert("doc".to_owned(), json!(field.doc));
    if let Some(unit) = field.measured_in() {
        told.insert("unit".to_owned(), json!(unit));
    }
    if let Some(default) = field.default.and_then(|json| serde_json::from_str::<Value>(json).ok()) {
        told.insert("default".to_owned(), default);
    }
    for (name, holds) in [
        ("required", field.required),
        ("read_only", field.read_only),
        ("once", field.once),
        ("nullable", field.nullable),
        ("on_request", field.on_request),
    ] {
        if holds {
            told.insert(name.to_owned(), json!(true));
        }
    }
    told.extend(bounds(field));
    if let Some(fields) = inner(&field.kind) {
        told.insert("fields".to_owned(), json!(fields.into_iter().map(describe_field).collect::<Vec<_>>()));
    }
    Value::Object(told)
}

/// The fields of what a kind holds.
fn inner(kind: &Kind) -> Option<Vec<&'static Field>> {
    match kind {
        Kind::List(item) => inner(item),
        Kind::Object(fields) => Some(fields.iter().collect()),
        Kind::Item(entity, verb) => Some(entity.item_fields(*verb)),
        _ => None,
    }
}

fn bounds(field: &Field) -> impl Iterator<Item = (String, Value)> {
    let (least, greatest) = field.limits();
    let bound = |name: &str, value: f64| value.is_finite().then(|| (name.to_owned(), number(value)));
    bound("minimum", least).into_iter().chain(bound("maximum", greatest))
}

/// Whole bounds without a point.
fn number(value: f64) -> Value {
    let whole = value as i64;
    if whole as f64 == value { json!(whole) } else { json!(value) }
}

fn object(fields: &[&Field], must: impl Fn(&Field) -> bool, closed: bool) -> Value {
    let properties: Map<String, Value> =
        fields.iter().map(|field| (field.name.to_owned(), property(field, closed))).collect();
    let required: Vec<&str> = fields.iter().filter(|field| must(field)).map(|field| field.name).collect();
    let mut schema = json!({ "type": "object", "properties": properties });
    if !required.is_empty() {
        schema["required"] = json!(required);
    }
    if closed {
        schema["additionalProperties"] = json!(false);
    }
    schema
}

/// One field: its kind, with sentence, bounds and default. `input` tells arguments from results.
fn property(field: &Field, input: bool) -> Value {
    let mut schema = kind(&field.kind, input);
    if field.nullable {
        schema = nullable(schema);
    }
    let Some(map) = schema.as_object_mut() else { return schema };
    let unit = field.unit.map(|unit| format!(" [{unit}]")).unwrap_or_default();
    map.insert("description".to_owned(), json!(format!("{}{unit}", field.doc)));
    if !matches!(field.kind, Kind::Time | Kind::List(_) | Kind::Array(_)) && !field.nullable {
        map.extend(bounds(field));
    }
    if let Some(default) = field.default.filter(|_| input).and_then(|json| serde_json::from_str(json).ok()) {
        map.insert("default".to_owned(), default);
    }
    schema
}

/// `null` beside whatever it is.
fn nullable(mut schema: Value) -> Value {
    match schema.get("type").cloned() {
        Some(Value::String(name)) => schema["type"] = json!([name, "null"]),
        // A schema without a type lets everything pass, unless it offers alternatives.
        _ => {
            if let Some(Value::Array(any)) = schema.get_mut("anyOf") {
                any.push(json!({"type": "null"}));
            }
        }
    }
    schema
}

fn row(width: usize) -> Value {
    json!({"type": "array", "items": {"type": "number"}, "minItems": width, "maxItems": width})
}

pub(super) fn kind(of: &Kind, input: bool) -> Value {
    match of {
        Kind::Bool => json!({"type": "boolean"}),
        Kind::Int { .. } => json!({"type": "integer"}),
        Kind::Float { .. } | Kind::Ratio | Kind::Length | Kind::Angle => json!({"type": "number"}),
        Kind::Time if input => json!({"anyOf": [{"type": "number"}, frame()]}),
        Kind::Time => json!({"type": "number"}),
        Kind::Quaternion if input => rotation(),
        Kind::Color if input => {
            let numbers = json!({"type": "array", "items": {"type": "number"}, "minItems": 3, "maxItems": 4});
            json!({"anyOf": [{"type": "string"}, numbers]})
        }
        Kind::Point | Kind::Vector | Kind::Vector2 | Kind::Scale3 | Kind::Quaternion | Kind::Matrix4 | Kind::Color => {
            row(of.width().unwrap_or_default())
        }
        Kind::Text | Kind::Code | Kind::Path { .. } | Kind::Ref(_) => json!({"type": "string"}),
        Kind::Enum(words) => json!({"type": "string", "enum": words}),
        Kind::List(item) => json!({"type": "array", "items": kind(item, input)}),
        // Lists of numbers or of rows, an attachment, or for a model the summary of a large one.
        Kind::Array(_) => json!({"type": ["array", "object"]}),
        Kind::Blob(media) => json!({"type": "object", "contentMediaType": media}),
        Kind::Object(fields) => {
            let fields: Vec<&Field> = fields.iter().collect();
            object(&fields, |field| field.required, input)
        }
        Kind::Map => json!({"type": "object"}),
        Kind::Any => json!({}),
        Kind::Item(entity, verb) => {
            let must = |field: &Field| match verb {
                Verb::Create => field.required,
                Verb::Update => field.name == "ids",
                _ => false,
            };
            let schema = object(&entity.item_fields(*verb), must, input);
            match verb {
                Verb::Create => schema,
                Verb::List => filters(without_defaults(schema)),
                _ => without_defaults(schema),
            }
        }
    }
}

/// A patch or filter leaves alone what it does not name.
fn without_defaults(mut schema: Value) -> Value {
    if let Some(properties) = schema.get_mut("properties").and_then(Value::as_object_mut) {
        for property in properties.values_mut().filter_map(Value::as_object_mut) {
            property.remove("default");
        }
    }
    schema
}

/// Beside a value a list of them, or an object of comparisons; no bounds, as one may ask for what is beyond them.
fn filters(mut schema: Value) -> Value {
    for property in schema.get_mut("properties").and_then(Value::as_object_mut).into_iter().flat_map(Map::values_mut) {
        let Some(mut own) = property.as_object_mut().map(std::mem::take) else { continue };
        ["minimum", "maximum"].iter().for_each(|bound| drop(own.shift_remove(*bound)));
        let description = own.shift_remove("description").unwrap_or_default();
        *property = json!({ "description": description, "anyOf": [own, { "type": ["array", "object"] }] });
    }
    schema
}

fn frame() -> Value {
    json!({"type": "object", "properties": {"frame": {"type": "number"}}, "required": ["frame"]})
}

fn rotation() -> Value {
    let euler = json!({
        "type": "object",
        "properties": {
            "euler": row(3),
            "order": {"type": "string", "enum": ["XYZ", "XZY", "YXZ", "YZX", "ZXY", "ZYX"]},
        },
        "required": ["euler"],
    });
    let matrix = json!({"type": "object", "properties": {"matrix": {"type": "array"}}, "required": ["matrix"]});
    json!({"anyOf": [row(4), euler, matrix]})
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::catalogue::catalogue;

    #[test]
    fn a_schema_says_what_validation_asks() {
        let schema = catalogue().operation("create_meshes").unwrap().input_schema();
        let item = &schema["properties"]["items"]["items"];
        assert_eq!(schema["required"], json!(["items"]));
        assert_eq!(item["required"], json!(["vertices"]));
        assert_eq!(item["additionalProperties"], json!(false));
        assert!(item["properties"].get("vertex_count").is_none());
        assert_eq!(item["properties"]["parent_id"]["type"], json!(["string", "null"]));
        assert_eq!(item["properties"]["visible"]["default"], json!(true));
    }

    #[test]
    fn a_patch_has_no_defaults_and_needs_only_ids() {
        let schema = catalogue().operation("update_lights").unwrap().input_schema();
        let item = &schema["properties"]["items"]["items"];
        assert_eq!(item["required"], json!(["ids"]));
        assert!(item["properties"]["kind"].get("default").is_none());
        assert_eq!(item["properties"]["spot_blend"]["maximum"], json!(1));
    }

    #[test]
    fn results_require_nothing_at_the_top() {
        for operation in catalogue().operations() {
            let schema = operation.output_schema();
            assert_eq!(schema["type"], json!("object"), "{}", operation.name);
            assert!(schema.get("required").is_none(), "{}", operation.name);
        }
    }

    #[test]
    fn a_description_tells_units_and_defaults() {
        let told = catalogue().operation("create_cameras").unwrap().describe();
        let fields = told["params"][0]["fields"].as_array().unwrap();
        let focal = fields.iter().find(|field| field["name"] == "focal_length").unwrap();
        assert_eq!((&focal["unit"], &focal["default"]), (&json!("mm"), &json!(50)));
        assert_eq!(told["example"]["operation"], json!("create_cameras"));
    }
}
