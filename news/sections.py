"""The section of a language that a feed or a calendar reads."""

from typing import TypeVar

from django.http import Http404, HttpRequest
from wagtail.models import Site

from industry4.core.models import IndexPage
from industry4.core.public import pages_of_site

SectionType = TypeVar("SectionType", bound=IndexPage)


def section_of_language(request: HttpRequest, model: type[SectionType]) -> SectionType:
    """The public list of this type in the language of the address. Raises Http404 for none."""
    found = pages_of_site(Site.find_for_request(request), model).filter(
        locale__language_code=request.LANGUAGE_CODE
    )
    section = found.order_by("path").first()
    if section is None:
        raise Http404
    return section
