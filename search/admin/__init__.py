"""What editors have of the search: promoted results, and the report on what visitors look for."""
