"""What a juror typed stays hers when her session had ended by the time she sent it."""

import pytest
from django.urls import reverse

from industry4.competition.models import ScoreSheet
from industry4.competition.tests.factories import (
    AssignmentFactory,
    EligibleEntryFactory,
    SeatFactory,
)
from industry4.competition.tests.judging import filled, opened, told
from industry4.testing.editors import sign_in

pytestmark = pytest.mark.django_db
AGAIN = "you were logged in no longer"


def address(entry):
    return reverse("competition_jury:score", args=[entry.edition, entry.pk])


def typed(client, edition, entry, seat, **data):
    """Sent by a juror who was logged out since she opened the form; the data, and the answer."""
    form = sign_in(client, seat.user).get(address(entry)).context["form"]
    data = filled(edition, [7, None, 9], comment="Ilgai rašyta", **data)
    data = {"seen": form["seen"].value(), "whose": form["whose"].value(), **data}
    client.logout()
    return data, client.post(address(entry), data)


@pytest.mark.parametrize("sent", [{}, {"submit": "1"}])
def test_it_is_in_the_form_again_once_she_has_logged_in(client, edition, entry, seat, sent):
    data, response = typed(client, edition, entry, seat, **sent)
    assert response.url == f"{reverse('wagtailadmin_login')}?next={address(entry)}"
    response = sign_in(client, seat.user).get(address(entry))
    assert AGAIN in told(response)
    form = response.context["form"]
    assert {name: form[name].value() for name in form.fields} == {
        name: str(value) for name, value in data.items() if name != "submit"
    }
    assert not ScoreSheet.objects.exists()
    response = client.post(address(entry), filled(edition, [7, 8, 9], comment="Ilgai rašyta"))
    assert ScoreSheet.objects.get().comment == "Ilgai rašyta"
    assert "Ilgai" not in str(dict(client.session))


def test_it_is_shown_though_judging_was_closed_meanwhile(client, edition, entry, seat):
    typed(client, edition, entry, seat)
    opened(edition, closed=True)
    assert "Ilgai rašyta" in sign_in(client, seat.user).get(address(entry)).content.decode()


def test_nobody_else_gets_it_and_not_for_another_entry(client, edition, entry, seat):
    other = AssignmentFactory(seat=seat, entry=EligibleEntryFactory(edition=edition)).entry
    colleague = AssignmentFactory(seat=SeatFactory(edition=edition), entry=entry).seat
    typed(client, edition, entry, seat)
    session = client.session
    for person, screen in ((colleague, address(entry)), (seat, address(other))):
        client.cookies["sessionid"] = session.session_key
        response = sign_in(client, person.user).get(screen)
        assert AGAIN not in told(response)
        assert "Ilgai rašyta" not in response.content.decode()


@pytest.mark.parametrize("whose", ["", "abc", "[1, 2]"])
def test_nothing_is_kept_of_what_no_form_of_a_juror_has_sent(client, edition, entry, whose):
    client.post(address(entry), filled(edition, [7, 8, 9], whose=whose))
    assert not client.session.keys()
