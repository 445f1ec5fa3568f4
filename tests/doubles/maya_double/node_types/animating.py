"""Animation curves and layers, expressions, constraints, and the nodes that reckon."""

CURVE = """
tangentType/tan enum :Fixed=1:Linear=2:Flat=3:Spline=9:Clamped=10:Plateau=16:Step=5 h
weightedTangents/wgt bool
keyTimeValue/ktv compound m h
  keyTime/kt time
  keyValue/kv double
preInfinity/pre enum :Constant:Linear:Cycle=3:Cycle_with_Offset:Oscillate
postInfinity/pst enum :Constant:Linear:Cycle=3:Cycle_with_Offset:Oscillate
useCurveColor/ucc bool
curveColor/cc color
"""
CONSTRAINT = """
constraintRotateOrder/cro enum :xyz:yzx:zxy:xzy:yxz:zyx h
constraintRotatePivot/crp linear3 h
constraintRotateTranslate/crt linear3 h
constraintJointOrient/cjo angle3 h
constraintParentInverseMatrix/cpim matrix h
enableRestPosition/erp bool =1 k
lockOutput/lo bool
"""
TARGET = """
  targetTranslate/tt linear3 h
  targetRotatePivot/trp linear3 h
  targetRotateTranslate/trt linear3 h
  targetRotate/tr angle3 h
  targetRotateOrder/tro enum :xyz:yzx:zxy:xzy:yxz:zyx h
  targetJointOrient/tjo angle3 h
  targetScale/ts double3 =1 h
  targetParentMatrix/tpm matrix h
  targetGeometry/tgm geometry h
  targetWeight/tw double =1
"""

TYPES = {
    "animCurve": CURVE,
    "animCurveTL": "input/i time h\noutput/o linear ro h",
    "animCurveTA": "input/i time h\noutput/o angle ro h",
    "animCurveTT": "input/i time h\noutput/o time ro h",
    "animCurveTU": "input/i time h\noutput/o double ro h",
    "animCurveUL": "input/i double h\noutput/o linear ro h",
    "animCurveUA": "input/i double h\noutput/o angle ro h",
    "animCurveUT": "input/i double h\noutput/o time ro h",
    "animCurveUU": "input/i double h\noutput/o double ro h",
    "animLayer": """
weight/wt double =1 k
mute/mt bool
solo/sol bool
lock/lok bool
override/ovr bool
passthrough/pth bool =1
preferred/prf bool
rotationAccumulationMode/ram enum :By_component:By_layer
scaleAccumulationMode/sam enum :Additive:Multiply =1
parentLayer/pl message h
childrenLayers/cl message mn h
parentWeight/pwt double =1 h
parentMute/pmt bool h
foregroundWeight/fgwt double =1 ro h
backgroundWeight/bgwt double ro h
siblingSolo/ssol bool h
childsolo/chsol bool h
outMute/omt bool ro h
animLayerBlends/blds message mn h
ghost/gst bool
ghostColor/gsc short
collapse/clp bool
""",
    "animBlendNodeBase": """
weightA/wa double =1
weightB/wb double =1
accumulationMode/acm enum :additive
destPlug/dp message h
""",
    "animBlendNodeAdditive": "inputA/ia double\ninputB/ib double\noutput/o double ro",
    "animBlendNodeAdditiveDL": "inputA/ia linear\ninputB/ib linear\noutput/o linear ro",
    "animBlendNodeAdditiveDA": "inputA/ia angle\ninputB/ib angle\noutput/o angle ro",
    "animBlendNodeAdditiveScale": "inputA/ia double =1\ninputB/ib double =1\noutput/o double ro",
    "animBlendNodeAdditiveRotation": """
inputA/ia angle3
inputB/ib angle3
output/o angle3 ro
rotateOrder/ro enum :xyz:yzx:zxy:xzy:yxz:zyx
""",
    "animBlendNodeBoolean": "inputA/ia bool\ninputB/ib bool\noutput/o bool ro",
    "animBlendNodeEnum": "inputA/ia long\ninputB/ib long\noutput/o long ro",
    "mute": """
input/i double
mute/m bool
output/o double ro
hold/h double
""",
    "expression": """
expression/ixp string
internalExpression/ixp2 string h
input/in double m h
output/out double m ro h
object/obm message h
attribute/atr message m h
animated/ani int =1
frame/f double h
time/tim time h
unitOption/uo int
evaluate/eva enum :Always:On_demand =1
lastTimeEvaluated/lte double h
""",
    "unitConversion": """
input/i double
output/o double ro
conversionFactor/cf double =1
""",
    "timeToUnitConversion": "input/i time\noutput/o double ro\nconversionFactor/cf double =1",
    "unitToTimeConversion": "input/i double\noutput/o time ro\nconversionFactor/cf double =1",
    "blendWeighted": """
input/i double mn
weight/w double m
output/o double ro
current/c bool =1
""",
    "pairBlend": """
inTranslate1/it1 linear3
inTranslate2/it2 linear3
inRotate1/ir1 angle3
inRotate2/ir2 angle3
weight/w double =1 k
outTranslate/ot linear3 ro
outRotate/or angle3 ro
rotInterpolation/ri enum :Euler_Angles:Quaternions
rotateOrder/ro enum :xyz:yzx:zxy:xzy:yxz:zyx
""",
    "constraint": CONSTRAINT,
    "parentConstraint": "target/tg compound m\n"
    + TARGET
    + """
  targetOffsetTranslate/tot linear3
  targetOffsetRotate/tor angle3
constraintTranslate/ct linear3 ro h
constraintRotate/cr angle3 ro h
restTranslate/rst linear3
restRotate/rsrr angle3
lastTargetRotate/lr angle3 h
interpType/int enum :No_Flip:Average:Shortest:Longest:Cache =1
""",
    "pointConstraint": "target/tg compound m\n"
    + TARGET
    + """
offset/o linear3 k
constraintTranslate/ct linear3 ro h
constraintOffsetPolarity/cop short =1 h
restTranslate/rst linear3
""",
    "orientConstraint": "target/tg compound m\n"
    + TARGET
    + """
offset/o angle3 k
constraintRotate/cr angle3 ro h
restRotate/rsrr angle3
lastTargetRotate/lr angle3 h
interpType/int enum :No_Flip:Average:Shortest:Longest:Cache =1
""",
    "scaleConstraint": "target/tg compound m\n"
    + TARGET
    + """
offset/o double3 =1 k
constraintScale/cs double3 =1 ro h
constraintScaleCompensate/csc bool h
restScale/rss double3 =1
""",
    "aimConstraint": "target/tg compound m\n"
    + TARGET
    + """
aimVector/a double3+ k
  aimVectorX/ax double =1
  aimVectorY/ay double
  aimVectorZ/az double
upVector/u double3+ k
  upVectorX/ux double
  upVectorY/uy double =1
  upVectorZ/uz double
worldUpVector/wu double3+ k
  worldUpVectorX/wux double
  worldUpVectorY/wuy double =1
  worldUpVectorZ/wuz double
worldUpMatrix/wum matrix h
worldUpType/wut enum :scene:object:objectrotation:vector:none =3
offset/o angle3 k
constraintTranslate/ct linear3 h
constraintRotate/cr angle3 ro h
restRotate/rsrr angle3
""",
    "poleVectorConstraint": "target/tg compound m\n"
    + TARGET
    + """
offset/o linear3 k
constraintTranslate/ct linear3 ro h
restTranslate/rst linear3
pivotSpace/ps matrix h
""",
    "geometryConstraint": "target/tg compound m\n"
    + TARGET
    + """
constraintTranslate/ct linear3 h
constraintGeometry/cg geometry ro h
""",
    "normalConstraint": "target/tg compound m\n"
    + TARGET
    + """
aimVector/a double3+
  aimVectorX/ax double =1
  aimVectorY/ay double
  aimVectorZ/az double
upVector/u double3+
  upVectorX/ux double
  upVectorY/uy double =1
  upVectorZ/uz double
worldUpVector/wu double3+
  worldUpVectorX/wux double
  worldUpVectorY/wuy double =1
  worldUpVectorZ/wuz double
worldUpMatrix/wum matrix h
worldUpType/wut enum :scene:object:objectrotation:vector:none =3
constraintRotate/cr angle3 ro h
""",
    "motionPath": """
geometryPath/gp nurbsCurve h
uValue/u double k
frontTwist/ft angle
upTwist/ut angle
sideTwist/st angle
fractionMode/fm bool
follow/f bool =1
allCoordinates/ac linear3 ro
rotate/r angle3 ro
""",
    "multiplyDivide": """
input1/i1 float3+
  input1X/i1x float
  input1Y/i1y float
  input1Z/i1z float
input2/i2 float3+
  input2X/i2x float =1
  input2Y/i2y float =1
  input2Z/i2z float =1
operation/op enum :No_operation:Multiply:Divide:Power =1
output/o float3 ro
""",
    "plusMinusAverage": """
operation/op enum :No_operation:Sum:Subtract:Average =1
input1D/i1 float mn
input2D/i2 float2+ mn
  input2Dx/i2x float
  input2Dy/i2y float
input3D/i3 float3+ mn
  input3Dx/i3x float
  input3Dy/i3y float
  input3Dz/i3z float
output1D/o1 float ro
output2D/o2 float2+ ro
  output2Dx/o2x float ro
  output2Dy/o2y float ro
output3D/o3 float3+ ro
  output3Dx/o3x float ro
  output3Dy/o3y float ro
  output3Dz/o3z float ro
""",
    "reverse": "input/i float3\noutput/o float3 ro",
    "addDoubleLinear": "input1/i1 double\ninput2/i2 double\noutput/o double ro",
    "multDoubleLinear": "input1/i1 double\ninput2/i2 double\noutput/o double ro",
    "condition": """
operation/op enum :Equal:Not_Equal:Greater_Than:Greater_or_Equal:Less_Than:Less_or_Equal
firstTerm/ft float
secondTerm/st float
colorIfTrue/ct color
colorIfFalse/cf color =1
outColor/oc color ro
outAlpha/oa float ro
""",
    "clamp": "min/mn color\nmax/mx color\ninput/ip color\noutput/op color ro",
    "setRange": """
value/v float3
min/n float3
max/m float3
oldMin/on float3
oldMax/om float3
outValue/o float3 ro
""",
    "remapValue": """
inputValue/i float
inputMin/imn float
inputMax/imx float =1
outputMin/omn float
outputMax/omx float =1
outValue/ov float ro
""",
    "blendColors": "blender/b float =0.5\ncolor1/c1 color\ncolor2/c2 color\noutput/op color ro",
    "blendTwoAttr": """
input/i double mn
attributesBlender/ab double
current/c int
output/o double ro
""",
    "distanceBetween": """
point1/p1 linear3
point2/p2 linear3
inMatrix1/im1 matrix
inMatrix2/im2 matrix
distance/d linear ro
""",
    "multMatrix": "matrixIn/i matrix mn\nmatrixSum/o matrix ro",
    "decomposeMatrix": """
inputMatrix/imat matrix
inputRotateOrder/ro enum :xyz:yzx:zxy:xzy:yxz:zyx
outputTranslate/ot linear3 ro
outputRotate/or angle3 ro
outputScale/os double3 ro
outputShear/osh double3 ro
outputQuat/oq compound ro
  outputQuatX/oqx double ro
  outputQuatY/oqy double ro
  outputQuatZ/oqz double ro
  outputQuatW/oqw double ro
""",
    "composeMatrix": """
inputTranslate/it linear3
inputRotate/ir angle3
inputRotateOrder/ro enum :xyz:yzx:zxy:xzy:yxz:zyx
inputScale/is double3 =1
outputMatrix/omat matrix ro
""",
    "choice": "selector/s short\ninput/i generic mn\noutput/o generic ro",
    "time": """
outTime/o time
unwarpedTime/uwt time
timecodeProductionStart/tcps time
timecodeMayaStart/tcms time
enableTimewarp/etw bool
""",
}
