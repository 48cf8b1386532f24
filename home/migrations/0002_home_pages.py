"""The home pages of both languages, in place of Wagtail's welcome page."""

import uuid

from django.db import migrations

HOMES = [("lt", "Pradžia", "home"), ("en", "Home", "home-en")]


def create_home_pages(apps, schema_editor):
    Page = apps.get_model("wagtailcore", "Page")
    Site = apps.get_model("wagtailcore", "Site")
    Locale = apps.get_model("wagtailcore", "Locale")
    HomePage = apps.get_model("home", "HomePage")
    ContentType = apps.get_model("contenttypes", "ContentType")
    if HomePage.objects.exists():
        return
    content_type, _created = ContentType.objects.get_or_create(model="homepage", app_label="home")
    root = Page.objects.get(depth=1)
    Page.objects.filter(depth__gt=1).delete()  # Wagtail's welcome page, and its site with it
    key = uuid.uuid4()
    for number, (language, title, slug) in enumerate(HOMES, start=1):
        locale, _created = Locale.objects.get_or_create(language_code=language)
        home = HomePage.objects.create(
            title=title,
            draft_title=title,
            slug=slug,
            content_type=content_type,
            path=f"{root.path}{number:04d}",
            depth=2,
            numchild=0,
            url_path=f"/{slug}/",
            locale=locale,
            translation_key=key,
            live=True,
        )
        if language == "lt":
            Site.objects.all().delete()
            Site.objects.create(
                hostname="localhost",
                port=80,
                site_name="Industry 4 Panevėžys",
                root_page_id=home.pk,
                is_default_site=True,
            )
    Page.objects.filter(pk=root.pk).update(numchild=len(HOMES))


class Migration(migrations.Migration):
    dependencies = [
        ("home", "0001_initial"),
        ("wagtailcore", "0098_apitoken"),
    ]
    operations = [migrations.RunPython(create_home_pages, migrations.RunPython.noop)]
