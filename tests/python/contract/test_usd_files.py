"""Models in files of USD, and variants."""

from __future__ import annotations

from typing import Any

import pytest

pytestmark = pytest.mark.apps("usd")


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
