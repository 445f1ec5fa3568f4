# Generated from src/catalogue and src/wire/error.rs by `UPDATE=1 cargo test --lib catalogue`: do not edit.
"""Which fields of an entity hold the id of another one, by plurals."""

REFERENCES: dict[str, dict[str, str]] = {
    "nodes": {
        "id": "nodes",
        "parent_id": "nodes",
    },
    "groups": {
        "id": "groups",
        "parent_id": "groups",
    },
    "constraints": {
        "id": "constraints",
        "source_id": "nodes",
        "target_id": "nodes",
        "custom_space_id": "nodes",
    },
    "meshes": {
        "id": "nodes",
        "parent_id": "nodes",
        "material_id": "materials",
    },
    "vertices": {
        "id": "vertices",
        "mesh_id": "meshes",
    },
    "edges": {
        "id": "edges",
        "mesh_id": "meshes",
    },
    "faces": {
        "id": "faces",
        "mesh_id": "meshes",
        "material_id": "materials",
    },
    "uv_maps": {
        "id": "uv_maps",
        "mesh_id": "meshes",
    },
    "textures": {
        "id": "textures",
    },
    "materials": {
        "id": "materials",
    },
    "curves": {
        "id": "nodes",
        "parent_id": "nodes",
    },
    "subdivision_surfaces": {
        "id": "subdivision_surfaces",
        "base_mesh_id": "meshes",
    },
    "clips": {
        "id": "clips",
    },
    "channels": {
        "id": "channels",
        "node_id": "nodes",
        "clip_id": "clips",
    },
    "anim_curves": {
        "id": "anim_curves",
        "channel_id": "channels",
        "node_id": "nodes",
    },
    "keyframes": {
        "id": "keyframes",
        "channel_id": "channels",
        "node_id": "nodes",
    },
    "layers": {
        "id": "layers",
        "node_id": "nodes",
        "parent_id": "layers",
    },
    "drivers": {
        "id": "drivers",
        "target_node_id": "nodes",
    },
    "cameras": {
        "id": "nodes",
        "parent_id": "nodes",
    },
    "lights": {
        "id": "nodes",
        "parent_id": "nodes",
    },
    "environments": {
        "id": "environments",
    },
    "render_settings": {
        "id": "render_settings",
    },
    "rigs": {
        "id": "nodes",
        "parent_id": "nodes",
        "root_joint_id": "joints",
    },
    "joints": {
        "id": "joints",
        "rig_id": "rigs",
        "parent_id": "joints",
    },
    "skins": {
        "id": "skins",
        "mesh_id": "meshes",
        "rig_id": "rigs",
    },
    "ik_chains": {
        "id": "ik_chains",
        "end_id": "joints",
        "start_id": "joints",
        "target_id": "nodes",
        "pole_target_id": "nodes",
    },
    "spline_iks": {
        "id": "spline_iks",
        "end_joint_id": "joints",
        "start_joint_id": "joints",
        "curve_id": "curves",
    },
    "blend_shapes": {
        "id": "blend_shapes",
        "mesh_id": "meshes",
    },
    "blend_shape_groups": {
        "id": "blend_shape_groups",
        "mesh_id": "meshes",
    },
    "joint_limits": {
        "id": "joint_limits",
        "joint_id": "joints",
    },
    "rig_controls": {
        "id": "joints",
        "rig_id": "rigs",
        "parent_id": "joints",
        "custom_mesh_id": "meshes",
    },
    "bind_poses": {
        "id": "bind_poses",
        "rig_id": "rigs",
    },
}
