"""About the platform: what it is, how to join, the region, the good practice."""

from home.demo.bodies import (
    call_to_action,
    contact_person,
    figure,
    heading,
    key_figure,
    link,
    questions,
    related_pages,
    table,
    text,
)
from home.demo.values import Item, Picture, T, item
from home.models import ContentPage

from .initiatives import MANAGER
from .members import MAIL

# What the good practice rests on: stands on its page, and is quoted from there.
PRINCIPLE = T(
    "Ekosistema auga tada, kai verslas, švietimas ir valdžia laikosi vienos vizijos ir kiekvienas"
    " žino savo dalį.",
    "An ecosystem grows when business, education and government keep to one vision and each knows"
    " its part.",
)

ABOUT: list[Item] = [
    item(
        ContentPage,
        "page/about",
        under="home",
        title=T("Apie platformą", "About the platform"),
        slug=T("apie", "about"),
        intro=T(
            "„Industry 4 Panevėžys“ – Panevėžio regiono Pramonės 4.0 ekosistemos narių ir jų"
            " iniciatyvų platforma.",
            "Industry 4 Panevėžys is the platform of the members of the Panevėžys region’s Industry"
            " 4.0 ecosystem and of their initiatives.",
        ),
        listing_image=Picture("tube-to-robot"),
        body=[
            heading(T("Mūsų tikslas", "Our aim")),
            text(
                T(
                    "<p>Siekiame, kad Panevėžys taptų pažangių technologijų pramonės, pramonės"
                    " robotikos ir automatizavimo centru. Miestas, kuriame kadaise gaminti"
                    " kineskopai, jau žino, ką reiškia tiksli pramonė – šias žinias verta panaudoti"
                    " iš naujo.</p><p>Darbas prasidėjo 2018 metų rugpjūtį. Kaip tai padaryta,"
                    ' aprašyta iniciatyvoje <a linktype="page" id="initiative/platform">„Industry 4'
                    ' Panevėžys“</a>, o kryptį nusako <a linktype="page"'
                    ' id="strategy/strategy">strategija</a>.</p>',
                    "<p>We want Panevėžys to become a centre of advanced-technology industry, of"
                    " industrial robotics and automation. A city that once made cathode-ray tubes"
                    " knows what precise industry means; that knowledge is worth using"
                    " again.</p><p>The work began in August 2018. How it was done is described in"
                    ' the initiative <a linktype="page" id="initiative/platform">Industry 4'
                    ' Panevėžys</a>; the direction is set by the <a linktype="page"'
                    ' id="strategy/strategy">strategy</a>.</p>',
                )
            ),
            figure(
                "tube-to-robot",
                T(
                    "Ekrano taškai tampa roboto lankstais",
                    "Dots of a screen become joints of a robot",
                ),
            ),
            heading(T("Kas čia dalyvauja", "Who takes part")),
            text(
                T(
                    "<p>Įmonės ir jų asociacijos, mokyklos, profesinio ir aukštojo mokslo įstaigos,"
                    " viešasis sektorius, nevyriausybinės organizacijos ir partneriai užsienyje."
                    " Pagrindinė institucija – Panevėžio miesto savivaldybė, platformą koordinuoja"
                    " Panevėžio plėtros agentūros komanda.</p>",
                    "<p>Companies and their associations, schools, vocational and higher education,"
                    " the public sector, non-governmental organisations and partners abroad. The"
                    " main institution is Panevėžys City Municipality; the platform is coordinated"
                    " by the team of the Panevėžys Development Agency.</p>",
                )
            ),
            contact_person(MANAGER, email=MAIL),
            related_pages(
                T("Skaitykite toliau", "Read on"),
                "initiative/platform",
                "page/board",
                "strategy/overview",
            ),
        ],
    ),
    item(
        ContentPage,
        "page/join",
        under="page/about",
        title=T("Kaip prisijungti", "How to join"),
        slug=T("kaip-prisijungti", "how-to-join"),
        intro=T(
            "Norite bendradarbiauti? Pradžiai pakanka vieno trumpo laiško.",
            "Would you like to cooperate? One short letter is enough to begin.",
        ),
        listing_image=Picture("conversation"),
        body=[
            text(
                T(
                    "<ol><li>Parašykite, kas esate ir ko ieškote.</li><li>Susitiksime ir"
                    " pasakysime, kas regione jau dirba panašiai.</li><li>Kartu parengsime jūsų"
                    " puslapį ir pakviesime į artimiausią susitikimą.</li></ol>",
                    "<ol><li>Write who you are and what you are looking for.</li><li>We meet, and"
                    " tell you who in the region already does something similar.</li><li>Together"
                    " we write your page and invite you to the next meeting.</li></ol>",
                )
            ),
            questions(
                (
                    T("Kas gali prisijungti?", "Who can join?"),
                    T(
                        "<p>Įmonė, mokykla, laboratorija, asociacija, savivaldybė – visi, kam rūpi"
                        " regiono pramonė. Ir partneriai užsienyje.</p>",
                        "<p>A company, a school, a laboratory, an association, a municipality:"
                        " everyone who cares about industry in the region. Partners abroad as"
                        " well.</p>",
                    ),
                ),
                (
                    T("Ką duoda narystė?", "What does membership bring?"),
                    T(
                        "<p>Jus mato ir randa pagal tai, ką siūlote ir ko ieškote, o į iniciatyvas"
                        " galite įsitraukti jau nuo idėjos.</p>",
                        "<p>You are seen, you are found by what you offer and what you look for,"
                        " and you can take part in initiatives from the idea on.</p>",
                    ),
                ),
                (
                    T("Nuo ko pradėti mažai įmonei?", "Where does a small company begin?"),
                    T(
                        '<p>Ateikite į <a linktype="page" id="initiative/events">inovacijų sklaidos'
                        " renginį</a> ir pasižiūrėkite, kaip tai daro kiti.</p>",
                        '<p>Come to an <a linktype="page" id="initiative/events">event that spreads'
                        " innovation</a> and see how others do it.</p>",
                    ),
                ),
            ),
            call_to_action(
                T("Parašykite mums", "Write to us"),
                T("Atsakys platformos komanda.", "The platform’s team will answer."),
                link(T("Į kontaktus", "To the contacts"), page="page/contact"),
            ),
        ],
    ),
    item(
        ContentPage,
        "page/region",
        under="page/about",
        title=T("Regionas", "The region"),
        slug=T("regionas", "region"),
        intro=T(
            "Pramonė čia išplėtota labiau nei kitur Lietuvoje. Štai keli skaičiai – ir tai, kas už"
            " jų.",
            "Industry here is better developed than elsewhere in Lithuania. A few figures, and what"
            " is behind them.",
        ),
        listing_image=Picture("region-map"),
        body=[
            figure(
                "region-map",
                T("Regiono schema, ne žemėlapis", "A diagram of the region, not a map"),
            ),
            table(
                T("Regionas skaičiais", "The region in figures"),
                [("text", T("Rodiklis", "Indicator")), ("text", T("Reikšmė", "Value"))],
                [
                    T("Pramonės dalis regiono BVP", "Industry’s share of GDP"),
                    T("trečdalis", "a third"),
                ],
                [
                    T("Įmonių skaičius", "Number of companies"),
                    T("daugiau kaip 500", "more than 500"),
                ],
                [
                    T("Jose dirbantys gyventojai", "Inhabitants employed by them"),
                    T("ketvirtadalis", "a quarter"),
                ],
                [T("Savivaldybės", "Municipalities"), "6"],
            ),
            heading(T("Šešios savivaldybės, viena kryptis", "Six municipalities, one direction")),
            text(
                T(
                    "<p>Pramonę 4.0 strategine kryptimi pasirinko visos Panevėžio regiono"
                    " savivaldybės: Panevėžio miesto, Panevėžio rajono, Biržų, Kupiškio, Pasvalio"
                    " ir Rokiškio.</p>",
                    "<p>All the municipalities of the Panevėžys region chose Industry 4.0 as their"
                    " strategic direction: Panevėžys city, Panevėžys district, Biržai, Kupiškis,"
                    " Pasvalys and Rokiškis.</p>",
                )
            ),
            heading(T("Kas buvo sunku", "What was hard")),
            text(
                T(
                    "<p>2006 metais bankrutavo didžiausia įmonė „Ekranas“, kurioje dirbo 4&nbsp;200"
                    " žmonių. Per 15 metų regionas neteko ketvirtadalio gyventojų, jo ekonominė"
                    " plėtra nesiekia šalies vidurkio. Liko tai, ko greitai nesukursi: gilios"
                    " pramonės tradicijos ir dar neišnaudotos galimybės.</p>",
                    "<p>In 2006 the largest company, Ekranas, with 4,200 employees, went bankrupt."
                    " Over 15 years the region lost a quarter of its inhabitants, and its economic"
                    " development is below the national average. What has remained is what"
                    " cannot be made quickly: a deep industrial tradition and untapped"
                    " potential.</p>",
                )
            ),
            key_figure(
                "25",
                T(
                    "regiono įmonėse dirbančių gyventojų dalis",
                    "share of the inhabitants who work in the region’s companies",
                ),
                unit="%",
                source=T("Platformos aprašymas", "Description of the platform"),
            ),
        ],
    ),
    item(
        ContentPage,
        "page/good-practice",
        under="page/about",
        title=T("Geroji patirtis", "Good practice"),
        slug=T("geroji-patirtis", "good-practice"),
        intro=T(
            "Tarpregioninė politikos mokymosi programa platformą pripažino gerąja patirtimi, nes ji"
            " regionui duoda apčiuopiamų rezultatų.",
            "An interregional policy-learning programme recognised the platform as a good practice"
            " because it brings tangible results for the region.",
        ),
        listing_image=Picture("gears-to-circuit"),
        body=[
            heading(T("Principas", "The principle")),
            text(T(f"<p>{PRINCIPLE.lt}</p>", f"<p>{PRINCIPLE.en}</p>")),
            heading(T("Ką galima perimti", "What can be taken over")),
            text(
                T(
                    "<ul><li>kaip sudaroma ir dirba darbo grupė;</li><li>kaip pagrindiniai regiono"
                    " veikėjai įtraukiami į dalykišką pokalbį;</li><li>kaip strategija išauga į"
                    " inovacijų ekosistemą – nuo pradinių mokyklų iki tyrimų, kurie tarnauja vietos"
                    " įmonėms.</li></ul>",
                    "<ul><li>how the working group is composed and works;</li><li>how the main"
                    " actors of the region are brought to a constructive discussion;</li><li>how a"
                    " strategy grows into an innovation ecosystem, from primary schools to research"
                    " that serves local companies.</li></ul>",
                )
            ),
            heading(T("Ko tam reikia", "What it takes")),
            text(
                T(
                    "<p>Žmonių, pinigų ir veikti galinčios valdžios paramos. Išsamiai – iniciatyvos"
                    ' <a linktype="page" id="initiative/platform">aprašyme</a>.</p>',
                    "<p>People, money and the support of authorities that have the power to act."
                    ' For details, see the <a linktype="page"'
                    ' id="initiative/platform">description</a> of the initiative.</p>',
                )
            ),
        ],
    ),
]
