"""Subdivision surfaces: the smooth mesh preview of a mesh (the key 3), attributes of its shape with a level for the
viewport and one for renderers. A polySmooth node would be no such thing: it makes the mesh itself finer, so that its
vertices and edges are others than those that are stored and creased. A mesh has one, called as the mesh is.
"""

from __future__ import annotations

from typing import Any

from scenewire.adapters.contract import Job, Json
from scenewire.adapters.crud import Entity
from scenewire.adapters.fields import Field, Item, read_fields
from scenewire.adapters.maya.attributes import get, put
from scenewire.adapters.maya.components import ELEMENTS, forget, mesh_now
from scenewire.adapters.maya.edges import put_creases, to_crease
from scenewire.adapters.maya.handles import Handle, alike, guard, places, settle
from scenewire.adapters.maya.identity import IDENTITY, missing, parsed
from scenewire.adapters.maya.lacks import TABLE, lacks_of, refuse_word
from scenewire.adapters.maya.naming import identifier
from scenewire.adapters.maya.nodes import NODE, all_nodes, find_typed, shape_named
from scenewire.errors import ConflictError, InvalidParamsError, NotFoundError, NotSupportedError

_KIND = "subdivision_surface"
#: Of `displaySmoothMesh`: the cage, or what is smooth alone.
_OFF, _SMOOTH = 0, 2
#: Of `smoothDrawType`: OpenSubdiv's Catmull-Clark, as often as the level says. Its adaptive form knows no levels.
_UNIFORM = 2
#: Of `osdVertBoundary`, and of `boundaryRule`, which Maya's own Catmull-Clark goes by.
_BOUNDARIES = {"all": 1, "edges": 2}


def _is_smooth(node: Handle) -> bool:
    return int(get(shape_named(node.path), "displaySmoothMesh")) != _OFF


def _all(parent: str | None) -> list[Handle]:
    nodes = [find_typed(parent, "mesh")] if parent else all_nodes("mesh", None)
    return [node for node in nodes if _is_smooth(node)]


def _id(node: Handle) -> str:
    return IDENTITY.of(_KIND, node.uuid)


def _find(reference: str) -> Handle:
    """That of an id, or of the mesh that it is called as."""
    from maya import cmds

    known = parsed(_KIND, reference)
    if known is not None and not (cmds.ls(known[0]) and NODE.holds(Handle(known[0]).path)):
        raise missing(_KIND, reference, [])
    try:
        node = find_typed(f"node_{known[0]}" if known else reference, "mesh")
    except (InvalidParamsError, NotFoundError):
        raise missing(_KIND, reference, alike(reference, [node.name for node in _all(None)])) from None
    if not _is_smooth(node):
        raise missing(_KIND, reference, [])
    return node


def _refuse_name(node: Handle, name: str) -> None:
    if identifier(name) != node.name:
        raise NotSupportedError(TABLE["subdivision_surfaces"]["name"].reason, {"path": "name", "got": name})


def _make(item: Item) -> Handle:
    node = find_typed(item.pop("base_mesh_id"), "mesh")
    guard([node])
    if _is_smooth(node):
        raise ConflictError(
            f"`{node.name}` has a subdivision surface already, and a mesh of Maya has one smooth preview",
            {"path": "base_mesh_id", "id": _id(node)},
            ["update that one"],
        )
    _put(node, "displaySmoothMesh", _SMOOTH, "active")
    _put(node, "useGlobalSmoothDrawType", False, "scheme")
    _put(node, "smoothDrawType", _UNIFORM, "scheme")
    # As in the viewport, unless the item says another level.
    _put(node, "useSmoothPreviewForRender", True, "render_level")
    return node


def _put(node: Handle, attribute: str, value: Any, field: str) -> None:
    put(shape_named(node.path), attribute, value, field=field)


def _remove(targets: list[Handle]) -> list[str]:
    ids = [_id(target) for target in targets]
    for target in targets:
        _put(target, "displaySmoothMesh", _OFF, "ids")
    return ids


def _level(node: Handle, _job: Any) -> int:
    return int(get(shape_named(node.path), "smoothLevel"))


def _set_level(node: Handle, level: int) -> None:
    _put(node, "smoothLevel", level, "subdivision_level")


def _render_level(node: Handle, job: Any) -> int:
    shape = shape_named(node.path)
    return _level(node, job) if get(shape, "useSmoothPreviewForRender") else int(get(shape, "renderSmoothLevel"))


def _set_render_level(node: Handle, level: int) -> None:
    _put(node, "useSmoothPreviewForRender", False, "render_level")
    _put(node, "renderSmoothLevel", level, "render_level")


def _creases(node: Handle, _job: Job) -> list[dict[str, Any]]:
    creases = sorted(mesh_now(node).creases.items())
    return ELEMENTS.creases_told(node, {edge: to_crease(sharpness) for edge, sharpness in creases})


def _set_creases(node: Handle, creases: list[dict[str, Any]]) -> None:
    given = ELEMENTS.creases_given(node, creases)
    put_creases(node, {**dict.fromkeys(mesh_now(node).creases, 0.0), **given})


def _boundary(node: Handle, _job: Job) -> str:
    kept = int(get(shape_named(node.path), "osdVertBoundary"))
    return next((word for word, value in _BOUNDARIES.items() if value == kept), "none")


def _set_boundary(node: Handle, word: str) -> None:
    refuse_word("subdivision_surfaces", "boundary_interpolation", word)
    for attribute in ("osdVertBoundary", "boundaryRule"):
        _put(node, attribute, _BOUNDARIES[word], "boundary_interpolation")


#: In the order of writing.
FIELDS: dict[str, Field] = {
    "id": Field(lambda node, _job: _id(node)),
    "base_mesh_id": Field(lambda node, _job: NODE.id(node)),
    "subdivision_level": Field(_level, _set_level),
    "render_level": Field(_render_level, _set_render_level),
    "scheme": Field(
        lambda _node, _job: "catmull_clark",
        lambda _node, word: refuse_word("subdivision_surfaces", "scheme", word),
    ),
    "crease_edges": Field(_creases, _set_creases),
    "boundary_interpolation": Field(_boundary, _set_boundary),
    **lacks_of("subdivision_surfaces"),
    "name": Field(lambda node, _job: node.name, _refuse_name),
}

SUBDIVISIONS = Entity(
    plural="subdivision_surfaces",
    fields=FIELDS,
    make=_make,
    find=_find,
    all=_all,
    remove=_remove,
    guard=guard,
    settle=settle,
    written=lambda _targets: forget(),
    places=places,
)


def set_subdivision_levels(*, items: list[Item], job: Job, on_error: str = "fail") -> Json:
    """How finely they show their meshes."""
    targets = [_find(item["subdivision_surface_id"]) for item in items]
    guard(targets)
    for target, item in zip(targets, items):
        _set_level(target, item["level"])
        if item.get("render_level") is None:
            _put(target, "useSmoothPreviewForRender", True, "render_level")
        else:
            _set_render_level(target, item["render_level"])
    return {"items": [read_fields(FIELDS, target, None, job) for target in targets]}
