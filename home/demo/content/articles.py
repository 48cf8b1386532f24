"""Articles: stories that rest on what is known of the region."""

from home.demo.bodies import (
    documents,
    figure,
    gallery,
    heading,
    key_figure,
    quotation,
    table,
    text,
    video,
)
from home.demo.values import At, Item, Picture, Ref, Row, T, item, row
from news.models import ArticlePage

from .about import PRINCIPLE

Category = ArticlePage.Category
TEAM = [row(name=T("Platformos komanda", "The platform’s team"))]


def about(*names: str) -> dict[str, list[Row]]:
    """The team as the author, and the pages that the article is about."""
    return {"authors": TEAM, "subjects": [row(subject=Ref(name)) for name in names]}


STORIES: list[Item] = [
    item(
        ArticlePage,
        "article/tubes-to-robots",
        under="section/news",
        title=T("Nuo kineskopų iki robotų", "From picture tubes to robots"),
        slug=T("nuo-kineskopu-iki-robotu", "from-picture-tubes-to-robots"),
        intro=T(
            "Panevėžys neteko didžiausios savo gamyklos, bet ne mokėjimo dirbti tiksliai. Ant jo"
            " statoma ir nauja pramonė.",
            "Panevėžys lost its largest factory but not its skill in precise work. The new industry"
            " is built on that skill.",
        ),
        listing_image=Picture("tube-to-robot"),
        published_at=At(-3, "09:00"),
        category=Category.STORY,
        body=[
            text(
                T(
                    "<p>2006 metais bankrutavo „Ekranas“ – didžiausia miesto įmonė, kurioje dirbo"
                    " 4&nbsp;200 žmonių. Per 15 metų regiono gyventojų sumažėjo ketvirtadaliu. Taip"
                    " prasideda dažnas pasakojimas apie Panevėžį, ir dažniausiai čia jis ir"
                    " baigiamas.</p>"
                    "<p>O be reikalo. Pramonė Panevėžio regione ir šiandien išplėtota labiau nei"
                    " kitur Lietuvoje: ji sukuria trečdalį regiono bendrojo vidaus produkto.</p>",
                    "<p>In 2006 Ekranas went bankrupt: the largest company of the city, with 4,200"
                    " employees. Over 15 years the population of the region fell by a quarter. That"
                    " is how many a story about Panevėžys begins, and most of them end there.</p>"
                    "<p>They should not. Industry in the Panevėžys region is still better developed"
                    " than elsewhere in Lithuania: it makes a third of the region’s gross domestic"
                    " product.</p>",
                )
            ),
            key_figure(
                "500",
                T("įmonių regione – ir dar daugiau", "companies in the region, and more"),
                source=T("Platformos aprašymas", "Description of the platform"),
            ),
            heading(T("Tikslumas niekur nedingo", "Precision has not gone")),
            text(
                T(
                    "<p>Kineskopas buvo tikslus daiktas: elektronų spindulys turėjo pataikyti į"
                    " taškelį, kurio plika akimi beveik nematyti. Robotui reikia to paties – taške"
                    " atsidurti laiku ir kaskart vienodai. Pasikeitė gaminys, bet ne požiūris į"
                    " darbą.</p>",
                    "<p>A picture tube was a precise thing: a beam of electrons had to hit a dot"
                    " that the naked eye can hardly see. A robot asks for the same: to reach a"
                    " point on time, and in the same way every time. The product has changed, the"
                    " attitude to work has not.</p>",
                )
            ),
            figure(
                "oscilloscope",
                T(
                    "Žalia banga osciloskopo ekrane: iš šios kartos prietaisų išaugo šiuolaikinė"
                    " automatika",
                    "A green wave on an oscilloscope: today’s automation grew out of this"
                    " generation of instruments",
                ),
            ),
            heading(T("Kas daroma dabar", "What is being done now")),
            text(
                T(
                    "<p>Šešios regiono savivaldybės pasirinko vieną kryptį – Pramonę 4.0. Mieste"
                    ' veikia <a linktype="page" id="initiative/robolabas">RoboLabas</a>, pirmasis'
                    ' robotikos varžybų centras Lietuvoje, ir <a linktype="page"'
                    ' id="initiative/steam">atviros prieigos STEAM centras</a>, o robotikos mokoma'
                    " nuo pradinių klasių.</p><p>Kelias nuo taško ekrane iki roboto lanksto ilgas."
                    " Bet kryptis ta pati: pataikyti tiksliai.</p>",
                    "<p>The six municipalities of the region chose one direction: Industry 4.0. The"
                    ' city has <a linktype="page" id="initiative/robolabas">RoboLabas</a>, the'
                    ' first centre for robotics contests in Lithuania, and an <a linktype="page"'
                    ' id="initiative/steam">open-access STEAM centre</a>, and robotics is taught'
                    " from primary school on.</p><p>It is a long way from a dot on a screen to the"
                    " joint of a robot. But the direction is the same: to hit the point.</p>",
                )
            ),
            gallery(
                ("tube-to-robot", T("Taškai virsta lankstais", "Dots become joints")),
                ("works-at-night", T("Gamykla naktį", "A factory at night")),
                ("arms-at-line", T("Robotai prie linijos", "Robots at a line")),
            ),
        ],
        rows=about("initiative/platform", "initiative/robolabas"),
    ),
    item(
        ArticlePage,
        "article/good-practice",
        under="section/news",
        title=T(
            "Platforma pripažinta gerąja patirtimi", "The platform is recognised as a good practice"
        ),
        slug=T("platforma-pripazinta-geraja-patirtimi", "platform-recognised-as-a-good-practice"),
        intro=T(
            "Tarpregioninė politikos mokymosi programa įvertino tai, kad platforma regionui duoda"
            " apčiuopiamų rezultatų.",
            "An interregional policy-learning programme values that the platform brings tangible"
            " results for the region.",
        ),
        listing_image=Picture("region-map"),
        published_at=At(-9, "10:00"),
        category=Category.NEWS,
        body=[
            text(
                T(
                    "<p>Gerąja patirtimi vadinama ne pati gražiausia idėja, o ta, kuri veikia ir"
                    " kurią gali perimti kiti. Todėl jos aprašyme klausiama ne tik kas padaryta,"
                    " bet ir kiek tai kainavo, kas buvo sunku ir ko reikėtų norint pakartoti.</p>",
                    "<p>A good practice is not the finest idea but one that works and that others"
                    " can take over. So its description asks not only what was done but also what"
                    " it cost, what was hard and what it would take to do it again.</p>",
                )
            ),
            quotation(
                PRINCIPLE,
                who=T("„Industry 4 Panevėžys“", "Industry 4 Panevėžys"),
                role=T("Platformos principas", "The platform’s principle"),
                page="page/good-practice",
            ),
            heading(T("Kas buvo blogai anksčiau", "What was wrong before")),
            text(
                T(
                    "<ul><li>Regiono planas ir svarbiausių veikėjų bendradarbiavimas nebuvo"
                    " suderinti.</li><li>Veiklos buvo išskaidytos.</li><li>Suinteresuotosios šalys"
                    " neturėjo rodiklių.</li><li>Niekas neužtikrino, kad iniciatyvos"
                    " tęsis.</li></ul>",
                    "<ul><li>The plan of the region and the cooperation of its main actors were not"
                    " coordinated.</li><li>Activities were fragmented.</li><li>Stakeholders were"
                    " given no indicators.</li><li>Nothing ensured that initiatives"
                    " last.</li></ul>",
                )
            ),
            heading(T("Kaip aprašomos iniciatyvos", "How initiatives are described")),
            text(
                T(
                    "<p>Ta pačia tvarka šioje svetainėje skelbiamos visos regiono iniciatyvos:"
                    " ištekliai, sėkmės įrodymai, sunkumai, galimybė perimti. Pradėti galima nuo"
                    ' <a linktype="page" id="initiative/platform">pačios platformos</a>.</p>',
                    "<p>All initiatives of the region are published on this site in the same order:"
                    " resources, evidence of success, difficulties, potential for transfer. You can"
                    ' begin with <a linktype="page" id="initiative/platform">the platform</a>'
                    " itself.</p>",
                )
            ),
        ],
        rows=about("initiative/platform", "member/agency", "member/municipality"),
    ),
    item(
        ArticlePage,
        "article/two-centres",
        under="section/news",
        title=T("RoboLabas ir STEAM centras: du žingsniai", "RoboLabas and STEAM: two steps"),
        slug=T("robolabas-ir-steam-centras", "robolabas-and-steam"),
        intro=T(
            "Viename susipažįstama su technologijomis, kitame su jomis varžomasi. Kuo centrai"
            " skiriasi ir kuo papildo vienas kitą.",
            "In one you meet technology, in the other you compete with it. How the two centres"
            " differ and how they complement each other.",
        ),
        listing_image=Picture("laboratory"),
        published_at=At(-45, "09:30"),
        category=Category.STORY,
        body=[
            text(
                T(
                    "<p>STEAM centre vaikai susipažįsta su technologijomis, mokosi programuoti ir"
                    " kurti inžinerinius sprendimus. RoboLabe su tuo, ką išmoko, jie gali varžytis."
                    " Vienas centras be kito būtų pusė kelio.</p>",
                    "<p>At the STEAM centre children meet technology, learn to program and to build"
                    " engineering solutions. At RoboLabas they can compete with what they have"
                    " learnt. One centre without the other would be half the way.</p>",
                )
            ),
            table(
                T("Ko reikėjo centrams įkurti", "What it took to establish the centres"),
                [
                    ("text", T("Centras", "Centre")),
                    ("text", T("Lėšų šaltinis", "Source of the money")),
                    ("number", T("Suma, eurais", "Amount in euros")),
                ],
                ["RoboLabas", T("nenurodytas", "not given"), 470000],
                [T("STEAM centras", "STEAM centre"), T("savivaldybė", "municipality"), 350000],
                [T("STEAM centras", "STEAM centre"), T("ES fondai", "EU funds"), 450000],
            ),
            text(
                T(
                    "<p>Prie šių sumų kasmet prisideda darbuotojų išlaikymas ir pastatų priežiūra:"
                    " įkurti centrą yra tik pradžia.</p>",
                    "<p>To these sums are added, every year, staff and the maintenance of"
                    " buildings: establishing a centre is only the beginning.</p>",
                )
            ),
            gallery(
                ("laboratory", T("Laboratorijos stalas", "A laboratory bench")),
                ("arena", T("Varžybų ringas", "A contest ring")),
            ),
            video(
                "https://www.youtube.com/watch?v=pavyzdys-02",
                T("Pavyzdys: robotai varžybų trasoje", "Sample: robots on a contest course"),
                "arena",
            ),
        ],
        added_later=[
            heading(T("Papildyta")),
            text(
                T(
                    "<p>Pavyzdys: šią pastraipą redakcija pridėjo jau po vertimo, todėl angliškas"
                    " straipsnis dar jos neturi.</p>"
                )
            ),
        ],
        rows=about("initiative/robolabas", "initiative/steam", "member/steam"),
    ),
    item(
        ArticlePage,
        "article/interviews",
        under="section/news",
        title=T("Ką verta paklausti įmonės", "What to ask a company"),
        slug=T("ka-verta-paklausti-imones", "what-to-ask-a-company"),
        intro=T(
            "Interviu ciklas su įmonėmis ir su švietimo bei mokslo įstaigomis: kam jis ir kas iš jo"
            " išėjo.",
            "The cycle of interviews with companies and with institutions of education and science:"
            " what it is for and what came of it.",
        ),
        listing_image=Picture("conversation"),
        published_at=At(-30, "11:00"),
        category=Category.INTERVIEW,
        body=[
            text(
                T(
                    "<p>Planuoti regiono pramonę, nepasikalbėjus su tais, kurie joje dirba, būtų"
                    " keista. Todėl vienas iš platformos darbų –"
                    ' <a linktype="page" id="initiative/interviews">interviu ciklas</a>.</p>',
                    "<p>It would be odd to plan the industry of a region without talking to those"
                    ' who work in it. So one of the platform’s activities is a <a linktype="page"'
                    ' id="initiative/interviews">cycle of interviews</a>.</p>',
                )
            ),
            heading(T("Keturi klausimai, kurie tinka visiems", "Four questions that fit everyone")),
            text(
                T(
                    "<ol><li>Kas jūsų darbe per pastaruosius metus pasikeitė labiausiai?</li><li>Ko"
                    " jums trūksta: žmonių, žinių, įrangos ar laiko?</li><li>Su kuo regione jau"
                    " dirbate kartu?</li><li>Ką mielai parodytumėte kitiems?</li></ol>",
                    "<ol><li>What has changed most in your work over the last year?</li><li>What do"
                    " you lack: people, knowledge, equipment or time?</li><li>With whom in the"
                    " region do you work already?</li><li>What would you gladly show to"
                    " others?</li></ol>",
                )
            ),
            figure(
                "conversation",
                T("Du balsai, vienas pokalbis", "Two voices, one conversation"),
            ),
            heading(T("Kas iš to išėjo", "What came of it")),
            text(
                T(
                    "<p>Pokalbiai apibendrinti ataskaitoje, kurioje siūloma, kaip plėtoti"
                    " ekosistemą. Ją galima parsisiųsti.</p>",
                    "<p>The conversations are summed up in a report that proposes ways to develop"
                    " the ecosystem. It can be downloaded.</p>",
                )
            ),
            documents(T("Ataskaita", "The report"), "interviews"),
        ],
        rows=about("initiative/interviews", "event/interviews-presented"),
    ),
]
