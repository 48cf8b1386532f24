"""The addresses of screening in the admin."""

from django.urls import path

from industry4.competition.admin_views import download

from . import decisions, entries, views

app_name = "competition_entries"
ONE = "<uuid:edition>/<int:pk>/"
urlpatterns = [
    path("", views.EditionsView.as_view(), name="editions"),
    path("files/<uuid:key>/", download, name="file"),
    path("<uuid:edition>/", entries.EntriesView.as_view(), name="index"),
    path("<uuid:edition>/results/", entries.EntriesView.as_view(results_only=True), name="results"),
    path(ONE, views.EntryView.as_view(), name="entry"),
    path(f"{ONE}eligible/", decisions.EligibleView.as_view(), name="eligible"),
    path(f"{ONE}return/", decisions.ReturnView.as_view(), name="return"),
    path(f"{ONE}refuse/", decisions.RefuseView.as_view(), name="refuse"),
    path(f"{ONE}member/", decisions.MemberView.as_view(), name="member"),
    path(f"{ONE}withdraw/", decisions.WithdrawView.as_view(), name="withdraw"),
]
