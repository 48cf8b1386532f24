"""What samples are made of: pages in the reader's language that are not stored, files that are."""

import datetime
from typing import Any, NamedTuple

from django.utils import timezone
from django.utils.translation import get_language
from wagtail.models import Locale, Page

from ecosystem.models import CompetitionPage, InitiativePage, MemberPage, StrategyDocumentPage
from home.models import HomePage
from industry4.core import references
from industry4.core.public import public_pages
from industry4.core.translation.states import State
from industry4.media.models import Document, Image
from news.models import ArticlePage, EventPage


class Sample(NamedTuple):
    """A component in one state: what is particular about it, and what it is given."""

    title: str
    context: dict[str, Any]


def words(lithuanian: str, english: str) -> str:
    """The one of the two that is in the active language."""
    return english if get_language() == "en" else lithuanian


def day(days: int) -> datetime.date:
    """The date in so many days."""
    return timezone.localdate() + datetime.timedelta(days=days)


def at(days: int, hour: int) -> datetime.datetime:
    """A full hour in so many days, in Lithuania."""
    zone = timezone.get_default_timezone()
    return datetime.datetime.combine(day(days), datetime.time(hour), tzinfo=zone)


# Pages


def home() -> HomePage:
    """The home page in the active language, which the migrations make."""
    return HomePage.objects.get(locale=Locale.get_active(), depth=2)


def placed(model: type[Page], *, elsewhere: bool = False, **fields: Any) -> Any:
    """A page that is not stored, right under the home page; its links lead to this gallery.

    In the active language or, `elsewhere`, in the other.
    """
    own = home()
    front = own.get_translations().select_related("locale").first() if elsewhere else own
    return model(
        locale=(front or own).locale,
        url_path=f"{(front or own).url_path}components/",
        path=f"{(front or own).path}0000",
        depth=3,
        **fields,
    )


def article(**fields: Any) -> ArticlePage:
    """An article."""
    return placed(
        ArticlePage,
        **{
            "title": words(
                "Gamykloje pradėjo dirbti šeši nauji robotai",
                "Six new robots start work at the factory",
            ),
            "intro": words(
                "Pavyzdinė naujiena: kas pasikeitė surinkimo ceche ir ko išmoko jo žmonės.",
                "Sample article: what changed on the assembly floor, and what its people learnt.",
            ),
            "published_at": at(-3, 9),
            **fields,
        },
    )


def event(**fields: Any) -> EventPage:
    """An event of some hours."""
    return placed(
        EventPage,
        **{
            "title": words("Robotikos diena RoboLabe", "Robotics day at RoboLabas"),
            "intro": words(
                "Pavyzdinis renginys: mokyklų komandų varžybos ir įmonių robotai iš arti.",
                "Sample event: contests of school teams, and company robots close up.",
            ),
            "starts_at": at(7, 10),
            "ends_at": at(7, 16),
            "venue": "RoboLabas",
            **fields,
        },
    )


def member(**fields: Any) -> MemberPage:
    """A member."""
    return placed(
        MemberPage,
        **{
            "title": words("Pavyzdinė staklių dirbtuvė", "Sample machine works"),
            "intro": words(
                "Gamina staklių dalis ir ieško, su kuo automatizuoti jų apdirbimą.",
                "Makes parts of machine tools, and looks for someone to automate their machining.",
            ),
            "kind": MemberPage.Kind.COMPANY,
            "municipality": MemberPage.Municipality.PANEVEZYS_CITY,
            "address": words("Gamyklos g. 1, Panevėžys", "Gamyklos g. 1, Panevėžys"),
            "latitude": "55.733300",
            "longitude": "24.350000",
            **fields,
        },
    )


def initiative(**fields: Any) -> InitiativePage:
    """An initiative that runs, half its time gone."""
    return placed(
        InitiativePage,
        **{
            "title": words("Robotikos pamokos kiekvienoje mokykloje", "Robotics in every school"),
            "intro": words(
                "Pavyzdinė iniciatyva: nuo pirmosios klasės iki profesijos.",
                "Sample initiative: from the first form to a profession.",
            ),
            "status": InitiativePage.Status.RUNNING,
            "start_date": day(-500),
            "end_date": day(500),
            **fields,
        },
    )


def strategy_document(**fields: Any) -> StrategyDocumentPage:
    """A strategy document that was adopted."""
    return placed(
        StrategyDocumentPage,
        **{
            "title": words("Regiono specializacijos kryptys", "Directions of specialisation"),
            "intro": words(
                "Pavyzdinis dokumentas: kuo regiono pramonė nori skirtis.",
                "Sample document: in what the region’s industry wants to differ.",
            ),
            "kind": StrategyDocumentPage.Kind.values[0],
            "status": "adopted",
            "adopted_on": day(-200),
            **fields,
        },
    )


def edition(**fields: Any) -> CompetitionPage:
    """An edition of the competition."""
    return placed(
        CompetitionPage,
        **{
            "title": words("Inovatyviausia įmonė", "The most innovative company"),
            "intro": words("Pavyzdiniai rinkimai.", "A sample edition."),
            "year": day(0).year,
            **fields,
        },
    )


def stale_page() -> Page | None:
    """A public page in the active language whose source has changed since, or None."""
    pages: list[Page] = list(public_pages().filter(locale=Locale.get_active()))
    known = references.current()
    known.add_pages(page.pk for page in pages)
    for page in pages:
        for found in known.translations(page):
            if found.page and found.page.pk == page.pk and found.state == State.STALE:
                return page
    return None


# Files


def image() -> Image | None:
    """A stored picture, one with an author where there is such, or None."""
    return Image.objects.order_by("-credit", "pk").prefetch_related("renditions").first()


def document() -> Document | None:
    """A stored file, or None."""
    return Document.objects.order_by("pk").first()
