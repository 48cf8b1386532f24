"""Members that stand for those to come: visibly samples, of every kind and municipality."""

from typing import Any

from ecosystem.models import MemberPage
from home.demo.bodies import gallery, heading, text
from home.demo.values import Block, Item, Picture, T, item

from .members import MAIL, Kind, Municipality, works

Employees = MemberPage.Employees

# The middle of a town stands for the address of a company that does not exist.
PLACES: dict[str, tuple[T, str, str]] = {
    Municipality.PANEVEZYS_CITY: (
        T("Pavyzdys: Panevėžio centras", "Sample: Panevėžys city centre"),
        "55.733300",
        "24.350000",
    ),
    Municipality.PANEVEZYS_DISTRICT: (
        T("Pavyzdys: Panevėžio rajonas", "Sample: Panevėžys district"),
        "55.762000",
        "24.262000",
    ),
    Municipality.BIRZAI: (
        T("Pavyzdys: Biržų centras", "Sample: Biržai town centre"),
        "56.200000",
        "24.750000",
    ),
    Municipality.PASVALYS: (
        T("Pavyzdys: Pasvalio centras", "Sample: Pasvalys town centre"),
        "56.060000",
        "24.400000",
    ),
    Municipality.KUPISKIS: (
        T("Pavyzdys: Kupiškio centras", "Sample: Kupiškis town centre"),
        "55.840000",
        "24.970000",
    ),
    Municipality.ROKISKIS: (
        T("Pavyzdys: Rokiškio centras", "Sample: Rokiškis town centre"),
        "55.960000",
        "25.590000",
    ),
}


def sample(
    name: str,
    title: T,
    slug: T,
    *,
    kind: str,
    municipality: str,
    topics: tuple[str, str],
    picture: str = "",
    body: list[Block] | None = None,
    **fields: Any,
) -> Item:
    """A member that does not exist; its titles say so."""
    if place := PLACES.get(municipality):
        fields |= dict(zip(("address", "latitude", "longitude"), place, strict=True))
    if picture:
        fields["listing_image"] = Picture(picture)
    return item(
        MemberPage,
        f"member/{name}",
        under="section/members",
        title=title,
        slug=slug,
        kind=kind,
        municipality=municipality,
        logo=Picture(f"mark-{name}"),
        website=f"https://example.com/{slug.lt}",
        contact_person=T("Pavyzdys: Vardenė Pavardenė", "Sample: Vardenė Pavardenė"),
        email=MAIL,
        rows=works(*topics),
        body=body,
        **fields,
    )


SAMPLES: list[Item] = [
    sample(
        "welding",
        T("Pavyzdys: suvirinimo robotų diegėja", "Sample: welding robot integrator"),
        T("pavyzdys-suvirinimo-robotu-diegeja", "sample-welding-robot-integrator"),
        kind=Kind.COMPANY,
        municipality=Municipality.PANEVEZYS_DISTRICT,
        employees=Employees.TO_49,
        founded=2011,
        topics=("metalworking", "robotics automation machine-vision"),
        picture="arms-at-line",
        intro=T(
            "Pavyzdinė įmonė, kuri projektuoja ir diegia suvirinimo celes metalo gaminiams.",
            "A sample company that designs and installs welding cells for metal products.",
        ),
        offers=T(
            "<p>Robotizuotų darbo vietų projektavimą ir diegimą, operatorių mokymą.</p>",
            "<p>Design and installation of robotic workplaces, training of operators.</p>",
        ),
        looks_for=T(
            "<p>Metalo gaminių gamintojų, kurie dar abejoja, ar robotas jiems atsipirktų.</p>",
            "<p>Metal manufacturers who still doubt whether a robot would pay off.</p>",
        ),
        body=[
            heading(T("Kaip atrodo diegimas", "What an installation looks like")),
            text(
                T(
                    "<p>Pirmiausia matuojama, kiek laiko suvirinimas užima dabar. Tada kuriamas"
                    " celės modelis, ir tik po to perkamas robotas.</p>",
                    "<p>First one measures how long welding takes now. Then a model of the cell is"
                    " made, and only after that is a robot bought.</p>",
                )
            ),
            gallery(
                ("arms-at-line", T("Trys celės vienoje linijoje", "Three cells in one line")),
                ("gears-to-circuit", T("Pavara ir jos valdymas", "A drive and its control")),
                ("works-at-night", T("Antroji pamaina be šviesų", "A second shift without lights")),
            ),
        ],
    ),
    sample(
        "electronics",
        T("Pavyzdys: elektronikos gamintoja", "Sample: electronics manufacturer"),
        T("pavyzdys-elektronikos-gamintoja", "sample-electronics-manufacturer"),
        kind=Kind.COMPANY,
        municipality=Municipality.PANEVEZYS_CITY,
        employees=Employees.FROM_250,
        founded=1996,
        topics=("electronics", "automation machine-vision digital-twins analytics"),
        picture="oscilloscope",
        intro=T(
            "Pavyzdinė įmonė, kuri surenka valdymo plokštes ir tikrina kiekvieną jų kamera.",
            "A sample company that assembles control boards and checks each of them by camera.",
        ),
        offers=T(
            "<p>Plokščių surinkimą mažomis ir didelėmis serijomis, bandymų įrangą.</p>",
            "<p>Assembly of boards in small and large series, test equipment.</p>",
        ),
        looks_for=T(
            "<p>Mašininės regos specialistų ir studentų praktikai.</p>",
            "<p>Specialists in machine vision, and students for placements.</p>",
        ),
    ),
    sample(
        "dairy",
        T("Pavyzdys: maisto pramonės įmonė", "Sample: food producer"),
        T("pavyzdys-maisto-pramones-imone", "sample-food-producer"),
        kind=Kind.COMPANY,
        municipality=Municipality.PASVALYS,
        employees=Employees.TO_249,
        founded=2003,
        topics=("food plastics", "iot analytics automation"),
        picture="works-at-night",
        intro=T(
            "Pavyzdinė įmonė, kurioje jutikliai seka kiekvieną partiją nuo žaliavos iki"
            " parduotuvės.",
            "A sample company in which sensors follow every batch from raw material to shop.",
        ),
        offers=T(
            "<p>Gamybos duomenų rinkimo patirtį ir ekskursijas kitoms įmonėms.</p>",
            "<p>Experience in collecting production data, and tours for other companies.</p>",
        ),
        looks_for=T(
            "<p>Pakavimo linijos automatizavimo sprendimo.</p>",
            "<p>A solution to automate its packaging line.</p>",
        ),
    ),
    sample(
        "furniture",
        T("Pavyzdys: baldų fabrikas", "Sample: furniture factory"),
        T("pavyzdys-baldu-fabrikas", "sample-furniture-factory"),
        kind=Kind.COMPANY,
        municipality=Municipality.ROKISKIS,
        employees=Employees.TO_249,
        founded=1999,
        topics=("furniture", "digital-twins ar-vr robotics"),
        picture="gears-to-circuit",
        intro=T(
            "Pavyzdinė įmonė, kuri gamina pagal užsakymą ir kiekvieną baldą pirma parodo ekrane.",
            "A sample company that makes to order and shows every piece on a screen first.",
        ),
        offers=T(
            "<p>Medienos apdirbimą programinio valdymo staklėmis.</p>",
            "<p>Machining of wood on numerically controlled machines.</p>",
        ),
        looks_for=T(
            "<p>Partnerio, kuris padėtų sujungti pardavimo ir gamybos sistemas.</p>",
            "<p>A partner to help connect its sales and production systems.</p>",
        ),
    ),
    sample(
        "association",
        T("Pavyzdys: gamintojų asociacija", "Sample: association of manufacturers"),
        T("pavyzdys-gamintoju-asociacija", "sample-association-of-manufacturers"),
        kind=Kind.ASSOCIATION,
        municipality=Municipality.PANEVEZYS_CITY,
        employees=Employees.TO_9,
        topics=("metalworking electronics food", "analytics cybersecurity"),
        picture="round-table",
        intro=T(
            "Pavyzdinė asociacija, kuri renka įmonių klausimus ir atneša juos prie bendro stalo.",
            "A sample association that gathers the questions of companies and brings them to the"
            " common table.",
        ),
        offers=T(
            "<p>Įmonių apklausas, bendrus pirkimus, atstovavimą taryboje.</p>",
            "<p>Surveys of companies, joint purchasing, a voice on the board.</p>",
        ),
    ),
    sample(
        "vocational",
        T("Pavyzdys: profesinio mokymo centras", "Sample: vocational training centre"),
        T("pavyzdys-profesinio-mokymo-centras", "sample-vocational-training-centre"),
        kind=Kind.EDUCATION,
        municipality=Municipality.KUPISKIS,
        employees=Employees.TO_249,
        topics=("education metalworking", "automation robotics"),
        picture="laboratory",
        intro=T(
            "Pavyzdinė mokykla, kurioje būsimi mechatronikai pusę laiko mokosi prie veikiančios"
            " linijos.",
            "A sample school where future mechatronics technicians spend half their time at a"
            " working line.",
        ),
        offers=T(
            "<p>Operatorių ir derintojų mokymą, modulius dirbantiesiems.</p>",
            "<p>Training of operators and setters, modules for people in work.</p>",
        ),
        looks_for=T(
            "<p>Įmonių, kurios priimtų mokinius praktikai.</p>",
            "<p>Companies that would take trainees.</p>",
        ),
    ),
    sample(
        "science",
        T("Pavyzdys: taikomųjų tyrimų laboratorija", "Sample: applied research laboratory"),
        T("pavyzdys-taikomuju-tyrimu-laboratorija", "sample-applied-research-laboratory"),
        kind=Kind.SCIENCE,
        municipality=Municipality.PANEVEZYS_CITY,
        employees=Employees.TO_49,
        founded=2015,
        topics=("electronics ict", "ai machine-vision digital-twins"),
        picture="oscilloscope",
        intro=T(
            "Pavyzdinė laboratorija, kuri tiria tai, ko klausia vietos gamintojai.",
            "A sample laboratory that studies what local manufacturers ask.",
        ),
        offers=T(
            "<p>Bandymus, prototipus, dirbtinio intelekto modelius kokybės kontrolei.</p>",
            "<p>Tests, prototypes, models of artificial intelligence for quality control.</p>",
        ),
        looks_for=T(
            "<p>Tikrų gamybos duomenų ir įmonių bendriems projektams.</p>",
            "<p>Real production data, and companies for joint projects.</p>",
        ),
    ),
    sample(
        "ngo",
        T("Pavyzdys: inovacijų bendruomenė", "Sample: innovation community"),
        T("pavyzdys-inovaciju-bendruomene", "sample-innovation-community"),
        kind=Kind.NGO,
        municipality=Municipality.BIRZAI,
        employees=Employees.TO_9,
        founded=2017,
        topics=("education ict", "additive robotics iot"),
        picture="ripples",
        intro=T(
            "Pavyzdinė organizacija, kuri veža robotikos dirbtuves į mažų miestelių bibliotekas.",
            "A sample organisation that takes robotics workshops to the libraries of small towns.",
        ),
        offers=T(
            "<p>Savanorius, kilnojamas dirbtuves, renginių vedėjus.</p>",
            "<p>Volunteers, mobile workshops, hosts for events.</p>",
        ),
        looks_for=T(
            "<p>Rėmėjų įrangai ir kelionėms.</p>", "<p>Sponsors for equipment and travel.</p>"
        ),
    ),
    sample(
        "abroad",
        T("Pavyzdys: robotikos klasteris užsienyje", "Sample: robotics cluster abroad"),
        T("pavyzdys-robotikos-klasteris", "sample-robotics-cluster"),
        kind=Kind.ABROAD,
        municipality=Municipality.ELSEWHERE,
        topics=("metalworking ict", "robotics ai"),
        picture="region-map",
        intro=T(
            "Pavyzdinis partneris, su kuriuo regionas mainosi patirtimi ir studentais.",
            "A sample partner with whom the region exchanges experience and students.",
        ),
        offers=T(
            "<p>Vizitus į savo narių gamyklas, bendras paraiškas tarptautiniams projektams.</p>",
            "<p>Visits to the factories of its members, joint bids for international projects.</p>",
        ),
    ),
]
