"""Nodes and links of graphs: what `bpy` finds afterwards, and what is refused."""

from __future__ import annotations

from typing import Any

import pytest

from .graphs import BSDF, tree, value


def test_types_are_what_this_blender_has(paint: Any) -> None:
    for kind, space in (("shader", "ShaderNodeTree"), ("geometry", "GeometryNodeTree")):
        total = paint("list_node_types", kind=kind, limit=1)["total"]
        found = [
            one["type"]
            for at in range(0, total, 200)
            for one in paint("list_node_types", kind=kind, limit=200, offset=at)["items"]
        ]
        code = (
            f"import bpy\nt = bpy.data.node_groups.new('Probe', {space!r})\nbad = []\n"
            f"for name in {found!r}:\n    try:\n        t.nodes.new(name)\n    except RuntimeError:\n"
            "        bad.append(name)\nr = [bad, len(t.nodes)]\nbpy.data.node_groups.remove(t)\nr"
        )
        assert paint.python(code) == [[], total]
        # All that Blender puts into such a graph; its families say less of themselves than is true.
        code = (
            f"import bpy\nt = bpy.data.node_groups.new('Probe', {space!r})\ngood = []\n"
            "for n in dir(bpy.types):\n    k = getattr(bpy.types, n)\n"
            "    if isinstance(k, type) and issubclass(k, bpy.types.Node) and k.is_registered_node_type():\n"
            "        try:\n            good.append(t.nodes.new(n).bl_idname)\n"
            "        except RuntimeError:\n            pass\n"
            "bpy.data.node_groups.remove(t)\ngood"
        )
        assert set(paint.python(code)) == set(found)
    (noise,) = paint("list_node_types", kind="shader", types=["ShaderNodeTexNoise"])["items"]
    assert noise["label"] == "Noise Texture"
    assert {one["name"]: one["default"] for one in noise["inputs"]}["Scale"] == 5.0
    assert "noise_dimensions" in {one["name"] for one in noise["properties"]}
    best = paint("list_node_types", kind="geometry", search="mesh cube", limit=3)["items"]
    assert "GeometryNodeMeshCube" in [one["type"] for one in best]
    assert paint("list_node_types", kind="compositor", search="alpha over")["total"] >= 1
    error = paint.fails("invalid_params", "list_node_types", kind="shader", types=["ShaderNodeTexNoize"])
    assert "ShaderNodeTexNoise" in error.suggestions
    assert paint.python("import bpy; [len(bpy.data.node_groups), len(bpy.data.scenes)]") == [0, 1]


def test_nodes_are_added_with_what_they_are_set_to(paint: Any) -> None:
    items = [
        {"graph_id": "Paint", "type": "NodeFrame", "name": "Box", "label": "Grain"},
        {
            "graph_id": "Paint",
            "type": "ShaderNodeTexNoise",
            "name": "Noise",
            "location": [-300, 40],
            "frame": "Box",
            "properties": {"noise_dimensions": "4D"},
            "inputs": {"Scale": 12.5, "W": 2},
        },
        {"graph_id": "Paint", "type": "ShaderNodeValToRGB", "name": "Ramp", "muted": True},
        {"graph_id": "Paint", "type": "Math", "name": "Sum", "properties": {"operation": "multiply add"}},
    ]
    made = paint("add_graph_nodes", items=items)["items"]
    assert [node["node"] for node in made] == ["Box", "Noise", "Ramp", "Sum"]
    noise = made[1]
    assert (noise["frame"], noise["properties"]["noise_dimensions"]) == ("Box", "4D")
    assert {one["name"]: one.get("value") for one in noise["inputs"]}["Scale"] == 12.5
    expression = (
        "n = t.nodes['Noise']; [n.noise_dimensions, n.inputs['Scale'].default_value, n.inputs['W'].default_value, "
        "n.parent.name, n.parent.label, t.nodes['Ramp'].mute, t.nodes['Sum'].operation]"
    )
    assert value(paint, expression) == ["4D", 12.5, 2.0, "Box", "Grain", True, "MULTIPLY_ADD"]


def test_undo_takes_a_batch_back(paint: Any) -> None:
    graph = paint("list_graphs", kind="shader", name="paint")["items"][0]
    paint("add_graph_nodes", items=[{"graph_id": graph["id"], "type": "Math"} for _ in range(3)])
    assert paint("undo")["undone"] == 1
    assert paint("list_graph_nodes", graph_id=graph["id"])["total"] == graph["node_count"]
    paint("redo")
    assert paint("list_graph_nodes", graph_id=graph["id"])["total"] == graph["node_count"] + 3
    names = [node["node"] for node in paint("list_graph_nodes", graph_id=graph["id"], search="math")["items"]]
    assert names == ["Math", "Math.001", "Math.002"]
    page = paint("list_graph_nodes", graph_id=graph["id"], limit=2)
    rest = paint("list_graph_nodes", graph_id=graph["id"], limit=10, cursor=page["next_cursor"])
    assert [one["node"] for one in page["items"] + rest["items"]] == sorted(tree(paint)["nodes"])


def test_links_are_made_listed_replaced_and_taken_away(paint: Any) -> None:
    items = [
        {"graph_id": "Paint", "type": "ShaderNodeTexNoise", "name": "Noise"},
        {"graph_id": "Paint", "type": "ShaderNodeMath", "name": "Sum"},
        {"graph_id": "Paint", "type": "ShaderNodeMath", "name": "More"},
    ]
    paint("add_graph_nodes", items=items)
    color = [
        one["identifier"] for one in paint("list_graph_nodes", graph_id="Paint", nodes=["Noise"])["items"][0]["outputs"]
    ]
    link = {"graph_id": "Paint", "from_node": "Noise", "to_node": BSDF}
    (made,) = paint("connect", items=[{**link, "from_socket": color[-1], "to_socket": "Base Color"}])["items"]
    assert (made["valid"], made["replaced"]) == (True, [])
    again = {
        "graph_id": "Paint",
        "from_node": "Sum",
        "from_socket": "Value",
        "to_node": BSDF,
        "to_socket": "Base Color",
    }
    (made,) = paint("connect", items=[again])["items"]
    assert [one["from_node"] for one in made["replaced"]] == ["Noise"]
    (same,) = paint("connect", items=[again])["items"]
    assert same["replaced"] == []
    (item,) = paint("list_connections", graph_id="Paint", node="Sum")["items"]
    assert (item["from_node"], item["to_node"], item["to_socket"]) == ("Sum", BSDF, "Base Color")
    links = tree(paint)["links"]
    assert len(links) == 2
    assert ["Sum", "Value", BSDF, "Base Color", True] in links
    twice = [{"name": "Same", "type": "float", "direction": "input"}] * 2
    paint("create_graphs", items=[{"kind": "shader", "name": "Twice", "sockets": twice}])
    paint(
        "add_graph_nodes",
        items=[{"graph_id": "Paint", "type": "ShaderNodeGroup", "name": "Group", "properties": {"node_tree": "Twice"}}],
    )
    error = paint.fails("ambiguous_name", "connect", items=[{**again, "to_node": "Group", "to_socket": "Same"}])
    assert len(error.suggestions) == 2
    paint("connect", items=[{**again, "to_node": "Group", "to_socket": error.suggestions[1]}])
    assert ["Sum", "Value", "Group", error.suggestions[1], True] in tree(paint)["links"]
    paint("remove_graph_nodes", items=[{"graph_id": "Paint", "nodes": ["Group"]}])
    gone = paint("disconnect", items=[{"graph_id": "Paint", "to_node": BSDF, "to_socket": "Base Color"}])["items"]
    assert [one["from_node"] for one in gone[0]["removed"]] == ["Sum"]
    assert len(tree(paint)["links"]) == 1
    paint.fails("not_found", "disconnect", items=[{"graph_id": "Paint", "to_node": BSDF, "to_socket": "Base Color"}])
    paint.fails("invalid_params", "disconnect", items=[{"graph_id": "Paint"}])


@pytest.mark.parametrize("case", ["loop", "long loop", "self", "types", "unknown socket", "other way", "hidden"])
def test_what_blender_would_draw_red_is_refused(paint: Any, case: str) -> None:
    for name in ("A", "B", "C"):
        paint("add_graph_nodes", items=[{"graph_id": "Paint", "type": "ShaderNodeMath", "name": name}])
    paint("add_graph_nodes", items=[{"graph_id": "Paint", "type": "ShaderNodeTexNoise", "name": "Noise"}])
    link = {"graph_id": "Paint", "from_socket": "Value", "to_socket": "Value_001"}
    paint("connect", items=[{**link, "from_node": "A", "to_node": "B"}, {**link, "from_node": "B", "to_node": "C"}])
    before = tree(paint)
    bad, code, word = {
        "loop": ({**link, "from_node": "B", "to_node": "A"}, "invalid_params", "loop"),
        "long loop": ({**link, "from_node": "C", "to_node": "A"}, "invalid_params", "> C > A"),
        "self": ({**link, "from_node": "A", "to_node": "A"}, "invalid_params", "loop"),
        "types": ({**link, "from_node": BSDF, "from_socket": "BSDF", "to_node": "A"}, "invalid_params", "shader"),
        "unknown socket": (
            {**link, "from_node": "A", "to_node": BSDF, "to_socket": "Roughnes"},
            "not_found",
            "Roughness",
        ),
        "other way": ({**link, "from_node": BSDF, "from_socket": "Roughness", "to_node": "A"}, "not_found", "BSDF"),
        "hidden": ({**link, "from_node": "A", "to_node": "Noise", "to_socket": "W"}, "conflict", "W"),
    }[case]
    good = {**link, "from_node": "A", "to_node": "C", "to_socket": "Value"}
    error = paint.fails(code, "connect", items=[good, bad])
    assert word in f"{error} {error.details} {error.suggestions}"
    assert tree(paint) == before, "the graph is not as it was"


def test_values_of_the_wrong_kind_are_refused_with_what_is_right(paint: Any) -> None:
    paint("add_graph_nodes", items=[{"graph_id": "Paint", "type": "ShaderNodeMix", "name": "Mix"}])
    read = "[s.default_value for s in t.nodes['Mix'].inputs if isinstance(s.default_value, float)]"
    before = value(paint, read)
    for change, code, word in (
        ({"properties": {"blend_tipe": "ADD"}}, "invalid_params", "blend_type"),
        ({"properties": {"blend_type": "MULTIPLI"}}, "invalid_params", "MULTIPLY"),
        ({"properties": {"clamp_factor": "yes"}}, "invalid_params", "true or false"),
        ({"properties": {"inputs": []}}, "invalid_params", "only read"),
        ({"inputs": {"Faktor": 1}}, "not_found", "Factor"),
        ({"inputs": {"Factor": "much"}}, "invalid_params", "a number"),
        ({"inputs": {"Factor": True}}, "invalid_params", "a number"),
        ({"inputs": {"Factor": [1, 2]}}, "invalid_params", "a number"),
        ({"inputs": {"A_Color": [1, 0, 0, 1]}}, "conflict", "data_type"),
        ({"frame": "Mix"}, "invalid_params", "frame"),
        ({"name": "x" * 80}, "invalid_params", "63"),
        ({"node": "Mixx"}, "not_found", "Mix"),
        ({"graph_id": "Pain"}, "not_found", "Paint"),
    ):
        item = {"graph_id": "Paint", "node": "Mix", **change}
        error = paint.fails(
            code, "set_node_properties", items=[{"graph_id": "Paint", "node": "Mix", "label": "Lost"}, item]
        )
        assert word in f"{error} {error.details} {error.suggestions}", error
    assert value(paint, read) == before
    assert value(paint, "t.nodes['Mix'].label") == ""
    error = paint.fails(
        "invalid_params", "add_graph_nodes", items=[{"graph_id": "Paint", "type": "GeometryNodeMeshCube"}]
    )
    assert "type" in str(error)
    error = paint.fails(
        "invalid_params", "add_graph_nodes", items=[{"graph_id": "Paint", "type": "ShaderNodeBsdfPrincipledd"}]
    )
    assert "ShaderNodeBsdfPrincipled" in error.suggestions


def test_values_that_blender_takes(paint: Any) -> None:
    image = paint("create_textures", items=[{"name": "Grain", "width": 4, "height": 4}])["ids"][0]
    paint(
        "add_graph_nodes",
        items=[
            {"graph_id": "Paint", "type": "ShaderNodeMix", "name": "Mix"},
            {"graph_id": "Paint", "type": "ShaderNodeTexImage", "name": "Picture"},
            {"graph_id": "Paint", "type": "ShaderNodeValToRGB", "name": "Ramp"},
            {"graph_id": "Paint", "type": "ShaderNodeFloatCurve", "name": "Curve"},
        ],
    )
    ramp = {
        "interpolation": "EASE",
        "elements": [
            {"position": 0.75, "color": [1, 0, 0, 1]},
            {"position": 0.25, "color": [0, 0, 1]},
            {"position": 1, "color": [0, 1, 0, 0.5]},
        ],
    }
    items = [
        {
            "graph_id": "Paint",
            "node": "Mix",
            "properties": {"data_type": "RGBA", "blend_type": "screen"},
            "inputs": {"A": [0.25, 0.5, 0.75, 1], "Factor": 0.125},
            "name": "Mixed",
        },
        {"graph_id": "Paint", "node": "Picture", "properties": {"image": image, "extension": "CLIP"}},
        {"graph_id": "Paint", "node": "Ramp", "properties": {"color_ramp": ramp}},
        {"graph_id": "Paint", "node": "Curve", "properties": {"mapping": {"curves": [[[0, 1], [0.5, 0.25], [1, 0]]]}}},
        {"graph_id": "Paint", "node": BSDF, "inputs": {"Roughness": 0.25, "Base Color": [0.5, 0.25, 0.125, 1]}},
    ]
    told = paint("set_node_properties", items=items)["items"]
    assert told[0]["node"] == "Mixed"
    assert told[1]["properties"]["image"]["id"] == image
    assert [one["position"] for one in told[2]["properties"]["color_ramp"]["elements"]] == [0.25, 0.75, 1.0]
    read = (
        "m = t.nodes['Mixed']; r = t.nodes['Ramp'].color_ramp; c = t.nodes['Curve'].mapping.curves[0].points\n"
        f"p = t.nodes[{BSDF!r}]\n"
        "[m.blend_type, list(next(s for s in m.inputs if s.identifier == 'A_Color').default_value), "
        "t.nodes['Picture'].image.name, t.nodes['Picture'].extension, r.interpolation, "
        "[list(e.color) for e in r.elements], [list(q.location) for q in c], p.inputs['Roughness'].default_value, "
        "list(p.inputs['Base Color'].default_value)]"
    )
    have = value(paint, read)
    assert have == [
        "SCREEN",
        [0.25, 0.5, 0.75, 1],
        "Grain",
        "CLIP",
        "EASE",
        [[0, 0, 1, 1], [1, 0, 0, 1], [0, 1, 0, 0.5]],
        [[0, 1], [0.5, 0.25], [1, 0]],
        0.25,
        [0.5, 0.25, 0.125, 1],
    ]
    paint.fails("not_found", "set_node_properties", items=[{**items[1], "properties": {"image": "Grian"}}])
    linked = {
        "graph_id": "Paint",
        "from_node": "Ramp",
        "from_socket": "Color",
        "to_node": BSDF,
        "to_socket": "Base Color",
    }
    paint("connect", items=[linked])
    paint.fails("conflict", "set_node_properties", items=[items[4]])
    attribute = {"graph_id": "Paint", "type": "ShaderNodeAttribute", "properties": {"attribute_name": "x" * 2000}}
    error = paint.fails("invalid_params", "add_graph_nodes", items=[attribute])
    assert "Blender made" in str(error), "a text that Blender cuts is no success"
    for bad in ({"elements": []}, {"elements": [{"position": 2, "color": [0, 0, 0]}]}, {"elements": "red"}, [1]):
        paint.fails("invalid_params", "set_node_properties", items=[{**items[2], "properties": {"color_ramp": bad}}])


def test_nodes_are_removed_with_their_links(paint: Any) -> None:
    before = tree(paint)
    paint(
        "add_graph_nodes",
        items=[
            {"graph_id": "Paint", "type": "ShaderNodeMath", "name": "A"},
            {"graph_id": "Paint", "type": "ShaderNodeMath", "name": "B"},
        ],
    )
    paint(
        "connect",
        items=[
            {"graph_id": "Paint", "from_node": "A", "from_socket": "Value", "to_node": "B", "to_socket": "Value_001"}
        ],
    )
    paint.fails("not_found", "remove_graph_nodes", items=[{"graph_id": "Paint", "nodes": ["A", "C"]}])
    assert len(tree(paint)["nodes"]) == len(before["nodes"]) + 2
    (gone,) = paint("remove_graph_nodes", items=[{"graph_id": "Paint", "nodes": ["A", "B", "A"]}])["items"]
    assert gone["removed"] == ["A", "B"]
    paint("undo")
    assert {"A", "B"} < {one["node"] for one in paint("list_graph_nodes", graph_id="Paint")["items"]}
    paint("redo")
    assert tree(paint) == before
