"""What holds the tests up, and never runs in production.

`make` calls three modules before any package is installed, so they (and this one) import
the standard library alone: `packages` (the system's packages), `virtualenv` (.venv) and
`steps` (what `make test` does, in order, with PostgreSQL from `services`). The browser
tests are in `browser`.
"""
