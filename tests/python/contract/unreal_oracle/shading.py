"""Materials: what their instances say, parameter by parameter."""

from __future__ import annotations

from typing import Any

import unreal

from .common import tags


def material(item: dict[str, Any]) -> dict[str, Any]:
    name = item["name"]
    found = unreal.EditorAssetLibrary.load_asset(f"/Game/Scenewire/Materials/{name}")
    assert isinstance(found, unreal.MaterialInstanceConstant)
    overrides = found.get_editor_property("base_property_overrides")

    def own(name: str) -> Any:
        return overrides.get_editor_property(name)

    modes = unreal.BlendMode
    words = {modes.BLEND_OPAQUE: "opaque", modes.BLEND_MASKED: "mask", modes.BLEND_TRANSLUCENT: "blend"}
    mode = words[own("blend_mode")] if own("override_blend_mode") else "opaque"

    def number(parameter: str) -> float:
        return unreal.MaterialEditingLibrary.get_material_instance_scalar_parameter_value(found, parameter)

    def color(parameter: str) -> list[float]:
        kept = unreal.MaterialEditingLibrary.get_material_instance_vector_parameter_value(found, parameter)
        return [kept.r, kept.g, kept.b, 1.0]

    return {
        "name": name,
        "type": "pbr",
        "base_color": color("BaseColor"),
        "metallic": number("Metallic"),
        "roughness": number("Roughness"),
        "opacity": number("Opacity"),
        "alpha_mode": mode,
        "alpha_cutoff": own("opacity_mask_clip_value") if mode == "mask" else None,
        "double_sided": own("override_two_sided") and own("two_sided"),
        "emissive": color("Emissive"),
        "emissive_intensity": number("EmissiveIntensity"),
        "shader_parameters": {
            parameter: number(parameter)
            for parameter, beginning in {"Specular": 0.5, "Anisotropy": 0.0}.items()
            if number(parameter) != beginning
        },
        "metadata": tags(found),
    }


ORACLES = {"materials": material}
