"""What happens in a scene, as it happens: ``for event in client.events(kinds=["selection_changed"]): ...``."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, field, fields
from typing import Any

#: One question waits no longer for an answer: it must not outlast a gateway's patience, or Ctrl-C.
_WAIT = 20.0

#: Asks the host: arguments of `get_events` to its answer.
Ask = Callable[[dict[str, Any]], Any]
AskAsync = Callable[[dict[str, Any]], Awaitable[Any]]


@dataclass(frozen=True)
class Event:
    """Something that happened, or ``count`` alike things that came faster than they are told."""

    #: ``nodes_added``, ``selection_changed`` and so on, as ``get_events`` lists them; ``missed`` when this reader was
    #: too far behind, and ``count`` events are no longer kept; ``restarted`` when the host is another run than before.
    kind: str
    count: int = 1
    #: Grows by one from event to event; 0 for ``missed`` and ``restarted``.
    number: int = 0
    #: When the first of them happened, in UTC.
    time: str = ""
    #: ``artist`` or ``call``.
    by: str = ""
    #: Of a call: whether this client made it, what it did, and its name in the gateway's audit.
    own: bool = False
    operation: str | None = None
    call: str | None = None
    #: Nodes added, removed or selected now, their names, and how many more there are.
    ids: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    more: int = 0
    #: Of a selection: the active node.
    active_id: str | None = None
    #: The file that was opened or saved.
    path: str | None = None


def _event(told: dict[str, Any]) -> Event:
    """Without what a later host tells and this client does not know."""
    return Event(**{name: told[name] for name in _FIELDS if name in told})


_FIELDS = [each.name for each in fields(Event)]


class _Reader:
    """Where it is, and what it has in hand."""

    def __init__(self, kinds: Iterable[str], since: str | None, timeout: float | None) -> None:
        self._kinds = list(kinds)
        self._timeout = timeout
        self._in_hand: list[Event] = []
        #: Give it to ``events(since=...)`` to go on from here, in another process too.
        self.cursor = since

    def _question(self, wait: float) -> dict[str, Any]:
        question: dict[str, Any] = {"wait": max(0.0, min(wait, _WAIT))}
        if self._kinds:
            question["kinds"] = self._kinds
        if self.cursor is not None:
            question["after"] = self.cursor
        return question

    def _take(self, answer: dict[str, Any]) -> None:
        if answer["restarted"]:
            self._in_hand.append(Event("restarted"))
        if answer["missed"]:
            self._in_hand.append(Event("missed", count=answer["missed"]))
        self._in_hand += [_event(told) for told in answer["events"]]
        self.cursor = answer["cursor"]

    def _left(self, since: float) -> float:
        return _WAIT if self._timeout is None else self._timeout - (time.monotonic() - since)


class Events(_Reader):
    """What happens from when it was made; ends when nothing did for ``timeout`` seconds."""

    def __init__(self, ask: Ask, kinds: Iterable[str], since: str | None, timeout: float | None) -> None:
        super().__init__(kinds, since, timeout)
        self._ask = ask
        if since is None:
            self._take(ask(self._question(0.0)))

    def __iter__(self) -> Events:
        return self

    def __next__(self) -> Event:
        since = time.monotonic()
        while not self._in_hand:
            left = self._left(since)
            self._take(self._ask(self._question(left)))
            if not self._in_hand and self._timeout is not None and left <= _WAIT:
                raise StopIteration
        return self._in_hand.pop(0)


class AsyncEvents(_Reader):
    """The same for asyncio; begins with what happens after its first ``anext``, or with ``since``."""

    def __init__(self, ask: AskAsync, kinds: Iterable[str], since: str | None, timeout: float | None) -> None:
        super().__init__(kinds, since, timeout)
        self._ask = ask

    def __aiter__(self) -> AsyncEvents:
        return self

    async def __anext__(self) -> Event:
        since = time.monotonic()
        while not self._in_hand:
            left = self._left(since)
            self._take(await self._ask(self._question(left)))
            if not self._in_hand and self._timeout is not None and left <= _WAIT:
                raise StopAsyncIteration
        return self._in_hand.pop(0)
