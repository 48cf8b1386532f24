"""What makes a group that of jurors is a permission, so that it may be called anything."""

from django.db import migrations


def let_jury_judge(apps, schema_editor):
    ContentType = apps.get_model("contenttypes", "ContentType")
    Permission = apps.get_model("auth", "Permission")
    # As Wagtail's own migration does: permissions are otherwise made after all migrations.
    seat, _made = ContentType.objects.get_or_create(app_label="competition", model="seat")
    judge, _made = Permission.objects.get_or_create(
        content_type=seat,
        codename="judge_entries",
        defaults={"name": "Can be given a seat on a jury"},
    )
    for group in apps.get_model("auth", "Group").objects.filter(name="Jury"):
        group.permissions.add(judge)


class Migration(migrations.Migration):
    dependencies = [
        ("competition", "0004_kinds_and_acts"),
    ]

    operations = [
        migrations.AlterModelOptions(
            name="seat",
            options={
                "ordering": ["-is_chair", "user__last_name", "user__username"],
                "permissions": [("judge_entries", "Can be given a seat on a jury")],
                "verbose_name": "seat on the jury",
                "verbose_name_plural": "seats on the jury",
            },
        ),
        migrations.RunPython(let_jury_judge, migrations.RunPython.noop),
    ]
