"""components/picture.html: the one way in which pages show images."""

import pytest
from bs4 import BeautifulSoup
from django.template import Context, Template
from django.test import RequestFactory

from industry4.media.renditions import make
from industry4.settings.environment import ROOT
from industry4.testing.factories import ImageFactory, image_file

pytestmark = pytest.mark.django_db

STYLES = ROOT / "site" / "industry4" / "static" / "css" / "picture.css"


def shown(*images, given="", request=None):
    """The pictures of a page that shows these images."""
    include = "{% include 'components/picture.html' with alt='' " + given + " %}"
    template = Template("{% for image in images %}" + include + "{% endfor %}")
    context = {"images": images, "request": request or RequestFactory().get("/")}
    return BeautifulSoup(template.render(Context(context)), "html.parser").find_all("picture")


def focused(x, y):
    """An image of 1000 × 500 pixels with a focal point."""
    file = image_file(width=1000, height=500)
    return ImageFactory(
        file=file, focal_point_x=x, focal_point_y=y, focal_point_width=10, focal_point_height=10
    )


def test_a_picture_offers_both_formats_in_all_sizes_and_says_how_large_it_is():
    image = ImageFactory(file=image_file(width=2000, height=1000))
    make(image)
    [picture] = shown(image, given="sizes='50vw'")
    sources = picture.find_all("source")
    assert [source["type"] for source in sources] == ["image/avif", "image/webp"]
    for source in sources:
        offered = source["srcset"].split(", ")
        assert [file.split()[1] for file in offered] == ["480w", "720w", "960w", "1600w"]
        assert source["sizes"] == "50vw"
    assert (picture.img["width"], picture.img["height"]) == ("960", "480")


def test_before_its_sizes_are_made_a_picture_says_how_large_it_is_as_well():
    [picture] = shown(ImageFactory())
    assert (picture.img["width"], picture.img["height"]) == ("640", "360")


def test_the_first_picture_of_a_page_is_loaded_at_once_and_the_others_when_they_come_near():
    first, *others = shown(*ImageFactory.create_batch(3))
    assert first.img["fetchpriority"] == "high"
    assert not first.img.has_attr("loading")
    for other in others:
        assert other.img["loading"] == "lazy"
        assert not other.img.has_attr("fetchpriority")


def test_each_page_has_a_first_picture_of_its_own():
    image = ImageFactory()
    for _page in range(2):
        [picture] = shown(image)
        assert picture.img["fetchpriority"] == "high"


def test_a_picture_that_small_screens_do_not_show_is_never_loaded_at_once():
    [picture] = shown(ImageFactory(), given="lazy=True")
    assert picture.img["loading"] == "lazy"
    assert not picture.img.has_attr("fetchpriority")


@pytest.mark.parametrize(
    "x, y, classes",
    [
        (500, 250, ["focus-x-50", "focus-y-50"]),
        (320, 60, ["focus-x-30", "focus-y-10"]),
        (0, 0, ["focus-x-0", "focus-y-0"]),
        (1000, 500, ["focus-x-100", "focus-y-100"]),
    ],
)
def test_a_focal_point_is_kept_where_the_picture_is_cropped(x, y, classes):
    [picture] = shown(focused(x, y))
    assert picture.img["class"] == classes
    assert not picture.img.has_attr("style")


def test_without_a_focal_point_the_middle_is_kept():
    [picture] = shown(ImageFactory())
    assert not picture.img.has_attr("class")


@pytest.mark.parametrize("axis", ["x", "y"])
def test_every_tenth_has_its_rule(axis):
    css = STYLES.read_text()
    for percent in range(0, 101, 10):
        assert f".focus-{axis}-{percent} {{ --{axis}: {percent}%; }}" in css
