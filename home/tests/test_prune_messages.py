"""How long messages from the contact page are kept."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from home.models import ContactMessage

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _messages(settings):
    settings.CONTACT_MESSAGE_DAYS = 30
    for days in (0, 29, 31, 400):
        stored = ContactMessage.objects.create(name=str(days), language="lt", text="Labas")
        sent_at = timezone.now() - timedelta(days=days)
        ContactMessage.objects.filter(pk=stored.pk).update(sent_at=sent_at)


def kept():
    return sorted(ContactMessage.objects.values_list("name", flat=True))


def test_the_clock_deletes_what_was_kept_for_long_enough():
    for _twice in range(2):
        call_command("run_due")
        assert kept() == ["0", "29"]


def test_by_default_a_message_is_kept_for_a_year(settings):
    from industry4.settings import environment

    settings.CONTACT_MESSAGE_DAYS = environment.CONTACT_MESSAGE_DAYS
    call_command("prune_messages")
    assert kept() == ["0", "29", "31"]


def test_without_a_period_messages_are_kept(settings):
    settings.CONTACT_MESSAGE_DAYS = 0
    call_command("prune_messages")
    assert kept() == ["0", "29", "31", "400"]
