"""What stands behind a private link: the entry as a form, for checking, for reading; its files.

The secret in the address is the entrant's key, so no answer is kept anywhere, and none tells the
address to others. It also makes a token against requests from other sites needless: these do not
know it. Nothing depends on a cookie that may have expired while somebody was writing.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.http import FileResponse, Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.cache import add_never_cache_headers
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from industry4.competition.models import Entry
from industry4.core.views import page_not_found

from . import steps, uploads
from .fields import as_text
from .forms import EntryForm
from .pages import (
    TOO_MUCH,
    form_page,
    no_link_page,
    page,
    preview_page,
    reading_page,
    too_much_page,
)
from .steps import NoLink, Stale, TooLate

View = Callable[..., HttpResponseBase]


def private(view: View) -> View:
    """The view of an entry by its private link: a link that is wrong in any way gets the same 404.

    Nobody keeps what it answers, and no other site learns from where its entrant comes.
    """

    @csrf_exempt
    @require_http_methods(["GET", "HEAD", "POST"])
    @wraps(view)
    def opened(request: HttpRequest, key: UUID, secret: str, **rest: Any) -> HttpResponseBase:
        request.too_large = uploads.LimitedUploads(request)  # type: ignore[attr-defined]  # ours
        request.upload_handlers.insert(0, request.too_large)  # type: ignore[attr-defined]  # ours
        response: HttpResponseBase
        try:
            response = view(request, steps.entry_of(key, secret), secret, **rest)
        except NoLink:
            response = no_link_page(request)
        except TOO_MUCH:
            response = too_much_page(request)
        except Http404 as error:
            response = page_not_found(request, error)
        add_never_cache_headers(response)
        response["Referrer-Policy"] = "no-referrer"
        response["X-Robots-Tag"] = "noindex, nofollow"
        return response

    return opened


@private
def entry(request: HttpRequest, entry: Entry, secret: str) -> HttpResponseBase:
    """The entry: its form while it is a draft, the editors' questions, else what was submitted.

    A form that is sent is kept as a draft, whatever is wrong with it.
    """
    if request.method == "POST":
        is_answer = "answer" in request.POST
        return (answered if is_answer else saved)(request, entry, secret)
    edition = steps.edition_of(entry)
    if steps.may_change(entry, edition):
        return form_page(request, EntryForm(entry, edition))
    return reading_page(request, entry, edition)


def saved(request: HttpRequest, entry: Entry, secret: str) -> HttpResponseBase:
    """The draft saved, and what of it cannot stay so; nothing of what was typed is lost.

    Files are kept even where the texts of the form come from a window that is out of date.
    """
    is_stale = False
    try:
        with steps.writing(entry, secret) as (own, edition):
            form = EntryForm(own, edition, request.POST, is_draft=True)
            if not steps.may_change(own, edition):
                raise TooLate
            steps.remove_files(own, form, request.POST.getlist("remove"))
            take_files(request, form)
            try:
                steps.save(own, form, number_in(request, "version"))
            except Stale:
                is_stale = True
                steps.confirmed(own)
                own.save()
    except TooLate:
        names = [
            (str(form[name].label), str(upload.name)) for name, upload in form_files(request, form)
        ]
        typed = [*form.unkept(), *names]
        return reading_page(request, own, edition, typed, is_late=True, status=409)
    if is_stale:
        form.shows_stored = set(form.differing())
        return form_page(request, form, is_stale=True, status=409)
    if form.errors:
        return form_page(request, form, is_saved=True, status=422)
    if "preview" in request.POST:
        return redirect("competition_preview", own.key, secret)
    return redirect(f"{request.path}?saved=1#saved")


def take_files(request: HttpRequest, form: EntryForm) -> None:
    """Keep the files that came with a form, and say at their fields which were not."""
    for name, upload in form_files(request, form):
        try:
            uploads.take(form.entry, form.questions[name].translation_key, upload, form.kept_files)
        except ValidationError as error:
            form.add_error(name, error)
    for name, filename in request.too_large.found:  # type: ignore[attr-defined]
        if form.takes_files(name):
            form.add_error(name, uploads.too_large(filename))


def form_files(request: HttpRequest, form: EntryForm) -> list[tuple[str, UploadedFile]]:
    """The files that came with a form, each with the name of its field."""
    names = [name for name in form.questions if form.takes_files(name)]
    return [(name, upload) for name in names for upload in request.FILES.getlist(name)]


@private
def preview(request: HttpRequest, entry: Entry, secret: str) -> HttpResponseBase:
    """The entry as the jury will read it, what it lacks, the consent, and the button to submit."""
    edition = steps.edition_of(entry)
    if request.method != "POST":
        if not steps.may_change(entry, edition):
            return redirect("competition_entry", entry.key, secret)
        return preview_page(request, EntryForm(entry, edition, is_check=True))
    consent = request.POST.get("consent", "")
    if edition.consent and not consent and steps.may_change(entry, edition):
        form = EntryForm(entry, edition, is_check=True)
        return preview_page(request, form, lacks_consent=True, status=422)
    try:
        lacking = steps.submit(
            entry, secret, version=request.POST.get("version", ""), consent=consent
        )
    except TooLate:
        entry.refresh_from_db()
        return reading_page(request, entry, steps.edition_of(entry), is_late=True, status=409)
    except Stale:
        form = EntryForm(steps.entry_of(entry.key, secret), edition, is_check=True)
        return preview_page(request, form, is_stale=True, status=409)
    if lacking is not None:
        return preview_page(request, lacking, status=422)
    return redirect("competition_entry", entry.key, secret)


@private
def withdraw(request: HttpRequest, entry: Entry, secret: str) -> HttpResponseBase:
    """Ask whether the entry is to be withdrawn, and withdraw it."""
    edition = steps.edition_of(entry)
    if request.method == "POST":
        try:
            steps.withdraw(entry, secret)
        except TooLate:
            entry.refresh_from_db()
            return reading_page(request, entry, edition, is_late=True, status=409)
    elif steps.may_withdraw(entry, edition):
        return page(request, "withdraw", EntryForm(entry, edition))
    return redirect("competition_entry", entry.key, secret)


def answered(request: HttpRequest, entry: Entry, secret: str) -> HttpResponseBase:
    """Answers to the editors' questions kept, and sent once none is missing."""
    typed = {
        question.pk: as_text(request.POST.get(f"answer-{question.pk}", ""))
        for question in entry.questions.all()
    }
    try:
        lacking = steps.answer(entry, secret, typed)
    except TooLate:
        entry.refresh_from_db()
        known = [
            (question.text, typed[question.pk])
            for question in entry.questions.all()
            if typed[question.pk] and typed[question.pk] != question.answer
        ]
        return reading_page(request, entry, steps.edition_of(entry), known, status=409)
    if lacking:
        edition = steps.edition_of(entry)
        return reading_page(request, entry, edition, lacking=lacking, status=422)
    return redirect("competition_entry", entry.key, secret)


@private
def file(request: HttpRequest, entry: Entry, secret: str, file: UUID) -> HttpResponseBase:
    """A file of the entry, to be saved. Raises Http404 for another entry's, or a lost one."""
    found = get_object_or_404(entry.files, key=file)
    try:
        content = found.file.open()
    except FileNotFoundError as error:
        raise Http404 from error
    response = FileResponse(
        content, as_attachment=True, filename=found.name, content_type=found.media_type
    )
    response["X-Content-Type-Options"] = "nosniff"
    return response


def number_in(request: HttpRequest, name: str) -> int:
    """A number of a form; -1, which is no version, for anything else."""
    text = request.POST.get(name, "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else -1
