"""A thousand requests that the specification allows or forbids: none is answered outside of it."""

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections, transaction
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from ecosystem.tests.api import ROOT
from industry4.core.public import public_pages
from industry4.delivery.preview_links import token_for
from industry4.delivery.tests.content import everything
from industry4.delivery.tests.spec import OPERATIONS, SPEC

pytestmark = pytest.mark.django_db

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]


@pytest.fixture(scope="module")
def known(django_db_setup, django_db_blocker):
    """Values by the name of a parameter that lead to content of every kind."""
    with django_db_blocker.unblock(), transaction.atomic():
        everything()
        pages = list(public_pages())
        yield {
            "id": ids_by_address([page.pk for page in pages]),
            "path": [page.url for page in pages] + ["/paieska/", "/renginiai/?period=past"],
            "token": [token_for(page) for page in pages],
        }
        transaction.set_rollback(True)


def ids_by_address(pages):
    """The ids that lead to something, by the address of the operation that takes them."""
    found = {f"{ROOT}pages/{{id}}/": pages}
    for operation in OPERATIONS:
        if "id" in operation.parameters and operation.address not in found:
            answers = [
                Client().get(operation.address.removesuffix("{id}/"), {"locale": language}).json()
                for language in ("lt", "en")
            ]
            found[operation.address] = [
                item["id"] for answer in answers for item in answer["items"]
            ]
    assert all(found.values())
    return found


@pytest.fixture
def api():
    """The specification with the application behind it, in this process and its transaction."""
    signals = (request_started, request_finished)
    for signal in signals:
        signal.disconnect(close_old_connections)
    schema = schemathesis.openapi.from_dict(SPEC)
    schema.app = get_wsgi_application()
    yield schema
    for signal in signals:
        signal.connect(close_old_connections)


def ask(operation, known, mode, checks, times):
    """The statuses of an operation asked so many times, for content that is there or anything."""
    parts = (operation.path_parameters, operation.query)
    names = {parameter.name for part in parts for parameter in part} & known.keys()
    known = {**known, "id": known["id"].get(operation.path)}
    values = {name: st.none() | st.sampled_from(known[name]) for name in sorted(names)}
    statuses = []

    @settings(
        max_examples=times,
        derandomize=True,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy(generation_mode=mode), values=st.fixed_dictionaries(values))
    def holds(case, values):
        if mode is GenerationMode.POSITIVE:
            for part in (case.path_parameters, case.query):
                chosen = {name: value for name, value in values.items() if value is not None}
                (part or {}).update({k: v for k, v in chosen.items() if k in (part or {})})
        response = case.call_and_validate(checks=checks, headers={"Accept-Encoding": "identity"})
        statuses.append(response.status_code)

    holds()
    return statuses


@pytest.mark.parametrize(
    "mode, checks",
    [
        # Some of what its schema allows is refused: a day before the first one, a box upside down.
        (GenerationMode.POSITIVE, CHECKS),
        (GenerationMode.NEGATIVE, [*CHECKS, negative_data_rejection]),
    ],
    ids=["allowed", "forbidden"],
)
def test_every_answer_is_inside_the_specification(api, known, mode, checks):
    operations = [found.ok() for found in api.get_all_operations()]
    assert len(operations) == len(OPERATIONS)
    if mode is GenerationMode.NEGATIVE:
        # What takes no parameters cannot be asked wrongly; test_answers.py gives it some.
        operations = [each for each in operations if each.query or each.path_parameters]
    answered = [ask(each, known, mode, checks, times=40) for each in operations]
    assert sum(map(len, answered)) >= 600
    for operation, statuses in zip(operations, answered, strict=True):
        expected = {200} if mode is GenerationMode.POSITIVE else {422, 404, 405}
        assert expected & set(statuses), operation.label
