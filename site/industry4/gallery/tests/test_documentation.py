"""The head comments of components: each says what it is given, no more and no less."""

import re

import pytest
from django.template.base import VariableNode
from django.template.loader import get_template

from industry4.gallery.documentation import FOLDER, components, read
from industry4.gallery.tokens import groups
from industry4.settings.environment import ROOT

COMPONENTS = components()
DESIGN = (ROOT / "docs" / "design.md").read_text(encoding="utf-8")
INCLUDED = re.compile(r'\{% include "components/(\w+)\.html"')
# Names that a template gives itself, and what all of them have.
OWN = re.compile(r"\bas (\w+)|\bwith ([^%]+)%\}|\bfor ([\w, ]+) in\b")
ALWAYS = {"forloop", "LANGUAGE_CODE"}

every_component = pytest.mark.parametrize("component", COMPONENTS, ids=lambda each: each.name)


def body(name):
    """The template without its head comment."""
    text = (FOLDER / f"{name}.html").read_text(encoding="utf-8")
    return text.partition("{% endcomment %}")[2]


def with_included(name):
    """The bodies of a component and of those that it includes: they see what it is given."""
    found, names = "", [name]
    while names:
        text = body(names.pop())
        names += INCLUDED.findall(text)
        found += text
    return found


def own_names(text):
    """The names that a template sets by itself."""
    names = set()
    for as_name, given, loop in OWN.findall(text):
        names |= {as_name, *re.findall(r"(\w+)=", given), *re.findall(r"\w+", loop)}
    return names


@every_component
def test_a_component_says_what_it_is(component):
    assert component.description.endswith((".", "…"))
    assert all(parameter.text for parameter in component.parameters)


@every_component
def test_a_component_uses_what_it_says_it_is_given(component):
    text = with_included(component.name)
    # A tag that takes the context reads these; their names stand in its code.
    unseen = {"request", "page"} & set(component.from_context)
    assert [name for name in component.names - unseen if not re.search(rf"\b{name}\b", text)] == []


@every_component
def test_a_component_says_all_that_it_shows(component):
    text = body(component.name)
    nodes = get_template(f"components/{component.name}.html").template.nodelist
    shown = {
        node.filter_expression.var.lookups[0]
        for node in nodes.get_nodes_by_type(VariableNode)
        if getattr(node.filter_expression.var, "lookups", None)
    }
    assert shown - component.names - own_names(text) - ALWAYS == set()


def test_a_head_comment_is_read_line_by_line(tmp_path):
    path = tmp_path / "sample.html"
    path.write_text(
        "{% comment %}\nShows a thing,\nwell.\n\nthing: the thing,\nwhole\n"
        "level, tone: of its heading (optional)\n"
        "From the context: page (or none), request.\n{% endcomment %}\n<p>{{ thing }}</p>\n"
    )
    component = read(path)
    assert component.description == "Shows a thing, well."
    assert component.parameters == [
        (["thing"], "the thing, whole"),
        (["level", "tone"], "of its heading (optional)"),
    ]
    assert [parameter.is_optional for parameter in component.parameters] == [False, True]
    assert component.from_context == ["page", "request"]


def test_a_file_without_a_head_comment_has_no_description(tmp_path):
    path = tmp_path / "sample.html"
    path.write_text("<p>{{ thing }}</p>")
    assert read(path).description == ""


def test_the_design_names_every_component():
    named = re.findall(r"^\| `(\w+)` \|", DESIGN, re.MULTILINE)
    assert named == [component.name for component in COMPONENTS]


def test_the_design_says_what_every_token_is_for():
    named = set(re.findall(r"`--([\w-]+)`", DESIGN)) | {f"space-{step}" for step in range(1, 9)}
    assert [t.name for group in groups() for t in group.tokens if t.name not in named] == []
