"""What people and machines type into a search, of which a query language could make something."""

# There is a word in each.
SEARCHES = [
    '"robotas',
    "robotas'",
    "%robotas%",
    "robotas & | !",
    "robotas:* AND NOT (",
    "NEAR(robotas, 2) {robotas} ^robotas",
    "title:robotas",
    "robotas\\",
    "robotas'; DROP TABLE x; --",
    "😀 robotas \u202e",
    '"" "robotas" -""',
    "ir",
    "the of and",
]
# There is none.
WORDLESS = ["", " ", "%", '"', "!? –", "😀", "-", "()", ":*", "\\"]
