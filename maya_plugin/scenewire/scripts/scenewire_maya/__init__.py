"""Scenewire in Maya's user interface: menu, shelf, settings, status, log. All else is in the `scenewire` package, which
is imported when the host is started first.
"""
