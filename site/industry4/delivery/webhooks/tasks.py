"""Background tasks of webhooks."""

import datetime

from django.db.models import Q
from django.utils import timezone
from django_tasks import TaskResultStatus, task
from django_tasks_db.models import DBTaskResult, get_date_max

from . import deliveries


@task(backend="background", queue_name="background")
def deliver(webhook_id: int) -> None:
    """Send what is due of an endpoint; what is left is seen to by a further task."""
    deliveries.work(webhook_id)
    at = deliveries.next_due(webhook_id)
    if at is not None:
        see_to(webhook_id, at)


def see_to(webhook_id: int, at: datetime.datetime) -> None:
    """Have an endpoint's messages sent at a moment, unless a task will look after them by then."""
    tasks = DBTaskResult.objects.filter(
        task_path=deliver.module_path,
        status=TaskResultStatus.READY,
        args_kwargs__args=[webhook_id],
    )
    # The database has this moment for tasks that are to run as soon as possible.
    if tasks.filter(Q(run_after__lte=at) | Q(run_after=get_date_max())).exists():
        return
    # Without a moment it is the turn of others first, which are waiting already.
    chosen = deliver.using(run_after=at) if at > timezone.now() else deliver
    chosen.enqueue(webhook_id)
