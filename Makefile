# `make` lists what there is to do.
SHELL := /bin/bash
.DEFAULT_GOAL := help
PORT ?= 8000
PYTHON ?= python3
BIN := .venv/bin
MANAGE := $(BIN)/python manage.py
export KYYEU_SITE_URL ?= http://localhost:$(PORT)

.PHONY: help run test lint fmt types bench drill shots lock audit translate clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: .venv/run.stamp ## set everything up with the founding workshop and serve it (PORT=8000)
	@deploy/system-packages run
	@$(MANAGE) quickstart --port $(PORT)

test: .venv/dev.stamp ## run every test but the benchmarks
	@$(BIN)/python -m pytest -n auto --dist loadgroup $(ARGS)

lint: .venv/dev.stamp ## check style, types, layers, templates and migrations
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/djlint --lint templates --quiet
	$(BIN)/djade --check --target-version 5.2 $$(git ls-files 'templates/**.html')
	$(MANAGE) makemigrations --check --dry-run

fmt: .venv/dev.stamp ## bring the code into its form
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: .venv/dev.stamp ## measure what the README claims (minutes)
	$(BIN)/python -m pytest tests/benchmarks -m benchmark -n 0 -p no:randomly --timeout 0 -s $(ARGS)

drill: .venv/dev.stamp ## break things on purpose: workers killed in the middle of an intake (minutes)
	$(BIN)/python -m pytest tests/drills -m drill -n 0 -p no:randomly --timeout 0 -s $(ARGS)

shots: .venv/dev.stamp ## take the README's screenshot from the sample workshop
	$(BIN)/python -m docs.screenshots

lock: .venv/dev.stamp ## turn the hand-written requirement lists into locked ones
	for list in requirements requirements-dev; do $(BIN)/uv pip compile --quiet --universal --python-version 3.11 \
		--generate-hashes --no-emit-index-url --no-header $$list.in --output-file $$list.txt; done

audit: .venv/dev.stamp ## look for known vulnerabilities in what is locked
	$(BIN)/pip-audit --require-hashes -r requirements.txt

translate: .venv/dev.stamp ## collect the words of the interface and compile them (needs gettext)
	$(MANAGE) makemessages -l en --no-location --ignore ".venv/*" --ignore "var/*" --ignore "tests/*"
	$(MANAGE) compilemessages --ignore .venv --ignore var

clean: ## stop the embedded database and remove all that was made here, the data too
	-@$(MANAGE) devdb stop
	rm -rf var .venv .mypy_cache .ruff_cache .pytest_cache

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Kỷ yếu needs Python 3.11 or later; name one: make run PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -m venv .venv

.venv/run.stamp: requirements.txt | .venv/bin/python
	@echo "Installing what is locked in requirements.txt"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

.venv/dev.stamp: requirements-dev.txt | .venv/bin/python
	@echo "Installing what is locked in requirements-dev.txt"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@ .venv/run.stamp
