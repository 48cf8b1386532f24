"""Lithuanian light stemmer: strip orthographic noun/adjective ending, undo t->č d->dž, fold diacritics.
# mypy: ignore-errors
index(w)  -> one lexeme.     query(w) -> 1-2 lexemes (orthographic reading, and reading of the word typed without diacritics)."""
import functools, unicodedata
def fold(s):
    return "".join(c for c in unicodedata.normalize("NFD", s.lower()) if not unicodedata.combining(c))
_LT = """iuose uose iams ams iais ais iomis omis ėmis imis umis iumi umi imi ioms oms ėms ims ums iems iose ose ėse yse
ioje oje ėje yje iuje uje iame ame iam am iem oj ioj ėj yj uj iuj om iom ėm im um ium iaus aus iau au iui ui iai ai ei iu u ių ų ia a ią ą
ė ę e ies ys is as us ius ias os ios ės es ūs io o ie i į y
osios ojoje osioms ąsias osiomis osiose ajame iesiems aisiais uosiuose uosius ųjų ieji ojo ajam ąjį uoju oji ajai ąją""".split()
_PRON = {"osios","ojoje","osioms","ąsias","osiomis","osiose","ajame","iesiems","aisiais","uosiuose","uosius","ųjų","ieji","ojo","ajam","ąjį","uoju","oji","ajai","ąją"}
_PRONF = {fold(e) for e in _PRON}
_srt = lambda xs: sorted(set(xs), key=lambda e: (-len(e), e))
_ORTH, _ASCII = _srt(_LT), _srt(map(fold, _LT))
def _strip(w, endings, pron):
    if len(w) < 4 or not w.isalpha(): return fold(w)
    if w.endswith(("muo", "duo")) and len(w) > 4: return fold(w[:-2] + "en")
    if w.endswith("ens") and len(w) > 5: return fold(w[:-1])
    for e in endings:
        if w.endswith(e):
            s = w[:-len(e)]
            if len(s) < 2: continue
            if e in pron and (len(s) < 4 or s[-1] in "tėe" or s.endswith(("ni","nt"))): continue
            if e[0] in "iyį":                       # undo palatalisation
                if s.endswith(("dž", "dz")): s = s[:-1]
                elif s[-1] in "čc": s = s[:-1] + "t"
            elif e in ("ų","u") : pass
            return fold(s)
    return fold(w)
@functools.lru_cache(100_000)
def index(w): return _strip(w.lower(), _ORTH, _PRON)
@functools.lru_cache(20_000)
def query(w):
    w = w.lower(); a = _strip(w, _ORTH, _PRON); b = _strip(fold(w), _ASCII, _PRONF)
    return (a,) if a == b else (a, b)
