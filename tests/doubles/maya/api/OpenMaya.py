"""Maya's double: `maya.api.OpenMaya`."""

from __future__ import annotations

from typing import Any

from maya_double import faults, tables
from maya_double.openmaya.arrays import (
    MCallbackIdArray,
    MColorArray,
    MDagPathArray,
    MDoubleArray,
    MFloatArray,
    MFloatPointArray,
    MFloatVectorArray,
    MInt64Array,
    MIntArray,
    MObjectArray,
    MPlugArray,
    MPointArray,
    MUintArray,
    MVectorArray,
)
from maya_double.openmaya.components import MFnComponent, MFnSingleIndexedComponent
from maya_double.openmaya.globals import MGlobal
from maya_double.openmaya.matrices import MEulerRotation, MMatrix, MQuaternion, MTransformationMatrix
from maya_double.openmaya.measures import MAngle, MDistance, MTime
from maya_double.openmaya.mesh import MFnMesh
from maya_double.openmaya.mesh_walking import MItMeshPolygon, MItMeshVertex
from maya_double.openmaya.messages import MDGMessage, MEventMessage, MMessage, MNodeMessage, MSceneMessage
from maya_double.openmaya.nodes import (
    MBoundingBox,
    MFnBase,
    MFnDagNode,
    MFnDependencyNode,
    MFnTransform,
    MItDag,
    MItDependencyNodes,
)
from maya_double.openmaya.nurbs_curve import MFnNurbsCurve
from maya_double.openmaya.objects import MDagPath, MFn, MObject, MObjectHandle, MSelectionList, MSpace, MUuid
from maya_double.openmaya.plugin_api import MArgList, MFnPlugin, MPxCommand, MSyntax
from maya_double.openmaya.plugs import MPlug
from maya_double.openmaya.vectors import MColor, MFloatPoint, MFloatVector, MPoint, MVector

__all__ = [
    "MAngle", "MArgList", "MBoundingBox", "MCallbackIdArray", "MColor", "MColorArray", "MDGMessage", "MDagPath",
    "MDagPathArray", "MDistance", "MDoubleArray", "MEulerRotation", "MEventMessage", "MFloatArray", "MFloatPoint",
    "MFloatPointArray", "MFloatVector", "MFloatVectorArray", "MFn", "MFnBase", "MFnComponent", "MFnDagNode",
    "MFnDependencyNode", "MFnMesh", "MFnNurbsCurve", "MFnPlugin", "MFnSingleIndexedComponent", "MFnTransform",
    "MGlobal", "MInt64Array", "MIntArray", "MItDag", "MItDependencyNodes", "MItMeshPolygon", "MItMeshVertex",
    "MMatrix", "MMessage", "MNodeMessage", "MObject", "MObjectArray", "MObjectHandle", "MPlug", "MPlugArray",
    "MPoint", "MPointArray", "MPxCommand", "MQuaternion", "MSceneMessage", "MSelectionList", "MSpace", "MSyntax",
    "MTime", "MTransformationMatrix", "MUintArray", "MUuid", "MVector", "MVectorArray",
]  # fmt: skip


def __getattr__(name: str) -> Any:
    if name.startswith("_"):
        raise AttributeError(name)
    text = f"maya.api.OpenMaya.{name}"
    if name in tables.api_classes():
        raise faults.NotModelled(text)
    faults.refuse(faults.UnknownCall, f"the published tables have no {text}", AttributeError(text))
