"""The wall round those who are in the admin as jurors alone."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.urls import reverse

from industry4.competition.models import Seat
from industry4.competition.tests import persons
from industry4.competition.tests.persons import address, as_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def judged():
    return persons.everybody()


WAGTAILS = [
    "wagtailadmin_explore_root",
    "wagtailadmin_choose_page",
    "wagtailadmin_choose_page_search",
    "wagtailadmin_pages:search",
    "wagtailadmin_reports:site_history",
    "wagtailadmin_reports:locked_pages",
    "wagtailadmin_tag_autocomplete",
    "wagtailimages:index",
    "wagtailimages_chooser:choose",
    "wagtaildocs:index",
    "wagtaildocs_chooser:choose",
    "wagtailusers_users:index",
    "wagtailsnippets:index",
    "contact_messages:index",
    "webhooks:index",
    "searches_report",
]


@pytest.mark.parametrize("screen", WAGTAILS)
def test_the_rest_of_the_admin_is_not_there_for_jurors(client, judged, screen):
    as_person(client, judged, "chair")
    assert client.get(reverse(screen)).status_code == 404


def test_a_juror_comes_in_at_her_entries(client, judged):
    as_person(client, judged, "juror")
    response = client.get(reverse("wagtailadmin_home"), follow=True)
    assert response.request["PATH_INFO"] == address("competition_jury:mine", judged)


def test_a_juror_without_a_seat_is_told_so(client, judged):
    as_person(client, judged, "guest")
    response = client.get(reverse("wagtailadmin_home"), follow=True)
    assert "You have no seat on a jury yet." in response.content.decode()


def test_a_juror_can_change_her_account(client, judged):
    as_person(client, judged, "juror")
    assert client.get(reverse("wagtailadmin_account")).status_code == 200


def rename_the_group(user):
    Group.objects.filter(name="Jury").update(name="Vertinimo komisija")


def add_a_group_without_rights(user):
    user.groups.add(Group.objects.create(name="Naujienlaiškis"))


def add_a_group_that_enters(user):
    group = Group.objects.create(name="Svečiai")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    user.groups.add(group)


def leave_the_seat_alone(user):
    add_a_group_that_enters(user)
    user.groups.remove(Group.objects.get(name="Jury"))


def give_the_jury_more(user):
    more = Permission.objects.filter(codename="view_image")
    Group.objects.get(name="Jury").permissions.add(*more)


CHANGES = [
    rename_the_group,
    add_a_group_without_rights,
    add_a_group_that_enters,
    leave_the_seat_alone,
    give_the_jury_more,
]


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_the_wall_does_not_depend_on_how_groups_are_called_and_combined(client, judged, change):
    change(judged.persons["juror"])
    as_person(client, judged, "juror")
    for screen in WAGTAILS:
        assert client.get(reverse(screen)).status_code == 404, screen
    assert client.get(address("competition_jury:mine", judged)).status_code == 200


def test_a_group_of_jurors_by_another_name_can_still_be_given_seats(client, judged):
    rename_the_group(None)
    as_person(client, judged, "editor")
    page = client.get(address("competition_jury:add_seat", judged)).content.decode()
    assert judged.persons["guest"].get_full_name() in page
    assert judged.persons["editor"].username not in page.split("<form")[-1]


@pytest.mark.parametrize("group", ["Editors", "Moderators"])
def test_an_editor_on_the_jury_keeps_the_rest_of_the_admin(client, judged, group):
    judged.persons["juror"].groups.add(Group.objects.get(name=group))
    as_person(client, judged, "juror")
    assert client.get(reverse("wagtailadmin_home")).status_code == 200
    assert client.get(reverse("wagtailadmin_explore_root")).status_code in (200, 302)


def test_who_is_dismissed_and_in_no_other_group_stays_outside(client, judged):
    Seat.objects.filter(user=judged.persons["idle"]).delete()
    as_person(client, judged, "idle")
    assert client.get(reverse("wagtailadmin_choose_page")).status_code == 404


@pytest.mark.parametrize(
    "person, items",
    [
        ("juror", {"My entries"}),
        ("chair", {"My entries", "Entries and juries"}),
        ("editor", {"Entries and juries"}),
        ("torn", {"My entries", "Entries and juries"}),
        ("translator", set()),
        ("administrator", {"Entries and juries"}),
    ],
)
def test_the_menu_leads_to_what_a_person_may_see(client, judged, person, items):
    as_person(client, judged, person)
    page = client.get(reverse("wagtailadmin_account")).content.decode()
    assert {item for item in ("My entries", "Entries and juries") if item in page} == items
