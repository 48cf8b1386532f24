"""The addresses of the results in the admin."""

from django.urls import path

from . import certificates, record, views

app_name = "competition_results"
EDITION = "<uuid:edition>/"
urlpatterns = [
    path(EDITION, views.ResultsView.as_view(), name="index"),
    path(f"{EDITION}places/", views.PlacesView.as_view(), name="places"),
    path(f"{EDITION}texts/", views.TextsView.as_view(), name="texts"),
    path(f"{EDITION}decide/", views.DecideView.as_view(), name="decide"),
    path(f"{EDITION}schedule/", views.ScheduleView.as_view(), name="schedule"),
    path(f"{EDITION}publish/", views.PublishView.as_view(), name="publish"),
    path(
        f"{EDITION}certificates/<int:pk>/<str:language>/",
        certificates.CertificateView.as_view(),
        name="certificate",
    ),
    path(f"{EDITION}record/", record.RecordView.as_view(), name="record"),
    path(
        f"{EDITION}record/results/",
        record.RecordView.as_view(results_only=True),
        name="record_results",
    ),
]
