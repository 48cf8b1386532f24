"""The admin's own views: translation states in listings, and translating without gaps."""
