"""The ecosystem in the admin: its choosers, and the acts of the competition."""

from wagtail import hooks

from .choosers import GoalChooserViewSet, goal_chooser


@hooks.register("register_admin_viewset")
def choosers() -> GoalChooserViewSet:
    """The chooser of goals."""
    return goal_chooser
