"""Parts of stages as layers of their own: flattened, so that nothing in them needs another layer."""

from __future__ import annotations

from typing import Any

from scenewire.adapters.usd.naming import identifier
from scenewire.adapters.usd.nodes import is_node
from scenewire.adapters.usd.stage import STAGE


def flattened(layer: Any) -> Any:
    """All that a layer says, with what it is made of, at the rate of the stage's time."""
    from pxr import Sdf, Usd

    root = Sdf.Layer.CreateAnonymous(".usda")
    # Where rates differ, USD brings the time of a sublayer to that of the layer above it.
    root.timeCodesPerSecond = STAGE.stage.GetTimeCodesPerSecond()
    root.subLayerPaths.append(layer.identifier)
    return Usd.Stage.Open(root).Flatten()


def metres(layer: Any) -> float:
    """The unit of a layer."""
    from pxr import Usd, UsdGeom

    return float(UsdGeom.GetStageMetersPerUnit(Usd.Stage.Open(layer)))


def up(layer: Any) -> str:
    """The axis of a layer that points up."""
    from pxr import Usd, UsdGeom

    return str(UsdGeom.GetStageUpAxis(Usd.Stage.Open(layer)))


def assets(layer: Any) -> list[str]:
    """The files that a layer names."""
    from pxr import UsdUtils

    found: list[str] = []

    def seen(path: str) -> str:
        found.append(path)
        return path

    UsdUtils.ModifyAssetPaths(layer, seen)
    return found


def gathered(layer: Any, name: str) -> tuple[Any, Any]:
    """The same with all prims below one, and where that is; whatever refers to them follows."""
    from pxr import Sdf, Usd

    stage = Usd.Stage.Open(layer)
    roots = list(stage.GetPseudoRoot().GetAllChildren())
    taken, wanted, number = {root.GetName() for root in roots}, identifier(name), 0
    free = wanted
    while free in taken:
        number += 1
        free = f"{wanted}_{number}"
    above = stage.DefinePrim(Sdf.Path.absoluteRootPath.AppendChild(free), "Xform").GetPath()
    for path in [root.GetPath() for root in roots]:
        editor = Usd.NamespaceEditor(stage)
        editor.MovePrimAtPath(path, above.AppendChild(path.name))
        editor.ApplyEdits()
    return layer, above


def of_nodes(paths: list[Any]) -> Any:
    """These nodes of the stage and what they refer to. No node below one goes along unless it is named too; of those
    above them only where they are does."""
    from pxr import Usd

    stage = STAGE.stage
    part = Usd.Stage.OpenMasked(stage.GetRootLayer(), stage.GetSessionLayer(), Usd.StagePopulationMask(paths))
    part.ExpandPopulationMask()
    referred = [path for path in part.GetPopulationMask().GetPaths() if not any(map(path.HasPrefix, paths))]
    flat = part.Flatten()
    whole = Usd.Stage.Open(flat)
    for path in [prim.GetPath() for prim in whole.TraverseAll() if is_node(prim)]:
        if path in paths or any(map(path.HasPrefix, referred)) or not whole.GetPrimAtPath(path):
            continue
        if any(other.HasPrefix(path) for other in (*paths, *referred)):
            _emptied(flat, path)
        else:
            whole.RemovePrim(path)
    return flat


def _emptied(layer: Any, path: Any) -> None:
    """Leaves of a node where it is, and nothing else."""
    spec = layer.GetPrimAtPath(path)
    if spec.typeName in ("Xform", "SkelRoot"):
        return
    spec.typeName = "Xform"
    for prop in list(spec.properties):
        if not prop.name.startswith("xformOp"):
            spec.RemoveProperty(prop)


def strip(layer: Any, normals: bool, materials: bool) -> None:
    """Takes off normals, and materials with what binds them, where they are not wanted."""
    from pxr import Usd, UsdShade

    stage = Usd.Stage.Open(layer)
    for prim in [] if normals else [prim for prim in stage.TraverseAll() if prim.GetTypeName() == "Mesh"]:
        for name in ("normals", "primvars:normals", "primvars:normals:indices"):
            prim.RemoveProperty(name)
    for prim in [] if materials else list(stage.TraverseAll()):
        if prim and prim.IsA(UsdShade.Material):
            stage.RemovePrim(prim.GetPath())
        elif prim:
            UsdShade.MaterialBindingAPI(prim).UnbindAllBindings()


def scale(layer: Any, factor: float) -> None:
    """Scales all that stands at the top, about the origin."""
    from pxr import Usd, UsdGeom

    stage = Usd.Stage.Open(layer)
    for prim in stage.GetPseudoRoot().GetAllChildren():
        for top in _tops(prim):
            xform = UsdGeom.Xformable(top)
            before = xform.GetOrderedXformOps()
            made = xform.AddScaleOp(UsdGeom.XformOp.PrecisionDouble, "file")
            made.Set((factor, factor, factor))
            xform.SetXformOpOrder([made, *before], xform.GetResetXformStack())


def _tops(prim: Any) -> list[Any]:
    """The first below a prim, or itself, that have a place."""
    return [prim] if is_node(prim) else [top for child in prim.GetChildren() for top in _tops(child)]
