"""`manage.py serve`: the whole product on one machine, from an empty folder to a running site."""

import errno
import os
import socket
import sys
from typing import Any

from django.conf import settings
from django.core.management import CommandError, call_command
from django.core.management.base import BaseCommand
from wagtail.models import Page

from home.demo.jurors import sample_jurors
from industry4.core import background
from industry4.core.site_address import set_site_address

ADDRESSES = ("/", "/en/", "/admin/", "/api/v2/pages/")


class Command(BaseCommand):
    """For development and demonstration; production is described in docs/operators.md."""

    help = "Prepare the database and the demo content, then serve on $PORT (8000)."
    requires_system_checks: list = []

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEBUG:
            raise CommandError("`serve` is for development: docs/operators.md says how to run.")
        port = settings.PORT
        check_port(port)
        call_command("catalogues", compile=True)
        self.stdout.write("Preparing the database …")
        call_command("migrate", verbosity=0)
        call_command("search_index", verbosity=0)
        if not Page.objects.filter(depth__gt=2).exists():
            call_command("load_demo")
        set_site_address(settings.WAGTAILADMIN_BASE_URL)
        call_command("render_documents", verbosity=0)
        background.start()
        self.announce()
        # The threads above must live in the process that serves, so there is no reloader.
        os.environ["DJANGO_RUNSERVER_HIDE_WARNING"] = "true"
        call_command("runserver", f"127.0.0.1:{port}", use_reloader=False, skip_checks=True)

    def announce(self) -> None:
        """Say where everything is."""
        self.stdout.write("")
        for address in ADDRESSES:
            self.stdout.write(f"  {settings.WAGTAILADMIN_BASE_URL}{address}")
        login = settings.SAMPLE_LOGIN
        self.stdout.write(f"\nLogin: {login['username']} / {login['password']}")
        if jury := sample_jurors():
            chair, *others = jury
            self.stdout.write(f"Jury: {chair} (chair), {', '.join(others)}; the same password")
        self.stdout.write("")
        sys.stdout.flush()


def check_port(port: int) -> None:
    """Raise CommandError with a sentence when the port cannot be had."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                reason = f"Port {port} is taken. Choose another: make run PORT={port + 1}"
            else:
                reason = f"Port {port} cannot be used: {error.strerror}."
            raise CommandError(reason) from error
        except OverflowError as error:
            raise CommandError(f"{port} is not a port: choose one up to 65535.") from error
