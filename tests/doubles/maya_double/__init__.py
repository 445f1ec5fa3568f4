"""An in-memory Maya for tests, by the name of a double: it is no Maya, and nothing that passes here has run in one.

`maya` beside this package has the modules that code imports in Maya; what they do is here. See README.md beside it.
"""
