"""NURBS curves and surfaces, and the nodes that make them."""

TYPES = {
    "curveShape": "",
    "nurbsCurve": """
degree/d int ro
spans/s int ro
form/f enum :open:closed:periodic ro
minMaxValue/mmv double2+ ro
  minValue/min double ro
  maxValue/max double ro
create/cr nurbsCurve h
local/l nurbsCurve ro h
worldSpace/ws nurbsCurve m ro h
cached/cc nurbsCurve h
editPoints/ep linear3+ m ro
  xValueEp/xve linear ro
  yValueEp/yve linear ro
  zValueEp/zve linear ro
dispEP/dep bool
dispCV/dcv bool
dispHull/dh bool
dispGeometry/dgeo bool =1
lineWidth/lw float =-1
""",
    "bezierCurve": "",
    "nurbsSurface": """
degreeUV/duv int2+ ro
  degreeU/du int ro
  degreeV/dv2 int ro
spansUV/suv int2+ ro
  spansU/su int ro
  spansV/sv int ro
formU/fu enum :open:closed:periodic ro
formV/fv enum :open:closed:periodic ro
create/cr nurbsSurface h
local/l nurbsSurface ro h
worldSpace/ws nurbsSurface m ro h
cached/cc nurbsSurface h
""",
    "abstractBaseCreate": "",
    "primitive": """
pivot/p linear3
axis/ax double3+
  axisX/axx double =1
  axisY/axy double
  axisZ/axz double
""",
    "revolvedPrimitive": """
radius/r linear =1
startSweep/ssw angle
endSweep/esw angle =6.283185307179586
useTolerance/ut bool
degree/d enum :Linear=1:Cubic=3 =3
sections/s int =8
spans/nsp int =1
heightRatio/hr double =2
tolerance/tol double =0.01
outputSurface/os nurbsSurface ro h
""",
    "makeNurbSphere": "",
    "makeNurbCylinder": "",
    "makeNurbCone": "",
    "makeNurbTorus": """
minorSweep/msw angle =6.283185307179586
""",
    "makeNurbPlane": """
width/w double =1
lengthRatio/lr double =1
patchesU/u int =1
patchesV/v int =1
degree/d enum :Linear=1:Cubic=3 =3
outputSurface/os nurbsSurface ro h
""",
    "makeNurbCircle": """
normal/nr double3+
  normalX/nrx double =1
  normalY/nry double
  normalZ/nrz double
center/c linear3
first/f linear3
fixCenter/fc bool =1
radius/r linear =1
sweep/sw angle =6.283185307179586
degree/d enum :Linear=1:Cubic=3 =3
sections/s int =8
useTolerance/ut bool
tolerance/tol double =0.01
outputCurve/oc nurbsCurve ro h
""",
    "revolve": """
inputCurve/ic nurbsCurve h
startSweep/ssw angle
endSweep/esw angle =6.283185307179586
sections/s int =8
degree/d enum :Linear=1:Cubic=3 =3
""",
    "curveInfo": """
inputCurve/ic nurbsCurve h
arcLength/al linear ro
""",
    "rebuildCurve": """
inputCurve/ic nurbsCurve h
outputCurve/oc nurbsCurve ro h
spans/s int =4
degree/d int =3
keepRange/kr short =1
keepEndPoints/kep bool =1
keepTangents/kt bool =1
keepControlPoints/kcp bool
tolerance/tol double =0.01
""",
}
