# make lab     install, run the main job, say where its report is
# make test    install with test extras, run the whole suite
# make check   lint, format and types
# make bench   install the peers and print the benchmark tables
# make screenshots   the README's pictures of the playground
# make clean   remove everything that the above made, except runs/

PYTHON ?= python3
BIN    := .venv/bin
PIP    := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.PHONY: lab test check bench screenshots clean

lab: .venv/lab
	$(BIN)/gradbook lab

test: .venv/test
	$(BIN)/python -m compileall -q src  # many tests start a command, which need not compile what it imports
	$(BIN)/python -m pytest -n auto --maxprocesses 4 --dist loadfile --no-loadscope-reorder  # small files last

check: .venv/test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: .venv/bench
	$(BIN)/python benchmarks/train.py
	$(BIN)/python benchmarks/handwriting.py
	$(BIN)/python benchmarks/graph.py
	$(BIN)/python benchmarks/written.py
	$(BIN)/python benchmarks/grading.py
	$(BIN)/python benchmarks/web.py
	$(BIN)/python benchmarks/startup.py

screenshots: .venv/test
	$(BIN)/python docs/screenshots.py

# A stamp a level: an install is repeated only when pyproject.toml changed.
.venv/lab .venv/test .venv/bench: .venv/%: pyproject.toml | .venv/bin/python
	$(PIP) -e '.[all$(EXTRAS_$*)]'
	$(BIN)/python -m compileall -q src  # else every command compiles it anew where PYTHONDONTWRITEBYTECODE is set
	@touch $@

EXTRAS_test  := ,test,check
EXTRAS_bench := ,bench

.venv/bin/python:
	$(PYTHON) -m venv .venv

clean:
	rm -rf .venv build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
