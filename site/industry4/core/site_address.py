"""The site's own address: what the variable SITE_URL says is what its pages say of themselves."""

from urllib.parse import urlsplit

from wagtail.models import Site


def set_site_address(address: str) -> None:
    """Give the default site the host and port of `address`, when it has others."""
    parts = urlsplit(address)
    port = parts.port or (443 if parts.scheme == "https" else 80)
    site = Site.objects.filter(is_default_site=True).first()
    if site and parts.hostname and (site.hostname, site.port) != (parts.hostname, port):
        site.hostname, site.port = parts.hostname, port
        site.save()
