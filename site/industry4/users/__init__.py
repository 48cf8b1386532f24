"""The project's own user, so that it can grow without a migration of every table."""
