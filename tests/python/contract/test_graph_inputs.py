"""What node groups take and give, and what nodes give to the inputs of their geometry nodes: as `bpy` finds it."""

from __future__ import annotations

from typing import Any

import pytest

#: The sockets of the group, in Blender's order, by name, identifier and limits.
SOCKETS = """
import bpy
t = bpy.data.node_groups['Boxes']
i = [(s, s.in_out) for s in t.interface.items_tree] if hasattr(t, 'interface') else (
    [(s, 'INPUT') for s in t.inputs] + [(s, 'OUTPUT') for s in t.outputs])
d = [getattr(s, 'default_value', None) for s, _ in i]
[[s.name, s.identifier, way.lower(), v if isinstance(v, (int, float)) else None, getattr(s, 'max_value', None),
  s.description] for (s, way), v in zip(i, d)]
"""
#: Where the only edge loop of what a node shows lies highest, and how many faces there are.
SHOWN = """
import bpy
bpy.context.view_layer.update()
o = bpy.data.objects[{name!r}].evaluated_get(bpy.context.evaluated_depsgraph_get())
m = o.to_mesh()
r = [len(m.polygons), round(max((v.co.z for v in m.vertices), default=0), 4), [x.name for x in m.materials if x]]
o.to_mesh_clear()
r
"""


def sockets(call: Any, direction: str) -> list[str]:
    """Names of the group's inputs or outputs, as Blender has them."""
    return [one[0] for one in call.python(SOCKETS) if one[2] == direction]


def shown(call: Any, name: str) -> Any:
    """What Blender makes of the node."""
    return call.python(SHOWN.format(name=name))


def show(call: Any, name: str, modifier: str) -> None:
    """Lets another node show the group."""
    code = "import bpy; bpy.data.objects[{!r}].modifiers.new({!r}, 'NODES').node_group = bpy.data.node_groups['Boxes']"
    call.python(code.format(name, modifier))


@pytest.fixture
def boxes(call: Any) -> Any:
    """Two planes that show a cube of the group's `Height`, in the group's `Paint`, where `Solid` says so."""
    call.python("import bpy; bpy.data.batch_remove(list(bpy.data.node_groups))")
    call("create_primitives", items=[{"kind": "plane", "name": name} for name in ("Left", "Right")])
    inputs = {
        "Geometry": "geometry",
        "Height": "float",
        "Count": "int",
        "Solid": "bool",
        "Size": "vector",
        "Tint": "color",
        "Label": "string",
        "Paint": "material",
        "Other": "object",
        "Set": "collection",
    }
    made = [{"name": name, "type": kind, "direction": "input"} for name, kind in inputs.items()]
    made += [
        {"name": name, "type": kind, "direction": "output"}
        for name, kind in (("Geometry", "geometry"), ("Density", "float"))
    ]
    call("create_graphs", items=[{"kind": "geometry", "name": "Boxes", "for_id": "Left", "sockets": made}])
    show(call, "Right", "Boxes")
    nodes = [
        ("GeometryNodeMeshCube", "Cube"),
        ("GeometryNodeTransform", "Scale"),
        ("ShaderNodeCombineXYZ", "Vector"),
        ("GeometryNodeSetMaterial", "Coat"),
        ("GeometryNodeSwitch", "Switch"),
    ]
    call("add_graph_nodes", items=[{"graph_id": "Boxes", "type": kind, "name": name} for kind, name in nodes])
    call(
        "set_node_properties",
        items=[
            {"graph_id": "Boxes", "node": "Vector", "inputs": {"X": 1, "Y": 1}},
            {"graph_id": "Boxes", "node": "Switch", "properties": {"input_type": "GEOMETRY"}},
        ],
    )
    start, end = "Group Input", "Group Output"
    switch = call("list_graph_nodes", graph_id="Boxes", nodes=["Switch"])["items"][0]["inputs"]
    solid, off, on = (one["identifier"] for one in switch)
    links = [
        (start, "Height", "Vector", "Z"),
        ("Vector", "Vector", "Scale", "Scale"),
        ("Cube", "Mesh", "Scale", "Geometry"),
        ("Scale", "Geometry", "Coat", "Geometry"),
        (start, "Paint", "Coat", "Material"),
        (start, "Solid", "Switch", solid),
        (start, "Geometry", "Switch", off),
        ("Coat", "Geometry", "Switch", on),
        (
            "Switch",
            call("list_graph_nodes", graph_id="Boxes", nodes=["Switch"])["items"][0]["outputs"][0]["identifier"],
            end,
            "Geometry",
        ),
        (start, "Height", end, "Density"),
    ]
    keys = ("from_node", "from_socket", "to_node", "to_socket")
    call("connect", items=[{"graph_id": "Boxes", **dict(zip(keys, link))} for link in links])
    return call


def given(call: Any, name: str) -> dict[str, Any]:
    """The inputs of a node by name."""
    (told,) = call("get_graph_inputs", items=[{"node_id": name}])["items"]
    return {one["name"]: one for one in told["inputs"]}


def test_each_node_gives_its_own_values(boxes: Any) -> None:
    call = boxes
    call("create_materials", items=[{"name": "Brass"}])
    group = call("create_groups", items=[{"name": "Yard"}])["ids"][0]
    before = given(call, "Right")
    values = {
        "Height": 3,
        "Count": 7,
        "Solid": True,
        "Size": [1, 2, 3],
        "Tint": [0.25, 0.5, 0.75, 1],
        "Label": "Hut",
        "Paint": "Brass",
        "Other": "Right",
        "Set": group,
    }
    (told,) = call("set_graph_inputs", items=[{"node_id": "Left", "inputs": values}])["items"]
    read = {one["name"]: one.get("value") for one in told["inputs"]}
    assert (read["Paint"]["name"], read["Other"]["name"], read["Set"]["id"]) == ("Brass", "Right", group)
    assert {name: read[name] for name in ("Height", "Count", "Size", "Label")} == {
        "Height": 3.0,
        "Count": 7,
        "Size": [1.0, 2.0, 3.0],
        "Label": "Hut",
    }
    assert read["Solid"] is True
    assert read["Tint"] == pytest.approx([0.25, 0.5, 0.75, 1])
    assert "value" not in next(one for one in told["inputs"] if one["name"] == "Geometry")
    assert given(call, "Right") == before
    # Looking with Python is a command of its own, which would be what is undone next.
    assert call("undo")["undone"] == 1
    assert given(call, "Left")["Height"]["value"] == 0.0
    call("redo")
    assert shown(call, "Left") == [6, 1.5, ["Brass"]], "half of the height above the middle of the cube"
    assert shown(call, "Right") == [1, 0.0, []]
    call("set_graph_inputs", items=[{"node_id": "Left", "inputs": {"Paint": None, "Solid": False}}])
    assert given(call, "Left")["Paint"]["value"] is None
    assert shown(call, "Left") == [1, 0.0, []]


def test_an_attribute_may_stand_for_a_value(boxes: Any) -> None:
    call = boxes
    item = {"node_id": "Left", "inputs": {"Height": {"attribute": "tall"}}, "outputs": {"Density": "dense"}}
    (told,) = call("set_graph_inputs", items=[item])["items"]
    assert next(one for one in told["inputs"] if one["name"] == "Height")["attribute"] == "tall"
    assert next(one for one in told["outputs"] if one["name"] == "Density")["attribute"] == "dense"
    code = (
        "import bpy; bpy.context.view_layer.update()\n"
        "o = bpy.data.objects['Left'].evaluated_get(bpy.context.evaluated_depsgraph_get())\n"
        "'dense' in o.data.attributes"
    )
    assert call.python(code) is True
    call("set_graph_inputs", items=[{"node_id": "Left", "inputs": {"Height": 2}, "outputs": {"Density": ""}}])
    assert (given(call, "Left")["Height"]["value"], given(call, "Left")["Height"]["attribute"]) == (2.0, None)
    assert call.python(code) is False
    error = call.fails(
        "invalid_params", "set_graph_inputs", items=[{"node_id": "Left", "inputs": {"Label": {"attribute": "tall"}}}]
    )
    assert "string" in str(error)


@pytest.mark.parametrize(
    ("code", "item", "word"),
    [
        ("invalid_params", {"inputs": {"Height": "tall"}}, "a number"),
        ("invalid_params", {"inputs": {"Height": True}}, "a number"),
        ("invalid_params", {"inputs": {"Count": 1.5}}, "a whole number"),
        ("invalid_params", {"inputs": {"Solid": 1}}, "true or false"),
        ("invalid_params", {"inputs": {"Size": [1, 2]}}, "3 values"),
        ("invalid_params", {"inputs": {"Geometry": 1}}, "geometry"),
        ("invalid_params", {"outputs": {"Geometry": "mesh"}}, "geometry"),
        ("invalid_params", {}, "inputs or outputs"),
        ("not_found", {"inputs": {"Hight": 1}}, "Height"),
        ("not_found", {"outputs": {"Densite": "a"}}, "Density"),
        ("not_found", {"inputs": {"Paint": "Brasss"}}, "Brass"),
        ("not_found", {"modifier": "Box", "inputs": {"Height": 1}}, "Boxes"),
        ("not_found", {"node_id": "Bare", "inputs": {"Height": 1}}, "create_graphs"),
    ],
)
def test_values_of_the_wrong_kind_change_nothing(boxes: Any, code: str, item: Any, word: str) -> None:
    call = boxes
    call("create_materials", items=[{"name": "Brass"}])
    call("create_nodes", items=[{"name": "Bare"}])
    before = given(call, "Left")
    items = [{"node_id": "Left", "inputs": {"Height": 5}}, {"node_id": "Left", **item}]
    error = call.fails(code, "set_graph_inputs", items=items)
    assert word in f"{error} {error.details} {error.suggestions}", error
    assert given(call, "Left") == before


def test_sockets_are_added_renamed_moved_and_removed(boxes: Any) -> None:
    call = boxes
    height = given(call, "Left")["Height"]["identifier"]
    call("create_graphs", items=[{"kind": "geometry", "name": "Outer"}])
    group = {"graph_id": "Outer", "type": "GeometryNodeGroup", "properties": {"node_tree": "Boxes"}}
    call("add_graph_nodes", items=[group])
    call("set_graph_inputs", items=[{"node_id": "Left", "inputs": {"Height": 2, "Solid": True}}])
    added = {
        "graph_id": "Boxes",
        "action": "add",
        "name": "Rows",
        "type": "int",
        "direction": "input",
        "default": 4,
        "min": 1,
        "max": 9,
        "description": "How many rows",
        "index": 1,
    }
    renamed = {"graph_id": "Boxes", "action": "set", "socket": "Height", "name": "Rise", "max": 8, "index": 3}
    told = call("edit_graph_sockets", items=[added, renamed])["items"]
    assert told[0]["identifier"] in [one["identifier"] for one in told[1]["sockets"]]
    assert sockets(call, "input")[:5] == ["Geometry", "Rows", "Count", "Rise", "Solid"]
    (rows,) = [one for one in call.python(SOCKETS) if one[0] == "Rows"]
    assert rows == ["Rows", told[0]["identifier"], "input", 4, 9, "How many rows"]
    assert given(call, "Left")["Rise"]["identifier"] == height
    assert given(call, "Left")["Rise"]["value"] == 2.0
    assert (given(call, "Right")["Rows"]["value"], given(call, "Right")["Rows"]["max"]) == (4, 9)
    user = "next(n for n in bpy.data.node_groups['Outer'].nodes if n.bl_idname == 'GeometryNodeGroup')"
    assert call.python(f"import bpy; {user}.inputs['Rows'].default_value") == 4
    assert shown(call, "Left")[:2] == [6, 1.0], "links and values went along"
    call.fails("invalid_params", "set_graph_inputs", items=[{"node_id": "Left", "inputs": {"Rows": 10}}])
    gone = {"graph_id": "Boxes", "action": "remove", "socket": "Rise"}
    (told_gone,) = call("edit_graph_sockets", items=[gone])["items"]
    assert {(one["to_node"], one["to_socket"]) for one in told_gone["removed_links"]} >= {("Vector", "Z")}
    assert call("undo")["undone"] == 1
    assert shown(call, "Left")[:2] == [6, 1.0]
    call("edit_graph_sockets", items=[gone])
    assert "Rise" not in sockets(call, "input")
    last = [{"graph_id": "Boxes", "action": "set", "socket": "Geometry", "direction": "output", "index": 1}]
    call("edit_graph_sockets", items=last)
    assert sockets(call, "output") == ["Density", "Geometry"]


def test_the_type_of_a_socket_changes_where_blender_lets_it(boxes: Any) -> None:
    call = boxes
    item = {"graph_id": "Boxes", "action": "set", "socket": "Count", "type": "float", "default": 0.5}
    if call.python("import bpy; bpy.app.version < (4, 0, 0)"):
        error = call.fails("not_supported", "edit_graph_sockets", items=[item])
        assert "add another" in str(error.suggestions)
        return
    (told,) = call("edit_graph_sockets", items=[item])["items"]
    (count,) = [one for one in told["sockets"] if one["name"] == "Count"]
    assert (count["type"], count["default"]) == ("float", 0.5)
    assert (
        call.python(SOCKETS + "[0]; type(next(s for s, w in i if s.name == 'Count').default_value).__name__") == "float"
    )


@pytest.mark.parametrize(
    ("code", "item", "word"),
    [
        ("invalid_params", {"action": "add", "name": "New", "type": "flot", "direction": "input"}, "float"),
        ("invalid_params", {"action": "add", "name": "New", "direction": "input"}, "type"),
        ("invalid_params", {"action": "add", "name": "x" * 80, "type": "float", "direction": "input"}, "63"),
        ("invalid_params", {"action": "add", "name": "", "type": "float", "direction": "input"}, "name"),
        ("invalid_params", {"action": "remove", "socket": "Height", "name": "New"}, "name"),
        ("invalid_params", {"action": "set", "socket": "Height", "default": "tall"}, "a number"),
        ("invalid_params", {"action": "set", "socket": "Label", "max": 3}, "string"),
        ("invalid_params", {"action": "set", "socket": "Height", "index": 40}, "0 to 10"),
        ("invalid_params", {"action": "rename", "socket": "Height"}, "set"),
        ("invalid_params", {"action": "set"}, "socket"),
        ("not_found", {"action": "remove", "socket": "Hight"}, "Height"),
        ("not_found", {"action": "remove", "socket": "Density", "direction": "input"}, "no input"),
        ("ambiguous_name", {"action": "remove", "socket": "Geometry"}, "direction"),
    ],
)
def test_what_an_interface_cannot_be_is_refused(boxes: Any, code: str, item: Any, word: str) -> None:
    before = boxes.python(SOCKETS)
    good = {"graph_id": "Boxes", "action": "add", "name": "Lost", "type": "float", "direction": "input"}
    error = boxes.fails(code, "edit_graph_sockets", items=[good, {"graph_id": "Boxes", **item}])
    assert word in f"{error} {error.details} {error.suggestions}", error
    assert boxes.python(SOCKETS) == before


def test_only_groups_have_an_interface(boxes: Any) -> None:
    boxes("create_materials", items=[{"name": "Brass"}])
    item = {"graph_id": "Brass", "action": "add", "name": "New", "type": "float", "direction": "input"}
    error = boxes.fails("invalid_params", "edit_graph_sockets", items=[item])
    assert "material" in str(error)


def test_a_menu_is_chosen_from_by_its_words(boxes: Any) -> None:
    call = boxes
    if call.python("import bpy; bpy.app.version < (4, 1, 0)"):
        item = {"graph_id": "Boxes", "action": "add", "name": "Kind", "type": "menu", "direction": "input"}
        call.fails("invalid_params", "edit_graph_sockets", items=[item])
        return
    item = {"graph_id": "Boxes", "action": "add", "name": "Kind", "type": "menu", "direction": "input"}
    call("edit_graph_sockets", items=[item])
    call("add_graph_nodes", items=[{"graph_id": "Boxes", "type": "GeometryNodeMenuSwitch", "name": "Choose"}])
    call.python(
        "import bpy\nt = bpy.data.node_groups['Boxes']; n = t.nodes['Choose']\n"
        "n.enum_items[0].name, n.enum_items[1].name = 'Oak', 'Pine'\n"
        "t.links.new(n.inputs[0], next(s for s in t.nodes['Group Input'].outputs if s.name == 'Kind'))"
    )
    call("set_graph_inputs", items=[{"node_id": "Left", "inputs": {"Kind": "Pine"}}])
    assert given(call, "Left")["Kind"]["value"] == "Pine"
    error = call.fails("invalid_params", "set_graph_inputs", items=[{"node_id": "Left", "inputs": {"Kind": "Elm"}}])
    assert "Oak" in f"{error} {error.details} {error.suggestions}"


def test_of_several_modifiers_one_is_named(boxes: Any) -> None:
    call = boxes
    show(call, "Left", "More")
    error = call.fails("ambiguous_name", "get_graph_inputs", items=[{"node_id": "Left"}])
    assert "More" in error.suggestions
    call("set_graph_inputs", items=[{"node_id": "Left", "modifier": "More", "inputs": {"Height": 4}}])
    (first,) = call("get_graph_inputs", items=[{"node_id": "Left", "modifier": error.suggestions[0]}])["items"]
    (more,) = call("get_graph_inputs", items=[{"node_id": "Left", "modifier": "More"}])["items"]
    heights = [next(one["value"] for one in told["inputs"] if one["name"] == "Height") for told in (first, more)]
    assert heights == [0.0, 4.0]
