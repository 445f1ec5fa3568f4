"""Skins: what of UsdSkel's binding stands on a mesh. A mesh has one."""

from __future__ import annotations

from array import array
from typing import Any

from scenewire.adapters.contract import Job
from scenewire.adapters.crud import Entity
from scenewire.adapters.fields import Field, Item
from scenewire.adapters.references import nearest, the_only
from scenewire.adapters.usd import blend_weights, skeleton
from scenewire.adapters.usd.bindings import below_a_root, binding_of, has_shapes, has_skin, release, rig_of
from scenewire.adapters.usd.handles import Handle, guard, handle, places, prim_id, settle
from scenewire.adapters.usd.identity import IDENTITY
from scenewire.adapters.usd.lacks import lacks_of
from scenewire.adapters.usd.naming import checked_name, shown
from scenewire.adapters.usd.nodes import find_typed, node_id, node_type
from scenewire.adapters.usd.rigs import joint_ids
from scenewire.adapters.usd.stage import STAGE, when
from scenewire.adapters.usd.transforms import world
from scenewire.errors import ConflictError, InvalidParamsError, NotFoundError

#: What stands on a mesh that is bent.
_PROPERTIES = (
    "skel:skinningMethod", "primvars:skel:skinningMethod", "primvars:skel:geomBindTransform",
    "primvars:skel:jointIndices", "primvars:skel:jointWeights",
)  # fmt: skip


def _all(parent: str | None) -> list[Handle]:
    prims = [find_typed(parent, "mesh").prim] if parent else STAGE.prims()
    return [handle(prim) for prim in prims if node_type(prim) == "mesh" and has_skin(prim)]


def skin_id(mesh: Any) -> str:
    """The id of the skin of a mesh."""
    return prim_id("skin", mesh)


def _find(reference: str) -> Handle:
    number, looks_like = IDENTITY.find("skin", reference)
    if number is not None and Handle(number).prim and has_skin(Handle(number).prim):
        return Handle(number)
    if looks_like:
        raise IDENTITY.gone("skin", reference)
    every = _all(None)
    return the_only(
        "skin",
        reference,
        [mesh for mesh in every if _name(mesh.prim) == reference],
        lambda mesh: {"id": skin_id(mesh.prim), "name": reference, "mesh": shown(mesh.prim)},
        lambda: (_name(mesh.prim) for mesh in every),
    )


def _name(mesh: Any) -> str:
    """What stands on the mesh is called as people are shown it."""
    return str(binding_of(mesh).GetSkeletonRel().GetDisplayName() or "Skin")


def _rename(mesh: Handle, name: str) -> None:
    binding_of(mesh.prim).GetSkeletonRel().SetDisplayName(checked_name(name))


def _make(item: Item) -> Handle:
    mesh = find_typed(item.pop("mesh_id"), "mesh")
    rig = find_typed(item.pop("rig_id"), "armature")
    if has_skin(mesh.prim):
        raise ConflictError(
            f"`{shown(mesh.prim)}` has a skin already", {"path": "mesh_id", "id": skin_id(mesh.prim)}, ["update it"]
        )
    below_a_root(mesh)
    _bind(mesh, rig)
    _write_table(mesh, [[] for _ in range(_vertices(mesh))])
    return mesh


def _bind(mesh: Handle, rig: Handle) -> None:
    blend_weights.bind(mesh, rig.prim)
    # Where the mesh was when it was bound, as the skeleton sees it.
    place = world(mesh.prim) * world(rig.prim).GetInverse()
    binding_of(mesh.prim).CreateGeomBindTransformAttr().Set(place)


def _vertices(mesh: Handle) -> int:
    from pxr import UsdGeom

    return len(UsdGeom.Mesh(mesh.prim).GetPointsAttr().Get(when()) or ())


def _tokens(mesh: Handle) -> list[str]:
    """The joints that the indices of a mesh count in: its own list, else the skeleton's."""
    own = binding_of(mesh.prim).GetJointsAttr().Get()
    return [str(token) for token in own] if own else [joint.token for joint in skeleton.load(rig_of(mesh.prim))]


def _table(mesh: Handle, only: int | None = None) -> list[list[tuple[int, float]]]:
    """The joints that each vertex follows, or one of them, by their place in the skeleton, and how much."""
    binding = binding_of(mesh.prim)
    indices, weights = binding.GetJointIndicesPrimvar(), binding.GetJointWeightsPrimvar()
    have, how = list(indices.Get(when()) or ()), list(weights.Get(when()) or ())
    width, count = indices.GetElementSize(), _vertices(mesh)
    tokens = _tokens(mesh)
    order = {joint.token: at for at, joint in enumerate(skeleton.load(rig_of(mesh.prim)))}
    if len(have) == width and count != 1:
        have, how = have * count, how * count
    rows = []
    for at in range(count) if only is None else [only]:
        span = slice(at * width, (at + 1) * width)
        pairs = [(tokens[joint], weight) for joint, weight in zip(have[span], how[span]) if joint < len(tokens)]
        rows.append([(order[token], float(weight)) for token, weight in pairs if weight and token in order])
    return rows


def _write_table(mesh: Handle, rows: list[list[tuple[int, float]]]) -> None:
    """As many places per vertex as the one with the most joints needs; a place without one has no weight."""
    from pxr import Vt

    width = max([1, *map(len, rows)])
    binding = binding_of(mesh.prim)
    padded = [[*row, *[(0, 0.0)] * (width - len(row))] for row in rows]
    if binding.GetJointsAttr().HasAuthoredValue():
        mesh.prim.RemoveProperty("skel:joints")
    binding.CreateJointIndicesPrimvar(False, width).Set(Vt.IntArray([at for row in padded for at, _ in row]))
    binding.CreateJointWeightsPrimvar(False, width).Set(Vt.FloatArray([one for row in padded for _, one in row]))


def _names(mesh: Handle) -> list[str]:
    return [joint.name for joint in skeleton.load(rig_of(mesh.prim))]


def _influences(mesh: Handle, _job: Job) -> list[dict[str, Any]]:
    names = _names(mesh)
    return [
        {"vertex_index": at, "weights": {names[joint]: weight for joint, weight in row}}
        for at, row in enumerate(_table(mesh))
        if row
    ]


def _set_influences(mesh: Handle, given: list[dict[str, Any]]) -> None:
    names = _names(mesh)
    rows: list[list[tuple[int, float]]] = [[] for _ in range(_vertices(mesh))]
    for one in given:
        at = one["vertex_index"]
        if not 0 <= at < len(rows):
            raise InvalidParamsError(
                f"there is no vertex {at}", {"path": "influences", "expected": f"0 to {len(rows) - 1}", "got": at}
            )
        rows[at] += _row(names, one["weights"], "influences")
    _write_table(mesh, rows)


def _row(names: list[str], weights: dict[str, Any], path: str) -> list[tuple[int, float]]:
    for name in weights:
        if name not in names:
            raise NotFoundError(f"the rig has no joint `{name}`", {"path": path, "got": name}, nearest(name, names))
    return [(names.index(name), float(weight)) for name, weight in weights.items() if weight]


def weights_of_vertex(mesh: Handle, vertex: int) -> dict[str, float]:
    """How much a vertex follows each joint, by the joints' names."""
    names = _names(mesh)
    return {names[joint]: weight for joint, weight in _table(mesh, vertex)[0]}


def set_weights_of_vertex(mesh: Handle, vertex: int, weights: dict[str, Any]) -> None:
    """A vertex follows these joints, by their names, and no others."""
    rows = _table(mesh)
    rows[vertex] = _row(_names(mesh), weights, "weights")
    _write_table(mesh, rows)


def _send_table(mesh: Handle, job: Job) -> Any:
    width = len(_names(mesh))
    flat = array("f", bytes(4 * width * _vertices(mesh)))
    for at, row in enumerate(_table(mesh)):
        for joint, weight in row:
            flat[at * width + joint] = weight
    return job.attach(flat, "f4", (len(flat),))


def _set_table(mesh: Handle, given: Any) -> None:
    flat = [float(one) for one in given]
    width, count = len(_names(mesh)), _vertices(mesh)
    if len(flat) != width * count:
        raise InvalidParamsError(
            f"{count} vertices times {width} joints are {width * count} weights, and {len(flat)} came",
            {"path": "weight_table", "expected": width * count, "got": len(flat)},
        )
    rows = [[(joint, flat[at * width + joint]) for joint in range(width)] for at in range(count)]
    _write_table(mesh, [[pair for pair in row if pair[1]] for row in rows])


def _set_rig(mesh: Handle, reference: str) -> None:
    rig = find_typed(reference, "armature")
    if rig.prim == rig_of(mesh.prim):
        return
    names = _names(mesh)
    old = [[(names[joint], weight) for joint, weight in row] for row in _table(mesh)]
    _bind(mesh, rig)
    there = {name: at for at, name in enumerate(_names(mesh))}
    _write_table(mesh, [[(there[name], weight) for name, weight in row if name in there] for row in old])


def _dual(mesh: Handle, _job: Job | None = None) -> bool:
    return bool(binding_of(mesh.prim).GetSkinningMethodAttr().Get() == "dualQuaternion")


def _set_dual(mesh: Handle, dual: bool) -> None:
    if dual != _dual(mesh):
        binding_of(mesh.prim).CreateSkinningMethodAttr().Set("dualQuaternion" if dual else "classicLinear")


def _remove(targets: list[Handle]) -> list[str]:
    ids = [skin_id(target.prim) for target in targets]
    for target in targets:
        for name in _PROPERTIES:
            if target.prim.HasProperty(name):
                target.prim.RemoveProperty(name)
        if has_shapes(target.prim):
            # They need the skeleton further on.
            binding_of(target.prim).GetSkeletonRel().ClearDisplayName()
        else:
            release(target)
    return ids


#: In the order of writing: the rig before the weights that name its joints.
FIELDS: dict[str, Field] = {
    "id": Field(lambda mesh, _job: skin_id(mesh.prim)),
    "name": Field(lambda mesh, _job: _name(mesh.prim), _rename),
    "mesh_id": Field(lambda mesh, _job: node_id(mesh.prim)),
    "rig_id": Field(lambda mesh, _job: node_id(rig_of(mesh.prim)), _set_rig),
    "joint_ids": Field(lambda mesh, _job: joint_ids(rig_of(mesh.prim))),
    "influences": Field(_influences, _set_influences, heavy=True),
    "weight_table": Field(_send_table, _set_table, heavy=True),
    "dual_quaternion_enabled": Field(_dual, _set_dual),
    **lacks_of("skins"),
}

SKINS = Entity(
    plural="skins",
    fields=FIELDS,
    make=_make,
    find=_find,
    all=_all,
    remove=_remove,
    guard=guard,
    settle=settle,
    places=places,
)
