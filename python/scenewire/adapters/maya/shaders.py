"""Which attributes of Maya's shaders say what the catalogue says of a surface: a line per shading model."""

from __future__ import annotations

from dataclasses import dataclass

from scenewire.adapters.maya.attributes import driver_of, get, put


@dataclass(frozen=True)
class Model:
    """One type of shader. What it has no attribute for is empty."""

    node: str
    base_color: str
    emissive: str
    opacity: str
    metallic: str = ""
    roughness: str = ""
    emissive_intensity: str = ""
    #: Whether its attribute says how much light goes through, in place of how solid it is.
    transparent: bool = False


#: By the catalogue's words.
MODELS = {
    "pbr": Model(
        "standardSurface", "baseColor", "emissionColor", "opacity", "metalness", "specularRoughness", "emission"
    ),
    "lambert": Model("lambert", "color", "incandescence", "transparency", transparent=True),
    "phong": Model("phong", "color", "incandescence", "transparency", transparent=True),
}
#: What the catalogue promises of a new material, which Maya's own shaders begin otherwise.
_BEGINNING: dict[str, dict[str, tuple[float, ...]]] = {
    "pbr": {
        "base": (1.0,), "baseColor": (1.0, 1.0, 1.0), "specularRoughness": (0.5,), "emission": (1.0,),
        "emissionColor": (0.0, 0.0, 0.0),
    },
    "lambert": {"diffuse": (1.0,), "color": (1.0, 1.0, 1.0)},
    "phong": {"diffuse": (1.0,), "color": (1.0, 1.0, 1.0)},
}  # fmt: skip
#: Of these the single numbers: a value that says no more than this is nothing that anybody has said.
BEGUN = {
    word: {name: numbers[0] for name, numbers in begun.items() if len(numbers) == 1}
    for word, begun in _BEGINNING.items()
}


def model_of(shader: str) -> str:
    """The word for a shader; `custom` for one that is none of the others."""
    from maya import cmds

    found = cmds.nodeType(shader)
    return next((word for word, model in MODELS.items() if model.node == found), "custom")


def new_shader(word: str, name: str) -> str:
    """A shader of this model, as the catalogue promises a new one."""
    from maya import cmds

    made = str(cmds.shadingNode(MODELS[word].node, asShader=True, name=name, skipSelect=True))
    for attribute, numbers in _BEGINNING[word].items():
        how = {"type": "double3"} if len(numbers) == 3 else {}
        put(made, attribute, *numbers, **how)
    return made


def attribute_of(shader: str, field: str) -> str:
    """The attribute that says a field; empty where the shader has none."""
    model = MODELS.get(model_of(shader))
    return str(getattr(model, field)) if model else ""


def read(shader: str, field: str) -> float | list[float] | None:
    """What a shader says of a field; None where it says nothing, or a texture says it."""
    attribute = attribute_of(shader, field)
    if not attribute or driver_of(f"{shader}.{attribute}"):
        return None
    value = get(shader, attribute)
    if field == "opacity":
        solid = sum(float(one) for one in value) / 3
        return 1 - solid if MODELS[model_of(shader)].transparent else solid
    return [float(one) for one in value] if isinstance(value, list) else float(value)


def write(shader: str, field: str, value: float | tuple[float, ...]) -> None:
    """Writes a field that the shader has."""
    attribute = attribute_of(shader, field)
    if field == "opacity" and not isinstance(value, tuple):
        number = 1 - value if MODELS[model_of(shader)].transparent else value
        value = (number, number, number)
    if isinstance(value, tuple):
        put(shader, attribute, *value, field=field, type="double3")
    else:
        put(shader, attribute, value, field=field)
