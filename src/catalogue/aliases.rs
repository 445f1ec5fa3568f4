//! Other names that lead to an operation: the reference system's camelCase, plurals made by adding an "s", and the tools of the
//! Maya MCP server's design.

use super::nearest::{camel_case, pascal_case, snake_case};
use super::{Entity, Operation, Verb};

/// Names of the reference system whose operation is called otherwise here.
const REFERENCE: &[(&str, &str)] = &[
    ("createLight", "create_lights"),
    ("getSceneGraph", "get_scene"),
    ("getCameraView", "look"),
    ("createMeshFromPrimitive", "create_primitives"),
    ("batchTransform", "transform"),
    ("batchSetParent", "set_parent"),
    ("batchSetProperty", "set_property"),
    ("batchGetProperty", "get_property"),
    ("batchSetVisibility", "set_visibility"),
    ("batchSetLocked", "set_locked"),
    ("batchRigSelectBones", "select_joints"),
    ("batchIkChainSolve", "solve_ik"),
    ("batchIkChainSetInfluence", "set_ik_influence"),
    ("createIKFKSwitch", "create_ik_fk_switch"),
    ("performGroupOperations", "edit_groups"),
    ("unwrapUVs", "unwrap_uvs"),
    ("transformUVs", "transform_uvs"),
    ("editCurveControlPoints", "edit_curve_points"),
    ("bridgeEdgeLoops", "bridge"),
    ("inset", "inset_faces"),
    ("extrude", "extrude_faces"),
    ("edgeSlide", "slide_edges"),
    ("createEdgeLoop", "create_edge_loops"),
    ("selectEdgeLoop", "select_edge_loops"),
    ("selectEdgeRing", "select_edge_rings"),
    ("createFaceOrEdge", "fill_faces"),
    ("delete", "delete_elements"),
    ("getGeometry", "get_meshes"),
    ("setGeometry", "update_meshes"),
    ("insertKeyframes", "create_keyframes"),
    ("batchChannelSetMute", "set_channel_mute"),
    ("batchCurveSetInterpolation", "set_interpolation"),
    ("batchChannelSetSolo", "set_channel_solo"),
    ("batchCurveSmooth", "smooth_curves"),
    ("trimClip", "trim_clips"),
    ("batchClipTrim", "trim_clips"),
    ("splitClip", "split_clips"),
    ("batchClipPlayback", "play_clips"),
    ("playAnimation", "play_clips"),
    ("batchLayerSetWeight", "set_layer_weights"),
    ("batchClipLayerOperation", "edit_layer_clips"),
    ("batchDriverEvaluate", "evaluate_drivers"),
    ("batchImportAnimation", "import_animation"),
    ("batchExportAnimation", "export_animation"),
    ("addNodesBatch", "add_graph_nodes"),
    ("connectNodesBatch", "connect"),
    ("getNodeTypes", "list_node_types"),
    ("getNodeInputsOutputs", "list_graph_nodes"),
    ("setNodeProperty", "set_node_properties"),
];

/// Tools of the Maya MCP server's design (seed 003), and what a client of it asks of the server.
const MAYA_MCP: &[(&str, &str)] = &[
    ("maya_create", "create_primitives"),
    ("maya_select", "select"),
    ("maya_execute", "execute_python"),
    ("get_server_info", "get_status"),
];

/// What the reference system has and this one has no place for, with the reason and what to call instead.
const NEEDLESS: &[(&str, &str, &str)] = &[
    ("editStart", "no mode is entered: operations on elements name their mesh", "extrude_faces"),
    ("editStop", "no mode is entered, so there is none to leave", "get_meshes"),
    ("setMode", "vertices, edges and faces are named by their ids, whatever the artist's mode is", "list_vertices"),
    ("test", "whether a host answers is told by its status", "get_status"),
];

/// Why an operation of the reference system is none here, and the operation to call instead.
pub(super) fn needless(name: &str) -> Option<(&'static str, &'static str)> {
    NEEDLESS.iter().find(|(theirs, ..)| *theirs == name).map(|(_, reason, instead)| (*reason, *instead))
}

/// Every other name of `operation`.
pub(super) fn of(operation: &Operation) -> Vec<String> {
    let mut names = vec![camel_case(&operation.name)];
    if let Some((entity, verb)) = operation.crud {
        let verb = Verb::name(verb);
        // `createMeshs`, `createMeshes`, and the singular that everybody types.
        names.push(format!("{verb}{}s", entity.name));
        names.push(format!("{verb}{}", pascal_case(entity.plural)));
        names.push(format!("{verb}_{}", entity.singular));
        names.push(format!("{verb}{}", entity.name));
    }
    let theirs = REFERENCE.iter().chain(MAYA_MCP);
    names.extend(theirs.filter(|(_, own)| *own == operation.name).map(|(name, _)| (*name).to_owned()));
    names.retain(|name| *name != operation.name);
    names
}

/// What the reference calls fields of its first example, by entity.
const FIELDS: &[(&str, &str, &str)] = &[("Keyframe", "objectId", "node_id"), ("Keyframe", "property", "path")];

/// The field that is meant by a name that no field has: the reference's own, or `parentId` for `parent_id`.
pub(super) fn field_name(entity: Option<&Entity>, name: &str) -> String {
    let reference =
        FIELDS.iter().find(|(owner, theirs, _)| entity.is_some_and(|entity| entity.name == *owner) && *theirs == name);
    reference.map_or_else(|| snake_case(name), |(.., own)| (*own).to_owned())
}
