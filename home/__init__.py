"""The home page, pages of free text, contact, and the demo content."""
