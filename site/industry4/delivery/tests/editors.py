"""What editors do to the content of `content.everything`, each to something chosen by a number."""

import datetime
from contextlib import suppress

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import ProtectedError
from django.utils import timezone
from wagtail.models import CollectionViewRestriction, Page, PageViewRestriction, Site

from ecosystem.models import CompetitionAct, CompetitionPage, InitiativePage, MemberPage, Sector
from home.tests.factories import ContentPageFactory
from industry4.core.models import SiteSettings
from industry4.delivery.changes.settle import settle
from industry4.media.models import Document, Image
from industry4.media.renditions import renditions_made
from industry4.testing.factories import translated
from news.models import EventPage


def one_of(queryset, number):
    """One of the rows, by a number of any size; None where there are none."""
    rows = list(queryset.order_by("pk"))
    return rows[number % len(rows)] if rows else None


def any_page(number, model=Page):
    page = one_of(model.objects.filter(depth__gt=2), number)
    return page and page.specific


def publish(page):
    """Publish, where the page may be."""
    with suppress(ValidationError), transaction.atomic():
        page.save_revision().publish()


def retitle(number):
    if page := any_page(number):
        page.title = f"{page.title} {number}"
        publish(page)


def rename_in_address(number):
    if page := any_page(number):
        page.slug = f"naujas-{number}"
        publish(page)


def keep_a_draft(number):
    if page := any_page(number):
        page.title = "Juodraštis"
        page.save_revision()


def unpublish(number):
    if page := any_page(number):
        page.unpublish()


def publish_again(number):
    page = one_of(Page.objects.filter(live=False, depth__gt=2), number)
    if page:
        publish(page.specific)


def delete(number):
    # Sections hold too much to be left with.
    page = one_of(Page.objects.filter(depth__gt=3, numchild=0), number)
    if page and not hasattr(page.specific, "competition_results"):
        page.delete()


def move(number):
    home = one_of(Page.objects.filter(depth=2), number)
    page = one_of(Page.objects.descendant_of(home).filter(depth=3), number // 7)
    other = one_of(Page.objects.descendant_of(home), number // 11)
    if page and other and not other.path.startswith(page.path):
        page.move(other, pos="last-child")


def translate(number):
    page = one_of(Page.objects.filter(locale__language_code="lt", depth__gt=2, live=True), number)
    if page and page.get_translations().count() == 0:
        translated(page.specific)


def drop_organisers(number):
    if event := any_page(number, EventPage):
        event.organisers = []
        publish(event)


def let_another_lead(number):
    if initiative := any_page(number, InitiativePage):
        initiative.lead = one_of(MemberPage.objects.filter(locale=initiative.locale), number // 3)
        publish(initiative)


def describe_an_image(number):
    if image := one_of(Image.objects, number):
        image.alt_text_lt = f"Vaizdas {number}"
        image.save()


def delete_an_image(number):
    if image := one_of(Image.objects, number):
        image.delete()


def rename_a_file(number):
    if document := one_of(Document.objects, number):
        document.title = f"Failas {number}"
        document.save()


def delete_a_file(number):
    if document := one_of(Document.objects, number):
        with suppress(ProtectedError):
            document.delete()


def put_a_page_below_home(number):
    home = one_of(Page.objects.filter(depth=2), number)
    ContentPageFactory(parent=home, title=f"Naujas {number}")


def make_files_of_a_picture(number):
    if image := one_of(Image.objects, number):
        renditions_made.send(Image, image=image)


def move_below_what_is_not_public(number):
    if page := any_page(number):
        parent = ContentPageFactory(parent=page.get_parent().specific, title=f"Po juo {number}")
        child = ContentPageFactory(parent=parent)
        parent.unpublish()
        if page.path != parent.path:
            parent.refresh_from_db()
            parent.move(page, pos="last-child")
            child.refresh_from_db()


def rename_while_withdrawn(number):
    parent = ContentPageFactory(title=f"Skyrius {number}")
    ContentPageFactory(parent=parent)
    settle()
    parent.unpublish()
    settle()
    parent.slug = f"kitaip-{number}"
    publish(parent)


def rename_a_sector(number):
    if sector := one_of(Sector.objects, number):
        sector.name = f"Sektorius {number}"
        sector.save()


def make_private(number):
    if page := any_page(number):
        PageViewRestriction.objects.create(page=page, restriction_type="login")


def make_public(number):
    if restriction := one_of(PageViewRestriction.objects, number):
        restriction.delete()


def close_the_collection(number):
    collection = one_of(Image.objects, number)
    if collection:
        CollectionViewRestriction.objects.create(
            collection=collection.collection, restriction_type="login"
        )


def move_the_site(number):
    site = Site.objects.get()
    site.hostname = f"site-{number}.example"
    site.save()


def record_the_results(number):
    if edition := any_page(number, CompetitionPage):
        CompetitionAct.objects.get_or_create(
            edition=edition.translation_key, kind="published", defaults={"at": timezone.now()}
        )


def take_the_results_back(number):
    if act := one_of(CompetitionAct.objects, number):
        act.delete()


def change_settings(number):
    SiteSettings.objects.update_or_create(site=Site.objects.get())


def let_expire(number):
    if page := any_page(number):
        page.expire_at = timezone.now() + datetime.timedelta(days=number % 9 + 1)
        publish(page)


OPERATIONS = [
    *(retitle, rename_in_address, keep_a_draft, unpublish, publish_again, delete, move, translate),
    *(drop_organisers, let_another_lead, describe_an_image, delete_an_image, rename_a_file),
    *(rename_a_sector, make_private, make_public, close_the_collection, move_the_site),
    *(delete_a_file, put_a_page_below_home, make_files_of_a_picture, rename_while_withdrawn),
    *(
        move_below_what_is_not_public,
        record_the_results,
        take_the_results_back,
        change_settings,
        let_expire,
    ),
]
