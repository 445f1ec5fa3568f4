"""Scenewire: one wire to any number of 3D sessions."""
