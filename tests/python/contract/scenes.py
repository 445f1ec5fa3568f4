"""A scene for each compound, in which the arguments that it gives work."""

from __future__ import annotations

from . import (
    test_compounds_animation,
    test_compounds_arrays,
    test_compounds_export,
    test_compounds_ground,
    test_compounds_placing,
    test_compounds_retarget,
    test_compounds_rig,
    test_compounds_scatter,
    test_compounds_staging,
    test_compounds_surface,
    test_compounds_switches,
    test_compounds_tidy,
)
from .compounds import Scene

#: Those whose examples name what only these scenes have.
APART: dict[str, Scene] = {
    **test_compounds_staging.SCENES,
    **test_compounds_rig.SCENES,
    **test_compounds_switches.SCENES,
    **test_compounds_animation.SCENES,
    **test_compounds_retarget.SCENES,
}
SCENES: dict[str, Scene] = {
    **APART,
    **test_compounds_placing.SCENES,
    **test_compounds_ground.SCENES,
    **test_compounds_arrays.SCENES,
    **test_compounds_scatter.SCENES,
    **test_compounds_export.SCENES,
    **test_compounds_tidy.SCENES,
    **test_compounds_surface.SCENES,
}
