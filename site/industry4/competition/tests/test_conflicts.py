"""Conflicts of interest: what the system finds by itself, and says in words."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from ecosystem.models import BoardMember, InitiativePartner, Juror
from ecosystem.stages import Stage
from ecosystem.tests.factories import AdvisoryBoardFactory, InitiativeFactory, MemberFactory
from industry4.competition.conflicts import conflicts
from industry4.competition.models import Entry
from industry4.competition.tests.factories import (
    EligibleEntryFactory,
    EntryFactory,
    SeatFactory,
    new_edition,
)
from industry4.testing.factories import translated

pytestmark = pytest.mark.django_db


@pytest.fixture
def edition():
    return new_edition(Stage.JUDGING, questions=())


@pytest.fixture(autouse=True)
def _in_english():
    with translation.override("en"):
        yield


def juror(edition, name="Ona Onaitė", **fields):
    """A juror's seat; her e-mail is `email`."""
    first, _space, last = name.rpartition(" ")
    email = fields.pop("email", "ona@universitetas.example")
    return SeatFactory(
        edition=edition,
        user__first_name=first,
        user__last_name=last,
        user__email=email,
        **fields,
    )


def entry(edition, **fields):
    return EligibleEntryFactory(edition=edition, **fields)


def only(edition, seat, found):
    """What is found of this juror and this entry, where nothing else is found."""
    everything = conflicts(edition)
    assert everything.keys() <= {(seat.pk, found.pk)}
    return [conflict.words for conflict in everything.get((seat.pk, found.pk), [])]


def board(*people):
    """The advisory board of `(name, organisation)`."""
    page = AdvisoryBoardFactory()
    page.members = [
        BoardMember(locale=page.locale, name=name, organisation=organisation, side="business")
        for name, organisation in people
    ]
    page.save_revision().publish()
    return page


def initiative(lead, *partners, **fields):
    """An initiative of members."""
    page = InitiativeFactory(lead=lead, **fields)
    page.partners = [InitiativePartner(locale=page.locale, member=each) for each in partners]
    page.save_revision().publish()
    return page


def test_nothing_is_found_of_strangers(edition):
    member, other = MemberFactory(title="Vienas"), MemberFactory(title="Kitas")
    board(("Rasa Rasaitė", "Trečias"), ("Jonas Jonaitis", "Ketvirtas"))
    initiative(member), initiative(other)
    juror(edition, works_for=member.translation_key)
    entry(edition, member_key=other.translation_key, company="Kitas")
    assert conflicts(edition) == {}


def test_a_juror_who_works_for_the_member_that_enters(edition):
    member = MemberFactory(title="Robotai")
    seat = juror(edition, works_for=member.translation_key)
    found = entry(edition, member_key=member.translation_key, company="UAB „Robotai“")
    entry(edition)
    assert only(edition, seat, found) == ["Works for the entrant: UAB „Robotai“"]


@pytest.mark.parametrize(
    "company", ["UAB „Šviesos robotai“", "ŠVIESOS ROBOTAI, UAB", "Sviesos  Robotai"]
)
def test_a_company_that_did_not_say_that_it_is_a_member_is_known_by_its_name(edition, company):
    member = MemberFactory(title="Šviesos robotai")
    seat = juror(edition, works_for=member.translation_key)
    found = entry(edition, company=company)
    assert only(edition, seat, found) == [f"Works for the entrant: {company}"]


def test_a_company_is_known_by_its_english_name_too(edition):
    member = MemberFactory(title="Šviesos robotai")
    translated(member, title="Robots of Light")
    seat = juror(edition, works_for=member.translation_key)
    found = entry(edition, company="Robots of Light Ltd.")
    assert only(edition, seat, found) == ["Works for the entrant: Robots of Light Ltd."]


def test_a_juror_whose_organisation_the_page_of_the_edition_names(edition):
    page = edition.source
    page.jury = [Juror(locale=page.locale, name="dr. Ona Onaitė", organisation="AB „Lempos“")]
    page.save_revision().publish()
    seat = juror(edition)
    juror(edition, "Rasa Rasaitė")
    found = entry(edition, company="Lempos")
    assert only(edition, seat, found) == ["Works for the entrant: Lempos"]


def test_a_juror_with_an_address_of_the_entrants_domain(edition):
    seat = juror(edition, email="ona@Robotai.example")
    found = entry(edition, email="info@robotai.example")
    assert only(edition, seat, found) == [
        "Has an e-mail address of the entrant’s domain: robotai.example"
    ]


@pytest.mark.parametrize(
    "fields", [{"email": "info@robotai.example"}, {"website": "https://www.robotai.example/lt/"}]
)
def test_the_domain_may_be_that_of_the_members_page(edition, fields):
    member = MemberFactory(**fields)
    seat = juror(edition, email="ona@robotai.example")
    found = entry(edition, member_key=member.translation_key, email="robotai@gmail.com")
    assert only(edition, seat, found) == [
        "Has an e-mail address of the entrant’s domain: robotai.example"
    ]


@pytest.mark.parametrize("domain", ["gmail.com", "inbox.lt", "Outlook.com"])
def test_a_public_provider_of_mail_says_nothing(edition, domain):
    juror(edition, email=f"ona@{domain}")
    entry(edition, email=f"imone@{domain}")
    assert conflicts(edition) == {}


def test_a_juror_with_the_name_of_the_contact_person(edition):
    seat = juror(edition, "Ona Onaitė")
    found = entry(edition, contact_name="Onaitė Ona")
    assert only(edition, seat, found) == ["Has the same name as the entrant’s contact person"]


def test_people_and_companies_without_a_name_are_not_the_same(edition):
    board(("–", "–"))
    juror(edition, "")
    entry(edition, contact_name="", company="", email="")
    assert conflicts(edition) == {}


def test_a_juror_who_sits_on_the_board_for_the_entrant(edition):
    board(("Dr. Ona Onaitė", "UAB „Robotai“"))
    seat = juror(edition)
    found = entry(edition, company="Robotai")
    assert only(edition, seat, found) == [
        "Sits on the advisory board for the entrant: UAB „Robotai“"
    ]


def test_a_juror_who_sits_on_the_board_with_somebody_of_the_entrant(edition):
    page = board(
        ("Ona Onaitė", "Universitetas"),
        ("Jonas Jonaitis", "UAB „Robotai“"),
        ("Rasa Rasaitė", "Kita įmonė"),
        ("Petras Petraitis", "Trečia įmonė"),
    )
    translated(page)
    seat = juror(edition)
    juror(edition, "Kas Kitas")
    found = entry(edition, company="Robotai", contact_name="Rasa Rasaitė")
    assert only(edition, seat, found) == [
        "Sits on the advisory board with somebody of the entrant: Jonas Jonaitis",
        "Sits on the advisory board with somebody of the entrant: Rasa Rasaitė",
    ]


@pytest.mark.parametrize("leads", [True, False])
def test_organisations_that_take_part_in_one_initiative(edition, leads):
    own, theirs, third = MemberFactory(), MemberFactory(), MemberFactory()
    initiative(*((own, theirs) if leads else (third, own, theirs)), title="Robotų mokykla")
    seat = juror(edition, works_for=own.translation_key)
    found = entry(edition, member_key=theirs.translation_key)
    assert only(edition, seat, found) == [
        "Their organisations take part in one initiative: Robotų mokykla"
    ]


def test_the_initiative_is_named_in_the_readers_language(edition):
    own, theirs = MemberFactory(), MemberFactory()
    for member in (own, theirs):
        translated(member)
    translated(initiative(own, theirs, title="Robotų mokykla"), title="School of Robots")
    seat = juror(edition, works_for=own.translation_key)
    found = entry(edition, member_key=theirs.translation_key)
    assert only(edition, seat, found) == [
        "Their organisations take part in one initiative: School of Robots"
    ]
    with translation.override("lt"):
        assert only(edition, seat, found) == [
            "Jų organizacijos dalyvauja toje pačioje iniciatyvoje: Robotų mokykla"
        ]


def test_an_initiative_that_is_not_public_is_not_told(edition):
    own, theirs = MemberFactory(), MemberFactory()
    initiative(own, theirs).unpublish()
    juror(edition, works_for=own.translation_key)
    entry(edition, member_key=theirs.translation_key)
    assert conflicts(edition) == {}


@pytest.mark.parametrize(
    "state, told",
    [
        (Entry.State.DRAFT, False),
        (Entry.State.SUBMITTED, True),
        (Entry.State.RETURNED, True),
        (Entry.State.ELIGIBLE, True),
        (Entry.State.REFUSED, False),
        (Entry.State.WITHDRAWN, False),
    ],
)
def test_entries_in_the_running_are_looked_at(edition, state, told):
    seat = juror(edition, email="ona@robotai.example")
    found = EntryFactory(edition=edition, state=state, email="info@robotai.example")
    assert bool(only(edition, seat, found)) is told


def test_one_juror_may_be_asked_for_alone(edition):
    ona, _jonas = (juror(edition, name, email="x@robotai.example") for name in ("O O", "J J"))
    found = entry(edition, email="info@robotai.example")
    assert conflicts(edition, [ona]).keys() == {(ona.pk, found.pk)}


def test_it_takes_the_same_queries_for_1_and_for_20_of_everything(edition):
    counts = []
    for times in (1, 20):
        for number in range(times):
            own, theirs = MemberFactory(), MemberFactory()
            initiative(own, theirs)
            juror(edition, f"Ona {times} {number}", works_for=own.translation_key)
            entry(edition, member_key=theirs.translation_key)
        with CaptureQueriesContext(connection) as queries:
            conflicts(edition)
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 7
