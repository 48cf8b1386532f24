"""The demo content: what a fresh site shows, in both languages.

`content` says what there is, `values` in which words it is said, `loader` makes pages of it.
"""
