"""Actors, their components and how one is attached to another.

`AActor` and `USceneComponent` of Epic's C++ and Python API pages. A child that is static cannot be attached to a parent
that can move. What is called without `modify` is not part of a transaction, as the `K2_` functions are not.
"""

from __future__ import annotations

import uuid
from typing import Any

from unreal_double import rotating
from unreal_double.kinds import copied, does, named
from unreal_double.objects import DEFAULTS, new
from unreal_double.transactions import BUFFER, mark_dirty

#: Class of an actor -> its components: class, name, the property that names it. The first is the root.
COMPONENTS: dict[str, list[tuple[str, str, str]]] = {
    # The factory of empty actors gives them a root.
    "Actor": [("SceneComponent", "DefaultSceneRoot", "")],
    "StaticMeshActor": [("StaticMeshComponent", "StaticMeshComponent0", "static_mesh_component")],
    "PointLight": [("PointLightComponent", "LightComponent0", "light_component")],
    "SpotLight": [("SpotLightComponent", "LightComponent0", "light_component")],
    "RectLight": [("RectLightComponent", "LightComponent0", "light_component")],
    "DirectionalLight": [("DirectionalLightComponent", "LightComponent0", "light_component")],
    "SkyLight": [("SkyLightComponent", "SkyLightComponent0", "light_component")],
    "CameraActor": [
        ("SceneComponent", "SceneComponent", "scene_component"),
        ("CameraComponent", "CameraComponent", "camera_component"),
    ],
    "CineCameraActor": [
        ("SceneComponent", "SceneComponent", "scene_component"),
        ("CineCameraComponent", "CameraComponent", "camera_component"),
    ],
    "TargetPoint": [("SceneComponent", "SceneComp", "")],
}
_LABELS = {"CineCameraActor": "CineCameraActor", "CameraActor": "CameraActor"}


def _mobility(word: str) -> Any:
    return getattr(named("ComponentMobility"), word)


def spawn(kind: str, level: Any, place: Any, turn: Any) -> Any:
    """A new actor in a level, in the open transaction."""
    actor = new(kind, level)
    number = uuid.uuid4().int
    guid = named("Guid")()
    for at, part in enumerate("abcd"):
        # int32, as the stubs have them.
        guid._fields[part] = ((number >> (32 * at)) & 0xFFFFFFFF) - (1 << 31)
    actor._state.update(label=None, components=[], folder=named("Name")("None"), children=[])
    actor._state["values"]["actor_guid"] = guid
    components = [new(component, actor, name) for component, name, _ in COMPONENTS[kind]]
    for component, (_, _, prop) in zip(components, COMPONENTS[kind]):
        component._state.update(parent=None if component is components[0] else components[0], below=[])
        if prop:
            actor._state["values"][prop] = component
    for component in components[1:]:
        components[0]._state["below"].append(component)
    actor._state["components"] = components
    actor._state["values"]["root_component"] = components[0]
    components[0]._state["values"]["relative_location"] = place
    components[0]._state["values"]["relative_rotation"] = turn
    level.modify()
    level._state["actors"].append(actor)
    actor._state["label"] = free_label(level, _LABELS.get(kind, kind), actor)
    if BUFFER.open is not None:
        # Before it there was no such thing.
        for one in (actor, *components):
            BUFFER.open.before.setdefault(one, {**one._state, "gone": True})
    return actor


def free_label(level: Any, stem: str, own: Any) -> str:
    """What a new actor is called: its class, with the first free number."""
    taken = {actor._state["label"] for actor in level._state["actors"] if actor is not own}
    number, label = 1, stem
    while label in taken:
        number += 1
        label = f"{stem}{number}"
    return label


def destroy(actor: Any) -> bool:
    """What is attached to it stays where it is in the world."""
    level = actor.get_outer()
    for component in actor._state["components"]:
        for child in list(component._state["below"]):
            if child.get_outer() is not actor:
                detach(child, keep_world=True)
    detach(actor._state["values"]["root_component"], keep_world=True)
    for one in (actor, *actor._state["components"]):
        one.modify()
        one._state["gone"] = True
    level.modify()
    level._state["actors"].remove(actor)
    return True


def world_transform(component: Any) -> Any:
    """Where a component is in the world."""
    local, parent = local_transform(component), component._state["parent"]
    return local if parent is None else rotating.below(local, world_transform(parent))


def local_transform(component: Any) -> Any:
    """Where it is in what it is attached to."""
    read = {name: component.get_editor_property(f"relative_{name}") for name in ("location", "rotation", "scale3d")}
    rotator, cached = component._state.get("cache", (None, None))
    turn = cached if rotator == read["rotation"] else rotating.quaternion(read["rotation"])
    return rotating.transform(rotating.triple(read["location"]), turn, rotating.triple(read["scale3d"]))


def put_local(component: Any, local: Any) -> None:
    """The rotation is kept as a Rotator, in degrees, with the quaternion that it came of beside it until it is written
    otherwise (`FRotationConversionCache`)."""
    place, turn, scale = rotating.parts(local)
    rotator = named("Rotator")(*rotating.to_rotator(turn))
    component._state["cache"] = (rotator, turn)
    component._state["values"].update(
        relative_location=rotating.vector(place), relative_rotation=rotator, relative_scale3d=rotating.vector(scale)
    )
    mark_dirty(component)


def put_world(component: Any, world: Any) -> None:
    """Moves a component to where it shall be in the world."""
    parent = component._state["parent"]
    put_local(component, world if parent is None else rotating.relative(world, world_transform(parent)))


def detach(component: Any, keep_world: bool) -> None:
    """`DetachFromComponent`, which tells both that they are edited."""
    parent = component._state["parent"]
    if parent is None:
        return
    world = world_transform(component)
    component.modify()
    parent.modify()
    parent._state["below"].remove(component)
    component._state["parent"] = None
    if keep_world:
        put_local(component, world)


def attach(component: Any, parent: Any, keep_world: bool) -> bool:
    """`AttachToComponent`. What is static does not follow what can move."""
    above: Any = parent
    while above is not None:
        if above is component:
            return False
        above = above._state["parent"]
    static = component.get_editor_property("mobility") is _mobility("STATIC")
    if static and parent.get_editor_property("mobility") is not _mobility("STATIC"):
        return False
    world = world_transform(component)
    detach(component, keep_world=True)
    component.modify()
    parent.modify()
    component._state["parent"] = parent
    parent._state["below"].append(component)
    if keep_world:
        put_world(component, world)
    return True


def root(actor: Any) -> Any:
    """The component that an actor stands on."""
    return actor._state["values"]["root_component"]


DEFAULTS["SceneComponent"] = {"visible": True}
DEFAULTS["Actor"] = {}


def defaults() -> None:
    """What new components begin with, by the constructors of their classes."""
    DEFAULTS["SceneComponent"].update(
        relative_scale3d=rotating.vector((1, 1, 1)), mobility=_mobility("MOVABLE"), visible=True
    )
    DEFAULTS["PrimitiveComponent"] = {"cast_shadow": True}
    DEFAULTS["StaticMeshComponent"] = {"mobility": _mobility("STATIC"), "cast_shadow": True}
    white = named("Color")(255, 255, 255, 255)
    DEFAULTS["LightComponentBase"] = {
        "mobility": _mobility("STATIONARY"), "cast_shadows": True, "light_color": white, "intensity": 3.14159265,
        "affects_world": True,
    }  # fmt: skip
    DEFAULTS["LocalLightComponent"] = {"intensity": 5000.0, "attenuation_radius": 1000.0}
    DEFAULTS["SpotLightComponent"] = {"outer_cone_angle": 44.0, "inner_cone_angle": 0.0}
    DEFAULTS["RectLightComponent"] = {"source_width": 64.0, "source_height": 64.0}
    DEFAULTS["DirectionalLightComponent"] = {"intensity": 10.0, "light_source_angle": 0.5357}
    DEFAULTS["SkyLightComponent"] = {"intensity": 1.0}
    DEFAULTS["CameraComponent"] = {
        "field_of_view": 90.0, "ortho_width": 1536.0, "ortho_near_clip_plane": 0.0, "ortho_far_clip_plane": 2097152.0,
        "auto_calculate_ortho_planes": True,
    }  # fmt: skip
    filmback = named("CameraFilmbackSettings")()
    filmback._fields.update(sensor_width=23.76, sensor_height=13.365, sensor_aspect_ratio=23.76 / 13.365)
    lens = named("CameraLensSettings")()
    lens._fields.update(min_focal_length=4.0, max_focal_length=1000.0, min_f_stop=1.2, max_f_stop=22.0)
    focus = named("CameraFocusSettings")()
    focus._fields.update(focus_method=named("CameraFocusMethod").MANUAL, manual_focus_distance=100000.0)
    DEFAULTS["CineCameraComponent"] = {
        "filmback": filmback, "lens_settings": lens, "focus_settings": focus, "current_focal_length": 35.0,
        "current_aperture": 2.8, "custom_near_clipping_plane": 10.0,
    }  # fmt: skip


# What the Python API has of actors.


@does("Actor", "get_actor_label")
def _label(self: Any, create_if_none: bool = True) -> str:
    return str(self._state["label"])


@does("Actor", "set_actor_label")
def _set_label(self: Any, new_actor_label: str, mark_dirty: bool = True) -> None:
    """`SetActorLabelInternal`: spaces around it go, and an empty one is taken for none."""
    trimmed = new_actor_label.strip()
    if trimmed and trimmed != self._state["label"]:
        self.modify(mark_dirty)
        self._state["label"] = trimmed


@does("Actor", "get_folder_path")
def _folder(self: Any) -> Any:
    return self._state["folder"]


@does("Actor", "set_folder_path")
def _set_folder(self: Any, new_folder_path: Any) -> None:
    self.modify()
    self._state["folder"] = new_folder_path


@does("Actor", "get_attach_parent_actor")
def _parent(self: Any) -> Any:
    above = root(self)._state["parent"]
    return above.get_outer() if above is not None else None


@does("Actor", "get_attached_actors")
def _attached(self: Any, reset_array: bool = True, recursively_include_attached_actors: bool = False) -> list[Any]:
    found: list[Any] = []
    for component in self._state["components"]:
        found += [child.get_outer() for child in component._state["below"] if child.get_outer() is not self]
    if recursively_include_attached_actors:
        found += [deeper for child in list(found) for deeper in child.get_attached_actors(True, True)]
    return found


@does("Actor", "attach_to_actor")
def _attach(
    self: Any, parent_actor: Any, socket_name: Any, location_rule: Any, rotation_rule: Any, scale_rule: Any,
    weld_simulated_bodies: bool = True,
) -> bool:  # fmt: skip
    rules = {location_rule.name, rotation_rule.name, scale_rule.name}
    if parent_actor is None or len(rules) != 1 or rules == {"SNAP_TO_TARGET"}:
        return False
    return attach(root(self), root(parent_actor), keep_world=rules == {"KEEP_WORLD"})


@does("Actor", "detach_from_actor")
def _detach(self: Any, location_rule: Any = None, rotation_rule: Any = None, scale_rule: Any = None) -> None:
    rules = {getattr(one, "name", "KEEP_RELATIVE") for one in (location_rule, rotation_rule, scale_rule)}
    detach(root(self), keep_world=rules == {"KEEP_WORLD"})


@does("Actor", "get_actor_transform")
def _transform(self: Any) -> Any:
    return world_transform(root(self))


@does("Actor", "get_actor_location")
def _location(self: Any) -> Any:
    return world_transform(root(self)).get_editor_property("translation")


@does("Actor", "set_actor_transform")
def _set_transform(self: Any, new_transform: Any, sweep: bool, teleport: bool) -> None:
    put_world(root(self), new_transform)


@does("Actor", "set_actor_relative_transform")
def _set_relative(self: Any, new_relative_transform: Any, sweep: bool, teleport: bool) -> None:
    put_local(root(self), new_relative_transform)


@does("Actor", "get_components_by_class")
def _components(self: Any, component_class: Any = None) -> list[Any]:
    return [one for one in self._state["components"] if component_class is None or isinstance(one, component_class)]


@does("Actor", "get_component_by_class")
def _component(self: Any, component_class: Any = None) -> Any:
    return next(iter(_components(self, component_class)), None)


@does("Actor", "get_level")
def _level(self: Any) -> Any:
    return self.get_outer()


@does("CineCameraActor", "get_cine_camera_component")
def _cine(self: Any) -> Any:
    return self.get_editor_property("camera_component")


@does("SceneComponent", "get_world_transform")
def _world(self: Any) -> Any:
    return world_transform(self)


@does("SceneComponent", "get_relative_transform")
def _local(self: Any) -> Any:
    return local_transform(self)


@does("SceneComponent", "set_relative_transform")
def _put(self: Any, new_transform: Any, sweep: bool, teleport: bool) -> None:
    put_local(self, new_transform)


@does("SceneComponent", "set_mobility")
def _set_mobility(self: Any, new_mobility: Any) -> None:
    self._state["values"]["mobility"] = copied(new_mobility)


@does("SceneComponent", "set_visibility")
def _set_visibility(self: Any, new_visibility: bool, propagate_to_children: bool = False) -> None:
    self._state["values"]["visible"] = new_visibility


@does("SceneComponent", "get_attach_parent")
def _attach_parent(self: Any) -> Any:
    return self._state["parent"]
