"""What stands on every page: the menus and the organisation's details."""

from home.demo.values import Item, Ref, Row, T, item, row
from industry4.core.models import Navigation, Organisation


def links(*names: str) -> list[Row]:
    """Links to pages, under their own titles."""
    return [row(page=Ref(name)) for name in names]


MENUS: list[Item] = [
    item(
        Navigation,
        "menu/main",
        name=T("Pagrindinis meniu", "Main menu"),
        rows={
            "items": [
                *links(
                    "section/news",
                    "section/events",
                    "section/members",
                    "section/initiatives",
                    "section/strategy",
                ),
                row(page=Ref("section/competition"), label=T("Konkursas", "Competition")),
                row(page=Ref("page/board"), label=T("Taryba", "Advisory board")),
                row(page=Ref("page/about"), label=T("Apie", "About")),
                *links("page/contact"),
            ]
        },
    ),
    item(
        Navigation,
        "menu/footer",
        name=T("Apatinis meniu", "Footer menu"),
        rows={
            "items": [
                *links("page/about", "page/join", "page/region", "page/good-practice"),
                *links("page/contact", "page/privacy", "page/accessibility"),
            ]
        },
    ),
    item(
        Organisation,
        "organisation",
        name="Industry 4 Panevėžys",
        description=T(
            "Panevėžio regiono Pramonės 4.0 ekosistemos narių ir jų iniciatyvų platforma. Ją"
            " koordinuoja Panevėžio plėtros agentūra.",
            "The platform of the members of the Panevėžys region’s Industry 4.0 ecosystem and of"
            " their initiatives, coordinated by the Panevėžys Development Agency.",
        ),
        address=T("Panevėžys, Lietuva", "Panevėžys, Lithuania"),
        email="pavyzdys@example.com",
        rows={
            "social_links": [
                row(
                    label=T("Pavyzdys: socialinis tinklas", "Sample: social network"),
                    link_url="https://example.com/pavyzdys-socialinis-tinklas",
                )
            ]
        },
    ),
]
# The setting of the site that each of them is chosen in.
SETTINGS = {
    "main_navigation": "menu/main",
    "footer_navigation": "menu/footer",
    "organisation": "organisation",
}
