"""Articles that announce: the competition, the board, an invitation to teachers."""

from home.demo.bodies import (
    call_to_action,
    contact_person,
    documents,
    figure,
    heading,
    link,
    questions,
    related_pages,
    table,
    text,
)
from home.demo.values import At, Item, Picture, T, item
from news.models import ArticlePage

from .articles import TEAM, Category, about
from .initiatives import MANAGER
from .members import MAIL

ANNOUNCEMENTS: list[Item] = [
    item(
        ArticlePage,
        "article/competition-opens",
        under="section/news",
        title=T(
            "Inovatyviausios įmonės rinkimai {year}: laukiame paraiškų",
            "Most innovative company {year}: open for entries",
        ),
        slug=T("laukiame-paraisku-{year}", "open-for-entries-{year}"),
        intro=T(
            "Pavyzdinis skelbimas: rinkimuose gali dalyvauti kiekviena Panevėžio regiono įmonė,"
            " kuri įdiegė ką nors naujo.",
            "A sample announcement: every company of the Panevėžys region that has introduced"
            " something new can enter.",
        ),
        listing_image=Picture("award"),
        published_at=At(-18, "09:00"),
        category=Category.ANNOUNCEMENT,
        body=[
            text(
                T(
                    "<p>Naujovė nebūtinai yra robotas už šimtus tūkstančių. Ja gali būti lentelė,"
                    " kuri per dieną sutaupo valandą, arba susitarimas su mokykla, kuris atvedė"
                    " naujų darbuotojų.</p>",
                    "<p>An innovation need not be a robot for hundreds of thousands. It may be a"
                    " table that saves an hour a day, or an agreement with a school that has"
                    " brought new employees.</p>",
                )
            ),
            heading(T("Kaip vertinama", "How entries are judged")),
            table(
                T("Kriterijai ir jų svoris", "Criteria and their weight"),
                [("text", T("Kriterijus", "Criterion")), ("number", T("Svoris", "Weight"))],
                [T("Naujumas", "Novelty"), 30],
                [T("Nauda", "Benefit"), 30],
                [T("Pažanga link Pramonės 4.0", "Progress towards Industry 4.0"), 25],
                [T("Dalijimasis", "Sharing"), 15],
            ),
            figure("award", T("Apdovanojimo eskizas", "A sketch of the award")),
            questions(
                (
                    T("Ar dalyvavimas kainuoja?", "Is there a fee?"),
                    T("<p>Ne.</p>", "<p>No.</p>"),
                ),
                (
                    T("Ar galima siūlyti kitą įmonę?", "May I propose another company?"),
                    T(
                        "<p>Galima, jei ji sutinka.</p>",
                        "<p>Yes, if it agrees.</p>",
                    ),
                ),
            ),
            call_to_action(
                T("Pateikite paraišką", "Send your entry"),
                T(
                    "Visos datos, tvarka ir kategorijos – rinkimų puslapyje.",
                    "All dates, rules and categories are on the page of the competition.",
                ),
                link(T("Į rinkimų puslapį", "To the competition"), page="competition/this"),
            ),
        ],
        rows=about("competition/this", "event/awards"),
    ),
    item(
        ArticlePage,
        "article/board",
        under="section/news",
        title=T("Kas yra patarėjų taryba", "What the advisory board is"),
        slug=T("kas-yra-patareju-taryba", "what-the-advisory-board-is"),
        intro=T(
            "Pramonės 4.0 vystymo patarėjų taryba: kas ją subūrė, kam joje atstovaujama ir ką ji"
            " sprendžia.",
            "The advisory board on Industry 4.0 development: who gathered it, who is represented on"
            " it and what it decides.",
        ),
        listing_image=Picture("round-table"),
        published_at=At(-60, "13:00"),
        category=Category.NEWS,
        body=[
            text(
                T(
                    "<p>Tarybą subūrė dvi nepriklausomos nevyriausybinės organizacijos. Tai svarbu:"
                    " taryba nėra nei valdžios, nei verslo padalinys, todėl gali kalbėti"
                    " atvirai.</p>",
                    "<p>The board was gathered by two independent non-governmental organisations."
                    " That matters: the board is a division neither of government nor of business,"
                    " so it can speak openly.</p>",
                )
            ),
            heading(T("Keturios pusės", "Four sides")),
            text(
                T(
                    "<p>Joje atstovaujama įmonėms ir jų asociacijoms, švietimui ir mokslui,"
                    " viešajam sektoriui; prie jų prisideda inovacijų ir ekonominės plėtros"
                    " ekspertai.</p>",
                    "<p>Companies and their associations, education and science, and the public"
                    " sector are represented; experts in innovation and economic development join"
                    " them.</p>",
                )
            ),
            figure(
                "round-table", T("Keturios spalvos – keturios pusės", "Four colours, four sides")
            ),
            heading(T("Ką ji daro", "What it does")),
            text(
                T(
                    "<p>Stebi Pramonės 4.0 raidą regione, įvardija iššūkius, siūlo sprendimus ir"
                    " priima strateginius sprendimus. Svarbiausia – sutelkia visus bendrai"
                    " vizijai.</p>",
                    "<p>It follows the development of Industry 4.0 in the region, names challenges,"
                    " proposes solutions and takes strategic decisions. Above all, it brings"
                    " everyone to one vision.</p>",
                )
            ),
            contact_person(MANAGER, email=MAIL),
            related_pages(
                T("Daugiau", "More"), "page/board", "strategy/strategy", "page/good-practice"
            ),
        ],
        rows=about("initiative/platform", "member/association"),
    ),
    item(
        ArticlePage,
        "article/teachers",
        under="section/news",
        only_lithuanian=True,
        title=T("Kviečiame mokytojus vesti robotikos būrelius"),
        slug=T("kvieciame-mokytojus-vesti-robotikos-burelius"),
        intro=T(
            "Pavyzdinis skelbimas mokytojams: kaip pradėti būrelį, kai mokykla dar neturi nei"
            " robotų, nei patirties."
        ),
        listing_image=Picture("school-course"),
        published_at=At(-6, "08:30"),
        category=Category.ANNOUNCEMENT,
        body=[
            heading(T("Nuo ko pradėti")),
            text(
                T(
                    "<p>Pradžiai pakanka vieno roboto, dviejų mokinių ir valandos per savaitę."
                    " Pirmoji užduotis visada ta pati: nuvažiuoti iki linijos ir sustoti.</p>"
                )
            ),
            documents(T("Pasiimkite"), "lesson-plan"),
            contact_person(T("Pavyzdys: metodininkė"), email=MAIL),
        ],
        rows={
            "authors": TEAM,
            "subjects": about("initiative/learning-robotics", "event/club-leaders")["subjects"],
        },
    ),
]
