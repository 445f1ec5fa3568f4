//! `_generated/references.py`: which fields name another entity, for adapters that must look it up.

use crate::catalogue::{Catalogue, Entity, Kind};

/// The whole module.
pub(super) fn module(catalogue: &Catalogue) -> String {
    let rows: String = catalogue.entities().iter().map(|entity| row(catalogue, entity)).collect();
    format!(
        "{}\"\"\"Which fields of an entity hold the id of another one, by plurals.\"\"\"\n\n\
         REFERENCES: dict[str, dict[str, str]] = {{\n{rows}}}\n",
        super::MARK
    )
}

fn row(catalogue: &Catalogue, entity: &'static Entity) -> String {
    let named = |name: &str| catalogue.entities().iter().find(|other| other.name == name).map(|other| other.plural);
    let fields: String = entity
        .all_fields()
        .into_iter()
        .filter_map(|field| match field.kind {
            Kind::Ref(name) => named(name).map(|plural| format!("        \"{}\": \"{plural}\",\n", field.name)),
            _ => None,
        })
        .collect();
    format!("    \"{}\": {{\n{fields}    }},\n", entity.plural)
}
