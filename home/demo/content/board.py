"""The advisory board: its purpose as it is known, its people and decisions as samples."""

from ecosystem.models import AdvisoryBoardPage, BoardMember
from home.demo.values import Day, File, Item, Picture, T, item, row

Side = BoardMember.Side
FIRST = T("Pavyzdys: Vardenė Pavardenė", "Sample: Vardenė Pavardenė")
SECOND = T("Pavyzdys: Vardenis Pavardenis", "Sample: Vardenis Pavardenis")
THIRD = T("Pavyzdys: Vardė Pavardytė", "Sample: Vardė Pavardytė")

BOARD: list[Item] = [
    item(
        AdvisoryBoardPage,
        "page/board",
        under="home",
        title=T(
            "Pramonės 4.0 vystymo patarėjų taryba", "Advisory board on Industry 4.0 development"
        ),
        slug=T("taryba", "advisory-board"),
        intro=T(
            "Ekspertai, kurie stebi Pramonės 4.0 raidą regione, įvardija iššūkius ir priima"
            " strateginius sprendimus.",
            "Experts who follow the development of Industry 4.0 in the region, name its challenges"
            " and take strategic decisions.",
        ),
        listing_image=Picture("round-table"),
        purpose=T(
            "<p>Tarybą subūrė dvi nepriklausomos nevyriausybinės organizacijos. Joje dirba įmonių"
            " ir jų asociacijų, švietimo ir mokslo bei viešojo sektoriaus atstovai ir inovacijų bei"
            " ekonominės plėtros ekspertai.</p><p>Taryba:</p><ul><li>stebi Pramonės 4.0 raidą"
            " regione;</li><li>įvardija iššūkius ir siūlo sprendimus;</li><li>priima strateginius"
            " sprendimus;</li><li>sutelkia švietimo, verslo ir valdžios veikėjus bendrai"
            " vizijai.</li></ul>",
            "<p>The board was gathered by two independent non-governmental organisations. It is"
            " made up of experts who represent companies and their associations, education and"
            " science, the public sector, and of experts in innovation and economic"
            " development.</p><p>The board:</p><ul><li>follows the development of Industry 4.0 in"
            " the region;</li><li>names challenges and proposes solutions;</li><li>takes strategic"
            " decisions;</li><li>brings the actors of education, business and government to one"
            " vision.</li></ul>",
        ),
        rows={
            "members": [
                row(
                    name=FIRST,
                    side=Side.BUSINESS,
                    role=T("Gamybos direktorė", "Production director"),
                    organisation=T(
                        "Pavyzdys: elektronikos gamintoja", "Sample: electronics manufacturer"
                    ),
                ),
                row(
                    name=SECOND,
                    side=Side.BUSINESS,
                    role=T("Pirmininkas", "Chair"),
                    organisation=T(
                        "Pavyzdys: gamintojų asociacija", "Sample: association of manufacturers"
                    ),
                ),
                row(
                    name=THIRD,
                    side=Side.EDUCATION,
                    role=T("Direktorė", "Head"),
                    organisation=T(
                        "Pavyzdys: profesinio mokymo centras", "Sample: vocational training centre"
                    ),
                ),
                row(
                    name=SECOND,
                    side=Side.EDUCATION,
                    role=T("Vyresnysis mokslo darbuotojas", "Senior researcher"),
                    organisation=T(
                        "Pavyzdys: taikomųjų tyrimų laboratorija",
                        "Sample: applied research laboratory",
                    ),
                ),
                row(
                    name=FIRST,
                    side=Side.PUBLIC,
                    role=T("Investicijų skyriaus vedėja", "Head of the investment division"),
                    organisation=T("Pavyzdys: rajono savivaldybė", "Sample: district municipality"),
                ),
                row(
                    name=SECOND,
                    side=Side.PUBLIC,
                    role=T("Regiono plėtros specialistas", "Officer for regional development"),
                    organisation=T("Pavyzdys: viešoji įstaiga", "Sample: public institution"),
                ),
                row(
                    name=THIRD,
                    side=Side.EXPERT,
                    role=T("Inovacijų ekspertė", "Expert in innovation"),
                    organisation=T(
                        "Pavyzdys: inovacijų bendruomenė", "Sample: innovation community"
                    ),
                ),
                row(
                    name=SECOND,
                    side=Side.EXPERT,
                    role=T("Ekonominės plėtros ekspertas", "Expert in economic development"),
                ),
            ],
            "decisions": [
                row(
                    date=Day(-40),
                    text=T(
                        "Pavyzdys: pritarti strategijos tikslų sąrašui ir paprašyti savivaldybių"
                        " pateikti pastabas per mėnesį.",
                        "Sample: to endorse the list of strategic goals and to ask the"
                        " municipalities for their comments within a month.",
                    ),
                    document=File("minutes"),
                ),
                row(
                    date=Day(-131),
                    text=T(
                        "Pavyzdys: siūlyti, kad robotikos mokymas pasiektų kiekvieną regiono"
                        " mokyklą.",
                        "Sample: to propose that learning robotics should reach every school of the"
                        " region.",
                    ),
                ),
                row(
                    date=Day(-222),
                    text=T(
                        "Pavyzdys: rinkti vienodus rodiklius visose šešiose savivaldybėse.",
                        "Sample: to collect the same indicators in all six municipalities.",
                    ),
                ),
            ],
        },
    ),
]
