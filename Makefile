# Every task of the project. `make demo` and `make test` need python3, make and a package index.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SPECLOOM := $(BIN)/specloom

.DEFAULT_GOAL := help
.PHONY: help demo test test-all lint types check generate corpus soak bench-runtime cli-tour docs picture sweep hooks clean

help: ## list the tasks
	@awk -F':.*## ' '/^[a-z-]+:.*## /{printf "  %-15s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Specloom needs Python 3.11 or newer; found $$($(PYTHON) --version). Try: make PYTHON=python3.12 demo" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.core: $(BIN)/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.core pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

demo: $(VENV)/.core ## run a job whose stream drops, against the simulator; no key, no network
	@$(SPECLOOM) demo

test: $(VENV)/.dev ## the default tests, fast
	$(BIN)/python -m pytest -q -m 'not slow'

test-all: $(VENV)/.dev ## every test, the long ones too
	$(BIN)/python -m pytest -q

lint: $(VENV)/.dev ## ruff, on the sources
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: $(VENV)/.dev ## mypy and pyright, on the sources and the generated clients
	$(BIN)/python -m mypy generator/specloom
	$(BIN)/python -m tests.judges generated

check: $(VENV)/.core ## the committed clients are what the generator writes
	$(SPECLOOM) generate --check

generate: $(VENV)/.core ## write the committed clients
	$(SPECLOOM) generate

corpus: $(VENV)/.dev ## one row per document of the corpus: CORPUS=DIR, ONLY=GLOB
	$(BIN)/python -m tests.corpus $(if $(CORPUS),--corpus $(CORPUS)) $(if $(ONLY),--only '$(ONLY)')

soak: $(VENV)/.dev ## 10,000 waits against the simulator with injected faults
	$(BIN)/python -m tests.soak

sweep: $(VENV)/.dev ## where a secret could leak, and that it does not
	$(BIN)/python -m pytest -q tests/e2e/test_secrets.py -s

bench-runtime: $(VENV)/.dev ## the runtime beside others, medians and ratios in one run
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[bench]'
	$(BIN)/python -m tests.bench

cli-tour: $(VENV)/.dev ## every command once, on real documents
	$(BIN)/python -m tests.tour

docs: $(VENV)/.core ## the documentation as a site, in site/
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[docs]'
	$(BIN)/python -m mkdocs build --strict --quiet

picture: $(VENV)/.core ## draw docs/assets/demo.svg from what the demo prints
	$(BIN)/python -m tests.picture

hooks: $(VENV)/.dev ## install the pre-commit hooks
	$(BIN)/python -m pip install --quiet --disable-pip-version-check pre-commit
	$(BIN)/pre-commit install

clean: ## remove the environment and caches
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis dist build site
