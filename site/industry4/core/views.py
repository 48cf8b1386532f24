"""What a visitor gets where there is no page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from wagtail.models import Page

from .context_processors import on_every_page
from .listing import NoSuchPage
from .public import public_pages
from .sites import site_of
from .translation.switcher import NAMES


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The 404 page in the visitor's language; offers the page where the other language has it.

    An address may be typed with the slug of the other language, or be that of a translation
    that was withdrawn. From a page that a list does not have, it leads to the list's first.
    Addresses of the admin that it does not know end here as well.
    """
    context = {**on_every_page(request), "is_error": True, "language": request.LANGUAGE_CODE}
    if isinstance(exception, NoSuchPage):
        context["list_url"] = first_page(request)
        return render(request, "404.html", context, status=404)
    page = elsewhere(request)
    context["elsewhere"] = page and {
        "language": page.locale.language_code,
        "name": NAMES[page.locale.language_code],
        "title": page.title,
        "url": page.url,
    }
    return render(request, "404.html", context, status=404)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The page for a form that was sent from elsewhere, or too late; in the admin as well."""
    return render(request, "403_csrf.html", on_every_page(request), status=403)


def first_page(request: HttpRequest) -> str:
    """The address of the first page of a list, with the same filters."""
    query = request.GET.copy()
    query.pop("page", None)
    return f"{request.path}?{query.urlencode()}" if query else request.path


def elsewhere(request: HttpRequest) -> Page | None:
    """The public page that stands, in any language, at the path that was not found."""
    site = site_of(request)
    if site is None or "\x00" in request.path or len(request.path) > 1000:
        return None
    slugs = [slug for slug in request.path.split("/") if slug]
    homes = list(site.root_page.get_translations(inclusive=True).select_related("locale"))
    for home in homes:
        if slugs[:1] == [home.locale.language_code]:
            slugs = slugs[1:]
            break
    if not slugs:
        return None
    paths = [f"{home.url_path}{'/'.join(slugs)}/" for home in homes]
    # Withdrawn pages count too: their translation may be public.
    keys = Page.objects.filter(url_path__in=paths).values("translation_key")
    candidates: list[Page] = list(public_pages().filter(translation_key__in=keys))
    own = [page for page in candidates if page.locale.language_code == request.LANGUAGE_CODE]
    return next(iter(own or candidates), None)
