"""On SQLite, neither is a row of the record put in the place of another.

`INSERT OR REPLACE` deletes the old row without firing its triggers. PostgreSQL has no such thing.
"""

from typing import Any

from django.db import migrations

GUARD = """
CREATE TRIGGER competition_record_is_not_replaced BEFORE INSERT ON competition_recordentry
WHEN EXISTS (SELECT 1 FROM competition_recordentry WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'What is on the record stays as it is.'); END
"""


def guard(apps: Any, schema_editor: Any) -> None:
    """Make the trigger."""
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute(GUARD, params=None)


def release(apps: Any, schema_editor: Any) -> None:
    """Remove it."""
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute("DROP TRIGGER competition_record_is_not_replaced", params=None)


class Migration(migrations.Migration):
    dependencies = [("competition", "0005_permission_to_judge")]
    operations = [migrations.RunPython(guard, release)]
