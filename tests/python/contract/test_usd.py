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


def test_shapes_need_no_joints_and_go_along_with_a_skin(foreign: Any) -> None:
    foreign("new_file")
    foreign(
        "create_meshes", items=[{"name": "Leg", "vertices": [[0, 0, 0], [1, 0, 0], [0, 3, 0]], "indices": [0, 1, 2]}]
    )
    form = [{"vertex_index": 1, "position_delta": [0, 0, 2]}]
    foreign("create_blend_shapes", items=[{"name": "Smile", "mesh_id": "Leg", "deltas": form, "weight": 0.5}])
    assert foreign.python(BAKED) == pytest.approx([1, 0, 1]), "UsdSkel's own baking shows it"
    assert foreign("list_skins")["total"] == 0
    foreign("create_rigs", items=[{"name": "Rig"}])
    foreign("create_joints", items=[{"name": "Hip", "rig_id": "Rig"}])
    weights = [{"vertex_index": at, "weights": {"Hip": 1.0}} for at in range(3)]
    foreign("create_skins", items=[{"mesh_id": "Leg", "rig_id": "Rig", "influences": weights}])
    assert foreign("list_rigs")["total"] == 1, "the skeleton that was made for shapes alone is gone"
    foreign("update_joints", items=[{"ids": ["Hip"], "pose_position": [0, 5, 0]}])
    assert foreign.python(BAKED) == pytest.approx([1, 5, 1]), "weight and skin, both on one skeleton"
    foreign("update_blend_shapes", items=[{"ids": ["Smile"], "name": "Grin", "weight": 1.0}])
    said = "from pxr import UsdSkel\nlist(UsdSkel.BindingAPI(stage.GetPrimAtPath({path!r})).GetBlendShapesAttr().Get())"
    path = foreign.python("str(next(p for p in stage.Traverse() if p.GetName() == 'Leg').GetPath())")
    assert foreign.python(said.format(path=path)) == ["Grin"]
    assert foreign.python(BAKED) == pytest.approx([1, 5, 2])
    foreign("delete_skins", ids=["Skin"])
    assert foreign("get_blend_shapes", ids=["Grin"])["items"][0]["weight"] == 1
    assert foreign.python(BAKED) == pytest.approx([1, 0, 2])
    foreign("new_file")
    foreign("create_primitives", items=[{"kind": "cube", "name": "Box"}])
    foreign("create_blend_shapes", items=[{"mesh_id": "Box"}])
    foreign("delete_meshes", ids=["Box"])
    assert foreign.python("[str(p.GetPath()) for p in stage.TraverseAll()]") == [], "nothing of it is left"


#: Where UsdSkel puts the second point of the mesh, in a stage of its own.
BAKED = """
from pxr import UsdSkel
copy = Usd.Stage.Open(stage.Flatten())
mesh = next(p for p in copy.Traverse() if p.GetName() == "Leg")
UsdSkel.BakeSkinning(UsdSkel.Root.Find(mesh), Gf.Interval(0, 0))
list(UsdGeom.Mesh(mesh).GetPointsAttr().Get(Usd.TimeCode.EarliestTime())[1])
"""


def test_inbetweens_of_other_programs_stay_with_their_rows(foreign: Any) -> None:
    foreign("new_file")
    foreign(
        "create_meshes", items=[{"name": "Leg", "vertices": [[0, 0, 0], [1, 0, 0], [0, 3, 0]], "indices": [0, 1, 2]}]
    )
    form = [{"vertex_index": 1, "position_delta": [0, 0, 2]}]
    foreign("create_blend_shapes", items=[{"name": "Smile", "mesh_id": "Leg", "deltas": form}])
    shape = (
        "from pxr import UsdSkel\nb = UsdSkel.BlendShape(next(p for p in stage.Traverse() if p.GetName() == 'Smile'))\n"
    )
    foreign.python(shape + "i = b.CreateInbetween('half'); i.SetWeight(0.5); i.SetOffsets([(7, 0, 0)])")
    form = [{"vertex_index": 2, "position_delta": [0, 1, 0]}]
    foreign("update_blend_shapes", items=[{"ids": ["Smile"], "deltas": form}])
    rows = foreign.python(
        shape + "[list(b.GetPointIndicesAttr().Get()), [list(v) for v in b.GetOffsetsAttr().Get()],"
        " [list(v) for v in b.GetInbetween('half').GetOffsets()]]"
    )
    assert rows == [[1, 2], [[0, 0, 0], [0, 1, 0]], [[7, 0, 0], [0, 0, 0]]]


VALID = """
from pxr import UsdValidation
registry = UsdValidation.ValidationRegistry()
suites = {"usdSkelValidators", "usdGeomValidators", "usdShadeValidators"}
names = [m.name for m in registry.GetAllValidatorMetadata() if m.name.partition(":")[0] in suites]
context = UsdValidation.ValidationContext(registry.GetOrLoadValidatorsByName(names))
[len(names), sorted({e.GetMessage() for e in context.Validate(stage)})]
"""


def test_usds_own_validators_have_nothing_to_say(net: Any) -> None:
    net("create_materials", items=[{"name": "Red"}])
    net("assign_materials", items=[{"mesh_id": "Net", "material_id": "Red", "face_ids": ["Net/face/0"]}])
    net("create_blend_shapes", items=[{"name": "Smile", "mesh_id": "Net", "deltas": []}])
    count, said = net.python(VALID)
    assert count > 5
    assert said == []
    net("create_rigs", items=[{"name": "Rig"}])
    net("create_joints", items=[{"name": "Hip", "rig_id": "Rig"}])
    net("create_skins", items=[{"mesh_id": "Net", "rig_id": "Rig"}])
    net("create_bind_poses", items=[{"name": "Kept", "rig_id": "Rig"}])
    net("create_subdivision_surfaces", items=[{"base_mesh_id": "Net"}])
    net("delete_elements", items=[{"face_ids": ["Net/face/3"], "type": "faces"}])
    net("triangulate", items=[{"mesh_id": "Net"}])
    # A rig that stands by itself is below no SkelRoot, and its pose is bound to it all the same.
    assert [message for message in net.python(VALID)[1] if "</Rig>" not in message] == []


def test_animated_weights_are_told_at_their_start_and_not_written_over(foreign: Any) -> None:
    foreign("new_file")
    foreign(
        "create_meshes", items=[{"name": "Leg", "vertices": [[0, 0, 0], [1, 0, 0], [0, 3, 0]], "indices": [0, 1, 2]}]
    )
    foreign("create_blend_shapes", items=[{"name": "Smile", "mesh_id": "Leg", "weight": 1}])
    foreign.python(
        "p = next(p for p in stage.Traverse() if p.GetTypeName() == 'SkelAnimation')\n"
        "a = p.GetAttribute('blendShapeWeights'); a.Set([0.25], 1); a.Set([1], 9)"
    )
    assert foreign("get_blend_shapes", ids=["Smile"])["items"][0]["weight"] == 0.25
    error = foreign.fails("conflict", "update_blend_shapes", items=[{"ids": ["Smile"], "weight": 0.5}])
    assert "animated" in str(error)
    foreign("create_blend_shapes", items=[{"name": "Frown", "mesh_id": "Leg"}])
    foreign("delete_blend_shapes", ids=["Frown"])
    foreign("create_rigs", items=[{"name": "Rig"}])
    error = foreign.fails("conflict", "create_skins", items=[{"mesh_id": "Leg", "rig_id": "Rig"}])
    assert "animated" in str(error), "its samples would be lost on another skeleton"


def test_kept_poses_follow_their_joints_and_other_poses_may_be_bound(foreign: Any) -> None:
    foreign("new_file")
    foreign("create_rigs", items=[{"name": "Rig"}])
    foreign(
        "create_joints",
        items=[
            {"name": "Hip", "rig_id": "Rig"},
            {"name": "Knee", "rig_id": "Rig", "parent_id": "Hip", "position": [0, 1, 0]},
        ],
    )
    foreign("update_joints", items=[{"ids": ["Knee"], "pose_position": [0, 0, 2]}])
    foreign("create_bind_poses", items=[{"name": "Pose", "rig_id": "Rig"}, {"name": "Same", "rig_id": "Rig"}])
    foreign("update_bind_poses", items=[{"ids": ["Rest"], "active": True}])
    poses = {one["name"]: one for one in foreign("list_bind_poses", parent_id="Rig")["items"]}
    assert {name: one["active"] for name, one in poses.items()} == {"Rest": True, "Pose_1": False, "Same": False}
    assert [one["is_default"] for one in poses.values()] == [one["is_bind_pose"] for one in poses.values()]
    foreign("update_joints", items=[{"ids": ["Hip"], "name": "Pelvis", "position": [3, 0, 0]}])
    (kept,) = foreign("get_bind_poses", ids=["Same"], fields=["transforms"])["items"]
    assert kept["transforms"][1]["matrix"][3::4] == [3, 1, 2, 1], "under the new name, over the new rest"
    foreign("update_bind_poses", items=[{"ids": ["Same"], "active": True}])
    assert foreign("get_joints", ids=["Knee"])["items"][0]["pose_position"] == pytest.approx([0, 0, 2])
    foreign("delete_joints", ids=["Knee"])
    assert len(foreign("get_bind_poses", ids=["Same"])["items"][0]["joint_ids"]) == 1
    error = foreign.fails("conflict", "delete_bind_poses", ids=["Rest"])
    assert "update_joints" in " ".join(error.suggestions)
    foreign.python(
        "stage.GetPrimAtPath('/Rig').GetAttribute('bindTransforms').Set([Gf.Matrix4d().SetTranslate((9, 9, 9))])"
    )
    assert foreign("get_bind_poses", ids=["Rest"])["items"][0]["is_bind_pose"] is False, "it was bound elsewhere"


#: Two quads side by side, with all that can lie on a mesh.
LADEN = """#usda 1.0
(
    upAxis = "Y"
)
def Mesh "Strip" (
    prepend apiSchemas = ["MaterialBindingAPI"]
)
{
    int[] faceVertexCounts = [4, 4]
    int[] faceVertexIndices = [0, 1, 4, 3, 1, 2, 5, 4]
    point3f[] points.timeSamples = {
        1: [(0, 0, 0), (1, 0, 0), (2, 0, 0), (0, 1, 0), (1, 1, 0), (2, 1, 0)],
        9: [(0, 0, 9), (1, 0, 9), (2, 0, 9), (0, 1, 9), (1, 1, 9), (2, 1, 9)],
    }
    normal3f[] normals = [(0, 0, 1), (0, 0, 1), (0, 0, 1), (0, 0, 1), (0, 1, 0), (0, 1, 0), (0, 1, 0), (0, 1, 0)] (
        interpolation = "faceVarying"
    )
    texCoord2f[] primvars:st = [(0.5, 0.5), (0.1, 0.1), (0.2, 0.2)] (
        interpolation = "faceVarying"
    )
    int[] primvars:st:indices = [0, 1, 2, 1, 0, 0, 1, 2]
    float[] primvars:heat = [10, 11, 12, 13, 14, 15] (
        interpolation = "vertex"
    )
    string[] primvars:word = ["left", "right"] (
        interpolation = "uniform"
    )
    int[] holeIndices = [1]
    int[] cornerIndices = [2, 3]
    float[] cornerSharpnesses = [4, 10]
    int[] creaseIndices = [1, 4, 0, 1, 2]
    int[] creaseLengths = [2, 3]
    float[] creaseSharpnesses = [5, 10]
    uniform token subdivisionScheme = "catmullClark"
    def GeomSubset "right"
    {
        uniform token elementType = "face"
        uniform token familyName = "parts"
        int[] indices = [1]
    }
}
"""
CARRIED = """
m = stage.GetPrimAtPath("/Strip")
{n: [list(v) if hasattr(v, "__len__") and not isinstance(v, str) else v for v in m.GetAttribute(n).Get(9)] for n in (
    "points", "normals", "primvars:heat", "primvars:word", "holeIndices", "cornerIndices", "cornerSharpnesses")} | {
    "st": [list(v) for v in UsdGeom.PrimvarsAPI(m).GetPrimvar("st").ComputeFlattened()],
    "right": list(m.GetChild("right").GetAttribute("indices").Get())}
"""


def test_what_lies_on_a_mesh_follows_its_faces(foreign: Any) -> None:
    path = foreign.host.home / "laden.usda"
    path.write_text(LADEN)
    foreign("open_file", path=str(path))
    creased = foreign("get_subdivision_surfaces", ids=["Subdivision"])["items"][0]["crease_edges"]
    assert [one["crease_weight"] for one in creased] == [1, 0.5, 1], "chains with a sharpness each, edge by edge"
    right, far = (foreign("list_faces")["items"][1], foreign("list_vertices")["items"][5])
    assert foreign("delete_vertices", ids=["Strip/vertex/0"])["deleted"]
    told = foreign.python(CARRIED)
    assert told["points"] == [[1, 0, 9], [2, 0, 9], [0, 1, 9], [1, 1, 9], [2, 1, 9]], "its samples too"
    assert told["normals"] == [[0, 1, 0]] * 4
    assert told["st"] == [pytest.approx(row) for row in ([0.5] * 2, [0.5] * 2, [0.1] * 2, [0.2] * 2)]
    assert told["primvars:heat"] == [11, 12, 13, 14, 15]
    assert told["primvars:word"] == ["right"]
    assert (told["holeIndices"], told["right"]) == ([0], [0])
    assert (told["cornerIndices"], told["cornerSharpnesses"]) == ([1, 2], [4, 10])
    after = foreign("get_subdivision_surfaces", ids=["Subdivision"])["items"][0]["crease_edges"]
    assert [one["crease_weight"] for one in after] == [1, 0.5]
    assert foreign("get_faces", ids=[right["id"]])["items"][0]["index"] == 0, "an id from before leads where it led"
    assert foreign("get_vertices", ids=[far["id"]])["items"][0]["index"] == 4
    (made,) = foreign("create_faces", items=[{"mesh_id": "Strip", "vertex_ids": ["Strip/vertex/0", far["id"],
                                              "Strip/vertex/2"]}])["items"]  # fmt: skip
    assert foreign.python(CARRIED)["normals"][4:] == [pytest.approx(made["normal"])] * 3, "new corners look out"
    foreign.python(
        "m = UsdGeom.Mesh(stage.GetPrimAtPath('/Strip')); m.GetFaceVertexIndicesAttr().Set([0, 1, 4, 3, 0, 2, 4])"
    )
    error = foreign.fails("stale_id", "get_faces", ids=[right["id"]])
    assert "list them again" in " ".join(error.suggestions)


def test_vertices_take_their_shapes_and_weights_along(foreign: Any) -> None:
    foreign("new_file")
    quad = {"vertices": [[0, 0, 0], [1, 0, 0], [1, 1, 0], [0, 1, 0]], "indices": [0, 1, 2, 3], "face_sizes": [4]}
    foreign("create_meshes", items=[{"name": "Leg", **quad}])
    foreign("create_rigs", items=[{"name": "Rig"}])
    foreign("create_joints", items=[{"name": "Hip", "rig_id": "Rig"}, {"name": "Toe", "rig_id": "Rig"}])
    weights = [{"vertex_index": 2, "weights": {"Hip": 0.25, "Toe": 0.75}}]
    foreign("create_skins", items=[{"mesh_id": "Leg", "rig_id": "Rig", "influences": weights}])
    form = [{"vertex_index": 3, "position_delta": [0, 0, 2]}]
    foreign("create_blend_shapes", items=[{"name": "Smile", "mesh_id": "Leg", "deltas": form}])
    foreign("create_vertices", items=[{"mesh_id": "Leg", "position": [5, 5, 5], "weights": {"Toe": 1}}])
    foreign("delete_vertices", ids=["Leg/vertex/0"])
    (skin,) = foreign("get_skins", ids=["Skin"], fields=["influences"])["items"]
    assert skin["influences"] == [
        {"vertex_index": 1, "weights": {"Hip": 0.25, "Toe": 0.75}},
        {"vertex_index": 3, "weights": {"Toe": 1}},
    ]
    (shape,) = foreign("get_blend_shapes", ids=["Smile"], fields=["deltas"])["items"]
    assert shape["deltas"] == [{"vertex_index": 2, "position_delta": [0, 0, 2]}]


def test_an_edge_divides_a_face_and_joins_two_again(foreign: Any) -> None:
    foreign("new_file")
    points = [[0, 0, 0], [1, 0, 0], [2, 1, 0], [1, 2, 0], [0, 2, 0]]
    foreign("create_meshes", items=[{"name": "Pane", "vertices": points, "indices": [*range(5)], "face_sizes": [5]}])
    ends = {"mesh_id": "Pane", "vertex_ids": ["Pane/vertex/1", "Pane/vertex/4"]}
    (edge,) = foreign("create_edges", items=[{**ends, "crease": 0.5}])["items"]
    faces = "m = UsdGeom.Mesh(stage.GetPrimAtPath('/Pane'))\n"
    faces += "[list(m.GetFaceVertexCountsAttr().Get()), list(m.GetFaceVertexIndicesAttr().Get())]"
    assert foreign.python(faces) == [[3, 4], [0, 1, 4, 1, 2, 3, 4]]
    foreign.fails("conflict", "create_edges", items=[ends])
    error = foreign.fails(
        "not_supported", "create_edges", items=[{"mesh_id": "Pane", "vertex_ids": ["Pane/vertex/0", "Pane/vertex/2"]}]
    )
    assert "create_faces" in error.suggestions
    foreign("delete_edges", ids=[edge["id"]])
    assert foreign.python(faces) == [[5], [0, 1, 2, 3, 4]]
    assert (
        foreign.python("m = stage.GetPrimAtPath('/Pane'); m.GetAttribute('creaseIndices').HasAuthoredValue()") is False
    )
    foreign("delete_edges", ids=["Pane/edge/0"])
    assert foreign.python(faces) == [[], []], "its only face had it as a side"


FORM = """
m = UsdGeom.Mesh(stage.GetPrimAtPath("/Net"))
c = iter(m.GetFaceVertexIndicesAttr().Get())
points = m.GetPointsAttr().Get()
faces = [[next(c) for _ in range(n)] for n in m.GetFaceVertexCountsAttr().Get()]
area = sum(Gf.Cross(points[f[i]] - points[f[0]], points[f[i + 1]] - points[f[0]])[2] / 2
           for f in faces for i in range(1, len(f) - 1))
[len(points), [len(f) for f in faces], round(area, 4)]
"""


@pytest.fixture
def net(call: Any) -> Any:
    """Four squares around a vertex in the middle, each with a vertex of its own colour."""
    call("new_file")
    points = [[x, y, 0] for y in range(3) for x in range(3)]
    faces = [[0, 1, 4, 3], [1, 2, 5, 4], [3, 4, 7, 6], [4, 5, 8, 7]]
    item = {
        "name": "Net",
        "vertices": points,
        "indices": [one for face in faces for one in face],
        "face_sizes": [4] * 4,
    }
    call("create_meshes", items=[{**item, "uvs": [[x / 2, y / 2] for x, y, _ in points]}])
    return call


def test_faces_and_vertices_are_dissolved_and_deleted(net: Any) -> None:
    far = net("get_vertices", ids=["Net/vertex/8"])["items"][0]["id"]
    (told,) = net("dissolve", items=[{"mesh_id": "Net", "vertex_ids": ["Net/vertex/4"]}])["items"]
    assert net.python(FORM) == [8, [8], 4]
    assert (told["vertex_count"], told["face_count"], told["new_vertex_ids"]) == (8, 1, [])
    assert net("get_vertices", ids=[far])["items"][0]["uvs"] == [[1, 1]], "its coordinates went along"
    net("undo", steps=2)
    net("dissolve", items=[{"mesh_id": "Net", "face_ids": ["Net/face/0", "Net/face/1", "Net/face/2"]}])
    assert net.python(FORM) == [9, [8, 4], 4]
    net("undo", steps=2)
    net("dissolve", items=[{"mesh_id": "Net", "vertex_ids": ["Net/vertex/1"]}])
    assert net.python(FORM) == [8, [5, 4, 4], 4], "at a border it is left out"
    net("undo", steps=2)
    for kind, left in (
        ("vertices", [5, [], 0]),
        ("faces", [8, [4, 4, 4], 3]),
        ("only_faces", [9, [4, 4, 4], 3]),
    ):
        net("delete_elements", items=[{"face_ids": ["Net/face/0"], "type": kind}])
        assert net.python(FORM) == left, kind
        net("undo", steps=2)
    net("delete_elements", items=[{"edge_ids": ["Net/edge/1"], "type": "edges"}])
    assert net.python(FORM) == [6, [4, 4], 2], "both faces that had it, and what only they used"
    error = net.fails("invalid_params", "delete_elements", items=[{"vertex_ids": ["Net/vertex/0"], "type": "faces"}])
    assert error.details["path"].endswith("type")


def test_faces_are_drawn_out_as_one_or_each_by_itself(net: Any) -> None:
    normals = [[0, 0, 1]] * 16
    net("update_meshes", items=[{"ids": ["Net"], "normals": normals}])
    item = {"face_ids": ["Net/face/0", "Net/face/1"], "distance": 2}
    (told,) = net("extrude_faces", items=[item])["items"]
    assert (told["vertex_count"], told["face_count"]) == (15, 10), "no wall between the two"
    assert (len(told["new_vertex_ids"]), len(told["new_face_ids"])) == (6, 6)
    walls = net("get_faces", ids=told["new_face_ids"])["items"]
    assert sum(wall["area"] for wall in walls) == pytest.approx(12)
    assert all(wall["normal"][2] == 0 for wall in walls)
    assert net("get_faces", ids=["Net/face/0"])["items"][0]["center"] == [0.5, 0.5, 2]
    assert net("get_meshes", ids=["Net"])["items"][0]["bounds"]["max"] == [2, 2, 2]
    said = "[list(n) for n in UsdGeom.Mesh(stage.GetPrimAtPath('/Net')).GetNormalsAttr().Get()[16:20]]"
    assert net.python(said) == [walls[0]["normal"]] * 4, "walls look to their own side"
    (top,) = (v for v in net("get_vertices", ids=told["new_vertex_ids"])["items"] if v["position"] == [1, 0, 2])
    assert top["uvs"] == [[0.5, 0]], "what lay on the old one lies on the new one"
    net("undo", steps=2)
    (told,) = net("extrude_faces", items=[{**item, "individual_faces": True, "direction": [0, 1, 0]}])["items"]
    assert (told["vertex_count"], told["face_count"]) == (17, 12)
    net("undo")
    (told,) = net("extrude_faces", items=[{**item, "create_caps": False}])["items"]
    assert told["face_count"] == 8
    net.fails("invalid_params", "extrude_faces", items=[{**item, "direction": [0, 0, 0]}])


VARIED = """#usda 1.0
def Xform "Chair" (
    variants = { string colour = "red" }
    prepend variantSets = "colour"
)
{
    variantSet "colour" = {
        "red" {
            def Xform "Red" {}
        }
        "blue" {
            def Xform "Blue" {}
        }
    }
}
"""


def test_variants_are_properties(net: Any) -> None:
    path = net.host.home / "varied.usda"
    path.write_text(VARIED)
    net("open_file", path=str(path))

    def read(what: str) -> Any:
        return net("get_property", items=[{"id": "Chair", "property_path": what}])["items"][0]["value"]

    assert read("variants") == {"colour": {"selection": "red", "names": ["blue", "red"]}}
    old = net("get_nodes", ids=["Red"])["items"][0]["id"]
    net("set_property", items=[{"id": "Chair", "property_path": "variants.colour", "value": "blue"}])
    assert read("variants.colour") == "blue"
    assert net("get_nodes", ids=["Blue"])["items"][0]["parent_id"] == net("get_nodes", ids=["Chair"])["items"][0]["id"]
    net.fails("not_found", "get_nodes", ids=[old])
    net("undo")
    assert net("get_nodes", ids=[old])["items"][0]["name"] == "Red"
    error = net.fails(
        "invalid_params", "set_property", items=[{"id": "Chair", "property_path": "variants.colour", "value": "rad"}]
    )
    assert error.suggestions == ["red"]
    error = net.fails("not_found", "get_property", items=[{"id": "Chair", "property_path": "variants.color"}])
    assert "variants.colour" in error.suggestions


def test_vertices_are_merged(net: Any) -> None:
    net("merge_vertices", items=[{"vertex_ids": ["Net/vertex/4", "Net/vertex/8"], "method": "at_last"}])
    assert net.python(FORM) == [8, [4, 4, 4], 4], "the last square is none any more, its neighbours reach over it"
    net("undo", steps=2)
    net("transform_vertices", items=[{"vertex_ids": ["Net/vertex/8"], "position": [1.0, 1.00005, 0]}])
    (told,) = net("merge_vertices", items=[{"mesh_id": "Net", "distance": 0.001}])["items"]
    assert told["vertex_count"] == 8
    net(
        "merge_vertices", items=[{"vertex_ids": ["Net/vertex/0", "Net/vertex/1", "Net/vertex/7"], "method": "collapse"}]
    )
    assert net("get_vertices", ids=["Net/vertex/0"])["items"][0]["position"] == [0.5, 0, 0], "7 is joined to neither"
    revision = net("get_meshes", ids=["Net"])["items"][0]["revision"]
    net("merge_vertices", items=[{"mesh_id": "Net"}])
    assert net("get_meshes", ids=["Net"])["items"][0]["revision"] == revision, "nothing lay together"


@pytest.mark.parametrize("method", ["beauty", "fixed", "fan", "delaunay"])
def test_faces_of_any_form_are_cut_into_triangles(net: Any, method: str) -> None:
    # An arrow, whose notch nothing may be cut across, beside squares.
    arrow = [[5, 0, 0], [8, 1, 0], [5, 2, 0], [6, 1, 0]]
    points = [[x, y, 0] for y in range(3) for x in range(3)] + arrow
    indices = [0, 1, 4, 3, 9, 10, 11, 12]
    net("update_meshes", items=[{"ids": ["Net"], "vertices": points, "indices": indices, "face_sizes": [4, 4]}])
    net("triangulate", items=[{"mesh_id": "Net", "method": method}])
    count, sizes, area = net.python(FORM)
    assert (count, sizes, area) == (13, [3] * 4, 3), "nothing overlaps, nothing is left out"
    net.python("m = UsdGeom.Mesh(stage.GetPrimAtPath('/Net')); m.CreateOrientationAttr().Set('leftHanded')")
    assert net("get_faces", ids=["Net/face/0"])["items"][0]["normal"] == [0, 0, -1]


def test_vertices_are_moved_smoothed_and_get_normals(net: Any) -> None:
    (told,) = net("transform_vertices", items=[{"vertex_ids": ["Net/vertex/4"], "offset": [0, 0, 2]}])["items"]
    assert told["positions"].tolist() == [[1, 1, 2]]
    net("smooth_vertices", items=[{"vertex_ids": ["Net/vertex/4"], "factor": 0.5}])
    assert net("get_vertices", ids=["Net/vertex/4"])["items"][0]["position"] == [1, 1, 1]
    assert net("get_meshes", ids=["Net"])["items"][0]["bounds"]["max"] == [2, 2, 1]
    net("transform_vertices", items=[{"vertex_ids": ["Net/vertex/8"], "normal": [0.6, 0, 0.8]}])
    corners = "n = UsdGeom.Mesh(stage.GetPrimAtPath('/Net')).GetNormalsAttr().Get(); [len(n), list(n[14])]"
    assert net.python(corners) == [16, pytest.approx([0.6, 0, 0.8])]
    (told,) = net("set_edge_creases", items=[{"mesh_id": "Net", "edge_indices": [0, 3], "crease_weights": [1, 0.5]}])[
        "items"
    ]
    assert told["crease_weights"].tolist() == [1, 0.5]
    assert net("get_edges", ids=["Net/edge/3"])["items"][0]["crease"] == 0.5
    net.fails(
        "invalid_params", "set_edge_creases", items=[{"mesh_id": "Net", "edge_indices": [0], "crease_weights": []}]
    )


def test_faces_are_given_materials(net: Any) -> None:
    net("create_materials", items=[{"name": "Red"}, {"name": "Blue"}])
    worn = [{"mesh_id": "Net", "material_id": "Red"}]
    worn.append({"mesh_id": "Net", "material_id": "Blue", "face_ids": ["Net/face/1"]})
    net("assign_materials", items=worn)
    assert net("get_meshes", ids=["Net"], fields=["face_materials"])["items"][0]["face_materials"].tolist() == [
        0,
        1,
        0,
        0,
    ]
    net("delete_elements", items=[{"face_ids": ["Net/face/0"], "type": "only_faces"}])
    assert net("get_meshes", ids=["Net"], fields=["face_materials"])["items"][0]["face_materials"].tolist() == [1, 0, 0]
    error = net.fails(
        "not_supported", "assign_materials", items=[{"mesh_id": "Net", "material_id": None, "face_ids": ["Net/face/2"]}]
    )
    assert "every face's" in str(error)


def test_nodes_go_into_a_file_with_what_they_wear_and_nothing_else(net: Any) -> None:
    net("create_materials", items=[{"name": "Red"}, {"name": "Unused"}])
    net("update_meshes", items=[{"ids": ["Net"], "material_ids": ["Red"], "position": [1, 2, 3]}])
    net("create_primitives", items=[{"kind": "cube", "name": "Above", "position": [0, 5, 0]}])
    net("create_nodes", items=[{"name": "Below", "parent_id": "Net"}, {"name": "Beside"}])
    net("set_parent", items=[{"id": "Net", "parent_id": "Above"}])
    before = net.python("stage.GetRootLayer().ExportToString()")
    path = net.host.home / "net.usda"
    (told,) = net("export_geometry", items=[{"ids": ["Net"], "path": str(path)}])["items"]
    assert (told["size"], told["companions"]) == (path.stat().st_size, [])
    text = path.read_text()
    assert all(f'"{name}"' in text for name in ("Above", "Net", "Red")), text
    assert not any(f'"{name}"' in text for name in ("Below", "Beside", "Unused"))
    assert 'def Xform "Above"' in text, "of what is above only where it is"
    assert net.python("stage.GetRootLayer().ExportToString()") == before
    (sent,) = net("export_geometry", items=[{"ids": ["Net"], "format": "usd", "materials": False, "scale": 2}])["items"]
    (back,) = net("import_geometry", items=[{"data": bytes(sent["data"]), "format": "usd", "name": "Back"}])["items"]
    assert (back["names"][0], back["vertex_count"], back["face_count"], back["material_ids"]) == ("Back", 9, 4, [])
    box = net("get_meshes", ids=back["mesh_ids"])["items"][0]["bounds"]
    assert (box["min"], box["max"]) == (pytest.approx([2, 4, 6]), pytest.approx([6, 8, 6]))
    error = net.fails("not_supported", "export_geometry", items=[{"ids": ["Net"], "format": "fbx"}])
    assert "format usd" in error.suggestions


def test_a_file_of_other_units_axes_and_rate_comes_in_as_it_is_in_the_world(net: Any) -> None:
    path = net.host.home / "foreign" / "moving.usda"
    path.parent.mkdir(exist_ok=True)
    (path.parent / "red.png").write_bytes(b"")
    path.write_text(MOVING)
    (came,) = net("import_geometry", items=[{"path": str(path)}])["items"]
    assert (came["names"], len(came["material_ids"]), len(came["texture_ids"])) == (["moving", "Tri"], 1, 1)
    (tri,) = net("get_meshes", ids=came["mesh_ids"])["items"]
    assert tri["bounds"]["max"] == pytest.approx([1, 2, 0]), "centimetres and Z up became metres and Y up"
    assert tri["material_id"] == came["material_ids"][0], "bound to where it stands now"
    assert net.python(
        "list(stage.GetPrimAtPath('/moving/Tri').GetAttribute('xformOp:translate').GetTimeSamples())"
    ) == [0, 24]
    again = net("import_geometry", items=[{"path": str(path), "scale": 10, "materials": False, "normals": "computed"}])
    assert (again["items"][0]["names"][0], again["items"][0]["material_ids"]) == ("moving_1", [])
    assert net("get_meshes", ids=again["items"][0]["mesh_ids"])["items"][0]["bounds"]["max"] == pytest.approx(
        [10, 20, 0]
    )
    count = net("list_nodes")["total"]
    net("undo")
    assert net("list_nodes")["total"] == count - 2
    broken = net.fails("invalid_params", "import_geometry", items=[{"data": b"#usda 1.0\ndef Xf", "format": "usd"}])
    assert broken is not None
    assert net("list_nodes")["total"] == count - 2


MOVING = """#usda 1.0
(
    metersPerUnit = 0.01
    upAxis = "Z"
    timeCodesPerSecond = 48
)
def Mesh "Tri" (
    prepend apiSchemas = ["MaterialBindingAPI"]
)
{
    int[] faceVertexCounts = [3]
    int[] faceVertexIndices = [0, 1, 2]
    point3f[] points = [(0, 0, 0), (100, 0, 0), (0, 0, 200)]
    normal3f[] normals = [(0, -1, 0), (0, -1, 0), (0, -1, 0)]
    double3 xformOp:translate.timeSamples = {0: (0, 0, 0), 48: (1, 0, 0)}
    uniform token[] xformOpOrder = ["xformOp:translate"]
    rel material:binding = </Looks/Red>
}
def Scope "Looks"
{
    def Material "Red"
    {
        token outputs:surface.connect = </Looks/Red/Surface.outputs:surface>
        def Shader "Surface"
        {
            uniform token info:id = "UsdPreviewSurface"
            color3f inputs:diffuseColor.connect = </Looks/Red/Picture.outputs:rgb>
            token outputs:surface
        }
        def Shader "Picture"
        {
            uniform token info:id = "UsdUVTexture"
            asset inputs:file = @./red.png@
            color3f outputs:rgb
        }
    }
}
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
