"""Publishes an event on the site: as a draft first, then for everybody.

    API_TOKEN=wagtail_... python docs/examples/publish_event.py https://www.example.lt

Needs nothing but Python. Change EVENT, run it, and it prints the address of the new page.
docs/automation.md says how to get a token.
"""

import json
import os
import sys
from collections.abc import Callable
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

EVENT = {
    "title": "Robotikos diena pramonei",
    "starts_at": "2027-04-15T10:00:00",  # Lithuanian time
    "ends_at": "2027-04-15T16:00:00",
    "intro": "Kaip robotai dirba Panevėžio įmonėse: pavyzdžiai, klausimai, pažintys.",
    "venue": "RoboLabas",
    "body": [
        {
            "type": "text",
            "value": "<p>Parodysime <b>tris robotus</b> ir papasakosime, ką jie keičia.</p>",
        },
    ],
}

# (method, address, headers, body) -> (status, body)
Send = Callable[[str, str, dict[str, str], bytes | None], tuple[int, bytes]]


class Refused(Exception):
    """What the API would not do, in its own words."""


def send(method: str, url: str, headers: dict[str, str], body: bytes | None) -> tuple[int, bytes]:
    """One request over the network."""
    request = Request(url, data=body, headers=headers, method=method)  # noqa: S310  (address given)
    try:
        with urlopen(request, timeout=30) as response:  # noqa: S310
            return response.status, response.read()
    except HTTPError as error:
        return error.code, error.read()
    except URLError as error:
        raise Refused(f"{url} cannot be reached: {error.reason}") from error


class Api:
    """The API of one site, with one token."""

    def __init__(self, site: str, token: str, send: Send = send) -> None:
        self.address = f"{site.rstrip('/')}/api/v3"
        self.token = token
        self.send = send

    def call(self, method: str, path: str, data: dict[str, Any] | None = None) -> dict[str, Any]:
        """The answer to a request. Raises Refused when there is none."""
        headers = {
            "Authorization": f"Bearer {self.token}",
            "Content-Type": "application/json",
            "Accept": "application/json",
        }
        body = json.dumps(data).encode() if data is not None else None
        status, content = self.send(method, f"{self.address}{path}", headers, body)
        try:
            answer: dict[str, Any] = json.loads(content)
        except ValueError:
            raise Refused(f"{status}: the answer is not from the API") from None
        if status >= 400:
            raise Refused(explained(answer))
        return answer


def explained(problem: dict[str, Any]) -> str:
    """Problem details in a few lines: what is wrong, then which field and why."""
    lines = [f"{problem['status']} {problem['title']}: {problem['detail']}"]
    for error in problem.get("errors", []):
        place = ".".join(str(part) for part in error.get("loc", []))
        lines.append(f"  {place}: {error['msg']}" if place else f"  {error['msg']}")
    return "\n".join(lines)


def event_list(api: Api) -> int:
    """The page under which Lithuanian events are."""
    query = urlencode({"type": "news.EventIndexPage", "locale": "lt"})
    found = api.call("GET", f"/pages/?{query}")["items"]
    if not found:
        raise Refused("There is no list of events that this token may change")
    return int(found[0]["id"])


def publish_event(api: Api, event: dict[str, Any]) -> str:
    """Create the event as a draft and publish it; its address."""
    meta = {"type": "news.EventPage", "parent_id": event_list(api)}
    draft = api.call("POST", "/pages/", {"meta": meta, **event})
    published = api.call("POST", f"/pages/{draft['id']}/actions/publish/")
    return str(published["meta"]["html_url"])


def main() -> None:
    """Publish EVENT on the site given as the argument."""
    token = os.environ.get("API_TOKEN", "").strip()
    if len(sys.argv) != 2 or not sys.argv[1].startswith(("https://", "http://")) or not token:
        sys.exit("Usage: API_TOKEN=... python publish_event.py https://www.example.lt")
    try:
        address = publish_event(Api(sys.argv[1], token), EVENT)
    except Refused as refusal:
        sys.exit(str(refusal))
    sys.stdout.write(f"{address}\n")


if __name__ == "__main__":
    main()
