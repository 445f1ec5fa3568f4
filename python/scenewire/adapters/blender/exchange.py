"""What import and export of files have in common, whatever is in them: a scene of their own for Blender's importers and
exporters, which select, change modes and set frame ranges as they like; files that came as bytes or go as bytes; and
errors that these operators only print or report.
"""

from __future__ import annotations

import contextlib
import importlib.util
import os
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from scenewire.adapters.blender import versions
from scenewire.adapters.blender.artist import under_way
from scenewire.adapters.contract import Job, Json
from scenewire.errors import ConflictError, HandlerError, InvalidParamsError, NotSupportedError

#: What a file can bring along, by its collection in `bpy.data`.
KINDS = (
    "objects", "meshes", "materials", "images", "collections", "actions", "armatures", "cameras", "lights", "curves",
    "node_groups", "cache_files", "worlds", "scenes",
)  # fmt: skip

#: What a temporary scene has in common with the artist's, so that lengths and times mean the same in both.
_SHARED = {
    "render": ("fps", "fps_base"),
    "unit_settings": ("system", "scale_length", "length_unit"),
    "": ("frame_start", "frame_end", "frame_current"),
}


@dataclass(frozen=True)
class Way:
    """One operator that reads or writes a format, and what it calls our options."""

    operator: str
    #: Ours to the operator's; a value stands for what `True` and `False` are to it.
    options: Mapping[str, str | tuple[str, Mapping[bool, Any]]] = field(default_factory=dict)
    #: Always given, where this version's operator has it.
    always: Mapping[str, Any] = field(default_factory=dict)
    #: Python packages that it imports.
    needs: Sequence[str] = ()
    #: Why it breaks in this Blender, when it is known to.
    fault: Callable[[], str | None] = lambda: None

    def lacks(self) -> str | None:
        """Why this Blender cannot go this way; None when it can."""
        if settings_of(self.operator) is None:
            return f"this Blender has no operator {self.operator}"
        missing = [name for name in self.needs if importlib.util.find_spec(name) is None]
        return f"{self.operator} needs {missing[0]}, which Blender's Python lacks here" if missing else self.fault()

    def arguments(self, options: Json) -> Json:
        """The operator's own settings for options of ours; one that it has not is refused."""
        known = settings_of(self.operator) or set()
        given = {name: value for name, value in self.always.items() if name in known}
        for name, value in options.items():
            told = self.options.get(name)
            setting, words = told if isinstance(told, tuple) else (told, None)
            if setting is None or setting not in known:
                raise NotSupportedError(
                    f"{self.operator} of Blender {versions.app_version()} has no setting for `{name}`",
                    {"path": name, "got": value},
                    [f"leave `{name}` out"],
                )
            given[setting] = words[value] if words is not None else value
        return given


def settings_of(operator: str) -> set[str] | None:
    """The names of an operator's settings; None when this Blender has no such operator."""
    try:
        rna = _operator(operator).get_rna_type()
    except (KeyError, AttributeError, RuntimeError):
        return None
    return set(rna.properties.keys()) - {"rna_type"}


def _operator(operator: str) -> Any:
    import bpy

    module, _, name = operator.partition(".")
    return getattr(getattr(bpy.ops, module), name)


def choose(ways: Sequence[Way], what: str) -> Way:
    """The first way that this Blender can go."""
    reasons = [(way, way.lacks()) for way in ways]
    found = next((way for way, reason in reasons if reason is None), None)
    if found is None:
        told = "; ".join(reason for _, reason in reasons if reason)
        raise NotSupportedError(f"{what} is not possible here: {told}", {"path": "format"})
    return found


def lacking(tables: Mapping[str, Mapping[str, Sequence[Way]]]) -> dict[str, str]:
    """The formats that this Blender cannot go, by `operation.format=name`, each with the reason; add-ons bring some."""
    found = {}
    for operation, table in tables.items():
        for name, ways in table.items():
            reasons = [way.lacks() for way in ways]
            if all(reasons):
                found[f"{operation}.format={name}"] = "; ".join(reason for reason in reasons if reason)
    return found


def run(way: Way, path: str, options: Json, what: str) -> None:
    """Runs the operator on a file. What it reports as an error is raised; what it was given is blamed, unless the
    operator itself broke."""
    arguments = way.arguments(options)
    try:
        result = _operator(way.operator)(filepath=path, **arguments)
    except RuntimeError as error:
        told = " ".join(str(error).replace("Error: ", "").split())
        facts = {"path": "path", "operator": way.operator}
        if "ModuleNotFoundError" in told:
            package = told.rpartition("No module named ")[2]
            raise NotSupportedError(f"{what}: {way.operator} needs the Python package {package}", facts) from error
        if "Traceback" in told:
            raise HandlerError(f"{what}: {way.operator} broke: {told[-300:]}", facts) from error
        raise InvalidParamsError(f"{what}: {told[-600:]}", facts) from error
    if result != {"FINISHED"}:
        raise HandlerError(f"{what}: {way.operator} did not finish", {"result": sorted(result)})


@contextlib.contextmanager
def stage(objects: Sequence[Any]) -> Iterator[Any]:
    """A scene of its own for exporters with these objects in it, all of them selected; it is the context until it ends,
    and gone afterwards. The artist's selection, active object, mode and frame range are in another scene."""
    import bpy

    source = bpy.context.scene
    scene = bpy.data.scenes.new("Scenewire")
    hidden = [node for node in objects if node.hide_viewport]
    try:
        _share(scene, source)
        for node in objects:
            scene.collection.objects.link(node)
        for node in hidden:
            node.hide_viewport = False
        layer = scene.view_layers[0]
        for node in objects:
            node.select_set(True, view_layer=layer)
        layer.objects.active = objects[0]
        layer.update()
        active = layer.objects.active
        with bpy.context.temp_override(
            scene=scene,
            view_layer=layer,
            collection=scene.collection,
            layer_collection=layer.layer_collection,
            selected_objects=list(objects),
            selected_editable_objects=list(objects),
            active_object=active,
            object=active,
        ):
            yield scene
    finally:
        for node in hidden:
            node.hide_viewport = True
        bpy.data.scenes.remove(scene)


@contextlib.contextmanager
def empty_stage() -> Iterator[Any]:
    """A stage for importers. Those that make rigs change the mode of the active object, which Blender takes from the
    window's own scene and from no override: the artist's own active object would go into Edit Mode. So the window
    shows this scene until it ends."""
    import bpy

    window = bpy.context.window or bpy.context.window_manager.windows[0]
    before, active = window.scene, window.view_layer.objects.active
    mode = active.mode if active is not None else "OBJECT"
    scene = bpy.data.scenes.new("Scenewire")
    _share(scene, before)
    try:
        window.scene = scene
        with bpy.context.temp_override(window=window):
            yield scene
    finally:
        window.scene = before
        bpy.data.scenes.remove(scene)
        if active is not None and active.mode != mode:
            with bpy.context.temp_override(window=window):
                bpy.ops.object.mode_set(mode=mode)


def _share(scene: Any, source: Any) -> None:
    for owner, names in _SHARED.items():
        here, there = (getattr(one, owner) if owner else one for one in (scene, source))
        for name in names:
            setattr(here, name, getattr(there, name))


def refuse_while_busy() -> None:
    """Raises `conflict` while the artist drags or renders: an exporter's scene would come in between."""
    reason = under_way()
    if reason is not None:
        raise ConflictError(reason, suggestions=["try again when it is done"])


class Arrivals:
    """What is new in the file since this was made."""

    def __init__(self) -> None:
        self._before = {kind: set(_uids(kind)) for kind in KINDS}

    def of(self, kind: str) -> list[Any]:
        """The new data-blocks of a collection of `bpy.data`, in its order."""
        import bpy

        blocks = getattr(bpy.data, kind)
        return [block for block, uid in zip(blocks, _uids(kind)) if uid not in self._before[kind]]


def _uids(kind: str) -> list[int]:
    import bpy

    return versions.session_uids(getattr(bpy.data, kind))


def settle_in(scene: Any, target: Any) -> None:
    """Moves what was imported into a stage to a collection (`target_collection()` before the stage: where the artist's
    new objects go), groups as they were."""
    for node in list(scene.collection.objects):
        scene.collection.objects.unlink(node)
        if node.name not in target.objects:
            target.objects.link(node)
    for group in list(scene.collection.children):
        scene.collection.children.unlink(group)
        if group.name not in target.children:
            target.children.link(group)


def deselect(nodes: Sequence[Any]) -> None:
    """Importers leave what they made selected, and an object takes that along into another scene."""
    import bpy

    layer = bpy.context.view_layer
    layer.update()
    for node in nodes:
        if node.name in layer.objects:
            node.select_set(False, view_layer=layer)


class Outgoing:
    """A file to be written: where the caller wants it, or in a folder of its own to be sent."""

    def __init__(self, folder: str, path: str, send: bool) -> None:
        self.path = path
        self._folder, self._send = folder, send
        self._before = {} if send else _stamps(folder)

    def told(self, job: Job, media: str) -> Json:
        """What was written, as the caller is told it: files by path, or their bytes."""
        stamps = _stamps(self._folder)
        written = sorted(name for name in stamps if stamps[name] != self._before.get(name))
        main = os.path.basename(self.path)
        if main not in written or not os.path.getsize(self.path):
            raise HandlerError("Blender said that it was done and wrote nothing", {"path": self.path})
        written.remove(main)
        result: Json = {"size": os.path.getsize(self.path)}
        if not self._send:
            return {**result, "path": self.path, "companions": [{"name": name} for name in written]}
        companions = [{"name": name, "data": self._sent(name, job, "application/octet-stream")} for name in written]
        return {**result, "data": self._sent(main, job, media), "companions": companions}

    def _sent(self, name: str, job: Job, media: str) -> Json:
        with open(os.path.join(self._folder, name), "rb") as file:
            data = file.read()
        return job.attach(data, "u1", (len(data),), media)


@contextlib.contextmanager
def outgoing(path: str | None, name: str) -> Iterator[Outgoing]:
    """Where to write: `path`, or a file of this name in a folder that is gone afterwards."""
    if path:
        yield Outgoing(os.path.dirname(path), path, send=False)
        return
    with tempfile.TemporaryDirectory(prefix="scenewire-") as folder:
        yield Outgoing(folder, os.path.join(folder, name), send=True)


def _stamps(folder: str) -> dict[str, tuple[int, int, int]]:
    found = {}
    for entry in os.scandir(folder):
        if entry.is_file():
            seen = entry.stat()
            found[entry.name] = (seen.st_mtime_ns, seen.st_ino, seen.st_size)
    return found


def keep_images(images: Sequence[Any], folder: str) -> None:
    """Packs pictures that lie in a folder which is about to go."""
    import bpy

    inside = os.path.realpath(folder) + os.sep
    for image in images:
        path = bpy.path.abspath(image.filepath)
        if image.packed_file is None and path and os.path.realpath(path).startswith(inside) and os.path.isfile(path):
            image.pack()
