"""How static files are collected for production."""

import re

import pytest
from django.conf import settings
from django.core.management import call_command
from django.test import override_settings

CSS = settings.PROJECT / "static" / "css"
# Of pages that visitors do not see: the API's documentation and the page of components.
OWN_PAGES = {"api-docs.css", "gallery.css"}
# Of one page, and of what is loaded once somebody types.
LOADED_APART = {"entering.css", "search.css", "suggestions.css"}
LARGEST = 40_000


@pytest.fixture(scope="module")
def collected(tmp_path_factory):
    """The folder of static files as production serves it."""
    folder = tmp_path_factory.mktemp("static")
    storage = {"BACKEND": "industry4.core.static.JoinedStaticFilesStorage"}
    with override_settings(
        STATIC_ROOT=str(folder),
        STORAGES={**settings.STORAGES, "staticfiles": storage},
        # Without the files of apps, which are many and not ours.
        STATICFILES_FINDERS=["django.contrib.staticfiles.finders.FileSystemFinder"],
    ):
        call_command("collectstatic", interactive=False, verbosity=0)
    return folder


def test_the_stylesheet_is_one_file_with_every_part(collected):
    stylesheet = (collected / "css" / "site.css").read_text()
    assert "@import" not in stylesheet
    for part in CSS.glob("*.css"):
        if part.name not in {"site.css", *OWN_PAGES, *LOADED_APART}:
            first = re.sub(r"/\*.*?\*/", "", part.read_text(), flags=re.DOTALL).strip()
            assert first.partition("\n")[0] in stylesheet, part.name


def test_it_is_small(collected):
    assert len((collected / "css" / "site.css").read_bytes()) < LARGEST


def test_its_files_have_names_for_ever(collected):
    (hashed,) = (collected / "css").glob("site.????????????.css")
    font = re.search(r"url\(\"(\.\./fonts/[^\"]+)\"\)", hashed.read_text())
    assert font
    assert re.fullmatch(r"\.\./fonts/katodas\.[0-9a-f]{12}\.woff2", font[1])
    assert (hashed.parent / font[1]).exists()
    assert hashed.with_name(f"{hashed.name}.gz").exists()


def test_of_leaflet_there_is_only_what_the_map_loads(collected):
    names = {path.name for path in (collected / "leaflet").glob("*.*s")}
    plain = {name for name in names if not re.search(r"\.[0-9a-f]{12}\.", name)}
    assert plain == {
        "leaflet.css",
        "leaflet.js",
        "leaflet.markercluster-src.js",
        "MarkerCluster.css",
    }


def test_a_part_names_no_colour_of_its_own():
    """Colours stand in tokens.css; black, white and the greys of paper may stand alone."""
    for part in CSS.glob("*.css"):
        if part.name not in {"tokens.css", *OWN_PAGES}:
            named = set(re.findall(r"#[0-9a-f]{3,8}\b", part.read_text()))
            assert named <= {"#000", "#fff", "#999", "#333"}, part.name
