"""Providers of assets on loopback, in the shapes of their published APIs: Poly Haven's public API (`/assets`,
`/categories`, `/info`, `/files`) and Sketchfab's Data API v3 with its Download API.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import json
import struct
import threading
import time
import zipfile
import zlib
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

KEY = "sketchfab-key-of-a-test"
#: Bytes of the HDRI that comes slowly.
LONG = 400_000


def png(color: tuple[int, int, int]) -> bytes:
    """Two by two pixels of one colour."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = (b"\0" + bytes(color) * 2) * 2
    head = struct.pack(">IIBBBBB", 2, 2, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def hdr(width: int) -> bytes:
    """A Radiance picture without run lengths, four bytes a pixel."""
    return b"#?RADIANCE\nFORMAT=32-bit_rle_rgbe\n\n-Y 1 +X %d\n" % width + b"\x40\x20\x10\x81" * width


#: A triangle, 2 wide, 4 high, in glTF's axes.
POINTS = struct.pack("<9f", 0, 0, 0, 2, 0, 0, 0, 4, 0)
GLTF = {
    "asset": {"version": "2.0"},
    "scene": 0,
    "scenes": [{"nodes": [0]}],
    "nodes": [{"name": "Sail", "mesh": 0}],
    "meshes": [{"name": "Sail", "primitives": [{"attributes": {"POSITION": 0}, "material": 0}]}],
    "materials": [{"name": "Cloth", "pbrMetallicRoughness": {"baseColorTexture": {"index": 0}}}],
    "textures": [{"source": 0}],
    "images": [{"uri": "textures/cloth.png"}],
    "accessors": [
        {"bufferView": 0, "componentType": 5126, "count": 3, "type": "VEC3", "min": [0, 0, 0], "max": [2, 4, 0]}
    ],
    "bufferViews": [{"buffer": 0, "byteLength": len(POINTS)}],
    "buffers": [{"uri": "sail.bin", "byteLength": len(POINTS)}],
}
SAIL = {
    "sail.gltf": json.dumps(GLTF).encode(),
    "sail.bin": POINTS,
    "textures/cloth.png": png((200, 30, 30)),
}


def packed() -> bytes:
    """The sail as Sketchfab packs it."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in SAIL.items():
            archive.writestr(name.replace("sail.gltf", "scene.gltf"), data)
    return out.getvalue()


FILES = {
    "/dl/dusk_1k.hdr": hdr(64),
    "/dl/long_1k.hdr": hdr(LONG // 4),
    "/dl/rock_diff_1k.jpg": png((120, 100, 80)),
    "/dl/rock_rough_1k.jpg": png((200, 200, 200)),
    "/dl/rock_nor_gl_1k.jpg": png((128, 128, 255)),
    "/dl/sail_1k.gltf": SAIL["sail.gltf"],
    "/dl/sail.bin": SAIL["sail.bin"],
    "/dl/cloth.png": SAIL["textures/cloth.png"],
    "/dl/sail.zip": packed(),
    "/thumb.png": png((1, 2, 3)),
}
RECORDS = {
    "dusk": {"name": "Dusk", "type": 0, "categories": ["skies"], "tags": ["evening"], "download_count": 9},
    "long": {"name": "Long", "type": 0, "categories": ["skies"], "tags": [], "download_count": 1},
    "rock": {"name": "Rock", "type": 1, "categories": ["rock"], "tags": ["grey"], "dimensions": [2000, 1000]},
    "sail": {"name": "Sail", "type": 2, "categories": ["boats"], "tags": ["cloth"], "download_count": 5},
}


class Servers:
    """Both of them, as one server."""

    def __init__(self) -> None:
        self.heard: list[tuple[str, dict[str, str]]] = []
        self.slow = True
        servers = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                servers.heard.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
                with contextlib.suppress(ConnectionError):
                    servers.answer(self)

            def log_message(self, *_: Any) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def stop(self) -> None:
        """Ends it."""
        self.server.shutdown()
        self.server.server_close()

    def file(self, name: str) -> dict[str, Any]:
        """As `/files` tells of one."""
        data = FILES[f"/dl/{name}"]
        return {"url": f"{self.url}/dl/{name}", "size": len(data), "md5": hashlib.md5(data).hexdigest()}

    def files(self, name: str) -> dict[str, Any]:
        """What `/files` tells."""
        if name in ("dusk", "long"):
            return {"hdri": {"1k": {"hdr": self.file(f"{name}_1k.hdr")}}}
        if name == "rock":
            maps = {"Diffuse": "diff", "Rough": "rough", "nor_gl": "nor_gl"}
            return {key: {"1k": {"jpg": self.file(f"rock_{word}_1k.jpg")}} for key, word in maps.items()}
        include = {"sail.bin": self.file("sail.bin"), "textures/cloth.png": self.file("cloth.png")}
        return {"gltf": {"1k": {"gltf": {**self.file("sail_1k.gltf"), "include": include}}}}

    def model(self) -> dict[str, Any]:
        """As Sketchfab tells of one."""
        return {
            "uid": "5a11",
            "name": "Sail",
            "viewerUrl": "https://models.example/sail-5a11",
            "faceCount": 1,
            "isDownloadable": True,
            "user": {"username": "ann", "displayName": "Ann"},
            "license": {"label": "CC Attribution"},
            "tags": [{"name": "boat", "slug": "boat"}],
            "thumbnails": {"images": [{"url": f"{self.url}/thumb.png", "width": 448, "height": 252}]},
        }

    def told(self, path: str, query: dict[str, list[str]], key: str) -> Any:
        """The JSON of one path, None where there is none."""
        record = {"authors": {"Ann": "All"}, "thumbnail_url": f"{self.url}/thumb.png"}
        if path.startswith("/v3/") and key != f"Token {KEY}":
            return None
        kinds = {"hdris": [0], "textures": [1], "models": [2]}.get(query.get("type", ["all"])[0], [0, 1, 2])
        if path == "/assets":
            wanted = set(query.get("categories", [""])[0].split(",")) - {""}
            return {
                name: {**own, **record}
                for name, own in RECORDS.items()
                if own["type"] in kinds and wanted <= set(own["categories"])  # type: ignore[call-overload]
            }
        head, _, name = path.strip("/").partition("/")
        if head == "info" and name in RECORDS:
            return {**RECORDS[name], **record}
        if head == "files" and name in RECORDS:
            return self.files(name)
        return {
            "/categories/hdris": {"all": 2, "skies": 2},
            "/categories/textures": {"all": 1, "rock": 1},
            "/categories/models": {"all": 1, "boats": 1},
            "/v3/search": {"results": [self.model()], "cursors": {"next": None, "previous": None}},
            "/v3/models/5a11": self.model(),
            "/v3/models/5a11/download": {"gltf": {"url": f"{self.url}/dl/sail.zip", "size": 1, "expires": 300}},
        }.get(path)

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        """One request."""
        parts = urlsplit(handler.path)
        data = FILES.get(parts.path)
        if data is None:
            told = self.told(parts.path, parse_qs(parts.query), handler.headers.get("Authorization", ""))
            if told is None:
                handler.send_error(401 if parts.path.startswith("/v3/") else 404)
                return
            data = json.dumps(told).encode()
        begin = int(handler.headers.get("Range", "bytes=0-")[6:-1])
        handler.send_response(206 if begin else 200)
        if begin:
            handler.send_header("Content-Range", f"bytes {begin}-{len(data) - 1}/{len(data)}")
        handler.send_header("ETag", '"1"')
        handler.send_header("Content-Length", str(len(data) - begin))
        handler.end_headers()
        if parts.path == "/dl/long_1k.hdr" and self.slow:
            for start in range(begin, len(data), 4096):
                handler.wfile.write(data[start : start + 4096])
                time.sleep(0.1)
        else:
            handler.wfile.write(data[begin:])


def online_access(call: Any, on: bool) -> None:
    """Sets what Blender's own user decides, from 4.2 on; the guard keeps code from it."""
    call.python("import scenewire; scenewire.configure(guard_python=False) and None")
    setting = "bpy.context.preferences.system.use_online_access"
    call("execute_python", code=f"import bpy\nif hasattr(bpy.app, 'online_access'):\n    {setting} = {on}")
    call.python("import scenewire; scenewire.configure(guard_python=True) and None")


@contextlib.contextmanager
def open_to(call: Any) -> Iterator[Servers]:
    """A host whose owner lets it ask these servers."""
    servers = Servers()
    sources = dict.fromkeys(("polyhaven", "sketchfab"), servers.url)
    call.python(f"import scenewire; scenewire.configure(allow_network=True, asset_sources={sources}) and None")
    try:
        yield servers
    finally:
        call.python("import scenewire; scenewire.configure(allow_network=False, asset_sources={}) and None")
        servers.stop()
