"""`removeMultiInstance`. Source: this command in Autodesk's reference."""

from __future__ import annotations

from maya_double import names
from maya_double.calls import Call, command
from maya_double.nodes import Key
from maya_double.scene import below, scene


@command("removeMultiInstance", create="b allChildren")
def remove_multi_instance(call: Call) -> None:
    """Takes an element of a multi away with all in it; one that is connected only where connections may be broken."""
    for text in call.strings():
        plug = names.one_plug(text)
        if not plug.spec.multi or not plug.index:
            raise RuntimeError(f"removeMultiInstance: '{text}' is not an element of a multi")
        inside = {plug.attr, *below(plug)}

        def within(key: Key, inside: set[str] = inside, index: tuple[int, ...] = plug.index) -> bool:
            return key[0] in inside and key[1][: len(index)] == index

        joined = [(source, plug.node.plug(key[0], *key[1])) for key, source in plug.node.inputs.items() if within(key)]
        for key in list(plug.node.outputs):
            if within(key):
                own = plug.node.plug(key[0], *key[1])
                joined += [(own, target) for target in scene.targets(own)]
        if joined and not call.get("b"):
            raise RuntimeError(f"removeMultiInstance: '{text}' is connected: its connections are to be broken")
        for source, target in joined:
            scene.disconnect(source, target)
        for key in [key for key in plug.node.values if within(key)]:
            scene.drop(plug.node.values, key)
    scene.touched()
