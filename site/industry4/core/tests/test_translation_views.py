"""Beginning the translation of a page in the admin."""

import pytest

from ecosystem.models import MemberSector
from ecosystem.tests.factories import MemberFactory, SectorFactory
from industry4.testing.editors import UserFactory
from industry4.testing.factories import translated

pytestmark = pytest.mark.django_db


def test_what_the_page_refers_to_stays_public_where_it_is_translated(client):
    known, new = SectorFactory(name="Elektronika"), SectorFactory(name="Baldai")
    english = translated(known, name="Electronics")
    member = MemberFactory(
        sectors=[MemberSector(locale=known.locale, sector=sector) for sector in (known, new)]
    )
    translated(member.get_parent())
    client.force_login(UserFactory())
    client.post(f"/admin/localize/submit/page/{member.pk}/", {"locales": english.locale_id})
    assert not member.get_translation(english.locale).live
    english.refresh_from_db()
    assert (english.name, english.live) == ("Electronics", True)
    assert not new.get_translation(english.locale).live
