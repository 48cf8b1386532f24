"""How fast the product is as production serves it: `make bench`. `__main__` says how it measures.

corpus, kinds      the pages that are measured
inside             what happens inside Django: filling, counting queries
settings, urls     production's settings, with the floor that figures stand beside
stock_*            Wagtail's own APIs on the same pages
bare               the floor below Django
processes          servers, and what they and PostgreSQL use of processor and memory
load, report       what the load generator says, and what becomes of it
"""
