# make run   sets everything up and starts the program with the example cases
# make test  sets everything up and runs the whole suite
# make steady TIMES=10  runs it so many times in a row beside four busy loops, until a run is red; with WORKERS=12 the
#                       tests are more than the loops and crowd each other as well
SHELL := /bin/bash
# Tests start the program a hundred times and share their work among processes: where each of these has to compile
# everything anew, that is most of what they do.
unexport PYTHONDONTWRITEBYTECODE
PYTHON ?= python3
BIN := .venv/bin
TIMES ?= 10
# Processes that share the tests.
WORKERS ?= 2
EXAMPLE := build/example
DEMO := build/demo

# A virtual screen of its own, so that no test touches the desktop it is started from. Windows are tested on Qt's
# off-screen platform, because a bare virtual X screen has no window manager to say which window is active; a test
# that needs real X finds one.
SCREEN = env -u WAYLAND_DISPLAY QT_QPA_PLATFORM=offscreen $(shell command -v xvfb-run >/dev/null && echo 'xvfb-run -a')
PYTEST = $(BIN)/python -m pytest -q -n $(WORKERS) --dist worksteal

.PHONY: run demo test steady long screens mutations lint format bench screenshots papers translations clean

run: .venv/.ready
	@if [[ -n "$$DISPLAY$$WAYLAND_DISPLAY" || "$$(uname)" == Darwin ]]; then \
	  $(MAKE) --no-print-directory $(EXAMPLE)/.ready && \
	  echo "The example cases are about made-up families. Everything you do stays in $(EXAMPLE)." && \
	  $(BIN)/python -m beraad --data $(EXAMPLE) --passphrase-file $(EXAMPLE)/passphrase.txt; \
	else \
	  echo "There is no display: the example meeting is played off-screen. Pictures and PDFs go to $(DEMO)." && \
	  $(MAKE) --no-print-directory demo; \
	fi

demo: .venv/.ready
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m beraad demo

$(EXAMPLE)/.ready:
	@mkdir -p $(EXAMPLE)
	@echo "een voorbeeld om mee te oefenen" > $(EXAMPLE)/passphrase.txt
	@for case in resources/cases/de-wit.json resources/cases/haddad.json; do \
	  $(BIN)/python -m beraad import $$case --data $(EXAMPLE) --passphrase-file $(EXAMPLE)/passphrase.txt || exit 1; \
	done
	@touch $@

# In two halves: first everything that must work where Qt cannot be imported, then the windows.
test: .venv/.ready-to-test
	$(PYTEST) --without-qt -p no:pytest-qt
	$(SCREEN) $(PYTEST) tests/stories tests/ui

# A test that waits for a time where it should wait for a state is red now and then on a busy computer.
steady: .venv/.ready-to-test
	@$(BIN)/python scripts/steady.py --times $(TIMES) -- $(MAKE) --no-print-directory test

# Loops of minutes: kills, faults, every cut and flip, an installed wheel.
long: .venv/.ready-to-test
	$(SCREEN) $(PYTEST) --long -o timeout=3600

# Two outputs of each window system that is here (Xorg; GNOME Shell, KWin, sway), each within a time of its own: every
# kind of change, what an eye on the projector saw, and where the keyboard went; on Xorg also 50 unplugs and 20 closed
# lids, the same without the guard, and the quickest program there can be. Ends with a table that names what was not run.
screens: .venv/.ready-to-test
	@$(BIN)/python -m tests.ui.screens.every

# Take one guard of what nobody may see away at a time, and see that a test notices: a table.
mutations: .venv/.ready-to-test
	@$(BIN)/python -m tests.properties.mutations

lint: .venv/.ready-to-test
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

format: .venv/.ready-to-test
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

bench: .venv/.ready-to-test
	@for script in benchmarks/[a-z]*.py; do echo "== $$script"; QT_QPA_PLATFORM=offscreen $(BIN)/python $$script || exit 1; done
	@echo "== memory over 1,000 copies"; $(BIN)/python benchmarks/print_copies.py --long
	@echo "== memory over three hours of a meeting"; QT_QPA_PLATFORM=offscreen $(BIN)/python benchmarks/long_meeting.py --long
	@echo "== the same for twenty minutes, with a leak made on purpose: has to say NO"; QT_QPA_PLATFORM=offscreen $(BIN)/python benchmarks/long_meeting.py --control

# Every page and the wall in each state, on a small and a large screen, light and dark, to look at; those that the
# README and the docs name come from the run of the demo.
screenshots: demo
	@for size in 1366x768 1920x1080; do for theme in light dark; do \
	  $(BIN)/python scripts/pictures.py build/pictures/$$size-$$theme --size $$size --theme $$theme || exit 1; \
	done; done
	@mkdir -p docs/pictures
	@for picture in $$(grep -ohE 'pictures/[a-z-]+\.png' README.md docs/*.md | sort -u); do \
	  cp $(DEMO)/$$(basename $$picture) docs/$$picture || exit 1; \
	done

# Every copy of three made-up families in each style, to look at, in colour and in grey, and how many pages each has.
papers: .venv/.ready-to-test
	@$(BIN)/python scripts/papers.py

# Take the sentences out of the code, bring them to the catalogue, and compile it.
translations: .venv/.ready-to-test
	@mkdir -p build
	@$(BIN)/pybabel -q extract --project Beraad --copyright-holder "" --add-location file --sort-by-file --output build/beraad.pot src/beraad
	@$(BIN)/pybabel -q update --domain beraad --input-file build/beraad.pot --output-dir resources/locale \
	  --no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date
	@$(BIN)/pybabel -q compile --domain beraad --directory resources/locale --statistics

.venv/.ready: pyproject.toml scripts/prepare.py
	@$(PYTHON) scripts/prepare.py run
	@touch $@

.venv/.ready-to-test: pyproject.toml scripts/prepare.py
	@$(PYTHON) scripts/prepare.py test
	@touch $@ .venv/.ready

clean:
	rm -rf build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
