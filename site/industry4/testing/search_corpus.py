"""A large bilingual site to measure the search on: invented words, real forms and frequencies.

Words are drawn by Zipf's law from a vocabulary that the seed alone decides, so that every run
measures the same. Some words stand on a known share of the pages.
"""

import datetime
import itertools
import random
import uuid

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from wagtail.models import Locale, Page, Site
from wagtail.search.backends import get_search_backend

from news.models import ArticlePage, EventPage, NewsIndexPage

WORDS_OF_A_PAGE = 300
VOCABULARY = 12_000
SYLLABLES = [
    *("ba", "da", "ga", "ka", "la", "ma", "na", "pa", "ra", "sa", "ta", "va"),
    *("že", "ši", "čiu", "nė", "kū", "liz", "rob", "pra", "vyk", "mer", "sto", "tri"),
]
ENDINGS = {
    "lt": ["as", "o", "ui", "ą", "u", "e", "ai", "ų", "ams", "us", "ais", "uose", "ė", "ės", "ei"],
    "en": ["", "s", "ed", "ing"],
}
# What is searched for, by the share of the pages that it stands on.
MARKERS = {
    0.5: {"lt": "pramonė", "en": "industry"},
    0.25: {"lt": "robotas", "en": "robot"},
    0.05: {"lt": "mokykla", "en": "school"},
    0.005: {"lt": "kineskopas", "en": "cathode"},
}


def sentences(language: str, count: int, dice: random.Random) -> list[str]:
    """That many words of the invented language, drawn as a real text draws its own."""
    words, weights = vocabulary(language)
    return dice.choices(words, cum_weights=weights, k=count)


def vocabulary(language: str) -> tuple[list[str], list[float]]:
    """The words of the language in all their forms, with the sums of their frequencies."""
    if language not in _VOCABULARIES:
        dice = random.Random(language)
        stems = [
            "".join(dice.choices(SYLLABLES, k=dice.choice((2, 3, 3, 4)))) for _ in range(VOCABULARY)
        ]
        words = [stem + dice.choice(ENDINGS[language]) for stem in stems]
        weights = itertools.accumulate(1 / rank for rank in range(1, VOCABULARY + 1))
        _VOCABULARIES[language] = (words, list(weights))
    return _VOCABULARIES[language]


_VOCABULARIES: dict[str, tuple[list[str], list[float]]] = {}


def is_filled() -> bool:
    """Whether the pages are there from before."""
    return NewsIndexPage.objects.filter(slug__startswith="archive-").exists()


def fill(pages: int) -> None:
    """Make that many articles and events in each language, and index them."""
    for locale in Locale.objects.order_by("pk"):
        home = Site.objects.get().root_page.get_translation(locale)
        section = NewsIndexPage(
            title="Archive", slug=f"archive-{locale.language_code}", locale=locale
        )
        section = home.add_child(instance=section)
        made = [_page(section, number, locale) for number in range(pages)]
        for start in range(0, pages, 1000):
            _store(section, made[start : start + 1000])
        section.numchild = pages
        section.save()


def _page(section: Page, number: int, locale: Locale) -> ArticlePage | EventPage:
    language = locale.language_code
    dice = random.Random(f"{language}{number}")
    words = sentences(language, WORDS_OF_A_PAGE, dice)
    for share, markers in MARKERS.items():
        if dice.random() < share:
            words[dice.randrange(WORDS_OF_A_PAGE)] = markers[language]
    moment = timezone.now() - datetime.timedelta(days=dice.randrange(-60, 3000))
    slug = f"{language}-{number}"
    common = {
        "title": " ".join(words[:6]).capitalize(),
        "slug": slug,
        "intro": " ".join(words[6:30]),
        "body": [("text", f"<p>{' '.join(words[30:])}</p>")],
        "locale": locale,
        "path": Page._get_path(section.path, section.depth + 1, number + 1),
        "depth": section.depth + 1,
        "url_path": f"{section.url_path}{slug}/",
        "translation_key": uuid.UUID(int=number + 1),
        "live": True,
        "first_published_at": moment,
        "last_published_at": moment,
    }
    if number % 4:
        return ArticlePage(published_at=moment, **common)
    return EventPage(starts_at=moment, ends_at=moment, **common)


def _store(section: Page, made: list[ArticlePage | EventPage]) -> None:
    """The rows of `Page`, those of the types, and the index: a few statements for all of them."""
    rows = Page.objects.bulk_create(
        Page(
            content_type=ContentType.objects.get_for_model(type(page)),
            draft_title=page.title,
            **{
                field.attname: getattr(page, field.attname)
                for field in Page._meta.concrete_fields
                if field.attname not in {"id", "content_type_id", "draft_title"}
            },
        )
        for page in made
    )
    for page, row in zip(made, rows, strict=True):
        page.pk = page.id = page.page_ptr_id = row.pk
        page.content_type, page.draft_title = row.content_type, row.draft_title
    for model in (ArticlePage, EventPage):
        own = [page for page in made if type(page) is model]
        fields = model._meta.local_concrete_fields
        model._base_manager.all()._insert(own, fields, using="default")
        get_search_backend().add_bulk(model, own)
