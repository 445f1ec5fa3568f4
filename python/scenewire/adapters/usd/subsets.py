"""Which materials a mesh wears: the first is bound to the mesh, each further one to a subset of its faces."""

from __future__ import annotations

from array import array
from typing import Any

from scenewire.adapters.contract import Job
from scenewire.adapters.usd import mesh_arrays as arrays
from scenewire.adapters.usd.handles import prim_id
from scenewire.adapters.usd.materials import MATERIAL
from scenewire.adapters.usd.naming import remove
from scenewire.adapters.usd.stage import when
from scenewire.errors import InvalidParamsError, NotSupportedError


def _direct(prim: Any) -> Any:
    from pxr import UsdShade

    material = UsdShade.MaterialBindingAPI(prim).GetDirectBinding().GetMaterial()
    return material.GetPrim() if material else None


def _subsets(mesh: Any) -> list[Any]:
    from pxr import UsdShade

    return list(UsdShade.MaterialBindingAPI(mesh.GetPrim()).GetMaterialBindSubsets())


def _slots(mesh: Any) -> list[tuple[Any, Any]]:
    """Material and subset of each slot; the subset of what is bound to the whole mesh is None. The first slot has no
    material where nothing is bound to the mesh and some faces wear nothing."""
    first, subsets = _direct(mesh.GetPrim()), _subsets(mesh)
    worn = {face for subset in subsets for face in subset.GetIndicesAttr().Get(when()) or ()}
    bare = bool(subsets) and len(worn) < arrays.counts(mesh)[2]
    found = [(first, None)] if first or bare else []
    return found + [(_direct(subset.GetPrim()), subset) for subset in subsets]


def material_ids(mesh: Any) -> list[str]:
    """The materials in the order of their slots."""
    return [prim_id("material", material) for material, _ in _slots(mesh) if material]


def set_material_ids(mesh: Any, references: list[str]) -> None:
    """The slots become these; which faces wear which stays as far as there are slots."""
    materials = [MATERIAL.find(reference).prim for reference in references]
    slots = [min(slot, max(len(materials) - 1, 0)) for slot in face_materials(mesh)]
    for subset in _subsets(mesh):
        remove(subset.GetPath())
    _bind(mesh.GetPrim(), materials[0] if materials else None)
    for number, material in enumerate(materials[1:], 1):
        faces = [face for face, slot in enumerate(slots) if slot == number]
        _bind(_new_subset(mesh, number, faces).GetPrim(), material)


def set_material_id(mesh: Any, reference: str | None) -> None:
    """The first slot's material; null takes it off."""
    material = MATERIAL.find(reference).prim if reference else None
    slots = _slots(mesh)
    subset = slots[0][1] if slots else None
    _bind(subset.GetPrim() if subset is not None else mesh.GetPrim(), material)


def _bind(prim: Any, material: Any) -> None:
    from pxr import UsdShade

    if material is None:
        UsdShade.MaterialBindingAPI(prim).UnbindDirectBinding()
    else:
        UsdShade.MaterialBindingAPI.Apply(prim).Bind(UsdShade.Material(material))


def _new_subset(mesh: Any, number: int, faces: list[int]) -> Any:
    from pxr import UsdGeom, UsdShade

    binding = UsdShade.MaterialBindingAPI.Apply(mesh.GetPrim())
    made = binding.CreateMaterialBindSubset(f"slot_{number}", arrays.numbers(faces))
    binding.SetMaterialBindSubsetsFamilyType(UsdGeom.Tokens.nonOverlapping)
    return made


def face_materials(mesh: Any) -> list[int]:
    """The slot of each face."""
    slots = [0] * arrays.counts(mesh)[2]
    for number, (_, subset) in enumerate(_slots(mesh)):
        for face in (subset.GetIndicesAttr().Get(when()) or ()) if subset is not None else ():
            if face < len(slots):
                slots[face] = number
    return slots


def send_face_materials(mesh: Any, job: Job) -> Any:
    """The same, beside the result."""
    slots = array("i", face_materials(mesh))
    return job.attach(slots, "i4", (len(slots),))


def set_face_materials(mesh: Any, given: Any) -> None:
    """Which slot each face wears."""
    wanted, slots, faces = list(arrays.numbers(given)), _slots(mesh), arrays.counts(mesh)[2]
    if len(wanted) != faces:
        raise InvalidParamsError(
            f"the mesh has {faces} faces, and {len(wanted)} numbers came",
            {"path": "face_materials", "expected": faces, "got": len(wanted)},
        )
    most = max(len(slots) - 1, 0)
    wrong = next((slot for slot in wanted if not 0 <= slot <= most), None)
    if wrong is not None:
        raise InvalidParamsError(
            f"there is no material slot {wrong}: the mesh has {len(slots)}",
            {"path": "face_materials", "expected": f"0 to {most}", "got": wrong},
            ["give `material_ids` first"],
        )
    for number, (_, subset) in enumerate(slots):
        if subset is not None:
            subset.GetIndicesAttr().Set(arrays.numbers([face for face, slot in enumerate(wanted) if slot == number]))


def drop(mesh: Any) -> None:
    """The faces are others from now on: no subset has any of them."""
    for subset in _subsets(mesh):
        subset.GetIndicesAttr().Set(arrays.numbers([]))


def material_of_face(mesh: Any, face: int) -> str | None:
    """What a face wears: its subset's material, else the mesh's."""
    for subset in _subsets(mesh):
        if face in (subset.GetIndicesAttr().Get(when()) or ()):
            material = _direct(subset.GetPrim())
            return prim_id("material", material) if material else None
    first = _direct(mesh.GetPrim())
    return prim_id("material", first) if first else None


def set_material_of_faces(mesh: Any, faces: set[int], reference: str | None) -> None:
    """Faces wear a material; one that no slot has yet gets a slot of its own."""
    material = MATERIAL.find(reference).prim if reference else None
    first = _direct(mesh.GetPrim())
    if material is None and first is not None:
        raise NotSupportedError(
            "in USD the material of a mesh is every face's that has none of its own",
            {"path": "material_id", "got": None},
            ["take it off the mesh: update_meshes with `material_id`"],
        )
    for subset in _subsets(mesh):
        kept = [one for one in subset.GetIndicesAttr().Get(when()) or () if one not in faces]
        subset.GetIndicesAttr().Set(arrays.numbers(kept))
    if material == first:
        return
    slots = _slots(mesh)
    own = next((subset for worn, subset in slots if subset is not None and worn == material), None)
    if own is None:
        own = _new_subset(mesh, len(slots), [])
        _bind(own.GetPrim(), material)
    own.GetIndicesAttr().Set(arrays.numbers(sorted({*(own.GetIndicesAttr().Get() or ()), *faces})))
