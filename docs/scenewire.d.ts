// Generated from src/catalogue by `UPDATE=1 cargo test --lib catalogue`: do not edit.
// Lengths are in scene units, angles in radians, times in seconds, colours linear, unless a field says otherwise.

export type Vector2 = [number, number];
export type Vector3 = [number, number, number];
/** `[x, y, z, w]`. */
export type Quaternion = [number, number, number, number];
/** Linear. */
export type Rgba = [number, number, number, number];
/** Row-major. */
export type Matrix4 = number[];
/** Seconds, or a frame. */
export type Time = number | { frame: number };
/** A quaternion, Euler angles in degrees about fixed axes, or a matrix of 9 or 16 numbers. */
export type Rotation =
  | Quaternion
  | { euler: Vector3; order?: "XYZ" | "XZY" | "YXZ" | "YZX" | "ZXY" | "ZYX" }
  | { matrix: number[] };
/** `#rrggbb` or a CSS name (sRGB), or linear `[r, g, b]` or `[r, g, b, a]`. */
export type Color = string | Vector3 | Rgba;
/** What JSON says of a large array; smaller ones are lists, flat or in rows. */
export interface ArraySummary {
  dtype: string;
  shape: number[];
  min?: number;
  max?: number;
  resource?: string;
}
export type NumberArray = number[] | number[][] | ArraySummary;
/** A file or picture: its media type, and where its bytes are. */
export interface FileSummary {
  media: string;
  bytes: number;
  resource?: string;
}
/** How a field compares; all of it must hold. Only numbers have an order. */
export interface Comparison<T> {
  eq?: T | T[];
  ne?: T | T[];
  lt?: T;
  le?: T;
  gt?: T;
  ge?: T;
}
/** What a filter takes for a field: a value, values of which it is one, or comparisons. */
export type Filter<T> = T | T[] | Comparison<T>;

/** A node is any scene object; creating one makes an empty that others can be parented to. */
export interface Node {
  /** Opaque id that survives renaming. */
  id?: string;
  /** The name that the artist sees; the host may number it to keep it unique. */
  name?: string;
  /** What it is. */
  type?: "mesh" | "camera" | "light" | "empty" | "armature" | "curve" | "other";
  /** Position local to the parent, in scene units. Default: [0, 0, 0]. */
  position?: Vector3;
  /** Rotation local to the parent as [x, y, z, w]; {"euler": [90, 0, 0]} in degrees or {"matrix": [...]} on input. Default: [0, 0, 0, 1]. */
  rotation?: Quaternion;
  /** Scale factors local to the parent. Default: [1, 1, 1]. */
  scale?: Vector3;
  /** Its parent, null for none. */
  parent_id?: string | null;
  /** Its direct children. */
  child_ids?: Array<string>;
  /** Whether it shows in the viewport and in renders. Default: true. */
  visible?: boolean;
  /** Whether the artist is kept from selecting or moving it. Default: false. */
  locked?: boolean;
  /** Whether it casts shadows; the host's own default when not given. */
  cast_shadow?: boolean;
  /** Whether shadows fall on it; `not_supported` where a host has no such switch. */
  receive_shadow?: boolean;
  /** Order of drawing, least first; `not_supported` where a host has none. */
  render_order?: number;
  /** Custom properties by name. */
  metadata?: Record<string, unknown>;
  /** Box around it in world space, in scene units. */
  bounds?: {
    /** Least x, y, z. */
    min: Vector3;
    /** Greatest x, y, z. */
    max: Vector3;
  };
  /** World transform, row-major, acting on column vectors. */
  matrix_world?: Matrix4;
}

/** What `create_nodes` takes. */
export interface NodeCreate {
  /** The name that the artist sees; the host may number it to keep it unique. */
  name?: string;
  /** Position local to the parent, in scene units. Default: [0, 0, 0]. */
  position?: Vector3;
  /** Rotation local to the parent as [x, y, z, w]; {"euler": [90, 0, 0]} in degrees or {"matrix": [...]} on input. Default: [0, 0, 0, 1]. */
  rotation?: Rotation;
  /** Scale factors local to the parent. Default: [1, 1, 1]. */
  scale?: Vector3;
  /** Its parent, null for none. */
  parent_id?: string | null;
  /** Whether it shows in the viewport and in renders. Default: true. */
  visible?: boolean;
  /** Whether the artist is kept from selecting or moving it. Default: false. */
  locked?: boolean;
  /** Whether it casts shadows; the host's own default when not given. */
  cast_shadow?: boolean;
  /** Whether shadows fall on it; `not_supported` where a host has no such switch. */
  receive_shadow?: boolean;
  /** Order of drawing, least first; `not_supported` where a host has none. */
  render_order?: number;
  /** Custom properties by name. */
  metadata?: Record<string, unknown>;
}

/** A patch: ids and whatever changes of nodes. */
export interface NodeUpdate {
  /** Ids or unique names of what this patch changes. */
  ids: Array<string>;
  /** The name that the artist sees; the host may number it to keep it unique. */
  name?: string;
  /** Position local to the parent, in scene units. Default: [0, 0, 0]. */
  position?: Vector3;
  /** Rotation local to the parent as [x, y, z, w]; {"euler": [90, 0, 0]} in degrees or {"matrix": [...]} on input. Default: [0, 0, 0, 1]. */
  rotation?: Rotation;
  /** Scale factors local to the parent. Default: [1, 1, 1]. */
  scale?: Vector3;
  /** Its parent, null for none. */
  parent_id?: string | null;
  /** Whether it shows in the viewport and in renders. Default: true. */
  visible?: boolean;
  /** Whether the artist is kept from selecting or moving it. Default: false. */
  locked?: boolean;
  /** Whether it casts shadows; the host's own default when not given. */
  cast_shadow?: boolean;
  /** Whether shadows fall on it; `not_supported` where a host has no such switch. */
  receive_shadow?: boolean;
  /** Order of drawing, least first; `not_supported` where a host has none. */
  render_order?: number;
  /** Custom properties by name. */
  metadata?: Record<string, unknown>;
}

/** Filters of `list_nodes`. */
export interface NodeFilter {
  /** Opaque id that survives renaming. */
  id?: Filter<string>;
  /** The name that the artist sees; the host may number it to keep it unique. */
  name?: Filter<string>;
  /** What it is. */
  type?: Filter<"mesh" | "camera" | "light" | "empty" | "armature" | "curve" | "other">;
  /** Its parent, null for none. */
  parent_id?: Filter<string | null>;
  /** Whether it shows in the viewport and in renders. Default: true. */
  visible?: Filter<boolean>;
  /** Whether the artist is kept from selecting or moving it. Default: false. */
  locked?: Filter<boolean>;
  /** Whether it casts shadows; the host's own default when not given. */
  cast_shadow?: Filter<boolean>;
  /** Whether shadows fall on it; `not_supported` where a host has no such switch. */
  receive_shadow?: Filter<boolean>;
  /** Order of drawing, least first; `not_supported` where a host has none. */
  render_order?: Filter<number>;
}

/** A group keeps nodes together without moving them (a collection in Blender, a set in Maya, a folder in Unreal). */
export interface Group {
  /** Opaque id that survives renaming. */
  id?: string;
  /** The name that the artist sees; the host may number it to keep it unique. */
  name?: string;
  /** The group that it lies in, null for none. */
  parent_id?: string | null;
  /** The groups that lie in it. */
  child_ids?: Array<string>;
  /** The nodes that belong to it; a node may belong to several groups. */
  object_ids?: Array<string>;
  /** Whether its nodes show, in the viewport and in renders. Default: true. */
  visible?: boolean;
  /** Whether the artist is kept from selecting its nodes. Default: false. */
  locked?: boolean;
  /** Custom properties by name. */
  metadata?: Record<string, unknown>;
}

/** What `create_groups` takes. */
export interface GroupCreate {
  /** The name that the artist sees; the host may number it to keep it unique. */
  name?: string;
  /** The group that it lies in, null for none. */
  parent_id?: string | null;
  /** The nodes that belong to it; a node may belong to several groups. */
  object_ids?: Array<string>;
  /** Whether its nodes show, in the viewport and in renders. Default: true. */
  visible?: boolean;
  /** Whether the artist is kept from selecting its nodes. Default: false. */
  locked?: boolean;
  /** Custom properties by name. */
  metadata?: Record<string, unknown>;
}

/** A patch: ids and whatever changes of groups. */
export interface GroupUpdate {
  /** Ids or unique names of what this patch changes. */
  ids: Array<string>;
  /** The name that the artist sees; the host may number it to keep it unique. */
  name?: string;
  /** The group that it lies in, null for none. */
  parent_id?: string | null;
  /** The nodes that belong to it; a node may belong to several groups. */
  object_ids?: Array<string>;
  /** Whether its nodes show, in the viewport and in renders. Default: true. */
  visible?: boolean;
  /** Whether the artist is kept from selecting its nodes. Default: false. */
  locked?: boolean;
  /** Custom properties by name. */
  metadata?: Record<string, unknown>;
}

/** Filters of `list_groups`. */
export interface GroupFilter {
  /** Opaque id that survives renaming. */
  id?: Filter<string>;
  /** The name that the artist sees; the host may number it to keep it unique. */
  name?: Filter<string>;
  /** The group that it lies in, null for none. */
  parent_id?: Filter<string | null>;
  /** Whether its nodes show, in the viewport and in renders. Default: true. */
  visible?: Filter<boolean>;
  /** Whether the artist is kept from selecting its nodes. Default: false. */
  locked?: Filter<boolean>;
}

/** A constraint makes a node (`source_id`) follow, aim at or copy another one (`target_id`). */
export interface Constraint {
  /** Opaque id that survives renaming. */
  id?: string;
  /** The name that the artist sees, unique on its node. */
  name?: string;
  /** What it does: `point` copies the position, `orientation` the rotation, `scale_to` the scale, `parent` all three; `aim` turns one axis to the target by the shortest way, `look_at` keeps another one up; `path` follows a curve, `ik` bends a chain of joints; `other` only on reading what is none of these. */
  type?: "point" | "aim" | "orientation" | "parent" | "pole" | "ik" | "spring" | "path" | "scale_to" | "look_at" | "other";
  /** The node or joint that is constrained; it stays the same. */
  source_id?: string;
  /** The node that it follows, null for none yet. */
  target_id?: string | null;
  /** How much of it takes effect. Default: 1. */
  influence?: number;
  /** Whether the node stays where it is and keeps the difference from then on; true unless given for types that have it. */
  maintain_offset?: boolean;
  /** Axes along which it does not move the node. */
  skip_translation?: Array<"x" | "y" | "z">;
  /** Axes around which it does not turn the node. */
  skip_rotation?: Array<"x" | "y" | "z">;
  /** Axes along which it does not scale the node. */
  skip_scale?: Array<"x" | "y" | "z">;
  /** In which space both are compared. Default: "world". */
  space?: "world" | "local" | "custom";
  /** The node whose space it is when `space` is `custom`. */
  custom_space_id?: string | null;
  /** Whether it takes effect at all. Default: true. */
  active?: boolean;
  /** Custom properties by name. */
  metadata?: Record<string, unknown>;
}

/** What `create_constraints` takes. */
export interface ConstraintCreate {
  /** The name that the artist sees, unique on its node. */
  name?: string;
  /** What it does: `point` copies the position, `orientation` the rotation, `scale_to` the scale, `parent` all three; `aim` turns one axis to the target by the shortest way, `look_at` keeps another one up; `path` follows a curve, `ik` bends a chain of joints; `other` only on reading what is none of these. */
  type: "point" | "aim" | "orientation" | "parent" | "pole" | "ik" | "spring" | "path" | "scale_to" | "look_at" | "other";
  /** The node or joint that is constrained; it stays the same. */
  source_id: string;
  /** The node that it follows, null for none yet. */
  target_id: string | null;
  /** How much of it takes effect. Default: 1. */
  influence?: number;
  /** Whether the node stays where it is and keeps the difference from then on; true unless given for types that have it. */
  maintain_offset?: boolean;
  /** Axes along which it does not move the node. */
  skip_translation?: Array<"x" | "y" | "z">;
  /** Axes around which it does not turn the node. */
  skip_rotation?: Array<"x" | "y" | "z">;
  /** Axes along which it does not scale the node. */
  skip_scale?: Array<"x" | "y" | "z">;
  /** In which space both are compared. Default: "world". */
  space?: "world" | "local" | "custom";
  /** The node whose space it is when `space` is `custom`. */
  custom_space_id?: string | null;
  /** Whether it takes effect at all. Default: true. */
  active?: boolean;
  /** Custom properties by name. */
  metadata?: Record<string, unknown>;
}

/** A patch: ids and whatever changes of constraints. */
export interface ConstraintUpdate {
  /** Ids or unique names of what this patch changes. */
  ids: Array<string>;
  /** The name that the artist sees, unique on its node. */
  name?: string;
  /** The node that it follows, null for none yet. */
  target_id?: string | null;
  /** How much of it takes effect. Default: 1. */
  influence?: number;
  /** Whether the node stays where it is and keeps the difference from then on; true unless given for types that have it. */
  maintain_offset?: boolean;
  /** Axes along which it does not move the node. */
  skip_translation?: Array<"x" | "y" | "z">;
  /** Axes around which it does not turn the node. */
  skip_rotation?: Array<"x" | "y" | "z">;
  /** Axes along which it does not scale the node. */
  skip_scale?: Array<"x" | "y" | "z">;
  /** In which space both are compared. Default: "world". */
  space?: "world" | "local" | "custom";
  /** The node whose space it is when `space` is `custom`. */
  custom_space_id?: string | null;
  /** Whether it takes effect at all. Default: true. */
  active?: boolean;
  /** Custom properties by name. */
  metadata?: Record<string, unknown>;
}

/** Filters of `list_constraints`. */
export interface ConstraintFilter {
  /** Opaque id that survives renaming. */
  id?: Filter<string>;
  /** The name that the artist sees, unique on its node. */
  name?: Filter<string>;
  /** What it does: `point` copies the position, `orientation` the rotation, `scale_to` the scale, `parent` all three; `aim` turns one axis to the target by the shortest way, `look_at` keeps another one up; `path` follows a curve, `ik` bends a chain of joints; `other` only on reading what is none of these. */
  type?: Filter<"point" | "aim" | "orientation" | "parent" | "pole" | "ik" | "spring" | "path" | "scale_to" | "look_at" | "other">;
  /** The node or joint that is constrained; it stays the same. */
  source_id?: Filter<string>;
  /** The node that it follows, null for none yet. */
  target_id?: Filter<string | null>;
  /** How much of it takes effect. Default: 1. */
  influence?: Filter<number>;
  /** Whether the node stays where it is and keeps the difference from then on; true unless given for types that have it. */
  maintain_offset?: Filter<boolean>;
  /** In which space both are compared. Default: "world". */
  space?: Filter<"world" | "local" | "custom">;
  /** The node whose space it is when `space` is `custom`. */
  custom_space_id?: Filter<string | null>;
  /** Whether it takes effect at all. Default: true. */
  active?: Filter<boolean>;
}

/** A mesh is a scene object made of vertices and faces; its id is the object's. */
export interface Mesh {
  /** Opaque id that survives renaming. */
  id?: string;
  /** The name that the artist sees; the host may number it to keep it unique. */
  name?: string;
  /** What it is. */
  type?: "mesh" | "camera" | "light" | "empty" | "armature" | "curve" | "other";
  /** Position local to the parent, in scene units. Default: [0, 0, 0]. */
  position?: Vector3;
  /** Rotation local to the parent as [x, y, z, w]; {"euler": [90, 0, 0]} in degrees or {"matrix": [...]} on input. Default: [0, 0, 0, 1]. */
  rotation?: Quaternion;
  /** Scale factors local to the parent. Default: [1, 1, 1]. */
  scale?: Vector3;
  /** Its parent, null for none. */
  parent_id?: string | null;
  /** Its direct children. */
  child_ids?: Array<string>;
  /** Whether it shows in the viewport and in renders. Default: true. */
  visible?: boolean;
  /** Whether the artist is kept from selecting or moving it. Default: false. */
  locked?: boolean;
  /** Whether it casts shadows; the host's own default when not given. */
  cast_shadow?: boolean;
  /** Whether shadows fall on it; `not_supported` where a host has no such switch. */
  receive_shadow?: boolean;
  /** Order of drawing, least first; `not_supported` where a host has none. */
  render_order?: number;
  /** Custom properties by name. */
  metadata?: Record<string, unknown>;
  /** Box around it in world space, in scene units. */
  bounds?: {
    /** Least x, y, z. */
    min: Vector3;
    /** Greatest x, y, z. */
    max: Vector3;
  };
  /** World transform, row-major, acting on column vectors. */
  matrix_world?: Matrix4;
  /** Positions local to the object, in scene units, shape [n, 3]. */
  vertices?: NumberArray;
  /** Vertex numbers of every face one after the other, three each unless `face_sizes` says otherwise; counter-clockwise seen from outside. */
  indices?: NumberArray;
  /** Corners of each face, at least 3; without it all are triangles. */
  face_sizes?: NumberArray;
  /** One unit normal per vertex or per face corner, shape [n, 3]. */
  normals?: NumberArray;
  /** One texture coordinate per vertex or per face corner, shape [n, 2], origin at the lower left. */
  uvs?: NumberArray;
  /** One linear rgba per vertex or per face corner, shape [n, 4]. */
  colors?: NumberArray;
  /** Materials in slot order. */
  material_ids?: Array<string>;
  /** The first material, null for none. */
  material_id?: string | null;
  /** Number of the material slot of each face, shape [n]. */
  face_materials?: NumberArray;
  /** Whether all its faces are shaded smooth; absent when some are and some not. */
  smooth?: boolean;
  /** Tangent and sign of the bitangent per face corner, shape [n, 4], where there is a UV map. */
  tangents?: NumberArray;
  /** Changes whenever vertices, edges or faces come, go or are joined otherwise. */
  revision?: string;
  /** How many vertices. */
  vertex_count?: number;
  /** How many edges. */
  edge_count?: number;
  /** How many faces. */
  face_count?: number;
}

/** What `create_meshes` takes. */
export interface MeshCreate {
  /** The name that the artist sees; the host may number it to keep it unique. */
  name?: string;
  /** Position local to the parent, in scene units. Default: [0, 0, 0]. */
  position?: Vector3;
  /** Rotation local to the parent as [x, y, z, w]; {"euler": [90, 0, 0]} in degrees or {"matrix": [...]} on input. Default: [0, 0, 0, 1]. */
  rotation?: Rotation;
  /** Scale factors local to the parent. Default: [1, 1, 1]. */
  scale?: Vector3;
  /** Its parent, null for none. */
  parent_id?: string | null;
  /** Whether it shows in the viewport and in renders. Default: true. */
  visible?: boolean;
  /** Whether the artist is kept from selecting or moving it. Default: false. */
  locked?: boolean;
  /** Whether it casts shadows; the host's own default when not given. */
  cast_shadow?: boolean;
  /** Whether shadows fall on it; `not_supported` where a host has no such switch. */
  receive_shadow?: boolean;
  /** Order of drawing, least first; `not_supported` where a host has none. */
  render_order?: number;
  /** Custom properties by name. */
  metadata?: Record<string, unknown>;
  /** Positions local to the object, in scene units, shape [n, 3]. */
  vertices: NumberArray;
  /** Vertex numbers of every face one after the other, three each unless `face_sizes` says otherwise; counter-clockwise seen from outside. */
  indices?: NumberArray;
  /** Corners of each face, at least 3; without it all are triangles. */
  face_sizes?: NumberArray;
  /** One unit normal per vertex or per face corner, shape [n, 3]. */
  normals?: NumberArray;
  /** One texture coordinate per vertex or per face corner, shape [n, 2], origin at the lower left. */
  uvs?: NumberArray;
  /** One linear rgba per vertex or per face corner, shape [n, 4]. */
  colors?: NumberArray;
  /** Materials in slot order. */
  material_ids?: Array<string>;
  /** The first material, null for none. */
  material_id?: string | null;
  /** Number of the material slot of each face, shape [n]. */
  face_materials?: NumberArray;
  /** Whether all its faces are shaded smooth; absent when some are and some not. */
  smooth?: boolean;
}

/** A patch: ids and whatever changes of meshes. */
export interface MeshUpdate {
  /** Ids or unique names of what this patch changes. */
  ids: Array<string>;
  /** The name that the artist sees; the host may number it to keep it unique. */
  name?: string;
  /** Position local to the parent, in scene units. Default: [0, 0, 0]. */
  position?: Vector3;
  /** Rotation local to the parent as [x, y, z, w]; {"euler": [90, 0, 0]} in degrees or {"matrix": [...]} on input. Default: [0, 0, 0, 1]. */
  rotation?: Rotation;
  /** Scale factors local to the parent. Default: [1, 1, 1]. */
  scale?: Vector3;
  /** Its parent, null for none. */
  parent_id?: string | null;
  /** Whether it shows in the viewport and in renders. Default: true. */
  visible?: boolean;
  /** Whether the artist is kept from selecting or moving it. Default: false. */
  locked?: boolean;
  /** Whether it casts shadows; the host's own default when not given. */
  cast_shadow?: boolean;
  /** Whether shadows fall on it; `not_supported` where a host has no such switch. */
  receive_shadow?: boolean;
  /** Order of drawing, least first; `not_supported` where a host has none. */
  render_order?: number;
  /** Custom properties by name. */
  metadata?: Record<string, unknown>;
  /** Positions local to the object, in scene units, shape [n, 3]. */
  vertices?: NumberArray;
  /** Vertex numbers of every face one after the other, three each unless `face_sizes` says otherwise; counter-clockwise seen from outside. */
  indices?: NumberArray;
  /** Corners of each face, at least 3; without it all are triangles. */
  face_sizes?: NumberArray;
  /** One unit normal per vertex or per face corner, shape [n, 3]. */
  normals?: NumberArray;
  /** One texture coordinate per vertex or per face corner, shape [n, 2], origin at the lower left. */
  uvs?: NumberArray;
  /** One linear rgba per vertex or per face corner, shape [n, 4]. */
  colors?: NumberArray;
  /** Materials in slot order. */
  material_ids?: Array<string>;
  /** The first material, null for none. */
  material_id?: string | null;
  /** Number of the material slot of each face, shape [n]. */
  face_materials?: NumberArray;
  /** Whether all its faces are shaded smooth; absent when some are and some not. */
  smooth?: boolean;
}

/** Filters of `list_meshes`. */
export interface MeshFilter {
  /** Opaque id that survives renaming. */
  id?: Filter<string>;
  /** The name that the artist sees; the host may number it to keep it unique. */
  name?: Filter<string>;
  /** What it is. */
  type?: Filter<"mesh" | "camera" | "light" | "empty" | "armature" | "curve" | "other">;
  /** Its parent, null for none. */
  parent_id?: Filter<string | null>;
  /** Whether it shows in the viewport and in renders. Default: true. */
  visible?: Filter<boolean>;
  /** Whether the artist is kept from selecting or moving it. Default: false. */
  locked?: Filter<boolean>;
  /** Whether it casts shadows; the host's own default when not given. */
  cast_shadow?: Filter<boolean>;
  /** Whether shadows fall on it; `not_supported` where a host has no such switch. */
  receive_shadow?: Filter<boolean>;
  /** Order of drawing, least first; `not_supported` where a host has none. */
  render_order?: Filter<number>;
  /** The first material, null for none. */
  material_id?: Filter<string | null>;
  /** Whether all its faces are shaded smooth; absent when some are and some not. */
  smooth?: Filter<boolean>;
  /** Changes whenever vertices, edges or faces come, go or are joined otherwise. */
  revision?: Filter<string>;
  /** How many vertices. */
  vertex_count?: Filter<number>;
  /** How many edges. */
  edge_count?: Filter<number>;
  /** How many faces. */
  face_count?: Filter<number>;
}

/** A vertex is a point of a mesh; for many at once the arrays of the mesh are a thousand times quicker. */
export interface Vertex {
  /** Opaque id, for this topology of the mesh: `stale_id` once somebody else changed that. */
  id?: string;
  /** `mesh/vertex/3`: the mesh's name, what it is, its number. */
  name?: string;
  /** The mesh that it is part of. */
  mesh_id?: string;
  /** Its number in the mesh. */
  index?: number;
  /** Position local to the mesh, in scene units. */
  position?: Vector3;
  /** Unit normal, the mean of its faces'. */
  normal?: Vector3;
  /** One texture coordinate per UV map, written to all its corners; none where no face has it. */
  uvs?: Array<Vector2>;
  /** Its colour in the active colour attribute; absent when the mesh has none. */
  color?: Rgba;
  /** Weight from 0 to 1 by the name of the bone or vertex group that moves it. */
  weights?: Record<string, unknown>;
  /** Whether it is selected in the artist's edit mode. Default: false. */
  selected?: boolean;
  /** Whether it is hidden in the artist's edit mode. Default: false. */
  hidden?: boolean;
  /** Custom properties by name. */
  metadata?: Record<string, unknown>;
}

/** What `create_vertices` takes. */
export interface VertexCreate {
  /** The mesh that it is part of. */
  mesh_id: string;
  /** Position local to the mesh, in scene units. */
  position: Vector3;
  /** One texture coordinate per UV map, written to all its corners; none where no face has it. */
  uvs?: Array<Vector2>;
  /** Its colour in the active colour attribute; absent when the mesh has none. */
  color?: Color;
  /** Weight from 0 to 1 by the name of the bone or vertex group that moves it. */
  weights?: Record<string, unknown>;
  /** Whether it is selected in the artist's edit mode. Default: false. */
  selected?: boolean;
  /** Whether it is hidden in the artist's edit mode. Default: false. */
  hidden?: boolean;
  /** Custom properties by name. */
  metadata?: Record<string, unknown>;
}

/** A patch: ids and whatever changes of vertices. */
export interface VertexUpdate {
  /** Ids or unique names of what this patch changes. */
  ids: Array<string>;
  /** Position local to the mesh, in scene units. */
  position?: Vector3;
  /** One texture coordinate per UV map, written to all its corners; none where no face has it. */
  uvs?: Array<Vector2>;
  /** Its colour in the active colour attribute; absent when the mesh has none. */
  color?: Color;
  /** Weight from 0 to 1 by the name of the bone or vertex group that moves it. */
  weights?: Record<string, unknown>;
  /** Whether it is selected in the artist's edit mode. Default: false. */
  selected?: boolean;
  /** Whether it is hidden in the artist's edit mode. Default: false. */
  hidden?: boolean;
  /** Custom properties by name. */
  metadata?: Record<string, unknown>;
}

/** Filters of `list_vertices`. */
export interface VertexFilter {
  /** Opaque id, for this topology of the mesh: `stale_id` once somebody else changed that. */
  id?: Filter<string>;
  /** `mesh/vertex/3`: the mesh's name, what it is, its number. */
  name?: Filter<string>;
  /** The mesh that it is part of. */
  mesh_id?: Filter<string>;
  /** Its number in the mesh. */
  index?: Filter<number>;
  /** Whether it is selected in the artist's edit mode. Default: false. */
  selected?: Filter<boolean>;
  /** Whether it is hidden in the artist's edit mode. Default: false. */
  hidden?: Filter<boolean>;
}

/** An edge joins two vertices of a mesh. */
export interface Edge {
  /** Opaque id, for this topology of the mesh: `stale_id` once somebody else changed that. */
  id?: string;
  /** `mesh/vertex/3`: the mesh's name, what it is, its number. */
  name?: string;
  /** The mesh that it is part of. */
  mesh_id?: string;
  /** Its number in the mesh. */
  index?: number;
  /** Its two vertices. */
  vertex_ids?: Array<string>;
  /** Whether shading breaks at it. Default: false. */
  sharp?: boolean;
  /** How sharp it stays when the mesh is subdivided. Default: 0. */
  crease?: number;
  /** Whether unwrapping cuts along it. Default: false. */
  seam?: boolean;
  /** Whether it is hidden in the artist's edit mode. Default: false. */
  hidden?: boolean;
  /** Whether it is selected in the artist's edit mode. Default: false. */
  selected?: boolean;
  /** Custom properties by name. */
  metadata?: Record<string, unknown>;
}

/** What `create_edges` takes. */
export interface EdgeCreate {
  /** The mesh that it is part of. */
  mesh_id: string;
  /** Its two vertices. */
  vertex_ids: Array<string>;
  /** Whether shading breaks at it. Default: false. */
  sharp?: boolean;
  /** How sharp it stays when the mesh is subdivided. Default: 0. */
  crease?: number;
  /** Whether unwrapping cuts along it. Default: false. */
  seam?: boolean;
  /** Whether it is hidden in the artist's edit mode. Default: false. */
  hidden?: boolean;
  /** Whether it is selected in the artist's edit mode. Default: false. */
  selected?: boolean;
  /** Custom properties by name. */
  metadata?: Record<string, unknown>;
}

/** A patch: ids and whatever changes of edges. */
export interface EdgeUpdate {
  /** Ids or unique names of what this patch changes. */
  ids: Array<string>;
  /** Whether shading breaks at it. Default: false. */
  sharp?: boolean;
  /** How sharp it stays when the mesh is subdivided. Default: 0. */
  crease?: number;
  /** Whether unwrapping cuts along it. Default: false. */
  seam?: boolean;
  /** Whether it is hidden in the artist's edit mode. Default: false. */
  hidden?: boolean;
  /** Whether it is selected in the artist's edit mode. Default: false. */
  selected?: boolean;
  /** Custom properties by name. */
  metadata?: Record<string, unknown>;
}

/** Filters of `list_edges`. */
export interface EdgeFilter {
  /** Opaque id, for this topology of the mesh: `stale_id` once somebody else changed that. */
  id?: Filter<string>;
  /** `mesh/vertex/3`: the mesh's name, what it is, its number. */
  name?: Filter<string>;
  /** The mesh that it is part of. */
  mesh_id?: Filter<string>;
  /** Its number in the mesh. */
  index?: Filter<number>;
  /** Whether shading breaks at it. Default: false. */
  sharp?: Filter<boolean>;
  /** How sharp it stays when the mesh is subdivided. Default: 0. */
  crease?: Filter<number>;
  /** Whether unwrapping cuts along it. Default: false. */
  seam?: Filter<boolean>;
  /** Whether it is hidden in the artist's edit mode. Default: false. */
  hidden?: Filter<boolean>;
  /** Whether it is selected in the artist's edit mode. Default: false. */
  selected?: Filter<boolean>;
}

/** A face is spanned by three or more vertices of a mesh, counter-clockwise seen from outside. */
export interface Face {
  /** Opaque id, for this topology of the mesh: `stale_id` once somebody else changed that. */
  id?: string;
  /** `mesh/vertex/3`: the mesh's name, what it is, its number. */
  name?: string;
  /** The mesh that it is part of. */
  mesh_id?: string;
  /** Its number in the mesh. */
  index?: number;
  /** Its vertices in order. */
  vertex_ids?: Array<string>;
  /** Unit normal. */
  normal?: Vector3;
  /** Mean of its vertices, local to the mesh. */
  center?: Vector3;
  /** Its area, local to the mesh. */
  area?: number;
  /** Its material, one of the mesh's; null for none. */
  material_id?: string | null;
  /** Whether it is shaded smooth. Default: false. */
  smooth?: boolean;
  /** Smoothing group; `not_supported` where a host has none. */
  smoothing_group?: number;
  /** Whether it is hidden in the artist's edit mode. Default: false. */
  hidden?: boolean;
  /** Whether it is selected in the artist's edit mode. Default: false. */
  selected?: boolean;
  /** Custom properties by name. */
  metadata?: Record<string, unknown>;
}

/** What `create_faces` takes. */
export interface FaceCreate {
  /** The mesh that it is part of. */
  mesh_id: string;
  /** Its vertices in order. */
  vertex_ids: Array<string>;
  /** Its material, one of the mesh's; null for none. */
  material_id?: string | null;
  /** Whether it is shaded smooth. Default: false. */
  smooth?: boolean;
  /** Smoothing group; `not_supported` where a host has none. */
  smoothing_group?: number;
  /** Whether it is hidden in the artist's edit mode. Default: false. */
  hidden?: boolean;
  /** Whether it is selected in the artist's edit mode. Default: false. */
  selected?: boolean;
  /** Custom properties by name. */
  metadata?: Record<string, unknown>;
}

/** A patch: ids and whatever changes of faces. */
export interface FaceUpdate {
  /** Ids or unique names of what this patch changes. */
  ids: Array<string>;
  /** Its material, one of the mesh's; null for none. */
  material_id?: string | null;
  /** Whether it is shaded smooth. Default: false. */
  smooth?: boolean;
  /** Smoothing group; `not_supported` where a host has none. */
  smoothing_group?: number;
  /** Whether it is hidden in the artist's edit mode. Default: false. */
  hidden?: boolean;
  /** Whether it is selected in the artist's edit mode. Default: false. */
  selected?: boolean;
  /** Custom properties by name. */
  metadata?: Record<string, unknown>;
}

/** Filters of `list_faces`. */
export interface FaceFilter {
  /** Opaque id, for this topology of the mesh: `stale_id` once somebody else changed that. */
  id?: Filter<string>;
  /** `mesh/vertex/3`: the mesh's name, what it is, its number. */
  name?: Filter<string>;
  /** The mesh that it is part of. */
  mesh_id?: Filter<string>;
  /** Its number in the mesh. */
  index?: Filter<number>;
  /** Its area, local to the mesh. */
  area?: Filter<number>;
  /** Its material, one of the mesh's; null for none. */
  material_id?: Filter<string | null>;
  /** Whether it is shaded smooth. Default: false. */
  smooth?: Filter<boolean>;
  /** Smoothing group; `not_supported` where a host has none. */
  smoothing_group?: Filter<number>;
  /** Whether it is hidden in the artist's edit mode. Default: false. */
  hidden?: Filter<boolean>;
  /** Whether it is selected in the artist's edit mode. Default: false. */
  selected?: Filter<boolean>;
}

/** A UV map says where on a texture each corner of a mesh's faces lies. */
export interface UVMap {
  /** Opaque id that survives renaming. */
  id?: string;
  /** The name that the artist sees; the host may number it to keep it unique. */
  name?: string;
  /** The mesh that it is part of. */
  mesh_id?: string;
  /** Its number among the mesh's UV maps. */
  channel?: number;
  /** One [u, v] per face corner, or on input per vertex, shape [n, 2], origin at the lower left. */
  coordinates?: NumberArray;
  /** Whether it is the one that operations and renders take. */
  active?: boolean;
  /** Custom properties by name. */
  metadata?: Record<string, unknown>;
}

/** What `create_uv_maps` takes. */
export interface UVMapCreate {
  /** The name that the artist sees; the host may number it to keep it unique. */
  name?: string;
  /** The mesh that it is part of. */
  mesh_id: string;
  /** One [u, v] per face corner, or on input per vertex, shape [n, 2], origin at the lower left. */
  coordinates?: NumberArray;
  /** Whether it is the one that operations and renders take. */
  active?: boolean;
  /** Custom properties by name. */
  metadata?: Record<string, unknown>;
}

/** A patch: ids and whatever changes of uv_maps. */
export interface UVMapUpdate {
  /** Ids or unique names of what this patch changes. */
  ids: Array<string>;
  /** The name that the artist sees; the host may number it to keep it unique. */
  name?: string;
  /** One [u, v] per face corner, or on input per vertex, shape [n, 2], origin at the lower left. */
  coordinates?: NumberArray;
  /** Whether it is the one that operations and renders take. */
  active?: boolean;
  /** Custom properties by name. */
  metadata?: Record<string, unknown>;
}

/** Filters of `list_uv_maps`. */
export interface UVMapFilter {
  /** Opaque id that survives renaming. */
  id?: Filter<string>;
  /** The name that the artist sees; the host may number it to keep it unique. */
  name?: Filter<string>;
  /** The mesh that it is part of. */
  mesh_id?: Filter<string>;
  /** Its number among the mesh's UV maps. */
  channel?: Filter<number>;
  /** Whether it is the one that operations and renders take. */
  active?: Filter<boolean>;
}

/** A texture is a picture for materials: from a file, from bytes that are then kept in the scene, or blank. */
export interface Texture {
  /** Opaque id that survives renaming. */
  id?: string;
  /** The name that the artist sees; the host may number it to keep it unique. */
  name?: string;
  /** The file it is read from; absent when it is kept in the scene. */
  path?: string;
  /** The bytes of a PNG, JPEG or EXR, to be kept in the scene; of one from a file they are read where its owner lets files be used. */
  data?: FileSummary;
  /** Width in pixels; of a blank one on creation, else it is scaled. */
  width?: number;
  /** Height in pixels; of a blank one on creation, else it is scaled. */
  height?: number;
  /** What its numbers are: colours as on screens, linear colours, or no colours at all (normals, roughness). */
  color_space?: "srgb" | "linear" | "data";
  /** What lies beyond its edges; `not_supported` where that belongs to what shows it. */
  extension?: "repeat" | "extend" | "clip" | "mirror";
  /** Whether its bytes are kept in the scene. */
  packed?: boolean;
  /** Custom properties by name. */
  metadata?: Record<string, unknown>;
}

/** What `create_textures` takes. */
export interface TextureCreate {
  /** The name that the artist sees; the host may number it to keep it unique. */
  name?: string;
  /** The file it is read from; absent when it is kept in the scene. */
  path?: string;
  /** The bytes of a PNG, JPEG or EXR, to be kept in the scene; of one from a file they are read where its owner lets files be used. */
  data?: FileSummary;
  /** Width in pixels; of a blank one on creation, else it is scaled. */
  width?: number;
  /** Height in pixels; of a blank one on creation, else it is scaled. */
  height?: number;
  /** What its numbers are: colours as on screens, linear colours, or no colours at all (normals, roughness). */
  color_space?: "srgb" | "linear" | "data";
  /** What lies beyond its edges; `not_supported` where that belongs to what shows it. */
  extension?: "repeat" | "extend" | "clip" | "mirror";
  /** Custom properties by name. */
  metadata?: Record<string, unknown>;
}

/** A patch: ids and whatever changes of textures. */
export interface TextureUpdate {
  /** Ids or unique names of what this patch changes. */
  ids: Array<string>;
  /** The name that the artist sees; the host may number it to keep it unique. */
  name?: string;
  /** The file it is read from; absent when it is kept in the scene. */
  path?: string;
  /** The bytes of a PNG, JPEG or EXR, to be kept in the scene; of one from a file they are read where its owner lets files be used. */
  data?: FileSummary;
  /** Width in pixels; of a blank one on creation, else it is scaled. */
  width?: number;
  /** Height in pixels; of a blank one on creation, else it is scaled. */
  height?: number;
  /** What its numbers are: colours as on screens, linear colours, or no colours at all (normals, roughness). */
  color_space?: "srgb" | "linear" | "data";
  /** What lies beyond its edges; `not_supported` where that belongs to what shows it. */
  extension?: "repeat" | "extend" | "clip" | "mirror";
  /** Custom properties by name. */
  metadata?: Record<string, unknown>;
}

/** Filters of `list_textures`. */
export interface TextureFilter {
  /** Opaque id that survives renaming. */
  id?: Filter<string>;
  /** The name that the artist sees; the host may number it to keep it unique. */
  name?: Filter<string>;
  /** Width in pixels; of a blank one on creation, else it is scaled. */
  width?: Filter<number>;
  /** Height in pixels; of a blank one on creation, else it is scaled. */
  height?: Filter<number>;
  /** What its numbers are: colours as on screens, linear colours, or no colours at all (normals, roughness). */
  color_space?: Filter<"srgb" | "linear" | "data">;
  /** What lies beyond its edges; `not_supported` where that belongs to what shows it. */
  extension?: Filter<"repeat" | "extend" | "clip" | "mirror">;
  /** Whether its bytes are kept in the scene. */
  packed?: Filter<boolean>;
}

/** A material says how a surface looks, as metallic and roughness (PBR). */
export interface Material {
  /** Opaque id that survives renaming. */
  id?: string;
  /** The name that the artist sees; the host may number it to keep it unique. */
  name?: string;
  /** Which shading model; `custom` on reading one that is none of the others. Default: "pbr". */
  type?: "standard" | "pbr" | "lambert" | "phong" | "toon" | "custom";
  /** Colour of the surface, linear rgba; #rrggbb and CSS names on input; white unless given or said by a texture. */
  base_color?: Rgba;
  /** 0 for what is not metal, 1 for metal; 0 unless given or said by a texture. */
  metallic?: number;
  /** 0 for a mirror, 1 for chalk; 0.5 unless given or said by a texture. */
  roughness?: number;
  /** 0 for invisible, 1 for solid; 1 unless given or said by a texture. */
  opacity?: number;
  /** How opacity is used: not at all, as a hard cut, or blended. */
  alpha_mode?: "opaque" | "mask" | "blend";
  /** Opacity under which `mask` cuts. */
  alpha_cutoff?: number;
  /** Whether faces show from behind; the host's own default when not given. */
  double_sided?: boolean;
  /** Colour of the light that it gives off, linear; black unless given or said by a texture. */
  emissive?: Rgba;
  /** Factor on `emissive`. Default: 1. */
  emissive_intensity?: number;
  /** Strength of the normal map, 1 as painted. */
  normal_scale?: number;
  /** Textures by what they say of the surface; null takes one off, what is not named stays as it is. */
  textures?: {
    /** Its colour. */
    base_color?: string | null;
    /** Its normals, in tangent space. */
    normal?: string | null;
    /** Where it is metal. */
    metallic?: string | null;
    /** Where it is rough. */
    roughness?: string | null;
    /** What it gives off. */
    emissive?: string | null;
    /** Where little light comes. */
    ambient_occlusion?: string | null;
    /** How far it stands out. */
    height?: string | null;
    /** Where it is solid. */
    opacity?: string | null;
  };
  /** All that textures say of the surface, as `set_texture_maps` writes it. */
  texture_maps?: Array<{
    /** What it tells of the surface. */
    slot: "base_color" | "metallic" | "roughness" | "normal" | "height" | "opacity" | "emissive" | "ambient_occlusion";
    /** The texture. */
    texture_id: string;
    /** Which of its numbers tell it. */
    channel: "color" | "red" | "green" | "blue" | "alpha";
    /** Whether it tells the opposite. */
    invert: boolean;
    /** Whether its green points down. */
    flip_green: boolean;
  }>;
  /** Further settings of the shader by the host's own names, those that differ from its defaults. */
  shader_parameters?: Record<string, unknown>;
  /** Custom properties by name. */
  metadata?: Record<string, unknown>;
}

/** What `create_materials` takes. */
export interface MaterialCreate {
  /** The name that the artist sees; the host may number it to keep it unique. */
  name?: string;
  /** Which shading model; `custom` on reading one that is none of the others. Default: "pbr". */
  type?: "standard" | "pbr" | "lambert" | "phong" | "toon" | "custom";
  /** Colour of the surface, linear rgba; #rrggbb and CSS names on input; white unless given or said by a texture. */
  base_color?: Color;
  /** 0 for what is not metal, 1 for metal; 0 unless given or said by a texture. */
  metallic?: number;
  /** 0 for a mirror, 1 for chalk; 0.5 unless given or said by a texture. */
  roughness?: number;
  /** 0 for invisible, 1 for solid; 1 unless given or said by a texture. */
  opacity?: number;
  /** How opacity is used: not at all, as a hard cut, or blended. */
  alpha_mode?: "opaque" | "mask" | "blend";
  /** Opacity under which `mask` cuts. */
  alpha_cutoff?: number;
  /** Whether faces show from behind; the host's own default when not given. */
  double_sided?: boolean;
  /** Colour of the light that it gives off, linear; black unless given or said by a texture. */
  emissive?: Color;
  /** Factor on `emissive`. Default: 1. */
  emissive_intensity?: number;
  /** Strength of the normal map, 1 as painted. */
  normal_scale?: number;
  /** Textures by what they say of the surface; null takes one off, what is not named stays as it is. */
  textures?: {
    /** Its colour. */
    base_color?: string | null;
    /** Its normals, in tangent space. */
    normal?: string | null;
    /** Where it is metal. */
    metallic?: string | null;
    /** Where it is rough. */
    roughness?: string | null;
    /** What it gives off. */
    emissive?: string | null;
    /** Where little light comes. */
    ambient_occlusion?: string | null;
    /** How far it stands out. */
    height?: string | null;
    /** Where it is solid. */
    opacity?: string | null;
  };
  /** Further settings of the shader by the host's own names, those that differ from its defaults. */
  shader_parameters?: Record<string, unknown>;
  /** Custom properties by name. */
  metadata?: Record<string, unknown>;
}

/** A patch: ids and whatever changes of materials. */
export interface MaterialUpdate {
  /** Ids or unique names of what this patch changes. */
  ids: Array<string>;
  /** The name that the artist sees; the host may number it to keep it unique. */
  name?: string;
  /** Which shading model; `custom` on reading one that is none of the others. Default: "pbr". */
  type?: "standard" | "pbr" | "lambert" | "phong" | "toon" | "custom";
  /** Colour of the surface, linear rgba; #rrggbb and CSS names on input; white unless given or said by a texture. */
  base_color?: Color;
  /** 0 for what is not metal, 1 for metal; 0 unless given or said by a texture. */
  metallic?: number;
  /** 0 for a mirror, 1 for chalk; 0.5 unless given or said by a texture. */
  roughness?: number;
  /** 0 for invisible, 1 for solid; 1 unless given or said by a texture. */
  opacity?: number;
  /** How opacity is used: not at all, as a hard cut, or blended. */
  alpha_mode?: "opaque" | "mask" | "blend";
  /** Opacity under which `mask` cuts. */
  alpha_cutoff?: number;
  /** Whether faces show from behind; the host's own default when not given. */
  double_sided?: boolean;
  /** Colour of the light that it gives off, linear; black unless given or said by a texture. */
  emissive?: Color;
  /** Factor on `emissive`. Default: 1. */
  emissive_intensity?: number;
  /** Strength of the normal map, 1 as painted. */
  normal_scale?: number;
  /** Textures by what they say of the surface; null takes one off, what is not named stays as it is. */
  textures?: {
    /** Its colour. */
    base_color?: string | null;
    /** Its normals, in tangent space. */
    normal?: string | null;
    /** Where it is metal. */
    metallic?: string | null;
    /** Where it is rough. */
    roughness?: string | null;
    /** What it gives off. */
    emissive?: string | null;
    /** Where little light comes. */
    ambient_occlusion?: string | null;
    /** How far it stands out. */
    height?: string | null;
    /** Where it is solid. */
    opacity?: string | null;
  };
  /** Further settings of the shader by the host's own names, those that differ from its defaults. */
  shader_parameters?: Record<string, unknown>;
  /** Custom properties by name. */
  metadata?: Record<string, unknown>;
}

/** Filters of `list_materials`. */
export interface MaterialFilter {
  /** Opaque id that survives renaming. */
  id?: Filter<string>;
  /** The name that the artist sees; the host may number it to keep it unique. */
  name?: Filter<string>;
  /** Which shading model; `custom` on reading one that is none of the others. Default: "pbr". */
  type?: Filter<"standard" | "pbr" | "lambert" | "phong" | "toon" | "custom">;
  /** 0 for what is not metal, 1 for metal; 0 unless given or said by a texture. */
  metallic?: Filter<number>;
  /** 0 for a mirror, 1 for chalk; 0.5 unless given or said by a texture. */
  roughness?: Filter<number>;
  /** 0 for invisible, 1 for solid; 1 unless given or said by a texture. */
  opacity?: Filter<number>;
  /** How opacity is used: not at all, as a hard cut, or blended. */
  alpha_mode?: Filter<"opaque" | "mask" | "blend">;
  /** Opacity under which `mask` cuts. */
  alpha_cutoff?: Filter<number>;
  /** Whether faces show from behind; the host's own default when not given. */
  double_sided?: Filter<boolean>;
  /** Factor on `emissive`. Default: 1. */
  emissive_intensity?: Filter<number>;
  /** Strength of the normal map, 1 as painted. */
  normal_scale?: Filter<number>;
}

/** A curve is a scene object: a NURBS or Bezier curve, or straight lines from point to point. */
export interface Curve {
  /** Opaque id that survives renaming. */
  id?: string;
  /** The name that the artist sees; the host may number it to keep it unique. */
  name?: string;
  /** What it is. */
  type?: "mesh" | "camera" | "light" | "empty" | "armature" | "curve" | "other";
  /** Position local to the parent, in scene units. Default: [0, 0, 0]. */
  position?: Vector3;
  /** Rotation local to the parent as [x, y, z, w]; {"euler": [90, 0, 0]} in degrees or {"matrix": [...]} on input. Default: [0, 0, 0, 1]. */
  rotation?: Quaternion;
  /** Scale factors local to the parent. Default: [1, 1, 1]. */
  scale?: Vector3;
  /** Its parent, null for none. */
  parent_id?: string | null;
  /** Its direct children. */
  child_ids?: Array<string>;
  /** Whether it shows in the viewport and in renders. Default: true. */
  visible?: boolean;
  /** Whether the artist is kept from selecting or moving it. Default: false. */
  locked?: boolean;
  /** Whether it casts shadows; the host's own default when not given. */
  cast_shadow?: boolean;
  /** Whether shadows fall on it; `not_supported` where a host has no such switch. */
  receive_shadow?: boolean;
  /** Order of drawing, least first; `not_supported` where a host has none. */
  render_order?: number;
  /** Custom properties by name. */
  metadata?: Record<string, unknown>;
  /** Box around it in world space, in scene units. */
  bounds?: {
    /** Least x, y, z. */
    min: Vector3;
    /** Greatest x, y, z. */
    max: Vector3;
  };
  /** World transform, row-major, acting on column vectors. */
  matrix_world?: Matrix4;
  /** What sort of curve. Default: "nurbs". */
  kind?: "nurbs" | "bezier" | "poly";
  /** Its points; of a curve of several pieces those of the first. */
  control_points?: Array<{
    /** Position local to the curve. */
    position: Vector3;
    /** How strongly it draws a NURBS curve. Default: 1. */
    weight?: number;
    /** Of a Bezier curve: where the tangent towards the point before ends. */
    handle_left?: Vector3;
    /** Of a Bezier curve: where the tangent towards the next point ends. */
    handle_right?: Vector3;
  }>;
  /** Degree of a NURBS curve, 3 when not given; a Bezier curve has 3, a `poly` 1. */
  degree?: number;
  /** Knot vector; `not_supported` where the host makes it itself. */
  knots?: Array<number>;
  /** Whether its end meets its start. Default: false. */
  closed?: boolean;
  /** How long it is, in scene units. */
  length?: number;
  /** Of how many pieces it is made. */
  piece_count?: number;
}

/** What `create_curves` takes. */
export interface CurveCreate {
  /** The name that the artist sees; the host may number it to keep it unique. */
  name?: string;
  /** Position local to the parent, in scene units. Default: [0, 0, 0]. */
  position?: Vector3;
  /** Rotation local to the parent as [x, y, z, w]; {"euler": [90, 0, 0]} in degrees or {"matrix": [...]} on input. Default: [0, 0, 0, 1]. */
  rotation?: Rotation;
  /** Scale factors local to the parent. Default: [1, 1, 1]. */
  scale?: Vector3;
  /** Its parent, null for none. */
  parent_id?: string | null;
  /** Whether it shows in the viewport and in renders. Default: true. */
  visible?: boolean;
  /** Whether the artist is kept from selecting or moving it. Default: false. */
  locked?: boolean;
  /** Whether it casts shadows; the host's own default when not given. */
  cast_shadow?: boolean;
  /** Whether shadows fall on it; `not_supported` where a host has no such switch. */
  receive_shadow?: boolean;
  /** Order of drawing, least first; `not_supported` where a host has none. */
  render_order?: number;
  /** Custom properties by name. */
  metadata?: Record<string, unknown>;
  /** What sort of curve. Default: "nurbs". */
  kind?: "nurbs" | "bezier" | "poly";
  /** Its points; of a curve of several pieces those of the first. */
  control_points: Array<{
    /** Position local to the curve. */
    position: Vector3;
    /** How strongly it draws a NURBS curve. Default: 1. */
    weight?: number;
    /** Of a Bezier curve: where the tangent towards the point before ends. */
    handle_left?: Vector3;
    /** Of a Bezier curve: where the tangent towards the next point ends. */
    handle_right?: Vector3;
  }>;
  /** Degree of a NURBS curve, 3 when not given; a Bezier curve has 3, a `poly` 1. */
  degree?: number;
  /** Knot vector; `not_supported` where the host makes it itself. */
  knots?: Array<number>;
  /** Whether its end meets its start. Default: false. */
  closed?: boolean;
}

/** A patch: ids and whatever changes of curves. */
export interface CurveUpdate {
  /** Ids or unique names of what this patch changes. */
  ids: Array<string>;
  /** The name that the artist sees; the host may number it to keep it unique. */
  name?: string;
  /** Position local to the parent, in scene units. Default: [0, 0, 0]. */
  position?: Vector3;
  /** Rotation local to the parent as [x, y, z, w]; {"euler": [90, 0, 0]} in degrees or {"matrix": [...]} on input. Default: [0, 0, 0, 1]. */
  rotation?: Rotation;
  /** Scale factors local to the parent. Default: [1, 1, 1]. */
  scale?: Vector3;
  /** Its parent, null for none. */
  parent_id?: string | null;
  /** Whether it shows in the viewport and in renders. Default: true. */
  visible?: boolean;
  /** Whether the artist is kept from selecting or moving it. Default: false. */
  locked?: boolean;
  /** Whether it casts shadows; the host's own default when not given. */
  cast_shadow?: boolean;
  /** Whether shadows fall on it; `not_supported` where a host has no such switch. */
  receive_shadow?: boolean;
  /** Order of drawing, least first; `not_supported` where a host has none. */
  render_order?: number;
  /** Custom properties by name. */
  metadata?: Record<string, unknown>;
  /** Its points; of a curve of several pieces those of the first. */
  control_points?: Array<{
    /** Position local to the curve. */
    position: Vector3;
    /** How strongly it draws a NURBS curve. Default: 1. */
    weight?: number;
    /** Of a Bezier curve: where the tangent towards the point before ends. */
    handle_left?: Vector3;
    /** Of a Bezier curve: where the tangent towards the next point ends. */
    handle_right?: Vector3;
  }>;
  /** Degree of a NURBS curve, 3 when not given; a Bezier curve has 3, a `poly` 1. */
  degree?: number;
  /** Knot vector; `not_supported` where the host makes it itself. */
  knots?: Array<number>;
  /** Whether its end meets its start. Default: false. */
  closed?: boolean;
}

/** Filters of `list_curves`. */
export interface CurveFilter {
  /** Opaque id that survives renaming. */
  id?: Filter<string>;
  /** The name that the artist sees; the host may number it to keep it unique. */
  name?: Filter<string>;
  /** What it is. */
  type?: Filter<"mesh" | "camera" | "light" | "empty" | "armature" | "curve" | "other">;
  /** Its parent, null for none. */
  parent_id?: Filter<string | null>;
  /** Whether it shows in the viewport and in renders. Default: true. */
  visible?: Filter<boolean>;
  /** Whether the artist is kept from selecting or moving it. Default: false. */
  locked?: Filter<boolean>;
  /** Whether it casts shadows; the host's own default when not given. */
  cast_shadow?: Filter<boolean>;
  /** Whether shadows fall on it; `not_supported` where a host has no such switch. */
  receive_shadow?: Filter<boolean>;
  /** Order of drawing, least first; `not_supported` where a host has none. */
  render_order?: Filter<number>;
  /** What sort of curve. Default: "nurbs". */
  kind?: Filter<"nurbs" | "bezier" | "poly">;
  /** Degree of a NURBS curve, 3 when not given; a Bezier curve has 3, a `poly` 1. */
  degree?: Filter<number>;
  /** Whether its end meets its start. Default: false. */
  closed?: Filter<boolean>;
  /** How long it is, in scene units. */
  length?: Filter<number>;
  /** Of how many pieces it is made. */
  piece_count?: Filter<number>;
}

/** A subdivision surface shows a mesh smoothed and finer than it is stored. */
export interface SubdivisionSurface {
  /** Opaque id that survives renaming. */
  id?: string;
  /** The name that the artist sees; the host may number it to keep it unique. */
  name?: string;
  /** The mesh that it subdivides. */
  base_mesh_id?: string;
  /** How often, in the viewport. Default: 1. */
  subdivision_level?: number;
  /** How often in renders; as in the viewport when not given. */
  render_level?: number;
  /** By which rule. Default: "catmull_clark". */
  scheme?: "catmull_clark" | "loop" | "bilinear";
  /** The edges of the mesh that stay sharp; all others have no crease then. */
  crease_edges?: Array<{
    /** The edge. */
    edge_id: string;
    /** How sharp it stays. */
    crease_weight: number;
  }>;
  /** What of an open boundary stays sharp: nothing, its edges, or its edges and corners. Default: "all". */
  boundary_interpolation?: "none" | "edges" | "all";
  /** Whether it takes effect. Default: true. */
  active?: boolean;
  /** Custom properties by name. */
  metadata?: Record<string, unknown>;
}

/** What `create_subdivision_surfaces` takes. */
export interface SubdivisionSurfaceCreate {
  /** The name that the artist sees; the host may number it to keep it unique. */
  name?: string;
  /** The mesh that it subdivides. */
  base_mesh_id: string;
  /** How often, in the viewport. Default: 1. */
  subdivision_level?: number;
  /** How often in renders; as in the viewport when not given. */
  render_level?: number;
  /** By which rule. Default: "catmull_clark". */
  scheme?: "catmull_clark" | "loop" | "bilinear";
  /** The edges of the mesh that stay sharp; all others have no crease then. */
  crease_edges?: Array<{
    /** The edge. */
    edge_id: string;
    /** How sharp it stays. */
    crease_weight: number;
  }>;
  /** What of an open boundary stays sharp: nothing, its edges, or its edges and corners. Default: "all". */
  boundary_interpolation?: "none" | "edges" | "all";
  /** Whether it takes effect. Default: true. */
  active?: boolean;
  /** Custom properties by name. */
  metadata?: Record<string, unknown>;
}

/** A patch: ids and whatever changes of subdivision_surfaces. */
export interface SubdivisionSurfaceUpdate {
  /** Ids or unique names of what this patch changes. */
  ids: Array<string>;
  /** The name that the artist sees; the host may number it to keep it unique. */
  name?: string;
  /** How often, in the viewport. Default: 1. */
  subdivision_level?: number;
  /** How often in renders; as in the viewport when not given. */
  render_level?: number;
  /** By which rule. Default: "catmull_clark". */
  scheme?: "catmull_clark" | "loop" | "bilinear";
  /** The edges of the mesh that stay sharp; all others have no crease then. */
  crease_edges?: Array<{
    /** The edge. */
    edge_id: string;
    /** How sharp it stays. */
    crease_weight: number;
  }>;
  /** What of an open boundary stays sharp: nothing, its edges, or its edges and corners. Default: "all". */
  boundary_interpolation?: "none" | "edges" | "all";
  /** Whether it takes effect. Default: true. */
  active?: boolean;
  /** Custom properties by name. */
  metadata?: Record<string, unknown>;
}

/** Filters of `list_subdivision_surfaces`. */
export interface SubdivisionSurfaceFilter {
  /** Opaque id that survives renaming. */
  id?: Filter<string>;
  /** The name that the artist sees; the host may number it to keep it unique. */
  name?: Filter<string>;
  /** The mesh that it subdivides. */
  base_mesh_id?: Filter<string>;
  /** How often, in the viewport. Default: 1. */
  subdivision_level?: Filter<number>;
  /** How often in renders; as in the viewport when not given. */
  render_level?: Filter<number>;
  /** By which rule. Default: "catmull_clark". */
  scheme?: Filter<"catmull_clark" | "loop" | "bilinear">;
  /** What of an open boundary stays sharp: nothing, its edges, or its edges and corners. Default: "all". */
  boundary_interpolation?: Filter<"none" | "edges" | "all">;
  /** Whether it takes effect. Default: true. */
  active?: Filter<boolean>;
}

/** A clip keeps the animation of one or more nodes (an action in Blender, a clip in Maya, a sequence in Unreal). */
export interface Clip {
  /** Opaque id that survives renaming. */
  id?: string;
  /** The name that the artist sees; the host may number it to keep it unique. */
  name?: string;
  /** Where it begins; its first keyframe when nobody has said. */
  start_time?: number;
  /** How long it is; up to its last keyframe when nobody has said. */
  duration?: number;
  /** Frames per second of the clip itself. */
  frame_rate?: number;
  /** Whether it is meant to be repeated, its end leading into its start. Default: false. */
  loop?: boolean;
  /** How many times as fast it is played. */
  speed?: number;
  /** Whether it takes effect wherever it is used. */
  enabled?: boolean;
  /** The nodes that play it. */
  node_ids?: Array<string>;
  /** Custom properties by name. */
  metadata?: Record<string, unknown>;
}

/** What `create_clips` takes. */
export interface ClipCreate {
  /** The name that the artist sees; the host may number it to keep it unique. */
  name?: string;
  /** Where it begins; its first keyframe when nobody has said. */
  start_time?: Time;
  /** How long it is; up to its last keyframe when nobody has said. */
  duration?: Time;
  /** Frames per second of the clip itself. */
  frame_rate?: number;
  /** Whether it is meant to be repeated, its end leading into its start. Default: false. */
  loop?: boolean;
  /** How many times as fast it is played. */
  speed?: number;
  /** Whether it takes effect wherever it is used. */
  enabled?: boolean;
  /** Custom properties by name. */
  metadata?: Record<string, unknown>;
}

/** A patch: ids and whatever changes of clips. */
export interface ClipUpdate {
  /** Ids or unique names of what this patch changes. */
  ids: Array<string>;
  /** The name that the artist sees; the host may number it to keep it unique. */
  name?: string;
  /** Where it begins; its first keyframe when nobody has said. */
  start_time?: Time;
  /** How long it is; up to its last keyframe when nobody has said. */
  duration?: Time;
  /** Frames per second of the clip itself. */
  frame_rate?: number;
  /** Whether it is meant to be repeated, its end leading into its start. Default: false. */
  loop?: boolean;
  /** How many times as fast it is played. */
  speed?: number;
  /** Whether it takes effect wherever it is used. */
  enabled?: boolean;
  /** Custom properties by name. */
  metadata?: Record<string, unknown>;
}

/** Filters of `list_clips`. */
export interface ClipFilter {
  /** Opaque id that survives renaming. */
  id?: Filter<string>;
  /** The name that the artist sees; the host may number it to keep it unique. */
  name?: Filter<string>;
  /** Where it begins; its first keyframe when nobody has said. */
  start_time?: Filter<number>;
  /** How long it is; up to its last keyframe when nobody has said. */
  duration?: Filter<number>;
  /** Frames per second of the clip itself. */
  frame_rate?: Filter<number>;
  /** Whether it is meant to be repeated, its end leading into its start. Default: false. */
  loop?: Filter<boolean>;
  /** How many times as fast it is played. */
  speed?: Filter<number>;
  /** Whether it takes effect wherever it is used. */
  enabled?: Filter<boolean>;
}

/** A channel animates one number of a node in a clip; keyframes lie on it. */
export interface Channel {
  /** Opaque id that survives renaming of node and clip. */
  id?: string;
  /** `clip/path`. */
  name?: string;
  /** The node; a joint is taken too, and told as its rig. Null on reading while no node plays the clip. */
  node_id?: string | null;
  /** Which number: `position.x`, `rotation.z` (Euler degrees), `quaternion.w`, `scale.y`, or the host's own path (`hide_render`, `modifiers["Bevel"].width`). That of the pose of a joint is told as `joints["Hip"].quaternion.w`. */
  path?: string;
  /** Its clip; without it the one that the node plays, made when missing. */
  clip_id?: string;
  /** How many numbers: hosts animate each one by itself. */
  type?: "scalar";
  /** What the number is when nothing animates it and nobody set it. */
  default_value?: number;
  /** Whether it takes part, where a host tells that from `muted`. */
  enabled?: boolean;
  /** Whether the artist has switched it off. Default: false. */
  muted?: boolean;
  /** Whether the artist is kept from editing it. Default: false. */
  locked?: boolean;
  /** How it goes on before its first keyframe. Default: "constant". */
  extrapolation_pre?: "constant" | "linear" | "cycle" | "cycle_with_offset" | "oscillate";
  /** How it goes on after its last keyframe. Default: "constant". */
  extrapolation_post?: "constant" | "linear" | "cycle" | "cycle_with_offset" | "oscillate";
  /** Custom properties by name. */
  metadata?: Record<string, unknown>;
}

/** What `create_channels` takes. */
export interface ChannelCreate {
  /** The node; a joint is taken too, and told as its rig. Null on reading while no node plays the clip. */
  node_id: string | null;
  /** Which number: `position.x`, `rotation.z` (Euler degrees), `quaternion.w`, `scale.y`, or the host's own path (`hide_render`, `modifiers["Bevel"].width`). That of the pose of a joint is told as `joints["Hip"].quaternion.w`. */
  path: string;
  /** Its clip; without it the one that the node plays, made when missing. */
  clip_id?: string;
  /** Whether it takes part, where a host tells that from `muted`. */
  enabled?: boolean;
  /** Whether the artist has switched it off. Default: false. */
  muted?: boolean;
  /** Whether the artist is kept from editing it. Default: false. */
  locked?: boolean;
  /** How it goes on before its first keyframe. Default: "constant". */
  extrapolation_pre?: "constant" | "linear" | "cycle" | "cycle_with_offset" | "oscillate";
  /** How it goes on after its last keyframe. Default: "constant". */
  extrapolation_post?: "constant" | "linear" | "cycle" | "cycle_with_offset" | "oscillate";
  /** Custom properties by name. */
  metadata?: Record<string, unknown>;
}

/** A patch: ids and whatever changes of channels. */
export interface ChannelUpdate {
  /** Ids or unique names of what this patch changes. */
  ids: Array<string>;
  /** Whether it takes part, where a host tells that from `muted`. */
  enabled?: boolean;
  /** Whether the artist has switched it off. Default: false. */
  muted?: boolean;
  /** Whether the artist is kept from editing it. Default: false. */
  locked?: boolean;
  /** How it goes on before its first keyframe. Default: "constant". */
  extrapolation_pre?: "constant" | "linear" | "cycle" | "cycle_with_offset" | "oscillate";
  /** How it goes on after its last keyframe. Default: "constant". */
  extrapolation_post?: "constant" | "linear" | "cycle" | "cycle_with_offset" | "oscillate";
  /** Custom properties by name. */
  metadata?: Record<string, unknown>;
}

/** Filters of `list_channels`. */
export interface ChannelFilter {
  /** Opaque id that survives renaming of node and clip. */
  id?: Filter<string>;
  /** `clip/path`. */
  name?: Filter<string>;
  /** The node; a joint is taken too, and told as its rig. Null on reading while no node plays the clip. */
  node_id?: Filter<string | null>;
  /** Which number: `position.x`, `rotation.z` (Euler degrees), `quaternion.w`, `scale.y`, or the host's own path (`hide_render`, `modifiers["Bevel"].width`). That of the pose of a joint is told as `joints["Hip"].quaternion.w`. */
  path?: Filter<string>;
  /** Its clip; without it the one that the node plays, made when missing. */
  clip_id?: Filter<string>;
  /** How many numbers: hosts animate each one by itself. */
  type?: Filter<"scalar">;
  /** What the number is when nothing animates it and nobody set it. */
  default_value?: Filter<number>;
  /** Whether it takes part, where a host tells that from `muted`. */
  enabled?: Filter<boolean>;
  /** Whether the artist has switched it off. Default: false. */
  muted?: Filter<boolean>;
  /** Whether the artist is kept from editing it. Default: false. */
  locked?: Filter<boolean>;
  /** How it goes on before its first keyframe. Default: "constant". */
  extrapolation_pre?: Filter<"constant" | "linear" | "cycle" | "cycle_with_offset" | "oscillate">;
  /** How it goes on after its last keyframe. Default: "constant". */
  extrapolation_post?: Filter<"constant" | "linear" | "cycle" | "cycle_with_offset" | "oscillate">;
}

/** An animation curve is what a channel's number is over time: all its keyframes at once, as arrays, and how it goes on beyond them. A channel says what is animated and has a curve as soon as it has a keyframe (in Blender both are the F-curve); deleting the curve leaves the channel empty. */
export interface AnimCurve {
  /** Opaque id that survives renaming of node and clip. */
  id?: string;
  /** `clip/path`. */
  name?: string;
  /** Its channel; or give `node_id` and `path`. */
  channel_id?: string;
  /** The node or joint, in place of `channel_id`; clip and channel are made when missing. */
  node_id?: string | null;
  /** Which number of the node, as in channels: `rotation.x`. */
  path?: string;
  /** When its keyframes are, rising, shape [n]. */
  times?: NumberArray;
  /** The number at each of them: degrees for `rotation.x`, scene units for `position.x`, shape [n]. */
  values?: NumberArray;
  /** How it goes on from all of its keyframes; left out on reading where they differ. */
  interpolation_type?: "linear" | "step" | "bezier" | "hermite" | "catmull" | "constant";
  /** How it goes on before its first keyframe. Default: "constant". */
  pre_infinity?: "constant" | "linear" | "cycle" | "cycle_with_offset" | "oscillate";
  /** How it goes on after its last keyframe. Default: "constant". */
  post_infinity?: "constant" | "linear" | "cycle" | "cycle_with_offset" | "oscillate";
  /** Whether handles have lengths of their own, beside directions. */
  weighted_tangents?: boolean;
  /** How many keyframes it has. */
  keyframe_count?: number;
  /** Its first keyframe. */
  start_time?: number;
  /** Its last keyframe. */
  end_time?: number;
  /** The least of its values. */
  minimum?: number;
  /** The greatest of its values. */
  maximum?: number;
  /** Custom properties by name. */
  metadata?: Record<string, unknown>;
}

/** What `create_anim_curves` takes. */
export interface AnimCurveCreate {
  /** Its channel; or give `node_id` and `path`. */
  channel_id?: string;
  /** The node or joint, in place of `channel_id`; clip and channel are made when missing. */
  node_id?: string | null;
  /** Which number of the node, as in channels: `rotation.x`. */
  path?: string;
  /** When its keyframes are, rising, shape [n]. */
  times: NumberArray;
  /** The number at each of them: degrees for `rotation.x`, scene units for `position.x`, shape [n]. */
  values: NumberArray;
  /** How it goes on from all of its keyframes; left out on reading where they differ. */
  interpolation_type?: "linear" | "step" | "bezier" | "hermite" | "catmull" | "constant";
  /** How it goes on before its first keyframe. Default: "constant". */
  pre_infinity?: "constant" | "linear" | "cycle" | "cycle_with_offset" | "oscillate";
  /** How it goes on after its last keyframe. Default: "constant". */
  post_infinity?: "constant" | "linear" | "cycle" | "cycle_with_offset" | "oscillate";
  /** Whether handles have lengths of their own, beside directions. */
  weighted_tangents?: boolean;
  /** Custom properties by name. */
  metadata?: Record<string, unknown>;
}

/** A patch: ids and whatever changes of anim_curves. */
export interface AnimCurveUpdate {
  /** Ids or unique names of what this patch changes. */
  ids: Array<string>;
  /** When its keyframes are, rising, shape [n]. */
  times?: NumberArray;
  /** The number at each of them: degrees for `rotation.x`, scene units for `position.x`, shape [n]. */
  values?: NumberArray;
  /** How it goes on from all of its keyframes; left out on reading where they differ. */
  interpolation_type?: "linear" | "step" | "bezier" | "hermite" | "catmull" | "constant";
  /** How it goes on before its first keyframe. Default: "constant". */
  pre_infinity?: "constant" | "linear" | "cycle" | "cycle_with_offset" | "oscillate";
  /** How it goes on after its last keyframe. Default: "constant". */
  post_infinity?: "constant" | "linear" | "cycle" | "cycle_with_offset" | "oscillate";
  /** Whether handles have lengths of their own, beside directions. */
  weighted_tangents?: boolean;
  /** Custom properties by name. */
  metadata?: Record<string, unknown>;
}

/** Filters of `list_anim_curves`. */
export interface AnimCurveFilter {
  /** Opaque id that survives renaming of node and clip. */
  id?: Filter<string>;
  /** `clip/path`. */
  name?: Filter<string>;
  /** Its channel; or give `node_id` and `path`. */
  channel_id?: Filter<string>;
  /** The node or joint, in place of `channel_id`; clip and channel are made when missing. */
  node_id?: Filter<string | null>;
  /** Which number of the node, as in channels: `rotation.x`. */
  path?: Filter<string>;
  /** How it goes on from all of its keyframes; left out on reading where they differ. */
  interpolation_type?: Filter<"linear" | "step" | "bezier" | "hermite" | "catmull" | "constant">;
  /** How it goes on before its first keyframe. Default: "constant". */
  pre_infinity?: Filter<"constant" | "linear" | "cycle" | "cycle_with_offset" | "oscillate">;
  /** How it goes on after its last keyframe. Default: "constant". */
  post_infinity?: Filter<"constant" | "linear" | "cycle" | "cycle_with_offset" | "oscillate">;
  /** Whether handles have lengths of their own, beside directions. */
  weighted_tangents?: Filter<boolean>;
  /** How many keyframes it has. */
  keyframe_count?: Filter<number>;
  /** Its first keyframe. */
  start_time?: Filter<number>;
  /** Its last keyframe. */
  end_time?: Filter<number>;
  /** The least of its values. */
  minimum?: Filter<number>;
  /** The greatest of its values. */
  maximum?: Filter<number>;
}

/** A keyframe is the value of a channel at one time; setting another one at the same time replaces it. */
export interface Keyframe {
  /** Opaque id that survives moving it in time. */
  id?: string;
  /** `clip/path/frame`. */
  name?: string;
  /** Its channel; or give `node_id` and `path`. */
  channel_id?: string;
  /** The node or joint, in place of `channel_id`; clip and channel are made when missing. */
  node_id?: string | null;
  /** Which number of the node, as in channels: `rotation.x`. */
  path?: string;
  /** When, in seconds; {"frame": 30} on input. */
  time?: number;
  /** The number: degrees for `rotation.x`, scene units for `position.x`. */
  value?: number;
  /** How the value comes to it from the one before. */
  interpolation_in?: "linear" | "step" | "bezier" | "hermite" | "catmull" | "constant";
  /** How the value goes on to the next one. */
  interpolation_out?: "linear" | "step" | "bezier" | "hermite" | "catmull" | "constant";
  /** Handle on its left, from the keyframe: [seconds, value], seconds not above 0. */
  tangent_in?: Vector2;
  /** Handle on its right, from the keyframe: [seconds, value], seconds not below 0. */
  tangent_out?: Vector2;
  /** Whether it is a breakdown between two keys. Default: false. */
  is_breakdown?: boolean;
  /** Custom properties by name. */
  metadata?: Record<string, unknown>;
}

/** What `create_keyframes` takes. */
export interface KeyframeCreate {
  /** Its channel; or give `node_id` and `path`. */
  channel_id?: string;
  /** The node or joint, in place of `channel_id`; clip and channel are made when missing. */
  node_id?: string | null;
  /** Which number of the node, as in channels: `rotation.x`. */
  path?: string;
  /** When, in seconds; {"frame": 30} on input. */
  time: Time;
  /** The number: degrees for `rotation.x`, scene units for `position.x`. */
  value: number;
  /** How the value comes to it from the one before. */
  interpolation_in?: "linear" | "step" | "bezier" | "hermite" | "catmull" | "constant";
  /** How the value goes on to the next one. */
  interpolation_out?: "linear" | "step" | "bezier" | "hermite" | "catmull" | "constant";
  /** Handle on its left, from the keyframe: [seconds, value], seconds not above 0. */
  tangent_in?: Vector2;
  /** Handle on its right, from the keyframe: [seconds, value], seconds not below 0. */
  tangent_out?: Vector2;
  /** Whether it is a breakdown between two keys. Default: false. */
  is_breakdown?: boolean;
  /** Custom properties by name. */
  metadata?: Record<string, unknown>;
}

/** A patch: ids and whatever changes of keyframes. */
export interface KeyframeUpdate {
  /** Ids or unique names of what this patch changes. */
  ids: Array<string>;
  /** When, in seconds; {"frame": 30} on input. */
  time?: Time;
  /** The number: degrees for `rotation.x`, scene units for `position.x`. */
  value?: number;
  /** How the value comes to it from the one before. */
  interpolation_in?: "linear" | "step" | "bezier" | "hermite" | "catmull" | "constant";
  /** How the value goes on to the next one. */
  interpolation_out?: "linear" | "step" | "bezier" | "hermite" | "catmull" | "constant";
  /** Handle on its left, from the keyframe: [seconds, value], seconds not above 0. */
  tangent_in?: Vector2;
  /** Handle on its right, from the keyframe: [seconds, value], seconds not below 0. */
  tangent_out?: Vector2;
  /** Whether it is a breakdown between two keys. Default: false. */
  is_breakdown?: boolean;
  /** Custom properties by name. */
  metadata?: Record<string, unknown>;
}

/** Filters of `list_keyframes`. */
export interface KeyframeFilter {
  /** Opaque id that survives moving it in time. */
  id?: Filter<string>;
  /** `clip/path/frame`. */
  name?: Filter<string>;
  /** Its channel; or give `node_id` and `path`. */
  channel_id?: Filter<string>;
  /** The node or joint, in place of `channel_id`; clip and channel are made when missing. */
  node_id?: Filter<string | null>;
  /** Which number of the node, as in channels: `rotation.x`. */
  path?: Filter<string>;
  /** When, in seconds; {"frame": 30} on input. */
  time?: Filter<number>;
  /** The number: degrees for `rotation.x`, scene units for `position.x`. */
  value?: Filter<number>;
  /** How the value comes to it from the one before. */
  interpolation_in?: Filter<"linear" | "step" | "bezier" | "hermite" | "catmull" | "constant">;
  /** How the value goes on to the next one. */
  interpolation_out?: Filter<"linear" | "step" | "bezier" | "hermite" | "catmull" | "constant">;
  /** Whether it is a breakdown between two keys. Default: false. */
  is_breakdown?: Filter<boolean>;
}

/** A layer plays clips on a node, one after the other, over those of the layers before it (an NLA track in Blender). */
export interface Layer {
  /** Opaque id that survives renaming. */
  id?: string;
  /** The name that the artist sees, unique on its node. */
  name?: string;
  /** The node that it moves; it stays the same. */
  node_id?: string;
  /** Where it stands among the layers of its node, from below. */
  order?: number;
  /** The layer that it lies in; null where layers do not nest. */
  parent_id?: string | null;
  /** What it plays, in order of time. On input clips that it has stay where they are, others follow the last one. */
  clip_ids?: Array<string>;
  /** How much of it counts, for all its clips; left out on reading where they differ or follow curves of their own. Default: 1. */
  weight?: number;
  /** Whether it is added to the layers before it, in place of replacing them. Default: false. */
  additive?: boolean;
  /** Whether it alone of the node's layers plays. Default: false. */
  solo?: boolean;
  /** Whether it is switched off. Default: false. */
  muted?: boolean;
  /** Whether the artist is kept from editing it. Default: false. */
  locked?: boolean;
  /** How each of the clips is played. */
  strips?: Array<{
    /** The clip that it plays. */
    clip_id: string;
    /** Where it begins in the scene. */
    start_time: number;
    /** Where it ends in the scene. */
    end_time: number;
    /** How much of it counts. */
    weight: number;
    /** How many times as fast as the clip itself it plays. */
    speed: number;
    /** How many times it plays the clip. */
    repeat: number;
    /** Whether it is switched off by itself. */
    muted: boolean;
  }>;
  /** Custom properties by name; `not_supported` where it has none. */
  metadata?: Record<string, unknown>;
}

/** What `create_layers` takes. */
export interface LayerCreate {
  /** The name that the artist sees, unique on its node. */
  name?: string;
  /** The node that it moves; it stays the same. */
  node_id: string;
  /** The layer that it lies in; null where layers do not nest. */
  parent_id?: string | null;
  /** What it plays, in order of time. On input clips that it has stay where they are, others follow the last one. */
  clip_ids?: Array<string>;
  /** How much of it counts, for all its clips; left out on reading where they differ or follow curves of their own. Default: 1. */
  weight?: number;
  /** Whether it is added to the layers before it, in place of replacing them. Default: false. */
  additive?: boolean;
  /** Whether it alone of the node's layers plays. Default: false. */
  solo?: boolean;
  /** Whether it is switched off. Default: false. */
  muted?: boolean;
  /** Whether the artist is kept from editing it. Default: false. */
  locked?: boolean;
  /** Custom properties by name; `not_supported` where it has none. */
  metadata?: Record<string, unknown>;
}

/** A patch: ids and whatever changes of layers. */
export interface LayerUpdate {
  /** Ids or unique names of what this patch changes. */
  ids: Array<string>;
  /** The name that the artist sees, unique on its node. */
  name?: string;
  /** The layer that it lies in; null where layers do not nest. */
  parent_id?: string | null;
  /** What it plays, in order of time. On input clips that it has stay where they are, others follow the last one. */
  clip_ids?: Array<string>;
  /** How much of it counts, for all its clips; left out on reading where they differ or follow curves of their own. Default: 1. */
  weight?: number;
  /** Whether it is added to the layers before it, in place of replacing them. Default: false. */
  additive?: boolean;
  /** Whether it alone of the node's layers plays. Default: false. */
  solo?: boolean;
  /** Whether it is switched off. Default: false. */
  muted?: boolean;
  /** Whether the artist is kept from editing it. Default: false. */
  locked?: boolean;
  /** Custom properties by name; `not_supported` where it has none. */
  metadata?: Record<string, unknown>;
}

/** Filters of `list_layers`. */
export interface LayerFilter {
  /** Opaque id that survives renaming. */
  id?: Filter<string>;
  /** The name that the artist sees, unique on its node. */
  name?: Filter<string>;
  /** The node that it moves; it stays the same. */
  node_id?: Filter<string>;
  /** Where it stands among the layers of its node, from below. */
  order?: Filter<number>;
  /** The layer that it lies in; null where layers do not nest. */
  parent_id?: Filter<string | null>;
  /** How much of it counts, for all its clips; left out on reading where they differ or follow curves of their own. Default: 1. */
  weight?: Filter<number>;
  /** Whether it is added to the layers before it, in place of replacing them. Default: false. */
  additive?: Filter<boolean>;
  /** Whether it alone of the node's layers plays. Default: false. */
  solo?: Filter<boolean>;
  /** Whether it is switched off. Default: false. */
  muted?: Filter<boolean>;
  /** Whether the artist is kept from editing it. Default: false. */
  locked?: Filter<boolean>;
}

/** A driver computes a number of a node from numbers of others, whenever those change. Its expression works in the host's own numbers: angles are radians. */
export interface Driver {
  /** Opaque id that survives renaming of the node. */
  id?: string;
  /** `node/path`. */
  name?: string;
  /** The node whose number it computes; a joint is taken too, and told as its rig with the path from there. */
  target_node_id?: string;
  /** Which number: `position.x`, `constraints["Follow"].influence` (of a constraint or IK chain on it, by name), or the host's own path, also into the node's data (`data.energy`, `data.shape_keys.key_blocks["Smile"].value`) and its materials. */
  target_path?: string;
  /** What it makes of its variables. Default: "expression". */
  type?: "expression" | "average" | "sum" | "minimum" | "maximum";
  /** Arithmetic over the variables: + - * / ** %, comparisons, `a if b else c`, `frame`, and functions such as sin, min, max, abs, sqrt, radians, clamp, lerp. Without it what the number is now. Python proper is refused. */
  expression?: string;
  /** What the expression works with; on input one of the same name is changed, one that is missing is removed. Default: []. */
  variables?: Array<{
    /** What the expression calls it. */
    name: string;
    /** The node, or joint, that it is read from; null on reading where it is neither. */
    source_node_id?: string | null;
    /** Which number of it, in place of `transform`: `position.x`, or the host's own path (`["switch"]`). */
    source_path?: string;
    /** What of its transform, with constraints and parents, in place of `source_path`. */
    transform?: "position.x" | "position.y" | "position.z" | "rotation.x" | "rotation.y" | "rotation.z" | "rotation.w" | "scale.x" | "scale.y" | "scale.z" | "scale" | "distance" | "rotation_difference";
    /** What `transform` is told in; world when not given. */
    space?: "world" | "transform" | "local";
    /** The other end of `distance` and `rotation_difference`. */
    other_node_id?: string;
  }>;
  /** Whether it computes at all. Default: true. */
  enabled?: boolean;
  /** Whether the host could compute it the last time. */
  valid?: boolean;
  /** Custom properties by name; `not_supported` where it has none. */
  metadata?: Record<string, unknown>;
}

/** What `create_drivers` takes. */
export interface DriverCreate {
  /** The node whose number it computes; a joint is taken too, and told as its rig with the path from there. */
  target_node_id: string;
  /** Which number: `position.x`, `constraints["Follow"].influence` (of a constraint or IK chain on it, by name), or the host's own path, also into the node's data (`data.energy`, `data.shape_keys.key_blocks["Smile"].value`) and its materials. */
  target_path: string;
  /** What it makes of its variables. Default: "expression". */
  type?: "expression" | "average" | "sum" | "minimum" | "maximum";
  /** Arithmetic over the variables: + - * / ** %, comparisons, `a if b else c`, `frame`, and functions such as sin, min, max, abs, sqrt, radians, clamp, lerp. Without it what the number is now. Python proper is refused. */
  expression?: string;
  /** What the expression works with; on input one of the same name is changed, one that is missing is removed. Default: []. */
  variables?: Array<{
    /** What the expression calls it. */
    name: string;
    /** The node, or joint, that it is read from; null on reading where it is neither. */
    source_node_id?: string | null;
    /** Which number of it, in place of `transform`: `position.x`, or the host's own path (`["switch"]`). */
    source_path?: string;
    /** What of its transform, with constraints and parents, in place of `source_path`. */
    transform?: "position.x" | "position.y" | "position.z" | "rotation.x" | "rotation.y" | "rotation.z" | "rotation.w" | "scale.x" | "scale.y" | "scale.z" | "scale" | "distance" | "rotation_difference";
    /** What `transform` is told in; world when not given. */
    space?: "world" | "transform" | "local";
    /** The other end of `distance` and `rotation_difference`. */
    other_node_id?: string;
  }>;
  /** Whether it computes at all. Default: true. */
  enabled?: boolean;
  /** Custom properties by name; `not_supported` where it has none. */
  metadata?: Record<string, unknown>;
}

/** A patch: ids and whatever changes of drivers. */
export interface DriverUpdate {
  /** Ids or unique names of what this patch changes. */
  ids: Array<string>;
  /** What it makes of its variables. Default: "expression". */
  type?: "expression" | "average" | "sum" | "minimum" | "maximum";
  /** Arithmetic over the variables: + - * / ** %, comparisons, `a if b else c`, `frame`, and functions such as sin, min, max, abs, sqrt, radians, clamp, lerp. Without it what the number is now. Python proper is refused. */
  expression?: string;
  /** What the expression works with; on input one of the same name is changed, one that is missing is removed. Default: []. */
  variables?: Array<{
    /** What the expression calls it. */
    name: string;
    /** The node, or joint, that it is read from; null on reading where it is neither. */
    source_node_id?: string | null;
    /** Which number of it, in place of `transform`: `position.x`, or the host's own path (`["switch"]`). */
    source_path?: string;
    /** What of its transform, with constraints and parents, in place of `source_path`. */
    transform?: "position.x" | "position.y" | "position.z" | "rotation.x" | "rotation.y" | "rotation.z" | "rotation.w" | "scale.x" | "scale.y" | "scale.z" | "scale" | "distance" | "rotation_difference";
    /** What `transform` is told in; world when not given. */
    space?: "world" | "transform" | "local";
    /** The other end of `distance` and `rotation_difference`. */
    other_node_id?: string;
  }>;
  /** Whether it computes at all. Default: true. */
  enabled?: boolean;
  /** Custom properties by name; `not_supported` where it has none. */
  metadata?: Record<string, unknown>;
}

/** Filters of `list_drivers`. */
export interface DriverFilter {
  /** Opaque id that survives renaming of the node. */
  id?: Filter<string>;
  /** `node/path`. */
  name?: Filter<string>;
  /** The node whose number it computes; a joint is taken too, and told as its rig with the path from there. */
  target_node_id?: Filter<string>;
  /** Which number: `position.x`, `constraints["Follow"].influence` (of a constraint or IK chain on it, by name), or the host's own path, also into the node's data (`data.energy`, `data.shape_keys.key_blocks["Smile"].value`) and its materials. */
  target_path?: Filter<string>;
  /** What it makes of its variables. Default: "expression". */
  type?: Filter<"expression" | "average" | "sum" | "minimum" | "maximum">;
  /** Arithmetic over the variables: + - * / ** %, comparisons, `a if b else c`, `frame`, and functions such as sin, min, max, abs, sqrt, radians, clamp, lerp. Without it what the number is now. Python proper is refused. */
  expression?: Filter<string>;
  /** Whether it computes at all. Default: true. */
  enabled?: Filter<boolean>;
  /** Whether the host could compute it the last time. */
  valid?: Filter<boolean>;
}

/** A camera is a scene object that looks along its own -Z axis with +Y up, whatever the host's own convention. */
export interface Camera {
  /** Opaque id that survives renaming. */
  id?: string;
  /** The name that the artist sees; the host may number it to keep it unique. */
  name?: string;
  /** What it is. */
  type?: "mesh" | "camera" | "light" | "empty" | "armature" | "curve" | "other";
  /** Position local to the parent, in scene units. Default: [0, 0, 0]. */
  position?: Vector3;
  /** Rotation local to the parent as [x, y, z, w]; {"euler": [90, 0, 0]} in degrees or {"matrix": [...]} on input. Default: [0, 0, 0, 1]. */
  rotation?: Quaternion;
  /** Scale factors local to the parent. Default: [1, 1, 1]. */
  scale?: Vector3;
  /** Its parent, null for none. */
  parent_id?: string | null;
  /** Its direct children. */
  child_ids?: Array<string>;
  /** Whether it shows in the viewport and in renders. Default: true. */
  visible?: boolean;
  /** Whether the artist is kept from selecting or moving it. Default: false. */
  locked?: boolean;
  /** Whether it casts shadows; the host's own default when not given. */
  cast_shadow?: boolean;
  /** Whether shadows fall on it; `not_supported` where a host has no such switch. */
  receive_shadow?: boolean;
  /** Order of drawing, least first; `not_supported` where a host has none. */
  render_order?: number;
  /** Custom properties by name. */
  metadata?: Record<string, unknown>;
  /** Box around it in world space, in scene units. */
  bounds?: {
    /** Least x, y, z. */
    min: Vector3;
    /** Greatest x, y, z. */
    max: Vector3;
  };
  /** World transform, row-major, acting on column vectors. */
  matrix_world?: Matrix4;
  /** How it projects. Default: "perspective". */
  projection?: "perspective" | "orthographic";
  /** Focal length in millimetres. Default: 50. */
  focal_length?: number;
  /** Width of the sensor in millimetres. Default: 36. */
  sensor_width?: number;
  /** Height of the sensor in millimetres. Default: 24. */
  sensor_height?: number;
  /** Width of what an orthographic camera sees, in scene units. */
  ortho_scale?: number;
  /** Nearest distance that it sees, in scene units. */
  near?: number;
  /** Farthest distance that it sees, in scene units. */
  far?: number;
  /** Distance in focus, in scene units; null when all is sharp. */
  focus_distance?: number | null;
  /** Aperture; the smaller, the less is in focus. */
  f_stop?: number;
  /** Whether the scene renders through it. */
  active?: boolean;
}

/** What `create_cameras` takes. */
export interface CameraCreate {
  /** The name that the artist sees; the host may number it to keep it unique. */
  name?: string;
  /** Position local to the parent, in scene units. Default: [0, 0, 0]. */
  position?: Vector3;
  /** Rotation local to the parent as [x, y, z, w]; {"euler": [90, 0, 0]} in degrees or {"matrix": [...]} on input. Default: [0, 0, 0, 1]. */
  rotation?: Rotation;
  /** Scale factors local to the parent. Default: [1, 1, 1]. */
  scale?: Vector3;
  /** Its parent, null for none. */
  parent_id?: string | null;
  /** Whether it shows in the viewport and in renders. Default: true. */
  visible?: boolean;
  /** Whether the artist is kept from selecting or moving it. Default: false. */
  locked?: boolean;
  /** Whether it casts shadows; the host's own default when not given. */
  cast_shadow?: boolean;
  /** Whether shadows fall on it; `not_supported` where a host has no such switch. */
  receive_shadow?: boolean;
  /** Order of drawing, least first; `not_supported` where a host has none. */
  render_order?: number;
  /** Custom properties by name. */
  metadata?: Record<string, unknown>;
  /** How it projects. Default: "perspective". */
  projection?: "perspective" | "orthographic";
  /** Focal length in millimetres. Default: 50. */
  focal_length?: number;
  /** Width of the sensor in millimetres. Default: 36. */
  sensor_width?: number;
  /** Height of the sensor in millimetres. Default: 24. */
  sensor_height?: number;
  /** Width of what an orthographic camera sees, in scene units. */
  ortho_scale?: number;
  /** Nearest distance that it sees, in scene units. */
  near?: number;
  /** Farthest distance that it sees, in scene units. */
  far?: number;
  /** Distance in focus, in scene units; null when all is sharp. */
  focus_distance?: number | null;
  /** Aperture; the smaller, the less is in focus. */
  f_stop?: number;
  /** Whether the scene renders through it. */
  active?: boolean;
}

/** A patch: ids and whatever changes of cameras. */
export interface CameraUpdate {
  /** Ids or unique names of what this patch changes. */
  ids: Array<string>;
  /** The name that the artist sees; the host may number it to keep it unique. */
  name?: string;
  /** Position local to the parent, in scene units. Default: [0, 0, 0]. */
  position?: Vector3;
  /** Rotation local to the parent as [x, y, z, w]; {"euler": [90, 0, 0]} in degrees or {"matrix": [...]} on input. Default: [0, 0, 0, 1]. */
  rotation?: Rotation;
  /** Scale factors local to the parent. Default: [1, 1, 1]. */
  scale?: Vector3;
  /** Its parent, null for none. */
  parent_id?: string | null;
  /** Whether it shows in the viewport and in renders. Default: true. */
  visible?: boolean;
  /** Whether the artist is kept from selecting or moving it. Default: false. */
  locked?: boolean;
  /** Whether it casts shadows; the host's own default when not given. */
  cast_shadow?: boolean;
  /** Whether shadows fall on it; `not_supported` where a host has no such switch. */
  receive_shadow?: boolean;
  /** Order of drawing, least first; `not_supported` where a host has none. */
  render_order?: number;
  /** Custom properties by name. */
  metadata?: Record<string, unknown>;
  /** How it projects. Default: "perspective". */
  projection?: "perspective" | "orthographic";
  /** Focal length in millimetres. Default: 50. */
  focal_length?: number;
  /** Width of the sensor in millimetres. Default: 36. */
  sensor_width?: number;
  /** Height of the sensor in millimetres. Default: 24. */
  sensor_height?: number;
  /** Width of what an orthographic camera sees, in scene units. */
  ortho_scale?: number;
  /** Nearest distance that it sees, in scene units. */
  near?: number;
  /** Farthest distance that it sees, in scene units. */
  far?: number;
  /** Distance in focus, in scene units; null when all is sharp. */
  focus_distance?: number | null;
  /** Aperture; the smaller, the less is in focus. */
  f_stop?: number;
  /** Whether the scene renders through it. */
  active?: boolean;
}

/** Filters of `list_cameras`. */
export interface CameraFilter {
  /** Opaque id that survives renaming. */
  id?: Filter<string>;
  /** The name that the artist sees; the host may number it to keep it unique. */
  name?: Filter<string>;
  /** What it is. */
  type?: Filter<"mesh" | "camera" | "light" | "empty" | "armature" | "curve" | "other">;
  /** Its parent, null for none. */
  parent_id?: Filter<string | null>;
  /** Whether it shows in the viewport and in renders. Default: true. */
  visible?: Filter<boolean>;
  /** Whether the artist is kept from selecting or moving it. Default: false. */
  locked?: Filter<boolean>;
  /** Whether it casts shadows; the host's own default when not given. */
  cast_shadow?: Filter<boolean>;
  /** Whether shadows fall on it; `not_supported` where a host has no such switch. */
  receive_shadow?: Filter<boolean>;
  /** Order of drawing, least first; `not_supported` where a host has none. */
  render_order?: Filter<number>;
  /** How it projects. Default: "perspective". */
  projection?: Filter<"perspective" | "orthographic">;
  /** Focal length in millimetres. Default: 50. */
  focal_length?: Filter<number>;
  /** Width of the sensor in millimetres. Default: 36. */
  sensor_width?: Filter<number>;
  /** Height of the sensor in millimetres. Default: 24. */
  sensor_height?: Filter<number>;
  /** Width of what an orthographic camera sees, in scene units. */
  ortho_scale?: Filter<number>;
  /** Nearest distance that it sees, in scene units. */
  near?: Filter<number>;
  /** Farthest distance that it sees, in scene units. */
  far?: Filter<number>;
  /** Distance in focus, in scene units; null when all is sharp. */
  focus_distance?: Filter<number | null>;
  /** Aperture; the smaller, the less is in focus. */
  f_stop?: Filter<number>;
  /** Whether the scene renders through it. */
  active?: Filter<boolean>;
}

/** A light is a scene object that shines along its own -Z axis (sun, spot, area) or all around (point). */
export interface Light {
  /** Opaque id that survives renaming. */
  id?: string;
  /** The name that the artist sees; the host may number it to keep it unique. */
  name?: string;
  /** What it is. */
  type?: "mesh" | "camera" | "light" | "empty" | "armature" | "curve" | "other";
  /** Position local to the parent, in scene units. Default: [0, 0, 0]. */
  position?: Vector3;
  /** Rotation local to the parent as [x, y, z, w]; {"euler": [90, 0, 0]} in degrees or {"matrix": [...]} on input. Default: [0, 0, 0, 1]. */
  rotation?: Quaternion;
  /** Scale factors local to the parent. Default: [1, 1, 1]. */
  scale?: Vector3;
  /** Its parent, null for none. */
  parent_id?: string | null;
  /** Its direct children. */
  child_ids?: Array<string>;
  /** Whether it shows in the viewport and in renders. Default: true. */
  visible?: boolean;
  /** Whether the artist is kept from selecting or moving it. Default: false. */
  locked?: boolean;
  /** Whether it casts shadows; the host's own default when not given. */
  cast_shadow?: boolean;
  /** Whether shadows fall on it; `not_supported` where a host has no such switch. */
  receive_shadow?: boolean;
  /** Order of drawing, least first; `not_supported` where a host has none. */
  render_order?: number;
  /** Custom properties by name. */
  metadata?: Record<string, unknown>;
  /** Box around it in world space, in scene units. */
  bounds?: {
    /** Least x, y, z. */
    min: Vector3;
    /** Greatest x, y, z. */
    max: Vector3;
  };
  /** World transform, row-major, acting on column vectors. */
  matrix_world?: Matrix4;
  /** What sort of light. Default: "point". */
  kind?: "point" | "sun" | "spot" | "area";
  /** Colour, linear rgba; #rrggbb and CSS names on input. Default: [1, 1, 1, 1]. */
  color?: Rgba;
  /** Power in watts; for a sun irradiance in watts per square metre. The host's own default when not given. */
  intensity?: number;
  /** Stops that double the intensity; `not_supported` where a host has none. */
  exposure?: number;
  /** Radius of what shines, in scene units: the larger, the softer the shadows. */
  radius?: number;
  /** Full angle of the cone of a spot, in radians. */
  spot_angle?: number;
  /** Softness of the edge of a spot's cone. */
  spot_blend?: number;
  /** Width of an area light, in scene units. */
  width?: number;
  /** Height of an area light, in scene units. */
  height?: number;
  /** Whether its light throws shadows. Default: true. */
  casts_shadow?: boolean;
}

/** What `create_lights` takes. */
export interface LightCreate {
  /** The name that the artist sees; the host may number it to keep it unique. */
  name?: string;
  /** Position local to the parent, in scene units. Default: [0, 0, 0]. */
  position?: Vector3;
  /** Rotation local to the parent as [x, y, z, w]; {"euler": [90, 0, 0]} in degrees or {"matrix": [...]} on input. Default: [0, 0, 0, 1]. */
  rotation?: Rotation;
  /** Scale factors local to the parent. Default: [1, 1, 1]. */
  scale?: Vector3;
  /** Its parent, null for none. */
  parent_id?: string | null;
  /** Whether it shows in the viewport and in renders. Default: true. */
  visible?: boolean;
  /** Whether the artist is kept from selecting or moving it. Default: false. */
  locked?: boolean;
  /** Whether it casts shadows; the host's own default when not given. */
  cast_shadow?: boolean;
  /** Whether shadows fall on it; `not_supported` where a host has no such switch. */
  receive_shadow?: boolean;
  /** Order of drawing, least first; `not_supported` where a host has none. */
  render_order?: number;
  /** Custom properties by name. */
  metadata?: Record<string, unknown>;
  /** What sort of light. Default: "point". */
  kind?: "point" | "sun" | "spot" | "area";
  /** Colour, linear rgba; #rrggbb and CSS names on input. Default: [1, 1, 1, 1]. */
  color?: Color;
  /** Power in watts; for a sun irradiance in watts per square metre. The host's own default when not given. */
  intensity?: number;
  /** Stops that double the intensity; `not_supported` where a host has none. */
  exposure?: number;
  /** Radius of what shines, in scene units: the larger, the softer the shadows. */
  radius?: number;
  /** Full angle of the cone of a spot, in radians. */
  spot_angle?: number;
  /** Softness of the edge of a spot's cone. */
  spot_blend?: number;
  /** Width of an area light, in scene units. */
  width?: number;
  /** Height of an area light, in scene units. */
  height?: number;
  /** Whether its light throws shadows. Default: true. */
  casts_shadow?: boolean;
}

/** A patch: ids and whatever changes of lights. */
export interface LightUpdate {
  /** Ids or unique names of what this patch changes. */
  ids: Array<string>;
  /** The name that the artist sees; the host may number it to keep it unique. */
  name?: string;
  /** Position local to the parent, in scene units. Default: [0, 0, 0]. */
  position?: Vector3;
  /** Rotation local to the parent as [x, y, z, w]; {"euler": [90, 0, 0]} in degrees or {"matrix": [...]} on input. Default: [0, 0, 0, 1]. */
  rotation?: Rotation;
  /** Scale factors local to the parent. Default: [1, 1, 1]. */
  scale?: Vector3;
  /** Its parent, null for none. */
  parent_id?: string | null;
  /** Whether it shows in the viewport and in renders. Default: true. */
  visible?: boolean;
  /** Whether the artist is kept from selecting or moving it. Default: false. */
  locked?: boolean;
  /** Whether it casts shadows; the host's own default when not given. */
  cast_shadow?: boolean;
  /** Whether shadows fall on it; `not_supported` where a host has no such switch. */
  receive_shadow?: boolean;
  /** Order of drawing, least first; `not_supported` where a host has none. */
  render_order?: number;
  /** Custom properties by name. */
  metadata?: Record<string, unknown>;
  /** What sort of light. Default: "point". */
  kind?: "point" | "sun" | "spot" | "area";
  /** Colour, linear rgba; #rrggbb and CSS names on input. Default: [1, 1, 1, 1]. */
  color?: Color;
  /** Power in watts; for a sun irradiance in watts per square metre. The host's own default when not given. */
  intensity?: number;
  /** Stops that double the intensity; `not_supported` where a host has none. */
  exposure?: number;
  /** Radius of what shines, in scene units: the larger, the softer the shadows. */
  radius?: number;
  /** Full angle of the cone of a spot, in radians. */
  spot_angle?: number;
  /** Softness of the edge of a spot's cone. */
  spot_blend?: number;
  /** Width of an area light, in scene units. */
  width?: number;
  /** Height of an area light, in scene units. */
  height?: number;
  /** Whether its light throws shadows. Default: true. */
  casts_shadow?: boolean;
}

/** Filters of `list_lights`. */
export interface LightFilter {
  /** Opaque id that survives renaming. */
  id?: Filter<string>;
  /** The name that the artist sees; the host may number it to keep it unique. */
  name?: Filter<string>;
  /** What it is. */
  type?: Filter<"mesh" | "camera" | "light" | "empty" | "armature" | "curve" | "other">;
  /** Its parent, null for none. */
  parent_id?: Filter<string | null>;
  /** Whether it shows in the viewport and in renders. Default: true. */
  visible?: Filter<boolean>;
  /** Whether the artist is kept from selecting or moving it. Default: false. */
  locked?: Filter<boolean>;
  /** Whether it casts shadows; the host's own default when not given. */
  cast_shadow?: Filter<boolean>;
  /** Whether shadows fall on it; `not_supported` where a host has no such switch. */
  receive_shadow?: Filter<boolean>;
  /** Order of drawing, least first; `not_supported` where a host has none. */
  render_order?: Filter<number>;
  /** What sort of light. Default: "point". */
  kind?: Filter<"point" | "sun" | "spot" | "area">;
  /** Power in watts; for a sun irradiance in watts per square metre. The host's own default when not given. */
  intensity?: Filter<number>;
  /** Stops that double the intensity; `not_supported` where a host has none. */
  exposure?: Filter<number>;
  /** Radius of what shines, in scene units: the larger, the softer the shadows. */
  radius?: Filter<number>;
  /** Full angle of the cone of a spot, in radians. */
  spot_angle?: Filter<number>;
  /** Softness of the edge of a spot's cone. */
  spot_blend?: Filter<number>;
  /** Width of an area light, in scene units. */
  width?: Filter<number>;
  /** Height of an area light, in scene units. */
  height?: Filter<number>;
  /** Whether its light throws shadows. Default: true. */
  casts_shadow?: Filter<boolean>;
}

/** An environment (a world in Blender) surrounds a scene and lights it from all sides, in one colour or by a picture. There may be several; the `active` one lights the scene. */
export interface Environment {
  /** Opaque id that survives renaming. */
  id?: string;
  /** The name that the artist sees; the host may number it to keep it unique. */
  name?: string;
  /** The picture all around (HDRI, EXR, also PNG, JPEG), as latitudes and longitudes; null for one colour. */
  image?: string | null;
  /** Colour, linear rgba; only without an `image`, which has its own colours. */
  color?: Rgba;
  /** How many times as bright as its colour or image it shines. Default: 1. */
  intensity?: number;
  /** How the image is turned, as a scene object would be; only with one. */
  rotation?: Quaternion;
  /** Whether it is the one that lights the scene. Default: true. */
  active?: boolean;
  /** Custom properties by name. */
  metadata?: Record<string, unknown>;
}

/** What `create_environments` takes. */
export interface EnvironmentCreate {
  /** The name that the artist sees; the host may number it to keep it unique. */
  name?: string;
  /** The picture all around (HDRI, EXR, also PNG, JPEG), as latitudes and longitudes; null for one colour. */
  image?: string | null;
  /** Colour, linear rgba; only without an `image`, which has its own colours. */
  color?: Color;
  /** How many times as bright as its colour or image it shines. Default: 1. */
  intensity?: number;
  /** How the image is turned, as a scene object would be; only with one. */
  rotation?: Rotation;
  /** Whether it is the one that lights the scene. Default: true. */
  active?: boolean;
  /** Custom properties by name. */
  metadata?: Record<string, unknown>;
}

/** A patch: ids and whatever changes of environments. */
export interface EnvironmentUpdate {
  /** Ids or unique names of what this patch changes. */
  ids: Array<string>;
  /** The name that the artist sees; the host may number it to keep it unique. */
  name?: string;
  /** The picture all around (HDRI, EXR, also PNG, JPEG), as latitudes and longitudes; null for one colour. */
  image?: string | null;
  /** Colour, linear rgba; only without an `image`, which has its own colours. */
  color?: Color;
  /** How many times as bright as its colour or image it shines. Default: 1. */
  intensity?: number;
  /** How the image is turned, as a scene object would be; only with one. */
  rotation?: Rotation;
  /** Whether it is the one that lights the scene. Default: true. */
  active?: boolean;
  /** Custom properties by name. */
  metadata?: Record<string, unknown>;
}

/** Filters of `list_environments`. */
export interface EnvironmentFilter {
  /** Opaque id that survives renaming. */
  id?: Filter<string>;
  /** The name that the artist sees; the host may number it to keep it unique. */
  name?: Filter<string>;
  /** How many times as bright as its colour or image it shines. Default: 1. */
  intensity?: Filter<number>;
  /** Whether it is the one that lights the scene. Default: true. */
  active?: Filter<boolean>;
}

/** How a scene is rendered when the artist does it; `render` takes its own settings for one picture. Every scene has one, under the scene's name. */
export interface RenderSettings {
  /** Opaque id. */
  id?: string;
  /** The name of its scene. */
  name?: string;
  /** Whether its scene is the one that is open. */
  active?: boolean;
  /** Render engine; absent for one of an add-on. */
  engine?: "cycles" | "eevee" | "workbench";
  /** Samples per pixel of that engine, each of which has its own; workbench takes 1, 5, 8, 11, 16 or 32. */
  samples?: number;
  /** Width of the picture before `percentage`. */
  width?: number;
  /** Height of the picture before `percentage`. */
  height?: number;
  /** How large of that it is rendered. */
  percentage?: number;
  /** First frame of the animation. */
  frame_start?: number;
  /** Last frame of the animation, not before the first. */
  frame_end?: number;
  /** Frames per second, also fractions (23.976). */
  fps?: number;
  /** Where rendered frames go: a folder that exists, or how their files' names begin; `####` is the frame. */
  output_path?: string;
  /** What rendered frames are written as; absent for another one. */
  file_format?: "png" | "jpeg" | "jpeg2000" | "tiff" | "bmp" | "targa" | "exr" | "exr_multilayer" | "hdr" | "webp" | "dpx" | "cineon" | "video";
  /** How light becomes colours on a screen, in the host's own words: `Standard`, `AgX`, `Filmic`, `Raw`. */
  view_transform?: string;
  /** Custom properties of the scene by name. */
  metadata?: Record<string, unknown>;
}

/** What `create_render_settings` takes. */
export interface RenderSettingsCreate {
  /** Render engine; absent for one of an add-on. */
  engine?: "cycles" | "eevee" | "workbench";
  /** Samples per pixel of that engine, each of which has its own; workbench takes 1, 5, 8, 11, 16 or 32. */
  samples?: number;
  /** Width of the picture before `percentage`. */
  width?: number;
  /** Height of the picture before `percentage`. */
  height?: number;
  /** How large of that it is rendered. */
  percentage?: number;
  /** First frame of the animation. */
  frame_start?: number;
  /** Last frame of the animation, not before the first. */
  frame_end?: number;
  /** Frames per second, also fractions (23.976). */
  fps?: number;
  /** Where rendered frames go: a folder that exists, or how their files' names begin; `####` is the frame. */
  output_path?: string;
  /** What rendered frames are written as; absent for another one. */
  file_format?: "png" | "jpeg" | "jpeg2000" | "tiff" | "bmp" | "targa" | "exr" | "exr_multilayer" | "hdr" | "webp" | "dpx" | "cineon" | "video";
  /** How light becomes colours on a screen, in the host's own words: `Standard`, `AgX`, `Filmic`, `Raw`. */
  view_transform?: string;
  /** Custom properties of the scene by name. */
  metadata?: Record<string, unknown>;
}

/** A patch: ids and whatever changes of render_settings. */
export interface RenderSettingsUpdate {
  /** Ids or unique names of what this patch changes. */
  ids: Array<string>;
  /** Render engine; absent for one of an add-on. */
  engine?: "cycles" | "eevee" | "workbench";
  /** Samples per pixel of that engine, each of which has its own; workbench takes 1, 5, 8, 11, 16 or 32. */
  samples?: number;
  /** Width of the picture before `percentage`. */
  width?: number;
  /** Height of the picture before `percentage`. */
  height?: number;
  /** How large of that it is rendered. */
  percentage?: number;
  /** First frame of the animation. */
  frame_start?: number;
  /** Last frame of the animation, not before the first. */
  frame_end?: number;
  /** Frames per second, also fractions (23.976). */
  fps?: number;
  /** Where rendered frames go: a folder that exists, or how their files' names begin; `####` is the frame. */
  output_path?: string;
  /** What rendered frames are written as; absent for another one. */
  file_format?: "png" | "jpeg" | "jpeg2000" | "tiff" | "bmp" | "targa" | "exr" | "exr_multilayer" | "hdr" | "webp" | "dpx" | "cineon" | "video";
  /** How light becomes colours on a screen, in the host's own words: `Standard`, `AgX`, `Filmic`, `Raw`. */
  view_transform?: string;
  /** Custom properties of the scene by name. */
  metadata?: Record<string, unknown>;
}

/** Filters of `list_render_settings`. */
export interface RenderSettingsFilter {
  /** Opaque id. */
  id?: Filter<string>;
  /** The name of its scene. */
  name?: Filter<string>;
  /** Whether its scene is the one that is open. */
  active?: Filter<boolean>;
  /** Render engine; absent for one of an add-on. */
  engine?: Filter<"cycles" | "eevee" | "workbench">;
  /** Samples per pixel of that engine, each of which has its own; workbench takes 1, 5, 8, 11, 16 or 32. */
  samples?: Filter<number>;
  /** Width of the picture before `percentage`. */
  width?: Filter<number>;
  /** Height of the picture before `percentage`. */
  height?: Filter<number>;
  /** How large of that it is rendered. */
  percentage?: Filter<number>;
  /** First frame of the animation. */
  frame_start?: Filter<number>;
  /** Last frame of the animation, not before the first. */
  frame_end?: Filter<number>;
  /** Frames per second, also fractions (23.976). */
  fps?: Filter<number>;
  /** What rendered frames are written as; absent for another one. */
  file_format?: Filter<"png" | "jpeg" | "jpeg2000" | "tiff" | "bmp" | "targa" | "exr" | "exr_multilayer" | "hdr" | "webp" | "dpx" | "cineon" | "video">;
  /** How light becomes colours on a screen, in the host's own words: `Standard`, `AgX`, `Filmic`, `Raw`. */
  view_transform?: Filter<string>;
}

/** A rig is a skeleton: a scene object that holds joints (an armature in Blender). */
export interface Rig {
  /** Opaque id that survives renaming. */
  id?: string;
  /** The name that the artist sees; the host may number it to keep it unique. */
  name?: string;
  /** What it is. */
  type?: "mesh" | "camera" | "light" | "empty" | "armature" | "curve" | "other";
  /** Position local to the parent, in scene units. Default: [0, 0, 0]. */
  position?: Vector3;
  /** Rotation local to the parent as [x, y, z, w]; {"euler": [90, 0, 0]} in degrees or {"matrix": [...]} on input. Default: [0, 0, 0, 1]. */
  rotation?: Quaternion;
  /** Scale factors local to the parent. Default: [1, 1, 1]. */
  scale?: Vector3;
  /** Its parent, null for none. */
  parent_id?: string | null;
  /** Its direct children. */
  child_ids?: Array<string>;
  /** Whether it shows in the viewport and in renders. Default: true. */
  visible?: boolean;
  /** Whether the artist is kept from selecting or moving it. Default: false. */
  locked?: boolean;
  /** Whether it casts shadows; the host's own default when not given. */
  cast_shadow?: boolean;
  /** Whether shadows fall on it; `not_supported` where a host has no such switch. */
  receive_shadow?: boolean;
  /** Order of drawing, least first; `not_supported` where a host has none. */
  render_order?: number;
  /** Custom properties by name. */
  metadata?: Record<string, unknown>;
  /** Box around it in world space, in scene units. */
  bounds?: {
    /** Least x, y, z. */
    min: Vector3;
    /** Greatest x, y, z. */
    max: Vector3;
  };
  /** World transform, row-major, acting on column vectors. */
  matrix_world?: Matrix4;
  /** Its first joint without a parent, null while it has none. */
  root_joint_id?: string | null;
  /** Its joints, parents before children. */
  joint_ids?: Array<string>;
  /** How many joints may move one vertex; `not_supported` where a host keeps no such limit. */
  influence_limit?: number;
  /** Up in its scene; `not_supported` to change where that is fixed. */
  world_up_vector?: Vector3;
  /** Whether dragging a joint bends the chain above it. Default: false. */
  auto_ik_enabled?: boolean;
  /** How it is drawn in the viewport. */
  draw_settings?: {
    /** Colour of its joints; `not_supported` where there is one for each joint only. */
    joint_color?: Rgba;
    /** Colour of what is drawn between joints; `not_supported` as above. */
    bone_color?: Rgba;
    /** How large joints are drawn; `not_supported` where each has its own radius. */
    joint_size?: number;
    /** Whether it is drawn in front of everything. */
    x_ray_enabled?: boolean;
  };
}

/** What `create_rigs` takes. */
export interface RigCreate {
  /** The name that the artist sees; the host may number it to keep it unique. */
  name?: string;
  /** Position local to the parent, in scene units. Default: [0, 0, 0]. */
  position?: Vector3;
  /** Rotation local to the parent as [x, y, z, w]; {"euler": [90, 0, 0]} in degrees or {"matrix": [...]} on input. Default: [0, 0, 0, 1]. */
  rotation?: Rotation;
  /** Scale factors local to the parent. Default: [1, 1, 1]. */
  scale?: Vector3;
  /** Its parent, null for none. */
  parent_id?: string | null;
  /** Whether it shows in the viewport and in renders. Default: true. */
  visible?: boolean;
  /** Whether the artist is kept from selecting or moving it. Default: false. */
  locked?: boolean;
  /** Whether it casts shadows; the host's own default when not given. */
  cast_shadow?: boolean;
  /** Whether shadows fall on it; `not_supported` where a host has no such switch. */
  receive_shadow?: boolean;
  /** Order of drawing, least first; `not_supported` where a host has none. */
  render_order?: number;
  /** Custom properties by name. */
  metadata?: Record<string, unknown>;
  /** How many joints may move one vertex; `not_supported` where a host keeps no such limit. */
  influence_limit?: number;
  /** Up in its scene; `not_supported` to change where that is fixed. */
  world_up_vector?: Vector3;
  /** Whether dragging a joint bends the chain above it. Default: false. */
  auto_ik_enabled?: boolean;
  /** How it is drawn in the viewport. */
  draw_settings?: {
    /** Colour of its joints; `not_supported` where there is one for each joint only. */
    joint_color?: Color;
    /** Colour of what is drawn between joints; `not_supported` as above. */
    bone_color?: Color;
    /** How large joints are drawn; `not_supported` where each has its own radius. */
    joint_size?: number;
    /** Whether it is drawn in front of everything. */
    x_ray_enabled?: boolean;
  };
}

/** A patch: ids and whatever changes of rigs. */
export interface RigUpdate {
  /** Ids or unique names of what this patch changes. */
  ids: Array<string>;
  /** The name that the artist sees; the host may number it to keep it unique. */
  name?: string;
  /** Position local to the parent, in scene units. Default: [0, 0, 0]. */
  position?: Vector3;
  /** Rotation local to the parent as [x, y, z, w]; {"euler": [90, 0, 0]} in degrees or {"matrix": [...]} on input. Default: [0, 0, 0, 1]. */
  rotation?: Rotation;
  /** Scale factors local to the parent. Default: [1, 1, 1]. */
  scale?: Vector3;
  /** Its parent, null for none. */
  parent_id?: string | null;
  /** Whether it shows in the viewport and in renders. Default: true. */
  visible?: boolean;
  /** Whether the artist is kept from selecting or moving it. Default: false. */
  locked?: boolean;
  /** Whether it casts shadows; the host's own default when not given. */
  cast_shadow?: boolean;
  /** Whether shadows fall on it; `not_supported` where a host has no such switch. */
  receive_shadow?: boolean;
  /** Order of drawing, least first; `not_supported` where a host has none. */
  render_order?: number;
  /** Custom properties by name. */
  metadata?: Record<string, unknown>;
  /** How many joints may move one vertex; `not_supported` where a host keeps no such limit. */
  influence_limit?: number;
  /** Up in its scene; `not_supported` to change where that is fixed. */
  world_up_vector?: Vector3;
  /** Whether dragging a joint bends the chain above it. Default: false. */
  auto_ik_enabled?: boolean;
  /** How it is drawn in the viewport. */
  draw_settings?: {
    /** Colour of its joints; `not_supported` where there is one for each joint only. */
    joint_color?: Color;
    /** Colour of what is drawn between joints; `not_supported` as above. */
    bone_color?: Color;
    /** How large joints are drawn; `not_supported` where each has its own radius. */
    joint_size?: number;
    /** Whether it is drawn in front of everything. */
    x_ray_enabled?: boolean;
  };
}

/** Filters of `list_rigs`. */
export interface RigFilter {
  /** Opaque id that survives renaming. */
  id?: Filter<string>;
  /** The name that the artist sees; the host may number it to keep it unique. */
  name?: Filter<string>;
  /** What it is. */
  type?: Filter<"mesh" | "camera" | "light" | "empty" | "armature" | "curve" | "other">;
  /** Its parent, null for none. */
  parent_id?: Filter<string | null>;
  /** Whether it shows in the viewport and in renders. Default: true. */
  visible?: Filter<boolean>;
  /** Whether the artist is kept from selecting or moving it. Default: false. */
  locked?: Filter<boolean>;
  /** Whether it casts shadows; the host's own default when not given. */
  cast_shadow?: Filter<boolean>;
  /** Whether shadows fall on it; `not_supported` where a host has no such switch. */
  receive_shadow?: Filter<boolean>;
  /** Order of drawing, least first; `not_supported` where a host has none. */
  render_order?: Filter<number>;
  /** Its first joint without a parent, null while it has none. */
  root_joint_id?: Filter<string | null>;
  /** How many joints may move one vertex; `not_supported` where a host keeps no such limit. */
  influence_limit?: Filter<number>;
  /** Whether dragging a joint bends the chain above it. Default: false. */
  auto_ik_enabled?: Filter<boolean>;
}

/** A joint (a bone in Blender) has a rest and a pose. `position`, `orientation` and `length` are its rest, local to its parent joint's (to the rig for one without parent): the shape in which the skeleton is bound to a skin. `rotation`, `scale` and `pose_position` are the pose: what it is turned, scaled and moved away from its rest, in its own axes; none of it is identity. From its position it runs along its own y axis (-z with `convention: "gltf"`). Changing the rest takes the joints below along. */
export interface Joint {
  /** Opaque id that survives renaming. */
  id?: string;
  /** The name that the artist sees, unique in its rig; the host may number it. */
  name?: string;
  /** The rig that it belongs to; it stays the same. */
  rig_id?: string;
  /** The name of that rig. */
  rig_name?: string;
  /** Its parent, a joint of the same rig, null for none; changing it keeps its rest where it is. On creation also the name of one made before it in the same call. */
  parent_id?: string | null;
  /** The joints directly below it. */
  child_ids?: Array<string>;
  /** Rest: where it begins, local to the parent's rest; there when not given. */
  position?: Vector3;
  /** Rest: how it is turned, local to the parent's rest; like that when not given. */
  orientation?: Quaternion;
  /** Rest: how long it is, 1 when not given. */
  length?: number;
  /** Pose: how far it is moved from its rest, in the axes of the rest. Default: [0, 0, 0]. */
  pose_position?: Vector3;
  /** In which numbers the host keeps and animates its turn: those of a quaternion, or Euler angles in this order. Changing it keeps the turn. */
  rotation_mode?: "quaternion" | "axis_angle" | "xyz" | "xzy" | "yxz" | "yzx" | "zxy" | "zyx";
  /** Pose: how it is turned from its rest, in the axes of the rest. Default: [0, 0, 0, 1]. */
  rotation?: Quaternion;
  /** Pose: scale factors along its own axes. Default: [1, 1, 1]. */
  scale?: Vector3;
  /** World transform of the pose, constraints included, row-major. */
  matrix_world?: Matrix4;
  /** Whether it shows. Default: true. */
  visible?: boolean;
  /** Whether the artist is kept from selecting it, and so from moving it. Default: false. */
  locked?: boolean;
  /** Which parts of its pose the artist may change; those that are not named stay as they are. */
  channel_control?: {
    /** Whether it may be moved along x. */
    tx?: boolean;
    /** Whether it may be moved along y. */
    ty?: boolean;
    /** Whether it may be moved along z. */
    tz?: boolean;
    /** Whether it may be turned about x. */
    rx?: boolean;
    /** Whether it may be turned about y. */
    ry?: boolean;
    /** Whether it may be turned about z. */
    rz?: boolean;
    /** Whether it may be scaled along x. */
    sx?: boolean;
    /** Whether it may be scaled along y. */
    sy?: boolean;
    /** Whether it may be scaled along z. */
    sz?: boolean;
  };
  /** In which colour it is drawn, linear rgba; null for that of the artist's theme. */
  color?: Rgba | null;
  /** Whether it casts shadows; `not_supported` where joints are not rendered. */
  cast_shadow?: boolean;
  /** Whether shadows fall on it; `not_supported` as above. */
  receive_shadow?: boolean;
  /** Order of drawing; `not_supported` as above. */
  render_order?: number;
  /** Axis about which IK bends it first; `not_supported` where a slight bend at rest says so. */
  preferred_rotation_axis?: Vector3;
  /** Whether it keeps its size when its parent is scaled. */
  segment_scale_compensate?: boolean;
  /** Radius at its position, as drawn and as reaching of an envelope. */
  joint_radius?: number;
  /** Custom properties by name; `not_supported` where it has none. */
  metadata?: Record<string, unknown>;
}

/** What `create_joints` takes. */
export interface JointCreate {
  /** The name that the artist sees, unique in its rig; the host may number it. */
  name?: string;
  /** The rig that it belongs to; it stays the same. */
  rig_id: string;
  /** Its parent, a joint of the same rig, null for none; changing it keeps its rest where it is. On creation also the name of one made before it in the same call. */
  parent_id?: string | null;
  /** Rest: where it begins, local to the parent's rest; there when not given. */
  position?: Vector3;
  /** Rest: how it is turned, local to the parent's rest; like that when not given. */
  orientation?: Rotation;
  /** Rest: how long it is, 1 when not given. */
  length?: number;
  /** Pose: how far it is moved from its rest, in the axes of the rest. Default: [0, 0, 0]. */
  pose_position?: Vector3;
  /** In which numbers the host keeps and animates its turn: those of a quaternion, or Euler angles in this order. Changing it keeps the turn. */
  rotation_mode?: "quaternion" | "axis_angle" | "xyz" | "xzy" | "yxz" | "yzx" | "zxy" | "zyx";
  /** Pose: how it is turned from its rest, in the axes of the rest. Default: [0, 0, 0, 1]. */
  rotation?: Rotation;
  /** Pose: scale factors along its own axes. Default: [1, 1, 1]. */
  scale?: Vector3;
  /** Whether it shows. Default: true. */
  visible?: boolean;
  /** Whether the artist is kept from selecting it, and so from moving it. Default: false. */
  locked?: boolean;
  /** Which parts of its pose the artist may change; those that are not named stay as they are. */
  channel_control?: {
    /** Whether it may be moved along x. */
    tx?: boolean;
    /** Whether it may be moved along y. */
    ty?: boolean;
    /** Whether it may be moved along z. */
    tz?: boolean;
    /** Whether it may be turned about x. */
    rx?: boolean;
    /** Whether it may be turned about y. */
    ry?: boolean;
    /** Whether it may be turned about z. */
    rz?: boolean;
    /** Whether it may be scaled along x. */
    sx?: boolean;
    /** Whether it may be scaled along y. */
    sy?: boolean;
    /** Whether it may be scaled along z. */
    sz?: boolean;
  };
  /** In which colour it is drawn, linear rgba; null for that of the artist's theme. */
  color?: Color | null;
  /** Whether it casts shadows; `not_supported` where joints are not rendered. */
  cast_shadow?: boolean;
  /** Whether shadows fall on it; `not_supported` as above. */
  receive_shadow?: boolean;
  /** Order of drawing; `not_supported` as above. */
  render_order?: number;
  /** Axis about which IK bends it first; `not_supported` where a slight bend at rest says so. */
  preferred_rotation_axis?: Vector3;
  /** Whether it keeps its size when its parent is scaled. */
  segment_scale_compensate?: boolean;
  /** Radius at its position, as drawn and as reaching of an envelope. */
  joint_radius?: number;
  /** Custom properties by name; `not_supported` where it has none. */
  metadata?: Record<string, unknown>;
}

/** A patch: ids and whatever changes of joints. */
export interface JointUpdate {
  /** Ids or unique names of what this patch changes. */
  ids: Array<string>;
  /** The name that the artist sees, unique in its rig; the host may number it. */
  name?: string;
  /** Its parent, a joint of the same rig, null for none; changing it keeps its rest where it is. On creation also the name of one made before it in the same call. */
  parent_id?: string | null;
  /** Rest: where it begins, local to the parent's rest; there when not given. */
  position?: Vector3;
  /** Rest: how it is turned, local to the parent's rest; like that when not given. */
  orientation?: Rotation;
  /** Rest: how long it is, 1 when not given. */
  length?: number;
  /** Pose: how far it is moved from its rest, in the axes of the rest. Default: [0, 0, 0]. */
  pose_position?: Vector3;
  /** In which numbers the host keeps and animates its turn: those of a quaternion, or Euler angles in this order. Changing it keeps the turn. */
  rotation_mode?: "quaternion" | "axis_angle" | "xyz" | "xzy" | "yxz" | "yzx" | "zxy" | "zyx";
  /** Pose: how it is turned from its rest, in the axes of the rest. Default: [0, 0, 0, 1]. */
  rotation?: Rotation;
  /** Pose: scale factors along its own axes. Default: [1, 1, 1]. */
  scale?: Vector3;
  /** Whether it shows. Default: true. */
  visible?: boolean;
  /** Whether the artist is kept from selecting it, and so from moving it. Default: false. */
  locked?: boolean;
  /** Which parts of its pose the artist may change; those that are not named stay as they are. */
  channel_control?: {
    /** Whether it may be moved along x. */
    tx?: boolean;
    /** Whether it may be moved along y. */
    ty?: boolean;
    /** Whether it may be moved along z. */
    tz?: boolean;
    /** Whether it may be turned about x. */
    rx?: boolean;
    /** Whether it may be turned about y. */
    ry?: boolean;
    /** Whether it may be turned about z. */
    rz?: boolean;
    /** Whether it may be scaled along x. */
    sx?: boolean;
    /** Whether it may be scaled along y. */
    sy?: boolean;
    /** Whether it may be scaled along z. */
    sz?: boolean;
  };
  /** In which colour it is drawn, linear rgba; null for that of the artist's theme. */
  color?: Color | null;
  /** Whether it casts shadows; `not_supported` where joints are not rendered. */
  cast_shadow?: boolean;
  /** Whether shadows fall on it; `not_supported` as above. */
  receive_shadow?: boolean;
  /** Order of drawing; `not_supported` as above. */
  render_order?: number;
  /** Axis about which IK bends it first; `not_supported` where a slight bend at rest says so. */
  preferred_rotation_axis?: Vector3;
  /** Whether it keeps its size when its parent is scaled. */
  segment_scale_compensate?: boolean;
  /** Radius at its position, as drawn and as reaching of an envelope. */
  joint_radius?: number;
  /** Custom properties by name; `not_supported` where it has none. */
  metadata?: Record<string, unknown>;
}

/** Filters of `list_joints`. */
export interface JointFilter {
  /** Opaque id that survives renaming. */
  id?: Filter<string>;
  /** The name that the artist sees, unique in its rig; the host may number it. */
  name?: Filter<string>;
  /** The rig that it belongs to; it stays the same. */
  rig_id?: Filter<string>;
  /** The name of that rig. */
  rig_name?: Filter<string>;
  /** Its parent, a joint of the same rig, null for none; changing it keeps its rest where it is. On creation also the name of one made before it in the same call. */
  parent_id?: Filter<string | null>;
  /** Rest: how long it is, 1 when not given. */
  length?: Filter<number>;
  /** In which numbers the host keeps and animates its turn: those of a quaternion, or Euler angles in this order. Changing it keeps the turn. */
  rotation_mode?: Filter<"quaternion" | "axis_angle" | "xyz" | "xzy" | "yxz" | "yzx" | "zxy" | "zyx">;
  /** Whether it shows. Default: true. */
  visible?: Filter<boolean>;
  /** Whether the artist is kept from selecting it, and so from moving it. Default: false. */
  locked?: Filter<boolean>;
  /** Whether it casts shadows; `not_supported` where joints are not rendered. */
  cast_shadow?: Filter<boolean>;
  /** Whether shadows fall on it; `not_supported` as above. */
  receive_shadow?: Filter<boolean>;
  /** Order of drawing; `not_supported` as above. */
  render_order?: Filter<number>;
  /** Whether it keeps its size when its parent is scaled. */
  segment_scale_compensate?: Filter<boolean>;
  /** Radius at its position, as drawn and as reaching of an envelope. */
  joint_radius?: Filter<number>;
}

/** A skin makes the vertices of a mesh follow the joints of a rig, by weights (vertex groups and an armature modifier in Blender). Deleting it takes the weights of that rig's joints off the mesh, unless another skin of the same rig uses them. */
export interface Skin {
  /** Opaque id that survives renaming. */
  id?: string;
  /** The name that the artist sees, unique on its mesh. */
  name?: string;
  /** The mesh that it bends; it stays the same. */
  mesh_id?: string;
  /** The rig that bends it. */
  rig_id?: string;
  /** The joints of that rig, in the order of the columns of `weight_table`. */
  joint_ids?: Array<string>;
  /** The vertices that follow any joint; on input the others follow none. For large meshes take `weight_table`. */
  influences?: Array<{
    /** Number of the vertex in the mesh. */
    vertex_index: number;
    /** How strongly it follows each joint, 0 to 1, by the joint's name; ids on input too. */
    weights: Record<string, unknown>;
  }>;
  /** All weights: a row per vertex, in it a number per joint of `joint_ids`, one after the other; shape [vertices * joints]. */
  weight_table?: NumberArray;
  /** How many joints may move one vertex; `not_supported` where a host keeps no such limit. */
  max_influence_count?: number;
  /** Whether a vertex's weights count as parts of their sum. */
  normalize_weights?: boolean;
  /** Whether volume is kept at bends by dual quaternions. Default: false. */
  dual_quaternion_enabled?: boolean;
  /** How far from a joint its weights end when they are computed; `not_supported` where each joint has its own. */
  falloff_radius?: number;
  /** Whether it takes effect at all. Default: true. */
  enabled?: boolean;
  /** Custom properties by name; `not_supported` where it has none. */
  metadata?: Record<string, unknown>;
}

/** What `create_skins` takes. */
export interface SkinCreate {
  /** The name that the artist sees, unique on its mesh. */
  name?: string;
  /** The mesh that it bends; it stays the same. */
  mesh_id: string;
  /** The rig that bends it. */
  rig_id: string;
  /** The vertices that follow any joint; on input the others follow none. For large meshes take `weight_table`. */
  influences?: Array<{
    /** Number of the vertex in the mesh. */
    vertex_index: number;
    /** How strongly it follows each joint, 0 to 1, by the joint's name; ids on input too. */
    weights: Record<string, unknown>;
  }>;
  /** All weights: a row per vertex, in it a number per joint of `joint_ids`, one after the other; shape [vertices * joints]. */
  weight_table?: NumberArray;
  /** How many joints may move one vertex; `not_supported` where a host keeps no such limit. */
  max_influence_count?: number;
  /** Whether a vertex's weights count as parts of their sum. */
  normalize_weights?: boolean;
  /** Whether volume is kept at bends by dual quaternions. Default: false. */
  dual_quaternion_enabled?: boolean;
  /** How far from a joint its weights end when they are computed; `not_supported` where each joint has its own. */
  falloff_radius?: number;
  /** Whether it takes effect at all. Default: true. */
  enabled?: boolean;
  /** Custom properties by name; `not_supported` where it has none. */
  metadata?: Record<string, unknown>;
}

/** A patch: ids and whatever changes of skins. */
export interface SkinUpdate {
  /** Ids or unique names of what this patch changes. */
  ids: Array<string>;
  /** The name that the artist sees, unique on its mesh. */
  name?: string;
  /** The rig that bends it. */
  rig_id?: string;
  /** The vertices that follow any joint; on input the others follow none. For large meshes take `weight_table`. */
  influences?: Array<{
    /** Number of the vertex in the mesh. */
    vertex_index: number;
    /** How strongly it follows each joint, 0 to 1, by the joint's name; ids on input too. */
    weights: Record<string, unknown>;
  }>;
  /** All weights: a row per vertex, in it a number per joint of `joint_ids`, one after the other; shape [vertices * joints]. */
  weight_table?: NumberArray;
  /** How many joints may move one vertex; `not_supported` where a host keeps no such limit. */
  max_influence_count?: number;
  /** Whether a vertex's weights count as parts of their sum. */
  normalize_weights?: boolean;
  /** Whether volume is kept at bends by dual quaternions. Default: false. */
  dual_quaternion_enabled?: boolean;
  /** How far from a joint its weights end when they are computed; `not_supported` where each joint has its own. */
  falloff_radius?: number;
  /** Whether it takes effect at all. Default: true. */
  enabled?: boolean;
  /** Custom properties by name; `not_supported` where it has none. */
  metadata?: Record<string, unknown>;
}

/** Filters of `list_skins`. */
export interface SkinFilter {
  /** Opaque id that survives renaming. */
  id?: Filter<string>;
  /** The name that the artist sees, unique on its mesh. */
  name?: Filter<string>;
  /** The mesh that it bends; it stays the same. */
  mesh_id?: Filter<string>;
  /** The rig that bends it. */
  rig_id?: Filter<string>;
  /** How many joints may move one vertex; `not_supported` where a host keeps no such limit. */
  max_influence_count?: Filter<number>;
  /** Whether a vertex's weights count as parts of their sum. */
  normalize_weights?: Filter<boolean>;
  /** Whether volume is kept at bends by dual quaternions. Default: false. */
  dual_quaternion_enabled?: Filter<boolean>;
  /** How far from a joint its weights end when they are computed; `not_supported` where each joint has its own. */
  falloff_radius?: Filter<number>;
  /** Whether it takes effect at all. Default: true. */
  enabled?: Filter<boolean>;
}

/** An IK chain bends the joints from its start to its end, so that the end's tip reaches a target. */
export interface IKChain {
  /** Opaque id that survives renaming. */
  id?: string;
  /** The name that the artist sees, unique on its joint. */
  name?: string;
  /** The last joint of the chain; it stays the same. */
  end_id?: string;
  /** The first joint of the chain: the end or one above it. The topmost when not given. */
  start_id?: string;
  /** How many joints it bends. */
  count?: number;
  /** The node or joint that it reaches for, null for none yet. */
  target_id?: string | null;
  /** By which rule; the host's own when not given. */
  solver_type?: "ccd" | "fabrik" | "analytic" | "spring" | "jacobian";
  /** The node or joint to which its bend points, null for none. */
  pole_target_id?: string | null;
  /** How far the bend is turned away from the pole target. Default: 0. */
  pole_angle?: number;
  /** How many steps the solver takes at most. */
  iterations?: number;
  /** How near is near enough; `not_supported` where the solver has none. */
  tolerance?: number;
  /** Whether the end is turned as the target is. Default: false. */
  maintain_rotation?: boolean;
  /** Whether its joints may grow longer to reach the target. Default: false. */
  stretch_enabled?: boolean;
  /** To how many times their length; `not_supported` where a host has no such limit. */
  max_stretch_ratio?: number;
  /** Whether it takes effect at all. Default: true. */
  enabled?: boolean;
  /** How much of it takes effect. Default: 1. */
  influence?: number;
  /** Custom properties by name; `not_supported` where it has none. */
  metadata?: Record<string, unknown>;
}

/** What `create_ik_chains` takes. */
export interface IKChainCreate {
  /** The name that the artist sees, unique on its joint. */
  name?: string;
  /** The last joint of the chain; it stays the same. */
  end_id: string;
  /** The first joint of the chain: the end or one above it. The topmost when not given. */
  start_id?: string;
  /** The node or joint that it reaches for, null for none yet. */
  target_id?: string | null;
  /** By which rule; the host's own when not given. */
  solver_type?: "ccd" | "fabrik" | "analytic" | "spring" | "jacobian";
  /** The node or joint to which its bend points, null for none. */
  pole_target_id?: string | null;
  /** How far the bend is turned away from the pole target. Default: 0. */
  pole_angle?: number;
  /** How many steps the solver takes at most. */
  iterations?: number;
  /** How near is near enough; `not_supported` where the solver has none. */
  tolerance?: number;
  /** Whether the end is turned as the target is. Default: false. */
  maintain_rotation?: boolean;
  /** Whether its joints may grow longer to reach the target. Default: false. */
  stretch_enabled?: boolean;
  /** To how many times their length; `not_supported` where a host has no such limit. */
  max_stretch_ratio?: number;
  /** Whether it takes effect at all. Default: true. */
  enabled?: boolean;
  /** How much of it takes effect. Default: 1. */
  influence?: number;
  /** Custom properties by name; `not_supported` where it has none. */
  metadata?: Record<string, unknown>;
}

/** A patch: ids and whatever changes of ik_chains. */
export interface IKChainUpdate {
  /** Ids or unique names of what this patch changes. */
  ids: Array<string>;
  /** The name that the artist sees, unique on its joint. */
  name?: string;
  /** The first joint of the chain: the end or one above it. The topmost when not given. */
  start_id?: string;
  /** The node or joint that it reaches for, null for none yet. */
  target_id?: string | null;
  /** By which rule; the host's own when not given. */
  solver_type?: "ccd" | "fabrik" | "analytic" | "spring" | "jacobian";
  /** The node or joint to which its bend points, null for none. */
  pole_target_id?: string | null;
  /** How far the bend is turned away from the pole target. Default: 0. */
  pole_angle?: number;
  /** How many steps the solver takes at most. */
  iterations?: number;
  /** How near is near enough; `not_supported` where the solver has none. */
  tolerance?: number;
  /** Whether the end is turned as the target is. Default: false. */
  maintain_rotation?: boolean;
  /** Whether its joints may grow longer to reach the target. Default: false. */
  stretch_enabled?: boolean;
  /** To how many times their length; `not_supported` where a host has no such limit. */
  max_stretch_ratio?: number;
  /** Whether it takes effect at all. Default: true. */
  enabled?: boolean;
  /** How much of it takes effect. Default: 1. */
  influence?: number;
  /** Custom properties by name; `not_supported` where it has none. */
  metadata?: Record<string, unknown>;
}

/** Filters of `list_ik_chains`. */
export interface IKChainFilter {
  /** Opaque id that survives renaming. */
  id?: Filter<string>;
  /** The name that the artist sees, unique on its joint. */
  name?: Filter<string>;
  /** The last joint of the chain; it stays the same. */
  end_id?: Filter<string>;
  /** The first joint of the chain: the end or one above it. The topmost when not given. */
  start_id?: Filter<string>;
  /** How many joints it bends. */
  count?: Filter<number>;
  /** The node or joint that it reaches for, null for none yet. */
  target_id?: Filter<string | null>;
  /** By which rule; the host's own when not given. */
  solver_type?: Filter<"ccd" | "fabrik" | "analytic" | "spring" | "jacobian">;
  /** The node or joint to which its bend points, null for none. */
  pole_target_id?: Filter<string | null>;
  /** How far the bend is turned away from the pole target. Default: 0. */
  pole_angle?: Filter<number>;
  /** How many steps the solver takes at most. */
  iterations?: Filter<number>;
  /** How near is near enough; `not_supported` where the solver has none. */
  tolerance?: Filter<number>;
  /** Whether the end is turned as the target is. Default: false. */
  maintain_rotation?: Filter<boolean>;
  /** Whether its joints may grow longer to reach the target. Default: false. */
  stretch_enabled?: Filter<boolean>;
  /** To how many times their length; `not_supported` where a host has no such limit. */
  max_stretch_ratio?: Filter<number>;
  /** Whether it takes effect at all. Default: true. */
  enabled?: Filter<boolean>;
  /** How much of it takes effect. Default: 1. */
  influence?: Filter<number>;
}

/** A spline IK lays the joints from its start to its end along a curve. */
export interface SplineIK {
  /** Opaque id that survives renaming. */
  id?: string;
  /** The name that the artist sees, unique on its joint. */
  name?: string;
  /** The last joint of the chain; it stays the same. */
  end_joint_id?: string;
  /** The first joint of the chain: the end or one above it. The topmost when not given. */
  start_joint_id?: string;
  /** How many joints it bends. */
  count?: number;
  /** The curve along which they lie. */
  curve_id?: string;
  /** Whether joints are scaled so that they fill the curve. Default: true. */
  stretch_enabled?: boolean;
  /** Whether joints roll with the curve; `not_supported` to change where they always do or never do. */
  auto_rotate_enabled?: boolean;
  /** What is up along the curve; `not_supported` where the rest says so. */
  up_vector?: Vector3;
  /** Which of their axes lies along the curve, as the host names it; the host's own when not given. */
  forward_axis?: "x" | "y" | "z" | "-x" | "-y" | "-z";
  /** Whether it takes effect at all. Default: true. */
  enabled?: boolean;
  /** Custom properties by name; `not_supported` where it has none. */
  metadata?: Record<string, unknown>;
}

/** What `create_spline_iks` takes. */
export interface SplineIKCreate {
  /** The name that the artist sees, unique on its joint. */
  name?: string;
  /** The last joint of the chain; it stays the same. */
  end_joint_id: string;
  /** The first joint of the chain: the end or one above it. The topmost when not given. */
  start_joint_id?: string;
  /** The curve along which they lie. */
  curve_id: string;
  /** Whether joints are scaled so that they fill the curve. Default: true. */
  stretch_enabled?: boolean;
  /** Whether joints roll with the curve; `not_supported` to change where they always do or never do. */
  auto_rotate_enabled?: boolean;
  /** What is up along the curve; `not_supported` where the rest says so. */
  up_vector?: Vector3;
  /** Which of their axes lies along the curve, as the host names it; the host's own when not given. */
  forward_axis?: "x" | "y" | "z" | "-x" | "-y" | "-z";
  /** Whether it takes effect at all. Default: true. */
  enabled?: boolean;
  /** Custom properties by name; `not_supported` where it has none. */
  metadata?: Record<string, unknown>;
}

/** A patch: ids and whatever changes of spline_iks. */
export interface SplineIKUpdate {
  /** Ids or unique names of what this patch changes. */
  ids: Array<string>;
  /** The name that the artist sees, unique on its joint. */
  name?: string;
  /** The first joint of the chain: the end or one above it. The topmost when not given. */
  start_joint_id?: string;
  /** The curve along which they lie. */
  curve_id?: string;
  /** Whether joints are scaled so that they fill the curve. Default: true. */
  stretch_enabled?: boolean;
  /** Whether joints roll with the curve; `not_supported` to change where they always do or never do. */
  auto_rotate_enabled?: boolean;
  /** What is up along the curve; `not_supported` where the rest says so. */
  up_vector?: Vector3;
  /** Which of their axes lies along the curve, as the host names it; the host's own when not given. */
  forward_axis?: "x" | "y" | "z" | "-x" | "-y" | "-z";
  /** Whether it takes effect at all. Default: true. */
  enabled?: boolean;
  /** Custom properties by name; `not_supported` where it has none. */
  metadata?: Record<string, unknown>;
}

/** Filters of `list_spline_iks`. */
export interface SplineIKFilter {
  /** Opaque id that survives renaming. */
  id?: Filter<string>;
  /** The name that the artist sees, unique on its joint. */
  name?: Filter<string>;
  /** The last joint of the chain; it stays the same. */
  end_joint_id?: Filter<string>;
  /** The first joint of the chain: the end or one above it. The topmost when not given. */
  start_joint_id?: Filter<string>;
  /** How many joints it bends. */
  count?: Filter<number>;
  /** The curve along which they lie. */
  curve_id?: Filter<string>;
  /** Whether joints are scaled so that they fill the curve. Default: true. */
  stretch_enabled?: Filter<boolean>;
  /** Whether joints roll with the curve; `not_supported` to change where they always do or never do. */
  auto_rotate_enabled?: Filter<boolean>;
  /** Which of their axes lies along the curve, as the host names it; the host's own when not given. */
  forward_axis?: Filter<"x" | "y" | "z" | "-x" | "-y" | "-z">;
  /** Whether it takes effect at all. Default: true. */
  enabled?: Filter<boolean>;
}

/** A blend shape (a shape key in Blender) moves vertices of a mesh, as much as its weight says. */
export interface BlendShape {
  /** Opaque id that survives renaming. */
  id?: string;
  /** The name that the artist sees, unique on its mesh. */
  name?: string;
  /** The mesh whose form it is; it stays the same. */
  mesh_id?: string;
  /** How much of it shows. Default: 0. */
  weight?: number;
  /** The vertices that it moves; on input the others stay. For large meshes take `position_deltas`. */
  deltas?: Array<{
    /** Number of the vertex in the mesh. */
    vertex_index: number;
    /** How far it is moved, local to the mesh. */
    position_delta: Vector3;
  }>;
  /** How far it moves every vertex, local to the mesh, shape [n, 3]. */
  position_deltas?: NumberArray;
  /** How it changes every normal; `not_supported` where the host computes them from the form. */
  normal_deltas?: Array<Vector3>;
  /** How it changes every tangent; `not_supported` where the host computes them from the form. */
  tangent_deltas?: Array<Vector3>;
  /** Whether several at once are added up, or averaged. Default: "additive". */
  combine_method?: "average" | "additive";
  /** Whether it takes effect at all. Default: true. */
  enabled?: boolean;
  /** Custom properties by name; `not_supported` where it has none. */
  metadata?: Record<string, unknown>;
}

/** What `create_blend_shapes` takes. */
export interface BlendShapeCreate {
  /** The name that the artist sees, unique on its mesh. */
  name?: string;
  /** The mesh whose form it is; it stays the same. */
  mesh_id: string;
  /** How much of it shows. Default: 0. */
  weight?: number;
  /** The vertices that it moves; on input the others stay. For large meshes take `position_deltas`. */
  deltas?: Array<{
    /** Number of the vertex in the mesh. */
    vertex_index: number;
    /** How far it is moved, local to the mesh. */
    position_delta: Vector3;
  }>;
  /** How far it moves every vertex, local to the mesh, shape [n, 3]. */
  position_deltas?: NumberArray;
  /** How it changes every normal; `not_supported` where the host computes them from the form. */
  normal_deltas?: Array<Vector3>;
  /** How it changes every tangent; `not_supported` where the host computes them from the form. */
  tangent_deltas?: Array<Vector3>;
  /** Whether several at once are added up, or averaged. Default: "additive". */
  combine_method?: "average" | "additive";
  /** Whether it takes effect at all. Default: true. */
  enabled?: boolean;
  /** Custom properties by name; `not_supported` where it has none. */
  metadata?: Record<string, unknown>;
}

/** A patch: ids and whatever changes of blend_shapes. */
export interface BlendShapeUpdate {
  /** Ids or unique names of what this patch changes. */
  ids: Array<string>;
  /** The name that the artist sees, unique on its mesh. */
  name?: string;
  /** How much of it shows. Default: 0. */
  weight?: number;
  /** The vertices that it moves; on input the others stay. For large meshes take `position_deltas`. */
  deltas?: Array<{
    /** Number of the vertex in the mesh. */
    vertex_index: number;
    /** How far it is moved, local to the mesh. */
    position_delta: Vector3;
  }>;
  /** How far it moves every vertex, local to the mesh, shape [n, 3]. */
  position_deltas?: NumberArray;
  /** How it changes every normal; `not_supported` where the host computes them from the form. */
  normal_deltas?: Array<Vector3>;
  /** How it changes every tangent; `not_supported` where the host computes them from the form. */
  tangent_deltas?: Array<Vector3>;
  /** Whether several at once are added up, or averaged. Default: "additive". */
  combine_method?: "average" | "additive";
  /** Whether it takes effect at all. Default: true. */
  enabled?: boolean;
  /** Custom properties by name; `not_supported` where it has none. */
  metadata?: Record<string, unknown>;
}

/** Filters of `list_blend_shapes`. */
export interface BlendShapeFilter {
  /** Opaque id that survives renaming. */
  id?: Filter<string>;
  /** The name that the artist sees, unique on its mesh. */
  name?: Filter<string>;
  /** The mesh whose form it is; it stays the same. */
  mesh_id?: Filter<string>;
  /** How much of it shows. Default: 0. */
  weight?: Filter<number>;
  /** Whether several at once are added up, or averaged. Default: "additive". */
  combine_method?: Filter<"average" | "additive">;
  /** Whether it takes effect at all. Default: true. */
  enabled?: Filter<boolean>;
}

/** A group holds the blend shapes that belong together (in Blender all shape keys of a mesh, its `Key`). It comes with the first shape of a mesh; creating one makes the shapes that `target_weights` names, each without a form yet. Deleting it deletes its shapes. */
export interface BlendShapeGroup {
  /** Opaque id that survives renaming. */
  id?: string;
  /** The name that the artist sees; the host may number it to keep it unique. */
  name?: string;
  /** The mesh whose forms they are; it stays the same. */
  mesh_id?: string;
  /** Its shapes, in order. */
  blend_shape_ids?: Array<string>;
  /** How much of each shape shows, 0 to 1, by the shape's name; on input those that are not named stay as they are. */
  target_weights?: Record<string, unknown>;
  /** Whether its shapes follow each other in time, one turning into the next, rather than being added up by their weights. Default: false. */
  is_inbetween?: boolean;
  /** What moves all of its weights at once; `not_supported` where each weight has its own. */
  driver?: Record<string, unknown>;
  /** Custom properties by name. */
  metadata?: Record<string, unknown>;
}

/** What `create_blend_shape_groups` takes. */
export interface BlendShapeGroupCreate {
  /** The name that the artist sees; the host may number it to keep it unique. */
  name?: string;
  /** The mesh whose forms they are; it stays the same. */
  mesh_id: string;
  /** How much of each shape shows, 0 to 1, by the shape's name; on input those that are not named stay as they are. */
  target_weights?: Record<string, unknown>;
  /** Whether its shapes follow each other in time, one turning into the next, rather than being added up by their weights. Default: false. */
  is_inbetween?: boolean;
  /** What moves all of its weights at once; `not_supported` where each weight has its own. */
  driver?: Record<string, unknown>;
  /** Custom properties by name. */
  metadata?: Record<string, unknown>;
}

/** A patch: ids and whatever changes of blend_shape_groups. */
export interface BlendShapeGroupUpdate {
  /** Ids or unique names of what this patch changes. */
  ids: Array<string>;
  /** The name that the artist sees; the host may number it to keep it unique. */
  name?: string;
  /** How much of each shape shows, 0 to 1, by the shape's name; on input those that are not named stay as they are. */
  target_weights?: Record<string, unknown>;
  /** Whether its shapes follow each other in time, one turning into the next, rather than being added up by their weights. Default: false. */
  is_inbetween?: boolean;
  /** What moves all of its weights at once; `not_supported` where each weight has its own. */
  driver?: Record<string, unknown>;
  /** Custom properties by name. */
  metadata?: Record<string, unknown>;
}

/** Filters of `list_blend_shape_groups`. */
export interface BlendShapeGroupFilter {
  /** Opaque id that survives renaming. */
  id?: Filter<string>;
  /** The name that the artist sees; the host may number it to keep it unique. */
  name?: Filter<string>;
  /** The mesh whose forms they are; it stays the same. */
  mesh_id?: Filter<string>;
  /** Whether its shapes follow each other in time, one turning into the next, rather than being added up by their weights. Default: false. */
  is_inbetween?: Filter<boolean>;
}

/** Joint limits say how far the pose of a joint may go from its rest, about and along its own axes. The axes are the host's and are not converted. An axis that is not named is free. A joint has them once. */
export interface JointLimits {
  /** Opaque id that survives renaming. */
  id?: string;
  /** The name that the artist sees, unique on its joint. */
  name?: string;
  /** The joint that is limited; it stays the same. */
  joint_id?: string;
  /** Angles [least, greatest], by axis; IK keeps to them too. */
  rotation_limits?: {
    /** Least and greatest angle about x. */
    x?: Array<number>;
    /** Least and greatest angle about y. */
    y?: Array<number>;
    /** Least and greatest angle about z. */
    z?: Array<number>;
  };
  /** Scene units [least, greatest], by axis. */
  translation_limits?: {
    /** Least and greatest along x. */
    x?: Array<number>;
    /** Least and greatest along y. */
    y?: Array<number>;
    /** Least and greatest along z. */
    z?: Array<number>;
  };
  /** Scale factors [least, greatest], by axis. */
  scale_limits?: {
    /** Least and greatest along x. */
    x?: Array<number>;
    /** Least and greatest along y. */
    y?: Array<number>;
    /** Least and greatest along z. */
    z?: Array<number>;
  };
  /** Whether it takes effect at all. Default: true. */
  enabled?: boolean;
  /** Custom properties by name; `not_supported` where it has none. */
  metadata?: Record<string, unknown>;
}

/** What `create_joint_limits` takes. */
export interface JointLimitsCreate {
  /** The name that the artist sees, unique on its joint. */
  name?: string;
  /** The joint that is limited; it stays the same. */
  joint_id: string;
  /** Angles [least, greatest], by axis; IK keeps to them too. */
  rotation_limits?: {
    /** Least and greatest angle about x. */
    x?: Array<number>;
    /** Least and greatest angle about y. */
    y?: Array<number>;
    /** Least and greatest angle about z. */
    z?: Array<number>;
  };
  /** Scene units [least, greatest], by axis. */
  translation_limits?: {
    /** Least and greatest along x. */
    x?: Array<number>;
    /** Least and greatest along y. */
    y?: Array<number>;
    /** Least and greatest along z. */
    z?: Array<number>;
  };
  /** Scale factors [least, greatest], by axis. */
  scale_limits?: {
    /** Least and greatest along x. */
    x?: Array<number>;
    /** Least and greatest along y. */
    y?: Array<number>;
    /** Least and greatest along z. */
    z?: Array<number>;
  };
  /** Whether it takes effect at all. Default: true. */
  enabled?: boolean;
  /** Custom properties by name; `not_supported` where it has none. */
  metadata?: Record<string, unknown>;
}

/** A patch: ids and whatever changes of joint_limits. */
export interface JointLimitsUpdate {
  /** Ids or unique names of what this patch changes. */
  ids: Array<string>;
  /** The name that the artist sees, unique on its joint. */
  name?: string;
  /** Angles [least, greatest], by axis; IK keeps to them too. */
  rotation_limits?: {
    /** Least and greatest angle about x. */
    x?: Array<number>;
    /** Least and greatest angle about y. */
    y?: Array<number>;
    /** Least and greatest angle about z. */
    z?: Array<number>;
  };
  /** Scene units [least, greatest], by axis. */
  translation_limits?: {
    /** Least and greatest along x. */
    x?: Array<number>;
    /** Least and greatest along y. */
    y?: Array<number>;
    /** Least and greatest along z. */
    z?: Array<number>;
  };
  /** Scale factors [least, greatest], by axis. */
  scale_limits?: {
    /** Least and greatest along x. */
    x?: Array<number>;
    /** Least and greatest along y. */
    y?: Array<number>;
    /** Least and greatest along z. */
    z?: Array<number>;
  };
  /** Whether it takes effect at all. Default: true. */
  enabled?: boolean;
  /** Custom properties by name; `not_supported` where it has none. */
  metadata?: Record<string, unknown>;
}

/** Filters of `list_joint_limits`. */
export interface JointLimitsFilter {
  /** Opaque id that survives renaming. */
  id?: Filter<string>;
  /** The name that the artist sees, unique on its joint. */
  name?: Filter<string>;
  /** The joint that is limited; it stays the same. */
  joint_id?: Filter<string>;
  /** Whether it takes effect at all. Default: true. */
  enabled?: Filter<boolean>;
}

/** A control is what an animator takes hold of: a joint that bends no mesh, is drawn as a shape, and that other joints follow. Its id is that of the joint, so whatever takes a joint (channels, constraints, IK) takes it too. A new one lies on the first joint that follows it, below that one's parent, unless its rest says otherwise. */
export interface RigControl {
  /** Opaque id that survives renaming. */
  id?: string;
  /** The name that the artist sees, unique in its rig; the host may number it. */
  name?: string;
  /** The rig that it belongs to; it stays the same. */
  rig_id?: string;
  /** The name of that rig. */
  rig_name?: string;
  /** Its parent, a joint of the same rig, null for none; changing it keeps its rest where it is. On creation also the name of one made before it in the same call. */
  parent_id?: string | null;
  /** The joints directly below it. */
  child_ids?: Array<string>;
  /** Rest: where it begins, local to the parent's rest; there when not given. */
  position?: Vector3;
  /** Rest: how it is turned, local to the parent's rest; like that when not given. */
  orientation?: Quaternion;
  /** Rest: how long it is, 1 when not given. */
  length?: number;
  /** Pose: how far it is moved from its rest, in the axes of the rest. Default: [0, 0, 0]. */
  pose_position?: Vector3;
  /** In which numbers the host keeps and animates its turn: those of a quaternion, or Euler angles in this order. Changing it keeps the turn. */
  rotation_mode?: "quaternion" | "axis_angle" | "xyz" | "xzy" | "yxz" | "yzx" | "zxy" | "zyx";
  /** Pose: how it is turned from its rest, in the axes of the rest. Default: [0, 0, 0, 1]. */
  rotation?: Quaternion;
  /** Pose: scale factors along its own axes. Default: [1, 1, 1]. */
  scale?: Vector3;
  /** World transform of the pose, constraints included, row-major. */
  matrix_world?: Matrix4;
  /** Whether it shows. Default: true. */
  visible?: boolean;
  /** Whether the artist is kept from selecting it, and so from moving it. Default: false. */
  locked?: boolean;
  /** Which parts of its pose the artist may change; those that are not named stay as they are. */
  channel_control?: {
    /** Whether it may be moved along x. */
    tx?: boolean;
    /** Whether it may be moved along y. */
    ty?: boolean;
    /** Whether it may be moved along z. */
    tz?: boolean;
    /** Whether it may be turned about x. */
    rx?: boolean;
    /** Whether it may be turned about y. */
    ry?: boolean;
    /** Whether it may be turned about z. */
    rz?: boolean;
    /** Whether it may be scaled along x. */
    sx?: boolean;
    /** Whether it may be scaled along y. */
    sy?: boolean;
    /** Whether it may be scaled along z. */
    sz?: boolean;
  };
  /** In which colour it is drawn, linear rgba; null for that of the artist's theme. */
  color?: Rgba | null;
  /** Whether it casts shadows; `not_supported` where joints are not rendered. */
  cast_shadow?: boolean;
  /** Whether shadows fall on it; `not_supported` as above. */
  receive_shadow?: boolean;
  /** Order of drawing; `not_supported` as above. */
  render_order?: number;
  /** Axis about which IK bends it first; `not_supported` where a slight bend at rest says so. */
  preferred_rotation_axis?: Vector3;
  /** Whether it keeps its size when its parent is scaled. */
  segment_scale_compensate?: boolean;
  /** Radius at its position, as drawn and as reaching of an envelope. */
  joint_radius?: number;
  /** Custom properties by name; `not_supported` where it has none. */
  metadata?: Record<string, unknown>;
  /** The joints of its rig that follow it; none of those above it. */
  target_joint_ids?: Array<string>;
  /** How it is drawn: `cube` when not given; `custom` is the mesh of `custom_mesh_id`. */
  shape?: "cube" | "sphere" | "circle" | "square" | "arrow" | "cross" | "pyramid" | "diamond" | "custom";
  /** The mesh that it is drawn as; null for the other shapes. */
  custom_mesh_id?: string | null;
  /** How large it is drawn: the longest side of its shape. As long as the joint when not given. */
  size?: number;
  /** How its shape is moved and turned from the joint, in the joint's axes, row-major; without scale, which `size` is. */
  offset_matrix?: Matrix4;
  /** In what the joints follow it: its place and turn in its rig (`object`) or in the world; what it moved from its rest with all above it (`parent`), or by itself (`joint`, when not given). Only when joints follow it. */
  space_type?: "object" | "world" | "parent" | "joint";
  /** How it shows: as the view is set, or as a `template`, in lines only. Default: "normal". */
  display_type?: "normal" | "reference" | "template";
}

/** What `create_rig_controls` takes. */
export interface RigControlCreate {
  /** The name that the artist sees, unique in its rig; the host may number it. */
  name?: string;
  /** The rig that it belongs to; it stays the same. */
  rig_id: string;
  /** Its parent, a joint of the same rig, null for none; changing it keeps its rest where it is. On creation also the name of one made before it in the same call. */
  parent_id?: string | null;
  /** Rest: where it begins, local to the parent's rest; there when not given. */
  position?: Vector3;
  /** Rest: how it is turned, local to the parent's rest; like that when not given. */
  orientation?: Rotation;
  /** Rest: how long it is, 1 when not given. */
  length?: number;
  /** Pose: how far it is moved from its rest, in the axes of the rest. Default: [0, 0, 0]. */
  pose_position?: Vector3;
  /** In which numbers the host keeps and animates its turn: those of a quaternion, or Euler angles in this order. Changing it keeps the turn. */
  rotation_mode?: "quaternion" | "axis_angle" | "xyz" | "xzy" | "yxz" | "yzx" | "zxy" | "zyx";
  /** Pose: how it is turned from its rest, in the axes of the rest. Default: [0, 0, 0, 1]. */
  rotation?: Rotation;
  /** Pose: scale factors along its own axes. Default: [1, 1, 1]. */
  scale?: Vector3;
  /** Whether it shows. Default: true. */
  visible?: boolean;
  /** Whether the artist is kept from selecting it, and so from moving it. Default: false. */
  locked?: boolean;
  /** Which parts of its pose the artist may change; those that are not named stay as they are. */
  channel_control?: {
    /** Whether it may be moved along x. */
    tx?: boolean;
    /** Whether it may be moved along y. */
    ty?: boolean;
    /** Whether it may be moved along z. */
    tz?: boolean;
    /** Whether it may be turned about x. */
    rx?: boolean;
    /** Whether it may be turned about y. */
    ry?: boolean;
    /** Whether it may be turned about z. */
    rz?: boolean;
    /** Whether it may be scaled along x. */
    sx?: boolean;
    /** Whether it may be scaled along y. */
    sy?: boolean;
    /** Whether it may be scaled along z. */
    sz?: boolean;
  };
  /** In which colour it is drawn, linear rgba; null for that of the artist's theme. */
  color?: Color | null;
  /** Whether it casts shadows; `not_supported` where joints are not rendered. */
  cast_shadow?: boolean;
  /** Whether shadows fall on it; `not_supported` as above. */
  receive_shadow?: boolean;
  /** Order of drawing; `not_supported` as above. */
  render_order?: number;
  /** Axis about which IK bends it first; `not_supported` where a slight bend at rest says so. */
  preferred_rotation_axis?: Vector3;
  /** Whether it keeps its size when its parent is scaled. */
  segment_scale_compensate?: boolean;
  /** Radius at its position, as drawn and as reaching of an envelope. */
  joint_radius?: number;
  /** Custom properties by name; `not_supported` where it has none. */
  metadata?: Record<string, unknown>;
  /** The joints of its rig that follow it; none of those above it. */
  target_joint_ids?: Array<string>;
  /** How it is drawn: `cube` when not given; `custom` is the mesh of `custom_mesh_id`. */
  shape?: "cube" | "sphere" | "circle" | "square" | "arrow" | "cross" | "pyramid" | "diamond" | "custom";
  /** The mesh that it is drawn as; null for the other shapes. */
  custom_mesh_id?: string | null;
  /** How large it is drawn: the longest side of its shape. As long as the joint when not given. */
  size?: number;
  /** How its shape is moved and turned from the joint, in the joint's axes, row-major; without scale, which `size` is. */
  offset_matrix?: Matrix4;
  /** In what the joints follow it: its place and turn in its rig (`object`) or in the world; what it moved from its rest with all above it (`parent`), or by itself (`joint`, when not given). Only when joints follow it. */
  space_type?: "object" | "world" | "parent" | "joint";
  /** How it shows: as the view is set, or as a `template`, in lines only. Default: "normal". */
  display_type?: "normal" | "reference" | "template";
}

/** A patch: ids and whatever changes of rig_controls. */
export interface RigControlUpdate {
  /** Ids or unique names of what this patch changes. */
  ids: Array<string>;
  /** The name that the artist sees, unique in its rig; the host may number it. */
  name?: string;
  /** Its parent, a joint of the same rig, null for none; changing it keeps its rest where it is. On creation also the name of one made before it in the same call. */
  parent_id?: string | null;
  /** Rest: where it begins, local to the parent's rest; there when not given. */
  position?: Vector3;
  /** Rest: how it is turned, local to the parent's rest; like that when not given. */
  orientation?: Rotation;
  /** Rest: how long it is, 1 when not given. */
  length?: number;
  /** Pose: how far it is moved from its rest, in the axes of the rest. Default: [0, 0, 0]. */
  pose_position?: Vector3;
  /** In which numbers the host keeps and animates its turn: those of a quaternion, or Euler angles in this order. Changing it keeps the turn. */
  rotation_mode?: "quaternion" | "axis_angle" | "xyz" | "xzy" | "yxz" | "yzx" | "zxy" | "zyx";
  /** Pose: how it is turned from its rest, in the axes of the rest. Default: [0, 0, 0, 1]. */
  rotation?: Rotation;
  /** Pose: scale factors along its own axes. Default: [1, 1, 1]. */
  scale?: Vector3;
  /** Whether it shows. Default: true. */
  visible?: boolean;
  /** Whether the artist is kept from selecting it, and so from moving it. Default: false. */
  locked?: boolean;
  /** Which parts of its pose the artist may change; those that are not named stay as they are. */
  channel_control?: {
    /** Whether it may be moved along x. */
    tx?: boolean;
    /** Whether it may be moved along y. */
    ty?: boolean;
    /** Whether it may be moved along z. */
    tz?: boolean;
    /** Whether it may be turned about x. */
    rx?: boolean;
    /** Whether it may be turned about y. */
    ry?: boolean;
    /** Whether it may be turned about z. */
    rz?: boolean;
    /** Whether it may be scaled along x. */
    sx?: boolean;
    /** Whether it may be scaled along y. */
    sy?: boolean;
    /** Whether it may be scaled along z. */
    sz?: boolean;
  };
  /** In which colour it is drawn, linear rgba; null for that of the artist's theme. */
  color?: Color | null;
  /** Whether it casts shadows; `not_supported` where joints are not rendered. */
  cast_shadow?: boolean;
  /** Whether shadows fall on it; `not_supported` as above. */
  receive_shadow?: boolean;
  /** Order of drawing; `not_supported` as above. */
  render_order?: number;
  /** Axis about which IK bends it first; `not_supported` where a slight bend at rest says so. */
  preferred_rotation_axis?: Vector3;
  /** Whether it keeps its size when its parent is scaled. */
  segment_scale_compensate?: boolean;
  /** Radius at its position, as drawn and as reaching of an envelope. */
  joint_radius?: number;
  /** Custom properties by name; `not_supported` where it has none. */
  metadata?: Record<string, unknown>;
  /** The joints of its rig that follow it; none of those above it. */
  target_joint_ids?: Array<string>;
  /** How it is drawn: `cube` when not given; `custom` is the mesh of `custom_mesh_id`. */
  shape?: "cube" | "sphere" | "circle" | "square" | "arrow" | "cross" | "pyramid" | "diamond" | "custom";
  /** The mesh that it is drawn as; null for the other shapes. */
  custom_mesh_id?: string | null;
  /** How large it is drawn: the longest side of its shape. As long as the joint when not given. */
  size?: number;
  /** How its shape is moved and turned from the joint, in the joint's axes, row-major; without scale, which `size` is. */
  offset_matrix?: Matrix4;
  /** In what the joints follow it: its place and turn in its rig (`object`) or in the world; what it moved from its rest with all above it (`parent`), or by itself (`joint`, when not given). Only when joints follow it. */
  space_type?: "object" | "world" | "parent" | "joint";
  /** How it shows: as the view is set, or as a `template`, in lines only. Default: "normal". */
  display_type?: "normal" | "reference" | "template";
}

/** Filters of `list_rig_controls`. */
export interface RigControlFilter {
  /** Opaque id that survives renaming. */
  id?: Filter<string>;
  /** The name that the artist sees, unique in its rig; the host may number it. */
  name?: Filter<string>;
  /** The rig that it belongs to; it stays the same. */
  rig_id?: Filter<string>;
  /** The name of that rig. */
  rig_name?: Filter<string>;
  /** Its parent, a joint of the same rig, null for none; changing it keeps its rest where it is. On creation also the name of one made before it in the same call. */
  parent_id?: Filter<string | null>;
  /** Rest: how long it is, 1 when not given. */
  length?: Filter<number>;
  /** In which numbers the host keeps and animates its turn: those of a quaternion, or Euler angles in this order. Changing it keeps the turn. */
  rotation_mode?: Filter<"quaternion" | "axis_angle" | "xyz" | "xzy" | "yxz" | "yzx" | "zxy" | "zyx">;
  /** Whether it shows. Default: true. */
  visible?: Filter<boolean>;
  /** Whether the artist is kept from selecting it, and so from moving it. Default: false. */
  locked?: Filter<boolean>;
  /** Whether it casts shadows; `not_supported` where joints are not rendered. */
  cast_shadow?: Filter<boolean>;
  /** Whether shadows fall on it; `not_supported` as above. */
  receive_shadow?: Filter<boolean>;
  /** Order of drawing; `not_supported` as above. */
  render_order?: Filter<number>;
  /** Whether it keeps its size when its parent is scaled. */
  segment_scale_compensate?: Filter<boolean>;
  /** Radius at its position, as drawn and as reaching of an envelope. */
  joint_radius?: Filter<number>;
  /** How it is drawn: `cube` when not given; `custom` is the mesh of `custom_mesh_id`. */
  shape?: Filter<"cube" | "sphere" | "circle" | "square" | "arrow" | "cross" | "pyramid" | "diamond" | "custom">;
  /** The mesh that it is drawn as; null for the other shapes. */
  custom_mesh_id?: Filter<string | null>;
  /** How large it is drawn: the longest side of its shape. As long as the joint when not given. */
  size?: Filter<number>;
  /** In what the joints follow it: its place and turn in its rig (`object`) or in the world; what it moved from its rest with all above it (`parent`), or by itself (`joint`, when not given). Only when joints follow it. */
  space_type?: Filter<"object" | "world" | "parent" | "joint">;
  /** How it shows: as the view is set, or as a `template`, in lines only. Default: "normal". */
  display_type?: Filter<"normal" | "reference" | "template">;
}

/** A pose of a rig that is kept to come back to. Every rig has its rest, in which skins are bound; the others are kept beside it (in Blender as actions that are pose assets: they stand in the asset browser, and belong to every rig that has most of their joints). */
export interface BindPose {
  /** Opaque id that survives renaming. */
  id?: string;
  /** The name that the artist sees; the rest is called `Rest` and stays so. */
  name?: string;
  /** The rig whose pose it is; it stays the same. */
  rig_id?: string;
  /** Where its joints are. On creation the rig's present pose when not given; on input joints that are not named are not part of it, and follow those above them. */
  transforms?: Array<{
    /** The joint. */
    joint_id: string;
    /** Where it is in its rig, row-major. */
    matrix: Matrix4;
  }>;
  /** The joints that are part of it. */
  joint_ids?: Array<string>;
  /** Whether the rig stands in it now. `true` puts its joints there; `false`, when they are, back to their rest. */
  active?: boolean;
  /** Whether skins are bound in it. */
  is_bind_pose?: boolean;
  /** Whether it is the rig's own, which is neither changed here nor deleted. */
  is_default?: boolean;
  /** Custom properties by name. */
  metadata?: Record<string, unknown>;
}

/** What `create_bind_poses` takes. */
export interface BindPoseCreate {
  /** The name that the artist sees; the rest is called `Rest` and stays so. */
  name?: string;
  /** The rig whose pose it is; it stays the same. */
  rig_id: string;
  /** Where its joints are. On creation the rig's present pose when not given; on input joints that are not named are not part of it, and follow those above them. */
  transforms?: Array<{
    /** The joint. */
    joint_id: string;
    /** Where it is in its rig, row-major. */
    matrix: Matrix4;
  }>;
  /** Whether the rig stands in it now. `true` puts its joints there; `false`, when they are, back to their rest. */
  active?: boolean;
  /** Custom properties by name. */
  metadata?: Record<string, unknown>;
}

/** A patch: ids and whatever changes of bind_poses. */
export interface BindPoseUpdate {
  /** Ids or unique names of what this patch changes. */
  ids: Array<string>;
  /** The name that the artist sees; the rest is called `Rest` and stays so. */
  name?: string;
  /** Where its joints are. On creation the rig's present pose when not given; on input joints that are not named are not part of it, and follow those above them. */
  transforms?: Array<{
    /** The joint. */
    joint_id: string;
    /** Where it is in its rig, row-major. */
    matrix: Matrix4;
  }>;
  /** Whether the rig stands in it now. `true` puts its joints there; `false`, when they are, back to their rest. */
  active?: boolean;
  /** Custom properties by name. */
  metadata?: Record<string, unknown>;
}

/** Filters of `list_bind_poses`. */
export interface BindPoseFilter {
  /** Opaque id that survives renaming. */
  id?: Filter<string>;
  /** The name that the artist sees; the rest is called `Rest` and stays so. */
  name?: Filter<string>;
  /** The rig whose pose it is; it stays the same. */
  rig_id?: Filter<string>;
  /** Whether the rig stands in it now. `true` puts its joints there; `false`, when they are, back to their rest. */
  active?: Filter<boolean>;
  /** Whether skins are bound in it. */
  is_bind_pose?: Filter<boolean>;
  /** Whether it is the rig's own, which is neither changed here nor deleted. */
  is_default?: Filter<boolean>;
}

/** What `create_primitives` takes. */
export interface PrimitiveCreate {
  /** Which shape. */
  kind: "cube" | "sphere" | "ico_sphere" | "cylinder" | "cone" | "plane" | "torus" | "circle";
  /** The name that the artist sees; without it the shape's. */
  name?: string;
  /** Position local to the parent, in scene units. Default: [0, 0, 0]. */
  position?: Vector3;
  /** Rotation local to the parent as [x, y, z, w]; {"euler": [90, 0, 0]} in degrees on input. Default: [0, 0, 0, 1]. */
  rotation?: Rotation;
  /** Scale factors. Default: [1, 1, 1]. */
  scale?: Vector3;
  /** Its parent, null for none. */
  parent_id?: string | null;
  /** Its material, null for none. */
  material_id?: string | null;
  /** Length of an edge of a cube or plane, 2 when not given. */
  size?: number;
  /** Radius, of a cone at its base, of a torus of its ring, 1 when not given. */
  radius?: number;
  /** Radius of a cone at its top, 0 when not given. */
  radius2?: number;
  /** Radius of the tube of a torus, a quarter of `radius` when not given. */
  minor_radius?: number;
  /** Height of a cylinder or cone, 2 when not given. */
  depth?: number;
  /** Steps around, 32 when not given (torus 48). */
  segments?: number;
  /** Steps from pole to pole, or around a torus's tube, 16 when not given (torus 12). */
  rings?: number;
  /** Subdivisions of an ico_sphere, 2 when not given. */
  subdivisions?: number;
}

/** What every operation takes and gives. */
export interface Operations {
  /** Creates nodes and gives them back as the host has them. A node is any scene object; creating one makes an empty that others can be parented to. */
  create_nodes: {
    arguments: {
      /** What to create, one object each. */
      items: Array<NodeCreate>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
      /** Axes and units of all values given and returned: `host` (when not given), as the artist sees them, or `gltf`: right-handed, Y up, metres. */
      convention?: "host" | "gltf";
    };
    result: {
      /** Ids of what was created, in the order of the items. */
      ids: Array<string>;
      /** As read from the host. */
      items: Array<Node>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Reads nodes by id or unique name. A node is any scene object; creating one makes an empty that others can be parented to. */
  get_nodes: {
    arguments: {
      /** Ids or unique names. */
      ids: Array<string>;
      /** Only these fields, besides `id` and `name`; without it all but the large ones. */
      fields?: Array<"id" | "name" | "type" | "position" | "rotation" | "scale" | "parent_id" | "child_ids" | "visible" | "locked" | "cast_shadow" | "receive_shadow" | "render_order" | "metadata" | "bounds" | "matrix_world">;
      /** Axes and units of all values given and returned: `host` (when not given), as the artist sees them, or `gltf`: right-handed, Y up, metres. */
      convention?: "host" | "gltf";
    };
    result: {
      /** As read from the host. */
      items: Array<Node>;
    };
  };
  /** Lists nodes, page by page, all or those that match the filters. */
  list_nodes: {
    arguments: {
      /** Only the direct children of this one. */
      parent_id?: string;
      /** Only those of which all of this holds: by field a value, a list of values of which it is one, or comparisons (`{"gt": 2, "le": 5}`; eq, ne, lt, le, gt, ge). Text may hold the wildcards `*` and `?`, in any case; where a field names something, its id or name. */
      filters?: NodeFilter;
      /** Only these fields, besides `id` and `name`; without it all but the large ones. */
      fields?: Array<"id" | "name" | "type" | "position" | "rotation" | "scale" | "parent_id" | "child_ids" | "visible" | "locked" | "cast_shadow" | "receive_shadow" | "render_order" | "metadata" | "bounds" | "matrix_world">;
      /** How many at most. Default: 50. */
      limit?: number;
      /** `next_cursor` of the page before. */
      cursor?: string;
      /** Axes and units of all values given and returned: `host` (when not given), as the artist sees them, or `gltf`: right-handed, Y up, metres. */
      convention?: "host" | "gltf";
    };
    result: {
      /** As read from the host. */
      items: Array<Node>;
      /** How many match, over all pages. */
      total: number;
      /** Where the next page begins; absent on the last. */
      next_cursor?: string;
    };
  };
  /** Changes the fields given of nodes and leaves the others; one patch may change many. */
  update_nodes: {
    arguments: {
      /** Patches, done in this order. */
      items: Array<NodeUpdate>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
      /** Axes and units of all values given and returned: `host` (when not given), as the artist sees them, or `gltf`: right-handed, Y up, metres. */
      convention?: "host" | "gltf";
    };
    result: {
      /** As read from the host. */
      items: Array<Node>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Deletes nodes by id or unique name. */
  delete_nodes: {
    arguments: {
      /** Ids or unique names of what goes. */
      ids: Array<string>;
    };
    result: {
      /** Ids of what was deleted, children included. */
      deleted: Array<string>;
    };
  };
  /** Creates groups and gives them back as the host has them. A group keeps nodes together without moving them (a collection in Blender, a set in Maya, a folder in Unreal). */
  create_groups: {
    arguments: {
      /** What to create, one object each. */
      items: Array<GroupCreate>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
    };
    result: {
      /** Ids of what was created, in the order of the items. */
      ids: Array<string>;
      /** As read from the host. */
      items: Array<Group>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Reads groups by id or unique name. A group keeps nodes together without moving them (a collection in Blender, a set in Maya, a folder in Unreal). */
  get_groups: {
    arguments: {
      /** Ids or unique names. */
      ids: Array<string>;
      /** Only these fields, besides `id` and `name`; without it all but the large ones. */
      fields?: Array<"id" | "name" | "parent_id" | "child_ids" | "object_ids" | "visible" | "locked" | "metadata">;
    };
    result: {
      /** As read from the host. */
      items: Array<Group>;
    };
  };
  /** Lists groups, page by page, all or those that match the filters. */
  list_groups: {
    arguments: {
      /** Only the direct children of this one. */
      parent_id?: string;
      /** Only those of which all of this holds: by field a value, a list of values of which it is one, or comparisons (`{"gt": 2, "le": 5}`; eq, ne, lt, le, gt, ge). Text may hold the wildcards `*` and `?`, in any case; where a field names something, its id or name. */
      filters?: GroupFilter;
      /** Only these fields, besides `id` and `name`; without it all but the large ones. */
      fields?: Array<"id" | "name" | "parent_id" | "child_ids" | "object_ids" | "visible" | "locked" | "metadata">;
      /** How many at most. Default: 50. */
      limit?: number;
      /** `next_cursor` of the page before. */
      cursor?: string;
    };
    result: {
      /** As read from the host. */
      items: Array<Group>;
      /** How many match, over all pages. */
      total: number;
      /** Where the next page begins; absent on the last. */
      next_cursor?: string;
    };
  };
  /** Changes the fields given of groups and leaves the others; one patch may change many. */
  update_groups: {
    arguments: {
      /** Patches, done in this order. */
      items: Array<GroupUpdate>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
    };
    result: {
      /** As read from the host. */
      items: Array<Group>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Deletes groups by id or unique name. */
  delete_groups: {
    arguments: {
      /** Ids or unique names of what goes. */
      ids: Array<string>;
    };
    result: {
      /** Ids of what was deleted, children included. */
      deleted: Array<string>;
    };
  };
  /** Creates constraints and gives them back as the host has them. A constraint makes a node (`source_id`) follow, aim at or copy another one (`target_id`). */
  create_constraints: {
    arguments: {
      /** What to create, one object each. */
      items: Array<ConstraintCreate>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
    };
    result: {
      /** Ids of what was created, in the order of the items. */
      ids: Array<string>;
      /** As read from the host. */
      items: Array<Constraint>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Reads constraints by id or unique name. A constraint makes a node (`source_id`) follow, aim at or copy another one (`target_id`). */
  get_constraints: {
    arguments: {
      /** Ids or unique names. */
      ids: Array<string>;
      /** Only these fields, besides `id` and `name`; without it all but the large ones. */
      fields?: Array<"id" | "name" | "type" | "source_id" | "target_id" | "influence" | "maintain_offset" | "skip_translation" | "skip_rotation" | "skip_scale" | "space" | "custom_space_id" | "active" | "metadata">;
    };
    result: {
      /** As read from the host. */
      items: Array<Constraint>;
    };
  };
  /** Lists constraints, page by page, all or those that match the filters. */
  list_constraints: {
    arguments: {
      /** Only those of this one. */
      parent_id?: string;
      /** Only those of which all of this holds: by field a value, a list of values of which it is one, or comparisons (`{"gt": 2, "le": 5}`; eq, ne, lt, le, gt, ge). Text may hold the wildcards `*` and `?`, in any case; where a field names something, its id or name. */
      filters?: ConstraintFilter;
      /** Only these fields, besides `id` and `name`; without it all but the large ones. */
      fields?: Array<"id" | "name" | "type" | "source_id" | "target_id" | "influence" | "maintain_offset" | "skip_translation" | "skip_rotation" | "skip_scale" | "space" | "custom_space_id" | "active" | "metadata">;
      /** How many at most. Default: 50. */
      limit?: number;
      /** `next_cursor` of the page before. */
      cursor?: string;
    };
    result: {
      /** As read from the host. */
      items: Array<Constraint>;
      /** How many match, over all pages. */
      total: number;
      /** Where the next page begins; absent on the last. */
      next_cursor?: string;
    };
  };
  /** Changes the fields given of constraints and leaves the others; one patch may change many. */
  update_constraints: {
    arguments: {
      /** Patches, done in this order. */
      items: Array<ConstraintUpdate>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
    };
    result: {
      /** As read from the host. */
      items: Array<Constraint>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Deletes constraints by id or unique name. */
  delete_constraints: {
    arguments: {
      /** Ids or unique names of what goes. */
      ids: Array<string>;
    };
    result: {
      /** Ids of what was deleted, children included. */
      deleted: Array<string>;
    };
  };
  /** Reads the scene in one look: file, frames, units, counts, selection, render settings and its first nodes, as a list or as a tree. */
  get_scene: {
    arguments: {
      /** Only these fields; without it all but the tree. */
      fields?: Array<"name" | "file" | "frame" | "frame_start" | "frame_end" | "fps" | "up_axis" | "metres_per_unit" | "units" | "counts" | "active_camera" | "selection" | "nodes" | "tree" | "total" | "render" | "modified">;
      /** The tree of what lies below this one. */
      root_id?: string;
      /** Levels of the tree; without it all. */
      depth?: number;
      /** Nodes of the tree at most (200), upper levels first; the others are counted. */
      budget?: number;
    };
    result: {
      /** Name of the scene. */
      name?: string;
      /** The open file, empty when never saved. */
      file?: string;
      /** The current frame. */
      frame?: number;
      /** First frame. */
      frame_start?: number;
      /** Last frame. */
      frame_end?: number;
      /** Frames per second. */
      fps?: number;
      /** Which axis points up. */
      up_axis?: "Z" | "Y";
      /** How long one scene unit is. */
      metres_per_unit?: number;
      /** The unit that the artist sees. */
      units?: string;
      /** How many nodes there are of each type. */
      counts?: Record<string, unknown>;
      /** The camera that renders, null for none. */
      active_camera?: string | null;
      /** Ids of what is selected. */
      selection?: Array<string>;
      /** The first nodes; `list_nodes` gives them all. */
      nodes?: Array<{
        /** Opaque id. */
        id: string;
        /** Name. */
        name: string;
        /** What it is. */
        type: "mesh" | "camera" | "light" | "empty" | "armature" | "curve" | "other";
        /** Its parent, null for none. */
        parent_id: string | null;
      }>;
      /** The nodes as a tree, when asked for. */
      tree?: {
        /** The first level, by name. */
        roots: Array<{
          /** Opaque id. */
          id: string;
          /** Name. */
          name: string;
          /** What it is. */
          type: "mesh" | "camera" | "light" | "empty" | "armature" | "curve" | "other";
          /** What lies below it, each as this one; absent when nothing is shown. */
          children?: Array<Record<string, unknown>>;
          /** How many children are not shown; absent when all are. */
          more?: number;
        }>;
        /** How many of the first level are not shown; absent when all are. */
        more?: number;
        /** How many nodes are shown. */
        shown: number;
        /** How many there are, on all levels. */
        total: number;
      };
      /** How many nodes the scene has. */
      total?: number;
      /** Settings of a render. */
      render?: {
        /** Render engine. */
        engine: string;
        /** Width of a render. */
        width: number;
        /** Height of a render. */
        height: number;
      };
      /** Whether there are changes that are not saved. */
      modified?: boolean;
    };
  };
  /** Reads what is selected and which one of them is active. */
  get_selection: {
    arguments: {
    };
    result: {
      /** What is selected. */
      ids: Array<string>;
      /** The active one, null for none. */
      active_id: string | null;
    };
  };
  /** Selects nodes by id or unique name; an empty list with `replace` selects nothing. */
  select: {
    arguments: {
      /** What to select. */
      ids: Array<string>;
      /** What becomes of the selection so far. Default: "replace". */
      mode?: "replace" | "add" | "remove" | "toggle";
    };
    result: {
      /** What is selected now. */
      selected_ids: Array<string>;
    };
  };
  /** Takes back the last steps, the artist's own included. */
  undo: {
    arguments: {
      /** How many steps. Default: 1. */
      steps?: number;
    };
    result: {
      /** How many steps were taken back. */
      undone: number;
    };
  };
  /** Does again what was undone last. */
  redo: {
    arguments: {
      /** How many steps. Default: 1. */
      steps?: number;
    };
    result: {
      /** How many steps were done again. */
      redone: number;
    };
  };
  /** Runs Python in the host and gives the value of the last expression, stdout and stderr. Typed operations come first: they validate, undo and read back. */
  execute_python: {
    arguments: {
      /** Python source. */
      code: string;
      /** Seconds after which it is stopped and rolled back. */
      timeout?: number;
      /** Calls with the same name share their variables; without it each starts afresh. */
      namespace?: string;
      /** Values that the code finds under these names. */
      variables?: Record<string, unknown>;
      /** Characters kept of stdout and of stderr; of longer output the middle is left out. Default: 262144. */
      output_limit?: number;
      /** Which variables to tell afterwards; `*` stands for anything. */
      variables_after?: Array<string>;
      /** Tells the lines that ran and what each changed. Default: false. */
      trace?: boolean;
      /** Whether it runs on a copy of the scene in a process without network and home folder: nothing changes here. Default: false. */
      isolated?: boolean;
    };
    result: {
      /** Value of the last expression when it has a JSON form. */
      value?: unknown | null;
      /** The same value as Python prints it. */
      repr: string;
      /** What it printed. */
      stdout: string;
      /** What it printed to stderr. */
      stderr: string;
      /** Those that `variables_after` named. */
      variables?: Array<{
        /** Name. */
        name: string;
        /** Name of its type. */
        type: string;
        /** As Python prints it, up to 2,000 characters. */
        repr: string;
        /** How many parts it has, of texts, lists, tables and sets. */
        length?: number;
        /** The value, when it has a JSON form and is short. */
        value?: unknown | null;
      }>;
      /** The lines that ran; an error has them in its details. */
      trace?: {
        /** Up to 1,000, in the order in which they ran. */
        lines: Array<{
          /** Its number, from 1. */
          line: number;
          /** Where: a function's name, or `<module>`. */
          function: string;
          /** What variables are after it, shortened; null for one that has gone. */
          changed: Record<string, unknown>;
        }>;
        /** Whether more ran than is told. */
        cut: boolean;
      };
      /** All of stdout, when cut. */
      whole_stdout?: FileSummary;
      /** All of stderr, when cut. */
      whole_stderr?: FileSummary;
      /** All of `repr`, when cut. */
      whole_repr?: FileSummary;
    };
  };
  /** Tells how the instance is: what runs, what waits, versions and counts. Answered at once, also while the host is busy. */
  get_status: {
    arguments: {
      /** Tells `not_supported` too; long. Default: false. */
      not_supported?: boolean;
    };
    result: {
      /** Id, name, application, versions. */
      instance: Record<string, unknown>;
      /** Calls that wait for the main thread. */
      queue: number;
      /** The call that runs now, null for none. */
      running?: Record<string, unknown> | null;
      /** Why calls that change the scene wait now, null when they do not. */
      held?: string | null;
      /** Seconds since it started. */
      uptime: number;
      /** Of scenewire, host, Python and protocol. */
      versions?: Record<string, unknown>;
      /** Calls done, failed, cancelled; connections now. */
      counts?: Record<string, unknown>;
      /** What code may do here. */
      python?: Record<string, unknown>;
      /** What it cannot do, and why. */
      not_supported?: Record<string, unknown>;
    };
  };
  /** Searches the running host's own Python API by introspection, for what `execute_python` can call. */
  describe_api: {
    arguments: {
      /** Words or a dotted path: `bevel`, `bpy.ops.mesh`. */
      query: string;
      /** How many at most. Default: 10. */
      limit?: number;
    };
    result: {
      /** Best first. */
      matches: Array<{
        /** Where it is: `bpy.ops.mesh.bevel`. */
        path: string;
        /** `function`, `class`, `property`, `module` … */
        kind: string;
        /** What the host says of it. */
        doc: string;
        /** How it is called. */
        signature?: string;
      }>;
    };
  };
  /** Tells what happened in the scene since `cursor`, by the artist's own hand too: nodes added or removed, selection, files, undo. Waits for it when told to, also while the host is busy. What comes faster than four times a second is merged and counted. */
  get_events: {
    arguments: {
      /** The `cursor` of the last answer; without it what happens from now on. */
      after?: string;
      /** Which events; all without it. */
      kinds?: Array<"nodes_added" | "nodes_removed" | "selection_changed" | "scene_changed" | "file_opened" | "file_saved" | "undo" | "redo">;
      /** How long to wait for the first one. In the host's own Python it never waits. Default: 0. */
      wait?: number;
    };
    result: {
      /** Oldest first, 256 at most; the rest comes with the next call. */
      events: Array<{
        /** What happened; `scene_changed` is a change other than of nodes and selection. */
        kind: "nodes_added" | "nodes_removed" | "selection_changed" | "scene_changed" | "file_opened" | "file_saved" | "undo" | "redo";
        /** Grows by one from event to event. */
        number: number;
        /** When the first of those happened for which it stands, in UTC. */
        time: string;
        /** For how many of its kind it stands, which came faster than they are told. */
        count: number;
        /** Who did it: a call, or the artist (or another add-on). */
        by: "artist" | "call";
        /** Of a call: whether the reader itself made it. */
        own?: boolean;
        /** Of a call: what it did. */
        operation?: string;
        /** Of a call: its name in the gateway's audit. */
        call?: string;
        /** Nodes added, removed, or selected now; the first 64. */
        ids?: Array<string>;
        /** Their names; of what was removed those that were seen last. */
        names?: Array<string>;
        /** How many more there are; absent for none. */
        more?: number;
        /** Of a selection: the active node, null for none. */
        active_id?: string | null;
        /** The file that was opened or saved, empty for a new one. */
        path?: string;
      }>;
      /** For `after` of the next call. */
      cursor: string;
      /** How many events are no longer kept since `after`: 1024 are. */
      missed: number;
      /** Whether `after` is of an earlier run of the host. */
      restarted: boolean;
    };
  };
  /** Begins long work (a render, a bake, an export, a simulation) in the background, on a copy of the scene: the artist works on, and it goes on when you leave. Name things by their names. `get_task` tells how far it is and gives the result. */
  start_task: {
    arguments: {
      /** What to do: render, export_geometry, batch, execute_python ... */
      operation: string;
      /** Its arguments. */
      arguments?: Record<string, unknown>;
      /** Where the copy is saved when it is done; needed by what changes it. */
      save_path?: string;
      /** How long it may take; six hours without it. */
      time_limit?: number;
    };
    result: {
      /** Opaque id of the task. */
      id: string;
      /** What it does. */
      operation: string;
      /** Where it stands. */
      status: "running" | "completed" | "failed" | "cancelled";
      /** How much is done, null when nobody knows. */
      progress?: number | null;
      /** What is being done. */
      message: string;
      /** When it began, in UTC. */
      started: string;
      /** How long it runs, or ran. */
      seconds: number;
    };
  };
  /** Tells how far a task is, what it said last, and what came of it. Waits for its end when told to. */
  get_task: {
    arguments: {
      /** Opaque id of the task. */
      id: string;
      /** How many lines of its log. Default: 10. */
      log_lines?: number;
      /** How long to wait for its end. Default: 0. */
      wait?: number;
    };
    result: {
      /** Opaque id of the task. */
      id: string;
      /** What it does. */
      operation: string;
      /** Where it stands. */
      status: "running" | "completed" | "failed" | "cancelled";
      /** How much is done, null when nobody knows. */
      progress?: number | null;
      /** What is being done. */
      message: string;
      /** When it began, in UTC. */
      started: string;
      /** How long it runs, or ran. */
      seconds: number;
      /** The last lines that the background said. */
      log: Array<string>;
      /** What the operation answered, once it is completed. Names in it hold in your scene; ids are of the copy. */
      result?: unknown;
      /** Why it failed, as a call would have told it. */
      error?: Record<string, unknown>;
    };
  };
  /** Lists your tasks on this host, the newest first: those that run, and the last 32 that are over. */
  list_tasks: {
    arguments: {
    };
    result: {
      /** One for each. */
      items: Array<{
        /** Opaque id of the task. */
        id: string;
        /** What it does. */
        operation: string;
        /** Where it stands. */
        status: "running" | "completed" | "failed" | "cancelled";
        /** How much is done, null when nobody knows. */
        progress?: number | null;
        /** What is being done. */
        message: string;
        /** When it began, in UTC. */
        started: string;
        /** How long it runs, or ran. */
        seconds: number;
      }>;
    };
  };
  /** Ends a task that runs; nothing of it remains but the files it has written whole. */
  cancel_task: {
    arguments: {
      /** Opaque id of the task. */
      id: string;
    };
    result: {
      /** Opaque id of the task. */
      id: string;
      /** What it does. */
      operation: string;
      /** Where it stands. */
      status: "running" | "completed" | "failed" | "cancelled";
      /** How much is done, null when nobody knows. */
      progress?: number | null;
      /** What is being done. */
      message: string;
      /** When it began, in UTC. */
      started: string;
      /** How long it runs, or ran. */
      seconds: number;
    };
  };
  /** Runs many operations in order as one call and one undo step: all of them, or, when one fails, nothing. A text `$0.ids[0]` or `$arm.ids` in a step's arguments stands for what an earlier step gave, by its number or its name; a text that really begins with `$` is written `$$`. */
  batch: {
    arguments: {
      /** The steps, at most 10,000. */
      operations: Array<{
        /** Name of the operation. */
        operation: string;
        /** Its arguments, references among them. Default: {}. */
        arguments?: Record<string, unknown>;
        /** For references: letters, digits and `_`. */
        name?: string;
      }>;
      /** `fail`: one failed step undoes all; `continue`: the others are kept, each an undo step of its own. Default: "fail". */
      on_error?: "fail" | "continue";
      /** Check everything and tell what would change; touch nothing. Default: false. */
      dry_run?: boolean;
      /** Name of the undo step, as the artist sees it. */
      label?: string;
    };
    result: {
      /** One for each step, in order. */
      results: Array<{
        /** Which step, counted from 0. */
        index: number;
        /** What it did. */
        operation: string;
        /** Its name, when it was given one. */
        name?: string;
        /** What the operation gave. */
        result?: Record<string, unknown>;
        /** Why it failed; only with `on_error: "continue"`. */
        error?: Record<string, unknown>;
        /** What it would do; only with `dry_run`. */
        would?: Record<string, unknown>;
      }>;
      /** How many steps were done. */
      completed: number;
      /** How many failed; only with `on_error: "continue"`. */
      failed?: number;
      /** What the owner would be asked about; only with `dry_run`. */
      asks?: Array<string>;
    };
  };
  /** Copies objects of this session into another one, whatever its axes and units: meshes with normals, UV maps, colours, materials and textures, cameras, lights, curves, empties, and what lies below what. All stand where they stood in the world. At the target it is one undo step, wholly or not at all; `lost` tells what has no place there. */
  transfer: {
    arguments: {
      /** The session that they go to: its id or name, as `list_instances` tells them. */
      target: string;
      /** What goes: ids or unique names in this session. */
      ids: Array<string>;
      /** Whether all that lies below them goes too. Default: true. */
      include_children?: boolean;
      /** Whether a material of the same name that the target has is taken in place of a new one. Default: false. */
      reuse_materials?: boolean;
      /** Only tells what would go and what would be lost. Default: false. */
      dry_run?: boolean;
    };
    result: {
      /** The objects: which one has become which. */
      items: Array<{
        /** Its id at the source. */
        source_id: string;
        /** Its name at the source. */
        source_name: string;
        /** Its id at the target; absent in a dry run. */
        id?: string;
        /** Its name at the target, numbered where the old one was taken; absent in a dry run. */
        name?: string;
        /** What it is: `mesh`, `camera`, `light`, `curve`, `empty` ... */
        type: string;
      }>;
      /** Their materials. */
      materials: Array<{
        /** Its id at the source. */
        source_id: string;
        /** Its name at the source. */
        source_name: string;
        /** Its id at the target; absent in a dry run. */
        id?: string;
        /** Its name at the target, numbered where the old one was taken; absent in a dry run. */
        name?: string;
        /** Whether the target had one of this name, which was taken. */
        reused?: boolean;
      }>;
      /** The textures of these. */
      textures: Array<{
        /** Its id at the source. */
        source_id: string;
        /** Its name at the source. */
        source_name: string;
        /** Its id at the target; absent in a dry run. */
        id?: string;
        /** Its name at the target, numbered where the old one was taken; absent in a dry run. */
        name?: string;
        /** Whether the target had one of this name, which was taken. */
        reused?: boolean;
      }>;
      /** What did not come along of what came. */
      lost: Array<{
        /** What did not come along: `materials.textures.height`, `constraints` ... */
        field: string;
        /** Why. */
        reason: string;
        /** Of which things at the source; the first 20. */
        ids: Array<string>;
        /** Of how many. */
        count: number;
      }>;
      /** Objects below the chosen ones that no target has a place for, or not this one. */
      left_out: Array<{
        /** Its id at the source. */
        source_id: string;
        /** Its name at the source. */
        source_name: string;
        /** What it is: `mesh`, `camera`, `light`, `curve`, `empty` ... */
        type: string;
        /** Why it could not come along. */
        reason: string;
      }>;
      /** Where they are. */
      source: {
        /** Its id. */
        id: string;
        /** Its name. */
        name: string;
        /** What it is: `blender`, `maya`, `unreal`, `usd`. */
        app: string;
      };
      /** Where they went. */
      target: {
        /** Its id. */
        id: string;
        /** Its name. */
        name: string;
        /** What it is: `blender`, `maya`, `unreal`, `usd`. */
        app: string;
      };
      /** Of all arrays and pictures together. */
      bytes: number;
      /** Whether nothing has been done. */
      dry_run: boolean;
    };
  };
  /** Selects nothing. */
  clear_selection: {
    arguments: {
    };
    result: {
      /** What is selected now. */
      selected_ids: Array<string>;
    };
  };
  /** Moves, turns and scales nodes, to a place or by an offset, in the world, their parent's or their own space. */
  transform: {
    arguments: {
      /** What to move, done in this order. */
      items: Array<{
        /** The node. */
        id: string;
        /** Where it comes to be. */
        position?: Vector3;
        /** How it comes to be turned. */
        rotation?: Rotation;
        /** How large it comes to be. */
        scale?: Vector3;
        /** How far it is moved from there. */
        position_offset?: Vector3;
        /** How it is turned from there. */
        rotation_offset?: Rotation;
        /** By which factors it is scaled from there. */
        scale_offset?: Vector3;
        /** What positions and turns count from: the world, its parent, or (offsets) its own axes. Default: "world". */
        space?: "world" | "parent" | "local";
      }>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
      /** Axes and units of all values given and returned: `host` (when not given), as the artist sees them, or `gltf`: right-handed, Y up, metres. */
      convention?: "host" | "gltf";
    };
    result: {
      /** One for each, as read from the host. */
      items: Array<Node>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Parents nodes to another one, or to none, and keeps their place in the world unless told otherwise. */
  set_parent: {
    arguments: {
      /** Which node to which parent. */
      items: Array<{
        /** The node. */
        id: string;
        /** Its parent from now on, null for none. */
        parent_id: string | null;
      }>;
      /** Whether they stay where they are in the world. Default: true. */
      maintain_world_transform?: boolean;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
      /** Axes and units of all values given and returned: `host` (when not given), as the artist sees them, or `gltf`: right-handed, Y up, metres. */
      convention?: "host" | "gltf";
    };
    result: {
      /** One for each, as read from the host. */
      items: Array<Node>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Reads what lies below nodes. */
  get_children: {
    arguments: {
      /** Ids or unique names. */
      ids: Array<string>;
      /** Whether all below it are meant too. Default: false. */
      recursive?: boolean;
      /** Only those of these types. */
      types?: Array<"mesh" | "camera" | "light" | "empty" | "armature" | "curve" | "other">;
    };
    result: {
      /** One for each. */
      items: Array<{
        /** The node. */
        id: string;
        /** Those below it. */
        child_ids: Array<string>;
      }>;
    };
  };
  /** Reads single properties of nodes by path, those included that no entity has. */
  get_property: {
    arguments: {
      /** Which property of which node. */
      items: Array<{
        /** The node. */
        id: string;
        /** A field of the node (`position.x`, `rotation.z` in degrees, `visible`), or a path of the host's own (`data.lens`, `modifiers["Bevel"].width`). */
        property_path: string;
      }>;
      /** Whether all below it are meant too. Default: false. */
      recursive?: boolean;
    };
    result: {
      /** One for each, as read from the host. */
      items: Array<{
        /** The node. */
        id: string;
        /** A field of the node (`position.x`, `rotation.z` in degrees, `visible`), or a path of the host's own (`data.lens`, `modifiers["Bevel"].width`). */
        property_path: string;
        /** As the host has it. */
        value: unknown | null;
      }>;
    };
  };
  /** Writes single properties of nodes by path, those included that no entity has. */
  set_property: {
    arguments: {
      /** Which property of which node becomes what. */
      items: Array<{
        /** The node. */
        id: string;
        /** A field of the node (`position.x`, `rotation.z` in degrees, `visible`), or a path of the host's own (`data.lens`, `modifiers["Bevel"].width`). */
        property_path: string;
        /** What it becomes. */
        value: unknown;
      }>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
    };
    result: {
      /** One for each, as read from the host. */
      items: Array<{
        /** The node. */
        id: string;
        /** A field of the node (`position.x`, `rotation.z` in degrees, `visible`), or a path of the host's own (`data.lens`, `modifiers["Bevel"].width`). */
        property_path: string;
        /** As the host has it. */
        value: unknown | null;
      }>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Shows or hides nodes, in the viewport and in renders. */
  set_visibility: {
    arguments: {
      /** Which node shows. */
      items: Array<{
        /** The node. */
        id: string;
        /** Whether it shows. */
        visible: boolean;
      }>;
      /** Whether all below it are meant too. Default: false. */
      recursive?: boolean;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
      /** Axes and units of all values given and returned: `host` (when not given), as the artist sees them, or `gltf`: right-handed, Y up, metres. */
      convention?: "host" | "gltf";
    };
    result: {
      /** One for each, as read from the host. */
      items: Array<Node>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Keeps the artist from selecting or moving nodes, or lets him again. */
  set_locked: {
    arguments: {
      /** Which node is locked. */
      items: Array<{
        /** The node. */
        id: string;
        /** Whether it is locked. */
        locked: boolean;
      }>;
      /** Whether all below it are meant too. Default: false. */
      recursive?: boolean;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
      /** Axes and units of all values given and returned: `host` (when not given), as the artist sees them, or `gltf`: right-handed, Y up, metres. */
      convention?: "host" | "gltf";
    };
    result: {
      /** One for each, as read from the host. */
      items: Array<Node>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Copies nodes, with all below them unless told otherwise. */
  duplicate: {
    arguments: {
      /** What to copy. */
      items: Array<{
        /** The node. */
        id: string;
        /** Name of the copy; numbered after the original when not given. */
        name?: string;
        /** Whether all below it are copied too. Default: true. */
        duplicate_children?: boolean;
        /** Whether the copy gets meshes and other data of its own; else both share them. Default: false. */
        duplicate_dependencies?: boolean;
      }>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
      /** Axes and units of all values given and returned: `host` (when not given), as the artist sees them, or `gltf`: right-handed, Y up, metres. */
      convention?: "host" | "gltf";
    };
    result: {
      /** The copies, in the order of the items. */
      ids: Array<string>;
      /** One for each, as read from the host. */
      items: Array<Node>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Finds nodes by type and by values of fields or properties. */
  query: {
    arguments: {
      /** Only those of this type. */
      type?: "mesh" | "camera" | "light" | "empty" | "armature" | "curve" | "other";
      /** Only those with these values, by property path; text may hold `*`. */
      properties?: Record<string, unknown>;
      /** How many at most. Default: 100. */
      limit?: number;
      /** How many to pass over. Default: 0. */
      offset?: number;
    };
    result: {
      /** What was found, by name. */
      ids: Array<string>;
      /** How many there are. */
      total: number;
    };
  };
  /** Gives nodes, groups, materials and textures other names; their ids stay. */
  rename: {
    arguments: {
      /** Which one is called what. */
      items: Array<{
        /** The node, group, material or texture. */
        id: string;
        /** Its name from now on. */
        name: string;
      }>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
    };
    result: {
      /** One for each, as read from the host. */
      items: Array<{
        /** Which one. */
        id: string;
        /** Its name, as read from the host. */
        name: string;
      }>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Reads custom properties of nodes, groups, materials and textures. */
  get_metadata: {
    arguments: {
      /** Ids or unique names. */
      ids: Array<string>;
      /** Only this one. */
      key?: string;
    };
    result: {
      /** One for each. */
      items: Array<{
        /** Which one. */
        id: string;
        /** Its custom properties. */
        metadata: Record<string, unknown>;
      }>;
    };
  };
  /** Writes custom properties of nodes, groups, materials and textures. */
  set_metadata: {
    arguments: {
      /** Which one gets what. */
      items: Array<{
        /** The node, group, material or texture. */
        id: string;
        /** Custom properties by name; null takes one away. */
        metadata: Record<string, unknown>;
        /** Whether the others stay. Default: true. */
        merge?: boolean;
      }>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
    };
    result: {
      /** One for each, as read from the host. */
      items: Array<{
        /** Which one. */
        id: string;
        /** Its custom properties. */
        metadata: Record<string, unknown>;
      }>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Puts nodes into groups, takes them out, moves them from one group to another, or puts groups into others; what is not named stays where it is. */
  edit_groups: {
    arguments: {
      /** What to do, in this order. */
      items: Array<{
        /** The group. */
        group_id: string;
        /** Which nodes; remove and move without it mean all of the group, nest takes none. */
        object_ids?: Array<string>;
        /** Of move: the group that takes the objects; of nest: the group that takes this one, null for none. */
        target_group_id?: string | null;
      }>;
      /** What to do with each. */
      operation: "add" | "remove" | "move" | "nest";
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
    };
    result: {
      /** One for each, as read from the host. */
      items: Array<{
        /** The group. */
        group_id: string;
        /** The nodes that are in it now. */
        object_ids: Array<string>;
        /** The group that it lies in now, null for none. */
        parent_id: string | null;
        /** Of move: the group that took the objects. */
        target_group_id?: string;
        /** Of move: the nodes that are in that one now. */
        target_object_ids?: Array<string>;
      }>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Opens a scene file in place of the open one, whose unsaved changes are lost; ids from before are stale. */
  open_file: {
    arguments: {
      /** Absolute path of the file. */
      path: string;
    };
    result: {
      /** Name of the scene. */
      name?: string;
      /** The open file, empty when never saved. */
      file?: string;
      /** The current frame. */
      frame?: number;
      /** First frame. */
      frame_start?: number;
      /** Last frame. */
      frame_end?: number;
      /** Frames per second. */
      fps?: number;
      /** Which axis points up. */
      up_axis?: "Z" | "Y";
      /** How long one scene unit is. */
      metres_per_unit?: number;
      /** The unit that the artist sees. */
      units?: string;
      /** How many nodes there are of each type. */
      counts?: Record<string, unknown>;
      /** The camera that renders, null for none. */
      active_camera?: string | null;
      /** Ids of what is selected. */
      selection?: Array<string>;
      /** The first nodes; `list_nodes` gives them all. */
      nodes?: Array<{
        /** Opaque id. */
        id: string;
        /** Name. */
        name: string;
        /** What it is. */
        type: "mesh" | "camera" | "light" | "empty" | "armature" | "curve" | "other";
        /** Its parent, null for none. */
        parent_id: string | null;
      }>;
      /** The nodes as a tree, when asked for. */
      tree?: {
        /** The first level, by name. */
        roots: Array<{
          /** Opaque id. */
          id: string;
          /** Name. */
          name: string;
          /** What it is. */
          type: "mesh" | "camera" | "light" | "empty" | "armature" | "curve" | "other";
          /** What lies below it, each as this one; absent when nothing is shown. */
          children?: Array<Record<string, unknown>>;
          /** How many children are not shown; absent when all are. */
          more?: number;
        }>;
        /** How many of the first level are not shown; absent when all are. */
        more?: number;
        /** How many nodes are shown. */
        shown: number;
        /** How many there are, on all levels. */
        total: number;
      };
      /** How many nodes the scene has. */
      total?: number;
      /** Settings of a render. */
      render?: {
        /** Render engine. */
        engine: string;
        /** Width of a render. */
        width: number;
        /** Height of a render. */
        height: number;
      };
      /** Whether there are changes that are not saved. */
      modified?: boolean;
    };
  };
  /** Saves the scene. */
  save_file: {
    arguments: {
      /** Absolute path; without it where it was opened or saved last. */
      path?: string;
      /** Whether to save a copy and stay with the open file. Default: false. */
      copy?: boolean;
    };
    result: {
      /** Where it was saved. */
      path: string;
    };
  };
  /** Starts a new scene in place of the open one, whose unsaved changes are lost; ids from before are stale. */
  new_file: {
    arguments: {
    };
    result: {
      /** Name of the scene. */
      name?: string;
      /** The open file, empty when never saved. */
      file?: string;
      /** The current frame. */
      frame?: number;
      /** First frame. */
      frame_start?: number;
      /** Last frame. */
      frame_end?: number;
      /** Frames per second. */
      fps?: number;
      /** Which axis points up. */
      up_axis?: "Z" | "Y";
      /** How long one scene unit is. */
      metres_per_unit?: number;
      /** The unit that the artist sees. */
      units?: string;
      /** How many nodes there are of each type. */
      counts?: Record<string, unknown>;
      /** The camera that renders, null for none. */
      active_camera?: string | null;
      /** Ids of what is selected. */
      selection?: Array<string>;
      /** The first nodes; `list_nodes` gives them all. */
      nodes?: Array<{
        /** Opaque id. */
        id: string;
        /** Name. */
        name: string;
        /** What it is. */
        type: "mesh" | "camera" | "light" | "empty" | "armature" | "curve" | "other";
        /** Its parent, null for none. */
        parent_id: string | null;
      }>;
      /** The nodes as a tree, when asked for. */
      tree?: {
        /** The first level, by name. */
        roots: Array<{
          /** Opaque id. */
          id: string;
          /** Name. */
          name: string;
          /** What it is. */
          type: "mesh" | "camera" | "light" | "empty" | "armature" | "curve" | "other";
          /** What lies below it, each as this one; absent when nothing is shown. */
          children?: Array<Record<string, unknown>>;
          /** How many children are not shown; absent when all are. */
          more?: number;
        }>;
        /** How many of the first level are not shown; absent when all are. */
        more?: number;
        /** How many nodes are shown. */
        shown: number;
        /** How many there are, on all levels. */
        total: number;
      };
      /** How many nodes the scene has. */
      total?: number;
      /** Settings of a render. */
      render?: {
        /** Render engine. */
        engine: string;
        /** Width of a render. */
        width: number;
        /** Height of a render. */
        height: number;
      };
      /** Whether there are changes that are not saved. */
      modified?: boolean;
    };
  };
  /** Keeps a copy of the whole file as it is now, to go back to. The open file and its path stay as they are; of one file the last 20 are kept. */
  create_checkpoint: {
    arguments: {
      /** Name; without it the time. */
      name?: string;
    };
    result: {
      /** Opaque id. */
      id: string;
      /** What it is called. */
      name: string;
      /** The file that it is of, empty when that was never saved. */
      file: string;
      /** Name of the scene. */
      scene: string;
      /** When, in UTC. */
      created: string;
      /** How large it is on disk. */
      size: number;
      /** Ids of the oldest, which made room. */
      dropped: Array<string>;
    };
  };
  /** Lists the checkpoints of the open file, the latest first. */
  list_checkpoints: {
    arguments: {
      /** Whether those of other files are listed too. Default: false. */
      every_file?: boolean;
    };
    result: {
      /** The latest first. */
      items: Array<{
        /** Opaque id. */
        id: string;
        /** What it is called. */
        name: string;
        /** The file that it is of, empty when that was never saved. */
        file: string;
        /** Name of the scene. */
        scene: string;
        /** When, in UTC. */
        created: string;
        /** How large it is on disk. */
        size: number;
      }>;
    };
  };
  /** Puts the whole file back to a checkpoint; ids from before are stale. What was not saved is kept in a copy and named. */
  restore_checkpoint: {
    arguments: {
      /** Id, or name among those of the open file. */
      id: string;
    };
    result: {
      /** Name of the scene. */
      name?: string;
      /** The open file, empty when never saved. */
      file?: string;
      /** The current frame. */
      frame?: number;
      /** First frame. */
      frame_start?: number;
      /** Last frame. */
      frame_end?: number;
      /** Frames per second. */
      fps?: number;
      /** Which axis points up. */
      up_axis?: "Z" | "Y";
      /** How long one scene unit is. */
      metres_per_unit?: number;
      /** The unit that the artist sees. */
      units?: string;
      /** How many nodes there are of each type. */
      counts?: Record<string, unknown>;
      /** The camera that renders, null for none. */
      active_camera?: string | null;
      /** Ids of what is selected. */
      selection?: Array<string>;
      /** The first nodes; `list_nodes` gives them all. */
      nodes?: Array<{
        /** Opaque id. */
        id: string;
        /** Name. */
        name: string;
        /** What it is. */
        type: "mesh" | "camera" | "light" | "empty" | "armature" | "curve" | "other";
        /** Its parent, null for none. */
        parent_id: string | null;
      }>;
      /** The nodes as a tree, when asked for. */
      tree?: {
        /** The first level, by name. */
        roots: Array<{
          /** Opaque id. */
          id: string;
          /** Name. */
          name: string;
          /** What it is. */
          type: "mesh" | "camera" | "light" | "empty" | "armature" | "curve" | "other";
          /** What lies below it, each as this one; absent when nothing is shown. */
          children?: Array<Record<string, unknown>>;
          /** How many children are not shown; absent when all are. */
          more?: number;
        }>;
        /** How many of the first level are not shown; absent when all are. */
        more?: number;
        /** How many nodes are shown. */
        shown: number;
        /** How many there are, on all levels. */
        total: number;
      };
      /** How many nodes the scene has. */
      total?: number;
      /** Settings of a render. */
      render?: {
        /** Render engine. */
        engine: string;
        /** Width of a render. */
        width: number;
        /** Height of a render. */
        height: number;
      };
      /** Whether there are changes that are not saved. */
      modified?: boolean;
    };
  };
  /** Removes checkpoints. */
  delete_checkpoints: {
    arguments: {
      /** Ids, or names among those of the open file. */
      ids: Array<string>;
    };
    result: {
      /** Ids of what is gone. */
      deleted: Array<string>;
    };
  };
  /** Lists node graphs: of materials, worlds, lights, the compositor, and node groups (geometry nodes among them). */
  list_graphs: {
    arguments: {
      /** Only these. */
      kind?: "shader" | "geometry" | "compositor";
      /** Only those of this name; `*` stands for anything. */
      name?: string;
    };
    result: {
      /** The graphs. */
      items: Array<{
        /** Id, for `graph_id`. */
        id: string;
        /** Name of the group, or of what has the graph. */
        name: string;
        /** `shader`, `geometry`, `compositor`, or the host's word for others. */
        kind: string;
        /** What it is the graph of. */
        owner: "material" | "world" | "light" | "scene" | "group";
        /** How many nodes it has. */
        node_count: number;
        /** How many links it has. */
        link_count: number;
        /** Names of nodes and graphs that use a group. */
        users: Array<string>;
        /** What a group takes and gives. */
        sockets: Array<{
          /** Name. */
          name: string;
          /** What stays when it is renamed. */
          identifier: string;
          /** Whether the group takes or gives it. */
          direction: "input" | "output";
          /** `float`, `int`, `bool`, `vector`, `color`, `geometry`, `shader` … */
          type: string;
          /** What who gives nothing else gives; of a socket that is there already, to new users of the group only. */
          default?: unknown | null;
          /** The least that may be given. */
          min?: unknown;
          /** The most that may be given. */
          max?: unknown;
          /** What the artist reads of it. */
          description?: string;
        }>;
      }>;
    };
  };
  /** Makes node groups, geometry nodes on a node, the compositor's graph, or turns on the nodes of a material, world or light. */
  create_graphs: {
    arguments: {
      /** What to do, in this order. */
      items: Array<{
        /** What it computes. */
        kind: "shader" | "geometry" | "compositor";
        /** Name of the node group. */
        name?: string;
        /** A node that gets it as a modifier; a material, world or light whose nodes are turned on; `compositor`. */
        for_id?: string;
        /** What a group takes and gives; geometry without it takes and gives a geometry. */
        sockets?: Array<{
          /** Name. */
          name: string;
          /** `float`, `int`, `bool`, `vector`, `color`, `geometry`, `shader` … */
          type: string;
          /** Whether the group takes or gives it. */
          direction: "input" | "output";
        }>;
      }>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
    };
    result: {
      /** One for each, as read from the host. */
      items: Array<{
        /** Id, for `graph_id`. */
        id: string;
        /** Name of the group, or of what has the graph. */
        name: string;
        /** `shader`, `geometry`, `compositor`, or the host's word for others. */
        kind: string;
        /** What it is the graph of. */
        owner: "material" | "world" | "light" | "scene" | "group";
        /** How many nodes it has. */
        node_count: number;
        /** How many links it has. */
        link_count: number;
        /** Names of nodes and graphs that use a group. */
        users: Array<string>;
        /** What a group takes and gives. */
        sockets: Array<{
          /** Name. */
          name: string;
          /** What stays when it is renamed. */
          identifier: string;
          /** Whether the group takes or gives it. */
          direction: "input" | "output";
          /** `float`, `int`, `bool`, `vector`, `color`, `geometry`, `shader` … */
          type: string;
          /** What who gives nothing else gives; of a socket that is there already, to new users of the group only. */
          default?: unknown | null;
          /** The least that may be given. */
          min?: unknown;
          /** The most that may be given. */
          max?: unknown;
          /** What the artist reads of it. */
          description?: string;
        }>;
      }>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Searches the types of nodes that this host has for a kind of graph, with their sockets and properties. */
  list_node_types: {
    arguments: {
      /** The kind of graph. */
      kind: "shader" | "geometry" | "compositor";
      /** Words that type, label or description must have, all of them. */
      search?: string;
      /** Only these types. */
      types?: Array<string>;
      /** How many at most. Default: 20. */
      limit?: number;
      /** How many to pass over. Default: 0. */
      offset?: number;
    };
    result: {
      /** Best first. */
      items: Array<{
        /** What `add_graph_nodes` takes. */
        type: string;
        /** What the artist reads. */
        label: string;
        /** What the host says of it. */
        description: string;
        /** Its inputs. */
        inputs: Array<{
          /** Name, not always unique. */
          name: string;
          /** Unique among the node's inputs, or outputs. */
          identifier: string;
          /** What goes through it. */
          type: string;
          /** Whether a link is at it. */
          linked?: boolean;
          /** The value of an input without a link. */
          value?: unknown | null;
          /** The value of a new one. */
          default?: unknown | null;
          /** Whether a property must be set before it is there. */
          hidden_by_default?: boolean;
        }>;
        /** Its outputs. */
        outputs: Array<{
          /** Name, not always unique. */
          name: string;
          /** Unique among the node's inputs, or outputs. */
          identifier: string;
          /** What goes through it. */
          type: string;
          /** Whether a link is at it. */
          linked?: boolean;
          /** The value of an input without a link. */
          value?: unknown | null;
          /** The value of a new one. */
          default?: unknown | null;
          /** Whether a property must be set before it is there. */
          hidden_by_default?: boolean;
        }>;
        /** What it can be set to. */
        properties: Array<{
          /** Name. */
          name: string;
          /** The host's word for its type. */
          type: string;
          /** What may stand there. */
          expected: string;
          /** What the host says of it. */
          description: string;
        }>;
      }>;
      /** How many fit. */
      total: number;
    };
  };
  /** Lists the nodes of a graph with what they are set to, their sockets and values. */
  list_graph_nodes: {
    arguments: {
      /** Id or name of the graph, or of what has it: a material, world, light, node with geometry nodes; or `compositor`. */
      graph_id: string;
      /** Only these. */
      nodes?: Array<string>;
      /** Words that name, label or type must have, all of them. */
      search?: string;
      /** How many at most. Default: 50. */
      limit?: number;
      /** Where the last page ended. */
      cursor?: string;
    };
    result: {
      /** The graph. */
      graph_id: string;
      /** `shader`, `geometry`, `compositor`. */
      kind: string;
      /** As read from the host. */
      items: Array<{
        /** The graph, where several are told of. */
        graph_id?: string;
        /** Name of the node, unique in its graph. */
        node: string;
        /** The host's word for its type. */
        type: string;
        /** What the artist reads. */
        label: string;
        /** Where it is in the editor. */
        location: Vector2;
        /** Whether it is passed over. */
        muted: boolean;
        /** The frame that it is in, null for none. */
        frame: string | null;
        /** What it is set to. */
        properties: Record<string, unknown>;
        /** Inputs that are there as it is set now. */
        inputs: Array<{
          /** Name, not always unique. */
          name: string;
          /** Unique among the node's inputs, or outputs. */
          identifier: string;
          /** What goes through it. */
          type: string;
          /** Whether a link is at it. */
          linked?: boolean;
          /** The value of an input without a link. */
          value?: unknown | null;
          /** The value of a new one. */
          default?: unknown | null;
          /** Whether a property must be set before it is there. */
          hidden_by_default?: boolean;
        }>;
        /** Outputs that are there as it is set now. */
        outputs: Array<{
          /** Name, not always unique. */
          name: string;
          /** Unique among the node's inputs, or outputs. */
          identifier: string;
          /** What goes through it. */
          type: string;
          /** Whether a link is at it. */
          linked?: boolean;
          /** The value of an input without a link. */
          value?: unknown | null;
          /** The value of a new one. */
          default?: unknown | null;
          /** Whether a property must be set before it is there. */
          hidden_by_default?: boolean;
        }>;
      }>;
      /** How many fit. */
      total: number;
      /** Give it to go on; absent at the end. */
      next_cursor?: string;
    };
  };
  /** Adds nodes to graphs, with properties and values of inputs. */
  add_graph_nodes: {
    arguments: {
      /** What to do, in this order. */
      items: Array<{
        /** Id or name of the graph, or of what has it: a material, world, light, node with geometry nodes; or `compositor`. */
        graph_id: string;
        /** Type as `list_node_types` gives it, or its label when only one has it. */
        type: string;
        /** Name; without it the host's. */
        name?: string;
        /** What the artist reads instead of the type. */
        label?: string;
        /** Where it is in the editor. */
        location?: Vector2;
        /** Whether it is passed over. */
        muted?: boolean;
        /** The frame that it is in, null for none. */
        frame?: string | null;
        /** Properties by the host's names; colour ramps as `{"elements": [{"position": 0, "color": [r, g, b, a]}]}`. */
        properties?: Record<string, unknown>;
        /** Values of inputs by name or identifier. */
        inputs?: Record<string, unknown>;
        /** Of the beginning of a zone (repeat, simulation): the node at its end. */
        pair_with?: string;
      }>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
    };
    result: {
      /** One for each, as read from the host. */
      items: Array<{
        /** The graph, where several are told of. */
        graph_id?: string;
        /** Name of the node, unique in its graph. */
        node: string;
        /** The host's word for its type. */
        type: string;
        /** What the artist reads. */
        label: string;
        /** Where it is in the editor. */
        location: Vector2;
        /** Whether it is passed over. */
        muted: boolean;
        /** The frame that it is in, null for none. */
        frame: string | null;
        /** What it is set to. */
        properties: Record<string, unknown>;
        /** Inputs that are there as it is set now. */
        inputs: Array<{
          /** Name, not always unique. */
          name: string;
          /** Unique among the node's inputs, or outputs. */
          identifier: string;
          /** What goes through it. */
          type: string;
          /** Whether a link is at it. */
          linked?: boolean;
          /** The value of an input without a link. */
          value?: unknown | null;
          /** The value of a new one. */
          default?: unknown | null;
          /** Whether a property must be set before it is there. */
          hidden_by_default?: boolean;
        }>;
        /** Outputs that are there as it is set now. */
        outputs: Array<{
          /** Name, not always unique. */
          name: string;
          /** Unique among the node's inputs, or outputs. */
          identifier: string;
          /** What goes through it. */
          type: string;
          /** Whether a link is at it. */
          linked?: boolean;
          /** The value of an input without a link. */
          value?: unknown | null;
          /** The value of a new one. */
          default?: unknown | null;
          /** Whether a property must be set before it is there. */
          hidden_by_default?: boolean;
        }>;
      }>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Sets properties of a graph's nodes, values of their inputs, names, labels, places and frames. */
  set_node_properties: {
    arguments: {
      /** What to do, in this order. */
      items: Array<{
        /** Id or name of the graph, or of what has it: a material, world, light, node with geometry nodes; or `compositor`. */
        graph_id: string;
        /** Name of the node, unique in its graph. */
        node: string;
        /** Another name. */
        name?: string;
        /** What the artist reads instead of the type. */
        label?: string;
        /** Where it is in the editor. */
        location?: Vector2;
        /** Whether it is passed over. */
        muted?: boolean;
        /** The frame that it is in, null for none. */
        frame?: string | null;
        /** Properties by the host's names; colour ramps as `{"elements": [{"position": 0, "color": [r, g, b, a]}]}`. */
        properties?: Record<string, unknown>;
        /** Values of inputs by name or identifier. */
        inputs?: Record<string, unknown>;
      }>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
    };
    result: {
      /** One for each, as read from the host. */
      items: Array<{
        /** The graph, where several are told of. */
        graph_id?: string;
        /** Name of the node, unique in its graph. */
        node: string;
        /** The host's word for its type. */
        type: string;
        /** What the artist reads. */
        label: string;
        /** Where it is in the editor. */
        location: Vector2;
        /** Whether it is passed over. */
        muted: boolean;
        /** The frame that it is in, null for none. */
        frame: string | null;
        /** What it is set to. */
        properties: Record<string, unknown>;
        /** Inputs that are there as it is set now. */
        inputs: Array<{
          /** Name, not always unique. */
          name: string;
          /** Unique among the node's inputs, or outputs. */
          identifier: string;
          /** What goes through it. */
          type: string;
          /** Whether a link is at it. */
          linked?: boolean;
          /** The value of an input without a link. */
          value?: unknown | null;
          /** The value of a new one. */
          default?: unknown | null;
          /** Whether a property must be set before it is there. */
          hidden_by_default?: boolean;
        }>;
        /** Outputs that are there as it is set now. */
        outputs: Array<{
          /** Name, not always unique. */
          name: string;
          /** Unique among the node's inputs, or outputs. */
          identifier: string;
          /** What goes through it. */
          type: string;
          /** Whether a link is at it. */
          linked?: boolean;
          /** The value of an input without a link. */
          value?: unknown | null;
          /** The value of a new one. */
          default?: unknown | null;
          /** Whether a property must be set before it is there. */
          hidden_by_default?: boolean;
        }>;
      }>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Removes nodes from graphs, and the links at them. */
  remove_graph_nodes: {
    arguments: {
      /** What to do, in this order. */
      items: Array<{
        /** Id or name of the graph, or of what has it: a material, world, light, node with geometry nodes; or `compositor`. */
        graph_id: string;
        /** Names of the nodes. */
        nodes: Array<string>;
      }>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
    };
    result: {
      /** One for each, as read from the host. */
      items: Array<{
        /** The graph. */
        graph_id: string;
        /** Names of what is gone. */
        removed: Array<string>;
        /** How many links the graph has left. */
        links_left: number;
      }>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Lists the links of a graph, or those at one node. */
  list_connections: {
    arguments: {
      /** Id or name of the graph, or of what has it: a material, world, light, node with geometry nodes; or `compositor`. */
      graph_id: string;
      /** Only links at this node. */
      node?: string;
    };
    result: {
      /** The graph. */
      graph_id: string;
      /** The links. */
      items: Array<{
        /** Name of the node that gives. */
        from_node: string;
        /** Its output, by identifier or unique name. */
        from_socket: string;
        /** Name of the node that takes. */
        to_node: string;
        /** Its input, by identifier or unique name. */
        to_socket: string;
        /** Whether the host makes something of it. */
        valid: boolean;
        /** Whether it is switched off. */
        muted: boolean;
      }>;
    };
  };
  /** Links outputs of nodes to inputs. What the host would mark invalid (wrong types, loops) is refused. */
  connect: {
    arguments: {
      /** What to do, in this order. */
      items: Array<{
        /** Id or name of the graph, or of what has it: a material, world, light, node with geometry nodes; or `compositor`. */
        graph_id: string;
        /** Name of the node that gives. */
        from_node: string;
        /** Its output, by identifier or unique name. */
        from_socket: string;
        /** Name of the node that takes. */
        to_node: string;
        /** Its input, by identifier or unique name. */
        to_socket: string;
      }>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
    };
    result: {
      /** One for each, as read from the host. */
      items: Array<{
        /** The graph. */
        graph_id: string;
        /** Name of the node that gives. */
        from_node: string;
        /** Its output, by identifier or unique name. */
        from_socket: string;
        /** Name of the node that takes. */
        to_node: string;
        /** Its input, by identifier or unique name. */
        to_socket: string;
        /** Whether the host makes something of it. */
        valid: boolean;
        /** Whether it is switched off. */
        muted: boolean;
        /** Links that the input had before. */
        replaced: Array<{
          /** Name of the node that gives. */
          from_node: string;
          /** Its output, by identifier or unique name. */
          from_socket: string;
          /** Name of the node that takes. */
          to_node: string;
          /** Its input, by identifier or unique name. */
          to_socket: string;
          /** Whether the host makes something of it. */
          valid: boolean;
          /** Whether it is switched off. */
          muted: boolean;
        }>;
      }>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Takes links between nodes away: all that fit what an item names. */
  disconnect: {
    arguments: {
      /** What to do, in this order. */
      items: Array<{
        /** Id or name of the graph, or of what has it: a material, world, light, node with geometry nodes; or `compositor`. */
        graph_id: string;
        /** Name of the node that gives. */
        from_node?: string;
        /** Its output, by identifier or unique name. */
        from_socket?: string;
        /** Name of the node that takes. */
        to_node?: string;
        /** Its input, by identifier or unique name. */
        to_socket?: string;
      }>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
    };
    result: {
      /** One for each, as read from the host. */
      items: Array<{
        /** The graph. */
        graph_id: string;
        /** Links that are gone. */
        removed: Array<{
          /** Name of the node that gives. */
          from_node: string;
          /** Its output, by identifier or unique name. */
          from_socket: string;
          /** Name of the node that takes. */
          to_node: string;
          /** Its input, by identifier or unique name. */
          to_socket: string;
          /** Whether the host makes something of it. */
          valid: boolean;
          /** Whether it is switched off. */
          muted: boolean;
        }>;
      }>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Adds, renames, changes and removes what node groups take and give. Links and values stay with a socket that is renamed or moved. */
  edit_graph_sockets: {
    arguments: {
      /** What to do, in this order. */
      items: Array<{
        /** Id or name of a node group. */
        graph_id: string;
        /** What becomes of the socket. */
        action: "add" | "set" | "remove";
        /** Of set and remove: which, by identifier or unique name. */
        socket?: string;
        /** Name; with set its name from now on. */
        name?: string;
        /** `float`, `int`, `bool`, `vector`, `color`, `geometry`, `shader` … */
        type?: string;
        /** Of add: whether the group takes or gives it; else where `socket` is looked for. */
        direction?: "input" | "output";
        /** What who gives nothing else gives; of a socket that is there already, to new users of the group only. */
        default?: unknown | null;
        /** The least that may be given. */
        min?: unknown;
        /** The most that may be given. */
        max?: unknown;
        /** What the artist reads of it. */
        description?: string;
        /** Which one it shall be of its direction and panel, counted from 0. */
        index?: number;
      }>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
    };
    result: {
      /** One for each, as read from the host. */
      items: Array<{
        /** The group. */
        graph_id: string;
        /** Which socket it was. */
        identifier: string;
        /** All sockets of the group, as they are now. */
        sockets: Array<{
          /** Name. */
          name: string;
          /** What stays when it is renamed. */
          identifier: string;
          /** Whether the group takes or gives it. */
          direction: "input" | "output";
          /** `float`, `int`, `bool`, `vector`, `color`, `geometry`, `shader` … */
          type: string;
          /** What who gives nothing else gives; of a socket that is there already, to new users of the group only. */
          default?: unknown | null;
          /** The least that may be given. */
          min?: unknown;
          /** The most that may be given. */
          max?: unknown;
          /** What the artist reads of it. */
          description?: string;
        }>;
        /** Links inside the group that are gone with it. */
        removed_links: Array<{
          /** Name of the node that gives. */
          from_node: string;
          /** Its output, by identifier or unique name. */
          from_socket: string;
          /** Name of the node that takes. */
          to_node: string;
          /** Its input, by identifier or unique name. */
          to_socket: string;
          /** Whether the host makes something of it. */
          valid: boolean;
          /** Whether it is switched off. */
          muted: boolean;
        }>;
      }>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Reads the inputs and outputs of nodes' geometry nodes by name, with the values that each node gives. */
  get_graph_inputs: {
    arguments: {
      /** Which nodes. */
      items: Array<{
        /** The node that shows the geometry nodes. */
        node_id: string;
        /** Name of the modifier; needed where a node has several with geometry nodes. */
        modifier?: string;
      }>;
    };
    result: {
      /** One for each, as read from the host. */
      items: Array<{
        /** The node that shows the geometry nodes. */
        node_id: string;
        /** Name of the modifier. */
        modifier: string;
        /** The group, for the operations on graphs. */
        graph_id: string;
        /** What the group takes, and what this node gives. */
        inputs: Array<{
          /** Name. */
          name: string;
          /** What stays when it is renamed. */
          identifier: string;
          /** Whether the group takes or gives it. */
          direction: "input" | "output";
          /** `float`, `int`, `bool`, `vector`, `color`, `geometry`, `shader` … */
          type: string;
          /** What who gives nothing else gives; of a socket that is there already, to new users of the group only. */
          default?: unknown | null;
          /** The least that may be given. */
          min?: unknown;
          /** The most that may be given. */
          max?: unknown;
          /** What the artist reads of it. */
          description?: string;
          /** What this node gives; absent where it gives none, as to a geometry. */
          value?: unknown | null;
          /** The attribute of the geometry that stands for it, null for none. */
          attribute?: string | null;
        }>;
        /** What the group gives. */
        outputs: Array<{
          /** Name. */
          name: string;
          /** What stays when it is renamed. */
          identifier: string;
          /** Whether the group takes or gives it. */
          direction: "input" | "output";
          /** `float`, `int`, `bool`, `vector`, `color`, `geometry`, `shader` … */
          type: string;
          /** What who gives nothing else gives; of a socket that is there already, to new users of the group only. */
          default?: unknown | null;
          /** The least that may be given. */
          min?: unknown;
          /** The most that may be given. */
          max?: unknown;
          /** What the artist reads of it. */
          description?: string;
          /** The attribute of the geometry that stands for it, null for none. */
          attribute?: string | null;
        }>;
      }>;
    };
  };
  /** Gives values to the inputs of a node's geometry nodes; other nodes with the same group keep theirs. */
  set_graph_inputs: {
    arguments: {
      /** What to do, in this order. */
      items: Array<{
        /** The node that shows the geometry nodes. */
        node_id: string;
        /** Name of the modifier; needed where a node has several with geometry nodes. */
        modifier?: string;
        /** Values by the name that the artist reads, or by identifier; `{"attribute": "density"}` in place of a value takes it from the geometry. */
        inputs?: Record<string, unknown>;
        /** Attributes that outputs are kept as, by name; an empty one keeps it as none. */
        outputs?: Record<string, unknown>;
      }>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
    };
    result: {
      /** One for each, as read from the host. */
      items: Array<{
        /** The node that shows the geometry nodes. */
        node_id: string;
        /** Name of the modifier. */
        modifier: string;
        /** The group, for the operations on graphs. */
        graph_id: string;
        /** What the group takes, and what this node gives. */
        inputs: Array<{
          /** Name. */
          name: string;
          /** What stays when it is renamed. */
          identifier: string;
          /** Whether the group takes or gives it. */
          direction: "input" | "output";
          /** `float`, `int`, `bool`, `vector`, `color`, `geometry`, `shader` … */
          type: string;
          /** What who gives nothing else gives; of a socket that is there already, to new users of the group only. */
          default?: unknown | null;
          /** The least that may be given. */
          min?: unknown;
          /** The most that may be given. */
          max?: unknown;
          /** What the artist reads of it. */
          description?: string;
          /** What this node gives; absent where it gives none, as to a geometry. */
          value?: unknown | null;
          /** The attribute of the geometry that stands for it, null for none. */
          attribute?: string | null;
        }>;
        /** What the group gives. */
        outputs: Array<{
          /** Name. */
          name: string;
          /** What stays when it is renamed. */
          identifier: string;
          /** Whether the group takes or gives it. */
          direction: "input" | "output";
          /** `float`, `int`, `bool`, `vector`, `color`, `geometry`, `shader` … */
          type: string;
          /** What who gives nothing else gives; of a socket that is there already, to new users of the group only. */
          default?: unknown | null;
          /** The least that may be given. */
          min?: unknown;
          /** The most that may be given. */
          max?: unknown;
          /** What the artist reads of it. */
          description?: string;
          /** The attribute of the geometry that stands for it, null for none. */
          attribute?: string | null;
        }>;
      }>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Imports a module of a project: a file, or one out of a folder, which is found from then on. A failing import leaves nothing imported. */
  import_module: {
    arguments: {
      /** The file, or the folder that holds the module. */
      path: string;
      /** Its dotted name, where `path` is a folder. */
      module?: string;
    };
    result: {
      /** Its name. */
      module: string;
      /** Where it lies. */
      file: string;
      /** What it defines. */
      names: Array<string>;
      /** All that its project's modules define with `@scenewire.operation`. */
      operations: Array<string>;
      /** Whether it was there; `reload_modules` reads it again. */
      already_imported: boolean;
      /** What was printed. */
      stdout: string;
      /** What was printed to stderr. */
      stderr: string;
    };
  };
  /** Reads again the modules that `import_module` brought, those that others import first: all, or none when one fails. */
  reload_modules: {
    arguments: {
      /** Only those in this folder or file. */
      path?: string;
    };
    result: {
      /** What was read again. */
      modules: Array<{
        /** Its name. */
        module: string;
        /** Where it lies. */
        file: string;
      }>;
      /** What all modules define now with `@scenewire.operation`. */
      operations: Array<string>;
      /** What was printed. */
      stdout: string;
      /** What was printed to stderr. */
      stderr: string;
    };
  };
  /** Runs a project's tests in the host: unittest cases and plain test functions. What they did to the scene is taken back. */
  run_tests: {
    arguments: {
      /** A file of tests, or a folder. */
      path: string;
      /** Which files of a folder. Default: "test*.py". */
      pattern?: string;
      /** Only tests of these names; `*` stands for anything. */
      names?: Array<string>;
      /** Whether what they did to the scene stays. Default: false. */
      keep_changes?: boolean;
    };
    result: {
      /** How many passed. */
      passed: number;
      /** How many failed, errors included. */
      failed: number;
      /** How many were passed over. */
      skipped: number;
      /** How long all took. */
      seconds: number;
      /** Each of them. */
      tests: Array<{
        /** `module.Class.test` or `module.test`. */
        name: string;
        /** How it came out. */
        outcome: "passed" | "failed" | "error" | "skipped" | "expected_failure" | "unexpected_success";
        /** How long it took. */
        seconds: number;
        /** What was raised, or why it was passed over. */
        message?: string;
        /** The project's own lines on the way there. */
        traceback?: string;
      }>;
      /** What was printed. */
      stdout: string;
      /** What was printed to stderr. */
      stderr: string;
    };
  };
  /** Tells the operations that the modules of a project define with `@scenewire.operation`, with all that a call needs. They are called as any other. */
  list_project_operations: {
    arguments: {
      /** Words of what to do; without them all. Default: "". */
      query?: string;
    };
    result: {
      /** Best first, else by name. */
      items: Array<{
        /** Its name. */
        operation: string;
        /** Its name for people. */
        title: string;
        /** What it does. */
        description: string;
        /** Where it is listed. */
        domain: string;
        /** What it does to the scene. */
        effect: "read" | "edit";
        /** Whether doing it twice is doing it once. */
        idempotent: boolean;
        /** How long it may take when the caller does not say. */
        default_timeout: number;
        /** JSON Schema of the arguments. */
        input_schema: Record<string, unknown>;
        /** JSON Schema of the result. */
        output_schema: Record<string, unknown>;
        /** Arguments of a call that fits. */
        example: Record<string, unknown>;
        /** Which errors to be ready for, with their meaning. */
        errors: Array<Record<string, unknown>>;
        /** The module that defines it. */
        module: string;
      }>;
    };
  };
  /** Tells what the variables of a namespace of `execute_python`, or of an imported module, are now. */
  inspect_variables: {
    arguments: {
      /** A namespace that a call has used; or give `module`. */
      namespace?: string;
      /** Dotted name of an imported module; or give `namespace`. */
      module?: string;
      /** Only these; `*` stands for anything. Without it all that do not begin with `__`. */
      names?: Array<string>;
      /** Whether values come along, where they have a JSON form. Default: true. */
      values?: boolean;
    };
    result: {
      /** By name. */
      items: Array<{
        /** Name. */
        name: string;
        /** Name of its type. */
        type: string;
        /** As Python prints it, up to 2,000 characters. */
        repr: string;
        /** How many parts it has, of texts, lists, tables and sets. */
        length?: number;
        /** The value, when it has a JSON form and is short. */
        value?: unknown | null;
      }>;
    };
  };
  /** Moves nodes so that their sides, middles or origins lie on one line or plane: that of the first, of the active one, of the box around all, or a given one. */
  align: {
    arguments: {
      /** What is moved, with all below it: ids or unique names. */
      ids: Array<string>;
      /** Along which of the host's own axes they are moved. */
      axes: Array<"x" | "y" | "z">;
      /** What is aligned: the lower side, the middle or the upper side of the box around each with all below it, or its origin. Default: "center". */
      mode?: "min" | "center" | "max" | "origin";
      /** To what: the first of `ids`, the active node, the box around all of them, or `position`. Default: "first". */
      relative_to?: "first" | "active" | "bounds" | "position";
      /** A point of the line or plane, in world space; only what it says of `axes` counts. */
      position?: Vector3;
      /** Axes and units of all values given and returned: `host` (when not given), as the artist sees them, or `gltf`: right-handed, Y up, metres. */
      convention?: "host" | "gltf";
    };
    result: {
      /** What they are aligned to, along `axes`. */
      position: Vector3;
      /** Those that were not there already. */
      moved_ids: Array<string>;
    };
  };
  /** Moves nodes so that the gaps between them, or the ways from middle to middle, are even: along an axis, in the order in which they lie, or on the line from the first to the last. */
  distribute: {
    arguments: {
      /** What is moved, with all below it: ids or unique names. */
      ids: Array<string>;
      /** Along which of the host's own axes; when not given on the line from the first to the last, in the order of `ids`. */
      axis?: "x" | "y" | "z";
      /** What becomes even: what is free between them, or from middle to middle. Default: "gaps". */
      mode?: "gaps" | "centers";
      /** How large each gap, or how far from middle to middle; the outermost stay where they are when not given, else only the first. */
      distance?: number;
      /** Axes and units of all values given and returned: `host` (when not given), as the artist sees them, or `gltf`: right-handed, Y up, metres. */
      convention?: "host" | "gltf";
    };
    result: {
      /** They, as they follow each other now. */
      ids: Array<string>;
      /** Each gap, negative where they overlap, or from middle to middle. */
      distance: number;
    };
  };
  /** Moves nodes down (or up) onto a plane or onto meshes, so that each touches the ground with what of it is lowest over it. Told by upright rays between vertices and faces of the meshes as they are stored, without modifiers; of what is no mesh by the corners of its box. */
  snap_to_ground: {
    arguments: {
      /** What is moved, with all below it: ids or unique names. */
      ids: Array<string>;
      /** Meshes, or nodes with meshes below them, that are the ground; a plane at `height` when not given. */
      ground_ids?: Array<string>;
      /** How high in the world the plane is. Default: 0. */
      height?: number;
      /** What touches the ground: what of it comes down first, or its origin. Default: "lowest". */
      mode?: "lowest" | "origin";
      /** How far above the ground it stays; negative to sink in. Default: 0. */
      offset?: number;
      /** Axes and units of all values given and returned: `host` (when not given), as the artist sees them, or `gltf`: right-handed, Y up, metres. */
      convention?: "host" | "gltf";
    };
    result: {
      /** One for each. */
      items: Array<{
        /** The node. */
        id: string;
        /** How far up it was moved; negative for down. */
        distance: number;
      }>;
    };
  };
  /** Deletes what nobody uses or sees: faces without area, loose vertices, all but one of materials that are the same, empty groups, unused data; each part may be left out. What is locked or what the artist protects stays. */
  clean_up_scene: {
    arguments: {
      /** In which meshes faces and vertices are looked at, with all below them; in all when not given. */
      ids?: Array<string>;
      /** Whether faces without area go, and what only they used. Default: true. */
      degenerate_faces?: boolean;
      /** Whether vertices that no face has go, in meshes with faces and without edges between. Default: true. */
      loose_vertices?: boolean;
      /** Whether of materials that differ in nothing but their names one remains. Default: true. */
      doubled_materials?: boolean;
      /** Whether groups go in which there is nothing but such groups. Default: true. */
      empty_groups?: boolean;
      /** Whether materials, textures, meshes and other data that nothing uses go. Default: true. */
      unused_data?: boolean;
      /** Whether it only tells what would go. Default: false. */
      dry_run?: boolean;
    };
    result: {
      /** How many faces had no area. */
      degenerate_faces: number;
      /** How many vertices no face had. */
      loose_vertices: number;
      /** In which meshes. */
      mesh_ids: Array<string>;
      /** Meshes that are locked, or whose loose vertices may be those of edges. */
      skipped_ids: Array<string>;
      /** Which material went into which one. */
      merged_materials: Array<{
        /** What it was called. */
        name: string;
        /** What the one that remains is called. */
        into: string;
      }>;
      /** Names of the groups. */
      deleted_groups: Array<string>;
      /** What nothing used. */
      deleted_data: Array<{
        /** What it was: `material`, `texture`, `mesh` …. */
        type: string;
        /** What it was called. */
        name: string;
      }>;
      /** Whether all of it is there still. */
      dry_run: boolean;
    };
  };
  /** Creates meshes and gives them back as the host has them. A mesh is a scene object made of vertices and faces; its id is the object's. */
  create_meshes: {
    arguments: {
      /** What to create, one object each. */
      items: Array<MeshCreate>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
      /** Axes and units of all values given and returned: `host` (when not given), as the artist sees them, or `gltf`: right-handed, Y up, metres. */
      convention?: "host" | "gltf";
    };
    result: {
      /** Ids of what was created, in the order of the items. */
      ids: Array<string>;
      /** As read from the host. */
      items: Array<Mesh>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Reads meshes by id or unique name. A mesh is a scene object made of vertices and faces; its id is the object's. */
  get_meshes: {
    arguments: {
      /** Ids or unique names. */
      ids: Array<string>;
      /** Only these fields, besides `id` and `name`; without it all but the large ones. */
      fields?: Array<"id" | "name" | "type" | "position" | "rotation" | "scale" | "parent_id" | "child_ids" | "visible" | "locked" | "cast_shadow" | "receive_shadow" | "render_order" | "metadata" | "bounds" | "matrix_world" | "vertices" | "indices" | "face_sizes" | "normals" | "uvs" | "colors" | "material_ids" | "material_id" | "face_materials" | "smooth" | "tangents" | "revision" | "vertex_count" | "edge_count" | "face_count">;
      /** Axes and units of all values given and returned: `host` (when not given), as the artist sees them, or `gltf`: right-handed, Y up, metres. */
      convention?: "host" | "gltf";
    };
    result: {
      /** As read from the host. */
      items: Array<Mesh>;
    };
  };
  /** Lists meshes, page by page, all or those that match the filters. */
  list_meshes: {
    arguments: {
      /** Only the direct children of this one. */
      parent_id?: string;
      /** Only those of which all of this holds: by field a value, a list of values of which it is one, or comparisons (`{"gt": 2, "le": 5}`; eq, ne, lt, le, gt, ge). Text may hold the wildcards `*` and `?`, in any case; where a field names something, its id or name. */
      filters?: MeshFilter;
      /** Only these fields, besides `id` and `name`; without it all but the large ones. */
      fields?: Array<"id" | "name" | "type" | "position" | "rotation" | "scale" | "parent_id" | "child_ids" | "visible" | "locked" | "cast_shadow" | "receive_shadow" | "render_order" | "metadata" | "bounds" | "matrix_world" | "vertices" | "indices" | "face_sizes" | "normals" | "uvs" | "colors" | "material_ids" | "material_id" | "face_materials" | "smooth" | "tangents" | "revision" | "vertex_count" | "edge_count" | "face_count">;
      /** How many at most. Default: 50. */
      limit?: number;
      /** `next_cursor` of the page before. */
      cursor?: string;
      /** Axes and units of all values given and returned: `host` (when not given), as the artist sees them, or `gltf`: right-handed, Y up, metres. */
      convention?: "host" | "gltf";
    };
    result: {
      /** As read from the host. */
      items: Array<Mesh>;
      /** How many match, over all pages. */
      total: number;
      /** Where the next page begins; absent on the last. */
      next_cursor?: string;
    };
  };
  /** Changes the fields given of meshes and leaves the others; one patch may change many. */
  update_meshes: {
    arguments: {
      /** Patches, done in this order. */
      items: Array<MeshUpdate>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
      /** Axes and units of all values given and returned: `host` (when not given), as the artist sees them, or `gltf`: right-handed, Y up, metres. */
      convention?: "host" | "gltf";
    };
    result: {
      /** As read from the host. */
      items: Array<Mesh>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Deletes meshes by id or unique name. */
  delete_meshes: {
    arguments: {
      /** Ids or unique names of what goes. */
      ids: Array<string>;
    };
    result: {
      /** Ids of what was deleted, children included. */
      deleted: Array<string>;
    };
  };
  /** Creates vertices and gives them back as the host has them. A vertex is a point of a mesh; for many at once the arrays of the mesh are a thousand times quicker. */
  create_vertices: {
    arguments: {
      /** What to create, one object each. */
      items: Array<VertexCreate>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
      /** Axes and units of all values given and returned: `host` (when not given), as the artist sees them, or `gltf`: right-handed, Y up, metres. */
      convention?: "host" | "gltf";
    };
    result: {
      /** Ids of what was created, in the order of the items. */
      ids: Array<string>;
      /** As read from the host. */
      items: Array<Vertex>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Reads vertices by id or unique name. A vertex is a point of a mesh; for many at once the arrays of the mesh are a thousand times quicker. */
  get_vertices: {
    arguments: {
      /** Ids or unique names. */
      ids: Array<string>;
      /** Only these fields, besides `id` and `name`; without it all but the large ones. */
      fields?: Array<"id" | "name" | "mesh_id" | "index" | "position" | "normal" | "uvs" | "color" | "weights" | "selected" | "hidden" | "metadata">;
      /** Axes and units of all values given and returned: `host` (when not given), as the artist sees them, or `gltf`: right-handed, Y up, metres. */
      convention?: "host" | "gltf";
    };
    result: {
      /** As read from the host. */
      items: Array<Vertex>;
    };
  };
  /** Lists vertices, page by page, all or those that match the filters. */
  list_vertices: {
    arguments: {
      /** Only those of this one. */
      parent_id?: string;
      /** Only those of which all of this holds: by field a value, a list of values of which it is one, or comparisons (`{"gt": 2, "le": 5}`; eq, ne, lt, le, gt, ge). Text may hold the wildcards `*` and `?`, in any case; where a field names something, its id or name. */
      filters?: VertexFilter;
      /** Only these fields, besides `id` and `name`; without it all but the large ones. */
      fields?: Array<"id" | "name" | "mesh_id" | "index" | "position" | "normal" | "uvs" | "color" | "weights" | "selected" | "hidden" | "metadata">;
      /** How many at most. Default: 50. */
      limit?: number;
      /** `next_cursor` of the page before. */
      cursor?: string;
      /** Axes and units of all values given and returned: `host` (when not given), as the artist sees them, or `gltf`: right-handed, Y up, metres. */
      convention?: "host" | "gltf";
    };
    result: {
      /** As read from the host. */
      items: Array<Vertex>;
      /** How many match, over all pages. */
      total: number;
      /** Where the next page begins; absent on the last. */
      next_cursor?: string;
    };
  };
  /** Changes the fields given of vertices and leaves the others; one patch may change many. */
  update_vertices: {
    arguments: {
      /** Patches, done in this order. */
      items: Array<VertexUpdate>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
      /** Axes and units of all values given and returned: `host` (when not given), as the artist sees them, or `gltf`: right-handed, Y up, metres. */
      convention?: "host" | "gltf";
    };
    result: {
      /** As read from the host. */
      items: Array<Vertex>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Deletes vertices by id or unique name. */
  delete_vertices: {
    arguments: {
      /** Ids or unique names of what goes. */
      ids: Array<string>;
    };
    result: {
      /** Ids of what was deleted, children included. */
      deleted: Array<string>;
    };
  };
  /** Creates edges and gives them back as the host has them. An edge joins two vertices of a mesh. */
  create_edges: {
    arguments: {
      /** What to create, one object each. */
      items: Array<EdgeCreate>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
    };
    result: {
      /** Ids of what was created, in the order of the items. */
      ids: Array<string>;
      /** As read from the host. */
      items: Array<Edge>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Reads edges by id or unique name. An edge joins two vertices of a mesh. */
  get_edges: {
    arguments: {
      /** Ids or unique names. */
      ids: Array<string>;
      /** Only these fields, besides `id` and `name`; without it all but the large ones. */
      fields?: Array<"id" | "name" | "mesh_id" | "index" | "vertex_ids" | "sharp" | "crease" | "seam" | "hidden" | "selected" | "metadata">;
    };
    result: {
      /** As read from the host. */
      items: Array<Edge>;
    };
  };
  /** Lists edges, page by page, all or those that match the filters. */
  list_edges: {
    arguments: {
      /** Only those of this one. */
      parent_id?: string;
      /** Only those of which all of this holds: by field a value, a list of values of which it is one, or comparisons (`{"gt": 2, "le": 5}`; eq, ne, lt, le, gt, ge). Text may hold the wildcards `*` and `?`, in any case; where a field names something, its id or name. */
      filters?: EdgeFilter;
      /** Only these fields, besides `id` and `name`; without it all but the large ones. */
      fields?: Array<"id" | "name" | "mesh_id" | "index" | "vertex_ids" | "sharp" | "crease" | "seam" | "hidden" | "selected" | "metadata">;
      /** How many at most. Default: 50. */
      limit?: number;
      /** `next_cursor` of the page before. */
      cursor?: string;
    };
    result: {
      /** As read from the host. */
      items: Array<Edge>;
      /** How many match, over all pages. */
      total: number;
      /** Where the next page begins; absent on the last. */
      next_cursor?: string;
    };
  };
  /** Changes the fields given of edges and leaves the others; one patch may change many. */
  update_edges: {
    arguments: {
      /** Patches, done in this order. */
      items: Array<EdgeUpdate>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
    };
    result: {
      /** As read from the host. */
      items: Array<Edge>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Deletes edges by id or unique name. */
  delete_edges: {
    arguments: {
      /** Ids or unique names of what goes. */
      ids: Array<string>;
    };
    result: {
      /** Ids of what was deleted, children included. */
      deleted: Array<string>;
    };
  };
  /** Creates faces and gives them back as the host has them. A face is spanned by three or more vertices of a mesh, counter-clockwise seen from outside. */
  create_faces: {
    arguments: {
      /** What to create, one object each. */
      items: Array<FaceCreate>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
      /** Axes and units of all values given and returned: `host` (when not given), as the artist sees them, or `gltf`: right-handed, Y up, metres. */
      convention?: "host" | "gltf";
    };
    result: {
      /** Ids of what was created, in the order of the items. */
      ids: Array<string>;
      /** As read from the host. */
      items: Array<Face>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Reads faces by id or unique name. A face is spanned by three or more vertices of a mesh, counter-clockwise seen from outside. */
  get_faces: {
    arguments: {
      /** Ids or unique names. */
      ids: Array<string>;
      /** Only these fields, besides `id` and `name`; without it all but the large ones. */
      fields?: Array<"id" | "name" | "mesh_id" | "index" | "vertex_ids" | "normal" | "center" | "area" | "material_id" | "smooth" | "smoothing_group" | "hidden" | "selected" | "metadata">;
      /** Axes and units of all values given and returned: `host` (when not given), as the artist sees them, or `gltf`: right-handed, Y up, metres. */
      convention?: "host" | "gltf";
    };
    result: {
      /** As read from the host. */
      items: Array<Face>;
    };
  };
  /** Lists faces, page by page, all or those that match the filters. */
  list_faces: {
    arguments: {
      /** Only those of this one. */
      parent_id?: string;
      /** Only those of which all of this holds: by field a value, a list of values of which it is one, or comparisons (`{"gt": 2, "le": 5}`; eq, ne, lt, le, gt, ge). Text may hold the wildcards `*` and `?`, in any case; where a field names something, its id or name. */
      filters?: FaceFilter;
      /** Only these fields, besides `id` and `name`; without it all but the large ones. */
      fields?: Array<"id" | "name" | "mesh_id" | "index" | "vertex_ids" | "normal" | "center" | "area" | "material_id" | "smooth" | "smoothing_group" | "hidden" | "selected" | "metadata">;
      /** How many at most. Default: 50. */
      limit?: number;
      /** `next_cursor` of the page before. */
      cursor?: string;
      /** Axes and units of all values given and returned: `host` (when not given), as the artist sees them, or `gltf`: right-handed, Y up, metres. */
      convention?: "host" | "gltf";
    };
    result: {
      /** As read from the host. */
      items: Array<Face>;
      /** How many match, over all pages. */
      total: number;
      /** Where the next page begins; absent on the last. */
      next_cursor?: string;
    };
  };
  /** Changes the fields given of faces and leaves the others; one patch may change many. */
  update_faces: {
    arguments: {
      /** Patches, done in this order. */
      items: Array<FaceUpdate>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
      /** Axes and units of all values given and returned: `host` (when not given), as the artist sees them, or `gltf`: right-handed, Y up, metres. */
      convention?: "host" | "gltf";
    };
    result: {
      /** As read from the host. */
      items: Array<Face>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Deletes faces by id or unique name. */
  delete_faces: {
    arguments: {
      /** Ids or unique names of what goes. */
      ids: Array<string>;
    };
    result: {
      /** Ids of what was deleted, children included. */
      deleted: Array<string>;
    };
  };
  /** Creates uv maps and gives them back as the host has them. A UV map says where on a texture each corner of a mesh's faces lies. */
  create_uv_maps: {
    arguments: {
      /** What to create, one object each. */
      items: Array<UVMapCreate>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
    };
    result: {
      /** Ids of what was created, in the order of the items. */
      ids: Array<string>;
      /** As read from the host. */
      items: Array<UVMap>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Reads uv maps by id or unique name. A UV map says where on a texture each corner of a mesh's faces lies. */
  get_uv_maps: {
    arguments: {
      /** Ids or unique names. */
      ids: Array<string>;
      /** Only these fields, besides `id` and `name`; without it all but the large ones. */
      fields?: Array<"id" | "name" | "mesh_id" | "channel" | "coordinates" | "active" | "metadata">;
    };
    result: {
      /** As read from the host. */
      items: Array<UVMap>;
    };
  };
  /** Lists uv maps, page by page, all or those that match the filters. */
  list_uv_maps: {
    arguments: {
      /** Only those of this one. */
      parent_id?: string;
      /** Only those of which all of this holds: by field a value, a list of values of which it is one, or comparisons (`{"gt": 2, "le": 5}`; eq, ne, lt, le, gt, ge). Text may hold the wildcards `*` and `?`, in any case; where a field names something, its id or name. */
      filters?: UVMapFilter;
      /** Only these fields, besides `id` and `name`; without it all but the large ones. */
      fields?: Array<"id" | "name" | "mesh_id" | "channel" | "coordinates" | "active" | "metadata">;
      /** How many at most. Default: 50. */
      limit?: number;
      /** `next_cursor` of the page before. */
      cursor?: string;
    };
    result: {
      /** As read from the host. */
      items: Array<UVMap>;
      /** How many match, over all pages. */
      total: number;
      /** Where the next page begins; absent on the last. */
      next_cursor?: string;
    };
  };
  /** Changes the fields given of uv maps and leaves the others; one patch may change many. */
  update_uv_maps: {
    arguments: {
      /** Patches, done in this order. */
      items: Array<UVMapUpdate>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
    };
    result: {
      /** As read from the host. */
      items: Array<UVMap>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Deletes uv maps by id or unique name. */
  delete_uv_maps: {
    arguments: {
      /** Ids or unique names of what goes. */
      ids: Array<string>;
    };
    result: {
      /** Ids of what was deleted, children included. */
      deleted: Array<string>;
    };
  };
  /** Creates textures and gives them back as the host has them. A texture is a picture for materials: from a file, from bytes that are then kept in the scene, or blank. */
  create_textures: {
    arguments: {
      /** What to create, one object each. */
      items: Array<TextureCreate>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
    };
    result: {
      /** Ids of what was created, in the order of the items. */
      ids: Array<string>;
      /** As read from the host. */
      items: Array<Texture>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Reads textures by id or unique name. A texture is a picture for materials: from a file, from bytes that are then kept in the scene, or blank. */
  get_textures: {
    arguments: {
      /** Ids or unique names. */
      ids: Array<string>;
      /** Only these fields, besides `id` and `name`; without it all but the large ones. */
      fields?: Array<"id" | "name" | "path" | "data" | "width" | "height" | "color_space" | "extension" | "packed" | "metadata">;
    };
    result: {
      /** As read from the host. */
      items: Array<Texture>;
    };
  };
  /** Lists textures, page by page, all or those that match the filters. */
  list_textures: {
    arguments: {
      /** Only those of which all of this holds: by field a value, a list of values of which it is one, or comparisons (`{"gt": 2, "le": 5}`; eq, ne, lt, le, gt, ge). Text may hold the wildcards `*` and `?`, in any case; where a field names something, its id or name. */
      filters?: TextureFilter;
      /** Only these fields, besides `id` and `name`; without it all but the large ones. */
      fields?: Array<"id" | "name" | "path" | "data" | "width" | "height" | "color_space" | "extension" | "packed" | "metadata">;
      /** How many at most. Default: 50. */
      limit?: number;
      /** `next_cursor` of the page before. */
      cursor?: string;
    };
    result: {
      /** As read from the host. */
      items: Array<Texture>;
      /** How many match, over all pages. */
      total: number;
      /** Where the next page begins; absent on the last. */
      next_cursor?: string;
    };
  };
  /** Changes the fields given of textures and leaves the others; one patch may change many. */
  update_textures: {
    arguments: {
      /** Patches, done in this order. */
      items: Array<TextureUpdate>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
    };
    result: {
      /** As read from the host. */
      items: Array<Texture>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Deletes textures by id or unique name. */
  delete_textures: {
    arguments: {
      /** Ids or unique names of what goes. */
      ids: Array<string>;
    };
    result: {
      /** Ids of what was deleted, children included. */
      deleted: Array<string>;
    };
  };
  /** Creates materials and gives them back as the host has them. A material says how a surface looks, as metallic and roughness (PBR). */
  create_materials: {
    arguments: {
      /** What to create, one object each. */
      items: Array<MaterialCreate>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
    };
    result: {
      /** Ids of what was created, in the order of the items. */
      ids: Array<string>;
      /** As read from the host. */
      items: Array<Material>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Reads materials by id or unique name. A material says how a surface looks, as metallic and roughness (PBR). */
  get_materials: {
    arguments: {
      /** Ids or unique names. */
      ids: Array<string>;
      /** Only these fields, besides `id` and `name`; without it all but the large ones. */
      fields?: Array<"id" | "name" | "type" | "base_color" | "metallic" | "roughness" | "opacity" | "alpha_mode" | "alpha_cutoff" | "double_sided" | "emissive" | "emissive_intensity" | "normal_scale" | "textures" | "texture_maps" | "shader_parameters" | "metadata">;
    };
    result: {
      /** As read from the host. */
      items: Array<Material>;
    };
  };
  /** Lists materials, page by page, all or those that match the filters. */
  list_materials: {
    arguments: {
      /** Only those of this one. */
      parent_id?: string;
      /** Only those of which all of this holds: by field a value, a list of values of which it is one, or comparisons (`{"gt": 2, "le": 5}`; eq, ne, lt, le, gt, ge). Text may hold the wildcards `*` and `?`, in any case; where a field names something, its id or name. */
      filters?: MaterialFilter;
      /** Only these fields, besides `id` and `name`; without it all but the large ones. */
      fields?: Array<"id" | "name" | "type" | "base_color" | "metallic" | "roughness" | "opacity" | "alpha_mode" | "alpha_cutoff" | "double_sided" | "emissive" | "emissive_intensity" | "normal_scale" | "textures" | "texture_maps" | "shader_parameters" | "metadata">;
      /** How many at most. Default: 50. */
      limit?: number;
      /** `next_cursor` of the page before. */
      cursor?: string;
    };
    result: {
      /** As read from the host. */
      items: Array<Material>;
      /** How many match, over all pages. */
      total: number;
      /** Where the next page begins; absent on the last. */
      next_cursor?: string;
    };
  };
  /** Changes the fields given of materials and leaves the others; one patch may change many. */
  update_materials: {
    arguments: {
      /** Patches, done in this order. */
      items: Array<MaterialUpdate>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
    };
    result: {
      /** As read from the host. */
      items: Array<Material>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Deletes materials by id or unique name. */
  delete_materials: {
    arguments: {
      /** Ids or unique names of what goes. */
      ids: Array<string>;
    };
    result: {
      /** Ids of what was deleted, children included. */
      deleted: Array<string>;
    };
  };
  /** Creates curves and gives them back as the host has them. A curve is a scene object: a NURBS or Bezier curve, or straight lines from point to point. */
  create_curves: {
    arguments: {
      /** What to create, one object each. */
      items: Array<CurveCreate>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
      /** Axes and units of all values given and returned: `host` (when not given), as the artist sees them, or `gltf`: right-handed, Y up, metres. */
      convention?: "host" | "gltf";
    };
    result: {
      /** Ids of what was created, in the order of the items. */
      ids: Array<string>;
      /** As read from the host. */
      items: Array<Curve>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Reads curves by id or unique name. A curve is a scene object: a NURBS or Bezier curve, or straight lines from point to point. */
  get_curves: {
    arguments: {
      /** Ids or unique names. */
      ids: Array<string>;
      /** Only these fields, besides `id` and `name`; without it all but the large ones. */
      fields?: Array<"id" | "name" | "type" | "position" | "rotation" | "scale" | "parent_id" | "child_ids" | "visible" | "locked" | "cast_shadow" | "receive_shadow" | "render_order" | "metadata" | "bounds" | "matrix_world" | "kind" | "control_points" | "degree" | "knots" | "closed" | "length" | "piece_count">;
      /** Axes and units of all values given and returned: `host` (when not given), as the artist sees them, or `gltf`: right-handed, Y up, metres. */
      convention?: "host" | "gltf";
    };
    result: {
      /** As read from the host. */
      items: Array<Curve>;
    };
  };
  /** Lists curves, page by page, all or those that match the filters. */
  list_curves: {
    arguments: {
      /** Only the direct children of this one. */
      parent_id?: string;
      /** Only those of which all of this holds: by field a value, a list of values of which it is one, or comparisons (`{"gt": 2, "le": 5}`; eq, ne, lt, le, gt, ge). Text may hold the wildcards `*` and `?`, in any case; where a field names something, its id or name. */
      filters?: CurveFilter;
      /** Only these fields, besides `id` and `name`; without it all but the large ones. */
      fields?: Array<"id" | "name" | "type" | "position" | "rotation" | "scale" | "parent_id" | "child_ids" | "visible" | "locked" | "cast_shadow" | "receive_shadow" | "render_order" | "metadata" | "bounds" | "matrix_world" | "kind" | "control_points" | "degree" | "knots" | "closed" | "length" | "piece_count">;
      /** How many at most. Default: 50. */
      limit?: number;
      /** `next_cursor` of the page before. */
      cursor?: string;
      /** Axes and units of all values given and returned: `host` (when not given), as the artist sees them, or `gltf`: right-handed, Y up, metres. */
      convention?: "host" | "gltf";
    };
    result: {
      /** As read from the host. */
      items: Array<Curve>;
      /** How many match, over all pages. */
      total: number;
      /** Where the next page begins; absent on the last. */
      next_cursor?: string;
    };
  };
  /** Changes the fields given of curves and leaves the others; one patch may change many. */
  update_curves: {
    arguments: {
      /** Patches, done in this order. */
      items: Array<CurveUpdate>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
      /** Axes and units of all values given and returned: `host` (when not given), as the artist sees them, or `gltf`: right-handed, Y up, metres. */
      convention?: "host" | "gltf";
    };
    result: {
      /** As read from the host. */
      items: Array<Curve>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Deletes curves by id or unique name. */
  delete_curves: {
    arguments: {
      /** Ids or unique names of what goes. */
      ids: Array<string>;
    };
    result: {
      /** Ids of what was deleted, children included. */
      deleted: Array<string>;
    };
  };
  /** Creates subdivision surfaces and gives them back as the host has them. A subdivision surface shows a mesh smoothed and finer than it is stored. */
  create_subdivision_surfaces: {
    arguments: {
      /** What to create, one object each. */
      items: Array<SubdivisionSurfaceCreate>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
    };
    result: {
      /** Ids of what was created, in the order of the items. */
      ids: Array<string>;
      /** As read from the host. */
      items: Array<SubdivisionSurface>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Reads subdivision surfaces by id or unique name. A subdivision surface shows a mesh smoothed and finer than it is stored. */
  get_subdivision_surfaces: {
    arguments: {
      /** Ids or unique names. */
      ids: Array<string>;
      /** Only these fields, besides `id` and `name`; without it all but the large ones. */
      fields?: Array<"id" | "name" | "base_mesh_id" | "subdivision_level" | "render_level" | "scheme" | "crease_edges" | "boundary_interpolation" | "active" | "metadata">;
    };
    result: {
      /** As read from the host. */
      items: Array<SubdivisionSurface>;
    };
  };
  /** Lists subdivision surfaces, page by page, all or those that match the filters. */
  list_subdivision_surfaces: {
    arguments: {
      /** Only those of this one. */
      parent_id?: string;
      /** Only those of which all of this holds: by field a value, a list of values of which it is one, or comparisons (`{"gt": 2, "le": 5}`; eq, ne, lt, le, gt, ge). Text may hold the wildcards `*` and `?`, in any case; where a field names something, its id or name. */
      filters?: SubdivisionSurfaceFilter;
      /** Only these fields, besides `id` and `name`; without it all but the large ones. */
      fields?: Array<"id" | "name" | "base_mesh_id" | "subdivision_level" | "render_level" | "scheme" | "crease_edges" | "boundary_interpolation" | "active" | "metadata">;
      /** How many at most. Default: 50. */
      limit?: number;
      /** `next_cursor` of the page before. */
      cursor?: string;
    };
    result: {
      /** As read from the host. */
      items: Array<SubdivisionSurface>;
      /** How many match, over all pages. */
      total: number;
      /** Where the next page begins; absent on the last. */
      next_cursor?: string;
    };
  };
  /** Changes the fields given of subdivision surfaces and leaves the others; one patch may change many. */
  update_subdivision_surfaces: {
    arguments: {
      /** Patches, done in this order. */
      items: Array<SubdivisionSurfaceUpdate>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
    };
    result: {
      /** As read from the host. */
      items: Array<SubdivisionSurface>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Deletes subdivision surfaces by id or unique name. */
  delete_subdivision_surfaces: {
    arguments: {
      /** Ids or unique names of what goes. */
      ids: Array<string>;
    };
    result: {
      /** Ids of what was deleted, children included. */
      deleted: Array<string>;
    };
  };
  /** Creates meshes of ready-made shapes with real parameters: cube, sphere, cylinder, torus and the like. */
  create_primitives: {
    arguments: {
      /** What to create, one object each. */
      items: Array<PrimitiveCreate>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
      /** Axes and units of all values given and returned: `host` (when not given), as the artist sees them, or `gltf`: right-handed, Y up, metres. */
      convention?: "host" | "gltf";
    };
    result: {
      /** Ids of what was created, in the order of the items. */
      ids: Array<string>;
      /** One for each, as read from the host. */
      items: Array<Mesh>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Moves, weighs, inserts and removes control points of curves. */
  edit_curve_points: {
    arguments: {
      /** What to do, in this order. */
      items: Array<{
        /** The curve. */
        curve_id: string;
        /** Of a curve of several pieces, which one, counted from 0. Default: 0. */
        piece?: number;
        /** Which point, counted from 0; with `insert` where the new one will be. */
        index: number;
        /** What becomes of the point. Default: "set". */
        action?: "set" | "insert" | "remove";
        /** Position local to the curve. */
        position?: Vector3;
        /** How strongly it draws a NURBS curve. */
        weight?: number;
        /** Of a Bezier curve: where the tangent towards the point before ends. */
        handle_left?: Vector3;
        /** Of a Bezier curve: where the tangent towards the next point ends. */
        handle_right?: Vector3;
        /** By which factor the curve is thicker there. */
        radius?: number;
        /** How far it is twisted there. */
        tilt?: number;
      }>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
      /** Axes and units of all values given and returned: `host` (when not given), as the artist sees them, or `gltf`: right-handed, Y up, metres. */
      convention?: "host" | "gltf";
    };
    result: {
      /** One for each, as read from the host. */
      items: Array<{
        /** The curve. */
        curve_id: string;
        /** Of a curve of several pieces, which one, counted from 0. */
        piece: number;
        /** Which point; absent when it was removed. */
        index?: number;
        /** Position local to the curve. */
        position?: Vector3;
        /** How strongly it draws a NURBS curve. */
        weight?: number;
        /** Of a Bezier curve: where the tangent towards the point before ends. */
        handle_left?: Vector3;
        /** Of a Bezier curve: where the tangent towards the next point ends. */
        handle_right?: Vector3;
        /** By which factor the curve is thicker there. */
        radius?: number;
        /** How far it is twisted there. */
        tilt?: number;
        /** How many points the piece has now. */
        point_count: number;
        /** How long the curve is now, in scene units. */
        length: number;
      }>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Makes meshes show the vertices, faces and materials of others: instances, which change together from then on. */
  share_meshes: {
    arguments: {
      /** Which mesh shows which one's. */
      items: Array<{
        /** The mesh that becomes an instance. */
        id: string;
        /** The mesh whose vertices, faces and materials it shows from then on. */
        source_id: string;
        /** Whether it stays as it is where it would lose anything by that. Default: false. */
        only_equal?: boolean;
      }>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
    };
    result: {
      /** One for each, as read from the host. */
      items: Array<{
        /** The mesh. */
        id: string;
        /** The other one. */
        source_id: string;
        /** Whether both show the same now. */
        shared: boolean;
        /** Whether they did not before. */
        changed: boolean;
        /** Whether what it showed before is gone, as nothing else shows it. */
        freed: boolean;
      }>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Lets textures tell something of materials that `textures` of a material cannot say: by one channel of a packed one, the other way round, as normals made for DirectX. What told it before tells it no more; nodes of the artist's own are a conflict. */
  set_texture_maps: {
    arguments: {
      /** What to do, in this order. */
      items: Array<{
        /** The material. */
        material_id: string;
        /** What it tells of the surface; `ambient_occlusion` darkens its colour. */
        slot: "base_color" | "metallic" | "roughness" | "normal" | "height" | "opacity" | "emissive" | "ambient_occlusion";
        /** The texture. */
        texture_id: string;
        /** Which of its numbers tell it. Default: "color". */
        channel?: "color" | "red" | "green" | "blue" | "alpha";
        /** Whether it tells the opposite: gloss for roughness, transparency for opacity. Default: false. */
        invert?: boolean;
        /** Of `normal`: whether its green points down, as DirectX has it. Default: false. */
        flip_green?: boolean;
      }>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
    };
    result: {
      /** The materials, as read from the host. */
      items: Array<Material>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Makes everything that uses a material, meshes, curves and graphs, use another one, and deletes it. */
  merge_materials: {
    arguments: {
      /** Which material goes for which one. */
      items: Array<{
        /** The material that goes. */
        id: string;
        /** The one that everything uses instead. */
        into_id: string;
      }>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
    };
    result: {
      /** One for each, as read from the host. */
      items: Array<{
        /** The material. */
        id: string;
        /** The other one. */
        into_id: string;
        /** What it was called. */
        name: string;
        /** Whether it is gone; one that the artist protects stays, with all that uses it. */
        merged: boolean;
      }>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Deletes what nothing in the file uses and what only that used; what the artist protects, what comes from a library and a picture that is painted and not saved stay. */
  delete_unused: {
    arguments: {
      /** Of which kinds. */
      types: Array<"material" | "texture" | "mesh" | "curve" | "light" | "camera" | "rig" | "clip" | "graph" | "environment">;
      /** Whether it only tells what would go. Default: false. */
      dry_run?: boolean;
    };
    result: {
      /** What is gone, or would be. */
      items: Array<{
        /** What it is. */
        type: "material" | "texture" | "mesh" | "curve" | "light" | "camera" | "rig" | "clip" | "graph" | "environment";
        /** What it is called. */
        name: string;
      }>;
    };
  };
  /** Draws faces out of a mesh, with walls between the old place and the new one. */
  extrude_faces: {
    arguments: {
      /** What to do, in this order. */
      items: Array<{
        /** Faces of one mesh. */
        face_ids: Array<string>;
        /** How far, along the normal or the direction; negative inwards. */
        distance: number;
        /** Local to the mesh; without it the mean normal. */
        direction?: Vector3;
        /** Whether each face goes by itself, along its own normal. Default: false. */
        individual_faces?: boolean;
        /** Whether the faces are at the end of the walls; else the walls end open. Default: true. */
        create_caps?: boolean;
      }>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
      /** Axes and units of all values given and returned: `host` (when not given), as the artist sees them, or `gltf`: right-handed, Y up, metres. */
      convention?: "host" | "gltf";
    };
    result: {
      /** One for each, as read from the host. */
      items: Array<{
        /** The mesh. */
        mesh_id: string;
        /** The mesh's `revision` now; it changes when elements come, go or are joined otherwise. */
        revision: string;
        /** Vertices that were not there before, the first 1,000 of them. */
        new_vertex_ids: Array<string>;
        /** Edges that were not there before, the first 1,000 of them. */
        new_edge_ids: Array<string>;
        /** Faces that were not there before, the first 1,000 of them. */
        new_face_ids: Array<string>;
        /** How many vertices it has now. */
        vertex_count: number;
        /** How many edges it has now. */
        edge_count: number;
        /** How many faces it has now. */
        face_count: number;
      }>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Draws faces out of a mesh, each corner along its own normal: for shells and for patches that bend. */
  extrude_along_normals: {
    arguments: {
      /** What to do, in this order. */
      items: Array<{
        /** Faces of one mesh. */
        face_ids: Array<string>;
        /** How far along the normals; negative inwards. */
        distance: number;
        /** Whether what comes to be is as thick at bends as elsewhere. Default: true. */
        even?: boolean;
      }>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
      /** Axes and units of all values given and returned: `host` (when not given), as the artist sees them, or `gltf`: right-handed, Y up, metres. */
      convention?: "host" | "gltf";
    };
    result: {
      /** One for each, as read from the host. */
      items: Array<{
        /** The mesh. */
        mesh_id: string;
        /** The mesh's `revision` now; it changes when elements come, go or are joined otherwise. */
        revision: string;
        /** Vertices that were not there before, the first 1,000 of them. */
        new_vertex_ids: Array<string>;
        /** Edges that were not there before, the first 1,000 of them. */
        new_edge_ids: Array<string>;
        /** Faces that were not there before, the first 1,000 of them. */
        new_face_ids: Array<string>;
        /** How many vertices it has now. */
        vertex_count: number;
        /** How many edges it has now. */
        edge_count: number;
        /** How many faces it has now. */
        face_count: number;
      }>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Gives faces a border inside. */
  inset_faces: {
    arguments: {
      /** What to do, in this order. */
      items: Array<{
        /** Faces of one mesh. */
        face_ids: Array<string>;
        /** How far inside the new border lies. */
        amount: number;
        /** How far the inner face is raised. Default: 0. */
        depth?: number;
        /** Whether each face gets a border of its own. Default: false. */
        individual_faces?: boolean;
      }>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
      /** Axes and units of all values given and returned: `host` (when not given), as the artist sees them, or `gltf`: right-handed, Y up, metres. */
      convention?: "host" | "gltf";
    };
    result: {
      /** One for each, as read from the host. */
      items: Array<{
        /** The mesh. */
        mesh_id: string;
        /** The mesh's `revision` now; it changes when elements come, go or are joined otherwise. */
        revision: string;
        /** Vertices that were not there before, the first 1,000 of them. */
        new_vertex_ids: Array<string>;
        /** Edges that were not there before, the first 1,000 of them. */
        new_edge_ids: Array<string>;
        /** Faces that were not there before, the first 1,000 of them. */
        new_face_ids: Array<string>;
        /** How many vertices it has now. */
        vertex_count: number;
        /** How many edges it has now. */
        edge_count: number;
        /** How many faces it has now. */
        face_count: number;
      }>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Rounds or cuts off edges or corners of a mesh. */
  bevel: {
    arguments: {
      /** What to do, in this order. */
      items: Array<{
        /** The mesh. */
        mesh_id: string;
        /** Only these edges; without edges and vertices all edges. */
        edge_ids?: Array<string>;
        /** These vertices instead of edges. */
        vertex_ids?: Array<string>;
        /** How wide. */
        amount: number;
        /** In how many steps. Default: 1. */
        segments?: number;
        /** From hollow (0) by round (0.5) to sharp (1). Default: 0.5. */
        shape?: number;
      }>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
      /** Axes and units of all values given and returned: `host` (when not given), as the artist sees them, or `gltf`: right-handed, Y up, metres. */
      convention?: "host" | "gltf";
    };
    result: {
      /** One for each, as read from the host. */
      items: Array<{
        /** The mesh. */
        mesh_id: string;
        /** The mesh's `revision` now; it changes when elements come, go or are joined otherwise. */
        revision: string;
        /** Vertices that were not there before, the first 1,000 of them. */
        new_vertex_ids: Array<string>;
        /** Edges that were not there before, the first 1,000 of them. */
        new_edge_ids: Array<string>;
        /** Faces that were not there before, the first 1,000 of them. */
        new_face_ids: Array<string>;
        /** How many vertices it has now. */
        vertex_count: number;
        /** How many edges it has now. */
        edge_count: number;
        /** How many faces it has now. */
        face_count: number;
      }>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Cuts edges of a mesh, and the faces between them. */
  subdivide: {
    arguments: {
      /** What to do, in this order. */
      items: Array<{
        /** The mesh. */
        mesh_id: string;
        /** Only these edges; without it all. */
        edge_ids?: Array<string>;
        /** How many cuts each gets. Default: 1. */
        count?: number;
        /** How round it becomes. Default: 0. */
        smoothness?: number;
      }>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
    };
    result: {
      /** One for each, as read from the host. */
      items: Array<{
        /** The mesh. */
        mesh_id: string;
        /** The mesh's `revision` now; it changes when elements come, go or are joined otherwise. */
        revision: string;
        /** Vertices that were not there before, the first 1,000 of them. */
        new_vertex_ids: Array<string>;
        /** Edges that were not there before, the first 1,000 of them. */
        new_edge_ids: Array<string>;
        /** Faces that were not there before, the first 1,000 of them. */
        new_face_ids: Array<string>;
        /** How many vertices it has now. */
        vertex_count: number;
        /** How many edges it has now. */
        edge_count: number;
        /** How many faces it has now. */
        face_count: number;
      }>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Takes vertices, edges or faces out of a mesh without leaving a hole. */
  dissolve: {
    arguments: {
      /** What to do, in this order. */
      items: Array<{
        /** The mesh. */
        mesh_id: string;
        /** Vertices to be merged into what lies around them. */
        vertex_ids?: Array<string>;
        /** Edges whose two faces become one. */
        edge_ids?: Array<string>;
        /** Faces that become one. */
        face_ids?: Array<string>;
      }>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
    };
    result: {
      /** One for each, as read from the host. */
      items: Array<{
        /** The mesh. */
        mesh_id: string;
        /** The mesh's `revision` now; it changes when elements come, go or are joined otherwise. */
        revision: string;
        /** Vertices that were not there before, the first 1,000 of them. */
        new_vertex_ids: Array<string>;
        /** Edges that were not there before, the first 1,000 of them. */
        new_edge_ids: Array<string>;
        /** Faces that were not there before, the first 1,000 of them. */
        new_face_ids: Array<string>;
        /** How many vertices it has now. */
        vertex_count: number;
        /** How many edges it has now. */
        edge_count: number;
        /** How many faces it has now. */
        face_count: number;
      }>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Joins two loops of edges of a mesh by faces. */
  bridge: {
    arguments: {
      /** What to do, in this order. */
      items: Array<{
        /** The edges of two loops of one mesh. */
        edge_ids?: Array<string>;
        /** Instead: two patches of faces, which go; their borders are joined. */
        face_ids?: Array<string>;
        /** By how many vertices one loop is turned first. Default: 0. */
        twist?: number;
        /** Whether the new faces are shaded smooth. Default: false. */
        smooth?: boolean;
      }>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
    };
    result: {
      /** One for each, as read from the host. */
      items: Array<{
        /** The mesh. */
        mesh_id: string;
        /** The mesh's `revision` now; it changes when elements come, go or are joined otherwise. */
        revision: string;
        /** Vertices that were not there before, the first 1,000 of them. */
        new_vertex_ids: Array<string>;
        /** Edges that were not there before, the first 1,000 of them. */
        new_edge_ids: Array<string>;
        /** Faces that were not there before, the first 1,000 of them. */
        new_face_ids: Array<string>;
        /** How many vertices it has now. */
        vertex_count: number;
        /** How many edges it has now. */
        edge_count: number;
        /** How many faces it has now. */
        face_count: number;
      }>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Joins two vertices by an edge, vertices by a face, or fills what lies between edges. */
  fill_faces: {
    arguments: {
      /** What to do, in this order. */
      items: Array<{
        /** Two vertices, to be joined by an edge, or the corners of a face, in any order. */
        vertex_ids?: Array<string>;
        /** The edges around what is to be filled, or two to be joined by a face. */
        edge_ids?: Array<string>;
        /** With one face, with triangles (for borders that are not flat or have holes inside), or with a grid of quadrangles. Default: "face". */
        method?: "face" | "triangles" | "grid";
      }>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
    };
    result: {
      /** One for each, as read from the host. */
      items: Array<{
        /** The mesh. */
        mesh_id: string;
        /** The mesh's `revision` now; it changes when elements come, go or are joined otherwise. */
        revision: string;
        /** Vertices that were not there before, the first 1,000 of them. */
        new_vertex_ids: Array<string>;
        /** Edges that were not there before, the first 1,000 of them. */
        new_edge_ids: Array<string>;
        /** Faces that were not there before, the first 1,000 of them. */
        new_face_ids: Array<string>;
        /** How many vertices it has now. */
        vertex_count: number;
        /** How many edges it has now. */
        edge_count: number;
        /** How many faces it has now. */
        face_count: number;
      }>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Deletes vertices, edges or faces of a mesh, with what hangs on them or without. */
  delete_elements: {
    arguments: {
      /** What to do, in this order. */
      items: Array<{
        /** The mesh; needed where no id says which one, as with numbers. */
        mesh_id?: string;
        /** Vertices; of edges and faces, those between them only. */
        vertex_ids?: Array<string>;
        /** Edges; of vertices, their ends, of faces, those with no other edge. */
        edge_ids?: Array<string>;
        /** Faces; of vertices and edges, those around them. */
        face_ids?: Array<string>;
        /** The same by their numbers in the mesh, which is quicker for many. */
        vertex_indices?: NumberArray;
        /** The same by their numbers in the mesh, which is quicker for many. */
        edge_indices?: NumberArray;
        /** The same by their numbers in the mesh, which is quicker for many. */
        face_indices?: NumberArray;
        /** What goes: `vertices` with all that uses them; `edges` or `faces` with what only they used; `only_…` leaves that. */
        type: "vertices" | "edges" | "faces" | "only_edges_and_faces" | "only_faces";
      }>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
    };
    result: {
      /** One for each, as read from the host. */
      items: Array<{
        /** The mesh. */
        mesh_id: string;
        /** The mesh's `revision` now; it changes when elements come, go or are joined otherwise. */
        revision: string;
        /** Vertices that were not there before, the first 1,000 of them. */
        new_vertex_ids: Array<string>;
        /** Edges that were not there before, the first 1,000 of them. */
        new_edge_ids: Array<string>;
        /** Faces that were not there before, the first 1,000 of them. */
        new_face_ids: Array<string>;
        /** How many vertices it has now. */
        vertex_count: number;
        /** How many edges it has now. */
        edge_count: number;
        /** How many faces it has now. */
        face_count: number;
      }>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Makes one vertex of several: of those that lie together, or of those named. */
  merge_vertices: {
    arguments: {
      /** What to do, in this order. */
      items: Array<{
        /** The mesh; needed where no id says which one, as with numbers. */
        mesh_id?: string;
        /** Only these vertices; without it all. */
        vertex_ids?: Array<string>;
        /** The same by their numbers in the mesh, which is quicker for many. */
        vertex_indices?: NumberArray;
        /** Those that lie together; or all of the named ones at their middle, the first or the last; or each connected part of them. Default: "by_distance". */
        method?: "by_distance" | "at_center" | "at_first" | "at_last" | "collapse";
        /** With `by_distance`: how far apart at most. Default: 0.0001. */
        distance?: number;
      }>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
      /** Axes and units of all values given and returned: `host` (when not given), as the artist sees them, or `gltf`: right-handed, Y up, metres. */
      convention?: "host" | "gltf";
    };
    result: {
      /** One for each, as read from the host. */
      items: Array<{
        /** The mesh. */
        mesh_id: string;
        /** The mesh's `revision` now; it changes when elements come, go or are joined otherwise. */
        revision: string;
        /** Vertices that were not there before, the first 1,000 of them. */
        new_vertex_ids: Array<string>;
        /** Edges that were not there before, the first 1,000 of them. */
        new_edge_ids: Array<string>;
        /** Faces that were not there before, the first 1,000 of them. */
        new_face_ids: Array<string>;
        /** How many vertices it has now. */
        vertex_count: number;
        /** How many edges it has now. */
        edge_count: number;
        /** How many faces it has now. */
        face_count: number;
      }>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Cuts faces of a mesh into triangles. */
  triangulate: {
    arguments: {
      /** What to do, in this order. */
      items: Array<{
        /** The mesh. */
        mesh_id: string;
        /** Only these faces; without it all. */
        face_ids?: Array<string>;
        /** How faces are cut: well shaped, as they are numbered, from their first corner, or by Delaunay's rule. Default: "beauty". */
        method?: "beauty" | "fixed" | "fan" | "delaunay";
      }>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
    };
    result: {
      /** One for each, as read from the host. */
      items: Array<{
        /** The mesh. */
        mesh_id: string;
        /** The mesh's `revision` now; it changes when elements come, go or are joined otherwise. */
        revision: string;
        /** Vertices that were not there before, the first 1,000 of them. */
        new_vertex_ids: Array<string>;
        /** Edges that were not there before, the first 1,000 of them. */
        new_edge_ids: Array<string>;
        /** Faces that were not there before, the first 1,000 of them. */
        new_face_ids: Array<string>;
        /** How many vertices it has now. */
        vertex_count: number;
        /** How many edges it has now. */
        edge_count: number;
        /** How many faces it has now. */
        face_count: number;
      }>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Joins pairs of triangles of a mesh to quadrangles. */
  quadrangulate: {
    arguments: {
      /** What to do, in this order. */
      items: Array<{
        /** The mesh. */
        mesh_id: string;
        /** Only these faces; without it all. */
        face_ids?: Array<string>;
        /** How far two triangles may be from one plane. Default: 0.698. */
        max_angle_deviation?: number;
      }>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
    };
    result: {
      /** One for each, as read from the host. */
      items: Array<{
        /** The mesh. */
        mesh_id: string;
        /** The mesh's `revision` now; it changes when elements come, go or are joined otherwise. */
        revision: string;
        /** Vertices that were not there before, the first 1,000 of them. */
        new_vertex_ids: Array<string>;
        /** Edges that were not there before, the first 1,000 of them. */
        new_edge_ids: Array<string>;
        /** Faces that were not there before, the first 1,000 of them. */
        new_face_ids: Array<string>;
        /** How many vertices it has now. */
        vertex_count: number;
        /** How many edges it has now. */
        edge_count: number;
        /** How many faces it has now. */
        face_count: number;
      }>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Selects the edges that go on from edges, end to end, and tells which. */
  select_edge_loops: {
    arguments: {
      /** What to do, in this order. */
      items: Array<{
        /** Edges of one mesh. */
        edge_ids: Array<string>;
        /** What becomes of the mesh's selection. Default: "replace". */
        mode?: "replace" | "add" | "remove";
      }>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
    };
    result: {
      /** One for each, as read from the host. */
      items: Array<{
        /** The mesh. */
        mesh_id: string;
        /** Every edge of the loops or rings. */
        edge_ids: Array<string>;
        /** Whether each of them ends where it begins. */
        closed: boolean;
        /** How many edges of the mesh are selected now. */
        selected_edge_count: number;
      }>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Selects the edges that lie across from edges, side by side, and tells which. */
  select_edge_rings: {
    arguments: {
      /** What to do, in this order. */
      items: Array<{
        /** Edges of one mesh. */
        edge_ids: Array<string>;
        /** What becomes of the mesh's selection. Default: "replace". */
        mode?: "replace" | "add" | "remove";
      }>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
    };
    result: {
      /** One for each, as read from the host. */
      items: Array<{
        /** The mesh. */
        mesh_id: string;
        /** Every edge of the loops or rings. */
        edge_ids: Array<string>;
        /** Whether each of them ends where it begins. */
        closed: boolean;
        /** How many edges of the mesh are selected now. */
        selected_edge_count: number;
      }>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Cuts loops of edges into a mesh, across the ring of quadrangles that an edge belongs to. */
  create_edge_loops: {
    arguments: {
      /** What to do, in this order. */
      items: Array<{
        /** An edge of the ring that is cut: the loops run across it. */
        edge_id: string;
        /** How many loops, at equal distances. Default: 1. */
        count?: number;
        /** How round it becomes. Default: 0. */
        smoothness?: number;
      }>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
    };
    result: {
      /** One for each, as read from the host. */
      items: Array<{
        /** The mesh. */
        mesh_id: string;
        /** The mesh's `revision` now; it changes when elements come, go or are joined otherwise. */
        revision: string;
        /** The edges of the new loops. */
        loop_edge_ids: Array<string>;
        /** Whether the loops go all around. */
        closed: boolean;
        /** Vertices that were not there before, the first 1,000 of them. */
        new_vertex_ids: Array<string>;
        /** Edges that were not there before, the first 1,000 of them. */
        new_edge_ids: Array<string>;
        /** Faces that were not there before, the first 1,000 of them. */
        new_face_ids: Array<string>;
        /** How many vertices it has now. */
        vertex_count: number;
        /** How many edges it has now. */
        edge_count: number;
        /** How many faces it has now. */
        face_count: number;
      }>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Moves edges over the faces beside them, towards the next loop. */
  slide_edges: {
    arguments: {
      /** What to do, in this order. */
      items: Array<{
        /** Edges of one mesh. */
        edge_ids: Array<string>;
        /** How far: 0 not at all, 1 onto the next loop to one side, -1 to the other. */
        factor: number;
      }>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
      /** Axes and units of all values given and returned: `host` (when not given), as the artist sees them, or `gltf`: right-handed, Y up, metres. */
      convention?: "host" | "gltf";
    };
    result: {
      /** One for each, as read from the host. */
      items: Array<{
        /** The mesh. */
        mesh_id: string;
        /** The mesh's `revision` now; it changes when elements come, go or are joined otherwise. */
        revision: string;
        /** Which vertices were meant. */
        vertex_indices: NumberArray;
        /** Where each of them is now, local to the mesh, shape [n, 3]. */
        positions: NumberArray;
      }>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Moves vertices of meshes, all alike or each to its place, and sets their normals; many in one call as arrays. */
  transform_vertices: {
    arguments: {
      /** What to do, in this order. */
      items: Array<{
        /** The mesh; needed where no id says which one, as with numbers. */
        mesh_id?: string;
        /** Which vertices; without ids and numbers all of the mesh. */
        vertex_ids?: Array<string>;
        /** The same by their numbers in the mesh, which is quicker for many. */
        vertex_indices?: NumberArray;
        /** Where they come to be, all at one place, local to the mesh. */
        position?: Vector3;
        /** How far each is moved, local to the mesh. */
        offset?: Vector3;
        /** Their normal from now on; zero gives them that of their faces again. */
        normal?: Vector3;
        /** Where each comes to be, shape [n, 3]. */
        positions?: NumberArray;
        /** How far each is moved, shape [n, 3]. */
        offsets?: NumberArray;
        /** The normal of each from now on, shape [n, 3]. */
        normals?: NumberArray;
      }>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
      /** Axes and units of all values given and returned: `host` (when not given), as the artist sees them, or `gltf`: right-handed, Y up, metres. */
      convention?: "host" | "gltf";
    };
    result: {
      /** One for each, as read from the host. */
      items: Array<{
        /** The mesh. */
        mesh_id: string;
        /** The mesh's `revision` now; it changes when elements come, go or are joined otherwise. */
        revision: string;
        /** Which vertices were meant. */
        vertex_indices: NumberArray;
        /** Where each of them is now, local to the mesh, shape [n, 3]. */
        positions: NumberArray;
      }>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Moves vertices of meshes towards the middle of their neighbours. */
  smooth_vertices: {
    arguments: {
      /** What to do, in this order. */
      items: Array<{
        /** The mesh; needed where no id says which one, as with numbers. */
        mesh_id?: string;
        /** Only these vertices; without it all. */
        vertex_ids?: Array<string>;
        /** The same by their numbers in the mesh, which is quicker for many. */
        vertex_indices?: NumberArray;
        /** How far each moves to the middle of its neighbours, each time. Default: 0.5. */
        factor?: number;
        /** How often. Default: 1. */
        repeat?: number;
      }>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
      /** Axes and units of all values given and returned: `host` (when not given), as the artist sees them, or `gltf`: right-handed, Y up, metres. */
      convention?: "host" | "gltf";
    };
    result: {
      /** One for each, as read from the host. */
      items: Array<{
        /** The mesh. */
        mesh_id: string;
        /** The mesh's `revision` now; it changes when elements come, go or are joined otherwise. */
        revision: string;
        /** Which vertices were meant. */
        vertex_indices: NumberArray;
        /** Where each of them is now, local to the mesh, shape [n, 3]. */
        positions: NumberArray;
      }>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Sets how sharp edges of meshes stay under a subdivision surface, alike or each by itself. */
  set_edge_creases: {
    arguments: {
      /** What to do, in this order. */
      items: Array<{
        /** The mesh; needed where no id says which one, as with numbers. */
        mesh_id?: string;
        /** Which edges; without ids and numbers all of the mesh. */
        edge_ids?: Array<string>;
        /** The same by their numbers in the mesh, which is quicker for many. */
        edge_indices?: NumberArray;
        /** How sharp they stay under subdivision. */
        crease_weight?: number;
        /** How sharp each stays, shape [n]. */
        crease_weights?: NumberArray;
      }>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
    };
    result: {
      /** One for each, as read from the host. */
      items: Array<{
        /** The mesh. */
        mesh_id: string;
        /** The mesh's `revision` now; it changes when elements come, go or are joined otherwise. */
        revision: string;
        /** Which edges were meant. */
        edge_indices: NumberArray;
        /** How sharp each stays now, shape [n]. */
        crease_weights: NumberArray;
      }>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Makes one mesh of several; the modifiers of all but the first go. */
  combine_meshes: {
    arguments: {
      /** What to do, in this order. */
      items: Array<{
        /** Two or more meshes; the first takes the others in. */
        mesh_ids: Array<string>;
        /** Name of what comes to be; else that of the first. */
        name?: string;
        /** Whether the faces of each keep material slots of their own; else those with one material share a slot. Default: false. */
        preserve_sub_meshes?: boolean;
        /** Whether all stays where it is in the world; else local places count as those of the first. Default: true. */
        world_space?: boolean;
        /** Whether the originals stay in the scene, and what comes to be is a new mesh. Default: false. */
        keep?: boolean;
      }>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
      /** Axes and units of all values given and returned: `host` (when not given), as the artist sees them, or `gltf`: right-handed, Y up, metres. */
      convention?: "host" | "gltf";
    };
    result: {
      /** One for each, as read from the host. */
      items: Array<Mesh>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Makes several meshes of one: by material, by unconnected parts, or what is selected by itself. */
  split_meshes: {
    arguments: {
      /** What to do, in this order. */
      items: Array<{
        /** The mesh. */
        mesh_id: string;
        /** A mesh for each material, for each unconnected part, or one for the faces named or selected. */
        method: "by_material" | "by_unconnected" | "by_selection";
        /** With `by_selection`: these faces; without it those that the artist selected. */
        face_ids?: Array<string>;
        /** The same by their numbers in the mesh, which is quicker for many. */
        face_indices?: NumberArray;
        /** Names of the new meshes; `{original}`, `{index}` from 1 and `{material}` stand for what they say. Default: "{original}_part_{index}". */
        name_pattern?: string;
      }>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
      /** Axes and units of all values given and returned: `host` (when not given), as the artist sees them, or `gltf`: right-handed, Y up, metres. */
      convention?: "host" | "gltf";
    };
    result: {
      /** One for each, as read from the host. */
      items: Array<{
        /** The mesh, which keeps the first part. */
        original_mesh_id: string;
        /** The other parts, one mesh each. */
        new_mesh_ids: Array<string>;
        /** All of them, the original first, as read from the host. */
        items: Array<Mesh>;
      }>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Makes meshes symmetric: one half becomes the mirror image of the other. */
  symmetrize_meshes: {
    arguments: {
      /** What to do, in this order. */
      items: Array<{
        /** The mesh. */
        mesh_id: string;
        /** Which half, along the mesh's own axes in the host's convention, is mirrored onto which. */
        direction: "-x_to_+x" | "+x_to_-x" | "-y_to_+y" | "+y_to_-y" | "-z_to_+z" | "+z_to_-z";
        /** Vertices this near the middle lie on it. Default: 0.0001. */
        threshold?: number;
      }>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
      /** Axes and units of all values given and returned: `host` (when not given), as the artist sees them, or `gltf`: right-handed, Y up, metres. */
      convention?: "host" | "gltf";
    };
    result: {
      /** One for each, as read from the host. */
      items: Array<{
        /** The mesh. */
        mesh_id: string;
        /** The mesh's `revision` now; it changes when elements come, go or are joined otherwise. */
        revision: string;
        /** Vertices that were not there before, the first 1,000 of them. */
        new_vertex_ids: Array<string>;
        /** Edges that were not there before, the first 1,000 of them. */
        new_edge_ids: Array<string>;
        /** Faces that were not there before, the first 1,000 of them. */
        new_face_ids: Array<string>;
        /** How many vertices it has now. */
        vertex_count: number;
        /** How many edges it has now. */
        edge_count: number;
        /** How many faces it has now. */
        face_count: number;
      }>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Unites a mesh with another one, cuts that out of it, or keeps what both have. */
  boolean: {
    arguments: {
      /** What to do, in this order. */
      items: Array<{
        /** The mesh. */
        mesh_id: string;
        /** The mesh that it is combined with. */
        with_id: string;
        /** What remains. */
        operation: "union" | "difference" | "intersect";
        /** Whether the other mesh stays in the scene. Default: true. */
        keep?: boolean;
      }>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
    };
    result: {
      /** One for each, as read from the host. */
      items: Array<{
        /** The mesh. */
        mesh_id: string;
        /** The mesh's `revision` now; it changes when elements come, go or are joined otherwise. */
        revision: string;
        /** Vertices that were not there before, the first 1,000 of them. */
        new_vertex_ids: Array<string>;
        /** Edges that were not there before, the first 1,000 of them. */
        new_edge_ids: Array<string>;
        /** Faces that were not there before, the first 1,000 of them. */
        new_face_ids: Array<string>;
        /** How many vertices it has now. */
        vertex_count: number;
        /** How many edges it has now. */
        edge_count: number;
        /** How many faces it has now. */
        face_count: number;
      }>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Sets how finely subdivision surfaces show their meshes. */
  set_subdivision_levels: {
    arguments: {
      /** What to do, in this order. */
      items: Array<{
        /** The subdivision surface. */
        subdivision_surface_id: string;
        /** How often, in the viewport. */
        level: number;
        /** How often in renders; as in the viewport when not given. */
        render_level?: number;
      }>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
    };
    result: {
      /** One for each, as read from the host. */
      items: Array<SubdivisionSurface>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Puts modifiers on nodes, as the host calls them and with its own settings. */
  add_modifiers: {
    arguments: {
      /** What to do, in this order. */
      items: Array<{
        /** The node. */
        id: string;
        /** What the host calls it: `bevel`, `mirror`, `solidify`, `array` … */
        type: string;
        /** Name of the modifier. */
        name?: string;
        /** Settings by the host's own names: `{"width": 0.1, "segments": 3}`. */
        settings?: Record<string, unknown>;
      }>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
    };
    result: {
      /** One for each, as read from the host. */
      items: Array<{
        /** The node. */
        id: string;
        /** The modifiers that it has now: name, type and settings. */
        modifiers: Array<Record<string, unknown>>;
      }>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Makes what modifiers show the mesh itself, and takes them off. */
  apply_modifiers: {
    arguments: {
      /** What to do, in this order. */
      items: Array<{
        /** The node. */
        id: string;
        /** Names of the modifiers, in order; without it all. */
        names?: Array<string>;
      }>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
    };
    result: {
      /** One for each, as read from the host. */
      items: Array<{
        /** The node. */
        id: string;
        /** The modifiers that it has now: name, type and settings. */
        modifiers: Array<Record<string, unknown>>;
      }>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Lays faces of a mesh out on a texture. */
  unwrap_uvs: {
    arguments: {
      /** What to do, in this order. */
      items: Array<{
        /** The mesh. */
        mesh_id: string;
        /** Only these faces; without it all. */
        face_ids?: Array<string>;
        /** How: along seams (`angle` or `abf`, `conformal` or `lscm`), by the faces' directions (`smart`), or by projection. Default: "angle". */
        method?: "angle" | "conformal" | "lscm" | "abf" | "smart" | "box" | "cylinder" | "sphere";
        /** Which UV map; made when it is the next one. Default: 0. */
        channel?: number;
        /** Whether the islands are laid out side by side; without it as the method does, which packs all but projections. */
        pack_islands?: boolean;
        /** Whether it is fitted into the square from 0 to 1, as when not given; else a projection keeps the size of the faces. */
        normalize_uvs?: boolean;
        /** Room between the islands. Default: 0.01. */
        margin?: number;
      }>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
    };
    result: {
      /** One for each, as read from the host. */
      items: Array<{
        /** The mesh. */
        mesh_id: string;
        /** The UV map. */
        uv_map_id: string;
      }>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Scales, turns and moves texture coordinates of meshes, and sets those of single vertices. */
  transform_uvs: {
    arguments: {
      /** What to do, in this order. */
      items: Array<{
        /** The mesh. */
        mesh_id: string;
        /** Which UV map, counted from 0. Default: 0. */
        channel?: number;
        /** Only the corners of these faces are scaled, turned and moved; without it all. */
        face_ids?: Array<string>;
        /** By which factors, first. */
        scale?: Vector2;
        /** How far it is turned, counter-clockwise, then. */
        rotation?: number;
        /** How far it is moved, last. */
        offset?: Vector2;
        /** What it is scaled and turned about. Default: [0.5, 0.5]. */
        pivot?: Vector2;
        /** Single vertices, after all that. */
        vertex_transforms?: Array<{
          /** The vertex; all corners of faces at it are meant. */
          vertex_id: string;
          /** Where it comes to be, from the left. */
          u?: number;
          /** Where it comes to be, from below. */
          v?: number;
          /** How far it is moved to the right. */
          offset_u?: number;
          /** How far it is moved up. */
          offset_v?: number;
        }>;
      }>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
    };
    result: {
      /** One for each, as read from the host. */
      items: Array<{
        /** The mesh. */
        mesh_id: string;
        /** The UV map. */
        uv_map_id: string;
        /** How many corners of faces have other coordinates now. */
        changed_count: number;
        /** The least u and v of the whole map now. */
        min: Vector2;
        /** The greatest u and v of the whole map now. */
        max: Vector2;
      }>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Gives meshes, or some of their faces, a material. */
  assign_materials: {
    arguments: {
      /** What to do, in this order. */
      items: Array<{
        /** The mesh. */
        mesh_id: string;
        /** The material, null for none. */
        material_id: string | null;
        /** Only these faces; without it all. */
        face_ids?: Array<string>;
      }>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
      /** Axes and units of all values given and returned: `host` (when not given), as the artist sees them, or `gltf`: right-handed, Y up, metres. */
      convention?: "host" | "gltf";
    };
    result: {
      /** One for each, as read from the host. */
      items: Array<Mesh>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Brings models from files into the scene, from a path or as bytes: all of a file, or nothing of it. */
  import_geometry: {
    arguments: {
      /** The files. */
      items: Array<{
        /** The file; or give `data`. */
        path?: string;
        /** The bytes of the file; or give `path`. */
        data?: FileSummary;
        /** Needed with `data`; without it as the ending of the path says. */
        format?: "obj" | "fbx" | "stl" | "gltf" | "ply" | "usd";
        /** What the file is called when it is sent, without its ending. */
        name?: string;
        /** Files that the sent one refers to. */
        companions?: Array<{
          /** What the main file calls it: `crate.mtl`. */
          name: string;
          /** Its bytes. */
          data: FileSummary;
        }>;
        /** Factor on every length. */
        scale?: number;
        /** Those of the file, or made from the faces. Default: "file". */
        normals?: "file" | "computed";
        /** Whether its materials and textures come too. Default: true. */
        materials?: boolean;
      }>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
    };
    result: {
      /** One for each, as read from the host. */
      items: Array<{
        /** What it was read as. */
        format: "obj" | "fbx" | "stl" | "gltf" | "ply" | "usd";
        /** All nodes that came. */
        ids: Array<string>;
        /** Their names. */
        names: Array<string>;
        /** Meshes among them. */
        mesh_ids: Array<string>;
        /** Materials that came. */
        material_ids: Array<string>;
        /** Textures that came. */
        texture_ids: Array<string>;
        /** Groups that came. */
        group_ids: Array<string>;
        /** Vertices that came. */
        vertex_count: number;
        /** Faces that came. */
        face_count: number;
      }>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Writes nodes to model files, or gives their bytes. Selection, modes and scene stay as they are. */
  export_geometry: {
    arguments: {
      /** The files. */
      items: Array<{
        /** What goes into the file; what is below a node goes only when it is named. */
        ids: Array<string>;
        /** Where to; without it the bytes come back. */
        path?: string;
        /** Needed without `path`; with it as its ending says. */
        format?: "obj" | "fbx" | "stl" | "gltf" | "ply" | "usd";
        /** Factor on every length. */
        scale?: number;
        /** Whether normals are written; without it as the format does. */
        normals?: boolean;
        /** Whether materials are written; without it as the format does. */
        materials?: boolean;
        /** Whether meshes are as their modifiers show them; without it as the format does. */
        modifiers?: boolean;
      }>;
    };
    result: {
      /** One for each, as read from the host. */
      items: Array<{
        /** What was written. */
        format: "obj" | "fbx" | "stl" | "gltf" | "ply" | "usd";
        /** What went into it. */
        ids: Array<string>;
        /** Bytes of the main file. */
        size: number;
        /** Where it was written. */
        path?: string;
        /** Its bytes, when no path was given. */
        data?: FileSummary;
        /** Files that it refers to, beside it. */
        companions: Array<{
          /** What the main file calls it. */
          name: string;
          /** Its bytes, when the file was not written to a path. */
          data?: FileSummary;
        }>;
      }>;
    };
  };
  /** Looks for ready-made HDRIs, textures and models on the internet (Poly Haven, Sketchfab), with licence and authors of each, and tells of every provider what it costs and whether it is ready. The owner of the host must have allowed the network. */
  search_assets: {
    arguments: {
      /** Where; in all that are ready when not given. */
      provider?: "polyhaven" | "sketchfab";
      /** Only these. */
      kind?: "hdri" | "texture" | "model";
      /** Words, each of which must be about it; all when not given. Default: "". */
      query?: string;
      /** Only what is in all of them. Default: []. */
      categories?: Array<string>;
      /** How many at most, of each provider. Default: 20. */
      limit?: number;
      /** Goes on where an answer of this `provider` ended. */
      cursor?: string;
      /** Whether `categories` tells those that there are. Default: false. */
      list_categories?: boolean;
    };
    result: {
      /** What fits, the best first. */
      items: Array<{
        /** Whose it is. */
        provider: "polyhaven" | "sketchfab";
        /** What its provider calls it. */
        id: string;
        /** What people call it. */
        name: string;
        /** A picture all around, the maps of a surface, or a model. */
        kind: "hdri" | "texture" | "model";
        /** Where its provider files it. */
        categories: Array<string>;
        /** Words for it. */
        tags: Array<string>;
        /** Who made it. */
        authors: Array<string>;
        /** Under which it may be used. */
        licence: string;
        /** Its page, to be named where the licence wants that. */
        page_url: string;
        /** A picture of it; `get_asset` fetches it. */
        preview_url?: string;
        /** How often it was downloaded. */
        downloads?: number;
        /** Faces of a model. */
        face_count?: number;
        /** How large it is in reality. */
        size?: Array<number>;
      }>;
      /** How many there are, where one provider was asked and says it. */
      total: number | null;
      /** To go on with; null at the end. */
      next_cursor: string | null;
      /** Those that there are, when asked for. */
      categories: Array<{
        /** Whose. */
        provider: "polyhaven" | "sketchfab";
        /** Of what. */
        kind: "hdri" | "texture" | "model";
        /** As `categories` takes it. */
        name: string;
        /** How many there are. */
        count?: number;
      }>;
      /** All of them. */
      providers: Array<{
        /** As `provider` takes it. */
        name: "polyhaven" | "sketchfab";
        /** What people call it. */
        title: string;
        /** What it has. */
        kinds: Array<"hdri" | "texture" | "model">;
        /** What it costs. */
        cost: string;
        /** Under which its things are. */
        licence: string;
        /** Whether the owner must have given a key. */
        needs_key: boolean;
        /** Whether it could be asked. */
        ready: boolean;
        /** Why it could not. */
        reason: string | null;
      }>;
    };
  };
  /** Tells of one asset in which resolutions and formats it may be had and how much each downloads, and fetches its preview. */
  get_asset: {
    arguments: {
      /** Whose it is. */
      provider: "polyhaven" | "sketchfab";
      /** What its provider calls it. */
      id: string;
      /** Whether the picture of it comes too. Default: false. */
      preview?: boolean;
    };
    result: {
      /** Whose it is. */
      provider: "polyhaven" | "sketchfab";
      /** What its provider calls it. */
      id: string;
      /** What people call it. */
      name: string;
      /** A picture all around, the maps of a surface, or a model. */
      kind: "hdri" | "texture" | "model";
      /** Where its provider files it. */
      categories: Array<string>;
      /** Words for it. */
      tags: Array<string>;
      /** Who made it. */
      authors: Array<string>;
      /** Under which it may be used. */
      licence: string;
      /** Its page, to be named where the licence wants that. */
      page_url: string;
      /** A picture of it; `get_asset` fetches it. */
      preview_url?: string;
      /** How often it was downloaded. */
      downloads?: number;
      /** Faces of a model. */
      face_count?: number;
      /** How large it is in reality. */
      size?: Array<number>;
      /** What it costs. */
      cost: string;
      /** How it may be had, the usual one first. */
      forms: Array<{
        /** `1k`, `2k` ...; absent where there is one only. */
        resolution?: string;
        /** Of the files. */
        format: string;
        /** How much is downloaded. */
        bytes?: number;
      }>;
      /** The picture, when asked for. */
      preview?: FileSummary;
    };
  };
  /** Makes copies of nodes along a curve, so many or so far apart, that look along it and are parented to a new node. */
  array_along_curve: {
    arguments: {
      /** What is copied, with all below it: ids or unique names; of several, each has its share. */
      ids: Array<string>;
      /** The curve, of one piece. */
      curve_id: string;
      /** How many copies, from one end to the other; or give `distance`. */
      count?: number;
      /** How far apart along the curve; or give `count`. */
      distance?: number;
      /** Whether they are turned as the curve goes; else as their originals are. Default: true. */
      follow?: boolean;
      /** Which of the host's own axes looks along the curve; the front of things when not given. */
      forward?: "x" | "y" | "z" | "-x" | "-y" | "-z";
      /** Where on the curve the first one is. Default: 0. */
      start?: number;
      /** Where on the curve the last one is. Default: 1. */
      end?: number;
      /** Whether the copies share meshes and other data with their originals, or have their own. Default: "instance". */
      method?: "instance" | "copy";
      /** Of the node that they are parented to, and how their names begin. Default: "Array". */
      name?: string;
      /** Axes and units of all values given and returned: `host` (when not given), as the artist sees them, or `gltf`: right-handed, Y up, metres. */
      convention?: "host" | "gltf";
    };
    result: {
      /** The node that all of them are parented to. */
      parent_id: string;
      /** The copies. */
      ids: Array<string>;
      /** How many there are. */
      count: number;
      /** How long the curve is, in the world. */
      length: number;
      /** Along it from one to the next; null when there is only one. */
      distance: number | null;
    };
  };
  /** Makes copies of nodes all over a mesh, evenly by area and by chance that a seed repeats, turned and scaled by chance and parented to a new node; where it is asked for, none meets another. */
  scatter: {
    arguments: {
      /** What is copied, with all below it: ids or unique names; of several, each has its share. */
      ids: Array<string>;
      /** The mesh on which they come to be, as it is stored, without modifiers. */
      surface_id: string;
      /** How many copies at most; 100 when neither this nor `density` is given. */
      count?: number;
      /** Copies per area of a scene unit squared, in place of `count`. */
      density?: number;
      /** The same seed gives the same places. Default: 0. */
      seed?: number;
      /** What of two copies must not meet: nothing, the spheres around their boxes, or the boxes, turned as they are. Default: "none". */
      avoid?: "none" | "spheres" | "boxes";
      /** How far apart the origins of two copies are at least. Default: 0. */
      min_distance?: number;
      /** Factor on the original's size, at least. Default: 1. */
      scale_min?: number;
      /** Factor on the original's size, at most. Default: 1. */
      scale_max?: number;
      /** The range of chance turns about their own upright. Default: 6.283185307179586. */
      spin?: number;
      /** How far chance turns them aside from upright, at most. Default: 0. */
      tilt?: number;
      /** 0 for upright in the world, 1 for upright on the surface. Default: 1. */
      align_to_normal?: number;
      /** Whether the copies share meshes and other data with their originals, or have their own. Default: "instance". */
      method?: "instance" | "copy";
      /** Of the node that they are parented to, and how their names begin. Default: "Scatter". */
      name?: string;
      /** Axes and units of all values given and returned: `host` (when not given), as the artist sees them, or `gltf`: right-handed, Y up, metres. */
      convention?: "host" | "gltf";
    };
    result: {
      /** The node that all of them are parented to. */
      parent_id: string;
      /** The copies. */
      ids: Array<string>;
      /** How many there are. */
      count: number;
      /** How many more were wanted for which no room was found. */
      missing: number;
      /** How large the surface is, in scene units squared. */
      area: number;
    };
  };
  /** Makes meshes that are the same in shape, materials and all else that the host keeps in them share it: instances, which are held in memory once. Everything stays where it is and looks as it did. */
  replace_with_instances: {
    arguments: {
      /** Among which meshes, with all below them; among all when not given. */
      ids?: Array<string>;
    };
    result: {
      /** Which meshes are instances of one now. */
      groups: Array<{
        /** The one whose shape is shown. */
        source_id: string;
        /** Those that show it, too. */
        ids: Array<string>;
      }>;
      /** How many were not before. */
      replaced: number;
      /** How many meshes are held in memory no more. */
      freed: number;
      /** Vertices of these. */
      saved_vertices: number;
      /** Faces of these. */
      saved_faces: number;
      /** Those of the shape of another one that would lose something: weights, blend shapes, attributes. */
      different_ids: Array<string>;
    };
  };
  /** Writes what is selected to a model file, or gives its bytes; the selection stays as it is. */
  export_selection: {
    arguments: {
      /** Whether all below what is selected goes into the file too. Default: false. */
      include_children?: boolean;
      /** Where to; without it the bytes come back. */
      path?: string;
      /** Needed without `path`; with it as its ending says. */
      format?: "obj" | "fbx" | "stl" | "gltf" | "ply" | "usd";
      /** Factor on every length. */
      scale?: number;
      /** Whether normals are written; without it as the format does. */
      normals?: boolean;
      /** Whether materials are written; without it as the format does. */
      materials?: boolean;
      /** Whether meshes are as their modifiers show them; without it as the format does. */
      modifiers?: boolean;
    };
    result: {
      /** What was written. */
      format: "obj" | "fbx" | "stl" | "gltf" | "ply" | "usd";
      /** What went into it. */
      ids: Array<string>;
      /** Bytes of the main file. */
      size: number;
      /** Where it was written. */
      path?: string;
      /** Its bytes, when no path was given. */
      data?: FileSummary;
      /** Files that it refers to, beside it. */
      companions: Array<{
        /** What the main file calls it. */
        name: string;
        /** Its bytes, when the file was not written to a path. */
        data?: FileSummary;
      }>;
    };
  };
  /** Makes a material of the pictures of a folder, or of those that are named: colour, roughness or gloss, metallic, normals of OpenGL or DirectX, height, opacity, emission and maps packed as ORM are known by their names; of several sizes and formats it takes the best, and tells what it doubts and what it leaves out. */
  create_material_from_textures: {
    arguments: {
      /** The folder; or give `paths`. */
      folder?: string;
      /** The pictures, in place of `folder`. */
      paths?: Array<string>;
      /** Only files whose names begin so, where a folder has pictures of several materials. */
      prefix?: string;
      /** Of the material; what the files' names have in common when not given. */
      name?: string;
      /** Whose normals they are; with `auto` as the name says, and OpenGL's where it does not. Default: "auto". */
      normal_format?: "auto" | "opengl" | "directx";
      /** Whether a map of it darkens the colour; renderers that trace light reckon it themselves. Default: false. */
      ambient_occlusion?: boolean;
      /** Meshes that get the material. Default: []. */
      assign_to?: Array<string>;
    };
    result: {
      /** The material. */
      material_id: string;
      /** What it is called. */
      name: string;
      /** What it is made of. */
      maps: Array<{
        /** What it tells of the surface. */
        slot: "base_color" | "metallic" | "roughness" | "normal" | "height" | "opacity" | "emissive" | "ambient_occlusion";
        /** The texture. */
        texture_id: string;
        /** The picture. */
        path: string;
        /** Which of its numbers tell it. */
        channel: "color" | "red" | "green" | "blue" | "alpha";
        /** What its numbers are: `srgb`, `linear` or `data`. */
        color_space: string;
        /** Whether it said the opposite: gloss for roughness. */
        inverted: boolean;
        /** Whether its green was turned round: normals made for DirectX. */
        flipped: boolean;
      }>;
      /** Pictures that were used on a guess. */
      doubtful: Array<{
        /** The picture. */
        path: string;
        /** Why. */
        reason: string;
      }>;
      /** Pictures that were not used. */
      left_out: Array<{
        /** The picture. */
        path: string;
        /** Why. */
        reason: string;
      }>;
      /** What of colour, metal, roughness and normals no picture tells: there the material has its plain value. */
      missing: Array<"base_color" | "metallic" | "roughness" | "normal" | "height" | "opacity" | "emissive" | "ambient_occlusion">;
    };
  };
  /** Downloads an asset that search_assets found and brings it in: an HDRI lights the scene, a texture becomes a material, a model comes with its materials. The artist's view goes on meanwhile. Where it came from stays with it as custom properties. */
  import_asset: {
    arguments: {
      /** Whose it is. */
      provider: "polyhaven" | "sketchfab";
      /** What its provider calls it. */
      id: string;
      /** `1k`, `2k`, `4k` ..., as get_asset tells; 1k when not given. */
      resolution?: string;
      /** Of the files, as get_asset tells; the usual one when not given. */
      format?: string;
      /** Where its files are put to stay; without it they lie in a cache that forgets what is long unused. */
      folder?: string;
      /** Of the environment or material; the asset's own when not given. */
      name?: string;
      /** Of a texture: meshes that get the material. Default: []. */
      assign_to?: Array<string>;
      /** Of a model: where the middle of its underside comes to be. */
      position?: Vector3;
      /** Of a model: how long its longest side becomes. */
      target_size?: number;
      /** Axes and units of all values given and returned: `host` (when not given), as the artist sees them, or `gltf`: right-handed, Y up, metres. */
      convention?: "host" | "gltf";
    };
    result: {
      /** Whose it is. */
      provider: "polyhaven" | "sketchfab";
      /** What its provider calls it. */
      id: string;
      /** What people call it. */
      name: string;
      /** A picture all around, the maps of a surface, or a model. */
      kind: "hdri" | "texture" | "model";
      /** Where its provider files it. */
      categories: Array<string>;
      /** Words for it. */
      tags: Array<string>;
      /** Who made it. */
      authors: Array<string>;
      /** Under which it may be used. */
      licence: string;
      /** Its page, to be named where the licence wants that. */
      page_url: string;
      /** A picture of it; `get_asset` fetches it. */
      preview_url?: string;
      /** How often it was downloaded. */
      downloads?: number;
      /** Faces of a model. */
      face_count?: number;
      /** How large it is in reality. */
      size?: Array<number>;
      /** Which one came. */
      resolution: string | null;
      /** Of its files. */
      format: string;
      /** Where they are on the host's computer. */
      files: Array<string>;
      /** Whether they had been fetched before. */
      from_cache: boolean;
      /** Of an HDRI what lights the scene now. */
      environment_id?: string;
      /** Of a texture the material. */
      material_id?: string;
      /** What that is called. */
      material_name?: string;
      /** Of a texture what the material is made of. */
      maps?: Array<{
        /** What it tells of the surface. */
        slot: string;
        /** The texture. */
        texture_id: string;
        /** Its picture. */
        path: string;
      }>;
      /** Of a model all nodes. */
      ids?: Array<string>;
      /** Their names. */
      names?: Array<string>;
      /** Those at the top of it. */
      root_ids?: Array<string>;
      /** Meshes among them. */
      mesh_ids?: Array<string>;
      /** Materials that came with them. */
      material_ids?: Array<string>;
      /** The factor by which `target_size` changed the model. */
      scale?: number;
    };
  };
  /** Creates clips and gives them back as the host has them. A clip keeps the animation of one or more nodes (an action in Blender, a clip in Maya, a sequence in Unreal). */
  create_clips: {
    arguments: {
      /** What to create, one object each. */
      items: Array<ClipCreate>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
    };
    result: {
      /** Ids of what was created, in the order of the items. */
      ids: Array<string>;
      /** As read from the host. */
      items: Array<Clip>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Reads clips by id or unique name. A clip keeps the animation of one or more nodes (an action in Blender, a clip in Maya, a sequence in Unreal). */
  get_clips: {
    arguments: {
      /** Ids or unique names. */
      ids: Array<string>;
      /** Only these fields, besides `id` and `name`; without it all but the large ones. */
      fields?: Array<"id" | "name" | "start_time" | "duration" | "frame_rate" | "loop" | "speed" | "enabled" | "node_ids" | "metadata">;
    };
    result: {
      /** As read from the host. */
      items: Array<Clip>;
    };
  };
  /** Lists clips, page by page, all or those that match the filters. */
  list_clips: {
    arguments: {
      /** Only those of this one. */
      parent_id?: string;
      /** Only those of which all of this holds: by field a value, a list of values of which it is one, or comparisons (`{"gt": 2, "le": 5}`; eq, ne, lt, le, gt, ge). Text may hold the wildcards `*` and `?`, in any case; where a field names something, its id or name. */
      filters?: ClipFilter;
      /** Only these fields, besides `id` and `name`; without it all but the large ones. */
      fields?: Array<"id" | "name" | "start_time" | "duration" | "frame_rate" | "loop" | "speed" | "enabled" | "node_ids" | "metadata">;
      /** How many at most. Default: 50. */
      limit?: number;
      /** `next_cursor` of the page before. */
      cursor?: string;
    };
    result: {
      /** As read from the host. */
      items: Array<Clip>;
      /** How many match, over all pages. */
      total: number;
      /** Where the next page begins; absent on the last. */
      next_cursor?: string;
    };
  };
  /** Changes the fields given of clips and leaves the others; one patch may change many. */
  update_clips: {
    arguments: {
      /** Patches, done in this order. */
      items: Array<ClipUpdate>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
    };
    result: {
      /** As read from the host. */
      items: Array<Clip>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Deletes clips by id or unique name. */
  delete_clips: {
    arguments: {
      /** Ids or unique names of what goes. */
      ids: Array<string>;
    };
    result: {
      /** Ids of what was deleted, children included. */
      deleted: Array<string>;
    };
  };
  /** Creates channels and gives them back as the host has them. A channel animates one number of a node in a clip; keyframes lie on it. */
  create_channels: {
    arguments: {
      /** What to create, one object each. */
      items: Array<ChannelCreate>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
    };
    result: {
      /** Ids of what was created, in the order of the items. */
      ids: Array<string>;
      /** As read from the host. */
      items: Array<Channel>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Reads channels by id or unique name. A channel animates one number of a node in a clip; keyframes lie on it. */
  get_channels: {
    arguments: {
      /** Ids or unique names. */
      ids: Array<string>;
      /** Only these fields, besides `id` and `name`; without it all but the large ones. */
      fields?: Array<"id" | "name" | "node_id" | "path" | "clip_id" | "type" | "default_value" | "enabled" | "muted" | "locked" | "extrapolation_pre" | "extrapolation_post" | "metadata">;
    };
    result: {
      /** As read from the host. */
      items: Array<Channel>;
    };
  };
  /** Lists channels, page by page, all or those that match the filters. */
  list_channels: {
    arguments: {
      /** Only those of this one. */
      parent_id?: string;
      /** Only those of which all of this holds: by field a value, a list of values of which it is one, or comparisons (`{"gt": 2, "le": 5}`; eq, ne, lt, le, gt, ge). Text may hold the wildcards `*` and `?`, in any case; where a field names something, its id or name. */
      filters?: ChannelFilter;
      /** Only these fields, besides `id` and `name`; without it all but the large ones. */
      fields?: Array<"id" | "name" | "node_id" | "path" | "clip_id" | "type" | "default_value" | "enabled" | "muted" | "locked" | "extrapolation_pre" | "extrapolation_post" | "metadata">;
      /** How many at most. Default: 50. */
      limit?: number;
      /** `next_cursor` of the page before. */
      cursor?: string;
    };
    result: {
      /** As read from the host. */
      items: Array<Channel>;
      /** How many match, over all pages. */
      total: number;
      /** Where the next page begins; absent on the last. */
      next_cursor?: string;
    };
  };
  /** Changes the fields given of channels and leaves the others; one patch may change many. */
  update_channels: {
    arguments: {
      /** Patches, done in this order. */
      items: Array<ChannelUpdate>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
    };
    result: {
      /** As read from the host. */
      items: Array<Channel>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Deletes channels by id or unique name. */
  delete_channels: {
    arguments: {
      /** Ids or unique names of what goes. */
      ids: Array<string>;
    };
    result: {
      /** Ids of what was deleted, children included. */
      deleted: Array<string>;
    };
  };
  /** Creates anim curves and gives them back as the host has them. An animation curve is what a channel's number is over time: all its keyframes at once, as arrays, and how it goes on beyond them. A channel says what is animated and has a curve as soon as it has a keyframe (in Blender both are the F-curve); deleting the curve leaves the channel empty. */
  create_anim_curves: {
    arguments: {
      /** What to create, one object each. */
      items: Array<AnimCurveCreate>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
    };
    result: {
      /** Ids of what was created, in the order of the items. */
      ids: Array<string>;
      /** As read from the host. */
      items: Array<AnimCurve>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Reads anim curves by id or unique name. An animation curve is what a channel's number is over time: all its keyframes at once, as arrays, and how it goes on beyond them. A channel says what is animated and has a curve as soon as it has a keyframe (in Blender both are the F-curve); deleting the curve leaves the channel empty. */
  get_anim_curves: {
    arguments: {
      /** Ids or unique names. */
      ids: Array<string>;
      /** Only these fields, besides `id` and `name`; without it all but the large ones. */
      fields?: Array<"id" | "name" | "channel_id" | "node_id" | "path" | "times" | "values" | "interpolation_type" | "pre_infinity" | "post_infinity" | "weighted_tangents" | "keyframe_count" | "start_time" | "end_time" | "minimum" | "maximum" | "metadata">;
    };
    result: {
      /** As read from the host. */
      items: Array<AnimCurve>;
    };
  };
  /** Lists anim curves, page by page, all or those that match the filters. */
  list_anim_curves: {
    arguments: {
      /** Only those of this one. */
      parent_id?: string;
      /** Only those of which all of this holds: by field a value, a list of values of which it is one, or comparisons (`{"gt": 2, "le": 5}`; eq, ne, lt, le, gt, ge). Text may hold the wildcards `*` and `?`, in any case; where a field names something, its id or name. */
      filters?: AnimCurveFilter;
      /** Only these fields, besides `id` and `name`; without it all but the large ones. */
      fields?: Array<"id" | "name" | "channel_id" | "node_id" | "path" | "times" | "values" | "interpolation_type" | "pre_infinity" | "post_infinity" | "weighted_tangents" | "keyframe_count" | "start_time" | "end_time" | "minimum" | "maximum" | "metadata">;
      /** How many at most. Default: 50. */
      limit?: number;
      /** `next_cursor` of the page before. */
      cursor?: string;
    };
    result: {
      /** As read from the host. */
      items: Array<AnimCurve>;
      /** How many match, over all pages. */
      total: number;
      /** Where the next page begins; absent on the last. */
      next_cursor?: string;
    };
  };
  /** Changes the fields given of anim curves and leaves the others; one patch may change many. */
  update_anim_curves: {
    arguments: {
      /** Patches, done in this order. */
      items: Array<AnimCurveUpdate>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
    };
    result: {
      /** As read from the host. */
      items: Array<AnimCurve>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Deletes anim curves by id or unique name. */
  delete_anim_curves: {
    arguments: {
      /** Ids or unique names of what goes. */
      ids: Array<string>;
    };
    result: {
      /** Ids of what was deleted, children included. */
      deleted: Array<string>;
    };
  };
  /** Creates keyframes and gives them back as the host has them. A keyframe is the value of a channel at one time; setting another one at the same time replaces it. */
  create_keyframes: {
    arguments: {
      /** What to create, one object each. */
      items: Array<KeyframeCreate>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
    };
    result: {
      /** Ids of what was created, in the order of the items. */
      ids: Array<string>;
      /** As read from the host. */
      items: Array<Keyframe>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Reads keyframes by id or unique name. A keyframe is the value of a channel at one time; setting another one at the same time replaces it. */
  get_keyframes: {
    arguments: {
      /** Ids or unique names. */
      ids: Array<string>;
      /** Only these fields, besides `id` and `name`; without it all but the large ones. */
      fields?: Array<"id" | "name" | "channel_id" | "node_id" | "path" | "time" | "value" | "interpolation_in" | "interpolation_out" | "tangent_in" | "tangent_out" | "is_breakdown" | "metadata">;
    };
    result: {
      /** As read from the host. */
      items: Array<Keyframe>;
    };
  };
  /** Lists keyframes, page by page, all or those that match the filters. */
  list_keyframes: {
    arguments: {
      /** Only those of this one. */
      parent_id?: string;
      /** Only those of which all of this holds: by field a value, a list of values of which it is one, or comparisons (`{"gt": 2, "le": 5}`; eq, ne, lt, le, gt, ge). Text may hold the wildcards `*` and `?`, in any case; where a field names something, its id or name. */
      filters?: KeyframeFilter;
      /** Only these fields, besides `id` and `name`; without it all but the large ones. */
      fields?: Array<"id" | "name" | "channel_id" | "node_id" | "path" | "time" | "value" | "interpolation_in" | "interpolation_out" | "tangent_in" | "tangent_out" | "is_breakdown" | "metadata">;
      /** How many at most. Default: 50. */
      limit?: number;
      /** `next_cursor` of the page before. */
      cursor?: string;
    };
    result: {
      /** As read from the host. */
      items: Array<Keyframe>;
      /** How many match, over all pages. */
      total: number;
      /** Where the next page begins; absent on the last. */
      next_cursor?: string;
    };
  };
  /** Changes the fields given of keyframes and leaves the others; one patch may change many. */
  update_keyframes: {
    arguments: {
      /** Patches, done in this order. */
      items: Array<KeyframeUpdate>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
    };
    result: {
      /** As read from the host. */
      items: Array<Keyframe>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Deletes keyframes by id or unique name. */
  delete_keyframes: {
    arguments: {
      /** Ids or unique names of what goes. */
      ids: Array<string>;
    };
    result: {
      /** Ids of what was deleted, children included. */
      deleted: Array<string>;
    };
  };
  /** Creates layers and gives them back as the host has them. A layer plays clips on a node, one after the other, over those of the layers before it (an NLA track in Blender). */
  create_layers: {
    arguments: {
      /** What to create, one object each. */
      items: Array<LayerCreate>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
    };
    result: {
      /** Ids of what was created, in the order of the items. */
      ids: Array<string>;
      /** As read from the host. */
      items: Array<Layer>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Reads layers by id or unique name. A layer plays clips on a node, one after the other, over those of the layers before it (an NLA track in Blender). */
  get_layers: {
    arguments: {
      /** Ids or unique names. */
      ids: Array<string>;
      /** Only these fields, besides `id` and `name`; without it all but the large ones. */
      fields?: Array<"id" | "name" | "node_id" | "order" | "parent_id" | "clip_ids" | "weight" | "additive" | "solo" | "muted" | "locked" | "strips" | "metadata">;
    };
    result: {
      /** As read from the host. */
      items: Array<Layer>;
    };
  };
  /** Lists layers, page by page, all or those that match the filters. */
  list_layers: {
    arguments: {
      /** Only those of this one. */
      parent_id?: string;
      /** Only those of which all of this holds: by field a value, a list of values of which it is one, or comparisons (`{"gt": 2, "le": 5}`; eq, ne, lt, le, gt, ge). Text may hold the wildcards `*` and `?`, in any case; where a field names something, its id or name. */
      filters?: LayerFilter;
      /** Only these fields, besides `id` and `name`; without it all but the large ones. */
      fields?: Array<"id" | "name" | "node_id" | "order" | "parent_id" | "clip_ids" | "weight" | "additive" | "solo" | "muted" | "locked" | "strips" | "metadata">;
      /** How many at most. Default: 50. */
      limit?: number;
      /** `next_cursor` of the page before. */
      cursor?: string;
    };
    result: {
      /** As read from the host. */
      items: Array<Layer>;
      /** How many match, over all pages. */
      total: number;
      /** Where the next page begins; absent on the last. */
      next_cursor?: string;
    };
  };
  /** Changes the fields given of layers and leaves the others; one patch may change many. */
  update_layers: {
    arguments: {
      /** Patches, done in this order. */
      items: Array<LayerUpdate>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
    };
    result: {
      /** As read from the host. */
      items: Array<Layer>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Deletes layers by id or unique name. */
  delete_layers: {
    arguments: {
      /** Ids or unique names of what goes. */
      ids: Array<string>;
    };
    result: {
      /** Ids of what was deleted, children included. */
      deleted: Array<string>;
    };
  };
  /** Creates drivers and gives them back as the host has them. A driver computes a number of a node from numbers of others, whenever those change. Its expression works in the host's own numbers: angles are radians. */
  create_drivers: {
    arguments: {
      /** What to create, one object each. */
      items: Array<DriverCreate>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
    };
    result: {
      /** Ids of what was created, in the order of the items. */
      ids: Array<string>;
      /** As read from the host. */
      items: Array<Driver>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Reads drivers by id or unique name. A driver computes a number of a node from numbers of others, whenever those change. Its expression works in the host's own numbers: angles are radians. */
  get_drivers: {
    arguments: {
      /** Ids or unique names. */
      ids: Array<string>;
      /** Only these fields, besides `id` and `name`; without it all but the large ones. */
      fields?: Array<"id" | "name" | "target_node_id" | "target_path" | "type" | "expression" | "variables" | "enabled" | "valid" | "metadata">;
    };
    result: {
      /** As read from the host. */
      items: Array<Driver>;
    };
  };
  /** Lists drivers, page by page, all or those that match the filters. */
  list_drivers: {
    arguments: {
      /** Only those of this one. */
      parent_id?: string;
      /** Only those of which all of this holds: by field a value, a list of values of which it is one, or comparisons (`{"gt": 2, "le": 5}`; eq, ne, lt, le, gt, ge). Text may hold the wildcards `*` and `?`, in any case; where a field names something, its id or name. */
      filters?: DriverFilter;
      /** Only these fields, besides `id` and `name`; without it all but the large ones. */
      fields?: Array<"id" | "name" | "target_node_id" | "target_path" | "type" | "expression" | "variables" | "enabled" | "valid" | "metadata">;
      /** How many at most. Default: 50. */
      limit?: number;
      /** `next_cursor` of the page before. */
      cursor?: string;
    };
    result: {
      /** As read from the host. */
      items: Array<Driver>;
      /** How many match, over all pages. */
      total: number;
      /** Where the next page begins; absent on the last. */
      next_cursor?: string;
    };
  };
  /** Changes the fields given of drivers and leaves the others; one patch may change many. */
  update_drivers: {
    arguments: {
      /** Patches, done in this order. */
      items: Array<DriverUpdate>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
    };
    result: {
      /** As read from the host. */
      items: Array<Driver>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Deletes drivers by id or unique name. */
  delete_drivers: {
    arguments: {
      /** Ids or unique names of what goes. */
      ids: Array<string>;
    };
    result: {
      /** Ids of what was deleted, children included. */
      deleted: Array<string>;
    };
  };
  /** Computes what the channels of clips amount to at a time, without moving the scene there. */
  evaluate_animation: {
    arguments: {
      /** What to do, in this order. */
      items: Array<{
        /** The clip. */
        clip_id: string;
        /** When. */
        time: Time;
      }>;
    };
    result: {
      /** One for each. */
      items: Array<{
        /** The clip. */
        clip_id: string;
        /** When, in seconds. */
        time: number;
        /** Each channel that is not muted. */
        values: Array<{
          /** The channel. */
          channel_id: string;
          /** Which number of the node. */
          path: string;
          /** What it is then. */
          value: number;
        }>;
      }>;
    };
  };
  /** Switches channels off or on. */
  set_channel_mute: {
    arguments: {
      /** What to do, in this order. */
      items: Array<{
        /** The channel. */
        channel_id: string;
        /** Whether it is switched off. */
        muted: boolean;
      }>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
    };
    result: {
      /** As read from the host. */
      items: Array<Channel>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Lets channels alone be heard in their clips, by muting the others; `solo: false` alone unmutes all. Hosts that keep no solo know afterwards only who is muted: the result tells all channels of the clips. */
  set_channel_solo: {
    arguments: {
      /** What to do, in this order. */
      items: Array<{
        /** The channel. */
        channel_id: string;
        /** Whether it alone of its clip is heard. */
        solo: boolean;
      }>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
    };
    result: {
      /** As read from the host. */
      items: Array<Channel>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Moves many keyframes of channels at once, in time and value: scales, offsets, mirrors or shakes them. They keep their ids, handles go along. */
  transform_keyframes: {
    arguments: {
      /** What to do, in this order. */
      items: Array<{
        /** The channel. */
        channel_id: string;
        /** Which of its keyframes; without it all, or those from `start_time` to `end_time`. */
        keyframe_ids?: Array<string>;
        /** From here on; without it from the first keyframe. */
        start_time?: Time;
        /** Up to here; without it to the last keyframe. */
        end_time?: Time;
        /** What to do; mirror turns them round at `pivot_time`, at `pivot_value`, or at both. */
        operation: "scale" | "offset" | "mirror" | "noise";
        /** Of scale: factor on the distance to `pivot_time`. */
        time_scale?: number;
        /** Of scale: factor on the distance to `pivot_value`. */
        value_scale?: number;
        /** Of offset: how much later. */
        time_offset?: Time;
        /** Of offset: how much more. */
        value_offset?: number;
        /** Of scale and mirror: what stays; of scale the first of them when not given. */
        pivot_time?: Time;
        /** Of scale and mirror: what stays; of scale 0 when not given. */
        pivot_value?: number;
        /** Of noise: how far a value may go up or down. */
        noise_amplitude?: number;
        /** Of noise: the same seed gives the same noise; 0 when not given. */
        seed?: number;
      }>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
    };
    result: {
      /** One for each, as read from the host. */
      items: Array<{
        /** The channel. */
        channel_id: string;
        /** The keyframes written, in order of time. */
        keyframe_ids: Array<string>;
        /** How many there are on the channel now. */
        keyframe_count: number;
      }>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Takes the jitter out of animation curves: each value goes towards the line between its neighbours. */
  smooth_curves: {
    arguments: {
      /** What to do, in this order. */
      items: Array<{
        /** The curve. */
        curve_id: string;
        /** How far each value goes to the line between its neighbours. Default: 0.5. */
        strength?: number;
        /** How many times. Default: 1. */
        passes?: number;
        /** Keyframes that keep their values, as the first and the last one do. Default: []. */
        preserve_ids?: Array<string>;
        /** From here on; without it from the first keyframe. */
        start_time?: Time;
        /** Up to here; without it to the last keyframe. */
        end_time?: Time;
      }>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
    };
    result: {
      /** As read from the host. */
      items: Array<AnimCurve>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Puts a keyframe at every step of a stretch of channels, with the values that they have there. */
  bake_keyframes: {
    arguments: {
      /** What to do, in this order. */
      items: Array<{
        /** The channel. */
        channel_id: string;
        /** From here on; without it from the first keyframe. */
        start_time?: Time;
        /** Up to here; without it to the last keyframe. */
        end_time?: Time;
        /** Keyframes per second; the scene's when not given. */
        frame_rate?: number;
      }>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
    };
    result: {
      /** One for each, as read from the host. */
      items: Array<{
        /** The channel. */
        channel_id: string;
        /** The keyframes written, in order of time. */
        keyframe_ids: Array<string>;
        /** How many there are on the channel now. */
        keyframe_count: number;
      }>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Sets how channels go on from their keyframes, all or those of a stretch. */
  set_interpolation: {
    arguments: {
      /** What to do, in this order. */
      items: Array<{
        /** The channel. */
        channel_id: string;
        /** How the values go on from each keyframe. */
        mode: "linear" | "step" | "bezier" | "hermite" | "catmull" | "constant";
        /** From here on; without it from the first keyframe. */
        start_time?: Time;
        /** Up to here; without it to the last keyframe. */
        end_time?: Time;
      }>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
    };
    result: {
      /** One for each, as read from the host. */
      items: Array<{
        /** The channel. */
        channel_id: string;
        /** The keyframes written, in order of time. */
        keyframe_ids: Array<string>;
        /** How many there are on the channel now. */
        keyframe_count: number;
      }>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Cuts clips off before and after a stretch; inside it their curves keep their form. */
  trim_clips: {
    arguments: {
      /** What to do, in this order. */
      items: Array<{
        /** The clip. */
        clip_id: string;
        /** Where it begins from now on; without it where it does. */
        start_time?: Time;
        /** Where it ends from now on; without it where it does. */
        end_time?: Time;
      }>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
    };
    result: {
      /** As read from the host. */
      items: Array<Clip>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Cuts clips in two. The first half stays what it is and is played where it is; the second is a new clip. */
  split_clips: {
    arguments: {
      /** What to do, in this order. */
      items: Array<{
        /** The clip. */
        clip_id: string;
        /** Where the clip ends and the new one begins. */
        time: Time;
        /** Of the new clip. */
        name?: string;
      }>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
    };
    result: {
      /** One for each. */
      items: Array<{
        /** The clip. */
        clip_id: string;
        /** What came after `time`, at the same times as before. */
        new_clip_id: string;
        /** Its name. */
        new_name: string;
      }>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Makes a new clip of others, one after the other, each going over into the next or cut; those stay as they are. */
  merge_clips: {
    arguments: {
      /** What to do, in this order. */
      items: Array<{
        /** Two clips or more, in the order in which they are played. */
        clip_ids: Array<string>;
        /** Of the new clip. */
        name?: string;
        /** How long each goes over into the next; 0 for a cut. */
        blend_time?: Time;
      }>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
    };
    result: {
      /** As read from the host. */
      items: Array<Clip>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Plays, pauses and stops the scene with a clip that a node plays, or moves the scene to a time of it. The current frame is no undo step; without a window a host can seek, not play. */
  play_clips: {
    arguments: {
      /** What to do, in this order. */
      items: Array<{
        /** The clip. */
        clip_id: string;
        /** `stop` goes back to where the clip begins. */
        action: "play" | "pause" | "stop" | "seek";
        /** Where to seek to or play from, in the clip's own time; without it play goes on from where the scene is. */
        time?: Time;
      }>;
    };
    result: {
      /** One for each. */
      items: Array<{
        /** The clip. */
        clip_id: string;
        /** What was done. */
        action: string;
        /** Whether the host plays now. */
        playing: boolean;
        /** Where the scene is now. */
        time: number;
      }>;
    };
  };
  /** Sets how much of layers counts. */
  set_layer_weights: {
    arguments: {
      /** What to do, in this order. */
      items: Array<{
        /** The layer. */
        layer_id: string;
        /** How much of it counts. */
        weight: number;
      }>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
    };
    result: {
      /** As read from the host. */
      items: Array<Layer>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Adds clips to layers, removes them, or puts them into another order. */
  edit_layer_clips: {
    arguments: {
      /** What to do with each. */
      operation: "add" | "remove" | "reorder";
      /** What to do, in this order. */
      items: Array<{
        /** The layer. */
        layer_id: string;
        /** The clip. */
        clip_id: string;
        /** Of add: where it begins in the scene; without it after the last one. */
        start_time?: Time;
        /** Of add and reorder: which one of the layer's clips it shall be, from 0; they are laid end to end then. */
        order?: number;
      }>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
    };
    result: {
      /** As read from the host. */
      items: Array<Layer>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Tells what drivers compute now, or what they would make of other numbers. */
  evaluate_drivers: {
    arguments: {
      /** What to do, in this order. */
      items: Array<{
        /** The driver. */
        driver_id: string;
        /** Numbers in place of its variables, each by its name, to see what it would make of them; nothing changes then. */
        variables?: Record<string, unknown>;
      }>;
    };
    result: {
      /** One for each. */
      items: Array<{
        /** The driver. */
        driver_id: string;
        /** What it computes, in the host's own number: radians for angles. */
        value: number;
        /** Whether the host could compute it. */
        valid: boolean;
        /** Whether it takes effect. */
        enabled: boolean;
      }>;
    };
  };
  /** Brings clips from files, from a path or as bytes, onto nodes of ours or with the nodes of the file. `json` is what export_animation writes: every keyframe, exactly. */
  import_animation: {
    arguments: {
      /** The files. */
      items: Array<{
        /** The file; or give `data`. */
        path?: string;
        /** The bytes of the file; or give `path`. */
        data?: FileSummary;
        /** Needed with `data`; without it as the ending of the path says. */
        format?: "glb" | "fbx" | "bvh" | "json";
        /** What the file is called when it is sent, without its ending. */
        name?: string;
        /** Nodes of ours that play the clips, by the names of those in the file; nothing but clips comes then. A `json` file moves the nodes of the names in it when this says nothing of them. */
        target_mapping?: Record<string, unknown>;
      }>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
    };
    result: {
      /** What came of each. */
      items: Array<{
        /** What it was read as. */
        format: "glb" | "fbx" | "bvh" | "json";
        /** The clips that came. */
        clip_ids: Array<string>;
        /** Their names. */
        names: Array<string>;
        /** The nodes that came with them, or that play them. */
        node_ids: Array<string>;
        /** Channels that find nothing to move on the nodes of `target_mapping`, as `clip/path`. */
        unmatched: Array<string>;
      }>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Writes clips to files, or gives their bytes; what nodes play and the scene stay as they are. `bvh` takes one clip of one rig. */
  export_animation: {
    arguments: {
      /** The files. */
      items: Array<{
        /** What goes into the file, with the nodes that play it. */
        clip_ids: Array<string>;
        /** Where to; without it the bytes come back. */
        path?: string;
        /** Needed without `path`; with it as its ending says. */
        format?: "glb" | "fbx" | "bvh" | "json";
      }>;
    };
    result: {
      /** What was written of each. */
      items: Array<{
        /** What was written. */
        format: "glb" | "fbx" | "bvh" | "json";
        /** What went into it. */
        clip_ids: Array<string>;
        /** The nodes that went with it. */
        node_ids: Array<string>;
        /** Bytes of the file. */
        size: number;
        /** Where it was written. */
        path?: string;
        /** Its bytes, when no path was given. */
        data?: FileSummary;
      }>;
    };
  };
  /** Makes a clip with its channels and all their keyframes in one call; the nodes play it from then on. */
  create_animation: {
    arguments: {
      /** Of the clip. */
      name: string;
      /** What is animated. */
      channels: Array<{
        /** The node. */
        node_id: string;
        /** Which number of it: `position.x`, `rotation.z` (degrees), or the host's own path. */
        path: string;
        /** What it is when; at least one. */
        keyframes: Array<{
          /** When. */
          time: Time;
          /** The number: degrees for `rotation.x`, scene units for `position.x`. */
          value: number;
          /** How the value goes on from it; the channel's when not given. */
          interpolation?: "linear" | "step" | "bezier" | "hermite" | "catmull" | "constant";
          /** Handle on its left, from the keyframe: [seconds, value]. */
          tangent_in?: Vector2;
          /** Handle on its right, from the keyframe: [seconds, value]. */
          tangent_out?: Vector2;
        }>;
        /** How values go on from keyframes that do not say. */
        interpolation?: "linear" | "step" | "bezier" | "hermite" | "catmull" | "constant";
        /** How it goes on before the first. Default: "constant". */
        extrapolation_pre?: "constant" | "linear" | "cycle" | "cycle_with_offset" | "oscillate";
        /** How it goes on after the last. Default: "constant". */
        extrapolation_post?: "constant" | "linear" | "cycle" | "cycle_with_offset" | "oscillate";
      }>;
      /** Whether it is meant to be repeated. Default: false. */
      loop?: boolean;
      /** Where the clip begins; at its first keyframe when not given. */
      start_time?: Time;
      /** How long it is; up to its last keyframe when not given. */
      duration?: Time;
    };
    result: {
      /** The clip. */
      clip_id: string;
      /** Its channels. */
      channel_ids: Array<string>;
      /** How many keyframes were set. */
      keyframe_count: number;
      /** Where it begins. */
      start_time: number;
      /** How long it is. */
      duration: number;
    };
  };
  /** Makes a new clip that lies between others, as their weights say, each number by itself; a number that only some of them move is theirs alone. The nodes play the new one from then on, the others stay as they are. */
  blend_clips: {
    arguments: {
      /** Two clips or more. */
      clip_ids: Array<string>;
      /** Who plays what no node plays now; the node that plays the others, when it is one, when not given. */
      node_id?: string;
      /** How much each counts; all alike when not given. */
      weights?: Array<number>;
      /** Of the new clip. Default: "Blend". */
      name?: string;
      /** Whether each is stretched to a common length, that between theirs, so that steps meet steps; else each keeps its pace. Default: true. */
      match_length?: boolean;
      /** Keyframes per second; the scene's when not given. */
      frame_rate?: number;
    };
    result: {
      /** The clip. */
      clip_id: string;
      /** Its channels. */
      channel_ids: Array<string>;
      /** How many keyframes were set. */
      keyframe_count: number;
      /** How long it is. */
      duration: number;
    };
  };
  /** Makes a clip go on for ever: its last pose becomes its first, and from there it repeats. What `advancing` names (the way that a walk covers) goes on from where it came to instead. */
  create_cycle: {
    arguments: {
      /** The clip. */
      clip_id: string;
      /** Paths of channels that go on rather than come back: `position.y`. Default: []. */
      advancing?: Array<string>;
      /** Whether it also repeats before its start. Default: true. */
      before?: boolean;
    };
    result: {
      /** The clip. */
      clip_id: string;
      /** How many channels repeat. */
      channel_count: number;
      /** Where it begins. */
      start_time: number;
      /** How long it is. */
      duration: number;
      /** The largest difference between a last value and its first that was closed. */
      closed_gap: number;
    };
  };
  /** Makes of a clip of one rig a clip for another rig, whatever its proportions, the names of its joints and how they lie: each joint is turned from its rest as the one that it follows is from its own, and the root goes as far as its legs are longer. What constraints hold goes on being held by them. The target plays the new clip from then on. */
  retarget_clip: {
    arguments: {
      /** The clip. */
      clip_id: string;
      /** The rig whose motion it is; the one that plays it when not given. */
      source_rig_id?: string;
      /** The rig that gets it. */
      target_rig_id: string;
      /** Which joint follows which, as far as you say it. Default: []. */
      mapping?: Array<{
        /** The joint of the rig whose clip it is. */
        source_id: string;
        /** The joint of the other rig that follows it. */
        target_id: string;
      }>;
      /** Whether the others are found by what their names say: part of the body, side, number; else those of `mapping` alone follow. Default: true. */
      find_others?: boolean;
      /** Of the new clip; made of the clip's and the rig's when not given. */
      name?: string;
      /** Whether there is a keyframe on every frame, which is exact, or only at each time at which a joint had one, which is easier to edit. Default: "frames". */
      sample?: "frames" | "keyframes";
      /** Of `frames`: keyframes per second; the scene's when not given. */
      frame_rate?: number;
      /** How much further the root goes; as much as the legs are longer when not given. */
      translation_scale?: number;
      /** Whether limbs point where those of the source do, when one rests with its arms down and the other with them held out. Default: false. */
      match_rest_poses?: boolean;
    };
    result: {
      /** The clip. */
      clip_id: string;
      /** How many channels it has. */
      channel_count: number;
      /** How many keyframes were set. */
      keyframe_count: number;
      /** Where it begins. */
      start_time: number;
      /** How long it is. */
      duration: number;
      /** How much further the root goes. */
      translation_scale: number;
      /** Which joint follows which. */
      mapping: Array<{
        /** The joint that is followed. */
        source_id: string;
        /** Its name. */
        source_name: string;
        /** The joint that follows it. */
        target_id: string;
        /** Its name. */
        target_name: string;
        /** How the pair was found. */
        by: "given" | "name" | "anatomy";
      }>;
      /** Names of joints that the clip moves and of whose motion nothing is in the new one. */
      unmatched: Array<string>;
      /** Paths of the clip's channels that say something else: scales, the rig itself, joints that are pulled out of their places. */
      left_out: Array<string>;
    };
  };
  /** Creates rigs and gives them back as the host has them. A rig is a skeleton: a scene object that holds joints (an armature in Blender). */
  create_rigs: {
    arguments: {
      /** What to create, one object each. */
      items: Array<RigCreate>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
      /** Axes and units of all values given and returned: `host` (when not given), as the artist sees them, or `gltf`: right-handed, Y up, metres. */
      convention?: "host" | "gltf";
    };
    result: {
      /** Ids of what was created, in the order of the items. */
      ids: Array<string>;
      /** As read from the host. */
      items: Array<Rig>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Reads rigs by id or unique name. A rig is a skeleton: a scene object that holds joints (an armature in Blender). */
  get_rigs: {
    arguments: {
      /** Ids or unique names. */
      ids: Array<string>;
      /** Only these fields, besides `id` and `name`; without it all but the large ones. */
      fields?: Array<"id" | "name" | "type" | "position" | "rotation" | "scale" | "parent_id" | "child_ids" | "visible" | "locked" | "cast_shadow" | "receive_shadow" | "render_order" | "metadata" | "bounds" | "matrix_world" | "root_joint_id" | "joint_ids" | "influence_limit" | "world_up_vector" | "auto_ik_enabled" | "draw_settings">;
      /** Axes and units of all values given and returned: `host` (when not given), as the artist sees them, or `gltf`: right-handed, Y up, metres. */
      convention?: "host" | "gltf";
    };
    result: {
      /** As read from the host. */
      items: Array<Rig>;
    };
  };
  /** Lists rigs, page by page, all or those that match the filters. */
  list_rigs: {
    arguments: {
      /** Only the direct children of this one. */
      parent_id?: string;
      /** Only those of which all of this holds: by field a value, a list of values of which it is one, or comparisons (`{"gt": 2, "le": 5}`; eq, ne, lt, le, gt, ge). Text may hold the wildcards `*` and `?`, in any case; where a field names something, its id or name. */
      filters?: RigFilter;
      /** Only these fields, besides `id` and `name`; without it all but the large ones. */
      fields?: Array<"id" | "name" | "type" | "position" | "rotation" | "scale" | "parent_id" | "child_ids" | "visible" | "locked" | "cast_shadow" | "receive_shadow" | "render_order" | "metadata" | "bounds" | "matrix_world" | "root_joint_id" | "joint_ids" | "influence_limit" | "world_up_vector" | "auto_ik_enabled" | "draw_settings">;
      /** How many at most. Default: 50. */
      limit?: number;
      /** `next_cursor` of the page before. */
      cursor?: string;
      /** Axes and units of all values given and returned: `host` (when not given), as the artist sees them, or `gltf`: right-handed, Y up, metres. */
      convention?: "host" | "gltf";
    };
    result: {
      /** As read from the host. */
      items: Array<Rig>;
      /** How many match, over all pages. */
      total: number;
      /** Where the next page begins; absent on the last. */
      next_cursor?: string;
    };
  };
  /** Changes the fields given of rigs and leaves the others; one patch may change many. */
  update_rigs: {
    arguments: {
      /** Patches, done in this order. */
      items: Array<RigUpdate>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
      /** Axes and units of all values given and returned: `host` (when not given), as the artist sees them, or `gltf`: right-handed, Y up, metres. */
      convention?: "host" | "gltf";
    };
    result: {
      /** As read from the host. */
      items: Array<Rig>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Deletes rigs by id or unique name. */
  delete_rigs: {
    arguments: {
      /** Ids or unique names of what goes. */
      ids: Array<string>;
    };
    result: {
      /** Ids of what was deleted, children included. */
      deleted: Array<string>;
    };
  };
  /** Creates joints and gives them back as the host has them. A joint (a bone in Blender) has a rest and a pose. `position`, `orientation` and `length` are its rest, local to its parent joint's (to the rig for one without parent): the shape in which the skeleton is bound to a skin. `rotation`, `scale` and `pose_position` are the pose: what it is turned, scaled and moved away from its rest, in its own axes; none of it is identity. From its position it runs along its own y axis (-z with `convention: "gltf"`). Changing the rest takes the joints below along. */
  create_joints: {
    arguments: {
      /** What to create, one object each. */
      items: Array<JointCreate>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
      /** Axes and units of all values given and returned: `host` (when not given), as the artist sees them, or `gltf`: right-handed, Y up, metres. */
      convention?: "host" | "gltf";
    };
    result: {
      /** Ids of what was created, in the order of the items. */
      ids: Array<string>;
      /** As read from the host. */
      items: Array<Joint>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Reads joints by id or unique name. A joint (a bone in Blender) has a rest and a pose. `position`, `orientation` and `length` are its rest, local to its parent joint's (to the rig for one without parent): the shape in which the skeleton is bound to a skin. `rotation`, `scale` and `pose_position` are the pose: what it is turned, scaled and moved away from its rest, in its own axes; none of it is identity. From its position it runs along its own y axis (-z with `convention: "gltf"`). Changing the rest takes the joints below along. */
  get_joints: {
    arguments: {
      /** Ids or unique names. */
      ids: Array<string>;
      /** Only these fields, besides `id` and `name`; without it all but the large ones. */
      fields?: Array<"id" | "name" | "rig_id" | "rig_name" | "parent_id" | "child_ids" | "position" | "orientation" | "length" | "pose_position" | "rotation_mode" | "rotation" | "scale" | "matrix_world" | "visible" | "locked" | "channel_control" | "color" | "cast_shadow" | "receive_shadow" | "render_order" | "preferred_rotation_axis" | "segment_scale_compensate" | "joint_radius" | "metadata">;
      /** Axes and units of all values given and returned: `host` (when not given), as the artist sees them, or `gltf`: right-handed, Y up, metres. */
      convention?: "host" | "gltf";
    };
    result: {
      /** As read from the host. */
      items: Array<Joint>;
    };
  };
  /** Lists joints, page by page, all or those that match the filters. */
  list_joints: {
    arguments: {
      /** Only those of this one. */
      parent_id?: string;
      /** Only those of which all of this holds: by field a value, a list of values of which it is one, or comparisons (`{"gt": 2, "le": 5}`; eq, ne, lt, le, gt, ge). Text may hold the wildcards `*` and `?`, in any case; where a field names something, its id or name. */
      filters?: JointFilter;
      /** Only these fields, besides `id` and `name`; without it all but the large ones. */
      fields?: Array<"id" | "name" | "rig_id" | "rig_name" | "parent_id" | "child_ids" | "position" | "orientation" | "length" | "pose_position" | "rotation_mode" | "rotation" | "scale" | "matrix_world" | "visible" | "locked" | "channel_control" | "color" | "cast_shadow" | "receive_shadow" | "render_order" | "preferred_rotation_axis" | "segment_scale_compensate" | "joint_radius" | "metadata">;
      /** How many at most. Default: 50. */
      limit?: number;
      /** `next_cursor` of the page before. */
      cursor?: string;
      /** Axes and units of all values given and returned: `host` (when not given), as the artist sees them, or `gltf`: right-handed, Y up, metres. */
      convention?: "host" | "gltf";
    };
    result: {
      /** As read from the host. */
      items: Array<Joint>;
      /** How many match, over all pages. */
      total: number;
      /** Where the next page begins; absent on the last. */
      next_cursor?: string;
    };
  };
  /** Changes the fields given of joints and leaves the others; one patch may change many. */
  update_joints: {
    arguments: {
      /** Patches, done in this order. */
      items: Array<JointUpdate>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
      /** Axes and units of all values given and returned: `host` (when not given), as the artist sees them, or `gltf`: right-handed, Y up, metres. */
      convention?: "host" | "gltf";
    };
    result: {
      /** As read from the host. */
      items: Array<Joint>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Deletes joints by id or unique name. */
  delete_joints: {
    arguments: {
      /** Ids or unique names of what goes. */
      ids: Array<string>;
    };
    result: {
      /** Ids of what was deleted, children included. */
      deleted: Array<string>;
    };
  };
  /** Creates skins and gives them back as the host has them. A skin makes the vertices of a mesh follow the joints of a rig, by weights (vertex groups and an armature modifier in Blender). Deleting it takes the weights of that rig's joints off the mesh, unless another skin of the same rig uses them. */
  create_skins: {
    arguments: {
      /** What to create, one object each. */
      items: Array<SkinCreate>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
      /** Axes and units of all values given and returned: `host` (when not given), as the artist sees them, or `gltf`: right-handed, Y up, metres. */
      convention?: "host" | "gltf";
    };
    result: {
      /** Ids of what was created, in the order of the items. */
      ids: Array<string>;
      /** As read from the host. */
      items: Array<Skin>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Reads skins by id or unique name. A skin makes the vertices of a mesh follow the joints of a rig, by weights (vertex groups and an armature modifier in Blender). Deleting it takes the weights of that rig's joints off the mesh, unless another skin of the same rig uses them. */
  get_skins: {
    arguments: {
      /** Ids or unique names. */
      ids: Array<string>;
      /** Only these fields, besides `id` and `name`; without it all but the large ones. */
      fields?: Array<"id" | "name" | "mesh_id" | "rig_id" | "joint_ids" | "influences" | "weight_table" | "max_influence_count" | "normalize_weights" | "dual_quaternion_enabled" | "falloff_radius" | "enabled" | "metadata">;
      /** Axes and units of all values given and returned: `host` (when not given), as the artist sees them, or `gltf`: right-handed, Y up, metres. */
      convention?: "host" | "gltf";
    };
    result: {
      /** As read from the host. */
      items: Array<Skin>;
    };
  };
  /** Lists skins, page by page, all or those that match the filters. */
  list_skins: {
    arguments: {
      /** Only those of this one. */
      parent_id?: string;
      /** Only those of which all of this holds: by field a value, a list of values of which it is one, or comparisons (`{"gt": 2, "le": 5}`; eq, ne, lt, le, gt, ge). Text may hold the wildcards `*` and `?`, in any case; where a field names something, its id or name. */
      filters?: SkinFilter;
      /** Only these fields, besides `id` and `name`; without it all but the large ones. */
      fields?: Array<"id" | "name" | "mesh_id" | "rig_id" | "joint_ids" | "influences" | "weight_table" | "max_influence_count" | "normalize_weights" | "dual_quaternion_enabled" | "falloff_radius" | "enabled" | "metadata">;
      /** How many at most. Default: 50. */
      limit?: number;
      /** `next_cursor` of the page before. */
      cursor?: string;
      /** Axes and units of all values given and returned: `host` (when not given), as the artist sees them, or `gltf`: right-handed, Y up, metres. */
      convention?: "host" | "gltf";
    };
    result: {
      /** As read from the host. */
      items: Array<Skin>;
      /** How many match, over all pages. */
      total: number;
      /** Where the next page begins; absent on the last. */
      next_cursor?: string;
    };
  };
  /** Changes the fields given of skins and leaves the others; one patch may change many. */
  update_skins: {
    arguments: {
      /** Patches, done in this order. */
      items: Array<SkinUpdate>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
      /** Axes and units of all values given and returned: `host` (when not given), as the artist sees them, or `gltf`: right-handed, Y up, metres. */
      convention?: "host" | "gltf";
    };
    result: {
      /** As read from the host. */
      items: Array<Skin>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Deletes skins by id or unique name. */
  delete_skins: {
    arguments: {
      /** Ids or unique names of what goes. */
      ids: Array<string>;
    };
    result: {
      /** Ids of what was deleted, children included. */
      deleted: Array<string>;
    };
  };
  /** Creates ik chains and gives them back as the host has them. An IK chain bends the joints from its start to its end, so that the end's tip reaches a target. */
  create_ik_chains: {
    arguments: {
      /** What to create, one object each. */
      items: Array<IKChainCreate>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
      /** Axes and units of all values given and returned: `host` (when not given), as the artist sees them, or `gltf`: right-handed, Y up, metres. */
      convention?: "host" | "gltf";
    };
    result: {
      /** Ids of what was created, in the order of the items. */
      ids: Array<string>;
      /** As read from the host. */
      items: Array<IKChain>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Reads ik chains by id or unique name. An IK chain bends the joints from its start to its end, so that the end's tip reaches a target. */
  get_ik_chains: {
    arguments: {
      /** Ids or unique names. */
      ids: Array<string>;
      /** Only these fields, besides `id` and `name`; without it all but the large ones. */
      fields?: Array<"id" | "name" | "end_id" | "start_id" | "count" | "target_id" | "solver_type" | "pole_target_id" | "pole_angle" | "iterations" | "tolerance" | "maintain_rotation" | "stretch_enabled" | "max_stretch_ratio" | "enabled" | "influence" | "metadata">;
      /** Axes and units of all values given and returned: `host` (when not given), as the artist sees them, or `gltf`: right-handed, Y up, metres. */
      convention?: "host" | "gltf";
    };
    result: {
      /** As read from the host. */
      items: Array<IKChain>;
    };
  };
  /** Lists ik chains, page by page, all or those that match the filters. */
  list_ik_chains: {
    arguments: {
      /** Only those of this one. */
      parent_id?: string;
      /** Only those of which all of this holds: by field a value, a list of values of which it is one, or comparisons (`{"gt": 2, "le": 5}`; eq, ne, lt, le, gt, ge). Text may hold the wildcards `*` and `?`, in any case; where a field names something, its id or name. */
      filters?: IKChainFilter;
      /** Only these fields, besides `id` and `name`; without it all but the large ones. */
      fields?: Array<"id" | "name" | "end_id" | "start_id" | "count" | "target_id" | "solver_type" | "pole_target_id" | "pole_angle" | "iterations" | "tolerance" | "maintain_rotation" | "stretch_enabled" | "max_stretch_ratio" | "enabled" | "influence" | "metadata">;
      /** How many at most. Default: 50. */
      limit?: number;
      /** `next_cursor` of the page before. */
      cursor?: string;
      /** Axes and units of all values given and returned: `host` (when not given), as the artist sees them, or `gltf`: right-handed, Y up, metres. */
      convention?: "host" | "gltf";
    };
    result: {
      /** As read from the host. */
      items: Array<IKChain>;
      /** How many match, over all pages. */
      total: number;
      /** Where the next page begins; absent on the last. */
      next_cursor?: string;
    };
  };
  /** Changes the fields given of ik chains and leaves the others; one patch may change many. */
  update_ik_chains: {
    arguments: {
      /** Patches, done in this order. */
      items: Array<IKChainUpdate>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
      /** Axes and units of all values given and returned: `host` (when not given), as the artist sees them, or `gltf`: right-handed, Y up, metres. */
      convention?: "host" | "gltf";
    };
    result: {
      /** As read from the host. */
      items: Array<IKChain>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Deletes ik chains by id or unique name. */
  delete_ik_chains: {
    arguments: {
      /** Ids or unique names of what goes. */
      ids: Array<string>;
    };
    result: {
      /** Ids of what was deleted, children included. */
      deleted: Array<string>;
    };
  };
  /** Creates spline iks and gives them back as the host has them. A spline IK lays the joints from its start to its end along a curve. */
  create_spline_iks: {
    arguments: {
      /** What to create, one object each. */
      items: Array<SplineIKCreate>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
      /** Axes and units of all values given and returned: `host` (when not given), as the artist sees them, or `gltf`: right-handed, Y up, metres. */
      convention?: "host" | "gltf";
    };
    result: {
      /** Ids of what was created, in the order of the items. */
      ids: Array<string>;
      /** As read from the host. */
      items: Array<SplineIK>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Reads spline iks by id or unique name. A spline IK lays the joints from its start to its end along a curve. */
  get_spline_iks: {
    arguments: {
      /** Ids or unique names. */
      ids: Array<string>;
      /** Only these fields, besides `id` and `name`; without it all but the large ones. */
      fields?: Array<"id" | "name" | "end_joint_id" | "start_joint_id" | "count" | "curve_id" | "stretch_enabled" | "auto_rotate_enabled" | "up_vector" | "forward_axis" | "enabled" | "metadata">;
      /** Axes and units of all values given and returned: `host` (when not given), as the artist sees them, or `gltf`: right-handed, Y up, metres. */
      convention?: "host" | "gltf";
    };
    result: {
      /** As read from the host. */
      items: Array<SplineIK>;
    };
  };
  /** Lists spline iks, page by page, all or those that match the filters. */
  list_spline_iks: {
    arguments: {
      /** Only those of this one. */
      parent_id?: string;
      /** Only those of which all of this holds: by field a value, a list of values of which it is one, or comparisons (`{"gt": 2, "le": 5}`; eq, ne, lt, le, gt, ge). Text may hold the wildcards `*` and `?`, in any case; where a field names something, its id or name. */
      filters?: SplineIKFilter;
      /** Only these fields, besides `id` and `name`; without it all but the large ones. */
      fields?: Array<"id" | "name" | "end_joint_id" | "start_joint_id" | "count" | "curve_id" | "stretch_enabled" | "auto_rotate_enabled" | "up_vector" | "forward_axis" | "enabled" | "metadata">;
      /** How many at most. Default: 50. */
      limit?: number;
      /** `next_cursor` of the page before. */
      cursor?: string;
      /** Axes and units of all values given and returned: `host` (when not given), as the artist sees them, or `gltf`: right-handed, Y up, metres. */
      convention?: "host" | "gltf";
    };
    result: {
      /** As read from the host. */
      items: Array<SplineIK>;
      /** How many match, over all pages. */
      total: number;
      /** Where the next page begins; absent on the last. */
      next_cursor?: string;
    };
  };
  /** Changes the fields given of spline iks and leaves the others; one patch may change many. */
  update_spline_iks: {
    arguments: {
      /** Patches, done in this order. */
      items: Array<SplineIKUpdate>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
      /** Axes and units of all values given and returned: `host` (when not given), as the artist sees them, or `gltf`: right-handed, Y up, metres. */
      convention?: "host" | "gltf";
    };
    result: {
      /** As read from the host. */
      items: Array<SplineIK>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Deletes spline iks by id or unique name. */
  delete_spline_iks: {
    arguments: {
      /** Ids or unique names of what goes. */
      ids: Array<string>;
    };
    result: {
      /** Ids of what was deleted, children included. */
      deleted: Array<string>;
    };
  };
  /** Creates blend shapes and gives them back as the host has them. A blend shape (a shape key in Blender) moves vertices of a mesh, as much as its weight says. */
  create_blend_shapes: {
    arguments: {
      /** What to create, one object each. */
      items: Array<BlendShapeCreate>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
      /** Axes and units of all values given and returned: `host` (when not given), as the artist sees them, or `gltf`: right-handed, Y up, metres. */
      convention?: "host" | "gltf";
    };
    result: {
      /** Ids of what was created, in the order of the items. */
      ids: Array<string>;
      /** As read from the host. */
      items: Array<BlendShape>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Reads blend shapes by id or unique name. A blend shape (a shape key in Blender) moves vertices of a mesh, as much as its weight says. */
  get_blend_shapes: {
    arguments: {
      /** Ids or unique names. */
      ids: Array<string>;
      /** Only these fields, besides `id` and `name`; without it all but the large ones. */
      fields?: Array<"id" | "name" | "mesh_id" | "weight" | "deltas" | "position_deltas" | "normal_deltas" | "tangent_deltas" | "combine_method" | "enabled" | "metadata">;
      /** Axes and units of all values given and returned: `host` (when not given), as the artist sees them, or `gltf`: right-handed, Y up, metres. */
      convention?: "host" | "gltf";
    };
    result: {
      /** As read from the host. */
      items: Array<BlendShape>;
    };
  };
  /** Lists blend shapes, page by page, all or those that match the filters. */
  list_blend_shapes: {
    arguments: {
      /** Only those of this one. */
      parent_id?: string;
      /** Only those of which all of this holds: by field a value, a list of values of which it is one, or comparisons (`{"gt": 2, "le": 5}`; eq, ne, lt, le, gt, ge). Text may hold the wildcards `*` and `?`, in any case; where a field names something, its id or name. */
      filters?: BlendShapeFilter;
      /** Only these fields, besides `id` and `name`; without it all but the large ones. */
      fields?: Array<"id" | "name" | "mesh_id" | "weight" | "deltas" | "position_deltas" | "normal_deltas" | "tangent_deltas" | "combine_method" | "enabled" | "metadata">;
      /** How many at most. Default: 50. */
      limit?: number;
      /** `next_cursor` of the page before. */
      cursor?: string;
      /** Axes and units of all values given and returned: `host` (when not given), as the artist sees them, or `gltf`: right-handed, Y up, metres. */
      convention?: "host" | "gltf";
    };
    result: {
      /** As read from the host. */
      items: Array<BlendShape>;
      /** How many match, over all pages. */
      total: number;
      /** Where the next page begins; absent on the last. */
      next_cursor?: string;
    };
  };
  /** Changes the fields given of blend shapes and leaves the others; one patch may change many. */
  update_blend_shapes: {
    arguments: {
      /** Patches, done in this order. */
      items: Array<BlendShapeUpdate>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
      /** Axes and units of all values given and returned: `host` (when not given), as the artist sees them, or `gltf`: right-handed, Y up, metres. */
      convention?: "host" | "gltf";
    };
    result: {
      /** As read from the host. */
      items: Array<BlendShape>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Deletes blend shapes by id or unique name. */
  delete_blend_shapes: {
    arguments: {
      /** Ids or unique names of what goes. */
      ids: Array<string>;
    };
    result: {
      /** Ids of what was deleted, children included. */
      deleted: Array<string>;
    };
  };
  /** Creates blend shape groups and gives them back as the host has them. A group holds the blend shapes that belong together (in Blender all shape keys of a mesh, its `Key`). It comes with the first shape of a mesh; creating one makes the shapes that `target_weights` names, each without a form yet. Deleting it deletes its shapes. */
  create_blend_shape_groups: {
    arguments: {
      /** What to create, one object each. */
      items: Array<BlendShapeGroupCreate>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
    };
    result: {
      /** Ids of what was created, in the order of the items. */
      ids: Array<string>;
      /** As read from the host. */
      items: Array<BlendShapeGroup>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Reads blend shape groups by id or unique name. A group holds the blend shapes that belong together (in Blender all shape keys of a mesh, its `Key`). It comes with the first shape of a mesh; creating one makes the shapes that `target_weights` names, each without a form yet. Deleting it deletes its shapes. */
  get_blend_shape_groups: {
    arguments: {
      /** Ids or unique names. */
      ids: Array<string>;
      /** Only these fields, besides `id` and `name`; without it all but the large ones. */
      fields?: Array<"id" | "name" | "mesh_id" | "blend_shape_ids" | "target_weights" | "is_inbetween" | "driver" | "metadata">;
    };
    result: {
      /** As read from the host. */
      items: Array<BlendShapeGroup>;
    };
  };
  /** Lists blend shape groups, page by page, all or those that match the filters. */
  list_blend_shape_groups: {
    arguments: {
      /** Only those of this one. */
      parent_id?: string;
      /** Only those of which all of this holds: by field a value, a list of values of which it is one, or comparisons (`{"gt": 2, "le": 5}`; eq, ne, lt, le, gt, ge). Text may hold the wildcards `*` and `?`, in any case; where a field names something, its id or name. */
      filters?: BlendShapeGroupFilter;
      /** Only these fields, besides `id` and `name`; without it all but the large ones. */
      fields?: Array<"id" | "name" | "mesh_id" | "blend_shape_ids" | "target_weights" | "is_inbetween" | "driver" | "metadata">;
      /** How many at most. Default: 50. */
      limit?: number;
      /** `next_cursor` of the page before. */
      cursor?: string;
    };
    result: {
      /** As read from the host. */
      items: Array<BlendShapeGroup>;
      /** How many match, over all pages. */
      total: number;
      /** Where the next page begins; absent on the last. */
      next_cursor?: string;
    };
  };
  /** Changes the fields given of blend shape groups and leaves the others; one patch may change many. */
  update_blend_shape_groups: {
    arguments: {
      /** Patches, done in this order. */
      items: Array<BlendShapeGroupUpdate>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
    };
    result: {
      /** As read from the host. */
      items: Array<BlendShapeGroup>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Deletes blend shape groups by id or unique name. */
  delete_blend_shape_groups: {
    arguments: {
      /** Ids or unique names of what goes. */
      ids: Array<string>;
    };
    result: {
      /** Ids of what was deleted, children included. */
      deleted: Array<string>;
    };
  };
  /** Creates joint limits and gives them back as the host has them. Joint limits say how far the pose of a joint may go from its rest, about and along its own axes. The axes are the host's and are not converted. An axis that is not named is free. A joint has them once. */
  create_joint_limits: {
    arguments: {
      /** What to create, one object each. */
      items: Array<JointLimitsCreate>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
    };
    result: {
      /** Ids of what was created, in the order of the items. */
      ids: Array<string>;
      /** As read from the host. */
      items: Array<JointLimits>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Reads joint limits by id or unique name. Joint limits say how far the pose of a joint may go from its rest, about and along its own axes. The axes are the host's and are not converted. An axis that is not named is free. A joint has them once. */
  get_joint_limits: {
    arguments: {
      /** Ids or unique names. */
      ids: Array<string>;
      /** Only these fields, besides `id` and `name`; without it all but the large ones. */
      fields?: Array<"id" | "name" | "joint_id" | "rotation_limits" | "translation_limits" | "scale_limits" | "enabled" | "metadata">;
    };
    result: {
      /** As read from the host. */
      items: Array<JointLimits>;
    };
  };
  /** Lists joint limits, page by page, all or those that match the filters. */
  list_joint_limits: {
    arguments: {
      /** Only those of this one. */
      parent_id?: string;
      /** Only those of which all of this holds: by field a value, a list of values of which it is one, or comparisons (`{"gt": 2, "le": 5}`; eq, ne, lt, le, gt, ge). Text may hold the wildcards `*` and `?`, in any case; where a field names something, its id or name. */
      filters?: JointLimitsFilter;
      /** Only these fields, besides `id` and `name`; without it all but the large ones. */
      fields?: Array<"id" | "name" | "joint_id" | "rotation_limits" | "translation_limits" | "scale_limits" | "enabled" | "metadata">;
      /** How many at most. Default: 50. */
      limit?: number;
      /** `next_cursor` of the page before. */
      cursor?: string;
    };
    result: {
      /** As read from the host. */
      items: Array<JointLimits>;
      /** How many match, over all pages. */
      total: number;
      /** Where the next page begins; absent on the last. */
      next_cursor?: string;
    };
  };
  /** Changes the fields given of joint limits and leaves the others; one patch may change many. */
  update_joint_limits: {
    arguments: {
      /** Patches, done in this order. */
      items: Array<JointLimitsUpdate>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
    };
    result: {
      /** As read from the host. */
      items: Array<JointLimits>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Deletes joint limits by id or unique name. */
  delete_joint_limits: {
    arguments: {
      /** Ids or unique names of what goes. */
      ids: Array<string>;
    };
    result: {
      /** Ids of what was deleted, children included. */
      deleted: Array<string>;
    };
  };
  /** Creates rig controls and gives them back as the host has them. A control is what an animator takes hold of: a joint that bends no mesh, is drawn as a shape, and that other joints follow. Its id is that of the joint, so whatever takes a joint (channels, constraints, IK) takes it too. A new one lies on the first joint that follows it, below that one's parent, unless its rest says otherwise. */
  create_rig_controls: {
    arguments: {
      /** What to create, one object each. */
      items: Array<RigControlCreate>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
      /** Axes and units of all values given and returned: `host` (when not given), as the artist sees them, or `gltf`: right-handed, Y up, metres. */
      convention?: "host" | "gltf";
    };
    result: {
      /** Ids of what was created, in the order of the items. */
      ids: Array<string>;
      /** As read from the host. */
      items: Array<RigControl>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Reads rig controls by id or unique name. A control is what an animator takes hold of: a joint that bends no mesh, is drawn as a shape, and that other joints follow. Its id is that of the joint, so whatever takes a joint (channels, constraints, IK) takes it too. A new one lies on the first joint that follows it, below that one's parent, unless its rest says otherwise. */
  get_rig_controls: {
    arguments: {
      /** Ids or unique names. */
      ids: Array<string>;
      /** Only these fields, besides `id` and `name`; without it all but the large ones. */
      fields?: Array<"id" | "name" | "rig_id" | "rig_name" | "parent_id" | "child_ids" | "position" | "orientation" | "length" | "pose_position" | "rotation_mode" | "rotation" | "scale" | "matrix_world" | "visible" | "locked" | "channel_control" | "color" | "cast_shadow" | "receive_shadow" | "render_order" | "preferred_rotation_axis" | "segment_scale_compensate" | "joint_radius" | "metadata" | "target_joint_ids" | "shape" | "custom_mesh_id" | "size" | "offset_matrix" | "space_type" | "display_type">;
      /** Axes and units of all values given and returned: `host` (when not given), as the artist sees them, or `gltf`: right-handed, Y up, metres. */
      convention?: "host" | "gltf";
    };
    result: {
      /** As read from the host. */
      items: Array<RigControl>;
    };
  };
  /** Lists rig controls, page by page, all or those that match the filters. */
  list_rig_controls: {
    arguments: {
      /** Only those of this one. */
      parent_id?: string;
      /** Only those of which all of this holds: by field a value, a list of values of which it is one, or comparisons (`{"gt": 2, "le": 5}`; eq, ne, lt, le, gt, ge). Text may hold the wildcards `*` and `?`, in any case; where a field names something, its id or name. */
      filters?: RigControlFilter;
      /** Only these fields, besides `id` and `name`; without it all but the large ones. */
      fields?: Array<"id" | "name" | "rig_id" | "rig_name" | "parent_id" | "child_ids" | "position" | "orientation" | "length" | "pose_position" | "rotation_mode" | "rotation" | "scale" | "matrix_world" | "visible" | "locked" | "channel_control" | "color" | "cast_shadow" | "receive_shadow" | "render_order" | "preferred_rotation_axis" | "segment_scale_compensate" | "joint_radius" | "metadata" | "target_joint_ids" | "shape" | "custom_mesh_id" | "size" | "offset_matrix" | "space_type" | "display_type">;
      /** How many at most. Default: 50. */
      limit?: number;
      /** `next_cursor` of the page before. */
      cursor?: string;
      /** Axes and units of all values given and returned: `host` (when not given), as the artist sees them, or `gltf`: right-handed, Y up, metres. */
      convention?: "host" | "gltf";
    };
    result: {
      /** As read from the host. */
      items: Array<RigControl>;
      /** How many match, over all pages. */
      total: number;
      /** Where the next page begins; absent on the last. */
      next_cursor?: string;
    };
  };
  /** Changes the fields given of rig controls and leaves the others; one patch may change many. */
  update_rig_controls: {
    arguments: {
      /** Patches, done in this order. */
      items: Array<RigControlUpdate>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
      /** Axes and units of all values given and returned: `host` (when not given), as the artist sees them, or `gltf`: right-handed, Y up, metres. */
      convention?: "host" | "gltf";
    };
    result: {
      /** As read from the host. */
      items: Array<RigControl>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Deletes rig controls by id or unique name. */
  delete_rig_controls: {
    arguments: {
      /** Ids or unique names of what goes. */
      ids: Array<string>;
    };
    result: {
      /** Ids of what was deleted, children included. */
      deleted: Array<string>;
    };
  };
  /** Creates bind poses and gives them back as the host has them. A pose of a rig that is kept to come back to. Every rig has its rest, in which skins are bound; the others are kept beside it (in Blender as actions that are pose assets: they stand in the asset browser, and belong to every rig that has most of their joints). */
  create_bind_poses: {
    arguments: {
      /** What to create, one object each. */
      items: Array<BindPoseCreate>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
      /** Axes and units of all values given and returned: `host` (when not given), as the artist sees them, or `gltf`: right-handed, Y up, metres. */
      convention?: "host" | "gltf";
    };
    result: {
      /** Ids of what was created, in the order of the items. */
      ids: Array<string>;
      /** As read from the host. */
      items: Array<BindPose>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Reads bind poses by id or unique name. A pose of a rig that is kept to come back to. Every rig has its rest, in which skins are bound; the others are kept beside it (in Blender as actions that are pose assets: they stand in the asset browser, and belong to every rig that has most of their joints). */
  get_bind_poses: {
    arguments: {
      /** Ids or unique names. */
      ids: Array<string>;
      /** Only these fields, besides `id` and `name`; without it all but the large ones. */
      fields?: Array<"id" | "name" | "rig_id" | "transforms" | "joint_ids" | "active" | "is_bind_pose" | "is_default" | "metadata">;
      /** Axes and units of all values given and returned: `host` (when not given), as the artist sees them, or `gltf`: right-handed, Y up, metres. */
      convention?: "host" | "gltf";
    };
    result: {
      /** As read from the host. */
      items: Array<BindPose>;
    };
  };
  /** Lists bind poses, page by page, all or those that match the filters. */
  list_bind_poses: {
    arguments: {
      /** Only those of this one. */
      parent_id?: string;
      /** Only those of which all of this holds: by field a value, a list of values of which it is one, or comparisons (`{"gt": 2, "le": 5}`; eq, ne, lt, le, gt, ge). Text may hold the wildcards `*` and `?`, in any case; where a field names something, its id or name. */
      filters?: BindPoseFilter;
      /** Only these fields, besides `id` and `name`; without it all but the large ones. */
      fields?: Array<"id" | "name" | "rig_id" | "transforms" | "joint_ids" | "active" | "is_bind_pose" | "is_default" | "metadata">;
      /** How many at most. Default: 50. */
      limit?: number;
      /** `next_cursor` of the page before. */
      cursor?: string;
      /** Axes and units of all values given and returned: `host` (when not given), as the artist sees them, or `gltf`: right-handed, Y up, metres. */
      convention?: "host" | "gltf";
    };
    result: {
      /** As read from the host. */
      items: Array<BindPose>;
      /** How many match, over all pages. */
      total: number;
      /** Where the next page begins; absent on the last. */
      next_cursor?: string;
    };
  };
  /** Changes the fields given of bind poses and leaves the others; one patch may change many. */
  update_bind_poses: {
    arguments: {
      /** Patches, done in this order. */
      items: Array<BindPoseUpdate>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
      /** Axes and units of all values given and returned: `host` (when not given), as the artist sees them, or `gltf`: right-handed, Y up, metres. */
      convention?: "host" | "gltf";
    };
    result: {
      /** As read from the host. */
      items: Array<BindPose>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Deletes bind poses by id or unique name. */
  delete_bind_poses: {
    arguments: {
      /** Ids or unique names of what goes. */
      ids: Array<string>;
    };
    result: {
      /** Ids of what was deleted, children included. */
      deleted: Array<string>;
    };
  };
  /** Selects joints (bones) of rigs, as the artist does in a pose. */
  select_joints: {
    arguments: {
      /** Which joints of which rig. */
      items: Array<{
        /** The rig. */
        rig_id: string;
        /** Joints of that rig; its others are deselected. */
        joint_ids: Array<string>;
      }>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
    };
    result: {
      /** What is selected now, by rig. */
      items: Array<{
        /** The rig. */
        rig_id: string;
        /** Joints of that rig; its others are deselected. */
        joint_ids: Array<string>;
      }>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Moves the targets of IK chains where positions are given, and tells where the joints come to stand and how far the end stays from its target. The chain goes on following its target. */
  solve_ik: {
    arguments: {
      /** Which chain, and where its targets go. */
      items: Array<{
        /** The IK chain. */
        ik_chain_id: string;
        /** Where its target is moved to first, in world space. */
        target_position?: Vector3;
        /** How its target is turned first, in world space. */
        target_rotation?: Rotation;
        /** Where its pole target is moved to first, in world space. */
        pole_vector_position?: Vector3;
      }>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
      /** Axes and units of all values given and returned: `host` (when not given), as the artist sees them, or `gltf`: right-handed, Y up, metres. */
      convention?: "host" | "gltf";
    };
    result: {
      /** What became of each. */
      items: Array<{
        /** The IK chain. */
        ik_chain_id: string;
        /** Where the tip of the end is now, in world space. */
        end_position: Vector3;
        /** How far that is from the target. */
        distance: number;
        /** The joints of the chain as they stand, from its start. */
        joints: Array<{
          /** The joint. */
          joint_id: string;
          /** Its world transform, row-major. */
          matrix_world: Matrix4;
        }>;
      }>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Sets how much of IK chains takes effect. */
  set_ik_influence: {
    arguments: {
      /** Which chain, and how much. */
      items: Array<{
        /** The IK chain. */
        ik_chain_id: string;
        /** How much of it takes effect. */
        influence: number;
      }>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
      /** Axes and units of all values given and returned: `host` (when not given), as the artist sees them, or `gltf`: right-handed, Y up, metres. */
      convention?: "host" | "gltf";
    };
    result: {
      /** The chains as read from the host. */
      items: Array<IKChain>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Rigs a limb for IK and FK at once: controls for each joint, a control for its end and one for where it bends, and a switch that slides along its own x from FK (0) to IK (`switch_range`), anything between being a blend. Made where the limb rests. */
  create_ik_fk_switch: {
    arguments: {
      /** The limb from its root to its end, three joints or more, each directly below the one before (upper arm, forearm, hand). */
      joint_ids: Array<string>;
      /** Their rig, when it shall be made sure that it is this one. */
      rig_id?: string;
      /** How the names of all that is made begin. */
      switch_name: string;
      /** How the control of the end is drawn. Default: "square". */
      ik_control_shape?: "cube" | "sphere" | "circle" | "square" | "arrow" | "cross" | "pyramid" | "diamond";
      /** How the controls of the joints are drawn. Default: "circle". */
      fk_control_shape?: "cube" | "sphere" | "circle" | "square" | "arrow" | "cross" | "pyramid" | "diamond";
      /** Colour of what belongs to IK. Default: [1, 0.2, 0.2, 1]. */
      ik_color?: Color;
      /** Colour of what belongs to FK. Default: [0.2, 0.4, 1, 1]. */
      fk_color?: Color;
      /** Whether a control says where the limb bends to. Default: true. */
      create_pole_vector?: boolean;
      /** From the bend to that control; as far as the limb is long when not given. */
      pole_vector_distance?: number;
      /** How far the switch slides; a quarter of the limb when not given. */
      switch_range?: number;
      /** Axes and units of all values given and returned: `host` (when not given), as the artist sees them, or `gltf`: right-handed, Y up, metres. */
      convention?: "host" | "gltf";
    };
    result: {
      /** The switch; `pose_position` moves it. */
      switch_control_id: string;
      /** What the end follows in IK, in place and turn. */
      ik_control_id: string;
      /** What the joints follow in FK, one for each. */
      fk_control_ids: Array<string>;
      /** Where the limb bends to; null without one. */
      pole_vector_id: string | null;
      /** The IK itself. */
      ik_chain_id: string;
      /** What ties each joint to the switch. */
      driver_ids: Array<string>;
      /** How far the switch slides for all of IK. */
      switch_range: number;
    };
  };
  /** Makes a control for each of these joints, which follows it: each below that of the joint above, lying where the joint rests, so that nothing moves. */
  create_controls_for_joints: {
    arguments: {
      /** The joints, each once, in any order. */
      joint_ids: Array<string>;
      /** Their rig, when it shall be made sure that it is this one. */
      rig_id?: string;
      /** How they are drawn; `custom` is the mesh of `custom_mesh_id`. Default: "cube". */
      control_shape?: "cube" | "sphere" | "circle" | "square" | "arrow" | "cross" | "pyramid" | "diamond" | "custom";
      /** How large they are drawn; each as long as its joint when not given. */
      control_size?: number;
      /** Whether colours tell how deep a joint lies: red, yellow, green, blue. Default: true. */
      use_color_hierarchy?: boolean;
      /** Colour of all of them without `use_color_hierarchy`. Default: [1, 0.8, 0.1, 1]. */
      base_color?: Color;
      /** How far along its joint a shape is drawn, in lengths of the joint. Default: 0. */
      offset_multiplier?: number;
      /** Whether each control gets a hidden one above it, which holds its place, so that another rig can move it. Default: false. */
      create_group_hierarchy?: boolean;
      /** The mesh that they are drawn as, when the shape is `custom`. */
      custom_mesh_id?: string;
      /** Their names; `{joint}` is the joint's. Default: "CTRL_{joint}". */
      naming_pattern?: string;
      /** Axes and units of all values given and returned: `host` (when not given), as the artist sees them, or `gltf`: right-handed, Y up, metres. */
      convention?: "host" | "gltf";
    };
    result: {
      /** One for each joint, in the same order. */
      control_ids: Array<string>;
      /** What holds their places, likewise; empty without. */
      control_groups: Array<string>;
    };
  };
  /** Makes the skeleton of a human, in the proportions of anatomy: hips, spine, neck, head, arms, fingers and legs, elbows and knees bent a little so that IK knows the way, names ending in `_L` and `_R`. It stands at `position` and looks to the front. */
  create_biped_skeleton: {
    arguments: {
      /** Of the rig. Default: "Biped". */
      name?: string;
      /** From its soles to the top of its head; 1.75 metres when not given. */
      height?: number;
      /** Where it stands. Default: [0, 0, 0]. */
      position?: Vector3;
      /** Arms held out to the sides, or half-way down. Default: "t". */
      arm_pose?: "t" | "a";
      /** Joints from the hips to the neck. Default: 3. */
      spine_count?: number;
      /** Whether it has fingers, three joints each. Default: true. */
      fingers?: boolean;
      /** Axes and units of all values given and returned: `host` (when not given), as the artist sees them, or `gltf`: right-handed, Y up, metres. */
      convention?: "host" | "gltf";
    };
    result: {
      /** The rig. */
      rig_id: string;
      /** Its hips. */
      root_joint_id: string;
      /** Its joints, parents before children. */
      joint_ids: Array<string>;
      /** Ids of the joints by names: `Hips`, `UpperArm_L`, `Index1_R`. */
      joints: Record<string, unknown>;
      /** How tall it is. */
      height: number;
    };
  };
  /** Makes the other side of joints: mirrored in their rig, named for the other side, bending alike by the same turn about x. Those that are there already are put to where the mirror has them. */
  mirror_joints: {
    arguments: {
      /** The joints of one side. */
      joint_ids: Array<string>;
      /** Across which axis of the rig, in the host's own axes. Default: "x". */
      axis?: "x" | "y" | "z";
      /** Whether all joints below them are meant too. Default: true. */
      include_children?: boolean;
      /** What in their names tells the side, when it is none of `_L`, `.l`, `Left` and so on. */
      search?: string;
      /** What stands there for the other side. */
      replace?: string;
    };
    result: {
      /** The other side, in the order of `source_ids`. */
      joint_ids: Array<string>;
      /** What was mirrored, parents before children. */
      source_ids: Array<string>;
      /** How many of the other side are new. */
      created_count: number;
    };
  };
  /** Binds meshes to a rig with weights: each vertex follows the joints nearest to it, and from one to the next the weights go over smoothly along the surface. The meshes should lie around the joints as these rest. */
  auto_skin: {
    arguments: {
      /** The meshes, none bound to the rig yet. */
      mesh_ids: Array<string>;
      /** The rig. */
      rig_id: string;
      /** Only these of its joints bend them; all but controls when not given. */
      joint_ids?: Array<string>;
      /** How many joints may move one vertex. Default: 4. */
      max_influence_count?: number;
      /** Whether the meshes are parented to the rig, so that they move with it. Default: true. */
      parent?: boolean;
    };
    result: {
      /** One for each mesh. */
      skin_ids: Array<string>;
      /** How many vertices follow joints now. */
      vertex_count: number;
      /** How many joints they may follow. */
      joint_count: number;
    };
  };
  /** Lets a node, joint or control move with one of several others, as a number on it says: 0 for the first of `spaces`, 1 for the second, 0.5 for half-way. It stays where it is when it is made. */
  create_space_switch: {
    arguments: {
      /** The node, joint or control. */
      id: string;
      /** What it can move with, two or more, in this order. */
      spaces: Array<{
        /** What it is called. */
        name?: string;
        /** What it moves with there, a node or joint; null for what it is below anyway. */
        target_id?: string | null;
      }>;
      /** Name of the number, a custom property of the node or joint. Default: "space". */
      property?: string;
      /** Which space holds at first. Default: 0. */
      space?: number;
    };
    result: {
      /** The number, as `set_property` and keyframes name it. */
      property_path: string;
      /** What binds it, one for each space with a target. */
      constraint_ids: Array<string>;
      /** What ties them to the number. */
      driver_ids: Array<string>;
      /** Names of the spaces by number. */
      spaces: Array<string>;
    };
  };
  /** Creates cameras and gives them back as the host has them. A camera is a scene object that looks along its own -Z axis with +Y up, whatever the host's own convention. */
  create_cameras: {
    arguments: {
      /** What to create, one object each. */
      items: Array<CameraCreate>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
      /** Axes and units of all values given and returned: `host` (when not given), as the artist sees them, or `gltf`: right-handed, Y up, metres. */
      convention?: "host" | "gltf";
    };
    result: {
      /** Ids of what was created, in the order of the items. */
      ids: Array<string>;
      /** As read from the host. */
      items: Array<Camera>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Reads cameras by id or unique name. A camera is a scene object that looks along its own -Z axis with +Y up, whatever the host's own convention. */
  get_cameras: {
    arguments: {
      /** Ids or unique names. */
      ids: Array<string>;
      /** Only these fields, besides `id` and `name`; without it all but the large ones. */
      fields?: Array<"id" | "name" | "type" | "position" | "rotation" | "scale" | "parent_id" | "child_ids" | "visible" | "locked" | "cast_shadow" | "receive_shadow" | "render_order" | "metadata" | "bounds" | "matrix_world" | "projection" | "focal_length" | "sensor_width" | "sensor_height" | "ortho_scale" | "near" | "far" | "focus_distance" | "f_stop" | "active">;
      /** Axes and units of all values given and returned: `host` (when not given), as the artist sees them, or `gltf`: right-handed, Y up, metres. */
      convention?: "host" | "gltf";
    };
    result: {
      /** As read from the host. */
      items: Array<Camera>;
    };
  };
  /** Lists cameras, page by page, all or those that match the filters. */
  list_cameras: {
    arguments: {
      /** Only the direct children of this one. */
      parent_id?: string;
      /** Only those of which all of this holds: by field a value, a list of values of which it is one, or comparisons (`{"gt": 2, "le": 5}`; eq, ne, lt, le, gt, ge). Text may hold the wildcards `*` and `?`, in any case; where a field names something, its id or name. */
      filters?: CameraFilter;
      /** Only these fields, besides `id` and `name`; without it all but the large ones. */
      fields?: Array<"id" | "name" | "type" | "position" | "rotation" | "scale" | "parent_id" | "child_ids" | "visible" | "locked" | "cast_shadow" | "receive_shadow" | "render_order" | "metadata" | "bounds" | "matrix_world" | "projection" | "focal_length" | "sensor_width" | "sensor_height" | "ortho_scale" | "near" | "far" | "focus_distance" | "f_stop" | "active">;
      /** How many at most. Default: 50. */
      limit?: number;
      /** `next_cursor` of the page before. */
      cursor?: string;
      /** Axes and units of all values given and returned: `host` (when not given), as the artist sees them, or `gltf`: right-handed, Y up, metres. */
      convention?: "host" | "gltf";
    };
    result: {
      /** As read from the host. */
      items: Array<Camera>;
      /** How many match, over all pages. */
      total: number;
      /** Where the next page begins; absent on the last. */
      next_cursor?: string;
    };
  };
  /** Changes the fields given of cameras and leaves the others; one patch may change many. */
  update_cameras: {
    arguments: {
      /** Patches, done in this order. */
      items: Array<CameraUpdate>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
      /** Axes and units of all values given and returned: `host` (when not given), as the artist sees them, or `gltf`: right-handed, Y up, metres. */
      convention?: "host" | "gltf";
    };
    result: {
      /** As read from the host. */
      items: Array<Camera>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Deletes cameras by id or unique name. */
  delete_cameras: {
    arguments: {
      /** Ids or unique names of what goes. */
      ids: Array<string>;
    };
    result: {
      /** Ids of what was deleted, children included. */
      deleted: Array<string>;
    };
  };
  /** Creates lights and gives them back as the host has them. A light is a scene object that shines along its own -Z axis (sun, spot, area) or all around (point). */
  create_lights: {
    arguments: {
      /** What to create, one object each. */
      items: Array<LightCreate>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
      /** Axes and units of all values given and returned: `host` (when not given), as the artist sees them, or `gltf`: right-handed, Y up, metres. */
      convention?: "host" | "gltf";
    };
    result: {
      /** Ids of what was created, in the order of the items. */
      ids: Array<string>;
      /** As read from the host. */
      items: Array<Light>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Reads lights by id or unique name. A light is a scene object that shines along its own -Z axis (sun, spot, area) or all around (point). */
  get_lights: {
    arguments: {
      /** Ids or unique names. */
      ids: Array<string>;
      /** Only these fields, besides `id` and `name`; without it all but the large ones. */
      fields?: Array<"id" | "name" | "type" | "position" | "rotation" | "scale" | "parent_id" | "child_ids" | "visible" | "locked" | "cast_shadow" | "receive_shadow" | "render_order" | "metadata" | "bounds" | "matrix_world" | "kind" | "color" | "intensity" | "exposure" | "radius" | "spot_angle" | "spot_blend" | "width" | "height" | "casts_shadow">;
      /** Axes and units of all values given and returned: `host` (when not given), as the artist sees them, or `gltf`: right-handed, Y up, metres. */
      convention?: "host" | "gltf";
    };
    result: {
      /** As read from the host. */
      items: Array<Light>;
    };
  };
  /** Lists lights, page by page, all or those that match the filters. */
  list_lights: {
    arguments: {
      /** Only the direct children of this one. */
      parent_id?: string;
      /** Only those of which all of this holds: by field a value, a list of values of which it is one, or comparisons (`{"gt": 2, "le": 5}`; eq, ne, lt, le, gt, ge). Text may hold the wildcards `*` and `?`, in any case; where a field names something, its id or name. */
      filters?: LightFilter;
      /** Only these fields, besides `id` and `name`; without it all but the large ones. */
      fields?: Array<"id" | "name" | "type" | "position" | "rotation" | "scale" | "parent_id" | "child_ids" | "visible" | "locked" | "cast_shadow" | "receive_shadow" | "render_order" | "metadata" | "bounds" | "matrix_world" | "kind" | "color" | "intensity" | "exposure" | "radius" | "spot_angle" | "spot_blend" | "width" | "height" | "casts_shadow">;
      /** How many at most. Default: 50. */
      limit?: number;
      /** `next_cursor` of the page before. */
      cursor?: string;
      /** Axes and units of all values given and returned: `host` (when not given), as the artist sees them, or `gltf`: right-handed, Y up, metres. */
      convention?: "host" | "gltf";
    };
    result: {
      /** As read from the host. */
      items: Array<Light>;
      /** How many match, over all pages. */
      total: number;
      /** Where the next page begins; absent on the last. */
      next_cursor?: string;
    };
  };
  /** Changes the fields given of lights and leaves the others; one patch may change many. */
  update_lights: {
    arguments: {
      /** Patches, done in this order. */
      items: Array<LightUpdate>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
      /** Axes and units of all values given and returned: `host` (when not given), as the artist sees them, or `gltf`: right-handed, Y up, metres. */
      convention?: "host" | "gltf";
    };
    result: {
      /** As read from the host. */
      items: Array<Light>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Deletes lights by id or unique name. */
  delete_lights: {
    arguments: {
      /** Ids or unique names of what goes. */
      ids: Array<string>;
    };
    result: {
      /** Ids of what was deleted, children included. */
      deleted: Array<string>;
    };
  };
  /** Creates environments and gives them back as the host has them. An environment (a world in Blender) surrounds a scene and lights it from all sides, in one colour or by a picture. There may be several; the `active` one lights the scene. */
  create_environments: {
    arguments: {
      /** What to create, one object each. */
      items: Array<EnvironmentCreate>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
      /** Axes and units of all values given and returned: `host` (when not given), as the artist sees them, or `gltf`: right-handed, Y up, metres. */
      convention?: "host" | "gltf";
    };
    result: {
      /** Ids of what was created, in the order of the items. */
      ids: Array<string>;
      /** As read from the host. */
      items: Array<Environment>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Reads environments by id or unique name. An environment (a world in Blender) surrounds a scene and lights it from all sides, in one colour or by a picture. There may be several; the `active` one lights the scene. */
  get_environments: {
    arguments: {
      /** Ids or unique names. */
      ids: Array<string>;
      /** Only these fields, besides `id` and `name`; without it all but the large ones. */
      fields?: Array<"id" | "name" | "image" | "color" | "intensity" | "rotation" | "active" | "metadata">;
      /** Axes and units of all values given and returned: `host` (when not given), as the artist sees them, or `gltf`: right-handed, Y up, metres. */
      convention?: "host" | "gltf";
    };
    result: {
      /** As read from the host. */
      items: Array<Environment>;
    };
  };
  /** Lists environments, page by page, all or those that match the filters. */
  list_environments: {
    arguments: {
      /** Only those of which all of this holds: by field a value, a list of values of which it is one, or comparisons (`{"gt": 2, "le": 5}`; eq, ne, lt, le, gt, ge). Text may hold the wildcards `*` and `?`, in any case; where a field names something, its id or name. */
      filters?: EnvironmentFilter;
      /** Only these fields, besides `id` and `name`; without it all but the large ones. */
      fields?: Array<"id" | "name" | "image" | "color" | "intensity" | "rotation" | "active" | "metadata">;
      /** How many at most. Default: 50. */
      limit?: number;
      /** `next_cursor` of the page before. */
      cursor?: string;
      /** Axes and units of all values given and returned: `host` (when not given), as the artist sees them, or `gltf`: right-handed, Y up, metres. */
      convention?: "host" | "gltf";
    };
    result: {
      /** As read from the host. */
      items: Array<Environment>;
      /** How many match, over all pages. */
      total: number;
      /** Where the next page begins; absent on the last. */
      next_cursor?: string;
    };
  };
  /** Changes the fields given of environments and leaves the others; one patch may change many. */
  update_environments: {
    arguments: {
      /** Patches, done in this order. */
      items: Array<EnvironmentUpdate>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
      /** Axes and units of all values given and returned: `host` (when not given), as the artist sees them, or `gltf`: right-handed, Y up, metres. */
      convention?: "host" | "gltf";
    };
    result: {
      /** As read from the host. */
      items: Array<Environment>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Deletes environments by id or unique name. */
  delete_environments: {
    arguments: {
      /** Ids or unique names of what goes. */
      ids: Array<string>;
    };
    result: {
      /** Ids of what was deleted, children included. */
      deleted: Array<string>;
    };
  };
  /** Answers `singleton`: a scene has exactly one RenderSettings. Change it with `update_render_settings`. */
  create_render_settings: {
    arguments: {
      /** What to create, one object each. */
      items: Array<RenderSettingsCreate>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
    };
    result: {
      /** Ids of what was created, in the order of the items. */
      ids: Array<string>;
      /** As read from the host. */
      items: Array<RenderSettings>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Reads render settings by id or unique name. How a scene is rendered when the artist does it; `render` takes its own settings for one picture. Every scene has one, under the scene's name. */
  get_render_settings: {
    arguments: {
      /** Ids or unique names. */
      ids: Array<string>;
      /** Only these fields, besides `id` and `name`; without it all but the large ones. */
      fields?: Array<"id" | "name" | "active" | "engine" | "samples" | "width" | "height" | "percentage" | "frame_start" | "frame_end" | "fps" | "output_path" | "file_format" | "view_transform" | "metadata">;
    };
    result: {
      /** As read from the host. */
      items: Array<RenderSettings>;
    };
  };
  /** Lists render settings, page by page, all or those that match the filters. */
  list_render_settings: {
    arguments: {
      /** Only those of which all of this holds: by field a value, a list of values of which it is one, or comparisons (`{"gt": 2, "le": 5}`; eq, ne, lt, le, gt, ge). Text may hold the wildcards `*` and `?`, in any case; where a field names something, its id or name. */
      filters?: RenderSettingsFilter;
      /** Only these fields, besides `id` and `name`; without it all but the large ones. */
      fields?: Array<"id" | "name" | "active" | "engine" | "samples" | "width" | "height" | "percentage" | "frame_start" | "frame_end" | "fps" | "output_path" | "file_format" | "view_transform" | "metadata">;
      /** How many at most. Default: 50. */
      limit?: number;
      /** `next_cursor` of the page before. */
      cursor?: string;
    };
    result: {
      /** As read from the host. */
      items: Array<RenderSettings>;
      /** How many match, over all pages. */
      total: number;
      /** Where the next page begins; absent on the last. */
      next_cursor?: string;
    };
  };
  /** Changes the fields given of render settings and leaves the others; one patch may change many. */
  update_render_settings: {
    arguments: {
      /** Patches, done in this order. */
      items: Array<RenderSettingsUpdate>;
      /** `fail`: one bad item undoes the whole batch; `continue`: the others are kept and `errors` lists the bad ones. Default: "fail". */
      on_error?: "fail" | "continue";
    };
    result: {
      /** As read from the host. */
      items: Array<RenderSettings>;
      /** The items that failed; only with `on_error: "continue"`. */
      errors?: Array<{
        /** Which item, counted from 0. */
        index: number;
        /** Its error: error_code, error_message, details, suggestions, timestamp. */
        error: Record<string, unknown>;
      }>;
    };
  };
  /** Answers `singleton`: a scene has exactly one RenderSettings. Change it with `update_render_settings`. */
  delete_render_settings: {
    arguments: {
      /** Ids or unique names of what goes. */
      ids: Array<string>;
    };
    result: {
      /** Ids of what was deleted, children included. */
      deleted: Array<string>;
    };
  };
  /** Takes a quick picture of the scene: the viewport as the artist sees it, or a view of its own that moves nothing. */
  look: {
    arguments: {
      /** From where; `window` is the application's own. Without it the viewport, or a perspective view where there is none. */
      view?: "viewport" | "window" | "camera" | "front" | "back" | "left" | "right" | "top" | "bottom" | "isometric" | "perspective";
      /** How it is drawn; without it as the viewport is. */
      shading?: "solid" | "wireframe" | "material" | "rendered";
      /** Width of the picture. Default: 800. */
      width?: number;
      /** Height of the picture; `window` keeps its shape. Default: 600. */
      height?: number;
      /** The nodes that should fill the picture; without it the whole scene. */
      frame_ids?: Array<string>;
      /** Writes it at each node in view; `labels` tells where. */
      overlay?: "names" | "ids";
      /** Of `window`, only this open editor: `outliner`, say. */
      editor?: string;
    };
    result: {
      /** The picture. */
      image: FileSummary;
      /** Width of the picture. */
      width: number;
      /** Height of the picture. */
      height: number;
      /** How it was made: window, viewport, off-screen or render; then what had failed. */
      how: string;
      /** Nodes in view, nearest first; only with `overlay`. */
      labels?: Array<{
        /** The node. */
        id: string;
        /** Its name. */
        name: string;
        /** Its middle, from the left. */
        x: number;
        /** Its middle, from the top. */
        y: number;
        /** Left, top, right, bottom. */
        box: unknown;
        /** Whether its label found room. */
        drawn: boolean;
      }>;
    };
  };
  /** Renders one frame through a camera and leaves the render settings as they were. */
  render: {
    arguments: {
      /** Render engine; without it the scene's own. */
      engine?: "cycles" | "eevee" | "workbench";
      /** Width of the picture; without it the scene's own. */
      width?: number;
      /** Height of the picture; without it the scene's own. */
      height?: number;
      /** Samples per pixel; without it the scene's own. */
      samples?: number;
      /** Through which camera; without it the active one. */
      camera_id?: string;
      /** Which frame; without it the current one. */
      frame?: number;
      /** Where to write the picture as well, absolute. */
      output_path?: string;
      /** Renders a copy in the background, so that the window goes on; `auto`: what takes long. Default: "auto". */
      background?: "auto" | "always" | "never";
    };
    result: {
      /** The picture. */
      image: FileSummary;
      /** Width of the picture. */
      width: number;
      /** Height of the picture. */
      height: number;
      /** The engine that rendered. */
      engine: string;
      /** Samples per pixel. */
      samples: number;
      /** How long it took. */
      seconds: number;
      /** Where the picture was written as well. */
      output_path?: string;
      /** Whether it shows a copy, without what was painted and not saved. */
      from_copy: boolean;
    };
  };
  /** Makes a camera go once round things (or turns the things before a camera) in an even loop, framed so that they stay in the picture from every side, and sets the scene's frames to it. */
  create_turntable: {
    arguments: {
      /** What is shown: ids or unique names; all below them counts too. */
      ids: Array<string>;
      /** What turns: a camera around the things, or the things, parented to a pivot, before a camera that stands. Default: "camera". */
      method?: "camera" | "object";
      /** How the names of pivot and camera begin. Default: "Turntable". */
      name?: string;
      /** How long it takes. Default: 4. */
      duration?: Time;
      /** When it begins. Default: 0. */
      start_time?: Time;
      /** How many times round; negative the other way. Default: 1. */
      turns?: number;
      /** How far above the things' middle the camera is seen from there. Default: 0.35. */
      elevation?: number;
      /** Where it begins, to the right of who sees their front. Default: 0. */
      azimuth?: number;
      /** From the middle to the camera; all of it is in the picture when not given. */
      distance?: number;
      /** Of the camera. Default: 50. */
      focal_length?: number;
      /** Whether the scene's first and last frame become those of one loop. Default: true. */
      set_frame_range?: boolean;
      /** Axes and units of all values given and returned: `host` (when not given), as the artist sees them, or `gltf`: right-handed, Y up, metres. */
      convention?: "host" | "gltf";
    };
    result: {
      /** What turns, with all that is parented to it. */
      pivot_id: string;
      /** The camera, which the scene renders through from now on. */
      camera_id: string;
      /** The clip in which it turns; null in a host without clips. */
      clip_id: string | null;
      /** The middle of what is shown, in world space. */
      center: Vector3;
      /** From there to the camera. */
      distance: number;
      /** First frame of the loop. */
      frame_start: number;
      /** Last frame of the loop; the one after it is the first again. */
      frame_end: number;
    };
  };
  /** Lights things as a studio does: a key light to one side, a weaker fill to the other, a rim light behind, all aimed at their middle and parented to one node. As bright as a white surface needs to look white. */
  three_point_lighting: {
    arguments: {
      /** What is shown: ids or unique names; all below them counts too. */
      ids: Array<string>;
      /** As which camera sees it; the scene's when not given, or the front where it has none. */
      camera_id?: string;
      /** Of the node that they are parented to, and how their names begin. Default: "Lighting". */
      name?: string;
      /** What sort of lights. Default: "area". */
      kind?: "area" | "spot" | "point";
      /** Power of the key light; as bright as it must be when not given. */
      intensity?: number;
      /** Power of the fill light, as a part of the key's. Default: 0.4. */
      fill_ratio?: number;
      /** Power of the rim light, as a part of the key's. Default: 1. */
      rim_ratio?: number;
      /** How far to the right of the camera the key stands. Default: 0.785. */
      key_angle?: number;
      /** How far to the right of the camera the fill stands. Default: -0.873. */
      fill_angle?: number;
      /** How far to the right of the camera the rim stands: behind. Default: 2.62. */
      rim_angle?: number;
      /** From the middle to each light; three times how far the things reach when not given. */
      distance?: number;
      /** How large the lights are: the larger, the softer. As the things' radius when not given. */
      size?: number;
      /** Colour of the key. Default: [1, 0.95, 0.88, 1]. */
      key_color?: Color;
      /** Colour of the fill. Default: [0.85, 0.92, 1, 1]. */
      fill_color?: Color;
      /** Colour of the rim. Default: [1, 1, 1, 1]. */
      rim_color?: Color;
      /** Axes and units of all values given and returned: `host` (when not given), as the artist sees them, or `gltf`: right-handed, Y up, metres. */
      convention?: "host" | "gltf";
    };
    result: {
      /** The node in their middle, which turns all three. */
      group_id: string;
      /** The key light. */
      key_id: string;
      /** The fill light. */
      fill_id: string;
      /** The rim light. */
      rim_id: string;
      /** The middle of what is shown, in world space. */
      center: Vector3;
      /** From there to each light. */
      distance: number;
      /** Power of the key light. */
      intensity: number;
    };
  };
  /** Moves a camera so that things fill its picture, as it looks now or from a named side; an orthographic one also sees as wide as it must. Where it would cut things off, `near` and `far` move. */
  frame_camera: {
    arguments: {
      /** What is shown: ids or unique names; all below them counts too. */
      ids: Array<string>;
      /** Which camera; the one that the scene renders through when not given. */
      camera_id?: string;
      /** From which side of the world: `current` as it looks now, else from there, `right` being that of who sees the front. Default: "current". */
      direction?: "current" | "front" | "back" | "left" | "right" | "top" | "bottom";
      /** Which part of the picture's width and height stays free at each of its edges. Default: 0.05. */
      margin?: number;
      /** Axes and units of all values given and returned: `host` (when not given), as the artist sees them, or `gltf`: right-handed, Y up, metres. */
      convention?: "host" | "gltf";
    };
    result: {
      /** The camera. */
      camera_id: string;
      /** Where it is now, in world space. */
      position: Vector3;
      /** The middle of what is shown, in world space. */
      center: Vector3;
      /** From there to the camera. */
      distance: number;
      /** How wide it sees; null when it is not orthographic. */
      ortho_scale: number | null;
      /** Nearest distance that it sees. */
      near: number;
      /** Farthest distance that it sees. */
      far: number;
    };
  };
}

export type ErrorCode =
  | "invalid_params"
  | "unknown_operation"
  | "not_supported"
  | "not_found"
  | "ambiguous_name"
  | "stale_id"
  | "conflict"
  | "singleton"
  | "syntax_error"
  | "python_error"
  | "handler_error"
  | "external_service_error"
  | "file_not_found"
  | "permission_denied"
  | "approval_required"
  | "timed_out"
  | "timed_out_still_running"
  | "cancelled"
  | "out_of_memory"
  | "would_deadlock"
  | "busy"
  | "host_not_running"
  | "instance_not_found"
  | "instance_required"
  | "unreachable"
  | "outcome_unknown"
  | "key_reused"
  | "result_expired"
  | "too_large"
  | "protocol"
  | "unauthorized"
  | "instance_restarted"
  | "rate_limited"
  | "audit_unavailable"
  | "incompatible_version"
  | "internal";

export type OperationName = keyof Operations;

/** An error as every edge shows it. */
export interface Fault {
  error_code: ErrorCode;
  error_message: string;
  details: Record<string, unknown>;
  suggestions: string[];
  timestamp: string;
}

/** One call, typed by its operation's name. */
export type Call = <Name extends OperationName>(
  operation: Name,
  arguments_: Operations[Name]["arguments"],
) => Promise<Operations[Name]["result"]>;
