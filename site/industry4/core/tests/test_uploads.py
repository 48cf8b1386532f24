"""What an editor may upload: anything else is told at the form, and nothing is stored."""

import html
import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils.translation import override
from PIL import Image as PillowImage

from industry4.media.models import Document, Image
from industry4.testing.editors import sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client):
    return sign_in(client)


def picture(name="robotas.png", kind="PNG", size=(40, 30)):
    content = io.BytesIO()
    PillowImage.new("RGB", size, "teal").save(content, kind)
    return SimpleUploadedFile(name, content.getvalue())


def upload_image(editor, file):
    return editor.post(reverse("wagtailimages:add"), {"title": "Robotas", "file": file})


def upload_document(editor, file):
    form = {"title": "Planas", "file": file, "language": "lt"}
    return editor.post(reverse("wagtaildocs:add"), form)


def refused(response):
    """What the form says is wrong with the file."""
    assert response.status_code == 200
    assert not Image.objects.exists()
    assert not Document.objects.exists()
    errors = response.context["form"].errors
    assert list(errors) == ["file"]
    with override("en"):
        told = str(errors["file"][0])
    assert told in html.unescape(response.content.decode())
    return told


@pytest.mark.parametrize("name, kind", [("a.png", "PNG"), ("a.jpg", "JPEG"), ("a.webp", "WEBP")])
def test_a_picture_is_stored(editor, name, kind):
    upload_image(editor, picture(name, kind))
    assert Image.objects.get().file.name.startswith("original_images/")


@pytest.mark.parametrize(
    "file",
    [
        SimpleUploadedFile("a.png", b"this is no picture"),
        SimpleUploadedFile("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
        SimpleUploadedFile("a.exe", b"MZ"),
        SimpleUploadedFile("a.png", b""),
        picture("a.tiff", "TIFF"),
        picture("a.png", "TIFF"),
    ],
    ids=["text", "svg", "exe", "empty", "tiff", "tiff that says png"],
)
def test_what_is_no_picture_is_refused(editor, file):
    assert refused(upload_image(editor, file))


def test_a_picture_of_too_many_bytes_is_refused(editor, settings):
    settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE = 100
    assert "too big" in refused(upload_image(editor, picture(size=(400, 300))))


def test_a_picture_of_too_many_pixels_is_refused(editor, settings):
    settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS = 1000
    assert "pixels" in refused(upload_image(editor, picture()))


@pytest.mark.parametrize("name", ["a.pdf", "a.xlsx", "a.csv", "a.PDF"])
def test_a_document_is_stored(editor, name):
    upload_document(editor, SimpleUploadedFile(name, b"content"))
    assert Document.objects.get().language == "lt"


@pytest.mark.parametrize("name", ["a.html", "a.svg", "a.exe", "a.js", "a.pdf.html", "a"])
def test_a_document_of_another_kind_is_refused(editor, name):
    assert refused(upload_document(editor, SimpleUploadedFile(name, b"content")))


def test_a_document_of_too_many_bytes_is_refused(editor, settings):
    settings.WAGTAILDOCS_MAX_UPLOAD_SIZE = 100
    assert refused(upload_document(editor, SimpleUploadedFile("a.pdf", b"x" * 101)))


def test_several_pictures_at_once_are_held_to_the_same_rules(editor, settings):
    settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE = 100
    response = editor.post(
        reverse("wagtailimages:add_multiple"),
        {"files[]": picture(size=(400, 300)), "title": "Robotas", "collection": ""},
        headers={"x-requested-with": "XMLHttpRequest"},
    )
    assert response.json()["success"] is False
    assert not Image.objects.exists()
