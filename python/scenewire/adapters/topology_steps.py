"""Which vertex, edge or face became which, from topology to topology of one mesh: an id from before an edit of ours
leads to the same element after it.
"""

from __future__ import annotations

from array import array

#: What is remembered of larger meshes would cost more than reading them again.
MOST_REMEMBERED = 200_000
#: Steps of one mesh; an agent that goes on with ids older than this reads them again.
MOST_STEPS = 16


class Steps:
    """The edits of one mesh."""

    def __init__(self) -> None:
        self._steps: list[tuple[str, str, dict[str, array[int]]]] = []

    def add(self, before: str, after: str, moved: dict[str, array[int]]) -> None:
        """``moved`` has the new index of every old one, -1 for what is gone, by kind."""
        self._steps = [step for step in self._steps if step[0] != before or step[1] != after][1 - MOST_STEPS :]
        self._steps.append((before, after, moved))

    def follow(self, topology: str, now: str, kind: str, index: int, depth: int = 0) -> int | None:
        """The index that it has now; -1 when it is gone, None when nothing leads here."""
        if topology == now:
            return index
        for before, after, moved in reversed(self._steps) if depth < MOST_STEPS else ():
            if before != topology:
                continue
            reached = self.follow(after, now, kind, moved[kind][index] if index >= 0 else -1, depth + 1)
            if reached is not None:
                return reached
        return None
