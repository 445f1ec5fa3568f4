"""Transactions on Blender's own undo stack, with a window and without.

**Invariant:** while a transaction is open, the top of the undo stack is the state that `begin` found, or, when the
event loop had a turn meanwhile (`away.py`), one growing step above it. A roll-back pushes what there is, in place of
that step, and undoes once, and so lands there, whatever was done in between and by whatever means.
"""

from __future__ import annotations

import logging
import operator
from collections.abc import Callable
from typing import Any

from scenewire.adapters.blender import versions
from scenewire.adapters.blender.artist import dragging
from scenewire.adapters.blender.context import settle
from scenewire.adapters.blender.grouped import push_grouped
from scenewire.errors import ConflictError, HandlerError

log = logging.getLogger("scenewire")

PREFIX = "Scenewire: "
#: A step that only keeps edits that nobody had pushed; undoing a command passes over it.
KEEP = PREFIX + "keep the changes before "
FAILED = " (failed)"

#: The most that Blender allows. With its default of 32, 32 commands of an agent push the artist's whole history out.
#: Steps share what did not change, so 256 of them cost little memory; the artist's memory limit goes on to apply.
MOST_STEPS = 256

#: Modes in which Blender's undo pushes the whole file. In the others (edit, sculpt, texture paint) a push keeps only
#: what that mode edits, so that a roll-back would miss every other change.
_WHOLE_FILE_MODES = {"OBJECT", "POSE", "PAINT_WEIGHT", "PAINT_VERTEX"}


class Undo:
    """The transaction state: whether one is open, whether the top of the stack is the present, how often it changed."""

    def __init__(self) -> None:
        self.revision = 1
        #: The revision that the file on disk holds.
        self.saved_revision = 1
        self.open = False
        self.ready = False
        self._touched = False
        self._clean = False
        self._counts: tuple[int, ...] = ()
        #: The same as a call has seen it that only reads.
        self._seen: tuple[int, ...] | None = None
        self._steps_before: int | None = None
        self._pushed = 0
        self._quiet = False
        self._just_saved = False
        self._edited = False
        #: Whether others have the event loop while a transaction is open, and whether they have edited.
        self._away = False
        self._disturbed = False
        #: Set when anything was changed, also by what the open transaction does; who wants to know sets it back before.
        self.stirred = False
        #: Whether a step on top of the stack holds what the open transaction has done.
        self._parked = False
        #: Names of steps that can be redone and must not be: what failed after it had grown into one.
        self.taken_back: set[str] = set()

    # The engine calls these three.

    def begin(self, label: str) -> None:
        """Opens a transaction; `conflict` when a roll-back could not be promised."""
        refuse_if_impossible()
        self.notice()
        if not self._clean:
            self.push(KEEP + label)
        self.open, self._touched = True, False

    def commit(self, label: str) -> None:
        """Closes it as one step."""
        self.push(PREFIX + label, grouped=self._parked)
        self.taken_back.discard(PREFIX + label)
        self.open = self._parked = False
        self.revision += 1

    def roll_back(self, label: str) -> None:
        """Back to where `begin` was. A transaction that refused before it wrote costs nothing."""
        parked, self.open, self._parked = self._parked, False, False
        if not self._touched:
            return
        if parked:
            # The step that it grew into is on the stack already, under the name that it would have kept.
            self.taken_back.add(PREFIX + label)
        self.take_back(label, parked)
        self.revision += 1

    def take_back(self, label: str, parked: bool = False) -> None:
        """Puts the scene back to where `begin` was; a transaction that is open stays open."""
        import bpy

        self.push(PREFIX + label + ("" if parked else FAILED), grouped=parked)
        with self.own_changes():
            result = bpy.ops.ed.undo()
        if result != {"FINISHED"}:
            raise HandlerError(f"Blender did not roll back `{label}`; undo it by hand", {"result": sorted(result)})

    # The adapter calls these.

    def touch(self) -> None:
        """Said before the first write of a transaction."""
        self._touched = True

    def push(self, name: str, grouped: bool = False) -> None:
        """Pushes the present as a step; a grouped one takes the place of the one on top that has the same name."""
        import bpy

        with self.own_changes():
            settle()
            result = {"FINISHED"}
            if grouped:
                push_grouped(name)
            else:
                result = bpy.ops.ed.undo_push(message=name)
        if result != {"FINISHED"}:
            raise HandlerError("Blender did not take an undo step", {"result": sorted(result)})
        self.ready = True
        self._pushed += 1
        if self._pushed == MOST_STEPS:
            log.warning("%d undo steps since the file was opened: the oldest ones are dropped from now on", MOST_STEPS)

    def leave(self, label: str) -> None:
        """Others have the event loop from now on, and the transaction stays open. What is done up to here is a step
        that grows: an undo of the artist's would mix up what no step holds with what he goes back to."""
        if self._touched:
            self.push(PREFIX + label, grouped=True)
            self._parked = True
        self._counts = counts()
        self._away, self._disturbed = True, False

    def come_back(self) -> bool:
        """Whether somebody has edited since."""
        disturbed = self._disturbed or self._counts != counts()
        self._away = self._disturbed = False
        return disturbed

    def let_go(self) -> None:
        """The transaction is over without an end of its own; whether a step holds the present is not known."""
        self.open = self._parked = False
        self._clean = False
        self._edited = True
        self.revision += 1

    def own_changes(self) -> _Own:
        """While it lasts, changes are ours; after it, the present is what the stack's top holds."""
        return _Own(self, pushed=True)

    def own_changes_kept(self) -> _Own:
        """While it lasts, changes are ours and taken back: whether the present is on the stack stays as it was."""
        return _Own(self, pushed=False)

    def notice(self) -> None:
        """Sees the changes that somebody else made since the last transaction."""
        seen, self._seen = self._seen, None
        if not self.open:
            settle()
            if self._counts != (seen or counts()):
                self.foreign_change()

    def forget(self) -> None:
        """A call begins: what was seen before it, somebody may have changed since."""
        self._seen = None

    def objects(self) -> int:
        """How many objects the file has, for a call that only reads. Blender counts them one by one, which of ten
        thousand takes as long as all else: so once for the call, and for the look that follows it."""
        if self._seen is None:
            self._seen = counts()
        return self._seen[0]

    def foreign_change(self) -> None:
        """Somebody else changed the scene."""
        self.stirred = self.stirred or not self._quiet
        if self._away and not self._quiet:
            self._disturbed = True
        if self._quiet or self.open:
            return
        self._clean = False
        self._counts = counts()
        self.revision += 1

    def loaded(self) -> None:
        """Another file is open: its undo stack is empty, in the background it does not even exist."""
        self.open = self._away = self._parked = False
        self.ready = not versions.headless()
        self._pushed = 0
        self.adopt(modified=False)
        self.saved()

    def saved(self) -> None:
        """The file on disk holds the present. A window learns of it on the next turn of its event loop."""
        self.saved_revision = self.revision
        self._edited = False
        if not versions.headless():
            import bpy

            self._just_saved = True
            bpy.app.timers.register(self._forget_saving, first_interval=0.0)

    def restored(self) -> None:
        """The present is not what the file on disk holds, though it was just read."""
        self.adopt(modified=True)
        self._edited, self._just_saved = True, False

    def _forget_saving(self) -> None:
        self._just_saved = False

    def modified(self) -> bool:
        """Whether there is something that a save would keep. Without a window Blender itself does not keep count: it
        forgets no change when it saves, and sees none that was not pushed. With one it counts a turn of the event loop
        late, and so forgets what we do in the turn in which a file was opened."""
        import bpy

        if versions.headless():
            return self.revision != self.saved_revision
        return self._edited or (bool(bpy.data.is_dirty) and not self._just_saved)

    def adopt(self, modified: bool) -> None:
        """What is there now is where counting begins; whether a step holds it is not known."""
        self._clean = False
        self._counts = counts()
        self.revision += 1
        self.saved_revision = 0 if modified else self.revision

    def unpushed(self) -> bool:
        """Whether there may be changes that no step holds."""
        self.notice()
        return not self._clean

    def settled(self) -> None:
        self._clean = True
        self._counts = counts()

    def raise_limit(self) -> None:
        """Makes room for the agent's steps beside the artist's; `restore_limit` puts the preference back."""
        import bpy

        edit = bpy.context.preferences.edit
        if self._steps_before is None:
            self._steps_before = edit.undo_steps
            edit.undo_steps = max(edit.undo_steps, MOST_STEPS)

    def restore_limit(self) -> None:
        import bpy

        if self._steps_before is not None:
            bpy.context.preferences.edit.undo_steps = self._steps_before
            self._steps_before = None


class _Own:
    """A stretch in which Blender's handlers report our own changes."""

    def __init__(self, undo: Undo, pushed: bool) -> None:
        self._undo = undo
        self._pushed = pushed

    def __enter__(self) -> None:
        if not self._pushed:
            self._undo.notice()
        self._undo._quiet = True

    def __exit__(self, kind: object, *_rest: object) -> None:
        try:
            # What was done is evaluated now; later, the handler would take it for somebody else's work.
            settle()
        finally:
            self._undo._quiet = False
        if kind is None and self._pushed:
            self._undo.settled()
            self._undo._edited = True


def refuse_if_impossible() -> None:
    """Raises `conflict` when Blender could not undo what comes now."""
    import bpy

    edit = bpy.context.preferences.edit
    if not edit.use_global_undo:
        raise ConflictError(
            "Global Undo is off in Blender's preferences, so a change could not be taken back",
            suggestions=["turn on Edit > Preferences > System > Memory & Limits > Global Undo"],
        )
    mode = bpy.context.mode
    if mode not in _WHOLE_FILE_MODES:
        active = bpy.context.view_layer.objects.active
        raise ConflictError(
            f"the artist is in {mode.replace('_', ' ').lower()} mode on `{active.name if active else ''}`; "
            "a change made now could not be taken back",
            {"mode": mode},
            ["ask the artist to go back to Object Mode (Tab), then try again"],
        )
    # A call from the queue waits for the end of a drag; this is for what the host's own Python asks meanwhile.
    dragged = dragging()
    if dragged is not None:
        raise ConflictError(f"the artist is dragging ({dragged})", {"operator": dragged}, ["try again when it is done"])


def counts() -> tuple[int, ...]:
    """How many data-blocks there are of each kind: sees what is added or removed without being in the scene."""
    import bpy

    return tuple(map(len, _OF_EACH(bpy.data)))


COUNTED = (
    "objects", "meshes", "materials", "lights", "cameras", "collections", "images", "textures", "node_groups",
    "actions", "armatures", "curves", "worlds", "scenes", "libraries", "texts",
)  # fmt: skip
#: Looked up together: they are counted after every call.
_OF_EACH = operator.attrgetter(*COUNTED)

#: One per process, as there is one undo stack.
UNDO = Undo()

Handler = Callable[..., Any]
