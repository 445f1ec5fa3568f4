"""From a Blender (Z up, metres) to a stage of OpenUSD (Y up, centimetres) and back, as `bpy` and `pxr` see it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import conftest
import pytest

from .pairs import SOURCE, Pair, blenders, near, started
from .test_transfer import CHOSEN, GOES, LOOK, SCENE

STAGE = "stage"

#: What a stage of its own conventions is: emptied, Y up, in centimetres.
EMPTY = """
from pxr import UsdGeom
stage.GetRootLayer().Clear()
UsdGeom.SetStageUpAxis(stage, "Y")
UsdGeom.SetStageMetersPerUnit(stage, 0.01)
"""

#: By the names of prims: points of meshes and where everything is, in metres; colours of surfaces.
SEEN = """
from pxr import UsdGeom, UsdShade
cache, metre = UsdGeom.XformCache(), UsdGeom.GetStageMetersPerUnit(stage)
found = {"up": UsdGeom.GetStageUpAxis(stage), "places": {}, "points": {}, "parents": {}, "colors": [], "uvs": {}}
for prim in stage.Traverse():
    if prim.IsA(UsdGeom.Xformable):
        world = cache.GetLocalToWorldTransform(prim)
        found["places"][prim.GetName()] = [metre * x for x in world.ExtractTranslation()]
        found["parents"][prim.GetName()] = prim.GetParent().GetName()
        if prim.IsA(UsdGeom.Camera):
            found["looks"] = list(world.TransformDir((0, 0, -1)).GetNormalized())
    if prim.IsA(UsdGeom.Mesh):
        points = UsdGeom.Mesh(prim).GetPointsAttr().Get()
        found["points"][prim.GetName()] = [[metre * x for x in world.Transform(point)] for point in points]
        maps = [one for one in UsdGeom.PrimvarsAPI(prim).GetPrimvars() if one.GetTypeName().role == "TextureCoordinate"]
        found["uvs"][prim.GetName()] = [[list(uv) for uv in one.ComputeFlattened()] for one in maps]
    if prim.IsA(UsdShade.Shader) and UsdShade.Shader(prim).GetInput("diffuseColor"):
        found["colors"].append(UsdShade.Shader(prim).GetInput("diffuseColor").Get())
found["colors"] = [list(color) for color in found["colors"] if color is not None]
found
"""


@pytest.fixture
def ends(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pair]:
    """A Blender with the scene, and a stage."""
    newest = blenders()[-1:]
    stages = [spec for spec in conftest.specs() if conftest.app_of(spec) == "usd"]
    if not newest or not stages:
        pytest.skip("needs a Blender and a stage: run it by `make test`")
    with started(tmp_path_factory.mktemp("ends"), {SOURCE: newest[0], STAGE: stages[0]}) as pair:
        pair.python(SOURCE, conftest.WIPE)
        pair.python(SOURCE, SCENE)
        pair.python(STAGE, EMPTY)
        yield pair


def upright(point: list[float]) -> list[float]:
    """Blender's point on a stage where Y is up."""
    x, y, z = point
    return [x, z, -y]


def turned(told: Any) -> Any:
    """Quaternions aside, what a round trip may say in another way."""
    return {name: value for name, value in told.items() if name not in ("parent", "uvs", "active", "slots", "line")}


def test_a_stage_has_everything_where_blender_had_it_and_gives_it_back(ends: Pair) -> None:
    was = ends.python(SOURCE, LOOK)
    told = ends.call("transfer", target=STAGE, ids=CHOSEN)
    came = {one["source_name"]: one["name"] for one in told["items"]}
    assert {"constraints", "textures"} <= {one["field"] for one in told["lost"]}
    assert set(GOES) - set(came) == {one["source_name"] for one in told["left_out"]} - {"Rig"}
    seen = ends.python(STAGE, SEEN)
    assert seen["up"] == "Y"
    for name, prim in came.items():
        near(seen["places"][prim], upright([row[3] for row in was[name]["world"]]), name)
    for name in ("Tent", "Ball"):
        near(seen["points"][came[name]], [upright(point) for point in was[name]["points"]], name)
    assert seen["parents"][came["Ball"]] == came["Tent"]
    near(seen["looks"], upright([-row[2] / 2 for row in was["Eye"]["world"]]), "Eye")
    assert any(color == pytest.approx([0.05, 0.1, 0.9], abs=1e-5) for color in seen["colors"])
    assert was["Tent"]["uvs"]["Second"] in [
        [pytest.approx(uv, abs=1e-6) for uv in one] for one in seen["uvs"][came["Tent"]]
    ]

    ends.python(SOURCE, conftest.WIPE)
    chosen = [one["id"] for one in told["items"] if one["source_name"] in CHOSEN]
    ends.clients[STAGE].call("transfer", {"ids": chosen, "target": SOURCE}, timeout=120)
    back = ends.python(SOURCE, LOOK)
    assert sorted(back) == sorted(came.values())
    for name, prim in came.items():
        near(turned(back[prim]), turned(was[name]), name)
    near(back[came["Tent"]]["slots"][1], was["Tent"]["slots"][1])
    assert back[came["Ball"]]["parent"] == came["Tent"]
