"""Accounts of those who have a seat on a jury, in the admin's users."""

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse

from industry4.competition.models import Seat
from industry4.competition.tests.factories import JurorUserFactory, SeatFactory
from industry4.testing.editors import messages_of, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def administrator(client):
    return sign_in(client)


def there(*users):
    return get_user_model().objects.filter(pk__in=[user.pk for user in users]).count()


def delete(client, user):
    return client.post(reverse("wagtailusers_users:delete", args=[user.pk]), follow=True)


def delete_together(client, *users):
    address = reverse("wagtail_bulk_action", args=["users", "user", "delete"])
    ids = "&".join(f"id={user.pk}" for user in users)
    index = reverse("wagtailusers_users:index")
    return client.post(f"{address}?{ids}&next={index}", follow=True)


def test_who_has_a_seat_is_not_deleted_and_the_administrator_is_told_why(administrator):
    user = SeatFactory(user__first_name="Rūta", user__last_name="Rinkaitė").user
    (said,) = messages_of(delete(administrator, user))
    assert "Not deleted" in said
    assert "Rūta Rinkaitė" in said
    assert there(user) == 1


def test_nor_together_with_others(administrator):
    user, other = SeatFactory().user, JurorUserFactory()
    (said,) = messages_of(delete_together(administrator, user, other))
    assert user.get_full_name() in said
    assert other.get_full_name() not in said
    assert there(user, other) == 2


def test_who_has_no_seat_is_deleted(administrator):
    users = JurorUserFactory.create_batch(3)
    delete(administrator, users[0])
    delete_together(administrator, *users[1:])
    assert there(*users) == 0


def test_who_had_one_is_deleted_once_it_is_erased_who_judged(administrator):
    user = SeatFactory().user
    Seat.objects.update(user=None)
    delete(administrator, user)
    assert there(user) == 0
