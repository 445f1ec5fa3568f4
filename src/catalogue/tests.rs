//! What must hold for the table as a whole.

use std::collections::HashSet;

use serde_json::json;

use super::*;
use crate::wire::Payload;

/// Longer names do not fit where clients show them.
const LONGEST: usize = 40;

#[test]
fn names_are_unique_short_and_snake_case() {
    let mut seen = HashSet::new();
    for operation in catalogue().operations() {
        let name = operation.name.as_str();
        assert!(seen.insert(name), "{name} twice");
        assert!(name.len() <= LONGEST, "{name} is too long");
        assert_eq!(nearest::snake_case(name), name);
    }
}

#[test]
fn everything_is_documented() {
    let documented = |doc: &str, what: &str| assert!(doc.ends_with('.') && doc.len() > 5, "{what}: {doc:?}");
    for operation in catalogue().operations() {
        documented(&operation.doc, &operation.name);
        for field in operation.params.iter().chain(&operation.returns) {
            documented(field.doc, &format!("{}.{}", operation.name, field.name));
        }
    }
    for entity in catalogue().entities() {
        documented(entity.doc, entity.name);
        for field in entity.fields {
            documented(field.doc, &format!("{}.{}", entity.name, field.name));
        }
    }
}

#[test]
fn every_example_validates() {
    for operation in catalogue().operations() {
        assert!(operation.example.is_object(), "{}: the example is not JSON", operation.name);
        let checked = operation.validate(Payload::json(operation.example.clone()));
        assert!(checked.is_ok(), "{}: {:?}", operation.name, checked.err());
    }
}

#[test]
fn every_default_is_json_of_its_kind() {
    for entity in catalogue().entities() {
        for field in entity.fields {
            let Some(default) = field.default else { continue };
            assert!(serde_json::from_str::<serde_json::Value>(default).is_ok(), "{}.{}", entity.name, field.name);
        }
    }
}

#[test]
fn has_the_operations_of_the_contract() {
    let others = "get_scene get_selection select create_primitives look render execute_python undo redo open_file \
                  save_file new_file get_status get_events start_task get_task list_tasks cancel_task describe_api clear_selection transform set_parent get_children edit_groups \
                  get_property set_property set_visibility set_locked duplicate query rename get_metadata set_metadata \
                  extrude_faces inset_faces bevel subdivide dissolve bridge triangulate quadrangulate boolean \
                  add_modifiers apply_modifiers unwrap_uvs assign_materials evaluate_animation set_channel_mute bake_keyframes \
                  set_interpolation select_joints solve_ik set_ik_influence combine_meshes split_meshes \
                  transform_vertices smooth_vertices set_edge_creases transform_uvs edit_curve_points \
                  set_subdivision_levels select_edge_loops select_edge_rings create_edge_loops slide_edges \
                  extrude_along_normals fill_faces delete_elements merge_vertices symmetrize_meshes \
                  import_geometry export_geometry list_graphs create_graphs list_node_types list_graph_nodes add_graph_nodes \
                  set_node_properties remove_graph_nodes list_connections connect disconnect edit_graph_sockets get_graph_inputs set_graph_inputs create_checkpoint list_checkpoints \
                  restore_checkpoint delete_checkpoints import_module reload_modules run_tests inspect_variables list_project_operations \
                  set_channel_solo transform_keyframes smooth_curves trim_clips split_clips merge_clips play_clips \
                  set_layer_weights edit_layer_clips evaluate_drivers import_animation export_animation batch \
                  create_turntable three_point_lighting create_ik_fk_switch \
                  create_controls_for_joints create_biped_skeleton mirror_joints auto_skin create_space_switch \
                  create_animation blend_clips create_cycle retarget_clip \
                  frame_camera align distribute snap_to_ground array_along_curve scatter replace_with_instances \
                  clean_up_scene export_selection share_meshes merge_materials delete_unused \
                  set_texture_maps create_material_from_textures transfer \
                  search_assets get_asset import_asset";
    let entities = "nodes groups constraints meshes vertices edges faces uv_maps textures materials curves \
                    subdivision_surfaces clips channels anim_curves keyframes layers drivers cameras lights rigs joints skins \
                    ik_chains spline_iks blend_shapes joint_limits environments render_settings \
                    rig_controls bind_poses blend_shape_groups";
    let crud = entities
        .split_whitespace()
        .flat_map(|plural| ["create", "get", "list", "update", "delete"].map(|verb| format!("{verb}_{plural}")));
    let expected: HashSet<String> = crud.chain(others.split_whitespace().map(str::to_owned)).collect();
    let own: HashSet<String> = catalogue().operations().iter().map(|operation| operation.name.clone()).collect();
    assert_eq!(own, expected);
}

#[test]
fn aliases_lead_home() {
    for (alias, name) in [
        ("createMeshs", "create_meshes"),
        ("createMeshes", "create_meshes"),
        ("listMaterials", "list_materials"),
        ("getSelection", "get_selection"),
        ("createPrimitives", "create_primitives"),
        ("executePython", "execute_python"),
        ("create_light", "create_lights"),
        ("deleteNodes", "delete_nodes"),
        ("createKeyframe", "create_keyframes"),
        ("insertKeyframes", "create_keyframes"),
    ] {
        assert_eq!(catalogue().operation(alias).unwrap().name, name);
    }
}

#[test]
fn no_alias_means_two_operations() {
    for operation in catalogue().operations() {
        for alias in aliases::of(operation) {
            assert_eq!(catalogue().operation(&alias).unwrap().name, operation.name, "{alias}");
        }
    }
}

#[test]
fn an_unknown_operation_offers_the_nearest() {
    let fault = catalogue().operation("create_lihgts").unwrap_err();
    assert_eq!(fault.error_code, Code::UnknownOperation);
    assert_eq!(fault.suggestions[0], "create_lights");
    assert!(fault.suggestions.len() <= 5);
    assert_eq!(fault.details["example"]["operation"], json!("create_lights"));
}
