//! What must hold for arguments that nobody thought of.

use proptest::prelude::*;
use serde_json::{Map, Value, json};

use crate::catalogue::{Field, Kind, catalogue};
use crate::wire::Payload;

/// Any JSON of a few levels.
fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        "\\PC{0,12}".prop_map(Value::from),
        "#[0-9a-fA-Fé]{0,9}".prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 24, 6, |inner| {
        let keys = prop_oneof![
            Just("ids"),
            Just("items"),
            Just("frame"),
            Just("euler"),
            Just("order"),
            Just("matrix"),
            Just("$attachment"),
            Just("vertices"),
            Just("indices"),
            Just("face_sizes"),
            Just("parentId"),
            Just("rotation"),
            Just("color"),
            Just("kind"),
            Just("metadata"),
            Just("name"),
        ];
        let object = prop::collection::vec((keys, inner.clone()), 0..5);
        let object = object.prop_map(|pairs| {
            Value::Object(pairs.into_iter().map(|(key, value)| (key.to_owned(), value)).collect::<Map<_, _>>())
        });
        prop_oneof![prop::collection::vec(inner, 0..6).prop_map(Value::Array), object]
    })
}

fn number() -> impl Strategy<Value = Value> {
    prop_oneof![
        (-1e3..1e3).prop_map(Value::from),
        (0..2_000_i64).prop_map(Value::from),
        (0.0..1.0).prop_map(Value::from)
    ]
}

fn row(width: usize) -> BoxedStrategy<Value> {
    prop::collection::vec(number(), width).prop_map(Value::Array).boxed()
}

/// Values that mostly fit a kind, so that what is accepted is reached too.
fn fitting(kind: &Kind) -> BoxedStrategy<Value> {
    match *kind {
        Kind::Bool => any::<bool>().prop_map(Value::from).boxed(),
        Kind::Int { .. } | Kind::Float { .. } | Kind::Ratio | Kind::Length | Kind::Angle => number().boxed(),
        Kind::Quaternion => {
            let order = prop::sample::select(vec!["XYZ", "zyx", "YXZ"]);
            let euler = (row(3), order).prop_map(|(euler, order)| json!({"euler": euler, "order": order}));
            prop_oneof![row(4), euler].boxed()
        }
        Kind::Color => prop_oneof![row(3), row(4), "#[0-9a-f]{6}".prop_map(Value::from), Just(json!("Tomato"))].boxed(),
        Kind::Enum(words) => prop::sample::select(words.to_vec()).prop_map(Value::from).boxed(),
        Kind::Text | Kind::Code | Kind::Path { .. } | Kind::Ref(_) => "[a-z]{1,6}".prop_map(Value::from).boxed(),
        Kind::List(item) => prop::collection::vec(fitting(item), 0..3).prop_map(Value::Array).boxed(),
        Kind::Array(element) => {
            prop::collection::vec(row(element.width().unwrap_or(1)), 0..4).prop_map(Value::Array).boxed()
        }
        Kind::Object(fields) => fitting_object(fields.iter().collect()),
        Kind::Item(entity, verb) => fitting_object(entity.item_fields(verb)),
        Kind::Map => any_json().prop_map(|value| json!({ "any": value })).boxed(),
        _ => kind.width().map_or_else(|| any_json().boxed(), row),
    }
}

fn fitting_object(fields: Vec<&Field>) -> BoxedStrategy<Value> {
    let pairs: Vec<_> = fields
        .into_iter()
        .map(|field| {
            let often = if field.required { 0.95 } else { 0.15 };
            let name = field.name.to_owned();
            prop::option::weighted(often, fitting(&field.kind)).prop_map(move |value| (name.clone(), value))
        })
        .collect();
    let given = |pairs: Vec<(String, Option<Value>)>| {
        Value::Object(pairs.into_iter().filter_map(|(name, value)| value.map(|value| (name, value))).collect())
    };
    pairs.prop_map(given).boxed()
}

/// Validates, and once more what came out of it, which must change nothing. A refusal always says where.
fn twice(name: &str, arguments: Value) -> Result<(), TestCaseError> {
    let operation = catalogue().operation(name).unwrap();
    let once = match operation.validate(Payload::json(arguments)) {
        Ok(once) => once,
        Err(fault) => {
            prop_assert!(fault.details.contains_key("path"), "{fault:?}");
            return Ok(());
        }
    };
    let again = operation.validate(once.clone());
    let again = again.map_err(|fault| TestCaseError::fail(format!("{fault}: {}", once.json)))?;
    prop_assert_eq!(again, once);
    Ok(())
}

fn any_operation() -> impl Strategy<Value = &'static str> {
    let names: Vec<&'static str> = catalogue().operations().iter().map(|operation| operation.name.as_str()).collect();
    prop::sample::select(names)
}

fn fitting_call() -> impl Strategy<Value = (&'static str, Value)> {
    any_operation().prop_flat_map(|name| {
        let operation = catalogue().operation(name).unwrap();
        (Just(name), fitting_object(operation.params.iter().collect()))
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_json_is_checked_without_panic(name in any_operation(), arguments in any_json()) {
        twice(name, arguments)?;
    }

    #[test]
    fn any_items_are_checked_without_panic(name in any_operation(), items in prop::collection::vec(any_json(), 0..4)) {
        twice(name, json!({ "items": items }))?;
    }

    #[test]
    fn validating_twice_is_validating_once((name, arguments) in fitting_call()) {
        twice(name, arguments)?;
    }
}
