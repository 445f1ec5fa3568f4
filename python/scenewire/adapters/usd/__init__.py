"""OpenUSD: a stage in any Python that has `pxr` (`pip install usd-core`). `pxr` is imported inside functions only."""

from scenewire.adapters.usd.adapter import create_adapter, install_pump

__all__ = ["create_adapter", "install_pump"]
