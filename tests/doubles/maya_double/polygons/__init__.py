"""Polygons: the data of a mesh, what makes it and what changes it."""
