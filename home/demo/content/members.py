"""Members: the institutions that exist, described by what is known of them."""

from ecosystem.models import MemberPage
from home.demo.bodies import figure, heading, key_figure, text
from home.demo.values import Item, Picture, Ref, Row, T, item, row

Kind, Municipality = MemberPage.Kind, MemberPage.Municipality
MAIL = "pavyzdys@example.com"


def works(sectors: str, technologies: str = "") -> dict[str, list[Row]]:
    """The rows of sectors and technologies, named by their slugs."""
    return {
        "sectors": [row(sector=Ref(f"sector/{slug}")) for slug in sectors.split()],
        "technologies": [
            row(technology=Ref(f"technology/{slug}")) for slug in technologies.split()
        ],
    }


MEMBERS: list[Item] = [
    item(
        MemberPage,
        "member/municipality",
        under="section/members",
        title=T("Panevėžio miesto savivaldybė", "Panevėžys City Municipality"),
        slug=T("panevezio-miesto-savivaldybe", "panevezys-city-municipality"),
        intro=T(
            "Pagrindinė platformos institucija, kartu su kitomis regiono savivaldybėmis pasirinkusi"
            " Pramonę 4.0.",
            "The main institution of the platform; with the other municipalities of the region it"
            " chose Industry 4.0.",
        ),
        listing_image=Picture("works-at-night"),
        logo=Picture("mark-municipality"),
        kind=Kind.PUBLIC,
        municipality=Municipality.PANEVEZYS_CITY,
        contact_person=T("Pavyzdys: atsakingas specialistas", "Sample: officer in charge"),
        email=MAIL,
        offers=T(
            "<p>Pavyzdys: pagalbą įmonėms, kurios nori plėstis mieste, ir vietą susitikimams.</p>",
            "<p>Sample: help for companies that want to grow in the city, and room for"
            " meetings.</p>",
        ),
        looks_for=T(
            "<p>Pavyzdys: įmonių, kurios pasakytų, kokių žmonių joms reikės po penkerių metų.</p>",
            "<p>Sample: companies that say what people they will need in five years.</p>",
        ),
        body=[
            heading(T("Savivaldybės vaidmuo", "The role of the municipality")),
            text(
                T(
                    "<p>Savivaldybė yra pagrindinė platformos institucija. Kartu su kitomis"
                    " penkiomis regiono savivaldybėmis ji pasirinko Pramonę 4.0 strategine"
                    " kryptimi, o atviros prieigos STEAM centrui įsteigti skyrė"
                    " 350&nbsp;000 eurų.</p>",
                    "<p>The municipality is the main institution of the platform. With the other"
                    " five municipalities of the region it chose Industry 4.0 as the strategic"
                    " direction, and it gave 350,000 euros to establish the open-access STEAM"
                    " centre.</p>",
                )
            ),
            key_figure(
                "6",
                T(
                    "savivaldybės, sutarusios dėl krypties",
                    "municipalities agreed on the direction",
                ),
            ),
        ],
        rows=works("public-services education"),
    ),
    item(
        MemberPage,
        "member/agency",
        under="section/members",
        title=T("Panevėžio plėtros agentūra", "Panevėžys Development Agency"),
        slug=T("panevezio-pletros-agentura", "panevezys-development-agency"),
        intro=T(
            "Platformos koordinatorė: stiprina verslo įgūdžius ir pristato regioną kaip Pramonės"
            " 4.0 centrą.",
            "The platform’s coordinator: strengthens business skills and represents the region as"
            " a centre of Industry 4.0.",
        ),
        listing_image=Picture("ripples"),
        logo=Picture("mark-agency"),
        kind=Kind.PUBLIC,
        municipality=Municipality.PANEVEZYS_CITY,
        contact_person=T(
            "Vyresnysis verslo aplinkos projektų vadovas",
            "Senior project manager for the business environment",
        ),
        email=MAIL,
        offers=T(
            "<p>Pavyzdys: pagalbą ieškant partnerio regione, mokymus įmonėms.</p>",
            "<p>Sample: help in finding a partner in the region, training for companies.</p>",
        ),
        looks_for=T(
            "<p>Pavyzdys: įmonių, norinčių dalytis patirtimi, ir partnerių užsienyje.</p>",
            "<p>Sample: companies that want to share experience, and partners abroad.</p>",
        ),
        body=[
            text(
                T(
                    "<p>Agentūros komanda koordinuoja platformą ir yra pirmoji, į kurią verta"
                    " kreiptis norint bendradarbiauti. Metinis agentūros biudžetas –"
                    " 290&nbsp;000 eurų.</p>",
                    "<p>The agency’s team coordinates the platform and is the first to turn to if"
                    " you want to cooperate. The agency’s annual budget is 290,000 euros.</p>",
                )
            ),
        ],
        rows=works("public-services", "analytics"),
    ),
    item(
        MemberPage,
        "member/robolabas",
        under="section/members",
        title=T("RoboLabas", "RoboLabas"),
        slug=T("robolabas", "robolabas"),
        intro=T(
            "Robotikos centras ir pirmasis Lietuvoje robotikos varžybų centras.",
            "A robotics centre, and the first centre for robotics contests in Lithuania.",
        ),
        listing_image=Picture("arena"),
        logo=Picture("mark-robolabas"),
        kind=Kind.EDUCATION,
        municipality=Municipality.PANEVEZYS_CITY,
        contact_person=T("Pavyzdys: centro administratorius", "Sample: centre administrator"),
        email=MAIL,
        offers=T(
            "<p>Pavyzdys: robotikos užsiėmimus grupėms ir aikšteles varžyboms.</p>",
            "<p>Sample: robotics lessons for groups, and courses for contests.</p>",
        ),
        looks_for=T(
            "<p>Pavyzdys: mokytojų, norinčių vesti robotikos būrelį, ir įmonių, galinčių pasiūlyti"
            " tikrą užduotį varžyboms.</p>",
            "<p>Sample: teachers who want to run a robotics club, and companies that can offer a"
            " real task for a contest.</p>",
        ),
        body=[
            heading(T("Vieta, kur robotas – mokymosi priemonė", "Where a robot is a way to learn")),
            text(
                T(
                    "<p>Robotikos mokomasi rankomis: surinkti, suprogramuoti, išbandyti, pataisyti."
                    " Klaida trasoje matoma iš karto, todėl mokomasi greitai ir be baimės.</p>",
                    "<p>One learns robotics by hand: assemble, program, try, mend. A mistake shows"
                    " on the course at once, so learning is quick and free of fear.</p>",
                )
            ),
            figure(
                "school-course", T("Linijos sekimo trasa iš viršaus", "A line-following course")
            ),
        ],
        rows=works("education", "robotics automation ai"),
    ),
    item(
        MemberPage,
        "member/steam",
        under="section/members",
        title=T("Atviros prieigos STEAM centras", "Open-access STEAM Centre"),
        slug=T("steam-centras", "steam-centre"),
        intro=T(
            "Formalusis ir neformalusis ugdymas: vaikai susipažįsta su technologijomis, mokosi"
            " programuoti ir kurti inžinerinius sprendimus.",
            "Formal and informal education: children meet technology, learn to program and to"
            " build engineering solutions.",
        ),
        listing_image=Picture("laboratory"),
        logo=Picture("mark-steam"),
        kind=Kind.EDUCATION,
        municipality=Municipality.PANEVEZYS_CITY,
        contact_person=T("Pavyzdys: ugdymo koordinatorius", "Sample: education coordinator"),
        email=MAIL,
        offers=T(
            "<p>Pavyzdys: laboratorinius darbus klasėms ir neformaliojo ugdymo programas.</p>",
            "<p>Sample: laboratory work for classes, and programmes of informal education.</p>",
        ),
        looks_for=T(
            "<p>Pavyzdys: inžinierių, kurie papasakotų vaikams, ką iš tikrųjų veikia darbe.</p>",
            "<p>Sample: engineers who tell children what they really do at work.</p>",
        ),
        body=[
            text(
                T(
                    "<p>Atvira prieiga reiškia, kad centras skirtas ne vienai mokyklai. Jį įsteigti"
                    " kainavo 800&nbsp;000 eurų: 350&nbsp;000 skyrė savivaldybė, 450&nbsp;000 –"
                    " Europos Sąjungos fondai.</p>",
                    "<p>Open access means that the centre is not there for one school only. It cost"
                    " 800,000 euros to establish: 350,000 came from the municipality and 450,000"
                    " from European Union funds.</p>",
                )
            ),
        ],
        rows=works("education", "additive iot robotics"),
    ),
]
