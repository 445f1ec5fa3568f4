"""Which materials a mesh wears: Maya puts faces into shading groups, each face into one."""

from __future__ import annotations

from array import array

from scenewire.adapters.contract import Job
from scenewire.adapters.maya.materials import MATERIAL, find_material
from scenewire.adapters.maya.mesh_arrays import mesh_at, whole
from scenewire.adapters.maya.naming import components
from scenewire.adapters.maya.nodes import shape_named
from scenewire.adapters.maya.shading_groups import INITIAL, assign
from scenewire.errors import InvalidParamsError, NotSupportedError


def worn(path: str) -> tuple[list[str], list[int]]:
    """The shading groups of a mesh, and which of them each face lies in; -1 for none."""
    from maya.api import OpenMaya

    groups, faces = mesh_at(shape_named(path)).getConnectedShaders(0)
    names = [str(OpenMaya.MFnDependencyNode(one).name()) for one in groups]
    return names, [int(slot) for slot in faces]


def _slots(path: str) -> list[str]:
    """The shading groups that count: what every new mesh lies in is no material of anybody's."""
    names, _ = worn(path)
    return [] if names == [INITIAL] else names


def material_ids(path: str) -> list[str]:
    """The materials, in the order in which Maya has them on the mesh; some faces may wear none of them."""
    return [MATERIAL.id_of(name) for name in _slots(path) if name != INITIAL]


def face_materials(path: str) -> list[int]:
    """The slot of each face."""
    return [max(0, slot) for slot in worn(path)[1]]


def set_materials(path: str, references: list[str], given: object = None) -> None:
    """The mesh wears these; ``given`` says which each face wears, else faces keep theirs as far as there are."""
    _set_groups(path, [find_material(reference).path for reference in references] or [INITIAL], given)


def _set_groups(path: str, groups: list[str], given: object) -> None:
    faces = face_materials(path) if given is None else whole(given)
    _check(path, faces, len(groups), given is not None)
    wanted = [min(slot, len(groups) - 1) for slot in faces]
    idle = next((at for at in range(len(groups)) if at not in wanted and len(groups) > 1), None)
    if idle is not None:
        raise NotSupportedError(
            f"no face would wear the material {idle}, and a mesh of Maya has no material slots of its own",
            {"path": "material_ids", "got": [MATERIAL.id_of(group) for group in groups if group != INITIAL]},
            ["give `face_materials` with it", "or leave it out"],
        )
    # A mesh without faces wears the one that there is.
    wear(path, [groups[slot] for slot in wanted] or groups[:1])


def wear(path: str, groups: list[str]) -> None:
    """Puts each face into its shading group; one group is for the whole mesh."""
    shape, found = shape_named(path), list(dict.fromkeys(groups))
    if len(found) == 1:
        assign(shape, found[0])
        return
    for group in found:
        assign(components(f"{shape}.f", [face for face, worn in enumerate(groups) if worn == group]), group)


def _check(path: str, faces: list[int], slots: int, given: bool) -> None:
    count = len(face_materials(path))
    if given and len(faces) != count:
        raise InvalidParamsError(
            f"the mesh has {count} faces, and {len(faces)} numbers came",
            {"path": "face_materials", "expected": count, "got": len(faces)},
        )
    wrong = next((slot for slot in faces if not 0 <= slot < slots), None)
    if given and wrong is not None:
        raise InvalidParamsError(
            f"there is no material slot {wrong}: the mesh has {slots}",
            {"path": "face_materials", "expected": f"0 to {slots - 1}", "got": wrong},
            ["give `material_ids` with it"],
        )


def set_material_id(path: str, reference: str | None) -> None:
    """The first slot's material; null takes it off."""
    names, faces = worn(path)
    group = find_material(reference).path if reference else INITIAL
    shape = shape_named(path)
    if len(names) <= 1:
        assign(shape, group)
    else:
        first = next(slot for slot, name in enumerate(names) if name != INITIAL)
        assign(components(f"{shape}.f", [face for face, slot in enumerate(faces) if slot == first]), group)


def set_face_materials(path: str, given: object) -> None:
    """Which slot each face wears, of those that there are."""
    _set_groups(path, _slots(path) or [INITIAL], given)


def send_face_materials(path: str, job: Job) -> object:
    """The slots, beside the result."""
    slots = array("i", face_materials(path))
    return job.attach(slots, "i4", (len(slots),))
