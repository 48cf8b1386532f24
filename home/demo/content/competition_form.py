"""What the sample editions ask of entrants: conditions, questions of the entry form, consent."""

from home.demo.values import T, row

ELIGIBILITY = [
    row(
        text=T("Įmonė veikia Panevėžio regione.", "The company works in the Panevėžys region."),
        help_text=T(
            "Panevėžio mieste arba Panevėžio, Biržų, Kupiškio, Pasvalio ar Rokiškio rajone.",
            "In Panevėžys city, or in Panevėžys, Biržai, Kupiškis, Pasvalys or Rokiškis district.",
        ),
    ),
    row(
        text=T(
            "Inovacija įdiegta per pastaruosius dvejus metus.",
            "The innovation was introduced in the last two years.",
        ),
        help_text=T(
            "Jau naudojama gamyboje ar paslaugoje; bandymai gali tęstis.",
            "It is used in production or in a service already; trials may go on.",
        ),
    ),
]
QUESTIONS = [
    row(
        label=T("Inovacija vienu sakiniu", "The innovation in one sentence"),
        help_text=T(
            "Tokia, kokią pasakytumėte ne specialistui.",
            "As you would say it to somebody who is no specialist.",
        ),
        kind="short",
        is_required=True,
        longest=200,
    ),
    row(
        label=T("Ką padarėte ir kas tai nauja?", "What did you do, and what is new about it?"),
        help_text=T(
            "Kokia buvo bėda, kaip ją sprendėte, kuo sprendimas skiriasi nuo įprastų.",
            "What the trouble was, how you solved it, how the solution differs from usual ones.",
        ),
        kind="long",
        is_required=True,
        longest=3000,
    ),
    row(
        label=T("Kas pasikeitė?", "What has changed?"),
        help_text=T(
            "Našumas, kokybė, sauga, sąnaudos – skaičiais, jei turite.",
            "Productivity, quality, safety, costs: in figures if you have them.",
        ),
        kind="long",
        is_required=True,
        longest=2000,
    ),
    row(
        label=T("Kokia inovacijos branda?", "How mature is the innovation?"),
        kind="choice",
        is_required=True,
        choices=T(
            "Bandoma gamyboje\nNaudojama vienoje linijoje ar vietoje\nNaudojama visoje įmonėje",
            "On trial in production\nUsed on one line or in one place\nUsed in the whole company",
        ),
    ),
    row(
        label=T("Kiek darbuotojų ja naudojasi kasdien?", "How many employees use it every day?"),
        kind="number",
    ),
    row(
        label=T("Su kuo dirbote?", "Whom did you work with?"),
        help_text=T(
            "Mokyklos, aukštosios mokyklos, kitos įmonės.",
            "Schools, universities, other companies.",
        ),
        kind="long",
        longest=1000,
    ),
    row(
        label=T("Nuotrauka ar brėžinys", "A photograph or a drawing"),
        help_text=T(
            "Mato tik komisija ir organizatoriai.", "Only the jury and the organisers see it."
        ),
        kind="file",
    ),
    row(
        label=T("Vaizdo įrašas ar puslapis", "A video or a page"),
        help_text=T("Jei apie inovaciją jau pasakojate viešai.", "If you tell of it in public."),
        kind="link",
    ),
]
CONSENT = T(
    "Pavyzdys: patvirtiname, kad paraiškoje pateikti duomenys teisingi, ir sutinkame, kad"
    " organizatoriai ir komisija juos naudotų tik šiems rinkimams. Kontaktinio asmens duomenys"
    " viešai neskelbiami.",
    "Sample: we confirm that what the entry says is true, and agree that the organisers and the"
    " jury use it for this competition alone. The contact person’s details are not published.",
)
