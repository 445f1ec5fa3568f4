"""The scene in which the example of an operation works, made by the examples of what makes it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

#: Does an operation, and gives its result: ``call("get_scene", fields=["name"])``.
Call = Callable[..., Any]
Json = dict[str, Any]

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
#: What is asked about a task names one that runs.
TASKS = ("get_task", "cancel_task")
#: Two squares, one above the other, whose loops of edges a bridge joins.
TUBE = {
    "name": "Tube",
    "vertices": [[x, y, z] for z in (0, 2) for x, y in ((0, 0), (1, 0), (1, 1), (0, 1))],
    "indices": list(range(8)),
    "face_sizes": [4, 4],
}
#: Examples of many things that only a scene of its own has.
APART = {
    "create_turntable",
    "three_point_lighting",
    "create_controls_for_joints",
    "create_biped_skeleton",
    "mirror_joints",
    "auto_skin",
    "create_ik_fk_switch",
    "create_space_switch",
    "create_animation",
    "blend_clips",
    "create_cycle",
    "retarget_clip",
}


def refers(type_name: str) -> str:
    """The entity that a field of this type names, or names a list of; empty for other types."""
    bare = type_name[5:-1] if type_name.startswith("list<") else type_name
    return bare[4:-1] if bare.startswith("ref<") else ""


class Examples:
    """Those of a catalogue, as ``scenewire catalogue --format json`` tells it."""

    def __init__(self, catalogue: Json) -> None:
        self.operations: dict[str, Json] = {one["name"]: one for one in catalogue["operations"]}
        self.entities: dict[str, Json] = {one["plural"]: one for one in catalogue["entities"]}
        self.plurals: dict[str, str] = {one["name"]: one["plural"] for one in catalogue["entities"]}
        makers = {f"create_{plural}" for plural in (*self.entities, "primitives")}
        firsts = {name: one["example"].get("items", [{}])[0] for name, one in self.operations.items() if name in makers}
        #: What the examples of creating call what they make.
        self.names: dict[str, str] = {first["name"]: name for name, first in firsts.items() if "name" in first}


class Scene:
    """What the example of one operation refers to. The same name is the same thing."""

    def __init__(self, examples: Examples, call: Call, name: str) -> None:
        self.examples = examples
        self.call = call
        self.name = name
        # Something to be seen, for pictures.
        call("create_primitives", items=[{"kind": "cube", "name": "Visible"}])
        call("create_cameras", items=[{"name": "View", "position": [0, 0, 9], "active": True}])
        call("create_lights", items=[{"name": "Light", "kind": "sun"}])
        entity = examples.entities.get(name.partition("_")[2], {})
        #: What the ids of a patch name: a node, where the kind cannot say it closer.
        self.own: str = entity.get("name", "")
        self.singleton = bool(entity.get("singleton"))
        self.given: dict[tuple[str, str], str] = {}

    def prepare(self, write: Callable[[str, str], str]) -> Json:
        """Makes what the example needs, and gives its arguments. ``write(name, text)`` makes a file that the host can
        import, and gives its path there."""
        example = self.examples.operations[self.name]["example"]
        if self.name == "inspect_variables":
            self.call("execute_python", code="height = 3", namespace=example["namespace"])
        if self.name == "reload_modules":
            self.call("import_module", path=write("example_of_a_project.py", "height = 3\n"))
        for before in AFTER.get(self.name, ()):
            self.call(before, **self.arguments(before))
        arguments = self.arguments(self.name)
        if self.name == "transform_uvs":
            self._lay_out(arguments["items"][0]["mesh_id"])
        if self.name in TASKS:
            arguments["id"] = self.call("start_task", **self.examples.operations["start_task"]["example"])["id"]
        return arguments

    def _lay_out(self, mesh: str) -> None:
        """Gives a mesh texture coordinates: not in every host has a new UV map some."""
        count = self.call("get_meshes", ids=[mesh], fields=["vertex_count"])["items"][0]["vertex_count"]
        self.call("update_meshes", items=[{"ids": [mesh], "uvs": [[at / count, 0.5] for at in range(count)]}])

    def arguments(self, name: str) -> Json:
        """The example of an operation, with ids in place of names."""
        operation = self.examples.operations[name]
        fields = {field["name"]: field for field in operation["params"]}
        return {key: self._filled(fields[key], value) for key, value in operation["example"].items()}

    def _reference(self, entity: str, named: str) -> str:
        known = self.given.get((entity, named))
        if known is None:
            made = self._component(entity, named) if entity in IN_MESHES else self._made(entity, named)
            known = self.given[entity, named] = made
        return known

    def _closer(self, entity: str, named: str) -> str:
        """What kind of a node a name is of, where any would do."""
        made_by = self.examples.names.get(named)
        return "Mesh" if entity in ("", "Node") and made_by == "create_meshes" else entity or "Node"

    def _component(self, entity: str, named: str) -> str:
        """`Tent/face/2` is the third one."""
        mesh, _, number = named.split("/")
        found = self.call(f"list_{IN_MESHES[entity]}", parent_id=self._reference("Mesh", mesh), fields=["id"])["items"]
        return str(found[int(number)]["id"])

    def _made(self, entity: str, named: str) -> str:
        """One as its own example makes it."""
        plural = self.examples.plurals[entity]
        if self.examples.entities[plural].get("singleton"):
            return str(self.call(f"list_{plural}")["items"][0]["id"])
        if entity == "Mesh":
            create = self.examples.names.get(named, "create_meshes")
            item = TUBE if named == TUBE["name"] else self.examples.operations[create]["example"]["items"][0]
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

    def _filled(self, field: Json, value: Any) -> Any:
        if isinstance(value, list):
            return [self._filled(field, one) for one in value]
        inner = {one["name"]: one for one in field.get("fields", ())}
        if inner and isinstance(value, dict):
            return {name: self._filled(inner[name], one) if name in inner else one for name, one in value.items()}
        names = self.examples.names
        if field["type"] == "text" and field["name"] != "name" and value in names:
            # It goes by its name only.
            self._reference(self.examples.entities[names[value].partition("_")[2]]["name"], value)
        refers_to = refers(field["type"])
        if isinstance(value, str) and (refers_to or field["type"] in ("ref", "list<ref>")):
            own = self.own if field["name"] == "ids" else ""
            return self._reference(own or self._closer(refers_to, value), value)
        return value
