"""Entering as an entrant does it: by the private link, with the form as the page gives it."""

import io
import zipfile

from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from ecosystem.models import CompetitionPage
from industry4.competition.entering.fields import VERSION, version_of
from industry4.competition.entering.uploads import KINDS
from industry4.competition.models import Entry
from industry4.testing.factories import image_file

PDF = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"


def link(entry, name="entry", secret=None, **kwargs):
    """The path of a page of the entry."""
    given = {"key": entry.key, "secret": secret or entry.secret, **kwargs}
    return reverse(f"competition_{name}", kwargs=given)


def soup(response):
    return BeautifulSoup(response.content, "html.parser")


def text_of(response):
    return " ".join(soup(response).main.get_text(" ").split())


def questions(edition):
    """The names of the fields of the edition's questions, by their kinds."""
    return {row.kind: f"question-{row.translation_key}" for row in edition.source.questions.all()}


def conditions(edition):
    """The names of the boxes of the edition's conditions."""
    return [f"question-{row.translation_key}" for row in edition.source.eligibility.all()]


def confirmed(edition):
    """All conditions ticked, as they read now."""
    texts = [row.text for row in edition.source.eligibility.all()]
    return dict(zip(conditions(edition), map(version_of, texts), strict=True))


def form_of(response):
    """What the form of a page holds, as a browser would send it, without its buttons."""
    form = soup(response).select_one("main form[method=post]")
    values = {}
    for field in form.select("[name]"):
        if field.name == "textarea":
            values[field["name"]] = field.get_text().removeprefix("\n")
        elif field.name == "select":
            chosen = field.select_one("option[selected]")
            values[field["name"]] = chosen["value"] if chosen else ""
        elif field.name == "button" or field.get("type") == "file":
            continue
        elif field.get("type") != "checkbox":
            values[field["name"]] = field.get("value", "")
        elif field.has_attr("checked"):
            values[field["name"]] = field.get("value", "on")
    return values


def save(client, entry, changes=(), secret=None, button="save"):
    """Open the form, change something, and press a button."""
    address = link(entry, secret=secret)
    form = {**form_of(client.get(address)), **dict(changes), button: "1"}
    return client.post(address, form)


def complete(client, entry, edition, **changes):
    """Save the draft with all that is needed to submit it."""
    category = edition.source.categories.first()
    answers = {
        "company": "Robotai UAB",
        "innovation": "Virinantis robotas",
        questions(edition)["long"]: "Jis virina pats.",
        **({"category": str(category.category.translation_key)} if category else {}),
        **confirmed(edition),
        **changes,
    }
    response = save(client, entry, answers)
    assert response.status_code == 302, text_of(response)


def submit(client, entry, secret=None, **changes):
    """Press the button on the page for checking, with the consent given."""
    address = link(entry, "preview", secret)
    page = client.get(address)
    form = form_of(page)
    consent = soup(page).select_one("#id_consent")
    if consent:
        form["consent"] = consent["value"]
    return client.post(address, {**form, **changes})


def ready_to_submit(client, entry, edition):
    """The entry completed and checked; returns the function that presses the button."""
    complete(client, entry, edition)
    page = client.get(link(entry, "preview"))
    form = {**form_of(page), "consent": soup(page).select_one("#id_consent")["value"]}
    return lambda: client.post(link(entry, "preview"), form)


def close(edition):
    """Let the deadline pass."""
    pages = CompetitionPage.objects.filter(translation_key=edition.key)
    pages.update(entries_close=timezone.now())


def republished(edition, kind, **fields):
    """Publish the Lithuanian page with other `fields` in its first row of a kind, for a reason."""
    page = CompetitionPage.objects.get(pk=edition.source.pk)
    rows = list(getattr(page, kind).all())
    for name, value in fields.items():
        setattr(rows[0], name, value)
    setattr(page, kind, rows)
    page.change_reason_lt, page.change_reason_en = "Klaida.", "A mistake."
    page.save_revision().publish()


def answers(entry):
    """What is kept of the answers to questions, by their keys; without confirmed conditions."""
    return {
        answer.question: answer.text
        for answer in entry.answers.all()
        if not VERSION.fullmatch(answer.text)
    }


def kept(entry):
    """The entry as it is in the database."""
    return Entry.objects.get(pk=entry.pk)


def mailed():
    """What is enqueued to be mailed: `(entry, kind)`, the oldest first."""
    path = "industry4.competition.entering.tasks.mail_entrant"
    tasks = DBTaskResult.objects.filter(task_path=path).order_by("enqueued_at")
    return [tuple(task.args_kwargs["args"]) for task in tasks]


def upload(name="priedas.pdf", content=PDF):
    return SimpleUploadedFile(name, content)


def office(extension, *parts):
    """A document of Office, as far as its parts say, or with others."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for part in parts or ("[Content_Types].xml", KINDS[extension].part):
            archive.writestr(part, "<x/>")
    return made.getvalue()


def picture():
    return image_file().read()
