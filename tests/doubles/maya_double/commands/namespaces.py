"""`namespace`, `namespaceInfo`. Source: these commands and "Namespaces" in Autodesk's reference."""

from __future__ import annotations

import re
from typing import Any

from .. import graph, names, storage
from ..calls import Call, command
from ..scene import scene

FLAGS = "addNamespace setNamespace exists parent removeNamespace rename moveNamespace force mergeNamespaceWithRoot mergeNamespaceWithParent mergeNamespaceWithOther"
FLAGS += " deleteNamespaceContent recurse validateName absoluteName relativeNames collapseAncestors"


@command("namespace", create=FLAGS, query="exists absoluteName recurse relativeNames isRootNamespace")
def namespace(call: Call) -> Any:
    """Makes, takes, renames and chooses namespaces."""
    if call.query:
        if call.get("exists"):
            return absolute(call.get("exists")) in scene.namespaces
        return call.has("relativeNames") and False
    if call.get("validateName") is not None:
        return re.sub(r"[^\w:]", "_", call.get("validateName"))
    if call.get("exists") is not None:
        return absolute(call.get("exists")) in scene.namespaces
    if call.get("addNamespace") is not None:
        return add(call)
    if call.get("setNamespace") is not None:
        wanted = absolute(call.get("setNamespace"))
        if wanted not in scene.namespaces:
            raise RuntimeError(f"Namespace '{call.get('set')}' does not exist.")
        scene.set("namespace", wanted)
        return shown(wanted)
    if call.get("removeNamespace") is not None:
        return remove(call, absolute(call.get("removeNamespace")))
    if call.get("rename") is not None:
        before, after = call.get("rename")
        old = absolute(before)
        above = old.rpartition(":")[0]
        new = f"{above}:{after}" if above and not call.get("parent") else after
        move(old, new)
        return shown(new)
    if call.get("moveNamespace") is not None:
        before, after = (absolute(one) for one in call.get("moveNamespace"))
        pour(before, after, call.has("force"))
        return None
    return None


def absolute(text: str) -> str:
    """A namespace from the root on, without a leading colon."""
    if text.startswith(":"):
        return text.strip(":")
    current = scene.get("namespace")
    return f"{current}:{text}".strip(":") if current else text.strip(":")


def shown(name: str) -> str:
    """A namespace as Maya gives it."""
    return name or ":"


def add(call: Call) -> str:
    """A new namespace, with those above it."""
    text = call.get("addNamespace")
    wanted = absolute(f":{absolute(call.get('parent'))}:{text}" if call.get("parent") else text)
    if wanted in scene.namespaces:
        raise RuntimeError(f"Name '{wanted}' is already in use as a namespace.")
    storage.ensure(wanted)
    return shown(wanted)


def inside(name: str) -> list[Any]:
    """The nodes directly in a namespace."""
    return [node for node in scene.ordered() if node.name.rpartition(":")[0] == name]


def below(name: str) -> list[str]:
    """The namespaces in a namespace."""
    return [one for one in scene.namespaces if one.startswith(f"{name}:")]


def remove(call: Call, name: str) -> None:
    """Takes a namespace away; one that is not empty only with what to do with what is in it."""
    if name not in scene.namespaces or name in ("", "UI", "shared"):
        raise RuntimeError(f"The namespace '{name}' could not be removed: there is none of this name.")
    filled = bool(inside(name) or below(name))
    if call.has("mergeNamespaceWithRoot"):
        pour(name, "", True)
    elif call.has("mergeNamespaceWithParent"):
        pour(name, name.rpartition(":")[0], True)
    elif call.has("deleteNamespaceContent"):
        graph.delete(node for one in [name, *below(name)] for node in inside(one))
    elif filled:
        raise RuntimeError(f"The namespace '{name}' is not empty.")
    for one in [*below(name), name]:
        scene.drop(scene.namespaces, one)
    if scene.get("namespace").startswith(name):
        scene.set("namespace", "")


def pour(before: str, after: str, force: bool) -> None:
    """Moves what is in one namespace to another."""
    for one in [before, *below(before)]:
        target = (after + one[len(before) :]).strip(":")
        storage.ensure(target)
        for node in inside(one):
            bare = node.name.rpartition(":")[2]
            wanted = f"{target}:{bare}" if target else bare
            if scene.names.get(wanted) and not force:
                raise RuntimeError(f"'{wanted}' exists already.")
            scene.rename(node, scene.free_name(bare, target) if scene.names.get(wanted) else wanted)


def move(old: str, new: str) -> None:
    """Another name for a namespace."""
    if old not in scene.namespaces:
        raise RuntimeError(f"Namespace '{old}' does not exist.")
    pour(old, new, True)
    for one in [*below(old), old]:
        scene.drop(scene.namespaces, one)


INFO = "listOnlyNamespaces listNamespace listOnlyDependencyNodes currentNamespace absoluteName recurse parent baseName tail shortName fullName isRootNamespace dagPath internal"


@command("namespaceInfo", create=INFO)
def namespace_info(call: Call) -> Any:
    """Facts of namespaces."""
    texts = call.strings()
    name = absolute(texts[0]) if texts else scene.get("namespace")
    mark = ":" if call.has("absoluteName") else ""
    if call.has("currentNamespace"):
        return mark + shown(scene.get("namespace")).lstrip(":") if mark else shown(scene.get("namespace"))
    if name not in scene.namespaces:
        raise RuntimeError(f"Namespace '{name}' does not exist.")
    if call.has("isRootNamespace"):
        return name == ""
    if call.has("parent"):
        return shown(name.rpartition(":")[0])
    if call.has("baseName", "tail", "shortName"):
        return name.rpartition(":")[2]
    if call.has("fullName"):
        return name
    found: list[str] = []
    spaces = [one for one in scene.namespaces if one and one != name and (one.startswith(f"{name}:") if name else True)]
    if not call.has("recurse"):
        spaces = [one for one in spaces if one.rpartition(":")[0] == name]
    if not call.has("listOnlyDependencyNodes"):
        found += [mark + one for one in sorted(spaces)]
    if not call.has("listOnlyNamespaces"):
        for one in [name, *(spaces if call.has("recurse") else [])]:
            found += [mark + names.name(node) for node in inside(one)]
    return found or None
