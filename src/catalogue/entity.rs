//! What an entity is; the entities themselves are in `entities/<domain>.rs`.

use serde_json::{Map, Value};

use super::validate::{Problem, compares};
use super::{Domain, Field, Kind};
use crate::wire::Attachment;

/// Rules between the fields of one item, run on its canonical form once every field is right by itself.
pub type ItemCheck = fn(&Map<String, Value>, &[Attachment], Verb) -> Vec<Problem>;

/// What a scene is made of. Five operations come from each: create, get, list, update, delete.
#[derive(Debug)]
pub struct Entity {
    /// `Light`.
    pub name: &'static str,
    /// `light`, for arguments.
    pub singular: &'static str,
    /// `lights`, for operations: `create_lights`.
    pub plural: &'static str,
    /// Where it is documented.
    pub domain: Domain,
    /// One sentence.
    pub doc: &'static str,
    /// The entity whose fields it also has (`Node` for scene objects).
    pub base: Option<&'static Entity>,
    /// The entity that `list_*` takes as `parent_id`: of a sub-element what it is part of, of a scene object any other.
    pub parent: Option<&'static str>,
    /// Its own fields.
    pub fields: &'static [Field],
    /// Arguments of a working `create_*` call, as JSON of one item.
    pub example: &'static str,
    /// Rules between its fields.
    pub check: Option<ItemCheck>,
}

/// What CRUD does with an entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Verb {
    Create,
    Get,
    List,
    Update,
    Delete,
}

/// What every scene has one of.
const SINGLETONS: &[&str] = &["RenderSettings"];

/// The objects that an update patches.
const PATCHED: Field =
    Field::new("ids", Kind::List(&Kind::Ref("Node")), "Ids or unique names of what this patch changes.").required();
/// The same for what is not a scene object.
const PATCHED_DATA: Field =
    Field::new("ids", Kind::List(&Kind::Ref("")), "Ids or unique names of what this patch changes.").required();

impl Entity {
    /// Its fields with those of its base first.
    pub fn all_fields(&'static self) -> Vec<&'static Field> {
        let mut fields = self.base.map(Entity::all_fields).unwrap_or_default();
        fields.extend(self.fields.iter());
        fields
    }

    /// Whether it is a scene object.
    pub fn is_node(&self) -> bool {
        self.name == "Node" || self.base.is_some_and(Entity::is_node)
    }

    /// Whether there is exactly one in every scene, to be updated and neither created nor deleted.
    pub fn is_singleton(&self) -> bool {
        SINGLETONS.contains(&self.name)
    }

    /// The fields that an item has under this verb.
    pub fn item_fields(&'static self, verb: Verb) -> Vec<&'static Field> {
        let all = self.all_fields().into_iter();
        match verb {
            Verb::Create => all.filter(|field| !field.read_only).collect(),
            Verb::Update => {
                let ids = if self.is_node() { &PATCHED } else { &PATCHED_DATA };
                std::iter::once(ids).chain(all.filter(|field| !field.read_only && !field.once)).collect()
            }
            Verb::List => all.filter(|field| compares(&field.kind)).collect(),
            Verb::Get | Verb::Delete => all.collect(),
        }
    }
}
