# Generated from src/catalogue and src/wire/error.rs by `UPDATE=1 cargo test --lib catalogue`: do not edit.
"""Types of every entity, of what operations take and of what they give.

Lengths are in scene units, angles in radians, times in seconds, colours linear, rotations quaternions
``[x, y, z, w]``, unless a field says otherwise.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal, TypedDict, TypeVar, Union

# A dense array: anything with the buffer protocol (NumPy, memoryview, array) or lists; an array back.
Array = Any
# A file or picture that comes as bytes with its media type.
Blob = Any


class Frame(TypedDict):
    """A time said as a frame number."""

    frame: float


class _Euler(TypedDict):
    euler: Sequence[float]


class Euler(_Euler, total=False):
    """A rotation in degrees about fixed axes, one after the other in this order."""

    order: Literal["XYZ", "XZY", "YXZ", "YZX", "ZXY", "ZYX"]


class Matrix(TypedDict):
    """A rotation as 9 or 16 numbers, row-major."""

    matrix: Sequence[float]


# Seconds, or a frame.
Time = Union[float, Frame]
# A quaternion [x, y, z, w], Euler angles in degrees, or a matrix.
Rotation = Union[Sequence[float], Euler, Matrix]
# "#rrggbb" or a CSS name (sRGB), or linear [r, g, b] or [r, g, b, a].
Color = Union[str, Sequence[float]]


class Comparison(TypedDict, total=False):
    """How a field compares, in a filter; all of it must hold. Only numbers have an order."""

    eq: Any
    ne: Any
    lt: float
    le: float
    gt: float
    ge: float


_T = TypeVar("_T")
# What a filter takes for a field: a value, values of which it is one, or comparisons.
Filter = Union[_T, Sequence[_T], Comparison]


class _GenericResponse(TypedDict):
    status: Literal["success", "error"]


class GenericResponse(_GenericResponse, total=False):
    """What an edge answers: a result, or a message with an error code."""

    result: Any
    message: str
    error_code: str


NodeType = Literal["mesh", "camera", "light", "empty", "armature", "curve", "other"]


class Bounds(TypedDict):
    """Box around it in world space, in scene units."""

    min: list[float]
    """Least x, y, z."""
    max: list[float]
    """Greatest x, y, z."""


class Node(TypedDict, total=False):
    """A node is any scene object; creating one makes an empty that others can be parented to."""

    id: str
    """Opaque id that survives renaming."""
    name: str
    """The name that the artist sees; the host may number it to keep it unique."""
    type: NodeType
    """What it is."""
    position: list[float]
    """Position local to the parent, in scene units. Default: [0, 0, 0]."""
    rotation: list[float]
    """Rotation local to the parent as [x, y, z, w]; {"euler": [90, 0, 0]} in degrees or {"matrix": [...]} on
    input. Default: [0, 0, 0, 1].
    """
    scale: list[float]
    """Scale factors local to the parent. Default: [1, 1, 1]."""
    parent_id: str | None
    """Its parent, null for none."""
    child_ids: list[str]
    """Its direct children."""
    visible: bool
    """Whether it shows in the viewport and in renders. Default: true."""
    locked: bool
    """Whether the artist is kept from selecting or moving it. Default: false."""
    cast_shadow: bool
    """Whether it casts shadows; the host's own default when not given."""
    receive_shadow: bool
    """Whether shadows fall on it; `not_supported` where a host has no such switch."""
    render_order: int
    """Order of drawing, least first; `not_supported` where a host has none."""
    metadata: dict[str, Any]
    """Custom properties by name."""
    bounds: Bounds
    """Box around it in world space, in scene units."""
    matrix_world: list[float]
    """World transform, row-major, acting on column vectors."""


class NodeCreate(TypedDict, total=False):
    """What `create_nodes` takes."""

    name: str
    """The name that the artist sees; the host may number it to keep it unique."""
    position: Sequence[float]
    """Position local to the parent, in scene units. Default: [0, 0, 0]."""
    rotation: Rotation
    """Rotation local to the parent as [x, y, z, w]; {"euler": [90, 0, 0]} in degrees or {"matrix": [...]} on
    input. Default: [0, 0, 0, 1].
    """
    scale: Sequence[float]
    """Scale factors local to the parent. Default: [1, 1, 1]."""
    parent_id: str | None
    """Its parent, null for none."""
    visible: bool
    """Whether it shows in the viewport and in renders. Default: true."""
    locked: bool
    """Whether the artist is kept from selecting or moving it. Default: false."""
    cast_shadow: bool
    """Whether it casts shadows; the host's own default when not given."""
    receive_shadow: bool
    """Whether shadows fall on it; `not_supported` where a host has no such switch."""
    render_order: int
    """Order of drawing, least first; `not_supported` where a host has none."""
    metadata: dict[str, Any]
    """Custom properties by name."""


class _NodeUpdate(TypedDict):
    ids: Sequence[str]
    """Ids or unique names of what this patch changes."""


class NodeUpdate(_NodeUpdate, total=False):
    """A patch for `update_nodes`: ids and whatever changes."""

    name: str
    """The name that the artist sees; the host may number it to keep it unique."""
    position: Sequence[float]
    """Position local to the parent, in scene units. Default: [0, 0, 0]."""
    rotation: Rotation
    """Rotation local to the parent as [x, y, z, w]; {"euler": [90, 0, 0]} in degrees or {"matrix": [...]} on
    input. Default: [0, 0, 0, 1].
    """
    scale: Sequence[float]
    """Scale factors local to the parent. Default: [1, 1, 1]."""
    parent_id: str | None
    """Its parent, null for none."""
    visible: bool
    """Whether it shows in the viewport and in renders. Default: true."""
    locked: bool
    """Whether the artist is kept from selecting or moving it. Default: false."""
    cast_shadow: bool
    """Whether it casts shadows; the host's own default when not given."""
    receive_shadow: bool
    """Whether shadows fall on it; `not_supported` where a host has no such switch."""
    render_order: int
    """Order of drawing, least first; `not_supported` where a host has none."""
    metadata: dict[str, Any]
    """Custom properties by name."""


class NodeFilter(TypedDict, total=False):
    """Filters of `list_nodes`."""

    id: Filter[str]
    """Opaque id that survives renaming."""
    name: Filter[str]
    """The name that the artist sees; the host may number it to keep it unique."""
    type: Filter[NodeType]
    """What it is."""
    parent_id: Filter[str | None]
    """Its parent, null for none."""
    visible: Filter[bool]
    """Whether it shows in the viewport and in renders. Default: true."""
    locked: Filter[bool]
    """Whether the artist is kept from selecting or moving it. Default: false."""
    cast_shadow: Filter[bool]
    """Whether it casts shadows; the host's own default when not given."""
    receive_shadow: Filter[bool]
    """Whether shadows fall on it; `not_supported` where a host has no such switch."""
    render_order: Filter[int]
    """Order of drawing, least first; `not_supported` where a host has none."""


class Group(TypedDict, total=False):
    """A group keeps nodes together without moving them (a collection in Blender, a set in Maya, a folder in
    Unreal).
    """

    id: str
    """Opaque id that survives renaming."""
    name: str
    """The name that the artist sees; the host may number it to keep it unique."""
    parent_id: str | None
    """The group that it lies in, null for none."""
    child_ids: list[str]
    """The groups that lie in it."""
    object_ids: list[str]
    """The nodes that belong to it; a node may belong to several groups."""
    visible: bool
    """Whether its nodes show, in the viewport and in renders. Default: true."""
    locked: bool
    """Whether the artist is kept from selecting its nodes. Default: false."""
    metadata: dict[str, Any]
    """Custom properties by name."""


class GroupCreate(TypedDict, total=False):
    """What `create_groups` takes."""

    name: str
    """The name that the artist sees; the host may number it to keep it unique."""
    parent_id: str | None
    """The group that it lies in, null for none."""
    object_ids: Sequence[str]
    """The nodes that belong to it; a node may belong to several groups."""
    visible: bool
    """Whether its nodes show, in the viewport and in renders. Default: true."""
    locked: bool
    """Whether the artist is kept from selecting its nodes. Default: false."""
    metadata: dict[str, Any]
    """Custom properties by name."""


class _GroupUpdate(TypedDict):
    ids: Sequence[str]
    """Ids or unique names of what this patch changes."""


class GroupUpdate(_GroupUpdate, total=False):
    """A patch for `update_groups`: ids and whatever changes."""

    name: str
    """The name that the artist sees; the host may number it to keep it unique."""
    parent_id: str | None
    """The group that it lies in, null for none."""
    object_ids: Sequence[str]
    """The nodes that belong to it; a node may belong to several groups."""
    visible: bool
    """Whether its nodes show, in the viewport and in renders. Default: true."""
    locked: bool
    """Whether the artist is kept from selecting its nodes. Default: false."""
    metadata: dict[str, Any]
    """Custom properties by name."""


class GroupFilter(TypedDict, total=False):
    """Filters of `list_groups`."""

    id: Filter[str]
    """Opaque id that survives renaming."""
    name: Filter[str]
    """The name that the artist sees; the host may number it to keep it unique."""
    parent_id: Filter[str | None]
    """The group that it lies in, null for none."""
    visible: Filter[bool]
    """Whether its nodes show, in the viewport and in renders. Default: true."""
    locked: Filter[bool]
    """Whether the artist is kept from selecting its nodes. Default: false."""


ConstraintType = Literal[
    "point",
    "aim",
    "orientation",
    "parent",
    "pole",
    "ik",
    "spring",
    "path",
    "scale_to",
    "look_at",
    "other",
]


ConstraintSkipTranslation = Literal["x", "y", "z"]


ConstraintSkipRotation = Literal["x", "y", "z"]


ConstraintSkipScale = Literal["x", "y", "z"]


ConstraintSpace = Literal["world", "local", "custom"]


class Constraint(TypedDict, total=False):
    """A constraint makes a node (`source_id`) follow, aim at or copy another one (`target_id`)."""

    id: str
    """Opaque id that survives renaming."""
    name: str
    """The name that the artist sees, unique on its node."""
    type: ConstraintType
    """What it does: `point` copies the position, `orientation` the rotation, `scale_to` the scale, `parent`
    all three; `aim` turns one axis to the target by the shortest way, `look_at` keeps another one up; `path`
    follows a curve, `ik` bends a chain of joints; `other` only on reading what is none of these.
    """
    source_id: str
    """The node or joint that is constrained; it stays the same."""
    target_id: str | None
    """The node that it follows, null for none yet."""
    influence: float
    """How much of it takes effect. Default: 1."""
    maintain_offset: bool
    """Whether the node stays where it is and keeps the difference from then on; true unless given for types
    that have it.
    """
    skip_translation: list[ConstraintSkipTranslation]
    """Axes along which it does not move the node."""
    skip_rotation: list[ConstraintSkipRotation]
    """Axes around which it does not turn the node."""
    skip_scale: list[ConstraintSkipScale]
    """Axes along which it does not scale the node."""
    space: ConstraintSpace
    """In which space both are compared. Default: "world"."""
    custom_space_id: str | None
    """The node whose space it is when `space` is `custom`."""
    active: bool
    """Whether it takes effect at all. Default: true."""
    metadata: dict[str, Any]
    """Custom properties by name."""


class _ConstraintCreate(TypedDict):
    type: ConstraintType
    """What it does: `point` copies the position, `orientation` the rotation, `scale_to` the scale, `parent`
    all three; `aim` turns one axis to the target by the shortest way, `look_at` keeps another one up; `path`
    follows a curve, `ik` bends a chain of joints; `other` only on reading what is none of these.
    """
    source_id: str
    """The node or joint that is constrained; it stays the same."""
    target_id: str | None
    """The node that it follows, null for none yet."""


class ConstraintCreate(_ConstraintCreate, total=False):
    """What `create_constraints` takes."""

    name: str
    """The name that the artist sees, unique on its node."""
    influence: float
    """How much of it takes effect. Default: 1."""
    maintain_offset: bool
    """Whether the node stays where it is and keeps the difference from then on; true unless given for types
    that have it.
    """
    skip_translation: Sequence[ConstraintSkipTranslation]
    """Axes along which it does not move the node."""
    skip_rotation: Sequence[ConstraintSkipRotation]
    """Axes around which it does not turn the node."""
    skip_scale: Sequence[ConstraintSkipScale]
    """Axes along which it does not scale the node."""
    space: ConstraintSpace
    """In which space both are compared. Default: "world"."""
    custom_space_id: str | None
    """The node whose space it is when `space` is `custom`."""
    active: bool
    """Whether it takes effect at all. Default: true."""
    metadata: dict[str, Any]
    """Custom properties by name."""


class _ConstraintUpdate(TypedDict):
    ids: Sequence[str]
    """Ids or unique names of what this patch changes."""


class ConstraintUpdate(_ConstraintUpdate, total=False):
    """A patch for `update_constraints`: ids and whatever changes."""

    name: str
    """The name that the artist sees, unique on its node."""
    target_id: str | None
    """The node that it follows, null for none yet."""
    influence: float
    """How much of it takes effect. Default: 1."""
    maintain_offset: bool
    """Whether the node stays where it is and keeps the difference from then on; true unless given for types
    that have it.
    """
    skip_translation: Sequence[ConstraintSkipTranslation]
    """Axes along which it does not move the node."""
    skip_rotation: Sequence[ConstraintSkipRotation]
    """Axes around which it does not turn the node."""
    skip_scale: Sequence[ConstraintSkipScale]
    """Axes along which it does not scale the node."""
    space: ConstraintSpace
    """In which space both are compared. Default: "world"."""
    custom_space_id: str | None
    """The node whose space it is when `space` is `custom`."""
    active: bool
    """Whether it takes effect at all. Default: true."""
    metadata: dict[str, Any]
    """Custom properties by name."""


class ConstraintFilter(TypedDict, total=False):
    """Filters of `list_constraints`."""

    id: Filter[str]
    """Opaque id that survives renaming."""
    name: Filter[str]
    """The name that the artist sees, unique on its node."""
    type: Filter[ConstraintType]
    """What it does: `point` copies the position, `orientation` the rotation, `scale_to` the scale, `parent`
    all three; `aim` turns one axis to the target by the shortest way, `look_at` keeps another one up; `path`
    follows a curve, `ik` bends a chain of joints; `other` only on reading what is none of these.
    """
    source_id: Filter[str]
    """The node or joint that is constrained; it stays the same."""
    target_id: Filter[str | None]
    """The node that it follows, null for none yet."""
    influence: Filter[float]
    """How much of it takes effect. Default: 1."""
    maintain_offset: Filter[bool]
    """Whether the node stays where it is and keeps the difference from then on; true unless given for types
    that have it.
    """
    space: Filter[ConstraintSpace]
    """In which space both are compared. Default: "world"."""
    custom_space_id: Filter[str | None]
    """The node whose space it is when `space` is `custom`."""
    active: Filter[bool]
    """Whether it takes effect at all. Default: true."""


class Mesh(Node, total=False):
    """A mesh is a scene object made of vertices and faces; its id is the object's."""

    vertices: Array
    """Positions local to the object, in scene units, shape [n, 3]."""
    indices: Array
    """Vertex numbers of every face one after the other, three each unless `face_sizes` says otherwise;
    counter-clockwise seen from outside.
    """
    face_sizes: Array
    """Corners of each face, at least 3; without it all are triangles."""
    normals: Array
    """One unit normal per vertex or per face corner, shape [n, 3]."""
    uvs: Array
    """One texture coordinate per vertex or per face corner, shape [n, 2], origin at the lower left."""
    colors: Array
    """One linear rgba per vertex or per face corner, shape [n, 4]."""
    material_ids: list[str]
    """Materials in slot order."""
    material_id: str | None
    """The first material, null for none."""
    face_materials: Array
    """Number of the material slot of each face, shape [n]."""
    smooth: bool
    """Whether all its faces are shaded smooth; absent when some are and some not."""
    tangents: Array
    """Tangent and sign of the bitangent per face corner, shape [n, 4], where there is a UV map."""
    revision: str
    """Changes whenever vertices, edges or faces come, go or are joined otherwise."""
    vertex_count: int
    """How many vertices."""
    edge_count: int
    """How many edges."""
    face_count: int
    """How many faces."""


class _MeshCreate(TypedDict):
    vertices: Array
    """Positions local to the object, in scene units, shape [n, 3]."""


class MeshCreate(_MeshCreate, NodeCreate, total=False):
    """What `create_meshes` takes."""

    indices: Array
    """Vertex numbers of every face one after the other, three each unless `face_sizes` says otherwise;
    counter-clockwise seen from outside.
    """
    face_sizes: Array
    """Corners of each face, at least 3; without it all are triangles."""
    normals: Array
    """One unit normal per vertex or per face corner, shape [n, 3]."""
    uvs: Array
    """One texture coordinate per vertex or per face corner, shape [n, 2], origin at the lower left."""
    colors: Array
    """One linear rgba per vertex or per face corner, shape [n, 4]."""
    material_ids: Sequence[str]
    """Materials in slot order."""
    material_id: str | None
    """The first material, null for none."""
    face_materials: Array
    """Number of the material slot of each face, shape [n]."""
    smooth: bool
    """Whether all its faces are shaded smooth; absent when some are and some not."""


class MeshUpdate(NodeUpdate, total=False):
    """A patch for `update_meshes`: ids and whatever changes."""

    vertices: Array
    """Positions local to the object, in scene units, shape [n, 3]."""
    indices: Array
    """Vertex numbers of every face one after the other, three each unless `face_sizes` says otherwise;
    counter-clockwise seen from outside.
    """
    face_sizes: Array
    """Corners of each face, at least 3; without it all are triangles."""
    normals: Array
    """One unit normal per vertex or per face corner, shape [n, 3]."""
    uvs: Array
    """One texture coordinate per vertex or per face corner, shape [n, 2], origin at the lower left."""
    colors: Array
    """One linear rgba per vertex or per face corner, shape [n, 4]."""
    material_ids: Sequence[str]
    """Materials in slot order."""
    material_id: str | None
    """The first material, null for none."""
    face_materials: Array
    """Number of the material slot of each face, shape [n]."""
    smooth: bool
    """Whether all its faces are shaded smooth; absent when some are and some not."""


class MeshFilter(NodeFilter, total=False):
    """Filters of `list_meshes`."""

    material_id: Filter[str | None]
    """The first material, null for none."""
    smooth: Filter[bool]
    """Whether all its faces are shaded smooth; absent when some are and some not."""
    revision: Filter[str]
    """Changes whenever vertices, edges or faces come, go or are joined otherwise."""
    vertex_count: Filter[int]
    """How many vertices."""
    edge_count: Filter[int]
    """How many edges."""
    face_count: Filter[int]
    """How many faces."""


class Vertex(TypedDict, total=False):
    """A vertex is a point of a mesh; for many at once the arrays of the mesh are a thousand times quicker."""

    id: str
    """Opaque id, for this topology of the mesh: `stale_id` once somebody else changed that."""
    name: str
    """`mesh/vertex/3`: the mesh's name, what it is, its number."""
    mesh_id: str
    """The mesh that it is part of."""
    index: int
    """Its number in the mesh."""
    position: list[float]
    """Position local to the mesh, in scene units."""
    normal: list[float]
    """Unit normal, the mean of its faces'."""
    uvs: list[list[float]]
    """One texture coordinate per UV map, written to all its corners; none where no face has it."""
    color: list[float]
    """Its colour in the active colour attribute; absent when the mesh has none."""
    weights: dict[str, Any]
    """Weight from 0 to 1 by the name of the bone or vertex group that moves it."""
    selected: bool
    """Whether it is selected in the artist's edit mode. Default: false."""
    hidden: bool
    """Whether it is hidden in the artist's edit mode. Default: false."""
    metadata: dict[str, Any]
    """Custom properties by name."""


class _VertexCreate(TypedDict):
    mesh_id: str
    """The mesh that it is part of."""
    position: Sequence[float]
    """Position local to the mesh, in scene units."""


class VertexCreate(_VertexCreate, total=False):
    """What `create_vertices` takes."""

    uvs: Sequence[Sequence[float]]
    """One texture coordinate per UV map, written to all its corners; none where no face has it."""
    color: Color
    """Its colour in the active colour attribute; absent when the mesh has none."""
    weights: dict[str, Any]
    """Weight from 0 to 1 by the name of the bone or vertex group that moves it."""
    selected: bool
    """Whether it is selected in the artist's edit mode. Default: false."""
    hidden: bool
    """Whether it is hidden in the artist's edit mode. Default: false."""
    metadata: dict[str, Any]
    """Custom properties by name."""


class _VertexUpdate(TypedDict):
    ids: Sequence[str]
    """Ids or unique names of what this patch changes."""


class VertexUpdate(_VertexUpdate, total=False):
    """A patch for `update_vertices`: ids and whatever changes."""

    position: Sequence[float]
    """Position local to the mesh, in scene units."""
    uvs: Sequence[Sequence[float]]
    """One texture coordinate per UV map, written to all its corners; none where no face has it."""
    color: Color
    """Its colour in the active colour attribute; absent when the mesh has none."""
    weights: dict[str, Any]
    """Weight from 0 to 1 by the name of the bone or vertex group that moves it."""
    selected: bool
    """Whether it is selected in the artist's edit mode. Default: false."""
    hidden: bool
    """Whether it is hidden in the artist's edit mode. Default: false."""
    metadata: dict[str, Any]
    """Custom properties by name."""


class VertexFilter(TypedDict, total=False):
    """Filters of `list_vertices`."""

    id: Filter[str]
    """Opaque id, for this topology of the mesh: `stale_id` once somebody else changed that."""
    name: Filter[str]
    """`mesh/vertex/3`: the mesh's name, what it is, its number."""
    mesh_id: Filter[str]
    """The mesh that it is part of."""
    index: Filter[int]
    """Its number in the mesh."""
    selected: Filter[bool]
    """Whether it is selected in the artist's edit mode. Default: false."""
    hidden: Filter[bool]
    """Whether it is hidden in the artist's edit mode. Default: false."""


class Edge(TypedDict, total=False):
    """An edge joins two vertices of a mesh."""

    id: str
    """Opaque id, for this topology of the mesh: `stale_id` once somebody else changed that."""
    name: str
    """`mesh/vertex/3`: the mesh's name, what it is, its number."""
    mesh_id: str
    """The mesh that it is part of."""
    index: int
    """Its number in the mesh."""
    vertex_ids: list[str]
    """Its two vertices."""
    sharp: bool
    """Whether shading breaks at it. Default: false."""
    crease: float
    """How sharp it stays when the mesh is subdivided. Default: 0."""
    seam: bool
    """Whether unwrapping cuts along it. Default: false."""
    hidden: bool
    """Whether it is hidden in the artist's edit mode. Default: false."""
    selected: bool
    """Whether it is selected in the artist's edit mode. Default: false."""
    metadata: dict[str, Any]
    """Custom properties by name."""


class _EdgeCreate(TypedDict):
    mesh_id: str
    """The mesh that it is part of."""
    vertex_ids: Sequence[str]
    """Its two vertices."""


class EdgeCreate(_EdgeCreate, total=False):
    """What `create_edges` takes."""

    sharp: bool
    """Whether shading breaks at it. Default: false."""
    crease: float
    """How sharp it stays when the mesh is subdivided. Default: 0."""
    seam: bool
    """Whether unwrapping cuts along it. Default: false."""
    hidden: bool
    """Whether it is hidden in the artist's edit mode. Default: false."""
    selected: bool
    """Whether it is selected in the artist's edit mode. Default: false."""
    metadata: dict[str, Any]
    """Custom properties by name."""


class _EdgeUpdate(TypedDict):
    ids: Sequence[str]
    """Ids or unique names of what this patch changes."""


class EdgeUpdate(_EdgeUpdate, total=False):
    """A patch for `update_edges`: ids and whatever changes."""

    sharp: bool
    """Whether shading breaks at it. Default: false."""
    crease: float
    """How sharp it stays when the mesh is subdivided. Default: 0."""
    seam: bool
    """Whether unwrapping cuts along it. Default: false."""
    hidden: bool
    """Whether it is hidden in the artist's edit mode. Default: false."""
    selected: bool
    """Whether it is selected in the artist's edit mode. Default: false."""
    metadata: dict[str, Any]
    """Custom properties by name."""


class EdgeFilter(TypedDict, total=False):
    """Filters of `list_edges`."""

    id: Filter[str]
    """Opaque id, for this topology of the mesh: `stale_id` once somebody else changed that."""
    name: Filter[str]
    """`mesh/vertex/3`: the mesh's name, what it is, its number."""
    mesh_id: Filter[str]
    """The mesh that it is part of."""
    index: Filter[int]
    """Its number in the mesh."""
    sharp: Filter[bool]
    """Whether shading breaks at it. Default: false."""
    crease: Filter[float]
    """How sharp it stays when the mesh is subdivided. Default: 0."""
    seam: Filter[bool]
    """Whether unwrapping cuts along it. Default: false."""
    hidden: Filter[bool]
    """Whether it is hidden in the artist's edit mode. Default: false."""
    selected: Filter[bool]
    """Whether it is selected in the artist's edit mode. Default: false."""


class Face(TypedDict, total=False):
    """A face is spanned by three or more vertices of a mesh, counter-clockwise seen from outside."""

    id: str
    """Opaque id, for this topology of the mesh: `stale_id` once somebody else changed that."""
    name: str
    """`mesh/vertex/3`: the mesh's name, what it is, its number."""
    mesh_id: str
    """The mesh that it is part of."""
    index: int
    """Its number in the mesh."""
    vertex_ids: list[str]
    """Its vertices in order."""
    normal: list[float]
    """Unit normal."""
    center: list[float]
    """Mean of its vertices, local to the mesh."""
    area: float
    """Its area, local to the mesh."""
    material_id: str | None
    """Its material, one of the mesh's; null for none."""
    smooth: bool
    """Whether it is shaded smooth. Default: false."""
    smoothing_group: int
    """Smoothing group; `not_supported` where a host has none."""
    hidden: bool
    """Whether it is hidden in the artist's edit mode. Default: false."""
    selected: bool
    """Whether it is selected in the artist's edit mode. Default: false."""
    metadata: dict[str, Any]
    """Custom properties by name."""


class _FaceCreate(TypedDict):
    mesh_id: str
    """The mesh that it is part of."""
    vertex_ids: Sequence[str]
    """Its vertices in order."""


class FaceCreate(_FaceCreate, total=False):
    """What `create_faces` takes."""

    material_id: str | None
    """Its material, one of the mesh's; null for none."""
    smooth: bool
    """Whether it is shaded smooth. Default: false."""
    smoothing_group: int
    """Smoothing group; `not_supported` where a host has none."""
    hidden: bool
    """Whether it is hidden in the artist's edit mode. Default: false."""
    selected: bool
    """Whether it is selected in the artist's edit mode. Default: false."""
    metadata: dict[str, Any]
    """Custom properties by name."""


class _FaceUpdate(TypedDict):
    ids: Sequence[str]
    """Ids or unique names of what this patch changes."""


class FaceUpdate(_FaceUpdate, total=False):
    """A patch for `update_faces`: ids and whatever changes."""

    material_id: str | None
    """Its material, one of the mesh's; null for none."""
    smooth: bool
    """Whether it is shaded smooth. Default: false."""
    smoothing_group: int
    """Smoothing group; `not_supported` where a host has none."""
    hidden: bool
    """Whether it is hidden in the artist's edit mode. Default: false."""
    selected: bool
    """Whether it is selected in the artist's edit mode. Default: false."""
    metadata: dict[str, Any]
    """Custom properties by name."""


class FaceFilter(TypedDict, total=False):
    """Filters of `list_faces`."""

    id: Filter[str]
    """Opaque id, for this topology of the mesh: `stale_id` once somebody else changed that."""
    name: Filter[str]
    """`mesh/vertex/3`: the mesh's name, what it is, its number."""
    mesh_id: Filter[str]
    """The mesh that it is part of."""
    index: Filter[int]
    """Its number in the mesh."""
    area: Filter[float]
    """Its area, local to the mesh."""
    material_id: Filter[str | None]
    """Its material, one of the mesh's; null for none."""
    smooth: Filter[bool]
    """Whether it is shaded smooth. Default: false."""
    smoothing_group: Filter[int]
    """Smoothing group; `not_supported` where a host has none."""
    hidden: Filter[bool]
    """Whether it is hidden in the artist's edit mode. Default: false."""
    selected: Filter[bool]
    """Whether it is selected in the artist's edit mode. Default: false."""


class UVMap(TypedDict, total=False):
    """A UV map says where on a texture each corner of a mesh's faces lies."""

    id: str
    """Opaque id that survives renaming."""
    name: str
    """The name that the artist sees; the host may number it to keep it unique."""
    mesh_id: str
    """The mesh that it is part of."""
    channel: int
    """Its number among the mesh's UV maps."""
    coordinates: Array
    """One [u, v] per face corner, or on input per vertex, shape [n, 2], origin at the lower left."""
    active: bool
    """Whether it is the one that operations and renders take."""
    metadata: dict[str, Any]
    """Custom properties by name."""


class _UVMapCreate(TypedDict):
    mesh_id: str
    """The mesh that it is part of."""


class UVMapCreate(_UVMapCreate, total=False):
    """What `create_uv_maps` takes."""

    name: str
    """The name that the artist sees; the host may number it to keep it unique."""
    coordinates: Array
    """One [u, v] per face corner, or on input per vertex, shape [n, 2], origin at the lower left."""
    active: bool
    """Whether it is the one that operations and renders take."""
    metadata: dict[str, Any]
    """Custom properties by name."""


class _UVMapUpdate(TypedDict):
    ids: Sequence[str]
    """Ids or unique names of what this patch changes."""


class UVMapUpdate(_UVMapUpdate, total=False):
    """A patch for `update_uv_maps`: ids and whatever changes."""

    name: str
    """The name that the artist sees; the host may number it to keep it unique."""
    coordinates: Array
    """One [u, v] per face corner, or on input per vertex, shape [n, 2], origin at the lower left."""
    active: bool
    """Whether it is the one that operations and renders take."""
    metadata: dict[str, Any]
    """Custom properties by name."""


class UVMapFilter(TypedDict, total=False):
    """Filters of `list_uv_maps`."""

    id: Filter[str]
    """Opaque id that survives renaming."""
    name: Filter[str]
    """The name that the artist sees; the host may number it to keep it unique."""
    mesh_id: Filter[str]
    """The mesh that it is part of."""
    channel: Filter[int]
    """Its number among the mesh's UV maps."""
    active: Filter[bool]
    """Whether it is the one that operations and renders take."""


TextureColorSpace = Literal["srgb", "linear", "data"]


TextureExtension = Literal["repeat", "extend", "clip", "mirror"]


class Texture(TypedDict, total=False):
    """A texture is a picture for materials: from a file, from bytes that are then kept in the scene, or
    blank.
    """

    id: str
    """Opaque id that survives renaming."""
    name: str
    """The name that the artist sees; the host may number it to keep it unique."""
    path: str
    """The file it is read from; absent when it is kept in the scene."""
    data: Blob
    """The bytes of a PNG, JPEG or EXR, to be kept in the scene; of one from a file they are read where its
    owner lets files be used.
    """
    width: int
    """Width in pixels; of a blank one on creation, else it is scaled."""
    height: int
    """Height in pixels; of a blank one on creation, else it is scaled."""
    color_space: TextureColorSpace
    """What its numbers are: colours as on screens, linear colours, or no colours at all (normals, roughness).
    """
    extension: TextureExtension
    """What lies beyond its edges; `not_supported` where that belongs to what shows it."""
    packed: bool
    """Whether its bytes are kept in the scene."""
    metadata: dict[str, Any]
    """Custom properties by name."""


class TextureCreate(TypedDict, total=False):
    """What `create_textures` takes."""

    name: str
    """The name that the artist sees; the host may number it to keep it unique."""
    path: str
    """The file it is read from; absent when it is kept in the scene."""
    data: Blob
    """The bytes of a PNG, JPEG or EXR, to be kept in the scene; of one from a file they are read where its
    owner lets files be used.
    """
    width: int
    """Width in pixels; of a blank one on creation, else it is scaled."""
    height: int
    """Height in pixels; of a blank one on creation, else it is scaled."""
    color_space: TextureColorSpace
    """What its numbers are: colours as on screens, linear colours, or no colours at all (normals, roughness).
    """
    extension: TextureExtension
    """What lies beyond its edges; `not_supported` where that belongs to what shows it."""
    metadata: dict[str, Any]
    """Custom properties by name."""


class _TextureUpdate(TypedDict):
    ids: Sequence[str]
    """Ids or unique names of what this patch changes."""


class TextureUpdate(_TextureUpdate, total=False):
    """A patch for `update_textures`: ids and whatever changes."""

    name: str
    """The name that the artist sees; the host may number it to keep it unique."""
    path: str
    """The file it is read from; absent when it is kept in the scene."""
    data: Blob
    """The bytes of a PNG, JPEG or EXR, to be kept in the scene; of one from a file they are read where its
    owner lets files be used.
    """
    width: int
    """Width in pixels; of a blank one on creation, else it is scaled."""
    height: int
    """Height in pixels; of a blank one on creation, else it is scaled."""
    color_space: TextureColorSpace
    """What its numbers are: colours as on screens, linear colours, or no colours at all (normals, roughness).
    """
    extension: TextureExtension
    """What lies beyond its edges; `not_supported` where that belongs to what shows it."""
    metadata: dict[str, Any]
    """Custom properties by name."""


class TextureFilter(TypedDict, total=False):
    """Filters of `list_textures`."""

    id: Filter[str]
    """Opaque id that survives renaming."""
    name: Filter[str]
    """The name that the artist sees; the host may number it to keep it unique."""
    width: Filter[int]
    """Width in pixels; of a blank one on creation, else it is scaled."""
    height: Filter[int]
    """Height in pixels; of a blank one on creation, else it is scaled."""
    color_space: Filter[TextureColorSpace]
    """What its numbers are: colours as on screens, linear colours, or no colours at all (normals, roughness).
    """
    extension: Filter[TextureExtension]
    """What lies beyond its edges; `not_supported` where that belongs to what shows it."""
    packed: Filter[bool]
    """Whether its bytes are kept in the scene."""


MaterialType = Literal["standard", "pbr", "lambert", "phong", "toon", "custom"]


MaterialAlphaMode = Literal["opaque", "mask", "blend"]


class Textures(TypedDict, total=False):
    """Textures by what they say of the surface; null takes one off, what is not named stays as it is."""

    base_color: str | None
    """Its colour."""
    normal: str | None
    """Its normals, in tangent space."""
    metallic: str | None
    """Where it is metal."""
    roughness: str | None
    """Where it is rough."""
    emissive: str | None
    """What it gives off."""
    ambient_occlusion: str | None
    """Where little light comes."""
    height: str | None
    """How far it stands out."""
    opacity: str | None
    """Where it is solid."""


MaterialSlot = Literal[
    "base_color",
    "metallic",
    "roughness",
    "normal",
    "height",
    "opacity",
    "emissive",
    "ambient_occlusion",
]


MaterialChannel = Literal["color", "red", "green", "blue", "alpha"]


class TextureMaps(TypedDict):
    """All that textures say of the surface, as `set_texture_maps` writes it."""

    slot: MaterialSlot
    """What it tells of the surface."""
    texture_id: str
    """The texture."""
    channel: MaterialChannel
    """Which of its numbers tell it."""
    invert: bool
    """Whether it tells the opposite."""
    flip_green: bool
    """Whether its green points down."""


class Material(TypedDict, total=False):
    """A material says how a surface looks, as metallic and roughness (PBR)."""

    id: str
    """Opaque id that survives renaming."""
    name: str
    """The name that the artist sees; the host may number it to keep it unique."""
    type: MaterialType
    """Which shading model; `custom` on reading one that is none of the others. Default: "pbr"."""
    base_color: list[float]
    """Colour of the surface, linear rgba; #rrggbb and CSS names on input; white unless given or said by a
    texture.
    """
    metallic: float
    """0 for what is not metal, 1 for metal; 0 unless given or said by a texture."""
    roughness: float
    """0 for a mirror, 1 for chalk; 0.5 unless given or said by a texture."""
    opacity: float
    """0 for invisible, 1 for solid; 1 unless given or said by a texture."""
    alpha_mode: MaterialAlphaMode
    """How opacity is used: not at all, as a hard cut, or blended."""
    alpha_cutoff: float
    """Opacity under which `mask` cuts."""
    double_sided: bool
    """Whether faces show from behind; the host's own default when not given."""
    emissive: list[float]
    """Colour of the light that it gives off, linear; black unless given or said by a texture."""
    emissive_intensity: float
    """Factor on `emissive`. Default: 1."""
    normal_scale: float
    """Strength of the normal map, 1 as painted."""
    textures: Textures
    """Textures by what they say of the surface; null takes one off, what is not named stays as it is."""
    texture_maps: list[TextureMaps]
    """All that textures say of the surface, as `set_texture_maps` writes it."""
    shader_parameters: dict[str, Any]
    """Further settings of the shader by the host's own names, those that differ from its defaults."""
    metadata: dict[str, Any]
    """Custom properties by name."""


class MaterialCreate(TypedDict, total=False):
    """What `create_materials` takes."""

    name: str
    """The name that the artist sees; the host may number it to keep it unique."""
    type: MaterialType
    """Which shading model; `custom` on reading one that is none of the others. Default: "pbr"."""
    base_color: Color
    """Colour of the surface, linear rgba; #rrggbb and CSS names on input; white unless given or said by a
    texture.
    """
    metallic: float
    """0 for what is not metal, 1 for metal; 0 unless given or said by a texture."""
    roughness: float
    """0 for a mirror, 1 for chalk; 0.5 unless given or said by a texture."""
    opacity: float
    """0 for invisible, 1 for solid; 1 unless given or said by a texture."""
    alpha_mode: MaterialAlphaMode
    """How opacity is used: not at all, as a hard cut, or blended."""
    alpha_cutoff: float
    """Opacity under which `mask` cuts."""
    double_sided: bool
    """Whether faces show from behind; the host's own default when not given."""
    emissive: Color
    """Colour of the light that it gives off, linear; black unless given or said by a texture."""
    emissive_intensity: float
    """Factor on `emissive`. Default: 1."""
    normal_scale: float
    """Strength of the normal map, 1 as painted."""
    textures: Textures
    """Textures by what they say of the surface; null takes one off, what is not named stays as it is."""
    shader_parameters: dict[str, Any]
    """Further settings of the shader by the host's own names, those that differ from its defaults."""
    metadata: dict[str, Any]
    """Custom properties by name."""


class _MaterialUpdate(TypedDict):
    ids: Sequence[str]
    """Ids or unique names of what this patch changes."""


class MaterialUpdate(_MaterialUpdate, total=False):
    """A patch for `update_materials`: ids and whatever changes."""

    name: str
    """The name that the artist sees; the host may number it to keep it unique."""
    type: MaterialType
    """Which shading model; `custom` on reading one that is none of the others. Default: "pbr"."""
    base_color: Color
    """Colour of the surface, linear rgba; #rrggbb and CSS names on input; white unless given or said by a
    texture.
    """
    metallic: float
    """0 for what is not metal, 1 for metal; 0 unless given or said by a texture."""
    roughness: float
    """0 for a mirror, 1 for chalk; 0.5 unless given or said by a texture."""
    opacity: float
    """0 for invisible, 1 for solid; 1 unless given or said by a texture."""
    alpha_mode: MaterialAlphaMode
    """How opacity is used: not at all, as a hard cut, or blended."""
    alpha_cutoff: float
    """Opacity under which `mask` cuts."""
    double_sided: bool
    """Whether faces show from behind; the host's own default when not given."""
    emissive: Color
    """Colour of the light that it gives off, linear; black unless given or said by a texture."""
    emissive_intensity: float
    """Factor on `emissive`. Default: 1."""
    normal_scale: float
    """Strength of the normal map, 1 as painted."""
    textures: Textures
    """Textures by what they say of the surface; null takes one off, what is not named stays as it is."""
    shader_parameters: dict[str, Any]
    """Further settings of the shader by the host's own names, those that differ from its defaults."""
    metadata: dict[str, Any]
    """Custom properties by name."""


class MaterialFilter(TypedDict, total=False):
    """Filters of `list_materials`."""

    id: Filter[str]
    """Opaque id that survives renaming."""
    name: Filter[str]
    """The name that the artist sees; the host may number it to keep it unique."""
    type: Filter[MaterialType]
    """Which shading model; `custom` on reading one that is none of the others. Default: "pbr"."""
    metallic: Filter[float]
    """0 for what is not metal, 1 for metal; 0 unless given or said by a texture."""
    roughness: Filter[float]
    """0 for a mirror, 1 for chalk; 0.5 unless given or said by a texture."""
    opacity: Filter[float]
    """0 for invisible, 1 for solid; 1 unless given or said by a texture."""
    alpha_mode: Filter[MaterialAlphaMode]
    """How opacity is used: not at all, as a hard cut, or blended."""
    alpha_cutoff: Filter[float]
    """Opacity under which `mask` cuts."""
    double_sided: Filter[bool]
    """Whether faces show from behind; the host's own default when not given."""
    emissive_intensity: Filter[float]
    """Factor on `emissive`. Default: 1."""
    normal_scale: Filter[float]
    """Strength of the normal map, 1 as painted."""


CurveKind = Literal["nurbs", "bezier", "poly"]


class _ControlPoints(TypedDict):
    position: list[float]
    """Position local to the curve."""


class ControlPoints(_ControlPoints, total=False):
    """Its points; of a curve of several pieces those of the first."""

    weight: float
    """How strongly it draws a NURBS curve. Default: 1."""
    handle_left: list[float]
    """Of a Bezier curve: where the tangent towards the point before ends."""
    handle_right: list[float]
    """Of a Bezier curve: where the tangent towards the next point ends."""


class Curve(Node, total=False):
    """A curve is a scene object: a NURBS or Bezier curve, or straight lines from point to point."""

    kind: CurveKind
    """What sort of curve. Default: "nurbs"."""
    control_points: list[ControlPoints]
    """Its points; of a curve of several pieces those of the first."""
    degree: int
    """Degree of a NURBS curve, 3 when not given; a Bezier curve has 3, a `poly` 1."""
    knots: list[float]
    """Knot vector; `not_supported` where the host makes it itself."""
    closed: bool
    """Whether its end meets its start. Default: false."""
    length: float
    """How long it is, in scene units."""
    piece_count: int
    """Of how many pieces it is made."""


class _CurveCreate(TypedDict):
    control_points: Sequence[ControlPoints]
    """Its points; of a curve of several pieces those of the first."""


class CurveCreate(_CurveCreate, NodeCreate, total=False):
    """What `create_curves` takes."""

    kind: CurveKind
    """What sort of curve. Default: "nurbs"."""
    degree: int
    """Degree of a NURBS curve, 3 when not given; a Bezier curve has 3, a `poly` 1."""
    knots: Sequence[float]
    """Knot vector; `not_supported` where the host makes it itself."""
    closed: bool
    """Whether its end meets its start. Default: false."""


class CurveUpdate(NodeUpdate, total=False):
    """A patch for `update_curves`: ids and whatever changes."""

    control_points: Sequence[ControlPoints]
    """Its points; of a curve of several pieces those of the first."""
    degree: int
    """Degree of a NURBS curve, 3 when not given; a Bezier curve has 3, a `poly` 1."""
    knots: Sequence[float]
    """Knot vector; `not_supported` where the host makes it itself."""
    closed: bool
    """Whether its end meets its start. Default: false."""


class CurveFilter(NodeFilter, total=False):
    """Filters of `list_curves`."""

    kind: Filter[CurveKind]
    """What sort of curve. Default: "nurbs"."""
    degree: Filter[int]
    """Degree of a NURBS curve, 3 when not given; a Bezier curve has 3, a `poly` 1."""
    closed: Filter[bool]
    """Whether its end meets its start. Default: false."""
    length: Filter[float]
    """How long it is, in scene units."""
    piece_count: Filter[int]
    """Of how many pieces it is made."""


SubdivisionSurfaceScheme = Literal["catmull_clark", "loop", "bilinear"]


class CreaseEdges(TypedDict):
    """The edges of the mesh that stay sharp; all others have no crease then."""

    edge_id: str
    """The edge."""
    crease_weight: float
    """How sharp it stays."""


SubdivisionSurfaceBoundaryInterpolation = Literal["none", "edges", "all"]


class SubdivisionSurface(TypedDict, total=False):
    """A subdivision surface shows a mesh smoothed and finer than it is stored."""

    id: str
    """Opaque id that survives renaming."""
    name: str
    """The name that the artist sees; the host may number it to keep it unique."""
    base_mesh_id: str
    """The mesh that it subdivides."""
    subdivision_level: int
    """How often, in the viewport. Default: 1."""
    render_level: int
    """How often in renders; as in the viewport when not given."""
    scheme: SubdivisionSurfaceScheme
    """By which rule. Default: "catmull_clark"."""
    crease_edges: list[CreaseEdges]
    """The edges of the mesh that stay sharp; all others have no crease then."""
    boundary_interpolation: SubdivisionSurfaceBoundaryInterpolation
    """What of an open boundary stays sharp: nothing, its edges, or its edges and corners. Default: "all"."""
    active: bool
    """Whether it takes effect. Default: true."""
    metadata: dict[str, Any]
    """Custom properties by name."""


class _SubdivisionSurfaceCreate(TypedDict):
    base_mesh_id: str
    """The mesh that it subdivides."""


class SubdivisionSurfaceCreate(_SubdivisionSurfaceCreate, total=False):
    """What `create_subdivision_surfaces` takes."""

    name: str
    """The name that the artist sees; the host may number it to keep it unique."""
    subdivision_level: int
    """How often, in the viewport. Default: 1."""
    render_level: int
    """How often in renders; as in the viewport when not given."""
    scheme: SubdivisionSurfaceScheme
    """By which rule. Default: "catmull_clark"."""
    crease_edges: Sequence[CreaseEdges]
    """The edges of the mesh that stay sharp; all others have no crease then."""
    boundary_interpolation: SubdivisionSurfaceBoundaryInterpolation
    """What of an open boundary stays sharp: nothing, its edges, or its edges and corners. Default: "all"."""
    active: bool
    """Whether it takes effect. Default: true."""
    metadata: dict[str, Any]
    """Custom properties by name."""


class _SubdivisionSurfaceUpdate(TypedDict):
    ids: Sequence[str]
    """Ids or unique names of what this patch changes."""


class SubdivisionSurfaceUpdate(_SubdivisionSurfaceUpdate, total=False):
    """A patch for `update_subdivision_surfaces`: ids and whatever changes."""

    name: str
    """The name that the artist sees; the host may number it to keep it unique."""
    subdivision_level: int
    """How often, in the viewport. Default: 1."""
    render_level: int
    """How often in renders; as in the viewport when not given."""
    scheme: SubdivisionSurfaceScheme
    """By which rule. Default: "catmull_clark"."""
    crease_edges: Sequence[CreaseEdges]
    """The edges of the mesh that stay sharp; all others have no crease then."""
    boundary_interpolation: SubdivisionSurfaceBoundaryInterpolation
    """What of an open boundary stays sharp: nothing, its edges, or its edges and corners. Default: "all"."""
    active: bool
    """Whether it takes effect. Default: true."""
    metadata: dict[str, Any]
    """Custom properties by name."""


class SubdivisionSurfaceFilter(TypedDict, total=False):
    """Filters of `list_subdivision_surfaces`."""

    id: Filter[str]
    """Opaque id that survives renaming."""
    name: Filter[str]
    """The name that the artist sees; the host may number it to keep it unique."""
    base_mesh_id: Filter[str]
    """The mesh that it subdivides."""
    subdivision_level: Filter[int]
    """How often, in the viewport. Default: 1."""
    render_level: Filter[int]
    """How often in renders; as in the viewport when not given."""
    scheme: Filter[SubdivisionSurfaceScheme]
    """By which rule. Default: "catmull_clark"."""
    boundary_interpolation: Filter[SubdivisionSurfaceBoundaryInterpolation]
    """What of an open boundary stays sharp: nothing, its edges, or its edges and corners. Default: "all"."""
    active: Filter[bool]
    """Whether it takes effect. Default: true."""


class Clip(TypedDict, total=False):
    """A clip keeps the animation of one or more nodes (an action in Blender, a clip in Maya, a sequence in
    Unreal).
    """

    id: str
    """Opaque id that survives renaming."""
    name: str
    """The name that the artist sees; the host may number it to keep it unique."""
    start_time: float
    """Where it begins; its first keyframe when nobody has said."""
    duration: float
    """How long it is; up to its last keyframe when nobody has said."""
    frame_rate: float
    """Frames per second of the clip itself."""
    loop: bool
    """Whether it is meant to be repeated, its end leading into its start. Default: false."""
    speed: float
    """How many times as fast it is played."""
    enabled: bool
    """Whether it takes effect wherever it is used."""
    node_ids: list[str]
    """The nodes that play it."""
    metadata: dict[str, Any]
    """Custom properties by name."""


class ClipCreate(TypedDict, total=False):
    """What `create_clips` takes."""

    name: str
    """The name that the artist sees; the host may number it to keep it unique."""
    start_time: Time
    """Where it begins; its first keyframe when nobody has said."""
    duration: Time
    """How long it is; up to its last keyframe when nobody has said."""
    frame_rate: float
    """Frames per second of the clip itself."""
    loop: bool
    """Whether it is meant to be repeated, its end leading into its start. Default: false."""
    speed: float
    """How many times as fast it is played."""
    enabled: bool
    """Whether it takes effect wherever it is used."""
    metadata: dict[str, Any]
    """Custom properties by name."""


class _ClipUpdate(TypedDict):
    ids: Sequence[str]
    """Ids or unique names of what this patch changes."""


class ClipUpdate(_ClipUpdate, total=False):
    """A patch for `update_clips`: ids and whatever changes."""

    name: str
    """The name that the artist sees; the host may number it to keep it unique."""
    start_time: Time
    """Where it begins; its first keyframe when nobody has said."""
    duration: Time
    """How long it is; up to its last keyframe when nobody has said."""
    frame_rate: float
    """Frames per second of the clip itself."""
    loop: bool
    """Whether it is meant to be repeated, its end leading into its start. Default: false."""
    speed: float
    """How many times as fast it is played."""
    enabled: bool
    """Whether it takes effect wherever it is used."""
    metadata: dict[str, Any]
    """Custom properties by name."""


class ClipFilter(TypedDict, total=False):
    """Filters of `list_clips`."""

    id: Filter[str]
    """Opaque id that survives renaming."""
    name: Filter[str]
    """The name that the artist sees; the host may number it to keep it unique."""
    start_time: Filter[float]
    """Where it begins; its first keyframe when nobody has said."""
    duration: Filter[float]
    """How long it is; up to its last keyframe when nobody has said."""
    frame_rate: Filter[float]
    """Frames per second of the clip itself."""
    loop: Filter[bool]
    """Whether it is meant to be repeated, its end leading into its start. Default: false."""
    speed: Filter[float]
    """How many times as fast it is played."""
    enabled: Filter[bool]
    """Whether it takes effect wherever it is used."""


ChannelType = Literal["scalar"]


ChannelExtrapolationPre = Literal["constant", "linear", "cycle", "cycle_with_offset", "oscillate"]


ChannelExtrapolationPost = Literal["constant", "linear", "cycle", "cycle_with_offset", "oscillate"]


class Channel(TypedDict, total=False):
    """A channel animates one number of a node in a clip; keyframes lie on it."""

    id: str
    """Opaque id that survives renaming of node and clip."""
    name: str
    """`clip/path`."""
    node_id: str | None
    """The node; a joint is taken too, and told as its rig. Null on reading while no node plays the clip."""
    path: str
    """Which number: `position.x`, `rotation.z` (Euler degrees), `quaternion.w`, `scale.y`, or the host's own
    path (`hide_render`, `modifiers["Bevel"].width`). That of the pose of a joint is told as
    `joints["Hip"].quaternion.w`.
    """
    clip_id: str
    """Its clip; without it the one that the node plays, made when missing."""
    type: ChannelType
    """How many numbers: hosts animate each one by itself."""
    default_value: float
    """What the number is when nothing animates it and nobody set it."""
    enabled: bool
    """Whether it takes part, where a host tells that from `muted`."""
    muted: bool
    """Whether the artist has switched it off. Default: false."""
    locked: bool
    """Whether the artist is kept from editing it. Default: false."""
    extrapolation_pre: ChannelExtrapolationPre
    """How it goes on before its first keyframe. Default: "constant"."""
    extrapolation_post: ChannelExtrapolationPost
    """How it goes on after its last keyframe. Default: "constant"."""
    metadata: dict[str, Any]
    """Custom properties by name."""


class _ChannelCreate(TypedDict):
    node_id: str | None
    """The node; a joint is taken too, and told as its rig. Null on reading while no node plays the clip."""
    path: str
    """Which number: `position.x`, `rotation.z` (Euler degrees), `quaternion.w`, `scale.y`, or the host's own
    path (`hide_render`, `modifiers["Bevel"].width`). That of the pose of a joint is told as
    `joints["Hip"].quaternion.w`.
    """


class ChannelCreate(_ChannelCreate, total=False):
    """What `create_channels` takes."""

    clip_id: str
    """Its clip; without it the one that the node plays, made when missing."""
    enabled: bool
    """Whether it takes part, where a host tells that from `muted`."""
    muted: bool
    """Whether the artist has switched it off. Default: false."""
    locked: bool
    """Whether the artist is kept from editing it. Default: false."""
    extrapolation_pre: ChannelExtrapolationPre
    """How it goes on before its first keyframe. Default: "constant"."""
    extrapolation_post: ChannelExtrapolationPost
    """How it goes on after its last keyframe. Default: "constant"."""
    metadata: dict[str, Any]
    """Custom properties by name."""


class _ChannelUpdate(TypedDict):
    ids: Sequence[str]
    """Ids or unique names of what this patch changes."""


class ChannelUpdate(_ChannelUpdate, total=False):
    """A patch for `update_channels`: ids and whatever changes."""

    enabled: bool
    """Whether it takes part, where a host tells that from `muted`."""
    muted: bool
    """Whether the artist has switched it off. Default: false."""
    locked: bool
    """Whether the artist is kept from editing it. Default: false."""
    extrapolation_pre: ChannelExtrapolationPre
    """How it goes on before its first keyframe. Default: "constant"."""
    extrapolation_post: ChannelExtrapolationPost
    """How it goes on after its last keyframe. Default: "constant"."""
    metadata: dict[str, Any]
    """Custom properties by name."""


class ChannelFilter(TypedDict, total=False):
    """Filters of `list_channels`."""

    id: Filter[str]
    """Opaque id that survives renaming of node and clip."""
    name: Filter[str]
    """`clip/path`."""
    node_id: Filter[str | None]
    """The node; a joint is taken too, and told as its rig. Null on reading while no node plays the clip."""
    path: Filter[str]
    """Which number: `position.x`, `rotation.z` (Euler degrees), `quaternion.w`, `scale.y`, or the host's own
    path (`hide_render`, `modifiers["Bevel"].width`). That of the pose of a joint is told as
    `joints["Hip"].quaternion.w`.
    """
    clip_id: Filter[str]
    """Its clip; without it the one that the node plays, made when missing."""
    type: Filter[ChannelType]
    """How many numbers: hosts animate each one by itself."""
    default_value: Filter[float]
    """What the number is when nothing animates it and nobody set it."""
    enabled: Filter[bool]
    """Whether it takes part, where a host tells that from `muted`."""
    muted: Filter[bool]
    """Whether the artist has switched it off. Default: false."""
    locked: Filter[bool]
    """Whether the artist is kept from editing it. Default: false."""
    extrapolation_pre: Filter[ChannelExtrapolationPre]
    """How it goes on before its first keyframe. Default: "constant"."""
    extrapolation_post: Filter[ChannelExtrapolationPost]
    """How it goes on after its last keyframe. Default: "constant"."""


AnimCurveInterpolationType = Literal["linear", "step", "bezier", "hermite", "catmull", "constant"]


AnimCurvePreInfinity = Literal["constant", "linear", "cycle", "cycle_with_offset", "oscillate"]


AnimCurvePostInfinity = Literal["constant", "linear", "cycle", "cycle_with_offset", "oscillate"]


class AnimCurve(TypedDict, total=False):
    """An animation curve is what a channel's number is over time: all its keyframes at once, as arrays, and
    how it goes on beyond them. A channel says what is animated and has a curve as soon as it has a keyframe
    (in Blender both are the F-curve); deleting the curve leaves the channel empty.
    """

    id: str
    """Opaque id that survives renaming of node and clip."""
    name: str
    """`clip/path`."""
    channel_id: str
    """Its channel; or give `node_id` and `path`."""
    node_id: str | None
    """The node or joint, in place of `channel_id`; clip and channel are made when missing."""
    path: str
    """Which number of the node, as in channels: `rotation.x`."""
    times: Array
    """When its keyframes are, rising, shape [n]."""
    values: Array
    """The number at each of them: degrees for `rotation.x`, scene units for `position.x`, shape [n]."""
    interpolation_type: AnimCurveInterpolationType
    """How it goes on from all of its keyframes; left out on reading where they differ."""
    pre_infinity: AnimCurvePreInfinity
    """How it goes on before its first keyframe. Default: "constant"."""
    post_infinity: AnimCurvePostInfinity
    """How it goes on after its last keyframe. Default: "constant"."""
    weighted_tangents: bool
    """Whether handles have lengths of their own, beside directions."""
    keyframe_count: int
    """How many keyframes it has."""
    start_time: float
    """Its first keyframe."""
    end_time: float
    """Its last keyframe."""
    minimum: float
    """The least of its values."""
    maximum: float
    """The greatest of its values."""
    metadata: dict[str, Any]
    """Custom properties by name."""


class _AnimCurveCreate(TypedDict):
    times: Array
    """When its keyframes are, rising, shape [n]."""
    values: Array
    """The number at each of them: degrees for `rotation.x`, scene units for `position.x`, shape [n]."""


class AnimCurveCreate(_AnimCurveCreate, total=False):
    """What `create_anim_curves` takes."""

    channel_id: str
    """Its channel; or give `node_id` and `path`."""
    node_id: str | None
    """The node or joint, in place of `channel_id`; clip and channel are made when missing."""
    path: str
    """Which number of the node, as in channels: `rotation.x`."""
    interpolation_type: AnimCurveInterpolationType
    """How it goes on from all of its keyframes; left out on reading where they differ."""
    pre_infinity: AnimCurvePreInfinity
    """How it goes on before its first keyframe. Default: "constant"."""
    post_infinity: AnimCurvePostInfinity
    """How it goes on after its last keyframe. Default: "constant"."""
    weighted_tangents: bool
    """Whether handles have lengths of their own, beside directions."""
    metadata: dict[str, Any]
    """Custom properties by name."""


class _AnimCurveUpdate(TypedDict):
    ids: Sequence[str]
    """Ids or unique names of what this patch changes."""


class AnimCurveUpdate(_AnimCurveUpdate, total=False):
    """A patch for `update_anim_curves`: ids and whatever changes."""

    times: Array
    """When its keyframes are, rising, shape [n]."""
    values: Array
    """The number at each of them: degrees for `rotation.x`, scene units for `position.x`, shape [n]."""
    interpolation_type: AnimCurveInterpolationType
    """How it goes on from all of its keyframes; left out on reading where they differ."""
    pre_infinity: AnimCurvePreInfinity
    """How it goes on before its first keyframe. Default: "constant"."""
    post_infinity: AnimCurvePostInfinity
    """How it goes on after its last keyframe. Default: "constant"."""
    weighted_tangents: bool
    """Whether handles have lengths of their own, beside directions."""
    metadata: dict[str, Any]
    """Custom properties by name."""


class AnimCurveFilter(TypedDict, total=False):
    """Filters of `list_anim_curves`."""

    id: Filter[str]
    """Opaque id that survives renaming of node and clip."""
    name: Filter[str]
    """`clip/path`."""
    channel_id: Filter[str]
    """Its channel; or give `node_id` and `path`."""
    node_id: Filter[str | None]
    """The node or joint, in place of `channel_id`; clip and channel are made when missing."""
    path: Filter[str]
    """Which number of the node, as in channels: `rotation.x`."""
    interpolation_type: Filter[AnimCurveInterpolationType]
    """How it goes on from all of its keyframes; left out on reading where they differ."""
    pre_infinity: Filter[AnimCurvePreInfinity]
    """How it goes on before its first keyframe. Default: "constant"."""
    post_infinity: Filter[AnimCurvePostInfinity]
    """How it goes on after its last keyframe. Default: "constant"."""
    weighted_tangents: Filter[bool]
    """Whether handles have lengths of their own, beside directions."""
    keyframe_count: Filter[int]
    """How many keyframes it has."""
    start_time: Filter[float]
    """Its first keyframe."""
    end_time: Filter[float]
    """Its last keyframe."""
    minimum: Filter[float]
    """The least of its values."""
    maximum: Filter[float]
    """The greatest of its values."""


KeyframeInterpolationIn = Literal["linear", "step", "bezier", "hermite", "catmull", "constant"]


KeyframeInterpolationOut = Literal["linear", "step", "bezier", "hermite", "catmull", "constant"]


class Keyframe(TypedDict, total=False):
    """A keyframe is the value of a channel at one time; setting another one at the same time replaces it."""

    id: str
    """Opaque id that survives moving it in time."""
    name: str
    """`clip/path/frame`."""
    channel_id: str
    """Its channel; or give `node_id` and `path`."""
    node_id: str | None
    """The node or joint, in place of `channel_id`; clip and channel are made when missing."""
    path: str
    """Which number of the node, as in channels: `rotation.x`."""
    time: float
    """When, in seconds; {"frame": 30} on input."""
    value: float
    """The number: degrees for `rotation.x`, scene units for `position.x`."""
    interpolation_in: KeyframeInterpolationIn
    """How the value comes to it from the one before."""
    interpolation_out: KeyframeInterpolationOut
    """How the value goes on to the next one."""
    tangent_in: list[float]
    """Handle on its left, from the keyframe: [seconds, value], seconds not above 0."""
    tangent_out: list[float]
    """Handle on its right, from the keyframe: [seconds, value], seconds not below 0."""
    is_breakdown: bool
    """Whether it is a breakdown between two keys. Default: false."""
    metadata: dict[str, Any]
    """Custom properties by name."""


class _KeyframeCreate(TypedDict):
    time: Time
    """When, in seconds; {"frame": 30} on input."""
    value: float
    """The number: degrees for `rotation.x`, scene units for `position.x`."""


class KeyframeCreate(_KeyframeCreate, total=False):
    """What `create_keyframes` takes."""

    channel_id: str
    """Its channel; or give `node_id` and `path`."""
    node_id: str | None
    """The node or joint, in place of `channel_id`; clip and channel are made when missing."""
    path: str
    """Which number of the node, as in channels: `rotation.x`."""
    interpolation_in: KeyframeInterpolationIn
    """How the value comes to it from the one before."""
    interpolation_out: KeyframeInterpolationOut
    """How the value goes on to the next one."""
    tangent_in: Sequence[float]
    """Handle on its left, from the keyframe: [seconds, value], seconds not above 0."""
    tangent_out: Sequence[float]
    """Handle on its right, from the keyframe: [seconds, value], seconds not below 0."""
    is_breakdown: bool
    """Whether it is a breakdown between two keys. Default: false."""
    metadata: dict[str, Any]
    """Custom properties by name."""


class _KeyframeUpdate(TypedDict):
    ids: Sequence[str]
    """Ids or unique names of what this patch changes."""


class KeyframeUpdate(_KeyframeUpdate, total=False):
    """A patch for `update_keyframes`: ids and whatever changes."""

    time: Time
    """When, in seconds; {"frame": 30} on input."""
    value: float
    """The number: degrees for `rotation.x`, scene units for `position.x`."""
    interpolation_in: KeyframeInterpolationIn
    """How the value comes to it from the one before."""
    interpolation_out: KeyframeInterpolationOut
    """How the value goes on to the next one."""
    tangent_in: Sequence[float]
    """Handle on its left, from the keyframe: [seconds, value], seconds not above 0."""
    tangent_out: Sequence[float]
    """Handle on its right, from the keyframe: [seconds, value], seconds not below 0."""
    is_breakdown: bool
    """Whether it is a breakdown between two keys. Default: false."""
    metadata: dict[str, Any]
    """Custom properties by name."""


class KeyframeFilter(TypedDict, total=False):
    """Filters of `list_keyframes`."""

    id: Filter[str]
    """Opaque id that survives moving it in time."""
    name: Filter[str]
    """`clip/path/frame`."""
    channel_id: Filter[str]
    """Its channel; or give `node_id` and `path`."""
    node_id: Filter[str | None]
    """The node or joint, in place of `channel_id`; clip and channel are made when missing."""
    path: Filter[str]
    """Which number of the node, as in channels: `rotation.x`."""
    time: Filter[float]
    """When, in seconds; {"frame": 30} on input."""
    value: Filter[float]
    """The number: degrees for `rotation.x`, scene units for `position.x`."""
    interpolation_in: Filter[KeyframeInterpolationIn]
    """How the value comes to it from the one before."""
    interpolation_out: Filter[KeyframeInterpolationOut]
    """How the value goes on to the next one."""
    is_breakdown: Filter[bool]
    """Whether it is a breakdown between two keys. Default: false."""


class Strips(TypedDict):
    """How each of the clips is played."""

    clip_id: str
    """The clip that it plays."""
    start_time: float
    """Where it begins in the scene."""
    end_time: float
    """Where it ends in the scene."""
    weight: float
    """How much of it counts."""
    speed: float
    """How many times as fast as the clip itself it plays."""
    repeat: float
    """How many times it plays the clip."""
    muted: bool
    """Whether it is switched off by itself."""


class Layer(TypedDict, total=False):
    """A layer plays clips on a node, one after the other, over those of the layers before it (an NLA track in
    Blender).
    """

    id: str
    """Opaque id that survives renaming."""
    name: str
    """The name that the artist sees, unique on its node."""
    node_id: str
    """The node that it moves; it stays the same."""
    order: int
    """Where it stands among the layers of its node, from below."""
    parent_id: str | None
    """The layer that it lies in; null where layers do not nest."""
    clip_ids: list[str]
    """What it plays, in order of time. On input clips that it has stay where they are, others follow the last
    one.
    """
    weight: float
    """How much of it counts, for all its clips; left out on reading where they differ or follow curves of
    their own. Default: 1.
    """
    additive: bool
    """Whether it is added to the layers before it, in place of replacing them. Default: false."""
    solo: bool
    """Whether it alone of the node's layers plays. Default: false."""
    muted: bool
    """Whether it is switched off. Default: false."""
    locked: bool
    """Whether the artist is kept from editing it. Default: false."""
    strips: list[Strips]
    """How each of the clips is played."""
    metadata: dict[str, Any]
    """Custom properties by name; `not_supported` where it has none."""


class _LayerCreate(TypedDict):
    node_id: str
    """The node that it moves; it stays the same."""


class LayerCreate(_LayerCreate, total=False):
    """What `create_layers` takes."""

    name: str
    """The name that the artist sees, unique on its node."""
    parent_id: str | None
    """The layer that it lies in; null where layers do not nest."""
    clip_ids: Sequence[str]
    """What it plays, in order of time. On input clips that it has stay where they are, others follow the last
    one.
    """
    weight: float
    """How much of it counts, for all its clips; left out on reading where they differ or follow curves of
    their own. Default: 1.
    """
    additive: bool
    """Whether it is added to the layers before it, in place of replacing them. Default: false."""
    solo: bool
    """Whether it alone of the node's layers plays. Default: false."""
    muted: bool
    """Whether it is switched off. Default: false."""
    locked: bool
    """Whether the artist is kept from editing it. Default: false."""
    metadata: dict[str, Any]
    """Custom properties by name; `not_supported` where it has none."""


class _LayerUpdate(TypedDict):
    ids: Sequence[str]
    """Ids or unique names of what this patch changes."""


class LayerUpdate(_LayerUpdate, total=False):
    """A patch for `update_layers`: ids and whatever changes."""

    name: str
    """The name that the artist sees, unique on its node."""
    parent_id: str | None
    """The layer that it lies in; null where layers do not nest."""
    clip_ids: Sequence[str]
    """What it plays, in order of time. On input clips that it has stay where they are, others follow the last
    one.
    """
    weight: float
    """How much of it counts, for all its clips; left out on reading where they differ or follow curves of
    their own. Default: 1.
    """
    additive: bool
    """Whether it is added to the layers before it, in place of replacing them. Default: false."""
    solo: bool
    """Whether it alone of the node's layers plays. Default: false."""
    muted: bool
    """Whether it is switched off. Default: false."""
    locked: bool
    """Whether the artist is kept from editing it. Default: false."""
    metadata: dict[str, Any]
    """Custom properties by name; `not_supported` where it has none."""


class LayerFilter(TypedDict, total=False):
    """Filters of `list_layers`."""

    id: Filter[str]
    """Opaque id that survives renaming."""
    name: Filter[str]
    """The name that the artist sees, unique on its node."""
    node_id: Filter[str]
    """The node that it moves; it stays the same."""
    order: Filter[int]
    """Where it stands among the layers of its node, from below."""
    parent_id: Filter[str | None]
    """The layer that it lies in; null where layers do not nest."""
    weight: Filter[float]
    """How much of it counts, for all its clips; left out on reading where they differ or follow curves of
    their own. Default: 1.
    """
    additive: Filter[bool]
    """Whether it is added to the layers before it, in place of replacing them. Default: false."""
    solo: Filter[bool]
    """Whether it alone of the node's layers plays. Default: false."""
    muted: Filter[bool]
    """Whether it is switched off. Default: false."""
    locked: Filter[bool]
    """Whether the artist is kept from editing it. Default: false."""


DriverType = Literal["expression", "average", "sum", "minimum", "maximum"]


DriverTransform = Literal[
    "position.x",
    "position.y",
    "position.z",
    "rotation.x",
    "rotation.y",
    "rotation.z",
    "rotation.w",
    "scale.x",
    "scale.y",
    "scale.z",
    "scale",
    "distance",
    "rotation_difference",
]


DriverSpace = Literal["world", "transform", "local"]


class _Variables(TypedDict):
    name: str
    """What the expression calls it."""


class Variables(_Variables, total=False):
    """What the expression works with; on input one of the same name is changed, one that is missing is
    removed.
    """

    source_node_id: str | None
    """The node, or joint, that it is read from; null on reading where it is neither."""
    source_path: str
    """Which number of it, in place of `transform`: `position.x`, or the host's own path (`["switch"]`)."""
    transform: DriverTransform
    """What of its transform, with constraints and parents, in place of `source_path`."""
    space: DriverSpace
    """What `transform` is told in; world when not given."""
    other_node_id: str
    """The other end of `distance` and `rotation_difference`."""


class Driver(TypedDict, total=False):
    """A driver computes a number of a node from numbers of others, whenever those change. Its expression
    works in the host's own numbers: angles are radians.
    """

    id: str
    """Opaque id that survives renaming of the node."""
    name: str
    """`node/path`."""
    target_node_id: str
    """The node whose number it computes; a joint is taken too, and told as its rig with the path from there.
    """
    target_path: str
    """Which number: `position.x`, `constraints["Follow"].influence` (of a constraint or IK chain on it, by
    name), or the host's own path, also into the node's data (`data.energy`,
    `data.shape_keys.key_blocks["Smile"].value`) and its materials.
    """
    type: DriverType
    """What it makes of its variables. Default: "expression"."""
    expression: str
    """Arithmetic over the variables: + - * / ** %, comparisons, `a if b else c`, `frame`, and functions such
    as sin, min, max, abs, sqrt, radians, clamp, lerp. Without it what the number is now. Python proper is
    refused.
    """
    variables: list[Variables]
    """What the expression works with; on input one of the same name is changed, one that is missing is
    removed. Default: [].
    """
    enabled: bool
    """Whether it computes at all. Default: true."""
    valid: bool
    """Whether the host could compute it the last time."""
    metadata: dict[str, Any]
    """Custom properties by name; `not_supported` where it has none."""


class _DriverCreate(TypedDict):
    target_node_id: str
    """The node whose number it computes; a joint is taken too, and told as its rig with the path from there.
    """
    target_path: str
    """Which number: `position.x`, `constraints["Follow"].influence` (of a constraint or IK chain on it, by
    name), or the host's own path, also into the node's data (`data.energy`,
    `data.shape_keys.key_blocks["Smile"].value`) and its materials.
    """


class DriverCreate(_DriverCreate, total=False):
    """What `create_drivers` takes."""

    type: DriverType
    """What it makes of its variables. Default: "expression"."""
    expression: str
    """Arithmetic over the variables: + - * / ** %, comparisons, `a if b else c`, `frame`, and functions such
    as sin, min, max, abs, sqrt, radians, clamp, lerp. Without it what the number is now. Python proper is
    refused.
    """
    variables: Sequence[Variables]
    """What the expression works with; on input one of the same name is changed, one that is missing is
    removed. Default: [].
    """
    enabled: bool
    """Whether it computes at all. Default: true."""
    metadata: dict[str, Any]
    """Custom properties by name; `not_supported` where it has none."""


class _DriverUpdate(TypedDict):
    ids: Sequence[str]
    """Ids or unique names of what this patch changes."""


class DriverUpdate(_DriverUpdate, total=False):
    """A patch for `update_drivers`: ids and whatever changes."""

    type: DriverType
    """What it makes of its variables. Default: "expression"."""
    expression: str
    """Arithmetic over the variables: + - * / ** %, comparisons, `a if b else c`, `frame`, and functions such
    as sin, min, max, abs, sqrt, radians, clamp, lerp. Without it what the number is now. Python proper is
    refused.
    """
    variables: Sequence[Variables]
    """What the expression works with; on input one of the same name is changed, one that is missing is
    removed. Default: [].
    """
    enabled: bool
    """Whether it computes at all. Default: true."""
    metadata: dict[str, Any]
    """Custom properties by name; `not_supported` where it has none."""


class DriverFilter(TypedDict, total=False):
    """Filters of `list_drivers`."""

    id: Filter[str]
    """Opaque id that survives renaming of the node."""
    name: Filter[str]
    """`node/path`."""
    target_node_id: Filter[str]
    """The node whose number it computes; a joint is taken too, and told as its rig with the path from there.
    """
    target_path: Filter[str]
    """Which number: `position.x`, `constraints["Follow"].influence` (of a constraint or IK chain on it, by
    name), or the host's own path, also into the node's data (`data.energy`,
    `data.shape_keys.key_blocks["Smile"].value`) and its materials.
    """
    type: Filter[DriverType]
    """What it makes of its variables. Default: "expression"."""
    expression: Filter[str]
    """Arithmetic over the variables: + - * / ** %, comparisons, `a if b else c`, `frame`, and functions such
    as sin, min, max, abs, sqrt, radians, clamp, lerp. Without it what the number is now. Python proper is
    refused.
    """
    enabled: Filter[bool]
    """Whether it computes at all. Default: true."""
    valid: Filter[bool]
    """Whether the host could compute it the last time."""


CameraProjection = Literal["perspective", "orthographic"]


class Camera(Node, total=False):
    """A camera is a scene object that looks along its own -Z axis with +Y up, whatever the host's own
    convention.
    """

    projection: CameraProjection
    """How it projects. Default: "perspective"."""
    focal_length: float
    """Focal length in millimetres. Default: 50."""
    sensor_width: float
    """Width of the sensor in millimetres. Default: 36."""
    sensor_height: float
    """Height of the sensor in millimetres. Default: 24."""
    ortho_scale: float
    """Width of what an orthographic camera sees, in scene units."""
    near: float
    """Nearest distance that it sees, in scene units."""
    far: float
    """Farthest distance that it sees, in scene units."""
    focus_distance: float | None
    """Distance in focus, in scene units; null when all is sharp."""
    f_stop: float
    """Aperture; the smaller, the less is in focus."""
    active: bool
    """Whether the scene renders through it."""


class CameraCreate(NodeCreate, total=False):
    """What `create_cameras` takes."""

    projection: CameraProjection
    """How it projects. Default: "perspective"."""
    focal_length: float
    """Focal length in millimetres. Default: 50."""
    sensor_width: float
    """Width of the sensor in millimetres. Default: 36."""
    sensor_height: float
    """Height of the sensor in millimetres. Default: 24."""
    ortho_scale: float
    """Width of what an orthographic camera sees, in scene units."""
    near: float
    """Nearest distance that it sees, in scene units."""
    far: float
    """Farthest distance that it sees, in scene units."""
    focus_distance: float | None
    """Distance in focus, in scene units; null when all is sharp."""
    f_stop: float
    """Aperture; the smaller, the less is in focus."""
    active: bool
    """Whether the scene renders through it."""


class CameraUpdate(NodeUpdate, total=False):
    """A patch for `update_cameras`: ids and whatever changes."""

    projection: CameraProjection
    """How it projects. Default: "perspective"."""
    focal_length: float
    """Focal length in millimetres. Default: 50."""
    sensor_width: float
    """Width of the sensor in millimetres. Default: 36."""
    sensor_height: float
    """Height of the sensor in millimetres. Default: 24."""
    ortho_scale: float
    """Width of what an orthographic camera sees, in scene units."""
    near: float
    """Nearest distance that it sees, in scene units."""
    far: float
    """Farthest distance that it sees, in scene units."""
    focus_distance: float | None
    """Distance in focus, in scene units; null when all is sharp."""
    f_stop: float
    """Aperture; the smaller, the less is in focus."""
    active: bool
    """Whether the scene renders through it."""


class CameraFilter(NodeFilter, total=False):
    """Filters of `list_cameras`."""

    projection: Filter[CameraProjection]
    """How it projects. Default: "perspective"."""
    focal_length: Filter[float]
    """Focal length in millimetres. Default: 50."""
    sensor_width: Filter[float]
    """Width of the sensor in millimetres. Default: 36."""
    sensor_height: Filter[float]
    """Height of the sensor in millimetres. Default: 24."""
    ortho_scale: Filter[float]
    """Width of what an orthographic camera sees, in scene units."""
    near: Filter[float]
    """Nearest distance that it sees, in scene units."""
    far: Filter[float]
    """Farthest distance that it sees, in scene units."""
    focus_distance: Filter[float | None]
    """Distance in focus, in scene units; null when all is sharp."""
    f_stop: Filter[float]
    """Aperture; the smaller, the less is in focus."""
    active: Filter[bool]
    """Whether the scene renders through it."""


LightKind = Literal["point", "sun", "spot", "area"]


class Light(Node, total=False):
    """A light is a scene object that shines along its own -Z axis (sun, spot, area) or all around (point)."""

    kind: LightKind
    """What sort of light. Default: "point"."""
    color: list[float]
    """Colour, linear rgba; #rrggbb and CSS names on input. Default: [1, 1, 1, 1]."""
    intensity: float
    """Power in watts; for a sun irradiance in watts per square metre. The host's own default when not given.
    """
    exposure: float
    """Stops that double the intensity; `not_supported` where a host has none."""
    radius: float
    """Radius of what shines, in scene units: the larger, the softer the shadows."""
    spot_angle: float
    """Full angle of the cone of a spot, in radians."""
    spot_blend: float
    """Softness of the edge of a spot's cone."""
    width: float
    """Width of an area light, in scene units."""
    height: float
    """Height of an area light, in scene units."""
    casts_shadow: bool
    """Whether its light throws shadows. Default: true."""


class LightCreate(NodeCreate, total=False):
    """What `create_lights` takes."""

    kind: LightKind
    """What sort of light. Default: "point"."""
    color: Color
    """Colour, linear rgba; #rrggbb and CSS names on input. Default: [1, 1, 1, 1]."""
    intensity: float
    """Power in watts; for a sun irradiance in watts per square metre. The host's own default when not given.
    """
    exposure: float
    """Stops that double the intensity; `not_supported` where a host has none."""
    radius: float
    """Radius of what shines, in scene units: the larger, the softer the shadows."""
    spot_angle: float
    """Full angle of the cone of a spot, in radians."""
    spot_blend: float
    """Softness of the edge of a spot's cone."""
    width: float
    """Width of an area light, in scene units."""
    height: float
    """Height of an area light, in scene units."""
    casts_shadow: bool
    """Whether its light throws shadows. Default: true."""


class LightUpdate(NodeUpdate, total=False):
    """A patch for `update_lights`: ids and whatever changes."""

    kind: LightKind
    """What sort of light. Default: "point"."""
    color: Color
    """Colour, linear rgba; #rrggbb and CSS names on input. Default: [1, 1, 1, 1]."""
    intensity: float
    """Power in watts; for a sun irradiance in watts per square metre. The host's own default when not given.
    """
    exposure: float
    """Stops that double the intensity; `not_supported` where a host has none."""
    radius: float
    """Radius of what shines, in scene units: the larger, the softer the shadows."""
    spot_angle: float
    """Full angle of the cone of a spot, in radians."""
    spot_blend: float
    """Softness of the edge of a spot's cone."""
    width: float
    """Width of an area light, in scene units."""
    height: float
    """Height of an area light, in scene units."""
    casts_shadow: bool
    """Whether its light throws shadows. Default: true."""


class LightFilter(NodeFilter, total=False):
    """Filters of `list_lights`."""

    kind: Filter[LightKind]
    """What sort of light. Default: "point"."""
    intensity: Filter[float]
    """Power in watts; for a sun irradiance in watts per square metre. The host's own default when not given.
    """
    exposure: Filter[float]
    """Stops that double the intensity; `not_supported` where a host has none."""
    radius: Filter[float]
    """Radius of what shines, in scene units: the larger, the softer the shadows."""
    spot_angle: Filter[float]
    """Full angle of the cone of a spot, in radians."""
    spot_blend: Filter[float]
    """Softness of the edge of a spot's cone."""
    width: Filter[float]
    """Width of an area light, in scene units."""
    height: Filter[float]
    """Height of an area light, in scene units."""
    casts_shadow: Filter[bool]
    """Whether its light throws shadows. Default: true."""


class Environment(TypedDict, total=False):
    """An environment (a world in Blender) surrounds a scene and lights it from all sides, in one colour or by
    a picture. There may be several; the `active` one lights the scene.
    """

    id: str
    """Opaque id that survives renaming."""
    name: str
    """The name that the artist sees; the host may number it to keep it unique."""
    image: str | None
    """The picture all around (HDRI, EXR, also PNG, JPEG), as latitudes and longitudes; null for one colour.
    """
    color: list[float]
    """Colour, linear rgba; only without an `image`, which has its own colours."""
    intensity: float
    """How many times as bright as its colour or image it shines. Default: 1."""
    rotation: list[float]
    """How the image is turned, as a scene object would be; only with one."""
    active: bool
    """Whether it is the one that lights the scene. Default: true."""
    metadata: dict[str, Any]
    """Custom properties by name."""


class EnvironmentCreate(TypedDict, total=False):
    """What `create_environments` takes."""

    name: str
    """The name that the artist sees; the host may number it to keep it unique."""
    image: str | None
    """The picture all around (HDRI, EXR, also PNG, JPEG), as latitudes and longitudes; null for one colour.
    """
    color: Color
    """Colour, linear rgba; only without an `image`, which has its own colours."""
    intensity: float
    """How many times as bright as its colour or image it shines. Default: 1."""
    rotation: Rotation
    """How the image is turned, as a scene object would be; only with one."""
    active: bool
    """Whether it is the one that lights the scene. Default: true."""
    metadata: dict[str, Any]
    """Custom properties by name."""


class _EnvironmentUpdate(TypedDict):
    ids: Sequence[str]
    """Ids or unique names of what this patch changes."""


class EnvironmentUpdate(_EnvironmentUpdate, total=False):
    """A patch for `update_environments`: ids and whatever changes."""

    name: str
    """The name that the artist sees; the host may number it to keep it unique."""
    image: str | None
    """The picture all around (HDRI, EXR, also PNG, JPEG), as latitudes and longitudes; null for one colour.
    """
    color: Color
    """Colour, linear rgba; only without an `image`, which has its own colours."""
    intensity: float
    """How many times as bright as its colour or image it shines. Default: 1."""
    rotation: Rotation
    """How the image is turned, as a scene object would be; only with one."""
    active: bool
    """Whether it is the one that lights the scene. Default: true."""
    metadata: dict[str, Any]
    """Custom properties by name."""


class EnvironmentFilter(TypedDict, total=False):
    """Filters of `list_environments`."""

    id: Filter[str]
    """Opaque id that survives renaming."""
    name: Filter[str]
    """The name that the artist sees; the host may number it to keep it unique."""
    intensity: Filter[float]
    """How many times as bright as its colour or image it shines. Default: 1."""
    active: Filter[bool]
    """Whether it is the one that lights the scene. Default: true."""


RenderSettingsEngine = Literal["cycles", "eevee", "workbench"]


RenderSettingsFileFormat = Literal[
    "png",
    "jpeg",
    "jpeg2000",
    "tiff",
    "bmp",
    "targa",
    "exr",
    "exr_multilayer",
    "hdr",
    "webp",
    "dpx",
    "cineon",
    "video",
]


class RenderSettings(TypedDict, total=False):
    """How a scene is rendered when the artist does it; `render` takes its own settings for one picture. Every
    scene has one, under the scene's name.
    """

    id: str
    """Opaque id."""
    name: str
    """The name of its scene."""
    active: bool
    """Whether its scene is the one that is open."""
    engine: RenderSettingsEngine
    """Render engine; absent for one of an add-on."""
    samples: int
    """Samples per pixel of that engine, each of which has its own; workbench takes 1, 5, 8, 11, 16 or 32."""
    width: int
    """Width of the picture before `percentage`."""
    height: int
    """Height of the picture before `percentage`."""
    percentage: int
    """How large of that it is rendered."""
    frame_start: int
    """First frame of the animation."""
    frame_end: int
    """Last frame of the animation, not before the first."""
    fps: float
    """Frames per second, also fractions (23.976)."""
    output_path: str
    """Where rendered frames go: a folder that exists, or how their files' names begin; `####` is the frame.
    """
    file_format: RenderSettingsFileFormat
    """What rendered frames are written as; absent for another one."""
    view_transform: str
    """How light becomes colours on a screen, in the host's own words: `Standard`, `AgX`, `Filmic`, `Raw`."""
    metadata: dict[str, Any]
    """Custom properties of the scene by name."""


class RenderSettingsCreate(TypedDict, total=False):
    """What `create_render_settings` takes."""

    engine: RenderSettingsEngine
    """Render engine; absent for one of an add-on."""
    samples: int
    """Samples per pixel of that engine, each of which has its own; workbench takes 1, 5, 8, 11, 16 or 32."""
    width: int
    """Width of the picture before `percentage`."""
    height: int
    """Height of the picture before `percentage`."""
    percentage: int
    """How large of that it is rendered."""
    frame_start: int
    """First frame of the animation."""
    frame_end: int
    """Last frame of the animation, not before the first."""
    fps: float
    """Frames per second, also fractions (23.976)."""
    output_path: str
    """Where rendered frames go: a folder that exists, or how their files' names begin; `####` is the frame.
    """
    file_format: RenderSettingsFileFormat
    """What rendered frames are written as; absent for another one."""
    view_transform: str
    """How light becomes colours on a screen, in the host's own words: `Standard`, `AgX`, `Filmic`, `Raw`."""
    metadata: dict[str, Any]
    """Custom properties of the scene by name."""


class _RenderSettingsUpdate(TypedDict):
    ids: Sequence[str]
    """Ids or unique names of what this patch changes."""


class RenderSettingsUpdate(_RenderSettingsUpdate, total=False):
    """A patch for `update_render_settings`: ids and whatever changes."""

    engine: RenderSettingsEngine
    """Render engine; absent for one of an add-on."""
    samples: int
    """Samples per pixel of that engine, each of which has its own; workbench takes 1, 5, 8, 11, 16 or 32."""
    width: int
    """Width of the picture before `percentage`."""
    height: int
    """Height of the picture before `percentage`."""
    percentage: int
    """How large of that it is rendered."""
    frame_start: int
    """First frame of the animation."""
    frame_end: int
    """Last frame of the animation, not before the first."""
    fps: float
    """Frames per second, also fractions (23.976)."""
    output_path: str
    """Where rendered frames go: a folder that exists, or how their files' names begin; `####` is the frame.
    """
    file_format: RenderSettingsFileFormat
    """What rendered frames are written as; absent for another one."""
    view_transform: str
    """How light becomes colours on a screen, in the host's own words: `Standard`, `AgX`, `Filmic`, `Raw`."""
    metadata: dict[str, Any]
    """Custom properties of the scene by name."""


class RenderSettingsFilter(TypedDict, total=False):
    """Filters of `list_render_settings`."""

    id: Filter[str]
    """Opaque id."""
    name: Filter[str]
    """The name of its scene."""
    active: Filter[bool]
    """Whether its scene is the one that is open."""
    engine: Filter[RenderSettingsEngine]
    """Render engine; absent for one of an add-on."""
    samples: Filter[int]
    """Samples per pixel of that engine, each of which has its own; workbench takes 1, 5, 8, 11, 16 or 32."""
    width: Filter[int]
    """Width of the picture before `percentage`."""
    height: Filter[int]
    """Height of the picture before `percentage`."""
    percentage: Filter[int]
    """How large of that it is rendered."""
    frame_start: Filter[int]
    """First frame of the animation."""
    frame_end: Filter[int]
    """Last frame of the animation, not before the first."""
    fps: Filter[float]
    """Frames per second, also fractions (23.976)."""
    file_format: Filter[RenderSettingsFileFormat]
    """What rendered frames are written as; absent for another one."""
    view_transform: Filter[str]
    """How light becomes colours on a screen, in the host's own words: `Standard`, `AgX`, `Filmic`, `Raw`."""


class DrawSettings(TypedDict, total=False):
    """How it is drawn in the viewport."""

    joint_color: list[float]
    """Colour of its joints; `not_supported` where there is one for each joint only."""
    bone_color: list[float]
    """Colour of what is drawn between joints; `not_supported` as above."""
    joint_size: float
    """How large joints are drawn; `not_supported` where each has its own radius."""
    x_ray_enabled: bool
    """Whether it is drawn in front of everything."""


class Rig(Node, total=False):
    """A rig is a skeleton: a scene object that holds joints (an armature in Blender)."""

    root_joint_id: str | None
    """Its first joint without a parent, null while it has none."""
    joint_ids: list[str]
    """Its joints, parents before children."""
    influence_limit: int
    """How many joints may move one vertex; `not_supported` where a host keeps no such limit."""
    world_up_vector: list[float]
    """Up in its scene; `not_supported` to change where that is fixed."""
    auto_ik_enabled: bool
    """Whether dragging a joint bends the chain above it. Default: false."""
    draw_settings: DrawSettings
    """How it is drawn in the viewport."""


class RigCreate(NodeCreate, total=False):
    """What `create_rigs` takes."""

    influence_limit: int
    """How many joints may move one vertex; `not_supported` where a host keeps no such limit."""
    world_up_vector: Sequence[float]
    """Up in its scene; `not_supported` to change where that is fixed."""
    auto_ik_enabled: bool
    """Whether dragging a joint bends the chain above it. Default: false."""
    draw_settings: DrawSettings
    """How it is drawn in the viewport."""


class RigUpdate(NodeUpdate, total=False):
    """A patch for `update_rigs`: ids and whatever changes."""

    influence_limit: int
    """How many joints may move one vertex; `not_supported` where a host keeps no such limit."""
    world_up_vector: Sequence[float]
    """Up in its scene; `not_supported` to change where that is fixed."""
    auto_ik_enabled: bool
    """Whether dragging a joint bends the chain above it. Default: false."""
    draw_settings: DrawSettings
    """How it is drawn in the viewport."""


class RigFilter(NodeFilter, total=False):
    """Filters of `list_rigs`."""

    root_joint_id: Filter[str | None]
    """Its first joint without a parent, null while it has none."""
    influence_limit: Filter[int]
    """How many joints may move one vertex; `not_supported` where a host keeps no such limit."""
    auto_ik_enabled: Filter[bool]
    """Whether dragging a joint bends the chain above it. Default: false."""


JointRotationMode = Literal["quaternion", "axis_angle", "xyz", "xzy", "yxz", "yzx", "zxy", "zyx"]


class ChannelControl(TypedDict, total=False):
    """Which parts of its pose the artist may change; those that are not named stay as they are."""

    tx: bool
    """Whether it may be moved along x."""
    ty: bool
    """Whether it may be moved along y."""
    tz: bool
    """Whether it may be moved along z."""
    rx: bool
    """Whether it may be turned about x."""
    ry: bool
    """Whether it may be turned about y."""
    rz: bool
    """Whether it may be turned about z."""
    sx: bool
    """Whether it may be scaled along x."""
    sy: bool
    """Whether it may be scaled along y."""
    sz: bool
    """Whether it may be scaled along z."""


class Joint(TypedDict, total=False):
    """A joint (a bone in Blender) has a rest and a pose. `position`, `orientation` and `length` are its rest,
    local to its parent joint's (to the rig for one without parent): the shape in which the skeleton is bound
    to a skin. `rotation`, `scale` and `pose_position` are the pose: what it is turned, scaled and moved away
    from its rest, in its own axes; none of it is identity. From its position it runs along its own y axis (-z
    with `convention: "gltf"`). Changing the rest takes the joints below along.
    """

    id: str
    """Opaque id that survives renaming."""
    name: str
    """The name that the artist sees, unique in its rig; the host may number it."""
    rig_id: str
    """The rig that it belongs to; it stays the same."""
    rig_name: str
    """The name of that rig."""
    parent_id: str | None
    """Its parent, a joint of the same rig, null for none; changing it keeps its rest where it is. On creation
    also the name of one made before it in the same call.
    """
    child_ids: list[str]
    """The joints directly below it."""
    position: list[float]
    """Rest: where it begins, local to the parent's rest; there when not given."""
    orientation: list[float]
    """Rest: how it is turned, local to the parent's rest; like that when not given."""
    length: float
    """Rest: how long it is, 1 when not given."""
    pose_position: list[float]
    """Pose: how far it is moved from its rest, in the axes of the rest. Default: [0, 0, 0]."""
    rotation_mode: JointRotationMode
    """In which numbers the host keeps and animates its turn: those of a quaternion, or Euler angles in this
    order. Changing it keeps the turn.
    """
    rotation: list[float]
    """Pose: how it is turned from its rest, in the axes of the rest. Default: [0, 0, 0, 1]."""
    scale: list[float]
    """Pose: scale factors along its own axes. Default: [1, 1, 1]."""
    matrix_world: list[float]
    """World transform of the pose, constraints included, row-major."""
    visible: bool
    """Whether it shows. Default: true."""
    locked: bool
    """Whether the artist is kept from selecting it, and so from moving it. Default: false."""
    channel_control: ChannelControl
    """Which parts of its pose the artist may change; those that are not named stay as they are."""
    color: list[float] | None
    """In which colour it is drawn, linear rgba; null for that of the artist's theme."""
    cast_shadow: bool
    """Whether it casts shadows; `not_supported` where joints are not rendered."""
    receive_shadow: bool
    """Whether shadows fall on it; `not_supported` as above."""
    render_order: int
    """Order of drawing; `not_supported` as above."""
    preferred_rotation_axis: list[float]
    """Axis about which IK bends it first; `not_supported` where a slight bend at rest says so."""
    segment_scale_compensate: bool
    """Whether it keeps its size when its parent is scaled."""
    joint_radius: float
    """Radius at its position, as drawn and as reaching of an envelope."""
    metadata: dict[str, Any]
    """Custom properties by name; `not_supported` where it has none."""


class _JointCreate(TypedDict):
    rig_id: str
    """The rig that it belongs to; it stays the same."""


class JointCreate(_JointCreate, total=False):
    """What `create_joints` takes."""

    name: str
    """The name that the artist sees, unique in its rig; the host may number it."""
    parent_id: str | None
    """Its parent, a joint of the same rig, null for none; changing it keeps its rest where it is. On creation
    also the name of one made before it in the same call.
    """
    position: Sequence[float]
    """Rest: where it begins, local to the parent's rest; there when not given."""
    orientation: Rotation
    """Rest: how it is turned, local to the parent's rest; like that when not given."""
    length: float
    """Rest: how long it is, 1 when not given."""
    pose_position: Sequence[float]
    """Pose: how far it is moved from its rest, in the axes of the rest. Default: [0, 0, 0]."""
    rotation_mode: JointRotationMode
    """In which numbers the host keeps and animates its turn: those of a quaternion, or Euler angles in this
    order. Changing it keeps the turn.
    """
    rotation: Rotation
    """Pose: how it is turned from its rest, in the axes of the rest. Default: [0, 0, 0, 1]."""
    scale: Sequence[float]
    """Pose: scale factors along its own axes. Default: [1, 1, 1]."""
    visible: bool
    """Whether it shows. Default: true."""
    locked: bool
    """Whether the artist is kept from selecting it, and so from moving it. Default: false."""
    channel_control: ChannelControl
    """Which parts of its pose the artist may change; those that are not named stay as they are."""
    color: Color | None
    """In which colour it is drawn, linear rgba; null for that of the artist's theme."""
    cast_shadow: bool
    """Whether it casts shadows; `not_supported` where joints are not rendered."""
    receive_shadow: bool
    """Whether shadows fall on it; `not_supported` as above."""
    render_order: int
    """Order of drawing; `not_supported` as above."""
    preferred_rotation_axis: Sequence[float]
    """Axis about which IK bends it first; `not_supported` where a slight bend at rest says so."""
    segment_scale_compensate: bool
    """Whether it keeps its size when its parent is scaled."""
    joint_radius: float
    """Radius at its position, as drawn and as reaching of an envelope."""
    metadata: dict[str, Any]
    """Custom properties by name; `not_supported` where it has none."""


class _JointUpdate(TypedDict):
    ids: Sequence[str]
    """Ids or unique names of what this patch changes."""


class JointUpdate(_JointUpdate, total=False):
    """A patch for `update_joints`: ids and whatever changes."""

    name: str
    """The name that the artist sees, unique in its rig; the host may number it."""
    parent_id: str | None
    """Its parent, a joint of the same rig, null for none; changing it keeps its rest where it is. On creation
    also the name of one made before it in the same call.
    """
    position: Sequence[float]
    """Rest: where it begins, local to the parent's rest; there when not given."""
    orientation: Rotation
    """Rest: how it is turned, local to the parent's rest; like that when not given."""
    length: float
    """Rest: how long it is, 1 when not given."""
    pose_position: Sequence[float]
    """Pose: how far it is moved from its rest, in the axes of the rest. Default: [0, 0, 0]."""
    rotation_mode: JointRotationMode
    """In which numbers the host keeps and animates its turn: those of a quaternion, or Euler angles in this
    order. Changing it keeps the turn.
    """
    rotation: Rotation
    """Pose: how it is turned from its rest, in the axes of the rest. Default: [0, 0, 0, 1]."""
    scale: Sequence[float]
    """Pose: scale factors along its own axes. Default: [1, 1, 1]."""
    visible: bool
    """Whether it shows. Default: true."""
    locked: bool
    """Whether the artist is kept from selecting it, and so from moving it. Default: false."""
    channel_control: ChannelControl
    """Which parts of its pose the artist may change; those that are not named stay as they are."""
    color: Color | None
    """In which colour it is drawn, linear rgba; null for that of the artist's theme."""
    cast_shadow: bool
    """Whether it casts shadows; `not_supported` where joints are not rendered."""
    receive_shadow: bool
    """Whether shadows fall on it; `not_supported` as above."""
    render_order: int
    """Order of drawing; `not_supported` as above."""
    preferred_rotation_axis: Sequence[float]
    """Axis about which IK bends it first; `not_supported` where a slight bend at rest says so."""
    segment_scale_compensate: bool
    """Whether it keeps its size when its parent is scaled."""
    joint_radius: float
    """Radius at its position, as drawn and as reaching of an envelope."""
    metadata: dict[str, Any]
    """Custom properties by name; `not_supported` where it has none."""


class JointFilter(TypedDict, total=False):
    """Filters of `list_joints`."""

    id: Filter[str]
    """Opaque id that survives renaming."""
    name: Filter[str]
    """The name that the artist sees, unique in its rig; the host may number it."""
    rig_id: Filter[str]
    """The rig that it belongs to; it stays the same."""
    rig_name: Filter[str]
    """The name of that rig."""
    parent_id: Filter[str | None]
    """Its parent, a joint of the same rig, null for none; changing it keeps its rest where it is. On creation
    also the name of one made before it in the same call.
    """
    length: Filter[float]
    """Rest: how long it is, 1 when not given."""
    rotation_mode: Filter[JointRotationMode]
    """In which numbers the host keeps and animates its turn: those of a quaternion, or Euler angles in this
    order. Changing it keeps the turn.
    """
    visible: Filter[bool]
    """Whether it shows. Default: true."""
    locked: Filter[bool]
    """Whether the artist is kept from selecting it, and so from moving it. Default: false."""
    cast_shadow: Filter[bool]
    """Whether it casts shadows; `not_supported` where joints are not rendered."""
    receive_shadow: Filter[bool]
    """Whether shadows fall on it; `not_supported` as above."""
    render_order: Filter[int]
    """Order of drawing; `not_supported` as above."""
    segment_scale_compensate: Filter[bool]
    """Whether it keeps its size when its parent is scaled."""
    joint_radius: Filter[float]
    """Radius at its position, as drawn and as reaching of an envelope."""


class Influences(TypedDict):
    """The vertices that follow any joint; on input the others follow none. For large meshes take
    `weight_table`.
    """

    vertex_index: int
    """Number of the vertex in the mesh."""
    weights: dict[str, Any]
    """How strongly it follows each joint, 0 to 1, by the joint's name; ids on input too."""


class Skin(TypedDict, total=False):
    """A skin makes the vertices of a mesh follow the joints of a rig, by weights (vertex groups and an
    armature modifier in Blender). Deleting it takes the weights of that rig's joints off the mesh, unless
    another skin of the same rig uses them.
    """

    id: str
    """Opaque id that survives renaming."""
    name: str
    """The name that the artist sees, unique on its mesh."""
    mesh_id: str
    """The mesh that it bends; it stays the same."""
    rig_id: str
    """The rig that bends it."""
    joint_ids: list[str]
    """The joints of that rig, in the order of the columns of `weight_table`."""
    influences: list[Influences]
    """The vertices that follow any joint; on input the others follow none. For large meshes take
    `weight_table`.
    """
    weight_table: Array
    """All weights: a row per vertex, in it a number per joint of `joint_ids`, one after the other; shape
    [vertices * joints].
    """
    max_influence_count: int
    """How many joints may move one vertex; `not_supported` where a host keeps no such limit."""
    normalize_weights: bool
    """Whether a vertex's weights count as parts of their sum."""
    dual_quaternion_enabled: bool
    """Whether volume is kept at bends by dual quaternions. Default: false."""
    falloff_radius: float
    """How far from a joint its weights end when they are computed; `not_supported` where each joint has its
    own.
    """
    enabled: bool
    """Whether it takes effect at all. Default: true."""
    metadata: dict[str, Any]
    """Custom properties by name; `not_supported` where it has none."""


class _SkinCreate(TypedDict):
    mesh_id: str
    """The mesh that it bends; it stays the same."""
    rig_id: str
    """The rig that bends it."""


class SkinCreate(_SkinCreate, total=False):
    """What `create_skins` takes."""

    name: str
    """The name that the artist sees, unique on its mesh."""
    influences: Sequence[Influences]
    """The vertices that follow any joint; on input the others follow none. For large meshes take
    `weight_table`.
    """
    weight_table: Array
    """All weights: a row per vertex, in it a number per joint of `joint_ids`, one after the other; shape
    [vertices * joints].
    """
    max_influence_count: int
    """How many joints may move one vertex; `not_supported` where a host keeps no such limit."""
    normalize_weights: bool
    """Whether a vertex's weights count as parts of their sum."""
    dual_quaternion_enabled: bool
    """Whether volume is kept at bends by dual quaternions. Default: false."""
    falloff_radius: float
    """How far from a joint its weights end when they are computed; `not_supported` where each joint has its
    own.
    """
    enabled: bool
    """Whether it takes effect at all. Default: true."""
    metadata: dict[str, Any]
    """Custom properties by name; `not_supported` where it has none."""


class _SkinUpdate(TypedDict):
    ids: Sequence[str]
    """Ids or unique names of what this patch changes."""


class SkinUpdate(_SkinUpdate, total=False):
    """A patch for `update_skins`: ids and whatever changes."""

    name: str
    """The name that the artist sees, unique on its mesh."""
    rig_id: str
    """The rig that bends it."""
    influences: Sequence[Influences]
    """The vertices that follow any joint; on input the others follow none. For large meshes take
    `weight_table`.
    """
    weight_table: Array
    """All weights: a row per vertex, in it a number per joint of `joint_ids`, one after the other; shape
    [vertices * joints].
    """
    max_influence_count: int
    """How many joints may move one vertex; `not_supported` where a host keeps no such limit."""
    normalize_weights: bool
    """Whether a vertex's weights count as parts of their sum."""
    dual_quaternion_enabled: bool
    """Whether volume is kept at bends by dual quaternions. Default: false."""
    falloff_radius: float
    """How far from a joint its weights end when they are computed; `not_supported` where each joint has its
    own.
    """
    enabled: bool
    """Whether it takes effect at all. Default: true."""
    metadata: dict[str, Any]
    """Custom properties by name; `not_supported` where it has none."""


class SkinFilter(TypedDict, total=False):
    """Filters of `list_skins`."""

    id: Filter[str]
    """Opaque id that survives renaming."""
    name: Filter[str]
    """The name that the artist sees, unique on its mesh."""
    mesh_id: Filter[str]
    """The mesh that it bends; it stays the same."""
    rig_id: Filter[str]
    """The rig that bends it."""
    max_influence_count: Filter[int]
    """How many joints may move one vertex; `not_supported` where a host keeps no such limit."""
    normalize_weights: Filter[bool]
    """Whether a vertex's weights count as parts of their sum."""
    dual_quaternion_enabled: Filter[bool]
    """Whether volume is kept at bends by dual quaternions. Default: false."""
    falloff_radius: Filter[float]
    """How far from a joint its weights end when they are computed; `not_supported` where each joint has its
    own.
    """
    enabled: Filter[bool]
    """Whether it takes effect at all. Default: true."""


IKChainSolverType = Literal["ccd", "fabrik", "analytic", "spring", "jacobian"]


class IKChain(TypedDict, total=False):
    """An IK chain bends the joints from its start to its end, so that the end's tip reaches a target."""

    id: str
    """Opaque id that survives renaming."""
    name: str
    """The name that the artist sees, unique on its joint."""
    end_id: str
    """The last joint of the chain; it stays the same."""
    start_id: str
    """The first joint of the chain: the end or one above it. The topmost when not given."""
    count: int
    """How many joints it bends."""
    target_id: str | None
    """The node or joint that it reaches for, null for none yet."""
    solver_type: IKChainSolverType
    """By which rule; the host's own when not given."""
    pole_target_id: str | None
    """The node or joint to which its bend points, null for none."""
    pole_angle: float
    """How far the bend is turned away from the pole target. Default: 0."""
    iterations: int
    """How many steps the solver takes at most."""
    tolerance: float
    """How near is near enough; `not_supported` where the solver has none."""
    maintain_rotation: bool
    """Whether the end is turned as the target is. Default: false."""
    stretch_enabled: bool
    """Whether its joints may grow longer to reach the target. Default: false."""
    max_stretch_ratio: float
    """To how many times their length; `not_supported` where a host has no such limit."""
    enabled: bool
    """Whether it takes effect at all. Default: true."""
    influence: float
    """How much of it takes effect. Default: 1."""
    metadata: dict[str, Any]
    """Custom properties by name; `not_supported` where it has none."""


class _IKChainCreate(TypedDict):
    end_id: str
    """The last joint of the chain; it stays the same."""


class IKChainCreate(_IKChainCreate, total=False):
    """What `create_ik_chains` takes."""

    name: str
    """The name that the artist sees, unique on its joint."""
    start_id: str
    """The first joint of the chain: the end or one above it. The topmost when not given."""
    target_id: str | None
    """The node or joint that it reaches for, null for none yet."""
    solver_type: IKChainSolverType
    """By which rule; the host's own when not given."""
    pole_target_id: str | None
    """The node or joint to which its bend points, null for none."""
    pole_angle: float
    """How far the bend is turned away from the pole target. Default: 0."""
    iterations: int
    """How many steps the solver takes at most."""
    tolerance: float
    """How near is near enough; `not_supported` where the solver has none."""
    maintain_rotation: bool
    """Whether the end is turned as the target is. Default: false."""
    stretch_enabled: bool
    """Whether its joints may grow longer to reach the target. Default: false."""
    max_stretch_ratio: float
    """To how many times their length; `not_supported` where a host has no such limit."""
    enabled: bool
    """Whether it takes effect at all. Default: true."""
    influence: float
    """How much of it takes effect. Default: 1."""
    metadata: dict[str, Any]
    """Custom properties by name; `not_supported` where it has none."""


class _IKChainUpdate(TypedDict):
    ids: Sequence[str]
    """Ids or unique names of what this patch changes."""


class IKChainUpdate(_IKChainUpdate, total=False):
    """A patch for `update_ik_chains`: ids and whatever changes."""

    name: str
    """The name that the artist sees, unique on its joint."""
    start_id: str
    """The first joint of the chain: the end or one above it. The topmost when not given."""
    target_id: str | None
    """The node or joint that it reaches for, null for none yet."""
    solver_type: IKChainSolverType
    """By which rule; the host's own when not given."""
    pole_target_id: str | None
    """The node or joint to which its bend points, null for none."""
    pole_angle: float
    """How far the bend is turned away from the pole target. Default: 0."""
    iterations: int
    """How many steps the solver takes at most."""
    tolerance: float
    """How near is near enough; `not_supported` where the solver has none."""
    maintain_rotation: bool
    """Whether the end is turned as the target is. Default: false."""
    stretch_enabled: bool
    """Whether its joints may grow longer to reach the target. Default: false."""
    max_stretch_ratio: float
    """To how many times their length; `not_supported` where a host has no such limit."""
    enabled: bool
    """Whether it takes effect at all. Default: true."""
    influence: float
    """How much of it takes effect. Default: 1."""
    metadata: dict[str, Any]
    """Custom properties by name; `not_supported` where it has none."""


class IKChainFilter(TypedDict, total=False):
    """Filters of `list_ik_chains`."""

    id: Filter[str]
    """Opaque id that survives renaming."""
    name: Filter[str]
    """The name that the artist sees, unique on its joint."""
    end_id: Filter[str]
    """The last joint of the chain; it stays the same."""
    start_id: Filter[str]
    """The first joint of the chain: the end or one above it. The topmost when not given."""
    count: Filter[int]
    """How many joints it bends."""
    target_id: Filter[str | None]
    """The node or joint that it reaches for, null for none yet."""
    solver_type: Filter[IKChainSolverType]
    """By which rule; the host's own when not given."""
    pole_target_id: Filter[str | None]
    """The node or joint to which its bend points, null for none."""
    pole_angle: Filter[float]
    """How far the bend is turned away from the pole target. Default: 0."""
    iterations: Filter[int]
    """How many steps the solver takes at most."""
    tolerance: Filter[float]
    """How near is near enough; `not_supported` where the solver has none."""
    maintain_rotation: Filter[bool]
    """Whether the end is turned as the target is. Default: false."""
    stretch_enabled: Filter[bool]
    """Whether its joints may grow longer to reach the target. Default: false."""
    max_stretch_ratio: Filter[float]
    """To how many times their length; `not_supported` where a host has no such limit."""
    enabled: Filter[bool]
    """Whether it takes effect at all. Default: true."""
    influence: Filter[float]
    """How much of it takes effect. Default: 1."""


SplineIKForwardAxis = Literal["x", "y", "z", "-x", "-y", "-z"]


class SplineIK(TypedDict, total=False):
    """A spline IK lays the joints from its start to its end along a curve."""

    id: str
    """Opaque id that survives renaming."""
    name: str
    """The name that the artist sees, unique on its joint."""
    end_joint_id: str
    """The last joint of the chain; it stays the same."""
    start_joint_id: str
    """The first joint of the chain: the end or one above it. The topmost when not given."""
    count: int
    """How many joints it bends."""
    curve_id: str
    """The curve along which they lie."""
    stretch_enabled: bool
    """Whether joints are scaled so that they fill the curve. Default: true."""
    auto_rotate_enabled: bool
    """Whether joints roll with the curve; `not_supported` to change where they always do or never do."""
    up_vector: list[float]
    """What is up along the curve; `not_supported` where the rest says so."""
    forward_axis: SplineIKForwardAxis
    """Which of their axes lies along the curve, as the host names it; the host's own when not given."""
    enabled: bool
    """Whether it takes effect at all. Default: true."""
    metadata: dict[str, Any]
    """Custom properties by name; `not_supported` where it has none."""


class _SplineIKCreate(TypedDict):
    end_joint_id: str
    """The last joint of the chain; it stays the same."""
    curve_id: str
    """The curve along which they lie."""


class SplineIKCreate(_SplineIKCreate, total=False):
    """What `create_spline_iks` takes."""

    name: str
    """The name that the artist sees, unique on its joint."""
    start_joint_id: str
    """The first joint of the chain: the end or one above it. The topmost when not given."""
    stretch_enabled: bool
    """Whether joints are scaled so that they fill the curve. Default: true."""
    auto_rotate_enabled: bool
    """Whether joints roll with the curve; `not_supported` to change where they always do or never do."""
    up_vector: Sequence[float]
    """What is up along the curve; `not_supported` where the rest says so."""
    forward_axis: SplineIKForwardAxis
    """Which of their axes lies along the curve, as the host names it; the host's own when not given."""
    enabled: bool
    """Whether it takes effect at all. Default: true."""
    metadata: dict[str, Any]
    """Custom properties by name; `not_supported` where it has none."""


class _SplineIKUpdate(TypedDict):
    ids: Sequence[str]
    """Ids or unique names of what this patch changes."""


class SplineIKUpdate(_SplineIKUpdate, total=False):
    """A patch for `update_spline_iks`: ids and whatever changes."""

    name: str
    """The name that the artist sees, unique on its joint."""
    start_joint_id: str
    """The first joint of the chain: the end or one above it. The topmost when not given."""
    curve_id: str
    """The curve along which they lie."""
    stretch_enabled: bool
    """Whether joints are scaled so that they fill the curve. Default: true."""
    auto_rotate_enabled: bool
    """Whether joints roll with the curve; `not_supported` to change where they always do or never do."""
    up_vector: Sequence[float]
    """What is up along the curve; `not_supported` where the rest says so."""
    forward_axis: SplineIKForwardAxis
    """Which of their axes lies along the curve, as the host names it; the host's own when not given."""
    enabled: bool
    """Whether it takes effect at all. Default: true."""
    metadata: dict[str, Any]
    """Custom properties by name; `not_supported` where it has none."""


class SplineIKFilter(TypedDict, total=False):
    """Filters of `list_spline_iks`."""

    id: Filter[str]
    """Opaque id that survives renaming."""
    name: Filter[str]
    """The name that the artist sees, unique on its joint."""
    end_joint_id: Filter[str]
    """The last joint of the chain; it stays the same."""
    start_joint_id: Filter[str]
    """The first joint of the chain: the end or one above it. The topmost when not given."""
    count: Filter[int]
    """How many joints it bends."""
    curve_id: Filter[str]
    """The curve along which they lie."""
    stretch_enabled: Filter[bool]
    """Whether joints are scaled so that they fill the curve. Default: true."""
    auto_rotate_enabled: Filter[bool]
    """Whether joints roll with the curve; `not_supported` to change where they always do or never do."""
    forward_axis: Filter[SplineIKForwardAxis]
    """Which of their axes lies along the curve, as the host names it; the host's own when not given."""
    enabled: Filter[bool]
    """Whether it takes effect at all. Default: true."""


class Deltas(TypedDict):
    """The vertices that it moves; on input the others stay. For large meshes take `position_deltas`."""

    vertex_index: int
    """Number of the vertex in the mesh."""
    position_delta: list[float]
    """How far it is moved, local to the mesh."""


BlendShapeCombineMethod = Literal["average", "additive"]


class BlendShape(TypedDict, total=False):
    """A blend shape (a shape key in Blender) moves vertices of a mesh, as much as its weight says."""

    id: str
    """Opaque id that survives renaming."""
    name: str
    """The name that the artist sees, unique on its mesh."""
    mesh_id: str
    """The mesh whose form it is; it stays the same."""
    weight: float
    """How much of it shows. Default: 0."""
    deltas: list[Deltas]
    """The vertices that it moves; on input the others stay. For large meshes take `position_deltas`."""
    position_deltas: Array
    """How far it moves every vertex, local to the mesh, shape [n, 3]."""
    normal_deltas: list[list[float]]
    """How it changes every normal; `not_supported` where the host computes them from the form."""
    tangent_deltas: list[list[float]]
    """How it changes every tangent; `not_supported` where the host computes them from the form."""
    combine_method: BlendShapeCombineMethod
    """Whether several at once are added up, or averaged. Default: "additive"."""
    enabled: bool
    """Whether it takes effect at all. Default: true."""
    metadata: dict[str, Any]
    """Custom properties by name; `not_supported` where it has none."""


class _BlendShapeCreate(TypedDict):
    mesh_id: str
    """The mesh whose form it is; it stays the same."""


class BlendShapeCreate(_BlendShapeCreate, total=False):
    """What `create_blend_shapes` takes."""

    name: str
    """The name that the artist sees, unique on its mesh."""
    weight: float
    """How much of it shows. Default: 0."""
    deltas: Sequence[Deltas]
    """The vertices that it moves; on input the others stay. For large meshes take `position_deltas`."""
    position_deltas: Array
    """How far it moves every vertex, local to the mesh, shape [n, 3]."""
    normal_deltas: Sequence[Sequence[float]]
    """How it changes every normal; `not_supported` where the host computes them from the form."""
    tangent_deltas: Sequence[Sequence[float]]
    """How it changes every tangent; `not_supported` where the host computes them from the form."""
    combine_method: BlendShapeCombineMethod
    """Whether several at once are added up, or averaged. Default: "additive"."""
    enabled: bool
    """Whether it takes effect at all. Default: true."""
    metadata: dict[str, Any]
    """Custom properties by name; `not_supported` where it has none."""


class _BlendShapeUpdate(TypedDict):
    ids: Sequence[str]
    """Ids or unique names of what this patch changes."""


class BlendShapeUpdate(_BlendShapeUpdate, total=False):
    """A patch for `update_blend_shapes`: ids and whatever changes."""

    name: str
    """The name that the artist sees, unique on its mesh."""
    weight: float
    """How much of it shows. Default: 0."""
    deltas: Sequence[Deltas]
    """The vertices that it moves; on input the others stay. For large meshes take `position_deltas`."""
    position_deltas: Array
    """How far it moves every vertex, local to the mesh, shape [n, 3]."""
    normal_deltas: Sequence[Sequence[float]]
    """How it changes every normal; `not_supported` where the host computes them from the form."""
    tangent_deltas: Sequence[Sequence[float]]
    """How it changes every tangent; `not_supported` where the host computes them from the form."""
    combine_method: BlendShapeCombineMethod
    """Whether several at once are added up, or averaged. Default: "additive"."""
    enabled: bool
    """Whether it takes effect at all. Default: true."""
    metadata: dict[str, Any]
    """Custom properties by name; `not_supported` where it has none."""


class BlendShapeFilter(TypedDict, total=False):
    """Filters of `list_blend_shapes`."""

    id: Filter[str]
    """Opaque id that survives renaming."""
    name: Filter[str]
    """The name that the artist sees, unique on its mesh."""
    mesh_id: Filter[str]
    """The mesh whose form it is; it stays the same."""
    weight: Filter[float]
    """How much of it shows. Default: 0."""
    combine_method: Filter[BlendShapeCombineMethod]
    """Whether several at once are added up, or averaged. Default: "additive"."""
    enabled: Filter[bool]
    """Whether it takes effect at all. Default: true."""


class BlendShapeGroup(TypedDict, total=False):
    """A group holds the blend shapes that belong together (in Blender all shape keys of a mesh, its `Key`).
    It comes with the first shape of a mesh; creating one makes the shapes that `target_weights` names, each
    without a form yet. Deleting it deletes its shapes.
    """

    id: str
    """Opaque id that survives renaming."""
    name: str
    """The name that the artist sees; the host may number it to keep it unique."""
    mesh_id: str
    """The mesh whose forms they are; it stays the same."""
    blend_shape_ids: list[str]
    """Its shapes, in order."""
    target_weights: dict[str, Any]
    """How much of each shape shows, 0 to 1, by the shape's name; on input those that are not named stay as
    they are.
    """
    is_inbetween: bool
    """Whether its shapes follow each other in time, one turning into the next, rather than being added up by
    their weights. Default: false.
    """
    driver: dict[str, Any]
    """What moves all of its weights at once; `not_supported` where each weight has its own."""
    metadata: dict[str, Any]
    """Custom properties by name."""


class _BlendShapeGroupCreate(TypedDict):
    mesh_id: str
    """The mesh whose forms they are; it stays the same."""


class BlendShapeGroupCreate(_BlendShapeGroupCreate, total=False):
    """What `create_blend_shape_groups` takes."""

    name: str
    """The name that the artist sees; the host may number it to keep it unique."""
    target_weights: dict[str, Any]
    """How much of each shape shows, 0 to 1, by the shape's name; on input those that are not named stay as
    they are.
    """
    is_inbetween: bool
    """Whether its shapes follow each other in time, one turning into the next, rather than being added up by
    their weights. Default: false.
    """
    driver: dict[str, Any]
    """What moves all of its weights at once; `not_supported` where each weight has its own."""
    metadata: dict[str, Any]
    """Custom properties by name."""


class _BlendShapeGroupUpdate(TypedDict):
    ids: Sequence[str]
    """Ids or unique names of what this patch changes."""


class BlendShapeGroupUpdate(_BlendShapeGroupUpdate, total=False):
    """A patch for `update_blend_shape_groups`: ids and whatever changes."""

    name: str
    """The name that the artist sees; the host may number it to keep it unique."""
    target_weights: dict[str, Any]
    """How much of each shape shows, 0 to 1, by the shape's name; on input those that are not named stay as
    they are.
    """
    is_inbetween: bool
    """Whether its shapes follow each other in time, one turning into the next, rather than being added up by
    their weights. Default: false.
    """
    driver: dict[str, Any]
    """What moves all of its weights at once; `not_supported` where each weight has its own."""
    metadata: dict[str, Any]
    """Custom properties by name."""


class BlendShapeGroupFilter(TypedDict, total=False):
    """Filters of `list_blend_shape_groups`."""

    id: Filter[str]
    """Opaque id that survives renaming."""
    name: Filter[str]
    """The name that the artist sees; the host may number it to keep it unique."""
    mesh_id: Filter[str]
    """The mesh whose forms they are; it stays the same."""
    is_inbetween: Filter[bool]
    """Whether its shapes follow each other in time, one turning into the next, rather than being added up by
    their weights. Default: false.
    """


class RotationLimits(TypedDict, total=False):
    """Angles [least, greatest], by axis; IK keeps to them too."""

    x: list[float]
    """Least and greatest angle about x."""
    y: list[float]
    """Least and greatest angle about y."""
    z: list[float]
    """Least and greatest angle about z."""


class TranslationLimits(TypedDict, total=False):
    """Scene units [least, greatest], by axis."""

    x: list[float]
    """Least and greatest along x."""
    y: list[float]
    """Least and greatest along y."""
    z: list[float]
    """Least and greatest along z."""


class ScaleLimits(TypedDict, total=False):
    """Scale factors [least, greatest], by axis."""

    x: list[float]
    """Least and greatest along x."""
    y: list[float]
    """Least and greatest along y."""
    z: list[float]
    """Least and greatest along z."""


class JointLimits(TypedDict, total=False):
    """Joint limits say how far the pose of a joint may go from its rest, about and along its own axes. The
    axes are the host's and are not converted. An axis that is not named is free. A joint has them once.
    """

    id: str
    """Opaque id that survives renaming."""
    name: str
    """The name that the artist sees, unique on its joint."""
    joint_id: str
    """The joint that is limited; it stays the same."""
    rotation_limits: RotationLimits
    """Angles [least, greatest], by axis; IK keeps to them too."""
    translation_limits: TranslationLimits
    """Scene units [least, greatest], by axis."""
    scale_limits: ScaleLimits
    """Scale factors [least, greatest], by axis."""
    enabled: bool
    """Whether it takes effect at all. Default: true."""
    metadata: dict[str, Any]
    """Custom properties by name; `not_supported` where it has none."""


class _JointLimitsCreate(TypedDict):
    joint_id: str
    """The joint that is limited; it stays the same."""


class JointLimitsCreate(_JointLimitsCreate, total=False):
    """What `create_joint_limits` takes."""

    name: str
    """The name that the artist sees, unique on its joint."""
    rotation_limits: RotationLimits
    """Angles [least, greatest], by axis; IK keeps to them too."""
    translation_limits: TranslationLimits
    """Scene units [least, greatest], by axis."""
    scale_limits: ScaleLimits
    """Scale factors [least, greatest], by axis."""
    enabled: bool
    """Whether it takes effect at all. Default: true."""
    metadata: dict[str, Any]
    """Custom properties by name; `not_supported` where it has none."""


class _JointLimitsUpdate(TypedDict):
    ids: Sequence[str]
    """Ids or unique names of what this patch changes."""


class JointLimitsUpdate(_JointLimitsUpdate, total=False):
    """A patch for `update_joint_limits`: ids and whatever changes."""

    name: str
    """The name that the artist sees, unique on its joint."""
    rotation_limits: RotationLimits
    """Angles [least, greatest], by axis; IK keeps to them too."""
    translation_limits: TranslationLimits
    """Scene units [least, greatest], by axis."""
    scale_limits: ScaleLimits
    """Scale factors [least, greatest], by axis."""
    enabled: bool
    """Whether it takes effect at all. Default: true."""
    metadata: dict[str, Any]
    """Custom properties by name; `not_supported` where it has none."""


class JointLimitsFilter(TypedDict, total=False):
    """Filters of `list_joint_limits`."""

    id: Filter[str]
    """Opaque id that survives renaming."""
    name: Filter[str]
    """The name that the artist sees, unique on its joint."""
    joint_id: Filter[str]
    """The joint that is limited; it stays the same."""
    enabled: Filter[bool]
    """Whether it takes effect at all. Default: true."""


RigControlShape = Literal[
    "cube",
    "sphere",
    "circle",
    "square",
    "arrow",
    "cross",
    "pyramid",
    "diamond",
    "custom",
]


RigControlSpaceType = Literal["object", "world", "parent", "joint"]


RigControlDisplayType = Literal["normal", "reference", "template"]


class RigControl(Joint, total=False):
    """A control is what an animator takes hold of: a joint that bends no mesh, is drawn as a shape, and that
    other joints follow. Its id is that of the joint, so whatever takes a joint (channels, constraints, IK)
    takes it too. A new one lies on the first joint that follows it, below that one's parent, unless its rest
    says otherwise.
    """

    target_joint_ids: list[str]
    """The joints of its rig that follow it; none of those above it."""
    shape: RigControlShape
    """How it is drawn: `cube` when not given; `custom` is the mesh of `custom_mesh_id`."""
    custom_mesh_id: str | None
    """The mesh that it is drawn as; null for the other shapes."""
    size: float
    """How large it is drawn: the longest side of its shape. As long as the joint when not given."""
    offset_matrix: list[float]
    """How its shape is moved and turned from the joint, in the joint's axes, row-major; without scale, which
    `size` is.
    """
    space_type: RigControlSpaceType
    """In what the joints follow it: its place and turn in its rig (`object`) or in the world; what it moved
    from its rest with all above it (`parent`), or by itself (`joint`, when not given). Only when joints
    follow it.
    """
    display_type: RigControlDisplayType
    """How it shows: as the view is set, or as a `template`, in lines only. Default: "normal"."""


class RigControlCreate(JointCreate, total=False):
    """What `create_rig_controls` takes."""

    target_joint_ids: Sequence[str]
    """The joints of its rig that follow it; none of those above it."""
    shape: RigControlShape
    """How it is drawn: `cube` when not given; `custom` is the mesh of `custom_mesh_id`."""
    custom_mesh_id: str | None
    """The mesh that it is drawn as; null for the other shapes."""
    size: float
    """How large it is drawn: the longest side of its shape. As long as the joint when not given."""
    offset_matrix: Sequence[float]
    """How its shape is moved and turned from the joint, in the joint's axes, row-major; without scale, which
    `size` is.
    """
    space_type: RigControlSpaceType
    """In what the joints follow it: its place and turn in its rig (`object`) or in the world; what it moved
    from its rest with all above it (`parent`), or by itself (`joint`, when not given). Only when joints
    follow it.
    """
    display_type: RigControlDisplayType
    """How it shows: as the view is set, or as a `template`, in lines only. Default: "normal"."""


class RigControlUpdate(JointUpdate, total=False):
    """A patch for `update_rig_controls`: ids and whatever changes."""

    target_joint_ids: Sequence[str]
    """The joints of its rig that follow it; none of those above it."""
    shape: RigControlShape
    """How it is drawn: `cube` when not given; `custom` is the mesh of `custom_mesh_id`."""
    custom_mesh_id: str | None
    """The mesh that it is drawn as; null for the other shapes."""
    size: float
    """How large it is drawn: the longest side of its shape. As long as the joint when not given."""
    offset_matrix: Sequence[float]
    """How its shape is moved and turned from the joint, in the joint's axes, row-major; without scale, which
    `size` is.
    """
    space_type: RigControlSpaceType
    """In what the joints follow it: its place and turn in its rig (`object`) or in the world; what it moved
    from its rest with all above it (`parent`), or by itself (`joint`, when not given). Only when joints
    follow it.
    """
    display_type: RigControlDisplayType
    """How it shows: as the view is set, or as a `template`, in lines only. Default: "normal"."""


class RigControlFilter(JointFilter, total=False):
    """Filters of `list_rig_controls`."""

    shape: Filter[RigControlShape]
    """How it is drawn: `cube` when not given; `custom` is the mesh of `custom_mesh_id`."""
    custom_mesh_id: Filter[str | None]
    """The mesh that it is drawn as; null for the other shapes."""
    size: Filter[float]
    """How large it is drawn: the longest side of its shape. As long as the joint when not given."""
    space_type: Filter[RigControlSpaceType]
    """In what the joints follow it: its place and turn in its rig (`object`) or in the world; what it moved
    from its rest with all above it (`parent`), or by itself (`joint`, when not given). Only when joints
    follow it.
    """
    display_type: Filter[RigControlDisplayType]
    """How it shows: as the view is set, or as a `template`, in lines only. Default: "normal"."""


class Transforms(TypedDict):
    """Where its joints are. On creation the rig's present pose when not given; on input joints that are not
    named are not part of it, and follow those above them.
    """

    joint_id: str
    """The joint."""
    matrix: list[float]
    """Where it is in its rig, row-major."""


class BindPose(TypedDict, total=False):
    """A pose of a rig that is kept to come back to. Every rig has its rest, in which skins are bound; the
    others are kept beside it (in Blender as actions that are pose assets: they stand in the asset browser,
    and belong to every rig that has most of their joints).
    """

    id: str
    """Opaque id that survives renaming."""
    name: str
    """The name that the artist sees; the rest is called `Rest` and stays so."""
    rig_id: str
    """The rig whose pose it is; it stays the same."""
    transforms: list[Transforms]
    """Where its joints are. On creation the rig's present pose when not given; on input joints that are not
    named are not part of it, and follow those above them.
    """
    joint_ids: list[str]
    """The joints that are part of it."""
    active: bool
    """Whether the rig stands in it now. `true` puts its joints there; `false`, when they are, back to their
    rest.
    """
    is_bind_pose: bool
    """Whether skins are bound in it."""
    is_default: bool
    """Whether it is the rig's own, which is neither changed here nor deleted."""
    metadata: dict[str, Any]
    """Custom properties by name."""


class _BindPoseCreate(TypedDict):
    rig_id: str
    """The rig whose pose it is; it stays the same."""


class BindPoseCreate(_BindPoseCreate, total=False):
    """What `create_bind_poses` takes."""

    name: str
    """The name that the artist sees; the rest is called `Rest` and stays so."""
    transforms: Sequence[Transforms]
    """Where its joints are. On creation the rig's present pose when not given; on input joints that are not
    named are not part of it, and follow those above them.
    """
    active: bool
    """Whether the rig stands in it now. `true` puts its joints there; `false`, when they are, back to their
    rest.
    """
    metadata: dict[str, Any]
    """Custom properties by name."""


class _BindPoseUpdate(TypedDict):
    ids: Sequence[str]
    """Ids or unique names of what this patch changes."""


class BindPoseUpdate(_BindPoseUpdate, total=False):
    """A patch for `update_bind_poses`: ids and whatever changes."""

    name: str
    """The name that the artist sees; the rest is called `Rest` and stays so."""
    transforms: Sequence[Transforms]
    """Where its joints are. On creation the rig's present pose when not given; on input joints that are not
    named are not part of it, and follow those above them.
    """
    active: bool
    """Whether the rig stands in it now. `true` puts its joints there; `false`, when they are, back to their
    rest.
    """
    metadata: dict[str, Any]
    """Custom properties by name."""


class BindPoseFilter(TypedDict, total=False):
    """Filters of `list_bind_poses`."""

    id: Filter[str]
    """Opaque id that survives renaming."""
    name: Filter[str]
    """The name that the artist sees; the rest is called `Rest` and stays so."""
    rig_id: Filter[str]
    """The rig whose pose it is; it stays the same."""
    active: Filter[bool]
    """Whether the rig stands in it now. `true` puts its joints there; `false`, when they are, back to their
    rest.
    """
    is_bind_pose: Filter[bool]
    """Whether skins are bound in it."""
    is_default: Filter[bool]
    """Whether it is the rig's own, which is neither changed here nor deleted."""


PrimitiveKind = Literal["cube", "sphere", "ico_sphere", "cylinder", "cone", "plane", "torus", "circle"]


class _PrimitiveCreate(TypedDict):
    kind: PrimitiveKind
    """Which shape."""


class PrimitiveCreate(_PrimitiveCreate, total=False):
    """What `create_primitives` takes."""

    name: str
    """The name that the artist sees; without it the shape's."""
    position: Sequence[float]
    """Position local to the parent, in scene units. Default: [0, 0, 0]."""
    rotation: Rotation
    """Rotation local to the parent as [x, y, z, w]; {"euler": [90, 0, 0]} in degrees on input. Default: [0,
    0, 0, 1].
    """
    scale: Sequence[float]
    """Scale factors. Default: [1, 1, 1]."""
    parent_id: str | None
    """Its parent, null for none."""
    material_id: str | None
    """Its material, null for none."""
    size: float
    """Length of an edge of a cube or plane, 2 when not given."""
    radius: float
    """Radius, of a cone at its base, of a torus of its ring, 1 when not given."""
    radius2: float
    """Radius of a cone at its top, 0 when not given."""
    minor_radius: float
    """Radius of the tube of a torus, a quarter of `radius` when not given."""
    depth: float
    """Height of a cylinder or cone, 2 when not given."""
    segments: int
    """Steps around, 32 when not given (torus 48)."""
    rings: int
    """Steps from pole to pole, or around a torus's tube, 16 when not given (torus 12)."""
    subdivisions: int
    """Subdivisions of an ico_sphere, 2 when not given."""


OnError = Literal["fail", "continue"]


Convention = Literal["host", "gltf"]


class ItemError(TypedDict):
    """The items that failed; only with `on_error: "continue"`."""

    index: int
    """Which item, counted from 0."""
    error: dict[str, Any]
    """Its error: error_code, error_message, details, suggestions, timestamp."""


class _CreateNodesResult(TypedDict):
    ids: list[str]
    """Ids of what was created, in the order of the items."""
    items: list[Node]
    """As read from the host."""


class CreateNodesResult(_CreateNodesResult, total=False):
    """What `create_nodes` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


NodeField = Literal[
    "id",
    "name",
    "type",
    "position",
    "rotation",
    "scale",
    "parent_id",
    "child_ids",
    "visible",
    "locked",
    "cast_shadow",
    "receive_shadow",
    "render_order",
    "metadata",
    "bounds",
    "matrix_world",
]


class GetNodesResult(TypedDict):
    """What `get_nodes` gives."""

    items: list[Node]
    """As read from the host."""


class _ListNodesResult(TypedDict):
    items: list[Node]
    """As read from the host."""
    total: int
    """How many match, over all pages."""


class ListNodesResult(_ListNodesResult, total=False):
    """What `list_nodes` gives."""

    next_cursor: str
    """Where the next page begins; absent on the last."""


class _UpdateNodesResult(TypedDict):
    items: list[Node]
    """As read from the host."""


class UpdateNodesResult(_UpdateNodesResult, total=False):
    """What `update_nodes` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


class DeleteNodesResult(TypedDict):
    """What `delete_nodes` gives."""

    deleted: list[str]
    """Ids of what was deleted, children included."""


class _CreateGroupsResult(TypedDict):
    ids: list[str]
    """Ids of what was created, in the order of the items."""
    items: list[Group]
    """As read from the host."""


class CreateGroupsResult(_CreateGroupsResult, total=False):
    """What `create_groups` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


GroupField = Literal["id", "name", "parent_id", "child_ids", "object_ids", "visible", "locked", "metadata"]


class GetGroupsResult(TypedDict):
    """What `get_groups` gives."""

    items: list[Group]
    """As read from the host."""


class _ListGroupsResult(TypedDict):
    items: list[Group]
    """As read from the host."""
    total: int
    """How many match, over all pages."""


class ListGroupsResult(_ListGroupsResult, total=False):
    """What `list_groups` gives."""

    next_cursor: str
    """Where the next page begins; absent on the last."""


class _UpdateGroupsResult(TypedDict):
    items: list[Group]
    """As read from the host."""


class UpdateGroupsResult(_UpdateGroupsResult, total=False):
    """What `update_groups` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


class DeleteGroupsResult(TypedDict):
    """What `delete_groups` gives."""

    deleted: list[str]
    """Ids of what was deleted, children included."""


class _CreateConstraintsResult(TypedDict):
    ids: list[str]
    """Ids of what was created, in the order of the items."""
    items: list[Constraint]
    """As read from the host."""


class CreateConstraintsResult(_CreateConstraintsResult, total=False):
    """What `create_constraints` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


ConstraintField = Literal[
    "id",
    "name",
    "type",
    "source_id",
    "target_id",
    "influence",
    "maintain_offset",
    "skip_translation",
    "skip_rotation",
    "skip_scale",
    "space",
    "custom_space_id",
    "active",
    "metadata",
]


class GetConstraintsResult(TypedDict):
    """What `get_constraints` gives."""

    items: list[Constraint]
    """As read from the host."""


class _ListConstraintsResult(TypedDict):
    items: list[Constraint]
    """As read from the host."""
    total: int
    """How many match, over all pages."""


class ListConstraintsResult(_ListConstraintsResult, total=False):
    """What `list_constraints` gives."""

    next_cursor: str
    """Where the next page begins; absent on the last."""


class _UpdateConstraintsResult(TypedDict):
    items: list[Constraint]
    """As read from the host."""


class UpdateConstraintsResult(_UpdateConstraintsResult, total=False):
    """What `update_constraints` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


class DeleteConstraintsResult(TypedDict):
    """What `delete_constraints` gives."""

    deleted: list[str]
    """Ids of what was deleted, children included."""


GetSceneField = Literal[
    "name",
    "file",
    "frame",
    "frame_start",
    "frame_end",
    "fps",
    "up_axis",
    "metres_per_unit",
    "units",
    "counts",
    "active_camera",
    "selection",
    "nodes",
    "tree",
    "total",
    "render",
    "modified",
]


GetSceneUpAxis = Literal["Z", "Y"]


GetSceneType = Literal["mesh", "camera", "light", "empty", "armature", "curve", "other"]


class NodeSummary(TypedDict):
    """The first nodes; `list_nodes` gives them all."""

    id: str
    """Opaque id."""
    name: str
    """Name."""
    type: GetSceneType
    """What it is."""
    parent_id: str | None
    """Its parent, null for none."""


class _TreeNode(TypedDict):
    id: str
    """Opaque id."""
    name: str
    """Name."""
    type: GetSceneType
    """What it is."""


class TreeNode(_TreeNode, total=False):
    """The first level, by name."""

    children: list[dict[str, Any]]
    """What lies below it, each as this one; absent when nothing is shown."""
    more: int
    """How many children are not shown; absent when all are."""


class _SceneTree(TypedDict):
    roots: list[TreeNode]
    """The first level, by name."""
    shown: int
    """How many nodes are shown."""
    total: int
    """How many there are, on all levels."""


class SceneTree(_SceneTree, total=False):
    """The nodes as a tree, when asked for."""

    more: int
    """How many of the first level are not shown; absent when all are."""


class RenderSummary(TypedDict):
    """Settings of a render."""

    engine: str
    """Render engine."""
    width: int
    """Width of a render."""
    height: int
    """Height of a render."""


class GetSceneResult(TypedDict, total=False):
    """What `get_scene` gives."""

    name: str
    """Name of the scene."""
    file: str
    """The open file, empty when never saved."""
    frame: float
    """The current frame."""
    frame_start: float
    """First frame."""
    frame_end: float
    """Last frame."""
    fps: float
    """Frames per second."""
    up_axis: GetSceneUpAxis
    """Which axis points up."""
    metres_per_unit: float
    """How long one scene unit is."""
    units: str
    """The unit that the artist sees."""
    counts: dict[str, Any]
    """How many nodes there are of each type."""
    active_camera: str | None
    """The camera that renders, null for none."""
    selection: list[str]
    """Ids of what is selected."""
    nodes: list[NodeSummary]
    """The first nodes; `list_nodes` gives them all."""
    tree: SceneTree
    """The nodes as a tree, when asked for."""
    total: int
    """How many nodes the scene has."""
    render: RenderSummary
    """Settings of a render."""
    modified: bool
    """Whether there are changes that are not saved."""


class GetSelectionResult(TypedDict):
    """What `get_selection` gives."""

    ids: list[str]
    """What is selected."""
    active_id: str | None
    """The active one, null for none."""


SelectMode = Literal["replace", "add", "remove", "toggle"]


class SelectResult(TypedDict):
    """What `select` gives."""

    selected_ids: list[str]
    """What is selected now."""


class UndoResult(TypedDict):
    """What `undo` gives."""

    undone: int
    """How many steps were taken back."""


class RedoResult(TypedDict):
    """What `redo` gives."""

    redone: int
    """How many steps were done again."""


class Lines(TypedDict):
    """Up to 1,000, in the order in which they ran."""

    line: int
    """Its number, from 1."""
    function: str
    """Where: a function's name, or `<module>`."""
    changed: dict[str, Any]
    """What variables are after it, shortened; null for one that has gone."""


class Trace(TypedDict):
    """The lines that ran; an error has them in its details."""

    lines: list[Lines]
    """Up to 1,000, in the order in which they ran."""
    cut: bool
    """Whether more ran than is told."""


class _ExecutePythonResult(TypedDict):
    repr: str
    """The same value as Python prints it."""
    stdout: str
    """What it printed."""
    stderr: str
    """What it printed to stderr."""


class ExecutePythonResult(_ExecutePythonResult, total=False):
    """What `execute_python` gives."""

    value: Any
    """Value of the last expression when it has a JSON form."""
    variables: list[Variables]
    """Those that `variables_after` named."""
    trace: Trace
    """The lines that ran; an error has them in its details."""
    whole_stdout: Blob
    """All of stdout, when cut."""
    whole_stderr: Blob
    """All of stderr, when cut."""
    whole_repr: Blob
    """All of `repr`, when cut."""


class _GetStatusResult(TypedDict):
    instance: dict[str, Any]
    """Id, name, application, versions."""
    queue: int
    """Calls that wait for the main thread."""
    uptime: float
    """Seconds since it started."""


class GetStatusResult(_GetStatusResult, total=False):
    """What `get_status` gives."""

    running: dict[str, Any] | None
    """The call that runs now, null for none."""
    held: str | None
    """Why calls that change the scene wait now, null when they do not."""
    versions: dict[str, Any]
    """Of scenewire, host, Python and protocol."""
    counts: dict[str, Any]
    """Calls done, failed, cancelled; connections now."""
    python: dict[str, Any]
    """What code may do here."""
    not_supported: dict[str, Any]
    """What it cannot do, and why."""


class _ApiMatch(TypedDict):
    path: str
    """Where it is: `bpy.ops.mesh.bevel`."""
    kind: str
    """`function`, `class`, `property`, `module` …"""
    doc: str
    """What the host says of it."""


class ApiMatch(_ApiMatch, total=False):
    """Best first."""

    signature: str
    """How it is called."""


class DescribeApiResult(TypedDict):
    """What `describe_api` gives."""

    matches: list[ApiMatch]
    """Best first."""


GetEventsKinds = Literal[
    "nodes_added",
    "nodes_removed",
    "selection_changed",
    "scene_changed",
    "file_opened",
    "file_saved",
    "undo",
    "redo",
]


GetEventsKind = Literal[
    "nodes_added",
    "nodes_removed",
    "selection_changed",
    "scene_changed",
    "file_opened",
    "file_saved",
    "undo",
    "redo",
]


GetEventsBy = Literal["artist", "call"]


class _Events(TypedDict):
    kind: GetEventsKind
    """What happened; `scene_changed` is a change other than of nodes and selection."""
    number: int
    """Grows by one from event to event."""
    time: str
    """When the first of those happened for which it stands, in UTC."""
    count: int
    """For how many of its kind it stands, which came faster than they are told."""
    by: GetEventsBy
    """Who did it: a call, or the artist (or another add-on)."""


class Events(_Events, total=False):
    """Oldest first, 256 at most; the rest comes with the next call."""

    own: bool
    """Of a call: whether the reader itself made it."""
    operation: str
    """Of a call: what it did."""
    call: str
    """Of a call: its name in the gateway's audit."""
    ids: list[str]
    """Nodes added, removed, or selected now; the first 64."""
    names: list[str]
    """Their names; of what was removed those that were seen last."""
    more: int
    """How many more there are; absent for none."""
    active_id: str | None
    """Of a selection: the active node, null for none."""
    path: str
    """The file that was opened or saved, empty for a new one."""


class GetEventsResult(TypedDict):
    """What `get_events` gives."""

    events: list[Events]
    """Oldest first, 256 at most; the rest comes with the next call."""
    cursor: str
    """For `after` of the next call."""
    missed: int
    """How many events are no longer kept since `after`: 1024 are."""
    restarted: bool
    """Whether `after` is of an earlier run of the host."""


StartTaskStatus = Literal["running", "completed", "failed", "cancelled"]


class _StartTaskResult(TypedDict):
    id: str
    """Opaque id of the task."""
    operation: str
    """What it does."""
    status: StartTaskStatus
    """Where it stands."""
    message: str
    """What is being done."""
    started: str
    """When it began, in UTC."""
    seconds: float
    """How long it runs, or ran."""


class StartTaskResult(_StartTaskResult, total=False):
    """What `start_task` gives."""

    progress: float | None
    """How much is done, null when nobody knows."""


GetTaskStatus = Literal["running", "completed", "failed", "cancelled"]


class _GetTaskResult(TypedDict):
    id: str
    """Opaque id of the task."""
    operation: str
    """What it does."""
    status: GetTaskStatus
    """Where it stands."""
    message: str
    """What is being done."""
    started: str
    """When it began, in UTC."""
    seconds: float
    """How long it runs, or ran."""
    log: list[str]
    """The last lines that the background said."""


class GetTaskResult(_GetTaskResult, total=False):
    """What `get_task` gives."""

    progress: float | None
    """How much is done, null when nobody knows."""
    result: Any
    """What the operation answered, once it is completed. Names in it hold in your scene; ids are of the copy.
    """
    error: dict[str, Any]
    """Why it failed, as a call would have told it."""


ListTasksStatus = Literal["running", "completed", "failed", "cancelled"]


class _Items(TypedDict):
    id: str
    """Opaque id of the task."""
    operation: str
    """What it does."""
    status: ListTasksStatus
    """Where it stands."""
    message: str
    """What is being done."""
    started: str
    """When it began, in UTC."""
    seconds: float
    """How long it runs, or ran."""


class Items(_Items, total=False):
    """One for each."""

    progress: float | None
    """How much is done, null when nobody knows."""


class ListTasksResult(TypedDict):
    """What `list_tasks` gives."""

    items: list[Items]
    """One for each."""


CancelTaskStatus = Literal["running", "completed", "failed", "cancelled"]


class _CancelTaskResult(TypedDict):
    id: str
    """Opaque id of the task."""
    operation: str
    """What it does."""
    status: CancelTaskStatus
    """Where it stands."""
    message: str
    """What is being done."""
    started: str
    """When it began, in UTC."""
    seconds: float
    """How long it runs, or ran."""


class CancelTaskResult(_CancelTaskResult, total=False):
    """What `cancel_task` gives."""

    progress: float | None
    """How much is done, null when nobody knows."""


class _BatchStep(TypedDict):
    operation: str
    """Name of the operation."""


class BatchStep(_BatchStep, total=False):
    """The steps, at most 10,000."""

    arguments: dict[str, Any]
    """Its arguments, references among them. Default: {}."""
    name: str
    """For references: letters, digits and `_`."""


class _BatchOutcome(TypedDict):
    index: int
    """Which step, counted from 0."""
    operation: str
    """What it did."""


class BatchOutcome(_BatchOutcome, total=False):
    """One for each step, in order."""

    name: str
    """Its name, when it was given one."""
    result: dict[str, Any]
    """What the operation gave."""
    error: dict[str, Any]
    """Why it failed; only with `on_error: "continue"`."""
    would: dict[str, Any]
    """What it would do; only with `dry_run`."""


class _BatchResult(TypedDict):
    results: list[BatchOutcome]
    """One for each step, in order."""
    completed: int
    """How many steps were done."""


class BatchResult(_BatchResult, total=False):
    """What `batch` gives."""

    failed: int
    """How many failed; only with `on_error: "continue"`."""
    asks: list[str]
    """What the owner would be asked about; only with `dry_run`."""


class _Materials(TypedDict):
    source_id: str
    """Its id at the source."""
    source_name: str
    """Its name at the source."""


class Materials(_Materials, total=False):
    """Their materials."""

    id: str
    """Its id at the target; absent in a dry run."""
    name: str
    """Its name at the target, numbered where the old one was taken; absent in a dry run."""
    reused: bool
    """Whether the target had one of this name, which was taken."""


class Lost(TypedDict):
    """What did not come along of what came."""

    field: str
    """What did not come along: `materials.textures.height`, `constraints` ..."""
    reason: str
    """Why."""
    ids: list[str]
    """Of which things at the source; the first 20."""
    count: int
    """Of how many."""


class LeftOut(TypedDict):
    """Objects below the chosen ones that no target has a place for, or not this one."""

    source_id: str
    """Its id at the source."""
    source_name: str
    """Its name at the source."""
    type: str
    """What it is: `mesh`, `camera`, `light`, `curve`, `empty` ..."""
    reason: str
    """Why it could not come along."""


class Source(TypedDict):
    """Where they are."""

    id: str
    """Its id."""
    name: str
    """Its name."""
    app: str
    """What it is: `blender`, `maya`, `unreal`, `usd`."""


class Target(TypedDict):
    """Where they went."""

    id: str
    """Its id."""
    name: str
    """Its name."""
    app: str
    """What it is: `blender`, `maya`, `unreal`, `usd`."""


class TransferResult(TypedDict):
    """What `transfer` gives."""

    items: list[Items]
    """The objects: which one has become which."""
    materials: list[Materials]
    """Their materials."""
    textures: list[Textures]
    """The textures of these."""
    lost: list[Lost]
    """What did not come along of what came."""
    left_out: list[LeftOut]
    """Objects below the chosen ones that no target has a place for, or not this one."""
    source: Source
    """Where they are."""
    target: Target
    """Where they went."""
    bytes: int
    """Of all arrays and pictures together."""
    dry_run: bool
    """Whether nothing has been done."""


class ClearSelectionResult(TypedDict):
    """What `clear_selection` gives."""

    selected_ids: list[str]
    """What is selected now."""


TransformSpace = Literal["world", "parent", "local"]


class _TransformResult(TypedDict):
    items: list[Node]
    """One for each, as read from the host."""


class TransformResult(_TransformResult, total=False):
    """What `transform` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


class _SetParentResult(TypedDict):
    items: list[Node]
    """One for each, as read from the host."""


class SetParentResult(_SetParentResult, total=False):
    """What `set_parent` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


GetChildrenTypes = Literal["mesh", "camera", "light", "empty", "armature", "curve", "other"]


class GetChildrenResult(TypedDict):
    """What `get_children` gives."""

    items: list[Items]
    """One for each."""


class GetPropertyResult(TypedDict):
    """What `get_property` gives."""

    items: list[Items]
    """One for each, as read from the host."""


class _SetPropertyResult(TypedDict):
    items: list[Items]
    """One for each, as read from the host."""


class SetPropertyResult(_SetPropertyResult, total=False):
    """What `set_property` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


class _SetVisibilityResult(TypedDict):
    items: list[Node]
    """One for each, as read from the host."""


class SetVisibilityResult(_SetVisibilityResult, total=False):
    """What `set_visibility` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


class _SetLockedResult(TypedDict):
    items: list[Node]
    """One for each, as read from the host."""


class SetLockedResult(_SetLockedResult, total=False):
    """What `set_locked` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


class _DuplicateResult(TypedDict):
    ids: list[str]
    """The copies, in the order of the items."""
    items: list[Node]
    """One for each, as read from the host."""


class DuplicateResult(_DuplicateResult, total=False):
    """What `duplicate` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


QueryType = Literal["mesh", "camera", "light", "empty", "armature", "curve", "other"]


class QueryResult(TypedDict):
    """What `query` gives."""

    ids: list[str]
    """What was found, by name."""
    total: int
    """How many there are."""


class _RenameResult(TypedDict):
    items: list[Items]
    """One for each, as read from the host."""


class RenameResult(_RenameResult, total=False):
    """What `rename` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


class GetMetadataResult(TypedDict):
    """What `get_metadata` gives."""

    items: list[Items]
    """One for each."""


class _SetMetadataResult(TypedDict):
    items: list[Items]
    """One for each, as read from the host."""


class SetMetadataResult(_SetMetadataResult, total=False):
    """What `set_metadata` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


EditGroupsOperation = Literal["add", "remove", "move", "nest"]


class _EditGroupsResult(TypedDict):
    items: list[Items]
    """One for each, as read from the host."""


class EditGroupsResult(_EditGroupsResult, total=False):
    """What `edit_groups` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


OpenFileUpAxis = Literal["Z", "Y"]


OpenFileType = Literal["mesh", "camera", "light", "empty", "armature", "curve", "other"]


class OpenFileResult(TypedDict, total=False):
    """What `open_file` gives."""

    name: str
    """Name of the scene."""
    file: str
    """The open file, empty when never saved."""
    frame: float
    """The current frame."""
    frame_start: float
    """First frame."""
    frame_end: float
    """Last frame."""
    fps: float
    """Frames per second."""
    up_axis: OpenFileUpAxis
    """Which axis points up."""
    metres_per_unit: float
    """How long one scene unit is."""
    units: str
    """The unit that the artist sees."""
    counts: dict[str, Any]
    """How many nodes there are of each type."""
    active_camera: str | None
    """The camera that renders, null for none."""
    selection: list[str]
    """Ids of what is selected."""
    nodes: list[NodeSummary]
    """The first nodes; `list_nodes` gives them all."""
    tree: SceneTree
    """The nodes as a tree, when asked for."""
    total: int
    """How many nodes the scene has."""
    render: RenderSummary
    """Settings of a render."""
    modified: bool
    """Whether there are changes that are not saved."""


class SaveFileResult(TypedDict):
    """What `save_file` gives."""

    path: str
    """Where it was saved."""


NewFileUpAxis = Literal["Z", "Y"]


NewFileType = Literal["mesh", "camera", "light", "empty", "armature", "curve", "other"]


class NewFileResult(TypedDict, total=False):
    """What `new_file` gives."""

    name: str
    """Name of the scene."""
    file: str
    """The open file, empty when never saved."""
    frame: float
    """The current frame."""
    frame_start: float
    """First frame."""
    frame_end: float
    """Last frame."""
    fps: float
    """Frames per second."""
    up_axis: NewFileUpAxis
    """Which axis points up."""
    metres_per_unit: float
    """How long one scene unit is."""
    units: str
    """The unit that the artist sees."""
    counts: dict[str, Any]
    """How many nodes there are of each type."""
    active_camera: str | None
    """The camera that renders, null for none."""
    selection: list[str]
    """Ids of what is selected."""
    nodes: list[NodeSummary]
    """The first nodes; `list_nodes` gives them all."""
    tree: SceneTree
    """The nodes as a tree, when asked for."""
    total: int
    """How many nodes the scene has."""
    render: RenderSummary
    """Settings of a render."""
    modified: bool
    """Whether there are changes that are not saved."""


class CreateCheckpointResult(TypedDict):
    """What `create_checkpoint` gives."""

    id: str
    """Opaque id."""
    name: str
    """What it is called."""
    file: str
    """The file that it is of, empty when that was never saved."""
    scene: str
    """Name of the scene."""
    created: str
    """When, in UTC."""
    size: int
    """How large it is on disk."""
    dropped: list[str]
    """Ids of the oldest, which made room."""


class ListCheckpointsResult(TypedDict):
    """What `list_checkpoints` gives."""

    items: list[Items]
    """The latest first."""


RestoreCheckpointUpAxis = Literal["Z", "Y"]


RestoreCheckpointType = Literal["mesh", "camera", "light", "empty", "armature", "curve", "other"]


class RestoreCheckpointResult(TypedDict, total=False):
    """What `restore_checkpoint` gives."""

    name: str
    """Name of the scene."""
    file: str
    """The open file, empty when never saved."""
    frame: float
    """The current frame."""
    frame_start: float
    """First frame."""
    frame_end: float
    """Last frame."""
    fps: float
    """Frames per second."""
    up_axis: RestoreCheckpointUpAxis
    """Which axis points up."""
    metres_per_unit: float
    """How long one scene unit is."""
    units: str
    """The unit that the artist sees."""
    counts: dict[str, Any]
    """How many nodes there are of each type."""
    active_camera: str | None
    """The camera that renders, null for none."""
    selection: list[str]
    """Ids of what is selected."""
    nodes: list[NodeSummary]
    """The first nodes; `list_nodes` gives them all."""
    tree: SceneTree
    """The nodes as a tree, when asked for."""
    total: int
    """How many nodes the scene has."""
    render: RenderSummary
    """Settings of a render."""
    modified: bool
    """Whether there are changes that are not saved."""


class DeleteCheckpointsResult(TypedDict):
    """What `delete_checkpoints` gives."""

    deleted: list[str]
    """Ids of what is gone."""


ListGraphsKind = Literal["shader", "geometry", "compositor"]


ListGraphsOwner = Literal["material", "world", "light", "scene", "group"]


ListGraphsDirection = Literal["input", "output"]


class _Sockets(TypedDict):
    name: str
    """Name."""
    identifier: str
    """What stays when it is renamed."""
    direction: ListGraphsDirection
    """Whether the group takes or gives it."""
    type: str
    """`float`, `int`, `bool`, `vector`, `color`, `geometry`, `shader` …"""


class Sockets(_Sockets, total=False):
    """What a group takes and gives."""

    default: Any
    """What who gives nothing else gives; of a socket that is there already, to new users of the group only.
    """
    min: Any
    """The least that may be given."""
    max: Any
    """The most that may be given."""
    description: str
    """What the artist reads of it."""


class ListGraphsResult(TypedDict):
    """What `list_graphs` gives."""

    items: list[Items]
    """The graphs."""


CreateGraphsKind = Literal["shader", "geometry", "compositor"]


CreateGraphsDirection = Literal["input", "output"]


CreateGraphsOwner = Literal["material", "world", "light", "scene", "group"]


class _CreateGraphsResult(TypedDict):
    items: list[Items]
    """One for each, as read from the host."""


class CreateGraphsResult(_CreateGraphsResult, total=False):
    """What `create_graphs` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


ListNodeTypesKind = Literal["shader", "geometry", "compositor"]


class _Inputs(TypedDict):
    name: str
    """Name, not always unique."""
    identifier: str
    """Unique among the node's inputs, or outputs."""
    type: str
    """What goes through it."""


class Inputs(_Inputs, total=False):
    """Its inputs."""

    linked: bool
    """Whether a link is at it."""
    value: Any
    """The value of an input without a link."""
    default: Any
    """The value of a new one."""
    hidden_by_default: bool
    """Whether a property must be set before it is there."""


class _Outputs(TypedDict):
    name: str
    """Name, not always unique."""
    identifier: str
    """Unique among the node's inputs, or outputs."""
    type: str
    """What goes through it."""


class Outputs(_Outputs, total=False):
    """Its outputs."""

    linked: bool
    """Whether a link is at it."""
    value: Any
    """The value of an input without a link."""
    default: Any
    """The value of a new one."""
    hidden_by_default: bool
    """Whether a property must be set before it is there."""


class Properties(TypedDict):
    """What it can be set to."""

    name: str
    """Name."""
    type: str
    """The host's word for its type."""
    expected: str
    """What may stand there."""
    description: str
    """What the host says of it."""


class ListNodeTypesResult(TypedDict):
    """What `list_node_types` gives."""

    items: list[Items]
    """Best first."""
    total: int
    """How many fit."""


class _ListGraphNodesResult(TypedDict):
    graph_id: str
    """The graph."""
    kind: str
    """`shader`, `geometry`, `compositor`."""
    items: list[Items]
    """As read from the host."""
    total: int
    """How many fit."""


class ListGraphNodesResult(_ListGraphNodesResult, total=False):
    """What `list_graph_nodes` gives."""

    next_cursor: str
    """Give it to go on; absent at the end."""


class _AddGraphNodesResult(TypedDict):
    items: list[Items]
    """One for each, as read from the host."""


class AddGraphNodesResult(_AddGraphNodesResult, total=False):
    """What `add_graph_nodes` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


class _SetNodePropertiesResult(TypedDict):
    items: list[Items]
    """One for each, as read from the host."""


class SetNodePropertiesResult(_SetNodePropertiesResult, total=False):
    """What `set_node_properties` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


class _RemoveGraphNodesResult(TypedDict):
    items: list[Items]
    """One for each, as read from the host."""


class RemoveGraphNodesResult(_RemoveGraphNodesResult, total=False):
    """What `remove_graph_nodes` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


class ListConnectionsResult(TypedDict):
    """What `list_connections` gives."""

    graph_id: str
    """The graph."""
    items: list[Items]
    """The links."""


class Replaced(TypedDict):
    """Links that the input had before."""

    from_node: str
    """Name of the node that gives."""
    from_socket: str
    """Its output, by identifier or unique name."""
    to_node: str
    """Name of the node that takes."""
    to_socket: str
    """Its input, by identifier or unique name."""
    valid: bool
    """Whether the host makes something of it."""
    muted: bool
    """Whether it is switched off."""


class _ConnectResult(TypedDict):
    items: list[Items]
    """One for each, as read from the host."""


class ConnectResult(_ConnectResult, total=False):
    """What `connect` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


class Removed(TypedDict):
    """Links that are gone."""

    from_node: str
    """Name of the node that gives."""
    from_socket: str
    """Its output, by identifier or unique name."""
    to_node: str
    """Name of the node that takes."""
    to_socket: str
    """Its input, by identifier or unique name."""
    valid: bool
    """Whether the host makes something of it."""
    muted: bool
    """Whether it is switched off."""


class _DisconnectResult(TypedDict):
    items: list[Items]
    """One for each, as read from the host."""


class DisconnectResult(_DisconnectResult, total=False):
    """What `disconnect` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


EditGraphSocketsAction = Literal["add", "set", "remove"]


EditGraphSocketsDirection = Literal["input", "output"]


class RemovedLinks(TypedDict):
    """Links inside the group that are gone with it."""

    from_node: str
    """Name of the node that gives."""
    from_socket: str
    """Its output, by identifier or unique name."""
    to_node: str
    """Name of the node that takes."""
    to_socket: str
    """Its input, by identifier or unique name."""
    valid: bool
    """Whether the host makes something of it."""
    muted: bool
    """Whether it is switched off."""


class _EditGraphSocketsResult(TypedDict):
    items: list[Items]
    """One for each, as read from the host."""


class EditGraphSocketsResult(_EditGraphSocketsResult, total=False):
    """What `edit_graph_sockets` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


GetGraphInputsDirection = Literal["input", "output"]


class GetGraphInputsResult(TypedDict):
    """What `get_graph_inputs` gives."""

    items: list[Items]
    """One for each, as read from the host."""


SetGraphInputsDirection = Literal["input", "output"]


class _SetGraphInputsResult(TypedDict):
    items: list[Items]
    """One for each, as read from the host."""


class SetGraphInputsResult(_SetGraphInputsResult, total=False):
    """What `set_graph_inputs` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


class ImportModuleResult(TypedDict):
    """What `import_module` gives."""

    module: str
    """Its name."""
    file: str
    """Where it lies."""
    names: list[str]
    """What it defines."""
    operations: list[str]
    """All that its project's modules define with `@scenewire.operation`."""
    already_imported: bool
    """Whether it was there; `reload_modules` reads it again."""
    stdout: str
    """What was printed."""
    stderr: str
    """What was printed to stderr."""


class Modules(TypedDict):
    """What was read again."""

    module: str
    """Its name."""
    file: str
    """Where it lies."""


class ReloadModulesResult(TypedDict):
    """What `reload_modules` gives."""

    modules: list[Modules]
    """What was read again."""
    operations: list[str]
    """What all modules define now with `@scenewire.operation`."""
    stdout: str
    """What was printed."""
    stderr: str
    """What was printed to stderr."""


RunTestsOutcome = Literal["passed", "failed", "error", "skipped", "expected_failure", "unexpected_success"]


class _Tests(TypedDict):
    name: str
    """`module.Class.test` or `module.test`."""
    outcome: RunTestsOutcome
    """How it came out."""
    seconds: float
    """How long it took."""


class Tests(_Tests, total=False):
    """Each of them."""

    message: str
    """What was raised, or why it was passed over."""
    traceback: str
    """The project's own lines on the way there."""


class RunTestsResult(TypedDict):
    """What `run_tests` gives."""

    passed: int
    """How many passed."""
    failed: int
    """How many failed, errors included."""
    skipped: int
    """How many were passed over."""
    seconds: float
    """How long all took."""
    tests: list[Tests]
    """Each of them."""
    stdout: str
    """What was printed."""
    stderr: str
    """What was printed to stderr."""


ListProjectOperationsEffect = Literal["read", "edit"]


class ListProjectOperationsResult(TypedDict):
    """What `list_project_operations` gives."""

    items: list[Items]
    """Best first, else by name."""


class InspectVariablesResult(TypedDict):
    """What `inspect_variables` gives."""

    items: list[Items]
    """By name."""


AlignAxes = Literal["x", "y", "z"]


AlignMode = Literal["min", "center", "max", "origin"]


AlignRelativeTo = Literal["first", "active", "bounds", "position"]


class AlignResult(TypedDict):
    """What `align` gives."""

    position: list[float]
    """What they are aligned to, along `axes`."""
    moved_ids: list[str]
    """Those that were not there already."""


DistributeAxis = Literal["x", "y", "z"]


DistributeMode = Literal["gaps", "centers"]


class DistributeResult(TypedDict):
    """What `distribute` gives."""

    ids: list[str]
    """They, as they follow each other now."""
    distance: float
    """Each gap, negative where they overlap, or from middle to middle."""


SnapToGroundMode = Literal["lowest", "origin"]


class SnapToGroundResult(TypedDict):
    """What `snap_to_ground` gives."""

    items: list[Items]
    """One for each."""


class MergedMaterials(TypedDict):
    """Which material went into which one."""

    name: str
    """What it was called."""
    into: str
    """What the one that remains is called."""


class DeletedData(TypedDict):
    """What nothing used."""

    type: str
    """What it was: `material`, `texture`, `mesh` …."""
    name: str
    """What it was called."""


class CleanUpSceneResult(TypedDict):
    """What `clean_up_scene` gives."""

    degenerate_faces: int
    """How many faces had no area."""
    loose_vertices: int
    """How many vertices no face had."""
    mesh_ids: list[str]
    """In which meshes."""
    skipped_ids: list[str]
    """Meshes that are locked, or whose loose vertices may be those of edges."""
    merged_materials: list[MergedMaterials]
    """Which material went into which one."""
    deleted_groups: list[str]
    """Names of the groups."""
    deleted_data: list[DeletedData]
    """What nothing used."""
    dry_run: bool
    """Whether all of it is there still."""


class _CreateMeshesResult(TypedDict):
    ids: list[str]
    """Ids of what was created, in the order of the items."""
    items: list[Mesh]
    """As read from the host."""


class CreateMeshesResult(_CreateMeshesResult, total=False):
    """What `create_meshes` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


MeshField = Literal[
    "id",
    "name",
    "type",
    "position",
    "rotation",
    "scale",
    "parent_id",
    "child_ids",
    "visible",
    "locked",
    "cast_shadow",
    "receive_shadow",
    "render_order",
    "metadata",
    "bounds",
    "matrix_world",
    "vertices",
    "indices",
    "face_sizes",
    "normals",
    "uvs",
    "colors",
    "material_ids",
    "material_id",
    "face_materials",
    "smooth",
    "tangents",
    "revision",
    "vertex_count",
    "edge_count",
    "face_count",
]


class GetMeshesResult(TypedDict):
    """What `get_meshes` gives."""

    items: list[Mesh]
    """As read from the host."""


class _ListMeshesResult(TypedDict):
    items: list[Mesh]
    """As read from the host."""
    total: int
    """How many match, over all pages."""


class ListMeshesResult(_ListMeshesResult, total=False):
    """What `list_meshes` gives."""

    next_cursor: str
    """Where the next page begins; absent on the last."""


class _UpdateMeshesResult(TypedDict):
    items: list[Mesh]
    """As read from the host."""


class UpdateMeshesResult(_UpdateMeshesResult, total=False):
    """What `update_meshes` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


class DeleteMeshesResult(TypedDict):
    """What `delete_meshes` gives."""

    deleted: list[str]
    """Ids of what was deleted, children included."""


class _CreateVerticesResult(TypedDict):
    ids: list[str]
    """Ids of what was created, in the order of the items."""
    items: list[Vertex]
    """As read from the host."""


class CreateVerticesResult(_CreateVerticesResult, total=False):
    """What `create_vertices` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


VertexField = Literal[
    "id",
    "name",
    "mesh_id",
    "index",
    "position",
    "normal",
    "uvs",
    "color",
    "weights",
    "selected",
    "hidden",
    "metadata",
]


class GetVerticesResult(TypedDict):
    """What `get_vertices` gives."""

    items: list[Vertex]
    """As read from the host."""


class _ListVerticesResult(TypedDict):
    items: list[Vertex]
    """As read from the host."""
    total: int
    """How many match, over all pages."""


class ListVerticesResult(_ListVerticesResult, total=False):
    """What `list_vertices` gives."""

    next_cursor: str
    """Where the next page begins; absent on the last."""


class _UpdateVerticesResult(TypedDict):
    items: list[Vertex]
    """As read from the host."""


class UpdateVerticesResult(_UpdateVerticesResult, total=False):
    """What `update_vertices` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


class DeleteVerticesResult(TypedDict):
    """What `delete_vertices` gives."""

    deleted: list[str]
    """Ids of what was deleted, children included."""


class _CreateEdgesResult(TypedDict):
    ids: list[str]
    """Ids of what was created, in the order of the items."""
    items: list[Edge]
    """As read from the host."""


class CreateEdgesResult(_CreateEdgesResult, total=False):
    """What `create_edges` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


EdgeField = Literal[
    "id",
    "name",
    "mesh_id",
    "index",
    "vertex_ids",
    "sharp",
    "crease",
    "seam",
    "hidden",
    "selected",
    "metadata",
]


class GetEdgesResult(TypedDict):
    """What `get_edges` gives."""

    items: list[Edge]
    """As read from the host."""


class _ListEdgesResult(TypedDict):
    items: list[Edge]
    """As read from the host."""
    total: int
    """How many match, over all pages."""


class ListEdgesResult(_ListEdgesResult, total=False):
    """What `list_edges` gives."""

    next_cursor: str
    """Where the next page begins; absent on the last."""


class _UpdateEdgesResult(TypedDict):
    items: list[Edge]
    """As read from the host."""


class UpdateEdgesResult(_UpdateEdgesResult, total=False):
    """What `update_edges` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


class DeleteEdgesResult(TypedDict):
    """What `delete_edges` gives."""

    deleted: list[str]
    """Ids of what was deleted, children included."""


class _CreateFacesResult(TypedDict):
    ids: list[str]
    """Ids of what was created, in the order of the items."""
    items: list[Face]
    """As read from the host."""


class CreateFacesResult(_CreateFacesResult, total=False):
    """What `create_faces` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


FaceField = Literal[
    "id",
    "name",
    "mesh_id",
    "index",
    "vertex_ids",
    "normal",
    "center",
    "area",
    "material_id",
    "smooth",
    "smoothing_group",
    "hidden",
    "selected",
    "metadata",
]


class GetFacesResult(TypedDict):
    """What `get_faces` gives."""

    items: list[Face]
    """As read from the host."""


class _ListFacesResult(TypedDict):
    items: list[Face]
    """As read from the host."""
    total: int
    """How many match, over all pages."""


class ListFacesResult(_ListFacesResult, total=False):
    """What `list_faces` gives."""

    next_cursor: str
    """Where the next page begins; absent on the last."""


class _UpdateFacesResult(TypedDict):
    items: list[Face]
    """As read from the host."""


class UpdateFacesResult(_UpdateFacesResult, total=False):
    """What `update_faces` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


class DeleteFacesResult(TypedDict):
    """What `delete_faces` gives."""

    deleted: list[str]
    """Ids of what was deleted, children included."""


class _CreateUvMapsResult(TypedDict):
    ids: list[str]
    """Ids of what was created, in the order of the items."""
    items: list[UVMap]
    """As read from the host."""


class CreateUvMapsResult(_CreateUvMapsResult, total=False):
    """What `create_uv_maps` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


UVMapField = Literal["id", "name", "mesh_id", "channel", "coordinates", "active", "metadata"]


class GetUvMapsResult(TypedDict):
    """What `get_uv_maps` gives."""

    items: list[UVMap]
    """As read from the host."""


class _ListUvMapsResult(TypedDict):
    items: list[UVMap]
    """As read from the host."""
    total: int
    """How many match, over all pages."""


class ListUvMapsResult(_ListUvMapsResult, total=False):
    """What `list_uv_maps` gives."""

    next_cursor: str
    """Where the next page begins; absent on the last."""


class _UpdateUvMapsResult(TypedDict):
    items: list[UVMap]
    """As read from the host."""


class UpdateUvMapsResult(_UpdateUvMapsResult, total=False):
    """What `update_uv_maps` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


class DeleteUvMapsResult(TypedDict):
    """What `delete_uv_maps` gives."""

    deleted: list[str]
    """Ids of what was deleted, children included."""


class _CreateTexturesResult(TypedDict):
    ids: list[str]
    """Ids of what was created, in the order of the items."""
    items: list[Texture]
    """As read from the host."""


class CreateTexturesResult(_CreateTexturesResult, total=False):
    """What `create_textures` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


TextureField = Literal[
    "id",
    "name",
    "path",
    "data",
    "width",
    "height",
    "color_space",
    "extension",
    "packed",
    "metadata",
]


class GetTexturesResult(TypedDict):
    """What `get_textures` gives."""

    items: list[Texture]
    """As read from the host."""


class _ListTexturesResult(TypedDict):
    items: list[Texture]
    """As read from the host."""
    total: int
    """How many match, over all pages."""


class ListTexturesResult(_ListTexturesResult, total=False):
    """What `list_textures` gives."""

    next_cursor: str
    """Where the next page begins; absent on the last."""


class _UpdateTexturesResult(TypedDict):
    items: list[Texture]
    """As read from the host."""


class UpdateTexturesResult(_UpdateTexturesResult, total=False):
    """What `update_textures` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


class DeleteTexturesResult(TypedDict):
    """What `delete_textures` gives."""

    deleted: list[str]
    """Ids of what was deleted, children included."""


class _CreateMaterialsResult(TypedDict):
    ids: list[str]
    """Ids of what was created, in the order of the items."""
    items: list[Material]
    """As read from the host."""


class CreateMaterialsResult(_CreateMaterialsResult, total=False):
    """What `create_materials` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


MaterialField = Literal[
    "id",
    "name",
    "type",
    "base_color",
    "metallic",
    "roughness",
    "opacity",
    "alpha_mode",
    "alpha_cutoff",
    "double_sided",
    "emissive",
    "emissive_intensity",
    "normal_scale",
    "textures",
    "texture_maps",
    "shader_parameters",
    "metadata",
]


class GetMaterialsResult(TypedDict):
    """What `get_materials` gives."""

    items: list[Material]
    """As read from the host."""


class _ListMaterialsResult(TypedDict):
    items: list[Material]
    """As read from the host."""
    total: int
    """How many match, over all pages."""


class ListMaterialsResult(_ListMaterialsResult, total=False):
    """What `list_materials` gives."""

    next_cursor: str
    """Where the next page begins; absent on the last."""


class _UpdateMaterialsResult(TypedDict):
    items: list[Material]
    """As read from the host."""


class UpdateMaterialsResult(_UpdateMaterialsResult, total=False):
    """What `update_materials` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


class DeleteMaterialsResult(TypedDict):
    """What `delete_materials` gives."""

    deleted: list[str]
    """Ids of what was deleted, children included."""


class _CreateCurvesResult(TypedDict):
    ids: list[str]
    """Ids of what was created, in the order of the items."""
    items: list[Curve]
    """As read from the host."""


class CreateCurvesResult(_CreateCurvesResult, total=False):
    """What `create_curves` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


CurveField = Literal[
    "id",
    "name",
    "type",
    "position",
    "rotation",
    "scale",
    "parent_id",
    "child_ids",
    "visible",
    "locked",
    "cast_shadow",
    "receive_shadow",
    "render_order",
    "metadata",
    "bounds",
    "matrix_world",
    "kind",
    "control_points",
    "degree",
    "knots",
    "closed",
    "length",
    "piece_count",
]


class GetCurvesResult(TypedDict):
    """What `get_curves` gives."""

    items: list[Curve]
    """As read from the host."""


class _ListCurvesResult(TypedDict):
    items: list[Curve]
    """As read from the host."""
    total: int
    """How many match, over all pages."""


class ListCurvesResult(_ListCurvesResult, total=False):
    """What `list_curves` gives."""

    next_cursor: str
    """Where the next page begins; absent on the last."""


class _UpdateCurvesResult(TypedDict):
    items: list[Curve]
    """As read from the host."""


class UpdateCurvesResult(_UpdateCurvesResult, total=False):
    """What `update_curves` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


class DeleteCurvesResult(TypedDict):
    """What `delete_curves` gives."""

    deleted: list[str]
    """Ids of what was deleted, children included."""


class _CreateSubdivisionSurfacesResult(TypedDict):
    ids: list[str]
    """Ids of what was created, in the order of the items."""
    items: list[SubdivisionSurface]
    """As read from the host."""


class CreateSubdivisionSurfacesResult(_CreateSubdivisionSurfacesResult, total=False):
    """What `create_subdivision_surfaces` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


SubdivisionSurfaceField = Literal[
    "id",
    "name",
    "base_mesh_id",
    "subdivision_level",
    "render_level",
    "scheme",
    "crease_edges",
    "boundary_interpolation",
    "active",
    "metadata",
]


class GetSubdivisionSurfacesResult(TypedDict):
    """What `get_subdivision_surfaces` gives."""

    items: list[SubdivisionSurface]
    """As read from the host."""


class _ListSubdivisionSurfacesResult(TypedDict):
    items: list[SubdivisionSurface]
    """As read from the host."""
    total: int
    """How many match, over all pages."""


class ListSubdivisionSurfacesResult(_ListSubdivisionSurfacesResult, total=False):
    """What `list_subdivision_surfaces` gives."""

    next_cursor: str
    """Where the next page begins; absent on the last."""


class _UpdateSubdivisionSurfacesResult(TypedDict):
    items: list[SubdivisionSurface]
    """As read from the host."""


class UpdateSubdivisionSurfacesResult(_UpdateSubdivisionSurfacesResult, total=False):
    """What `update_subdivision_surfaces` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


class DeleteSubdivisionSurfacesResult(TypedDict):
    """What `delete_subdivision_surfaces` gives."""

    deleted: list[str]
    """Ids of what was deleted, children included."""


class _CreatePrimitivesResult(TypedDict):
    ids: list[str]
    """Ids of what was created, in the order of the items."""
    items: list[Mesh]
    """One for each, as read from the host."""


class CreatePrimitivesResult(_CreatePrimitivesResult, total=False):
    """What `create_primitives` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


EditCurvePointsAction = Literal["set", "insert", "remove"]


class _EditCurvePointsResult(TypedDict):
    items: list[Items]
    """One for each, as read from the host."""


class EditCurvePointsResult(_EditCurvePointsResult, total=False):
    """What `edit_curve_points` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


class _ShareMeshesResult(TypedDict):
    items: list[Items]
    """One for each, as read from the host."""


class ShareMeshesResult(_ShareMeshesResult, total=False):
    """What `share_meshes` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


SetTextureMapsSlot = Literal[
    "base_color",
    "metallic",
    "roughness",
    "normal",
    "height",
    "opacity",
    "emissive",
    "ambient_occlusion",
]


SetTextureMapsChannel = Literal["color", "red", "green", "blue", "alpha"]


class _SetTextureMapsResult(TypedDict):
    items: list[Material]
    """The materials, as read from the host."""


class SetTextureMapsResult(_SetTextureMapsResult, total=False):
    """What `set_texture_maps` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


class _MergeMaterialsResult(TypedDict):
    items: list[Items]
    """One for each, as read from the host."""


class MergeMaterialsResult(_MergeMaterialsResult, total=False):
    """What `merge_materials` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


DeleteUnusedTypes = Literal[
    "material",
    "texture",
    "mesh",
    "curve",
    "light",
    "camera",
    "rig",
    "clip",
    "graph",
    "environment",
]


DeleteUnusedType = Literal[
    "material",
    "texture",
    "mesh",
    "curve",
    "light",
    "camera",
    "rig",
    "clip",
    "graph",
    "environment",
]


class DeleteUnusedResult(TypedDict):
    """What `delete_unused` gives."""

    items: list[Items]
    """What is gone, or would be."""


class _ExtrudeFacesResult(TypedDict):
    items: list[Items]
    """One for each, as read from the host."""


class ExtrudeFacesResult(_ExtrudeFacesResult, total=False):
    """What `extrude_faces` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


class _ExtrudeAlongNormalsResult(TypedDict):
    items: list[Items]
    """One for each, as read from the host."""


class ExtrudeAlongNormalsResult(_ExtrudeAlongNormalsResult, total=False):
    """What `extrude_along_normals` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


class _InsetFacesResult(TypedDict):
    items: list[Items]
    """One for each, as read from the host."""


class InsetFacesResult(_InsetFacesResult, total=False):
    """What `inset_faces` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


class _BevelResult(TypedDict):
    items: list[Items]
    """One for each, as read from the host."""


class BevelResult(_BevelResult, total=False):
    """What `bevel` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


class _SubdivideResult(TypedDict):
    items: list[Items]
    """One for each, as read from the host."""


class SubdivideResult(_SubdivideResult, total=False):
    """What `subdivide` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


class _DissolveResult(TypedDict):
    items: list[Items]
    """One for each, as read from the host."""


class DissolveResult(_DissolveResult, total=False):
    """What `dissolve` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


class _BridgeResult(TypedDict):
    items: list[Items]
    """One for each, as read from the host."""


class BridgeResult(_BridgeResult, total=False):
    """What `bridge` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


FillFacesMethod = Literal["face", "triangles", "grid"]


class _FillFacesResult(TypedDict):
    items: list[Items]
    """One for each, as read from the host."""


class FillFacesResult(_FillFacesResult, total=False):
    """What `fill_faces` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


DeleteElementsType = Literal["vertices", "edges", "faces", "only_edges_and_faces", "only_faces"]


class _DeleteElementsResult(TypedDict):
    items: list[Items]
    """One for each, as read from the host."""


class DeleteElementsResult(_DeleteElementsResult, total=False):
    """What `delete_elements` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


MergeVerticesMethod = Literal["by_distance", "at_center", "at_first", "at_last", "collapse"]


class _MergeVerticesResult(TypedDict):
    items: list[Items]
    """One for each, as read from the host."""


class MergeVerticesResult(_MergeVerticesResult, total=False):
    """What `merge_vertices` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


TriangulateMethod = Literal["beauty", "fixed", "fan", "delaunay"]


class _TriangulateResult(TypedDict):
    items: list[Items]
    """One for each, as read from the host."""


class TriangulateResult(_TriangulateResult, total=False):
    """What `triangulate` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


class _QuadrangulateResult(TypedDict):
    items: list[Items]
    """One for each, as read from the host."""


class QuadrangulateResult(_QuadrangulateResult, total=False):
    """What `quadrangulate` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


SelectEdgeLoopsMode = Literal["replace", "add", "remove"]


class _SelectEdgeLoopsResult(TypedDict):
    items: list[Items]
    """One for each, as read from the host."""


class SelectEdgeLoopsResult(_SelectEdgeLoopsResult, total=False):
    """What `select_edge_loops` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


SelectEdgeRingsMode = Literal["replace", "add", "remove"]


class _SelectEdgeRingsResult(TypedDict):
    items: list[Items]
    """One for each, as read from the host."""


class SelectEdgeRingsResult(_SelectEdgeRingsResult, total=False):
    """What `select_edge_rings` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


class _CreateEdgeLoopsResult(TypedDict):
    items: list[Items]
    """One for each, as read from the host."""


class CreateEdgeLoopsResult(_CreateEdgeLoopsResult, total=False):
    """What `create_edge_loops` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


class _SlideEdgesResult(TypedDict):
    items: list[Items]
    """One for each, as read from the host."""


class SlideEdgesResult(_SlideEdgesResult, total=False):
    """What `slide_edges` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


class _TransformVerticesResult(TypedDict):
    items: list[Items]
    """One for each, as read from the host."""


class TransformVerticesResult(_TransformVerticesResult, total=False):
    """What `transform_vertices` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


class _SmoothVerticesResult(TypedDict):
    items: list[Items]
    """One for each, as read from the host."""


class SmoothVerticesResult(_SmoothVerticesResult, total=False):
    """What `smooth_vertices` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


class _SetEdgeCreasesResult(TypedDict):
    items: list[Items]
    """One for each, as read from the host."""


class SetEdgeCreasesResult(_SetEdgeCreasesResult, total=False):
    """What `set_edge_creases` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


class _CombineMeshesResult(TypedDict):
    items: list[Mesh]
    """One for each, as read from the host."""


class CombineMeshesResult(_CombineMeshesResult, total=False):
    """What `combine_meshes` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


SplitMeshesMethod = Literal["by_material", "by_unconnected", "by_selection"]


class _SplitMeshesResult(TypedDict):
    items: list[Items]
    """One for each, as read from the host."""


class SplitMeshesResult(_SplitMeshesResult, total=False):
    """What `split_meshes` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


SymmetrizeMeshesDirection = Literal["-x_to_+x", "+x_to_-x", "-y_to_+y", "+y_to_-y", "-z_to_+z", "+z_to_-z"]


class _SymmetrizeMeshesResult(TypedDict):
    items: list[Items]
    """One for each, as read from the host."""


class SymmetrizeMeshesResult(_SymmetrizeMeshesResult, total=False):
    """What `symmetrize_meshes` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


BooleanOperation = Literal["union", "difference", "intersect"]


class _BooleanResult(TypedDict):
    items: list[Items]
    """One for each, as read from the host."""


class BooleanResult(_BooleanResult, total=False):
    """What `boolean` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


class _SetSubdivisionLevelsResult(TypedDict):
    items: list[SubdivisionSurface]
    """One for each, as read from the host."""


class SetSubdivisionLevelsResult(_SetSubdivisionLevelsResult, total=False):
    """What `set_subdivision_levels` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


class _AddModifiersResult(TypedDict):
    items: list[Items]
    """One for each, as read from the host."""


class AddModifiersResult(_AddModifiersResult, total=False):
    """What `add_modifiers` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


class _ApplyModifiersResult(TypedDict):
    items: list[Items]
    """One for each, as read from the host."""


class ApplyModifiersResult(_ApplyModifiersResult, total=False):
    """What `apply_modifiers` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


UnwrapUvsMethod = Literal["angle", "conformal", "lscm", "abf", "smart", "box", "cylinder", "sphere"]


class _UnwrapUvsResult(TypedDict):
    items: list[Items]
    """One for each, as read from the host."""


class UnwrapUvsResult(_UnwrapUvsResult, total=False):
    """What `unwrap_uvs` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


class _VertexTransforms(TypedDict):
    vertex_id: str
    """The vertex; all corners of faces at it are meant."""


class VertexTransforms(_VertexTransforms, total=False):
    """Single vertices, after all that."""

    u: float
    """Where it comes to be, from the left."""
    v: float
    """Where it comes to be, from below."""
    offset_u: float
    """How far it is moved to the right."""
    offset_v: float
    """How far it is moved up."""


class _TransformUvsResult(TypedDict):
    items: list[Items]
    """One for each, as read from the host."""


class TransformUvsResult(_TransformUvsResult, total=False):
    """What `transform_uvs` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


class _AssignMaterialsResult(TypedDict):
    items: list[Mesh]
    """One for each, as read from the host."""


class AssignMaterialsResult(_AssignMaterialsResult, total=False):
    """What `assign_materials` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


ImportGeometryFormat = Literal["obj", "fbx", "stl", "gltf", "ply", "usd"]


class Companions(TypedDict):
    """Files that the sent one refers to."""

    name: str
    """What the main file calls it: `crate.mtl`."""
    data: Blob
    """Its bytes."""


ImportGeometryNormals = Literal["file", "computed"]


class _ImportGeometryResult(TypedDict):
    items: list[Items]
    """One for each, as read from the host."""


class ImportGeometryResult(_ImportGeometryResult, total=False):
    """What `import_geometry` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


ExportGeometryFormat = Literal["obj", "fbx", "stl", "gltf", "ply", "usd"]


class ExportGeometryResult(TypedDict):
    """What `export_geometry` gives."""

    items: list[Items]
    """One for each, as read from the host."""


SearchAssetsProvider = Literal["polyhaven", "sketchfab"]


SearchAssetsKind = Literal["hdri", "texture", "model"]


class _Categories(TypedDict):
    provider: SearchAssetsProvider
    """Whose."""
    kind: SearchAssetsKind
    """Of what."""
    name: str
    """As `categories` takes it."""


class Categories(_Categories, total=False):
    """Those that there are, when asked for."""

    count: int
    """How many there are."""


SearchAssetsName = Literal["polyhaven", "sketchfab"]


SearchAssetsKinds = Literal["hdri", "texture", "model"]


class Providers(TypedDict):
    """All of them."""

    name: SearchAssetsName
    """As `provider` takes it."""
    title: str
    """What people call it."""
    kinds: list[SearchAssetsKinds]
    """What it has."""
    cost: str
    """What it costs."""
    licence: str
    """Under which its things are."""
    needs_key: bool
    """Whether the owner must have given a key."""
    ready: bool
    """Whether it could be asked."""
    reason: str | None
    """Why it could not."""


class SearchAssetsResult(TypedDict):
    """What `search_assets` gives."""

    items: list[Items]
    """What fits, the best first."""
    total: int | None
    """How many there are, where one provider was asked and says it."""
    next_cursor: str | None
    """To go on with; null at the end."""
    categories: list[Categories]
    """Those that there are, when asked for."""
    providers: list[Providers]
    """All of them."""


GetAssetProvider = Literal["polyhaven", "sketchfab"]


GetAssetKind = Literal["hdri", "texture", "model"]


class _Forms(TypedDict):
    format: str
    """Of the files."""


class Forms(_Forms, total=False):
    """How it may be had, the usual one first."""

    resolution: str
    """`1k`, `2k` ...; absent where there is one only."""
    bytes: int
    """How much is downloaded."""


class _GetAssetResult(TypedDict):
    provider: GetAssetProvider
    """Whose it is."""
    id: str
    """What its provider calls it."""
    name: str
    """What people call it."""
    kind: GetAssetKind
    """A picture all around, the maps of a surface, or a model."""
    categories: list[str]
    """Where its provider files it."""
    tags: list[str]
    """Words for it."""
    authors: list[str]
    """Who made it."""
    licence: str
    """Under which it may be used."""
    page_url: str
    """Its page, to be named where the licence wants that."""
    cost: str
    """What it costs."""
    forms: list[Forms]
    """How it may be had, the usual one first."""


class GetAssetResult(_GetAssetResult, total=False):
    """What `get_asset` gives."""

    preview_url: str
    """A picture of it; `get_asset` fetches it."""
    downloads: int
    """How often it was downloaded."""
    face_count: int
    """Faces of a model."""
    size: list[float]
    """How large it is in reality."""
    preview: Blob
    """The picture, when asked for."""


ArrayAlongCurveForward = Literal["x", "y", "z", "-x", "-y", "-z"]


ArrayAlongCurveMethod = Literal["instance", "copy"]


class ArrayAlongCurveResult(TypedDict):
    """What `array_along_curve` gives."""

    parent_id: str
    """The node that all of them are parented to."""
    ids: list[str]
    """The copies."""
    count: int
    """How many there are."""
    length: float
    """How long the curve is, in the world."""
    distance: float | None
    """Along it from one to the next; null when there is only one."""


ScatterAvoid = Literal["none", "spheres", "boxes"]


ScatterMethod = Literal["instance", "copy"]


class ScatterResult(TypedDict):
    """What `scatter` gives."""

    parent_id: str
    """The node that all of them are parented to."""
    ids: list[str]
    """The copies."""
    count: int
    """How many there are."""
    missing: int
    """How many more were wanted for which no room was found."""
    area: float
    """How large the surface is, in scene units squared."""


class Groups(TypedDict):
    """Which meshes are instances of one now."""

    source_id: str
    """The one whose shape is shown."""
    ids: list[str]
    """Those that show it, too."""


class ReplaceWithInstancesResult(TypedDict):
    """What `replace_with_instances` gives."""

    groups: list[Groups]
    """Which meshes are instances of one now."""
    replaced: int
    """How many were not before."""
    freed: int
    """How many meshes are held in memory no more."""
    saved_vertices: int
    """Vertices of these."""
    saved_faces: int
    """Faces of these."""
    different_ids: list[str]
    """Those of the shape of another one that would lose something: weights, blend shapes, attributes."""


ExportSelectionFormat = Literal["obj", "fbx", "stl", "gltf", "ply", "usd"]


class _ExportSelectionResult(TypedDict):
    format: ExportSelectionFormat
    """What was written."""
    ids: list[str]
    """What went into it."""
    size: int
    """Bytes of the main file."""
    companions: list[Companions]
    """Files that it refers to, beside it."""


class ExportSelectionResult(_ExportSelectionResult, total=False):
    """What `export_selection` gives."""

    path: str
    """Where it was written."""
    data: Blob
    """Its bytes, when no path was given."""


CreateMaterialFromTexturesNormalFormat = Literal["auto", "opengl", "directx"]


CreateMaterialFromTexturesSlot = Literal[
    "base_color",
    "metallic",
    "roughness",
    "normal",
    "height",
    "opacity",
    "emissive",
    "ambient_occlusion",
]


CreateMaterialFromTexturesChannel = Literal["color", "red", "green", "blue", "alpha"]


class Maps(TypedDict):
    """What it is made of."""

    slot: CreateMaterialFromTexturesSlot
    """What it tells of the surface."""
    texture_id: str
    """The texture."""
    path: str
    """The picture."""
    channel: CreateMaterialFromTexturesChannel
    """Which of its numbers tell it."""
    color_space: str
    """What its numbers are: `srgb`, `linear` or `data`."""
    inverted: bool
    """Whether it said the opposite: gloss for roughness."""
    flipped: bool
    """Whether its green was turned round: normals made for DirectX."""


class Doubtful(TypedDict):
    """Pictures that were used on a guess."""

    path: str
    """The picture."""
    reason: str
    """Why."""


CreateMaterialFromTexturesMissing = Literal[
    "base_color",
    "metallic",
    "roughness",
    "normal",
    "height",
    "opacity",
    "emissive",
    "ambient_occlusion",
]


class CreateMaterialFromTexturesResult(TypedDict):
    """What `create_material_from_textures` gives."""

    material_id: str
    """The material."""
    name: str
    """What it is called."""
    maps: list[Maps]
    """What it is made of."""
    doubtful: list[Doubtful]
    """Pictures that were used on a guess."""
    left_out: list[LeftOut]
    """Pictures that were not used."""
    missing: list[CreateMaterialFromTexturesMissing]
    """What of colour, metal, roughness and normals no picture tells: there the material has its plain value.
    """


ImportAssetProvider = Literal["polyhaven", "sketchfab"]


ImportAssetKind = Literal["hdri", "texture", "model"]


class _ImportAssetResult(TypedDict):
    provider: ImportAssetProvider
    """Whose it is."""
    id: str
    """What its provider calls it."""
    name: str
    """What people call it."""
    kind: ImportAssetKind
    """A picture all around, the maps of a surface, or a model."""
    categories: list[str]
    """Where its provider files it."""
    tags: list[str]
    """Words for it."""
    authors: list[str]
    """Who made it."""
    licence: str
    """Under which it may be used."""
    page_url: str
    """Its page, to be named where the licence wants that."""
    resolution: str | None
    """Which one came."""
    format: str
    """Of its files."""
    files: list[str]
    """Where they are on the host's computer."""
    from_cache: bool
    """Whether they had been fetched before."""


class ImportAssetResult(_ImportAssetResult, total=False):
    """What `import_asset` gives."""

    preview_url: str
    """A picture of it; `get_asset` fetches it."""
    downloads: int
    """How often it was downloaded."""
    face_count: int
    """Faces of a model."""
    size: list[float]
    """How large it is in reality."""
    environment_id: str
    """Of an HDRI what lights the scene now."""
    material_id: str
    """Of a texture the material."""
    material_name: str
    """What that is called."""
    maps: list[Maps]
    """Of a texture what the material is made of."""
    ids: list[str]
    """Of a model all nodes."""
    names: list[str]
    """Their names."""
    root_ids: list[str]
    """Those at the top of it."""
    mesh_ids: list[str]
    """Meshes among them."""
    material_ids: list[str]
    """Materials that came with them."""
    scale: float
    """The factor by which `target_size` changed the model."""


class _CreateClipsResult(TypedDict):
    ids: list[str]
    """Ids of what was created, in the order of the items."""
    items: list[Clip]
    """As read from the host."""


class CreateClipsResult(_CreateClipsResult, total=False):
    """What `create_clips` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


ClipField = Literal[
    "id",
    "name",
    "start_time",
    "duration",
    "frame_rate",
    "loop",
    "speed",
    "enabled",
    "node_ids",
    "metadata",
]


class GetClipsResult(TypedDict):
    """What `get_clips` gives."""

    items: list[Clip]
    """As read from the host."""


class _ListClipsResult(TypedDict):
    items: list[Clip]
    """As read from the host."""
    total: int
    """How many match, over all pages."""


class ListClipsResult(_ListClipsResult, total=False):
    """What `list_clips` gives."""

    next_cursor: str
    """Where the next page begins; absent on the last."""


class _UpdateClipsResult(TypedDict):
    items: list[Clip]
    """As read from the host."""


class UpdateClipsResult(_UpdateClipsResult, total=False):
    """What `update_clips` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


class DeleteClipsResult(TypedDict):
    """What `delete_clips` gives."""

    deleted: list[str]
    """Ids of what was deleted, children included."""


class _CreateChannelsResult(TypedDict):
    ids: list[str]
    """Ids of what was created, in the order of the items."""
    items: list[Channel]
    """As read from the host."""


class CreateChannelsResult(_CreateChannelsResult, total=False):
    """What `create_channels` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


ChannelField = Literal[
    "id",
    "name",
    "node_id",
    "path",
    "clip_id",
    "type",
    "default_value",
    "enabled",
    "muted",
    "locked",
    "extrapolation_pre",
    "extrapolation_post",
    "metadata",
]


class GetChannelsResult(TypedDict):
    """What `get_channels` gives."""

    items: list[Channel]
    """As read from the host."""


class _ListChannelsResult(TypedDict):
    items: list[Channel]
    """As read from the host."""
    total: int
    """How many match, over all pages."""


class ListChannelsResult(_ListChannelsResult, total=False):
    """What `list_channels` gives."""

    next_cursor: str
    """Where the next page begins; absent on the last."""


class _UpdateChannelsResult(TypedDict):
    items: list[Channel]
    """As read from the host."""


class UpdateChannelsResult(_UpdateChannelsResult, total=False):
    """What `update_channels` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


class DeleteChannelsResult(TypedDict):
    """What `delete_channels` gives."""

    deleted: list[str]
    """Ids of what was deleted, children included."""


class _CreateAnimCurvesResult(TypedDict):
    ids: list[str]
    """Ids of what was created, in the order of the items."""
    items: list[AnimCurve]
    """As read from the host."""


class CreateAnimCurvesResult(_CreateAnimCurvesResult, total=False):
    """What `create_anim_curves` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


AnimCurveField = Literal[
    "id",
    "name",
    "channel_id",
    "node_id",
    "path",
    "times",
    "values",
    "interpolation_type",
    "pre_infinity",
    "post_infinity",
    "weighted_tangents",
    "keyframe_count",
    "start_time",
    "end_time",
    "minimum",
    "maximum",
    "metadata",
]


class GetAnimCurvesResult(TypedDict):
    """What `get_anim_curves` gives."""

    items: list[AnimCurve]
    """As read from the host."""


class _ListAnimCurvesResult(TypedDict):
    items: list[AnimCurve]
    """As read from the host."""
    total: int
    """How many match, over all pages."""


class ListAnimCurvesResult(_ListAnimCurvesResult, total=False):
    """What `list_anim_curves` gives."""

    next_cursor: str
    """Where the next page begins; absent on the last."""


class _UpdateAnimCurvesResult(TypedDict):
    items: list[AnimCurve]
    """As read from the host."""


class UpdateAnimCurvesResult(_UpdateAnimCurvesResult, total=False):
    """What `update_anim_curves` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


class DeleteAnimCurvesResult(TypedDict):
    """What `delete_anim_curves` gives."""

    deleted: list[str]
    """Ids of what was deleted, children included."""


class _CreateKeyframesResult(TypedDict):
    ids: list[str]
    """Ids of what was created, in the order of the items."""
    items: list[Keyframe]
    """As read from the host."""


class CreateKeyframesResult(_CreateKeyframesResult, total=False):
    """What `create_keyframes` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


KeyframeField = Literal[
    "id",
    "name",
    "channel_id",
    "node_id",
    "path",
    "time",
    "value",
    "interpolation_in",
    "interpolation_out",
    "tangent_in",
    "tangent_out",
    "is_breakdown",
    "metadata",
]


class GetKeyframesResult(TypedDict):
    """What `get_keyframes` gives."""

    items: list[Keyframe]
    """As read from the host."""


class _ListKeyframesResult(TypedDict):
    items: list[Keyframe]
    """As read from the host."""
    total: int
    """How many match, over all pages."""


class ListKeyframesResult(_ListKeyframesResult, total=False):
    """What `list_keyframes` gives."""

    next_cursor: str
    """Where the next page begins; absent on the last."""


class _UpdateKeyframesResult(TypedDict):
    items: list[Keyframe]
    """As read from the host."""


class UpdateKeyframesResult(_UpdateKeyframesResult, total=False):
    """What `update_keyframes` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


class DeleteKeyframesResult(TypedDict):
    """What `delete_keyframes` gives."""

    deleted: list[str]
    """Ids of what was deleted, children included."""


class _CreateLayersResult(TypedDict):
    ids: list[str]
    """Ids of what was created, in the order of the items."""
    items: list[Layer]
    """As read from the host."""


class CreateLayersResult(_CreateLayersResult, total=False):
    """What `create_layers` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


LayerField = Literal[
    "id",
    "name",
    "node_id",
    "order",
    "parent_id",
    "clip_ids",
    "weight",
    "additive",
    "solo",
    "muted",
    "locked",
    "strips",
    "metadata",
]


class GetLayersResult(TypedDict):
    """What `get_layers` gives."""

    items: list[Layer]
    """As read from the host."""


class _ListLayersResult(TypedDict):
    items: list[Layer]
    """As read from the host."""
    total: int
    """How many match, over all pages."""


class ListLayersResult(_ListLayersResult, total=False):
    """What `list_layers` gives."""

    next_cursor: str
    """Where the next page begins; absent on the last."""


class _UpdateLayersResult(TypedDict):
    items: list[Layer]
    """As read from the host."""


class UpdateLayersResult(_UpdateLayersResult, total=False):
    """What `update_layers` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


class DeleteLayersResult(TypedDict):
    """What `delete_layers` gives."""

    deleted: list[str]
    """Ids of what was deleted, children included."""


class _CreateDriversResult(TypedDict):
    ids: list[str]
    """Ids of what was created, in the order of the items."""
    items: list[Driver]
    """As read from the host."""


class CreateDriversResult(_CreateDriversResult, total=False):
    """What `create_drivers` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


DriverField = Literal[
    "id",
    "name",
    "target_node_id",
    "target_path",
    "type",
    "expression",
    "variables",
    "enabled",
    "valid",
    "metadata",
]


class GetDriversResult(TypedDict):
    """What `get_drivers` gives."""

    items: list[Driver]
    """As read from the host."""


class _ListDriversResult(TypedDict):
    items: list[Driver]
    """As read from the host."""
    total: int
    """How many match, over all pages."""


class ListDriversResult(_ListDriversResult, total=False):
    """What `list_drivers` gives."""

    next_cursor: str
    """Where the next page begins; absent on the last."""


class _UpdateDriversResult(TypedDict):
    items: list[Driver]
    """As read from the host."""


class UpdateDriversResult(_UpdateDriversResult, total=False):
    """What `update_drivers` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


class DeleteDriversResult(TypedDict):
    """What `delete_drivers` gives."""

    deleted: list[str]
    """Ids of what was deleted, children included."""


class Values(TypedDict):
    """Each channel that is not muted."""

    channel_id: str
    """The channel."""
    path: str
    """Which number of the node."""
    value: float
    """What it is then."""


class EvaluateAnimationResult(TypedDict):
    """What `evaluate_animation` gives."""

    items: list[Items]
    """One for each."""


class _SetChannelMuteResult(TypedDict):
    items: list[Channel]
    """As read from the host."""


class SetChannelMuteResult(_SetChannelMuteResult, total=False):
    """What `set_channel_mute` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


class _SetChannelSoloResult(TypedDict):
    items: list[Channel]
    """As read from the host."""


class SetChannelSoloResult(_SetChannelSoloResult, total=False):
    """What `set_channel_solo` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


TransformKeyframesOperation = Literal["scale", "offset", "mirror", "noise"]


class _TransformKeyframesResult(TypedDict):
    items: list[Items]
    """One for each, as read from the host."""


class TransformKeyframesResult(_TransformKeyframesResult, total=False):
    """What `transform_keyframes` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


class _SmoothCurvesResult(TypedDict):
    items: list[AnimCurve]
    """As read from the host."""


class SmoothCurvesResult(_SmoothCurvesResult, total=False):
    """What `smooth_curves` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


class _BakeKeyframesResult(TypedDict):
    items: list[Items]
    """One for each, as read from the host."""


class BakeKeyframesResult(_BakeKeyframesResult, total=False):
    """What `bake_keyframes` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


SetInterpolationMode = Literal["linear", "step", "bezier", "hermite", "catmull", "constant"]


class _SetInterpolationResult(TypedDict):
    items: list[Items]
    """One for each, as read from the host."""


class SetInterpolationResult(_SetInterpolationResult, total=False):
    """What `set_interpolation` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


class _TrimClipsResult(TypedDict):
    items: list[Clip]
    """As read from the host."""


class TrimClipsResult(_TrimClipsResult, total=False):
    """What `trim_clips` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


class _SplitClipsResult(TypedDict):
    items: list[Items]
    """One for each."""


class SplitClipsResult(_SplitClipsResult, total=False):
    """What `split_clips` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


class _MergeClipsResult(TypedDict):
    items: list[Clip]
    """As read from the host."""


class MergeClipsResult(_MergeClipsResult, total=False):
    """What `merge_clips` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


PlayClipsAction = Literal["play", "pause", "stop", "seek"]


class PlayClipsResult(TypedDict):
    """What `play_clips` gives."""

    items: list[Items]
    """One for each."""


class _SetLayerWeightsResult(TypedDict):
    items: list[Layer]
    """As read from the host."""


class SetLayerWeightsResult(_SetLayerWeightsResult, total=False):
    """What `set_layer_weights` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


EditLayerClipsOperation = Literal["add", "remove", "reorder"]


class _EditLayerClipsResult(TypedDict):
    items: list[Layer]
    """As read from the host."""


class EditLayerClipsResult(_EditLayerClipsResult, total=False):
    """What `edit_layer_clips` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


class EvaluateDriversResult(TypedDict):
    """What `evaluate_drivers` gives."""

    items: list[Items]
    """One for each."""


ImportAnimationFormat = Literal["glb", "fbx", "bvh", "json"]


class _ImportAnimationResult(TypedDict):
    items: list[Items]
    """What came of each."""


class ImportAnimationResult(_ImportAnimationResult, total=False):
    """What `import_animation` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


ExportAnimationFormat = Literal["glb", "fbx", "bvh", "json"]


class ExportAnimationResult(TypedDict):
    """What `export_animation` gives."""

    items: list[Items]
    """What was written of each."""


CreateAnimationInterpolation = Literal["linear", "step", "bezier", "hermite", "catmull", "constant"]


class _Keyframes(TypedDict):
    time: float
    """When."""
    value: float
    """The number: degrees for `rotation.x`, scene units for `position.x`."""


class Keyframes(_Keyframes, total=False):
    """What it is when; at least one."""

    interpolation: CreateAnimationInterpolation
    """How the value goes on from it; the channel's when not given."""
    tangent_in: list[float]
    """Handle on its left, from the keyframe: [seconds, value]."""
    tangent_out: list[float]
    """Handle on its right, from the keyframe: [seconds, value]."""


CreateAnimationExtrapolationPre = Literal["constant", "linear", "cycle", "cycle_with_offset", "oscillate"]


CreateAnimationExtrapolationPost = Literal["constant", "linear", "cycle", "cycle_with_offset", "oscillate"]


class _Channels(TypedDict):
    node_id: str
    """The node."""
    path: str
    """Which number of it: `position.x`, `rotation.z` (degrees), or the host's own path."""
    keyframes: list[Keyframes]
    """What it is when; at least one."""


class Channels(_Channels, total=False):
    """What is animated."""

    interpolation: CreateAnimationInterpolation
    """How values go on from keyframes that do not say."""
    extrapolation_pre: CreateAnimationExtrapolationPre
    """How it goes on before the first. Default: "constant"."""
    extrapolation_post: CreateAnimationExtrapolationPost
    """How it goes on after the last. Default: "constant"."""


class CreateAnimationResult(TypedDict):
    """What `create_animation` gives."""

    clip_id: str
    """The clip."""
    channel_ids: list[str]
    """Its channels."""
    keyframe_count: int
    """How many keyframes were set."""
    start_time: float
    """Where it begins."""
    duration: float
    """How long it is."""


class BlendClipsResult(TypedDict):
    """What `blend_clips` gives."""

    clip_id: str
    """The clip."""
    channel_ids: list[str]
    """Its channels."""
    keyframe_count: int
    """How many keyframes were set."""
    duration: float
    """How long it is."""


class CreateCycleResult(TypedDict):
    """What `create_cycle` gives."""

    clip_id: str
    """The clip."""
    channel_count: int
    """How many channels repeat."""
    start_time: float
    """Where it begins."""
    duration: float
    """How long it is."""
    closed_gap: float
    """The largest difference between a last value and its first that was closed."""


class Mapping(TypedDict):
    """Which joint follows which, as far as you say it."""

    source_id: str
    """The joint of the rig whose clip it is."""
    target_id: str
    """The joint of the other rig that follows it."""


RetargetClipSample = Literal["frames", "keyframes"]


RetargetClipBy = Literal["given", "name", "anatomy"]


class RetargetClipResult(TypedDict):
    """What `retarget_clip` gives."""

    clip_id: str
    """The clip."""
    channel_count: int
    """How many channels it has."""
    keyframe_count: int
    """How many keyframes were set."""
    start_time: float
    """Where it begins."""
    duration: float
    """How long it is."""
    translation_scale: float
    """How much further the root goes."""
    mapping: list[Mapping]
    """Which joint follows which."""
    unmatched: list[str]
    """Names of joints that the clip moves and of whose motion nothing is in the new one."""
    left_out: list[str]
    """Paths of the clip's channels that say something else: scales, the rig itself, joints that are pulled
    out of their places.
    """


class _CreateRigsResult(TypedDict):
    ids: list[str]
    """Ids of what was created, in the order of the items."""
    items: list[Rig]
    """As read from the host."""


class CreateRigsResult(_CreateRigsResult, total=False):
    """What `create_rigs` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


RigField = Literal[
    "id",
    "name",
    "type",
    "position",
    "rotation",
    "scale",
    "parent_id",
    "child_ids",
    "visible",
    "locked",
    "cast_shadow",
    "receive_shadow",
    "render_order",
    "metadata",
    "bounds",
    "matrix_world",
    "root_joint_id",
    "joint_ids",
    "influence_limit",
    "world_up_vector",
    "auto_ik_enabled",
    "draw_settings",
]


class GetRigsResult(TypedDict):
    """What `get_rigs` gives."""

    items: list[Rig]
    """As read from the host."""


class _ListRigsResult(TypedDict):
    items: list[Rig]
    """As read from the host."""
    total: int
    """How many match, over all pages."""


class ListRigsResult(_ListRigsResult, total=False):
    """What `list_rigs` gives."""

    next_cursor: str
    """Where the next page begins; absent on the last."""


class _UpdateRigsResult(TypedDict):
    items: list[Rig]
    """As read from the host."""


class UpdateRigsResult(_UpdateRigsResult, total=False):
    """What `update_rigs` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


class DeleteRigsResult(TypedDict):
    """What `delete_rigs` gives."""

    deleted: list[str]
    """Ids of what was deleted, children included."""


class _CreateJointsResult(TypedDict):
    ids: list[str]
    """Ids of what was created, in the order of the items."""
    items: list[Joint]
    """As read from the host."""


class CreateJointsResult(_CreateJointsResult, total=False):
    """What `create_joints` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


JointField = Literal[
    "id",
    "name",
    "rig_id",
    "rig_name",
    "parent_id",
    "child_ids",
    "position",
    "orientation",
    "length",
    "pose_position",
    "rotation_mode",
    "rotation",
    "scale",
    "matrix_world",
    "visible",
    "locked",
    "channel_control",
    "color",
    "cast_shadow",
    "receive_shadow",
    "render_order",
    "preferred_rotation_axis",
    "segment_scale_compensate",
    "joint_radius",
    "metadata",
]


class GetJointsResult(TypedDict):
    """What `get_joints` gives."""

    items: list[Joint]
    """As read from the host."""


class _ListJointsResult(TypedDict):
    items: list[Joint]
    """As read from the host."""
    total: int
    """How many match, over all pages."""


class ListJointsResult(_ListJointsResult, total=False):
    """What `list_joints` gives."""

    next_cursor: str
    """Where the next page begins; absent on the last."""


class _UpdateJointsResult(TypedDict):
    items: list[Joint]
    """As read from the host."""


class UpdateJointsResult(_UpdateJointsResult, total=False):
    """What `update_joints` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


class DeleteJointsResult(TypedDict):
    """What `delete_joints` gives."""

    deleted: list[str]
    """Ids of what was deleted, children included."""


class _CreateSkinsResult(TypedDict):
    ids: list[str]
    """Ids of what was created, in the order of the items."""
    items: list[Skin]
    """As read from the host."""


class CreateSkinsResult(_CreateSkinsResult, total=False):
    """What `create_skins` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


SkinField = Literal[
    "id",
    "name",
    "mesh_id",
    "rig_id",
    "joint_ids",
    "influences",
    "weight_table",
    "max_influence_count",
    "normalize_weights",
    "dual_quaternion_enabled",
    "falloff_radius",
    "enabled",
    "metadata",
]


class GetSkinsResult(TypedDict):
    """What `get_skins` gives."""

    items: list[Skin]
    """As read from the host."""


class _ListSkinsResult(TypedDict):
    items: list[Skin]
    """As read from the host."""
    total: int
    """How many match, over all pages."""


class ListSkinsResult(_ListSkinsResult, total=False):
    """What `list_skins` gives."""

    next_cursor: str
    """Where the next page begins; absent on the last."""


class _UpdateSkinsResult(TypedDict):
    items: list[Skin]
    """As read from the host."""


class UpdateSkinsResult(_UpdateSkinsResult, total=False):
    """What `update_skins` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


class DeleteSkinsResult(TypedDict):
    """What `delete_skins` gives."""

    deleted: list[str]
    """Ids of what was deleted, children included."""


class _CreateIkChainsResult(TypedDict):
    ids: list[str]
    """Ids of what was created, in the order of the items."""
    items: list[IKChain]
    """As read from the host."""


class CreateIkChainsResult(_CreateIkChainsResult, total=False):
    """What `create_ik_chains` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


IKChainField = Literal[
    "id",
    "name",
    "end_id",
    "start_id",
    "count",
    "target_id",
    "solver_type",
    "pole_target_id",
    "pole_angle",
    "iterations",
    "tolerance",
    "maintain_rotation",
    "stretch_enabled",
    "max_stretch_ratio",
    "enabled",
    "influence",
    "metadata",
]


class GetIkChainsResult(TypedDict):
    """What `get_ik_chains` gives."""

    items: list[IKChain]
    """As read from the host."""


class _ListIkChainsResult(TypedDict):
    items: list[IKChain]
    """As read from the host."""
    total: int
    """How many match, over all pages."""


class ListIkChainsResult(_ListIkChainsResult, total=False):
    """What `list_ik_chains` gives."""

    next_cursor: str
    """Where the next page begins; absent on the last."""


class _UpdateIkChainsResult(TypedDict):
    items: list[IKChain]
    """As read from the host."""


class UpdateIkChainsResult(_UpdateIkChainsResult, total=False):
    """What `update_ik_chains` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


class DeleteIkChainsResult(TypedDict):
    """What `delete_ik_chains` gives."""

    deleted: list[str]
    """Ids of what was deleted, children included."""


class _CreateSplineIksResult(TypedDict):
    ids: list[str]
    """Ids of what was created, in the order of the items."""
    items: list[SplineIK]
    """As read from the host."""


class CreateSplineIksResult(_CreateSplineIksResult, total=False):
    """What `create_spline_iks` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


SplineIKField = Literal[
    "id",
    "name",
    "end_joint_id",
    "start_joint_id",
    "count",
    "curve_id",
    "stretch_enabled",
    "auto_rotate_enabled",
    "up_vector",
    "forward_axis",
    "enabled",
    "metadata",
]


class GetSplineIksResult(TypedDict):
    """What `get_spline_iks` gives."""

    items: list[SplineIK]
    """As read from the host."""


class _ListSplineIksResult(TypedDict):
    items: list[SplineIK]
    """As read from the host."""
    total: int
    """How many match, over all pages."""


class ListSplineIksResult(_ListSplineIksResult, total=False):
    """What `list_spline_iks` gives."""

    next_cursor: str
    """Where the next page begins; absent on the last."""


class _UpdateSplineIksResult(TypedDict):
    items: list[SplineIK]
    """As read from the host."""


class UpdateSplineIksResult(_UpdateSplineIksResult, total=False):
    """What `update_spline_iks` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


class DeleteSplineIksResult(TypedDict):
    """What `delete_spline_iks` gives."""

    deleted: list[str]
    """Ids of what was deleted, children included."""


class _CreateBlendShapesResult(TypedDict):
    ids: list[str]
    """Ids of what was created, in the order of the items."""
    items: list[BlendShape]
    """As read from the host."""


class CreateBlendShapesResult(_CreateBlendShapesResult, total=False):
    """What `create_blend_shapes` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


BlendShapeField = Literal[
    "id",
    "name",
    "mesh_id",
    "weight",
    "deltas",
    "position_deltas",
    "normal_deltas",
    "tangent_deltas",
    "combine_method",
    "enabled",
    "metadata",
]


class GetBlendShapesResult(TypedDict):
    """What `get_blend_shapes` gives."""

    items: list[BlendShape]
    """As read from the host."""


class _ListBlendShapesResult(TypedDict):
    items: list[BlendShape]
    """As read from the host."""
    total: int
    """How many match, over all pages."""


class ListBlendShapesResult(_ListBlendShapesResult, total=False):
    """What `list_blend_shapes` gives."""

    next_cursor: str
    """Where the next page begins; absent on the last."""


class _UpdateBlendShapesResult(TypedDict):
    items: list[BlendShape]
    """As read from the host."""


class UpdateBlendShapesResult(_UpdateBlendShapesResult, total=False):
    """What `update_blend_shapes` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


class DeleteBlendShapesResult(TypedDict):
    """What `delete_blend_shapes` gives."""

    deleted: list[str]
    """Ids of what was deleted, children included."""


class _CreateBlendShapeGroupsResult(TypedDict):
    ids: list[str]
    """Ids of what was created, in the order of the items."""
    items: list[BlendShapeGroup]
    """As read from the host."""


class CreateBlendShapeGroupsResult(_CreateBlendShapeGroupsResult, total=False):
    """What `create_blend_shape_groups` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


BlendShapeGroupField = Literal[
    "id",
    "name",
    "mesh_id",
    "blend_shape_ids",
    "target_weights",
    "is_inbetween",
    "driver",
    "metadata",
]


class GetBlendShapeGroupsResult(TypedDict):
    """What `get_blend_shape_groups` gives."""

    items: list[BlendShapeGroup]
    """As read from the host."""


class _ListBlendShapeGroupsResult(TypedDict):
    items: list[BlendShapeGroup]
    """As read from the host."""
    total: int
    """How many match, over all pages."""


class ListBlendShapeGroupsResult(_ListBlendShapeGroupsResult, total=False):
    """What `list_blend_shape_groups` gives."""

    next_cursor: str
    """Where the next page begins; absent on the last."""


class _UpdateBlendShapeGroupsResult(TypedDict):
    items: list[BlendShapeGroup]
    """As read from the host."""


class UpdateBlendShapeGroupsResult(_UpdateBlendShapeGroupsResult, total=False):
    """What `update_blend_shape_groups` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


class DeleteBlendShapeGroupsResult(TypedDict):
    """What `delete_blend_shape_groups` gives."""

    deleted: list[str]
    """Ids of what was deleted, children included."""


class _CreateJointLimitsResult(TypedDict):
    ids: list[str]
    """Ids of what was created, in the order of the items."""
    items: list[JointLimits]
    """As read from the host."""


class CreateJointLimitsResult(_CreateJointLimitsResult, total=False):
    """What `create_joint_limits` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


JointLimitsField = Literal[
    "id",
    "name",
    "joint_id",
    "rotation_limits",
    "translation_limits",
    "scale_limits",
    "enabled",
    "metadata",
]


class GetJointLimitsResult(TypedDict):
    """What `get_joint_limits` gives."""

    items: list[JointLimits]
    """As read from the host."""


class _ListJointLimitsResult(TypedDict):
    items: list[JointLimits]
    """As read from the host."""
    total: int
    """How many match, over all pages."""


class ListJointLimitsResult(_ListJointLimitsResult, total=False):
    """What `list_joint_limits` gives."""

    next_cursor: str
    """Where the next page begins; absent on the last."""


class _UpdateJointLimitsResult(TypedDict):
    items: list[JointLimits]
    """As read from the host."""


class UpdateJointLimitsResult(_UpdateJointLimitsResult, total=False):
    """What `update_joint_limits` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


class DeleteJointLimitsResult(TypedDict):
    """What `delete_joint_limits` gives."""

    deleted: list[str]
    """Ids of what was deleted, children included."""


class _CreateRigControlsResult(TypedDict):
    ids: list[str]
    """Ids of what was created, in the order of the items."""
    items: list[RigControl]
    """As read from the host."""


class CreateRigControlsResult(_CreateRigControlsResult, total=False):
    """What `create_rig_controls` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


RigControlField = Literal[
    "id",
    "name",
    "rig_id",
    "rig_name",
    "parent_id",
    "child_ids",
    "position",
    "orientation",
    "length",
    "pose_position",
    "rotation_mode",
    "rotation",
    "scale",
    "matrix_world",
    "visible",
    "locked",
    "channel_control",
    "color",
    "cast_shadow",
    "receive_shadow",
    "render_order",
    "preferred_rotation_axis",
    "segment_scale_compensate",
    "joint_radius",
    "metadata",
    "target_joint_ids",
    "shape",
    "custom_mesh_id",
    "size",
    "offset_matrix",
    "space_type",
    "display_type",
]


class GetRigControlsResult(TypedDict):
    """What `get_rig_controls` gives."""

    items: list[RigControl]
    """As read from the host."""


class _ListRigControlsResult(TypedDict):
    items: list[RigControl]
    """As read from the host."""
    total: int
    """How many match, over all pages."""


class ListRigControlsResult(_ListRigControlsResult, total=False):
    """What `list_rig_controls` gives."""

    next_cursor: str
    """Where the next page begins; absent on the last."""


class _UpdateRigControlsResult(TypedDict):
    items: list[RigControl]
    """As read from the host."""


class UpdateRigControlsResult(_UpdateRigControlsResult, total=False):
    """What `update_rig_controls` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


class DeleteRigControlsResult(TypedDict):
    """What `delete_rig_controls` gives."""

    deleted: list[str]
    """Ids of what was deleted, children included."""


class _CreateBindPosesResult(TypedDict):
    ids: list[str]
    """Ids of what was created, in the order of the items."""
    items: list[BindPose]
    """As read from the host."""


class CreateBindPosesResult(_CreateBindPosesResult, total=False):
    """What `create_bind_poses` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


BindPoseField = Literal[
    "id",
    "name",
    "rig_id",
    "transforms",
    "joint_ids",
    "active",
    "is_bind_pose",
    "is_default",
    "metadata",
]


class GetBindPosesResult(TypedDict):
    """What `get_bind_poses` gives."""

    items: list[BindPose]
    """As read from the host."""


class _ListBindPosesResult(TypedDict):
    items: list[BindPose]
    """As read from the host."""
    total: int
    """How many match, over all pages."""


class ListBindPosesResult(_ListBindPosesResult, total=False):
    """What `list_bind_poses` gives."""

    next_cursor: str
    """Where the next page begins; absent on the last."""


class _UpdateBindPosesResult(TypedDict):
    items: list[BindPose]
    """As read from the host."""


class UpdateBindPosesResult(_UpdateBindPosesResult, total=False):
    """What `update_bind_poses` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


class DeleteBindPosesResult(TypedDict):
    """What `delete_bind_poses` gives."""

    deleted: list[str]
    """Ids of what was deleted, children included."""


class _SelectJointsResult(TypedDict):
    items: list[Items]
    """What is selected now, by rig."""


class SelectJointsResult(_SelectJointsResult, total=False):
    """What `select_joints` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


class Joints(TypedDict):
    """The joints of the chain as they stand, from its start."""

    joint_id: str
    """The joint."""
    matrix_world: list[float]
    """Its world transform, row-major."""


class _SolveIkResult(TypedDict):
    items: list[Items]
    """What became of each."""


class SolveIkResult(_SolveIkResult, total=False):
    """What `solve_ik` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


class _SetIkInfluenceResult(TypedDict):
    items: list[IKChain]
    """The chains as read from the host."""


class SetIkInfluenceResult(_SetIkInfluenceResult, total=False):
    """What `set_ik_influence` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


CreateIkFkSwitchIkControlShape = Literal[
    "cube",
    "sphere",
    "circle",
    "square",
    "arrow",
    "cross",
    "pyramid",
    "diamond",
]


CreateIkFkSwitchFkControlShape = Literal[
    "cube",
    "sphere",
    "circle",
    "square",
    "arrow",
    "cross",
    "pyramid",
    "diamond",
]


class CreateIkFkSwitchResult(TypedDict):
    """What `create_ik_fk_switch` gives."""

    switch_control_id: str
    """The switch; `pose_position` moves it."""
    ik_control_id: str
    """What the end follows in IK, in place and turn."""
    fk_control_ids: list[str]
    """What the joints follow in FK, one for each."""
    pole_vector_id: str | None
    """Where the limb bends to; null without one."""
    ik_chain_id: str
    """The IK itself."""
    driver_ids: list[str]
    """What ties each joint to the switch."""
    switch_range: float
    """How far the switch slides for all of IK."""


CreateControlsForJointsControlShape = Literal[
    "cube",
    "sphere",
    "circle",
    "square",
    "arrow",
    "cross",
    "pyramid",
    "diamond",
    "custom",
]


class CreateControlsForJointsResult(TypedDict):
    """What `create_controls_for_joints` gives."""

    control_ids: list[str]
    """One for each joint, in the same order."""
    control_groups: list[str]
    """What holds their places, likewise; empty without."""


CreateBipedSkeletonArmPose = Literal["t", "a"]


class CreateBipedSkeletonResult(TypedDict):
    """What `create_biped_skeleton` gives."""

    rig_id: str
    """The rig."""
    root_joint_id: str
    """Its hips."""
    joint_ids: list[str]
    """Its joints, parents before children."""
    joints: dict[str, Any]
    """Ids of the joints by names: `Hips`, `UpperArm_L`, `Index1_R`."""
    height: float
    """How tall it is."""


MirrorJointsAxis = Literal["x", "y", "z"]


class MirrorJointsResult(TypedDict):
    """What `mirror_joints` gives."""

    joint_ids: list[str]
    """The other side, in the order of `source_ids`."""
    source_ids: list[str]
    """What was mirrored, parents before children."""
    created_count: int
    """How many of the other side are new."""


class AutoSkinResult(TypedDict):
    """What `auto_skin` gives."""

    skin_ids: list[str]
    """One for each mesh."""
    vertex_count: int
    """How many vertices follow joints now."""
    joint_count: int
    """How many joints they may follow."""


class Spaces(TypedDict, total=False):
    """What it can move with, two or more, in this order."""

    name: str
    """What it is called."""
    target_id: str | None
    """What it moves with there, a node or joint; null for what it is below anyway."""


class CreateSpaceSwitchResult(TypedDict):
    """What `create_space_switch` gives."""

    property_path: str
    """The number, as `set_property` and keyframes name it."""
    constraint_ids: list[str]
    """What binds it, one for each space with a target."""
    driver_ids: list[str]
    """What ties them to the number."""
    spaces: list[str]
    """Names of the spaces by number."""


class _CreateCamerasResult(TypedDict):
    ids: list[str]
    """Ids of what was created, in the order of the items."""
    items: list[Camera]
    """As read from the host."""


class CreateCamerasResult(_CreateCamerasResult, total=False):
    """What `create_cameras` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


CameraField = Literal[
    "id",
    "name",
    "type",
    "position",
    "rotation",
    "scale",
    "parent_id",
    "child_ids",
    "visible",
    "locked",
    "cast_shadow",
    "receive_shadow",
    "render_order",
    "metadata",
    "bounds",
    "matrix_world",
    "projection",
    "focal_length",
    "sensor_width",
    "sensor_height",
    "ortho_scale",
    "near",
    "far",
    "focus_distance",
    "f_stop",
    "active",
]


class GetCamerasResult(TypedDict):
    """What `get_cameras` gives."""

    items: list[Camera]
    """As read from the host."""


class _ListCamerasResult(TypedDict):
    items: list[Camera]
    """As read from the host."""
    total: int
    """How many match, over all pages."""


class ListCamerasResult(_ListCamerasResult, total=False):
    """What `list_cameras` gives."""

    next_cursor: str
    """Where the next page begins; absent on the last."""


class _UpdateCamerasResult(TypedDict):
    items: list[Camera]
    """As read from the host."""


class UpdateCamerasResult(_UpdateCamerasResult, total=False):
    """What `update_cameras` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


class DeleteCamerasResult(TypedDict):
    """What `delete_cameras` gives."""

    deleted: list[str]
    """Ids of what was deleted, children included."""


class _CreateLightsResult(TypedDict):
    ids: list[str]
    """Ids of what was created, in the order of the items."""
    items: list[Light]
    """As read from the host."""


class CreateLightsResult(_CreateLightsResult, total=False):
    """What `create_lights` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


LightField = Literal[
    "id",
    "name",
    "type",
    "position",
    "rotation",
    "scale",
    "parent_id",
    "child_ids",
    "visible",
    "locked",
    "cast_shadow",
    "receive_shadow",
    "render_order",
    "metadata",
    "bounds",
    "matrix_world",
    "kind",
    "color",
    "intensity",
    "exposure",
    "radius",
    "spot_angle",
    "spot_blend",
    "width",
    "height",
    "casts_shadow",
]


class GetLightsResult(TypedDict):
    """What `get_lights` gives."""

    items: list[Light]
    """As read from the host."""


class _ListLightsResult(TypedDict):
    items: list[Light]
    """As read from the host."""
    total: int
    """How many match, over all pages."""


class ListLightsResult(_ListLightsResult, total=False):
    """What `list_lights` gives."""

    next_cursor: str
    """Where the next page begins; absent on the last."""


class _UpdateLightsResult(TypedDict):
    items: list[Light]
    """As read from the host."""


class UpdateLightsResult(_UpdateLightsResult, total=False):
    """What `update_lights` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


class DeleteLightsResult(TypedDict):
    """What `delete_lights` gives."""

    deleted: list[str]
    """Ids of what was deleted, children included."""


class _CreateEnvironmentsResult(TypedDict):
    ids: list[str]
    """Ids of what was created, in the order of the items."""
    items: list[Environment]
    """As read from the host."""


class CreateEnvironmentsResult(_CreateEnvironmentsResult, total=False):
    """What `create_environments` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


EnvironmentField = Literal["id", "name", "image", "color", "intensity", "rotation", "active", "metadata"]


class GetEnvironmentsResult(TypedDict):
    """What `get_environments` gives."""

    items: list[Environment]
    """As read from the host."""


class _ListEnvironmentsResult(TypedDict):
    items: list[Environment]
    """As read from the host."""
    total: int
    """How many match, over all pages."""


class ListEnvironmentsResult(_ListEnvironmentsResult, total=False):
    """What `list_environments` gives."""

    next_cursor: str
    """Where the next page begins; absent on the last."""


class _UpdateEnvironmentsResult(TypedDict):
    items: list[Environment]
    """As read from the host."""


class UpdateEnvironmentsResult(_UpdateEnvironmentsResult, total=False):
    """What `update_environments` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


class DeleteEnvironmentsResult(TypedDict):
    """What `delete_environments` gives."""

    deleted: list[str]
    """Ids of what was deleted, children included."""


class _CreateRenderSettingsResult(TypedDict):
    ids: list[str]
    """Ids of what was created, in the order of the items."""
    items: list[RenderSettings]
    """As read from the host."""


class CreateRenderSettingsResult(_CreateRenderSettingsResult, total=False):
    """What `create_render_settings` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


RenderSettingsField = Literal[
    "id",
    "name",
    "active",
    "engine",
    "samples",
    "width",
    "height",
    "percentage",
    "frame_start",
    "frame_end",
    "fps",
    "output_path",
    "file_format",
    "view_transform",
    "metadata",
]


class GetRenderSettingsResult(TypedDict):
    """What `get_render_settings` gives."""

    items: list[RenderSettings]
    """As read from the host."""


class _ListRenderSettingsResult(TypedDict):
    items: list[RenderSettings]
    """As read from the host."""
    total: int
    """How many match, over all pages."""


class ListRenderSettingsResult(_ListRenderSettingsResult, total=False):
    """What `list_render_settings` gives."""

    next_cursor: str
    """Where the next page begins; absent on the last."""


class _UpdateRenderSettingsResult(TypedDict):
    items: list[RenderSettings]
    """As read from the host."""


class UpdateRenderSettingsResult(_UpdateRenderSettingsResult, total=False):
    """What `update_render_settings` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


class DeleteRenderSettingsResult(TypedDict):
    """What `delete_render_settings` gives."""

    deleted: list[str]
    """Ids of what was deleted, children included."""


LookView = Literal[
    "viewport",
    "window",
    "camera",
    "front",
    "back",
    "left",
    "right",
    "top",
    "bottom",
    "isometric",
    "perspective",
]


LookShading = Literal["solid", "wireframe", "material", "rendered"]


LookOverlay = Literal["names", "ids"]


class Labels(TypedDict):
    """Nodes in view, nearest first; only with `overlay`."""

    id: str
    """The node."""
    name: str
    """Its name."""
    x: float
    """Its middle, from the left."""
    y: float
    """Its middle, from the top."""
    box: Any
    """Left, top, right, bottom."""
    drawn: bool
    """Whether its label found room."""


class _LookResult(TypedDict):
    image: Blob
    """The picture."""
    width: int
    """Width of the picture."""
    height: int
    """Height of the picture."""
    how: str
    """How it was made: window, viewport, off-screen or render; then what had failed."""


class LookResult(_LookResult, total=False):
    """What `look` gives."""

    labels: list[Labels]
    """Nodes in view, nearest first; only with `overlay`."""


RenderEngine = Literal["cycles", "eevee", "workbench"]


RenderBackground = Literal["auto", "always", "never"]


class _RenderResult(TypedDict):
    image: Blob
    """The picture."""
    width: int
    """Width of the picture."""
    height: int
    """Height of the picture."""
    engine: str
    """The engine that rendered."""
    samples: int
    """Samples per pixel."""
    seconds: float
    """How long it took."""
    from_copy: bool
    """Whether it shows a copy, without what was painted and not saved."""


class RenderResult(_RenderResult, total=False):
    """What `render` gives."""

    output_path: str
    """Where the picture was written as well."""


CreateTurntableMethod = Literal["camera", "object"]


class CreateTurntableResult(TypedDict):
    """What `create_turntable` gives."""

    pivot_id: str
    """What turns, with all that is parented to it."""
    camera_id: str
    """The camera, which the scene renders through from now on."""
    clip_id: str | None
    """The clip in which it turns; null in a host without clips."""
    center: list[float]
    """The middle of what is shown, in world space."""
    distance: float
    """From there to the camera."""
    frame_start: int
    """First frame of the loop."""
    frame_end: int
    """Last frame of the loop; the one after it is the first again."""


ThreePointLightingKind = Literal["area", "spot", "point"]


class ThreePointLightingResult(TypedDict):
    """What `three_point_lighting` gives."""

    group_id: str
    """The node in their middle, which turns all three."""
    key_id: str
    """The key light."""
    fill_id: str
    """The fill light."""
    rim_id: str
    """The rim light."""
    center: list[float]
    """The middle of what is shown, in world space."""
    distance: float
    """From there to each light."""
    intensity: float
    """Power of the key light."""


FrameCameraDirection = Literal["current", "front", "back", "left", "right", "top", "bottom"]


class FrameCameraResult(TypedDict):
    """What `frame_camera` gives."""

    camera_id: str
    """The camera."""
    position: list[float]
    """Where it is now, in world space."""
    center: list[float]
    """The middle of what is shown, in world space."""
    distance: float
    """From there to the camera."""
    ortho_scale: float | None
    """How wide it sees; null when it is not orthographic."""
    near: float
    """Nearest distance that it sees."""
    far: float
    """Farthest distance that it sees."""


# The scene as `get_scene` reads it.
SceneInfo = GetSceneResult
# Any scene object as it is read.
ObjectInfo = Node
