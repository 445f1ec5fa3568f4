"""What happened in the scene, the artist's doing included: Blender's handlers say that something did, a look says what.

A handler runs in the middle of Blender's own work and for each step of a drag, so it only takes a note. The looks, a
few a second and only while somebody wants to know, compare the objects and the selection with those of the last one.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from scenewire.adapters.blender import versions
from scenewire.adapters.blender.identity import IDENTITY
from scenewire.adapters.blender.undo import UNDO
from scenewire.adapters.contract import Json

#: Ids that one event names; a model reads no more, and the engine counts the rest.
_NAMED = 64


class Happenings:
    """What was seen last. Holds numbers and names, never a reference: undo would leave it dangling."""

    def __init__(self) -> None:
        self._noted: list[Json] = []
        self._dirty = self._changed = False
        self._revision = -1
        self._epoch = -1
        self._nodes: dict[int, str] = {}
        self._selection: tuple[list[int], int | None] = ([], None)

    # The handlers call these.

    def updated(self, depsgraph: Any) -> None:
        """Blender has worked something out anew. Selecting is seen as an update of the scene alone."""
        self._dirty = True
        # Once seen it holds until the next look, which nobody may ever want.
        self._changed = (
            self._changed
            or depsgraph is None
            or any(update.id.bl_rna.identifier != "Scene" for update in depsgraph.updates)
        )

    def note(self, kind: str, path: str | None = None) -> None:
        """Something that Blender says by itself."""
        self._dirty = True
        self._noted.append({"kind": kind} if path is None else {"kind": kind, "path": path})
        del self._noted[:-_NAMED]

    def copied(self) -> None:
        """A file was written that is not the open one: saving it was no news."""
        if self._noted and self._noted[-1]["kind"] == "file_saved":
            self._noted.pop()

    # The adapter calls this.

    def take(self, fresh: bool) -> list[Json]:
        """What happened since the last look."""
        if not (fresh or self._dirty or self._revision != UNDO.revision):
            return []
        noted, self._noted = self._noted, []
        changed = self._changed or self._revision != UNDO.revision
        self._dirty, self._changed, self._revision = False, False, UNDO.revision
        # What was there in the file before has not been removed.
        exchanged, self._epoch = self._epoch != IDENTITY.epoch, IDENTITY.epoch
        nodes, selection = self._changes_of_nodes(fresh or exchanged), self._change_of_selection(fresh or exchanged)
        if fresh:
            return []
        if exchanged:
            return noted
        told = noted + nodes + selection
        return told if told or not changed else [{"kind": "scene_changed"}]

    def _changes_of_nodes(self, fresh: bool) -> list[Json]:
        import bpy

        objects = list(bpy.data.objects)
        uids = versions.session_uids(objects)
        known = self._nodes
        added = [] if fresh else [(uid, node.name) for uid, node in zip(uids, objects) if uid not in known]
        if not fresh and not added and len(uids) == len(known):
            return []
        present = set(uids)
        removed = [] if fresh else [(uid, name) for uid, name in known.items() if uid not in present]
        self._nodes = {uid: node.name for uid, node in zip(uids, objects)}
        told = (("nodes_added", added), ("nodes_removed", removed))
        return [{"kind": kind, **_named(those)} for kind, those in told if those]

    def _change_of_selection(self, fresh: bool) -> list[Json]:
        import bpy

        layer = bpy.context.view_layer
        selected, active = list(layer.objects.selected), layer.objects.active
        selection = (versions.session_uids(selected), versions.session_uid(active) if active else None)
        before, self._selection = self._selection, selection
        if fresh or selection == before:
            return []
        those = list(zip(selection[0], (node.name for node in selected)))
        active_id = None if active is None else IDENTITY.of("node", active)
        return [{"kind": "selection_changed", **_named(those), "active_id": active_id}]


def _named(those: list[tuple[int, str]]) -> Json:
    shown = those[:_NAMED]
    named: Json = {"ids": [IDENTITY.of_uid("node", uid) for uid, _ in shown], "names": [name for _, name in shown]}
    return {**named, "more": len(those) - _NAMED} if len(those) > _NAMED else named


#: One per process, as there is one `bpy.data`.
HAPPENINGS = Happenings()


def handlers() -> list[tuple[Any, Callable[..., None]]]:
    """Blender's lists of handlers, each with ours for it."""
    import bpy

    on = bpy.app.handlers

    def updated(_scene: Any, depsgraph: Any = None) -> None:
        HAPPENINGS.updated(depsgraph)

    def noting(kind: str, with_path: bool) -> Callable[..., None]:
        def note(*arguments: Any) -> None:
            HAPPENINGS.note(kind, _path(arguments) if with_path else None)

        return note

    told = [
        (on.depsgraph_update_post, updated),
        (on.undo_post, noting("undo", False)),
        (on.redo_post, noting("redo", False)),
        (on.load_post, noting("file_opened", True)),
        (on.save_post, noting("file_saved", True)),
    ]
    return [(handlers, on.persistent(handler)) for handlers, handler in told]


def _path(arguments: tuple[Any, ...]) -> str:
    """From 4.0 on Blender says which file it was; before, it can only be the open one."""
    import bpy

    given = next((argument for argument in arguments if isinstance(argument, str)), "")
    return given or str(bpy.data.filepath)
