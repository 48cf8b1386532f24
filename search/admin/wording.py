"""What Wagtail says of promoted results, listed so that our catalogue says it in true Lithuanian.

Wagtail's own catalogue lacks half of it and calls promoted results advertised ones; ours goes
before it.
"""

from django.utils.translation import gettext_noop as _

WAGTAILS = (
    _("Add a recommended result"),
    _("Add new promoted result"),
    _("Are you sure you want to delete all promoted results for this search term?"),
    _("Editor's picks deleted."),
    _("Editor's picks for '%(query)s' created."),
    _("Editor's picks for '%(query)s' updated."),
    _("External link URL"),
    _("No promoted results have been created."),
    _(
        "No promoted results have been created. Why not "
        '<a href="%(wagtailsearchpromotions_add_url)s">add one</a>?'
    ),
    _("Please only select a page OR enter an external link."),
    _("Please specify at least one recommendation for this search term."),
    _("Promoted results"),
    _("Promoted search result"),
    _("Promoted search results"),
    _("Recommendations have not been created due to errors."),
    _("Recommendations have not been saved due to errors."),
    _("Recommended search result"),
    _("Search term(s)"),
    _('Sorry, no promoted results match "<em>%(query_string)s</em>"'),
    _("Wagtail search promotions"),
    _("queries"),
    _("query"),
    _("You must enter an external link text if you enter an external link URL."),
    _("You must recommend a page OR an external link."),
    _("search promotion"),
)
