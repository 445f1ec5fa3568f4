"""Data-blocks that nothing uses, and materials that are one and the same."""

from __future__ import annotations

from typing import Any

from scenewire.adapters.blender.context import settle
from scenewire.adapters.blender.materials import find_material, material_id
from scenewire.adapters.blender.undo import UNDO
from scenewire.adapters.contract import Job, Json
from scenewire.adapters.fields import Item
from scenewire.errors import InvalidParamsError

#: Blender's collections by our words.
_COLLECTIONS = {
    "material": "materials", "texture": "images", "mesh": "meshes", "curve": "curves", "light": "lights",
    "camera": "cameras", "rig": "armatures", "clip": "actions", "graph": "node_groups", "environment": "worlds",
}  # fmt: skip


def delete_unused(*, types: list[str], job: Job, dry_run: bool = False) -> Json:
    """Deletes what nothing uses, and what only that used; the artist's own choice to keep something holds."""
    doomed = [(kind, block) for kind in dict.fromkeys(types) for block in _spare(kind)]
    unused = _unused([block for _, block in doomed])
    told = [{"type": kind, "name": block.name} for kind, block in doomed if block.as_pointer() in unused]
    if unused and not dry_run:
        import bpy

        UNDO.touch()
        bpy.data.batch_remove(list(unused.values()))
        settle()
    return {"items": told}


def _spare(kind: str) -> list[Any]:
    """Blocks of this kind that the artist has not asked to keep: by the shield, as an asset, by painting in it."""
    import bpy

    return [block for block in getattr(bpy.data, _COLLECTIONS[kind]) if not _kept(block)]


def _kept(block: Any) -> bool:
    return bool(
        block.library is not None
        or block.use_fake_user
        or getattr(block, "asset_data", None) is not None
        or getattr(block, "use_extra_user", False)
        or getattr(block, "override_library", None) is not None
        or getattr(block, "source", None) == "VIEWER"
        or getattr(block, "is_dirty", False)
    )


def _unused(blocks: list[Any]) -> dict[int, Any]:
    """Those without users, then those of which all users are among them, and so on; by their place in memory."""
    import bpy

    found = {block.as_pointer(): block for block in blocks if block.users == 0}
    waiting = [block for block in blocks if block.users]
    users = bpy.data.user_map(subset=set(waiting)) if found and waiting else {}
    while True:
        free = [
            block
            for block in waiting
            if block.as_pointer() not in found
            and users.get(block)
            and all(user.as_pointer() in found for user in users[block])
        ]
        if not free:
            return found
        found.update({block.as_pointer(): block for block in free})


def merge_materials(*, items: list[Item], job: Job, on_error: str = "fail") -> Json:
    """Everything that uses a material uses another one; it goes, unless the artist keeps it."""
    import bpy

    pairs = [(find_material(item["id"]), find_material(item["into_id"])) for item in items]
    gone = [material for material, _ in pairs]
    for number, (_, into) in enumerate(pairs):
        if into in gone:
            raise InvalidParamsError(
                f"`{into.name}` cannot go itself when others are merged into it",
                {"path": f"items[{number}].into_id", "expected": "a material that stays", "got": into.name},
            )
    UNDO.touch()
    told = []
    for material, into in pairs:
        facts = {"id": material_id(material), "into_id": material_id(into), "name": material.name}
        kept = _kept(material)
        if not kept:
            material.user_remap(into)
            bpy.data.materials.remove(material)
        told.append({**facts, "merged": not kept})
    settle()
    return {"items": told}
