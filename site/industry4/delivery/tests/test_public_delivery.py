"""What is not public is nowhere in the delivery API; what is, has the address that Wagtail gives.

And what the API computes in its own, quicker ways is the same as Django's and Wagtail's own.
"""

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from wagtail.models import (
    Collection,
    CollectionViewRestriction,
    Locale,
    Page,
    PageViewRestriction,
    ReferenceIndex,
    Site,
)

from ecosystem.tests.api import ROOT
from ecosystem.tests.factories import MemberFactory
from home.models import HomePage
from home.tests.factories import ContentPageFactory
from industry4.core.addresses import AddressBook
from industry4.core.instances import instance
from industry4.core.mentions import MODELS, Mentions
from industry4.core.models import Navigation, NavigationItem, SiteSettings
from industry4.core.tests.test_public import (
    below_restricted,
    draft,
    expired,
    restricted,
    scheduled,
    unpublished,
)
from industry4.delivery.tests.content import everything, full_content
from industry4.delivery.tests.spec import OPERATIONS
from industry4.media.api import document_url
from industry4.testing.factories import DocumentFactory, ImageFactory, home_page, translated
from news.models import ArticleSubject
from news.tests.factories import ArticleFactory

pytestmark = pytest.mark.django_db

LISTS = [
    operation.address
    for operation in OPERATIONS
    if {"limit", "view", "locale"} <= set(operation.parameters_in("query"))
]


def text_of(client, address, **query):
    """The text of an answer."""
    response = client.get(address, query)
    assert response.status_code == 200, (address, query, response.content[:300])
    return response.content.decode()


def pages_that_name(page):
    """Public pages that name a page in every way there is; they stay public without it."""
    article = ArticleFactory(
        title="Rodo",
        body=[
            ("related_pages", {"heading": "", "pages": [page]}),
            ("call_to_action", {"heading": "Čia", "text": "", "link": {"page": page}}),
            ("text", f'<p><a linktype="page" id="{page.pk}">nuoroda</a></p>'),
        ],
    )
    article.subjects = [ArticleSubject(locale=article.locale, subject=page)]
    article.save_revision().publish()
    home = home_page()
    home.invitation_title, home.invitation_page = "Kvietimas", page
    home.purpose = f'<p><a linktype="page" id="{page.pk}">nuoroda</a></p>'
    home.save_revision().publish()
    menu = Navigation.objects.create(name="Meniu", locale=Locale.get_default())
    menu.items = [NavigationItem(locale=menu.locale, page=page)]
    menu.save_revision().publish()
    chosen = SiteSettings.for_site(Site.objects.get())
    chosen.main_navigation = menu
    chosen.save()
    return article


MAKES = pytest.mark.parametrize(
    "make", [draft, unpublished, scheduled, expired, restricted, below_restricted]
)


@MAKES
def test_a_page_that_is_not_public_is_in_no_answer(client, make):
    page = make()
    article = pages_that_name(page)
    answers = {
        **{
            (address, language): text_of(
                client, address, view="full", locale=language, fallback="true", limit=100
            )
            for address in LISTS
            for language in ("lt", "en")
        },
        "changes": text_of(client, f"{ROOT}changes/", view="full"),
        "navigation": text_of(client, f"{ROOT}navigation/"),
        "home": text_of(client, f"{ROOT}pages/", path="/"),
        "list": text_of(client, f"{ROOT}pages/", path="/naujienos/?fallback=true"),
        "page": text_of(client, f"{ROOT}pages/{article.pk}/"),
    }
    assert len(LISTS) >= 6
    assert article.title in answers["list"]
    assert article.title in answers[f"{ROOT}articles/", "lt"]
    for name, text in answers.items():
        assert page.title not in text, name
        assert f"/{page.slug}/" not in text, name
        assert f'"id":{page.pk},' not in text, name


@MAKES
def test_a_page_that_is_not_public_cannot_be_asked_for(client, make):
    page = make()
    page.refresh_from_db()
    for address in ("articles", "pages"):
        assert client.get(f"{ROOT}{address}/{page.pk}/").status_code == 404
    path = page.get_url() or f"/naujienos/{page.slug}/"
    for form in (path, f"http://localhost{path}", path.rstrip("/")):
        response = client.get(f"{ROOT}pages/", {"path": form})
        assert response.status_code == 404
        assert page.title not in response.content.decode()
    about = client.get(f"{ROOT}articles/", {"about": page.pk}).json()
    assert about["count"] == 0


def test_a_page_that_is_not_public_is_among_no_translations(client):
    article = ArticleFactory()
    english = translated(article)
    PageViewRestriction.objects.create(page=english, restriction_type=PageViewRestriction.LOGIN)
    answer = client.get(f"{ROOT}pages/{article.pk}/").json()
    assert answer["translations"][1] == {
        "locale": "en",
        "id": None,
        "url": None,
        "state": "missing",
    }


def test_a_page_that_is_not_public_is_not_named_above_others(client):
    parent = ContentPageFactory(title="Atšauktas skyrius")
    child = ContentPageFactory(parent=parent)
    parent.unpublish()
    answer = client.get(f"{ROOT}pages/{child.pk}/").json()
    assert [page["id"] for page in answer["breadcrumbs"]] == [home_page().pk]


def test_an_alias_is_nowhere(client):
    article = ArticleFactory(title="Originalas")
    alias = article.create_alias(update_slug="alias")
    assert client.get(f"{ROOT}articles/").json()["count"] == 1
    assert client.get(f"{ROOT}pages/{alias.pk}/").status_code == 404
    assert client.get(f"{ROOT}pages/", {"path": alias.url}).status_code == 404


@pytest.mark.parametrize("depth", ["itself", "above"])
def test_files_and_images_of_a_private_collection_are_in_no_answer(client, depth):
    page = full_content()
    member = MemberFactory(logo=ImageFactory(), listing_image=ImageFactory())
    collection = closed = Collection.get_first_root_node().add_child(name="Uždara")
    if depth == "above":
        collection = closed.add_child(name="Po uždara")
    addresses = (f"{ROOT}pages/{page.pk}/", f"{ROOT}members/", f"{ROOT}members/{member.pk}/")
    for address in addresses:
        assert "/media/" in text_of(client, address)
    for found in (page.listing_image, page.social_image, member.logo, member.listing_image):
        type(found).objects.all().update(collection=collection)
    document = DocumentFactory()
    type(document).objects.all().update(collection=collection)
    CollectionViewRestriction.objects.create(
        collection=closed, restriction_type=CollectionViewRestriction.LOGIN
    )
    for address in addresses:
        text = text_of(client, address)
        assert "/media/" not in text
        assert '"srcset"' not in text
        assert "/documents/" not in text


# The same as Django's and Wagtail's own


def test_an_address_is_what_wagtail_says():
    everything()
    child = ContentPageFactory(parent=ContentPageFactory(slug="apie"))
    translated(child)
    book = AddressBook()
    pages = list(Page.objects.filter(depth__gt=1))
    assert len(pages) > 30
    for page in pages:
        assert book.url(page) == page.full_url, page
        assert book.href(page) == page.url, page
    root = Page.objects.get(depth=1)
    assert (book.url(root), root.full_url) == (None, None)


def test_an_address_is_what_wagtail_says_where_there_are_two_sites():
    pages = [translated(ArticleFactory()), home_page(), home_page("en")]
    root = Page.objects.get(depth=1)
    other = root.add_child(instance=HomePage(title="Kita", slug="kita", locale=pages[1].locale))
    Site.objects.create(hostname="kita.example", port=8080, root_page=other)
    pages += [other, ContentPageFactory(parent=other)]
    book = AddressBook()
    for page in Page.objects.filter(pk__in=[page.pk for page in pages]):
        assert book.url(page) == page.full_url, page
        assert book.href(page) == page.url, page
    assert book.url(other).startswith("http://kita.example:8080/")


@pytest.mark.parametrize(
    "name",
    [
        "planas.txt",
        "Ataskaita už 2025 m.txt",
        "žąsys (2) [galutinis].txt",
        "a+b&c=d;e,f.txt",
        "100%.txt",
        "it's #1?.txt",
        "a@b:c!$*.txt",
    ],
)
def test_the_address_of_a_file_is_what_wagtail_says(name, settings):
    document = DocumentFactory(file=ContentFile(b"Tekstas", name="x.txt"))
    document.file.name = f"documents/{name}"
    assert document_url(document) == document.url
    settings.WAGTAILDOCS_SERVE_METHOD = "direct"
    assert document_url(document) == document.url


def values_of(model, pk):
    """A row of a model as it comes from the database."""
    names = [field.attname for field in model._meta.concrete_fields]
    return names, model._base_manager.filter(pk=pk).values_list(*names).get()


def state_of(page):
    """All that an object holds."""
    held = {name: value for name, value in vars(page).items() if name != "_state"}
    return {
        name: list(value.raw_data) if hasattr(value, "raw_data") else value
        for name, value in held.items()
        if not name.startswith("_")
    }


def test_an_object_is_what_django_makes_of_its_row():
    for page in everything().values():
        model = page.specific_class
        names, row = values_of(model, page.pk)
        # What Django's Model.from_db does: the constructor with all values in their order.
        plain = model(*row)
        plain._state.adding, plain._state.db = False, connection.alias
        quick = instance(model, names, row)
        assert type(quick) is model
        assert state_of(quick) == state_of(plain)
        assert quick == plain
        assert hash(quick) == hash(plain)
        assert vars(quick._state).keys() >= {"adding", "db"}
        assert (quick._state.adding, quick._state.db) == (False, connection.alias)
        assert quick.get_deferred_fields() == plain.get_deferred_fields() == set()


def test_an_object_of_some_columns_fetches_the_others_when_asked():
    article = ArticleFactory(title="Robotai", intro="Trumpai.")
    quick = instance(type(article), ["id", "page_ptr_id"], [article.pk] * 2)
    assert {"title", "intro"} <= quick.get_deferred_fields()
    assert (quick.title, quick.intro) == ("Robotai", "Trumpai.")


def indexed(page):
    """What Wagtail's index of references knows of a page, by the models of `MODELS`."""
    found = {model: set() for model in MODELS}
    for reference in ReferenceIndex.get_references_for_object(page):
        named = reference.to_content_type.model_class()
        for model in MODELS:
            if issubclass(named, model):
                found[model].add(int(reference.to_object_id))
    return found


def test_a_page_mentions_what_wagtails_index_knows():
    seen = 0
    for page in everything().values():
        page = page.specific_class.objects.get(pk=page.pk)
        mentions = Mentions()
        mentions.add(page)
        for name in [path.partition("__")[0] for path in page.prefetched]:
            for row in getattr(page, name).all():
                mentions.add(row)
        known = indexed(page)
        seen += sum(map(len, known.values()))
        for model in MODELS:
            # Rows name the page that they belong to, which is fetched anyway.
            assert mentions.ids[model] - {page.pk} == known[model] - {page.pk}, (page, model)
    assert seen > 10


def test_an_empty_or_unknown_block_mentions_nothing():
    page = full_content()
    stream = page._meta.get_field("body").stream_block
    mentions = Mentions()
    for raw in (None, "", [], {}):
        for name in ("documents", "related_pages", "call_to_action", "gallery", "nothing"):
            mentions._add_raw(stream.child_blocks.get(name), raw)
    assert mentions.ids == {model: set() for model in MODELS}
