PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# Continuous integration installs the versions that were tested together.
LOCK := $(if $(CI),--constraint constraints.txt)
SAMPLES := corpus/*-[12]*.[!j]*
SHOWN := corpus/landelijke-tafel-aandachtsgroepen-2023-05-16.txt

.PHONY: install demo test lint types evaluate check clean

$(VENV)/installed: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet $(LOCK) --editable '.[dev]'
	touch $@

install: $(VENV)/installed

demo: install
	$(BIN)/besluitvinder process $(SAMPLES) --output out
	$(BIN)/besluitvinder show $(SHOWN)
	@echo "The register of the whole sample corpus is in out/decisions.csv"

test: install
	$(BIN)/pytest

lint: install
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: install
	$(BIN)/mypy

evaluate: install
	$(BIN)/besluitvinder evaluate --gold corpus --output out/evaluation

check: lint types test

clean:
	rm -rf $(VENV) out build dist
