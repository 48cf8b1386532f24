"""The smoke run: the demo content on SQLite, every page once."""
