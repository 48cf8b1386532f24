"""Rules keep how many scores an entry needs; and editions that are public already have theirs kept.

Without them whoever publishes such an edition next would freeze what that draft says.
"""

from django.conf import settings
from django.db import migrations, models

# As `rules_of` makes them when this was written.
FIELDS = {
    "criteria": ("Criterion", ("name", "description"), ("weight", "scale")),
    "eligibility": ("EligibilityQuestion", ("text", "help_text"), ()),
    "questions": (
        "EntryQuestion",
        ("label", "help_text", "choices"),
        ("kind", "is_required", "longest"),
    ),
}


def rules_of(apps, page):
    """The rules that a page states."""
    return {
        kind: {
            str(row.translation_key): {
                **{name: tidy(getattr(row, name)) for name in texts},
                **{name: getattr(row, name) for name in values},
            }
            for row in apps.get_model("ecosystem", model).objects.filter(edition_id=page.pk)
        }
        for kind, (model, texts, values) in FIELDS.items()
    }


def tidy(text):
    return "\n".join(line.strip() for line in text.splitlines() if line.strip())


def keep_rules(apps, schema_editor):
    """Keep the rules of editions that are public: those of the Lithuanian page, where there is one."""
    rules = apps.get_model("ecosystem", "PublishedRules").objects
    pages = apps.get_model("ecosystem", "CompetitionPage").objects.select_related("locale")
    source = settings.LANGUAGE_CODE
    stating = {}
    for page in pages.order_by("pk"):
        if page.locale.language_code == source or page.translation_key not in stating:
            stating[page.translation_key] = page
    for key, page in stating.items():
        if not page.live:
            continue
        kept = rules.filter(edition=key)
        if kept.update(least_scores=page.least_scores):
            continue
        rules.create(
            edition=key,
            entries_open=page.entries_open,
            normalisation=page.normalisation,
            least_scores=page.least_scores,
            rules=rules_of(apps, page),
        )


class Migration(migrations.Migration):
    dependencies = [("ecosystem", "0002_entries_and_rules")]

    operations = [
        migrations.AddField(
            model_name="publishedrules",
            name="least_scores",
            field=models.PositiveSmallIntegerField(
                default=3, verbose_name="fewest scores of an entry"
            ),
        ),
        migrations.RunPython(keep_rules, migrations.RunPython.noop, elidable=True),
    ]
