"""Members as search engines read them."""

import pytest

from ecosystem.tests.factories import MemberFactory
from industry4.core.tests.test_structured_data import nodes

pytestmark = pytest.mark.django_db


def test_a_member_is_an_organisation(client):
    member = MemberFactory(
        title="Robotika",
        intro="Robotai pramonei.",
        website="https://robotika.example/",
        address="Beržų g. 1, Panevėžys",
        founded=1998,
    )
    node = nodes(client, member.url)["Organization"]
    assert (node["name"], node["description"]) == ("Robotika", "Robotai pramonei.")
    assert (node["url"], node["mainEntityOfPage"]) == (member.website, member.full_url)
    assert (node["address"], node["foundingDate"]) == (member.address, "1998")


def test_of_a_member_is_told_no_more_than_is_known(client):
    member = MemberFactory()
    node = nodes(client, member.url)["Organization"]
    assert node["url"] == member.full_url
    assert not {"logo", "image", "email", "telephone", "location", "foundingDate"} & node.keys()
