"""Deformers: skin, blend shapes, tweaks, and the poses of skeletons."""

TYPES = {
    "geometryFilter": """
input/ip compound mn h
  inputGeometry/ig geometry
  groupId/gi long
  componentTagExpression/gtg string
originalGeometry/orggeom geometry mn h
envelope/en float =1 k
outputGeometry/og geometry mn ro h
blockGPU/bgpu bool
envelopeWeightsList/ewl compound mn h
  envelopeWeights/ew float mn
""",
    "weightGeometryFilter": """
weightList/wl compound m
  weights/w float m
weightFunction/wf compound mn h
  falloffGeometry/fg generic
""",
    "skinCluster": """
weightList/wl compound m
  weights/w double m
bindPreMatrix/pm matrix mn
geomMatrix/gm matrix
matrix/ma matrix mn
dropoffRate/dpf double =4
dropoff/dr double =4 m
smoothness/smt double
lockWeights/lw bool m
lockWeightsGlobal/lwg bool h
maintainMaxInfluences/mmi bool
maxInfluences/mi short
bindMethod/bm enum :closestDistance:closestHierarchy:heatMap:geodesicVoxel
bindPose/bp message h
bindVolume/bv generic m h
driverPoints/drp generic mn h
basePoints/bsp generic mn h
baseDirty/bsd bool h
paintWeights/ptw generic h
paintTrans/ptt message h
paintArrDirty/pad bool h
useComponents/ucm bool
nurbsSamples/ns short m
useComponentsMatrix/ucm2 bool h
normalizeWeights/nw enum :none:interactive:post =1
weightDistribution/wd enum :distance:neighbors
deformUserNormals/dun bool =1
wtDrty/wtd bool h
skinningMethod/skm enum :classicLinear:dualQuaternion:weightBlended
blendWeights/bw double m
cacheSetup/cset bool h
dqsSupportNonRigid/dqsnr bool
dqsScale/dqs double3 =1
relativeSpaceMode/rsm bool
relativeSpaceMatrix/rspm matrix h
influenceColor/ifcl float3+ m h
  influenceColorR/ifcr float
  influenceColorG/ifcg float
  influenceColorB/ifcb float
perInfluenceWeights/piw bool h
""",
    "blendShape": """
topologyCheck/tc bool =1
useTargetCompWeights/utcw bool
supportNegativeWeights/sn bool
weight/w float m k
origin/or enum :world:local
baseOrigin/bo double3 h
targetOrigin/to double3 h
parallelBlender/pb bool
icon/icn generic m h
inputTarget/it compound m h
  paintTargetWeights/ptw float m
  paintTargetIndex/pti int
  baseWeights/bw float m
  baseVertexId/bvi long
  sculptTargetIndex/sti int =-1
  inputTargetGroup/itg compound m
    targetWeights/tw float m
    normalizationId/nid long
    postDeformersMode/pdm short
    targetMatrix/tmtx matrix
    inputTargetItem/iti compound m
      inputGeomTarget/igt geometry
      inputRelativePointsTarget/irpt pointArray
      inputRelativeComponentsTarget/irct componentList
      inputPointsTarget/ipt pointArray
      inputComponentsTarget/ict componentList
targetDirectory/tdir compound m h
  directoryName/dtn string
  directoryVisibility/dpvs bool =1
  childIndices/cid Int32Array
nextNode/nxnd int m h
parentDirectory/pndr int m h
targetVisibility/tgvs bool =1 m h
targetParentVisibility/tpvs bool =1 m h
inbetweenInfoGroup/ibig compound m h
  inbetweenInfo/ibi compound m
    inbetweenTargetName/ibtn string
    inbetweenTargetType/ibtt short
symmetryEdge/syme generic mn h
midLayerId/mlid long h
midLayerParent/mlpr long h
""",
    "tweak": """
relativeTweak/rtw bool =1
vlist/vl compound mn h
  vertex/vt float3 m
plist/pl compound mn h
  controlPoints/cp double3 m
""",
    "cluster": """
bindPreMatrix/pm matrix h
matrix/ma matrix h
relative/rel bool
clusterXforms/x message h
""",
    "clusterHandle": """
origin/or linear3
weightedNode/wn message h
""",
    "ffd": """
local/l bool =1
outsideLattice/ol short
""",
    "deltaMush": """
smoothingIterations/si int =10
smoothingStep/ss double =0.5
""",
    "dagPose": """
worldMatrix/wm matrix mn
xformMatrix/xm matrix mn
members/m message mn
parents/p message mn
global/g bool mn
world/w message h
bindPose/bp bool
""",
    "lattice": "",
}
