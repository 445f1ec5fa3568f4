"""What a scene has one of: globals, managers, lists; references and scripts."""

LIST = {
    name: "" for name in ("defaultShaderList", "defaultTextureList", "defaultRenderUtilityList", "defaultRenderingList")
}

TYPES = {
    "defaultShaderList": "shaders/s message mn h",
    "defaultTextureList": "textures/tx message mn h",
    "defaultRenderUtilityList": "utilities/u message mn h",
    "defaultRenderingList": "rendering/r message mn h",
    "defaultLightList": "",
    "lightList": "lights/l message mn h",
    "lightLinker": """
link/lnk compound mn h
  light/llnk message
  object/olnk message
shadowLink/slnk compound mn h
  shadowLight/sllk message
  shadowObject/solk message
ignore/ign compound mn h
  lightIgnored/lign message
  objectIgnored/oign message
""",
    "renderGlobals": """
currentRenderer/ren string =arnold
imageFormat/if enum :GIF:SoftImage:RLA:TIFF:TIFF16:SGI:Alias:IFF:JPEG:EPS=9:Quantel=12:SGI16=13:IFF16=15:Targa=19:BMP=20:PSD=31:PNG=32 =7
imfPluginKey/ifp string
imageFilePrefix/ifpf string
animation/an bool
animationRange/ar enum :Use_Start_End:Use_Time_Slider
startFrame/fs time =0.041666666666666664
endFrame/ef time =0.4166666666666667
byFrame/bfs double =1
byFrameStep/be float =1
extensionPadding/ep short =1
putFrameBeforeExt/pff bool
outFormatControl/ofc enum :As_Input:No_extension:Custom
periodInExt/pie enum :none:period =1
preMel/pram string
postMel/poam string
preRenderMel/prm string
postRenderMel/pom string
useMayaFileName/umfn bool
enableDefaultLight/edl bool =1
renderAll/ra bool =1
modifyExtension/me bool
startExtension/se float =1
byExtension/bx float =1
clipFinalShadedColor/cfsc bool =1
motionBlur/mb bool
renderVersion/rv string
""",
    "resolution": """
width/w long =960
height/h long =540
deviceAspectRatio/dar float =1.7777777910232544
pixelAspect/pa float =1
lockDeviceAspectRatio/ldar bool
aspectLock/al bool =1
imageSizeUnits/isu enum :pixels:inches:cm:mm:points:picas
pixelDensityUnits/pdu enum :ppi:ppcm
dotsPerInch/dpi float =72
fields/field enum :frames:odd:even
""",
    "renderQuality": """
shadingSamples/ss short =1
edgeAntiAliasing/eaa enum :Low_Quality:Medium_Quality:High_Quality:Highest_Quality
""",
    "hardwareRenderGlobals": """
multiSampleEnable/mss bool
""",
    "hyperLayout": "",
    "hyperGraphInfo": "",
    "colorManagementGlobals": """
cmEnabled/cme bool =1
configFileEnabled/cfe bool =1
configFilePath/cfp string
workingSpaceName/wsn string =ACEScg
viewName/vn string =ACES_1.0_SDR-video
displayName/dn string =sRGB
""",
    "shapeEditorManager": "",
    "poseInterpolatorManager": "",
    "sequenceManager": "",
    "postProcessList": "",
    "dynController": "",
    "strokeGlobals": "",
    "selectionListOperator": "",
    "script": """
before/b string
after/a string
scriptType/st short
sourceType/stp enum :MEL:Python
""",
    "reference": """
fileNames/fn string m
""",
    "network": "",
    "container": """
publishedNodeInfo/pni compound m h
  publishedNode/pnod message
""",
    "dagContainer": "",
    "imagePlane": "",
    "controller": """
controllerObject/cob message
children/chi message mn
parent/par message
""",
    "nodeGraphEditorInfo": "",
    "unknown": "",
}
