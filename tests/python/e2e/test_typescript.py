"""The TypeScript declarations, judged by the TypeScript compiler (npm, not ours) as strictly as it can."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

NODE = os.environ.get("SCENEWIRE_TEST_NODE")
pytestmark = pytest.mark.skipif(
    not (NODE and Path(NODE, "tsc").exists()), reason="Node 22 and TypeScript could not be installed"
)
DECLARED = Path(__file__).parents[3] / "docs" / "scenewire.d.ts"
#: What is right compiles, and what is wrong is found: an expected error that does not come is one too.
USED = """
import type { Call, ErrorCode, LightCreate, NodeFilter, OperationName } from "./scenewire";

export async function use(call: Call): Promise<number> {
  const key: LightCreate = { name: "Key", kind: "spot", color: "#ffcc00", rotation: { euler: [90, 0, 0] } };
  const made = await call("create_lights", { items: [key] });
  const id: string = made.ids[0]!;
  const filters: NodeFilter = { name: "Key*", type: ["light", "camera"], parent_id: null };
  const listed = await call("list_nodes", { filters, fields: ["name", "position"], limit: 20 });
  const tree = await call("get_scene", { fields: ["tree"], depth: 2 });
  await call("create_keyframes", { items: [{ node_id: id, path: "rotation.x", time: { frame: 30 }, value: 45 }] });
  const code: ErrorCode = "not_found";
  const name: OperationName = "render";
  // @ts-expect-error there is no such kind of light
  const wrong: LightCreate = { kind: "neon" };
  // @ts-expect-error `items` must be given
  await call("create_lights", {});
  // @ts-expect-error there is no such operation
  await call("create_lamps", { items: [] });
  // @ts-expect-error a position has three numbers
  await call("update_nodes", { items: [{ ids: [id], position: [1, 2] }] });
  return listed.total + (tree.tree?.shown ?? 0) + code.length + name.length + Object.keys(wrong).length;
}
"""


def test_declarations_compile_and_find_mistakes(tmp_path: Path) -> None:
    (tmp_path / "scenewire.d.ts").write_text(DECLARED.read_text())
    (tmp_path / "use.ts").write_text(USED)
    strict = ["--strict", "--noUncheckedIndexedAccess", "--exactOptionalPropertyTypes", "--noEmit"]
    command = [f"{NODE}/node", f"{NODE}/tsc", *strict, "--target", "es2022", "--moduleResolution", "bundler"]
    files = ["--module", "esnext", str(tmp_path / "use.ts")]
    done = subprocess.run([*command, *files], capture_output=True, text=True, timeout=120, cwd=tmp_path)
    assert done.returncode == 0, done.stdout
