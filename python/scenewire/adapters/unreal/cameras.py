"""Cameras: cine camera actors, which have a film back and a lens. A plain camera actor has a field of view alone: it is
read as far as that goes.
"""

from __future__ import annotations

from typing import Any

from scenewire.adapters.contract import Job
from scenewire.adapters.fields import ABSENT, Field, Item
from scenewire.adapters.unreal.attributes import put_part
from scenewire.adapters.unreal.lacks import lacks_of
from scenewire.adapters.unreal.nodes import NODE_FIELDS, every, name_of, node_entity, node_type, spawn
from scenewire.errors import InvalidParamsError, NotSupportedError

#: What the catalogue promises of a camera that nobody has said otherwise of; Unreal's own are others.
_DEFAULTS = {"focal_length": 50.0, "sensor_width": 36.0, "sensor_height": 24.0}
#: What keeps a number within the lens.
_LENS = {
    "current_focal_length": ("min_focal_length", "max_focal_length"), "current_aperture": ("min_f_stop", "max_f_stop"),
}  # fmt: skip


def _make(item: Item) -> Any:
    import unreal

    made = spawn(item, unreal.CineCameraActor, "Camera")
    for name, value in _DEFAULTS.items():
        item.setdefault(name, value)
    return made


def lens_of(actor: Any) -> Any:
    """The component that sees."""
    return actor.get_editor_property("camera_component")


def _is_cine(actor: Any) -> bool:
    import unreal

    return isinstance(lens_of(actor), unreal.CineCameraComponent)


def _cine(actor: Any, field: str) -> Any:
    if not _is_cine(actor):
        raise NotSupportedError(
            f"`{name_of(actor)}` is a plain camera actor, which has a field of view alone: a cine camera has a lens",
            {"path": field},
        )
    return lens_of(actor)


def _of_lens(field: str, name: str) -> Field:
    """A number that a cine camera keeps within what its lens can: the lens is widened for it."""

    def write(actor: Any, value: float) -> None:
        lens = _cine(actor, field)
        low, high = _LENS[name]
        limits = lens.get_editor_property("lens_settings")
        least, most = (float(limits.get_editor_property(end)) for end in (low, high))
        if not least <= value <= most:
            limits.set_editor_property(low, min(least, float(value)))
            limits.set_editor_property(high, max(most, float(value)))
            lens.set_editor_property("lens_settings", limits)
        lens.set_editor_property(name, float(value))

    return Field(
        lambda actor, _job: float(lens_of(actor).get_editor_property(name)) if _is_cine(actor) else ABSENT, write
    )


def _of_film(field: str) -> Field:
    def read(actor: Any, _job: Job) -> Any:
        if not _is_cine(actor):
            return ABSENT
        return float(lens_of(actor).get_editor_property("filmback").get_editor_property(field))

    return Field(read, lambda actor, value: put_part(_cine(actor, field), "filmback", field, float(value)))


def _flat(actor: Any) -> bool:
    import unreal

    return bool(lens_of(actor).get_editor_property("projection_mode") == unreal.CameraProjectionMode.ORTHOGRAPHIC)


def _set_projection(actor: Any, word: str) -> None:
    import unreal

    flat = word == "orthographic"
    modes = unreal.CameraProjectionMode
    lens_of(actor).set_editor_property("projection_mode", modes.ORTHOGRAPHIC if flat else modes.PERSPECTIVE)


def _of_flat(field: str, name: str) -> Field:
    """A length of orthographic cameras alone."""

    def write(actor: Any, value: float) -> None:
        if not _flat(actor):
            raise InvalidParamsError(f"only a camera that is orthographic has `{field}`", {"path": field})
        if field == "far":
            lens_of(actor).set_editor_property("auto_calculate_ortho_planes", False)
        lens_of(actor).set_editor_property(name, float(value))

    return Field(lambda actor, _job: float(lens_of(actor).get_editor_property(name)) if _flat(actor) else ABSENT, write)


def _near(actor: Any, _job: Job) -> Any:
    lens = lens_of(actor)
    if _flat(actor):
        return float(lens.get_editor_property("ortho_near_clip_plane"))
    own = _is_cine(actor) and lens.get_editor_property("override_custom_near_clipping_plane")
    # Otherwise it is the project's, which Python does not tell.
    return float(lens.get_editor_property("custom_near_clipping_plane")) if own else ABSENT


def _set_near(actor: Any, value: float) -> None:
    lens = lens_of(actor)
    if _flat(actor):
        lens.set_editor_property("auto_calculate_ortho_planes", False)
        lens.set_editor_property("ortho_near_clip_plane", float(value))
        return
    lens = _cine(actor, "near")
    lens.set_editor_property("override_custom_near_clipping_plane", True)
    lens.set_editor_property("custom_near_clipping_plane", float(value))


def _focus(actor: Any, _job: Job) -> Any:
    import unreal

    if not _is_cine(actor):
        return ABSENT
    focus = lens_of(actor).get_editor_property("focus_settings")
    by_hand = focus.get_editor_property("focus_method") == unreal.CameraFocusMethod.MANUAL
    return float(focus.get_editor_property("manual_focus_distance")) if by_hand else None


def _set_focus(actor: Any, value: float | None) -> None:
    import unreal

    lens, methods = _cine(actor, "focus_distance"), unreal.CameraFocusMethod
    focus = lens.get_editor_property("focus_settings")
    focus.set_editor_property("focus_method", methods.DISABLE if value is None else methods.MANUAL)
    if value is not None:
        focus.set_editor_property("manual_focus_distance", float(value))
    lens.set_editor_property("focus_settings", focus)


def _active(actor: Any) -> bool:
    """The first player of the level looks through it when it begins."""
    import unreal

    return bool(actor.get_editor_property("auto_activate_for_player") == unreal.AutoReceiveInput.PLAYER0)


def _set_active(actor: Any, active: bool) -> None:
    import unreal

    players = unreal.AutoReceiveInput
    for other in _cameras() if active else ():
        if other != actor and _active(other):
            other.set_editor_property("auto_activate_for_player", players.DISABLED)
    actor.set_editor_property("auto_activate_for_player", players.PLAYER0 if active else players.DISABLED)


def _cameras() -> list[Any]:
    return [actor for actor in every() if node_type(actor) == "camera"]


def active_camera() -> Any:
    """The camera through which the level begins, or None."""
    return next((actor for actor in _cameras() if _active(actor)), None)


CAMERA_FIELDS: dict[str, Field] = {
    **NODE_FIELDS,
    "projection": Field(lambda actor, _job: "orthographic" if _flat(actor) else "perspective", _set_projection),
    "focal_length": _of_lens("focal_length", "current_focal_length"),
    "sensor_width": _of_film("sensor_width"),
    "sensor_height": _of_film("sensor_height"),
    "ortho_scale": _of_flat("ortho_scale", "ortho_width"),
    "near": Field(_near, _set_near),
    "far": _of_flat("far", "ortho_far_clip_plane"),
    "focus_distance": Field(_focus, _set_focus),
    "f_stop": _of_lens("f_stop", "current_aperture"),
    "active": Field(lambda actor, _job: _active(actor), _set_active),
    **lacks_of("cameras"),
}

CAMERAS = node_entity("cameras", "camera", CAMERA_FIELDS, _make)
