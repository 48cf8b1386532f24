"""Events that are near: next week, online, open days, a late change. All visibly samples."""

from home.demo.bodies import figure, heading, questions, text
from home.demo.values import At, File, Item, Picture, Ref, Row, T, item, row
from news.models import EventPage

from .board import FIRST, SECOND, THIRD

Status, Attendance = EventPage.Status, EventPage.Attendance

PLATFORM = T("Platforma „Industry 4 Panevėžys“", "The Industry 4 Panevėžys platform")
REGISTRATION = "https://example.com/pavyzdys-registracija"


def organisers(*names: str) -> list[Row]:
    """Members that organise."""
    return [row(member=Ref(f"member/{name}")) for name in names]


def speaker(name: T, role: T, organisation: T | str = "") -> Row:
    """A person who speaks; there is no such person."""
    return row(name=name, role=role, organisation=organisation)


def programme(days: int, *lines: tuple[str, T] | tuple[str, T, T]) -> list[Row]:
    """The items of a programme on one day: time, title and, if anyone speaks, who."""
    return [
        row(starts_at=At(days, time), title=title, speaker=who[0] if who else "")
        for time, title, *who in lines
    ]


NEAR: list[Item] = [
    item(
        EventPage,
        "event/robot-day",
        under="section/events",
        title=T("Robotikos diena RoboLabe", "Robotics day at RoboLabas"),
        slug=T("robotikos-diena-robolabe", "robotics-day-at-robolabas"),
        intro=T(
            "Pavyzdinis renginys: mokyklų komandų varžybos, įmonių robotai iš arti ir dirbtuvės"
            " tiems, kurie programuoja pirmą kartą.",
            "Sample event: contests of school teams, company robots close up, and a workshop for"
            " those who program for the first time.",
        ),
        listing_image=Picture("arena"),
        starts_at=At(7, "10:00"),
        ends_at=At(7, "16:00"),
        attendance=Attendance.ON_SITE,
        venue="RoboLabas",
        address=T("Panevėžys", "Panevėžys"),
        registration_url=REGISTRATION,
        registration_deadline=At(4, "17:00"),
        price=0,
        capacity=120,
        body=[
            heading(T("Kam skirta", "Who it is for")),
            text(
                T(
                    "<p>Mokyklų komandoms, jų mokytojams, įmonėms, kurios ieško būsimų darbuotojų,"
                    " ir visiems, kurie nori pamatyti robotą ne nuotraukoje. Varžybos vyksta"
                    " dviejose lygose: pradinių klasių ir vyresniųjų.</p>",
                    "<p>For teams from schools and their teachers, for companies in search of"
                    " future employees, and for everyone who wants to see a robot outside a"
                    " photograph. The contest has two leagues: primary classes and older"
                    " pupils.</p>",
                )
            ),
            figure("school-course", T("Vienos iš trasų planas", "The plan of one of the courses")),
            questions(
                (
                    T("Ar galima ateiti be komandos?", "Can I come without a team?"),
                    T(
                        "<p>Taip. Žiūrėti varžybas ir dalyvauti dirbtuvėse galima ir po vieną.</p>",
                        "<p>Yes. You can watch the contests and join the workshop on your own.</p>",
                    ),
                ),
                (
                    T("Ką pasiimti?", "What should I bring?"),
                    T(
                        "<p>Nieko. Robotai ir kompiuteriai bus vietoje.</p>",
                        "<p>Nothing. There will be robots and computers on site.</p>",
                    ),
                ),
            ),
        ],
        rows={
            "programme": programme(
                7,
                ("10:00", T("Atidarymas ir trasų apžiūra", "Opening and a look at the courses")),
                ("10:30", T("Pradinių klasių varžybos", "Contest of primary classes")),
                (
                    "12:00",
                    T("Kaip robotas mato", "How a robot sees"),
                    T("Pavyzdys: Vardė Pavardytė", "Sample: Vardė Pavardytė"),
                ),
                (
                    "12:45",
                    T("Pietūs ir įmonių robotų paroda", "Lunch and a show of company robots"),
                ),
                ("13:30", T("Vyresniųjų klasių varžybos", "Contest of older pupils")),
                (
                    "15:00",
                    T(
                        "Ko gamykla tikisi iš programuotojo",
                        "What a factory expects of a programmer",
                    ),
                    FIRST,
                ),
                ("15:30", T("Apdovanojimai", "Awards")),
            ),
            "speakers": [
                speaker(
                    FIRST,
                    T("Gamybos direktorė", "Production director"),
                    T("Pavyzdys: elektronikos gamintoja", "Sample: electronics manufacturer"),
                ),
                speaker(
                    SECOND,
                    T("Varžybų teisėjas", "Referee of the contest"),
                    T("Pavyzdys: inovacijų bendruomenė", "Sample: innovation community"),
                ),
                speaker(
                    THIRD,
                    T("Mašininės regos tyrėja", "Researcher in machine vision"),
                    T(
                        "Pavyzdys: taikomųjų tyrimų laboratorija",
                        "Sample: applied research laboratory",
                    ),
                ),
            ],
            "organisers": organisers("robolabas", "agency"),
            "documents": [row(document=File("programme"))],
        },
    ),
    item(
        EventPage,
        "event/data-workshop",
        under="section/events",
        title=T("Gamybos duomenys: nuo ko pradėti", "Production data: where to begin"),
        slug=T("gamybos-duomenys-nuo-ko-pradeti", "production-data-where-to-begin"),
        intro=T(
            "Pavyzdinis renginys: nuotolinės dirbtuvės įmonėms, kurios nori matyti savo gamybą ne"
            " mėnesio gale, o dabar.",
            "Sample event: an online workshop for companies that want to see their production now,"
            " not at the end of the month.",
        ),
        listing_image=Picture("ripples"),
        starts_at=At(14, "14:00"),
        ends_at=At(14, "15:30"),
        attendance=Attendance.ONLINE,
        online_url="https://example.com/pavyzdys-nuotolinis-susitikimas",
        registration_url=REGISTRATION,
        registration_deadline=At(13, "12:00"),
        price=0,
        body=[
            text(
                T(
                    "<p>Per pusantros valandos išsiaiškinsime, kokių trijų rodiklių pakanka"
                    " pradžiai, kaip juos rinkti be brangios programos ir kam juos rodyti."
                    " Dalyviai gaus užduotį savo linijai.</p>",
                    "<p>In an hour and a half we find out which three indicators are enough to"
                    " begin with, how to collect them without expensive software and whom to show"
                    " them. Participants get a task for their own line.</p>",
                )
            ),
        ],
        rows={
            "programme": programme(
                14,
                ("14:00", T("Trys rodikliai pradžiai", "Three indicators to begin with"), SECOND),
                ("14:40", T("Jutiklis, lentelė, ekranas", "A sensor, a table, a screen"), SECOND),
                ("15:10", T("Klausimai", "Questions")),
            ),
            "speakers": [speaker(SECOND, T("Duomenų analitikas", "Data analyst"))],
            "organisers": organisers("agency", "science"),
        },
    ),
    item(
        EventPage,
        "event/open-day",
        under="section/events",
        title=T("Atvirų durų diena STEAM centre", "Open day at the STEAM centre"),
        slug=T("atviru-duru-diena-steam-centre", "open-day-at-the-steam-centre"),
        intro=T(
            "Pavyzdinis renginys: visą dieną veikia laboratorijos, o šeimos gali išbandyti tai, ką"
            " mokiniai daro per pamokas.",
            "Sample event: the laboratories are open all day, and families can try what pupils do"
            " in lessons.",
        ),
        listing_image=Picture("laboratory"),
        starts_at=At(17, "00:00"),
        all_day=True,
        attendance=Attendance.ON_SITE,
        venue=T("Atviros prieigos STEAM centras", "Open-access STEAM Centre"),
        address=T("Panevėžys", "Panevėžys"),
        price=0,
        body=[
            text(
                T(
                    "<p>Registruotis nereikia. Prie kiekvieno stalo laukia užduotis, kurią galima"
                    " atlikti per penkiolika minučių: užprogramuoti šviesą, išmatuoti garsą,"
                    " atspausdinti krumpliaratį.</p>",
                    "<p>No registration is needed. At every table waits a task that takes a quarter"
                    " of an hour: program a light, measure a sound, print a gear.</p>",
                )
            ),
        ],
        rows={"organisers": organisers("steam")},
    ),
    item(
        EventPage,
        "event/factory-visit",
        under="section/events",
        title=T("Vizitas į baldų fabriką", "Visit to a furniture factory"),
        slug=T("vizitas-i-baldu-fabrika", "visit-to-a-furniture-factory"),
        intro=T(
            "Pavyzdinis renginys, kuris atšauktas: skelbimas lieka, kad niekas neatvažiuotų"
            " veltui.",
            "Sample event, cancelled: the notice stays so that nobody comes in vain.",
        ),
        listing_image=Picture("works-at-night"),
        starts_at=At(21, "13:00"),
        ends_at=At(21, "15:00"),
        status=Status.CANCELLED,
        attendance=Attendance.ON_SITE,
        venue=T("Pavyzdys: baldų fabrikas", "Sample: furniture factory"),
        address=T("Pavyzdys: Rokiškio centras", "Sample: Rokiškis town centre"),
        latitude="55.960000",
        longitude="25.590000",
        price=0,
        capacity=25,
        rows={"organisers": organisers("furniture", "association")},
    ),
    item(
        EventPage,
        "event/club-leaders",
        under="section/events",
        only_lithuanian=True,
        title=T("Robotikos būrelių vadovų susitikimas"),
        slug=T("robotikos-bureliu-vadovu-susitikimas"),
        intro=T(
            "Pavyzdinis renginys: būrelių vadovai dalijasi užduotimis ir susitaria dėl mokslo metų"
            " varžybų. Susitikimas vyksta lietuvių kalba."
        ),
        listing_image=Picture("school-course"),
        starts_at=At(12, "15:00"),
        ends_at=At(12, "17:00"),
        attendance=Attendance.BOTH,
        venue="RoboLabas",
        online_url="https://example.com/pavyzdys-nuotolinis-susitikimas",
        price=0,
        body=[
            text(
                T(
                    "<p>Atsineškite po vieną užduotį, kuri jūsų būrelyje pavyko geriausiai. Iš jų"
                    " sudarysime bendrą rinkinį visoms regiono mokykloms.</p>"
                )
            ),
        ],
        rows={
            "organisers": [
                *organisers("robolabas"),
                row(name=T("Pavyzdys: būrelių vadovų grupė")),
            ]
        },
    ),
]
