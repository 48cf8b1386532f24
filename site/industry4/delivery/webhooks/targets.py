"""Where a webhook may go: to the internet, never into a network that only this machine reaches.

Whoever may write an address could otherwise make this machine ask its neighbours (SSRF). What
counts is where a name leads, not how it is written: the name is looked up once, every address it
has must be a public one, and the connection goes to exactly these. A name that leads elsewhere a
moment later (DNS rebinding) gains nothing.
"""

import ipaddress
import re
import socket
import threading
from typing import NamedTuple

from django.conf import settings
from urllib3.exceptions import LocationParseError
from urllib3.util import Url, parse_url

from industry4.delivery.models import WebhookAttempt

Problem = WebhookAttempt.Problem

LOOKUP_SECONDS = 3.0
# The internet's part of IPv6, and that through which a network without IPv4 reaches IPv4.
GLOBAL_IPV6 = ipaddress.ip_network("2000::/3")
NAT64 = ipaddress.ip_network("64:ff9b::/96")


class Refused(Exception):
    """An address that is not used; `problem` says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem)
        self.problem = problem


class Target(NamedTuple):
    """A receiver: its address in parts, and the IP addresses to connect to."""

    url: Url
    port: int
    ips: list[str]


def find(address: str) -> Target:
    """Where an address leads now. Raises Refused where nothing may be sent there."""
    url = read(address)
    port = url.port or (443 if url.scheme == "https" else 80)
    ips = look_up((url.host or "").strip("[]"), port)
    if not settings.WEBHOOKS_MAY_REACH_PRIVATE and not all(map(is_public, ips)):
        raise Refused(Problem.PRIVATE)
    return Target(url, port, ips)


def read(address: str) -> Url:
    """The parts of an address, as the library that connects reads them.

    Raises Refused where it is none, or is one that is never used: another scheme, a user's name.
    """
    schemes = ("http", "https") if settings.WEBHOOKS_MAY_REACH_PRIVATE else ("https",)
    try:
        url = parse_url(address)
    except LocationParseError as error:
        raise Refused(Problem.ADDRESS) from error
    unwanted = url.auth is not None or url.fragment is not None or re.search(r"[\s\\]", address)
    if url.scheme not in schemes or not url.host or url.port == 0 or unwanted:
        raise Refused(Problem.ADDRESS)
    return url


def look_up(host: str, port: int) -> list[str]:
    """The IP addresses of a host, in the system's order.

    Raises Refused where there are none, or the answer takes too long: the system's resolver knows
    no limit, so it is left behind in a thread of its own.
    """
    found: list[str] = []

    def ask() -> None:
        try:
            answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError):
            return
        found.extend(dict.fromkeys(str(answer[4][0]) for answer in answers))

    thread = threading.Thread(target=ask, daemon=True)
    thread.start()
    thread.join(LOOKUP_SECONDS)
    if not found:
        raise Refused(Problem.NAME)
    return list(found)


def is_public(ip: str) -> bool:
    """Whether an IP address is one of the internet, and so is the IPv4 address within it."""
    address = ipaddress.ip_address(ip)
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour
        if address in NAT64:
            inner = ipaddress.IPv4Address(address.packed[-4:])
        if inner:
            return is_public(str(inner))
        return address in GLOBAL_IPV6 and address.is_global
    return address.is_global and not address.is_multicast
