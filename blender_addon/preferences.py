"""What the artist decides. Blender keeps it with its own preferences, all but the key and the pairing code."""

from __future__ import annotations

from typing import Any

import bpy

from . import keystore, live

#: Of these settings. An add-on that keeps more raises it; what such a one has set is left alone here.
SETTINGS = 1


def _changed(self: Any, _context: Any) -> None:
    """Stamped only when something is set: what was never changed need not be kept."""
    if self.settings_version < SETTINGS:
        self.settings_version = SETTINGS
    live.changed(self)


def _root_changed(_self: Any, context: Any) -> None:
    _changed(preferences(), context)


def _url_changed(self: Any, context: Any) -> None:
    keystore.look(live.gateway_url(self))
    _changed(self, context)


def _switch(name: str, default: bool, description: str) -> Any:
    return bpy.props.BoolProperty(name=name, description=description, default=default, update=_changed)


def _text(name: str, default: str, description: str, **options: Any) -> Any:
    options.setdefault("update", _changed)
    return bpy.props.StringProperty(name=name, description=description, default=default, **options)


def _number(name: str, default: int, limits: tuple[int, int], description: str) -> Any:
    low, high = limits
    options = {"min": low, "max": high, "update": _changed}
    return bpy.props.IntProperty(name=name, description=description, default=default, **options)


def _choice(name: str, description: str, *items: tuple[str, str, str]) -> Any:
    return bpy.props.EnumProperty(name=name, description=description, items=items, update=_changed)


def _secret(name: str, description: str, take: Any) -> Any:
    """A field that keeps nothing: with a setter of its own Blender stores no value, in no file."""
    options = {"subtype": "PASSWORD", "options": {"SKIP_SAVE"}}
    return bpy.props.StringProperty(name=name, description=description, get=lambda _self: "", set=take, **options)


def _take_key(self: Any, typed: str) -> None:
    if typed.strip():
        keystore.keep(live.gateway_url(self), typed)


def _take_code(_self: Any, typed: str) -> None:
    keystore.set_code(typed)


class ScenewireRoot(bpy.types.PropertyGroup):  # type: ignore[misc,unused-ignore]
    """A folder in which clients may read and write files."""

    __annotations__ = {
        "path": _text(
            "Folder",
            "",
            "Clients may read and write files in this folder and below",
            subtype="DIR_PATH",
            update=_root_changed,
        )
    }


_CONNECTION = {
    "mode": _choice(
        "Mode",
        "Who can reach this Blender",
        ("local", "Local", "Agents and scripts of yours on this machine"),
        ("remote", "Remote", "Those, and over a gateway whoever may use your sessions there"),
    ),
    "instance_name": _text(
        "Name", "blender", "Under which agents and scripts find this Blender; numbered when another has it"
    ),
    "instance_id": _text(
        "Reserved id", "", "Id that the gateway reserved for this Blender; empty: it keeps one of its own"
    ),
    "port": _number(
        "Port", 0, (0, 65535), "Port on this machine for local clients; 0 takes a free one, which they find themselves"
    ),
    "start_automatically": _switch("Start with Blender", False, "Let clients in as soon as Blender is open"),
    "url": _text(
        "Gateway", "", "Address of the gateway, such as https://gateway.studio.example:5000", update=_url_changed
    ),
    "new_key": _secret(
        "Key", "Key for this gateway; it goes into a file that only you can read, and to no other gateway", _take_key
    ),
    "pairing_code": _text(
        "Pairing code",
        "",
        "Eight letters and digits from somebody with an account at the gateway (scenewire pair), good for ten minutes",
        get=lambda _self: keystore.code(),
        set=_take_code,
        update=None,
    ),
    "pin": _text(
        "Fingerprint",
        "",
        "Believe only the certificate with this SHA-256 fingerprint, which the gateway prints when it starts; empty: "
        "one that this computer's authorities vouch for",
    ),
    "authority": _text(
        "Authority",
        "",
        "PEM file of your studio's own certificate authority, in the place of a fingerprint",
        subtype="FILE_PATH",
    ),
}
_POLICY = {
    "read_only": _switch("Read only", False, "Refuse every command that would change the scene or write a file"),
    "allow_python": _switch(
        "Python", True, "Let clients run Python here, which may do anything that you may do on this computer"
    ),
    "allow_remote_python": _switch("Remote Python", False, "Let clients behind the gateway run Python too"),
    "third_party_code": _choice(
        "Third-party code",
        "What becomes of Python that imports packages that neither came with Blender nor are loaded",
        ("deny", "Deny", "The import is refused; such code may be run on a copy, in a process of its own (isolated)"),
        ("allow", "Allow", "Whatever is installed on this computer may be imported"),
    ),
    "allow_network": _switch(
        "Online assets", False, "Let clients look for HDRIs, textures and models on the internet, and fetch them"
    ),
    "allow_files": _switch("Files", True, "Let clients open and save files in the folders below"),
    "roots": bpy.props.CollectionProperty(
        type=ScenewireRoot,
        name="Folders",
        description="Where files may be read and written; none: your home, the current and the temporary folder",
    ),
    "ask_python": _switch("Ask before Python", False, "Ask you before Python is run"),
    "ask_files": _switch("Ask before files", False, "Ask you before a file is written"),
    "ask_deletes": _switch("Ask before deletes", False, "Ask you before a command deletes more than this"),
    "deletes_over": _number("Objects", 10, (0, 1_000_000), "A command that deletes more than this many asks you first"),
    "approver": _choice(
        "Who is asked",
        "Where the question appears",
        ("host", "Me, in Blender", "A dialog here and a place in the sidebar"),
        ("client", "The client's user", "The person in front of the AI client, in that client"),
        ("nobody", "Nobody", "What is chosen below is the answer, at once"),
    ),
    "unattended": _choice(
        "When nobody is asked",
        "What becomes of a request where nobody is asked, or in a Blender without a window",
        ("deny", "Deny", "The command is refused"),
        ("allow", "Allow", "The command runs"),
    ),
    "foreign": _switch(
        "Serve their clients",
        False,
        "Answer programs made for blender-mcp and the Blender Lab add-on on their port",
    ),
    "foreign_port": _number("Port", 9876, (1, 65535), "Port on this machine that those programs dial"),
}
_OWN = {
    "settings_version": bpy.props.IntProperty(
        name="Version of these settings", description="Of the add-on that wrote them", options={"HIDDEN"}
    )
}


class ScenewirePreferences(bpy.types.AddonPreferences):  # type: ignore[misc,unused-ignore]
    """Kept by Blender; every change takes effect at once, or goes back and says why."""

    bl_idname = str(__package__)
    __annotations__ = {**_OWN, **_CONNECTION, **_POLICY}

    def draw(self, context: bpy.types.Context) -> None:
        """Below the add-on in Blender's preferences."""
        from . import drawing

        drawing.settings(self.layout, self, context)


def preferences() -> Any:
    """The add-on's own."""
    return bpy.context.preferences.addons[str(__package__)].preferences


def written_by_newer(prefs: Any) -> bool:
    """Whether a newer add-on wrote the settings: what this one does not know in them is left as it is."""
    return bool(prefs.settings_version > SETTINGS)


_CLASSES = (ScenewireRoot, ScenewirePreferences)

register, unregister = bpy.utils.register_classes_factory(_CLASSES)
