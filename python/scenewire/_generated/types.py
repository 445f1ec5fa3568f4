# Generated from src/catalogue and src/wire/error.rs by `UPDATE=1 cargo test --lib catalogue`: do not edit.
"""Types of every entity, of what operations take and of what they give.

Lengths are in scene units, angles in radians, times in seconds, colours linear, rotations quaternions
``[x, y, z, w]``, unless a field says otherwise.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal, TypedDict, Union

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

    id: str
    """Opaque id that survives renaming."""
    name: str
    """The name that the artist sees; the host may number it to keep it unique."""
    type: NodeType
    """What it is."""
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


class MeshFilter(NodeFilter, total=False):
    """Filters of `list_meshes`."""

    material_id: str | None
    """The first material, null for none."""
    vertex_count: int
    """How many vertices."""
    edge_count: int
    """How many edges."""
    face_count: int
    """How many faces."""


MaterialType = Literal["standard", "pbr", "lambert", "phong", "toon", "custom"]


MaterialAlphaMode = Literal["opaque", "mask", "blend"]


class Material(TypedDict, total=False):
    """A material says how a surface looks, as metallic and roughness (PBR)."""

    id: str
    """Opaque id that survives renaming."""
    name: str
    """The name that the artist sees; the host may number it to keep it unique."""
    type: MaterialType
    """Which shading model; `custom` on reading one that is none of the others. Default: "pbr"."""
    base_color: list[float]
    """Colour of the surface, linear rgba; #rrggbb and CSS names on input. Default: [1, 1, 1, 1]."""
    metallic: float
    """0 for what is not metal, 1 for metal. Default: 0."""
    roughness: float
    """0 for a mirror, 1 for chalk. Default: 0.5."""
    opacity: float
    """0 for invisible, 1 for solid. Default: 1."""
    alpha_mode: MaterialAlphaMode
    """How opacity is used: not at all, as a hard cut, or blended."""
    alpha_cutoff: float
    """Opacity under which `mask` cuts."""
    double_sided: bool
    """Whether faces show from behind; the host's own default when not given."""
    emissive: list[float]
    """Colour of the light that it gives off, linear. Default: [0, 0, 0, 1]."""
    emissive_intensity: float
    """Factor on `emissive`. Default: 1."""
    normal_scale: float
    """Strength of the normal map, 1 as painted."""
    metadata: dict[str, Any]
    """Custom properties by name."""


class MaterialCreate(TypedDict, total=False):
    """What `create_materials` takes."""

    name: str
    """The name that the artist sees; the host may number it to keep it unique."""
    type: MaterialType
    """Which shading model; `custom` on reading one that is none of the others. Default: "pbr"."""
    base_color: Color
    """Colour of the surface, linear rgba; #rrggbb and CSS names on input. Default: [1, 1, 1, 1]."""
    metallic: float
    """0 for what is not metal, 1 for metal. Default: 0."""
    roughness: float
    """0 for a mirror, 1 for chalk. Default: 0.5."""
    opacity: float
    """0 for invisible, 1 for solid. Default: 1."""
    alpha_mode: MaterialAlphaMode
    """How opacity is used: not at all, as a hard cut, or blended."""
    alpha_cutoff: float
    """Opacity under which `mask` cuts."""
    double_sided: bool
    """Whether faces show from behind; the host's own default when not given."""
    emissive: Color
    """Colour of the light that it gives off, linear. Default: [0, 0, 0, 1]."""
    emissive_intensity: float
    """Factor on `emissive`. Default: 1."""
    normal_scale: float
    """Strength of the normal map, 1 as painted."""
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
    """Colour of the surface, linear rgba; #rrggbb and CSS names on input. Default: [1, 1, 1, 1]."""
    metallic: float
    """0 for what is not metal, 1 for metal. Default: 0."""
    roughness: float
    """0 for a mirror, 1 for chalk. Default: 0.5."""
    opacity: float
    """0 for invisible, 1 for solid. Default: 1."""
    alpha_mode: MaterialAlphaMode
    """How opacity is used: not at all, as a hard cut, or blended."""
    alpha_cutoff: float
    """Opacity under which `mask` cuts."""
    double_sided: bool
    """Whether faces show from behind; the host's own default when not given."""
    emissive: Color
    """Colour of the light that it gives off, linear. Default: [0, 0, 0, 1]."""
    emissive_intensity: float
    """Factor on `emissive`. Default: 1."""
    normal_scale: float
    """Strength of the normal map, 1 as painted."""
    metadata: dict[str, Any]
    """Custom properties by name."""


class MaterialFilter(TypedDict, total=False):
    """Filters of `list_materials`."""

    id: str
    """Opaque id that survives renaming."""
    name: str
    """The name that the artist sees; the host may number it to keep it unique."""
    type: MaterialType
    """Which shading model; `custom` on reading one that is none of the others. Default: "pbr"."""
    alpha_mode: MaterialAlphaMode
    """How opacity is used: not at all, as a hard cut, or blended."""
    double_sided: bool
    """Whether faces show from behind; the host's own default when not given."""


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

    projection: CameraProjection
    """How it projects. Default: "perspective"."""
    active: bool
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

    kind: LightKind
    """What sort of light. Default: "point"."""
    casts_shadow: bool
    """Whether its light throws shadows. Default: true."""


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


NodeField = Literal["host", "gltf"]


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
    """Versions of scenewire, the host, Python and the protocol."""
    counts: dict[str, Any]
    """Calls done, failed and cancelled since the start; connections now."""


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
    total: int
    """How many nodes the scene has."""
    render: RenderSummary
    """Settings of a render."""
    modified: bool
    """Whether there are changes that are not saved."""


MeshField = Literal["host", "gltf"]


class _CreateMeshesResult(TypedDict):
    ids: list[str]
    """Ids of what was created, in the order of the items."""
    items: list[Mesh]
    """As read from the host."""


class CreateMeshesResult(_CreateMeshesResult, total=False):
    """What `create_meshes` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


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


CreatePrimitivesConvention = Literal["host", "gltf"]


class _CreatePrimitivesResult(TypedDict):
    ids: list[str]
    """Ids of what was created, in the order of the items."""
    items: list[Mesh]
    """As read from the host."""


class CreatePrimitivesResult(_CreatePrimitivesResult, total=False):
    """What `create_primitives` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


CameraField = Literal["host", "gltf"]


class _CreateCamerasResult(TypedDict):
    ids: list[str]
    """Ids of what was created, in the order of the items."""
    items: list[Camera]
    """As read from the host."""


class CreateCamerasResult(_CreateCamerasResult, total=False):
    """What `create_cameras` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


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


LightField = Literal["host", "gltf"]


class _CreateLightsResult(TypedDict):
    ids: list[str]
    """Ids of what was created, in the order of the items."""
    items: list[Light]
    """As read from the host."""


class CreateLightsResult(_CreateLightsResult, total=False):
    """What `create_lights` gives."""

    errors: list[ItemError]
    """The items that failed; only with `on_error: "continue"`."""


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


class RenderResult(_RenderResult, total=False):
    """What `render` gives."""

    output_path: str
    """Where the picture was written as well."""


# The scene as `get_scene` reads it.
SceneInfo = GetSceneResult
# Any scene object as it is read.
ObjectInfo = Node
