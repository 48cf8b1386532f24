"""Where an editor copies a preview link."""

from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.admin.views.pages.utils import get_breadcrumbs_items_for_page
from wagtail.models import Page

from industry4.core.translation.gaps import translation_of

from .preview_links import address_of, expires_at, token_for


@require_safe
def preview_link(request: HttpRequest, page_id: int) -> HttpResponse:
    """A new link to a page's drafts, for whoever may edit the page. Nothing is changed by it."""
    page = get_object_or_404(Page.objects.select_related("locale"), pk=page_id)
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    token = token_for(page)
    heading = _("Preview link")
    context = {
        "page": page,
        "title": page.get_admin_display_title(),
        "language": page.locale.get_display_name(),
        "is_translation": translation_of(page) is not None,
        "link": address_of(token),
        "app": urlsplit(settings.PREVIEW_APP_URL).netloc,
        "expires_at": expires_at(token),
        "header_title": f"{heading}: {page.get_admin_display_title()}",
        "header_icon": "link",
        "breadcrumbs_items": [
            *get_breadcrumbs_items_for_page(page, request.user),
            {"url": "", "label": heading},
        ],
    }
    return render(request, "delivery/admin/preview_link.html", context)
