"""Messages in the admin: read, deleted, neither added nor changed."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry

from home.models import ContactMessage
from home.tests.contact import contact_page, send
from industry4.testing.editors import sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin(client):
    return sign_in(client)


def store(client, **changes):
    send(client, contact_page(), **changes)
    return ContactMessage.objects.get()


def text(admin, view, *arguments):
    html = admin.get(reverse(f"contact_messages:{view}", args=arguments)).content
    return BeautifulSoup(html, "html.parser").main.get_text(" ", strip=True)


def test_a_message_can_be_read_and_deleted_and_neither_added_nor_changed(client, admin):
    stored = store(client)
    assert "Norime prisijungti." in text(admin, "inspect", stored.pk)
    for view, arguments in (("add", []), ("edit", [stored.pk])):
        answer = admin.get(reverse(f"contact_messages:{view}", args=arguments))
        assert answer.status_code == 302
    admin.post(reverse("contact_messages:delete", args=[stored.pk]))
    assert not ContactMessage.objects.exists()


def test_what_is_deleted_leaves_no_name_behind(client, admin):
    stored = store(client)
    admin.post(reverse("contact_messages:delete", args=[stored.pk]))
    labels = " ".join(ModelLogEntry.objects.values_list("label", flat=True))
    assert labels
    assert "Vardenis" not in labels


def test_the_list_says_which_message_was_not_mailed(client, admin):
    stored = store(client)
    assert "Not mailed" in text(admin, "index")
    ContactMessage.objects.filter(pk=stored.pk).update(mailed_at=timezone.now())
    assert "Not mailed" not in text(admin, "index")


def test_markup_in_a_message_is_shown_as_text(client, admin):
    markup = "<script>alert(1)</script><b>labas</b>"
    stored = store(client, message=markup, name="<i>Vardenis</i>")
    assert stored.text == markup
    for view, arguments in (("index", []), ("inspect", [stored.pk]), ("delete", [stored.pk])):
        address = reverse(f"contact_messages:{view}", args=arguments)
        shown = admin.get(address).content.decode()
        assert "<i>Vardenis</i>" not in shown
        assert markup not in shown
    assert "<i>Vardenis</i>" in text(admin, "index")
    assert markup in text(admin, "inspect", stored.pk)
