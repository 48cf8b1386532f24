"""Asking the delivery API, as all its tests here do."""

from industry4.testing.budgets import cost

ROOT = "/api/delivery/v1/"
# The most queries that an answer may cost.
BUDGET = 10
# Ids and numbers that no database takes, and texts that are none.
HOSTILE = ["0", "-1", "99999999999999999999", "x", "", "%00", "1%00", "١٢", "9" * 10_000]


def get(client, address, status=200):
    """The content of an answer."""
    response = client.get(ROOT + address)
    assert response.status_code == status, response.content[:500]
    return response.json()


def titles(client, address):
    """The titles in a list."""
    return [item["title"] for item in get(client, address)["items"]]


def refused(client, address):
    """The parameters that a refusal names."""
    return [error["parameter"] for error in get(client, address, status=422)["errors"]]


def costs(client, name, view):
    """The queries of a list at 1 and at 20 items."""
    found = []
    for limit in (1, 20):
        address = f"{ROOT}{name}/?view={view}&limit={limit}"
        assert len(client.get(address).json()["items"]) == limit
        found.append(cost(client, address))
    return found
