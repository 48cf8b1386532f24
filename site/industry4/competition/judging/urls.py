"""The addresses of judging in the admin."""

from django.urls import path

from . import acting, board, mine, pairs, ranked, scoring

app_name = "competition_jury"
EDITION = "<uuid:edition>/"
SEAT = f"{EDITION}seats/<int:pk>/"
ASSIGNED = f"{EDITION}assignments/<int:pk>/"
MINE = f"{EDITION}mine/"
urlpatterns = [
    # A juror's own
    path("", mine.FirstView.as_view(), name="my_entries"),
    path(MINE, mine.MyEntriesView.as_view(), name="mine"),
    path(f"{MINE}results/", mine.MyEntriesView.as_view(results_only=True), name="mine_results"),
    path(f"{MINE}<int:pk>/", scoring.ScoreView.as_view(), name="score"),
    path(f"{MINE}<int:pk>/recuse/", scoring.RecuseView.as_view(), name="recuse"),
    # The chair's and the editors'
    path(EDITION, board.JuryView.as_view(), name="jury"),
    path(f"{EDITION}seats/add/", acting.AddSeatView.as_view(), name="add_seat"),
    path(SEAT, board.SeatView.as_view(), name="seat"),
    path(f"{SEAT}edit/", acting.EditSeatView.as_view(), name="edit_seat"),
    path(f"{SEAT}dismiss/", acting.UnseatView.as_view(), name="dismiss"),
    path(f"{EDITION}assign/", acting.AssignView.as_view(), name="assign"),
    path(f"{EDITION}open/", acting.OpenView.as_view(), name="open"),
    path(f"{EDITION}close/", acting.CloseView.as_view(), name="close"),
    path(f"{ASSIGNED}recuse/", pairs.RecuseJurorView.as_view(), name="recuse_juror"),
    path(f"{ASSIGNED}take-back/", pairs.TakeBackView.as_view(), name="take_back"),
    path(f"{EDITION}sheets/<int:pk>/reopen/", pairs.ReopenView.as_view(), name="reopen"),
    path(f"{EDITION}recusals/<int:pk>/lift/", pairs.LiftView.as_view(), name="lift"),
    path(f"{EDITION}ranking/", ranked.RankingView.as_view(), name="ranking"),
    path(f"{EDITION}ranking/<int:pk>/", ranked.ScoresView.as_view(), name="scores"),
]
