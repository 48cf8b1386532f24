# The names by which people and CI start things. What they do is in site/industry4/testing/.

PYTHON ?= python3
export PORT ?= 8000

# $(call with_python,MODULE ARGUMENTS) runs a module of industry4.testing, before there is a
# .venv, under $(PYTHON) or, where that is missing or too old, under a newer one on the PATH.
define with_python
@for python in $(PYTHON) python3.14 python3.13 python3.12 python3.11; do \
	if $$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
		PYTHONPATH=site exec $$python -m industry4.testing.$(1); \
	fi; \
done; \
echo "This needs Python 3.11 or newer, and $(PYTHON) is older or missing: install it, or name it (make PYTHON=...)." >&2; \
exit 1
endef

.DEFAULT_GOAL := help
.PHONY: help run test check lighthouse bench bench-search format messages examples clean

help: ## Show what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' Makefile

run: ## Run the site with its demo content on http://localhost:8000 (PORT=... for another port)
	$(call with_python,virtualenv requirements.txt)
	@DJANGO_SETTINGS_MODULE=industry4.settings.dev exec .venv/bin/python manage.py serve

test: ## Check everything: lint, types, layers, translations, tests on PostgreSQL and in a browser
	$(call with_python,steps test)

check: ## Check what takes neither a database nor a browser
	$(call with_python,steps check)

lighthouse: ## Measure pages as production serves them, on a machine that does nothing else (PAGES="/ /en/")
	$(call with_python,virtualenv requirements-dev.txt)
	@PYTHONPATH=site:. .venv/bin/python -m industry4.testing.lighthouse $(PAGES)

bench: ## Measure production on 1,000 and 10,000 events beside stock Wagtail, into bench.json (QUICK=1, LARGE=1)
	$(call with_python,virtualenv requirements-dev.txt)
	@PYTHONPATH=site:. .venv/bin/python -m industry4.testing.bench $(if $(QUICK),--quick) $(if $(LARGE),--large)

bench-search: ## Measure the search on a large site, on both databases (PAGES=20000 in each language)
	$(call with_python,virtualenv requirements-dev.txt)
	@PYTHONPATH=site:. .venv/bin/python -m industry4.testing.search_bench $(PAGES)

format: ## Format the code and mend what ruff can mend
	$(call with_python,virtualenv requirements-dev.txt)
	@.venv/bin/ruff format .
	@.venv/bin/ruff check --fix .

messages: ## Collect the texts to translate into the catalogues, and compile them
	$(call with_python,virtualenv requirements-dev.txt)
	@.venv/bin/python manage.py catalogues

examples: ## Write the examples of the delivery API's specification, from the demo content
	$(call with_python,virtualenv requirements-dev.txt)
	@DJANGO_SETTINGS_MODULE=industry4.settings.test DATABASE_URL=sqlite://:memory: .venv/bin/python manage.py api_examples

clean: ## Remove .venv and what the tools left; the data in var/ stays
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .coverage .coverage.* htmlcov
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
