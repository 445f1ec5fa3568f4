"""Transforms of special sorts, locators, cameras and lights."""

LIGHT = """
color/cl color =1 k
intensity/in float =1 k
useRayTraceShadows/urs bool =1
shadowColor/sc color
shadowRays/shr short =1 1..
rayDepthLimit/rdl short =1
centerOfIllumination/col linear =5
lightRadius/lr float
"""
SHADOWED = """
decayRate/de enum :No_Decay:Linear:Quadratic:Cubic
emitDiffuse/ed bool =1
emitSpecular/esp bool =1
dmapResolution/dr short =512
useDepthMapShadows/dms bool
dmapFilterSize/dfs short =1
dmapBias/db float =0.001
lightAngle/la float
"""

TYPES = {
    "joint": """
radius/radi float =1 0..
jointOrient/jo angle3 k
rotateAxisJoint/raj angle h
inverseScale/is double3 =1 h
segmentScaleCompensate/ssc bool =1
bindPose/bps matrix h
bindRotation/br angle3 h
bindJointOrient/bjo angle3 h
bindScale/bs double3 =1 h
bindInverseScale/bis double3 =1 h
bindSegmentScaleCompensate/bssc bool h
stiffness/st double3 k
preferredAngle/pa angle3
minRotateDampRange/ndr angle3 h
minRotateDampStrength/nds2 double3 h
maxRotateDampRange/xdr angle3 h
maxRotateDampStrength/xst double3 h
jointTypeX/jtx bool =1
jointTypeY/jty bool =1
jointTypeZ/jtz bool =1
drawStyle/ds enum :Bone:Multi-child_as_Box:None:Joint
drawLabel/dl bool
side/sd enum :Center:Left:Right:None
type/typ enum :None:Root:Hip:Knee:Foot:Toe:Spine:Neck:Head:Collar:Shoulder:Elbow:Hand:Finger:Thumb:PropA:PropB:PropC:Other
otherType/otp string
dofMask/dof short =7 h
lockInfluenceWeights/liw bool h
""",  # noqa: E501
    "ikHandle": """
startJoint/hsj message h
endEffector/hee message h
ikSolver/hsv message h
priority/hpr short =1
weight/hw double =1
positionWeight/hpw double =1
orientationWeight/how double =1
snapEnable/hsne bool =1
stickiness/hst enum :off:sticky
ikFkManipulation/ikfkm bool
poleVector/pv linear3+ k
  poleVectorX/pvx linear
  poleVectorY/pvy linear
  poleVectorZ/pvz linear =1
offset/off double k
roll/rol angle k
twist/twi angle k
twistType/twt enum :linear:ease_in:ease_out:ease_in_out
ikBlend/ikb double =1 k
inCurve/ic nurbsCurve h
rootOnCurve/roc bool =1
rootTwistMode/rtm bool
dWorldUpType/dwut enum :Scene_Up:Object_Up:Object_Up_(Start/End):Object_Rotation_Up:Object_Rotation_Up_(Start/End):Vector:Vector_(Start/End):Relative
dTwistControlEnable/dtce bool
dForwardAxis/dfa enum :Positive_X:Negative_X:Positive_Y:Negative_Y:Positive_Z:Negative_Z
dWorldUpAxis/dwua enum :Positive_Y:Negative_Y:Closest_Y:Positive_Z:Negative_Z:Closest_Z:Positive_X:Negative_X:Closest_X
dWorldUpVector/dwuv double3+
  dWorldUpVectorX/dwux double
  dWorldUpVectorY/dwuy double =1
  dWorldUpVectorZ/dwuz double
dWorldUpMatrix/dwum matrix
""",  # noqa: E501
    "ikEffector": """
handlePath/hp message m h
poleVectorEffector/pve linear3 h
hideDisplay/hd bool
""",
    "ikSystem": """
ikSolver/isol message mn h
globalSnap/gsn bool =1
globalSolve/gsv bool =1
""",
    "ikSolver": """
maxIterations/mi short =1000
tolerance/tol double =0.01
""",
    "ikRPsolver": "",
    "ikSCsolver": "",
    "ikSplineSolver": "",
    "locator": """
localPosition/lp linear3
worldPosition/wp linear3+ m ro
  worldPositionX/wpx linear ro
  worldPositionY/wpy linear ro
  worldPositionZ/wpz linear ro
localScale/los linear3 =1
""",
    "camera": """
renderable/rnd bool =1
cameraScale/cs double =1
filmFit/ff enum :Fill:Horizontal:Vertical:Overscan =1
filmFitOffset/ffo double
overscan/ovr double =1
panZoomEnabled/pze bool
horizontalFilmAperture/hfa double =1.41732 k
verticalFilmAperture/vfa double =0.94488 k
cameraAperture/cap double2 h
lensSqueezeRatio/lsr double =1 k
fStop/fs double =5.6 0.. k
focusDistance/fd linear =5 0.01.. k
shutterAngle/sa angle =2.5132741228718345 k
centerOfInterest/coi linear =5 k
focalLength/fl double =35 2.5.. k
horizontalFilmOffset/hfo double
verticalFilmOffset/vfo double
bestFitClippingPlanes/cp bool =1
nearClipPlane/ncp linear =0.1
farClipPlane/fcp linear =10000
orthographic/o bool
orthographicWidth/ow linear =30
depthOfField/dof bool
focusRegionScale/frs double =1
threshold/th double =0.9
clippingPlanes/cpln bool =1
displayFilmGate/dfg bool
displayResolution/dr bool
displayGateMask/dgm bool
displayCameraNearClip/dcn bool
displayCameraFarClip/dcf bool
displayCameraFrustum/dcfr bool
mask/ma bool =1
depth/d bool
imageName/imn string
depthName/den string
maskName/man string
homeCommand/hc string
tumblePivot/tp linear3
usePivotAsLocalSpace/ulp bool
backgroundColor/col color
locatorScale/lls double =1
filmTranslate/ct double2
filmRollValue/frv angle
preScale/psc double =1
postScale/ptsc double =1
""",
    "stereoRigCamera": "",
    "renderLight": LIGHT,
    "light": "",
    "nonAmbientLightShapeNode": SHADOWED,
    "nonExtendedLightShapeNode": """
shadowRadius/srad double
fogIntensity/foi float =1
""",
    "pointLight": """
fogRadius/fra float =1
fogType/fgt enum :Normal:Linear:Exponential
""",
    "spotLight": """
coneAngle/ca angle =0.6981317007977318 0.00010471975511965977..3.1415926535897936 k
penumbraAngle/pa angle -3.0543261909900763..3.0543261909900763 k
dropoff/dro float 0.. k
barnDoors/bd bool
fogSpread/fsp float =1
""",
    "directionalLight": """
useLightPosition/ulp bool
""",
    "areaLight": """
normalize/nrm bool =1
""",
    "ambientLight": """
ambientShade/as float =0.45
shadowRadius/srad double
""",
    "volumeLight": """
lightShape/lsh enum :Box:Sphere:Cylinder:Cone =1
""",
}
