# MKB-toets. Needs make and Python 3.11 or later with venv; everything else is set up here, in .venv.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help app test lint bench rules statutebook browser clean

PORT ?= 8501
ARGS ?=

VENV := .venv
PY := $(VENV)/bin/python

# The first of these that is 3.11 or later; only asked when .venv has to be made.
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	if $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; \
	then echo $$p; break; fi; done)

# A stamp's name holds a fingerprint of the requirements it stands for, and there is one at a
# time: when requirements change, also back to what they were, they are installed.
fingerprint = $(shell cat $(1) | cksum | cut -d' ' -f1)
RUN := $(VENV)/run-$(call fingerprint,requirements.txt)
DEV_FILES := requirements.txt requirements-scan.txt requirements-dev.txt
DEV := $(VENV)/dev-$(call fingerprint,$(DEV_FILES))
PIP := $(PY) -m pip --disable-pip-version-check install --quiet

# A .venv that is half made, too old, or whose Python is gone is made again.
ifneq ($(shell $(PY) -c 'import pip, sys; print(sys.version_info >= (3, 11))' 2>/dev/null),True)
.PHONY: $(PY)
endif

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-11s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

app: $(RUN) ## start the program on http://localhost:8501 (another port: make app PORT=9000)
	@exec $(PY) -m streamlit run app.py --server.port $(PORT)

test: $(DEV) browser ## every test, in a browser too where there is one (some: make test ARGS="-k HAN-03")
	@$(PY) -m pytest --numprocesses auto --dist loadgroup --hypothesis-profile ci $(ARGS)

lint: $(DEV) ## style, types and the direction of imports
	@failed=0; \
	$(PY) -m ruff check || failed=1; \
	$(PY) -m ruff format --check || failed=1; \
	$(PY) -m mypy || failed=1; \
	$(PY) $(VENV)/bin/lint-imports --no-logo || failed=1; \
	exit $$failed

bench: $(DEV) ## how fast it is
	@$(PY) -m bench $(ARGS)

rules: $(RUN) ## check the rules, then write the docs and schemas that are made from them
	@$(PY) -m checker rules check
	@$(PY) -m docs.generate

statutebook: $(DEV) ## compute the percentiles anew: make statutebook DIRS="folder ..."
	@$(PY) -m checker.statutebook $(DIRS) $(ARGS)

browser:
	@sh tests/browser/install_chromium.sh

clean: ## throw away .venv and caches
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis

$(PY):
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
		echo "The MKB-toets needs Python 3.11 or later; here is $$(python3 --version 2>/dev/null || echo 'no Python 3')." >&2; \
		echo "Install a newer one, or name the one to use: make PYTHON=/path/to/python3.12" >&2; exit 1; }
	@echo "Making $(VENV) with $$("$(PYTHON)" --version) ..."
	@"$(PYTHON)" -m venv --clear $(VENV) || { \
		echo "Python could not make $(VENV). On Debian and Ubuntu: apt-get install python3-venv" >&2; exit 1; }

$(RUN): $(PY)
	@echo "Installing what the program needs (once) ..."
	@$(PIP) -r requirements.txt
	@rm -f $(VENV)/run-* $(VENV)/dev-* && touch $@

$(DEV): $(RUN)
	@echo "Installing what the tests need (once) ..."
	@$(PIP) $(DEV_FILES:%=-r %)
	@rm -f $(VENV)/dev-* && touch $@
