# Everything happens in .venv; nothing outside this folder is changed.
PYTHON ?= python3
BIN := .venv/bin

.DEFAULT_GOAL := help
.PHONY: help demo test lint types layers format docs bench clean

help: ## say what can be made
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1|/' | column -t -s '|'

.venv/ready: pyproject.toml constraints.txt src/refertext/__init__.py
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade "pip>=25.1,<27"
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable ".[site]" --group dev
	@touch $@

demo: .venv/ready ## set up, then check the sample group in this folder, say how it is doing, and build its site
	$(BIN)/refertext check
	$(BIN)/refertext status
	$(BIN)/refertext build --audience members

test: .venv/ready ## set up, then run every test
	$(BIN)/pytest --numprocesses auto

lint: .venv/ready ## look for slips in the code, its form and its words
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: .venv/ready ## check the types
	$(BIN)/mypy

layers: .venv/ready ## check that imports go down only
	$(BIN)/lint-imports

format: .venv/ready ## bring the code into form
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

docs: .venv/ready ## write the pages that are made from the code
	$(BIN)/python tools/gallery.py
	$(BIN)/python tools/rule_pages.py
	$(BIN)/python tools/measure_pages.py
	$(BIN)/python tools/file_pages.py
	$(BIN)/python tools/profile_pages.py
	$(BIN)/python tools/template_pages.py
	$(BIN)/python tools/terminal_picture.py

bench: .venv/ready ## measure, and write bench/RESULTS.md
	$(BIN)/python bench/run.py --sizes 1000 10000 100000 --write

clean: ## remove what was made
	rm -rf .venv .hypothesis .mypy_cache .pytest_cache .ruff_cache .import_linter_cache build dist
