# make demo · make test: all that a fresh machine with Python 3.11 and make needs.

PYTHON ?= $(firstword $(foreach p,python3.11 python3.12 python3.13 python3,$(shell command -v $(p) 2>/dev/null)))
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check -qq
ARGS ?=

.PHONY: demo test lint bench chaos lock snapshots pictures install clean help

help:
	@echo "make demo       walk through Regulars in your browser, without any Slack account"
	@echo "make test       run the tests (ARGS='-k visit' for some of them)"
	@echo "make lint       ruff, mypy, import-linter"
	@echo "make bench      measure (ARGS=--quick for a short run)"
	@echo "make chaos      kill processes for a long while and count what was lost or doubled"
	@echo "make snapshots  accept the messages as they look now"
	@echo "make pictures   draw the README's pictures anew"
	@echo "make lock       pin the newest allowed dependencies"
	@echo "make install    only the set-up, into .venv"

demo: .venv/installed
	@$(BIN)/python -m bot demo $(ARGS)

test: .venv/installed-dev
	@$(BIN)/python -m pytest -n auto --dist loadfile --cov --cov-report=term:skip-covered $(ARGS)

lint: .venv/installed-dev
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

bench: .venv/installed-dev
	@$(BIN)/python -m bench $(ARGS)

chaos: .venv/installed-dev
	@$(BIN)/python -m pytest tests/chaos --chaos-long $(ARGS)

snapshots: .venv/installed-dev
	@$(BIN)/python -m pytest tests/views -q --snapshots $(ARGS)

pictures: .venv/installed-dev
	@$(BIN)/python -m pytest tests/playground/test_tour.py -q --pictures $(ARGS)

lock: .venv/installed-dev
	@$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	  --no-header --upgrade pyproject.toml requirements.in -o requirements.txt
	@$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	  --no-header --upgrade pyproject.toml requirements.in --group dev -o requirements-dev.txt

install: .venv/installed

.venv/bin/python:
	@if [ -z "$(PYTHON)" ]; then echo "Regulars needs Python 3.11 or newer, and none was found."; exit 1; fi
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Regulars needs Python 3.11 or newer; $(PYTHON) is older. Install it, or say make PYTHON=/path/to/python3.11"; exit 1; }
	@echo "Setting up .venv (once) …"
	@$(PYTHON) -m venv .venv || { echo "Python's venv module is missing. On Debian: apt-get install python3-venv"; exit 1; }

.venv/installed: requirements.txt pyproject.toml | .venv/bin/python
	@$(PIP) install --require-hashes -r requirements.txt
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

.venv/installed-dev: requirements-dev.txt .venv/installed | .venv/bin/python
	@$(PIP) install --require-hashes -r requirements-dev.txt
	@touch $@

clean:
	@rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .coverage htmlcov
