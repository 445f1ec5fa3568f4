"""blendShape nodes and their targets, made as Maya's own files make them: a weight with an alias, points that move and
by how much, and a place in the list of the shape editor. Source: the node `blendShape` in Autodesk's reference.
"""

from __future__ import annotations

from scenewire.adapters.maya.attributes import put
from scenewire.adapters.maya.handles import Handle, handle
from scenewire.adapters.maya.identity import IDENTITY
from scenewire.adapters.maya.naming import checked_name, components, identifier
from scenewire.adapters.maya.nodes import parent_of, shape_named
from scenewire.adapters.maya.selection import kept_selection

#: Where the form of a target at a weight of 1 is: 5000 and 1000 times the weight. Others are what comes between.
FULL = 6000


class Target:
    """One target, by the number under which its node keeps it."""

    __slots__ = ("index", "node")

    def __init__(self, node: Handle, index: int) -> None:
        self.node = node
        self.index = index

    @property
    def path(self) -> str:
        """The node."""
        return self.node.path

    @property
    def name(self) -> str:
        """The alias of its weight."""
        return names_of(self.path).get(self.index, f"weight[{self.index}]")

    @property
    def number(self) -> int:
        """What stays with it in this process."""
        return IDENTITY.part(self.node.uuid, f"w{self.index}")

    @property
    def weight(self) -> str:
        """The attribute of its weight, without the node."""
        return f"weight[{self.index}]"

    @property
    def item(self) -> str:
        """Where its form is, without the node."""
        return f"inputTarget[0].inputTargetGroup[{self.index}].inputTargetItem[{FULL}]"


def base_of(path: str) -> str | None:
    """The mesh whose forms a blendShape has; None for one of something else."""
    from maya import cmds

    found = cmds.blendShape(path, query=True, geometry=True) or ()
    meshes = cmds.ls(list(found), type="mesh", long=True) if found else []
    return str(parent_of(meshes[0])) if meshes else None


def blend_nodes(mesh: str | None = None) -> list[str]:
    """The blendShapes of meshes, or of one mesh."""
    from maya import cmds

    found = [(str(path), base_of(path)) for path in cmds.ls(type="blendShape")]
    return [path for path, base in found if base is not None and mesh in (None, base)]


def new_node(mesh: str, name: str) -> Handle:
    """A blendShape without targets, before whatever else bends the mesh."""
    from maya import cmds

    with kept_selection():
        (made,) = cmds.blendShape(shape_named(mesh), frontOfChain=True, name=checked_name(name))
    return handle(str(made))


def names_of(path: str) -> dict[int, str]:
    """What the targets of a node are called."""
    from maya import cmds

    told = cmds.aliasAttr(path, query=True) or ()
    return {
        int(attribute[len("weight[") : -1]): str(alias)
        for alias, attribute in zip(told[::2], told[1::2])
        if attribute.startswith("weight[")
    }


def targets_of(node: Handle) -> list[Target]:
    """The targets of a node, in order."""
    from maya import cmds

    return [Target(node, int(index)) for index in cmds.getAttr(f"{node.path}.weight", multiIndices=True) or ()]


def new_target(node: Handle, name: str) -> Target:
    """A target without a form yet."""
    from maya import cmds

    path = node.path
    index = max((one.index for one in targets_of(node)), default=-1) + 1
    IDENTITY.new_part(node.uuid, f"w{index}")
    made = Target(node, index)
    put(path, made.weight, 0.0)
    put(path, f"parentDirectory[{index}]", 0)
    _list(path, [*_listed(path), index])
    cmds.aliasAttr(free_alias(path, name), f"{path}.{made.weight}")
    put_form(made, {})
    return made


def _listed(path: str) -> list[int]:
    """What the shape editor shows at the top; negative numbers are folders of it."""
    from maya import cmds

    return [int(one) for one in cmds.getAttr(f"{path}.targetDirectory[0].childIndices") or ()]


def _list(path: str, children: list[int]) -> None:
    put(path, "targetDirectory[0].childIndices", children, type="Int32Array")


def alias_of(name: str) -> str:
    """A name as an alias can be: there are no namespaces in it."""
    return identifier(checked_name(name))


def alias_taken(path: str, alias: str) -> bool:
    """Whether a node has such an attribute, or something that is called so."""
    from maya import cmds

    return alias in names_of(path).values() or bool(cmds.attributeQuery(alias, node=path, exists=True))


def free_alias(path: str, name: str) -> str:
    """The alias that a new target gets: one that is taken gets a number."""
    wanted, number = alias_of(name), 1
    alias = wanted
    while alias_taken(path, alias):
        alias, number = f"{wanted}{number}", number + 1
    return alias


def put_form(target: Target, moved: dict[int, list[float]]) -> None:
    """How far a target moves vertices."""
    points = [(*moved[at], 1.0) for at in sorted(moved)]
    put(target.path, f"{target.item}.inputPointsTarget", len(points), *points, field="deltas", type="pointArray")
    runs = components("vtx", sorted(moved))
    put(target.path, f"{target.item}.inputComponentsTarget", len(runs), *runs, field="deltas", type="componentList")


def form_of(target: Target) -> dict[int, list[float]]:
    """How far a target that keeps its form itself moves vertices."""
    from maya import cmds

    points = cmds.getAttr(f"{target.path}.{target.item}.inputPointsTarget") or ()
    runs = cmds.getAttr(f"{target.path}.{target.item}.inputComponentsTarget") or ()
    numbers = [number for run in runs for number in _numbers(str(run))]
    return {at: [float(part) for part in point[:3]] for at, point in zip(numbers, points)}


def _numbers(run: str) -> range:
    first, _, last = run[run.index("[") + 1 : -1].partition(":")
    return range(int(first), int(last or first) + 1)


def remove_target(target: Target) -> None:
    """Takes a target away, as Maya's shape editor does; the node goes with its last one."""
    from maya import cmds

    path, index = target.path, target.index
    if len(targets_of(target.node)) == 1:
        cmds.delete(path)
        return
    curves = cmds.listConnections(f"{path}.{target.weight}", source=True, destination=False, type="animCurve")
    if index in names_of(path):
        cmds.aliasAttr(f"{path}.{target.weight}", remove=True)
    for one in (target.weight, f"inputTarget[0].inputTargetGroup[{index}]", f"targetVisibility[{index}]",
                f"parentDirectory[{index}]"):  # fmt: skip
        cmds.removeMultiInstance(f"{path}.{one}", b=True)
    _list(path, [one for one in _listed(path) if one != index])
    if curves:
        cmds.delete(curves)
