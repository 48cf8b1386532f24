"""`manage.py renditions`: pictures from before an upgrade get what they lack."""

import pytest
from django.core.management import call_command
from django_tasks_db.models import DBTaskResult

from industry4.media import renditions
from industry4.media.tasks import make_renditions
from industry4.testing.factories import ImageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def complete():
    image = ImageFactory()
    renditions.make(image)
    return image


def handed_over(capsys):
    """The images that the command hands to the worker; it says how many."""
    DBTaskResult.objects.all().delete()
    call_command("renditions")
    found = [task.args_kwargs["args"][0] for task in DBTaskResult.objects.all()]
    assert capsys.readouterr().out == f"Pictures handed to the worker: {len(found)}\n"
    return found


def test_a_picture_that_has_all_is_left_alone(complete, capsys):
    assert handed_over(capsys) == []


@pytest.mark.parametrize("spec", ["width-720|format-avif", renditions.SOCIAL_SPEC])
def test_a_picture_that_lacks_one_gets_it(complete, capsys, spec):
    complete.renditions.get(filter_spec=spec).delete()
    new = ImageFactory()
    assert sorted(handed_over(capsys)) == [complete.pk, new.pk]
    make_renditions.func(complete.pk)
    assert handed_over(capsys) == [new.pk]
