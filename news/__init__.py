"""Articles and events, and the lists that they stand in."""
