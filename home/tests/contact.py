"""The contact form as its visitors fill it in."""

import time
from unittest import mock

from bs4 import BeautifulSoup
from django.core import signing

from home.forms import SALT
from home.models import ContactMessage
from home.tests.factories import ContactPageFactory

CONSENT = "Sutinku, kad mano duomenys būtų tvarkomi."


def contact_page(**fields):
    """A contact page whose messages are mailed."""
    given = {
        "consent_text": CONSENT,
        "recipient": "biuras@example.com",
        "thanks_text": "Atsakysime greitai.",
    }
    return ContactPageFactory(**{**given, **fields})


def begun(seconds_ago=10):
    """The hidden field of a form that was opened some time ago."""
    then = time.time() - seconds_ago
    with mock.patch("time.time", return_value=then):
        return signing.dumps(int(then), salt=SALT)


def filled(**changes):
    """What a browser sends."""
    form = {
        "name": "Vardenis Pavardenis",
        "email": "vardenis@example.com",
        "message": "Norime prisijungti.",
        "consent": "on",
        "remark": "",
        "started": begun(),
    }
    return {**form, **changes}


def send(client, page, **changes):
    return client.post(page.url, filled(**changes))


def soup(response):
    return BeautifulSoup(response.content, "html.parser")


def shown_again(response):
    """What the fields of the form hold when it is shown again."""
    form = soup(response).select_one("form[method=post]")
    values = {field["name"]: field.get("value", "") for field in form.select("input[name]")}
    return {**values, "message": form.textarea.get_text().removeprefix("\n")}


def errors_of(response):
    """The fields with something wrong, as the form says it; nothing was stored."""
    assert response.status_code == 422
    assert not ContactMessage.objects.exists()
    return list(response.context["form"].errors)
