"""What the plug-in `mtoa` brings: Arnold's sky dome, a locator that lights.

Source: "Skydome Light" in Autodesk's Arnold for Maya user guide; names of attributes and the type below which it stands
as scenes in Maya ASCII that it was saved in have them (`createNode aiSkyDomeLight`, `.sc`, `.intensity`).
"""

TYPES = {
    "aiSkyDomeLight": """
color/sc color =1
intensity/intensity float =1
aiExposure/ai_exposure float
resolution/resolution short =1000
format/format enum :mirrored_ball:angular:latlong =2
skyRadius/skyRadius float =1000
portalMode/portal_mode enum :off:interior_only:interior_exterior =1
camera/camera float =1
transmission/transmission float =1
aiNormalize/ai_normalize bool =1
aiCastShadows/ai_cast_shadows bool =1
aiSamples/ai_samples int =1
""",
}
#: Types by the plug-in that registers them, each with the type that it derives from.
REGISTERED = {"mtoa": {"aiSkyDomeLight": "locator"}}
