"""How static files are collected for production: the parts of the stylesheet joined into one."""

import posixpath
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.contrib.staticfiles.apps import StaticFilesConfig
from django.core.files.storage import Storage
from whitenoise.storage import CompressedManifestStaticFilesStorage

STYLESHEET = "css/site.css"
IMPORT = re.compile(r'@import url\("([^"]+)"\);\n?')
COMMENT = re.compile(r"/\*.*?\*/\n?", re.DOTALL)


class StaticFiles(StaticFilesConfig):
    """Django's own, without the forms of Leaflet that pages do not load.

    The small form of its marker clusters names a source map that is not in its package, which the
    storage below refuses; so pages load the readable one.
    """

    ignore_patterns = [
        *StaticFilesConfig.ignore_patterns,
        "leaflet-src*",
        "leaflet.markercluster.js",
        "MarkerCluster.Default.css",
    ]


class JoinedStaticFilesStorage(CompressedManifestStaticFilesStorage):
    """Whitenoise's, with the stylesheet in one file: a browser asks once, not for each part.

    In development browsers follow the `@import`s themselves, so nothing is built there.
    """

    def post_process(
        self, paths: dict[str, tuple[Storage, str]], dry_run: bool = False, **options: Any
    ) -> Iterator[tuple[str, str | None, bool | Exception]]:
        """Join first; then let names get their digests. Yields what Django's own yields."""
        if STYLESHEET in paths and not dry_run:
            Path(self.path(STYLESHEET)).write_text(joined(paths), encoding="utf-8")
            paths = {**paths, STYLESHEET: (self, STYLESHEET)}
        yield from super().post_process(paths, dry_run, **options)


def joined(paths: dict[str, tuple[Storage, str]]) -> str:
    """The stylesheet with its parts in the place of their `@import`s, without comments.

    `paths` are the collected files by name, each with where it comes from. Raises KeyError for
    a part that does not exist, ValueError for an `@import` in another form.
    """

    def text(name: str) -> str:
        source, path = paths[name]
        with source.open(path) as file:
            return file.read().decode()

    def part(found: re.Match[str]) -> str:
        return text(posixpath.normpath(posixpath.join("css", found[1])))

    stylesheet = COMMENT.sub("", IMPORT.sub(part, text(STYLESHEET)))
    if "@import" in stylesheet:
        raise ValueError(f'{STYLESHEET}: every part is named as @import url("…");')
    return stylesheet
