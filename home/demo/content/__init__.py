"""What the demo content says, a module for each section; `sections.py` holds their order."""
