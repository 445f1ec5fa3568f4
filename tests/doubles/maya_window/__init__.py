"""The Maya double with a window: a real Qt loop, the idle queue of `maya.utils` on it, commands of the user interface.

It begins as Maya does: module files, the `userSetup.py` of each, then the loop (`python -m maya_window`).
"""
