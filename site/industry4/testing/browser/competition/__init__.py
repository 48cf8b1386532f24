"""The people of a whole competition and what they do, step by step, each in a browser."""
