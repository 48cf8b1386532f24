"""Initiatives that show the other stages: an idea, and one that has ended. Visibly samples."""

from ecosystem.models import InitiativePage
from home.demo.bodies import call_to_action, link, text
from home.demo.values import Day, Item, Picture, Ref, T, item, row
from industry4.core.dates import Precision

from .initiatives import MANAGER, Period, Status, goals, partners
from .members import MAIL

SAMPLES: list[Item] = [
    item(
        InitiativePage,
        "initiative/robot-loan",
        under="section/initiatives",
        title=T("Pavyzdys: robotas mėnesiui", "Sample: a robot for a month"),
        slug=T("pavyzdys-robotas-menesiui", "sample-a-robot-for-a-month"),
        intro=T(
            "Pavyzdinė idėja: maža įmonė mėnesiui pasiskolina robotą ir sprendžia, ar jis jai"
            " tinka.",
            "A sample idea: a small company borrows a robot for a month and decides whether it"
            " fits.",
        ),
        listing_image=Picture("arms-at-line"),
        status=Status.IDEA,
        start_date=Day(210),
        start_precision=Precision.YEAR,
        location=T("Panevėžio regionas, Lietuva", "Panevėžys region, Lithuania"),
        body=[
            text(
                T(
                    "<p>Mažai įmonei robotas atrodo brangus ir nepažįstamas. Idėja paprasta:"
                    " pasiskolinti, išbandyti savo gamyboje ir tik tada spręsti.</p>",
                    "<p>To a small company a robot seems expensive and unfamiliar. The idea is"
                    " simple: borrow one, try it in your own production and only then decide.</p>",
                )
            ),
            call_to_action(
                T("Norėtumėte išbandyti?", "Would you like to try?"),
                T(
                    "Idėja dar neturi vykdytojo. Parašykite, jei galėtumėte prisidėti.",
                    "The idea has nobody yet to carry it out. Write to us if you could help.",
                ),
                link(T("Rašyti", "Write"), email=MAIL),
            ),
        ],
        contact_person=MANAGER,
        contact_email=MAIL,
        rows={
            "partners": partners("welding", "vocational"),
            "resources": [
                row(
                    what=T("Pavyzdys: roboto celės nuoma", "Sample: rent of a robot cell"),
                    amount=24000,
                    period=Period.YEARLY,
                    note=T("Pavyzdinė suma", "A sample amount"),
                )
            ],
            "goals": goals("companies"),
        },
    ),
    item(
        InitiativePage,
        "initiative/camp",
        under="section/initiatives",
        title=T("Pavyzdys: robotikos savaitė moksleiviams", "Sample: a week of robotics"),
        slug=T("pavyzdys-robotikos-savaite", "sample-a-week-of-robotics"),
        intro=T(
            "Pavyzdinė iniciatyva, kuri jau baigta: penkios dienos, per kurias komanda pastatė savo"
            " pirmąjį robotą.",
            "A sample initiative that has ended: five days in which a team built its first robot.",
        ),
        status=Status.COMPLETED,
        start_date=Day(-130),
        end_date=Day(-130, plus=4),
        lead=Ref("member/ngo"),
        location=T("Biržai, Lietuva", "Biržai, Lithuania"),
        body=[
            text(
                T(
                    "<p>Pavyzdys: savaitės planas, dalyvių skaičius ir tai, kuo jie grįžo į savo"
                    " mokyklas.</p>",
                    "<p>Sample: the plan of the week, the number of participants and what they took"
                    " back to their schools.</p>",
                )
            ),
        ],
        evidence=T(
            "<p>Pavyzdys: visos komandos užbaigė savo robotus.</p>",
            "<p>Sample: every team finished its robot.</p>",
        ),
        rows={
            "partners": partners("ngo", "steam"),
            "resources": [
                row(
                    what=T("Pavyzdys: įranga ir vadovai", "Sample: equipment and leaders"),
                    amount=6000,
                    period=Period.ONCE,
                    note=T("Pavyzdinė suma", "A sample amount"),
                )
            ],
            "goals": goals("skills"),
        },
    ),
]
