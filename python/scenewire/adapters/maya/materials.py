"""Materials: a shading group with its shader, which is a standardSurface, lambert or phong of Maya; others are read."""

from __future__ import annotations

import difflib
from typing import Any

from scenewire.adapters.contract import Job, Json
from scenewire.adapters.crud import Entity, blamed
from scenewire.adapters.fields import ABSENT, Field, Item, read_fields
from scenewire.adapters.host_colors import opaque
from scenewire.adapters.maya import shaders
from scenewire.adapters.maya.attributes import connect, driver_of, get, put
from scenewire.adapters.maya.handles import Handle, Kind, delete, guard, handle, places, settle
from scenewire.adapters.maya.identity import missing, parsed
from scenewire.adapters.maya.lacks import lacks_of, refuse_word
from scenewire.adapters.maya.material_textures import TEXTURES_FIELD, plug_again, read_maps, set_map, take_off
from scenewire.adapters.maya.metadata import METADATA
from scenewire.adapters.maya.naming import checked_name, identifier, is_path, rename, shown
from scenewire.adapters.maya.shading_groups import INITIAL, all_groups, assign, group_of, is_group, new_group, shader_of
from scenewire.adapters.references import nearest
from scenewire.adapters.texture_rules import refuse_nonsense
from scenewire.errors import InvalidParamsError

MATERIAL = Kind("material", all_groups, is_group)


def find_material(reference: str) -> Handle:
    """The material of an id, or of the name of its shader or shading group."""
    if parsed("material", reference):
        return MATERIAL.find(reference)
    from maya import cmds

    names = [name for name in (reference, identifier(reference)) if is_path(name) and cmds.objExists(name)]
    for name in names:
        groups = [group for group in [name, group_of(name) or ""] if group and is_group(group)]
        if groups:
            return handle(groups[0])
    raise missing("material", reference, nearest(reference, (shown(_shader(group)) for group in all_groups())))


def _shader(group: str) -> str:
    shader = shader_of(group)
    if shader is None:
        raise KeyError(group)
    return shader


def _of(material: Handle) -> str:
    return _shader(material.path)


def _make(item: Item) -> Handle:
    word = item.pop("type", None) or "pbr"
    refuse_word("materials", "type", word)
    return handle(new_group(shaders.new_shader(word, checked_name(item.pop("name", None) or "Material"))))


def _rename(material: Handle, name: str) -> None:
    """The shading group is called after its shader, as Maya does it."""
    rename(_of(material), name)
    group = material.path
    if shown(group) != f"{shown(_of(material))}SG":
        rename(group, f"{shown(_of(material))}SG")


def _remove(targets: list[Handle]) -> list[str]:
    """What wore them wears Maya's first shading group then."""
    from maya import cmds

    ids = [MATERIAL.id(target) for target in targets]
    for target in targets:
        worn = cmds.sets(target.path, query=True)
        if worn:
            assign(worn, INITIAL)
        told = cmds.listConnections(f"{target.path}.message", source=False, destination=True, type="materialInfo")
        delete([_of(target), target.path, *map(str, told or ())])
    return ids


def _color(name: str) -> Field:
    def read(material: Handle, _job: Job) -> Any:
        found = shaders.read(_of(material), name)
        return [*found, 1.0] if isinstance(found, list) else ABSENT

    def write(material: Handle, given: list[float]) -> None:
        _refuse_unless(material, name)
        shaders.write(_of(material), name, opaque(given, name, "Maya's shaders"))

    return Field(read, write)


def _number(name: str) -> Field:
    def read(material: Handle, _job: Job) -> Any:
        found = shaders.read(_of(material), name)
        return ABSENT if found is None else found

    def write(material: Handle, given: float) -> None:
        _refuse_unless(material, name)
        shaders.write(_of(material), name, float(given))

    return Field(read, write)


def _refuse_unless(material: Handle, name: str) -> None:
    shader = _of(material)
    attribute = shaders.attribute_of(shader, name)
    if not attribute:
        raise InvalidParamsError(
            f"a shader of the type {shaders.model_of(shader)} has no `{name}`", {"path": name}, ["type: pbr"]
        )
    if driver_of(f"{shader}.{attribute}"):
        raise _said_twice(name)


def _said_twice(name: str) -> InvalidParamsError:
    return InvalidParamsError(
        f"a texture says the {name} of this material, and Maya keeps no value beside it",
        {"path": name, "expected": f"`{name}` or its texture"},
        [f'take the texture off first: "textures": {{"{name}": null}}'],
    )


def _write(_material: Handle, patch: Item) -> Item:
    """An attribute of Maya has a value or what is connected to it."""
    plugged = [name for name, texture in (patch.get("textures") or {}).items() if texture is not None]
    for name in plugged:
        if patch.get(name) is not None:
            raise _said_twice(name)
    return patch


def _set_type(material: Handle, word: str) -> None:
    """Another model is another shader in the same shading group; what both have is taken along."""
    from maya import cmds

    refuse_word("materials", "type", word)
    old = _of(material)
    if shaders.model_of(old) == word:
        return
    kept = {name: shaders.read(old, name) for name in ("base_color", "emissive", "opacity")}
    textures, name = take_off(material), shown(old)
    made = handle(shaders.new_shader(word, name))
    connect(f"{made.path}.outColor", f"{material.path}.surfaceShader")
    cmds.delete(old)
    rename(made.path, name)
    for field, value in kept.items():
        if value is not None:
            shaders.write(made.path, field, tuple(value) if isinstance(value, list) else value)
    plug_again(material, textures)


def _alpha_mode(material: Handle, _job: Job) -> Any:
    return "blend" if shaders.attribute_of(_of(material), "opacity") else ABSENT


#: What every node of Maya has, which says nothing of a surface.
_OF_ANY_NODE = ("caching", "frozen", "isHistoricallyInteresting", "nodeState")


def _further(shader: str) -> dict[str, float]:
    """Numbers of a shader that no field of the catalogue says, with what Maya begins them with."""
    from maya import cmds

    model = shaders.MODELS.get(shaders.model_of(shader))
    said = {model.metallic, model.roughness, model.emissive_intensity} if model else set()
    found = {}
    for name in cmds.listAttr(shader, scalar=True, write=True, settable=True, hasData=True) or ():
        if name in said or cmds.attributeQuery(name, node=shader, listParent=True):
            continue
        default = cmds.attributeQuery(name, node=shader, listDefault=True)
        if default and name not in _OF_ANY_NODE:
            found[name] = float(default[0])
    return found


def _parameters(material: Handle, _job: Any) -> dict[str, Any]:
    shader = _of(material)
    now = {name: (get(shader, name), default) for name, default in _further(shader).items()}
    begun = shaders.BEGUN.get(shaders.model_of(shader), {})
    return {
        name: value for name, (value, default) in now.items() if abs(float(value) - begun.get(name, default)) > _SAME
    }


#: Hosts keep single precision.
_SAME = 1e-6


def _set_parameters(material: Handle, given: dict[str, Any]) -> None:
    shader = _of(material)
    there = _further(shader)
    for name, value in given.items():
        if name not in there:
            raise InvalidParamsError(
                f"`{shown(shader)}` has no further number `{name}`",
                {"path": "shader_parameters", "got": name},
                difflib.get_close_matches(name, there, n=3, cutoff=0.4),
            )
        if not isinstance(value, (bool, int, float)):
            raise InvalidParamsError(f"`{name}` is a number", {"path": "shader_parameters", "got": value})
    begun = {**there, **shaders.BEGUN.get(shaders.model_of(shader), {})}
    for name in _parameters(material, None):
        if name not in given:
            put(shader, name, begun[name], field="shader_parameters")
    for name, value in given.items():
        put(shader, name, value, field="shader_parameters")


#: In the order of writing.
FIELDS: dict[str, Field] = {
    "id": Field(lambda material, _job: MATERIAL.id(material)),
    "name": Field(lambda material, _job: shown(_of(material)), _rename),
    "type": Field(lambda material, _job: shaders.model_of(_of(material)), _set_type),
    "base_color": _color("base_color"),
    "metallic": _number("metallic"),
    "roughness": _number("roughness"),
    "opacity": _number("opacity"),
    "alpha_mode": Field(_alpha_mode, lambda _material, word: refuse_word("materials", "alpha_mode", word)),
    "emissive": _color("emissive"),
    "emissive_intensity": _number("emissive_intensity"),
    "textures": TEXTURES_FIELD,
    "texture_maps": Field(lambda material, _job: read_maps(material), heavy=True),
    "shader_parameters": Field(_parameters, _set_parameters),
    **lacks_of("materials"),
    "metadata": METADATA,
}


def set_texture_maps(*, items: list[Item], job: Job, on_error: str = "fail") -> Json:
    """Lets channels of textures tell something of materials."""
    refuse_nonsense(items)
    materials = [find_material(item["material_id"]) for item in items]
    guard(materials)
    for number, (material, item) in enumerate(zip(materials, items)):
        with blamed(number):
            set_map(material, item)
    told = [read_fields(FIELDS, material, None, job) for material in materials]
    return {"items": [{**one, "texture_maps": read_maps(material)} for one, material in zip(told, materials)]}


MATERIALS = Entity(
    plural="materials",
    fields=FIELDS,
    make=_make,
    find=find_material,
    all=MATERIAL.all,
    remove=_remove,
    guard=guard,
    settle=settle,
    write_group=_write,
    places=places,
)
