"""The chooser of strategic goals, for the initiatives that serve them."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.viewsets.chooser import ChooserViewSet


class GoalChooserViewSet(ChooserViewSet):
    """Goals by language, searched by title."""

    model = "ecosystem.StrategyGoal"
    icon = "list-ul"
    choose_one_text = _("Choose a goal")
    choose_another_text = _("Choose another goal")


goal_chooser = GoalChooserViewSet("goal_chooser")
