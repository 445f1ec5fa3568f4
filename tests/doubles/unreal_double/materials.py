"""Materials and their instances: `UMaterialEditingLibrary`, and how components wear them.

The setters of an instance's parameters give False whatever they did, as `MaterialEditingLibrary.cpp` has it, and tell
no transaction; whoever wants one calls `modify` first.
"""

from __future__ import annotations

from typing import Any

from unreal_double import meshes
from unreal_double.kinds import copied, does, named
from unreal_double.objects import new

#: The stem of the function's name, what a parameter's expression is, and what it is without one.
_SORTS = {"scalar": ("MaterialExpressionScalarParameter", 0.0), "vector": ("MaterialExpressionVectorParameter", None)}


def _base(material: Any) -> Any:
    while material is not None and not isinstance(material, named("Material")):
        material = material.get_editor_property("parent")
    return material


def _expressions(material: Any, sort: str) -> dict[str, Any]:
    base = _base(material)
    found = base._state.get("expressions", []) if base is not None else []
    kind = named(_SORTS[sort][0])
    return {str(one.get_editor_property("parameter_name")): one for one in found if isinstance(one, kind)}


def _read(instance: Any, sort: str, name: str) -> Any:
    own = instance._state.get("parameters", {})
    if name in own:
        return copied(own[name])
    expression = _expressions(instance, sort).get(name)
    if expression is not None:
        return expression.get_editor_property("default_value")
    return named("LinearColor")() if sort == "vector" else 0.0


@does("MaterialEditingLibrary", "create_material_expression")
def _create(cls: Any, material: Any, expression_class: Any, node_pos_x: int = 0, node_pos_y: int = 0) -> Any:
    made = new(expression_class.__name__, material)
    material._state.setdefault("expressions", []).append(made)
    return made


@does("MaterialEditingLibrary", "connect_material_property")
def _connect(cls: Any, from_expression: Any, from_output_name: str, property_: Any) -> bool:
    from_expression.get_outer()._state.setdefault("inputs", {})[property_.name] = from_expression
    return True


@does("MaterialEditingLibrary", "connect_material_expressions")
def _join(cls: Any, from_expression: Any, from_output_name: str, to_expression: Any, to_input_name: str) -> bool:
    return from_expression.get_outer() is to_expression.get_outer() and to_input_name in ("A", "B")


@does("MaterialEditingLibrary", "recompile_material")
def _recompile(cls: Any, material: Any) -> None:
    """Nothing is drawn."""


@does("MaterialEditingLibrary", "update_material_instance")
def _update(cls: Any, instance: Any) -> None:
    """Nothing is drawn."""


@does("MaterialEditingLibrary", "set_material_instance_parent")
def _set_parent(cls: Any, instance: Any, new_parent: Any) -> None:
    instance._state["values"]["parent"] = new_parent


@does("MaterialEditingLibrary", "set_material_instance_scalar_parameter_value")
def _set_scalar(cls: Any, instance: Any, parameter_name: Any, value: float, association: Any = None) -> bool:
    if str(parameter_name) in _expressions(instance, "scalar"):
        instance._state.setdefault("parameters", {})[str(parameter_name)] = value
    return False


@does("MaterialEditingLibrary", "set_material_instance_vector_parameter_value")
def _set_vector(cls: Any, instance: Any, parameter_name: Any, value: Any, association: Any = None) -> bool:
    if str(parameter_name) in _expressions(instance, "vector"):
        instance._state.setdefault("parameters", {})[str(parameter_name)] = copied(value)
    return False


@does("MaterialEditingLibrary", "get_material_instance_scalar_parameter_value")
def _scalar(cls: Any, instance: Any, parameter_name: Any, association: Any = None) -> float:
    return float(_read(instance, "scalar", str(parameter_name)))


@does("MaterialEditingLibrary", "get_material_instance_vector_parameter_value")
def _vector(cls: Any, instance: Any, parameter_name: Any, association: Any = None) -> Any:
    return _read(instance, "vector", str(parameter_name))


@does("MaterialEditingLibrary", "get_material_default_scalar_parameter_value")
def _default(cls: Any, material: Any, parameter_name: Any) -> float:
    found = _expressions(material, "scalar").get(str(parameter_name))
    return float(found.get_editor_property("default_value")) if found is not None else 0.0


# As components wear them: an override at a slot, or what the mesh has there.


@does("StaticMesh", "add_material")
def _add(self: Any, material: Any) -> Any:
    slots = self._state.setdefault("slots", [])
    slots.append(material)
    return named("Name")(f"Slot_{len(slots) - 1}")


@does("PrimitiveComponent", "get_num_materials")
def _count(self: Any) -> int:
    mesh = self.get_editor_property("static_mesh")
    return len(mesh._state.get("slots", [])) if mesh is not None else 0


@does("PrimitiveComponent", "get_material")
def _worn(self: Any, element_index: int) -> Any:
    own = self.get_editor_property("override_materials")
    if element_index < len(own) and own[element_index] is not None:
        return own[element_index]
    mesh = self.get_editor_property("static_mesh")
    slots = mesh._state.get("slots", []) if mesh is not None else []
    return slots[element_index] if element_index < len(slots) else None


# Assets by their paths.


@does("EditorAssetLibrary", "rename_loaded_asset")
def _rename(cls: Any, source_asset: Any, destination_asset_path: str) -> bool:
    path, now = destination_asset_path.partition(".")[0], source_asset.get_outermost()
    if path in meshes.ASSETS or set("\"' ,:|&!~\n\r\t@#(){}[]=;^%$`") & set(path):
        return False
    del meshes.ASSETS[now.get_name()]
    now._state["name"] = path
    source_asset._state["name"] = path.rpartition("/")[2]
    meshes.ASSETS[path] = source_asset
    return True


@does("EditorAssetLibrary", "does_asset_exist")
def _exists(cls: Any, asset_path: str) -> bool:
    return asset_path.partition(".")[0] in meshes.ASSETS


@does("EditorAssetLibrary", "list_assets")
def _list(cls: Any, directory_path: str, recursive: bool = True, include_folder: bool = False) -> list[str]:
    within = directory_path.rstrip("/") + "/"
    return [f"{path}.{path.rpartition('/')[2]}" for path in meshes.ASSETS if path.startswith(within)]


@does("EditorAssetLibrary", "delete_directory")
def _delete(cls: Any, directory_path: str) -> bool:
    """For good, with everything in it."""
    for path in [one for one in meshes.ASSETS if one.startswith(directory_path.rstrip("/") + "/")]:
        meshes.ASSETS.pop(path)._state["gone"] = True
    return True
