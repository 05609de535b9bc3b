# WorkForce AI: `make up` starts it, `make test` tests it, `make help` lists the rest.

SHELL := /bin/sh
PY := .venv/bin/python
EVALS ?= $(wildcard ../shared/evals)
FORCE ?=
BENCHMARKS := planning deploys rehearsals clicks landing

.DEFAULT_GOAL := help
.PHONY: help up down reset doctor mail test lint bench screens eval requirements

help: ## list the commands
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1|\2/p' $(MAKEFILE_LIST) | awk -F'|' '{printf "%-20s %s\n", $$1, $$2}'

# Stamps: installing is skipped in milliseconds while the pinned files have not changed.
.venv/.up: requirements.txt deploy/bootstrap.sh
	@sh deploy/bootstrap.sh $@ requirements.txt

.venv/.test: requirements.txt requirements-dev.txt deploy/bootstrap.sh
	@sh deploy/bootstrap.sh $@ requirements.txt requirements-dev.txt
	@touch .venv/.up

up: .venv/.up ## start everything (Ctrl-C stops it)
	@exec $(PY) -m workforce up

down: .venv/.up ## stop what runs in another terminal
	@$(PY) -m workforce down

reset: .venv/.up ## remove this checkout's data (asks first; FORCE=1 does not)
	@$(PY) -m workforce reset $(if $(FORCE),--force)

doctor: .venv/.up ## say what is wrong and what to do
	@$(PY) -m workforce doctor

mail: .venv/.up ## show what the demo company's workers sent
	@$(PY) -m workforce mail

lint: .venv/.test ## style, types, stairs
	@.venv/bin/ruff check .
	@.venv/bin/ruff format --check .
	@.venv/bin/mypy
	@.venv/bin/lint-imports

test: lint ## everything: style, types, all tests against the real services
	@$(PY) -m tests.browser
	@.venv/bin/hadolint Dockerfile
	@.venv/bin/pytest $(ARGS)

bench: .venv/.test ## the benchmarks, each with its ratio, beside a running `make up`
	@for name in $(BENCHMARKS); do echo "== $$name"; $(PY) -m benchmarks.$$name || exit 1; done

screens: .venv/.test ## photograph every page into docs/screens, beside a running `make up`
	@$(PY) -m tests.screens

eval: .venv/.test ## plan the cases of EVALS and our own, judge them, write docs/evals
	@test -n "$(EVALS)" || { echo "Say where the cases are: make eval EVALS=/path/to/evals"; exit 1; }
	@$(PY) -m benchmarks.evals $(EVALS) --pages docs/evals

requirements: .venv/.test ## pin the newest versions that fit requirements*.in
	@UV_CUSTOM_COMPILE_COMMAND="make requirements" .venv/bin/uv pip compile -q -U requirements.in -o requirements.txt --no-emit-index-url --no-emit-find-links
	@UV_CUSTOM_COMPILE_COMMAND="make requirements" .venv/bin/uv pip compile -q -U requirements-dev.in -o requirements-dev.txt --no-emit-index-url --no-emit-find-links
