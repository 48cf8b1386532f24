"""Makes the site's font: Hubot Sans, cut down to the letters of Lithuanian and English.

    pip install fonttools brotli
    npm pack @primer/react-brand@0.57.2 && tar xzf primer-react-brand-0.57.2.tgz
    python docs/design/font.py package/fonts/Hubot-Sans.woff2

What is left: weight 400–700 and width 100–125 %, no slant; kerning, the same for all of these,
which is a third of the bytes of one that varies; the plain form of “r” in place of the squared one,
which reads better in running text. Hubot is a reserved name under the SIL Open Font
License (static/fonts/OFL.txt), so the result has a name of its own: Katodas, a cathode.
"""

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

STATIC = Path(__file__).resolve().parents[2] / "site" / "industry4" / "static"
TARGET = STATIC / "fonts" / "katodas.woff2"
NAME = "Katodas"

ASCII = "".join(map(chr, range(0x20, 0x7F)))
LITHUANIAN = "ąčęėįšųūžĄČĘĖĮŠŲŪŽ"
SIGNS = "\N{NO-BREAK SPACE}\N{WORD JOINER}–—„“”‘’«»…·•×−±€%‰°©®→←"
FEATURES = ["kern", "mark", "mkmk", "ccmp", "locl"]
NAMES = {1: NAME, 3: f"1.0;{NAME}", 4: NAME, 6: NAME, 16: NAME, 25: NAME}


def cut(source: Path) -> TTFont:
    """The font with the axes, signs and features that the site uses, under its own name."""
    font = TTFont(source)
    font = instancer.instantiateVariableFont(
        font, {"wght": (400, 700), "wdth": (100, 125), "slnt": 0}
    )
    for table in font["cmap"].tables:
        if ord("r") in table.cmap:
            table.cmap[ord("r")] = "r.ss01"
    options = subset.Options()
    options.layout_features = FEATURES
    options.hinting = False
    options.name_IDs = [*range(7), 13, 14]
    subsetter = subset.Subsetter(options)
    subsetter.populate(text=ASCII + LITHUANIAN + SIGNS)
    subsetter.subset(font)
    fix_kerning(font)
    for record in font["name"].names:
        if record.nameID in NAMES:
            record.string = NAMES[record.nameID]
    font.flavor = "woff2"
    return font


def fix_kerning(font: TTFont) -> None:
    """Let pairs of letters keep the distance that they have at the default weight and width."""
    for lookup in font["GPOS"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            pairs = getattr(table, "ExtSubTable", table)
            classes = getattr(pairs, "Class1Record", None)
            if classes is None:
                found = [pair for first in pairs.PairSet for pair in first.PairValueRecord]
            else:
                found = [pair for first in classes for pair in first.Class2Record]
            for pair in found:
                for value in filter(None, (pair.Value1, pair.Value2)):
                    vars(value).pop("XAdvDevice", None)
            pairs.ValueFormat1 &= 0x0F  # no tables of variation
            pairs.ValueFormat2 &= 0x0F
    font["GDEF"].table.VarStore = None


if __name__ == "__main__":
    cut(Path(sys.argv[1])).save(TARGET)
    print(f"{TARGET.name}: {TARGET.stat().st_size} bytes")
