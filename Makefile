# `make brief` writes and shows the note for the seed story; `make samples` writes it in every format into samples/;
# `make test` sets up and runs every check.
VENV ?= .venv
BIN := $(VENV)/bin
PYTHON ?= python3

.PHONY: setup brief test check format lint types imports tests readme samples browser evaluate clean

setup: $(VENV)/.installed

$(VENV)/.installed: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade pip
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable . --group dev
	@touch $@

brief: setup
	$(BIN)/counterclaim brief seeds/durand-line --output note.md
	$(BIN)/counterclaim brief seeds/durand-line --output note.html
	$(BIN)/counterclaim brief seeds/durand-line

test: check

check: setup lint types imports tests readme

format: setup
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

lint: setup
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: setup
	$(BIN)/mypy

imports: setup
	$(BIN)/lint-imports

tests: setup
	$(BIN)/pytest --numprocesses auto

readme: setup
	$(BIN)/python tests/readme.py --check

browser: setup  # by hand: needs Chromium, node and npm, and says so where they are not there
	$(BIN)/python tests/browser/check.py

samples: setup
	$(BIN)/python tests/samples.py --write

# Scores against labelled data that is not in this repository; says so where the folder is absent.
SHARED ?= ../shared
evaluate: setup
	@$(BIN)/python benchmarks/evaluate.py $(SHARED)

clean:
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .import_linter_cache note.md note.html
