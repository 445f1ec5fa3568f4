//! What is written from the table: the page for people, JSON, JSON Schema and TypeScript for programs, the typed Python
//! of the client and the contract of adapters.
//!
//! Generated files are committed; a test fails when one is stale, and `UPDATE=1 cargo test --lib catalogue` rewrites it.

mod json;
mod json_schema;
mod markdown;
mod python;
mod python_atomics;
mod python_errors;
mod python_operations;
mod python_references;
mod python_types;
#[cfg(test)]
mod tests;
mod typescript;

use super::Catalogue;

/// How a generated Python file begins.
const MARK: &str =
    "# Generated from src/catalogue and src/wire/error.rs by `UPDATE=1 cargo test --lib catalogue`: do not edit.\n";

/// One file of the repository that is written from the table.
#[derive(Debug, PartialEq)]
pub struct Generated {
    /// Where it is, from the root of the repository.
    pub path: &'static str,
    /// What it holds.
    pub text: String,
}

impl Catalogue {
    /// Every file that is written from the table.
    pub fn generated(&self) -> Vec<Generated> {
        let file = |path, text| Generated { path, text };
        vec![
            file("docs/catalogue.md", self.to_markdown()),
            file("docs/scenewire.d.ts", self.to_typescript()),
            file("docs/scenewire.schema.json", json_schema::file(self)),
            file("python/scenewire/errors.py", python_errors::module()),
            file("python/scenewire/_generated/__init__.py", package()),
            file("python/scenewire/_generated/types.py", python_types::module(self)),
            file("python/scenewire/_generated/atomics.py", python_atomics::module(self)),
            file("python/scenewire/_generated/references.py", python_references::module(self)),
            file("python/scenewire/_generated/operations.py", python_operations::module(self)),
        ]
    }
}

fn package() -> String {
    format!("{MARK}\"\"\"Written from the catalogue: types of every entity and result, a method per operation.\"\"\"\n")
}
