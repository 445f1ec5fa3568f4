"""What is USD's own: units and axes of stages, layers, files, names, ids and what other programs have written."""

from __future__ import annotations

from typing import Any

import pytest

pytestmark = pytest.mark.apps("usd")

#: A stage as other programs write it: centimetres, Z up, one matrix, a scope, a material of its own.
FOREIGN = """#usda 1.0
(
    metersPerUnit = 0.01
    upAxis = "Z"
    subLayers = [@./weak.usda@]
)
def Scope "Geo"
{
    def Mesh "Tri"
    {
        int[] faceVertexCounts = [3]
        int[] faceVertexIndices = [0, 1, 2]
        point3f[] points = [(0, 0, 0), (100, 0, 0), (0, 0, 200)]
        matrix4d xformOp:transform = ( (0, 1, 0, 0), (-1, 0, 0, 0), (0, 0, 1, 0), (300, 0, 0, 1) )
        uniform token[] xformOpOrder = ["xformOp:transform"]
    }
}
def Camera "Eye"
{
    float focalLength = 35
    float horizontalAperture = 36
    float verticalAperture = 24
}
"""
WEAK = """#usda 1.0
def Xform "Below"
{
    def Xform "Twin" {}
}
def Xform "Beside"
{
    def Xform "Twin" {}
}
"""


@pytest.fixture
def foreign(call: Any) -> Any:
    """That stage, open; an empty one again afterwards."""
    folder = call.host.home / "foreign"
    folder.mkdir(exist_ok=True)
    (folder / "root.usda").write_text(FOREIGN)
    (folder / "weak.usda").write_text(WEAK)
    call("open_file", path=str(folder / "root.usda"))
    yield call
    call("new_file")


def test_a_stage_in_centimetres_with_z_up_is_told_and_converted(foreign: Any) -> None:
    scene = foreign("get_scene")
    assert (scene["up_axis"], scene["metres_per_unit"]) == ("Z", 0.01)
    (mesh,) = foreign("get_meshes", ids=["Tri"], fields=["position", "vertices", "matrix_world"], convention="gltf")[
        "items"
    ]
    # Three metres along x; what points up by two metres does so along y.
    assert mesh["position"] == pytest.approx([3, 0, 0], abs=1e-6)
    assert mesh["vertices"].tolist()[2] == pytest.approx([0, 2, 0], abs=1e-6)
    foreign("create_nodes", items=[{"name": "Up", "position": [1, 2, 3]}], convention="gltf")
    place = foreign.python("list(UsdGeom.XformCache().GetLocalToWorldTransform(stage.GetPrimAtPath('/Up'))[3])")
    assert place[:3] == pytest.approx([100, -300, 200])


def test_a_camera_has_millimetres_whatever_the_unit(foreign: Any) -> None:
    (eye,) = foreign("get_cameras", ids=["Eye"])["items"]
    assert [eye[name] for name in ("focal_length", "sensor_width", "sensor_height")] == pytest.approx([35, 36, 24])
    foreign.python("UsdGeom.SetStageMetersPerUnit(stage, 1.0)")
    (eye,) = foreign("get_cameras", ids=["Eye"])["items"]
    assert eye["focal_length"] == pytest.approx(3500), "tenths of a unit, which is a metre now"


def test_primitives_stand_upright_and_face_outwards(foreign: Any) -> None:
    kinds = ("cube", "plane", "sphere", "ico_sphere", "cylinder", "cone", "circle", "torus")
    foreign("create_primitives", items=[{"kind": kind, "name": f"P {kind}"} for kind in kinds])
    closed = [kind for kind in kinds if kind not in ("plane", "circle")]
    torn = foreign.python(TORN.format(names=[f"P {kind}" for kind in closed]))
    assert torn == {f"P {kind}": [] for kind in closed}, "two faces of an edge go along it in opposite ways"
    volumes = foreign.python(VOLUMES.format(names=[f"P {kind}" for kind in kinds]))
    assert all(volumes[f"P {kind}"] > 0 for kind in closed), volumes
    assert volumes["P cube"] == pytest.approx(8, rel=1e-5)
    (plane,) = foreign("get_meshes", ids=["P plane"])["items"]
    assert plane["bounds"]["max"] == pytest.approx([1, 1, 0], abs=1e-6), "it lies on the ground, and Z is up"
    foreign("new_file")
    foreign("create_primitives", items=[{"kind": "plane", "name": "Floor"}])
    (floor,) = foreign("get_meshes", ids=["Floor"], fields=["bounds", "vertices"])["items"]
    assert floor["bounds"]["max"] == pytest.approx([1, 0, 1], abs=1e-6), "and here Y is"
    normal = foreign.python(
        "m = UsdGeom.Mesh(stage.GetPrimAtPath('/Floor')); p = m.GetPointsAttr().Get()\n"
        "list(Gf.Cross(p[1] - p[0], p[2] - p[0]))"
    )
    assert normal[1] > 0


#: The edges along which faces do not go once to and once fro.
TORN = """
def torn(mesh):
    corners, start, seen = mesh.GetFaceVertexIndicesAttr().Get(), 0, []
    for size in mesh.GetFaceVertexCountsAttr().Get():
        face = list(corners[start:start + size])
        start += size
        seen += zip(face, face[1:] + face[:1])
    return sorted(edge for edge in seen if seen.count(edge) != 1 or edge[::-1] not in seen)[:3]

names = {names}
{{n: torn(UsdGeom.Mesh(p)) for n in names for p in stage.Traverse() if (p.GetDisplayName() or p.GetName()) == n}}
"""

#: The volume that faces enclose, by the divergence theorem: positive when they look outwards.
VOLUMES = """
def volume(mesh):
    points, corners = mesh.GetPointsAttr().Get(), mesh.GetFaceVertexIndicesAttr().Get()
    start, total = 0, 0.0
    for size in mesh.GetFaceVertexCountsAttr().Get():
        face = [points[i] for i in corners[start:start + size]]
        start += size
        for a, b in zip(face[1:], face[2:]):
            total += Gf.Dot(face[0], Gf.Cross(a, b)) / 6
    return total

names = {names}
{{n: volume(UsdGeom.Mesh(p)) for n in names for p in stage.Traverse() if (p.GetDisplayName() or p.GetName()) == n}}
"""


def test_transforms_of_other_programs_are_kept_until_they_are_written(foreign: Any) -> None:
    (tri,) = foreign("get_nodes", ids=["Tri"])["items"]
    assert tri["position"] == pytest.approx([300, 0, 0])
    assert tri["rotation"] == pytest.approx([0, 0, 0.70710678, 0.70710678], abs=1e-6)
    order = foreign.python("list(stage.GetPrimAtPath('/Geo/Tri').GetAttribute('xformOpOrder').Get())")
    assert order == ["xformOp:transform"]
    (moved,) = foreign("update_nodes", items=[{"ids": ["Tri"], "position": [1, 2, 3]}])["items"]
    assert moved["position"] == pytest.approx([1, 2, 3])
    assert moved["rotation"] == pytest.approx(tri["rotation"], abs=1e-6)
    assert tri["parent_id"] is None, "a scope has no place in space"


def test_animated_values_are_not_written_over(foreign: Any) -> None:
    foreign.python("UsdGeom.Xformable(stage.GetPrimAtPath('/Below')).AddTranslateOp().Set((1, 0, 0), 5)")
    error = foreign.fails("conflict", "update_nodes", items=[{"ids": ["Below"], "position": [9, 9, 9]}])
    assert "animated" in str(error)


def test_edits_go_to_the_chosen_layer_and_a_locked_one_is_refused(foreign: Any) -> None:
    foreign.python("stage.SetEditTarget(stage.GetLayerStack()[-1])")
    foreign("create_nodes", items=[{"name": "Soft"}])
    said = "[bool(layer.GetPrimAtPath('/Soft')) for layer in stage.GetLayerStack()]"
    assert foreign.python(said) == [False, False, True]
    foreign("undo", steps=2)
    assert foreign.python(said) == [False, False, False]
    foreign.python("stage.GetRootLayer().SetPermissionToEdit(False); stage.SetEditTarget(stage.GetRootLayer())")
    error = foreign.fails("conflict", "create_nodes", items=[{"name": "Hard"}])
    assert "locked" in str(error)
    assert "SetEditTarget" in " ".join(error.suggestions)
    foreign.python("stage.GetRootLayer().SetPermissionToEdit(True)")


def test_nothing_is_written_before_it_is_saved_and_then_every_layer_is(foreign: Any) -> None:
    folder = foreign.host.home / "foreign"
    foreign.python("stage.SetEditTarget(stage.GetLayerStack()[-1])")
    foreign("create_nodes", items=[{"name": "Soft"}])
    assert (folder / "weak.usda").read_text() == WEAK
    assert foreign("get_scene", fields=["modified"])["modified"] is True
    foreign("save_file")
    assert '"Soft"' in (folder / "weak.usda").read_text()
    assert foreign("get_scene", fields=["modified"])["modified"] is False
    foreign("undo")
    assert foreign("get_scene", fields=["modified"])["modified"] is True


def test_saved_under_another_name_the_stage_goes_on_with_ids_and_steps(foreign: Any) -> None:
    (made,) = foreign("create_nodes", items=[{"name": "Kept"}])["ids"]
    other = foreign.host.home / "elsewhere" / "other.usdc"
    other.parent.mkdir(exist_ok=True)
    assert foreign("save_file", path=str(other))["path"] == str(other)
    assert foreign("get_scene", fields=["file"])["file"] == str(other)
    assert foreign("get_nodes", ids=[made])["items"][0]["name"] == "Kept"
    assert foreign("list_nodes", filters={"name": "Below"})["total"] == 1, "relative layers are found from there too"
    assert "Kept" not in (foreign.host.home / "foreign" / "root.usda").read_text()
    foreign("undo")
    foreign.fails("not_found", "get_nodes", ids=[made])
    error = foreign.fails("invalid_params", "save_file", path=str(other.with_suffix(".blend")))
    assert "usda" in error.details["expected"]


def test_what_was_not_saved_is_kept_when_another_stage_is_opened(foreign: Any) -> None:
    foreign("create_nodes", items=[{"name": "Unsaved"}])
    kept = foreign("new_file")["unsaved_changes_kept_in"]
    assert foreign("open_file", path=kept)["total"] >= 1
    assert foreign("list_nodes", filters={"name": "Unsaved"})["total"] == 1


def test_what_is_no_layer_or_not_whole_is_refused_and_the_stage_stays(foreign: Any) -> None:
    before = foreign("get_scene", fields=["file"])["file"]
    for name, text in (("half.usda", "#usda 1.0\ndef Xform"), ("none.usda", "nothing"), ("empty.usdc", "")):
        path = foreign.host.home / name
        path.write_text(text)
        error = foreign.fails("handler_error", "open_file", path=str(path))
        assert name in str(error)
    assert foreign("get_scene", fields=["file"])["file"] == before


def test_broken_references_do_not_keep_a_stage_from_being_worked_on(foreign: Any) -> None:
    path = foreign.host.home / "broken.usda"
    path.write_text('#usda 1.0\n(subLayers = [@./missing.usda@])\ndef Xform "A" (references = @./gone.usda@) {}\n')
    foreign("open_file", path=str(path))
    foreign("update_nodes", items=[{"ids": ["A"], "position": [1, 2, 3]}])
    foreign("undo")
    assert foreign("get_nodes", ids=["A"])["items"][0]["position"] == [0, 0, 0]
    assert foreign("get_scene", fields=["fps", "metres_per_unit", "up_axis"]) == {
        "fps": 24.0,
        "metres_per_unit": 0.01,
        "up_axis": "Y",
    }, "what a stage without metadata has by USD's own schema"


def test_names_are_shown_as_given_and_ambiguous_ones_name_the_paths(foreign: Any) -> None:
    (item,) = foreign("create_nodes", items=[{"name": "Tür 2/ä"}])["items"]
    assert foreign.python("stage.GetPrimAtPath('/Tür_2_ä').GetDisplayName()") == item["name"] == "Tür 2/ä"
    error = foreign.fails("ambiguous_name", "get_nodes", ids=["Twin"])
    assert {candidate["path"] for candidate in error.details["candidates"]} == {"/Below/Twin", "/Beside/Twin"}
    assert foreign("get_nodes", ids=["/Beside/Twin"])["items"][0]["name"] == "Twin"


def test_ids_follow_moves_and_end_with_their_prim(foreign: Any) -> None:
    below, child = (foreign("get_nodes", ids=[path])["items"][0]["id"] for path in ("Below", "/Below/Twin"))
    (made,) = foreign("create_nodes", items=[{"name": "New"}])["ids"]
    foreign("set_parent", items=[{"id": made, "parent_id": below}])
    assert foreign.python("str(stage.GetPrimAtPath('/Below/New').GetPath())") == "/Below/New"
    foreign.python("stage.RemovePrim('/Below/New'); stage.DefinePrim('/Below/New', 'Xform')")
    foreign.python("stage.RemovePrim('/Below/New')")
    foreign.fails("not_found", "get_nodes", ids=[made])
    assert foreign("get_nodes", ids=[child])["items"][0]["name"] == "Twin"
    (first,) = foreign("create_nodes", items=[{"name": "Again"}])["ids"]
    foreign("delete_nodes", ids=[first])
    (second,) = foreign("create_nodes", items=[{"name": "Again"}])["ids"]
    assert second != first, "what stands at the same path is another thing"
    foreign.fails("not_found", "get_nodes", ids=[first])
    foreign("undo", steps=2)
    assert foreign("get_nodes", ids=[first])["items"][0]["name"] == "Again"


def test_samples_are_plain_usd_and_move_what_they_should(foreign: Any) -> None:
    foreign("new_file")
    foreign("create_nodes", items=[{"name": "Arm", "position": [1, 2, 3], "rotation": {"euler": [10, 20, 30]}}])
    before = foreign("get_nodes", ids=["Arm"])["items"][0]
    foreign(
        "create_anim_curves",
        items=[
            {"node_id": "Arm", "path": "position.y", "times": [0, 2], "values": [2, 6]},
            {"node_id": "Arm", "path": "rotation.y", "times": [0, 2], "values": [20, 60]},
        ],
    )
    assert foreign("get_nodes", ids=["Arm"])["items"][0]["rotation"] == pytest.approx(before["rotation"], abs=1e-6)
    place, turn = foreign.python(
        "m = UsdGeom.XformCache(24).GetLocalToWorldTransform(stage.GetPrimAtPath('/Arm'))\n"
        "r = Gf.Matrix4d().SetRotate(Gf.Rotation((1, 0, 0), 10)) * Gf.Matrix4d().SetRotate(Gf.Rotation((0, 1, 0), 40))"
        " * Gf.Matrix4d().SetRotate(Gf.Rotation((0, 0, 1), 30))\n"
        "[list(m.ExtractTranslation()), max(abs(m[i][j] - r[i][j]) for i in range(3) for j in range(3))]"
    )
    assert place == pytest.approx([1, 4, 3])
    assert turn < 1e-6, "x first, then y, then z, and half-way y is 40 degrees"
    foreign("delete_channels", ids=["Arm/position.y", "Arm/rotation.y"])
    after = foreign("get_nodes", ids=["Arm"])["items"][0]
    assert after["position"] == pytest.approx(before["position"])
    assert after["rotation"] == pytest.approx(before["rotation"], abs=1e-6)


def test_faces_keep_their_materials(foreign: Any) -> None:
    foreign("new_file")
    foreign("create_materials", items=[{"name": "Red"}, {"name": "Blue"}])
    quads = {"vertices": [[0, 0, 0], [1, 0, 0], [1, 1, 0], [0, 1, 0]], "indices": [0, 1, 2, 0, 2, 3]}
    worn = {"material_ids": ["Red", "Blue"], "face_materials": [1, 0]}
    foreign("create_meshes", items=[{"name": "Two", **quads, **worn}])
    bound = foreign.python(
        "from pxr import UsdShade\nm = stage.GetPrimAtPath('/Two'); (s,) = m.GetChildren()\n"
        "[str(UsdShade.MaterialBindingAPI(p).ComputeBoundMaterial()[0].GetPath()) for p in (m, s)]"
        " + [list(UsdGeom.Subset(s).GetIndicesAttr().Get())]"
    )
    assert bound == ["/Materials/Red", "/Materials/Blue", [0]]
    foreign("update_meshes", items=[{"ids": ["Two"], "material_ids": ["Blue", "Red"]}])
    (two,) = foreign("get_meshes", ids=["Two"], fields=["face_materials"])["items"]
    assert two["face_materials"].tolist() == [1, 0], "each face keeps its slot"
    error = foreign.fails("invalid_params", "update_meshes", items=[{"ids": ["Two"], "face_materials": [0, 2]}])
    assert "slot 2" in str(error)


READERS = """
import scenewire
from scenewire.adapters.usd.stage import STAGE

@scenewire.operation(effect="read")
def read_or_define(path: str = "") -> int:
    "Counts the prims, and defines one where it is told to."
    if path:
        STAGE.stage.DefinePrim(path, "Xform")
    return len(list(STAGE.stage.Traverse()))

@scenewire.operation
def define_prim(path: str) -> int:
    "Defines a prim and counts them."
    STAGE.stage.DefinePrim(path, "Xform")
    return len(list(STAGE.stage.Traverse()))
"""


def test_a_project_s_operation_is_one_step_and_one_that_only_reads_must(call: Any) -> None:
    folder = call.host.home / "usd_studio"
    folder.mkdir(exist_ok=True)
    (folder / "usd_readers.py").write_text(READERS)
    call("import_module", path=str(folder), module="usd_readers")
    count = call("read_or_define")["value"]
    revision = call("get_status")["revision"]
    error = call.fails("handler_error", "read_or_define", path="/Sly")
    assert error.details["changed"] == ["layers of the stage"]
    assert call("read_or_define")["value"] == count, "it was taken back"
    assert call("define_prim", path="/Open")["value"] == count + 1
    assert call("get_status")["revision"] > revision
    assert call("undo")["undone"] == 1
    assert call("read_or_define")["value"] == count


def test_curves_are_as_long_as_geometry_says(foreign: Any) -> None:
    foreign("new_file")
    half = 2**-0.5
    places = ([1, 0, 0], [1, 1, 0], [0, 1, 0])
    quarter = [{"position": place, "weight": weight} for place, weight in zip(places, (1, half, 1))]
    square = [{"position": place} for place in ([0, 0, 0], [2, 0, 0], [2, 2, 0], [0, 2, 0])]
    # The handles that bring a Bezier curve nearest to a quarter of a circle.
    near = 0.5522847498
    arc = [
        {"position": [1, 0, 0], "handle_right": [1, near, 0]},
        {"position": [0, 1, 0], "handle_left": [near, 1, 0]},
    ]
    made = foreign(
        "create_curves",
        items=[
            {"name": "Arc", "kind": "nurbs", "degree": 2, "control_points": quarter},
            {"name": "Ring", "kind": "poly", "closed": True, "control_points": square},
            {"name": "Bow", "kind": "bezier", "control_points": arc},
        ],
    )["items"]
    assert [item["length"] for item in made] == pytest.approx([1.5707963, 8, 1.5707963], rel=3e-4)
    assert made[2]["control_points"][0]["handle_right"] == pytest.approx([1, near, 0])
    error = foreign.fails("invalid_params", "update_curves", items=[{"ids": ["Arc"], "knots": [0, 1]}])
    assert "6 knots" in str(error)
    foreign.fails("invalid_params", "update_curves", items=[{"ids": ["Arc"], "closed": True}])


def test_joints_deform_what_is_bound_and_weights_follow_them(foreign: Any) -> None:
    assert foreign("create_rigs", items=[{"name": "Rig"}])["items"][0]["world_up_vector"] == [0, 0, 1]
    foreign("new_file")
    assert foreign("create_rigs", items=[{"name": "Rig"}])["items"][0]["world_up_vector"] == [0, 1, 0]
    foreign(
        "create_joints",
        items=[
            {"name": "Hip", "rig_id": "Rig"},
            {"name": "Knee", "rig_id": "Rig", "parent_id": "Hip", "position": [0, 1, 0]},
            {"name": "Toe", "rig_id": "Rig", "parent_id": "Knee", "position": [0, 1, 0]},
        ],
    )
    foreign(
        "create_meshes", items=[{"name": "Leg", "vertices": [[0, 0, 0], [1, 0, 0], [0, 3, 0]], "indices": [0, 1, 2]}]
    )
    weights = [{"vertex_index": 0, "weights": {"Hip": 1.0}}, {"vertex_index": 2, "weights": {"Toe": 1.0}}]
    foreign("create_skins", items=[{"mesh_id": "Leg", "rig_id": "Rig", "influences": weights}])
    foreign("update_joints", items=[{"ids": ["Knee"], "rotation": {"euler": [0, 0, 90]}}])
    # From the knee at (0, 1) two up becomes two to the left.
    assert foreign.python(BENT)[2] == pytest.approx([-2, 1, 0], abs=1e-5)
    assert foreign("get_skins", ids=["Skin"], fields=["influences"])["items"][0]["influences"][1]["weights"] == {
        "Toe": 1
    }
    foreign("delete_joints", ids=["Hip"])
    assert foreign.python(BENT)[2] == pytest.approx([-2, 1, 0], abs=1e-5), "the weights went on to name the toe"
    # Looking was a step too.
    foreign("undo", steps=2)
    foreign("update_joints", items=[{"ids": ["Toe"], "parent_id": None, "name": "Große Zehe"}])
    assert foreign.python("list(stage.GetPrimAtPath('/Rig').GetAttribute('joints').Get())") == [
        "Hip",
        "Hip/Knee",
        "Große_Zehe",
    ]
    assert foreign.python(BENT)[2] == pytest.approx([0, 3, 0], abs=1e-5), "the knee does not bend it any more"


#: Where UsdSkel puts the points of the mesh.
BENT = """
from pxr import UsdSkel
mesh = next(p for p in stage.Traverse() if p.GetName() == "Leg")
root = UsdSkel.Root.Find(mesh)
cache = UsdSkel.Cache()
cache.Populate(root, Usd.PrimDefaultPredicate)
query = cache.GetSkinningQuery(mesh)
skeleton = cache.GetSkelQuery(UsdSkel.Skeleton(stage.GetPrimAtPath("/Rig")))
points = UsdGeom.Mesh(mesh).GetPointsAttr().Get()
query.ComputeSkinnedPoints(skeleton.ComputeSkinningTransforms(0), points, 0)
[list(p) for p in points]
"""


#: Each writes or reads a file by a function of USD's.
BY_USD = (
    "stage.GetRootLayer().Export({path!r})",
    "Sdf.Layer.CreateNew({path!r})",
    "Usd.Stage.CreateNew({path!r})",
    "stage.Export({path!r})",
    "Sdf.Layer.FindOrOpen({path!r})",
    "Usd.Stage.Open({path!r})",
)


@pytest.mark.parametrize("code", BY_USD)
def test_the_guard_sees_the_files_of_usds_own_functions(call: Any, code: str) -> None:
    error = call.fails("permission_denied", "execute_python", code=code.format(path="/etc/scenewire-test.usda"))
    assert "scenewire-test.usda" in str(error)
    inside = call.host.home / "own.usda"
    inside.write_text("#usda 1.0\n")
    if "CreateNew" not in code:
        call.python(code.format(path=str(inside)) + "\nNone")
    assert call.python("Sdf.Layer.FindOrOpen.__name__") == "FindOrOpen"
