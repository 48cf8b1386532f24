"""Articles in the delivery API: which are listed, in what order, and what is said of them."""

import datetime

import pytest
from django.utils import timezone

from ecosystem.tests.api import BUDGET, HOSTILE, ROOT, costs, get, refused, titles
from ecosystem.tests.factories import CompetitionFactory, InitiativeFactory, MemberFactory
from industry4.testing.budgets import cost
from industry4.testing.factories import translated
from news.models import ArticleAuthor, ArticleSubject, NewsIndexPage
from news.tests.factories import ArticleFactory, EventFactory, full_article

pytestmark = pytest.mark.django_db


def local(*when):
    """A moment of Lithuanian time."""
    return datetime.datetime(*when, tzinfo=timezone.get_default_timezone())


def about(*subjects, **kwargs):
    """A published article about these pages."""
    article = ArticleFactory(**kwargs)
    article.subjects = [
        ArticleSubject(locale=article.locale, subject=page, sort_order=number)
        for number, page in enumerate(subjects)
    ]
    article.save_revision().publish()
    return article


# What is said of an article


def test_a_card_is_what_a_listing_shows_and_full_is_everything(client):
    article = full_article(title="Robotai", intro="Trumpai.", category="story")
    [card] = get(client, "articles/")["items"]
    [full] = get(client, "articles/?view=full")["items"]
    assert (card["view"], full["view"]) == ("card", "full")
    assert (card["id"], card["type"], card["locale"]) == (article.pk, "article", "lt")
    assert (card["title"], card["intro"], card["category"]) == ("Robotai", "Trumpai.", "story")
    assert card["url"] == article.full_url
    assert card["api_url"] == f"http://localhost{ROOT}pages/{article.pk}/"
    assert card["listing_image"]["alt"] == "Robotas prie stalo"
    assert set(full) - set(card) == {
        *("seo_title", "description", "social_image", "breadcrumbs"),
        *("authors", "body", "subjects"),
    }
    assert {name: full[name] for name in card} == {**card, "view": "full"}


def test_an_article_in_full_has_its_authors_subjects_and_body(client):
    article = full_article(
        title="Robotai", seo_title="Robotai mokyklose", search_description="Apie robotus."
    )
    member = article.subjects.get().subject
    answer = get(client, f"articles/{article.pk}/")
    assert answer == get(client, "articles/?view=full")["items"][0]
    assert answer["authors"] == ["Vardenė Pavardenė"]
    assert (answer["seo_title"], answer["description"]) == ("Robotai mokyklose", "Apie robotus.")
    assert answer["subjects"] == [
        {
            "id": member.pk,
            "type": "member",
            "locale": "lt",
            "title": member.title,
            "url": member.full_url,
        }
    ]
    assert [page["type"] for page in answer["breadcrumbs"]] == ["home", "article_list"]
    text, figure = answer["body"]
    assert (text["type"], figure["type"]) == ("text", "figure")
    assert text["value"] == f'<p>Daugiau <a href="{member.full_url}">apie narį</a>.</p>'
    assert figure["value"]["caption"] == "Robotas"


def test_rows_come_in_the_order_of_the_editor(client):
    first, second = InitiativeFactory(), EventFactory()
    article = about(second, first)
    article.authors = [
        ArticleAuthor(locale=article.locale, name=name, sort_order=number)
        for number, name in enumerate(("Ž", "A"))
    ]
    article.save_revision().publish()
    answer = get(client, f"articles/{article.pk}/")
    assert [page["id"] for page in answer["subjects"]] == [second.pk, first.pk]
    assert answer["authors"] == ["Ž", "A"]


def test_moments_are_lithuanian_time_with_its_offset(client):
    winter = ArticleFactory(published_at=local(2026, 1, 5, 23, 30))
    summer = ArticleFactory(published_at=datetime.datetime(2026, 7, 5, 21, 30, tzinfo=datetime.UTC))
    for article, expected in (
        (winter, "2026-01-05T23:30:00+02:00"),
        (summer, "2026-07-06T00:30:00+03:00"),
    ):
        answer = get(client, f"articles/{article.pk}/")
        assert answer["published_at"] == expected
        for name in ("first_published_at", "updated_at"):
            assert datetime.datetime.fromisoformat(answer[name]).utcoffset()


def test_an_english_article_is_english_throughout(client):
    article = full_article(title="Robotai", intro="Trumpai.")
    member = article.subjects.get().subject
    english = translated(article, title="Robots", intro="In short.")
    english_member = translated(member, title="A member")
    answer = get(client, f"articles/{english.pk}/")
    assert (answer["locale"], answer["title"], answer["intro"]) == ("en", "Robots", "In short.")
    assert answer["subjects"][0]["url"] == english_member.full_url
    assert f'href="{english_member.full_url}"' in answer["body"][0]["value"]
    assert answer["body"][1]["value"]["image"]["alt"] == "A robot at a table"
    assert [page["locale"] for page in answer["breadcrumbs"]] == ["en", "en"]
    lithuanian = get(client, f"articles/{article.pk}/")
    assert f'href="{member.full_url}"' in lithuanian["body"][0]["value"]
    assert lithuanian["body"][1]["value"]["image"]["alt"] == "Robotas prie stalo"


def test_an_article_says_its_translations_with_their_state(client):
    article = ArticleFactory()
    missing = {"locale": "en", "id": None, "url": None, "state": "missing"}
    source = {"locale": "lt", "id": article.pk, "url": article.full_url, "state": "source"}
    assert get(client, f"articles/{article.pk}/")["translations"] == [source, missing]
    english = translated(article)
    current = {"locale": "en", "id": english.pk, "url": english.full_url, "state": "current"}
    assert get(client, f"articles/{english.pk}/")["translations"] == [source, current]
    article.title = "Kitaip"
    article.save_revision().publish()
    for address in ("articles/", "articles/?locale=en"):
        [card] = get(client, address)["items"]
        assert card["translations"] == [source, {**current, "state": "stale"}]


def test_a_subject_that_is_not_public_is_left_out(client):
    shown, withdrawn = MemberFactory(), MemberFactory()
    article = about(withdrawn, shown)
    withdrawn.unpublish()
    found = get(client, f"articles/{article.pk}/")["subjects"]
    assert [page["id"] for page in found] == [shown.pk]


# Which articles


def test_each_language_has_its_own_list(client):
    english = translated(ArticleFactory(title="Robotai"), title="Robots")
    ArticleFactory(title="Only in English", parent=english.get_parent())
    assert titles(client, "articles/") == titles(client, "articles/?locale=lt") == ["Robotai"]
    assert set(titles(client, "articles/?locale=en")) == {"Robots", "Only in English"}


def test_fallback_adds_what_exists_only_in_the_other_language(client):
    both = ArticleFactory(title="Abiem kalbomis", published_at=local(2026, 1, 1))
    english = translated(both, title="In both languages")
    ArticleFactory(title="Tik lietuviškai", published_at=local(2026, 1, 2))
    ArticleFactory(
        title="In English only", parent=english.get_parent(), published_at=local(2026, 1, 3)
    )
    found = get(client, "articles/?fallback=true")
    assert [(item["title"], item["locale"]) for item in found["items"]] == [
        ("In English only", "en"),
        ("Tik lietuviškai", "lt"),
        ("Abiem kalbomis", "lt"),
    ]
    found = get(client, "articles/?fallback=true&locale=en&view=full")
    assert [(item["title"], item["locale"]) for item in found["items"]] == [
        ("In English only", "en"),
        ("Tik lietuviškai", "lt"),
        ("In both languages", "en"),
    ]
    assert found["count"] == 3


@pytest.mark.parametrize("category", ["news", "announcement", "story", "interview"])
def test_articles_are_found_by_category(client, category):
    for each in ("news", "announcement", "story", "interview"):
        ArticleFactory(title=each, category=each)
    assert titles(client, f"articles/?category={category}") == [category]


@pytest.mark.parametrize(
    "value",
    [
        "2026-05-02",  # a day begins at midnight in Lithuania
        "2026-05-02T00:00:00%2B03:00",
        "2026-05-01T21:00:00Z",
        "2026-05-01T23:00:00%2B02:00",
        "2026-05-02T00:00:00",  # without an offset: Lithuanian time
        "2026-05-02T00:00",
    ],
)
def test_a_moment_divides_articles_in_two(client, value):
    ArticleFactory(title="Prieš", published_at=local(2026, 5, 1, 23, 59, 59))
    ArticleFactory(title="Tada", published_at=local(2026, 5, 2))
    assert titles(client, f"articles/?published_after={value}") == ["Tada"]
    assert titles(client, f"articles/?published_before={value}") == ["Prieš"]


def test_articles_are_found_between_two_days(client):
    for day in (1, 2, 3):
        ArticleFactory(title=str(day), published_at=local(2026, 1, day, 12))
    query = "published_after=2026-01-02&published_before=2026-01-03"
    assert titles(client, f"articles/?{query}") == ["2"]


@pytest.mark.parametrize(
    "factory", [MemberFactory, InitiativeFactory, EventFactory, CompetitionFactory]
)
def test_articles_are_found_by_what_they_are_about_in_either_language(client, factory):
    subject = factory()
    english = translated(subject)
    wanted = about(factory(), subject, title="Apie jį")
    about(factory(), title="Apie kitą")
    translated(wanted, title="About it")
    for pk in (subject.pk, english.pk):
        assert titles(client, f"articles/?about={pk}") == ["Apie jį"]
        assert titles(client, f"articles/?about={pk}&locale=en") == ["About it"]


def test_an_article_that_names_a_subject_twice_is_listed_once(client):
    subject = MemberFactory()
    about(subject, subject)
    answer = get(client, f"articles/?about={subject.pk}")
    assert (answer["count"], len(answer["items"])) == (1, 1)


def test_an_id_of_nothing_finds_nothing(client):
    about(MemberFactory())
    assert titles(client, f"articles/?about={2**31 - 1}") == []


def test_filters_hold_together(client):
    member = MemberFactory()
    about(member, title="Taip", category="story", published_at=local(2026, 1, 2))
    about(member, title="Kita rūšis", category="news", published_at=local(2026, 1, 2))
    about(member, title="Per anksti", category="story", published_at=local(2025, 1, 2))
    ArticleFactory(title="Ne apie jį", category="story", published_at=local(2026, 1, 2))
    query = f"about={member.pk}&category=story&published_after=2026-01-01"
    assert titles(client, f"articles/?{query}") == ["Taip"]


def test_articles_are_listed_latest_first_or_as_asked(client):
    for day, title in ((1, "B"), (3, "A"), (2, "C")):
        ArticleFactory(title=title, published_at=local(2026, 1, day))
    for order, expected in {
        "-published_at": ["A", "C", "B"],
        "published_at": ["B", "C", "A"],
        "title": ["A", "B", "C"],
        "-title": ["C", "B", "A"],
    }.items():
        assert titles(client, f"articles/?order={order}") == expected, order
    assert titles(client, "articles/") == ["A", "C", "B"]


def test_next_and_previous_walk_through_the_whole_list_once(client):
    member = MemberFactory()
    when = local(2026, 1, 1)
    for number in range(7):  # of one moment, so that only the order of the list tells them apart
        about(member, title=f"Nr. {number}", published_at=when)
    whole = titles(client, "articles/")
    first = f"{ROOT}articles/?about={member.pk}&limit=3&view=full"
    forth, back, address = [], [], first
    while address:
        answer = client.get(address).json()
        assert answer["count"] == 7
        forth.append([item["title"] for item in answer["items"]])
        last, address = address, answer["next"]
    assert [len(part) for part in forth] == [3, 3, 1]
    assert [title for part in forth for title in part] == whole
    address = last
    while address:
        answer = client.get(address).json()
        assert all(item["view"] == "full" for item in answer["items"])
        back.insert(0, [item["title"] for item in answer["items"]])
        address = answer["previous"]
    assert back == forth
    assert client.get(first).json()["previous"] is None


def test_a_part_beyond_the_end_is_empty_and_leads_back(client):
    ArticleFactory()
    answer = get(client, "articles/?offset=50&limit=20")
    assert (answer["count"], answer["items"], answer["next"]) == (1, [], None)
    assert "offset=30" in answer["previous"]


def test_an_empty_list_is_a_list(client):
    assert get(client, "articles/") == {"count": 0, "next": None, "previous": None, "items": []}


# Refusals


@pytest.mark.parametrize(
    "name, value",
    [
        *[(name, value) for name in ("about", "category", "limit") for value in HOSTILE],
        *[
            (name, value)
            for name in ("published_after", "published_before")
            for value in [
                *("x", "", "%00", "2026-02-30", "2026-13-01", "10000-01-01", "yesterday"),
                *("2026-01-01T25:00", "9999-12-31T23:59:59-23:59", "9" * 10_000),
            ]
        ],
        ("order", "pk"),
        ("view", "row"),
        ("locale", "de"),
        ("fallback", "perhaps"),
        ("offset", "-1"),
        ("offset", "99999999999999999999"),
        ("limit", "101"),
        ("starts_after", "2026-01-01"),
        ("nonsense", "1"),
    ],
)
def test_what_cannot_be_understood_is_refused_and_named(client, name, value):
    assert refused(client, f"articles/?{name}={value}") == [name]


@pytest.mark.parametrize("value", ["0001-01-01", "9999-12-31T23:59:59Z"])
def test_the_ends_of_time_are_no_error(client, value):
    for name in ("published_after", "published_before"):
        response = client.get(f"{ROOT}articles/?{name}={value}")
        assert response.status_code in (200, 422)


def test_what_is_no_public_article_is_not_found(client):
    draft, event = ArticleFactory(published=False), EventFactory()
    index = NewsIndexPage.objects.get(locale__language_code="lt")
    for pk in (draft.pk, event.pk, index.pk, 2**31 - 1):
        get(client, f"articles/{pk}/", status=404)
    assert titles(client, "articles/") == []


# Cost


def test_a_list_costs_the_same_queries_for_1_and_for_20(client):
    for _number in range(20):
        full_article()
    for view, most in [("card", 4), ("full", BUDGET)]:
        found = costs(client, "articles", view)
        assert found[0] == found[1] <= most


def test_an_article_costs_few_queries(client):
    assert cost(client, f"{ROOT}articles/{full_article().pk}/") <= BUDGET
