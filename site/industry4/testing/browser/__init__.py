"""Tests that drive the product as a visitor or an editor does, in Chromium.

The product runs in a process and on a database of its own, started as a user starts it.
Nothing here touches Django's ORM: Playwright's event loop would give it a second connection.
"""
