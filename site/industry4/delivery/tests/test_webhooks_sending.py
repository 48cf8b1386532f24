"""One attempt: whatever the receiver does, it ends soon, and says what came back."""

import contextlib
import socket
import ssl
import threading

import pytest
import trustme

from industry4.delivery.models import WebhookAttempt
from industry4.delivery.tests.receiver import receiving
from industry4.delivery.webhooks import sending, targets
from industry4.delivery.webhooks.sending import send

Problem = WebhookAttempt.Problem


@pytest.fixture(autouse=True)
def _own_network(settings):
    settings.WEBHOOKS_MAY_REACH_PRIVATE = True


@pytest.fixture
def _impatient(monkeypatch):
    monkeypatch.setattr(sending, "ATTEMPT_SECONDS", 0.4)


@pytest.fixture
def receiver():
    with receiving() as found:
        yield found


@pytest.fixture
def authority(monkeypatch, tmp_path):
    """One that signs certificates, and that is trusted here."""
    found = trustme.CA()
    found.cert_pem.write_to_path(tmp_path / "ca.pem")
    monkeypatch.setattr(sending.certifi, "where", lambda: str(tmp_path / "ca.pem"))
    return found


def tls_of(authority, host):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(host).configure_cert(context)
    return context


def post(address):
    return send(address, '{"ž": 1}', {"webhook-id": "msg_1"})


def test_the_message_is_posted_as_it_is(receiver):
    outcome = post(receiver.address("200?a=b"))
    [(path, headers, body)] = receiver.received
    assert (path, body.decode()) == ("/200?a=b", '{"ž": 1}')
    assert headers["content-type"] == "application/json"
    assert headers["webhook-id"] == "msg_1"
    assert headers["Host"] == f"127.0.0.1:{receiver.server_port}"
    assert outcome.delivered


@pytest.mark.parametrize("status", [200, 201, 202, 204])
def test_any_2xx_is_a_delivery(receiver, status):
    outcome = post(receiver.address(str(status)))
    assert (outcome.delivered, outcome.status_code, outcome.problem) == (True, status, "")


@pytest.mark.parametrize("status", [400, 404, 410, 429, 500, 503])
def test_an_error_is_told_with_the_start_of_the_answer(receiver, status):
    outcome = post(receiver.address(str(status)))
    assert (outcome.delivered, outcome.silent) == (False, False)
    assert (outcome.status_code, outcome.answer) == (status, f"answer {status}")
    assert outcome.gone == (status == 410)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_not_followed_and_is_told(receiver, status):
    outcome = post(receiver.address(str(status)))
    assert (outcome.status_code, outcome.problem) == (status, Problem.REDIRECT)
    assert not outcome.delivered
    assert len(receiver.received) == 1


@pytest.mark.usefixtures("_impatient")
@pytest.mark.parametrize("behaviour", ["hang", "slow-headers"])
def test_a_receiver_that_does_not_come_to_the_point_is_cut_off(receiver, behaviour):
    outcome = post(receiver.address(behaviour))
    assert (outcome.status_code, outcome.problem) == (None, Problem.TIMEOUT)
    assert outcome.silent


@pytest.mark.usefixtures("_impatient")
def test_a_status_counts_even_if_the_rest_of_the_answer_never_ends(receiver):
    assert post(receiver.address("slow-body")).delivered


def test_a_gigabyte_is_not_read(receiver):
    outcome = post(receiver.address("gigabyte"))
    assert outcome.delivered
    assert outcome.answer == "x" * 1000


@pytest.mark.parametrize("behaviour", ["endless-headers", "no-http", "nothing"])
def test_what_is_no_http_is_told(receiver, behaviour):
    assert post(receiver.address(behaviour)).problem == Problem.PROTOCOL


def test_an_answer_that_the_database_would_not_take_is_made_so_that_it_does(receiver):
    assert post(receiver.address("binary")).answer == "a\ufffdb\ufffd" + "ž" * 996


def test_where_nobody_listens_there_is_no_connection():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        outcome = post(f"http://127.0.0.1:{taken.getsockname()[1]}/")
    assert (outcome.status_code, outcome.problem) == (None, Problem.CONNECTION)


@pytest.mark.usefixtures("_impatient")
def test_a_host_that_speaks_no_tls_and_says_nothing_is_cut_off():
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        outcome = post(f"https://127.0.0.1:{silent.getsockname()[1]}/")
    assert outcome.problem == Problem.TIMEOUT


@pytest.mark.usefixtures("_impatient")
def test_a_handshake_that_drips_is_cut_off():
    """Every byte comes in time, and the handshake would take hours."""

    def drip():
        connection, _address = listening.accept()
        with connection, contextlib.suppress(OSError):
            connection.sendall(b"\x16\x03\x03\x40\x00")  # a long record of TLS begins
            while not cut_off.wait(0.05):
                connection.sendall(b"\x02")

    cut_off = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as listening:
        thread = threading.Thread(target=drip)
        thread.start()
        outcome = post(f"https://127.0.0.1:{listening.getsockname()[1]}/")
        cut_off.set()
        thread.join()
    assert outcome.problem == Problem.TIMEOUT


def test_a_private_address_is_not_connected_to(receiver, settings):
    settings.WEBHOOKS_MAY_REACH_PRIVATE = False
    outcome = post(f"https://127.0.0.1:{receiver.server_port}/200")
    assert (outcome.problem, receiver.received) == (Problem.PRIVATE, [])


def test_the_connection_goes_to_the_address_that_was_checked_by_the_name_that_was_given(
    authority, monkeypatch
):
    """What a name leads to later does not matter: nothing is looked up twice."""
    monkeypatch.setattr(targets, "look_up", lambda host, port: ["127.0.0.1"])
    with receiving(tls_of(authority, "hooks.example")) as receiver:
        outcome = post(receiver.address("200", host="hooks.example"))
        [(_path, headers, _body)] = receiver.received
    assert outcome.delivered
    assert headers["Host"] == f"hooks.example:{receiver.server_port}"


def test_another_of_its_addresses_is_tried_where_one_does_not_answer(receiver, monkeypatch):
    # 127.0.0.2 is this machine as well, but the receiver is not there.
    monkeypatch.setattr(targets, "look_up", lambda host, port: ["127.0.0.2", "127.0.0.1"])
    assert post(receiver.address("200", host="hooks.example")).delivered


def test_a_certificate_of_another_host_is_refused(authority):
    with receiving(tls_of(authority, "other.example")) as receiver:
        outcome = post(receiver.address("200"))
        assert (outcome.problem, receiver.received) == (Problem.CERTIFICATE, [])


def test_a_certificate_that_nobody_vouches_for_is_refused():
    with receiving(tls_of(trustme.CA(), "127.0.0.1")) as receiver:
        outcome = post(receiver.address("200"))
        assert (outcome.problem, receiver.received) == (Problem.CERTIFICATE, [])
