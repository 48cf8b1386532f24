"""docs/api.md tells the truth about the specification, and all of it."""

import re
from typing import get_args

import pytest
from django.conf import settings

from industry4.api import delivery_v1
from industry4.core.blocks import BodyBlock
from industry4.delivery.pages import TYPES
from industry4.delivery.problems import KINDS
from industry4.delivery.schemas import ROOT, PageTranslation
from industry4.settings.environment import ROOT as PROJECT

DOCS = (PROJECT / "docs" / "api.md").read_text()
# From heading to heading; a part of "Resources" is a section of its own.
SECTIONS = dict(
    section.split("\n", 1) for section in re.split(r"^##+ ", DOCS, flags=re.MULTILINE)[1:]
)
OPERATIONS = {
    path: operations["get"]
    for path, operations in delivery_v1.get_openapi_schema()["paths"].items()
}
BESIDE_OPERATIONS = {f"{ROOT}docs/", f"{ROOT}openapi.json", f"{ROOT}problems/"}


def sections_of(path):
    """The sections that say what an operation takes: those that name it, and what all share."""
    return [text for text in SECTIONS.values() if f"`GET {path}" in text or f"`{path}`" in text]


def values(schema):
    """The values that a parameter is one of."""
    return [
        value
        for each in [schema, *schema.get("anyOf", ())]
        for value in each.get("enum", ())
        if value is not None
    ]


def test_the_sections_are_found():
    assert {"Lists", "Events", "Errors", "Body"} <= set(SECTIONS)


@pytest.mark.parametrize("path", OPERATIONS)
def test_every_operation_is_in_the_docs_with_its_parameters_and_their_values(path):
    sections = sections_of(path)
    assert sections, f"docs/api.md does not name {path}"
    text = "\n".join([*sections, SECTIONS["Lists"]])
    for parameter in OPERATIONS[path]["parameters"]:
        if parameter["in"] == "query":
            assert f"`{parameter['name']}`" in text, parameter["name"]
            assert all(f"`{value}`" in text for value in values(parameter["schema"])), parameter


def test_every_address_in_the_docs_is_one_of_the_api():
    named = set(re.findall(rf"{ROOT}[-a-z{{}}/.]*", DOCS))
    assert named <= {*OPERATIONS, *BESIDE_OPERATIONS}


@pytest.mark.parametrize(
    "section", [title for title, text in SECTIONS.items() if "| parameter | values" in text]
)
def test_every_parameter_in_a_table_is_one_of_the_operations_of_its_section(section):
    named = set(re.findall(r"^\| `(\w+)` \|", SECTIONS[section], flags=re.MULTILINE))
    paths = re.findall(rf"`GET ({ROOT}[^`]*)`", SECTIONS[section])
    known = {
        parameter["name"]
        for path, operation in OPERATIONS.items()
        if path in paths or section == "Lists"
        for parameter in operation["parameters"]
    }
    assert named
    assert named <= known


def test_every_kind_of_problem_is_explained_with_its_status():
    explained = re.findall(r"^\| `#([-a-z]+)` \| (\d+) \|", SECTIONS["Errors"], flags=re.MULTILINE)
    assert [(slug, int(status)) for slug, status in explained] == [
        (kind.slug, kind.status) for kind in KINDS
    ]


def test_every_type_of_block_is_explained():
    _head, *explained = re.findall(r"^\| `(\w+)` \|", SECTIONS["Body"], flags=re.MULTILINE)
    assert explained == list(BodyBlock().child_blocks)


def test_every_type_of_page_and_every_state_of_a_translation_is_named():
    assert all(f"`{model.api_type}`" in SECTIONS["One request, one screen"] for model in TYPES)
    states = get_args(PageTranslation.model_fields["state"].annotation)
    assert all(f"| `{state}` |" in SECTIONS["Languages"] for state in states)


@pytest.mark.parametrize("name", ["API_READS_PER_MINUTE", "API_PREVIEWS_PER_MINUTE"])
def test_every_limit_is_named(name):
    assert hasattr(settings, name)
    assert f"| `{name}` |" in SECTIONS["Limits"]
