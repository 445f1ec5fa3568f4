//! The files that a call names, wherever its operation takes a path and however its caller spells the field: what both
//! gates, the gateway's and the host's, look at.

use serde_json::Value;

use super::aliases::field_name;
use super::{Entity, Field, Kind, Operation};

/// Hands every path among the arguments to `each`, with whether its file would be written. They need not have been
/// validated: a spelling that validation takes is found here too.
pub(crate) fn each_path<E>(
    operation: &Operation,
    arguments: &mut Value,
    each: &mut impl FnMut(&mut Value, bool) -> Result<(), E>,
) -> Result<(), E> {
    let fields: Vec<&Field> = operation.params.iter().collect();
    object(&fields, None, arguments, each)
}

fn object<E>(
    fields: &[&Field],
    entity: Option<&'static Entity>,
    value: &mut Value,
    each: &mut impl FnMut(&mut Value, bool) -> Result<(), E>,
) -> Result<(), E> {
    let fields: Vec<&Field> = fields.iter().copied().filter(|field| leads_to_path(&field.kind, false)).collect();
    let Some(map) = value.as_object_mut().filter(|_| !fields.is_empty()) else { return Ok(()) };
    map.iter_mut().try_for_each(|(name, value)| {
        let field = fields.iter().find(|field| field.name == name).or_else(|| {
            let own = field_name(entity, name);
            fields.iter().find(|field| field.name == own)
        });
        field.map_or(Ok(()), |field| inside(&field.kind, value, each))
    })
}

fn inside<E>(
    kind: &Kind,
    value: &mut Value,
    each: &mut impl FnMut(&mut Value, bool) -> Result<(), E>,
) -> Result<(), E> {
    match kind {
        // What is absent by another word.
        Kind::Path { .. } if value.is_null() => Ok(()),
        Kind::Path { write } => each(value, *write),
        Kind::List(item) => value.as_array_mut().into_iter().flatten().try_for_each(|value| inside(item, value, each)),
        Kind::Object(fields) => object(&fields.iter().collect::<Vec<_>>(), None, value, each),
        Kind::Item(entity, verb) => object(&entity.item_fields(*verb), Some(entity), value, each),
        _ => Ok(()),
    }
}

/// Whether there may be a path in a value of this kind, or one that would be written: of most calls nothing is looked at.
pub(super) fn leads_to_path(kind: &Kind, written: bool) -> bool {
    let any = |field: &Field| leads_to_path(&field.kind, written);
    match kind {
        Kind::Path { write } => *write || !written,
        Kind::List(item) => leads_to_path(item, written),
        Kind::Object(fields) => fields.iter().any(any),
        Kind::Item(entity, verb) => entity.item_fields(*verb).into_iter().any(any),
        _ => false,
    }
}

/// Arguments of `operation` that name nothing but one file each, for every place in which it takes one.
#[cfg(test)]
pub(crate) fn arguments_with_paths(operation: &Operation) -> Vec<(Value, bool)> {
    use serde_json::json;

    fn values(kind: &Kind) -> Vec<(Value, bool)> {
        let named = |fields: Vec<&Field>| {
            let places = fields.into_iter().flat_map(|field| {
                values(&field.kind).into_iter().map(|(value, write)| (json!({ field.name: value }), write))
            });
            places.collect()
        };
        match kind {
            Kind::Path { write } => vec![(json!("/tmp/a"), *write)],
            // Whatever is in a list of paths is one.
            Kind::List(Kind::Path { write }) => vec![(json!(["/tmp/a"]), *write)],
            Kind::List(item) => values(item).into_iter().map(|(value, write)| (json!([{}, value]), write)).collect(),
            Kind::Object(fields) => named(fields.iter().collect()),
            Kind::Item(entity, verb) => named(entity.item_fields(*verb)),
            _ => Vec::new(),
        }
    }
    let places = operation
        .params
        .iter()
        .flat_map(|field| values(&field.kind).into_iter().map(|(value, write)| (json!({ field.name: value }), write)));
    places.collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::catalogue::catalogue;
    use crate::catalogue::nearest::{camel_case, pascal_case};
    use crate::wire::Payload;

    fn found(operation: &Operation, arguments: &Value) -> Vec<(Value, bool)> {
        let mut found = Vec::new();
        let each = &mut |value: &mut Value, write| {
            found.push((value.clone(), write));
            Ok::<_, ()>(())
        };
        each_path(operation, &mut arguments.clone(), each).unwrap();
        found
    }

    /// The same with all names spelled otherwise.
    fn respelled(value: &Value, spell: &dyn Fn(&str) -> String) -> Value {
        match value {
            Value::Array(list) => list.iter().map(|value| respelled(value, spell)).collect(),
            Value::Object(map) => map.iter().map(|(name, value)| (spell(name), respelled(value, spell))).collect(),
            other => other.clone(),
        }
    }

    #[test]
    fn a_path_is_found_wherever_and_however_it_is_named() {
        let spellings: [&dyn Fn(&str) -> String; 4] =
            [&str::to_owned, &camel_case, &pascal_case, &|name| name.to_uppercase()];
        let mut places = 0;
        for operation in catalogue().operations() {
            for (arguments, write) in arguments_with_paths(operation) {
                for spelling in spellings {
                    let arguments = respelled(&arguments, spelling);
                    assert_eq!(
                        found(operation, &arguments),
                        [(json!("/tmp/a"), write)],
                        "{} {arguments}",
                        operation.name
                    );
                }
                places += 1;
            }
        }
        assert!(places >= 8, "the catalogue was not read: {places}");
    }

    #[test]
    fn what_validation_takes_as_a_path_is_found_before_it() {
        for name in ["output_path", "outputPath", "OutputPath", "OUTPUT_PATH", "Output_Path"] {
            let render = catalogue().operation("render").unwrap();
            let arguments = json!({ name: "/tmp/a.png" });
            let valid = render
                .validate(Payload::json(arguments.clone()))
                .is_ok_and(|checked| checked.json["output_path"] == "/tmp/a.png");
            assert_eq!(!found(render, &arguments).is_empty(), valid, "{name}");
        }
    }

    #[test]
    fn what_is_no_path_is_left_alone() {
        let render = catalogue().operation("render").unwrap();
        assert!(found(render, &json!({ "output_path": null, "width": 8 })).is_empty());
        // The path of a keyframe is that of a property.
        let keyframes = catalogue().operation("create_keyframes").unwrap();
        assert!(
            found(keyframes, &json!({ "items": [{ "objectId": "a", "property": "x", "path": "location" }] }))
                .is_empty()
        );
    }
}
