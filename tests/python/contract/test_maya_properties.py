"""The Maya MCP server's design (seed 003), its properties of scenes and errors: an agent at one end, Maya's own words
at the other as the second opinion, and the server, the link and the host between.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

import pytest
from conftest import WIPE_MAYA
from drop_in import open_port, shut_port
from hundred import HUNDRED
from hypothesis import given
from hypothesis import strategies as st

from .agents import Agent, Line
from .catalogue import told

pytestmark = pytest.mark.apps("maya")


@pytest.fixture
def agent(call: Any) -> Iterator[Agent]:
    made = Agent(call.host.home)
    yield made
    made.close()


@pytest.fixture
def line(call: Any) -> Iterator[Line]:
    made = Line(open_port(call))
    yield made
    made.close()
    shut_port(call)


def numbers(least: float, greatest: float) -> st.SearchStrategy[list[float]]:
    return st.lists(st.floats(least, greatest, allow_subnormal=False, width=16), min_size=3, max_size=3)


#: Such that no other angles are the same rotation.
turns = st.tuples(st.integers(-170, 170), st.integers(-80, 80), st.integers(-170, 170)).map(list)
names = st.from_regex("[A-Za-z][A-Za-z0-9_]{0,15}", fullmatch=True)
KINDS = ("polyCube", "polySphere", "polyCylinder", "polyCone", "polyPlane", "polyTorus", "cube", "sphere", "plane")

#: What Maya says of a node.
SEEN = """
node = cmds.ls({id!r}.partition("_")[2])
[
    [cmds.nodeType(shape) for one in node for shape in cmds.listRelatives(one, shapes=True)],
    [cmds.getAttr(one + attribute)[0] for one in node for attribute in (".translate", ".rotate", ".scale")],
    node,
    cmds.ls(selection=True),
]
"""


# **Feature: maya-mcp-server, Property 4: Maya对象操作一致性**
# *对于任何* 有效的Maya对象操作(创建、选择、变换、删除),操作应该成功执行并返回正确的结果状态
@HUNDRED
@given(
    kind=st.sampled_from(KINDS),
    wanted=st.tuples(names, names),
    position=numbers(-1000, 1000),
    euler=turns,
    scale=numbers(0.125, 100),
    both=st.booleans(),
)
def test_objects_are_made_selected_moved_and_deleted(
    call: Any,
    agent: Agent,
    kind: str,
    wanted: tuple[str, str],
    position: list[float],
    euler: list[float],
    scale: list[float],
    both: bool,
) -> None:
    there = call.python(f"{WIPE_MAYA}\ncmds.ls({list(wanted)!r})")
    one = agent.tool("maya_create", object_type=kind, name=wanted[0])
    (other,) = agent("create_nodes", items=[{"name": wanted[1]}])["items"]
    assert one["success"] is True
    assert one["name"] == wanted[0] or wanted[0] in there, "Maya keeps a name that is free"
    chosen = [one, other] if both else [other]
    done = agent.tool("maya_select", objects=[each["id"] for each in chosen])
    assert done == {"success": True, "selected_ids": [each["id"] for each in chosen]}
    change = {"ids": [one["id"]], "position": position, "rotation": {"euler": euler}, "scale": scale}
    (item,) = agent("update_nodes", items=[change])["items"]
    assert (item["name"], item["position"], item["scale"]) == (
        one["name"],
        pytest.approx(position),
        pytest.approx(scale),
    )
    shapes, (translate, rotate, size), found, selected = call.python(SEEN.format(id=one["id"]))
    assert (shapes, found, selected) == (["mesh"], [one["name"]], [each["name"] for each in chosen])
    assert [*translate, *rotate, *size] == pytest.approx([*position, *euler, *scale], rel=1e-5, abs=1e-4)
    assert agent("delete_nodes", ids=[one["id"]])["deleted"] == [one["id"]]
    assert call.python(SEEN.format(id=one["id"])) == [[], [], [], [other["name"]]]
    assert agent.tool("maya_select", objects=[one["id"]])["error_code"] == "not_found"


#: What the artist makes, and what it is called here.
MADE = {"transform": "empty", "mesh": "mesh", "camera": "camera", "pointLight": "light", "nurbsCurve": "curve"}
#: Of each its kind, which of those before it is its parent (as far as there are so many), and where it stands.
artists_nodes = st.lists(
    st.tuples(st.sampled_from(sorted(MADE)), st.integers(0, 9), numbers(-1000, 1000), turns, numbers(0.125, 100)),
    max_size=6,
)
BUILD = """
for number, (kind, parent, position, euler, scale) in enumerate({nodes!r}):
    name = f"n{{number}}"
    if kind == "mesh":
        cmds.polyCube(name=name)
    elif kind == "nurbsCurve":
        cmds.curve(name=name, degree=1, point=[(0, 0, 0), (1, 0, 0)])
    else:
        cmds.createNode("transform", name=name)
        if kind != "transform":
            cmds.createNode(kind, parent=name)
    if parent < number:
        cmds.parent(name, f"n{{parent}}", relative=True)
    for attribute, value in (("translate", position), ("rotate", euler), ("scale", scale)):
        cmds.setAttr(f"{{name}}.{{attribute}}", *value)
cmds.select([f"n{{number}}" for number in {selected!r}], replace=True) if {selected!r} else cmds.select(clear=True)
cmds.currentTime({frame!r})
cmds.file(query=True, sceneName=True)
"""


# **Feature: maya-mcp-server, Property 5: 场景查询完整性**
# *对于任何* 场景查询请求,返回的信息应该准确反映当前Maya场景的实际状态
@HUNDRED
@given(nodes=artists_nodes, frame=st.integers(-1000, 1000), data=st.data())
def test_what_is_told_of_a_scene_is_all_that_is_in_it(
    call: Any, agent: Agent, line: Line, nodes: list[Any], frame: int, data: st.DataObject
) -> None:
    every = range(len(nodes))
    selected = data.draw(st.lists(st.sampled_from(every), unique=True) if nodes else st.just([]), label="selected")
    call.python(WIPE_MAYA + BUILD.format(nodes=nodes, selected=selected, frame=frame))
    info = line.result("get_scene_info")
    assert set(info) == {"selected_objects", "all_objects", "current_time", "scene_name"}
    assert (info["selected_objects"], info["current_time"]) == ([f"n{number}" for number in selected], frame)
    objects = {one["name"]: one for one in info["all_objects"]}
    listed = {one["name"]: one for one in agent("list_nodes", limit=100)["items"]}
    assert len(info["all_objects"]) == len(nodes)
    assert set(objects) == set(listed) == {f"n{number}" for number in every}
    for number, (kind, parent, position, euler, scale) in enumerate(nodes):
        one, other = objects[f"n{number}"], listed[f"n{number}"]
        assert one["type"] == other["type"] == MADE[kind]
        assert one["attributes"]["id"] == other["id"]
        assert one["transform"]["position"] == pytest.approx(position)
        assert one["transform"]["rotation"] == pytest.approx(euler, abs=1e-3)
        assert one["transform"]["scale"] == pytest.approx(scale)
        assert other["parent_id"] == (listed[f"n{parent}"]["id"] if parent < number else None)
    assert agent("get_selection")["ids"] == [listed[f"n{number}"]["id"] for number in selected]
    scene = agent.tool("get_scene", fields=["name", "frame"])
    assert (scene["name"], scene["frame"]) == (info["scene_name"], frame)


def without_one_letter(word: str) -> st.SearchStrategy[str]:
    """A slip. Not in the last one: the singular of an operation's name is understood."""
    return st.integers(0, len(word) - 2).map(lambda at: word[:at] + word[at + 1 :])


OPERATIONS = {one["name"]: one for one in told()["operations"]}
REQUIRED = sorted(
    (name, param["name"])
    for name, one in OPERATIONS.items()
    for param in one["params"]
    if param.get("required") and one["scope"] != "python"
)
WRONG_CODE = {"syntax_error": "a b", "python_error": "raise ValueError('not this one')"}
#: An operation, its arguments, the code of its error, and what must be in it.
Mistake = tuple[str, dict[str, Any], str, str]


@st.composite
def mistakes(draw: st.DrawFn) -> Mistake:
    """One that people and models make: a slip in a name, an argument that is missing or none, code that is wrong in
    some line, a file that is not there.
    """
    kind = draw(st.sampled_from(["command", "object", "missing", "argument", "code", "file"]))
    if kind == "command":
        name = draw(st.sampled_from(sorted(OPERATIONS)))
        wrong = draw(without_one_letter(name).filter(lambda wrong: wrong not in OPERATIONS))
        return wrong, {}, "unknown_operation", name
    if kind == "object":
        return "maya_select", {"objects": [draw(without_one_letter("WoodenCrate"))]}, "not_found", "WoodenCrate"
    if kind == "code":
        code, wrong = draw(st.sampled_from(sorted(WRONG_CODE.items())))
        before = draw(st.integers(0, 20))
        return "maya_execute", {"command": "x = 1\n" * before + wrong}, code, f"line {before + 1}"
    if kind == "file":
        name = draw(names)
        return "open_file", {"path": f"/tmp/scenewire-none/{name}.ma"}, "file_not_found", f"{name}.ma"
    name, param = draw(st.sampled_from(REQUIRED))
    example = OPERATIONS[name]["example"]
    if kind == "missing":
        return name, {one: value for one, value in example.items() if one != param}, "invalid_params", param
    wrong = draw(without_one_letter(param).filter(lambda wrong: wrong and wrong not in example))
    return name, {**example, wrong: 1}, "invalid_params", wrong


# **Feature: maya-mcp-server, Property 6: 错误信息质量**
# *对于任何* 失败的操作或无效的命令,系统应该返回详细且有用的错误信息
@HUNDRED
@given(mistake=mistakes())
def test_errors_say_what_is_wrong_and_what_would_be_right(call: Any, line: Line, mistake: Mistake) -> None:
    call.python(f"{WIPE_MAYA}\ncmds.createNode('transform', name='WoodenCrate')")
    operation, arguments, code, word = mistake
    before = datetime.datetime.now(datetime.timezone.utc)
    answer = line(operation, **arguments)
    assert (answer["success"], answer["result"], answer["error_code"]) == (False, None, code), answer
    assert answer["error_message"].strip()
    assert answer["error"].startswith(answer["error_message"])
    assert word in f"{answer['error']} {answer['details']} {answer['suggestions']}", answer
    assert answer["details"] or answer["suggestions"]
    assert all(isinstance(one, str) and one.strip() for one in answer["suggestions"])
    at = datetime.datetime.fromisoformat(answer["timestamp"])
    assert abs(at - before) < datetime.timedelta(hours=1)
    if code == "python_error":
        assert "ValueError: not this one" in answer["details"]["traceback"]
    assert call.python("cmds.ls(transforms=True, cameras=False)[-1:]") == ["WoodenCrate"]
