"""An index by the place of the page above, which Wagtail's tree keeps none of."""

from typing import Any

from django.db import migrations
from django.db.models import Index, Value
from django.db.models.functions import Length, Substr

# As `core.translation.states` asks for it.
INDEX = Index(Substr("path", 1, Length("path") - Value(4)), name="page_path_above")


def add(apps: Any, schema_editor: Any) -> None:
    schema_editor.add_index(apps.get_model("wagtailcore", "Page"), INDEX)


def remove(apps: Any, schema_editor: Any) -> None:
    schema_editor.remove_index(apps.get_model("wagtailcore", "Page"), INDEX)


class Migration(migrations.Migration):
    dependencies = [
        ("core", "0001_initial"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [migrations.RunPython(add, remove)]
