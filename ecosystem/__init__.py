"""Members, their advisory board, initiatives, strategy documents and the competition."""
