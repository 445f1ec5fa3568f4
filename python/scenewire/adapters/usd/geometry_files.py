"""Models from files of USD and into them. A file that comes stays together below a node of its own, which turns and
scales it as the axes and units of the stage are."""

from __future__ import annotations

import math
import os
import tempfile
from typing import Any

from scenewire.adapters.contract import Job, Json
from scenewire.adapters.model_files import FORMATS, format_of, refuse_broken, suffix_of
from scenewire.adapters.sent_files import incoming, one_source
from scenewire.adapters.usd import partial_stages as partial
from scenewire.adapters.usd.files import root_layer
from scenewire.adapters.usd.groups import GROUP
from scenewire.adapters.usd.handles import Kind, guard, prim_id
from scenewire.adapters.usd.identity import IDENTITY
from scenewire.adapters.usd.materials import MATERIAL
from scenewire.adapters.usd.mesh_arrays import counts
from scenewire.adapters.usd.naming import new_path
from scenewire.adapters.usd.nodes import below, find_node, node_id, node_type
from scenewire.adapters.usd.stage import STAGE
from scenewire.adapters.usd.textures import TEXTURE
from scenewire.adapters.usd.transforms import write
from scenewire.errors import HandlerError, InvalidParamsError, NotSupportedError

_ONLY = "USD's own libraries read and write files of USD alone"


def lacking() -> dict[str, str]:
    """The formats that there are not, each with the reason."""
    others = [name for name in FORMATS if name != "usd"]
    return {
        f"{operation}.format={name}": _ONLY for operation in ("import_geometry", "export_geometry") for name in others
    }


def _refuse_other(name: str) -> None:
    if name != "usd":
        raise NotSupportedError(f"{_ONLY}, and not {name}", {"path": "format", "got": name}, ["format usd"])


def import_geometry(*, items: list[Json], job: Job, on_error: str = "fail") -> Json:
    """Brings in files; gives the ids of all that came."""
    for item in items:
        one_source(item)
    guard([])
    return {"items": [_import(item) for item in items]}


def _import(item: Json) -> Json:
    name = format_of(item.get("path"), item.get("format"))
    _refuse_other(name)
    suffix = suffix_of(name, item["data"]) if "data" in item else ""
    with incoming(item, suffix) as path:
        refuse_broken(path, name)
        came = _brought(path, item)
    nodes, every = below(came), list(_range(came))
    meshes = [node for node in nodes if node_type(node) == "mesh"]
    sizes = [counts(_mesh(mesh)) for mesh in meshes]
    return {
        "format": name,
        "ids": [node_id(node) for node in nodes],
        "names": [str(node.GetDisplayName() or node.GetName()) for node in nodes],
        "mesh_ids": [node_id(mesh) for mesh in meshes],
        **{f"{kind.kind}_ids": _ids(kind, every) for kind in (MATERIAL, TEXTURE, GROUP)},
        "vertex_count": sum(size[0] for size in sizes),
        "face_count": sum(size[2] for size in sizes),
    }


def _mesh(prim: Any) -> Any:
    from pxr import UsdGeom

    return UsdGeom.Mesh(prim)


def _ids(kind: Kind, prims: list[Any]) -> list[str]:
    return [prim_id(kind.kind, prim) for prim in prims if kind.holds(prim)]


def _range(prim: Any) -> Any:
    from pxr import Usd

    return Usd.PrimRange(prim, Usd.PrimIsActive & Usd.PrimIsDefined & ~Usd.PrimIsAbstract)


def _brought(path: str, item: Json) -> Any:
    """The node below which all that is in a file stands now."""
    from pxr import Sdf

    try:
        layer = root_layer(path)
    except HandlerError as error:
        raise InvalidParamsError(str(error), {"path": "data" if "data" in item else "path"}) from error
    flat = partial.flattened(layer)
    if "data" in item:
        _refuse_pictures(flat, os.path.dirname(path))
    partial.strip(flat, normals=item.get("normals") != "computed", materials=item.get("materials", True))
    stem = os.path.splitext(os.path.basename(path))[0]
    flat, inside = partial.gathered(flat, stem)
    place, name = new_path(Sdf.Path.absoluteRootPath, stem)
    if not Sdf.CopySpec(flat, inside, STAGE.stage.GetEditTarget().GetLayer(), place):
        raise HandlerError(f"USD could not bring `{path}` to `{place}`", {"path": path})
    IDENTITY.forget(place)
    made = STAGE.prim(place)
    if made.GetName() != name:
        made.SetDisplayName(name)
    factor = partial.metres(layer) / STAGE.metres() * item.get("scale", 1.0)
    write(made, [0.0, 0.0, 0.0], _turn(partial.up(layer)), [factor] * 3)
    return made


def _turn(up: str) -> list[float]:
    """What brings the file's up to the stage's."""
    if up == STAGE.up():
        return [0.0, 0.0, 0.0, 1.0]
    half = math.sqrt(0.5)
    return [half if up == "Y" else -half, 0.0, 0.0, half]


def _refuse_pictures(flat: Any, folder: str) -> None:
    """What was sent is gone with its folder, and a stage refers to pictures where they are."""
    inside = os.path.realpath(folder) + os.sep
    found = [path for path in partial.assets(flat) if os.path.realpath(path).startswith(inside)]
    if found:
        raise NotSupportedError(
            "a stage keeps no pictures, only the paths to their files: a file that has some cannot be sent",
            {"path": "data", "got": sorted(map(os.path.basename, found))},
            ["write the file and its pictures to a folder, and give `path`"],
        )


def export_geometry(*, items: list[Json], job: Job, on_error: str = "fail") -> Json:
    """Writes nodes to files, or gives the bytes of files."""
    return {"items": [_export(item, job) for item in items]}


def _export(item: Json, job: Job) -> Json:
    path = item.get("path")
    name = format_of(path, item.get("format"))
    _refuse_other(name)
    nodes = [find_node(reference).prim for reference in dict.fromkeys(item["ids"])]
    if not nodes:
        raise InvalidParamsError("a file has at least one node", {"path": "ids", "expected": "one or more"})
    layer = partial.of_nodes([node.GetPath() for node in nodes])
    partial.strip(layer, normals=item.get("normals", True), materials=item.get("materials", True))
    if item.get("scale", 1.0) != 1.0:
        partial.scale(layer, item["scale"])
    told = {"format": name, "ids": [node_id(node) for node in nodes], "companions": []}
    if path:
        _write(layer, path)
        return {**told, "size": os.path.getsize(path), "path": path}
    with tempfile.TemporaryDirectory(prefix="scenewire-") as folder:
        _write(layer, os.path.join(folder, "Exported.usdc"))
        with open(os.path.join(folder, "Exported.usdc"), "rb") as file:
            data = file.read()
    return {**told, "size": len(data), "data": job.attach(data, "u1", (len(data),), FORMATS[name].media)}


def _write(layer: Any, path: str) -> None:
    from pxr import UsdUtils

    if os.path.splitext(path)[1].lower() != ".usdz":
        done = layer.Export(path)
    else:
        with tempfile.TemporaryDirectory(prefix="scenewire-") as folder:
            inner = os.path.join(folder, "Exported.usdc")
            done = layer.Export(inner) and UsdUtils.CreateNewUsdzPackage(inner, path)
    if not done:
        raise HandlerError(f"USD did not write `{path}`", {"path": path})
