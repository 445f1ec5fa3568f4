"""Meshes, the nodes that make them and the nodes that change them."""

MODIFIER = """
inputPolymesh/ip mesh h
inputComponents/ics componentList h
"""
WORLD = """
useInputComponents/uic bool =1 h
manipMatrix/mp matrix h
worldSpace/ws bool =1
"""
LOCAL = """
pivot/pvt linear3
pivotX2/px2 linear h
translate/t linear3
rotate/ro angle3
scale/s double3 =1
localTranslate/lt linear3
localRotate/lr angle3
localScale/ls double3 =1
localDirection/ld double3+
  localDirectionX/ldx double =1
  localDirectionY/ldy double
  localDirectionZ/ldz double
random/ran double
"""

TYPES = {
    "mesh": """
inMesh/i mesh h
outMesh/o mesh ro h
worldMesh/w mesh m ro h
cachedInMesh/cim mesh h
pnts/pt float3+ m h
  pntx/px float
  pnty/py float
  pntz/pz float
outGeometryClean/ogc mesh ro h
outSmoothMesh/osm mesh ro h
displayImmediate/di bool
displayCenter/dcc2 bool
displayEdges/de enum :Standard:Soft/Hard:Hard_(Color_Soft):Hard
displayBorders/db bool
displayNormal/dn bool
displayTriangles/dt bool
normalSize/ns float =0.4
vertexColorSource/vcs enum :color
smoothLevel/sml short =2 0..
displaySmoothMesh/dsm enum :Off:Cage+Smooth:Smooth
useSmoothPreviewForRender/uspr bool =1
renderSmoothLevel/rsml short =2
osdFvarBoundary/osdfvb int =3
osdVertBoundary/osdvb int =1
osdCreaseMethod/osdcm int
osdSmoothTriangles/osdst bool
smoothDrawType/sdt int
useGlobalSmoothDrawType/ugsdt bool =1
useOsdBoundaryMethods/uobm bool =1
boundaryRule/bnr enum :legacy:creaseAll:creaseEdges =1
keepBorder/kb bool =1
keepHardEdge/khe bool
keepMapBorders/kmb enum :none:internal:all =1
propagateEdgeHardness/peh bool
smoothOffset/smof bool
showDisplacements/sdis bool =1
allowTopologyMod/atm bool =1
maxSubd/ms short =2
invertSmoothing/invs bool h
""",
    "polyBase": """
output/out mesh ro h
""",
    "polyCreator": "",
    "polyPrimitive": """
axis/ax double3+
  axisX/axx double
  axisY/axy double =1
  axisZ/axz double
paramWarn/pw bool h
uvSetName/uvs string h
""",
    "polyCube": """
width/w linear =1 0.. k
height/h linear =1 0.. k
depth/d linear =1 0.. k
subdivisionsWidth/sw int =1 1.. k
subdivisionsHeight/sh int =1 1.. k
subdivisionsDepth/sd int =1 1.. k
createUVs/cuv enum :None:No_Normalization:Each_Face_Separately:Collectively:Collectively_and_Preserve_Aspect_Ratio =4
heightBaseline/hbl float -1..1
""",
    "polySphere": """
radius/r linear =1 0.. k
subdivisionsAxis/sa int =20 3.. k
subdivisionsHeight/sh int =20 3.. k
createUVs/cuv enum :None:Pinched_at_Poles:Sawtooth_at_Poles =2
heightBaseline/hbl float -1..1
""",
    "polyCylinder": """
radius/r linear =1 0.. k
height/h linear =2 0.. k
subdivisionsAxis/sa int =20 3.. k
subdivisionsHeight/sh int =1 1.. k
subdivisionsCaps/sc int =1 0.. k
roundCap/rcp bool
createUVs/cuv enum :None:No_Normalization:Normalize_Collectively:Normalize_and_Preserve_Aspect_Ratio =3
heightBaseline/hbl float -1..1
""",
    "polyCone": """
radius/r linear =1 0.. k
height/h linear =2 0.. k
subdivisionsAxis/sa int =20 3.. k
subdivisionsHeight/sh int =1 1.. k
subdivisionsCap/sc int 0.. k
roundCap/rcp bool
createUVs/cuv enum :None:No_Normalization:Normalize_Collectively:Normalize_and_Preserve_Aspect_Ratio =3
heightBaseline/hbl float -1..1
""",
    "polyPlane": """
width/w linear =1 0.. k
height/h linear =1 0.. k
subdivisionsWidth/sw int =10 1.. k
subdivisionsHeight/sh int =10 1.. k
createUVs/cuv enum :None:No_Normalization:Normalize_Collectively:Normalize_and_Preserve_Aspect_Ratio =2
""",
    "polyTorus": """
radius/r linear =1 0.. k
sectionRadius/sr linear =0.5 0.. k
twist/tw angle k
subdivisionsAxis/sa int =20 3.. k
subdivisionsHeight/sh int =20 3.. k
createUVs/cuv enum :None:No_Normalization =1
""",
    "polyPlatonicSolid": """
radius/r linear =1 0.. k
sideLength/l linear =1 0.. k
solidType/st enum :Dodecahedron:Icosahedron:Octahedron:Tetrahedron =1
createUVs/cuv enum :None:No_Normalization:Each_Face_Separately:Collectively:Collectively_and_Preserve_Aspect_Ratio =4
""",
    "polyCreateFace": """
vertices/v linear3+ m
  vertexX/vx linear
  vertexY/vy linear
  vertexZ/vz linear
subdivision/s short =1
texture/tx enum :None:Normalize:Unitize
""",
    "polyAppendVertex": """
vertices/v float3 m
desc/d long m h
texture/tx enum :None:Normalize:Unitize
""",
    "polyConnectComponents": """
insertWithEdgeFlow/ief bool
adjustEdgeFlow/aef double
""",
    "polyUnite": """
inputPoly/ip mesh mn h
inputMat/im matrix mn h
mergeUVSets/muv short =1
componentTagCreate/ctc bool
""",
    "polyBoolOp": """
inputPoly/ip mesh mn h
inputMat/im matrix mn h
operation/op enum :Union=1:Difference:Intersection =1
""",
    "polyModifier": MODIFIER,
    "polyModifierWorld": WORLD,
    "polyModifierUV": "",
    "polyMoveUV": "",
    "polyExtrudeFace": LOCAL
    + """
divisions/d int =1 1..
twist/tw angle
taper/tp double =1
offset/off double
thickness/tk linear
keepFacesTogether/kft bool =1
smoothingAngle/sma angle =0.5235987755982988
""",
    "polyExtrudeEdge": LOCAL
    + """
divisions/d int =1 1..
offset/off double
thickness/tk linear
keepFacesTogether/kft bool =1
""",
    "polyExtrudeVertex": """
length/l double
width/w double
divisions/d int =1 1..
""",
    "polyMoveVertex": LOCAL,
    "polyMoveEdge": LOCAL,
    "polyMoveFace": LOCAL,
    "polyChipOff": LOCAL
    + """
keepFacesTogether/kft bool =1
duplicate/dup bool =1
offset/off float
""",
    "polySeparate": """
inputPoly/ip mesh h
iCount/ic int h
outMesh/om mesh mn ro h
""",
    "polyBevel3": """
offset/o linear =0.2
fraction/f double =0.5
offsetAsFraction/oaf bool =1
segments/sg int =1 1..
depth/d double =1
mitering/m short
miterAlong/ma short
chamfer/c bool =1
smoothingAngle/sa angle
subdivideNgons/sn bool =1
mergeVertices/mv bool =1
mergeVertexTolerance/mvt linear =0.0001
worldSpace/ws bool =1
""",
    "polyTriangulate": "",
    "polyQuad": """
angle/a angle =0.5235987755982988
keepGroupBorder/kgb bool =1
keepTextureBorder/ktb bool =1
keepHardEdges/khe bool =1
""",
    "polySmoothFace": """
method/mth enum :exponentially:linear
divisions/dv short =1 0..
continuity/c double =1
subdivisionType/sdt enum :Maya_Catmull-Clark=0:OpenSubdiv_Catmull-Clark=2 =2
smoothUVs/suv bool =1
keepBorder/kb bool =1
keepHardEdge/khe bool
keepMapBorders/kmb enum :none:internal:all =1
boundaryRule/bnr enum :legacy:creaseAll:creaseEdges =1
propagateEdgeHardness/peh bool
""",
    "polySubdFace": """
divisions/dv short =1
divisionsU/du short =2
divisionsV/dvv short =2
mode/m enum :Quads:Triangles:Exponentially_Quads
""",
    "polySplitRing": """
weight/wt double =0.5
splitType/stp enum :Relative:Multi:Absolute
divisions/div int =2
""",
    "polyNormal": """
normalMode/nm enum :reverse:propagate:conform:ReverseAndCut:ReverseAndPropagate
userNormalMode/unm bool
""",
    "polySoftEdge": """
angle/a angle =0.5235987755982988
""",
    "polyCrease": """
crease/cr compound mn
  creaseEdges/cre float
creaseVertex/crv float m
""",
    "polyMergeVert": """
distance/d linear =0.0001
alwaysMergeTwoVertices/am bool =1
""",
    "polyCloseBorder": "",
    "polyBridgeEdge": """
divisions/dv int
twist/tw angle
taper/ta double =1
curveType/ct enum :Linear:Blend:Curve
bridgeOffset/bo int
smoothingAngle/sma angle =0.5235987755982988
direction/sd short
""",
    "polyDelEdge": """
cleanVertices/cv bool
""",
    "polyDelFacet": "",
    "polyDelVertex": "",
    "deleteComponent": """
inputGeometry/ig mesh h
outputGeometry/og mesh ro h
deleteComponents/dc componentList h
""",
    "polyCollapseEdge": "",
    "polyCut": """
cutPlaneCenter/pc linear3
cutPlaneRotate/ro angle3
cutPlaneSize/ps double2
extractFaces/ef bool
deleteFaces/df bool
""",
    "polyMirror": """
direction/d int
axis/a int
""",
    "polyReduce": """
percentage/p double
""",
    "polyPlanarProj": """
projectionCenter/pc linear3
rotate/ro angle3
projectionScale/ps double2
uvSetName/uvs string
""",
    "polyAutoProj": """
planes/p int =6
uvSetName/uvs string
percentageSpace/ps float =0.2
layout/l short =2
scaleMode/sc enum :None:Uniform:Non-Uniform =1
""",
    "polyCylProj": "",
    "polySphProj": "",
    "polyTweak": """
tweak/tk float3 m
""",
    "polyTweakUV": """
uvTweak/uvtk float2 m
uvSetName/uvs string
""",
    "polyFlipUV": "",
    "polyUVRectangle": "",
    "polyColorPerVertex": "",
    "groupParts": """
inputGeometry/ig geometry h
outputGeometry/og geometry ro h
inputComponents/ic componentList h
groupId/gi long
""",
    "transformGeometry": """
inputGeometry/ig geometry h
transform/txf matrix
outputGeometry/og geometry ro h
""",
}
ABSTRACT = {"polyBase", "polyCreator", "polyPrimitive", "polyModifier", "polyModifierWorld", "polyModifierUV"}
