"""The files of the demo content: what each document says. All of them are sample documents."""

from home.demo.values import Pdf

from .strategy_files import STRATEGY_FILES

FILES: dict[str, Pdf] = {
    **STRATEGY_FILES,
    "minutes": Pdf(
        "lt",
        "Pavyzdys: tarybos posėdžio protokolas",
        "Pramonės 4.0 vystymo patarėjų taryba",
        """
# Darbotvarkė

- Strategijos tikslų sąrašas.
- Savivaldybių pastabos.
- Kiti klausimai.

# Nutarta

Pavyzdys: pritarti strategijos tikslų sąrašui ir paprašyti savivaldybių pateikti pastabas per
mėnesį.
""",
    ),
    "programme": Pdf(
        "lt",
        "Pavyzdys: robotikos dienos programa",
        "RoboLabas",
        """
# Rytas

10.00. Atidarymas ir trasų apžiūra

10.30. Pradinių klasių varžybos

12.00. Kaip robotas mato

# Popietė

12.45. Pietūs ir įmonių robotų paroda

13.30. Vyresniųjų klasių varžybos

15.00. Ko gamykla tikisi iš programuotojo

15.30. Apdovanojimai
""",
    ),
    "slides": Pdf(
        "lt",
        "Pavyzdys: automatizavimas mažoje įmonėje",
        "Renginio skaidrių santrauka",
        """
# Kas kartojasi?

Verta automatizuoti ne tai, kas sunkiausia, o tai, kas kartojasi dažniausiai.

- Suskaičiuokite operacijas per pamainą.
- Užrašykite, kiek laiko trunka kiekviena.
- Pradėkite nuo vienos.

# Kiek tai kainuoja?

Pavyzdys: palyginkite trejų metų sąnaudas, o ne roboto kainą.
""",
    ),
    "lesson-plan": Pdf(
        "lt",
        "Pavyzdys: pirmoji robotikos pamoka",
        "Atmintinė mokytojui",
        """
# Užduotis

Nuvažiuoti iki linijos ir sustoti.

Laikas – 45 minutės, komandoje – du mokiniai.

# Eiga

- Spėjame: kas nutiks, jei robotas linijos nematys?
- Programuojame ir bandome.
- Taisome po vieną dalyką, ne po tris.
- Pasakojame kitiems, ką supratome.
""",
    ),
}
