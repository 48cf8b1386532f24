"""Draws the icons that browsers and phones ask for in pixels, from static/img/favicon.svg.

`python -m industry4.testing.icons` (with site/ on PYTHONPATH) renders them by the Chromium of the
browser tests. Run it when the mark changes; what it writes is committed.
"""

import re
from pathlib import Path

from playwright.sync_api import sync_playwright

from industry4.testing import packages

IMAGES = Path(__file__).resolve().parents[1] / "static" / "img"
# Name, size in pixels, share of the width that the mark takes, and whether the ground fills the
# square: phones cut a maskable icon to a circle of 80%, and round the corners of Apple's.
ICONS = (
    ("favicon-32.png", 32, 1.0, False),
    ("icon-192.png", 192, 1.0, False),
    ("icon-512.png", 512, 1.0, False),
    ("icon-maskable-512.png", 512, 0.8, True),
    ("apple-touch-icon.png", 180, 0.9, True),
)
PAGE = """<body style="margin: 0; display: grid; place-items: center; height: 100vh;
background: {ground}"><style>svg {{ width: {share:.0%}; height: {share:.0%} }}</style>{svg}"""


def draw() -> None:
    """Write every icon."""
    svg = (IMAGES / "favicon.svg").read_text()
    # The first colour that fills anything is that of the ground.
    [ground] = re.findall(r'fill="(#\w+)"', svg)[:1]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=packages.browser(), args=["--no-sandbox"]
        )
        for name, size, share, is_filled in ICONS:
            page = browser.new_page(viewport={"width": size, "height": size})
            around = ground if is_filled else "transparent"
            page.set_content(PAGE.format(ground=around, share=share, svg=svg))
            page.screenshot(path=IMAGES / name, omit_background=True)
            page.close()
        browser.close()


if __name__ == "__main__":
    draw()
