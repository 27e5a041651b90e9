PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: install demo test lint types evaluate check clean

$(VENV)/installed: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --editable '.[dev]'
	touch $@

install: $(VENV)/installed

demo: install
	$(BIN)/besluitvinder process corpus --output out
	$(BIN)/besluitvinder show corpus/bo-woningbouw-2024-02-14.pdf
	@echo "The register of the whole corpus is in out/decisions.csv"

test: install
	$(BIN)/pytest

lint: install
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: install
	$(BIN)/mypy

check: lint types test

clean:
	rm -rf $(VENV) out build dist
