"""Which index of a mesh's elements became which, from topology to topology, as an adapter's own edits told it: what
keeps ids of vertices, edges and faces alive over what our operations do."""

from __future__ import annotations

from array import array

#: What is remembered of larger meshes would cost more than reading them again.
MOST_REMEMBERED = 200_000
#: Steps of one mesh; an agent that goes on with ids older than this reads them again.
MOST_STEPS = 16


class TopologySteps:
    """The steps of one mesh."""

    def __init__(self) -> None:
        self._steps: list[tuple[str, str, dict[str, array[int]]]] = []

    def add(self, before: str, after: str, moved: dict[str, array[int]]) -> None:
        """Remembers a step: by kind the new index of each old one, -1 for what is gone."""
        self._steps = [step for step in self._steps if step[0] != before or step[1] != after][1 - MOST_STEPS :]
        self._steps.append((before, after, moved))

    def follow(self, topology: str, now: str, kind: str, index: int, depth: int = 0) -> int | None:
        """The index that it has now; -1 when it is gone, or never was; None when nothing leads here."""
        if topology == now:
            return index
        for before, after, moved in reversed(self._steps) if depth < MOST_STEPS else ():
            if before != topology:
                continue
            reached = self.follow(after, now, kind, _moved(moved[kind], index), depth + 1)
            if reached is not None:
                return reached
        return None


def _moved(table: array[int], index: int) -> int:
    return table[index] if 0 <= index < len(table) else -1
