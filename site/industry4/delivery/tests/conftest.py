"""A token of API v3, its owner, and requests with it."""

import pytest
from django.contrib.auth import get_user_model
from wagtail.models import APIToken

from ecosystem.tests.api import ROOT
from industry4.delivery.tests.v3 import caller


@pytest.fixture
def owner():
    return get_user_model().objects.create_superuser("automatas")


@pytest.fixture
def token(owner):
    return APIToken.create_token(user=owner, name="tests")[1]


@pytest.fixture
def call(client, token):
    """A request with a token: `call("get", address)` or `call("post", address, data)`."""
    return caller(client, token)


@pytest.fixture
def follow(client, db):
    """Reads the log to its end: the first time from the beginning, then from where it was left."""
    place = {}

    def entries(**query):
        found = []
        while True:
            answer = client.get(f"{ROOT}changes/", {**place, **query})
            assert answer.status_code == 200, answer.content
            part = answer.json()
            place["cursor"] = part["cursor"]
            found += part["items"]
            if not part["more"]:
                return found

    return entries
