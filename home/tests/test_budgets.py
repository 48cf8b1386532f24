"""What pages cost: at most 20 queries for every type, with 1 and with 20 of all it can have."""

import uuid

import pytest
from django.apps import apps

from ecosystem.models import CompetitionPage, InitiativePage, MemberPage, StrategyDocumentPage
from home.models import ContentPage
from industry4.core.models import BasePage, Navigation, Organisation, SocialLink
from industry4.delivery.tests.content import everything, lithuanian_pages
from industry4.testing.budgets import cost
from industry4.testing.factories import ImageFactory, multiplied
from news.models import ArticlePage, EventPage

pytestmark = pytest.mark.django_db

MOST = 20
LISTED = [
    ArticlePage,
    CompetitionPage,
    EventPage,
    InitiativePage,
    MemberPage,
    StrategyDocumentPage,
]
PAGE_TYPES = {model for model in apps.get_models() if issubclass(model, BasePage)}
MISSING = [
    "/nera/",
    "/en/nothing/",
    "/renginiai/nera/",
    "/naujienos/?page=99",
    "/paieska/?q=a&page=9",
]


def in_both_languages(pages):
    """The pages and their translations."""
    return [*pages, *(translation for page in pages for translation in page.get_translations())]


def costs(client, pages):
    """The queries of every page in both languages, of lists by period, of search, by address."""
    addresses = [
        *(page.url for page in in_both_languages(pages)),
        "/renginiai/?period=past",
        "/naujienos/?fallback=true",
        "/paieska/",
        "/paieska/?q=robotai",
    ]
    found = {address: cost(client, address) for address in addresses}
    return found | {address: cost(client, address, status=404) for address in MISSING}


def more_rows(owner, names, count):
    """`count` more of each row that a page or a menu has under these names."""
    for name in names:
        rows = owner._meta.get_field(name).related_model
        key = owner._meta.get_field(name).field.attname
        for row in list(rows._default_manager.filter(**{key: owner.pk})):
            copies = []
            for _number in range(count):
                row.pk, row.translation_key = None, uuid.uuid4()
                copies.append(
                    rows(**{f.attname: getattr(row, f.attname) for f in rows._meta.concrete_fields})
                )
            rows._default_manager.bulk_create(copies)


def grow(count):
    """Give every page `count` times more of all that it has: rows, blocks, pages in its lists."""
    for page in in_both_languages(lithuanian_pages()):
        more_rows(page, [path.partition("__")[0] for path in page.prefetched], count)
        if body := getattr(page, "body", None):
            blocks = [
                {**block, "id": str(uuid.uuid4())} for _ in range(count) for block in body.raw_data
            ]
            page.body = body.stream_block.to_python([*body.raw_data, *blocks])
            type(page).objects.filter(pk=page.pk).update(body=page.body)
        if isinstance(page, (*LISTED, ContentPage)):
            multiplied(page, count)
    for menu in Navigation.objects.all():
        more_rows(menu, ["items"], count)
    for organisation in Organisation.objects.all():
        more_rows(organisation, ["social_links"], count)


def test_every_page_costs_at_most_20_queries_for_1_and_for_20_of_everything_alike(client):
    everything()
    for organisation in Organisation.objects.all():
        organisation.social_links.add(
            SocialLink(
                locale=organisation.locale, label="LinkedIn", link_url="https://example.org/"
            )
        )
        organisation.save()
    image = ImageFactory()
    for model in PAGE_TYPES:
        model.objects.filter(listing_image=None).update(listing_image=image)
    pages = lithuanian_pages()
    assert {type(page) for page in pages} == PAGE_TYPES
    one = costs(client, pages)
    grow(19)
    twenty = costs(client, pages)
    assert twenty == one
    assert {address: count for address, count in one.items() if count > MOST} == {}
