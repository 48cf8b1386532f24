"""Initiatives in the structure of a good practice: places in which one learns, and learning."""

from ecosystem.models import InitiativePage, InitiativeResource
from home.demo.bodies import documents, figure, gallery, heading, questions, text
from home.demo.values import Item, Picture, Ref, Row, T, item, row

from .members import MAIL

Status, Period = InitiativePage.Status, InitiativeResource.Period

PANEVEZYS = T("Panevėžys, Lietuva", "Panevėžys, Lithuania")
MANAGER = T(
    "Vyresnysis verslo aplinkos projektų vadovas",
    "Senior project manager for the business environment",
)
CITY_BUDGET = T("Panevėžio miesto savivaldybė", "Panevėžys City Municipality")
STAFF = T("Darbuotojų išlaikymas", "Staff")
BUILDING = T("Pastato priežiūra", "Maintenance of the building")


def partners(*names: str) -> list[Row]:
    """Members that take part."""
    return [row(member=Ref(f"member/{name}")) for name in names]


def goals(*names: str) -> list[Row]:
    """Goals of the strategy that are served."""
    return [row(goal=Ref(f"goal/{name}")) for name in names]


def yearly(*what: T) -> list[Row]:
    """What is needed every year at a cost that is not given."""
    return [row(what=name, period=Period.YEARLY) for name in what]


LEARNING: list[Item] = [
    item(
        InitiativePage,
        "initiative/robolabas",
        under="section/initiatives",
        title=T("RoboLabas – robotikos centras", "RoboLabas, the robotics centre"),
        slug=T("robolabas", "robolabas"),
        intro=T(
            "Pirmasis Lietuvoje robotikos varžybų centras, kuriame vaikai mokosi, o miestas"
            " susipažįsta su pramonės ateitimi.",
            "The first robotics competition centre in Lithuania, where children learn and the city"
            " meets the future of industry.",
        ),
        listing_image=Picture("arena"),
        status=Status.RUNNING,
        lead=Ref("member/municipality"),
        location=PANEVEZYS,
        body=[
            heading(T("Kas tai yra", "What it is")),
            text(
                T(
                    '<p><a linktype="page" id="member/robolabas">RoboLabas</a> – robotikos centras'
                    " Panevėžyje ir pirmasis robotikos varžybų centras Lietuvoje. Jis įkurtas tam,"
                    " kad su robotais būtų galima ne tik susipažinti, bet ir varžytis.</p>",
                    '<p><a linktype="page" id="member/robolabas">RoboLabas</a> is a robotics centre'
                    " in Panevėžys and the first centre for robotics contests in Lithuania. It was"
                    " established so that one can not only meet robots but also compete.</p>",
                )
            ),
            figure("arena", T("Varžybų ringas iš viršaus", "The contest ring from above")),
            heading(T("Kodėl varžybos", "Why contests")),
            text(
                T(
                    "<p>Varžybos duoda tai, ko neduoda vadovėlis: terminą, taisykles ir varžovą."
                    " Komanda mokosi skirstytis darbus, o sprendimą tenka paaiškinti kitiems.</p>",
                    "<p>A contest gives what a textbook does not: a deadline, rules and a rival. A"
                    " team learns to share out the work, and has to explain its solution to"
                    " others.</p>",
                )
            ),
        ],
        evidence=T(
            "<p>Tai pirmasis robotikos varžybų centras Lietuvoje. Pavyzdys: čia nurodoma, kiek"
            " vaikų jame lankėsi ir kiek varžybų įvyko.</p>",
            "<p>It is the first centre for robotics contests in Lithuania. Sample: this is the"
            " place to say how many children came and how many contests were held.</p>",
        ),
        difficulties=T(
            "<p>Sunku buvo gauti viešųjų institucijų finansavimą ir rasti bei įtikinti žmones,"
            " kurie darbą tęs.</p>",
            "<p>It was hard to get funding from public institutions, and to find and persuade the"
            " people who carry the work on.</p>",
        ),
        learning=T(
            "<p>Perimti galima patį principą: viena gerai įrengta vieta visam regionui vietoj"
            " dešimties menkai įrengtų. Reikia žmonių, pinigų ir valdžios, kuri gali"
            " veikti.</p>",
            "<p>What can be taken over is the principle: one well-equipped place for a whole region"
            " instead of ten poorly equipped ones. It takes people, money and an authority that"
            " has the power to act.</p>",
        ),
        expert_opinion=T(
            "Pavyzdys: čia skelbiama nepriklausomo eksperto nuomonė – kas iniciatyvoje pavyko ir ką"
            " verta perimti kitam regionui.",
            "Sample: this is the place for the opinion of an independent expert: what the"
            " initiative did well and what another region should take over.",
        ),
        expert_name=T("Pavyzdys: Vardenė Pavardenė", "Sample: Vardenė Pavardenė"),
        expert_role=T("Regioninės politikos ekspertė", "Expert in regional policy"),
        contact_person=MANAGER,
        contact_email=MAIL,
        rows={
            "partners": partners("robolabas", "agency", "steam"),
            "resources": [
                row(
                    what=T("Centro įsteigimas", "Establishment of the centre"),
                    amount=470000,
                    period=Period.ONCE,
                ),
                *yearly(STAFF, BUILDING),
            ],
            "goals": goals("robotics", "skills", "visibility"),
        },
    ),
    item(
        InitiativePage,
        "initiative/steam",
        under="section/initiatives",
        title=T("Atviros prieigos STEAM centras", "Open-access STEAM centre"),
        slug=T("steam-centras", "steam-centre"),
        intro=T(
            "Laboratorijos, kuriose kiekvienos regiono mokyklos mokiniai gali programuoti, bandyti"
            " ir kurti.",
            "Laboratories in which pupils of every school in the region can program, experiment and"
            " build.",
        ),
        listing_image=Picture("laboratory"),
        status=Status.RUNNING,
        lead=Ref("member/municipality"),
        location=PANEVEZYS,
        body=[
            heading(T("Formalusis ir neformalusis ugdymas", "Formal and informal education")),
            text(
                T(
                    "<p>Formalusis ugdymas čia reiškia, kad laboratorinis darbas tampa pamokos"
                    " dalimi, neformalusis – kad ateiti galima ir tada, kai pamokos neužteko."
                    " Vaikai susipažįsta su technologijomis, mokosi programuoti ir kurti"
                    " inžinerinius sprendimus.</p>",
                    "<p>Formal education means here that laboratory work becomes part of the"
                    " lesson; informal, that one can come when the lesson was not enough. Children"
                    " meet technology, learn to program and to build engineering solutions.</p>",
                )
            ),
            gallery(
                ("laboratory", T("Nuo kolbos iki spausdintuvo", "From a flask to a printer")),
                ("school-course", T("Pirmoji robotų trasa", "A first course for robots")),
            ),
        ],
        evidence=T(
            "<p>Centras įsteigtas iš dviejų šaltinių: prie savivaldybės lėšų prisidėjo Europos"
            " Sąjungos fondai. Įranga, kurios viena mokykla neįpirktų, tapo prieinama"
            " daugeliui.</p>",
            "<p>The centre was established from two sources: European Union funds were added to the"
            " municipality’s own. Equipment that no single school could buy is open to many.</p>",
        ),
        difficulties=T(
            "<p>Įsteigti centrą pakanka vieną kartą, o išlaikyti reikia kasmet: darbuotojams ir"
            " priežiūrai taip pat būtinas viešųjų institucijų finansavimas.</p>",
            "<p>One establishes a centre once but has to maintain it every year: staff and"
            " maintenance need funding from public institutions as well.</p>",
        ),
        learning=T(
            "<p>Kitiems verta nuo pat pradžių numatyti ne tik įsteigimą, bet ir kasmetines"
            " išlaidas: darbuotojus ir priežiūrą.</p>",
            "<p>Others should plan not only for the establishment but also, from the very start,"
            " for the yearly costs: staff and maintenance.</p>",
        ),
        contact_person=MANAGER,
        contact_email=MAIL,
        rows={
            "partners": partners("steam", "robolabas", "vocational"),
            "resources": [
                row(
                    what=T("Centro įsteigimas: savivaldybės dalis", "Establishment: city’s share"),
                    amount=350000,
                    period=Period.ONCE,
                    source=CITY_BUDGET,
                ),
                row(
                    what=T("Centro įsteigimas: ES dalis", "Establishment: EU’s share"),
                    amount=450000,
                    period=Period.ONCE,
                    source=T("Europos Sąjungos fondai", "European Union funds"),
                ),
                *yearly(STAFF, BUILDING),
            ],
            "goals": goals("skills", "knowledge"),
        },
    ),
    item(
        InitiativePage,
        "initiative/learning-robotics",
        under="section/initiatives",
        title=T("Robotikos mokymas", "Learning robotics"),
        slug=T("robotikos-mokymas", "learning-robotics"),
        intro=T(
            "Robotika regiono mokyklose nuo pradinių klasių: vaikas programuoja robotą anksčiau,"
            " nei spėja pagalvoti, kad tai sunku.",
            "Robotics in the region’s schools from primary school on: children program a robot"
            " before they have time to think it difficult.",
        ),
        listing_image=Picture("school-course"),
        status=Status.RUNNING,
        lead=Ref("member/municipality"),
        location=T("Panevėžio regiono mokyklos", "Schools of the Panevėžys region"),
        body=[
            heading(T("Nuo pradinės mokyklos", "From primary school on")),
            text(
                T(
                    "<p>Mokyti galima žingsnis po žingsnio:</p><ol><li>pradinėse klasėse robotas"
                    " važiuoja ten, kur liepia vaikas;</li><li>vėliau robotas pats randa"
                    " kelią;</li><li>vyresniosiose klasėse jis atlieka užduotį, panašią į tikrą"
                    " gamyboje.</li></ol>",
                    "<p>Teaching can go step by step:</p><ol><li>in the first classes the robot"
                    " goes where the child tells it to;</li><li>later the robot finds its way by"
                    " itself;</li><li>in the upper classes it does a task like a real one in"
                    " production.</li></ol>",
                )
            ),
            questions(
                (
                    T("Kada galima pradėti?", "When can one begin?"),
                    T(
                        "<p>Jau pradinėje mokykloje: pirmosioms užduotims atlikti kodo"
                        " nereikia.</p>",
                        "<p>As early as primary school: the first tasks need no code.</p>",
                    ),
                ),
                (
                    T(
                        "Ar mokytojas turi mokėti programuoti?",
                        "Must the teacher know programming?",
                    ),
                    T(
                        "<p>Pradžiai pakanka noro: mokytojas gali mokytis kartu su savo grupe.</p>",
                        "<p>Being willing is enough to begin: teachers can learn with their"
                        " group.</p>",
                    ),
                ),
            ),
            documents(T("Pasiimkite", "To take with you"), "lesson-plan"),
        ],
        evidence=T(
            "<p>Robotika regiono mokyklose prasideda nuo pradinių klasių. Pavyzdys: čia nurodoma,"
            " kiek mokyklų ir mokinių dalyvauja.</p>",
            "<p>Robotics begins in the primary classes of the region’s schools. Sample: this is the"
            " place to say how many schools and pupils take part.</p>",
        ),
        difficulties=T(
            "<p>Naują dalyką į mokyklą atneša žmonės, todėl svarbiausia – rasti ir įtikinti"
            " mokytojus, kurie jį tęs.</p>",
            "<p>It is people who bring a new subject to a school, so what matters most is to find"
            " and persuade the teachers who will carry it on.</p>",
        ),
        learning=T(
            "<p>Perimti galima visą grandinę: nuo pradinių klasių iki tyrimų, kurie tarnauja vietos"
            " įmonėms.</p>",
            "<p>The whole chain can be taken over: from primary schools to research that serves"
            " local companies.</p>",
        ),
        contact_person=MANAGER,
        contact_email=MAIL,
        rows={
            "partners": partners("robolabas", "steam", "ngo"),
            "resources": [
                row(
                    what=T(
                        "Pavyzdys: robotų rinkiniai mokykloms", "Sample: robot kits for schools"
                    ),
                    period=Period.ONCE,
                ),
                *yearly(
                    T(
                        "Pavyzdys: mokytojų ir būrelių vadovų darbas",
                        "Sample: work of teachers and club leaders",
                    )
                ),
            ],
            "goals": goals("skills", "robotics"),
        },
    ),
]
