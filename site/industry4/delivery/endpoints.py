"""Any page, by its address on the site, by its id, or as a draft by a preview link."""

from typing import Annotated, Any, Literal, Union

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import translation
from ninja import Query, Router, Schema
from pydantic import Field, ValidationError

from industry4.core.models import IndexPage
from industry4.core.translation.states import languages
from industry4.media.api import absolute

from .answers import answer
from .changes.settle import settle
from .lists import Id, full_answer
from .pages import TYPES, in_full, public_keys
from .preview_links import ExpiredLink, InvalidLink, page_of
from .problems import EXPIRED_LINK, INCOMPLETE_DRAFT, INVALID_LINK, ProblemError
from .resolve import Moved, SearchForm, resolve
from .schemas import Answer, Language
from .throttling import ClientThrottle


class MovedPage(Answer):
    """An address that leads elsewhere: ask again with the new one."""

    type: Literal["moved"] = "moved"
    url: str = Field(description="Where it leads, here or on another site.")
    permanent: bool


class SearchTranslation(Answer):
    """The search page in a language."""

    locale: Language
    url: str


class SearchPage(Answer):
    """The address of the search page, which is no page of the editors."""

    type: Literal["search"] = "search"
    locale: Language
    url: str
    translations: list[SearchTranslation]


class Address(Schema):
    """An address of the site."""

    path: str = Field(
        max_length=2000,
        description="A path of the site such as `/en/events/?period=past`, or a full address.",
        examples=["/en/events/"],
    )


class Token(Schema):
    """What a preview link carries."""

    token: str = Field(max_length=200, description="From the link, as it is.")


def any_page(*others: Any) -> Any:
    """The type of any page in full, told apart by `type`; every page type is registered by now."""
    full = [page_type.full for page_type in TYPES.values()]
    return Annotated[Union[(*full, *others)], Field(discriminator="type")]


def pages_router() -> Router:
    """The operations on any page. Call it after all apps have registered their page types."""
    router = Router(tags=["pages"])

    @router.get(
        "/pages/",
        response=any_page(MovedPage, SearchPage),
        operation_id="page_by_address",
        summary="The page at an address",
    )
    def page_by_address(request: HttpRequest, query: Query[Address]) -> HttpResponse:
        """The page at any address that the site shows or redirects, in full.

        Enough for a whole screen: lists come with their cards, the home page with all that it
        shows. The answer is `moved` where the address leads elsewhere.
        """
        position = settle()
        found = resolve(request, query.path)
        if isinstance(found, Moved):
            moved = MovedPage(url=found.url, permanent=found.permanent)
            return answer(request, moved, languages=languages())
        if isinstance(found, SearchForm):
            return answer(request, search_page(found.locale), languages=[found.locale])
        if isinstance(found, IndexPage) and found.asked:
            # A part of a list that was asked for by parameters is kept by nobody.
            content = in_full([found])[0]
            return answer(request, content, languages=[found.locale.language_code])
        return full_answer(request, found.pk, position)

    @router.get(
        "/pages/{int:id}/", response=any_page(), operation_id="page", summary="A page by its id"
    )
    def page(request: HttpRequest, id: Id) -> HttpResponse:
        """Any page in full."""
        position = settle()
        if not public_keys([id]):
            raise Http404
        return full_answer(request, id, position)

    @router.get(
        "/preview/",
        response=any_page(),
        operation_id="preview",
        summary="A draft, by a preview link",
        throttle=ClientThrottle("API_PREVIEWS_PER_MINUTE"),
    )
    def preview(request: HttpRequest, query: Query[Token]) -> HttpResponse:
        """The newest draft of a page in the form of the page itself.

        An editor copies the link in the page editor and sends it to whoever should read the
        draft. It works for a limited time, and nothing keeps the answer.
        """
        try:
            draft: Any = page_of(query.token)
        except ExpiredLink as error:
            message = "Copy a new link from the page editor."
            raise ProblemError(EXPIRED_LINK, "The link is too old.", token=message) from error
        except InvalidLink as error:
            message = "It is not a token of this site."
            raise ProblemError(INVALID_LINK, "The link is not valid.", token=message) from error
        try:
            content = in_full([draft])[0]
        except ValidationError as error:
            missing = {str(each["loc"][0]): each["msg"] for each in error.errors()}
            raise ProblemError(
                INCOMPLETE_DRAFT, "The draft is not complete yet.", **missing
            ) from error
        return answer(request, content, languages=[draft.locale.language_code], private=True)

    return router


def search_page(language: str) -> SearchPage:
    """The search page of a language, with its addresses in all."""
    addresses = {}
    for code in languages():
        with translation.override(code):
            addresses[code] = absolute(reverse("search"))
    return SearchPage.model_validate(
        {
            "locale": language,
            "url": addresses[language],
            "translations": [{"locale": code, "url": url} for code, url in addresses.items()],
        }
    )
