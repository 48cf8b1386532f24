"""Initiatives that join the region: the platform itself, events, interviews, an idea."""

import datetime

from ecosystem.models import InitiativePage
from home.demo.bodies import figure, heading, key_figure, text
from home.demo.values import Item, Picture, Ref, T, item, row
from industry4.core.dates import Precision

from .initiatives import MANAGER, Period, Status, goals, partners
from .members import MAIL

REGION: list[Item] = [
    item(
        InitiativePage,
        "initiative/platform",
        under="section/initiatives",
        title=T("Platforma „Industry 4 Panevėžys“", "The Industry 4 Panevėžys platform"),
        slug=T("platforma", "platform"),
        intro=T(
            "Regiono Pramonės 4.0 ekosistemos nariai ir jų iniciatyvos vienoje vietoje. Platforma"
            " pripažinta gerąja patirtimi.",
            "The members of the region’s Industry 4.0 ecosystem and their initiatives in one place."
            " The platform is recognised as a good practice.",
        ),
        listing_image=Picture("region-map"),
        status=Status.RUNNING,
        start_date=datetime.date(2018, 8, 1),
        start_precision=Precision.MONTH,
        lead=Ref("member/municipality"),
        location=T("Panevėžio regionas, Lietuva", "Panevėžys region, Lithuania"),
        body=[
            heading(T("Kokią problemą sprendžiame", "The problem we solve")),
            text(
                T(
                    "<p>Anksčiau regiono planas ir svarbiausių veikėjų bendradarbiavimas nebuvo"
                    " suderinti. Veiklos buvo išskaidytos, rodiklių niekas neturėjo, o pasibaigus"
                    " projektui baigdavosi ir darbas.</p><p>Platforma sujungia verslą, švietimą,"
                    " mokslą ir valdžią: kas ką daro, ko kam trūksta ir kas gali padėti, matyti"
                    " vienoje vietoje.</p>",
                    "<p>Before, the plan of the region and the cooperation of its main actors were"
                    " not coordinated. Activities were fragmented, nobody had indicators, and when"
                    " a project ended so did the work.</p><p>The platform joins business,"
                    " education, science and government: who does what, who lacks what and who can"
                    " help are seen in one place.</p>",
                )
            ),
            key_figure(
                "500",
                T("įmonių regione – ir dar daugiau", "companies in the region, and more"),
                source=T("Platformos aprašymas", "Description of the platform"),
            ),
            figure(
                "region-map",
                T("Šešios savivaldybės, viena kryptis", "Six municipalities, one direction"),
            ),
        ],
        evidence=T(
            "<p>Tarpregioninė politikos mokymosi programa platformą pripažino gerąja patirtimi, nes"
            " ji regionui duoda apčiuopiamų rezultatų. Tarp to, kas padaryta: įkurtas RoboLabas ir"
            " STEAM centras, parengtas strategijos projektas, susibūrė patarėjų taryba.</p>",
            "<p>An interregional policy-learning programme recognised the platform as a good"
            " practice because it brings the region tangible results. Among what has been done:"
            " RoboLabas and the STEAM centre were established, a strategy was drafted, an advisory"
            " board gathered.</p>",
        ),
        difficulties=T(
            "<ul><li>Parodyti naudą suinteresuotosioms šalims, pirmiausia įmonėms.</li><li>Rasti ir"
            " įtikinti žmones, kurie darbą tęs.</li><li>Gauti viešųjų institucijų"
            " finansavimą.</li></ul>",
            "<ul><li>To show the benefits to stakeholders, companies above all.</li><li>To find and"
            " persuade the people who carry the work on.</li><li>To get funding from public"
            " institutions.</li></ul>",
        ),
        learning=T(
            "<p>Kiti regionai gali perimti, kaip sudaroma ir dirba darbo grupė, kaip pagrindiniai"
            " veikėjai įtraukiami į dalykišką pokalbį ir kaip strategija išauga į inovacijų"
            " ekosistemą. Sąlygos: žmonės, pinigai ir veikti galinčios valdžios parama.</p>",
            "<p>Other regions can take over how the working group is composed and works, how the"
            " main actors are brought to a constructive discussion, and how a strategy grows into"
            " an innovation ecosystem. The conditions: people, money and the support of an"
            " authority that has the power to act.</p>",
        ),
        contact_person=MANAGER,
        contact_email=MAIL,
        rows={
            "partners": partners("agency", "robolabas", "steam"),
            "resources": [
                row(
                    what=T(
                        "Koordinuojančios agentūros biudžetas",
                        "Budget of the coordinating agency",
                    ),
                    amount=290000,
                    period=Period.YEARLY,
                    source=T("Panevėžio plėtros agentūra", "Panevėžys Development Agency"),
                ),
            ],
            "goals": goals("shared-direction", "visibility", "companies"),
        },
    ),
    item(
        InitiativePage,
        "initiative/events",
        under="section/initiatives",
        title=T("Inovacijų sklaidos renginiai", "Events that spread innovation"),
        slug=T("inovaciju-sklaidos-renginiai", "events-that-spread-innovation"),
        intro=T(
            "Susitikimai, per kuriuos įmonės pamato veikiančias technologijas ir tuos, kurie jas"
            " jau įdiegė.",
            "Meetings at which companies see technology at work, and those who have introduced it.",
        ),
        listing_image=Picture("ripples"),
        status=Status.RUNNING,
        lead=Ref("member/agency"),
        location=T("Panevėžio regionas, Lietuva", "Panevėžys region, Lithuania"),
        body=[
            text(
                T(
                    "<p>Apie technologiją geriausiai papasakoja tas, kuris ją naudoja. Todėl geras"
                    " renginys yra trumpas ir dalykiškas: viena technologija, vienas ją įdiegęs"
                    " gamintojas, daug laiko klausimams.</p>",
                    "<p>Those who use a technology tell of it best. A good event is therefore short"
                    " and to the point: one technology, one manufacturer who has introduced it,"
                    " plenty of time for questions.</p>",
                )
            ),
            figure("ripples", T("Viena patirtis pasiekia daugelį", "One experience reaches many")),
        ],
        evidence=T(
            "<p>Pavyzdys: čia nurodoma, kiek įmonių dalyvavo ir kas po renginių pasikeitė.</p>",
            "<p>Sample: this is the place to say how many companies took part and what changed"
            " afterwards.</p>",
        ),
        difficulties=T(
            "<p>Sunkiausia parodyti naudą įmonėms: jos ateina tada, kai tema tiesiogiai susijusi su"
            " jų gamyba.</p>",
            "<p>The hardest part is to show companies the benefit: they come when the topic has to"
            " do with their own production.</p>",
        ),
        learning=T(
            "<p>Pradėti galima be didelio biudžeto: pakanka šeimininko, kuris atveria duris, ir"
            " moderatoriaus.</p>",
            "<p>One can begin without a large budget: a host who opens the doors and a moderator"
            " are enough.</p>",
        ),
        contact_person=MANAGER,
        contact_email=MAIL,
        rows={
            "partners": partners("robolabas", "association", "ngo"),
            "resources": [
                row(
                    what=T("Renginių organizavimas", "Organising the events"),
                    period=Period.YEARLY,
                )
            ],
            "goals": goals("companies", "knowledge", "visibility"),
        },
    ),
    item(
        InitiativePage,
        "initiative/interviews",
        under="section/initiatives",
        title=T("Interviu ciklas", "Cycle of interviews"),
        slug=T("interviu-ciklas", "cycle-of-interviews"),
        intro=T(
            "Pokalbiai su įmonėmis ir su švietimo bei mokslo įstaigomis apie tai, kaip plėtoti"
            " ekosistemą.",
            "Conversations with companies and with institutions of education and science about ways"
            " to develop the ecosystem.",
        ),
        listing_image=Picture("conversation"),
        status=Status.RUNNING,
        lead=Ref("member/agency"),
        location=T("Panevėžio regionas, Lietuva", "Panevėžys region, Lithuania"),
        body=[
            text(
                T(
                    "<p>Prieš planuojant verta išklausyti. Įmonių, švietimo ir mokslo įstaigų"
                    " atsakymai palyginti ir apibendrinti"
                    ' <a linktype="page" id="strategy/interviews">ataskaitoje</a>: ji siūlo, kaip'
                    " plėtoti ekosistemą.</p>",
                    "<p>It is worth listening before planning. The answers of companies and of"
                    " institutions of education and science are compared and summed up in a <a"
                    ' linktype="page" id="strategy/interviews">report</a>, which proposes ways to'
                    " develop the ecosystem.</p>",
                )
            ),
            figure("conversation", T("Klausimas ir atsakymas", "Question and answer")),
        ],
        evidence=T(
            "<p>Parengta ataskaita, kurioje apibendrinta, kaip plėtoti ekosistemą.</p>",
            "<p>A report was prepared that sums up ways to develop the ecosystem.</p>",
        ),
        difficulties=T(
            "<p>Sunku rasti laiko su tais, kurie sprendžia, ir parodyti, kuo pokalbis naudingas"
            " jiems patiems.</p>",
            "<p>It is hard to find time with those who decide, and to show how the conversation is"
            " of use to themselves.</p>",
        ),
        learning=T(
            "<p>Tai gali pakartoti bet kuris regionas, norintis išgirsti savo įmones prieš"
            " rašydamas planą.</p>",
            "<p>Any region that wants to hear its companies before it writes a plan can do the"
            " same.</p>",
        ),
        contact_person=MANAGER,
        contact_email=MAIL,
        rows={
            "partners": partners("association", "science", "vocational"),
            "goals": goals("shared-direction", "knowledge"),
        },
    ),
]
