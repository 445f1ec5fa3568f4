"""The part of `maya.api.OpenMaya` and `OpenMayaAnim` that a scene adapter calls, by families of classes.

Source: Autodesk's Python API 2.0 reference. What these classes change is not in the undo queue, as in Maya.
"""
