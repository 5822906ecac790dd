# Everything that one does here, a word each. `make help` lists them.
VENV ?= .venv
BIN := $(VENV)/bin
export VENV

.DEFAULT_GOAL := help
.PHONY: help demo test checks tests screens lint types bench chaos docs

help: ## what one can do here
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' Makefile | expand -t 10

demo: ## set everything up and show a real meeting under way
	@scripts/setup run
	@exec $(BIN)/evenfloor demo $(if $(LAN),--lan) $(if $(PORT),--port $(PORT))

test: ## all checks, and all tests but `make screens`, as they run before a change is taken in
	@scripts/setup test
	@$(MAKE) --no-print-directory --jobs 2 checks tests

# The checks keep one core busy for a minute or two: the tests need not wait for them.
checks:
	@scripts/check lint types
tests:
	@$(BIN)/python -m pytest --numprocesses 3 --dist loadfile --no-loadscope-reorder -m "not tour"

screens: ## hold every screen in each of its states against axe; what `make test` walks is a part of them
	@scripts/setup test
	@$(BIN)/python -m pytest -m tour tests/browser

lint: ## style, layers, lengths of files, generated files
	@scripts/setup test
	@scripts/check lint

types: ## mypy for Python, tsc for the screens
	@scripts/setup test
	@scripts/check types

bench: ## measure the durable path against a bare loop, the core, idle rooms
	@scripts/setup test
	@$(BIN)/python -m benchmarks

chaos: ## kill, cut off and restart busy servers, databases and buses; count what was acknowledged
	@scripts/setup test
	@$(BIN)/python -m benchmarks.chaos

docs: ## write what is generated of the documentation anew, and check the rest
	@scripts/setup test
	@$(BIN)/python -m app.wire.generate
	@$(BIN)/python -m scripts.check_docs --write
