"""A large bilingual site to measure on: the demo content, and pages by the thousand beside it.

Every page is there in both languages, as translations of each other, the English ones up to date
but for one in twenty. Each has a lead, a picture and a body of 2 KB, and what `kinds` adds. The
number of a page alone decides what it says, so that every run measures the same.
"""

import datetime
import json
import random
import uuid
from functools import cache
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils import timezone
from wagtail.models import Page
from wagtail.search.backends import get_search_backend

from ecosystem.models import InitiativeIndexPage, InitiativePage, MemberIndexPage, MemberPage
from industry4.core.models import PublishedVersion
from industry4.media import renditions
from industry4.media.models import Image, Rendition
from industry4.testing.bench import kinds
from industry4.testing.factories import ImageFactory, image_file
from industry4.testing.search_corpus import MARKERS, sentences
from news.models import ArticlePage, EventIndexPage, EventPage, NewsIndexPage

# Where pages of a kind stand, and how many of them there are for 10,000 events, in both languages
# together. Members come first, as events name them.
KINDS: dict[Any, tuple[Any, int]] = {
    MemberPage: (MemberIndexPage, 400),
    InitiativePage: (InitiativeIndexPage, 100),
    ArticlePage: (NewsIndexPage, 1_500),
    EventPage: (EventIndexPage, 10_000),
}
LANGUAGES = ("lt", "en")
NAME = "matas"  # the slug of all that is made here begins with it
IMAGES = 24
WORDS = 230  # of a body
STALE = 20  # every so many pages are a day newer than their translation
BATCH = 1_000


def fill(events: int) -> int:
    """Make what is missing of a site of that many events. Returns how many pages that was."""
    illustrate()
    made = 0
    for model, (section, share) in KINDS.items():
        own = model.objects.filter(slug__startswith=f"{NAME}-", locale__language_code="lt")
        numbers = range(own.count(), share * events // 10_000 // len(LANGUAGES))
        for start in range(numbers.start, numbers.stop, BATCH):
            batch = range(start, min(start + BATCH, numbers.stop))
            with transaction.atomic():
                for language in LANGUAGES:
                    store(model, section.objects.get(locale__language_code=language), batch)
        made += len(numbers) * len(LANGUAGES)
    return made


def illustrate() -> None:
    """Pictures with all their renditions, those of the demo included: all share the same files."""
    if Image.objects.filter(title=NAME).exists():
        return
    ImageFactory(title=NAME, file=image_file(f"{NAME}.png", 1600, 900))
    first = Image.objects.get(title=NAME)
    made = renditions.make(first)
    for number in range(1, IMAGES):
        image = Image.objects.get(pk=first.pk)
        image.pk, image.title = None, f"{NAME} {number}"
        image.save()
    shared = ("filter_spec", "focal_point_key", "file", "width", "height")
    Rendition.objects.bulk_create(
        Rendition(image=image, **{name: getattr(each, name) for name in shared})
        for image in renditions.incomplete()
        for each in made
    )


@cache
def images() -> list[int]:
    """The keys of the pictures."""
    own = Image.objects.filter(title__startswith=NAME)
    return list(own.order_by("pk").values_list("pk", flat=True))


def page(model: Any, section: Any, number: int, place: int) -> Any:
    """The page of that number in the language and, at that place, the section; not yet stored."""
    language = section.locale.language_code
    dice = random.Random(f"{model.__name__}{number}")
    words = sentences(language, WORDS, dice)
    for share, markers in MARKERS.items():
        if dice.random() < share:
            words[dice.randrange(WORDS)] = markers[language]
    today = timezone.now().replace(minute=0, second=0, microsecond=0)
    published = today - datetime.timedelta(days=dice.randrange(30, 900), seconds=number)
    slug = f"{NAME}-{number}"
    return model(
        title=f"{' '.join(words[:6]).capitalize()} {number}",
        slug=slug,
        intro=" ".join(words[6:26]),
        listing_image_id=dice.choice(images()),
        body=body(words, dice),
        locale=section.locale,
        translation_key=uuid.uuid5(uuid.NAMESPACE_OID, f"{model.__name__}{number}"),
        path=Page._get_path(section.path, section.depth + 1, place),
        depth=section.depth + 1,
        url_path=f"{section.url_path}{slug}/",
        live=True,
        first_published_at=published,
        last_published_at=published,
        **kinds.fields(model, number, dice, today),
    )


def body(words: list[str], dice: random.Random) -> str:
    """A heading, texts and a picture, as a StreamField stores them."""
    half = len(words) // 2
    blocks: list[tuple[str, Any]] = [
        ("heading", " ".join(words[:5]).capitalize()),
        ("text", f"<p>{' '.join(words[:half])}</p>"),
        ("figure", {"image": dice.choice(images()), "caption": " ".join(words[:8])}),
        ("text", f"<p>{' '.join(words[half:-30])}</p><p>{' '.join(words[-30:])}</p>"),
    ]
    return json.dumps(
        [
            {"type": kind, "value": value, "id": str(uuid.UUID(int=dice.getrandbits(128)))}
            for kind, value in blocks
        ]
    )


def store(model: Any, section: Any, numbers: range) -> None:
    """Make the pages of these numbers in the section: a few statements for all of them."""
    last = section.get_last_child()
    place = Page._str2int(last.path[-Page.steplen :]) + 1 if last else 1
    made = [page(model, section, number, place + nth) for nth, number in enumerate(numbers)]
    content_type = ContentType.objects.get_for_model(model)
    own = {"id", "content_type_id", "draft_title"}
    names = [field.attname for field in Page._meta.concrete_fields if field.attname not in own]
    rows = Page.objects.bulk_create(
        Page(
            content_type=content_type,
            draft_title=each.title,
            **{name: getattr(each, name) for name in names},
        )
        for each in made
    )
    for each, row in zip(made, rows, strict=True):
        each.pk = each.id = each.page_ptr_id = row.pk
    model._base_manager.all()._insert(made, model._meta.local_concrete_fields, using="default")
    Page.objects.filter(pk=section.pk).update(numchild=section.numchild + len(made))
    kinds.add_rows(model, made)
    PublishedVersion.objects.bulk_create(
        PublishedVersion(
            page_id=each.pk,
            digest="0" * 64,
            changed_at=each.last_published_at + datetime.timedelta(days=number % STALE == 0),
        )
        for each, number in zip(made, numbers, strict=True)
    )
    keys = [each.pk for each in made]
    stored = model.objects.filter(pk__in=keys).prefetch_related(*model.prefetched)
    get_search_backend().add_bulk(model, list(stored))
