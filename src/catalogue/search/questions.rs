//! Questions of artists and of agents, each with what must be among the first three answers.

use crate::catalogue::{Domain, catalogue};

/// What was asked, and the operations of which one must be among the first three.
const QUESTIONS: &[(&str, &[&str])] = &[
    ("make it shiny", &["update_materials"]),
    ("bend the arm", &["update_joints", "solve_ik"]),
    ("how big is the cube", &["get_nodes"]),
    ("render at night", &["render", "update_environments"]),
    ("make a lamp", &["create_lights"]),
    ("render image", &["render"]),
    ("delete object", &["delete_nodes"]),
    ("remove the materials", &["delete_materials"]),
    ("createMeshes", &["create_meshes"]),
    ("add a cube", &["create_primitives"]),
    ("take a screenshot of the viewport", &["look"]),
    ("run a python script", &["execute_python"]),
    ("what is selected", &["get_selection"]),
    ("move an object two metres to the left", &["transform"]),
    ("rotate the teapot by 45 degrees", &["transform"]),
    ("make the sphere bigger", &["transform"]),
    ("open a blend file", &["open_file"]),
    ("save the scene", &["save_file"]),
    ("start a new empty scene", &["new_file"]),
    ("list cameras", &["list_cameras"]),
    ("oops, undo that", &["undo"]),
    ("what is in the scene", &["get_scene", "list_nodes"]),
    ("how many objects are there", &["list_nodes", "get_scene"]),
    ("change the colour of a material to red", &["update_materials"]),
    ("paint the car blue", &["update_materials", "assign_materials"]),
    ("change the spot angle", &["update_lights"]),
    ("make the sun brighter", &["update_lights"]),
    ("zoom in with the camera, longer focal length", &["update_cameras"]),
    ("blur the background, depth of field", &["update_cameras"]),
    ("is the host busy", &["get_status"]),
    ("copy the chair to the other blender", &["transfer"]),
    ("send this model to maya", &["transfer"]),
    ("render in the background while I work on", &["start_task"]),
    ("is my background job finished", &["get_task", "list_tasks"]),
    ("what did the artist just do", &["get_events"]),
    ("wait until something changes in the scene", &["get_events"]),
    ("parent one object to another", &["set_parent"]),
    ("hide the walls", &["set_visibility"]),
    ("cut a hole in the wall", &["boolean"]),
    ("round the edges of the table", &["bevel"]),
    ("pull this face out", &["extrude_faces"]),
    ("unwrap the model for texturing", &["unwrap_uvs"]),
    ("put this image on the material as a texture", &["create_textures"]),
    ("animate the ball bouncing", &["create_keyframes"]),
    ("ease in and out", &["set_interpolation"]),
    ("bake the animation on every frame", &["bake_keyframes"]),
    ("build a skeleton for the character", &["create_rigs", "create_joints"]),
    ("bind the mesh to the armature", &["create_skins"]),
    ("paint vertex weights", &["update_skins", "create_skins"]),
    ("let the hand reach the cup with inverse kinematics", &["solve_ik", "create_ik_chains"]),
    ("make the face smile", &["update_blend_shapes"]),
    ("stop the knee from bending backwards", &["create_joint_limits", "update_joint_limits"]),
    ("make the camera always look at the car", &["create_constraints"]),
    ("put objects into a collection", &["create_groups", "update_groups"]),
    ("make a copy of the chair", &["duplicate"]),
    ("zoom the camera so that the whole car is in the picture", &["frame_camera"]),
    ("line up the books", &["align"]),
    ("space the columns evenly", &["distribute"]),
    ("drop the rocks onto the terrain", &["snap_to_ground"]),
    ("fence posts along the path", &["array_along_curve"]),
    ("spread trees at random over the hill", &["scatter"]),
    ("make instances of meshes that are the same", &["replace_with_instances", "share_meshes"]),
    ("tidy up the scene", &["clean_up_scene"]),
    ("save what is selected as fbx", &["export_selection"]),
    ("call it something else, rename", &["rename"]),
    ("how many polygons does the model have", &["get_meshes"]),
    ("smooth surface with subsurf", &["create_subdivision_surfaces"]),
    ("mirror modifier", &["add_modifiers"]),
    ("draw a bezier path", &["create_curves"]),
    ("lock the background so nobody moves it", &["set_locked"]),
    ("what can bpy do with bevels, docs", &["describe_api"]),
    ("deselect everything", &["clear_selection"]),
    ("convert to triangles for the game", &["triangulate"]),
    ("find all objects with a custom property", &["query"]),
    ("a sky with an hdri all around", &["update_environments"]),
    ("how many samples and which resolution does it render with", &["update_render_settings", "get_render_settings"]),
    ("drive one property by another with an expression", &["create_drivers"]),
    ("export the model as gltf for unity", &["export_geometry"]),
    ("load an fbx file into the scene", &["import_geometry"]),
    ("join these meshes into one", &["combine_meshes"]),
    ("separate the loose parts", &["split_meshes"]),
    ("connect two shader nodes", &["connect"]),
    ("cut a loop around the leg", &["create_edge_loops", "subdivide"]),
    ("crate lihgt", &["create_lights"]),
    ("a turntable of the product", &["create_turntable"]),
    ("let the camera orbit around the statue", &["create_turntable"]),
    ("light the portrait like in a studio", &["three_point_lighting"]),
    ("switch the arm between ik and fk", &["create_ik_fk_switch"]),
    ("make animation controls for all bones", &["create_controls_for_joints"]),
    ("a human skeleton with fingers", &["create_biped_skeleton"]),
    ("mirror the left arm bones to the right", &["mirror_joints"]),
    ("bind the character with automatic weights", &["auto_skin"]),
    ("let the prop switch between hand and table", &["create_space_switch"]),
    ("blend the walk into the run", &["blend_clips"]),
    ("make the walk loop seamlessly", &["create_cycle"]),
    ("make a pbr material from this folder of textures", &["create_material_from_textures"]),
    ("put this mocap on my character", &["retarget_clip"]),
];

#[test]
fn what_was_meant_is_among_the_first_three() {
    assert!(QUESTIONS.len() >= 40);
    let wrong: Vec<String> = QUESTIONS.iter().filter_map(|(question, meant)| missed(question, meant)).collect();
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), QUESTIONS.len(), wrong.join("\n"));
}

fn missed(question: &str, meant: &[&str]) -> Option<String> {
    let found: Vec<&str> = catalogue().find(question, None, 8).into_iter().map(|one| one.name.as_str()).collect();
    let first = &found[..found.len().min(3)];
    (!meant.iter().any(|name| first.contains(name))).then(|| format!("{question}: {meant:?}, not {found:?}"))
}

/// Who writes an operation's name means that one.
#[test]
fn a_name_finds_its_operation_first() {
    for operation in catalogue().operations() {
        let asked = operation.name.replace('_', " ");
        let found = catalogue().find(&asked, None, 1);
        assert_eq!(found.first().map(|one| one.name.as_str()), Some(operation.name.as_str()), "{asked}");
    }
}

#[test]
fn keeps_to_the_domain_and_the_limit() {
    let found = catalogue().find("create", Some(Domain::Rendering), 2);
    assert_eq!(found.len(), 2);
    assert!(found.iter().all(|operation| operation.domain == Domain::Rendering));
    assert!(catalogue().find("qwfpg", None, 5).is_empty());
    assert_eq!(catalogue().find("  ", None, 1_000).len(), catalogue().operations().len());
}

#[test]
fn the_same_question_has_the_same_answer() {
    let ask = || catalogue().find("make the light brighter", None, 20);
    let names = |found: Vec<&'static crate::catalogue::Operation>| -> Vec<&str> {
        found.into_iter().map(|one| one.name.as_str()).collect()
    };
    let first = names(ask());
    assert!((0..5).all(|_| names(ask()) == first));
}
