"""Two editions of the competition: last year's, which is over, and this year's, which is open."""

from ecosystem.models import CompetitionPage
from home.demo.values import At, Day, Item, Picture, Ref, Row, T, Year, item, row

from .competition_form import CONSENT, ELIGIBILITY, QUESTIONS
from .jury import ON_PAGES
from .topics import CATEGORIES

CRITERIA = [
    row(
        name=T("Naujumas", "Novelty"),
        weight=30,
        description=T(
            "Ar sprendimas naujas įmonei, regionui ar visai rinkai.",
            "Whether the solution is new to the company, the region or the whole market.",
        ),
        guidance=T(
            "1 – įprasta visoje pramonėje; 10 – to dar niekas nedaro.",
            "1: usual in all of industry; 10: nobody does it yet.",
        ),
    ),
    row(
        name=T("Nauda", "Benefit"),
        weight=30,
        description=T(
            "Kas pasikeitė: našumas, kokybė, sauga, sąnaudos.",
            "What has changed: productivity, quality, safety, costs.",
        ),
        guidance=T(
            "1 – pažadai be skaičių; 10 – išmatuota ir reikšminga nauda.",
            "1: promises without figures; 10: benefit that is measured and considerable.",
        ),
    ),
    row(
        name=T("Pažanga link Pramonės 4.0", "Progress towards Industry 4.0"),
        weight=25,
        description=T(
            "Kiek sprendimas artina įmonę prie automatizuotos, duomenimis grįstos gamybos.",
            "How far the solution takes the company towards automated, data-based production.",
        ),
        guidance=T(
            "1 – pavienis įrenginys; 10 – duomenys sujungia visą gamybą.",
            "1: a machine by itself; 10: data connect the whole production.",
        ),
    ),
    row(
        name=T("Dalijimasis", "Sharing"),
        weight=15,
        description=T(
            "Ar įmonė pasakoja, ką išmoko, ir dirba su mokyklomis bei mokslu.",
            "Whether the company tells what it has learnt and works with schools and science.",
        ),
        guidance=T(
            "1 – niekas už įmonės ribų nežino; 10 – įmonė nuolat moko kitus.",
            "1: nobody outside the company knows; 10: the company keeps teaching others.",
        ),
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
    "<p>Pavyzdinė tvarka:</p><ol><li>įmonė pateikia trumpą paraišką;</li><li>komisija"
    " vertina pagal skelbiamus kriterijus;</li><li>vertinime nedalyvauja"
    " narys, susijęs su įmone;</li><li>sprendimas skelbiamas su motyvais.</li></ol>",
    "<p>Sample rules:</p><ol><li>a company submits a short entry;</li><li>the jury judges"
    " by the published criteria;</li><li>a juror connected"
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
        "eligibility": ELIGIBILITY,
        "questions": QUESTIONS,
        "jury": ON_PAGES,
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
        entry_consent=CONSENT,
        entries_open=At(-385, "09:00"),
        entries_close=At(-350, "17:00"),
        jury_from=Day(-346),
        jury_to=Day(-325),
        announcement=Day(-320),
        ceremony=At(-310, "17:00"),
        rows=edition_rows(),
        since=At(-399, "11:00"),
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
        entry_consent=CONSENT,
        entries_open=At(-18, "09:00"),
        entries_close=At(26, "17:00"),
        jury_from=Day(30),
        jury_to=Day(50),
        announcement=Day(55),
        ceremony=At(64, "17:00"),
        rows=edition_rows(),
        since=At(-32, "11:00"),
    ),
]
