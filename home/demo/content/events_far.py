"""Events that have been or are some way off: several days, an award, recordings."""

from home.demo.bodies import (
    call_to_action,
    documents,
    figure,
    heading,
    link,
    related_pages,
    text,
    video,
)
from home.demo.values import At, File, Item, Picture, T, item, row
from news.models import EventPage

from .board import FIRST, SECOND, THIRD
from .events import PLATFORM, REGISTRATION, Attendance, Status, organisers, programme, speaker

FAR: list[Item] = [
    item(
        EventPage,
        "event/cobots",
        under="section/events",
        title=T("Kolaboratyvieji robotai gamyboje", "Collaborative robots in production"),
        slug=T("kolaboratyvieji-robotai-gamyboje", "collaborative-robots-in-production"),
        intro=T(
            "Pavyzdinis renginys, kuris nukeltas: nauja data nurodyta, registracija galioja"
            " toliau.",
            "Sample event, postponed: the new date is given, registrations stay valid.",
        ),
        listing_image=Picture("arms-at-line"),
        starts_at=At(38, "09:30"),
        ends_at=At(38, "12:30"),
        moved_from=At(10, "09:30"),
        status=Status.POSTPONED,
        attendance=Attendance.BOTH,
        venue=T("Pavyzdys: suvirinimo robotų diegėja", "Sample: welding robot integrator"),
        address=T("Pavyzdys: Panevėžio rajonas", "Sample: Panevėžys district"),
        latitude="55.762000",
        longitude="24.262000",
        online_url="https://example.com/pavyzdys-nuotolinis-susitikimas",
        registration_url=REGISTRATION,
        price=0,
        capacity=40,
        body=[
            text(
                T(
                    "<p>Robotas, kuris dirba šalia žmogaus, nereikalauja aptvaro, bet reikalauja"
                    " kitokio mąstymo. Pamatysite dvi veikiančias darbo vietas ir išgirsite, kaip"
                    " įvertinti riziką.</p>",
                    "<p>A robot that works beside a person needs no fence, but it needs another way"
                    " of thinking. You will see two workplaces in operation and hear how to assess"
                    " the risks.</p>",
                )
            ),
        ],
        rows={
            "speakers": [speaker(FIRST, T("Diegimo inžinierė", "Integration engineer"))],
            "organisers": organisers("welding", "agency"),
        },
    ),
    item(
        EventPage,
        "event/days",
        under="section/events",
        title=T("Pramonės 4.0 dienos Panevėžyje", "Industry 4.0 days in Panevėžys"),
        slug=T("pramones-4-0-dienos", "industry-4-0-days"),
        intro=T(
            "Pavyzdinis renginys: trys dienos – mokykloms, įmonėms ir tiems, kurie planuoja regiono"
            " ateitį.",
            "Sample event: three days, for schools, for companies and for those who plan the future"
            " of the region.",
        ),
        listing_image=Picture("road-of-goals"),
        starts_at=At(45, "09:00"),
        ends_at=At(45, "17:00", plus=2),
        attendance=Attendance.BOTH,
        venue=T("RoboLabas ir STEAM centras", "RoboLabas and the STEAM centre"),
        address=T("Panevėžys", "Panevėžys"),
        online_url="https://example.com/pavyzdys-tiesiogine-transliacija",
        registration_url=REGISTRATION,
        registration_deadline=At(42, "17:00"),
        price="15.00",
        capacity=300,
        body=[
            heading(T("Trys dienos, trys klausimai", "Three days, three questions")),
            text(
                T(
                    "<ol><li><b>Mokyklų diena:</b> kaip robotika tampa pamoka?</li><li><b>Įmonių"
                    " diena:</b> kas atsiperka ir per kiek laiko?</li><li><b>Regiono diena:</b> ką"
                    " darome kartu kitais metais?</li></ol>",
                    "<ol><li><b>Day of schools:</b> how does robotics become a"
                    " lesson?</li><li><b>Day of companies:</b> what pays off, and how"
                    " soon?</li><li><b>Day of the region:</b> what do we do together next"
                    " year?</li></ol>",
                )
            ),
            figure(
                "round-table", T("Trečioji diena – prie vieno stalo", "Day three: at one table")
            ),
            call_to_action(
                T("Norite parodyti savo technologiją?", "Would you like to show your technology?"),
                T(
                    "Vietą parodoje gali gauti kiekvienas narys.",
                    "Every member can have a place in the exhibition.",
                ),
                link(T("Parašyti", "Write to us"), page="page/contact"),
            ),
        ],
        rows={
            "programme": [
                *programme(
                    45,
                    ("09:00", T("Mokyklų diena", "Day of schools")),
                    ("11:00", T("Pamoka, kurią galima stebėti", "A lesson to watch"), THIRD),
                ),
                row(
                    starts_at=At(45, "09:00", plus=1),
                    title=T("Įmonių diena", "Day of companies"),
                    speaker=SECOND,
                ),
                row(
                    starts_at=At(45, "10:00", plus=2),
                    title=T("Regiono diena: apskritas stalas", "Day of the region: round table"),
                ),
            ],
            "speakers": [
                speaker(SECOND, T("Gamybos vadovas", "Production manager")),
                speaker(THIRD, T("Technologijų mokytoja", "Teacher of technology")),
            ],
            "organisers": [*organisers("municipality", "agency"), row(name=PLATFORM)],
        },
    ),
    item(
        EventPage,
        "event/awards",
        under="section/events",
        title=T(
            "Inovatyviausios įmonės apdovanojimai {year}", "Most innovative company awards {year}"
        ),
        slug=T("apdovanojimai-{year}", "awards-{year}"),
        intro=T(
            "Pavyzdinis renginys: paskelbsime nugalėtojas ir išgirsime, ką jos padarė.",
            "Sample event: we announce the winners and hear what they have done.",
        ),
        listing_image=Picture("award"),
        starts_at=At(64, "17:00"),
        ends_at=At(64, "20:00"),
        attendance=Attendance.ON_SITE,
        venue=T("Pavyzdys: renginių salė", "Sample: event hall"),
        address=T("Pavyzdys: Panevėžio centras", "Sample: Panevėžys city centre"),
        latitude="55.733300",
        longitude="24.350000",
        price=0,
        capacity=200,
        body=[
            text(
                T(
                    "<p>Vakaras trumpas: trys kategorijos, trys pasakojimai, daug laiko pokalbiams."
                    " Paraiškos dar priimamos.</p>",
                    "<p>A short evening: three categories, three stories, plenty of time to talk."
                    " Entries are still open.</p>",
                )
            ),
            related_pages(T("Apie rinkimus", "About the competition"), "competition/this"),
        ],
        rows={"organisers": organisers("agency", "association")},
    ),
    item(
        EventPage,
        "event/small-company",
        under="section/events",
        title=T("Automatizavimas mažoje įmonėje", "Automation in a small company"),
        slug=T("automatizavimas-mazoje-imoneje", "automation-in-a-small-company"),
        intro=T(
            "Pavyzdinis renginys, kuris jau įvyko: įrašas ir skaidrės – šiame puslapyje.",
            "Sample event that has taken place: the recording and the slides are on this page.",
        ),
        listing_image=Picture("gears-to-circuit"),
        starts_at=At(-20, "10:00"),
        ends_at=At(-20, "12:00"),
        attendance=Attendance.BOTH,
        venue=T("Pavyzdys: maisto pramonės įmonė", "Sample: food producer"),
        address=T("Pavyzdys: Pasvalio centras", "Sample: Pasvalys town centre"),
        latitude="56.060000",
        longitude="24.400000",
        price=0,
        capacity=60,
        recording_url="https://example.com/pavyzdys-irasas",
        body=[
            heading(T("Ką aptarėme", "What we talked about")),
            text(
                T(
                    "<p>Automatizuoti verta ne tai, kas sunkiausia, o tai, kas kartojasi"
                    " dažniausiai. Dalyviai suskaičiavo savo operacijas ir išsirinko po vieną, nuo"
                    " kurios pradėtų.</p>",
                    "<p>What is worth automating is not what is hardest but what is repeated most"
                    " often. The participants counted their operations and chose one to begin"
                    " with.</p>",
                )
            ),
            video(
                "https://www.youtube.com/watch?v=pavyzdys-01",
                T("Pavyzdys: renginio įrašas", "Sample: recording of the event"),
                "gears-to-circuit",
            ),
            documents(T("Renginio medžiaga", "Material of the event"), "slides"),
        ],
        rows={
            "programme": programme(
                -20,
                ("10:00", T("Kas kartojasi?", "What is repeated?"), SECOND),
                ("10:45", T("Ekskursija po cechą", "A tour of the shop floor")),
                ("11:30", T("Diskusija", "Discussion"), FIRST),
            ),
            "speakers": [
                speaker(SECOND, T("Automatizavimo inžinierius", "Automation engineer")),
                speaker(FIRST, T("Gamybos direktorė", "Production director")),
            ],
            "organisers": organisers("dairy", "agency"),
            "documents": [row(document=File("slides"))],
        },
    ),
    item(
        EventPage,
        "event/interviews-presented",
        under="section/events",
        title=T("Interviu ciklo ataskaitos pristatymas", "The interview report presented"),
        slug=T("interviu-ciklo-ataskaitos-pristatymas", "the-interview-report-presented"),
        intro=T(
            "Pavyzdinis renginys, kuris jau įvyko: apie tai, ko įmonės ir mokyklos tikisi viena iš"
            " kitos.",
            "Sample event that has taken place: what companies and schools expect of each other.",
        ),
        listing_image=Picture("conversation"),
        starts_at=At(-75, "15:00"),
        ends_at=At(-75, "16:30"),
        attendance=Attendance.ON_SITE,
        venue=T("Pavyzdys: biblioteka", "Sample: library"),
        address=T("Pavyzdys: Kupiškio centras", "Sample: Kupiškis town centre"),
        latitude="55.840000",
        longitude="24.970000",
        price=0,
        body=[
            related_pages(T("Pati ataskaita", "The report itself"), "strategy/interviews"),
        ],
        rows={
            "organisers": organisers("agency", "vocational"),
            "documents": [row(document=File("interviews"))],
        },
    ),
]
