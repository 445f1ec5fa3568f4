"""Materials, textures, what places them, sets and shading groups."""

COLOR_SPACE = """
colorSpace/cs string =sRGB
workingSpace/ws string =scene-linear_Rec.709-sRGB
colorManagementEnabled/cme bool =1
ignoreColorSpaceFileRules/ifr bool
"""
TEXTURE = """
uvCoord/uv uv+ h
  uCoord/u float
  vCoord/v float
uvFilterSize/fs float2+ h
  uvFilterSizeX/fsx float
  uvFilterSizeY/fsy float
invert/iv bool
alphaIsLuminance/ail bool
colorGain/cg color =1
colorOffset/co color
alphaGain/ag float =1
alphaOffset/ao float
defaultColor/dc color =0.5
outColor/oc color ro
outAlpha/oa float ro
"""
SHADER = """
outColor/oc color ro
outTransparency/ot color ro
outMatteOpacity/omo color =1
outGlowColor/ogc color ro h
"""
LAMBERT = (
    SHADER
    + """
color/c color =0.5
transparency/it color
ambientColor/ambc color
incandescence/ic color
diffuse/dc float =0.8
translucence/tc float
normalCamera/n float3 h
glowIntensity/gi float
matteOpacity/mog float =1
matteOpacityMode/mom enum :Black_Hole:Solid_Matte:Opacity_Gain =2
"""
)

TYPES = {
    "shadingDependNode": "",
    "paintableShadingDependNode": "",
    "lambert": LAMBERT,
    "reflect": """
specularColor/sc color =0.5
reflectivity/rfl float =0.5
reflectedColor/rc color
""",
    "blinn": """
eccentricity/ec float =0.3
specularRollOff/sro float =0.7
""",
    "phong": """
cosinePower/cp float =20
""",
    "anisotropic": """
roughness/rou float =0.7 0.01..1
angle/an angle
spreadX/spx float =13
spreadY/spy float =3
""",
    "surfaceShader": SHADER.replace("color ro", "color"),
    "standardSurface": """
base/b float =1 0..1
baseColor/bc color =0.8
diffuseRoughness/dr float 0..1
metalness/m float 0..1
specular/s float =1 0..1
specularColor/sc color =1
specularRoughness/sr float =0.4 0..1
specularIOR/spior float =1.5
specularAnisotropy/sa float 0..1
specularRotation/srot float 0..1
transmission/t float 0..1
transmissionColor/tc color =1
transmissionDepth/td float
transmissionScatter/ts color
transmissionScatterAnisotropy/tsa float
transmissionDispersion/tdis float
transmissionExtraRoughness/ter float
subsurface/ss float 0..1
subsurfaceColor/ssc color =1
subsurfaceRadius/ssr color =1
subsurfaceScale/sscale float =1
subsurfaceAnisotropy/ssa float
coat/ct float 0..1
coatColor/ctc color =1
coatRoughness/ctr float =0.1
coatAnisotropy/cta float
coatRotation/ctrot float
coatIOR/ctior float =1.5
coatNormal/coatNormal float3 h
coatAffectColor/ctac float
coatAffectRoughness/ctar float
thinFilmThickness/tft float
thinFilmIOR/tfi float =1.5
emission/e float
emissionColor/ec color =1
opacity/o color =1
thinWalled/tw bool
sheen/sh float
sheenColor/shc color =1
sheenRoughness/shr float =0.3
normalCamera/n float3 h
tangentUCamera/tu float3 h
outColor/oc color ro
outTransparency/ot color ro
outMatteOpacity/omo color =1
""",
    "particleCloud": SHADER,
    "shaderGlow": "",
    "texture2d": TEXTURE,
    "file": COLOR_SPACE
    + """
fileTextureName/ftn string file
fileTextureNamePattern/ftnp string ro
computedFileTextureNamePattern/cftnp string
useFrameExtension/ufe bool
frameExtension/fe long
frameOffset/fo long
disableFileLoad/dfl bool
useCache/uch bool
filterType/ft enum :Off:Mipmap:Box:Quadratic:Quartic:Gaussian =1
filter/f float =1
uvTilingMode/uvt enum :Off:0-based_(ZBrush):1-based_(Mudbox):UDIM_(Mari):Explicit_Tiles
outSize/os float2 ro
outTransparency/ot color ro
coverage/c float2+
  coverageU/cu float =1
  coverageV/cv float =1
translateFrame/tf float2+
  translateFrameU/tfu float
  translateFrameV/tfv float
rotateFrame/rf angle
mirrorU/mu bool
mirrorV/mv bool
stagger/sg bool
wrapU/wu bool =1
wrapV/wv bool =1
repeatUV/re float2+
  repeatU/reu float =1
  repeatV/rev float =1
offset/of float2+
  offsetU/ofu float
  offsetV/ofv float
rotateUV/ro angle
noiseUV/no float2+
  noiseU/nou float
  noiseV/nov float
vertexUvOne/vt1 float2+
  vertexUvOneU/t1u float
  vertexUvOneV/t1v float
vertexUvTwo/vt2 float2+
  vertexUvTwoU/t2u float
  vertexUvTwoV/t2v float
vertexUvThree/vt3 float2+
  vertexUvThreeU/t3u float
  vertexUvThreeV/t3v float
vertexCameraOne/vc1 float3+
  vertexCameraOneX/c1x float
  vertexCameraOneY/c1y float
  vertexCameraOneZ/c1z float
""",
    "checker": """
color1/c1 color =1
color2/c2 color
contrast/ct float =1
""",
    "ramp": """
type/t enum :V_Ramp:U_Ramp:Diagonal_Ramp:Radial_Ramp:Circular_Ramp:Box_Ramp:UV_Ramp:Four_Corner_Ramp:Tartan_Ramp
interpolation/in enum :None:Linear:Exponential_Up:Exponential_Down:Smooth:Bump:Spike =1
colorEntryList/cel compound m
  position/ep float
  color/ec color
""",
    "noise": """
amplitude/a float =1
ratio/ra float =0.707
threshold/th float
""",
    "fractal": """
amplitude/a float =1
ratio/ra float =0.707
threshold/th float
""",
    "cloth": "",
    "grid": """
lineColor/lc color =1
fillerColor/fc color
""",
    "bulge": "",
    "mountain": "",
    "water": "",
    "place2dTexture": """
uvCoord/uv uv+ h
  uCoord/u float
  vCoord/v float
uvFilterSize/fs float2+ h
  uvFilterSizeX/fsx float
  uvFilterSizeY/fsy float
coverage/c float2+
  coverageU/cu float =1
  coverageV/cv float =1
translateFrame/tf float2+
  translateFrameU/tfu float
  translateFrameV/tfv float
rotateFrame/rf angle
mirrorU/mu bool
mirrorV/mv bool
stagger/s bool
wrapU/wu bool =1
wrapV/wv bool =1
repeatUV/re float2+
  repeatU/reu float =1
  repeatV/rev float =1
offset/of float2+
  offsetU/ofu float
  offsetV/ofv float
rotateUV/r angle
noiseUV/n float2+
  noiseU/nu float
  noiseV/nv float
fast/f bool
outUV/o float2+ ro
  outU/ou float ro
  outV/ov float ro
outUvFilterSize/ofs float2+ ro
  outUvFilterSizeX/ofsx float ro
  outUvFilterSizeY/ofsy float ro
vertexUvOne/vt1 float2+
  vertexUvOneU/t1u float
  vertexUvOneV/t1v float
vertexUvTwo/vt2 float2+
  vertexUvTwoU/t2u float
  vertexUvTwoV/t2v float
vertexUvThree/vt3 float2+
  vertexUvThreeU/t3u float
  vertexUvThreeV/t3v float
vertexCameraOne/vc1 float3+
  vertexCameraOneX/c1x float
  vertexCameraOneY/c1y float
  vertexCameraOneZ/c1z float
""",
    "place3dTexture": "",
    "bump2d": """
bumpValue/bv float
bumpDepth/bd float =1
bumpInterp/bi enum :Bump:Tangent_Space_Normals:Object_Space_Normals
bumpFilter/bf float =1
provide3dInfo/p3d bool
outNormal/o float3 ro
""",
    "displacementShader": """
displacement/d float
scale/s float =1
vectorDisplacement/vd float3
nodeSense/ns float
""",
    "samplerInfo": """
facingRatio/fr float ro
""",
    "layeredTexture": """
inputs/cs compound mn
  color/c color
  alpha/a float =1
  blendMode/bm enum :None:Over:In:Out:Add:Subtract:Multiply =1
  isVisible/iv bool =1
outColor/oc color ro
outAlpha/oa float ro
""",
    "objectSet": """
dagSetMembers/dsm message mn h
dnSetMembers/dnsm message mn h
memberWireframeColor/mwc short =-1
annotation/an string
isLayer/il bool
verticesOnlySet/vo bool
edgesOnlySet/eo bool
facetsOnlySet/fo bool
editPointsOnlySet/epo bool
renderableOnlySet/ro bool
partition/pa message h
groupNodes/gn message mn h
usedBy/ub message mn h
hiddenInOutliner/hio bool
""",
    "shadingEngine": """
surfaceShader/ss color h
displacementShader/ds float h
volumeShader/vs color h
imageShader/is color h
defaultLights/dl message h
ignoredLights/il2 message mn h
""",
    "partition": """
sets/st message mn h
partitionType/pt short
""",
    "materialInfo": """
shadingGroup/sg message h
material/m message h
texture/t message mn h
""",
    "groupId": """
groupId/id long ro h
""",
    "displayLayer": """
drawInfo/di compound h
  displayType/dt enum :Normal:Template:Reference
  levelOfDetail/lod enum :Full:Bounding_Box
  shading/s bool =1
  texturing/t bool =1
  playback/p bool =1
  enabled/e bool =1
  visibility/v bool =1
  hideOnPlayback/hpb bool
  overrideRGBColors/ovrgbf bool
  color/c byte 0..31
  overrideColorRGB/ovrgb color
  overrideColorA/ovca float =1
identification/id short
displayOrder/do short
""",
    "displayLayerManager": """
displayLayerId/dli long mn
currentDisplayLayer/cdl int
""",
    "renderLayer": """
identification/rlid short
renderable/rndr bool =1
global/g bool
color/c long
displayOrder/do short
renderInfo/ri message mn h
""",
    "renderLayerManager": """
renderLayerId/rlmi long mn
currentRenderLayer/crl int
""",
}
