"""What there is: `ls`, `objExists`, `nodeType`, `objectType`, `listRelatives`.

Source: these commands in Autodesk's reference.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from .. import faults, names, tables
from ..calls import Call, command
from ..components import MASKS, Item
from ..names import Path
from ..nodes import Node
from ..scene import scene
from . import arguments

#: Flag of `ls` -> the type that it lists.
SORTS = {
    "cameras": "camera", "lights": "light", "sets": "objectSet", "transforms": "transform", "shapes": "shape",
    "textures": "texture2d", "geometry": "geometryShape", "planes": "sketchPlane", "partitions": "partition",
    "dependencyNodes": "dependNode", "references": "reference", "dagObjects": "dagNode",
}  # fmt: skip
MATERIALS = ("lambert", "standardSurface", "surfaceShader", "particleCloud", "shaderGlow")
LS = "absoluteName allPaths assemblies cameras containers dagObjects defaultNodes dependencyNodes exactType excludeType"
LS += (
    " flatten geometry head hilite intermediateObjects invisible lights live lockedNodes long materials noIntermediate"
)
LS += " nodeTypes objectsOnly orderedSelection partitions persistentNodes planes readOnly recursive referencedNodes references"
LS += " modified selection sets shapes shortNames showNamespace showType tail templated textures transforms type undeletable"
LS += " untemplated uuid visible"


@command("ls", create=LS)
def ls(call: Call) -> list[str]:
    """Names of what fits the arguments and flags."""
    if call.has("nodeTypes"):
        return sorted(tables.ancestors())
    found = [item for item in starting(call) if wanted(call, item)]
    if call.has("head"):
        found = found[: call.get("head")]
    if call.has("tail"):
        found = found[-call.get("tail") :]
    return [text for item in found for text in worded(call, item)]


def starting(call: Call) -> list[Item]:
    """What the arguments name, else the selection, else everything."""
    texts = call.strings()
    instances = call.has("allPaths")
    if call.has("selection", "orderedSelection"):
        chosen = list(scene.selection())
        if texts:
            named = {item.path for text in texts for item in names.find(text, call.has("recursive"), instances)}
            chosen = [item for item in chosen if item.path in named]
    elif call.has("hilite", "live"):
        chosen = []
    elif texts:
        chosen = [item for text in texts for item in named_or_uuid(text, call, instances)]
    else:
        chosen = [Item(path) for node in everything() for path in names.paths(node)[: None if instances else 1]]
    if call.has("dagObjects"):
        chosen = [Item(path) for item in chosen if item.node.dag for path in depth_first(item.path)]
    if call.has("objectsOnly"):
        chosen = [Item(item.path) for item in chosen]
    return list(dict.fromkeys(chosen))


def everything() -> list[Node]:
    """All nodes in the order in which they were made."""
    return scene.ordered()


def depth_first(path: Path) -> list[Path]:
    """A path and those below it."""
    found = [path]
    for child in path[-1].ordered_children():
        found += depth_first((*path, child))
    return found


def named_or_uuid(text: str, call: Call, instances: bool) -> list[Item]:
    """What a name stands for; a UUID is taken in place of one."""
    found = names.find(text, call.has("recursive"), instances)
    if not found and text.upper() in scene.uuids:
        node = scene.uuids[text.upper()]
        return [Item(path) for path in names.paths(node)[: None if instances else 1]]
    return found


def wanted(call: Call, item: Item) -> bool:
    """Whether the flags let an item through."""
    node = item.node
    kinds = call.many("type") + call.many("exactType")
    for kind in kinds + call.many("excludeType"):
        if kind not in tables.ancestors() and kind not in scene.settings.get("plugin_types", ()):
            faults.refuse(
                faults.UnknownCall,
                f"the published tables have no node type {kind!r}",
                RuntimeError(f"Unknown object type: {kind}"),
            )
    if call.many("type") and not any(node.isa(kind) for kind in call.many("type")):
        return False
    if call.many("exactType") and node.kind not in call.many("exactType"):
        return False
    if any(node.isa(kind) for kind in call.many("excludeType")):
        return False
    sorts = [kind for flag, kind in SORTS.items() if call.has(flag) and flag != "dagObjects"]
    if call.has("materials") and is_material(node):
        sorts.append(node.kind)
    if call.has("assemblies") and node.dag and None in node.parents:
        sorts.append(node.kind)
    if (sorts or call.has("materials", "assemblies")) and not any(node.isa(kind) for kind in sorts):
        return False
    if call.has("containers") and not node.isa("container"):
        return False
    hidden = bool(node.values.get(("intermediateObject", ())))
    checks = {
        "noIntermediate": not hidden, "intermediateObjects": hidden,
        "lockedNodes": bool(node.facts.get("locked")), "referencedNodes": bool(node.facts.get("reference")),
        "defaultNodes": bool(node.facts.get("default")), "undeletable": bool(node.facts.get("default")),
        "modified": bool(node.values),
        "persistentNodes": bool(node.facts.get("default")),
        "readOnly": bool(node.facts.get("default") or node.facts.get("reference")),
        "visible": node.dag and visible(item.path), "invisible": node.dag and not visible(item.path),
        "templated": bool(node.values.get(("template", ()))), "untemplated": not node.values.get(("template", ())),
    }  # fmt: skip
    return all(passed for flag, passed in checks.items() if call.has(flag))


def is_material(node: Node) -> bool:
    """Whether a node shades surfaces."""
    return any(node.isa(kind) for kind in MATERIALS)


def visible(path: Path) -> bool:
    """Whether a node and all above it are shown."""
    from ..evaluate import value

    return all(value(node.plug("visibility")) and value(node.plug("lodVisibility")) for node in path)


def worded(call: Call, item: Item) -> list[str]:
    """An item as the flags want it said."""
    if call.has("uuid"):
        return [item.node.uuid]
    texts = names.of_item(item, call.has("long"), call.has("flatten"))
    if call.has("absoluteName"):
        texts = [f":{text}" if not text.startswith("|") else text for text in texts]
    if call.has("showType"):
        return [part for text in texts for part in (text, item.node.kind if item.component is None else "double3")]
    return texts


@command("objExists")
def obj_exists(call: Call) -> bool:
    """Whether anything has this name."""
    return any(bool(names.find(text)) for text in call.strings())


@command("nodeType", create="inherited apiType isTypeName derived")
def node_type(call: Call) -> Any:
    """The type of a node, or what a type derives from."""
    text = call.strings()[0]
    if call.has("isTypeName"):
        if text not in tables.ancestors():
            raise RuntimeError(f"Unknown node type: {text}")
        kind = text
    else:
        found = names.find(text)
        if not found:
            raise RuntimeError(f"No object matches name: {text}")
        kind = found[0].node.kind
    if call.has("apiType"):
        return tables.api_types().get(kind, "kDependencyNode")
    if call.has("derived"):
        return sorted([kind, *tables.descendants(kind)])
    if call.has("inherited"):
        return [name for name in (*reversed(tables.ancestors()[kind]), kind) if name != "dependNode"]
    return kind


@command("objectType", create="isType isAType tagFromType typeFromTag typeTag convertTag object", query="")
def object_type(call: Call) -> Any:
    """The type of a node or attribute, or whether it is one."""
    text = call.get("object") or (call.strings() or [names.of_item(arguments.items(call)[0])[0]])[0]
    found = names.find(text)
    if not found:
        raise RuntimeError(f"No object matches name: {text}")
    node = found[0].node
    if call.get("isType") is not None:
        return node.kind == call.get("isType")
    if call.get("isAType") is not None:
        return node.isa(call.get("isAType"))
    return node.kind


@command("listRelatives", create="allDescendents allParents children fullPath noIntermediate parent path shapes type")
def list_relatives(call: Call) -> list[str] | None:
    """Parents, children or all descendants; `None` when there are none."""
    found: dict[Path, None] = {}
    for path in arguments.paths(call, needed=False):
        if not path[-1].dag:
            continue
        found.update(dict.fromkeys(relatives(call, path)))
    kinds = call.many("type")
    listed = [path for path in found if not kinds or any(path[-1].isa(kind) for kind in kinds)]
    if call.has("noIntermediate"):
        listed = [path for path in listed if not path[-1].values.get(("intermediateObject", ()))]
    if call.has("shapes"):
        listed = [path for path in listed if path[-1].isa("shape")]
    if not listed:
        return None
    if call.has("fullPath"):
        return [names.full(path) for path in listed]
    return [names.short(path) if call.has("path") else path[-1].name for path in listed]


def relatives(call: Call, path: Path) -> Iterable[Path]:
    """What one node is related to."""
    if call.has("allParents"):
        return [one[:-1] for one in names.paths(path[-1]) if len(one) > 1]
    if call.has("parent"):
        return [path[:-1]] if len(path) > 1 else []
    if call.has("allDescendents"):
        return lowest_first(path)
    return [(*path, child) for child in path[-1].ordered_children()]


def lowest_first(path: Path) -> list[Path]:
    """All below a node; of each branch the deepest first, as Maya lists them."""
    found: list[Path] = []
    for child in reversed(path[-1].ordered_children()):
        below = (*path, child)
        found += [*lowest_first(below), below]
    return found


@command("filterExpand", create="selectionMask expand fullPath symbolicExpand", query="")
def filter_expand(call: Call) -> list[str] | None:
    """Of what is named or selected, that of some kinds, component by component."""
    masks = call.many("selectionMask")
    found: list[str] = []
    for item in arguments.items(call, needed=False):
        number = MASKS.get(item.component.kind) if item.component else mask_of(item.path)
        if number in masks:
            found += names.of_item(item, call.has("fullPath"), call.get("expand", True))
    return found or None


def mask_of(path: Path) -> int:
    """The number of a whole object in selection masks, by its shape."""
    shapes = names.shapes_below(path)
    kind = shapes[0][-1].kind if shapes else path[-1].kind
    return {"nurbsCurve": 9, "nurbsSurface": 10, "mesh": 12, "camera": 7, "joint": 13}.get(kind, 22)
