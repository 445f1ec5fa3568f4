"""The one exported function of the Windows wheel, which zig's linker must be told of.

zig exports nothing by itself, and what maturin (1.16) tells it names the module with its package, as
`PyInit_scenewire._native`, which exists nowhere: the link fails. An object file in the link says what is right, and
makes maturin's name exist.
"""

from __future__ import annotations

from pathlib import Path

from .cache import run

SOURCE = """    .section .drectve,"yn"
    .ascii " -export:PyInit__native"
    .text
    .globl "PyInit_scenewire._native"
"PyInit_scenewire._native":
    ret
"""


def object_file(python: Path, folder: Path) -> Path:
    """Assembles it with the zig of this interpreter."""
    folder.mkdir(parents=True, exist_ok=True)
    source, made = folder / "exports.s", folder / "exports.o"
    source.write_text(SOURCE)
    run(
        "assembling of exports",
        [python, "-m", "ziglang", "cc", "-target", "x86_64-windows-gnu", "-c", source, "-o", made],
    )
    return made
