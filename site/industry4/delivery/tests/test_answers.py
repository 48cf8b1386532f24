"""What every answer of the delivery API has in common: caching, languages, CORS, errors."""

import datetime
import gzip
import json

import pytest
from bs4 import BeautifulSoup
from django.http import HttpRequest
from django.utils import timezone
from django.utils.http import http_date, parse_http_date
from wagtail.models import Page

from ecosystem.tests.api import ROOT, get
from ecosystem.tests.factories import SectorFactory
from home.tests.factories import ContentPageFactory
from industry4.delivery import problems
from industry4.delivery.middleware import DeliveryMiddleware
from industry4.delivery.tests.spec import OPERATIONS
from industry4.testing.factories import translated
from news.tests.factories import ArticleFactory, EventFactory

pytestmark = pytest.mark.django_db

EVERY_OPERATION = pytest.mark.parametrize("operation", OPERATIONS, ids=lambda each: each.name)


def problem_of(response, status, kind):
    """The problem details of a response, after a look at what all of them have."""
    assert response.status_code == status, response.content[:300]
    assert response["Content-Type"] == "application/problem+json"
    assert response["Cache-Control"] == "no-store"
    assert response["Access-Control-Allow-Origin"] == "*"
    problem = response.json()
    assert set(problem) == {"type", "title", "status", "detail", "errors"}
    assert problem["type"] == f"http://localhost{ROOT}problems/#{kind}"
    assert problem["status"] == status
    return problem


def named(response):
    """The parameters that a refusal names."""
    assert response.status_code == 422, response.content[:300]
    return [error["parameter"] for error in response.json()["errors"]]


# Conditional requests and caches


@pytest.mark.parametrize("address", ["articles/", "articles/?view=full", "articles/{pk}/"])
def test_what_a_reader_has_already_is_not_sent_again(client, address):
    article = ArticleFactory(title="Vakar")
    address = ROOT + address.format(pk=article.pk)
    first = client.get(address)
    tag = {"If-None-Match": first["ETag"]}
    again = client.get(address, headers=tag)
    assert (again.status_code, again.content) == (304, b"")
    assert again["ETag"] == first["ETag"]
    assert again["Cache-Control"] == first["Cache-Control"]
    assert again["Access-Control-Allow-Origin"] == "*"

    article.title = "Šiandien"
    article.save_revision().publish()
    changed = client.get(address, headers=tag)
    assert changed.status_code == 200
    assert "Šiandien" in changed.content.decode()
    assert changed["ETag"] != first["ETag"]


def test_the_list_changes_when_an_item_is_withdrawn(client):
    first_article, _other = ArticleFactory(), ArticleFactory()
    first = client.get(f"{ROOT}articles/")
    first_article.unpublish()
    changed = client.get(
        f"{ROOT}articles/",
        headers={"If-None-Match": first["ETag"], "If-Modified-Since": http_date()},
    )
    assert (changed.status_code, changed.json()["count"]) == (200, 1)


def test_an_answer_changes_with_what_it_refers_to(client):
    other = ContentPageFactory(title="Kitas")
    page = ContentPageFactory(body=[("related_pages", {"heading": "", "pages": [other]})])
    first = client.get(f"{ROOT}pages/{page.pk}/")
    other.title = "Pervadintas"
    other.save_revision().publish()
    changed = client.get(f"{ROOT}pages/{page.pk}/", headers={"If-None-Match": first["ETag"]})
    assert changed.status_code == 200
    assert "Pervadintas" in changed.content.decode()


def test_an_answer_says_when_the_latest_of_its_parts_was_published(client):
    moments = [datetime.datetime(2026, 5, day, 12, tzinfo=datetime.UTC) for day in (1, 3, 2)]
    for moment in moments:
        page = ArticleFactory()
        Page.objects.filter(pk=page.pk).update(last_published_at=moment)
    response = client.get(f"{ROOT}articles/")
    assert parse_http_date(response["Last-Modified"]) == max(moments).timestamp()
    response = client.get(f"{ROOT}articles/{page.pk}/")
    assert parse_http_date(response["Last-Modified"]) == moments[-1].timestamp()
    assert "Last-Modified" not in client.get(f"{ROOT}events/")


def test_a_public_answer_may_be_kept_for_as_long_as_settings_say(client, settings):
    settings.API_CACHE_SECONDS = 120
    response = client.get(f"{ROOT}articles/")
    assert response["Cache-Control"] == "public, max-age=120"


@EVERY_OPERATION
def test_no_answer_sets_a_cookie_or_differs_by_reader(client, operation):
    response = client.get(
        operation.at(), {"path": "/"} if "path" in operation.parameters_in("query") else {}
    )
    assert response["Vary"] == "Accept-Encoding"
    assert not response.cookies


def test_the_language_of_the_browser_changes_nothing(client):
    ArticleFactory()
    answers = {
        client.get(f"{ROOT}articles/?view=full", headers={"Accept-Language": code}).content
        for code in ("lt", "en", "de")
    }
    assert len(answers) == 1


# Languages


def test_an_answer_says_the_languages_that_are_in_it(client):
    english = translated(ArticleFactory())
    ArticleFactory()
    for address, expected in {
        "articles/": "lt",
        "articles/?locale=en": "en",
        "articles/?locale=en&fallback=true": "en, lt",
        "articles/?locale=en&fallback=true&limit=1": "lt",  # the latest is in Lithuanian only
        "events/": "lt",
        "events/?locale=en&fallback=true": "en",  # an empty list: what was asked for
        f"articles/{english.pk}/": "en",
        f"pages/{english.pk}/": "en",
        "pages/?path=/": "lt",
        "pages/?path=/en/": "en",
        "pages/?path=/en/search/": "en",
        "sectors/?locale=en": "en",
    }.items():
        assert client.get(ROOT + address)["Content-Language"] == expected, address


# Scripts of other sites


@EVERY_OPERATION
def test_scripts_of_every_site_may_read(client, operation):
    for response in (
        client.get(operation.at(), headers={"Origin": "https://app.example"}),
        client.get(operation.at() + "?nonsense=1", headers={"Origin": "https://app.example"}),
        client.options(
            operation.at(),
            headers={
                "Origin": "https://app.example",
                "Access-Control-Request-Method": "GET",
                "Access-Control-Request-Headers": "if-none-match",
            },
        ),
    ):
        assert response["Access-Control-Allow-Origin"] == "*"
        assert "GET" in response["Access-Control-Allow-Methods"]
        assert "ETag" in response["Access-Control-Expose-Headers"]
        assert "Access-Control-Allow-Credentials" not in response


def test_a_browser_may_ask_beforehand(client):
    response = client.options(f"{ROOT}articles/")
    assert (response.status_code, response.content) == (204, b"")
    assert response["Access-Control-Allow-Headers"] == "*"
    assert int(response["Access-Control-Max-Age"]) > 0


def test_nothing_else_of_the_site_is_open_to_scripts_of_others(client):
    for address in ("/", "/api/v2/pages/", "/api/v3/pages/"):
        assert "Access-Control-Allow-Origin" not in client.get(address), address


# Methods


def test_head_is_get_without_a_body(client):
    ArticleFactory()
    whole = client.get(f"{ROOT}articles/")
    head = client.head(f"{ROOT}articles/")
    assert (head.status_code, head.content) == (200, b"")
    assert head["Content-Length"] == str(len(whole.content))
    for name in ("Content-Type", "ETag", "Last-Modified", "Cache-Control", "Content-Language"):
        assert head[name] == whole[name], name
    assert client.head(f"{ROOT}articles/{2**31 - 1}/").status_code == 404


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "trace"])
@EVERY_OPERATION
def test_other_methods_are_refused_in_words(client, method, operation):
    response = getattr(client, method)(operation.at())
    problem_of(response, 405, "method-not-allowed")
    assert response["Allow"] == "GET, HEAD, OPTIONS"


# Compression


def test_an_answer_is_compressed_for_who_can_read_it(client):
    ArticleFactory.create_batch(3)
    whole = client.get(f"{ROOT}articles/")
    assert "Content-Encoding" not in whole
    packed = client.get(f"{ROOT}articles/", headers={"Accept-Encoding": "gzip, br"})
    assert packed["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.content) == whole.content
    assert len(packed.content) < len(whole.content) / 2
    assert packed["Content-Length"] == str(len(packed.content))
    again = client.get(
        f"{ROOT}articles/",
        headers={"Accept-Encoding": "gzip", "If-None-Match": packed["ETag"]},
    )
    assert again.status_code == 304


# Errors


@pytest.mark.parametrize(
    "address", ["nothing/", "articles/x/", "articles/1/2/", "articles/-1/", "%00/", "ą/", "."]
)
def test_an_unknown_address_is_answered_in_words(client, address):
    problem_of(client.get(ROOT + address), 404, "not-found")


def test_a_missing_slash_is_added(client):
    response = client.get(f"{ROOT}articles?locale=en")
    assert response.status_code in (301, 308)
    assert response["Location"] == f"{ROOT}articles/?locale=en"
    assert response["Access-Control-Allow-Origin"] == "*"


def test_an_error_of_ours_is_logged_and_says_nothing_of_the_inside(client, monkeypatch, caplog):
    def broken(*args, **kwargs):
        raise RuntimeError("the secret inside")

    monkeypatch.setattr("industry4.delivery.lists.documents", broken)
    client.raise_request_exception = False
    for address in ("articles/", "articles/?view=full"):
        response = client.get(ROOT + address)
        problem = problem_of(response, 500, "internal-error")
        assert "secret" not in response.content.decode()
        assert problem["errors"] == []
    assert "the secret inside" in caplog.text


def test_every_type_of_problem_leads_to_its_explanation(client):
    response = client.get(f"{ROOT}problems/")
    assert response.status_code == 200
    soup = BeautifulSoup(response.content, "html.parser")
    for kind in problems.KINDS:
        section = soup.find(id=kind.slug)
        assert kind.title in section.text
        assert str(kind.status) in section.text
    assert len({kind.slug for kind in problems.KINDS}) == len(problems.KINDS)


@pytest.mark.parametrize("kind", problems.KINDS, ids=lambda kind: kind.slug)
def test_a_problem_is_of_the_kind_that_it_says(kind):
    response = problems.problem(kind, "Something.", {"a": "b"})
    assert response.status_code == kind.status
    assert json.loads(response.content) == {
        "type": f"http://localhost{ROOT}problems/#{kind.slug}",
        "title": kind.title,
        "status": kind.status,
        "detail": "Something.",
        "errors": [{"parameter": "a", "message": "b"}],
    }


def test_every_kind_of_problem_of_the_code_is_explained():
    kinds = [value for value in vars(problems).values() if isinstance(value, problems.Kind)]
    assert set(kinds) == set(problems.KINDS)


# Parameters, of every operation that there is


def queries():
    """Every operation with each of the parameters in its query."""
    return [
        pytest.param(operation, name, id=f"{operation.name}-{name}")
        for operation in OPERATIONS
        for name in operation.parameters_in("query")
    ]


@EVERY_OPERATION
@pytest.mark.parametrize("name", ["nonsense", "Locale", "limit[]", "ą", "\x00", "x" * 1000, ""])
def test_a_parameter_that_is_not_known_is_refused_and_named(client, operation, name):
    response = client.get(operation.at(), {name: "1"})
    assert named(response) == [name[:50]]
    problem_of(response, 422, "unknown-parameter")


@pytest.mark.parametrize("operation, name", queries())
def test_a_parameter_given_twice_is_refused_and_named(client, operation, name):
    for values in (["1", "1"], ["lt", "en"]):
        assert named(client.get(operation.at(), {name: values})) == [name]


@pytest.mark.parametrize("operation, name", queries())
def test_a_parameter_with_a_null_character_is_refused_and_named(client, operation, name):
    response = client.get(operation.at(), {name: "a\x00b"})
    assert named(response) == [name]
    problem_of(response, 422, "invalid-parameter")


@pytest.mark.parametrize("operation, name", queries())
def test_a_parameter_with_a_value_that_cannot_be_is_refused_and_named(client, operation, name):
    response = client.get(operation.at(), {name: "x" * 10_000})
    assert name in named(response)
    problem_of(response, 422, "invalid-parameter")


@pytest.mark.parametrize(
    "operation",
    [each for each in OPERATIONS if "id" in each.parameters_in("path")],
    ids=lambda each: each.name,
)
def test_an_id_that_none_can_have_is_refused_or_not_found(client, operation):
    for pk in (0, 2**31, 10**30, "9" * 1000):
        assert named(client.get(operation.at(id=pk))) == ["id"]
    for pk in ("x", "-1", "1.5", "%00", "\u0661"):
        problem_of(client.get(operation.at(id=pk)), 404, "not-found")
    problem_of(client.get(operation.at()), 404, "not-found")


def test_several_parameters_at_fault_are_all_named(client):
    response = client.get(f"{ROOT}events/?limit=0&status=x&starts_after=y&locale=lt")
    assert set(named(response)) == {"limit", "status", "starts_after"}


def test_what_a_refusal_says_of_a_parameter_is_a_sentence_for_people(client):
    EventFactory(starts_at=timezone.now())
    SectorFactory()
    [error] = get(client, "events/?starts_after=2026-02-30", status=422)["errors"]
    assert error["parameter"] == "starts_after"
    assert len(error["message"]) > 10
    assert "function" not in error["message"]


def test_the_middleware_leaves_other_addresses_alone():
    request = HttpRequest()
    request.method, request.path = "OPTIONS", "/naujienos/"
    answer = object()
    assert DeliveryMiddleware(lambda request: answer)(request) is answer
