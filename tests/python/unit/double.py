"""A host without an application: nodes in a dictionary, undo by copying it."""

from __future__ import annotations

import copy
import platform
from pathlib import Path
from typing import Any

from scenewire import execute
from scenewire.errors import HandlerError, NotFoundError, NotSupportedError


class Double:
    """The adapter; `scene` is all it has."""

    def __init__(self) -> None:
        self.scene: dict[str, Any] = {"nodes": {}, "mesh": None}
        self.before: list[dict[str, Any]] = []
        self.changes = 0

    def info(self) -> dict[str, Any]:
        return {
            "app": "double",
            "app_version": "1.0",
            "python_version": platform.python_version(),
            "headless": True,
            "up_axis": "Z",
            "handedness": "right",
            "metres_per_unit": 1.0,
            "fps": 24.0,
        }

    def perform(self, operation: str, arguments: dict[str, Any], job: Any) -> dict[str, Any]:
        result: dict[str, Any] = getattr(self, operation)(job=job, **arguments)
        return result

    def begin(self, label: str) -> None:
        self.before.append(copy.deepcopy(self.scene))

    def commit(self, label: str) -> None:
        self.before.pop()
        self.changes += 1

    def roll_back(self, label: str) -> None:
        self.scene = self.before.pop()

    def revision(self) -> int:
        return self.changes

    def execute_python(
        self,
        job: Any,
        code: str,
        timeout: float | None = None,
        namespace: str | None = None,
        variables: dict[str, Any] | None = None,
        output_limit: int = 1024,
        isolated: bool = False,
        **more: Any,
    ) -> dict[str, Any]:
        if isolated:
            raise NotSupportedError("a double has no other process")
        return execute.run(
            code, namespace, {"adapter": self, **(variables or {})}, job, output_limit=output_limit, **more
        )

    def get_scene(self, job: Any, **_: Any) -> dict[str, Any]:
        job.progress(0.5, "half of it")
        return {"name": "double", "nodes": list(self.scene["nodes"])}

    def select(self, job: Any, ids: list[str], **_: Any) -> dict[str, Any]:
        """What an adapter can do wrong or say oddly, by name."""
        wrong: dict[str, Any] = {
            "raise": lambda: 1 / 0,
            "declared": lambda: self.missing(),
            "syntax": lambda: compile("x = =", "f", "exec"),
            "memory": lambda: bytearray(2**62),
            "file": lambda: Path("/there/is/none").read_bytes(),
            "nan": lambda: {"selected_ids": [float("nan")]},
            "object": lambda: {"selected_ids": [object()]},
            "exit": lambda: exit(3),
            "singles": lambda: {"selected_ids": [7.358891487121582, -0.10000000149011612, 0.1, 2.0**-30, 3e38, 0.0]},
        }
        result: dict[str, Any] = wrong[ids[0]]()
        return result

    def missing(self) -> None:
        raise NotFoundError("no such thing", {"id": "x"}, ["cube"])

    def create_meshes(self, job: Any, items: list[dict[str, Any]], **_: Any) -> dict[str, Any]:
        """Keeps the arrays of the last mesh as they came and tells their Python types."""
        item = items[-1]
        vertices = item["vertices"]
        if not isinstance(vertices, memoryview) or vertices.format != "f" or vertices.ndim != 1:
            raise HandlerError(f"expected a flat memoryview of floats, got {vertices!r}")
        self.scene["mesh"] = bytes(vertices)
        return {"ids": ["m"], "items": [{"id": "m", "name": item.get("name", "mesh")}]}

    def get_meshes(self, job: Any, ids: list[str], **_: Any) -> dict[str, Any]:
        data = self.scene["mesh"]
        count = len(data) // 12
        return {
            "items": [{"id": "m", "vertices": job.attach(data, "f4", (count, 3)), "none": job.attach(b"", "i4", (0,))}]
        }

    def look(self, job: Any, **_: Any) -> dict[str, Any]:
        picture = b"\x89PNG" + bytes(100)
        return {"image": job.attach(picture, "u1", (len(picture),), "image/png"), "width": 1, "height": 1}
