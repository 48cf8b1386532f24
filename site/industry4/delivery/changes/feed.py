"""The log of changes for apps: first all that there is, then what changes, by one cursor."""

from typing import Annotated, Literal, NamedTuple

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router, Schema
from pydantic import AfterValidator, Field
from pydantic_core import to_json

from industry4.core.translation.states import languages
from industry4.delivery.answers import answer
from industry4.delivery.documents import documents, ensure
from industry4.delivery.models import Change, LogHead, PublishedDocument
from industry4.delivery.pages import public_keys
from industry4.delivery.problems import BUSY, CURSOR_GONE, ProblemError
from industry4.delivery.schemas import Answer, api_url

from .cursors import Cursor, read
from .entries import Entry, entry
from .settle import settle

# How often a part is put together anew where content changes while it is.
TRIES = 3
REFUSALS = {
    "410": {"description": "The log does not reach the cursor: begin without one."},
    "503": {"description": "Too much is being published: ask again in a few seconds."},
}


class ChangesQuery(Schema):
    """From where on, and how much."""

    cursor: Annotated[
        str | None, AfterValidator(lambda text: None if text is None else read(text))
    ] = Field(
        None,
        max_length=100,
        description="From the last answer. Without it: all that there is, as `published`.",
    )
    limit: int = Field(100, ge=1, le=500, description="How many at most.")
    view: Literal["entry", "full"] = Field(
        "entry", description="`full`: each entry has the page in full as its `item`."
    )


def changes_router() -> Router:
    """The operation on the log. Call it after all apps have registered their page types."""
    from industry4.delivery.endpoints import any_page

    class ChangeItem(Entry):
        """An entry of the log."""

        item: any_page() | None = Field(  # type: ignore[valid-type]  # made of the page types
            None,
            description="The page as it is now. Null without `view=full`, for what is no page,"
            " and for what is gone.",
        )

    class Changes(Answer):
        """A part of the log, in order."""

        items: list[ChangeItem]
        cursor: str = Field(description="Keep it: what comes after this part.")
        more: bool = Field(description="Whether there is more at once. If not, ask again later.")
        next: str = Field(description="The address of what comes after this part.")

    router = Router(tags=["changes"])

    @router.get(
        "/changes/",
        response=Changes,
        operation_id="changes",
        summary="What has changed",
        openapi_extra={"responses": REFUSALS},
    )
    def changes(request: HttpRequest, query: Query[ChangesQuery]) -> HttpResponse:
        """What was published, changed, moved, unpublished or deleted, in order, in all languages.

        Without a cursor it begins with all pages that are public now; after them, by the same
        cursor, comes what changes. An app that follows it holds a complete copy: apply entries in
        their order, put what they name, remove what is `unpublished` or `deleted`. Nothing is
        left out that was committed late. A page may be named again without a difference.
        """
        limit = query.limit
        for _try in range(TRIES):
            position = settle()
            part = part_after(query.cursor, limit, position)  # type: ignore[arg-type]  # validated
            # Whatever is given out is kept first, so that the log knows what it is made of.
            if ensure(part.pages, position):
                content = written(part, query, position)
                return answer(request, content, languages=languages(), seconds=0)
            limit = max(limit // 10, 1)
        raise ProblemError(BUSY, "Content is being changed at this moment. Ask again.")

    return router


class PartOfLog(NamedTuple):
    """Entries, the cursor after them, and whether there is more."""

    items: list[Entry]
    cursor: Cursor
    more: bool

    @property
    def pages(self) -> list[int]:
        """The pages that were public when the entries were written, each once."""
        return list(dict.fromkeys(each.id for each in self.items if each.api_url))


def part_after(cursor: Cursor | None, limit: int, position: int) -> PartOfLog:
    """The part of the log, or of the listing before it, after a cursor.

    `position` is the last of the log. Raises ProblemError for a cursor that the log does not reach.
    """
    if cursor is None:
        cursor = Cursor(position, page=0)
    oldest = LogHead.objects.values_list("kept_from", flat=True).first() or 0
    if not oldest <= cursor.position <= position:
        message = "Leave it out to begin anew, and replace your copy."
        raise ProblemError(
            CURSOR_GONE, "The log does not reach this cursor (any more).", cursor=message
        )
    if cursor.page is not None:
        found = list(
            PublishedDocument.objects.filter(pk__gt=cursor.page)
            .defer("card", "full")
            .order_by("pk")[: limit + 1]
        )
        part, more = found[:limit], len(found) > limit
        after = Cursor(cursor.position, part[-1].pk) if more else Cursor(cursor.position)
        # What changed while the listing was read comes after it.
        items = [listed(each) for each in part]
        return PartOfLog(items, after, more or cursor.position < position)
    rows = list(Change.objects.filter(position__gt=cursor.position)[: limit + 1])
    part_of_log, more = rows[:limit], len(rows) > limit
    last = part_of_log[-1].position if part_of_log else cursor.position
    return PartOfLog([entry(each) for each in part_of_log], Cursor(last), more)


def listed(document: PublishedDocument) -> Entry:
    """A public page as an entry of the listing."""
    return entry(
        Change(
            action=Change.Action.PUBLISHED,
            kind=document.kind,
            object_id=document.pk,
            translation_key=document.translation_key,
            locale=document.locale,
            address=document.address,
            **({"at": document.published_at} if document.published_at else {}),
        )
    )


def written(part: PartOfLog, query: ChangesQuery, position: int) -> bytes:
    """The answer as JSON, with the documents of the pages where they are asked for in full."""
    wanted = part.pages if query.view == "full" else []
    public = public_keys(wanted)
    kept = documents([pk for pk in wanted if pk in public], "full", position)
    items = []
    for each in part.items:
        page = kept.get(each.id) if each.api_url else None
        items.append(to_json(each)[:-1] + b',"item":' + (page.json if page else b"null") + b"}")
    asked = f"cursor={part.cursor}&limit={query.limit}&view={query.view}"
    around = {
        "cursor": str(part.cursor),
        "more": part.more,
        "next": f"{api_url('changes/')}?{asked}",
    }
    return to_json(around)[:-1] + b',"items":[' + b",".join(items) + b"]}"
