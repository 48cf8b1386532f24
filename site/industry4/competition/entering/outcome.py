"""What became of an entry that the jury has judged, in words for its entrant."""

from django.utils.translation import gettext as _

from ecosystem.models import CompetitionCategory
from industry4.competition.models import Entry, Placement


def outcome(entry: Entry) -> str:
    """What an entry achieved, in the active language; "" where it was not placed."""
    placement = Placement.objects.filter(entry=entry, entry__state=Entry.State.ELIGIBLE).first()
    if placement is None:
        return ""
    values = {"category": category_of(placement), "place": placement.place}
    if placement.place is None:
        said = _("Your entry is a finalist in the category “%(category)s”. Congratulations!")
    elif placement.place == 1:
        said = _("Your entry has won the category “%(category)s”. Congratulations!")
    elif placement.place == 2:
        said = _("Your entry took 2nd place in the category “%(category)s”. Congratulations!")
    elif placement.place == 3:
        said = _("Your entry took 3rd place in the category “%(category)s”. Congratulations!")
    else:
        said = _("Your entry took place %(place)s in the category “%(category)s”. Congratulations!")
    return said % values


def category_of(placement: Placement) -> CompetitionCategory:
    """The category of a placement in the active language, itself where there is none in that."""
    category: CompetitionCategory = placement.category.localized
    return category
