"""What all nodes have, and what all nodes of the DAG, all transforms and all shapes have."""

TYPES = {
    "dependNode": """
message/msg message ro h
caching/cch bool
frozen/fzn bool h
isHistoricallyInteresting/ihi byte =2 h
nodeState/nds enum :Normal:HasNoEffect:Blocking:Waiting-Normal:Waiting-HasNoEffect:Waiting-Blocking
binMembership/bnm string h
""",
    "entity": "",
    "containerBase": "",
    "dagNode": """
boundingBox/bb compound ro h
  boundingBoxMin/bbmn linear3 ro h
  boundingBoxMax/bbmx linear3 ro h
  boundingBoxSize/bbsi linear3 ro h
center/c linear3 ro h
matrix/m matrix ro h
inverseMatrix/im matrix ro h
worldMatrix/wm matrix m ro h
worldInverseMatrix/wim matrix m ro h
parentMatrix/pm matrix m ro h
parentInverseMatrix/pim matrix m ro h
visibility/v bool =1 k
intermediateObject/io bool
template/tmp bool
ghosting/gh bool
instObjGroups/iog compound m h
  objectGroups/og compound m h
    objectGrpCompList/gcl componentList h
    objectGroupId/gid long =-1 h
    objectGrpColor/gco int h
objectColor/obc short 0..7
objectColorRGB/objectColorRGB color
useObjectColor/uoc byte
useOutlinerColor/uocol bool
outlinerColor/oclr color
drawOverride/do compound h
  overrideDisplayType/ovdt enum :Normal:Template:Reference
  overrideLevelOfDetail/ovlod enum :Full:Bounding_Box
  overrideShading/ovs bool =1
  overrideTexturing/ovt bool =1
  overridePlayback/ovp bool =1
  overrideEnabled/ove bool
  overrideVisibility/ovv bool =1
  hideOnPlayback/hpb bool
  overrideRGBColors/ovrgbf bool
  overrideColor/ovc byte 0..31
  overrideColorRGB/ovrgb color
  overrideColorA/ovca float =1
lodVisibility/lodv bool =1
selectionChildHighlighting/sech bool =1
""",
    "transform": """
translate/t linear3 k
rotate/r angle3 k
rotateOrder/ro enum :xyz:yzx:zxy:xzy:yxz:zyx
scale/s double3 =1 k
shear/sh double3+
  shearXY/shxy double
  shearXZ/shxz double
  shearYZ/shyz double
rotatePivot/rp linear3
rotatePivotTranslate/rpt linear3
scalePivot/sp linear3
scalePivotTranslate/spt linear3
rotateAxis/ra angle3
transMinusRotatePivot/tmrp linear3 ro h
minTransLimit/mtl double3+
  minTransXLimit/mtxl linear =-1
  minTransYLimit/mtyl linear =-1
  minTransZLimit/mtzl linear =-1
maxTransLimit/xtl double3+
  maxTransXLimit/xtxl linear =1
  maxTransYLimit/xtyl linear =1
  maxTransZLimit/xtzl linear =1
minTransLimitEnable/mtle compound
  minTransXLimitEnable/mtxe bool
  minTransYLimitEnable/mtye bool
  minTransZLimitEnable/mtze bool
maxTransLimitEnable/xtle compound
  maxTransXLimitEnable/xtxe bool
  maxTransYLimitEnable/xtye bool
  maxTransZLimitEnable/xtze bool
minRotLimit/mrl double3+
  minRotXLimit/mrxl angle =-0.7853981633974483
  minRotYLimit/mryl angle =-0.7853981633974483
  minRotZLimit/mrzl angle =-0.7853981633974483
maxRotLimit/xrl double3+
  maxRotXLimit/xrxl angle =0.7853981633974483
  maxRotYLimit/xryl angle =0.7853981633974483
  maxRotZLimit/xrzl angle =0.7853981633974483
minRotLimitEnable/mrle compound
  minRotXLimitEnable/mrxe bool
  minRotYLimitEnable/mrye bool
  minRotZLimitEnable/mrze bool
maxRotLimitEnable/xrle compound
  maxRotXLimitEnable/xrxe bool
  maxRotYLimitEnable/xrye bool
  maxRotZLimitEnable/xrze bool
minScaleLimit/msl double3+
  minScaleXLimit/msxl double =-1
  minScaleYLimit/msyl double =-1
  minScaleZLimit/mszl double =-1
maxScaleLimit/xsl double3+
  maxScaleXLimit/xsxl double =1
  maxScaleYLimit/xsyl double =1
  maxScaleZLimit/xszl double =1
minScaleLimitEnable/msle compound
  minScaleXLimitEnable/msxe bool
  minScaleYLimitEnable/msye bool
  minScaleZLimitEnable/msze bool
maxScaleLimitEnable/xsle compound
  maxScaleXLimitEnable/xsxe bool
  maxScaleYLimitEnable/xsye bool
  maxScaleZLimitEnable/xsze bool
offsetParentMatrix/opm matrix h
dynamics/dyn double3 h
rotateQuaternion/rq double h
rotationInterpolation/roti enum :Independent_Euler-Angle:Synchronized_Euler-Angle:Quaternion_slerp
inheritsTransform/it bool =1
displayHandle/dh bool
selectHandle/hdl double3 h
displayScalePivot/dsp bool
displayRotatePivot/drp bool
displayLocalAxis/dla bool
displayRotationMatrix/drm bool
showManipDefault/smd enum :None:Translate:Rotate:Scale
xformMatrix/xm matrix ro h
""",
    "shape": "",
    "geometryShape": """
componentTags/gtag compound m h
  componentTagName/gtagn string
  componentTagContents/gtagcmp componentList
renderInfo/ri compound h
  identification/ridn short
  layerRenderable/rlrd bool =1
  layerOverrideColor/rlor float
castsShadows/csh bool =1
receiveShadows/rcsh bool =1
motionBlur/mb bool =1
primaryVisibility/vis bool =1
smoothShading/smo bool =1
visibleInReflections/vir bool =1
visibleInRefractions/vif bool =1
doubleSided/ds bool =1
opposite/op bool
holdOut/hot bool
""",
    "deformableShape": """
displayVertices/dv bool
""",
    "controlPoint": """
controlPoints/cp linear3+ m
  xValue/xv linear
  yValue/yv linear
  zValue/zv linear
weights/wt double m
tweak/tw bool
relativeTweak/rtw bool =1
uvPivot/uvpt float2 h
uvSet/uvst compound m h
  uvSetName/uvsn string
  uvSetPoints/uvsp float2+ m
    uvSetPointsU/uvpu float
    uvSetPointsV/uvpv float
currentUVSet/cuvs string
colorSet/clst compound m h
  colorName/clsn string
  clamped/clam bool
  representation/rprt enum :A:RGB:RGBA
currentColorSet/ccls string
displayColors/dcol bool
displayColorChannel/dcc string
""",
    "surfaceShape": """
relativeTweakSurface/rtws bool h
""",
}
ABSTRACT = {"dependNode", "entity", "containerBase", "dagNode", "shape", "geometryShape", "deformableShape"}
ABSTRACT |= {"controlPoint", "surfaceShape"}
