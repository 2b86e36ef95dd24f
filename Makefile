# Two commands from a clone: `make demo` drafts a real notice, `make test` runs every test.
# Each does the set-up it needs: a virtual environment with locked versions, and Debian packages where a test needs a program.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SUDO := $(shell [ "$$(id -u)" = 0 ] || command -v sudo)
DEMO_CASE := casefiles/shakti-goods.yaml
DEMO_DAY := 2026-11-24
INTEREST_PAGE := 5

.PHONY: demo test lint format house schema clean programs messages pictures

demo: $(VENV)/.runtime
	@$(BIN)/lawkit draft final-notice $(DEMO_CASE) --as-of $(DEMO_DAY) -o demo --replace
	@$(BIN)/lawkit claim $(DEMO_CASE) --as-of $(DEMO_DAY)

test: $(VENV)/.dev programs
	$(BIN)/python -m pytest -n auto

lint: $(VENV)/.dev
	$(BIN)/ruff check lawkit tests benchmarks
	$(BIN)/mypy

format: $(VENV)/.dev
	$(BIN)/ruff format lawkit tests benchmarks

house: $(VENV)/.runtime
	$(BIN)/python -m lawkit.drafting.house precedents

# every sentence for a user, for translators
messages: $(VENV)/.runtime
	$(BIN)/pybabel -q extract -k say --no-location --omit-header --sort-output --no-wrap -o lawkit/locale/lawkit.pot lawkit

# the pictures of the README, from papers drafted anew
pictures: $(VENV)/.dev programs
	rm -rf demo/pictures && mkdir -p demo/pictures
	$(BIN)/lawkit draft final-notice casefiles/shakti-goods.yaml casefiles/nirmal-msme.yaml --as-of $(DEMO_DAY) -o demo/pictures
	$(BIN)/lawkit draft mise-en-demeure casefiles/atelier-semestres.yaml --as-of $(DEMO_DAY) -o demo/pictures
	cd demo/pictures && soffice -env:UserInstallation=file://$(CURDIR)/demo/pictures/profile --headless --convert-to pdf *.docx >/dev/null
	cd demo/pictures && pdftoppm -r 80 -png -f 1 -l 1 -singlefile SHK*.pdf ../../docs/images/india-final-notice
	cd demo/pictures && pdftoppm -r 80 -png -f $(INTEREST_PAGE) -l $(INTEREST_PAGE) -singlefile NIR*.pdf ../../docs/images/india-interest-sheet
	cd demo/pictures && pdftoppm -r 80 -png -f 1 -l 1 -singlefile *_mise-en-demeure_*.pdf ../../docs/images/france-mise-en-demeure

schema: $(VENV)/.runtime
	$(BIN)/python -m lawkit.facts.schema
	$(BIN)/python -m lawkit.facts.entry_table

$(VENV)/bin/python:
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { $(SUDO) apt-get update -qq && DEBIAN_FRONTEND=noninteractive $(SUDO) apt-get install -y -qq python3-venv; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.runtime: requirements.lock pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install -q --disable-pip-version-check -r requirements.lock
	$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	@$(BIN)/python -m compileall -q lawkit
	@touch $@

$(VENV)/.dev: requirements-dev.lock $(VENV)/.runtime
	$(BIN)/python -m pip install -q --disable-pip-version-check -r requirements-dev.lock
	@touch $@

programs:
	@if ! command -v soffice >/dev/null || ! command -v pdftoppm >/dev/null || ! fc-list | grep -qi liberation; then \
	  $(SUDO) apt-get update -qq && DEBIAN_FRONTEND=noninteractive $(SUDO) apt-get install -y -qq --no-install-recommends \
	    libreoffice-writer-nogui poppler-utils fonts-liberation fonts-lohit-deva; fi

clean:
	rm -rf $(VENV) demo dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
