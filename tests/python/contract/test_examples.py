"""The example of every operation, run as `describe_tool` gives it, with generated ids where it names something."""

from __future__ import annotations

from typing import Any

import pytest
from scenewire.errors import SceneWireError

from .catalogue import Field, entities, entity_named, told
from .every import refusal
from .scenes import APART
from .shapes import TASKS, TUBE

pytestmark = pytest.mark.apps("blender", "usd", "maya")

OPERATIONS: dict[str, dict[str, Any]] = {operation["name"]: operation for operation in told()["operations"]}

#: The folder that examples name, which is nowhere on this machine and so outside the owner's.
ELSEWHERE = "/projects/"


#: What makes entities.
MADE = {("create", plural) for plural in (*entities(), "primitives")}
#: What the examples of creating call what they make.
NAMES: dict[str, str] = {
    operation["example"]["items"][0]["name"]: operation["name"]
    for operation in OPERATIONS.values()
    if operation["name"].partition("_")[::2] in MADE and "name" in operation["example"].get("items", [{}])[0]
}
#: Examples that go on from where others end.
AFTER = {
    "remove_graph_nodes": ["add_graph_nodes"],
    "connect": ["add_graph_nodes"],
    "edit_graph_sockets": ["create_graphs"],
    "get_graph_inputs": ["create_graphs"],
    "set_graph_inputs": ["create_graphs", "edit_graph_sockets"],
    "disconnect": ["add_graph_nodes", "connect"],
    "transform_uvs": ["create_uv_maps"],
    # A clip moves something once a layer plays it.
    "play_clips": ["create_layers"],
    "export_selection": ["select"],
    "restore_checkpoint": ["create_checkpoint"],
    "delete_checkpoints": ["create_checkpoint"],
}
#: What lies in a mesh is taken from one, for not every three vertices make a face.
IN_MESHES = {"Vertex": "vertices", "Edge": "edges", "Face": "faces"}


class Scene:
    """What examples refer to, made by the examples of what makes it. The same name is the same thing."""

    def __init__(self, call: Any, name: str) -> None:
        self.call = call
        # Something to be seen, for pictures.
        call("create_primitives", items=[{"kind": "cube", "name": "Visible"}])
        call("create_cameras", items=[{"name": "View", "position": [0, 0, 9], "active": True}])
        call("create_lights", items=[{"name": "Light", "kind": "sun"}])
        plural = name.partition("_")[2]
        #: What the ids of a patch name: a node, where the kind cannot say it closer.
        self.own = entities()[plural].name if plural in entities() else ""
        self.singleton = plural in entities() and entities()[plural].singleton
        self.given: dict[tuple[str, str], str] = {}

    def reference(self, entity: str, named: str) -> str:
        """The id of what stands in for a name of an example."""
        known = self.given.get((entity, named))
        if known is None:
            made = self.component(entity, named) if entity in IN_MESHES else self.made(entity, named)
            known = self.given[entity, named] = made
        return known

    def closer(self, entity: str, named: str) -> str:
        """What kind of a node a name is of, where any would do."""
        return "Mesh" if entity in ("", "Node") and NAMES.get(named) == "create_meshes" else entity or "Node"

    def component(self, entity: str, named: str) -> str:
        """`Tent/face/2` is the third one."""
        mesh, _, number = named.split("/")
        found = self.call(f"list_{IN_MESHES[entity]}", parent_id=self.reference("Mesh", mesh), fields=["id"])["items"]
        return str(found[int(number)]["id"])

    def made(self, entity: str, named: str) -> str:
        """One as its own example makes it."""
        plural = entity_named(entity).plural
        if entity_named(entity).singleton:
            return str(self.call(f"list_{plural}")["items"][0]["id"])
        if entity == "Mesh":
            create = NAMES.get(named, "create_meshes")
            item = TUBE if named == TUBE["name"] else OPERATIONS[create]["example"]["items"][0]
            return str(self.call(create, items=[{**item, "name": named}])["ids"][0])
        if entity == "Rig":
            (rig,) = self.call("create_rigs", items=[{"name": named}])["ids"]
            # The weights of a skin name it.
            self.call("create_joints", items=[{"name": "Hip", "rig_id": rig}])
            return str(rig)
        if entity == "Channel":
            self.call("create_keyframes", **self.arguments("create_keyframes"))
            return str(self.call("list_channels", limit=1)["items"][0]["id"])
        arguments = self.arguments(f"create_{plural}")
        if "name" in arguments["items"][0]:
            arguments["items"][0]["name"] = named
        return str(self.call(f"create_{plural}", **arguments)["ids"][0])

    def arguments(self, name: str) -> dict[str, Any]:
        """The example of an operation."""
        fields = {field["name"]: Field.read(field) for field in OPERATIONS[name]["params"]}
        return {key: self.filled(fields[key], value) for key, value in OPERATIONS[name]["example"].items()}

    def filled(self, field: Field, value: Any) -> Any:
        """The value with ids in place of names."""
        if isinstance(value, list):
            return [self.filled(field, one) for one in value]
        if field.inner and isinstance(value, dict):
            inner = {one.name: one for one in field.inner}
            return {name: self.filled(inner[name], one) if name in inner else one for name, one in value.items()}
        if field.type == "text" and field.name != "name" and value in NAMES:
            # It goes by its name only.
            self.reference(entities()[NAMES[value].partition("_")[2]].name, value)
        if isinstance(value, str) and (field.refers or field.type in ("ref", "list<ref>")):
            own = self.own if field.name == "ids" else ""
            return self.reference(own or self.closer(field.refers, value), value)
        return value


@pytest.mark.parametrize("name", OPERATIONS)
def test_the_example_runs(call: Any, name: str) -> None:
    declared = call("get_status", not_supported=True)["not_supported"]
    if name in declared:
        error = refusal(call, name, OPERATIONS[name]["example"])
        assert error is not None, "declared not to be supported, and done"
        assert (error.error_code, str(error)) in {("not_supported", declared[name]), ("singleton", str(error))}
        return
    missing = set(OPERATIONS[name]["made_of"]) & set(declared)
    if name in APART and missing:
        pytest.skip(f"made of what this host cannot do: {', '.join(sorted(missing))}")
    try:
        run_example(call, name)
    except SceneWireError as error:
        if error.error_code != "not_supported" or not declared.keys() & OPERATIONS.keys():
            raise
        pytest.skip(f"its example stands on what this host cannot do: {error}")


def run_example(call: Any, name: str) -> None:
    """Makes what the example names, and runs it."""
    if name in APART:
        # Made of many things that only a scene of its own has.
        APART[name](call)
        error = refusal(call, name, OPERATIONS[name]["example"])
        if error is not None and error.error_code == "not_supported":
            raise error
        assert error is None, f"{error} {error.details}"
        return
    scene = Scene(call, name)
    if name == "inspect_variables":
        call("execute_python", code="height = 3", namespace=OPERATIONS[name]["example"]["namespace"])
    if name == "reload_modules":
        (call.host.home / "example_of_a_project.py").write_text("height = 3\n")
        call("import_module", path=call.host.inside(call.host.home / "example_of_a_project.py"))
    for before in AFTER.get(name, ()):
        call(before, **scene.arguments(before))
    arguments = scene.arguments(name)
    if name in TASKS:
        arguments["id"] = call("start_task", **OPERATIONS["start_task"]["example"])["id"]
    error = refusal(call, name, arguments)
    if error is not None:
        allowed = {"not_supported"}
        if ELSEWHERE in str(OPERATIONS[name]["example"]):
            allowed.add("permission_denied")
        if name.startswith(("create_", "delete_")) and scene.singleton:
            allowed.add("singleton")
        assert error.error_code in allowed, f"{error.error_code}: {error} {error.details}"
        expected = OPERATIONS[name]["errors"]
        assert error.error_code in expected, f"{error.error_code} is not among {expected}: {error}"
