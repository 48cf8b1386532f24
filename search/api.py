"""The site's search in the delivery API: results with their highlights, and suggestions."""

import datetime
from collections.abc import Iterable
from typing import Annotated, Any, Literal

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import translation
from ninja import Query, Router, Schema
from pydantic import AfterValidator, AliasPath, Field
from wagtail.models import Page, Site

from ecosystem.api.members import Municipality
from ecosystem.api.parameters import Day
from industry4.core.response_cache import never_stored
from industry4.delivery.answers import answer
from industry4.delivery.lists import Part, Slug, envelope
from industry4.delivery.schemas import Answer, Language, Listing, api_url
from industry4.media.models import Document

from . import asked, kinds
from .engine import FEW, FEWER_THAN_HOPED, Found, Result, Search
from .narrowing import Narrowing
from .promotions import promoted
from .questions import LONGEST, Question, read
from .suggestions import did_you_mean, suggested

router = Router(tags=["search"])

PageKind = Literal[
    "article", "event", "member", "initiative", "strategy_document", "competition", "page"
]
Kind = Literal[PageKind, "document"]


def question_of(text: str) -> Question:
    """What a line of text asks. Raises ValueError with a sentence for developers, in English."""
    with translation.override("en"):
        try:
            return read(text)
        except ValidationError as error:
            raise ValueError(error.message) from error


def readable(text: str) -> str:
    """The text. Raises ValueError where it asks nothing that can be searched for."""
    question_of(text)
    return text


class SearchQuery(Part):
    """What is looked for, and where."""

    # Stays a text: its address is the form in which `next` and `previous` repeat it.
    q: Annotated[str, AfterValidator(readable)] = Field(
        description=f'Words in any of their forms, "phrases" and -exclusions: at most {LONGEST}'
        " characters with one word at least.",
        examples=["robot"],
    )
    locale: Language = Field(
        "lt", description="The language of the pages, and of the words in `q`."
    )
    kind: Kind | None = Field(None, description="Results of this kind only.")
    since: Day | None = Field(None, description="Published or taking place on this day or later.")
    until: Day | None = Field(None, description="Published or taking place on this day or earlier.")
    sector: Slug | None = Field(
        None, description="The slug of a sector: its members, and what they have a part in."
    )
    municipality: Municipality | None = Field(
        None, description="Its members, and what they have a part in."
    )

    @property
    def narrowing(self) -> Narrowing:
        """What the results are narrowed by."""
        return Narrowing(
            kind=self.kind or "",
            since=self.since,
            until=self.until,
            sector=self.sector or "",
            municipality=self.municipality or "",
        )


class Highlights(Answer):
    """What was found in an item, as HTML whose only element is `<mark>`."""

    title: str = Field(description="The title.")
    text: str = Field(description="A passage of the text; `…` stands for what is left out.")


class SearchResult(Answer):
    """A page or a file that was found."""

    type: Kind = Field(description="`page`: of any other type; `document`: a file.")
    id: int = Field(description="Of the page or of the file: `type` says which.")
    locale: Literal["lt", "en", "mul", "zxx"] = Field(
        description="Its language; of files also `mul`: Lithuanian and English, `zxx`: none."
    )
    title: str
    url: str = Field(description="Its address on the site.")
    api_url: str | None = Field(
        description="Where this API answers with the page in full; null for a file."
    )
    first_day: datetime.date | None = Field(
        description="The day on which it was published or begins; null: it has none."
    )
    last_day: datetime.date | None = Field(
        description="The day on which it ends; null: it goes on, or has no days."
    )
    highlights: Highlights


class SearchFacet(Answer):
    """How many results a value of a parameter would leave."""

    value: Kind
    name: str = Field(description="To be shown, in the language of the search.")
    count: int


class SearchFacets(Answer):
    """What the results can be narrowed by, by the names of the parameters."""

    kind: list[SearchFacet] = Field(
        description="The kinds that were found, whichever of them `kind` asks for."
    )


class PromotedResult(Answer):
    """What editors chose to stand above the results."""

    title: str
    url: str = Field(validation_alias="address")
    description: str = Field(description="May be empty.")


class OtherLanguage(Answer):
    """How many results the same question has in the other language."""

    locale: Language
    count: int


class SearchResults(Listing):
    """A part of what was found, the best first, and what helps to find more or less."""

    items: list[SearchResult]
    facets: SearchFacets
    promoted: list[PromotedResult] = Field(description="On the first part only.")
    did_you_mean: str | None = Field(
        description="A better spelling, to be asked as `q`: only where little was found."
    )
    in_other_language: OtherLanguage | None = Field(
        description=f"Only where fewer than {FEWER_THAN_HOPED} were found here, and some there."
    )


class SuggestQuery(Schema):
    """What has been typed so far."""

    q: str = Field("", max_length=LONGEST, description="The last word may be the beginning of one.")
    locale: Language = Field("lt", description="The language of the pages.")
    limit: int = Field(6, ge=1, le=20, description="How many at most.")


class SearchSuggestion(Answer):
    """A page whose title has the words typed so far."""

    type: PageKind = Field(
        validation_alias=AliasPath("kind", "name"), description="`page`: of any other type."
    )
    id: int
    title: str
    url: str = Field(validation_alias="address", description="Its address on the site.")


class SearchSuggestions(Answer):
    """The pages to suggest, the best first."""

    items: list[SearchSuggestion]


def site_of(request: HttpRequest) -> Site:
    """The site that is asked. Raises Http404 where there is none."""
    if site := Site.find_for_request(request):
        return site
    raise Http404


def is_page(result: Result) -> bool:
    """Whether a result is a page, not a file."""
    return result.kind.model is not Document


def result_data(result: Result) -> dict[str, Any]:
    """A result in the form of `SearchResult`."""
    return {
        "type": result.kind.name,
        "id": result.id,
        "locale": result.language,
        "title": result.title,
        "url": result.address,
        "api_url": api_url(f"pages/{result.id}/") if is_page(result) else None,
        "first_day": result.first_day,
        "last_day": result.last_day,
        "highlights": {"title": result.marked_title, "text": result.snippet},
    }


def facets(found: Found, language: str) -> list[dict[str, Any]]:
    """The kinds that were found, in their own order, in the form of `SearchFacet`."""
    with translation.override(language):
        return [
            {"value": kind.name, "name": str(kind.many), "count": found.kinds[kind.name]}
            for kind in kinds.KINDS
            if found.kinds[kind.name]
        ]


def published(pages: Iterable[int]) -> Iterable[datetime.datetime | None]:
    """When the pages with these keys were last published."""
    return Page.objects.filter(pk__in=list(pages)).values_list("last_published_at", flat=True)


@router.get("/search/", response=SearchResults, operation_id="search", summary="Search")
def search(request: HttpRequest, query: Query[SearchQuery]) -> HttpResponse:
    """Pages and files that have the words, in any of their forms, the best first.

    Diacritics may be left out: `panevezys` finds Panevėžys.
    """
    question, narrowing = question_of(query.q), query.narrowing
    site = site_of(request)
    asking = Search(question, query.locale, site, narrowing)
    found = asking.found(query.offset, query.limit)
    there = asking.elsewhere(found, size=0) if found.count < FEWER_THAN_HOPED else None
    above = [] if query.offset else promoted(question, query.locale, site)
    hint = did_you_mean(question, query.locale, site) if found.count < FEW else ""
    content = SearchResults.model_validate(
        {
            **envelope(request, query, found.count),
            "items": [result_data(result) for result in found.results],
            "facets": {"kind": facets(found, query.locale)},
            "promoted": above,
            "did_you_mean": hint or None,
            "in_other_language": there and {"locale": there.language, "count": there.count},
        }
    )
    response = answer(
        request,
        content,
        languages=[query.locale],
        changed=published(each.id for each in found.results if is_page(each)),
    )
    # Editors read what is asked, wherever it is asked. Nothing of the answer depends on that, so
    # caches on the way may keep it, but not our own: it would hide who asks. What they show again
    # is not counted, nor is a reader who has it already (304). More of the same results, or fewer
    # of them, is no new question.
    if response.status_code == 200 and not query.offset and narrowing == Narrowing():
        asked.count(question, query.locale, found.count)
    return never_stored(response)


@router.get(
    "/search/suggest/",
    response=SearchSuggestions,
    operation_id="search_suggestions",
    summary="Suggestions while typing",
)
def suggest(request: HttpRequest, query: Query[SuggestQuery]) -> HttpResponse:
    """Pages whose title has the words typed so far; none before there are two letters."""
    found = suggested(query.q, query.locale, site_of(request), query.limit)
    return answer(
        request,
        SearchSuggestions.model_validate({"items": found}),
        languages=[query.locale],
        changed=published(each.id for each in found),
    )
