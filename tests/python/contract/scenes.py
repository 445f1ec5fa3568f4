"""A scene for each compound, in which the arguments that it gives work, and so does the example of the catalogue."""

from __future__ import annotations

from . import test_compounds_animation, test_compounds_rig, test_compounds_staging
from .compounds import Scene

SCENES: dict[str, Scene] = {
    **test_compounds_staging.SCENES,
    **test_compounds_rig.SCENES,
    **test_compounds_animation.SCENES,
}
