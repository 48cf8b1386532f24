"""Strategy documents and their goals."""

from ecosystem.models import StrategyDocumentPage
from home.demo.bodies import call_to_action, figure, heading, key_figure, link, table, text
from home.demo.values import Day, File, Item, Picture, Ref, T, item, row

Kind, Status = StrategyDocumentPage.Kind, StrategyDocumentPage.Status

TEAM = T("Platformos „Industry 4 Panevėžys“ komanda", "The Industry 4 Panevėžys team")

GOALS = [
    row(
        "goal/shared-direction",
        code="1.1",
        title=T("Bendra kryptis ir bendri rodikliai", "One direction and shared indicators"),
        text=T(
            "Šešios savivaldybės, verslas ir švietimas laikosi vieno plano, o jo eigą mato pagal"
            " tuos pačius rodiklius.",
            "Six municipalities, business and education keep to one plan and follow its progress"
            " by the same indicators.",
        ),
    ),
    row(
        "goal/skills",
        code="2.1",
        title=T("Įgūdžiai nuo pradinės mokyklos", "Skills from primary school on"),
        text=T(
            "Kiekvienas regiono vaikas bent kartą suprogramuoja robotą, o norintieji eina toliau:"
            " į būrelį, profesinę mokyklą, studijas.",
            "Every child of the region programs a robot at least once; those who want to can go"
            " on: to a club, a vocational school, a degree.",
        ),
    ),
    row(
        "goal/robotics",
        code="2.2",
        title=T("Robotikos kompetencija mieste", "Competence in robotics in the city"),
        text=T(
            "Mieste yra vieta, kurioje galima mokytis dirbti su robotais, juos išbandyti ir"
            " varžytis.",
            "The city has a place where one can learn to work with robots, try them out and"
            " compete.",
        ),
    ),
    row(
        "goal/companies",
        code="3.1",
        title=T("Įmonės, kurios diegia naujoves", "Companies that bring in new technology"),
        text=T(
            "Įmonės žino, ką joms duotų automatizavimas, ir randa su kuo jį įdiegti.",
            "Companies know what automation would bring them, and find with whom to introduce it.",
        ),
    ),
    row(
        "goal/knowledge",
        code="3.2",
        title=T("Žinios, kurios pasiekia gamybą", "Knowledge that reaches the factory floor"),
        text=T(
            "Moksliniai tyrimai atsako į klausimus, kuriuos kelia vietos gamintojai.",
            "Research answers the questions that local manufacturers ask.",
        ),
    ),
    row(
        "goal/visibility",
        code="4.1",
        title=T("Pažįstamas Pramonės 4.0 centras", "A centre of Industry 4.0 that is known"),
        text=T(
            "Investuotojai, specialistai ir partneriai žino Panevėžį kaip pramonės robotikos ir"
            " automatizavimo miestą.",
            "Investors, specialists and partners know Panevėžys as a city of industrial robotics"
            " and automation.",
        ),
    ),
]

STRATEGY: list[Item] = [
    item(
        StrategyDocumentPage,
        "strategy/strategy",
        under="section/strategy",
        title=T("Pramonės 4.0 vystymo strategija", "Industry 4.0 development strategy"),
        slug=T("pramones-4-0-vystymo-strategija", "industry-4-0-development-strategy"),
        intro=T(
            "Strateginės gairės, kuriomis remiasi visas ekosistemos darbas. Parengtas strategijos"
            " projektas.",
            "The strategic guidelines that all the work of the ecosystem rests on. The strategy"
            " has been drafted.",
        ),
        listing_image=Picture("road-of-goals"),
        kind=Kind.STRATEGY,
        status=Status.DRAFT,
        document=File("strategy"),
        overrides={"document": File("strategy-en")},
        summary=T(
            "<p>Strategija sako, kuo regionas nori tapti: pažangių technologijų pramonės, pramonės"
            " robotikos ir automatizavimo centru. Ji jungia tai, kas anksčiau vyko atskirai –"
            " planavimą, švietimą, verslą ir viešąsias paslaugas.</p>"
            "<p>Kiekvienas tikslas turi kodą. Pagal jį iniciatyvos nurodo, kuriam tikslui tarnauja,"
            " todėl matyti, kas jau daroma, o kur dar tuščia. Čia tikslai suformuluoti kaip"
            " pavyzdys.</p>",
            "<p>The strategy says what the region wants to become: a centre of advanced-technology"
            " industry, of industrial robotics and automation. It joins what used to go on"
            " separately: planning, education, business and public services.</p>"
            "<p>Each goal has a code. Initiatives use it to say which goal they serve, so one can"
            " see what is being done already and where nothing is happening yet. The goals here are"
            " worded as samples.</p>",
        ),
        body=[
            heading(T("Kodėl strategijos reikėjo", "Why a strategy was needed")),
            text(
                T(
                    "<p>Regiono plėtros planas ir svarbiausių veikėjų bendradarbiavimas nebuvo"
                    " suderinti, veiklos buvo išskaidytos. Suinteresuotosios šalys neturėjo"
                    " rodiklių, pagal kuriuos spręstų apie sėkmę, ir niekas neužtikrino, kad"
                    " pradėti darbai tęsis.</p>",
                    "<p>The plan of the region and the cooperation of its main actors were not"
                    " coordinated, and activities were fragmented. Stakeholders were given no"
                    " indicators by which to judge success, and nothing ensured that what had been"
                    " started would last.</p>",
                )
            ),
            figure(
                "gears-to-circuit",
                T("Iš mechanikos – į signalą", "From mechanics to signals"),
            ),
            heading(T("Tikslai trumpai", "The goals in short")),
            table(
                T("Strategijos tikslai ir kam jie skirti", "The goals and whom they serve"),
                [
                    ("text", T("Kodas", "Code")),
                    ("text", T("Tikslas", "Goal")),
                    ("text", T("Kam", "For whom")),
                ],
                ["1.1", T("Bendra kryptis", "One direction"), T("Visiems veikėjams", "All actors")],
                ["2.1", T("Įgūdžiai", "Skills"), T("Mokiniams", "Pupils")],
                ["2.2", T("Robotika", "Robotics"), T("Mokiniams ir įmonėms", "Pupils, companies")],
                ["3.1", T("Diegiančios įmonės", "New technology"), T("Įmonėms", "Companies")],
                [
                    "3.2",
                    T("Žinios gamybai", "Knowledge"),
                    T("Įmonėms ir mokslui", "Companies, science"),
                ],
                ["4.1", T("Žinomumas", "Visibility"), T("Miestui ir regionui", "City and region")],
            ),
            call_to_action(
                T("Turite pastabų projektui?", "Comments on the draft?"),
                T(
                    "Parašykite, ką pakeistumėte ar papildytumėte. Perskaitysime kiekvieną laišką.",
                    "Write to us what you would change or add. We read every letter.",
                ),
                link(T("Rašyti komandai", "Write to the team"), email="pavyzdys@example.com"),
            ),
        ],
        rows={"authors": [row(name=TEAM)], "goals": GOALS},
    ),
    item(
        StrategyDocumentPage,
        "strategy/overview",
        under="section/strategy",
        title=T(
            "Panevėžio Pramonės 4.0 ekosistemos potencialo apžvalga",
            "Overview of the potential of the Panevėžys Industry 4.0 ecosystem",
        ),
        slug=T("ekosistemos-potencialo-apzvalga", "overview-of-the-ecosystems-potential"),
        intro=T(
            "Kuo regionas stiprus, kas jį stabdo ir kur slypi dar neišnaudotos galimybės.",
            "What the region is strong in, what holds it back and where potential is still"
            " untapped.",
        ),
        listing_image=Picture("region-map"),
        kind=Kind.OVERVIEW,
        status=Status.DRAFT,
        document=File("overview"),
        summary=T(
            "<p>Pramonė regione išplėtota labiau nei kitur Lietuvoje: ji sukuria trečdalį regiono"
            " bendrojo vidaus produkto, o daugiau kaip 500 įmonių įdarbina ketvirtadalį"
            " gyventojų.</p>"
            "<p>Apžvalgoje gilios pramonės tradicijos vertinamos kaip pagrindas, ant kurio galima"
            " statyti, o iššūkiai įvardijami atvirai.</p>",
            "<p>Industry in the region is better developed than elsewhere in Lithuania: it makes a"
            " third of the region’s gross domestic product, and more than 500 companies employ a"
            " quarter of its inhabitants.</p>"
            "<p>The overview treats the deep industrial tradition as ground to build on, and names"
            " the challenges openly.</p>",
        ),
        body=[
            key_figure(
                "33",
                T("pramonės dalis regiono BVP", "industry’s share of the region’s GDP"),
                unit="%",
                source=T("Platformos aprašymas", "Description of the platform"),
            ),
            heading(T("Iššūkiai", "Challenges")),
            text(
                T(
                    "<ul><li>2006 metais bankrutavo didžiausia įmonė „Ekranas“, kurioje dirbo"
                    " 4&nbsp;200 žmonių.</li><li>Per 15 metų gyventojų sumažėjo ketvirtadaliu.</li>"
                    "<li>Ekonominė plėtra nesiekia šalies vidurkio.</li></ul>",
                    "<ul><li>In 2006 the largest company, Ekranas, with 4,200 employees, went"
                    " bankrupt.</li><li>Over 15 years the population fell by a quarter.</li>"
                    "<li>Economic development is below the national average.</li></ul>",
                )
            ),
        ],
        rows={"authors": [row(name=TEAM)]},
    ),
    item(
        StrategyDocumentPage,
        "strategy/interviews",
        under="section/strategy",
        title=T(
            "Interviu ciklo ataskaita: kaip plėtoti ekosistemą",
            "Report of the interview cycle: ways to develop the ecosystem",
        ),
        slug=T("interviu-ciklo-ataskaita", "report-of-the-interview-cycle"),
        intro=T(
            "Ko įmonės, švietimo ir mokslo įstaigos tikisi viena iš kitos ir iš regiono.",
            "What companies and institutions of education and science expect of each other and of"
            " the region.",
        ),
        listing_image=Picture("conversation"),
        kind=Kind.INTERVIEWS,
        status=Status.DRAFT,
        document=File("interviews"),
        summary=T(
            "<p>Ataskaitoje apibendrinti pokalbiai su įmonėmis ir su švietimo bei mokslo"
            " įstaigomis ir siūloma, kaip plėtoti ekosistemą.</p>",
            "<p>The report sums up conversations with companies and with institutions of education"
            " and science, and proposes ways to develop the ecosystem.</p>",
        ),
        rows={"authors": [row(name=TEAM)]},
    ),
    item(
        StrategyDocumentPage,
        "strategy/needs",
        under="section/strategy",
        title=T("Pavyzdys: įmonių poreikių tyrimas", "Sample: study of companies’ needs"),
        slug=T("pavyzdys-imoniu-poreikiu-tyrimas", "sample-study-of-companies-needs"),
        intro=T(
            "Pavyzdinis dokumentas, rodantis, kaip puslapyje atrodo patvirtinta studija.",
            "A sample document that shows how an adopted study looks on the site.",
        ),
        kind=Kind.STUDY,
        status=Status.ADOPTED,
        adopted_on=Day(-120),
        summary=T(
            "<p>Čia būtų kelios pastraipos apie tai, kokių technologijų ir įgūdžių įmonėms trūksta"
            " labiausiai.</p>",
            "<p>Here would be a few paragraphs about the technologies and skills that companies"
            " lack most.</p>",
        ),
        rows={"authors": [row(name=T("Pavyzdys: tyrėjų grupė", "Sample: research group"))]},
    ),
    item(
        StrategyDocumentPage,
        "strategy/needs-before",
        under="section/strategy",
        title=T(
            "Pavyzdys: ankstesnis įmonių poreikių tyrimas",
            "Sample: earlier study of companies’ needs",
        ),
        slug=T("pavyzdys-ankstesnis-poreikiu-tyrimas", "sample-earlier-study-of-needs"),
        intro=T(
            "Pavyzdinis dokumentas, kurį pakeitė naujesnis.",
            "A sample document that a newer one has superseded.",
        ),
        kind=Kind.STUDY,
        status=Status.SUPERSEDED,
        adopted_on=Day(-850),
        superseded_by=Ref("strategy/needs"),
        rows={"authors": [row(name=T("Pavyzdys: tyrėjų grupė", "Sample: research group"))]},
    ),
]
