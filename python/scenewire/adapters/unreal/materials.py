"""Materials: instances of one material of ours, in `/Game/Scenewire/Materials`. What else the level's meshes wear is
listed too, as `custom`: its graph is its author's.
"""

from __future__ import annotations

from typing import Any

from scenewire.adapters.contract import Job
from scenewire.adapters.crud import Entity
from scenewire.adapters.fields import ABSENT, Field, Item
from scenewire.adapters.host_colors import opaque
from scenewire.adapters.references import nearest, the_only
from scenewire.adapters.shader_parameters import write_parameters
from scenewire.adapters.unreal import assets, master
from scenewire.adapters.unreal.attributes import put_part
from scenewire.adapters.unreal.identity import IDENTITY, missing, parsed
from scenewire.adapters.unreal.lacks import lacks_of, refuse_word
from scenewire.adapters.unreal.metadata import METADATA
from scenewire.adapters.unreal.nodes import checked_name, every, find_typed, guard, node_type, settle
from scenewire.errors import InvalidParamsError, NotSupportedError

_FOLDER = f"{assets.FOLDER}/Materials"
_MODES = {"opaque": "BLEND_OPAQUE", "mask": "BLEND_MASKED", "blend": "BLEND_TRANSLUCENT"}
#: Numbers of the master that no field says.
_FURTHER = ("Specular", "Anisotropy")
#: `opacity_mask_clip_value` of a new material.
_CUTOFF = 0.3333


def _library() -> Any:
    import unreal

    return unreal.MaterialEditingLibrary


def every_material() -> list[Any]:
    """Those of ours, and what meshes of the level wear."""
    import unreal

    ours = [unreal.EditorAssetLibrary.load_asset(path) for path in unreal.EditorAssetLibrary.list_assets(_FOLDER)]
    worn = [one for actor in every() if node_type(actor) == "mesh" for one in worn_by(actor)]
    return list(dict.fromkeys(one for one in [*ours, *worn] if one is not None and not assets.is_deleted(one)))


def worn_by(actor: Any) -> list[Any]:
    """What a mesh wears, slot by slot, without the empty ones."""
    component = actor.get_editor_property("static_mesh_component")
    found = [component.get_material(slot) for slot in range(component.get_num_materials())]
    return [one for one in found if one is not None]


def material_id(material: Any) -> str:
    """The id of a material, good for this session."""
    return f"material_{IDENTITY.place(material)}"


def name_of(material: Any) -> str:
    """The asset's name."""
    return str(material.get_name())


def find_material(reference: str) -> Any:
    """The material of an id or of a unique name."""
    there, number = every_material(), parsed("material", reference)
    known = [one for one in there if number and str(IDENTITY.place(one)) == number]
    if known:
        return known[0]
    found = [one for one in there if name_of(one) == reference] or [
        one for one in there if name_of(one) == assets.nearest_name(reference)
    ]
    if not found:
        raise missing("material", reference, nearest(reference, map(name_of, there)))
    return the_only("material", reference, found, lambda one: {"id": material_id(one), "name": name_of(one)}, tuple)


def _make(item: Item) -> Any:
    import unreal

    name = checked_name(item.pop("name", None) or "Material")
    factory = unreal.MaterialInstanceConstantFactoryNew()
    made = assets.create(name, _FOLDER, unreal.MaterialInstanceConstant, factory)
    _library().set_material_instance_parent(made, master.master())
    assets.undoable(made)
    return made


def _remove(targets: list[Any]) -> list[str]:
    """What wears them wears nothing there then."""
    ids = [material_id(one) for one in targets]
    for actor in (one for one in every() if node_type(one) == "mesh"):
        component = actor.get_editor_property("static_mesh_component")
        before = list(component.get_editor_property("override_materials"))
        after = [None if one in targets else one for one in before]
        if after != before:
            component.set_editor_property("override_materials", after)
    for material in targets:
        assets.delete(material)
    return ids


def _ours(material: Any, field: str) -> Any:
    if not master.is_ours(material):
        raise NotSupportedError(
            f"`{name_of(material)}` is not one of ours: its graph is its author's, and is edited in the editor",
            {"path": field},
        )
    return material


def _number(field: str, parameter: str) -> Field:
    return Field(
        lambda material, _job: _scalar(material, parameter) if master.is_ours(material) else ABSENT,
        lambda material, value: _put_scalar(_ours(material, field), parameter, float(value)),
    )


def _scalar(material: Any, parameter: str) -> float:
    return float(_library().get_material_instance_scalar_parameter_value(material, parameter))


def _put_scalar(material: Any, parameter: str, value: float) -> None:
    material.modify()
    _library().set_material_instance_scalar_parameter_value(material, parameter, value)
    _library().update_material_instance(material)


def _color(field: str, parameter: str) -> Field:
    def read(material: Any, _job: Job) -> Any:
        if not master.is_ours(material):
            return ABSENT
        kept = _library().get_material_instance_vector_parameter_value(material, parameter)
        return [*(float(kept.get_editor_property(part)) for part in "rgb"), 1.0]

    def write(material: Any, given: list[float]) -> None:
        import unreal

        numbers = opaque(given, field, "Unreal")
        _ours(material, field).modify()
        color = unreal.LinearColor(*numbers, 1.0)
        _library().set_material_instance_vector_parameter_value(material, parameter, color)
        _library().update_material_instance(material)

    return Field(read, write)


def _override(material: Any, name: str, otherwise: Any) -> Any:
    """What an instance says otherwise than its parent, when it does."""
    own = material.get_editor_property("base_property_overrides")
    return own.get_editor_property(name) if own.get_editor_property(f"override_{name}") else otherwise


def _put_override(material: Any, name: str, value: Any) -> None:
    put_part(material, "base_property_overrides", f"override_{name}", True)
    put_part(material, "base_property_overrides", name, value)
    _library().update_material_instance(material)


def _mode(material: Any, _job: Any = None) -> Any:
    import unreal

    if not master.is_ours(material):
        return ABSENT
    now = _override(material, "blend_mode", unreal.BlendMode.BLEND_OPAQUE)
    return next((word for word, name in _MODES.items() if now == getattr(unreal.BlendMode, name)), ABSENT)


def _set_mode(material: Any, word: str) -> None:
    import unreal

    _put_override(_ours(material, "alpha_mode"), "blend_mode", getattr(unreal.BlendMode, _MODES[word]))


def _cutoff(material: Any, _job: Job) -> Any:
    return float(_override(material, "opacity_mask_clip_value", _CUTOFF)) if _mode(material) == "mask" else ABSENT


def _set_cutoff(material: Any, value: float) -> None:
    if _mode(_ours(material, "alpha_cutoff")) != "mask":
        raise InvalidParamsError(
            "only a material that is cut has a cutoff", {"path": "alpha_cutoff"}, ["alpha_mode: mask"]
        )
    _put_override(material, "opacity_mask_clip_value", float(value))


def _set_type(_material: Any, word: str) -> None:
    refuse_word("materials", "type", word)


def _parameters(material: Any, _job: Job | None = None) -> Any:
    if not master.is_ours(material):
        return ABSENT
    found = {name: _scalar(material, name) for name in _FURTHER}
    return {name: value for name, value in found.items() if value != master.SCALARS[name][0]}


def _set_parameters(material: Any, given: dict[str, Any]) -> None:
    def put(name: str, value: Any) -> None:
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            raise TypeError("it is a number")
        _put_scalar(material, name, float(value))

    _ours(material, "shader_parameters")
    defaults = {name: master.SCALARS[name][0] for name in _parameters(material)}
    write_parameters("M_Scenewire", _FURTHER, defaults, given, put)


#: In the order of writing.
FIELDS: dict[str, Field] = {
    "id": Field(lambda material, _job: material_id(material)),
    "name": Field(
        lambda material, _job: name_of(material), lambda material, name: assets.rename(material, checked_name(name))
    ),
    "type": Field(lambda material, _job: "pbr" if master.is_ours(material) else "custom", _set_type),
    "base_color": _color("base_color", "BaseColor"),
    "metallic": _number("metallic", "Metallic"),
    "roughness": _number("roughness", "Roughness"),
    "opacity": _number("opacity", "Opacity"),
    "alpha_mode": Field(_mode, _set_mode),
    "alpha_cutoff": Field(_cutoff, _set_cutoff),
    "double_sided": Field(
        lambda material, _job: bool(_override(material, "two_sided", False)) if master.is_ours(material) else ABSENT,
        lambda material, value: _put_override(_ours(material, "double_sided"), "two_sided", bool(value)),
    ),
    "emissive": _color("emissive", "Emissive"),
    "emissive_intensity": _number("emissive_intensity", "EmissiveIntensity"),
    "shader_parameters": Field(_parameters, _set_parameters),
    **lacks_of("materials"),
    "metadata": METADATA,
}


def _all(parent: str | None) -> list[Any]:
    return every_material() if parent is None else list(dict.fromkeys(worn_by(find_typed(parent, "mesh"))))


MATERIALS = Entity(
    plural="materials",
    fields=FIELDS,
    make=_make,
    find=find_material,
    all=_all,
    remove=_remove,
    guard=guard,
    settle=settle,
    places=lambda targets: [IDENTITY.place(one) for one in targets],
)
