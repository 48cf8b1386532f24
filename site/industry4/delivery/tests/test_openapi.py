"""The specifications: valid, complete enough to generate a client, and changed on purpose only."""

import difflib
import json
import re
from pathlib import Path

import pytest
from django.core.management import call_command
from ninja import NinjaAPI
from ninja.openapi.schema import OpenAPISchema
from openapi_spec_validator import OpenAPIV31SpecValidator
from pydantic import TypeAdapter
from wagtail import blocks

from ecosystem.tests.api import ROOT
from home.tests.factories import ContentPageFactory
from industry4.api import delivery_v1
from industry4.core.api import body_data
from industry4.core.blocks import BodyBlock
from industry4.core.blocks.body import BodyItem, block_schema
from industry4.core.models import BasePage
from industry4.delivery import v3
from industry4.delivery.management.commands.openapi import specification
from industry4.delivery.pages import TYPES
from industry4.delivery.tests.spec import OPERATIONS, SCHEMAS, SPEC
from industry4.testing.factories import DocumentFactory, ImageFactory

SNAPSHOT = Path(__file__).with_name("openapi.json")
# What says nothing of a value, besides what a reader may like to know.
SAYING = {"type", "$ref", "const", "enum", "anyOf", "oneOf", "allOf"}
NOTES = {"title", "description", "default", "example", "examples", "deprecated"}


# What readers get


def test_the_specification_is_valid(client, db):
    response = client.get(f"{ROOT}openapi.json")
    assert response["Content-Type"].startswith("application/json")
    assert response["Access-Control-Allow-Origin"] == "*"
    assert response.json() == SPEC
    assert list(OpenAPIV31SpecValidator(SPEC).iter_errors()) == []


def test_the_specification_says_nothing_twice(client, db):
    """Readers of YAML refuse what JSON forgives."""

    def once(pairs):
        assert len(pairs) == len(dict(pairs)), [name for name, _value in pairs]
        return dict(pairs)

    json.loads(client.get(f"{ROOT}openapi.json").content, object_pairs_hook=once)


def test_the_specification_of_the_api_v3_is_valid():
    assert list(OpenAPIV31SpecValidator(json.loads(v3.specification())).iter_errors()) == []


def test_the_specification_can_be_read_and_tried_without_the_network(client, db):
    html = client.get(f"{ROOT}docs/").content.decode()
    assert "swagger" in html
    assert "//cdn" not in html


@pytest.mark.parametrize("api", [delivery_v1, v3.api], ids=["delivery", "v3"])
def test_no_name_stands_for_two_schemas(monkeypatch, api):
    seen, twice = {}, set()
    adds = OpenAPISchema.add_schema_definitions

    def noted(self, definitions):
        twice.update(name for name, item in definitions.items() if seen.get(name, item) != item)
        seen.update(definitions)
        adds(self, definitions)

    monkeypatch.setattr(OpenAPISchema, "add_schema_definitions", noted)
    NinjaAPI.get_openapi_schema(api)
    assert seen
    assert not twice
    # What pydantic calls two classes of one name within one schema.
    assert not [name for name in seen if "__" in name]


def test_every_operation_has_a_name_of_its_own_and_says_what_it_does():
    names = [operation.name for operation in OPERATIONS]
    assert len(names) == len(set(names)) > 20
    for methods in SPEC["paths"].values():
        assert set(methods) == {"get"}
        assert methods["get"]["summary"]
        assert methods["get"]["description"]
        assert methods["get"]["tags"]
        assert {tag["name"] for tag in SPEC["tags"]} >= set(methods["get"]["tags"])


def test_every_page_type_has_a_schema_that_its_type_tells_apart():
    assert {model for model in TYPES if issubclass(model, BasePage)} == set(TYPES)
    for address in (f"{ROOT}pages/{{id}}/", f"{ROOT}pages/", f"{ROOT}preview/"):
        content = SPEC["paths"][address]["get"]["responses"]["200"]["content"]
        schema = content["application/json"]["schema"]
        mapping = schema["discriminator"]["mapping"]
        assert {model.api_type for model in TYPES} <= set(mapping), address
        assert len(schema["oneOf"]) == len(mapping), address


def test_every_operation_says_which_problems_it_answers_with():
    for operation in OPERATIONS:
        for status in ("404", "422", "429"):
            content = operation.responses[status]["content"]["application/problem+json"]
            assert content["schema"] == {"$ref": "#/components/schemas/Problem"}


# What a client is generated from


def meaning(schema):
    """What a schema says of a value: its keys without those that are only for people."""
    return {name: value for name, value in schema.items() if name not in NOTES}


def vague(schema, place):
    """The places within a schema at which a client would have to take anything."""
    said = meaning(schema)
    inner = [
        *((f"{place}.{name}", each) for name, each in schema.get("properties", {}).items()),
        *((f"{place}.{name}", each) for name, each in schema.get("$defs", {}).items()),
        *(
            (f"{place}[{number}]", each)
            for key in ("anyOf", "oneOf", "allOf", "prefixItems")
            for number, each in enumerate(schema.get(key, []))
        ),
    ]
    inner += [
        (f"{place}.{key}", schema[key])
        for key in ("items", "additionalProperties")
        if isinstance(schema.get(key), dict)
    ]
    kind = said.get("type")
    is_free_object = kind == "object" and not (
        "properties" in said or isinstance(said.get("additionalProperties"), dict)
    )
    is_free_list = kind == "array" and not {"items", "prefixItems"} & set(said)
    if is_free_object or is_free_list or not SAYING & set(said):
        yield place
    for name, each in inner:
        yield from vague(each, name)


@pytest.mark.parametrize(
    "schema",
    [
        {},
        {"title": "Value", "description": "Anything."},
        {"type": "object"},
        {"type": "object", "additionalProperties": True},
        {"type": "array"},
        {"type": "array", "items": {}},
        {"anyOf": [{"type": "string"}, {}]},
        {"properties": {"a": {"title": "A"}}, "type": "object"},
    ],
)
def test_a_schema_that_says_nothing_is_noticed(schema):
    assert list(vague(schema, "here"))


def test_a_client_needs_no_any():
    found = [place for name, schema in SCHEMAS.items() for place in vague(schema, name)]
    for operation in OPERATIONS:
        for name, parameter in operation.parameters.items():
            found += vague(parameter["schema"], f"{operation.name}?{name}")
        for status, response in operation.responses.items():
            for content in response.get("content", {}).values():
                found += vague(content["schema"], f"{operation.name} {status}")
    assert found == []


def test_every_parameter_says_what_it_takes():
    for operation in OPERATIONS:
        for name, parameter in operation.parameters.items():
            kinds = parameter["schema"].get("anyOf", [parameter["schema"]])
            for kind in kinds:
                assert {"type", "$ref", "enum", "const"} & set(kind), (operation.name, name)


def test_every_field_of_an_answer_is_always_there():
    for name, schema in SCHEMAS.items():
        if "properties" in schema:
            assert set(schema.get("required", [])) == set(schema["properties"]), name


def test_every_reference_leads_somewhere():
    text = json.dumps(SPEC)
    named = set(re.findall(r'"#/components/schemas/([^"]+)"', text))
    assert named
    assert named <= set(SCHEMAS)


# Changes


def test_the_specification_changes_on_purpose_only():
    kept, current = SNAPSHOT.read_text(), specification()
    difference = "\n".join(
        difflib.unified_diff(kept.splitlines(), current.splitlines(), "kept", "now", lineterm="")
    )
    assert not difference, (
        f"The specification of the delivery API changed:\n{difference[:5000]}\n"
        "Apps rely on it: within v1 nothing may disappear or change its meaning. If the change is"
        " meant: python manage.py openapi > site/industry4/delivery/tests/openapi.json"
    )


def test_what_is_kept_is_what_the_command_prints(capsys):
    call_command("openapi")
    assert capsys.readouterr().out == specification()
    assert not {"example", "examples"} & set(json.loads(specification())["info"])


# The blocks of a body


class NothingStated(blocks.StructBlock):
    text = blocks.CharBlock()


def test_a_block_that_does_not_say_what_apps_get_is_refused():
    with pytest.raises(TypeError, match="NothingStated has a template, but no `api_type`"):
        block_schema("nothing", NothingStated())


BLOCKS = pytest.mark.parametrize("name", BodyBlock().child_blocks)


@BLOCKS
def test_every_block_says_what_apps_get(name):
    block = BodyBlock().child_blocks[name]
    schema = block_schema(name, block)
    assert schema.model_fields["type"].annotation.__args__ == (name,)
    assert SCHEMAS[schema.__name__]["properties"]["type"]["const"] == name


@BLOCKS
@pytest.mark.django_db
def test_what_apps_get_of_a_block_is_what_its_schema_says(name):
    ImageFactory()
    DocumentFactory()
    ContentPageFactory()
    block = BodyBlock().child_blocks[name]
    body = BodyBlock().to_python(
        [{"type": name, "id": "1", "value": block.get_prep_value(block.get_preview_value())}]
    )
    [found] = body_data(body)
    item = TypeAdapter(BodyItem).validate_python(found)
    assert (item.type, item.id) == (name, "1")
    block_schema(name, block).model_validate(found)
    # Nothing is lost on the way: all that the block gives is in its schema.
    if isinstance(found["value"], dict):
        assert set(found["value"]) == set(type(item.value).model_fields)
