"""The command line as a shell sees it: exit codes, JSON, sentences."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from .programs import SCENEWIRE, cli


def test_version_is_the_wheels(tmp_path: Path) -> None:
    from importlib.metadata import version

    done = cli(tmp_path, "--version")
    assert (done.returncode, done.stdout.strip()) == (0, f"scenewire {version('scenewire')}")


def test_instances_lists_the_host(one_host: Any) -> None:
    done = cli(one_host.home, "instances", "--json")
    (instance,) = json.loads(done.stdout)["instances"]
    assert (done.returncode, instance["name"]) == (0, one_host.name)
    assert one_host.record()["token"] not in done.stdout
    plain = cli(one_host.home, "instances")
    assert one_host.name in plain.stdout
    assert "\x1b" not in plain.stdout, "colours only on a terminal"


def test_nobody_there_is_said_with_what_to_do(tmp_path: Path) -> None:
    assert json.loads(cli(tmp_path, "instances", "--json").stdout) == {"instances": []}
    done = cli(tmp_path, "call", "get_scene")
    assert done.returncode == 3
    assert "scenewire host" in done.stderr


def test_call_prints_json(one_host: Any) -> None:
    done = cli(one_host.home, "call", "get_scene", '{"fields": ["name"]}', "--json")
    assert (done.returncode, list(json.loads(done.stdout))) == (0, ["name"])
    by_pairs = cli(one_host.home, "call", "execute_python", "code=6*7", "--json")
    assert json.loads(by_pairs.stdout)["value"] == 42


def test_exit_codes(one_host: Any, tmp_path: Path) -> None:
    home = one_host.home
    check = {
        1: cli(home, "call", "get_nodes", '{"ids": ["nobody"]}', "--json"),
        2: cli(home, "key", "list", "--json"),
        3: cli(home, "call", "get_scene", "--instance", "nobody", "--json"),
        4: cli(home, "call", "open_file", '{"path": "/etc/passwd"}', "--json"),
    }
    for code, done in check.items():
        assert done.returncode == code, (code, done)
        error = json.loads(done.stderr.strip().splitlines()[-1])
        assert set(error) == {"error_code", "error_message", "details", "suggestions", "timestamp"}
        assert done.stdout == ""


def test_catalogue_in_both_formats(tmp_path: Path) -> None:
    told = json.loads(cli(tmp_path, "catalogue", "--format", "json").stdout)
    assert {"create_nodes", "get_scene", "render"} <= {operation["name"] for operation in told["operations"]}
    assert "create_nodes" in cli(tmp_path, "catalogue", "--format", "markdown").stdout


def test_picture_goes_to_a_file(one_host: Any, tmp_path: Path) -> None:
    picture = tmp_path / "look.png"
    arguments = '{"view": "front", "width": 64, "height": 48}'
    done = cli(one_host.home, "call", "look", arguments, "--out", str(picture), "--json")
    assert done.returncode == 0, done
    assert picture.read_bytes()[:4] == b"\x89PNG"
    assert len(done.stdout) < 4000, "no picture in the text"


def test_doctor_is_well_with_a_host_and_says_what_to_do_without(one_host: Any, tmp_path: Path) -> None:
    done = cli(one_host.home, "doctor", "--json", HOME=str(tmp_path))
    checks = json.loads(done.stdout)["checks"]
    assert any(one_host.name in str(check) and check["state"] == "good" for check in checks), checks
    without = json.loads(cli(tmp_path / "empty", "doctor", "--json", HOME=str(tmp_path)).stdout)["checks"]
    assert any("scenewire host" in (check.get("advice") or "") for check in without)


def test_a_folder_called_bpy_is_no_blender_and_one_python_is_one(tmp_path: Path) -> None:
    (tmp_path / "bpy").mkdir()
    own = Path(sys.executable).parent
    assert (own / "python3").exists()
    assert (own / "python").exists(), "the same one under two names"
    clean = {name: value for name, value in os.environ.items() if not name.startswith("SCENEWIRE_")}
    done = subprocess.run(
        [SCENEWIRE, "doctor", "--json"],
        env={**clean, "SCENEWIRE_HOME": str(tmp_path / "home"), "PATH": str(own)},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    checks = json.loads(done.stdout)["checks"]
    assert [check["found"] for check in checks if check["link"] == "bpy"] == []
    assert len([check for check in checks if check["link"] == "wheel"]) == 1
    script = "import scenewire; scenewire.start()"
    started = subprocess.run([sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert "pip install bpy" in started.stderr or "runs in no application" in started.stderr, started.stderr


def test_wrong_words_are_told_what_is_right(tmp_path: Path) -> None:
    """What a person types who does it for the first time: each refused before anything is started."""
    nowhere = str(tmp_path / "nowhere")
    for argv, expected in {
        ("host", "--blender", nowhere): f"`{nowhere}` is not there",
        ("host", "--python", nowhere): f"`{nowhere}` is not there",
        ("demo", "--blender", str(tmp_path)): f"`{tmp_path}` is a folder",
        ("demo", "--out", f"{nowhere}/demo.png"): f"there is no folder `{nowhere}`",
        ("call", "look", "--out", str(tmp_path)): f"`{tmp_path}` is a folder",
        ("host", "--port", "99999"): "from 0 to 65535",
        ("call", "create_nodes", '{"items": [{"position": [NaN]}]}'): "JSON has no NaN",
        ("call", "create_nodes", "{'items': []}"): "double quotes",
        ("call", "get_scene", "--timeout", "-1"): "expected seconds above 0, such as 30",
        ("mcp", "--http", "here"): "such as 127.0.0.1:8765",
        ("call", "get_scene", f"@{nowhere}"): f"cannot read {nowhere}: No such file or directory\n",
        ("instances", "--gateway", "https://localhost:1", "--key", "k", "--ca", nowhere): f"authorities `{nowhere}`",
        ("key", "list"): "no gateway was named: add --gateway URL",
        ("install", "client"): "claude-desktop, claude-code",
        ("uninstall", "client"): "claude-desktop, claude-code",
    }.items():
        done = cli(tmp_path, *argv)
        assert done.returncode in (1, 2), argv
        assert expected in done.stderr, (argv, done.stderr)
        assert "os error" not in done.stderr, done.stderr


def test_a_host_is_told_what_is_right_before_it_runs(one_host: Any, tmp_path: Path) -> None:
    for argv, expected in {
        ("--file", "nowhere.blend"): f"`{tmp_path / 'nowhere.blend'}` is not there",
        ("--set", "raed_only=true"): "read_only",
        ("--set", "read_only"): "read_only=true",
        ("--set", "read_only=maybe"): 'true or false, not "maybe"',
        ("--gateway",): "no address was given",
    }.items():
        env = {**os.environ, **one_host.spec["env"], "SCENEWIRE_HOME": str(tmp_path)}
        done = subprocess.run(
            [*one_host.spec["argv"], *argv], env=env, cwd=tmp_path, capture_output=True, text=True, check=False
        )
        assert done.returncode == (1 if argv[0] == "--file" else 2), (argv, done)
        assert expected in done.stderr, (argv, done.stderr)
