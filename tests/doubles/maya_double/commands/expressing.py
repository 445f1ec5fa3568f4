"""`expression`. Source: this command in Autodesk's reference."""

from __future__ import annotations

from typing import Any

from .. import expressions, graph, names
from ..calls import Call, command
from ..scene import scene

FLAGS = "string name object attribute alwaysEvaluate unitConversion animated timeDependent safe shortNames"
UNITS = {0: "all", 1: "none", 2: "angularOnly"}


@command("expression", create=FLAGS, query=FLAGS, edit=FLAGS)
def expression(call: Call) -> Any:
    """A node that reckons attributes by a text of MEL."""
    if call.query:
        node = names.one_node(call.strings()[0])
        answers: dict[str, Any] = {
            "string": scene.stored(node.plug("expression")) or "", "name": names.name(node),
            "alwaysEvaluate": scene.stored(node.plug("evaluate")) == 0,
            "animated": int(scene.stored(node.plug("animated"))), "timeDependent": scene.source(node.plug("time")) is not None,
            "unitConversion": UNITS[int(scene.stored(node.plug("unitOption")) or 0)], "object": "", "attribute": "",
        }  # fmt: skip
        return next((answers[flag] for flag in call.flags if flag in answers), None)
    if call.edit:
        node = names.one_node(call.strings()[0])
        if call.get("name"):
            graph.rename(node, call.get("name"))
        text = call.get("string", scene.stored(node.plug("expression")))
    else:
        text = call.get("string")
        if not text:
            raise RuntimeError("expression: a string has to be given")
        node = graph.create("expression", call.get("name", ""))
    owner = names.one_node(call.get("object")) if call.get("object") else None
    expressions.wire(
        node, text, owner, call.get("unitConversion") or UNITS[int(scene.stored(node.plug("unitOption")) or 0)]
    )
    if call.get("alwaysEvaluate") is not None:
        scene.write(node.plug("evaluate"), 0 if call.get("alwaysEvaluate") else 1)
    if call.get("animated") is not None:
        scene.write(node.plug("animated"), int(call.get("animated")))
    scene.touched()
    return names.name(node)
