"""Assets of providers on the internet, for which servers on loopback stand: found, fetched and in the scene."""

from __future__ import annotations

import base64
import subprocess
import sys
import threading
from collections.abc import Iterator
from typing import Any

import pytest
from asset_servers import FILES, KEY, LONG, Servers, online_access, open_to, png
from drop_in import BlenderMcp, open_port, shut_port
from scenewire.errors import PermissionDeniedError, SceneWireError

from .files import cannot_import

pytestmark = pytest.mark.apps("blender")


class Enough(Exception):
    """Nobody wants it any more."""


@pytest.fixture
def online(call: Any) -> Iterator[Any]:
    """A Blender that may use the internet, as far as its own settings go."""
    online_access(call, True)
    yield call
    online_access(call, False)


@pytest.fixture
def servers(online: Any) -> Iterator[Servers]:
    with open_to(online) as servers:
        yield servers


@pytest.fixture
def keyed(call: Any, host: Any, servers: Servers) -> Iterator[Servers]:
    keep(host, servers)
    yield servers
    keep(host, servers, "--forget")


def keep(host: Any, servers: Servers, *more: str) -> None:
    """Gives the host's user a key, as its owner would."""
    command = ["scenewire", "asset-key", "sketchfab", "--source", servers.url, *more]
    subprocess.run(
        [sys.executable, "-m", *command], input=KEY.encode(), check=True, env=host.environment(), timeout=120
    )


def test_the_owner_decides_about_the_network(online: Any) -> None:
    with pytest.raises(PermissionDeniedError, match="owner has not allowed it"):
        online("search_assets", query="dusk")
    with open_to(online) as servers:
        if online.python("hasattr(bpy.app, 'online_access')"):
            online_access(online, False)
            with pytest.raises(PermissionDeniedError, match="Allow Online Access is off"):
                online("import_asset", provider="polyhaven", id="dusk")
            online_access(online, True)
        assert servers.heard == []


def test_what_there_is_is_found_with_licence_and_cost(online: Any, servers: Servers) -> None:
    found = online("search_assets", query="evening", kind="hdri", list_categories=True)
    assert [item["id"] for item in found["items"]] == ["dusk"]
    (dusk,) = found["items"]
    assert (dusk["licence"], dusk["authors"], dusk["kind"]) == ("CC0", ["Ann"], "hdri")
    assert [one["name"] for one in found["categories"]] == ["skies"]
    haven, fab = found["providers"]
    assert (haven["ready"], haven["cost"]) == (True, "free")
    assert fab["ready"] is False
    assert "asset-key" not in fab["reason"]
    assert "wants the key" in fab["reason"]
    told = online("get_asset", provider="polyhaven", id="dusk", preview=True)
    size = len(FILES["/dl/dusk_1k.hdr"])
    assert told["forms"] == [{"resolution": "1k", "format": "hdr", "bytes": size}]
    assert bytes(told["preview"]) == png((1, 2, 3))
    with pytest.raises(SceneWireError) as missing:
        online("get_asset", provider="polyhaven", id="dawn")
    assert missing.value.error_code == "not_found"


def test_an_hdri_lights_the_scene(online: Any, servers: Servers) -> None:
    heard: list[str] = []
    arguments = {"provider": "polyhaven", "id": "dusk", "name": "Evening"}
    done = online.client.call("import_asset", arguments, on_progress=lambda part, text: heard.append(text)).value
    assert (done["kind"], done["resolution"], done["from_cache"]) == ("hdri", "1k", False)
    image = "[n.image for n in bpy.context.scene.world.node_tree.nodes if n.type == 'TEX_ENVIRONMENT'][0]"
    assert online.python(f"list({image}.size)") == [64, 1]
    assert online.python(f"{image}.filepath").endswith("dusk_1k.hdr")
    assert online.python("bpy.context.scene.world['asset_authors']") == "Ann"
    assert any("Poly Haven" in text for text in heard)
    assert online("import_asset", **arguments)["from_cache"] is True
    agents = {headers.get("user-agent", "") for _, headers in servers.heard}
    assert all(agent.startswith("scenewire/") for agent in agents)


def test_files_stay_where_they_are_wanted(online: Any, host: Any, servers: Servers) -> None:
    folder = host.home / "project"
    folder.mkdir(exist_ok=True)
    done = online("import_asset", provider="polyhaven", id="dusk", folder=host.inside(folder))
    assert done["files"] == [host.inside(folder / "dusk_1k" / "dusk_1k.hdr")]
    assert (folder / "dusk_1k" / "dusk_1k.hdr").read_bytes() == FILES["/dl/dusk_1k.hdr"]


def test_a_texture_is_a_material(online: Any, servers: Servers) -> None:
    online("create_primitives", items=[{"kind": "cube", "name": "Wall"}])
    done = online("import_asset", provider="polyhaven", id="rock", assign_to=["Wall"])
    assert {one["slot"] for one in done["maps"]} == {"base_color", "roughness", "normal"}
    assert done["size"] == [2, 1]
    assert online.python("bpy.data.objects['Wall'].active_material.name") == "Rock"
    nodes = "bpy.data.materials['Rock'].node_tree.nodes"
    spaces = online.python(
        f"{{n.image.name: n.image.colorspace_settings.name for n in {nodes} if n.type == 'TEX_IMAGE'}}"
    )
    assert spaces["rock_diff_1k.jpg"] == "sRGB"
    assert {space for name, space in spaces.items() if "diff" not in name} == {"Non-Color"}
    sockets = (
        "[l.to_socket.name for l in bpy.data.materials['Rock'].node_tree.links if l.from_node.type == 'TEX_IMAGE']"
    )
    assert {"Base Color", "Roughness"} <= set(online.python(sockets))


@pytest.fixture
def gltf(online: Any) -> None:
    """Models come as glTF; skips where the host cannot read it."""
    if reason := cannot_import(online, "gltf"):
        pytest.skip(reason)


@pytest.mark.usefixtures("gltf")
def test_a_model_stands_where_and_as_large_as_it_is_wanted(online: Any, servers: Servers) -> None:
    done = online("import_asset", provider="polyhaven", id="sail", target_size=1, position=[10, 20, 30])
    assert (done["names"], done["scale"]) == (["Sail"], pytest.approx(0.25))
    (bounds,) = (item["bounds"] for item in online("get_nodes", ids=done["mesh_ids"], fields=["bounds"])["items"])
    assert bounds["min"] == pytest.approx([9.75, 20, 30], abs=1e-5)
    assert bounds["max"] == pytest.approx([10.25, 20, 31], abs=1e-5)
    assert online.python("bpy.data.objects['Sail']['asset_id']") == "sail"
    with pytest.raises(SceneWireError, match="`position`: expected nothing, as this is a hdri"):
        online("import_asset", provider="polyhaven", id="dusk", position=[0, 0, 0])


def test_a_cancelled_download_leaves_the_scene_and_goes_on_later(online: Any, servers: Servers) -> None:
    arguments = {"provider": "polyhaven", "id": "long"}
    begun = threading.Event()
    before = online.python("len(bpy.data.worlds)")

    def enough(part: float | None, text: str) -> None:
        if part:
            begun.set()
            raise Enough

    with pytest.raises(Enough):
        online.client.call("import_asset", arguments, on_progress=enough)
    assert begun.is_set()
    # The main thread was nobody's meanwhile, and is not now.
    assert online.python("len(bpy.data.worlds)") == before
    servers.slow = False
    done = online("import_asset", **arguments)
    assert online.python("bpy.context.scene.world.name") == "Long"
    assert done["from_cache"] is False
    ranges = [headers["range"] for path, headers in servers.heard if "long_1k" in path and "range" in headers]
    assert len(ranges) == 1
    assert 0 < int(ranges[0][6:-1]) < LONG


@pytest.mark.usefixtures("gltf")
def test_a_model_comes_with_a_key_that_nobody_sees(online: Any, host: Any, keyed: Servers) -> None:
    found = online("search_assets", provider="sketchfab", query="sail")
    assert [(item["id"], item["licence"]) for item in found["items"]] == [("5a11", "CC Attribution")]
    done = online("import_asset", provider="sketchfab", id="5a11", target_size=2)
    assert done["format"] == "gltf"
    assert online.python("bpy.data.objects['Sail']['asset_licence']") == "CC Attribution"
    files = [headers for path, headers in keyed.heard if path.startswith("/dl/")]
    assert files
    shown = f"{found} {done} {online.python('import scenewire; repr(scenewire.status())')} {host.tail()}"
    assert KEY not in shown


def test_assets_are_calls_of_their_own(online: Any, servers: Servers) -> None:
    step = {"operation": "import_asset", "arguments": {"provider": "polyhaven", "id": "dusk"}}
    with pytest.raises(SceneWireError, match="downloaded before it is imported"):
        online("batch", operations=[step])
    with pytest.raises(SceneWireError, match="call it alone"):
        online("start_task", operation="import_asset", arguments=step["arguments"], save_path="/tmp/x.blend")
    code = "import scenewire\nscenewire.connect().search_assets(query='x')"
    with pytest.raises(SceneWireError, match="main thread does not wait"):
        online("execute_python", code=code)


def test_blender_mcps_commands_have_its_shapes(online: Any, keyed: Servers) -> None:
    online("create_primitives", items=[{"kind": "cube", "name": "Wall"}])
    foreign = BlenderMcp(open_port(online))
    try:
        assert foreign.result("get_polyhaven_status")["enabled"] is True
        assert foreign.result("get_sketchfab_status")["enabled"] is True
        taxonomy = foreign.result("get_polyhaven_categories", asset_type="hdris")["taxonomy"]
        assert taxonomy == [{"type": "hdris", "categories": ["skies"], "attributes": {}}]
        found = foreign.result("search_polyhaven_assets", asset_type="textures", query="rock", limit=5)
        assert (found["total_count"], found["returned_count"], found["query"]) == (1, 1, "rock")
        (rock,) = found["assets"]
        assert (rock["id"], rock["type"], rock["dimensions_mm"]) == ("rock", "textures", [2000, 1000])
        assert foreign.result("search_polyhaven_assets", min_size_m=3)["assets"] == []
        shown = foreign.result("get_polyhaven_asset_preview", asset_id="rock")
        assert base64.b64decode(shown["image_data"]) == png((1, 2, 3))
        made = foreign.result("download_polyhaven_asset", asset_id="rock", asset_type="textures", resolution="1k")
        assert (made["success"], made["material"], made["authors"]) == (True, "Rock", ["Ann"])
        put = foreign.result("set_texture", object_name="Wall", texture_id="rock")
        assert (put["material"], put["material_info"]["has_nodes"]) == ("Rock", True)
        assert online.python("bpy.data.objects['Wall'].active_material.name") == "Rock"
        models = foreign.result("search_sketchfab_models", query="sail", count=5)["results"]
        assert (models[0]["uid"], models[0]["license"]["label"]) == ("5a11", "CC Attribution")
        model = foreign.result("download_sketchfab_model", uid="5a11", normalize_size=True, target_size=2)
        reason = cannot_import(online, "gltf")
        assert reason in model["error"] if reason else model["dimensions"] == pytest.approx([1, 0, 2], abs=1e-5)
        wrong = foreign.result("download_polyhaven_asset", asset_id="rock", asset_type="hdris")
        assert "is not of hdris, but of textures" in wrong["error"]
    finally:
        foreign.close()
        shut_port(online)
