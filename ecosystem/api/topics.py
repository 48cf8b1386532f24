"""Sectors and technologies: by their slugs members are filtered in either language."""

from typing import Annotated, Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from ninja import Query, Router
from pydantic import BeforeValidator, Field

from ecosystem.models import Sector, Technology
from industry4.core.public import is_due
from industry4.core.translation.states import languages
from industry4.delivery.answers import answer
from industry4.delivery.lists import Id, Part, envelope
from industry4.delivery.schemas import Answer, Language, Listing, Topic

router = Router()

TopicModel = type[Sector] | type[Technology]


def topics(relation: str) -> BeforeValidator:
    """Turns rows that name topics by `relation` into these topics."""
    return BeforeValidator(lambda found: [getattr(row, relation) for row in found])


class TopicTranslation(Answer):
    """A topic in one language."""

    locale: Language
    id: int | None = Field(description="Null where it is missing.")


class TopicEntry(Topic):
    """A sector or a technology with its translations."""

    locale: Language = Field(description="The language of its name.")
    translations: list[TopicTranslation] = Field(description="One for each language of the site.")


class TopicList(Listing):
    """A part of the sectors or the technologies."""

    items: list[TopicEntry]


class TopicQuery(Part):
    """Which sectors or technologies."""

    locale: Annotated[Language, Field(description="The language of the list.")] = "lt"


def live(model: TopicModel) -> QuerySet[Any]:
    """What is published of a kind of topic."""
    topics: Any = model.objects
    return topics.filter(is_due()).select_related("locale")


def entries(model: TopicModel, topics: list[Any]) -> list[TopicEntry]:
    """The topics with their translations: one query for all."""
    ids: dict[object, dict[str, int]] = {}
    for topic in live(model).filter(translation_key__in=[each.translation_key for each in topics]):
        ids.setdefault(topic.translation_key, {})[topic.locale.language_code] = topic.pk
    return [
        TopicEntry.model_validate(
            {
                "id": topic.pk,
                "slug": topic.slug,
                "name": topic.name,
                "locale": topic.locale.language_code,
                "translations": [
                    {"locale": code, "id": ids[topic.translation_key].get(code)}
                    for code in languages()
                ],
            }
        )
        for topic in topics
    ]


def topic_list(request: HttpRequest, query: TopicQuery, model: TopicModel) -> HttpResponse:
    """The part of the topics that was asked for, by name."""
    found = live(model).filter(locale__language_code=query.locale).order_by("name", "pk")
    part = list(found[query.offset : query.offset + query.limit])
    return answer(
        request,
        {**envelope(request, query, found.count()), "items": entries(model, part)},
        languages=[query.locale],
        changed=[topic.last_published_at for topic in part],
    )


def topic_item(request: HttpRequest, model: TopicModel, pk: int) -> HttpResponse:
    """One topic. Raises Http404 where none is published under that id."""
    topic = get_object_or_404(live(model), pk=pk)
    return answer(
        request,
        entries(model, [topic])[0],
        languages=[topic.locale.language_code],
        changed=[topic.last_published_at],
    )


@router.get("/sectors/", response=TopicList, operation_id="sectors", summary="Sectors")
def sectors(request: HttpRequest, query: Query[TopicQuery]) -> HttpResponse:
    """The branches of industry and education that members work in."""
    return topic_list(request, query, Sector)


@router.get("/sectors/{int:id}/", response=TopicEntry, operation_id="sector", summary="A sector")
def sector(request: HttpRequest, id: Id) -> HttpResponse:
    """A sector in the language of its id."""
    return topic_item(request, Sector, id)


@router.get(
    "/technologies/", response=TopicList, operation_id="technologies", summary="Technologies"
)
def technologies(request: HttpRequest, query: Query[TopicQuery]) -> HttpResponse:
    """The technologies that members work with."""
    return topic_list(request, query, Technology)


@router.get(
    "/technologies/{int:id}/",
    response=TopicEntry,
    operation_id="technology",
    summary="A technology",
)
def technology(request: HttpRequest, id: Id) -> HttpResponse:
    """A technology in the language of its id."""
    return topic_item(request, Technology, id)
