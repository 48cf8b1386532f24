"""The index: what the API has, at its own address."""

import pytest

from industry4.delivery.index import resources
from industry4.delivery.schemas import ROOT

pytestmark = pytest.mark.django_db


def parameter(name, *examples, required=True):
    return {"name": name, "required": required, "schema": {"examples": list(examples)}}


def test_it_names_the_api_and_where_everything_is(client):
    answer = client.get(ROOT)
    content = answer.json()
    assert answer["ETag"]
    assert answer["Content-Language"] == "en"
    assert content["documentation"] == f"http://localhost{ROOT}docs/"
    assert content["openapi"] == f"http://localhost{ROOT}openapi.json"
    assert content["resources"]["events"] == f"http://localhost{ROOT}events/"
    assert content["resources"]["pages"] == f"http://localhost{ROOT}pages/?path=%2Fen%2Fevents%2F"


def test_what_needs_an_id_or_a_token_is_not_in_it(client):
    assert not {"preview", "events/{id}"} & set(client.get(ROOT).json()["resources"])


def test_it_is_strict_as_all_operations_are(client):
    assert client.get(ROOT, {"nonsense": 1}).status_code == 422


def test_a_parameter_that_must_be_given_has_its_first_example():
    paths = {
        f"{ROOT}search/": {"get": {"parameters": [parameter("q", "robot", "laser")]}},
        f"{ROOT}preview/": {"get": {"parameters": [parameter("token")]}},
        f"{ROOT}events/": {"get": {"parameters": [parameter("limit", required=False)]}},
        f"{ROOT}events/{{id}}/": {"get": {"parameters": [parameter("id", 7)]}},
    }
    assert dict(resources({"paths": paths})) == {
        "search": f"http://localhost{ROOT}search/?q=robot",
        "events": f"http://localhost{ROOT}events/",
    }
