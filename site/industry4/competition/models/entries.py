"""Entries: what a company sends in, draft by draft, with its files and consents."""

import base64
import uuid
from typing import Any

from django.core.files.storage import storages
from django.db import models
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from ecosystem.models import CompetitionCategory


def private_storage() -> Any:
    """Where files of entries are: no address leads there but the views that check who asks."""
    return storages["private"]


def place_of_file(file: "EntryFile", name: str) -> str:
    """A place that says nothing and cannot be guessed."""
    return f"entries/{file.entry.key}/{file.key}"


class Entry(models.Model):
    """One company's entry to an edition."""

    class State(models.TextChoices):
        UNCONFIRMED = "unconfirmed", _("Waiting for the e-mail to be confirmed")
        DRAFT = "draft", _("Draft")
        SUBMITTED = "submitted", _("Submitted")
        RETURNED = "returned", _("Returned with questions")
        ELIGIBLE = "eligible", _("Eligible")
        REFUSED = "refused", _("Refused")
        WITHDRAWN = "withdrawn", _("Withdrawn")

    edition = models.UUIDField(_("edition"), db_index=True)
    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    # Which of its private links holds: they are counted, and made of the site's secret key, so that
    # mails can name the one in use, and neither the database nor the queue of tasks has it.
    link = models.PositiveIntegerField(default=0, editable=False)
    number = models.PositiveIntegerField(_("number"), null=True, editable=False)
    state = models.CharField(
        _("state"), max_length=12, choices=State.choices, default=State.UNCONFIRMED
    )
    language = models.CharField(_("language"), max_length=10)
    email = models.EmailField(_("e-mail"), blank=True)
    contact_name = models.CharField(pgettext_lazy("person", "name"), max_length=150, blank=True)
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    company = models.CharField(_("company"), max_length=200, blank=True)
    company_code = models.CharField(_("company code"), max_length=20, blank=True)
    member_key = models.UUIDField(
        _("member"), null=True, blank=True, help_text=_("The translation key of its page.")
    )
    innovation = models.CharField(_("innovation"), max_length=255, blank=True)
    category = models.ForeignKey(
        CompetitionCategory,
        verbose_name=_("category"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    may_be_named = models.BooleanField(
        _("may be named"),
        default=False,
        help_text=_("Whether the company agrees to be named if it is a finalist."),
    )
    # Raised with each saving, so that one browser window does not undo what another wrote.
    version = models.PositiveIntegerField(default=0, editable=False)
    created_at = models.DateTimeField(_("begun"), auto_now_add=True)
    confirmed_at = models.DateTimeField(_("e-mail confirmed"), null=True)
    saved_at = models.DateTimeField(_("last saved"), auto_now_add=True)
    submitted_at = models.DateTimeField(_("submitted"), null=True)
    reminded_at = models.DateTimeField(_("reminded"), null=True)
    erased_at = models.DateTimeField(_("erased"), null=True)

    class Meta:
        verbose_name = _("entry")
        verbose_name_plural = _("entries")
        ordering = ["number", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["edition", "number"], name="one_entry_of_a_number")
        ]
        indexes = [models.Index(fields=["edition", "state"], name="entries_by_state")]

    def __str__(self) -> str:
        return f"{self.number or '–'}. {self.company}".strip()

    def secret_of(self, link: int) -> str:
        """The secret of the private link of this number."""
        made = salted_hmac("competition.entry", f"{self.key}:{link}", algorithm="sha256")
        return base64.urlsafe_b64encode(made.digest()).decode().rstrip("=")

    @property
    def own_secret(self) -> str:
        """The secret of the private link in use."""
        return self.secret_of(self.link)

    @property
    def next_secret(self) -> str:
        """The secret of a new link. The one in use holds until something is sent by the new one."""
        return self.secret_of(self.link + 1)

    def new_secret(self) -> str:
        """A new secret, which makes the one before invalid; not yet saved."""
        self.link += 1
        return self.own_secret

    def has_secret(self, secret: str) -> bool:
        """Whether this is the secret of the entry's private link, or of the next one."""
        is_own = constant_time_compare(self.own_secret, secret)
        return constant_time_compare(self.next_secret, secret) or is_own


class Answer(models.Model):
    """The answer to a question of the edition, with the question as it was put."""

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="answers")
    question = models.UUIDField(help_text="The translation key of the question.")
    label = models.CharField(_("question"), max_length=255)
    text = models.TextField(_("answer"), blank=True)

    class Meta:
        verbose_name = _("answer")
        verbose_name_plural = _("answers")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["entry", "question"], name="one_answer_to_a_question")
        ]

    def __str__(self) -> str:
        return self.label


class EntryFile(models.Model):
    """A file of an entry, kept where no address leads."""

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="files")
    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    question = models.UUIDField(help_text="The translation key of the question.")
    file = models.FileField(_("file"), storage=private_storage, upload_to=place_of_file)
    name = models.CharField(_("name"), max_length=150, help_text=_("As it was uploaded."))
    media_type = models.CharField(_("kind"), max_length=100)
    size = models.PositiveIntegerField(_("size"), help_text=_("In bytes."))
    uploaded_at = models.DateTimeField(_("uploaded"), auto_now_add=True)

    class Meta:
        verbose_name = _("file of an entry")
        verbose_name_plural = _("files of entries")
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.name


class Consent(models.Model):
    """What an entrant agreed to, as it was then, and when."""

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="consents")
    text = models.TextField(_("consent"))
    version = models.CharField(
        _("version of the consent"), max_length=12, help_text=_("A digest of its text.")
    )
    at = models.DateTimeField(_("given"), auto_now_add=True)

    class Meta:
        verbose_name = _("consent")
        verbose_name_plural = _("consents")
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.version}, {self.at:%Y-%m-%d}"
