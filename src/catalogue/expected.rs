//! Which errors a call of an operation must expect, told from what it takes and does.

use super::{CANCEL_TASK, Effect, Field, GET_TASK, Kind, Operation, Scope};
use crate::wire::Code;

impl Operation {
    /// The codes to be ready for, the likeliest first; beside these any call may meet those of the way to the host.
    pub fn errors(&self) -> Vec<Code> {
        let takes = |what: fn(&Kind) -> bool| self.params.iter().any(|field| holds(field, what));
        let writes = self.effect != Effect::Read;
        let expected = [
            (Code::InvalidParams, !self.params.is_empty()),
            (Code::Singleton, self.crud.is_some_and(|(entity, verb)| entity.is_singleton() && verb.makes_or_takes())),
            (Code::SyntaxError, self.scope == Scope::Python),
            (Code::PythonError, self.scope == Scope::Python),
            (
                Code::NotFound,
                takes(|kind| matches!(kind, Kind::Ref(_))) || [GET_TASK, CANCEL_TASK].contains(&&*self.name),
            ),
            (Code::AmbiguousName, takes(|kind| matches!(kind, Kind::Ref(_)))),
            (Code::StaleId, takes(|kind| matches!(kind, Kind::Ref(_)))),
            (Code::FileNotFound, takes(|kind| matches!(kind, Kind::Path { write: false }))),
            (Code::NotSupported, self.main_thread),
            (Code::Conflict, writes || self.name == CANCEL_TASK),
            (Code::PermissionDenied, self.scope != Scope::Read || takes(|kind| matches!(kind, Kind::Path { .. }))),
            (
                Code::ApprovalRequired,
                matches!(self.scope, Scope::Python | Scope::Files) || self.effect == Effect::Delete,
            ),
            (Code::HandlerError, self.main_thread),
            (Code::TimedOut, self.main_thread),
            (Code::Busy, self.main_thread),
        ];
        expected.into_iter().filter(|(_, may)| *may).map(|(code, _)| code).collect()
    }
}

/// Whether a field is or holds a value of such a kind.
fn holds(field: &Field, what: fn(&Kind) -> bool) -> bool {
    within(&field.kind, what)
}

fn within(kind: &Kind, what: fn(&Kind) -> bool) -> bool {
    match kind {
        Kind::List(item) | Kind::Array(item) => within(item, what),
        Kind::Object(fields) => fields.iter().any(|field| holds(field, what)),
        Kind::Item(entity, verb) => entity.item_fields(*verb).into_iter().any(|field| holds(field, what)),
        other => what(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::catalogue;

    #[test]
    fn errors_follow_from_what_an_operation_takes_and_does() {
        let errors = |name: &str| catalogue().operation(name).unwrap().errors();
        for (name, expected, not) in [
            ("get_nodes", Code::NotFound, Code::Conflict),
            ("create_keyframes", Code::NotFound, Code::FileNotFound),
            ("open_file", Code::FileNotFound, Code::NotFound),
            ("execute_python", Code::PythonError, Code::NotFound),
            ("delete_nodes", Code::Conflict, Code::SyntaxError),
            ("list_lights", Code::InvalidParams, Code::PermissionDenied),
        ] {
            assert!(errors(name).contains(&expected), "{name} may answer {expected:?}");
            assert!(!errors(name).contains(&not), "{name} never answers {not:?}");
        }
        assert_eq!(errors("get_status"), [Code::InvalidParams]);
    }
}
