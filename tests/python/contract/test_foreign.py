"""The drop-in port on every host: other add-ons' clients get what theirs would give them, and better."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from drop_in import BlenderMcp, lab, open_port, shut_port

from .files import lacks


@pytest.fixture
def port(call: Any) -> Iterator[int]:
    yield open_port(call)
    shut_port(call)


@pytest.fixture
def foreign(port: int) -> Iterator[BlenderMcp]:
    made = BlenderMcp(port)
    yield made
    made.close()


@pytest.fixture
def crate(call: Any) -> Any:
    """A turned cube with a material, and a lamp."""
    (material,) = call("create_materials", items=[{"name": "Wood"}])["ids"]
    cube = {
        "kind": "cube",
        "name": "Crate",
        "size": 2,
        "position": [1, 2, 3.456],
        "rotation": {"euler": [0, 0, 90]},
        "material_id": material,
    }
    call("create_primitives", items=[cube])
    call("create_lights", items=[{"name": "Lamp", "kind": "point"}])
    return call


def test_scene_and_objects_have_its_shapes(crate: Any, foreign: BlenderMcp) -> None:
    scene = foreign.result("get_scene_info")
    assert (scene["object_count"], scene["materials_count"]) == (2, 1)
    assert scene["name"] == crate.python("bpy.context.scene.name")
    found = {item["name"]: item for item in scene["objects"]}
    assert found["Crate"] == {"name": "Crate", "type": "MESH", "location": [1.0, 2.0, 3.46]}
    assert found["Lamp"]["type"] == "LIGHT"
    told = foreign.result("get_object_info", name="Crate")
    assert told["type"] == "MESH"
    assert told["rotation"] == pytest.approx([0, 0, math.pi / 2], abs=1e-5)
    assert told["location"] == pytest.approx([1, 2, 3.456])
    assert (told["materials"], told["visible"]) == (["Wood"], True)
    assert told["mesh"] == {"vertices": 8, "edges": 12, "polygons": 6}
    low, high = told["world_bounding_box"]
    assert low == pytest.approx([0, 1, 2.456], abs=1e-5)
    assert high == pytest.approx([2, 3, 4.456], abs=1e-5)
    missing = foreign("get_object_info", name="Krate")
    assert missing["status"] == "error"
    assert missing["message"].startswith("Object not found: Krate")
    assert "Crate" in missing["message"]
    items = foreign.result("list_scene_items", query="w")["items"]
    assert items == [{"kind": "material", "name": "Wood", "detail": "Material on Crate"}]


def test_code_prints_raises_and_is_rolled_back(call: Any, foreign: BlenderMcp) -> None:
    done = foreign.result("execute_code", code="bpy.data.objects.new('A', None)\nprint('made', 1)")
    assert done == {"executed": True, "result": "made 1\n"}
    failed = foreign("execute_code", code="bpy.data.objects.new('B', None)\nraise ValueError('no')")
    told = json.loads(failed["message"])
    assert (failed["status"], told["exception_type"], told["message"]) == ("error", "ValueError", "no")
    assert "line 2" in told["traceback"]
    assert call.python("[o.name for o in bpy.data.objects]") == ["A"]
    assert json.loads(foreign("execute_code", code="a b")["message"])["exception_type"] == "SyntaxError"
    history = call.python("import scenewire; scenewire.status()['history'][:4]")
    assert "blender-mcp" in {entry["client"] for entry in history}


def test_a_screenshot_is_in_the_file_that_was_named(crate: Any, host: Any, foreign: BlenderMcp) -> None:
    path = host.home / "shot.png"
    shot = foreign.result("get_viewport_screenshot", max_size=320, filepath=host.inside(path), format="png")
    assert shot["success"] is True
    assert max(shot["width"], shot["height"]) == 320
    data = path.read_bytes()
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    assert int.from_bytes(data[16:20], "big") == shot["width"]
    large = foreign.result("get_viewport_screenshot", max_size=4000, filepath=host.inside(path))
    assert large["width"] == 1568
    for wrong in ({"filepath": "/etc/scenewire.png"}, {"filepath": host.inside(path), "format": "jpg"}, {}):
        assert foreign("get_viewport_screenshot", **wrong)["status"] == "error", wrong
    text = Path(host.home / "notes.txt")
    text.write_text("mine")
    assert foreign("get_viewport_screenshot", filepath=host.inside(text))["status"] == "error"
    assert text.read_text() == "mine"


def test_a_scene_is_exported_whole_by_name_and_by_selection(crate: Any, host: Any, foreign: BlenderMcp) -> None:
    if lacks(crate, "export_geometry", "gltf", {"ids": ["Crate"]}):
        answer = foreign("export_scene", filepath=host.inside(host.home / "all.glb"))
        assert answer["error_code"] == "not_supported", answer
        return
    crate("create_nodes", items=[{"name": "Handle", "parent_id": "Crate"}])
    crate("select", ids=["Lamp"])

    def export(name: str, **params: Any) -> tuple[list[str], bool]:
        path = host.home / name
        done = foreign.result("export_scene", filepath=host.inside(path), **params)
        assert (done["path"], done["bytes"]) == (host.inside(path), path.stat().st_size)
        assert path.read_bytes().startswith(b"Kaydara" if name.endswith("fbx") else b"glTF")
        return sorted(done["exported"]), done["selection_only"]

    assert export("all.glb") == (["Crate", "Handle", "Lamp"], False)
    assert export("named.fbx", format="fbx", object_names=["Crate"]) == (["Crate", "Handle"], True)
    assert export("selected.glb", selection_only=True) == (["Lamp"], True)
    crate.python("bpy.data.objects['Crate'].modifiers.new('smooth', 'SUBSURF').levels = 3")
    sizes = []
    for applied in (True, False):
        export("crate.glb", object_names=["Crate"], apply_modifiers=applied)
        sizes.append((host.home / "crate.glb").stat().st_size)
    assert sizes[0] > 2 * sizes[1]
    lamp = crate("get_nodes", ids=["Lamp"])["items"][0]["id"]
    assert crate("get_selection")["ids"] == [lamp], "the artist's selection stays"
    inside = host.inside(host.home / "no.glb")
    for wrong, words in (
        ({"filepath": inside, "object_names": ["Crate", "Krate"]}, "Objects not found in Blender: Krate"),
        ({"filepath": inside, "format": "obj"}, "glb or fbx"),
        ({"filepath": inside, "object_names": "Crate"}, "a list of texts"),
        ({"filepath": "/etc/scenewire.glb"}, "/etc/scenewire.glb"),
        ({}, "`filepath` is missing"),
    ):
        answer = foreign("export_scene", **wrong)
        assert answer["status"] == "error", wrong
        assert words in answer["message"], answer
    assert not (host.home / "no.glb").exists()
    crate("select", ids=[])
    assert "Nothing is selected" in foreign("export_scene", filepath=inside, selection_only=True)["message"]


#: Sockets as Blender itself tells them.
SOCKETS = """
import bpy
tree = bpy.data.node_groups.new("asked", {tree!r})
node = tree.nodes.new({name!r})
told = [[[s.identifier, s.name, s.type] for s in sockets] for sockets in (node.inputs, node.outputs)]
bpy.data.node_groups.remove(tree)
told
"""


@pytest.mark.parametrize(
    ("name", "tree"), [("ShaderNodeTexNoise", "ShaderNodeTree"), ("GeometryNodeMeshCube", "GeometryNodeTree")]
)
def test_a_type_of_node_is_described(call: Any, foreign: BlenderMcp, name: str, tree: str) -> None:
    told = foreign.result("describe_node_type", bl_idname=name)
    assert (told["bl_idname"], told["instantiated_in"]) == (name, tree)
    sockets = [[[s["identifier"], s["name"], s["type"]] for s in told[side]] for side in ("inputs", "outputs")]
    assert sockets == call.python(SOCKETS.format(tree=tree, name=name))
    assert "warnings" not in told
    told = foreign.result("describe_node_type", bl_idname=name, property_overrides={"data_type": "RGBA"})
    assert told["warnings"]
    wrong = foreign("describe_node_type", bl_idname=name + "e")
    assert wrong["message"].startswith(f"Unknown node type: {name}e")
    assert name in wrong["suggestions"]


def test_fifty_megabytes_come_whole(foreign: BlenderMcp) -> None:
    result = foreign.result("execute_code", code="import sys; sys.stdout.write('0123456789' * (5 << 20)); None")
    assert len(result["result"]) == 50 << 20
    assert result["result"].endswith("0123456789")
    assert foreign.result("ping") == {"pong": True}


def test_two_commands_in_one_segment_and_one_in_many(foreign: BlenderMcp) -> None:
    commands = [json.dumps({"type": "execute_code", "params": {"code": f"print({n})"}}) for n in range(2)]
    foreign.socket.sendall("".join(commands).encode())
    assert [foreign.receive()["result"]["result"] for _ in range(2)] == ["0\n", "1\n"]
    for byte in json.dumps({"type": "execute_code", "params": {"code": "print('ä}')"}}, ensure_ascii=False).encode():
        foreign.socket.sendall(bytes([byte]))
    assert foreign.receive()["result"]["result"] == "ä}\n"
    foreign.socket.sendall(b'{"type": broken}')
    assert "malformed" in foreign.receive()["message"]
    assert foreign.result("ping") == {"pong": True}


def test_a_line_is_any_operation_of_the_catalogue(foreign: BlenderMcp) -> None:
    line = {"type": "create_primitives", "params": {"items": [{"kind": "cube", "name": "Line"}]}}
    foreign.socket.sendall(json.dumps(line).encode() + b"\n")
    assert foreign.receive()["result"]["items"][0]["name"] == "Line"
    read = {"type": "get_meshes", "params": {"ids": ["Line"], "fields": ["vertices"]}}
    foreign.socket.sendall(json.dumps(read).encode() + b"\n")
    vertices = foreign.receive()["result"]["items"][0]["vertices"]
    assert len(vertices) == 8
    assert all(len(vertex) == 3 for vertex in vertices)


def test_the_blender_labs_requests(call: Any, port: int) -> None:
    assert lab(port, "result['a'] = bpy.app.version[0]") == {
        "status": "ok",
        "result": {"a": call.python("bpy.app.version[0]")},
    }
    told = lab(port, "import sys\nprint('out')\nprint('err', file=sys.stderr)\nresult = {'n': [1, {'x': None}]}")
    assert told == {"status": "ok", "result": {"n": [1, {"x": None}]}, "stdout": "out\n", "stderr": "err\n"}
    assert lab(port, "import bpy  # a comment at the end") == {"status": "ok", "result": {}}
    failed = lab(port, "bpy.data.objects.new('X', None)\nprint('before')\n1 / 0")
    assert failed["status"] == "error"
    assert "line 3" in failed["message"]
    assert "ZeroDivisionError" in failed["message"]
    assert failed["stdout"] == "before\n"
    assert call.python("len(bpy.data.objects)") == 0
    assert "must be a dict, not list" in lab(port, "result = []")["message"]
    assert "not JSON-serializable" in lab(port, "result = {'o': bpy.context.scene}")["message"]
    shown = lab(port, "result = {'o': bpy.context.scene, 'n': float('nan')}", strict_json=False)
    assert "Scene" in shown["result"]["o"]
    assert shown["result"]["n"] == "nan"
    assert "invalid syntax" in lab(port, "a b")["message"]
    # As its tools are written: functions, an answer made of named tuples, and a main at the end.
    tool = """
from typing import NamedTuple
class Result(NamedTuple):
    status: str
    names: list
def main(params):
    import bpy
    return Result(status="ok", names=sorted(o.name for o in bpy.data.objects))
result = main(None)._asdict()
"""
    assert lab(port, tool)["result"] == {"status": "ok", "names": []}
    whole = lab(port, "result = {'x': '0123456789' * (5 << 20)}")
    assert len(whole["result"]["x"]) == 50 << 20


def test_an_answer_that_comes_later(call: Any, host: Any, port: int) -> None:
    code = """
import bpy
turns = []
def check_is_finished():
    turns.append(1)
    return {"turns": len(turns)} if len(turns) == 3 else None
"""
    told = lab(port, code)
    if host.window:
        assert told == {"status": "ok", "result": {"turns": 3}}
        assert "boom" in lab(port, "def check_is_finished():\n    raise ValueError('boom')")["message"]
    else:
        assert told["status"] == "error"
        assert "check_is_finished" in told["message"]
