"""The search in the admin: promoted results in Settings, what visitors look for in Reports."""

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from .admin.promotions import AddPromotionsView, EditPromotionsView, PromotionsListView
from .admin.report import SearchesReportView, may_promote

BEFORE_WAGTAIL = -10


class SearchesMenuItem(MenuItem):
    """For those who may promote results."""

    def is_shown(self, request: HttpRequest) -> bool:
        return may_promote(request.user)


@hooks.register("register_admin_urls", order=BEFORE_WAGTAIL)
def promotions_urls() -> list[URLPattern]:
    """In place of Wagtail's own, under whose names they are found: the first match answers."""
    return [
        path("searchpicks/", PromotionsListView.as_view()),
        path("searchpicks/results/", PromotionsListView.as_view(results_only=True)),
        path("searchpicks/add/", AddPromotionsView.as_view()),
        path("searchpicks/<int:query_id>/", EditPromotionsView.as_view()),
    ]


@hooks.register("register_admin_urls")
def report_urls() -> list[URLPattern]:
    """The report, whole and as the part that filters replace."""
    view = SearchesReportView
    return [
        path("reports/searches/", view.as_view(), name=view.index_url_name),
        path(
            "reports/searches/results/",
            view.as_view(results_only=True),
            name=view.index_results_url_name,
        ),
    ]


@hooks.register("register_reports_menu_item")
def searches_menu_item() -> MenuItem:
    """The report in the menu."""
    return SearchesMenuItem(
        SearchesReportView.page_title,
        reverse(SearchesReportView.index_url_name),
        name="searches",
        icon_name=SearchesReportView.header_icon,
    )


@hooks.register("construct_reports_menu")
def hide_empty_report(request: HttpRequest, menu_items: list[MenuItem]) -> None:
    """Wagtail's report of search terms counts what nobody counts here."""
    menu_items[:] = [item for item in menu_items if item.name != "search-terms"]
