"""Addresses of entering: of an edition by its year, of an entry by its private link."""

from django.urls import include, path
from django.utils.translation import gettext_lazy as _

from industry4.competition.results.certificates import for_entrant

from . import beginning, views

urlpatterns = [
    path("<int:year>/", beginning.begin, name="competition_begin"),
    path(
        "<uuid:key>/<str:secret>/",
        include(
            [
                path("", views.entry, name="competition_entry"),
                path(_("preview/"), views.preview, name="competition_preview"),
                path(_("withdraw/"), views.withdraw, name="competition_withdraw"),
                path(_("files/<uuid:file>/"), views.file, name="competition_file"),
                path(
                    _("certificate/<str:language>/"),
                    views.private(for_entrant),
                    name="competition_certificate",
                ),
            ]
        ),
    ),
]
