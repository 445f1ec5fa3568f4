"""What a scene says of itself as a whole: its file, its rate of frames."""

from __future__ import annotations

import os

from scenewire.errors import InvalidParamsError

#: Maya's words for rates; others are `23.976fps`.
_RATES = {"game": 15.0, "film": 24.0, "pal": 25.0, "ntsc": 30.0, "show": 48.0, "palf": 50.0, "ntscf": 60.0}
#: Rates that have no word of their own (currentUnit's documentation).
_NUMBERED = (
    2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 23.976, 29.97, 29.97, 40, 47.952, 59.94, 75, 80, 90, 100, 120, 125, 150, 200,
    240, 250, 300, 375, 400, 500, 600, 750, 1200, 1500, 2000, 3000, 6000, 44100, 48000,
)  # fmt: skip


def fps() -> float:
    """Frames per second."""
    from maya import cmds

    word = str(cmds.currentUnit(query=True, time=True))
    if word in _RATES:
        return _RATES[word]
    number = word[: -len("fps")] if word.endswith("fps") else word.rstrip("df")
    return float(number)


def set_fps(rate: float) -> None:
    """Writes it; keys stay at their seconds."""
    from maya import cmds

    word = next((name for name, known in _RATES.items() if abs(known - rate) < 1e-6), None)
    if word is None:
        number = next((known for known in _NUMBERED if abs(known - rate) < 1e-3), None)
        if number is None:
            near = sorted({*_RATES.values(), *map(float, _NUMBERED)}, key=lambda known: abs(known - rate))[:3]
            raise InvalidParamsError(
                f"Maya has no rate of {rate:g} frames per second",
                {"path": "fps", "got": rate, "expected": "one of Maya's rates"},
                [f"{known:g}" for known in near],
            )
        word = f"{number:g}fps"
    cmds.currentUnit(time=word)


def file() -> str:
    """The file that is open; empty while there is none."""
    from maya import cmds

    return str(cmds.file(query=True, sceneName=True) or "")


def scene_name() -> str:
    """What the scene is called: its file, or what Maya calls it while it has none."""
    return os.path.splitext(os.path.basename(file()))[0] or "untitled"


def modified() -> bool:
    """Whether there is something that a save would keep."""
    from maya import cmds

    return bool(cmds.file(query=True, modified=True))


def up() -> str:
    """`Y` or `Z`."""
    from maya import cmds

    return str(cmds.upAxis(query=True, axis=True)).upper()
