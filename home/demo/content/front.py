"""The home page."""

from home.demo.values import Item, Picture, Ref, T, item, row
from home.models import HomePage

SOURCE = T("Platformos aprašymas", "Description of the platform")

HOME: list[Item] = [
    item(
        HomePage,
        "home",
        title=T("Industry 4 Panevėžys", "Industry 4 Panevėžys"),
        slug=T("home", "home-en"),
        seo_title=T(
            "Industry 4 Panevėžys – Pramonės 4.0 ekosistema",
            "Industry 4 Panevėžys – the Industry 4.0 ecosystem",
        ),
        search_description=T(
            "Panevėžio regiono Pramonės 4.0 ekosistema: nariai, iniciatyvos, renginiai, strategija"
            " ir inovatyviausios įmonės rinkimai.",
            "The Industry 4.0 ecosystem of the Panevėžys region: members, initiatives, events,"
            " strategy and the most innovative company.",
        ),
        hero_title=T(
            "Miestas, kuris pramonę kuria iš naujo", "A city that makes its industry anew"
        ),
        intro=T(
            "Panevėžio regiono įmonės, mokyklos, mokslas ir valdžia vienoje platformoje: kad čia"
            " augtų pažangi pramonė, robotika ir automatizavimas.",
            "Companies, schools, science and government of the Panevėžys region on one platform: so"
            " that advanced industry, robotics and automation grow here.",
        ),
        social_image=Picture("tube-to-robot"),
        purpose=T(
            "<p>Panevėžio regione pramonė išplėtota labiau nei kitur Lietuvoje. „Industry 4"
            " Panevėžys“ sujungia tuos, kurie ją kuria: čia matyti, kas ką daro, ko kam reikia ir"
            " prie ko galima prisidėti.</p><p>Nuo 2018 metų rugpjūčio dirbame tam, kad Panevėžys"
            " taptų pramonės robotikos ir automatizavimo centru – nuo pirmosios pamokos pradinėje"
            " mokykloje iki tyrimų, kurie tarnauja vietos įmonėms.</p>",
            "<p>In the Panevėžys region industry is better developed than elsewhere in Lithuania."
            " Industry 4 Panevėžys joins those who make it: here one sees who does what, who needs"
            " what and where one can take part.</p><p>Since August 2018 we have been working to"
            " make Panevėžys a centre of industrial robotics and automation, from the first lesson"
            " in primary school to research that serves local companies.</p>",
        ),
        invitation_title=T("Kuriate, gaminate, mokote?", "Do you invent, make or teach?"),
        invitation_text=T(
            "Prisijunkite prie ekosistemos: papasakokite, ką galite pasiūlyti ir ko ieškote.",
            "Join the ecosystem: tell us what you can offer and what you are looking for.",
        ),
        invitation_page=Ref("page/join"),
        invitation_label=T("Kaip prisijungti", "How to join"),
        rows={
            "key_figures": [
                row(
                    number=33,
                    unit="%",
                    label=T(
                        "pramonės dalis regiono BVP – apie trečdalį",
                        "industry’s share of the region’s GDP, about a third",
                    ),
                    source=SOURCE,
                ),
                row(
                    number=500,
                    label=T("įmonių regione – ir dar daugiau", "companies in the region, and more"),
                    source=SOURCE,
                ),
                row(
                    number=25,
                    unit="%",
                    label=T(
                        "jose dirbančių gyventojų dalis – ketvirtadalis",
                        "share of the inhabitants who work in them, a quarter",
                    ),
                    source=SOURCE,
                ),
                row(
                    number=6,
                    label=T(
                        "savivaldybės, pasirinkusios vieną kryptį",
                        "municipalities that chose one direction",
                    ),
                    source=SOURCE,
                ),
            ],
            "featured_initiatives": [
                row(initiative=Ref(f"initiative/{name}"))
                for name in ("robolabas", "steam", "learning-robotics")
            ],
            "partners": [
                row(member=Ref(f"member/{name}"))
                for name in ("municipality", "agency", "robolabas", "steam")
            ],
        },
    ),
]
