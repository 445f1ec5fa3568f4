"""Meshes of USD: what lies on them follows their elements, and what operations on elements make of them."""

from __future__ import annotations

from typing import Any

import pytest

pytestmark = pytest.mark.apps("usd")


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


def test_what_lies_on_a_mesh_follows_its_faces(blank: Any) -> None:
    path = blank.host.home / "laden.usda"
    path.write_text(LADEN)
    blank("open_file", path=str(path))
    creased = blank("get_subdivision_surfaces", ids=["Subdivision"])["items"][0]["crease_edges"]
    assert [one["crease_weight"] for one in creased] == [1, 0.5, 1], "chains with a sharpness each, edge by edge"
    right, far = (blank("list_faces")["items"][1], blank("list_vertices")["items"][5])
    assert blank("delete_vertices", ids=["Strip/vertex/0"])["deleted"]
    told = blank.python(CARRIED)
    assert told["points"] == [[1, 0, 9], [2, 0, 9], [0, 1, 9], [1, 1, 9], [2, 1, 9]], "its samples too"
    assert told["normals"] == [[0, 1, 0]] * 4
    assert told["st"] == [pytest.approx(row) for row in ([0.5] * 2, [0.5] * 2, [0.1] * 2, [0.2] * 2)]
    assert told["primvars:heat"] == [11, 12, 13, 14, 15]
    assert told["primvars:word"] == ["right"]
    assert (told["holeIndices"], told["right"]) == ([0], [0])
    assert (told["cornerIndices"], told["cornerSharpnesses"]) == ([1, 2], [4, 10])
    after = blank("get_subdivision_surfaces", ids=["Subdivision"])["items"][0]["crease_edges"]
    assert [one["crease_weight"] for one in after] == [1, 0.5]
    assert blank("get_faces", ids=[right["id"]])["items"][0]["index"] == 0, "an id from before leads where it led"
    assert blank("get_vertices", ids=[far["id"]])["items"][0]["index"] == 4
    (made,) = blank("create_faces", items=[{"mesh_id": "Strip", "vertex_ids": ["Strip/vertex/0", far["id"],
                                              "Strip/vertex/2"]}])["items"]  # fmt: skip
    assert blank.python(CARRIED)["normals"][4:] == [pytest.approx(made["normal"])] * 3, "new corners look out"
    blank.python(
        "m = UsdGeom.Mesh(stage.GetPrimAtPath('/Strip')); m.GetFaceVertexIndicesAttr().Set([0, 1, 4, 3, 0, 2, 4])"
    )
    error = blank.fails("stale_id", "get_faces", ids=[right["id"]])
    assert "list them again" in " ".join(error.suggestions)


def test_an_edge_divides_a_face_and_joins_two_again(blank: Any) -> None:
    points = [[0, 0, 0], [1, 0, 0], [2, 1, 0], [1, 2, 0], [0, 2, 0]]
    blank("create_meshes", items=[{"name": "Pane", "vertices": points, "indices": [*range(5)], "face_sizes": [5]}])
    ends = {"mesh_id": "Pane", "vertex_ids": ["Pane/vertex/1", "Pane/vertex/4"]}
    (edge,) = blank("create_edges", items=[{**ends, "crease": 0.5}])["items"]
    faces = "m = UsdGeom.Mesh(stage.GetPrimAtPath('/Pane'))\n"
    faces += "[list(m.GetFaceVertexCountsAttr().Get()), list(m.GetFaceVertexIndicesAttr().Get())]"
    assert blank.python(faces) == [[3, 4], [0, 1, 4, 1, 2, 3, 4]]
    blank.fails("conflict", "create_edges", items=[ends])
    error = blank.fails(
        "not_supported", "create_edges", items=[{"mesh_id": "Pane", "vertex_ids": ["Pane/vertex/0", "Pane/vertex/2"]}]
    )
    assert "create_faces" in error.suggestions
    blank("delete_edges", ids=[edge["id"]])
    assert blank.python(faces) == [[5], [0, 1, 2, 3, 4]]
    assert blank.python("m = stage.GetPrimAtPath('/Pane'); m.GetAttribute('creaseIndices').HasAuthoredValue()") is False
    blank("delete_edges", ids=["Pane/edge/0"])
    assert blank.python(faces) == [[], []], "its only face had it as a side"


FORM = """
m = UsdGeom.Mesh(stage.GetPrimAtPath("/Net"))
c = iter(m.GetFaceVertexIndicesAttr().Get())
points = m.GetPointsAttr().Get()
faces = [[next(c) for _ in range(n)] for n in m.GetFaceVertexCountsAttr().Get()]
area = sum(Gf.Cross(points[f[i]] - points[f[0]], points[f[i + 1]] - points[f[0]])[2] / 2
           for f in faces for i in range(1, len(f) - 1))
[len(points), [len(f) for f in faces], round(area, 4)]
"""


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
    net("update_meshes", items=[{"ids": ["Net"], "material_ids": []}])
    net("assign_materials", items=[{"mesh_id": "Net", "material_id": "Blue", "face_ids": ["Net/face/2"]}])
    (told,) = net("get_meshes", ids=["Net"], fields=["face_materials", "material_ids"])["items"]
    assert told["face_materials"].tolist() == [0, 0, 1], "the first slot is of those that wear nothing"
    assert len(told["material_ids"]) == 1
