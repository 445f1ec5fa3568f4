"""What compounds do that bring a scene in order, and the operations that they need for it, as `bpy` sees it."""

from __future__ import annotations

from typing import Any

import pytest

from .compounds import Scene

# Which mesh each object shows, and what there is.
SHOWN = """
import bpy
bpy.context.view_layer.update()
[{o.name: o.data.name for o in bpy.data.objects if o.type == "MESH"},
 sorted(m.name for m in bpy.data.meshes),
 {o.name: [[round(x, 4) for x in row] for row in o.matrix_world] for o in bpy.data.objects}]
"""
# What could go.
LEFT = """
import bpy
d = bpy.data
{"materials": sorted(m.name for m in d.materials), "images": sorted(i.name for i in d.images),
 "meshes": sorted(m.name for m in d.meshes), "groups": sorted(c.name for c in d.collections),
 "counts": {o.name: [len(getattr(o.data, part)) for part in ("vertices", "edges", "polygons")]
            for o in d.objects if o.type == "MESH"},
 "slots": {o.name: [s.material and s.material.name for s in o.material_slots] for o in d.objects}}
"""


def crates(call: Any) -> list[str]:
    """Five crates with meshes of their own, one of which is wider, one painted otherwise."""
    call(
        "create_materials", items=[{"name": "Wood", "base_color": "#c98b4a"}, {"name": "Red", "base_color": "#b03a2e"}]
    )
    crate = {"kind": "cube", "size": 1, "material_id": "Wood"}
    made: list[str] = call(
        "create_primitives",
        items=[
            {**crate, "name": "A", "position": [0, 0, 0.5]},
            {**crate, "name": "B", "position": [2, 0, 0.5], "rotation": {"euler": [0, 0, 30]}, "scale": [1, 1, 2]},
            {**crate, "name": "C", "position": [4, 1, 0.5]},
            {**crate, "name": "Wide", "position": [6, 0, 0.5], "size": 1.1},
            {**crate, "name": "Painted", "position": [8, 0, 0.5], "material_id": "Red"},
        ],
    )["ids"]
    return made


def replacing(call: Any) -> dict[str, Any]:
    """Arguments by which alike crates become instances."""
    return {"ids": crates(call)}


def littered(call: Any) -> dict[str, Any]:
    """A scene with something of everything that is to go, and something like it that is to stay."""
    crates(call)
    if call.host.app != "blender":
        # What nothing refers to, and what only looks like its twin, is said in Blender's words.
        return {}
    # A square, a flat triangle beside it, a vertex of its own; and a mesh that is nothing but vertices.
    square = [[0, 0, 0], [1, 0, 0], [1, 1, 0], [0, 1, 0], [2, 0, 0], [7, 7, 7]]
    flat = {"vertices": square, "indices": [0, 1, 2, 3, 0, 1, 4], "face_sizes": [4, 3]}
    call(
        "create_meshes",
        items=[
            {**flat, "name": "Flat"},
            {**flat, "name": "Kept", "locked": True},
            {"name": "Dots", "vertices": square},
        ],
    )
    wood = {"base_color": "#c98b4a"}
    call(
        "create_materials",
        items=[
            {**wood, "name": "Wood.001"},
            {**wood, "name": "Rough", "roughness": 0.9},
            {**wood, "name": "Grain"},
            {**wood, "name": "Fine"},
        ],
    )
    call.python(
        "import bpy\n"
        "m = bpy.data.materials\n"
        "for name, scale in (('Grain', 5), ('Fine', 50)):\n"
        "    tree = m[name].node_tree; n = tree.nodes.new('ShaderNodeTexNoise')\n"
        "    n.inputs['Scale'].default_value = scale\n"
        "    tree.links.new(n.outputs[0], tree.nodes['Principled BSDF'].inputs['Base Color'])\n"
        "for name, mat in (('B', 'Wood.001'), ('C', 'Rough'), ('Wide', 'Grain'), ('Painted', 'Fine')):\n"
        "    bpy.data.objects[name].data.materials[0] = m[mat]\n"
        "image = bpy.data.images.new('Lost picture', 4, 4)\n"
        "lost = m.new('Lost'); lost.use_nodes = True\n"
        "lost.node_tree.nodes.new('ShaderNodeTexImage').image = image\n"
        "shield = m.new('Shielded'); shield.use_fake_user = True\n"
        "curve = bpy.data.curves.new('Rail', 'CURVE'); curve.materials.append(m.new('Of a rail'))\n"
        "m['Of a rail'].use_nodes = m['Shielded'].use_nodes = True\n"
        "for name, rough in (('Of a rail', 0.1), ('Shielded', 0.2)):\n"
        "    m[name].node_tree.nodes['Principled BSDF'].inputs['Roughness'].default_value = rough\n"
        "bpy.context.scene.collection.objects.link(bpy.data.objects.new('Rail', curve))\n"
        "bpy.data.meshes.new('Lost mesh')"
    )
    call("create_groups", items=[{"name": "Full", "object_ids": ["A"]}, {"name": "Shelf", "locked": True}])
    call("create_groups", items=[{"name": "Outer", "parent_id": "Full"}])
    call("create_groups", items=[{"name": "Inner", "parent_id": "Outer"}])
    return {}


SCENES: dict[str, Scene] = {"replace_with_instances": replacing, "clean_up_scene": littered}


def test_alike_meshes_become_instances_and_stay_where_they_are(call: Any) -> None:
    arguments = replacing(call)
    before = call.python(SHOWN)
    made = call("replace_with_instances", **arguments)
    shown, meshes, places = call.python(SHOWN)
    assert shown["A"] == shown["B"] == shown["C"]
    assert len({shown[name] for name in ("A", "Wide", "Painted")}) == 3
    assert (len(before[1]), len(meshes)) == (5, 3)
    assert places == before[2]
    assert (made["replaced"], made["freed"], made["saved_vertices"], made["saved_faces"]) == (2, 2, 16, 12)
    assert [len(group["ids"]) for group in made["groups"]] == [2]
    assert made["different_ids"] == []
    again = call("replace_with_instances")
    assert (again["replaced"], again["saved_vertices"]) == (0, 0), "the second time there is nothing to do"
    assert [len(group["ids"]) for group in again["groups"]] == [2]


# Something in the mesh of C that nothing of ours tells.
HIDDEN = [
    "o.vertex_groups.new(name='Weight').add([0], 1.0, 'ADD')",
    "o.shape_key_add(name='Basis')",
    "o.data.attributes.new('heat', 'FLOAT', 'POINT')",
    "o.data.edges[0].use_seam = True",
    "o.data['take'] = 7",
    "o.data.uv_layers.new(name='Second')",
    "o.data.polygons[0].use_smooth = True",
    "o.data.use_fake_user = True",
]


@pytest.mark.parametrize("change", HIDDEN)
def test_what_would_lose_something_stays_as_it_is(call: Any, change: str) -> None:
    arguments = replacing(call)
    call.python(f"import bpy; o = bpy.data.objects['C']; {change}")
    before = call.python(SHOWN)
    made = call("replace_with_instances", **arguments)
    shown = call.python(SHOWN)[0]
    assert shown["A"] == shown["B"] != shown["C"] == before[0]["C"]
    assert made["different_ids"] == [arguments["ids"][2]]
    assert made["replaced"] == 1


def test_meshes_are_shared_whatever_is_in_them_when_it_is_wanted(call: Any) -> None:
    crates(call)
    (told,) = call("share_meshes", items=[{"id": "Wide", "source_id": "Painted"}])["items"]
    assert (told["shared"], told["changed"], told["freed"]) == (True, True, True)
    shown, meshes, _ = call.python(SHOWN)
    assert shown["Wide"] == shown["Painted"]
    assert len(meshes) == 4
    (told,) = call("share_meshes", items=[{"id": "Wide", "source_id": "Painted"}])["items"]
    assert (told["shared"], told["changed"], told["freed"]) == (True, False, False)
    (told,) = call("share_meshes", items=[{"id": "A", "source_id": "Wide", "only_equal": True}])["items"]
    assert (told["shared"], told["changed"]) == (False, False)
    call("undo", steps=1)
    call.fails("not_found", "share_meshes", items=[{"id": "A", "source_id": "Nobody"}])
    call("create_nodes", items=[{"name": "Empty"}])
    call.fails("invalid_params", "share_meshes", items=[{"id": "A", "source_id": "Empty"}])


def test_nodes_without_meshes_are_told(call: Any) -> None:
    call("create_nodes", items=[{"name": "Empty"}])
    for name in ("replace_with_instances", "clean_up_scene"):
        assert call.fails("invalid_params", name, ids=["Empty"]).details["path"] == "ids"


def test_what_nobody_uses_or_sees_goes_and_the_rest_stays(call: Any) -> None:
    littered(call)
    before = call.python(LEFT)
    dry = call("clean_up_scene", dry_run=True)
    assert call.python(LEFT) == before, "a dry run only tells"
    told = call("clean_up_scene")
    after = call.python(LEFT)
    parts = ("degenerate_faces", "loose_vertices", "merged_materials", "deleted_groups")
    assert {part: told[part] for part in parts} == {part: dry[part] for part in parts}, "as it was told before"
    # The flat face's own vertex is loose without it; the vertex of its own always was.
    assert after["counts"]["Flat"] == [4, 4, 1]
    assert after["counts"]["Kept"] == before["counts"]["Kept"], "it is locked"
    assert after["counts"]["Dots"] == before["counts"]["Dots"], "there is nothing else of it"
    assert (told["degenerate_faces"], told["loose_vertices"]) == (1, 1)
    assert set(before["materials"]) - set(after["materials"]) == {"Lost", "Red", "Wood.001"}
    assert after["slots"]["B"] == ["Wood"], "what used the double uses the other one"
    assert {name: after["slots"][name] for name in ("C", "Wide", "Painted", "Rail")} == {
        "C": ["Rough"],
        "Wide": ["Grain"],
        "Painted": ["Fine"],
        "Rail": ["Of a rail"],
    }
    assert told["merged_materials"] == [{"name": "Wood.001", "into": "Wood"}]
    assert after["images"] == [name for name in before["images"] if name != "Lost picture"]
    assert set(before["meshes"]) - set(after["meshes"]) == {"Lost mesh"}
    assert {"type": "texture", "name": "Lost picture"} in told["deleted_data"]
    assert set(before["groups"]) - set(after["groups"]) == {"Outer", "Inner"}
    assert sorted(told["deleted_groups"]) == ["Inner", "Outer"]
    again = call("clean_up_scene")
    assert [again[part] for part in parts] == [0, 0, [], []]
    assert again["deleted_data"] == []


def test_copies_that_the_artist_made_are_doubles(call: Any) -> None:
    crates(call)
    call.python("import bpy; bpy.data.objects['B'].data.materials[0] = bpy.data.materials['Wood'].copy()")
    told = call("clean_up_scene", unused_data=False)
    assert told["merged_materials"] == [{"name": "Wood.001", "into": "Wood"}]
    assert call.python(LEFT)["slots"]["B"] == ["Wood"]


PARTS = ["degenerate_faces", "loose_vertices", "doubled_materials", "empty_groups", "unused_data"]


@pytest.mark.parametrize("part", PARTS)
def test_each_part_may_be_left_out(call: Any, part: str) -> None:
    littered(call)
    before = call.python(LEFT)
    call("clean_up_scene", **{part: False})
    after = call.python(LEFT)
    kept = {
        "degenerate_faces": after["counts"]["Flat"] == [5, 6, 2],
        "loose_vertices": after["counts"]["Flat"] == [5, 4, 1],
        "doubled_materials": "Wood.001" in after["materials"],
        "empty_groups": after["groups"] == before["groups"],
        "unused_data": {"Lost", "Red"} <= set(after["materials"]) and "Lost mesh" in after["meshes"],
    }
    assert [name for name, held in kept.items() if held] == [part]


def test_instances_are_cleaned_once(call: Any) -> None:
    """Numbers of faces that are gone would be those of others."""
    littered(call)
    call("duplicate", items=[{"id": "Flat", "name": "Twin"}])
    told = call("clean_up_scene", doubled_materials=False, empty_groups=False, unused_data=False)
    assert told["degenerate_faces"] == 1
    assert call.python(LEFT)["counts"]["Twin"] == [4, 4, 1]


def test_vertices_of_edges_without_faces_stay(call: Any) -> None:
    littered(call)
    call.python(
        "import bpy; m = bpy.data.objects['Flat'].data; m.edges.add(1); m.edges[-1].vertices = (4, 5); m.update()"
    )
    told = call("clean_up_scene", degenerate_faces=False)
    assert call.python(LEFT)["counts"]["Flat"][0] == 6
    flat = call("list_meshes", filters={"name": "Flat"})["items"][0]["id"]
    assert flat in told["skipped_ids"]


def test_unused_data_is_deleted_by_kind(call: Any) -> None:
    littered(call)
    assert call("delete_unused", types=["texture"])["items"] == [], "a material uses it, which is not asked for"
    dry = call("delete_unused", types=["texture", "material"], dry_run=True)["items"]
    names = {"Lost", "Lost picture", "Red"}
    assert {item["name"] for item in dry} == names
    assert names - {"Lost picture"} <= set(call.python(LEFT)["materials"])
    told = call("delete_unused", types=["texture", "material"])["items"]
    assert {item["name"] for item in told} == names
    assert not names & {*call.python(LEFT)["materials"], *call.python(LEFT)["images"]}
    # Each look is a step, too.
    call("undo", steps=3)
    assert "Lost" in call.python(LEFT)["materials"]
    call.fails("invalid_params", "delete_unused", types=["sound"])


def test_materials_are_merged_for_everything_that_uses_them(call: Any) -> None:
    littered(call)
    told = call(
        "merge_materials", items=[{"id": "Of a rail", "into_id": "Wood"}, {"id": "Shielded", "into_id": "Wood"}]
    )
    assert [item["merged"] for item in told["items"]] == [True, False]
    left = call.python(LEFT)
    assert left["slots"]["Rail"] == ["Wood"]
    assert "Of a rail" not in left["materials"]
    assert "Shielded" in left["materials"]
    error = call.fails(
        "invalid_params",
        "merge_materials",
        items=[{"id": "Red", "into_id": "Wood"}, {"id": "Wood", "into_id": "Rough"}],
    )
    assert error.details["path"] == "items[0].into_id"
    assert call.python(LEFT) == left
