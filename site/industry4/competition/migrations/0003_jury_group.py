"""The group of jurors, who may enter the admin; what they see there follows from their seats."""

from django.db import migrations

JURY = "Jury"


def make_group(apps, schema_editor):
    Group = apps.get_model("auth", "Group")
    Permission = apps.get_model("auth", "Permission")
    ContentType = apps.get_model("contenttypes", "ContentType")
    # As Wagtail's own migration does: permissions are otherwise made after all migrations.
    admin, _made = ContentType.objects.get_or_create(app_label="wagtailadmin", model="admin")
    enter, _made = Permission.objects.get_or_create(
        content_type=admin, codename="access_admin", defaults={"name": "Can access Wagtail admin"}
    )
    group, _made = Group.objects.get_or_create(name=JURY)
    group.permissions.add(enter)


def remove_group(apps, schema_editor):
    apps.get_model("auth", "Group").objects.filter(name=JURY).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("competition", "0002_record_is_append_only"),
        ("wagtailadmin", "0001_create_admin_access_permissions"),
    ]

    operations = [migrations.RunPython(make_group, remove_group)]
