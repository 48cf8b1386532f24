"""Factories of entries, jurors and their sheets; `new_edition` makes the edition."""

from typing import Any

import factory
from django.contrib.auth.models import Group, Permission
from django.utils import timezone

from ecosystem.tests.factories import CategoryFactory
from industry4.competition.editions import Edition
from industry4.competition.models import (
    Answer,
    Assignment,
    Consent,
    Entry,
    EntryFile,
    Placement,
    Proceedings,
    Question,
    Recusal,
    Score,
    ScoreSheet,
    Seat,
)
from industry4.competition.tests.editions import new_edition
from industry4.testing.editors import UserFactory


def key_of(edition: Any) -> Any:
    """The key of an edition that is given as such, as one of its pages or as its key."""
    return getattr(edition, "translation_key", None) or getattr(edition, "key", edition)


class OfEdition(factory.django.DjangoModelFactory):
    """What belongs to an edition: given as `Edition`, as a page, as a key, or made here."""

    class Meta:
        abstract = True

    edition: Any = factory.LazyFunction(new_edition)

    @classmethod
    def _adjust_kwargs(cls, **kwargs: Any) -> dict[str, Any]:
        return {**kwargs, "edition": key_of(kwargs["edition"])}


class EntryFactory(OfEdition):
    """An entry, by default a draft whose e-mail is confirmed; its secret is `entry.secret`.

    One that was submitted once has its number and its moment by itself.
    """

    class Meta:
        model = Entry

    state = Entry.State.DRAFT
    language = "lt"
    company = factory.Sequence(lambda number: f"Pavyzdys {number} UAB")
    email = factory.Sequence(lambda number: f"paraiska@imone-{number}.example")
    contact_name = "Vardenė Pavardenė"
    innovation = factory.Sequence(lambda number: f"Inovacija {number}")

    @classmethod
    def _create(cls, model_class: type[Entry], *args: Any, **kwargs: Any) -> Entry:
        state, now = kwargs["state"], timezone.now()
        if state != Entry.State.UNCONFIRMED:
            kwargs.setdefault("confirmed_at", now)
        if state not in (Entry.State.UNCONFIRMED, Entry.State.DRAFT):
            kwargs.setdefault("submitted_at", now)
            if "number" not in kwargs:
                proceedings = Proceedings.of(kwargs["edition"])
                proceedings.last_number += 1
                proceedings.save()
                kwargs["number"] = proceedings.last_number
        entry = model_class(**kwargs)
        entry.secret = entry.new_secret()  # type: ignore[attr-defined]  # for tests alone
        entry.save()
        return entry


class EligibleEntryFactory(EntryFactory):
    """An entry that the jury may read."""

    state = Entry.State.ELIGIBLE


class AnswerFactory(factory.django.DjangoModelFactory):
    """An answer; `question` is the row of the edition."""

    class Meta:
        model = Answer

    entry = factory.SubFactory(EntryFactory)
    text = "Mūsų robotas moka virti."

    @classmethod
    def _adjust_kwargs(cls, **kwargs: Any) -> dict[str, Any]:
        row = kwargs.pop("question")
        return {"label": row.label, **kwargs, "question": row.translation_key}


class EntryFileFactory(factory.django.DjangoModelFactory):
    """A small PDF file of an entry; `question` is the row of the edition."""

    class Meta:
        model = EntryFile

    entry = factory.SubFactory(EntryFactory)
    name = "priedas.pdf"
    media_type = "application/pdf"
    file = factory.django.FileField(filename="priedas.pdf", data=b"%PDF-1.4\n%%EOF\n")
    size = 15

    @classmethod
    def _adjust_kwargs(cls, **kwargs: Any) -> dict[str, Any]:
        return {**kwargs, "question": kwargs["question"].translation_key}


class ConsentFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Consent

    entry = factory.SubFactory(EntryFactory)
    text = "Sutinku su konkurso sąlygomis."
    version = "0123456789ab"


class QuestionFactory(factory.django.DjangoModelFactory):
    """What an editor asks an entrant."""

    class Meta:
        model = Question

    entry = factory.SubFactory(EntryFactory, state=Entry.State.RETURNED)
    text = "Ar gaminys jau parduodamas?"


class JurorUserFactory(UserFactory):
    """Somebody of the group of jurors, who may only enter the admin."""

    class Meta:
        model = UserFactory._meta.model
        skip_postgeneration_save = True  # groups are rows of their own

    username = factory.Sequence(lambda number: f"komisijos-narys-{number}")
    first_name = "Komisijos"
    last_name = factory.Sequence(lambda number: f"Narys {number}")
    email = factory.LazyAttribute(lambda user: f"{user.username}@komisija.example")
    is_superuser = False
    is_staff = False

    @factory.post_generation
    def group(self, create: bool, extracted: Any, **kwargs: Any) -> None:
        jury, _made = Group.objects.get_or_create(name="Jury")
        jury.permissions.add(
            *Permission.objects.filter(codename__in=["access_admin", "judge_entries"])
        )
        self.groups.add(jury)  # type: ignore[attr-defined]  # factory_boy: the user


class SeatFactory(OfEdition):
    """A juror's seat; `is_chair=True` for the chair's."""

    class Meta:
        model = Seat

    user = factory.SubFactory(JurorUserFactory)


class AssignmentFactory(factory.django.DjangoModelFactory):
    """That a juror reads an entry, both of one edition."""

    class Meta:
        model = Assignment

    entry = factory.SubFactory(EligibleEntryFactory)
    seat = factory.SubFactory(SeatFactory, edition=factory.SelfAttribute("..entry.edition"))


class RecusalFactory(factory.django.DjangoModelFactory):
    """That a juror stays away from an entry, both of one edition."""

    class Meta:
        model = Recusal

    entry = factory.SubFactory(EligibleEntryFactory)
    seat = factory.SubFactory(SeatFactory, edition=factory.SelfAttribute("..entry.edition"))
    reason = "Dirbome kartu."


class SheetFactory(factory.django.DjangoModelFactory):
    """A juror's sheet for an entry, which is assigned; submitted unless `submitted_at=None`.

    `values` are the scores in the order of the edition's criteria, None where one is missing.
    """

    class Meta:
        model = ScoreSheet

    entry = factory.SubFactory(EligibleEntryFactory)
    seat = factory.SubFactory(SeatFactory, edition=factory.SelfAttribute("..entry.edition"))
    submitted_at = factory.LazyFunction(timezone.now)

    @classmethod
    def _create(cls, model_class: type[ScoreSheet], *args: Any, **kwargs: Any) -> ScoreSheet:
        values = kwargs.pop("values", None)
        sheet = model_class.objects.create(**kwargs)
        Assignment.objects.get_or_create(seat=sheet.seat, entry=sheet.entry)
        criteria = Edition.for_staff(sheet.entry.edition).criteria
        Score.objects.bulk_create(
            Score(sheet=sheet, criterion=criterion.translation_key, value=value)
            for criterion, value in zip(criteria, values or [5] * len(criteria), strict=True)
        )
        return sheet


class PlacementFactory(factory.django.DjangoModelFactory):
    """The first place of an entry in its category."""

    class Meta:
        model = Placement

    entry = factory.SubFactory(EligibleEntryFactory, category=factory.SubFactory(CategoryFactory))
    category = factory.SelfAttribute("entry.category")
    place = 1
