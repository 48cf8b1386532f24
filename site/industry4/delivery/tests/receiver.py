"""A receiver of webhooks on this machine: it answers well, badly, slowly, too much, or never."""

import contextlib
import http.server
import ssl
import threading
from typing import Any


class Receiver(http.server.ThreadingHTTPServer):
    """What is posted to it is in `received`: path, headers and body."""

    daemon_threads = True

    def __init__(self, tls: ssl.SSLContext | None = None) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.received: list[tuple[str, dict[str, str], bytes]] = []
        self.closing = threading.Event()
        self.scheme = "https" if tls else "http"
        if tls:
            self.socket = tls.wrap_socket(self.socket, server_side=True)

    def address(self, path: str, host: str = "127.0.0.1") -> str:
        """Where to post: the path says how it answers."""
        return f"{self.scheme}://{host}:{self.server_port}/{path}"

    def handle_error(self, *args: Any) -> None:
        """The other side ended the connection, as it should."""


@contextlib.contextmanager
def receiving(tls: ssl.SSLContext | None = None):
    """A receiver that works as long as this lasts."""
    receiver = Receiver(tls)
    thread = threading.Thread(target=receiver.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield receiver
    finally:
        receiver.closing.set()
        receiver.shutdown()
        thread.join()
        receiver.server_close()


class Handler(http.server.BaseHTTPRequestHandler):
    """Answers as the path says."""

    server: Receiver

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["content-length"]))
        self.server.received.append((self.path, dict(self.headers), body))
        name = self.path.strip("/").partition("?")[0].replace("-", "_")
        getattr(self, f"answer_{name}", self.answer_status)()

    def answer_status(self) -> None:
        status = int(self.path.strip("/").partition("?")[0])
        self.send_response(status)
        if 300 <= status < 400:
            self.send_header("location", self.server.address("200"))
        self.end_headers()
        self.wfile.write(f"answer {status}".encode())

    def answer_hang(self) -> None:
        self.server.closing.wait()

    def answer_slow_headers(self) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\nx-slow: ")
        self.drip()

    def answer_slow_body(self) -> None:
        self.send_response(200)
        self.end_headers()
        self.drip()

    def answer_gigabyte(self) -> None:
        self.send_response(200)
        self.end_headers()
        for _megabyte in range(1024):
            self.wfile.write(b"x" * 1024 * 1024)

    def answer_endless_headers(self) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\n")
        while not self.server.closing.is_set():
            self.wfile.write(b"x-more: " + b"x" * 1000 + b"\r\n")

    def answer_no_http(self) -> None:
        self.wfile.write(b"220 mail.example ESMTP\r\n")

    def answer_binary(self) -> None:
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"a\0b\xff" + "ž".encode() * 2000)

    def answer_nothing(self) -> None:
        """Ends the connection without a word."""

    def drip(self) -> None:
        while not self.server.closing.wait(0.05):
            self.wfile.write(b"x")
            self.wfile.flush()

    def log_message(self, *args: Any) -> None:
        """Says nothing."""
