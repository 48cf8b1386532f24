"""Pages of free text: what an editor put in is what a reader gets."""

import pytest

from home.tests.factories import ContentPageFactory
from industry4.testing.budgets import cost
from industry4.testing.factories import DocumentFactory, ImageFactory, multiplied, translated

pytestmark = pytest.mark.django_db


def body(image, document, page, count=1):
    """A body with blocks that refer to others, `count` times."""
    return [
        ("heading", "Robotai mokyklose"),
        ("text", f'<p>Žr. <a linktype="page" id="{page.pk}">puslapį</a>.</p>'),
        ("figure", {"image": image, "caption": "Robotas", "alt_text": "", "decorative": False}),
        ("documents", {"heading": "Failai", "documents": [document]}),
        ("related_pages", {"heading": "", "pages": [page]}),
        (
            "call_to_action",
            {"heading": "Prisijunkite", "text": "", "link": {"label": "Pirmyn", "page": page}},
        ),
    ] * count


def test_a_reader_gets_the_body_in_its_order(client):
    other = ContentPageFactory(title="Kitas puslapis")
    page = ContentPageFactory(
        title="Apie", body=body(ImageFactory(), DocumentFactory(title="Planas"), other)
    )
    html = client.get(page.url).content.decode()
    expected = [
        ">Robotai mokyklose<",
        ">puslapį<",
        "Robotas prie stalo",
        "Planas",
        "Prisijunkite",
    ]
    places = [html.index(text) for text in expected]
    assert places == sorted(places)
    assert html.count(f'href="{other.url}"') == 3


def test_a_translation_leads_to_translated_pages(client):
    other = ContentPageFactory(title="Kitas puslapis")
    page = ContentPageFactory(title="Apie", body=body(ImageFactory(), DocumentFactory(), other))
    english_other = translated(other, title="Another page")
    html = client.get(translated(page).url).content.decode()
    assert html.count(f'href="{english_other.url}"') == 3
    assert f'href="{other.url}"' not in html
    assert "A robot at a table" in html


def test_what_a_block_refers_to_may_be_deleted(client):
    other, image, document = ContentPageFactory(), ImageFactory(), DocumentFactory(title="Planas")
    page = ContentPageFactory(body=body(image, document, other))
    for referred in (other, image, document):
        referred.delete()
    response = client.get(page.url)
    assert response.status_code == 200
    assert "Planas" not in response.content.decode()
    assert client.get(f"/api/v2/pages/{page.pk}/").status_code == 200


def test_pages_stand_under_pages_and_lead_back_up(client):
    parent = ContentPageFactory(title="Apie mus")
    child = ContentPageFactory(title="Istorija", parent=parent)
    html = client.get(child.url).content.decode()
    assert f'href="{parent.url}"' in html


def test_a_page_costs_the_same_queries_for_1_and_for_20_of_each_block(client):
    others = multiplied(ContentPageFactory(), 20)
    images, documents = ImageFactory.create_batch(20), DocumentFactory.create_batch(20)
    one = ContentPageFactory(body=body(images[0], documents[0], others[0]))
    blocks = zip(images, documents, others, strict=True)
    many = ContentPageFactory(body=[block for row in blocks for block in body(*row)])
    assert cost(client, one.url) == cost(client, many.url) <= 20
