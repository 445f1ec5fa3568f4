"""The material that all materials of ours are instances of: a graph of named parameters, made once in a project."""

from __future__ import annotations

from typing import Any

from scenewire.adapters.unreal import assets

_PATH = f"{assets.FOLDER}/M_Scenewire"
#: Numbers: what they begin with, and the inputs of the material that they are.
SCALARS: dict[str, tuple[float, tuple[str, ...]]] = {
    "Metallic": (0.0, ("MP_METALLIC",)),
    "Roughness": (0.5, ("MP_ROUGHNESS",)),
    "Opacity": (1.0, ("MP_OPACITY", "MP_OPACITY_MASK")),
    "EmissiveIntensity": (1.0, ()),
    "Specular": (0.5, ("MP_SPECULAR",)),
    "Anisotropy": (0.0, ("MP_ANISOTROPY",)),
}
#: Colours, the same.
_COLORS: dict[str, tuple[float, tuple[str, ...]]] = {
    "BaseColor": (1.0, ("MP_BASE_COLOR",)),
    "Emissive": (0.0, ()),
}


def master() -> Any:
    """It, made when it is first needed."""
    import unreal

    if unreal.EditorAssetLibrary.does_asset_exist(_PATH):
        return unreal.EditorAssetLibrary.load_asset(_PATH)
    made = assets.create("M_Scenewire", assets.FOLDER, unreal.Material, unreal.MaterialFactoryNew())
    library = unreal.MaterialEditingLibrary
    found = {}
    for name, (value, inputs) in SCALARS.items():
        found[name] = _parameter(made, unreal.MaterialExpressionScalarParameter, name, value, inputs)
    for name, (grey, inputs) in _COLORS.items():
        color = unreal.LinearColor(grey, grey, grey, 1.0)
        found[name] = _parameter(made, unreal.MaterialExpressionVectorParameter, name, color, inputs)
    shine = library.create_material_expression(made, unreal.MaterialExpressionMultiply)
    library.connect_material_expressions(found["Emissive"], "", shine, "A")
    library.connect_material_expressions(found["EmissiveIntensity"], "", shine, "B")
    library.connect_material_property(shine, "", unreal.MaterialProperty.MP_EMISSIVE_COLOR)
    library.recompile_material(made)
    return made


def _parameter(material: Any, kind: Any, name: str, value: Any, inputs: tuple[str, ...]) -> Any:
    import unreal

    made = unreal.MaterialEditingLibrary.create_material_expression(material, kind)
    made.set_editor_property("parameter_name", name)
    made.set_editor_property("default_value", value)
    for one in inputs:
        wanted = getattr(unreal.MaterialProperty, one)
        unreal.MaterialEditingLibrary.connect_material_property(made, "", wanted)
    return made


def is_ours(material: Any) -> bool:
    """Whether a material is an instance of it."""
    import unreal

    if not isinstance(material, unreal.MaterialInstanceConstant):
        return False
    parent = material.get_editor_property("parent")
    return parent is not None and assets.path_of(parent) == _PATH
