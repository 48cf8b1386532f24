"""A page of every type with everything on it, in both languages: for tests of all there is."""

from django.utils import timezone
from wagtail.models import Locale, Site

from ecosystem.models import CompetitionAct, CompetitionCategory, Sector, Technology
from ecosystem.tests.test_api_board import full_board
from ecosystem.tests.test_api_competition import full_edition
from ecosystem.tests.test_api_initiatives import full_initiative
from ecosystem.tests.test_api_members import full_member
from ecosystem.tests.test_api_strategy import full_document
from home.models import ContactPerson, FeaturedInitiative, KeyFigure, Partner
from home.tests.factories import ContactPageFactory, ContentPageFactory
from industry4.core.models import Navigation, NavigationItem, Organisation, SiteSettings
from industry4.core.public import public_pages
from industry4.testing.factories import DocumentFactory, ImageFactory, home_page, translated
from news.tests.factories import full_article, full_event


def full_content(**kwargs):
    """A content page with a block of every kind that refers to others, and some that do not."""
    image, document, other = ImageFactory(), DocumentFactory(), ContentPageFactory()
    figure = {"image": image, "caption": "Robotas", "alt_text": "", "decorative": False}
    link = {"label": "Pirmyn", "page": other}
    return ContentPageFactory(
        listing_image=image,
        social_image=ImageFactory(),
        body=[
            ("heading", "Robotai mokyklose"),
            ("text", f'<p>Žr. <a linktype="page" id="{other.pk}">puslapį</a>.</p>'),
            ("figure", figure),
            ("gallery", {"figures": [figure, figure]}),
            ("quotation", {"quotation": "Taip.", "who": "Ona", "role": "", "source": link}),
            ("key_figure", {"number": 500, "unit": "", "label": "įmonių", "source": ""}),
            ("video", {"link_url": "https://vimeo.com/76979871", "title": "Filmas"}),
            ("documents", {"heading": "Failai", "documents": [document]}),
            ("call_to_action", {"heading": "Prisijunkite", "text": "", "link": link}),
            ("questions", {"questions": [{"question": "Kas?", "answer": "<p>Visi.</p>"}]}),
            ("contact_person", {"name": "Ona", "role": "Vadovė", "email": "", "phone": ""}),
            ("related_pages", {"heading": "", "pages": [other]}),
        ],
        **kwargs,
    )


def full_contact(**kwargs):
    """A contact page with people."""
    page = ContactPageFactory(form_intro="Rašykite.", **kwargs)
    page.people = [
        ContactPerson(
            locale=page.locale, name="Ona", role="Vadovė", email="a@example.org", phone="1"
        )
    ]
    page.save_revision().publish()
    return page


def full_home(member, initiative):
    """The Lithuanian home page with everything that an editor puts there."""
    home, image = home_page(), ImageFactory()
    home.hero_title, home.hero_image, home.intro = "Robotų regionas", image, "Trumpai."
    home.purpose = f'<p>Kam. <a linktype="page" id="{initiative.pk}">Pavyzdys</a></p>'
    home.key_figures = [KeyFigure(locale=home.locale, number=500, label="įmonių", source="VDA")]
    home.featured_initiatives = [FeaturedInitiative(locale=home.locale, initiative=initiative)]
    home.partners = [
        Partner(locale=home.locale, member=member, sort_order=0),
        Partner(
            locale=home.locale,
            name="Rėmėjas",
            logo=image,
            link_url="https://example.org/",
            sort_order=1,
        ),
    ]
    home.invitation_title, home.invitation_text = "Prisijunkite", "Kviečiame."
    home.invitation_page, home.invitation_label = member, "Skaityti"
    home.save_revision().publish()
    return home


def menus(page):
    """Both menus and the organisation, in both languages."""
    lithuanian = Locale.get_default()
    chosen = SiteSettings.for_site(Site.objects.get())
    for place in ("main", "footer"):
        menu = Navigation.objects.create(name=place, locale=lithuanian)
        menu.items = [
            NavigationItem(locale=lithuanian, page=page, sort_order=0),
            NavigationItem(
                locale=lithuanian, link_url="https://example.org/", label="Kitur", sort_order=1
            ),
        ]
        menu.save_revision().publish()
        translated(menu)
        setattr(chosen, f"{place}_navigation", menu)
    chosen.organisation = Organisation(name="Pramonė", locale=lithuanian)
    chosen.organisation.save()
    chosen.organisation.save_revision().publish()
    translated(chosen.organisation)
    chosen.organisation_id = chosen.organisation.pk
    chosen.save()


def everything():
    """Make a page of every type, and all that stands beside pages, in both languages.

    The Lithuanian pages by what apps call their type.
    """
    member, initiative, edition = full_member(), full_initiative(), full_edition(year=2020)
    CompetitionAct.objects.create(
        edition=edition.translation_key, kind="published", at=timezone.now()
    )
    full_document()
    full_board()
    full_article()
    full_event()
    full_content()
    full_contact()
    full_home(member, initiative)
    for model in (Sector, Technology, CompetitionCategory):
        for topic in model.objects.filter(locale=member.locale):
            translated(topic)
    for page in lithuanian_pages():
        translated(page)
    menus(member)
    return {page.api_type: page for page in lithuanian_pages()}


def lithuanian_pages():
    """The public Lithuanian pages, each as its own class, from the home page down."""
    return list(public_pages().filter(locale__language_code="lt").order_by("path").specific())
