"""A token of API v3, its owner, and requests with it."""

import pytest
from django.contrib.auth import get_user_model
from wagtail.models import APIToken

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
