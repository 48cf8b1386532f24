"""The site's own address: what the variable SITE_URL says is what its pages say of themselves."""

from urllib.parse import urlsplit

from django.http import HttpRequest
from wagtail.models import Site

from .sites import site_of


def set_site_address(address: str) -> None:
    """Give the default site the host and port of `address`, when it has others."""
    parts = urlsplit(address)
    port = parts.port or (443 if parts.scheme == "https" else 80)
    site = Site.objects.filter(is_default_site=True).first()
    if site and parts.hostname and (site.hostname, site.port) != (parts.hostname, port):
        site.hostname, site.port = parts.hostname, port
        site.save()


def full_address(request: HttpRequest, path: str) -> str:
    """The full address of a path on the site that was asked for, by the site's own address."""
    site = site_of(request)
    return f"{site.root_url}{path}" if site else request.build_absolute_uri(path)
