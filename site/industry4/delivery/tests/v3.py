"""Asking API v3, as its tests do."""

import json

from industry4.delivery import v3

API = "/api/v3/"
PAGES = f"{API}pages/"
SPEC = json.loads(v3.specification())
OPERATIONS = [
    (method, path) for path, item in SPEC["paths"].items() for method in item if method != "servers"
]


def caller(client, token):
    def call(method, address, data=None, status=200):
        body = data if isinstance(data, str | bytes) else json.dumps(data)
        extra = {} if data is None else {"data": body, "content_type": "application/json"}
        headers = {"Authorization": f"Bearer {token}"}
        response = getattr(client, method)(address, headers=headers, **extra)
        assert response.status_code == status, response.content[:500]
        assert response["Cache-Control"] == "no-store"
        assert "Authorization" in response["Vary"]
        if status >= 400:
            assert response["Content-Type"] == "application/problem+json"
        return response.json() if response.content else None

    return call


def assert_unauthorized(response):
    assert response.status_code == 401
    assert response["Content-Type"] == "application/problem+json"
    assert response["WWW-Authenticate"] == "Bearer"
    assert response["Cache-Control"] == "no-store"
    assert "Authorization" in response["Vary"]
    assert response.json()["status"] == 401


def filled(path):
    """An address of the specification, with something in its places."""
    for name in ("type_name", "type"):
        path = path.replace(f"{{{name}}}", "news.EventPage")
    parts = ["1" if part.startswith("{") else part for part in path.split("/")]
    return "/".join(parts)


def event_data(parent, **fields):
    return {
        "meta": {"type": "news.EventPage", "parent_id": parent.pk},
        "title": "Robotikos diena",
        "starts_at": "2027-03-01T10:00:00",
        **fields,
    }
