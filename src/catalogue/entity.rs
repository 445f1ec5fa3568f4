//! What an entity is; the entities themselves are in `entities/<domain>.rs`.

use super::{Domain, Field};

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
    /// Its own fields.
    pub fields: &'static [Field],
    /// Arguments of a working `create_*` call, as JSON of one item.
    pub example: &'static str,
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
