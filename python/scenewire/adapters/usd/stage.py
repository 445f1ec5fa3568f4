"""The stage that is open. There is one per process, as there is one scene in any other host."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from scenewire.errors import ConflictError


class Current:
    """Holds the stage, and sees what changes on it, whoever does it."""

    def __init__(self) -> None:
        self._stage: Any = None
        self._listeners: list[Any] = []
        #: Grows with every change: tables of what is on the stage hold while it stays.
        self.changes = 0
        #: The names taken below a prim, and whether those in space are among them, as `naming` found it; forgotten
        #: when a prim there comes, goes or is called otherwise.
        self.taken: dict[tuple[Any, bool], tuple[set[str], set[str]]] = {}
        #: Identifiers of the layers that changed since somebody emptied it; other stages' layers are among them.
        self.dirty: set[str] = set()

    @property
    def stage(self) -> Any:
        """The stage."""
        if self._stage is None:
            self.open(_found() or empty())
        return self._stage

    def open(self, stage: Any) -> None:
        """Puts another stage in its place; the old one's layers go with the last who holds them."""
        from pxr import Sdf, Tf, Usd

        self.close()
        self._stage = stage
        self._listeners = [
            Tf.Notice.Register(Usd.Notice.ObjectsChanged, self._changed, stage),
            Tf.Notice.RegisterGlobally(Sdf.Notice.LayersDidChange, self._layers_changed),
        ]
        self.changes += 1

    def close(self) -> None:
        """Listens no more; the stage stays with whoever made it."""
        for listener in self._listeners:
            listener.Revoke()
        self._stage, self._listeners = None, []
        self.taken.clear()

    def _changed(self, notice: Any, _stage: Any) -> None:
        self.changes += 1
        other = [path for path in notice.GetResyncedPaths() if path.IsAbsoluteRootOrPrimPath()]
        for path in notice.GetChangedInfoOnlyPaths():
            if path.IsPrimPath() and "displayName" in notice.GetChangedFields(path):
                other.append(path)
        for path in other:
            for known in [known for known in self.taken if path.HasPrefix(known[0]) or known[0].HasPrefix(path)]:
                del self.taken[known]

    def _layers_changed(self, notice: Any, _sender: Any) -> None:
        self.dirty.update(layer.identifier for layer in notice.GetLayers())

    def prim(self, path: Any) -> Any:
        """The prim of a path; an invalid one when there is none."""
        return self.stage.GetPrimAtPath(path)

    def prims(self) -> Iterator[Any]:
        """All that is defined and active, loaded or not."""
        from pxr import Usd

        kept = Usd.PrimIsActive & Usd.PrimIsDefined & ~Usd.PrimIsAbstract
        return iter(Usd.PrimRange.Stage(self.stage, kept))

    def layers(self) -> list[Any]:
        """The layers that edits of this stage can go to: its own and their sublayers, the strongest first."""
        return list(self.stage.GetLayerStack(includeSessionLayers=True))

    def metres(self) -> float:
        """How long one unit is; a stage that does not say has centimetres, as USD's schema has it."""
        from pxr import UsdGeom

        return float(UsdGeom.GetStageMetersPerUnit(self.stage))

    def up(self) -> str:
        """`Y` or `Z`; a stage that does not say has Y."""
        from pxr import UsdGeom

        return str(UsdGeom.GetStageUpAxis(self.stage))

    def file(self) -> str:
        """The file of the root layer; empty while there is none."""
        layer = self.stage.GetRootLayer()
        return "" if layer.anonymous else str(layer.realPath)

    def refuse_locked(self) -> None:
        """Raises when what is written would have nowhere to go."""
        layer = self.stage.GetEditTarget().GetLayer()
        if layer is None or layer.expired:
            raise ConflictError("the stage's edit target has no layer", suggestions=["choose one: stage.SetEditTarget"])
        if not layer.permissionToEdit:
            raise ConflictError(
                f"the layer `{layer.identifier}` that edits go to is locked",
                {"layer": layer.identifier},
                ["choose another edit target: stage.SetEditTarget", "or unlock it: layer.SetPermissionToEdit(True)"],
            )


def empty() -> Any:
    """A stage of its own, with nothing on it: glTF's axes and units, said where nobody has to guess them."""
    from pxr import Usd, UsdGeom

    stage = Usd.Stage.CreateInMemory()
    UsdGeom.SetStageUpAxis(stage, UsdGeom.Tokens.y)
    UsdGeom.SetStageMetersPerUnit(stage, 1.0)
    stage.SetTimeCodesPerSecond(24.0)
    stage.SetFramesPerSecond(24.0)
    return stage


def _found() -> Any:
    """The stage that the program around us has put into USD's own cache, as its viewers do."""
    from pxr import UsdUtils

    return next(iter(UsdUtils.StageCache.Get().GetAllStages()), None)


#: The one of this process.
STAGE = Current()


def when() -> Any:
    """The time at which values are read: of what is animated its first sample, of all else what holds always."""
    from pxr import Usd

    return Usd.TimeCode.EarliestTime()
