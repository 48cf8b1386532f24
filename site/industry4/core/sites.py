"""Which site a request is for: by Wagtail's rules, from a query whose SQL is made once.

Wagtail makes a query anew for each request, which costs a millisecond. There are few sites, so
all of them are read, and chosen from here.
"""

from django.http import HttpRequest
from django.http.request import split_domain_port
from wagtail.models import Site

from .instances import instance
from .prepared import Prepared

FIELDS = [field.attname for field in Site._meta.concrete_fields]
SITES = Prepared(lambda: Site.objects.order_by("pk").values_list(*FIELDS))


def site_of(request: HttpRequest) -> Site | None:
    """The site that a request is for, or None: read once a request, for Wagtail as well."""
    known = vars(request)
    if "_wagtail_site" not in known:
        host, _port = split_domain_port(request._get_raw_host())  # type: ignore[attr-defined]
        sites = [instance(Site, FIELDS, values) for values in SITES.rows()]
        known["_wagtail_site"] = chosen(sites, host, request.get_port())
    found: Site | None = known["_wagtail_site"]
    return found


def chosen(sites: list[Site], host: str, port: str) -> Site | None:
    """The site with this host and port, else the only one with the host, else the default one.

    Where several have the host, none of them is chosen but by its port, or as the default one.
    """
    of_host = [site for site in sites if site.hostname == host]
    exact = [site for site in of_host if str(site.port) == port]
    default = [site for site in sites if site.is_default_site]
    if exact:
        return exact[0]
    if len(of_host) == 1:
        return of_host[0]
    return next(iter(default), None)
