"""The jury of both sample editions, by the names on their pages, and when it did what."""

from home.demo.entrants import Juror
from home.demo.values import At, T, row

CHAIR, EXPERT, LECTURER, ENGINEER = "pirmininkas", "eksperte", "destytoja", "inzinierius"
JURORS = (
    Juror(CHAIR, "Vardenis", "Pavardenis", is_chair=True, member="association"),
    Juror(EXPERT, "Vardenė", "Pavardenė"),
    Juror(LECTURER, "Vardė", "Pavardytė", member="vocational"),
    Juror(ENGINEER, "Vardas", "Pavardauskas"),
)
ON_PAGES = [
    row(
        name=T("Pavyzdys: Vardenis Pavardenis", "Sample: Vardenis Pavardenis"),
        role=T("Komisijos pirmininkas", "Chair of the jury"),
        organisation=T("Pavyzdys: gamintojų asociacija", "Sample: association of manufacturers"),
    ),
    row(
        name=T("Pavyzdys: Vardenė Pavardenė", "Sample: Vardenė Pavardenė"),
        role=T("Inovacijų ekspertė", "Expert in innovation"),
        organisation=T("Pavyzdys: inovacijų bendruomenė", "Sample: innovation community"),
    ),
    row(
        name=T("Pavyzdys: Vardė Pavardytė", "Sample: Vardė Pavardytė"),
        role=T("Mechatronikos dėstytoja", "Lecturer in mechatronics"),
        organisation=T("Pavyzdys: profesinio mokymo centras", "Sample: vocational training centre"),
    ),
    row(
        name=T("Pavyzdys: Vardas Pavardauskas", "Sample: Vardas Pavardauskas"),
        role=T("Automatikos inžinierius", "Automation engineer"),
        organisation=T("Pavyzdys: inžinierių sambūris", "Sample: society of engineers"),
    ),
]
# Dates off the weekend may fall on one day: what comes later comes later in the day as well, or
# three days on.
LAST_YEAR = {
    "seated": At(-349, "14:00"),
    "assigned": At(-345, "13:00"),
    "opened": At(-344, "14:00"),
    "recused": At(-343, "15:00"),
    "closed": At(-326, "16:00"),
    "decided": At(-323, "15:00"),
    "published": At(-320, "10:00"),
}
THIS_YEAR = {"seated": At(-7, "16:00"), "assigned": At(-4, "09:00")}
