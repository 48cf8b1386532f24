"""The pictures of the demo content: how each is drawn, its title and what it shows."""

from dataclasses import dataclass

from home.demo.values import T

CREDIT = "Industry 4 Panevėžys"
LICENCE = "CC BY 4.0"


@dataclass(frozen=True)
class Scene:
    """A drawing of the series; `alt` says what it shows."""

    title: str
    alt: T


@dataclass(frozen=True)
class Mark:
    """What stands where a member's logo will: letters, a motif and a colour."""

    letters: str
    motif: str
    tone: str

    @property
    def title(self) -> str:
        """What the image is called in the admin."""
        return f"Pavyzdinis ženklas {self.letters}"

    @property
    def alt(self) -> T:
        """The alternative text."""
        return T(
            f"Pavyzdinis ženklas: raidės {self.letters}", f"Sample mark: letters {self.letters}"
        )


SCENES: dict[str, Scene] = {
    "tube-to-robot": Scene(
        "Nuo kineskopo iki roboto",
        T(
            "Kineskopo ekrano taškai išeina pro stiklą ir virsta roboto rankos lankstais",
            "Dots on the screen of a cathode-ray tube leave the glass and become the joints of a"
            " robot arm",
        ),
    ),
    "arms-at-line": Scene(
        "Robotai prie linijos",
        T(
            "Trys robotų rankos prie konvejerio, kuriuo juda prietaisai su ekranais",
            "Three robot arms at a conveyor that carries devices with screens",
        ),
    ),
    "gears-to-circuit": Scene(
        "Nuo krumpliaračio iki signalo",
        T(
            "Krumpliaračiai, nuo kurių linijos veda į mikroschemą ir iš jos į devynis taškus",
            "Gears from which lines lead to a chip, and from the chip to nine points",
        ),
    ),
    "works-at-night": Scene(
        "Gamykla naktį",
        T(
            "Gamyklos naktį: šviečia dalis langų, virš stogų kyla taškų srautai",
            "Factories at night: some windows are lit, streams of dots rise above the roofs",
        ),
    ),
    "school-course": Scene(
        "Mokyklinių robotų trasa",
        T(
            "Trys maži robotai iš viršaus važiuoja žalia ir mėlyna linijomis tarp kliūčių",
            "Three small robots seen from above follow a green and a blue line between obstacles",
        ),
    ),
    "laboratory": Scene(
        "STEAM laboratorija",
        T(
            "Laboratorijos stalas: kolba, mikroschema, atomo modelis ir 3D spausdintuvas",
            "A laboratory bench with a flask, a circuit board, a model of an atom and a 3D printer",
        ),
    ),
    "arena": Scene(
        "Robotų varžybų ringas",
        T(
            "Du robotai apvaliame ringe iš viršaus, aplink – žiūrovų taškai",
            "Two robots in a round ring seen from above, with dots for the spectators around it",
        ),
    ),
    "region-map": Scene(
        "Regiono schema",
        T(
            "Panevėžio regiono schema iš taškų: šešios šviečiančios vietos sujungtos linijomis",
            "A diagram of the Panevėžys region made of dots: six lit places joined by lines",
        ),
    ),
    "round-table": Scene(
        "Apskritas stalas",
        T(
            "Apskritas stalas iš viršaus: dvylika keturių spalvų vietų, sujungtų viduryje",
            "A round table seen from above: twelve seats in four colours, joined in the middle",
        ),
    ),
    "conversation": Scene(
        "Pokalbis",
        T(
            "Du kalbos debesėliai, kuriuos jungia viena garso banga",
            "Two speech bubbles joined by one sound wave",
        ),
    ),
    "ripples": Scene(
        "Sklindančios bangos",
        T(
            "Iš trijų taškų per tamsų lauką sklinda žalios, mėlynos ir gintarinės bangos",
            "Green, blue and amber waves spread from three points over a dark field",
        ),
    ),
    "road-of-goals": Scene(
        "Tikslų kelias",
        T(
            "Šviečiantis takas per kalvas veda nuo tikslo prie tikslo, saulės link",
            "A glowing path over hills leads from goal to goal towards the sun",
        ),
    ),
    "award": Scene(
        "Apdovanojimas",
        T(
            "Šešiakampis kristalas ant pakylos, aplink jį – spinduliais išdėstyti taškai",
            "A six-sided crystal on a plinth, with rays of dots around it",
        ),
    ),
    "oscilloscope": Scene(
        "Osciloskopas",
        T(
            "Osciloskopas: apvaliame ekrane – žalia banga, šalia – reguliatoriai ir jungikliai",
            "An oscilloscope: a green wave on its round screen, knobs and switches beside it",
        ),
    ),
}

MARKS: dict[str, Mark] = {
    "mark-municipality": Mark("PM", "hexagons", "graphite"),
    "mark-agency": Mark("PA", "links", "cyan"),
    "mark-robolabas": Mark("RL", "arm", "green"),
    "mark-steam": Mark("ST", "rings", "amber"),
    "mark-welding": Mark("SR", "gear", "graphite"),
    "mark-electronics": Mark("EG", "dots", "green"),
    "mark-dairy": Mark("PŪ", "wave", "cyan"),
    "mark-furniture": Mark("BF", "steps", "amber"),
    "mark-association": Mark("GA", "links", "graphite"),
    "mark-vocational": Mark("PC", "steps", "green"),
    "mark-science": Mark("TL", "rings", "cyan"),
    "mark-ngo": Mark("IB", "hexagons", "amber"),
    "mark-abroad": Mark("RK", "dots", "graphite"),
}
