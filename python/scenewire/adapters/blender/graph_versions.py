"""What differs between Blender 3.4 and 5.2 of node graphs: what has one, and where some nodes can be."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Any

from scenewire.adapters.blender import versions

#: Sockets of the Principled BSDF that were renamed in 4.0, newest name first.
PRINCIPLED: dict[str, tuple[str, ...]] = {
    "base_color": ("Base Color",),
    "metallic": ("Metallic",),
    "roughness": ("Roughness",),
    "opacity": ("Alpha",),
    "emissive": ("Emission Color", "Emission"),
    "emissive_intensity": ("Emission Strength",),
    "normal": ("Normal",),
}


def principled_socket(node: Any, field: str) -> Any:
    """The input of a Principled BSDF that holds a field of ours; None when this version has none."""
    return next((node.inputs[name] for name in PRINCIPLED[field] if name in node.inputs), None)


def enable_nodes(block: Any) -> None:
    """Gives a material, world or light its node tree; from 5.0 materials and worlds have one and saying so is
    deprecated."""
    if not _always_has_nodes(block):
        block.use_nodes = True


def uses_nodes(block: Any) -> bool:
    """Whether the look of a material, world or light comes from its nodes."""
    return block.node_tree is not None and (_always_has_nodes(block) or bool(block.use_nodes))


def _always_has_nodes(block: Any) -> bool:
    return versions.at_least(5, 0) and block.bl_rna.identifier in ("Material", "World")


def compositor_tree(scene: Any) -> Any:
    """The graph that a scene composites with: its own before 5.0, a node group from then on."""
    if versions.at_least(5, 0):
        return scene.compositing_node_group
    return scene.node_tree if scene.use_nodes else None


@contextlib.contextmanager
def scratch_tree(kind: str) -> Iterator[Any]:
    """A graph to try nodes in. Before 5.0 some nodes are only in the graph that a scene composites with."""
    import bpy

    if kind == "CompositorNodeTree" and not versions.at_least(5, 0):
        scene = bpy.data.scenes.new("Scenewire")
        try:
            scene.use_nodes = True
            yield scene.node_tree
        finally:
            bpy.data.scenes.remove(scene)
        return
    tree = bpy.data.node_groups.new("Scenewire", kind)
    try:
        yield tree
    finally:
        bpy.data.node_groups.remove(tree)


def mark_as_modifier(tree: Any) -> None:
    """From 4.0 on only a group that says so is offered as a modifier."""
    if hasattr(tree, "is_modifier"):
        tree.is_modifier = True


def set_modifier_group(modifier: Any, tree: Any) -> None:
    """Lets a modifier show a node group; before 4.0 a new one brought a group of its own along, in some versions."""
    import bpy

    own = modifier.node_group
    modifier.node_group = tree
    if own is not None and own != tree and not own.users:
        bpy.data.node_groups.remove(own)
