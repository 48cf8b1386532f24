"""Development only: all components on one page, with their parameters, and the design's tokens.

Mounted by `industry4.urls` where DEBUG is on; nothing of the site imports it.
"""
