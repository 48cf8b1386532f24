"""Where webhooks may go: to the internet, however an address is written, and nowhere else."""

import socket
import threading

import pytest

from industry4.delivery.models import WebhookAttempt
from industry4.delivery.webhooks import targets
from industry4.delivery.webhooks.targets import Refused, find

Problem = WebhookAttempt.Problem

OWN = [
    # IPv4: this machine, private networks, what is set aside
    *("0.0.0.0", "10.1.2.3", "100.64.0.1", "127.0.0.1", "127.255.255.254", "169.254.169.254"),
    *("172.16.0.1", "192.0.2.1", "192.168.1.1", "198.18.0.1", "224.0.0.1", "239.1.1.1"),
    *("240.0.0.1", "255.255.255.255"),
    # IPv6 likewise
    *("::", "::1", "fc00::1", "fd12:3456::1", "fe80::1", "fec0::1", "ff02::1", "2001:db8::1"),
    *("100::1", "64:ff9b:1::1"),
    # an IPv4 address within: mapped, compatible, NAT64, 6to4, Teredo
    *("::ffff:127.0.0.1", "::ffff:10.0.0.1", "::127.0.0.1", "64:ff9b::7f00:1", "64:ff9b::a00:1"),
    *("2002:7f00:1::1", "2002:c0a8:101::1", "2001:0:7f00:1::1"),
]
PUBLIC = ["1.1.1.1", "93.184.215.14", "2606:4700::1111", "64:ff9b::101:101", "::ffff:1.1.1.1"]


@pytest.fixture
def names(monkeypatch):
    """The names that are known, and where they lead: to be filled in."""
    known = {}

    def getaddrinfo(host, port, **options):
        if host not in known:
            raise socket.gaierror(socket.EAI_NONAME, "unknown")
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, port)) for ip in known[host]]

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
    return known


def problem(address):
    with pytest.raises(Refused) as refused:
        find(address)
    return refused.value.problem


@pytest.mark.parametrize("ip", OWN)
def test_a_name_that_leads_into_a_network_of_our_own_is_refused(names, ip):
    names["hooks.example"] = [ip]
    assert problem("https://hooks.example/") == Problem.PRIVATE


@pytest.mark.parametrize("ip", PUBLIC)
def test_a_name_that_leads_to_the_internet_is_taken(names, ip):
    names["hooks.example"] = [ip]
    assert find("https://hooks.example/").ips == [ip]


def test_one_private_address_among_public_ones_is_enough_to_refuse(names):
    names["hooks.example"] = [*PUBLIC, "10.0.0.1"]
    assert problem("https://hooks.example/") == Problem.PRIVATE


@pytest.mark.parametrize(
    "host",
    [
        *("127.0.0.1", "127.1", "2130706433", "0x7f000001", "0x7f.1", "0177.0.0.1", "0"),
        *("localhost", "LOCALHOST", "%31%32%37.0.0.1", "[::1]", "[::ffff:7f00:1]"),
    ],
)
def test_this_machine_is_refused_however_its_address_is_written(host):
    assert problem(f"https://{host}/") == Problem.PRIVATE


@pytest.mark.parametrize(
    "address",
    [
        *("", "hooks.example", "//hooks.example/", "https://", "https:hooks.example", "https:///x"),
        *("http://hooks.example/", "ftp://hooks.example/", "file:///etc/passwd", "javascript:1"),
        *(
            "https://user@hooks.example/",
            "https://user:word@hooks.example/",
            "https://:@x.example/",
        ),
        *("https://hooks.example:0/", "https://hooks.example:99999/", "https://hooks.example:x/"),
        *("https://hooks.example/#part", "https://hooks.example/ x", "https://hooks.example/\r\nx"),
        *("https://1.1.1.1\\@hooks.example/", "https://[::1/", "https://ho oks.example/"),
    ],
)
def test_what_is_no_address_for_webhooks_is_refused(names, address):
    names["hooks.example"] = ["1.1.1.1"]
    assert problem(address) == Problem.ADDRESS


@pytest.mark.parametrize("host", ["unknown.example", "a..b", f"{'a' * 80}.example", "a.localhost"])
def test_a_name_that_leads_nowhere_is_refused(names, host):
    assert problem(f"https://{host}/") == Problem.NAME


def test_a_name_that_takes_too_long_to_look_up_is_refused(monkeypatch):
    answer = threading.Event()
    monkeypatch.setattr(targets, "LOOKUP_SECONDS", 0.01)
    monkeypatch.setattr(socket, "getaddrinfo", lambda *args, **options: answer.wait() and [])
    assert problem("https://hooks.example/") == Problem.NAME
    answer.set()


def test_letters_of_any_language_may_be_in_an_address(names):
    names["xn--pavyzdiai-0cc.example"] = ["1.1.1.1"]
    target = find("https://pavyzdžiai.example/ą?b=ė")
    assert target.url.request_uri == "/%C4%85?b=%C4%97"


@pytest.mark.parametrize(
    "address,port",
    [
        ("https://hooks.example", 443),
        ("https://hooks.example:8443/x", 8443),
        ("http://hooks.example", 80),
    ],
)
def test_settings_may_allow_our_own_network_and_plain_http(names, settings, address, port):
    settings.WEBHOOKS_MAY_REACH_PRIVATE = True
    names["hooks.example"] = ["10.0.0.1"]
    assert find(address)[1:] == (port, ["10.0.0.1"])


def test_settings_allow_no_other_schemes(settings):
    settings.WEBHOOKS_MAY_REACH_PRIVATE = True
    assert problem("ftp://127.0.0.1/") == Problem.ADDRESS
