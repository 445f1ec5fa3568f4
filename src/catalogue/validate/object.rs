//! Objects: the arguments themselves, items of entities, nested objects.

use std::borrow::Cow;

use serde_json::{Map, Value};

use super::{Checker, Problem, Step};
use crate::catalogue::aliases::field_name;
use crate::catalogue::entity::ItemCheck;
use crate::catalogue::nearest::nearest;
use crate::catalogue::{Entity, Field, Verb};

/// Which fields an object may have and what becomes of the absent ones.
pub(super) struct Shape<'a> {
    fields: Cow<'a, [&'static Field]>,
    arguments: &'a [&'a Field],
    entity: Option<(&'static Entity, Verb)>,
}

impl<'a> Shape<'a> {
    /// Plain arguments: required ones must be there, defaults are filled in.
    pub(super) fn arguments(fields: &'a [&'a Field]) -> Self {
        Self { fields: Cow::Borrowed(&[]), arguments: fields, entity: None }
    }

    /// An item of an entity.
    pub(super) fn item(entity: &'static Entity, verb: Verb) -> Self {
        Self { fields: Cow::Owned(entity.item_fields(verb)), arguments: &[], entity: Some((entity, verb)) }
    }

    fn fields(&self) -> impl Iterator<Item = &Field> {
        self.fields.iter().copied().chain(self.arguments.iter().copied())
    }

    fn position(&self, name: &str) -> Option<usize> {
        self.fields().position(|field| field.name == name)
    }

    /// Patches and filters say only what they mean to say.
    fn is_partial(&self) -> bool {
        matches!(self.entity, Some((_, Verb::Update | Verb::List)))
    }

    fn is_filter(&self) -> bool {
        matches!(self.entity, Some((_, Verb::List)))
    }

    fn is_patch(&self) -> bool {
        matches!(self.entity, Some((_, Verb::Update)))
    }

    fn must_have(&self, field: &Field) -> bool {
        field.required && (!self.is_partial() || field.name == "ids")
    }

    fn default(&self, field: &Field) -> Option<Value> {
        let json = if self.is_partial() { None } else { field.default };
        json.and_then(|json| serde_json::from_str(json).ok())
    }

    fn check(&self) -> Option<(ItemCheck, Verb)> {
        self.entity.and_then(|(entity, verb)| entity.check.map(|check| (check, verb)))
    }

    /// Why a name that is no argument here is refused.
    fn unknown(&self, name: &str) -> String {
        let all = self.entity.map(|(entity, _)| entity.all_fields()).unwrap_or_default();
        let own = field_name(self.entity.map(|(entity, _)| entity), name);
        if let Some(field) = all.into_iter().find(|field| field.name == own) {
            let only = if field.once { "given when it is created" } else { "read" };
            return format!("nothing, this field is only {only}");
        }
        let names: Vec<&str> = self.fields().map(|field| field.name).collect();
        if names.is_empty() { "no arguments".to_owned() } else { format!("one of {}", names.join(", ")) }
    }
}

impl Checker {
    /// An object with these fields, in the order in which the catalogue lists them.
    pub(super) fn object(&mut self, shape: &Shape<'_>, value: Value) -> Option<Value> {
        if self.stands_for_another(&value) {
            return self.refuse("an object", &value);
        }
        let Value::Object(mut given) = value else { return self.refuse("an object", &value) };
        let (noted, holes) = (self.problems.len(), self.holes.len());
        let mut slots: Vec<Option<Value>> = shape.fields().map(|field| given.remove(field.name)).collect();
        self.place_others(shape, given, &mut slots);
        let mut checked = Map::new();
        for (field, slot) in shape.fields().zip(slots) {
            if self.is_full() {
                return None;
            }
            let value = self.at(Step::Key(Cow::Borrowed(field.name)), |this| this.slot(shape, field, slot));
            checked.extend(value.map(|value| (field.name.to_owned(), value)));
        }
        if self.problems.len() > noted {
            return None;
        }
        // Rules between fields hold for values, and are looked at again when the references have theirs.
        if self.holes.len() == holes {
            self.rules(shape, &checked)?;
        }
        Some(Value::Object(checked))
    }

    /// Names that are no field: `parentId` is `parent_id`, anything else is a mistake.
    fn place_others(&mut self, shape: &Shape<'_>, others: Map<String, Value>, slots: &mut [Option<Value>]) {
        for (name, value) in others {
            let own = field_name(shape.entity.map(|(entity, _)| entity), &name);
            let slot = shape.position(&own).map(|position| &mut slots[position]);
            match slot {
                Some(slot @ None) => *slot = Some(value),
                _ => self.unknown(shape, &name, &value),
            }
        }
    }

    fn unknown(&mut self, shape: &Shape<'_>, name: &str, value: &Value) {
        let step = Step::Key(Cow::Owned(name.chars().take(80).collect()));
        let path = self.at(step, |this| this.here());
        let mut problem = Problem::new(&path, shape.unknown(name), value);
        problem.got = format!("the unknown name with {}", problem.got);
        let names = nearest(name, shape.fields().map(|field| field.name), 3);
        problem.suggestions = names.into_iter().map(|near| format!("use `{near}` instead of `{name}`")).collect();
        self.note::<()>(problem);
    }

    fn slot(&mut self, shape: &Shape<'_>, field: &Field, slot: Option<Value>) -> Option<Value> {
        let given = match slot {
            // Clients of typed languages send null for what was not given; a patch must mean what it says.
            Some(Value::Null) if !field.nullable && !shape.must_have(field) && !shape.is_patch() => None,
            other => other,
        };
        match given.or_else(|| shape.default(field)) {
            Some(Value::Null) if field.nullable => Some(Value::Null),
            Some(value) if shape.is_filter() => self.filter(field, value),
            Some(value) => self.value(&field.kind, field.bounds, value),
            None if shape.must_have(field) => {
                let mut problem = Problem::new(&self.here(), field.kind.expectation(), &Value::Null);
                problem.got = "nothing".to_owned();
                problem.suggestions = vec![format!("give `{}`: {}", field.name, field.doc)];
                self.note(problem)
            }
            None => None,
        }
    }

    fn rules(&mut self, shape: &Shape<'_>, item: &Map<String, Value>) -> Option<()> {
        let Some((check, verb)) = shape.check() else { return Some(()) };
        let found = check(item, &self.kept, verb);
        if found.is_empty() {
            return Some(());
        }
        let here = self.here();
        for problem in found {
            self.note::<()>(problem.under(&here));
        }
        None
    }
}
