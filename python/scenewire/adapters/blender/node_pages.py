"""Pages of lists of scene objects. Which there are in which order is kept while nobody changes the scene: a page of
fifty of ten thousand then costs little more than the fifty."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from scenewire.adapters.blender.identity import IDENTITY
from scenewire.adapters.blender.undo import UNDO
from scenewire.adapters.blender.versions import session_uid, session_uids
from scenewire.adapters.crud import Page, after


class NodePages:
    """Gives pages of the objects of a scene, or of one parent, in the order in which they came to be.

    Every read settles first, by which changes become known. Numbers are kept, never an object, and from the second page
    on only: who looks at one has no use for ten thousand numbers. By its name Blender finds an object by going through
    all before it, one name at a time; a stretch of its list it gives at once.
    """

    def __init__(self, nodes_of: Callable[[str | None], Iterable[Any]]) -> None:
        self._nodes_of = nodes_of
        self._seen: tuple[int, ...] = ()
        self._uids: list[int] = []
        #: Where each is in the file's own list, which is in the order of names.
        self._at: list[int] | None = None

    def __call__(self, parent: str | None, last: Any, limit: int) -> Page:
        # The changes of a transaction are not counted yet.
        if parent is None and not UNDO.open:
            page = self._kept(last, limit)
            if page is not None:
                return page
        nodes, uids = self._ordered(parent)
        start, end = _stretch(uids, last, limit)
        return _page(nodes[start:end], uids, start, end)

    def _kept(self, last: Any, limit: int) -> Page | None:
        """The page by what is known; None when nothing is, or somebody exchanged objects and Blender told nobody."""
        import bpy

        now = (UNDO.revision, IDENTITY.epoch, session_uid(bpy.context.scene), UNDO.objects())
        if now != self._seen:
            self._seen, self._at = now, None
            return None
        if self._at is None:
            _, self._uids = self._ordered(None)
            places = {uid: place for place, uid in enumerate(session_uids(bpy.data.objects[:]))}
            self._at = [places[uid] for uid in self._uids]
        start, end = _stretch(self._uids, last, limit)
        found = _taken(self._at[start:end])
        true = session_uids(found) == self._uids[start:end]
        return _page(found, self._uids, start, end) if true else None

    def _ordered(self, parent: str | None) -> tuple[list[Any], list[int]]:
        nodes = list(self._nodes_of(parent))
        uids = session_uids(nodes)
        ordered = sorted(uids)
        if ordered != uids:
            nodes = [nodes[number] for number in sorted(range(len(nodes)), key=uids.__getitem__)]
        return nodes, ordered


def _taken(places: list[int]) -> list[Any]:
    """The objects at these places of the file's list, which is as long as it was when the places were seen."""
    import bpy

    found: dict[int, Any] = {}
    for first, last in _runs(sorted(places)):
        found.update(zip(range(first, last + 1), bpy.data.objects[first : last + 1]))
    return [found[place] for place in places]


def _runs(places: list[int]) -> list[tuple[int, int]]:
    """Stretches that hold all places: what lies between two of them is taken along where that is quicker than to walk
    there from the beginning of the list again."""
    runs: list[tuple[int, int]] = []
    for place in places:
        if runs and (place - runs[-1][1]) * _STEPS_PER_OBJECT <= place:
            runs[-1] = runs[-1][0], place
        else:
            runs.append((place, place))
    return runs


#: So many objects of its list Blender passes in the time in which it hands out one: 7 ns and 65 ns, and each stretch
#: counts the list once.
_STEPS_PER_OBJECT = 5


def _stretch(uids: list[int], last: Any, limit: int) -> tuple[int, int]:
    """Where a page begins and ends. A cursor of a file that was open before comes before all."""
    start = after(uids, last - IDENTITY.place(0) if type(last) is int else last)
    return start, min(start + limit, len(uids))


def _page(targets: list[Any], uids: list[int], start: int, end: int) -> Page:
    return Page(targets, len(uids), IDENTITY.place(uids[end - 1]) if start < end < len(uids) else None)
