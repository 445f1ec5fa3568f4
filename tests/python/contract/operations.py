"""Every operation of the catalogue, with arguments that fit a scene with one of everything."""

from __future__ import annotations

import json
from collections.abc import Callable, Generator
from typing import Any

from scenewire.selftest.examples import TASKS, TUBE

from .catalogue import entities, told
from .scenes import SCENES

# What an example cannot know: files of this run, and pictures small enough for a test.
OVERRIDES: dict[str, dict[str, Any]] = {
    "look": {"view": "perspective", "width": 64, "height": 48},
    "render": {"engine": "workbench", "width": 64, "height": 48},
    "import_geometry": {"items": [{"format": "obj", "data": b"v 0 0 0\nv 1 0 0\nv 0 1 0\nf 1 2 3\n"}]},
    "import_animation": {
        "items": [{"format": "json", "data": b'{"scenewire_animation": 1, "clips": [{"name": "A", "channels": []}]}'}]
    },
    "undo": {},
    # Fifty more would be looked at again after each operation that follows.
    "scatter": {"ids": ["Crate"], "surface_id": "Tent", "count": 5, "avoid": "spheres", "seed": 7},
    # The channel of the example is there already.
    "create_channels": {"items": [{"node_id": "Pivot", "path": "scale.z"}]},
    "create_anim_curves": {"items": [{"node_id": "Pivot", "path": "scale.y", "times": [0, 1], "values": [1, 2]}]},
    "create_drivers": {"items": [{"target_node_id": "Pivot", "target_path": "scale.z", "expression": "frame"}]},
    "redo": {},
    # The examples of others have cut up what those of these name.
    "create_edge_loops": {"items": [{"edge_id": "Tube/edge/0"}]},
    "slide_edges": {"items": [{"edge_ids": ["Tube/edge/0"], "factor": 0.25}]},
}
#: The examples of the others refer to those of these.
FIRST = ("materials", "nodes", "meshes")
#: Parts of others, which go before them; faces before the edges and vertices that they lie on.
PARTS = (
    "faces", "edges", "vertices", "uv_maps", "subdivision_surfaces", "constraints",
    "skins", "ik_chains", "spline_iks", "joint_limits", "blend_shapes", "blend_shape_groups",
    "keyframes", "anim_curves", "channels", "layers", "drivers",
)  # fmt: skip
#: What examples of others name, or take away: of these the second one made is renamed and deleted.
NAMED = ("rigs", "joints", "ik_chains", "skins", "subdivision_surfaces")
NUMBERED = {"faces": "Tent/face/0", "edges": "Tent/edge/0", "vertices": "Tent/vertex/0"}

#: What has no name of its own that could be changed.
PATCHES: dict[str, dict[str, Any]] = {
    "channels": {"muted": False},
    "keyframes": {"value": 1.5},
    "anim_curves": {"post_infinity": "linear", "pre_infinity": "linear"},
    "drivers": {"enabled": False},
    "render_settings": {"percentage": 50},
}
#: Where USD has one of it in a mesh: the field that names the mesh.
ONE_PER_MESH = {"create_skins": "mesh_id", "create_subdivision_surfaces": "base_mesh_id"}

#: What ends a scene, what repairs the sabotage, and what is made of others and has such tests of its own.
APART = ("undo", "redo", "open_file", "new_file", "save_file", "execute_python", "batch")


def catalogue() -> dict[str, dict[str, Any]]:
    """The operations as the build under test tells them."""
    return {operation["name"]: operation for operation in told()["operations"]}


def arguments(call: Any, operation: dict[str, Any], made: dict[str, str]) -> dict[str, Any]:
    """What to call it with: a real id for CRUD, else its example."""
    name = operation["name"]
    verb, _, plural = name.partition("_")
    if name in ("delete_joints", "delete_rigs") and call.host.app == "maya":
        # What a skin follows stays, and there the examples make no others, which would have lengths.
        (rig,) = call("create_rigs", items=[{"name": "Spare"}])["ids"]
        ids = {"rigs": [rig], "joints": call("create_joints", items=[{"name": "Spare joint", "rig_id": rig}])["ids"]}
        return {"ids": ids[plural]}
    if plural in made and verb in {"get", "delete"}:
        return {"ids": [made[plural]]}
    if plural in made and verb == "update" and plural in (*NUMBERED, "meshes"):
        # The examples of others go on to call them by their names.
        return {"items": [{"ids": [made[plural]], **({"locked": False} if plural == "meshes" else {"hidden": True})}]}
    if plural in made and verb == "update" and plural in PATCHES:
        return {"items": [{"ids": [made[plural]], **PATCHES[plural]}]}
    if plural in made and verb == "update":
        return {"items": [{"ids": [made[plural]], "name": f"Changed {plural}"}]}
    if plural in made and verb == "list":
        return {"limit": 5}
    if name == "create_joint_limits":
        # A joint has limits once, and that of the example has them.
        (joint,) = call("create_joints", items=[{"rig_id": made["rigs"], "name": "Knee"}])["ids"]
        # What limits nothing is none in Maya.
        return {"items": [{"joint_id": joint, "rotation_limits": {"x": [-0.5, 1.5]}}]}
    if name in {"open_file", "save_file"}:
        return {"path": call.host.inside(call.host.home / f"coverage.{ENDINGS[call.host.app]}")}
    if name in TASKS:
        return {"id": call("start_task", operation="execute_python", arguments={"code": "1"})["id"]}
    if name == "select":
        return {"ids": [made["nodes"]]}
    if name == "create_blend_shapes":
        # A mesh with shapes takes no other vertices, which examples of others give to theirs.
        return {"items": [{**operation["example"]["items"][0], "mesh_id": "Shaped"}]}
    if name in ONE_PER_MESH and call.host.app in ("usd", "maya"):
        # There a mesh has one skin, and is subdivided in one way, which in Maya is called as the mesh is.
        item = dict(operation["example"]["items"][0])
        called = item.pop("name") if (call.host.app, plural) == ("maya", "subdivision_surfaces") else f"For_{plural}"
        (mesh,) = call("create_meshes", items=[{**TUBE, "name": called}])["ids"]
        return {"items": [{**item, ONE_PER_MESH[name]: mesh}]}
    if name == "create_edges" and call.host.app in ("usd", "maya"):
        # There an edge divides a face, and the faces of the example are triangles.
        square = {"vertices": [[0, 0, 0], [1, 0, 0], [1, 1, 0], [0, 1, 0]], "indices": [0, 1, 2, 3], "face_sizes": [4]}
        (mesh,) = call("create_meshes", items=[{"name": "Pane", **square}])["ids"]
        ids = [vertex["id"] for vertex in call("list_vertices", parent_id=mesh)["items"]]
        return {"items": [{"mesh_id": mesh, "vertex_ids": ids[::2]}]}
    if name in ("create_ik_chains", "create_spline_iks") and call.host.app == "maya":
        # There what is above the end is bent, and the joint of the example has none above it.
        (tip,) = call("create_joints", items=[{"name": "Tip", "rig_id": "Skeleton", "parent_id": "Hip"}])["ids"]
        end = "end_id" if name == "create_ik_chains" else "end_joint_id"
        return {"items": [{**operation["example"]["items"][0], end: tip}]}
    if name == "transform_uvs" and call.host.app == "maya":
        # There a new map has no coordinates yet, and the mesh of the example has only such.
        square = {"vertices": [[0, 0, 0], [1, 0, 0], [1, 1, 0], [0, 1, 0]], "indices": [0, 1, 2, 3], "face_sizes": [4]}
        (mesh,) = call("create_meshes", items=[{"name": "Rug", **square, "uvs": [[0, 0], [1, 0], [1, 1], [0, 1]]}])[
            "ids"
        ]
        return {"items": [{**operation["example"]["items"][0], "mesh_id": mesh}]}
    if name == "create_drivers" and call.host.app == "maya":
        # There what has a channel takes no driver.
        (node,) = call("create_nodes", items=[{"name": "Cog"}])["ids"]
        return {"items": [{**OVERRIDES[name]["items"][0], "target_node_id": node}]}
    if name == "create_constraints" and call.host.app == "maya":
        # There a node has one of a type, and what a constraint says takes no keys, which examples of others set.
        (node,) = call("create_nodes", items=[{"name": "Follower"}])["ids"]
        return {"items": [{**operation["example"]["items"][0], "source_id": node}]}
    if name == "create_blend_shape_groups":
        # And a mesh has one group.
        (mesh,) = call("create_meshes", items=[{**TUBE, "name": "Face"}])["ids"]
        return {"items": [{**operation["example"]["items"][0], "mesh_id": mesh}]}
    if name == "merge_materials":
        call("create_materials", items=[{"name": "Brass copy"}])
    if name == "share_meshes":
        # Two objects of one mesh could not be split any more.
        call("create_meshes", items=[{**TUBE, "name": "Twin"}, {**TUBE, "name": "Like it"}])
        return {"items": [{"id": "Twin", "source_id": "Like it"}]}
    if name in SCRIPTS:
        return scripts(call, name)
    if name in SCENES:
        return SCENES[name](call)
    given = OVERRIDES.get(name, operation["example"])
    if call.host.app == "maya":
        # There channels and layers lie in no clips, and channels are called after their nodes.
        given = json.loads(json.dumps(given).replace("Pivot/Waving", "Waving").replace("PivotAction/", "Pivot/"))
    return given


#: What files of an application end in.
ENDINGS = {"blender": "blend", "usd": "usda", "maya": "ma"}
#: What needs files of a project, variables or a checkpoint.
SCRIPTS = ("import_module", "run_tests", "inspect_variables", "restore_checkpoint", "delete_checkpoints")


def scripts(call: Any, name: str) -> dict[str, Any]:
    """Arguments for one of these, with what it needs."""
    if name == "inspect_variables":
        call("execute_python", code="total = 1", namespace="work")
        return {"namespace": "work"}
    if name.endswith(("_checkpoint", "_checkpoints")):
        made = call("create_checkpoint")["id"]
        return {"id": made} if name.startswith("restore") else {"ids": [made]}
    path = call.host.home / "coverage_tools.py"
    path.write_text("def test_nothing():\n    pass\n")
    return {"path": call.host.inside(path)}


#: What the examples of others have animated, where a value beside an animation takes no effect.
ANIMATED = {("usd", "transform"), ("maya", "transform"), ("maya", "set_property"), ("maya", "solve_ik")}


def answers(name: str, app: str = "blender") -> tuple[str, ...]:
    """The errors that are answers."""
    if (app, name) in ANIMATED:
        return ("not_supported", "conflict")
    verb, _, plural = name.partition("_")
    one = plural in entities() and entities()[plural].singleton and verb in ("create", "delete")
    return ("singleton",) if one else ("not_supported",)


def order(name: str) -> int:
    """Deletes late, files last: they take away what the others work on."""
    if name.startswith("delete_") and name[7:] in PARTS:
        # A face goes with any of its edges.
        return 1 if name == "delete_faces" else 2
    late = ["undo", "redo", "delete", "clean_up_scene", "save_file", "open_file", "new_file", "restore_checkpoint"]
    return next((index for index, start in enumerate(late, 3) if name.startswith(start)), 0)


def every_operation(call: Any) -> Generator[tuple[str, dict[str, Any] | None], dict[str, Any], None]:
    """A scene with one of everything, then each operation with arguments that fit it; sent is what it answered."""
    operations = catalogue()
    lacking = call("get_status", not_supported=True)["not_supported"]
    there = [plural for plural in entities() if f"create_{plural}" not in lacking]
    setup = [*FIRST, *(plural for plural in there if plural not in FIRST)]
    tent = operations["create_meshes"]["example"]["items"][0]
    if call.host.app == "maya":
        # What lies below in the scenes of compounds does so along z.
        call.python("cmds.upAxis(axis='z')")
    call("create_meshes", items=[{**tent, "name": "Shaped"}])
    made: dict[str, str] = {}
    for plural in setup:
        if entities()[plural].singleton:
            made[plural] = call(f"list_{plural}")["items"][0]["id"]
            continue
        operation = operations[f"create_{plural}"]
        apart = plural.startswith("blend_shape") or plural in ("constraints", "edges", "ik_chains", "spline_iks")
        # What bends a mesh of Maya is its history, and examples of others give to that of this one other faces.
        apart = apart or (plural == "skins" and call.host.app == "maya")
        example = arguments(call, operation, {}) if apart else operation["example"]
        items = [
            {
                name: value
                for name, value in item.items()
                if f"{plural}.{name}" not in lacking and f"{plural}.{name}={value}" not in lacking
            }
            for item in example["items"]
        ]
        made[plural] = call(f"create_{plural}", **{**example, "items": items})["ids"][0]
    call("update_cameras", items=[{"ids": [made["cameras"]], "active": True}])
    made.update(NUMBERED)
    call("create_meshes", items=[TUBE])
    call("create_primitives", **operations["create_primitives"]["example"])
    geometry = {field: tent[field] for field in ("vertices", "indices")}
    for name in sorted(operations, key=lambda name: (order(name), name)):
        if operations[name]["domain"] == "model" and order(name) == 0 and name.partition("_")[2] not in made:
            # The examples name faces of this one, which another example may have taken away.
            call("update_meshes", items=[{"ids": [made["meshes"]], "name": "Tent", **geometry}])
            if "uv_maps" in there:
                made["uv_maps"] = call("create_uv_maps", **operations["create_uv_maps"]["example"])["ids"][0]
        # What is said not to work need not be made ready: its example does.
        given = operations[name]["example"] if name in lacking else made_ready(call, operations[name], made, lacking)
        result = yield name, given
        if result and name.startswith("create_") and name[7:] in NAMED:
            made[name[7:]] = result["ids"][0]


def made_ready(
    call: Any, operation: dict[str, Any], made: dict[str, str], lacking: dict[str, str]
) -> dict[str, Any] | None:
    """What to call it with; none when what it works on is made of what the host says that it cannot do."""
    from scenewire.errors import SceneWireError

    try:
        return arguments(call, operation, made)
    except SceneWireError as error:
        # Where prims below others may be called alike, an example's names can be those of another example's too.
        if error.error_code not in {"not_supported", "ambiguous_name"} or not lacking.keys() & catalogue().keys():
            raise
        return None


def run_all(call: Any, run: Callable[[str, dict[str, Any]], dict[str, Any]]) -> int:
    """Runs every operation by `run`, which gives its answer, empty when it was refused; how many there were."""
    steps, count = every_operation(call), 0
    step = next(steps, None)
    while step is not None:
        count += 1
        name, given = step
        try:
            step = steps.send({} if given is None else run(name, given))
        except StopIteration:
            step = None
    return count
