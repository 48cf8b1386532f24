"""The files of the strategy section: what each document says."""

from home.demo.values import Pdf

STRATEGY_FILES: dict[str, Pdf] = {
    "strategy": Pdf(
        "lt",
        "Pramonės 4.0 vystymo strategija",
        "Projektas. Strateginės gairės Panevėžio regionui",
        """
# Kam skirtas šis dokumentas

Strategija skirta visiems, kurie kuria Panevėžio regiono pramonę: įmonėms ir jų asociacijoms,
mokykloms, mokslui, savivaldybėms ir nevyriausybinėms organizacijoms. Ji sako, kuo regionas nori
tapti, ir pagal ką matysime, kad artėjame.

Šis failas – pavyzdys: jame perpasakojama tai, kas žinoma apie strategijos kryptį, o tikslai
suformuluoti demonstracinei svetainei.

# Nuo ko pradedame

Pramonė sukuria trečdalį regiono bendrojo vidaus produkto. Daugiau kaip 500 įmonių įdarbina
ketvirtadalį gyventojų. Tai stipriausia regiono pusė ir kartu atsakomybė: kas nutinka pramonei,
nutinka visiems.

2006 metais bankrutavo didžiausia įmonė „Ekranas“, kurioje dirbo 4&nbsp;200 žmonių. Per 15 metų
gyventojų sumažėjo ketvirtadaliu, ekonominė plėtra nesiekia šalies vidurkio.

Planai ir bendradarbiavimas nebuvo suderinti, veiklos buvo išskaidytos, rodiklių trūko, o
iniciatyvų tęstinumo niekas neužtikrino.

# Vizija

Panevėžys – pažangių technologijų pramonės, pramonės robotikos ir automatizavimo centras.

# 1. Bendra kryptis

1.1. Šešios savivaldybės – Panevėžio miesto, Panevėžio rajono, Biržų, Kupiškio, Pasvalio ir
Rokiškio – laikosi vieno plano ir mato jo eigą pagal tuos pačius rodiklius.

# 2. Įgūdžiai

2.1. Įgūdžiai nuo pradinės mokyklos: kiekvienas vaikas bent kartą suprogramuoja robotą, o
norintieji eina toliau.

2.2. Robotikos kompetencija mieste: yra vieta mokytis, bandyti ir varžytis.

# 3. Įmonės ir žinios

3.1. Įmonės žino, ką joms duotų automatizavimas, ir randa su kuo jį įdiegti.

3.2. Moksliniai tyrimai atsako į klausimus, kuriuos kelia vietos gamintojai.

# 4. Žinomumas

4.1. Investuotojai, specialistai ir partneriai žino Panevėžį kaip pramonės robotikos ir
automatizavimo miestą.

# Kaip dirbsime

- Patarėjų taryba stebi eigą, įvardija iššūkius ir siūlo sprendimus.
- Panevėžio plėtros agentūros komanda koordinuoja kasdienį darbą.
- Kiekviena iniciatyva nurodo, kuriam tikslui tarnauja.

Kad tai pavyktų, reikia žmonių, pinigų ir veikti galinčios valdžios paramos.
""",
    ),
    "strategy-en": Pdf(
        "en",
        "Industry 4.0 development strategy",
        "Draft. Strategic guidelines for the Panevėžys region",
        """
# Whom this document is for

The strategy is for everyone who makes the industry of the Panevėžys region: companies and their
associations, schools, science, municipalities and non-governmental organisations. It says what
the region wants to become, and by what we shall see that we are getting closer.

This file is a sample: it retells what is known of the direction of the strategy; the goals are
worded for the demonstration site.

# Where we start from

Industry makes a third of the region’s gross domestic product. More than 500 companies employ a
quarter of its inhabitants. That is the strongest side of the region and a responsibility as
well: what happens to industry happens to everyone.

In 2006 the largest company, Ekranas, with 4,200 employees, went bankrupt. Over 15 years the
population fell by a quarter; economic development is below the national average.

Plans and cooperation were not coordinated, activities were fragmented, indicators were lacking
and nothing ensured that initiatives last.

# Vision

Panevėžys is a centre of advanced-technology industry, of industrial robotics and automation.

# 1. One direction

1.1. The six municipalities – Panevėžys city, Panevėžys district, Biržai, Kupiškis, Pasvalys and
Rokiškis – keep to one plan and follow its progress by the same indicators.

# 2. Skills

2.1. Skills from primary school on: every child programs a robot at least once, and those who
want to can go on.

2.2. Competence in robotics in the city: there is a place to learn, to try and to compete.

# 3. Companies and knowledge

3.1. Companies know what automation would bring them, and find with whom to introduce it.

3.2. Research answers the questions that local manufacturers ask.

# 4. Visibility

4.1. Investors, specialists and partners know Panevėžys as a city of industrial robotics and
automation.

# How we work

- The advisory board follows progress, names challenges and proposes solutions.
- The team of the Panevėžys Development Agency coordinates the daily work.
- Every initiative says which goal it serves.

It takes people, money and the support of authorities that have the power to act.
""",
    ),
    "overview": Pdf(
        "lt",
        "Panevėžio Pramonės 4.0 ekosistemos potencialo apžvalga",
        "Stiprybės, iššūkiai ir galimybės",
        """
# Stiprybės

Pramonė regione išplėtota labiau nei kitur Lietuvoje: ji sukuria trečdalį regiono bendrojo
vidaus produkto.

Daugiau kaip 500 įmonių įdarbina ketvirtadalį regiono gyventojų.

Gilios pramonės tradicijos: čia moka dirbti tiksliai ir laikytis terminų.

# Iššūkiai

- 2006 metais bankrutavo įmonė „Ekranas“, kurioje dirbo 4&nbsp;200 žmonių.
- Per 15 metų gyventojų sumažėjo ketvirtadaliu.
- Ekonominė plėtra nesiekia šalies vidurkio.

Kiekvienas iš šių iššūkių yra ir priežastis veikti kartu.

# Veikėjai

Įmonės ir jų asociacijos gamina ir diegia. Mokyklos, profesinio ir aukštojo mokslo įstaigos ugdo
žmones. Viešasis sektorius investuoja ir derina. Nevyriausybinės organizacijos subūrė patarėjų
tarybą. Partneriai užsienyje dalijasi patirtimi.

# Vietos, kuriose mokomasi

RoboLabas – robotikos centras ir pirmasis robotikos varžybų centras Lietuvoje. Jam įkurti skirta
470&nbsp;000 eurų.

Atviros prieigos STEAM centras – formalusis ir neformalusis ugdymas. 350&nbsp;000 eurų skyrė
savivaldybė, 450&nbsp;000 eurų – Europos Sąjungos fondai.

# Neišnaudotos galimybės

Daugelis įmonių dar nežino, ką joms duotų automatizavimas, o mokslas – ko joms reikia. Sujungti
šias dvi puses – pigiausia iš visų galimybių.

Šis failas yra pavyzdys, parengtas demonstracinei svetainei.
""",
    ),
    "interviews": Pdf(
        "lt",
        "Interviu ciklo ataskaita",
        "Kaip plėtoti Panevėžio Pramonės 4.0 ekosistemą",
        """
# Apie ciklą

Kalbėtasi su įmonėmis ir su švietimo bei mokslo įstaigomis. Tikslas – išgirsti, kaip plėtoti
ekosistemą, iš tų, kurie joje dirba.

Šis failas yra pavyzdys: jame nėra tikrų pokalbių, tik parodyta, kaip galėtų atrodyti jų
apibendrinimas.

# Pavyzdys: ko reikia įmonėms

- Žmonių, kurie moka dirbti prie automatizuotų linijų.
- Vietos, kurioje technologiją galima išbandyti prieš perkant.
- Vieno kontakto, į kurį galima kreiptis su bet kokiu klausimu.

# Pavyzdys: ko reikia mokykloms

- Mokytojų, kurie gali vesti robotikos užsiėmimus.
- Tikrų užduočių iš gamybos.
- Įrangos, kuria galima dalytis.

# Siūlomi keliai

Sutarti dėl bendrų rodiklių. Skelbti, ką kiekvienas narys siūlo ir ko ieško. Rengti trumpus
renginius apie vieną technologiją. Kviesti mokinius ir studentus spręsti tikras užduotis.
""",
    ),
}
