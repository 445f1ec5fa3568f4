"""Render settings: UsdRenderSettings with one product, and the stage's own range and rate of time."""

from __future__ import annotations

from typing import Any

from scenewire.adapters.contract import Job
from scenewire.adapters.crud import Entity
from scenewire.adapters.fields import ABSENT, Field
from scenewire.adapters.usd.handles import guard, settle
from scenewire.adapters.usd.identity import IDENTITY
from scenewire.adapters.usd.lacks import lacks_of
from scenewire.adapters.usd.metadata import plain, typed
from scenewire.adapters.usd.naming import define
from scenewire.adapters.usd.places import place_for
from scenewire.adapters.usd.settings import codes_per_frame, fps, made_settings, scene_name, settings_prim
from scenewire.adapters.usd.stage import STAGE
from scenewire.errors import HandlerError, InvalidParamsError, NotFoundError, NotSupportedError

#: USD's own, where nobody has said.
_RESOLUTION = (2048, 1080)


class _Only:
    """The settings of the stage, whether a prim says them yet or not."""


_ONLY = _Only()


def _id() -> str:
    from pxr import Sdf

    return IDENTITY.of("render_settings", Sdf.Path.absoluteRootPath, "settings")


def _find(reference: str) -> _Only:
    from pxr import Sdf

    number, looks_like = IDENTITY.find("render_settings", reference)
    if number == IDENTITY.number(Sdf.Path.absoluteRootPath, "settings") or reference == scene_name():
        return _ONLY
    if looks_like:
        raise IDENTITY.gone("render_settings", reference)
    raise NotFoundError(f"no scene is called `{reference}`", {"name": reference}, [scene_name()])


def _resolution() -> list[int]:
    prim = settings_prim()
    found = prim.GetAttribute("resolution").Get() if prim else None
    return [int(side) for side in (found or _RESOLUTION)]


def _side(place: int) -> Field:
    def write(_only: Any, value: int) -> None:
        from pxr import Gf, UsdRender

        sides = _resolution()
        sides[place] = value
        UsdRender.Settings(made_settings()).CreateResolutionAttr().Set(Gf.Vec2i(*sides))

    return Field(lambda _only, _job: _resolution()[place], write)


def frame(start: bool) -> int:
    """The first or the last frame of the stage; 0 where nobody has said."""
    stage = STAGE.stage
    code = float(stage.GetStartTimeCode() if start else stage.GetEndTimeCode())
    return round(code / codes_per_frame())


def _set_frame(start: bool, value: int) -> None:
    last = frame(start=False)
    if start and STAGE.stage.HasAuthoredTimeCodeRange() and value > last:
        raise InvalidParamsError(
            f"the animation ends with frame {last}",
            {"path": "frame_start", "expected": f"at most {last}", "got": value},
        )
    if not start and value < frame(start=True):
        raise InvalidParamsError(
            f"the animation begins with frame {frame(start=True)}",
            {"path": "frame_end", "expected": f"at least {frame(start=True)}", "got": value},
        )
    of_stage(lambda: _write_frame(start, value))


def _write_frame(start: bool, value: int) -> None:
    code = value * codes_per_frame()
    if start:
        STAGE.stage.SetStartTimeCode(code)
    else:
        STAGE.stage.SetEndTimeCode(code)


def of_stage(write: Any) -> None:
    """Writes what only the root layer or the session layer can say."""
    from pxr import Usd

    stage = STAGE.stage
    target = stage.GetEditTarget().GetLayer()
    if target in (stage.GetRootLayer(), stage.GetSessionLayer()):
        write()
        return
    with Usd.EditContext(stage, stage.GetRootLayer()):
        STAGE.refuse_locked()
        write()


def _set_fps(_only: Any, value: float) -> None:
    def write() -> None:
        STAGE.stage.SetFramesPerSecond(float(value))
        STAGE.stage.SetTimeCodesPerSecond(float(value))

    of_stage(write)


def _product() -> Any:
    prim = settings_prim()
    relation = prim.GetRelationship("products") if prim else None
    found = [STAGE.prim(path) for path in relation.GetTargets()] if relation else []
    return next((one for one in found if one), None)


def _output(_only: Any, _job: Job) -> Any:
    product = _product()
    found = product.GetAttribute("productName").Get() if product else None
    return str(found) if found else ABSENT


def _set_output(_only: Any, path: str) -> None:
    from pxr import UsdRender

    settings = UsdRender.Settings(made_settings())
    product = _product()
    if product is None:
        product = define(place_for("Render"), "Product", "RenderProduct")
        settings.CreateProductsRel().SetTargets([product.GetPath()])
    UsdRender.Product(product).CreateProductNameAttr().Set(path)


def _metadata(_only: Any, _job: Job) -> dict[str, Any]:
    return {key: plain(value) for key, value in STAGE.stage.GetRootLayer().customLayerData.items()}


def _set_metadata(_only: Any, given: dict[str, Any]) -> None:
    layer = STAGE.stage.GetRootLayer()
    if not layer.permissionToEdit:
        raise HandlerError("the root layer is locked, and it alone has custom data of the scene", {"path": "metadata"})
    try:
        layer.customLayerData = {key: typed(value) for key, value in given.items()}
    except Exception as error:
        raise NotSupportedError(
            f"USD's custom data cannot keep this: {str(error).strip().splitlines()[-1]}", {"path": "metadata"}
        ) from error


#: In the order of writing: the end first, for a start that is after the old one.
FIELDS: dict[str, Field] = {
    "id": Field(lambda _only, _job: _id()),
    "name": Field(lambda _only, _job: scene_name()),
    "active": Field(lambda _only, _job: True),
    "width": _side(0),
    "height": _side(1),
    "fps": Field(lambda _only, _job: fps(), _set_fps),
    "frame_end": Field(lambda _only, _job: frame(start=False), lambda _only, value: _set_frame(False, value)),
    "frame_start": Field(lambda _only, _job: frame(start=True), lambda _only, value: _set_frame(True, value)),
    "output_path": Field(_output, _set_output),
    **lacks_of("render_settings"),
    "metadata": Field(_metadata, _set_metadata),
}


def _refuse_making(_item: Any) -> Any:
    raise NotSupportedError("a stage has one set of render settings that counts: update it")


RENDER_SETTINGS = Entity(
    plural="render_settings",
    fields=FIELDS,
    make=_refuse_making,
    find=_find,
    all=lambda _parent: [_ONLY],
    remove=_refuse_making,
    guard=lambda _targets: guard([]),
    settle=settle,
    places=lambda targets: [0] * len(targets),
)
