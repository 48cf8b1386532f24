"""The pages behind a private link: what each of them is given."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest
from django.template.response import TemplateResponse

from ecosystem.models import CompetitionPage
from ecosystem.stages import Stage
from industry4.competition.editions import Edition
from industry4.competition.models import Entry, Question, RecordEntry
from industry4.core.public import public_pages

from . import steps
from .fields import VERSION, as_text, limited, version_of
from .forms import OWN, EntryForm
from .outcome import outcome

TOO_MUCH = (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent)


def page(
    request: HttpRequest, name: str, form: EntryForm, status: int = 200, **context: Any
) -> TemplateResponse:
    """A page of the entry of a form, with what all of them show."""
    entry, edition = form.entry, form.edition
    match: Any = request.resolver_match
    shared = {
        "entry": entry,
        "edition": edition.page(),
        "secret": match.kwargs["secret"],
        "form": form,
        "closes_at": edition.closes_at,
        "may_withdraw": steps.may_withdraw(entry, edition),
        "stage": edition.stage,
    }
    return TemplateResponse(
        request, f"competition/entering/{name}.html", {**shared, **context}, status=status
    )


def form_page(
    request: HttpRequest,
    form: EntryForm,
    *,
    is_saved: bool = False,
    is_stale: bool = False,
    status: int = 200,
) -> TemplateResponse:
    """The form. `is_saved`: what can be kept is; `is_stale`: nothing is, and the fields say why."""
    return page(
        request,
        "entry",
        form,
        status,
        is_saved=is_saved or "saved" in request.GET,
        is_stale=is_stale,
        too_long=form.too_long() if form.is_bound else [],
        only_files=all(form.takes_files(name) for name in form.errors),
    )


def preview_page(
    request: HttpRequest,
    form: EntryForm,
    *,
    lacks_consent: bool = False,
    is_stale: bool = False,
    status: int = 200,
) -> TemplateResponse:
    """The entry for checking. `form` has validated what is kept; its errors are what is missing."""
    text = form.edition.consent
    return page(
        request,
        "preview",
        form,
        status,
        consent_text=text,
        consent_version=version_of(text),
        lacks_consent=lacks_consent,
        is_stale=is_stale,
    )


def reading_page(
    request: HttpRequest,
    entry: Entry,
    edition: Edition,
    typed: Iterable[tuple[str, str]] = (),
    *,
    lacking: Sequence[Question] = (),
    is_late: bool = False,
    status: int = 200,
) -> TemplateResponse:
    """The entry for reading, with where it stands.

    `typed` is what came too late to be kept, by its labels; `lacking` are the editors' questions
    that lack an answer, or with one that is too long.
    """
    wrong = {question.pk: question for question in lacking}
    questions = [wrong.get(question.pk, question) for question in entry.questions.all()]
    may_answer = steps.may_answer(entry, edition)
    refusal = None
    if entry.state == Entry.State.REFUSED:
        refusal = RecordEntry.objects.filter(
            edition=entry.edition, entry_number=entry.number, act=RecordEntry.Act.REFUSED
        ).last()
    return page(
        request,
        "reading",
        EntryForm(entry, edition),
        status,
        typed=list(typed),
        is_late=is_late or bool(typed),
        is_closed=entry.state in (Entry.State.UNCONFIRMED, Entry.State.DRAFT),
        is_ahead=edition.stage == Stage.ANNOUNCED,
        is_over=edition.stage in (Stage.DECIDED, Stage.PUBLISHED),
        may_begin=edition.source.live and edition.takes_entries,
        outcome=outcome(entry) if edition.stage == Stage.PUBLISHED else "",
        asked=[question for question in questions if not question.answered_at]
        if may_answer
        else [],
        questions=[question for question in questions if question.answered_at or not may_answer],
        lacking=list(wrong),
        answer_help=limited("", steps.LONGEST_ANSWER),
        refusal=refusal,
        consents=entry.consents.all(),
    )


def no_link_page(request: HttpRequest) -> TemplateResponse:
    """What a wrong link gets, and one that has ended: the same, whether there is such an entry.

    It leads to where a new link is asked for, and gives back what was typed.
    """
    try:
        sent = list(request.POST.lists())
    except TOO_MUCH:
        sent = []
    texts = [
        as_text(value)
        for name, values in sent
        if name in OWN or name.startswith(("question-", "answer-"))
        for value in values
        if not VERSION.fullmatch(value)
    ]
    pages = public_pages(CompetitionPage).select_related("locale")
    of_language = sorted(pages, key=lambda page: page.locale.language_code == request.LANGUAGE_CODE)
    editions = {page.year: page for page in of_language}
    context = {
        "editions": [editions[year] for year in sorted(editions, reverse=True)],
        "typed": [text for text in texts if text],
        "is_error": True,
    }
    return TemplateResponse(request, "competition/entering/no_link.html", context, status=404)


def too_much_page(request: HttpRequest) -> TemplateResponse:
    """What a form gets that is larger than any can be. The rest of it is read, or browsers would
    show their own page, and not this.
    """
    while request.read(1 << 16):
        pass
    context = {"is_error": True}
    return TemplateResponse(request, "competition/entering/too_much.html", context, status=413)
