"""The samples: every component has one, and each gives all that the component wants."""

import re

import pytest
from django.test import RequestFactory
from django.utils import translation

from industry4.core import references
from industry4.gallery.documentation import components
from industry4.gallery.samples import samples
from industry4.gallery.views import ON_GLASS, drawn, shown
from industry4.testing.factories import DocumentFactory, ImageFactory, translated
from news.models import ArticleSubject
from news.tests.factories import ArticleFactory

pytestmark = pytest.mark.django_db

MISSING = re.compile(r"\[missing: (\w+)[\w.]*\]")
LANGUAGES = pytest.mark.parametrize("language", ["lt", "en"])
COMPONENTS = {component.name: component for component in components()}
# What is seen in the English gallery alone: the Lithuanian pages are the source.
ENGLISH_ONLY = {"translation_notice"}


@pytest.fixture
def full(settings):
    """A database with what samples look for there; a missing variable shows."""
    [engine] = settings.TEMPLATES
    options = {**engine["OPTIONS"], "string_if_invalid": "[missing: %s]"}
    settings.TEMPLATES = [{**engine, "OPTIONS": options}]
    ImageFactory(credit="Ona Pavyzdienė", licence="CC BY 4.0")
    DocumentFactory()
    subject = ArticleFactory()
    about = ArticleFactory(subjects=[ArticleSubject(subject=subject, locale=subject.locale)])
    translated(about)
    translated(subject)
    subject.intro = "Pasikeitė."
    subject.save_revision().publish()


@pytest.fixture
def request_(rf: RequestFactory):
    """A request for the gallery, with its map of references."""
    token = references.begin()
    request = rf.get("/components/")
    yield request
    references.end(token)


def test_every_component_has_samples_and_every_sample_a_component():
    assert samples().keys() == COMPONENTS.keys()


@LANGUAGES
def test_every_component_shows_something(full, request_, language):
    with translation.override(language):
        table = samples()
        blank = {name for name in COMPONENTS if not list(shown(name, table[name], request_))}
    assert blank == (ENGLISH_ONLY if language == "lt" else set())


@LANGUAGES
def test_no_component_misses_a_variable(full, request_, language):
    missed = set()
    with translation.override(language):
        for name, found in samples().items():
            optional = {
                each
                for parameter in COMPONENTS[name].parameters
                if parameter.is_optional
                for each in parameter.names
            }
            for sample in found:
                variables = set(MISSING.findall(drawn(name, sample, request_)))
                missed |= {f"{name}: {variable}" for variable in variables - optional}
    assert missed == set()


def test_without_pictures_and_files_the_rest_is_shown(request_):
    table = samples()
    assert not table["picture"]
    assert not table["document_link"]
    assert list(shown("card", table["card"], request_))


def test_what_stands_on_both_grounds_is_shown_on_both(request_):
    name = min(ON_GLASS)
    grounds = [sample.on_glass for sample in shown(name, samples()[name], request_)]
    assert grounds[:2] == [False, True]
