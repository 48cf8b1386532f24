"""Wagtail's API v2 for this site's pages: in their own language, in a bounded number of queries.

The contract is Wagtail's. Ours are the translations with their state in `meta`, images as
renditions, links that lead to pages of the page's own language, addresses under `/en/` in
`find/`, and an answer of 400 to what cannot be understood.
"""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import DataError
from django.db.models import QuerySet
from django.http import Http404
from django.utils import translation
from rest_framework.fields import Field
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.serializers import BaseSerializer
from wagtail.api.v2.serializers import PageSerializer
from wagtail.api.v2.utils import BadRequestError
from wagtail.api.v2.views import BaseAPIViewSet, PagesAPIViewSet
from wagtail.api.validators import SiteFilterValidator
from wagtail.contrib.redirects.api.v2 import RedirectsAPIViewSet
from wagtail.documents.api.v2.views import DocumentsAPIViewSet
from wagtail.images.api.v2.views import ImagesAPIViewSet
from wagtail.models import Page, Site

from industry4.core import references
from industry4.core.public import for_search, pages_of_site
from industry4.core.rows import offer_rows
from industry4.core.translation.states import translations

LARGEST_NUMBER = 2**31 - 1


class StrictMixin(BaseAPIViewSet):
    """First base of each endpoint: what is malformed is answered 400, with a message."""

    # What everybody may read is the same for everybody: nobody's session is looked at.
    authentication_classes: list = []

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        super().initial(request, *args, **kwargs)
        for name, values in request.GET.lists():
            shown = name[:50]
            if "\x00" in name or any("\x00" in value for value in values):
                raise BadRequestError("null characters are not allowed")
            if len(values) > 1:
                raise BadRequestError(f"{shown} is given more than once")
            if name not in ("search", "_") and out_of_range(values[0]):
                raise BadRequestError(f"{shown} is out of range")
        search = request.GET.get("search")
        if search is not None and not any(sign.isalnum() for sign in search):
            raise BadRequestError("search needs at least one word")
        if request.GET.get("search_operator", "and") not in ("and", "or"):
            raise BadRequestError("search_operator must be 'and' or 'or'")
        if "id" in request.GET and not request.GET["id"].isdecimal():
            raise BadRequestError("id must be a positive integer")

    def handle_exception(self, exc: Exception) -> Response:
        """A value that no field accepts ends here, before anything is shown: 400.

        Once rows are read, an error is ours.
        """
        malformed = (ValidationError, ValueError, OverflowError, DataError)
        if isinstance(exc, malformed) and not getattr(self, "rows_are_read", False):
            return Response({"message": "a parameter has a value of the wrong form"}, status=400)
        return super().handle_exception(exc)

    def paginate_queryset(self, queryset: QuerySet) -> list:
        rows = list(super().paginate_queryset(queryset))
        self.rows_are_read = True
        return rows


def out_of_range(value: str) -> bool:
    """Whether a value is a whole number that no column can hold."""
    digits = value.strip().lstrip("+-")
    return digits.isdecimal() and (len(digits) > 19 or int(digits) > LARGEST_NUMBER)


class TranslationsField(Field):
    """The page in every language: `[{locale, id, url, state}]`, id and url null where missing."""

    def get_attribute(self, instance: Page) -> list[dict[str, Any]]:
        found = self.context["translations"].get(instance.translation_key, {})
        return [
            {
                "locale": item.language,
                "id": item.page.pk if item.page else None,
                "url": item.page.full_url if item.page else None,
                "state": item.state.value,
            }
            for item in found.values()
        ]

    def to_representation(self, value: list[dict[str, Any]]) -> list[dict[str, Any]]:
        return value


class LocalisedPageSerializer(PageSerializer):
    """A page in its own language: links, alternative texts, names of choices."""

    translations = TranslationsField(read_only=True)

    def to_representation(self, instance: Page) -> dict[str, Any]:
        with translation.override(instance.locale.language_code):
            return super().to_representation(instance)


class PagesEndpoint(StrictMixin, PagesAPIViewSet):
    """Public pages of both languages."""

    base_serializer_class = LocalisedPageSerializer
    meta_fields = [*PagesAPIViewSet.meta_fields, "translations"]
    listing_default_fields = [*PagesAPIViewSet.listing_default_fields, "translations"]

    def get_base_queryset(self) -> QuerySet[Page]:
        try:
            site = SiteFilterValidator(
                site=self.request.GET.get("site"), request=self.request
            ).site_obj
        except ValueError as error:
            raise BadRequestError(str(error)) from error
        return for_search(pages_of_site(site)) if site else Page.objects.none()

    def get_queryset(self) -> QuerySet[Page]:
        return super().get_queryset().select_related("locale")

    def get_serializer(self, *args: Any, **kwargs: Any) -> BaseSerializer:
        """The serializer, with all that the pages refer to fetched beforehand."""
        serializer = super().get_serializer(*args, **kwargs)
        many = bool(kwargs.get("many"))
        pages = list(args[0]) if many else [args[0]]
        fields = (serializer.child if many else serializer).Meta.fields
        self.preload(pages, fields)
        if "translations" in fields:
            serializer.context["translations"] = translations(
                page.translation_key for page in pages
            )
        return serializer

    @staticmethod
    def preload(pages: list[Page], fields: Iterable[str]) -> None:
        """Fetch the rows and references of the pages, whatever their number."""
        wanted = set(fields)
        if not pages or not wanted & {field.name for field in getattr(pages[0], "api_fields", [])}:
            return
        references.current().preload(pages)
        offer_rows(pages)

    def find_object(self, queryset: QuerySet, request: Request) -> Page | None:
        """The public page at `?html_path=`, in either language."""
        site = Site.find_for_request(request)
        path = request.GET.get("html_path")
        if path is None or site is None:
            return super().find_object(queryset, request)
        home, slugs = site.root_page, [slug for slug in path.split("/") if slug]
        for translated in home.get_translations().select_related("locale"):
            if slugs[:1] == [translated.locale.language_code]:
                home, slugs = translated, slugs[1:]
        try:
            page = home.specific.route(request, slugs).page
        except Http404:
            return None
        return queryset.filter(pk=page.pk).first()


class ImagesEndpoint(StrictMixin, ImagesAPIViewSet):
    """Images outside private collections."""


class DocumentsEndpoint(StrictMixin, DocumentsAPIViewSet):
    """Files outside private collections."""


class RedirectsEndpoint(StrictMixin, RedirectsAPIViewSet):
    """Addresses that lead elsewhere."""
