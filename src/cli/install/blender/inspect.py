"""Run inside a Blender: what it is, and which copies of the add-on it has. Prints one line of JSON behind a mark."""

import ast
import json
import os
import sys
import sysconfig

import addon_utils
import bpy

NAME = "scenewire_addon"


def extension_version(folder):
    # Blenders that have extensions have Python 3.11 and with it a reader of TOML.
    import tomllib

    with open(os.path.join(folder, "blender_manifest.toml"), "rb") as file:
        return tomllib.load(file).get("version")


def legacy_version(folder):
    with open(os.path.join(folder, "__init__.py"), encoding="utf-8") as file:
        tree = ast.parse(file.read())
    for node in tree.body:
        if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", None) == "bl_info":
            return ".".join(map(str, ast.literal_eval(node.value)["version"]))
    return None


def copy(module, folder, repository, version):
    try:
        found = version(folder)
    except Exception:
        # A copy that cannot be read is one to be replaced.
        found = None
    return {
        "module": module,
        "folder": folder,
        "repository": repository,
        "version": found,
        "enabled": module in bpy.context.preferences.addons and addon_utils.check(module)[1],
    }


def copies():
    extensions = getattr(bpy.context.preferences, "extensions", None)
    for repository in getattr(extensions, "repos", ()):
        folder = os.path.join(repository.directory, NAME)
        if os.path.isfile(os.path.join(folder, "blender_manifest.toml")):
            yield copy(f"bl_ext.{repository.module}.{NAME}", folder, repository.module, extension_version)
    for base in bpy.utils.script_paths(subdir="addons"):
        folder = os.path.join(base, NAME)
        if os.path.isfile(os.path.join(folder, "__init__.py")):
            yield copy(NAME, folder, None, legacy_version)


def package():
    try:
        import scenewire._native
    except Exception as error:
        return {"version": None, "error": f"{type(error).__name__}: {error}"}
    return {"version": scenewire._native.__version__, "error": None}


def writable(folder):
    while folder and not os.path.exists(folder) and os.path.dirname(folder) != folder:
        folder = os.path.dirname(folder)
    return os.access(folder, os.W_OK)


def report():
    kind = "EXTENSIONS" if bpy.app.version >= (4, 2) else "SCRIPTS"
    folder = bpy.utils.user_resource(kind)
    return {
        "version": list(bpy.app.version),
        "python": list(sys.version_info[:3]),
        "platform": sysconfig.get_platform(),
        "folder": folder,
        "writable": writable(folder),
        "copies": list(copies()),
        "package": package(),
    }


print("\nscenewire-report " + json.dumps(report()), flush=True)
