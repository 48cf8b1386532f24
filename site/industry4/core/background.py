"""The background worker and the clock inside a development server, as threads.

In production both are processes of their own: `manage.py db_worker` and `manage.py run_due`.
"""

import logging
import threading
import time

from django.core.management import CommandError, call_command
from django.db import close_old_connections, connections
from django.utils.crypto import get_random_string
from django_tasks_db.management.commands.db_worker import Worker

logger = logging.getLogger(__name__)
SECONDS_BETWEEN_RUNS = 30


def work() -> None:
    """Work off the `background` queue for ever; a passing error of the database ends a round."""
    while True:
        try:
            Worker(
                queue_names=["*"],
                excluded_queue_names=[],
                interval=1,
                batch=False,
                backend_name="background",
                startup_delay=False,
                max_tasks=None,
                worker_id=get_random_string(32),
            ).run()
        except Exception:  # the thread must outlive whatever a task or the database does
            logger.exception("The background worker starts again")
            connections.close_all()
            time.sleep(1)


def run_clock() -> None:
    """Do what is due, again and again."""
    while True:
        try:
            call_command("run_due")
        except CommandError as error:
            logger.error("%s", error)
        close_old_connections()
        time.sleep(SECONDS_BETWEEN_RUNS)


def start() -> None:
    """Start both; they end with the process."""
    for target in (work, run_clock):
        threading.Thread(target=target, name=target.__name__, daemon=True).start()
