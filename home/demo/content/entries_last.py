"""Entries to last year's edition: eight judged, one refused, one withdrawn; a recusal, a tie."""

from home.demo.entrants import Entrant, Placed, Screened
from home.demo.values import At, Pdf, T

from .jury import CHAIR, ENGINEER, EXPERT, LECTURER

ELIGIBLE = (Screened("eligible", At(-348, "10:00")),)

LAST: list[Entrant] = [
    Entrant(
        name="welding",
        company="Pavyzdys: suvirinimo robotų diegėja",
        member="welding",
        contact="Jonas Jonaitis",
        innovation="Pavyzdys: mobili suvirinimo celė",
        category="automation",
        begun=At(-380, "10:20"),
        submitted=At(-371, "15:05"),
        said=(
            "Suvirinimo robotas ant rėmo, kurį krautuvas perveža į kitą cechą.",
            "Mažai įmonei robotas retai atsiperka. Celę pastatome ten, kur tądien yra darbo.",
            "Ja dalijasi keturios įmonės, perkelti trunka pamainą. Broko sumažėjo nuo 6 iki 2 %.",
            "Dvi metalo apdirbimo įmonės davė savo gaminius bandymams.",
        ),
        maturity=1,
        users=9,
        link="https://example.com/suvirinimo-cele",
        may_be_named=True,
        file=Pdf(
            "lt",
            "Celės planas",
            "Pavyzdinis priedas prie paraiškos",
            "# Matmenys\n\nRėmas 2,4 × 3,2 m, aukštis 2,6 m.\n\n- Jungtis: 32 A.\n- Masė: 1,9 t.",
        ),
        screened=ELIGIBLE,
        scores={CHAIR: (9, 9, 8, 7), EXPERT: (8, 9, 9, 8), ENGINEER: (9, 10, 8, 7)},
        comments={
            EXPERT: "Naujas ne robotas, o tai, kad juo dalijamasi. Norėčiau matyti metų duomenis.",
        },
        placed=Placed(
            1,
            "Sample: mobile welding cell",
            T(
                "Pavyzdys: celę galima perkelti per vieną pamainą, todėl robotu dalijasi kelios"
                " mažos įmonės.",
                "Sample: the cell can be moved within one shift, so several small companies share"
                " one robot.",
            ),
        ),
    ),
    Entrant(
        name="implements",
        company="UAB „Padargų pavyzdys“",
        contact="Ona Onaitė",
        innovation="Pavyzdys: dažymo linija be derinimo",
        category="automation",
        begun=At(-378, "09:10"),
        submitted=At(-360, "11:40"),
        said=(
            "Dažymo linija pati atpažįsta detalę ir parenka programą.",
            "Kamera virš konvejerio nustato detalės formą, o purkštuvai prisitaiko patys.",
            "Perderinimas sutrumpėjo nuo 25 minučių iki 1, dažų sunaudojame dešimtadaliu mažiau.",
        ),
        maturity=1,
        users=14,
        may_be_named=True,
        screened=ELIGIBLE,
        scores={
            CHAIR: (7, 8, 8, 5),
            EXPERT: (6, 8, 7, 5),
            LECTURER: (7, 8, 8, 6),
            ENGINEER: (7, 7, 8, 5),
        },
        placed=Placed(None, "Sample: a painting line without set-up"),
    ),
    Entrant(
        name="windows",
        company="Pavyzdys: langų gamintoja",
        contact="Petras Petraitis",
        innovation="Pavyzdys: staklės iš antrų rankų tinkle",
        category="automation",
        begun=At(-365, "13:30"),
        submitted=At(-352, "16:20"),
        said=(
            "Dvidešimties metų staklės siunčia duomenis kaip naujos.",
            "Prie senų staklių prijungėme jutiklius ir parašėme programą, kuri rodo prastovas.",
            "Prastovų sumažėjo penktadaliu; naujų staklių pirkti nereikėjo.",
        ),
        maturity=2,
        users=22,
        screened=ELIGIBLE,
        scores={
            CHAIR: (5, 7, 6, 4),
            EXPERT: (5, 6, 6, 5),
            LECTURER: (6, 7, 6, 5),
            ENGINEER: (5, 7, 7, 4),
        },
        comments={LECTURER: "Gera užduotis mokiniams: tai galėtų pakartoti daug įmonių."},
    ),
    Entrant(
        name="electronics",
        company="Pavyzdys: elektronikos gamintoja",
        member="electronics",
        contact="Janina Janinaitė",
        innovation="Pavyzdys: plokščių patikra kamera",
        category="digital",
        begun=At(-384, "11:00"),
        submitted=At(-362, "09:45"),
        said=(
            "Kiekviena plokštė lyginama su savo skaitmeniniu dvyniu.",
            "Po kiekvienos operacijos programa parodo, kuo plokštė skiriasi nuo brėžinio.",
            "Klaidą pastebime linijoje, o ne pas pirkėją: grąžinimų sumažėjo perpus.",
            "Taikomųjų tyrimų laboratorija padėjo apmokyti modelį.",
        ),
        maturity=2,
        users=35,
        may_be_named=True,
        screened=ELIGIBLE,
        scores={
            CHAIR: (9, 9, 9, 6),
            EXPERT: (9, 8, 10, 7),
            LECTURER: (8, 9, 9, 7),
            ENGINEER: (9, 9, 9, 6),
        },
        placed=Placed(
            1,
            "Sample: checking boards by camera",
            T(
                "Pavyzdys: kiekviena plokštė nufotografuojama ir palyginama su skaitmeniniu"
                " dvyniu, todėl klaida pastebima dar linijoje.",
                "Sample: every board is photographed and compared with its digital twin, so a fault"
                " is noticed while it is still on the line.",
            ),
        ),
    ),
    Entrant(
        name="furniture",
        company="Pavyzdys: baldų fabrikas",
        member="furniture",
        contact="Kazys Kazlauskas",
        innovation="Pavyzdys: baldas ekrane",
        category="digital",
        begun=At(-370, "14:15"),
        submitted=At(-355, "12:00"),
        said=(
            "Pirkėjas pamato baldą savo kambaryje dar prieš jį gaminant.",
            "Iš to paties modelio, kurį mato pirkėjas, sudaroma ir gamybos programa.",
            "Užsakymų su klaidomis sumažėjo trečdaliu, nuo užsakymo iki gamybos praeina diena.",
        ),
        maturity=2,
        users=18,
        may_be_named=True,
        screened=ELIGIBLE,
        scores={CHAIR: (8, 7, 7, 6), EXPERT: (7, 8, 7, 6), LECTURER: (8, 7, 7, 6)},
        recused={ENGINEER: "Pavyzdys: pernai šiai įmonei projektavau pakavimo liniją."},
        placed=Placed(
            2,
            "Sample: furniture on a screen",
            T(
                "Pavyzdys: pirkėjas mato baldą savo kambaryje dar prieš jį gaminant.",
                "Sample: customers see a piece in their own room before it is made.",
            ),
        ),
    ),
    Entrant(
        name="packaging",
        company="UAB „Pakuočių pavyzdys“",
        contact="Birutė Birutaitė",
        innovation="Pavyzdys: pakuotės kelias",
        category="digital",
        begun=At(-368, "10:00"),
        submitted=At(-351, "16:55"),
        said=(
            "Iš kodo ant dėžės matyti, iš kokio lakšto ir kada ji pagaminta.",
            "Kiekvienas lakštas pažymimas, o kodas keliauja su juo iki dėžės pas pirkėją.",
            "Skundo priežastį randame per valandą, anksčiau prireikdavo savaitės.",
        ),
        maturity=1,
        users=11,
        may_be_named=True,
        screened=(
            Screened(
                "returned",
                At(-348, "11:00"),
                "Ar kodais jau žymima visa gamyba, ar dar tik viena linija?",
                "Žymimos dvi linijos iš trijų, trečioji – nuo kito mėnesio.",
            ),
            Screened("eligible", At(-346, "12:00")),
        ),
        scores={
            CHAIR: (7, 8, 7, 6),
            EXPERT: (8, 7, 7, 6),
            LECTURER: (7, 8, 7, 6),
            ENGINEER: (8, 7, 7, 6),
        },
        placed=Placed(
            2,
            "Sample: the way of a box",
            T(
                "Pavyzdys: kodas ant dėžės parodo visą jos kelią, todėl klaidos priežastis randama"
                " per valandą.",
                "Sample: a code on the box shows all its way, so the cause of a fault is found"
                " within an hour.",
            ),
        ),
    ),
    Entrant(
        name="dairy",
        company="Pavyzdys: maisto pramonės įmonė",
        member="dairy",
        contact="Marytė Marytaitė",
        innovation="Pavyzdys: studentų užduotys iš gamyklos",
        category="cooperation",
        begun=At(-376, "08:50"),
        submitted=At(-358, "14:30"),
        said=(
            "Mokiniai ir studentai sprendžia tikras įmonės užduotis.",
            "Kas ketvirtį paskelbiame tris užduotis ir atveriame joms reikalingus duomenis.",
            "Per metus įgyvendinome keturis sprendimus, du jų autoriai dirba pas mus.",
            "Profesinio mokymo centras ir dvi gimnazijos.",
        ),
        maturity=2,
        users=6,
        may_be_named=True,
        screened=ELIGIBLE,
        scores={
            CHAIR: (8, 7, 7, 10),
            EXPERT: (7, 8, 7, 10),
            LECTURER: (8, 8, 8, 10),
            ENGINEER: (7, 7, 7, 9),
        },
        placed=Placed(
            1,
            "Sample: tasks from the factory",
            T(
                "Pavyzdys: mokiniai ir studentai sprendžia tikras įmonės užduotis, o įmonė atveria"
                " jiems savo duomenis.",
                "Sample: pupils and students solve the company’s real tasks, and the company opens"
                " its data to them.",
            ),
        ),
    ),
    Entrant(
        name="bakery",
        company="UAB „Kepyklos pavyzdys“",
        contact="Stasys Stasaitis",
        innovation="Pavyzdys: kepėjos pameistrystė",
        category="cooperation",
        begun=At(-366, "07:40"),
        submitted=At(-354, "10:10"),
        said=(
            "Pameistrės mokosi prie krosnies, kuri rodo, ką jaučia patyrusi kepėja.",
            "Jutikliai užrašo, kada ir kodėl patyrusi kepėja keičia režimą; pameistrė tai mato.",
            "Išmokti tešlos darbo užtrunka keturis mėnesius vietoj dešimties.",
        ),
        maturity=0,
        users=5,
        screened=ELIGIBLE,
        scores={
            CHAIR: (7, 6, 6, 8),
            EXPERT: (8, 6, 6, 8),
            LECTURER: (7, 7, 6, 9),
            ENGINEER: (7, 6, 7, 8),
        },
        placed=Placed(None, "Sample: apprenticeship of a baker"),
    ),
    Entrant(
        name="software",
        company="Pavyzdys: programų kūrėja kitame regione",
        contact="Antanas Antanaitis",
        innovation="Pavyzdys: sandėlio programa",
        category="digital",
        begun=At(-359, "17:05"),
        submitted=At(-356, "18:30"),
        said=(
            "Programa sandėliui.",
            "Programa rodo, kur sandėlyje yra prekė.",
            "Prekės randamos greičiau.",
        ),
        maturity=2,
        screened=(
            Screened(
                "refused",
                At(-348, "10:30"),
                "Įmonė veikia kitame regione, o rinkimai skirti Panevėžio regiono įmonėms.",
            ),
        ),
    ),
    Entrant(
        name="sawmill",
        company="Pavyzdys: lentpjūvė",
        contact="Zita Zitaitė",
        innovation="Pavyzdys: rąstų matavimas lazeriu",
        category="automation",
        begun=At(-363, "12:45"),
        submitted=At(-357, "13:15"),
        said=(
            "Lazeris išmatuoja rąstą ir parenka, kaip jį pjauti.",
            "Lazerinis matuoklis sudaro rąsto modelį dar prieš pjovimą.",
            "Atliekų turėtų sumažėti, tačiau bandymai dar nebaigti.",
        ),
        maturity=0,
        withdrawn=At(-353, "09:00"),
    ),
]
