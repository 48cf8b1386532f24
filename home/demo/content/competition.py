"""Two editions of the competition: last year's with its results, this year's open for entries."""

from ecosystem.models import CompetitionPage
from home.demo.values import At, Day, Item, Picture, Ref, Row, T, Year, item, row

from .topics import CATEGORIES

CRITERIA = [
    row(
        name=T("Naujumas", "Novelty"),
        weight=30,
        description=T(
            "Ar sprendimas naujas įmonei, regionui ar visai rinkai.",
            "Whether the solution is new to the company, the region or the whole market.",
        ),
    ),
    row(
        name=T("Nauda", "Benefit"),
        weight=30,
        description=T(
            "Kas pasikeitė: našumas, kokybė, sauga, sąnaudos.",
            "What has changed: productivity, quality, safety, costs.",
        ),
    ),
    row(
        name=T("Pažanga link Pramonės 4.0", "Progress towards Industry 4.0"),
        weight=25,
        description=T(
            "Kiek sprendimas artina įmonę prie automatizuotos, duomenimis grįstos gamybos.",
            "How far the solution takes the company towards automated, data-based production.",
        ),
    ),
    row(
        name=T("Dalijimasis", "Sharing"),
        weight=15,
        description=T(
            "Ar įmonė pasakoja, ką išmoko, ir dirba su mokyklomis bei mokslu.",
            "Whether the company tells what it has learnt and works with schools and science.",
        ),
    ),
]
JURY = [
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
]
PURPOSE = T(
    "<p>Rinkimuose kviečiamos dalyvauti visos Panevėžio regiono įmonės, kurios per pastaruosius"
    " dvejus metus įdiegė ką nors naujo: robotą, programą, medžiagą ar darbo būdą. Dydis nesvarbu –"
    " svarbu, kas pasikeitė.</p>",
    "<p>All companies of the Panevėžys region that have introduced something new in the last two"
    " years are invited: a robot, a program, a material or a way of working. Size does not matter;"
    " what matters is what has changed.</p>",
)
RULES = T(
    "<p>Pavyzdinė tvarka:</p><ol><li>įmonė pati pateikia trumpą paraišką arba ją pasiūlo"
    " kitas;</li><li>komisija vertina pagal skelbiamus kriterijus;</li><li>vertinime nedalyvauja"
    " narys, susijęs su įmone;</li><li>sprendimas skelbiamas su motyvais.</li></ol>",
    "<p>Sample rules:</p><ol><li>a company enters by a short application, or is proposed by"
    " someone else;</li><li>the jury judges by the published criteria;</li><li>a juror connected"
    " with a company takes no part in judging it;</li><li>the decision is published with its"
    " reasons.</li></ol>",
)
PRIZES = T(
    "<p>Pavyzdys: nugalėtoja gauna ženklą, kurį gali naudoti metus, ir pristato savo sprendimą"
    " inovacijų sklaidos renginyje.</p>",
    "<p>Sample: the winner gets a badge to use for a year, and presents its solution at an event"
    " that spreads innovation.</p>",
)


def edition_rows() -> dict[str, list[Row]]:
    """What every edition has."""
    return {
        "categories": [row(category=Ref(f"category/{slug}")) for slug in CATEGORIES],
        "criteria": CRITERIA,
        "jury": JURY,
    }


EDITIONS: list[Item] = [
    item(
        CompetitionPage,
        "competition/last",
        under="section/competition",
        title=T(
            "Inovatyviausios įmonės rinkimai {last_year}", "Most innovative company {last_year}"
        ),
        slug=T("inovatyviausia-imone-{last_year}", "most-innovative-company-{last_year}"),
        intro=T(
            "Pavyzdiniai rinkimai: trys kategorijos, trys nugalėtojos ir komisijos motyvai.",
            "A sample edition: three categories, three winners and the jury’s reasons.",
        ),
        listing_image=Picture("award"),
        year=Year(-1),
        purpose=PURPOSE,
        rules=RULES,
        prizes=PRIZES,
        entries_open=At(-385, "09:00"),
        entries_close=At(-350, "17:00"),
        jury_from=Day(-346),
        jury_to=Day(-325),
        announcement=Day(-320),
        ceremony=At(-310, "17:00"),
        rows={
            **edition_rows(),
            "results": [
                row(
                    member=Ref("member/welding"),
                    category=Ref("category/automation"),
                    innovation=T("Pavyzdys: mobili suvirinimo celė", "Sample: mobile welding cell"),
                    citation=T(
                        "Pavyzdys: celę galima perkelti per vieną pamainą, todėl robotu dalijasi"
                        " kelios mažos įmonės.",
                        "Sample: the cell can be moved within one shift, so several small companies"
                        " share one robot.",
                    ),
                ),
                row(
                    member=Ref("member/electronics"),
                    category=Ref("category/digital"),
                    innovation=T(
                        "Pavyzdys: plokščių patikra kamera", "Sample: checking boards by camera"
                    ),
                    citation=T(
                        "Pavyzdys: kiekviena plokštė nufotografuojama ir palyginama su skaitmeniniu"
                        " dvyniu, todėl klaida pastebima dar linijoje.",
                        "Sample: every board is photographed and compared with its digital twin, so"
                        " a fault is noticed while it is still on the line.",
                    ),
                ),
                row(
                    member=Ref("member/dairy"),
                    category=Ref("category/cooperation"),
                    innovation=T(
                        "Pavyzdys: studentų užduotys iš gamyklos", "Sample: tasks from the factory"
                    ),
                    citation=T(
                        "Pavyzdys: mokiniai ir studentai sprendžia tikras įmonės užduotis, o įmonė"
                        " atveria jiems savo duomenis.",
                        "Sample: pupils and students solve the company’s real tasks, and the"
                        " company opens its data to them.",
                    ),
                ),
                row(
                    member=Ref("member/furniture"),
                    category=Ref("category/digital"),
                    place=2,
                    innovation=T("Pavyzdys: baldas ekrane", "Sample: furniture on a screen"),
                    citation=T(
                        "Pavyzdys: pirkėjas mato baldą savo kambaryje dar prieš jį gaminant.",
                        "Sample: customers see a piece in their own room before it is made.",
                    ),
                ),
            ],
        },
    ),
    item(
        CompetitionPage,
        "competition/this",
        under="section/competition",
        title=T("Inovatyviausios įmonės rinkimai {year}", "Most innovative company {year}"),
        slug=T("inovatyviausia-imone-{year}", "most-innovative-company-{year}"),
        intro=T(
            "Pavyzdiniai rinkimai: paraiškos dar priimamos. Papasakokite, ką naujo įdiegė jūsų"
            " įmonė.",
            "A sample edition, still open for entries. Tell us what your company has brought in.",
        ),
        listing_image=Picture("award"),
        year=Year(),
        purpose=PURPOSE,
        rules=RULES,
        prizes=PRIZES,
        entries_open=At(-18, "09:00"),
        entries_close=At(26, "17:00"),
        jury_from=Day(30),
        jury_to=Day(50),
        announcement=Day(55),
        ceremony=At(64, "17:00"),
        rows=edition_rows(),
    ),
]
# Recorded acts of an edition: kind and the day; the pages themselves know nothing of them.
ACTS: dict[str, dict[str, At]] = {
    "competition/last": {"decided": At(-322, "15:00"), "published": At(-320, "10:00")},
}
