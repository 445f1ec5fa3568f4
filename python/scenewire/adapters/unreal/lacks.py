"""What Unreal has no place for, in one table: entity, then field or `field=word`, and why; and the operations that it
cannot have at all, or that nobody has written yet.

A field that stands here reads as what Unreal always does, or not at all, and writing anything else is `not_supported`
with the reason; nothing is stashed in tags of ours to make a round trip pass.
"""

from __future__ import annotations

from scenewire.adapters.fields import Lack
from scenewire.adapters.lack_tables import LackTable

_SHADOW = "shadows are cast by components that are drawn: give it to the mesh"
_NODES = {
    "locked": Lack("Lock Actor Movement is the editor's own, and nothing of it is given to Python", False),
    "cast_shadow": Lack(_SHADOW),
    "receive_shadow": Lack("in Unreal shadows fall on every surface that is lit", True),
    "render_order": Lack("Unreal draws by depth; a priority of sorting has only what is translucent", 0),
}
_CAMERA = {**_NODES, "cast_shadow": Lack("cameras are not rendered, and cast no shadow")}
_LIGHT = {
    **_NODES,
    "cast_shadow": Lack("a light throws no shadow of itself: `casts_shadow` says whether its light throws shadows"),
}

TABLE: dict[str, dict[str, Lack]] = {
    "nodes": _NODES,
    "groups": {
        "parent_id": Lack("layers of Unreal lie in no others: an actor can be in several", None),
        "visible": Lack("Python sets whether a layer is shown, and does not tell it: hide the nodes", True),
        "locked": Lack("layers of Unreal have no lock", False),
    },
    "meshes": {
        **{name: lack for name, lack in _NODES.items() if name != "cast_shadow"},
        "normals": Lack("Unreal computes normals when a mesh is built, and gives Python none of them"),
        "tangents": Lack("Unreal computes tangents when a mesh is built, and gives Python none of them"),
        "colors": Lack("colours of vertices are not given to Python by StaticMeshDescription"),
        "smooth": Lack("Unreal keeps hard edges of a mesh, and gives Python none of them"),
        "face_materials": Lack("a mesh with several materials is not written for Unreal yet"),
    },
    "materials": {
        **{
            f"type={word}": Lack(f"Unreal's default shading is by metallic and roughness, and not {word}: `pbr`")
            for word in ("standard", "lambert", "phong", "toon")
        },
        "type=custom": Lack("`custom` is read where a material is none of ours"),
        **dict.fromkeys(("textures", "texture_maps"), Lack("textures are not written for Unreal yet")),
        "normal_scale": Lack("textures are not written for Unreal yet", 1),
    },
    "cameras": _CAMERA,
    "lights": {**_LIGHT, "exposure": Lack("lights of Unreal have one number: give another `intensity`", 0)},
}

_CRUD = ("create", "get", "list", "update", "delete")


def _of(plurals: tuple[str, ...], reason: str) -> dict[str, str]:
    return {f"{verb}_{plural}": reason for plural in plurals for verb in _CRUD}


#: What is impossible here by what Unreal is.
IMPOSSIBLE: dict[str, str] = {
    "set_locked": _NODES["locked"].reason,
    **dict.fromkeys(
        ("add_modifiers", "apply_modifiers"), "a static mesh of Unreal has no modifiers: its triangles are what it is"
    ),
    **_of(("subdivision_surfaces",), "Unreal has no subdivision surfaces: subdivide the mesh itself"),
    "set_subdivision_levels": "Unreal has no subdivision surfaces: subdivide the mesh itself",
}


def why_not(operation: str) -> str:
    """Why an operation cannot be done: because of what Unreal is, or because nobody has written it yet."""
    return IMPOSSIBLE.get(operation, f"`{operation}` is not written for Unreal yet")


_LACKS = LackTable(lambda: TABLE)
lacks_of, refuse_word, declared = _LACKS.lacks_of, _LACKS.refuse_word, _LACKS.declared
