# The one command surface; CI calls the same. What is installed goes to SCENEWIRE_CACHE, outside the checkout.
SCENEWIRE_CACHE ?= $(HOME)/.cache/scenewire
CARGO_TARGET_DIR ?= $(SCENEWIRE_CACHE)/target
CARGO_BUILD_JOBS ?= 2
PYTHON ?= python3
export SCENEWIRE_CACHE CARGO_TARGET_DIR CARGO_BUILD_JOBS

RUN = $(PYTHON) tests/run.py

.PHONY: help demo test soak lint bench wheel wheels addon bundle ci fmt

help:
	@echo "make demo    builds scenewire, gets a Blender and lets it make demo.png"
	@echo "make test    every suite over the oldest and the newest Blender, with and without a window"
	@echo "make soak    the same over every Blender, and the long runs"
	@echo "make lint    formatters, linters, type checkers"
	@echo "make bench   measures and writes docs/benchmarks.md"
	@echo "make wheel   the release wheel of this machine in dist/"
	@echo "make wheels  the wheels of Linux, Windows and macOS in dist/, cross-compiled (macOS without an SDK, or with SDKROOT)"
	@echo "make addon   the Blender add-on's zips in dist/, with this machine's wheel and those of make wheels"
	@echo "make bundle  the MCP bundle and the MCP registry's server.json in dist/, with the same wheels"
	@echo "make fmt     formats what make lint checks"

demo test soak lint bench wheel wheels addon bundle:
	@$(RUN) $@

ci:
	@$(RUN) lint test

fmt:
	cargo fmt
	$(SCENEWIRE_CACHE)/venv/lint/bin/ruff check --fix .
	$(SCENEWIRE_CACHE)/venv/lint/bin/ruff format .
