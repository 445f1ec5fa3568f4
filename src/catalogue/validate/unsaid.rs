//! Values that a caller's language has and JSON has not: NaN, an open file. What cannot be sent cannot be refused by the
//! host, so the caller's side tells it, in the same words and with the same facts.

use serde_json::{Value, json};

use super::Checker;
use crate::catalogue::{Catalogue, Operation, parlance};
use crate::wire::{Attachment, Fault, Payload, placeholder};

/// The one key of what stands in the arguments for such a value.
const UNSAID: &str = "$unsaid";

/// Stands for a value that JSON cannot say, and tells what it is.
pub fn unsaid(got: &str) -> Value {
    json!({ UNSAID: got })
}

/// What such a value is.
pub(super) fn told(value: &Value) -> Option<&str> {
    value.as_object().filter(|map| map.len() == 1)?.get(UNSAID)?.as_str()
}

impl Catalogue {
    /// Why arguments are refused in which `unsaid` stands somewhere. `fault` says it for who knows neither the operation
    /// nor its fields; an operation that nobody knows here may be one of a newer host.
    pub fn refusal(&self, operation: &str, arguments: Payload, fault: Fault) -> Fault {
        let refused = match self.operation(operation) {
            Ok(known) => {
                refused(operation, known, arguments).unwrap_or_else(|| self.example_of(operation, fault.clone()))
            }
            Err(unknown) => Fault {
                details: unknown.details.into_iter().chain(fault.details.clone()).collect(),
                suggestions: unknown.suggestions,
                ..fault.clone()
            },
        };
        fault.suggestions.into_iter().fold(refused, |refused, remedy| match refused.suggestions.contains(&remedy) {
            true => refused,
            false => refused.suggest(remedy),
        })
    }

    /// The fault with a call of the operation that works beside it.
    pub fn example_of(&self, operation: &str, fault: Fault) -> Fault {
        match self.known(operation) {
            Some(known) => fault.detail("example", known.as_called()),
            None => fault,
        }
    }
}

fn refused(name: &str, operation: &Operation, mut given: Payload) -> Option<Fault> {
    let spoken = match parlance::understood(name, &mut given) {
        Ok(spoken) => spoken,
        Err(fault) => return Some(fault),
    };
    let checker = Checker { given: given.attachments, unsaid: true, ..Checker::default() };
    let fault = checker.arguments(operation, given.json).0.err()?;
    Some(parlance::worded(spoken.as_ref(), fault))
}

impl Checker {
    /// Whether an object is none, but stands for what JSON does not hold.
    pub(super) fn stands_for_another(&self, value: &Value) -> bool {
        self.is_unsaid(value) || self.attachment(value).is_some()
    }

    pub(super) fn is_unsaid(&self, value: &Value) -> bool {
        self.unsaid && told(value).is_some()
    }

    /// The array or file that a placeholder stands for.
    pub(super) fn attachment(&self, value: &Value) -> Option<&Attachment> {
        placeholder(value).and_then(|number| self.given.get(number))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::catalogue;
    use crate::wire::{Code, Dtype};

    /// The path, what was expected and what came when `position` of a node is this.
    fn check(arguments: Value, path: &str, expected: &str, suggestion: &str) {
        let plain = Fault::new(Code::InvalidParams, "plain").suggest("remedy");
        let fault = catalogue().refusal("create_nodes", arguments.clone().into(), plain);
        assert_eq!(fault.details["path"], path, "{arguments}");
        assert!(fault.details["expected"].as_str().unwrap().contains(expected), "{fault:?}");
        assert!(fault.details["got"].as_str().unwrap().contains("NaN"), "{fault:?}");
        assert!(fault.suggestions.join(";").contains(suggestion), "{fault:?}");
        assert_eq!(fault.details["example"]["operation"], "create_nodes");
        assert_eq!(fault.suggestions.last().unwrap(), "remedy");
    }

    #[test]
    fn wherever_it_stands_it_is_refused_as_a_wrong_value_is() {
        let nan = || unsaid("NaN");
        let item = |name: &str, value: Value| json!({ "items": [{ name: value }] });
        check(item("position", json!([0, nan(), 0])), "items[0].position[1]", "finite", "");
        check(item("position", nan()), "items[0].position", "position of 3 numbers", "");
        check(item("name", nan()), "items[0].name", "text", "");
        check(item("visible", nan()), "items[0].visible", "true or false", "");
        check(item("render_order", nan()), "items[0].render_order", "whole number", "");
        check(item("rotation", nan()), "items[0].rotation", "rotation", "");
        check(item("parent_id", nan()), "items[0].parent_id", "id or unique name", "");
        check(item("metadata", nan()), "items[0].metadata", "an object", "");
        check(item("metadata", json!({ "a": [nan()] })), "items[0].metadata.a[0]", "JSON", "");
        check(item("postion", nan()), "items[0].postion", "one of", "use `position`");
        check(json!({ "items": [nan()] }), "items[0]", "an object", "");
        check(json!({ "items": nan() }), "items", "a list of node objects", "");
        check(nan(), "", "an object", "");
    }

    #[test]
    fn filters_arrays_and_unknown_operations_too() {
        let refusal = |operation: &str, arguments: Value| {
            let plain = Fault::new(Code::InvalidParams, "plain").detail("path", "p").detail("got", "NaN");
            catalogue().refusal(operation, arguments.into(), plain)
        };
        let fault = refusal("list_lights", json!({ "filters": { "intensity": unsaid("NaN") } }));
        assert_eq!(fault.details["path"], "filters.intensity");
        let fault = refusal("create_meshes", json!({ "items": [{ "vertices": unsaid("an array of complex128") }] }));
        assert_eq!(fault.error_message.matches("complex128").count(), 1, "{fault:?}");
        let fault = refusal("create_nodez", json!({ "items": [unsaid("NaN")] }));
        assert_eq!((&fault.details["path"], fault.suggestions[0].as_str()), (&json!("p"), "create_nodes"));
        assert_eq!(fault.details["example"]["operation"], "create_nodes");
    }

    #[test]
    fn a_callers_own_object_of_that_name_is_data() {
        let arguments = json!({ "items": [{ "metadata": { "a": unsaid("text") } }] });
        assert!(catalogue().operation("create_nodes").unwrap().validate(arguments.into()).is_ok());
    }

    #[test]
    fn an_array_where_none_belongs_is_called_one() {
        let data = vec![0; 240].into();
        let attachments = vec![Attachment { dtype: Dtype::F4, shape: vec![20, 3], media: None, data }];
        let payload = |json: Value| Payload { json, attachments: attachments.clone() };
        for place in [json!({ "name": { "$attachment": 0 } }), json!({ "$attachment": 0 })] {
            let given = payload(json!({ "items": [place] }));
            let fault = catalogue().operation("create_nodes").unwrap().validate(given).unwrap_err();
            assert!(fault.details["got"].as_str().unwrap().contains("shape [20, 3]"), "{fault:?}");
        }
    }
}
