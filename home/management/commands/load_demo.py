"""`manage.py load_demo`: fill a fresh site with its demo content, in both languages."""

import time
from collections.abc import Callable
from functools import partial
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandParser
from django.db import transaction
from django.test.utils import override_settings
from django.utils import timezone
from wagtail.models import Site
from wagtail.users.models import UserProfile

from home.demo import competition
from home.demo.content.menus import SETTINGS
from home.demo.indexing import indexing_put_off
from home.demo.loader import Loader
from home.demo.media import Media
from home.demo.sections import SECTIONS
from industry4.core.models import SiteSettings

EMAIL = "redakcija@example.com"


class Command(BaseCommand):
    """All in one transaction; what exists is left as it is, so it may be run again."""

    help = "Load the demo content; what exists is left as it is."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--quiet", action="store_true", help="say nothing unless it fails")

    def handle(self, *args: Any, quiet: bool = False, **options: Any) -> None:
        self.quiet = quiet
        started = time.monotonic()
        # A page that gets its English address is new, not moved.
        with override_settings(WAGTAILREDIRECTS_AUTO_CREATE=False):
            media = Media()
            with media.taken_back_on_failure(), transaction.atomic():
                made = self.load(media)
        call_command("search_vocabulary", verbosity=0)
        self.say(f"Demo content: {made} new, {time.monotonic() - started:.1f} s")

    def load(self, media: Media) -> int:
        """Load everything and return how much of it is new."""
        user = media.uploaded_by = sample_editor()
        loader = Loader(media, user, timezone.localdate())
        made = self.step("pictures", media.store_pictures)
        made += self.step("files", media.store_files)
        with indexing_put_off() as finished:
            for name, items in SECTIONS.items():
                made += self.step(name, partial(loader.load, items))
            finished += loader.finished
        made += self.step("entries", partial(competition.play, loader))
        choose_settings(loader)
        return made

    def step(self, name: str, load: Callable[[], int]) -> int:
        """Run a step and say how much is new and how long it took."""
        started = time.monotonic()
        made = load()
        self.say(f"  {name:<12} {made:>3} new  {time.monotonic() - started:5.1f} s")
        return made

    def say(self, line: str) -> None:
        """Print a line, unless asked to be quiet."""
        if not self.quiet:
            self.stdout.write(line)


def sample_editor() -> Any:
    """The editor of SAMPLE_LOGIN, made if need be; None where the settings have no such login."""
    if not settings.SAMPLE_LOGIN:
        return None
    User = get_user_model()
    username, password = settings.SAMPLE_LOGIN["username"], settings.SAMPLE_LOGIN["password"]
    user = User.objects.filter(username=username).first()
    if user is None:
        user = User.objects.create_superuser(username, EMAIL, password)
        profile = UserProfile.get_for_user(user)
        profile.preferred_language = "lt"
        profile.save()
    return user


def choose_settings(loader: Loader) -> None:
    """Choose the menus and the organisation where nobody has chosen any."""
    site_settings = SiteSettings.for_site(Site.objects.get(is_default_site=True))
    for field, name in SETTINGS.items():
        if getattr(site_settings, f"{field}_id") is None:
            model: Any = SiteSettings._meta.get_field(field).related_model
            setattr(site_settings, f"{field}_id", loader.pk(model, name))
    site_settings.save()
