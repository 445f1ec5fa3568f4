"""Graphs of geometry nodes, lights, worlds, the compositor and linked files: what Blender makes of them."""

from __future__ import annotations

from typing import Any


def test_geometry_nodes_really_make_geometry(paint: Any) -> None:
    call = paint
    box = call("create_primitives", items=[{"kind": "plane", "name": "Ground"}])["ids"][0]
    sockets = [
        {"name": "Geometry", "type": "geometry", "direction": "input"},
        {"name": "Size", "type": "float", "direction": "input"},
        {"name": "Geometry", "type": "geometry", "direction": "output"},
    ]
    (graph,) = call("create_graphs", items=[{"kind": "geometry", "name": "Boxes", "for_id": box, "sockets": sockets}])[
        "items"
    ]
    assert (graph["kind"], graph["owner"], graph["users"]) == ("geometry", "group", ["Ground"])
    assert sorted((one["name"], one["type"], one["direction"]) for one in graph["sockets"]) == sorted(
        (one["name"], one["type"], one["direction"]) for one in sockets
    )
    assert call("list_graph_nodes", graph_id=box)["graph_id"] == graph["id"]
    items = [
        {"graph_id": graph["id"], "type": "GeometryNodeMeshCube", "name": "Cube", "inputs": {"Size": [2, 2, 2]}},
        {"graph_id": graph["id"], "type": "GeometryNodeJoinGeometry", "name": "Join"},
    ]
    call("add_graph_nodes", items=items)
    ends = {one["type"]: one["node"] for one in call("list_graph_nodes", graph_id=graph["id"])["items"]}
    start, end = ends["NodeGroupInput"], ends["NodeGroupOutput"]
    links = [
        (start, "Geometry", "Join", "Geometry"),
        ("Cube", "Mesh", "Join", "Geometry"),
        ("Join", "Geometry", end, "Geometry"),
    ]
    named = [dict(zip(("from_node", "from_socket", "to_node", "to_socket"), link), graph_id="Boxes") for link in links]
    made = call("connect", items=named)["items"]
    assert all(one["valid"] and not one["replaced"] for one in made), "a join takes many links"
    code = (
        "import bpy; bpy.context.view_layer.update()\no = bpy.data.objects['Ground']\n"
        "len(o.evaluated_get(bpy.context.evaluated_depsgraph_get()).to_mesh().polygons)"
    )
    assert call.python(code) == 7
    bad = {"graph_id": "Boxes", "from_node": start, "from_socket": "Size", "to_node": "Join", "to_socket": "Geometry"}
    error = call.fails("invalid_params", "connect", items=[bad])
    assert "float" in str(error)
    assert "geometry" in str(error)
    assert call.python(code) == 7
    again = [{"kind": "geometry", "name": "Bad", "sockets": [{"name": "A", "type": "flot", "direction": "input"}]}]
    error = call.fails("invalid_params", "create_graphs", items=again)
    assert "float" in error.suggestions
    assert call.python("import bpy; [g.name for g in bpy.data.node_groups]") == ["Boxes"]
    call("create_graphs", items=[{"kind": "geometry", "name": "Second", "for_id": box}])
    error = call.fails("ambiguous_name", "list_graph_nodes", graph_id=box)
    assert len(error.suggestions) == 2
    call("undo")
    assert call.python(code) == 7
    group = [{"graph_id": "Boxes", "type": "GeometryNodeGroup", "properties": {"node_tree": "Boxes"}}]
    call.fails("invalid_params", "add_graph_nodes", items=group)


def test_lights_worlds_and_the_compositor(paint: Any) -> None:
    call = paint
    light = call("create_lights", items=[{"name": "Lamp"}])["ids"][0]
    call.python("import bpy; bpy.data.worlds.get('Sky') or bpy.data.worlds.new('Sky')")
    if not any(one["id"] == light for one in call("list_graphs")["items"]):
        call.fails("conflict", "list_graph_nodes", graph_id=light)
        call("create_graphs", items=[{"kind": "shader", "for_id": light}])
    call(
        "add_graph_nodes",
        items=[{"graph_id": light, "type": "ShaderNodeLightFalloff", "name": "Fall", "inputs": {"Strength": 7}}],
    )
    code = "import bpy; bpy.data.objects['Lamp'].data.node_tree.nodes['Fall'].inputs['Strength'].default_value"
    assert call.python(code) == 7
    call.fails("conflict", "create_graphs", items=[{"kind": "shader", "for_id": light}])
    if not any(one["name"] == "Sky" for one in call("list_graphs")["items"]):
        call("create_graphs", items=[{"kind": "shader", "for_id": "Sky"}])
    call("set_node_properties", items=[{"graph_id": "Sky", "node": "Background", "inputs": {"Strength": 0.5}}])
    code = "import bpy; bpy.data.worlds['Sky'].node_tree.nodes['Background'].inputs['Strength'].default_value"
    assert call.python(code) == 0.5
    call.fails("conflict", "list_graph_nodes", graph_id="compositor")
    (graph,) = call("create_graphs", items=[{"kind": "compositor", "for_id": "compositor"}])["items"]
    assert graph["kind"] == "compositor"
    call(
        "add_graph_nodes",
        items=[
            {"graph_id": "compositor", "type": "CompositorNodeRLayers", "name": "Layers"},
            {"graph_id": graph["id"], "type": "CompositorNodeBlur", "name": "Blur"},
        ],
    )
    call(
        "connect",
        items=[
            {
                "graph_id": "compositor",
                "from_node": "Layers",
                "from_socket": "Image",
                "to_node": "Blur",
                "to_socket": "Image",
            }
        ],
    )
    there = "(s.compositing_node_group if bpy.app.version >= (5, 0, 0) else s.node_tree)"
    code = f"import bpy; s = bpy.context.scene; [l.to_node.name for l in {there}.links if l.from_node.name == 'Layers']"
    assert "Blur" in call.python(code)
    call.python(
        "import bpy\ns = bpy.context.scene\nif bpy.app.version >= (5, 0, 0): s.compositing_node_group = None\n"
        "else: s.use_nodes = False; s.node_tree.nodes.clear()\nbpy.data.worlds.remove(bpy.data.worlds['Sky'])"
    )


def test_linked_graphs_cannot_be_changed(paint: Any) -> None:
    path = paint.host.inside(paint.host.home / "graphs.blend")
    paint.python("import bpy; bpy.data.materials['Paint'].use_fake_user = True")
    paint("save_file", path=path, copy=True)
    paint.python(
        "import bpy\nbpy.data.materials.remove(bpy.data.materials['Paint'])\n"
        f"with bpy.data.libraries.load({path!r}, link=True) as (there, here):\n    here.materials = ['Paint']"
    )
    error = paint.fails("not_supported", "add_graph_nodes", items=[{"graph_id": "Paint", "type": "ShaderNodeMath"}])
    assert "graphs.blend" in str(error)
    paint.python("import bpy; bpy.data.batch_remove(list(bpy.data.libraries))")
