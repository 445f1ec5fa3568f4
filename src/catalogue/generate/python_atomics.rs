//! `_generated/atomics.py`: the adapter contract, a method for everything that a host is asked to do; and the package
//! that a new adapter begins as.

use super::python::{Owner, Way, field_type, result_name, wrap};
use crate::catalogue::convention::ARGUMENT;
use crate::catalogue::nearest::pascal_case;
use crate::catalogue::{Catalogue, Domain, Field, Operation};

const HEAD: &str = r#""""What a host can be asked to do: a method per operation, called on its main thread."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from scenewire._generated import types as t
from scenewire.adapters.contract import Job


class Atomics(Protocol):
    """Every operation that reaches a host. Arguments come checked, in their canonical form and with their defaults;
    what is given back is read from the host. What it cannot do raises ``NotSupportedError`` with the reason.
    """
"#;

/// The whole module.
pub(super) fn module(catalogue: &Catalogue) -> String {
    let methods: String = asked(catalogue).map(|operation| format!("\n{}        ...\n", method(operation))).collect();
    format!("{}{HEAD}{methods}", super::MARK)
}

/// What the engine does not answer by itself, and not by calling others of these.
fn asked(catalogue: &Catalogue) -> impl Iterator<Item = &Operation> {
    catalogue.operations().iter().filter(|operation| operation.main_thread && !operation.is_compound())
}

fn method(operation: &Operation) -> String {
    let result = format!("t.{}", result_name(operation));
    let parameters: String =
        operation.params.iter().filter(|field| field.name != ARGUMENT.name).map(parameter(operation)).collect();
    format!(
        "    def {}(\n        self,\n        *,\n{parameters}        job: Job,\n    ) -> {result}:\n{}",
        operation.name,
        doc(operation)
    )
}

fn parameter(operation: &Operation) -> impl Fn(&Field) -> String {
    move |field| {
        let of = field_type(Owner::Operation(operation), field, Way::In, "t.");
        let given = field.required || field.default.is_some();
        if given {
            format!("        {}: {of},\n", field.name)
        } else {
            format!("        {}: {of} | None = None,\n", field.name)
        }
    }
}

fn doc(operation: &Operation) -> String {
    let doc = wrap(&operation.doc, 11, 8);
    let close = if doc.contains('\n') { "\n        " } else { "" };
    format!("        \"\"\"{doc}{close}\"\"\"\n")
}

impl Catalogue {
    /// The package of a new adapter: everything is there and typed, and answers `not_supported` until it is written.
    pub fn to_adapter(&self, name: &str) -> Vec<(String, String)> {
        let class = pascal_case(name);
        let file = |path: &str, text: String| (format!("{name}/{path}"), text);
        let mut files = vec![
            file("__init__.py", format!("\"\"\"The adapter of {class}.\"\"\"\n")),
            file("__main__.py", MAIN.replace("NAME", name).replace("CLASS", &class)),
            file("adapter.py", self.adapter(name, &class)),
        ];
        files.extend(Domain::ALL.iter().map(|&domain| file(&format!("{}.py", domain.name()), self.domain(domain))));
        files
    }

    fn adapter(&self, name: &str, class: &str) -> String {
        let imports: String = Domain::ALL
            .iter()
            .map(|domain| format!("from {name}.{0} import {1}\n", domain.name(), pascal_case(domain.name())))
            .collect();
        let bases: Vec<String> = Domain::ALL.iter().map(|domain| pascal_case(domain.name())).collect();
        // In the order that ruff keeps.
        let mut lines: Vec<&str> = imports.lines().collect();
        lines.sort_unstable();
        ADAPTER
            .replace("IMPORTS", &lines.join("\n"))
            .replace("BASES", &bases.join(", "))
            .replace("NAME", name)
            .replace("CLASS", class)
    }

    fn domain(&self, domain: Domain) -> String {
        let methods: String = asked(self)
            .filter(|operation| operation.domain == domain)
            .map(|operation| format!("\n    @not_written\n{}        raise NotImplementedError\n", method(operation)))
            .collect();
        let typing = if methods.contains("Any") { "from typing import Any\n" } else { "" };
        DOMAIN.replace("TYPING", typing).replace("CLASS", &pascal_case(domain.name())).replace("DOMAIN", domain.name())
            + &methods
    }
}

const MAIN: &str = r#""""A host in the foreground: ``python -m NAME --name NAME``."""

from __future__ import annotations

import sys

from scenewire.host import main

from NAME.adapter import CLASS

if __name__ == "__main__":
    sys.exit(main(adapter=CLASS()))
"#;

const DOMAIN: &str = r#""""Operations of the domain DOMAIN. Take the mark from a method when you write it."""

from __future__ import annotations

from collections.abc import Sequence
TYPING
from scenewire._generated import types as t
from scenewire.adapters.contract import Job
from scenewire.adapters.skeleton import not_written


class CLASS:
    """What CLASS is asked for."""
"#;

const ADAPTER: &str = r#""""The adapter of CLASS: what the engine needs besides the operations themselves."""

from __future__ import annotations

import platform

from scenewire._generated.atomics import Atomics
from scenewire.adapters.contract import Json
from scenewire.adapters.skeleton import Skeleton

IMPORTS


class CLASS(Skeleton, BASES):
    """One per process. Its methods are called on the application's main thread only, one at a time."""

    def __init__(self) -> None:
        self._changes = 0

    def info(self) -> Json:
        """What the application says of itself now; everything here is to be read from it."""
        return {
            "app": "NAME",
            "app_version": "0",
            "python_version": platform.python_version(),
            "headless": True,
            "up_axis": "Y",
            "handedness": "right",
            "metres_per_unit": 1.0,
            "fps": 24.0,
            "not_supported": self.not_supported(),
        }

    def begin(self, label: str) -> None:
        """Opens a transaction: whatever follows can be rolled back to here."""

    def commit(self, label: str) -> None:
        """Closes it as one undo step of this name."""
        self._changes += 1

    def roll_back(self, label: str) -> None:
        """Puts the scene back to where `begin` found it."""

    def revision(self) -> int:
        """Grows with every change of the scene, the artist's too."""
        return self._changes


def contract() -> Atomics:
    """Type checkers compare the methods with the contract here."""
    return CLASS()
"#;
