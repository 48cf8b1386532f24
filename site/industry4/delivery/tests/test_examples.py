"""Every operation has an example, and each is what the operation may answer."""

import json
from unittest import mock

import pytest
from django.core.management import CommandError, call_command
from openapi_schema_validator import OAS31Validator

from industry4.api import delivery_v1
from industry4.delivery.management.commands.api_examples import shortened

COMMAND = "industry4.delivery.management.commands.api_examples"
DOCUMENT = json.loads(json.dumps(delivery_v1.get_openapi_schema()))
ANSWERS = {
    f"{operation['operationId']} {content_type}": content
    for operations in DOCUMENT["paths"].values()
    for operation in operations.values()
    for content_type, content in operation["responses"]["200"]["content"].items()
}


@pytest.mark.parametrize("name", ANSWERS)
def test_every_answer_has_an_example_of_its_schema(name):
    schema = {**ANSWERS[name]["schema"], "components": DOCUMENT["components"]}
    errors = [
        f"{error.json_path}: {error.message}"
        for error in OAS31Validator(schema).iter_errors(ANSWERS[name]["example"])
    ]
    assert not errors, "Run `make examples`.\n" + "\n".join(errors)


def test_examples_lead_to_no_real_address():
    text = json.dumps([content["example"] for content in ANSWERS.values()])
    assert "https://industry4.example/" in text
    assert not {"localhost", "testserver"} & set(text.replace("/", " ").replace(":", " ").split())


def test_an_item_is_asked_for_by_the_id_of_its_example():
    operation = DOCUMENT["paths"]["/api/delivery/v1/events/{id}/"]["get"]
    example = operation["responses"]["200"]["content"]["application/json"]["example"]
    assert operation["parameters"][0]["example"] == example["id"]


def test_a_document_made_twice_is_the_same(monkeypatch):
    """Threads that are asked for it at the same time each make one."""
    first = delivery_v1.get_openapi_schema()
    monkeypatch.setattr(delivery_v1, "_document", None)
    assert delivery_v1.get_openapi_schema() == first


def test_a_parameter_that_must_be_given_is_filled_in_for_those_who_try():
    [path] = DOCUMENT["paths"]["/api/delivery/v1/pages/"]["get"]["parameters"]
    assert path["example"] == "/en/events/"


def test_a_long_answer_is_shortened_and_keeps_its_form():
    translations = [{"locale": "lt"}, {"locale": "en"}]
    body = [{"value": "<p>First.</p><p>Second.</p>"}, {"value": 2}, {"value": 3}]
    assert shortened(
        {"items": [{"body": body, "translations": translations}, {}], "coordinates": [1.5, 2.5]}
    ) == {
        "items": [
            {"body": [{"value": "<p>First.</p>"}, {"value": 2}], "translations": translations}
        ],
        "coordinates": [1.5, 2.5],
    }


def test_examples_are_never_made_from_a_real_database():
    with (
        mock.patch(f"{COMMAND}.connection", spec=[]),
        pytest.raises(CommandError, match="make examples"),
    ):
        call_command("api_examples")
