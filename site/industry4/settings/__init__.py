"""`dev`, `test` and `production`, each on `base`; `environment` alone reads the environment."""
