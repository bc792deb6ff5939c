# make try    the bot in a Slack on this computer, in the browser
# make test   sets up what is missing and runs every test that needs no root
# make chat   the bot in the terminal; needs only Python

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
PEERS := node_modules/.ready

.PHONY: try test chat check lock screenshots

try: $(READY)
	@if command -v npm >/dev/null 2>&1; then $(MAKE) --no-print-directory $(PEERS); \
	else echo "npm is not installed, and the local Slack comes with it: install Node.js with npm, or ask in the terminal now with 'make chat' (handbook chat)."; exit 2; fi
	@exec $(BIN)/handbook try

chat: $(READY)
	@exec $(BIN)/handbook chat

test: check
	$(BIN)/pytest -n auto --dist loadfile -m "not browser and not long"

# What can be said of the code without running it.
check: $(READY)
	@if command -v npm >/dev/null 2>&1; then $(MAKE) --no-print-directory $(PEERS); \
	else echo "npm is not installed: tests against Slack's own types and the local Slack are left out."; fi
	$(BIN)/ruff format --check --quiet .
	$(BIN)/ruff check --quiet .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

$(READY): requirements-dev.lock pyproject.toml
	@sh .ci/make-venv $(PYTHON) $(VENV)
	$(BIN)/pip install --quiet --require-hashes --only-binary :all: -r requirements-dev.lock
	$(BIN)/pip install --quiet --no-deps --no-build-isolation -e .
	@touch $@

$(PEERS): package-lock.json
	npm ci --no-audit --no-fund --loglevel=error
	@touch $@

# Compile the locks anew from pyproject.toml; hashes, no addresses.
lock: $(READY)
	$(BIN)/uv pip compile pyproject.toml --universal --generate-hashes --no-header --no-annotate --quiet -o requirements.lock
	$(BIN)/uv pip compile pyproject.toml --group dev -c requirements.lock --universal --generate-hashes --no-header --no-annotate --quiet -o requirements-dev.lock

# The pictures in the README and in docs/, from a real browser; with Debian's fonts-lato in Slack's own letters.
screenshots: $(READY) $(PEERS)
	HANDBOOK_SCREENSHOTS=1 $(BIN)/pytest -m browser
