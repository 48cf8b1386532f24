"""Sectors and technologies that members work in and with, and categories of the competition."""

from ecosystem.models import CompetitionCategory, Sector, Technology
from home.demo.values import Item, T, item

SECTORS = {
    "metalworking": T("Metalo apdirbimas ir mašinos", "Metalworking and machinery"),
    "electronics": T("Elektronika", "Electronics"),
    "food": T("Maisto pramonė", "Food industry"),
    "furniture": T("Baldai ir mediena", "Furniture and wood"),
    "plastics": T("Plastikai ir pakuotės", "Plastics and packaging"),
    "ict": T("Informacinės technologijos", "Information technology"),
    "education": T("Švietimas ir mokymas", "Education and training"),
    "public-services": T("Viešosios paslaugos", "Public services"),
}
TECHNOLOGIES = {
    "robotics": T("Robotika", "Robotics"),
    "automation": T("Gamybos automatizavimas", "Factory automation"),
    "iot": T("Daiktų internetas", "Internet of things"),
    "ai": T("Dirbtinis intelektas", "Artificial intelligence"),
    "machine-vision": T("Mašininė rega", "Machine vision"),
    "additive": T("3D spausdinimas", "3D printing"),
    "digital-twins": T("Skaitmeniniai dvyniai", "Digital twins"),
    "ar-vr": T("Papildytoji ir virtualioji realybė", "Augmented and virtual reality"),
    "analytics": T("Duomenų analitika", "Data analytics"),
    "cybersecurity": T("Kibernetinis saugumas", "Cybersecurity"),
}
CATEGORIES = {
    "automation": T("Gamybos robotizavimas ir automatizavimas", "Robotics and automation"),
    "digital": T("Skaitmeninis sprendimas", "Digital solution"),
    "cooperation": T(
        "Bendradarbiavimas su švietimu ir mokslu", "Working with education and science"
    ),
}


def topics() -> list[Item]:
    """The snippets; the slug is the same in both languages."""
    found = []
    for model, kind, names in (
        (Sector, "sector", SECTORS),
        (Technology, "technology", TECHNOLOGIES),
        (CompetitionCategory, "category", CATEGORIES),
    ):
        found += [
            item(model, f"{kind}/{slug}", name=name, slug=slug) for slug, name in names.items()
        ]
    return found
