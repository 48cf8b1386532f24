"""Pictures: made in the background, served from what exists, described in the page's language."""

import pytest
from django.utils import translation
from django_tasks_db.models import DBTaskResult
from wagtail.images.rect import Rect

from industry4.media import renditions
from industry4.media.api import absolute, document_data, image_data
from industry4.media.models import Rendition
from industry4.media.tasks import make_renditions
from industry4.testing.factories import DocumentFactory, ImageFactory, image_file

pytestmark = pytest.mark.django_db


def widths(picture):
    return {name: [source.width for source in found] for name, found in picture.sources.items()}


def test_a_stored_picture_is_handed_to_the_background():
    image = ImageFactory()
    task = DBTaskResult.objects.get(task_path="industry4.media.tasks.make_renditions")
    assert task.args_kwargs["args"] == [image.pk]
    assert (task.queue_name, task.backend_name) == ("background", "background")
    assert not Rendition.objects.exists()


def test_the_background_makes_every_size_and_format():
    image = ImageFactory(file=image_file(width=2000, height=1200))
    make_renditions.func(image.pk)
    picture = renditions.picture(image)
    assert widths(picture) == {"avif": [480, 720, 960, 1600], "webp": [480, 720, 960, 1600]}
    assert renditions.social(image).width == 1200
    assert renditions.social(image).height == 630


def test_making_again_makes_nothing_new():
    image = ImageFactory()
    renditions.make(image)
    first = set(Rendition.objects.values_list("pk", flat=True))
    renditions.make(image)
    assert set(Rendition.objects.values_list("pk", flat=True)) == first


def test_a_picture_that_was_deleted_meanwhile_is_no_error():
    image = ImageFactory()
    key = image.pk
    image.delete()
    make_renditions.func(key)
    assert not Rendition.objects.exists()


def test_until_its_renditions_are_made_a_picture_is_its_original():
    image = ImageFactory()
    picture = renditions.picture(image)
    assert picture.sources == {}
    assert picture.fallback == renditions.Source(image.file.url, 640, 360)
    assert picture.srcset("webp") == ""
    assert renditions.social(image) is None


def test_a_small_picture_is_not_enlarged_and_no_size_is_offered_twice():
    image = ImageFactory(file=image_file(width=300, height=200))
    renditions.make(image)
    assert widths(renditions.picture(image)) == {"avif": [300], "webp": [300]}


def test_a_browser_without_choices_gets_the_middle_size():
    image = ImageFactory(file=image_file(width=2000, height=1200))
    renditions.make(image)
    picture = renditions.picture(image)
    assert picture.fallback.width == 960
    assert picture.fallback.url.endswith(".webp")


def test_the_sources_are_named_as_a_browser_wants_them():
    image = ImageFactory(file=image_file(width=1000, height=600))
    renditions.make(image)
    picture = renditions.picture(image)
    urls = [source.url for source in picture.sources["avif"]]
    widths = ["480w", "720w", "960w", "1000w"]
    assert picture.srcset("avif") == ", ".join(map(" ".join, zip(urls, widths, strict=True)))


def test_renditions_that_were_fetched_before_cost_nothing(django_assert_num_queries):
    image = ImageFactory()
    renditions.make(image)
    image = type(image).objects.prefetch_related("renditions").get(pk=image.pk)
    with django_assert_num_queries(0):
        renditions.picture(image)
        renditions.social(image)


@pytest.mark.parametrize(
    "texts, language, expected",
    [
        ({}, "lt", "Robotas prie stalo"),
        ({}, "en", "A robot at a table"),
        ({"alt_text_en": ""}, "en", ""),
        ({"alt_text_lt": ""}, "lt", ""),
        ({}, "de", ""),
    ],
)
def test_a_picture_is_described_in_the_language_of_the_page_and_never_in_another(
    texts, language, expected
):
    image = ImageFactory(**texts)
    assert image.alt_text(language) == expected
    with translation.override(language):
        assert image.default_alt_text == expected
        assert image_data(image)["alt"] == expected


def test_the_text_of_a_place_goes_before_the_pictures_own():
    assert image_data(ImageFactory(), alt="")["alt"] == ""
    assert image_data(ImageFactory(), alt="Čia")["alt"] == "Čia"


def test_an_app_learns_who_made_a_picture_and_how_it_may_be_used():
    data = image_data(ImageFactory(credit="Vardenis", licence="CC BY 4.0"))
    assert (data["credit"], data["licence"]) == ("Vardenis", "CC BY 4.0")
    assert (data["width"], data["height"]) == (640, 360)


def test_an_app_learns_of_a_file_before_it_downloads_it():
    document = DocumentFactory(title="Planas", language="en")
    document.get_file_size()  # an upload in the admin does so
    data = document_data(document)
    assert (data["title"], data["language"], data["type"]) == ("Planas", "en", "txt")
    assert data["size"] == len("Tekstas")
    assert data["url"].startswith("http://localhost/documents/")


def test_the_address_of_a_file_elsewhere_is_left_as_it_is():
    assert absolute("https://files.example/a.png") == "https://files.example/a.png"


def test_a_new_focal_point_gives_shared_links_a_new_crop_in_place_of_the_old():
    image = ImageFactory(file=image_file(width=1600, height=1600))
    renditions.make(image)
    before = renditions.social(image)
    image.set_focal_point(Rect(0, 0, 200, 200))
    image.save()
    make_renditions.func(image.pk)
    image = type(image).objects.get(pk=image.pk)
    assert renditions.social(image) != before
    assert image.renditions.filter(filter_spec=renditions.SOCIAL_SPEC).count() == 1
