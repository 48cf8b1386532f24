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
        "technologies": [row(technology=Ref(f"technology/{slug}")) for slug in technologies.split()],
    }


MEMBERS: list[Item] = [
    item(
        MemberPage,
        "member/municipality",
        under="section/members",
        title=T("Panevėžio miesto savivaldybė", "Panevėžys City Municipality"),
        slug=T("panevezio-miesto-savivaldybe", "panevezys-city-municipality"),
        intro=T(
            "Pagrindinė platformos institucija, subūrusi regiono savivaldybes bendrai krypčiai.",
            "The main institution of the platform, which brought the municipalities of the region"
            " together behind one direction.",
        ),
        listing_image=Picture("works-at-night"),
        logo=Picture("mark-municipality"),
        kind=Kind.PUBLIC,
        municipality=Municipality.PANEVEZYS_CITY,
        contact_person=T("Pavyzdys: atsakingas specialistas", "Sample: officer in charge"),
        email=MAIL,
        offers=T(
            "<p>Investuoja į robotikos ir STEAM mokymą, derina savivaldybių veiksmus, padeda"
            " iniciatyvoms gauti finansavimą.</p>",
            "<p>Invests in teaching robotics and STEAM, coordinates what the municipalities do and"
            " helps initiatives to get funding.</p>",
        ),
        looks_for=T(
            "<p>Įmonių, kurios pasakytų, kokių žmonių ir technologijų joms reikės po penkerių"
            " metų.</p>",
            "<p>Companies that say what people and technologies they will need in five years.</p>",
        ),
        body=[
            heading(T("Savivaldybės vaidmuo", "The role of the municipality")),
            text(
                T(
                    "<p>Savivaldybė nuo pradžių yra pagrindinė platformos institucija. Ji įsteigė"
                    " vietas, kuriose technologijos tampa prieinamos vaikams, ir kartu su kitomis"
                    " penkiomis regiono savivaldybėmis pasirinko Pramonę 4.0 strategine"
                    " kryptimi.</p>",
                    "<p>The municipality has been the main institution of the platform from the"
                    " start. It set up the places in which technology becomes accessible to"
                    " children and, with the other five municipalities of the region, chose"
                    " Industry 4.0 as the strategic direction.</p>",
                )
            ),
            key_figure(
                "6",
                T("savivaldybės, sutarusios dėl krypties", "municipalities agreed on the direction"),
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
            "<p>Padeda rasti partnerį regione, rengia mokymus ir inovacijų sklaidos renginius,"
            " veda interviu su įmonėmis.</p>",
            "<p>Helps to find a partner in the region, organises training and events that spread"
            " innovation, interviews companies.</p>",
        ),
        looks_for=T(
            "<p>Įmonių ir įstaigų, kurios nori dalytis patirtimi, ir partnerių užsienyje.</p>",
            "<p>Companies and institutions that want to share experience, and partners abroad.</p>",
        ),
        body=[
            text(
                T(
                    "<p>Agentūros komanda koordinuoja platformą: kviečia narius prie vieno stalo,"
                    " renka, kas padaryta, ir atsako tiems, kurie klausia, nuo ko pradėti. Metinis"
                    " agentūros biudžetas – 290 000 eurų.</p>",
                    "<p>The agency’s team coordinates the platform: it brings members to one table,"
                    " gathers what has been done and answers those who ask where to begin. The"
                    " agency’s annual budget is 290,000 euros.</p>",
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
            "<p>Robotikos užsiėmimus mokinių grupėms, įrangą ir aikšteles varžyboms, vietą"
            " įmonėms parodyti, ką jos gamina.</p>",
            "<p>Robotics lessons for groups of pupils, equipment and courses for contests, and a"
            " place where companies can show what they make.</p>",
        ),
        looks_for=T(
            "<p>Mokytojų, kurie nori vesti robotikos būrelį, ir įmonių, galinčių pasiūlyti tikrą"
            " užduotį varžyboms.</p>",
            "<p>Teachers who want to run a robotics club, and companies that can offer a real task"
            " for a contest.</p>",
        ),
        body=[
            heading(T("Vieta, kur robotas – mokymosi priemonė", "Where a robot is a way to learn")),
            text(
                T(
                    "<p>Čia vaikai ne žiūri, o daro: surenka, programuoja, bando ir taiso. Klaida"
                    " trasoje matoma iš karto, todėl mokomasi greitai ir be baimės.</p>",
                    "<p>Children do not watch here, they do: they assemble, program, try and mend."
                    " A mistake shows on the course at once, so learning is quick and free of"
                    " fear.</p>",
                )
            ),
            figure("school-course", T("Linijos sekimo trasa iš viršaus", "A line-following course")),
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
            "<p>Laboratorinius darbus klasėms, neformaliojo ugdymo programas, konsultacijas"
            " mokytojams.</p>",
            "<p>Laboratory work for classes, programmes of informal education, advice to"
            " teachers.</p>",
        ),
        looks_for=T(
            "<p>Inžinierių, kurie papasakotų vaikams, ką iš tikrųjų veikia darbe.</p>",
            "<p>Engineers who tell children what they really do at work.</p>",
        ),
        body=[
            text(
                T(
                    "<p>Centro laboratorijomis gali naudotis kiekviena regiono mokykla. Pamoka čia"
                    " prasideda klausimu, o baigiasi daiktu, kuris veikia.</p>",
                    "<p>Every school of the region can use the centre’s laboratories. A lesson"
                    " here begins with a question and ends with a thing that works.</p>",
                )
            ),
        ],
        rows=works("education", "additive iot robotics"),
    ),
]
