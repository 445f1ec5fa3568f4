"""Blend shapes: BlendShape prims below their mesh, which names them; how much of each shows is said elsewhere
(`blend_weights.py`)."""

from __future__ import annotations

from typing import Any

from scenewire.adapters.contract import Job
from scenewire.adapters.fields import ABSENT, Field, Item
from scenewire.adapters.usd import blend_weights, shape_forms
from scenewire.adapters.usd import mesh_arrays as arrays
from scenewire.adapters.usd.bindings import binding_of, bound, has_shapes, is_weighted, release, rig_of
from scenewire.adapters.usd.handles import Handle, Kind, handle
from scenewire.adapters.usd.identity import IDENTITY
from scenewire.adapters.usd.lacks import lacks_of, refuse_word
from scenewire.adapters.usd.metadata import METADATA
from scenewire.adapters.usd.naming import define, remove, rename, shown
from scenewire.adapters.usd.nodes import find_typed, node_id, node_type
from scenewire.adapters.usd.prims import own_fields, prim_entity
from scenewire.adapters.usd.stage import STAGE
from scenewire.errors import InvalidParamsError

#: What the group of the shapes of a mesh is: the attribute that names their tokens.
GROUP = "skel:blendShapes"


def of_mesh(prim: Any) -> list[tuple[str, Any]]:
    """The blend shapes of a mesh, in its order: the token that each follows, and its prim."""
    if not has_shapes(prim):
        return []
    found = [STAGE.prim(path) for path in binding_of(prim).GetBlendShapeTargetsRel().GetTargets()]
    return [(token, shape) for token, shape in zip(blend_weights.tokens_of(prim), found) if shape]


def _named_by(prim: Any, shape: Any) -> bool:
    return node_type(prim) == "mesh" and any(one == shape for _, one in of_mesh(prim))


def _mesh(shape: Any) -> Any:
    """The mesh whose form a shape is; None when no mesh names it."""
    above = shape.GetParent()
    return above if _named_by(above, shape) else next((p for p in STAGE.prims() if _named_by(p, shape)), None)


def _is_shape(prim: Any) -> bool:
    from pxr import UsdSkel

    return prim.IsA(UsdSkel.BlendShape) and _mesh(prim) is not None


SHAPE = Kind("blend_shape", _is_shape)


def mesh_of(target: Handle) -> Handle:
    """The mesh of a shape."""
    return handle(_mesh(target.prim))


def token_of(shape: Any) -> str:
    """The token that a shape follows."""
    return next(token for token, one in of_mesh(_mesh(shape)) if one == shape)


def _make(item: Item) -> Handle:
    return add(handle(find_typed(item.pop("mesh_id"), "mesh").prim), item.pop("name", None) or "Shape")


def add(mesh: Handle, name: str) -> Handle:
    """A new shape of a mesh, which moves nothing yet."""
    made = handle(define(mesh.path, name, "BlendShape"))
    token = blend_weights.free_token(bound(mesh), made.path.name)
    shape_forms.set_offsets(made.prim, arrays.vectors([], 3))
    name_all(mesh, [*of_mesh(mesh.prim), (token, made.prim)])
    return made


def name_all(mesh: Handle, shapes: list[tuple[str, Any]]) -> None:
    """The mesh names these shapes, each with its token."""
    from pxr import UsdSkel, Vt

    binding = UsdSkel.BindingAPI.Apply(mesh.prim)
    binding.CreateBlendShapesAttr().Set(Vt.TokenArray([token for token, _ in shapes]))
    binding.CreateBlendShapeTargetsRel().SetTargets([shape.GetPath() for _, shape in shapes])


def remove_all(mesh: Handle) -> None:
    """The mesh has no shapes any more, and no group of them."""
    rig, tokens = rig_of(mesh.prim), blend_weights.tokens_of(mesh.prim)
    for _, shape in of_mesh(mesh.prim):
        remove(shape.GetPath())
    for name in (GROUP, "skel:blendShapeTargets"):
        mesh.prim.RemoveProperty(name)
    IDENTITY.forget(mesh.path.AppendProperty(GROUP))
    if rig is not None:
        blend_weights.drop_tokens(rig, tokens)
    if not is_weighted(mesh.prim):
        release(mesh)


def _remove(targets: list[Handle]) -> list[str]:
    ids = [SHAPE.id(target) for target in targets]
    for target in targets:
        mesh, shape, token = mesh_of(target), target.prim, token_of(target.prim)
        kept = [one for one in of_mesh(mesh.prim) if one[1] != shape]
        if not kept:
            remove_all(mesh)
            continue
        remove(target.path)
        name_all(mesh, kept)
        if rig_of(mesh.prim) is not None:
            blend_weights.drop_tokens(rig_of(mesh.prim), [token])
    return ids


def _rename(target: Handle, name: str) -> None:
    """The token goes along, as other programs show that; one that another mesh follows too stays."""
    mesh, token = mesh_of(target), token_of(target.prim)
    rename(target.path, name)
    rig = rig_of(mesh.prim)
    if rig is not None and token != target.path.name and not blend_weights.shared(rig, token):
        blend_weights.rename_token(mesh.prim, token, blend_weights.free_token(rig, target.path.name))


def _count(target: Handle) -> int:
    return arrays.counts(_geometry(target))[0]


def _geometry(target: Handle) -> Any:
    from pxr import UsdGeom

    return UsdGeom.Mesh(mesh_of(target).prim)


def _deltas(target: Handle, _job: Job) -> list[Item]:
    rows = shape_forms.offsets(target.prim, _count(target))
    return [{"vertex_index": at, "position_delta": list(row)} for at, row in enumerate(rows) if any(row)]


def _set_deltas(target: Handle, deltas: list[Item]) -> None:
    from pxr import Vt

    count = _count(target)
    rows = Vt.Vec3fArray(count)
    for delta in deltas:
        at = delta["vertex_index"]
        if at >= count:
            raise InvalidParamsError(
                f"`{shown(mesh_of(target).prim)}` has {count} vertices, so no vertex {at}",
                {"path": "deltas.vertex_index", "expected": f"0 to {count - 1}", "got": at},
            )
        rows[at] = delta["position_delta"]
    shape_forms.set_offsets(target.prim, rows)


def _fit(target: Handle, given: Any, name: str) -> Any:
    """A row for each vertex."""
    rows, count = arrays.vectors(given, 3), _count(target)
    if len(rows) != count:
        raise InvalidParamsError(
            f"{len(rows)} rows for {count} vertices", {"path": name, "expected": f"{count} rows", "got": len(rows)}
        )
    return rows


def _positions(target: Handle, job: Job) -> Any:
    rows = shape_forms.offsets(target.prim, _count(target))
    return job.attach(arrays.data(rows), "f4", (len(rows), 3))


def _normals(target: Handle, _job: Job) -> Any:
    rows = shape_forms.normal_offsets(target.prim, _count(target))
    return ABSENT if rows is None else [list(row) for row in rows]


def _set_weight(target: Handle, weight: float) -> None:
    blend_weights.set_weights(mesh_of(target), {token_of(target.prim): weight})


#: In the order of writing.
FIELDS: dict[str, Field] = {
    **own_fields(SHAPE),
    "name": Field(lambda target, _job: shown(target.prim), _rename),
    "mesh_id": Field(lambda target, _job: node_id(mesh_of(target).prim)),
    "weight": Field(
        lambda target, _job: blend_weights.weight_of(mesh_of(target).prim, token_of(target.prim)), _set_weight
    ),
    "deltas": Field(_deltas, _set_deltas, heavy=True),
    "position_deltas": Field(
        _positions,
        lambda target, given: shape_forms.set_offsets(target.prim, _fit(target, given, "position_deltas")),
        heavy=True,
    ),
    "normal_deltas": Field(
        _normals,
        lambda target, given: shape_forms.set_normal_offsets(target.prim, _fit(target, given, "normal_deltas")),
        heavy=True,
    ),
    "combine_method": Field(
        lambda _target, _job: "additive", lambda _target, word: refuse_word("blend_shapes", "combine_method", word)
    ),
    **lacks_of("blend_shapes"),
    "metadata": METADATA,
}


def _all(parent: str | None) -> list[Handle]:
    prims = [find_typed(parent, "mesh").prim] if parent else STAGE.prims()
    shapes = [shape for prim in prims if node_type(prim) == "mesh" for _, shape in of_mesh(prim)]
    return [handle(shape) for shape in dict.fromkeys(shapes)]


BLEND_SHAPES = prim_entity(SHAPE, "blend_shapes", FIELDS, _make, all=_all, remove=_remove)
