"""The database itself keeps what is on the record, whatever program writes to it.

Alone who did it may be set to null, which deleting a user does; the name stays. Only rows are
guarded: PostgreSQL may still empty the table as a whole. A later migration that changes the table
on SQLite makes it anew, without these triggers, and has to add them again.
"""

from typing import Any

from django.db import migrations

TABLE = "competition_recordentry"
MESSAGE = "What is on the record stays as it is."
KEPT = ("id", "edition", "at", "by_name", "act", "entry_number", "details", "reason")

POSTGRESQL = f"""
CREATE FUNCTION competition_record_is_append_only() RETURNS trigger AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.by_id IS NULL
        AND ROW({", ".join(f"NEW.{name}" for name in KEPT)})
            IS NOT DISTINCT FROM ROW({", ".join(f"OLD.{name}" for name in KEPT)})
    THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION '{MESSAGE}' USING ERRCODE = 'restrict_violation';
END
$$ LANGUAGE plpgsql;
CREATE TRIGGER competition_record_is_append_only BEFORE UPDATE OR DELETE ON {TABLE}
    FOR EACH ROW EXECUTE FUNCTION competition_record_is_append_only();
"""
SQLITE = [
    f"""
    CREATE TRIGGER competition_record_is_not_changed BEFORE UPDATE ON {TABLE}
    WHEN NEW.by_id IS NOT NULL OR {" OR ".join(f"NEW.{name} IS NOT OLD.{name}" for name in KEPT)}
    BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END
    """,
    f"""
    CREATE TRIGGER competition_record_is_not_deleted BEFORE DELETE ON {TABLE}
    BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END
    """,
]
UNDO = {
    "postgresql": [
        f"DROP TRIGGER competition_record_is_append_only ON {TABLE}",
        "DROP FUNCTION competition_record_is_append_only()",
    ],
    "sqlite": [
        "DROP TRIGGER competition_record_is_not_changed",
        "DROP TRIGGER competition_record_is_not_deleted",
    ],
}


def guard(apps: Any, schema_editor: Any) -> None:
    """Make the triggers."""
    statements = {"postgresql": [POSTGRESQL], "sqlite": SQLITE}
    for statement in statements[schema_editor.connection.vendor]:
        schema_editor.execute(statement, params=None)


def release(apps: Any, schema_editor: Any) -> None:
    """Remove them."""
    for statement in UNDO[schema_editor.connection.vendor]:
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("competition", "0001_initial")]
    operations = [migrations.RunPython(guard, release)]
