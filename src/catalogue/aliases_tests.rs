//! Every atomic operation of the reference system has its place here.

use super::{aliases, catalogue};

/// Its entities, each with five operations whose plural is the name and an "s".
const ENTITIES: &str = "Mesh Vertex Edge Face UVMap Material Group Curve SubdivisionSurface Joint Rig Skin RigControl \
                        Constraint IKChain BindPose BlendShape BlendShapeGroup SplineIK JointLimits Keyframe Channel Clip \
                        Layer Driver";
/// Its other atomic operations, and those that it got later.
const ATOMICS: &str = "combineMeshes splitMeshes transformVertices setEdgeCreases extrudeFaces unwrapUVs transformUVs \
     assignMaterials performGroupOperations editCurveControlPoints setSubdivisionLevels triangulate quadrangulate bevel \
     bridge importGeometry exportGeometry createControlsForJoints createIKFKSwitch insertKeyframes bakeKeyframes transformKeyframes batchChannelSetMute \
     batchChannelSetSolo trimClip batchClipTrim splitClip mergeClips batchClipPlayback batchLayerSetWeight \
     batchClipLayerOperation batchCurveSmooth batchCurveSetInterpolation batchDriverEvaluate batchRigSelectBones \
     batchIkChainSolve batchIkChainSetInfluence batchImportAnimation batchExportAnimation select clearSelection \
     getSelection batchTransform batchSetParent getChildren batchSetProperty getProperty batchGetProperty setVisibility \
     batchSetVisibility setLocked batchSetLocked duplicate query undo redo rename setMetadata getMetadata test \
     createLight getCameraView getSceneGraph addNodesBatch connectNodesBatch getNodeTypes getNodeInputsOutputs \
     setNodeProperty editStart editStop setMode dissolve subdivide inset extrude extrudeAlongNormals bevel edgeSlide \
     createEdgeLoop selectEdgeLoop selectEdgeRing bridgeEdgeLoops createFaceOrEdge delete getGeometry setGeometry \
     createMeshFromPrimitive evaluateAnimation playAnimation";

#[test]
fn every_atomic_of_the_reference_has_its_place() {
    let crud = ENTITIES
        .split_whitespace()
        .flat_map(|entity| ["create", "get", "list", "update", "delete"].map(|verb| format!("{verb}{entity}s")));
    for name in ATOMICS.split_whitespace().map(str::to_owned).chain(crud) {
        let found = catalogue().operation(&name);
        assert_eq!(found.is_err(), aliases::needless(&name).is_some(), "{name}");
        let Err(fault) = found else { continue };
        assert!(catalogue().operation(&fault.suggestions[0]).is_ok(), "{name} leads to nothing");
        assert!(fault.error_message.contains(&name) && fault.error_message.contains(": "), "{name} has no reason");
    }
}

#[test]
fn crud_of_the_reference_is_crud_here() {
    for entity in ENTITIES.split_whitespace() {
        let operation = catalogue().operation(&format!("update{entity}s")).unwrap();
        let (own, _) = operation.crud.unwrap();
        assert_eq!(own.name, entity);
    }
}
