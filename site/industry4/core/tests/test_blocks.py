"""The blocks of a page's body: what they refuse, where they lead, what apps get of them."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.template.loader import get_template
from django.urls import reverse
from django.utils import translation
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.models import PageViewRestriction

from home.tests.factories import ContentPageFactory
from industry4.core.blocks import BodyBlock, LinkBlock
from industry4.core.blocks.figures import KeyFigureBlock, TableBlock
from industry4.core.blocks.pictures import FigureBlock, GalleryBlock, VideoBlock, embed_url
from industry4.media.api import absolute
from industry4.testing.editors import sign_in
from industry4.testing.factories import DocumentFactory, ImageFactory, translated

pytestmark = pytest.mark.django_db

BLOCKS = pytest.mark.parametrize("name", BodyBlock().child_blocks)


def refused(block, value):
    """The fields that the refusal of a block's value names."""
    with pytest.raises(StructBlockValidationError) as refusal:
        block.clean(block.to_python(value))
    return list(refusal.value.block_errors)


@BLOCKS
def test_an_editor_knows_each_block_by_icon_name_and_description(name):
    meta = BodyBlock().child_blocks[name].meta
    assert meta.icon != "placeholder"
    assert str(meta.label)
    assert str(meta.description)
    assert get_template(meta.template)


@BLOCKS
def test_an_editor_sees_a_preview_of_each_block(client, name):
    block = BodyBlock().child_blocks[name]
    assert block.is_previewable
    address = reverse("wagtailadmin_block_preview")
    response = sign_in(client).get(address, {"id": block.definition_prefix})
    assert response.status_code == 200
    assert response.content.strip()


# Links


def test_a_link_that_leads_nowhere_is_refused():
    assert refused(LinkBlock(), {"label": "Pirmyn"}) == ["page"]


def test_a_link_that_leads_two_ways_is_refused_at_both():
    value = {"link_url": "https://example.com", "email": "info@example.com"}
    assert refused(LinkBlock(), value) == ["link_url", "email"]


@pytest.mark.parametrize(
    "value, field",
    [({"link_url": "nonsense"}, "link_url"), ({"email": "nonsense"}, "email")],
)
def test_an_address_that_is_none_is_refused(value, field):
    assert field in refused(LinkBlock(), value)


def link(**value):
    return LinkBlock().to_python(value)


def test_a_link_leads_where_it_says_and_says_where_it_leads():
    page, document = ContentPageFactory(title="Apie"), DocumentFactory(title="Planas")
    for value, url, text in (
        (link(page=page.pk), page.url, "Apie"),
        (link(document=document.pk), document.url, "Planas"),
        (link(link_url="https://example.com"), "https://example.com", "https://example.com"),
        (link(email="a@example.com"), "mailto:a@example.com", "a@example.com"),
        (link(email="a@example.com", label="Rašykite"), "mailto:a@example.com", "Rašykite"),
    ):
        LinkBlock().clean(value)
        assert (value.url, value.text) == (url, text)
        data = LinkBlock().get_api_representation(value)
        assert data == {"text": text, "url": absolute(url)}


def test_a_link_leads_to_the_page_of_the_readers_language():
    page = ContentPageFactory(title="Apie")
    english = translated(page, title="About")
    with translation.override("en"):
        assert (link(page=page.pk).url, link(page=page.pk).text) == (english.url, "About")


def withdrawn(page):
    page.unpublish()


def private(page):
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)


def deleted(page):
    page.delete()


@pytest.mark.parametrize("change", [withdrawn, private, deleted])
def test_a_link_to_a_page_that_is_not_public_is_no_link(change):
    page = ContentPageFactory(title="Slaptas")
    key = page.pk
    change(page)
    value = link(page=key)
    assert (value.url, value.text) == ("", "")
    assert "<a" not in LinkBlock().render(value)
    assert LinkBlock().get_api_representation(value) is None


# Pictures and videos


@pytest.mark.parametrize(
    "value, lithuanian, english",
    [
        ({}, "Robotas prie stalo", "A robot at a table"),
        ({"alt_text": "Čia robotas"}, "Čia robotas", "Čia robotas"),
        ({"decorative": True}, "", ""),
        ({"decorative": True, "alt_text": "Čia robotas"}, "", ""),
    ],
)
def test_a_picture_has_the_text_of_its_place_or_its_own_in_the_language(value, lithuanian, english):
    image = ImageFactory()
    figure = FigureBlock().to_python({"image": image.pk, "caption": "Robotas", **value})
    for language, expected in (("lt", lithuanian), ("en", english)):
        with translation.override(language):
            assert f'alt="{expected}"' in FigureBlock().render(figure)
            answer = FigureBlock().get_api_representation(figure)
            assert (answer["image"]["alt"], answer["caption"]) == (expected, "Robotas")


def test_a_picture_without_a_text_in_a_language_is_decoration_there():
    figure = FigureBlock().to_python({"image": ImageFactory(alt_text_en="").pk})
    with translation.override("en"):
        assert 'alt=""' in FigureBlock().render(figure)


def test_a_picture_that_was_deleted_leaves_no_trace():
    image = ImageFactory()
    figure = FigureBlock().to_python({"image": image.pk, "caption": "Robotas"})
    image.delete()
    figure = FigureBlock().to_python({"image": figure["image"].pk, "caption": "Robotas"})
    assert not FigureBlock().render(figure).strip()
    assert FigureBlock().get_api_representation(figure) is None


def test_a_gallery_has_at_least_two_pictures():
    value = {"figures": [{"image": ImageFactory().pk}]}
    assert refused(GalleryBlock(), value) == ["figures"]


@pytest.mark.parametrize(
    "address, player",
    [
        ("https://www.youtube.com/watch?v=dQw4w9WgXcQ", "/embed/dQw4w9WgXcQ"),
        ("https://m.youtube.com/watch?v=dQw4w9WgXcQ&t=5", "/embed/dQw4w9WgXcQ"),
        ("https://youtu.be/dQw4w9WgXcQ", "/embed/dQw4w9WgXcQ"),
        ("https://vimeo.com/76979871", "player.vimeo.com/video/76979871?dnt=1"),
    ],
)
def test_a_video_is_played_by_the_player_that_does_not_track(address, player):
    assert player in embed_url(address)
    value = VideoBlock().clean(VideoBlock().to_python({"link_url": address, "title": "Robotai"}))
    html = VideoBlock().render(value)
    assert "<iframe" not in html
    assert f'data-embed="{embed_url(address)}"' in html.replace("&amp;", "&")


@pytest.mark.parametrize(
    "address",
    [
        "https://example.com/watch?v=dQw4w9WgXcQ",
        "https://youtube.com.example/watch?v=dQw4w9WgXcQ",
        "https://www.youtube.com/",
        "https://www.youtube.com/watch?v=%22onload%3D",
        "https://vimeo.com/",
    ],
)
def test_a_video_from_elsewhere_is_refused(address):
    assert refused(VideoBlock(), {"link_url": address, "title": "Robotai"}) == ["link_url"]


# Figures, tables, headings


def test_an_app_gets_a_key_figure_as_a_number_in_words():
    value = KeyFigureBlock().to_python({"number": "470000.50", "unit": "EUR", "label": "kaina"})
    assert KeyFigureBlock().get_api_representation(value)["number"] == "470000.50"


TABLE = {
    "caption": "Robotai",
    "columns": [{"type": "text", "heading": "Mokykla"}, {"type": "number", "heading": "Kiek"}],
    "rows": [{"values": ["Gimnazija", "12"]}, {"values": ["", None]}],
}


def test_a_table_is_translated_cell_by_cell(client):
    page = ContentPageFactory(body=[("table", TableBlock().to_python(TABLE))])
    english = translated(page)
    table = english.body[0].value
    assert table.caption == "EN Robotai"
    assert [column["heading"] for column in table.columns] == ["EN Mokykla", "EN Kiek"]
    assert [row["values"] for row in table.row_data] == [["EN Gimnazija", Decimal(12)], ["", None]]
    html = client.get(english.url).content.decode()
    assert "<caption>EN Robotai</caption>" in html
    assert '<th scope="row">EN Gimnazija</th>' in html
    assert client.get(page.url).content.decode().count("EN ") == 0


def test_an_app_gets_a_table_as_columns_and_rows():
    assert TableBlock().get_api_representation(TableBlock().to_python(TABLE)) == {
        "caption": "Robotai",
        "columns": ["Mokykla", "Kiek"],
        "rows": [["Gimnazija", Decimal(12)], ["", None]],
    }


@pytest.mark.parametrize(
    "words, anchor", [("Robotai mokyklose", "robotai-mokyklose"), ("Ąžuolas, 2", "azuolas-2")]
)
def test_a_heading_can_be_linked_to(words, anchor):
    heading = BodyBlock().child_blocks["heading"]
    assert f'id="{anchor}"' in heading.render(words)


def test_a_heading_without_a_latin_letter_has_an_anchor_too():
    assert 'id="dalis"' in BodyBlock().child_blocks["heading"].render("…")


@BLOCKS
def test_markup_in_a_text_is_text(name):
    block = BodyBlock().child_blocks[name]
    value = {
        "heading": "<b>x</b>",
        "quotation": {"quotation": "<b>x</b>", "who": "<b>x</b>"},
        "key_figure": {"number": 1, "label": "<b>x</b>", "unit": "<b>x</b>"},
        "call_to_action": {"heading": "<b>x</b>", "link": {"email": "a@b.lt", "label": "<b>x"}},
        "questions": {"questions": [{"question": "<b>x</b>", "answer": ""}]},
        "contact_person": {"role": "<b>x</b>"},
        "video": {"link_url": "https://vimeo.com/76979871", "title": "<b>x</b>"},
    }.get(name)
    if value is not None:
        assert "<b>" not in block.render(block.to_python(value))


def test_a_body_refuses_a_link_in_a_block_at_its_place():
    body = BodyBlock().to_python(
        [{"type": "call_to_action", "value": {"heading": "Pirmyn", "link": {}}}]
    )
    with pytest.raises(ValidationError) as refusal:
        BodyBlock().clean(body)
    assert "page" in refusal.value.block_errors[0].block_errors["link"].block_errors


# Numbers


@pytest.mark.parametrize("number", ["1e999", "-1000000000000000", "1000000000000000"])
def test_a_number_that_no_page_could_print_is_refused(number):
    assert refused(KeyFigureBlock(), {"number": number, "label": "įmonių"}) == ["number"]
    table = TableBlock().to_python(
        {
            "caption": "Dydžiai",
            "columns": [{"type": "number", "heading": "Eur"}],
            "rows": [{"values": [number]}],
        }
    )
    with pytest.raises(ValidationError, match=r"too large|per didelis"):
        TableBlock().clean(table)


def test_a_large_number_that_it_could_print_is_taken():
    value = KeyFigureBlock().to_python({"number": "999999999999999", "label": "eurų"})
    assert KeyFigureBlock().clean(value)["number"] == Decimal(999999999999999)
