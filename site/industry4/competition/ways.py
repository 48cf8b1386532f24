"""The ways between the screens of an edition in the admin, for those who may go them."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from wagtail.admin.widgets.button import HeaderButton

from .editions import Edition
from .permissions import may_follow, may_screen
from .results.access import may_see_decision, may_see_record


def ways(user: Any, edition: Edition, here: str) -> list[HeaderButton]:
    """Buttons to the other screens; `here` is the name of the address that they stand at."""
    found = [
        ("competition_entries:index", _("Entries"), "doc-full-inverse", may_screen),
        ("competition_jury:jury", pgettext("screen", "Jury"), "group", may_follow),
        ("competition_results:index", _("Results"), "pick", may_see_decision),
        ("competition_results:record", _("Record"), "history", may_see_record),
    ]
    return [
        HeaderButton(
            label,
            url=reverse(name, args=[edition.key]),
            icon_name=icon,
            priority=priority,
        )
        for priority, (name, label, icon, may) in enumerate(found)
        if name != here and may(user, edition)
    ]
