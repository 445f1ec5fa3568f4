"""`file`: new, open, save, import, export, reference. Source: this command in Autodesk's reference.

A file of the double is JSON (`storage`); other formats are for plug-ins, which the double has not. No dialog ever
opens: what would ask is an error, as in batch.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from maya_double import graph, names, storage
from maya_double.calls import Call, Session, command
from maya_double.nodes import Node, Plug
from maya_double.scene import scene

from . import arguments

TYPES = {".ma": "mayaAscii", ".mb": "mayaBinary"}
CREATE = (
    "open save rename type force exportAll exportSelected i ignoreVersion prompt options "
    "preserveReferences reference namespace"
)
CREATE += (
    " returnNewNodes executeScriptNodes loadReferenceDepth mergeNamespacesOnClash defaultNamespace "
    "renameToSave groupReference groupName"
)
CREATE += (
    " removeReference unloadReference loadReference importReference referenceNode renameAll "
    "renamingPrefix defaultExtensions importTimeRange"
)
CREATE += (
    " sharedReferenceFile deferReference exportSelectedStrict uiConfiguration newFile "
    "usingNamespaces constructionHistory channels constraints expressions shader"
)
CREATE += (
    " modified exportAsReference exportSelectedNoReference preserveName lockReference buildLoadSettings importFrameRate"
)
ASK = (
    "sceneName modified shortName location writable type exists list reference referenceNode "
    "namespace expandName withoutCopyNumber isReference"
)
ASK += (
    " lastTempFile filename anyModified deferReference parentNamespace unresolvedName rename "
    "errorStatus buildLoadSettings"
)


@command("file", create=CREATE, query=ASK, edit="namespace modified force renameToSave")
def file_command(call: Call) -> Any:
    """Everything about files."""
    if call.query:
        return query(call)
    if call.get("modified") is not None:
        scene.settings["modified"] = bool(call.get("modified"))
        return None
    if call.has("newFile"):
        unsaved(call)
        from maya_double import session

        scene.tell("before new")
        session.new()
        scene.tell("new")
        return "untitled"
    for flag, work in (
        ("rename", rename),
        ("open", open_file),
        ("save", save),
        ("exportAll", export),
        ("exportSelected", export),
        ("exportSelectedStrict", export),
        ("i", import_file),
        ("reference", refer),
        ("removeReference", dismiss),
        ("unloadReference", unload),
        ("loadReference", reload),
        ("importReference", adopt),
    ):
        if call.has(flag):
            return work(call)
    if call.edit and call.get("namespace"):
        return rename_namespace(call)
    raise RuntimeError("file: nothing to do")


def unsaved(call: Call) -> None:
    """What is not saved is not thrown away unless that is forced; with a window Maya asks."""
    if scene.settings["modified"] and not call.has("force"):
        if not Session.batch and call.get("prompt", True):
            from maya_window import ui

            ui.ask("Warning: Scene Not Saved", "Save changes?")
        raise RuntimeError("Unsaved changes.")


def named(call: Call) -> Path:
    """The file that a call is about."""
    texts = call.strings()
    if not texts:
        raise RuntimeError("file: No file name was given.")
    path = Path(texts[0]).expanduser()
    return path if path.is_absolute() else Path(scene.settings.get("workspace") or Path.cwd()) / path


def rename(call: Call) -> str:
    """Another name for the scene; nothing is written."""
    text = str(call.get("rename"))
    path = Path(text).expanduser()
    if not path.is_absolute():
        path = Path(scene.settings.get("workspace") or Path.cwd()) / path
    if path.suffix not in TYPES and call.get("defaultExtensions", True):
        path = path.with_name(path.name + {"mayaBinary": ".mb"}.get(scene.settings["file_type"], ".ma"))
    scene.settings["file"] = path.as_posix()
    scene.settings["file_type"] = TYPES.get(path.suffix, scene.settings["file_type"])
    return str(scene.settings["file"])


def check_type(call: Call) -> None:
    """Only Maya's own formats are here."""
    kind = call.get("type")
    if kind is not None and kind not in TYPES.values():
        from maya_double import plugins

        formats = {
            "OBJexport": "objExport",
            "FBX export": "fbxmaya",
            "FBX": "fbxmaya",
            "OBJ": "objExport",
            "USD Export": "mayaUsdPlugin",
        }
        if formats.get(kind) in plugins.LOADED:
            from maya_double import faults

            raise faults.NotModelled(f"files of type {kind}")
        raise RuntimeError(f"Unrecognized file type '{kind}'. Is the plug-in for it loaded?")


def save(call: Call) -> str:
    """Writes the scene under its name."""
    check_type(call)
    if not scene.settings["file"]:
        raise RuntimeError("Scene has no name: use the rename flag first.")
    path = Path(scene.settings["file"])
    if call.get("type"):
        scene.settings["file_type"] = call.get("type")
    refuse_loss()
    scene.tell("before save")
    try:
        storage.write(path, storage.saved_nodes())
    except OSError as error:
        raise RuntimeError(f"Could not save file: {path}: {error.strerror}") from error
    scene.settings["modified"] = False
    scene.tell("saved")
    return path.as_posix()


def refuse_loss() -> None:
    """Nodes of plug-ins that are not there are kept as the file has them, in no other format."""
    opened = scene.settings.get("opened_type", scene.settings["file_type"])
    if scene.settings["file_type"] != opened and any("unknown" in node.facts for node in scene.nodes):
        raise RuntimeError(
            "This file contains unknown nodes or data. To preserve this information, the current file type cannot be "
            "changed."
        )


def load(path: Path) -> dict[str, Any]:
    """The data of a file that is there."""
    if not path.exists():
        raise RuntimeError(f"File not found: {path.as_posix()}")
    return storage.read(path)


def open_file(call: Call) -> str:
    """Another scene in place of this one."""
    path = named(call)
    unsaved(call)
    data = load(path)
    from maya_double import session

    scene.tell("before open")
    session.new()
    with scene.history.unrecorded():
        # Maya's own nodes get the values of the file.
        for entry in data["nodes"]:
            for node in scene.names.get(entry["name"], {}):
                if entry["default"]:
                    node.values.update({(a, tuple(i)): storage.decode(v) for a, i, v in entry["values"]})
        for free in list(scene.ordered()):
            if not free.facts.get("default"):
                for parent in list(free.parents):
                    scene.detach(free, parent)
                scene.remove(free)
        storage.bring(data, same_ids=True)
        for name in data["namespaces"]:
            storage.ensure(name)
        for name, held in data["settings"].items():
            scene.settings[name] = storage.decode(held)
        scene.info.update(data["info"])
        for node_name, (file_name, space) in data.get("references", {}).items():
            register(node_name, file_name, space)
            ask_for(Path(file_name), call)
            bring_reference(node_name, file_name, space)
    scene.history.flush()
    kind = TYPES.get(path.suffix, "mayaAscii")
    scene.settings.update(file=path.as_posix(), file_type=kind, opened_type=kind, modified=False, selection=())
    scene.tell("opened")
    return path.as_posix()


def ask_for(path: Path, call: Call) -> None:
    """With a window Maya asks for a referenced file that it does not find, unless it is told not to prompt."""
    if not path.exists() and not Session.batch and call.get("prompt", True):
        from maya_window import ui

        ui.ask("Reference File Not Found", path.as_posix())


def export(call: Call) -> str:
    """Writes the scene, or what is selected with what that needs."""
    check_type(call)
    path = named(call)
    if path.suffix not in TYPES:
        path = path.with_name(path.name + ".ma")
    if path.exists() and not call.has("force"):
        raise RuntimeError(f"A file of that name exists: {path.as_posix()}")
    if call.has("exportAll"):
        chosen = storage.saved_nodes()
    else:
        start = [item.node for item in scene.selection()]
        if not start:
            raise RuntimeError("Nothing is selected to export.")
        chosen = with_needed(start)
    try:
        storage.write(path, chosen)
    except OSError as error:
        raise RuntimeError(f"Could not save file: {path}: {error.strerror}") from error
    return path.as_posix()


def with_needed(start: list[Node]) -> list[Node]:
    """Nodes with all above and below them, what feeds them, and the sets that shade them."""
    from maya_double import sets

    found: dict[Node, None] = {}
    waiting = list(start)
    while waiting:
        node = waiting.pop()
        if node in found or (node.facts.get("default") and not node.dag):
            continue
        found[node] = None
        waiting += (
            [*node.children, *(p for p in node.parents if p is not None)]
            if node in start or not node.dag
            else [p for p in node.parents if p]
        )
        waiting += (
            [one for one in node.ordered_children()] if node.dag and any(a in found for a in node.parents) else []
        )
        if not node.isa("objectSet"):
            waiting += [source.node for source in node.inputs.values()]
        else:
            waiting += [
                source.node for key, source in node.inputs.items() if key[0] in ("surfaceShader", "displacementShader")
            ]
        waiting += [group for group in sets.holding(node) if group.kind == "shadingEngine"]
    return [node for node in scene.ordered() if node in found]


def import_file(call: Call) -> Any:
    """The nodes of a file in this scene."""
    path = named(call)
    data = load(path)
    space = call.get("namespace") or ""
    if space and not call.has("mergeNamespacesOnClash"):
        space = free_namespace(space)
    prefix = ""
    if not space and not call.has("defaultNamespace") and clashes(data):
        prefix = call.get("renamingPrefix") or path.stem
    made = storage.bring(data, space)
    if prefix:
        for node in made:
            if node.name != node.name.rpartition(":")[2]:
                continue
    scene.touched()
    scene.tell("imported")
    return (
        [names.name(node) if not node.dag else names.full(names.path(node)) for node in made]
        if call.has("returnNewNodes")
        else path.as_posix()
    )


def clashes(data: dict[str, Any]) -> bool:
    """Whether a file has names that the scene has."""
    return any(scene.names.get(entry["name"]) for entry in data["nodes"] if not entry["default"])


def free_namespace(wanted: str) -> str:
    """A namespace that is not there yet."""
    found, number = wanted, 1
    while found in scene.namespaces:
        found, number = f"{wanted}{number}", number + 1
    return found


def references() -> dict[str, list[str]]:
    """Reference node -> its file and namespace."""
    found: dict[str, list[str]] = scene.settings.setdefault("references", {})
    return found


def register(node_name: str, file_name: str, space: str) -> None:
    """Notes a reference; undo takes it back with everything else."""
    scene.set("references", {**references(), node_name: [file_name, space]})


def refer(call: Call) -> Any:
    """References a file: its nodes are here, and are its own."""
    path = named(call)
    load(path)
    space = free_namespace(call.get("namespace") or path.stem)
    node = scene.add("reference", scene.free_name(f"{space}RN", ""))
    scene.write(Plug(node, "fileNames", (0,)), path.as_posix())
    register(node.name, path.as_posix(), space)
    made = bring_reference(node.name, path.as_posix(), space)
    scene.touched()
    return [names.name(one) for one in made] if call.has("returnNewNodes") else path.as_posix()


def bring_reference(node_name: str, file_name: str, space: str) -> list[Node]:
    """The nodes of a referenced file."""
    storage.ensure(space)
    return storage.bring(load(Path(file_name)), space, reference=node_name)


def reference_of(call: Call, flag: str) -> str:
    """The reference node that a call is about, by its name or file."""
    if call.get("referenceNode"):
        return str(call.get("referenceNode"))
    given = call.get(flag)
    wanted = given if isinstance(given, str) else call.strings()[0]
    for node_name, (file_name, _) in references().items():
        if wanted in (node_name, file_name) or Path(str(wanted)).name == Path(file_name).name:
            return node_name
    raise RuntimeError(f"No reference of this name: {wanted}")


def take_out(node_name: str) -> None:
    """Deletes the nodes of a reference."""
    mine = [node for node in scene.ordered() if node.facts.get("reference") == node_name]
    for node in mine:
        scene.put(node.facts, "reference", "")
    graph.delete(node for node in mine if node in scene.nodes)


def dismiss(call: Call) -> None:
    """Takes a reference away."""
    node_name = reference_of(call, "removeReference")
    take_out(node_name)
    space = references()[node_name][1]
    scene.set("references", {name: held for name, held in references().items() if name != node_name})
    scene.drop(scene.namespaces, space)
    graph.delete(scene.names.get(node_name, {}))
    scene.touched()


def unload(call: Call) -> None:
    """Takes the nodes of a reference away; it stays known."""
    take_out(reference_of(call, "unloadReference"))


def reload(call: Call) -> str:
    """Brings the nodes of a reference anew."""
    node_name = reference_of(call, "loadReference")
    take_out(node_name)
    file_name, space = references()[node_name]
    bring_reference(node_name, file_name, space)
    return file_name


def adopt(call: Call) -> None:
    """Makes the nodes of a reference the scene's own."""
    node_name = reference_of(call, "importReference")
    for node in scene.ordered():
        if node.facts.get("reference") == node_name:
            scene.put(node.facts, "reference", "")
    scene.set("references", {name: held for name, held in references().items() if name != node_name})
    graph.delete(scene.names.get(node_name, {}))


def rename_namespace(call: Call) -> str:
    """Another namespace for a reference."""
    node_name = reference_of(call, "namespace") if not call.strings() else reference_of(call, "none")
    file_name, before = references()[node_name]
    after = str(call.get("namespace"))
    storage.ensure(after)
    for node in scene.ordered():
        if node.facts.get("reference") == node_name and node.name.startswith(before + ":"):
            scene.rename(node, after + node.name[len(before) :])
    scene.drop(scene.namespaces, before)
    register(node_name, file_name, after)
    return after


def query(call: Call) -> Any:
    """What `file -query` is asked."""
    held = scene.settings
    texts = call.strings()
    if call.has("sceneName"):
        return held["file"]
    if call.has("expandName"):
        return named(call).as_posix() if texts else held["file"] or (Path.cwd() / "untitled").as_posix()
    if call.has("location"):
        return held["file"] or "unknown"
    if call.has("shortName"):
        return Path(texts[0] if texts else held["file"]).name
    if call.has("modified", "anyModified"):
        return bool(held["modified"])
    if call.has("exists"):
        return bool(texts) and named(call).exists()
    if call.has("writable"):
        return True
    if call.has("referenceNode"):
        return reference_of(call, "none") if texts else None
    if call.has("namespace", "parentNamespace"):
        return references()[reference_of(call, "none")][1]
    if call.has("isReference"):
        return any(Path(file_name).name == Path(texts[0]).name for file_name, _ in references().values())
    if call.has("deferReference"):
        return not any(node.facts.get("reference") == call.get("referenceNode") for node in scene.nodes)
    if call.has("type"):
        path = Path(texts[0]) if texts else Path(held["file"])
        return [TYPES.get(path.suffix, held["file_type"])]
    if call.has("reference"):
        return [file_name for file_name, _ in references().values()]
    if call.has("list"):
        return [
            held["file"] or (Path.cwd() / "untitled").as_posix(),
            *(file_name for file_name, _ in references().values()),
        ]
    raise RuntimeError("file: nothing to query")


@command(
    "referenceQuery",
    create=(
        "isNodeReferenced filename referenceNode nodes namespace isLoaded shortName topReference "
        "unresolvedName withoutCopyNumber dagPath showNamespace editStrings parent child"
    ),
)
def reference_query(call: Call) -> Any:
    """Facts of references."""
    text = call.strings()[0]
    found = names.find(text)
    if call.has("isNodeReferenced"):
        if not found:
            raise RuntimeError(f"No object matches name: {text}")
        return bool(found[0].node.facts.get("reference"))
    if found and found[0].node.kind != "reference":
        node_name = str(found[0].node.facts.get("reference") or "")
    else:
        node_name = next((n for n, (f, _) in references().items() if text in (n, f)), "")
    if node_name not in references():
        raise RuntimeError(f"'{text}' is not a reference file or reference node, and is not from a referenced file.")
    file_name, space = references()[node_name]
    if call.has("filename"):
        return Path(file_name).name if call.has("shortName") else file_name
    if call.has("referenceNode"):
        return node_name
    if call.has("namespace"):
        return f":{space}"
    if call.has("nodes"):
        return [names.name(node) for node in scene.ordered() if node.facts.get("reference") == node_name] or None
    if call.has("isLoaded"):
        return any(node.facts.get("reference") == node_name for node in scene.nodes)
    return None


assert arguments
