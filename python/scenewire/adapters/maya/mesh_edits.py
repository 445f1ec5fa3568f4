"""Operations on the elements of meshes by Maya's polygon commands, straight on a mesh without history; a mesh that has
some gets their nodes into it, as Maya itself does."""

from __future__ import annotations

import math

from scenewire.adapters.contract import Job, Json
from scenewire.adapters.dispatch import Atomic
from scenewire.adapters.fields import Item
from scenewire.adapters.maya.components import Mesh
from scenewire.adapters.maya.faces import delete_faces
from scenewire.adapters.maya.followed import Shape, followed
from scenewire.adapters.maya.mesh_batches import each_edited
from scenewire.adapters.mesh_elements import Chosen
from scenewire.errors import HandlerError, InvalidParamsError, NotSupportedError

Vector = tuple[float, float, float]


def extrude_faces(*, items: list[Item], job: Job, on_error: str = "fail") -> Json:
    """Draws faces out."""
    return each_edited(items, _extrude)


def _extrude(mesh: Mesh, item: Item, chosen: Chosen) -> None:
    from maya import cmds

    faces, distance, given = _some(chosen, "face"), item["distance"], item.get("direction")
    if given is not None and not any(given):
        raise InvalidParamsError("a direction has a length", {"path": "direction", "got": given})
    apart = bool(item.get("individual_faces"))
    if given is None and apart:
        how = {"localTranslate": (0.0, 0.0, distance)}
    else:
        way = _unit(tuple(given)) if given is not None else _mean_normal(mesh, faces)
        how = {"translate": tuple(distance * part for part in way)}
    before = mesh.count("vertex")
    cmds.polyExtrudeFacet(
        mesh.parts("face", faces), keepFacesTogether=not apart, worldSpace=False, constructionHistory=False, **how
    )
    if not item.get("create_caps", True):
        _uncap(mesh, faces, before)


def _mean_normal(mesh: Mesh, faces: list[int]) -> Vector:
    """That of faces together, each by its area."""
    total = [0.0, 0.0, 0.0]
    for face in faces:
        normal = mesh.it.getPolygonNormal(face)
        mesh.faces.setIndex(face)
        area = float(mesh.faces.getArea())
        total = [a + area * b for a, b in zip(total, (normal.x, normal.y, normal.z))]
    if math.hypot(*total) < 1e-9:
        raise InvalidParamsError("the normals of these faces cancel out", {"path": "direction"}, ["give a direction"])
    return _unit((total[0], total[1], total[2]))


def _unit(vector: Vector) -> Vector:
    length = math.hypot(*vector)
    return vector[0] / length, vector[1] / length, vector[2] / length


def _uncap(mesh: Mesh, faces: list[int], before: int) -> None:
    """Deletes what was drawn out: Maya gives the caps the numbers that the faces had, which is looked at first."""
    from maya import cmds

    now = Mesh(mesh.node).it
    if any(corner < before for face in faces for corner in now.getPolygonVertices(face)):
        raise HandlerError("Maya has numbered the faces anew, so that the caps cannot be told from the walls")
    cmds.polyDelFacet(mesh.parts("face", faces), constructionHistory=False)


def extrude_along_normals(*, items: list[Item], job: Job, on_error: str = "fail") -> Json:
    """Draws faces out, each corner along its own normal."""
    return each_edited(items, _extrude_along_normals)


def _extrude_along_normals(mesh: Mesh, item: Item, chosen: Chosen) -> None:
    from maya import cmds

    if not item.get("even", True):
        raise NotSupportedError(
            "what Maya draws out along normals has a consistent thickness", {"path": "even", "got": False}
        )
    cmds.polyExtrudeFacet(
        mesh.parts("face", _some(chosen, "face")), thickness=item["distance"], keepFacesTogether=True,
        constructionHistory=False,
    )  # fmt: skip


def inset_faces(*, items: list[Item], job: Job, on_error: str = "fail") -> Json:
    """Gives faces a border inside."""
    return each_edited(items, _inset)


def _inset(mesh: Mesh, item: Item, chosen: Chosen) -> None:
    from maya import cmds

    cmds.polyExtrudeFacet(
        mesh.parts("face", _some(chosen, "face")), offset=item["amount"],
        localTranslate=(0.0, 0.0, item.get("depth", 0.0)), keepFacesTogether=not item.get("individual_faces"),
        constructionHistory=False,
    )  # fmt: skip


def dissolve(*, items: list[Item], job: Job, on_error: str = "fail") -> Json:
    """Takes elements out without a hole."""
    return each_edited(items, _dissolve)


def _dissolve(mesh: Mesh, item: Item, chosen: Chosen) -> None:
    """What lies around the vertices and between the faces named are edges: Maya joins faces over those."""
    from maya import cmds

    edges = set(chosen.get("edge", ()))
    winged = []
    for vertex in chosen.get("vertex", ()):
        mesh.vertices.setIndex(vertex)
        around = set(map(int, mesh.vertices.getConnectedEdges()))
        if len(around) == 2:
            winged.append(vertex)
        elif len(around) != len(mesh.vertices.getConnectedFaces()):
            raise NotSupportedError(
                "a vertex at a border that more than two edges meet in cannot be dissolved in Maya",
                {"path": "vertex_ids", "got": vertex},
                ["dissolve the edges that lead inwards from it first"],
            )
        else:
            edges |= around
    seen: set[int] = set()
    for face in chosen.get("face", ()):
        mesh.faces.setIndex(face)
        own = set(map(int, mesh.faces.getEdges()))
        edges |= own & seen
        seen |= own
    if bool(edges) == bool(winged):
        raise InvalidParamsError(
            "nothing to dissolve was named" if not edges else "vertices between two edges go by themselves",
            {"path": "vertex_ids" if edges else "edge_ids", "expected": "one or more"},
            ["name them in an item of their own"] if edges else [],
        )
    if edges:
        cmds.polyDelEdge(mesh.parts("edge", sorted(edges)), cleanVertices=False, constructionHistory=False)
    else:
        cmds.polyDelVertex(mesh.parts("vertex", winged), constructionHistory=False)


def bridge(*, items: list[Item], job: Job, on_error: str = "fail") -> Json:
    """Joins two loops by faces."""
    return each_edited(items, _bridge)


def _bridge(mesh: Mesh, item: Item, chosen: Chosen) -> None:
    from maya import cmds

    faces, edges = chosen.get("face", []), chosen.get("edge", [])
    if bool(faces) == bool(edges):
        raise InvalidParamsError(
            "either edges or faces are bridged", {"path": "edge_ids", "expected": "`edge_ids` or `face_ids`"}
        )
    if faces:
        edges = _opened(mesh, faces)
    before = Mesh(mesh.node).count("face")
    cmds.polyBridgeEdge(
        mesh.parts("edge", edges), divisions=0, bridgeOffset=item.get("twist", 0),
        smoothingAngle=180 if item.get("smooth") else 0, constructionHistory=False,
    )  # fmt: skip
    if Mesh(mesh.node).count("face") == before:
        raise InvalidParamsError(
            "these are not two loops",
            {
                "path": "face_ids" if faces else "edge_ids",
                "expected": "two closed borders of as many edges each, or two patches with such borders",
            },
        )


def _opened(mesh: Mesh, faces: list[int]) -> list[int]:
    """Deletes faces; the edges that were around them, by their numbers then."""
    seen: dict[int, int] = {}
    for face in faces:
        mesh.faces.setIndex(face)
        for edge in map(int, mesh.faces.getEdges()):
            seen[edge] = seen.get(edge, 0) + 1
    before = Shape.of(mesh.it)
    delete_faces(mesh.node, set(faces))
    moved = followed(before, Shape.of(Mesh(mesh.node).it))["edge"]
    return [moved[edge] for edge, times in seen.items() if times == 1 and moved[edge] >= 0]


def triangulate(*, items: list[Item], job: Job, on_error: str = "fail") -> Json:
    """Cuts faces into triangles."""
    return each_edited(items, _triangulate, may_change_nothing=True)


def _triangulate(mesh: Mesh, item: Item, chosen: Chosen) -> None:
    from maya import cmds

    if item.get("method", "beauty") != "beauty":
        raise NotSupportedError(
            "Maya triangulates by its own rule alone, which is for well shaped triangles: `beauty`",
            {"path": "method", "got": item["method"]},
        )
    faces = chosen["face"] if "face" in chosen else range(mesh.count("face"))
    more = [face for face in faces if len(mesh.it.getPolygonVertices(face)) > 3]
    if more:
        cmds.polyTriangulate(mesh.parts("face", more), constructionHistory=False)


def quadrangulate(*, items: list[Item], job: Job, on_error: str = "fail") -> Json:
    """Joins pairs of triangles."""
    return each_edited(items, _quadrangulate, may_change_nothing=True)


def _quadrangulate(mesh: Mesh, item: Item, chosen: Chosen) -> None:
    from maya import cmds

    faces = chosen["face"] if "face" in chosen else range(mesh.count("face"))
    angle = math.degrees(item.get("max_angle_deviation", math.radians(40)))
    cmds.polyQuad(mesh.parts("face", faces), angle=angle, constructionHistory=False)


def _some(chosen: Chosen, kind: str) -> list[int]:
    """The elements named, when there are some."""
    if not chosen.get(kind):
        raise InvalidParamsError(f"no {kind} was named", {"path": f"{kind}_ids", "expected": "one or more"})
    return chosen[kind]


OPERATIONS: dict[str, Atomic] = {
    "extrude_faces": extrude_faces,
    "extrude_along_normals": extrude_along_normals,
    "inset_faces": inset_faces,
    "dissolve": dissolve,
    "bridge": bridge,
    "triangulate": triangulate,
    "quadrangulate": quadrangulate,
}
