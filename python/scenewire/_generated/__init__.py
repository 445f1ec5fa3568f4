# Generated from src/catalogue and src/wire/error.rs by `UPDATE=1 cargo test --lib catalogue`: do not edit.
"""Written from the catalogue: types of every entity and result, a method per operation."""
