"""Transactions, undo and redo: copies of the layers that edits go to, from before a step and after it.

USD has no undo of its own that Python reaches. A copy shares its arrays with the layer until one of them changes, so a
step costs the scene's structure and no geometry. Layers in memory alone are touched: files are written by `save_file`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from scenewire.adapters.usd.identity import IDENTITY
from scenewire.adapters.usd.stage import STAGE
from scenewire.errors import ConflictError

#: How many steps are kept, and how many prims and properties they may hold together.
MOST_STEPS = 64
MOST_SPECS = 4_000_000
#: The name of a step that keeps what others did between two calls.
OUTSIDE = "changes made outside"


@dataclass
class State:
    """Everything that a step comes back to: layers by identifier, copied, and what the ids lead to."""

    layers: dict[str, Any]
    ids: dict[int, Any]
    target: Any
    specs: int = 0


@dataclass
class _Step:
    name: str
    before: State
    after: State
    ours: bool = True
    number: int = 0


class Undo:
    """The steps of the open stage."""

    def __init__(self) -> None:
        self.open = False
        self.revision = 1
        self._touched = False
        self._steps: list[_Step] = []
        self._at = 0
        self._now: State | None = None
        #: Each state has a number: by it one tells whether a file on disk holds the present.
        self._counter = self._floor = 0
        self._saved = 0

    # The engine calls these.

    def begin(self, _label: str) -> None:
        """Opens a transaction."""
        self.notice()
        self.present()
        self.open, self._touched = True, False

    def commit(self, label: str) -> None:
        """Closes it as one step."""
        self.open = False
        if self._touched:
            self._push(label, ours=True)
        self.revision += 1

    def roll_back(self, _label: str) -> None:
        """Back to where `begin` was. A transaction that refused before it wrote costs nothing."""
        self.open = False
        if self._touched:
            self.take_back()
            self.revision += 1

    def take_back(self) -> None:
        """Puts the stage back to where `begin` was; a transaction that is open stays open."""
        if self._now is not None:
            self._restore(self._now)

    # The adapter calls these.

    def touch(self) -> None:
        """Said before the first write of a transaction."""
        STAGE.refuse_locked()
        self._touched = True

    def may_edit(self) -> None:
        """Said before code runs that may do anything, to whatever layer it chooses."""
        self._touched = True

    def undo(self, steps: int) -> list[str]:
        """Takes back up to so many steps; their names, the latest first."""
        self.notice()
        names: list[str] = []
        while len(names) < steps and self._at:
            self._at -= 1
            self._go(self._steps[self._at].before)
            names.append(self._steps[self._at].name)
        return names

    def redo(self, steps: int) -> list[str]:
        """Does again up to so many steps."""
        self.notice()
        names: list[str] = []
        while len(names) < steps and self._at < len(self._steps):
            self._go(self._steps[self._at].after)
            names.append(self._steps[self._at].name)
            self._at += 1
        return names

    def undo_last(self) -> str:
        """Takes back the last step when a call made it."""
        self.notice()
        last = self._steps[self._at - 1] if self._at else None
        if last is None:
            raise ConflictError("no command has changed this stage, so there is nothing to take back")
        if not last.ours:
            raise ConflictError(
                "somebody else has worked on the stage since: that would be lost with the agent's step",
                {"last": last.name},
                ["undo takes back step by step, others' work too"],
            )
        return self.undo(1)[0]

    def notice(self) -> None:
        """Keeps as a step of its own what somebody else changed between two calls."""
        if not self.open and self.outside():
            if self._now is None:
                self._counter += 1
                self._floor = self._counter
                STAGE.dirty.clear()
            else:
                self._push(OUTSIDE, ours=False)
            self.revision += 1

    def modified(self) -> bool:
        """Whether there is something that a save would keep."""
        return self.outside() or self._number() != self._saved

    def saved(self) -> None:
        """The files hold the present."""
        self.notice()
        self._saved = self._number()

    def opened(self) -> None:
        """Another stage is open."""
        IDENTITY.new_epoch()
        self._steps, self._at, self._now = [], 0, None
        self.open = False
        STAGE.dirty.clear()
        self._counter += 1
        self._floor = self._counter
        self._saved = self._number()
        self.revision += 1

    def moved(self, was: str, layer: Any) -> None:
        """The root layer is another one now that says the same: the states lead to it."""
        states = [self.present(), *(state for step in self._steps for state in (step.before, step.after))]
        for state in {id(state): state for state in states}.values():
            if was in state.layers:
                state.layers = {layer.identifier if name == was else name: kept for name, kept in state.layers.items()}
            if state.target and not state.target.expired and state.target.identifier == was:
                state.target = layer
        STAGE.dirty.clear()

    def restored(self) -> None:
        """The present is not what the file on disk holds, though it was just read."""
        self._saved = -1

    def present(self) -> State:
        """The state that a roll-back comes to."""
        if self._now is None:
            self._now = _taken(None)
        return self._now

    def _number(self) -> int:
        return self._steps[self._at - 1].number if self._at else self._floor

    def outside(self) -> bool:
        """Whether a layer of the stage changed since the present was kept."""
        return bool(STAGE.dirty) and any(layer.identifier in STAGE.dirty for layer in STAGE.layers())

    def _push(self, name: str, ours: bool) -> None:
        before = self.present()
        self._now = _taken(before)
        self._counter += 1
        self._steps[self._at :] = [_Step(name, before, self._now, ours, self._counter)]
        while len(self._steps) > MOST_STEPS or (
            len(self._steps) > 1 and sum(step.after.specs for step in self._steps) > MOST_SPECS
        ):
            self._floor = self._steps.pop(0).number
        self._at = len(self._steps)

    def _go(self, state: State) -> None:
        self._restore(state)
        self._now = state
        self.revision += 1

    def _restore(self, state: State) -> None:
        from pxr import Sdf

        present = self._now.layers if self._now else {}
        # The root is among the first: which layers there are besides depends on it.
        for identifier, kept in state.layers.items():
            layer = Sdf.Layer.Find(identifier)
            if layer is not None and (identifier in STAGE.dirty or present.get(identifier) is not kept):
                _overwrite(layer, kept)
        if state.target and not state.target.expired and STAGE.stage.HasLocalLayer(state.target):
            STAGE.stage.SetEditTarget(state.target)
        STAGE.dirty.clear()
        IDENTITY.restore(state.ids)
        forget_lost()


def forget_lost() -> None:
    """Ends the ids of what is not on the stage any more."""
    IDENTITY.prune(lambda key: bool(STAGE.stage.GetObjectAtPath(key[0])))


def _taken(before: State | None) -> State:
    """The state that the stage is in. A layer that did not change since another one is shared with it."""
    layers: dict[str, Any] = {}
    specs = 0
    for layer in STAGE.layers():
        kept = before.layers.get(layer.identifier) if before else None
        if kept is None or layer.identifier in STAGE.dirty:
            kept = copied(layer)
            specs += _size(kept)
        layers[layer.identifier] = kept
    STAGE.dirty.clear()
    return State(layers, IDENTITY.kept(), STAGE.stage.GetEditTarget().GetLayer(), specs)


def copied(layer: Any) -> Any:
    """A layer in memory that says the same."""
    from pxr import Sdf

    copy = Sdf.Layer.CreateAnonymous("scenewire")
    copy.TransferContent(layer)
    return copy


def _size(layer: Any) -> int:
    """How many prims and properties a layer has."""
    count = 0

    def seen(_path: Any) -> None:
        nonlocal count
        count += 1

    layer.Traverse("/", seen)
    return count


def _overwrite(layer: Any, kept: Any) -> None:
    locked = not layer.permissionToEdit
    if locked:
        layer.SetPermissionToEdit(True)
    try:
        layer.TransferContent(kept)
    finally:
        if locked:
            layer.SetPermissionToEdit(False)


#: One per process, as there is one stage.
UNDO = Undo()
