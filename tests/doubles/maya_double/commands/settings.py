"""What is set of the whole: `about`, time, units, the axis that is up, plug-ins, workspace, notes of the file.

Source: these commands in Autodesk's reference.
"""

from __future__ import annotations

import os
import sys
from typing import Any

from .. import tables, units
from ..calls import Call, Session, command
from ..scene import scene


@command("about", create="version batch apiVersion installedVersion product application operatingSystem cutIdentifier majorVersion minorVersion "
         "patchVersion windows linux macOS linux64 is64 api evalVersion ltVersion irix localizedResourceLocation uiLanguage "
         "buildDirectory environmentFile preferences qtVersion currentDate currentTime date productVersion", query="")  # fmt: skip
def about(call: Call) -> Any:
    """What Maya this is: the double says so by its product."""
    version = tables.VERSION
    number = int(version) * 10000
    answers: dict[str, Any] = {
        "version": version, "installedVersion": version, "majorVersion": version, "minorVersion": "0",
        "patchVersion": "0", "batch": Session.batch, "apiVersion": number, "api": number,
        "product": f"Maya {version} (double of Scenewire)", "productVersion": f"Maya {version}",
        "application": "maya", "operatingSystem": sys.platform, "cutIdentifier": "double",
        "windows": sys.platform == "win32", "linux": sys.platform == "linux", "linux64": sys.platform == "linux",
        "macOS": sys.platform == "darwin", "is64": True, "evalVersion": False, "ltVersion": False, "irix": False,
        "uiLanguage": "en_US", "preferences": os.environ.get("MAYA_APP_DIR", ""), "environmentFile": "",
        "localizedResourceLocation": "", "buildDirectory": "", "qtVersion": "", "date": "", "currentDate": "", "currentTime": "",
    }  # fmt: skip
    return next((answers[flag] for flag in call.flags), answers["product"])


@command("currentTime", create="update", query="update", edit="update")
def current_time(call: Call) -> float:
    """The current time in frames; edited, all that is animated follows."""
    if call.query or not call.args:
        return units.frames(scene.get("time"))
    scene.set("time", units.seconds(call.args[0]))
    scene.tell("time", scene.get("time"))
    return units.frames(scene.get("time"))


RANGES = {"minTime": ("range", 0), "maxTime": ("range", 1), "animationStartTime": ("animation_range", 0),
          "animationEndTime": ("animation_range", 1)}  # fmt: skip
PLAY = (
    " ".join(RANGES)
    + " selectionStartTime selectionEndTime selectionVisible loop by playbackSpeed framesPerSecond maxPlaybackSpeed view slider"
)


@command("playbackOptions", create=PLAY, query=PLAY, edit=PLAY)
def playback_options(call: Call) -> Any:
    """The ranges of the time slider; the animation range always holds the playback range."""
    if call.query:
        for flag in call.flags:
            if flag in RANGES:
                name, end = RANGES[flag]
                return units.frames(scene.get(name)[end])
            answers = {"loop": scene.get("loop"), "by": scene.get("by"), "playbackSpeed": scene.get("speed"),
                       "framesPerSecond": units.fps(), "maxPlaybackSpeed": 0.0, "view": "active", "slider": "", "selectionVisible": False,
                       "selectionStartTime": units.frames(scene.get("range")[0]), "selectionEndTime": units.frames(scene.get("range")[1])}  # fmt: skip
            return answers[flag]
        raise RuntimeError("playbackOptions: nothing to query")
    for flag, (name, end) in RANGES.items():
        if call.get(flag) is not None:
            pair = list(scene.get(name))
            pair[end] = units.seconds(call.get(flag))
            if pair[0] > pair[1]:
                pair[1 - end] = pair[end]
            scene.set(name, tuple(pair))
            widen(flag)
    for flag, name in (("loop", "loop"), ("by", "by"), ("playbackSpeed", "speed")):
        if call.get(flag) is not None:
            scene.set(name, call.get(flag))
    scene.touched()
    return 1


def widen(flag: str) -> None:
    """Keeps the playback range within the animation range: what was set last wins."""
    play, whole = scene.get("range"), scene.get("animation_range")
    if flag in ("minTime", "maxTime"):
        scene.set("animation_range", (min(play[0], whole[0]), max(play[1], whole[1])))
    else:
        scene.set("range", (max(play[0], whole[0]), min(play[1], whole[1])))


@command(
    "currentUnit",
    create="linear angle time updateAnimation fullName",
    query="linear angle time fullName",
    edit="linear angle time updateAnimation",
)
def current_unit(call: Call) -> Any:
    """The units at the surface of the commands."""
    if call.query:
        full = call.has("fullName")
        if call.has("linear"):
            words = {short: long for long, short in units.LINEAR_WORDS.items()}
            return words[scene.get("linear")] if full else scene.get("linear")
        if call.has("angle"):
            return {"deg": "degree", "rad": "radian"}[scene.get("angle")] if full else scene.get("angle")
        return scene.get("time_unit")
    for flag, table, words in (("linear", units.LINEAR, units.LINEAR_WORDS), ("angle", units.ANGLE, units.ANGLE_WORDS)):
        given = call.get(flag)
        if given is not None:
            given = words.get(given, given)
            if given not in table:
                raise RuntimeError(f"Invalid {flag} unit: {call.get(flag)}")
            scene.set(flag, given)
    if call.get("time") is not None:
        change_time_unit(call.get("time"), bool(call.get("updateAnimation", True)))
    scene.touched()
    return next((scene.get(name) for flag, name in (("linear", "linear"), ("angle", "angle"), ("time", "time_unit"))
                 if call.get(flag) is not None), None)  # fmt: skip


def change_time_unit(unit: str, keep_seconds: bool) -> None:
    """Frames of another length; the current time and the ranges keep their frames, keys keep their seconds or frames."""
    if unit not in units.TIME:
        raise RuntimeError(f"Invalid time unit: {unit}")
    before = units.fps()
    scene.set("time_unit", unit)
    ratio = before / units.fps()
    for name in ("range", "animation_range"):
        scene.set(name, tuple(seconds * ratio for seconds in scene.get(name)))
    scene.set("time", scene.get("time") * ratio)
    if not keep_seconds:
        from .. import keys

        for node in scene.of_type("animCurve"):
            keys.stretch(node, ratio)


@command("upAxis", create="axis rotateView", query="axis")
def up_axis(call: Call) -> Any:
    """Which axis is up in the scene's world."""
    if call.query:
        return scene.get("up")
    if call.get("axis") not in (None, "y", "z"):
        raise RuntimeError("The up axis is y or z.")
    if call.get("axis"):
        scene.set("up", call.get("axis"))
    return None


@command("fileInfo", create="remove", query="")
def file_info(call: Call) -> Any:
    """Notes that are saved with the file."""
    texts = call.strings()
    if call.query:
        if texts:
            return [scene.info[texts[0]]] if texts[0] in scene.info else []
        return [part for pair in scene.info.items() for part in pair]
    if call.get("remove"):
        scene.drop(scene.info, call.get("remove"))
        return None
    scene.put(scene.info, texts[0], texts[1])
    return None


@command(
    "workspace",
    create="directory openWorkspace saveWorkspace newWorkspace create expandName",
    query="rootDirectory fullName directory active list expandName fileRule fileRuleEntry",
)
def workspace(call: Call) -> Any:
    """The project: a folder."""
    if call.query:
        if call.has("fileRule", "list"):
            return []
        if call.has("fileRuleEntry"):
            return {"scene": "scenes", "images": "images"}.get(str(call.get("fileRuleEntry")), "")
        root = scene.settings.get("workspace") or os.getcwd()
        return f"{root}/" if call.has("rootDirectory") else root
    if call.get("expandName"):
        return os.path.join(scene.settings.get("workspace") or os.getcwd(), call.get("expandName"))
    if call.args:
        scene.settings["workspace"] = str(call.args[0]).rstrip("/")
    return None


@command(
    "pluginInfo",
    create="",
    query="loaded listPlugins version path name autoload registered vendor apiVersion",
    edit="autoload",
)
def plugin_info(call: Call) -> Any:
    """Which plug-ins are loaded."""
    from .. import plugins

    return plugins.info(call)


@command("loadPlugin", create="quiet allPlugins name", query="")
def load_plugin(call: Call) -> Any:
    """Loads plug-ins by name or path."""
    from .. import plugins

    return plugins.load(call)


@command("unloadPlugin", create="force")
def unload_plugin(call: Call) -> Any:
    """Unloads plug-ins."""
    from .. import plugins

    return plugins.unload(call)


@command("refresh", create="force currentView fullScreen suspend")
def refresh(call: Call) -> None:
    """Draws again: nothing here is drawn."""


@command("dgdirty", create="allPlugs verbose showTiming propagation cleanPlugs implicit list", query="")
def dgdirty(call: Call) -> None:
    """Marks plugs as to be reckoned again: here nothing is kept that could be stale."""


@command(
    "internalVar",
    create="userAppDir userScriptDir userPrefDir userTmpDir userWorkspaceDir userPresetsDir userShelfDir userMarkingMenuDir userBitmapsDir mayaInstallDir",
    query="userAppDir userScriptDir userPrefDir userTmpDir userWorkspaceDir",
)
def internal_var(call: Call) -> str:
    """Folders of this Maya."""
    base = os.environ.get("MAYA_APP_DIR", os.path.expanduser("~/maya"))
    folders = {"userAppDir": "", "userScriptDir": "scripts/", "userPrefDir": "prefs/", "userWorkspaceDir": "projects/",
               "userPresetsDir": "presets/", "userShelfDir": "prefs/shelves/", "userMarkingMenuDir": "prefs/markingMenus/",
               "userBitmapsDir": "prefs/icons/"}  # fmt: skip
    flag = next(iter(call.flags))
    if flag == "userTmpDir":
        import tempfile

        return tempfile.gettempdir() + "/"
    return f"{base}/{folders.get(flag, '')}"
