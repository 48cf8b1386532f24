"""The words in which sample entries are written: who enters, what they are given and become."""

from dataclasses import dataclass, field

from .values import At, Pdf, T


@dataclass(frozen=True)
class Juror:
    """Somebody on the jury; `member` is the one that this person works for.

    The user's name is the one on the edition's page.
    """

    username: str
    first_name: str
    last_name: str
    is_chair: bool = False
    member: str = ""


@dataclass(frozen=True)
class Screened:
    """What an editor decided about an entry, with the question or the reason.

    `answer` is what the entrant answered to a question, the day after.
    """

    state: str
    at: At
    text: str = ""
    answer: str = ""


@dataclass(frozen=True)
class Placed:
    """A place in its category, none for a finalist, and what readers are told.

    The innovation in English; in Lithuanian it is the entry's own.
    """

    place: int | None
    innovation: str
    citation: T = field(default_factory=lambda: T("", ""))


@dataclass(frozen=True)
class Entrant:
    """An entry to a sample edition.

    `said` are its answers in the order of the form's texts: the innovation in one sentence, what is
    new, what has changed, with whom they worked. `scores` are those of the jurors by user name, in
    the order of the criteria; `recused` are jurors who declared a conflict of interest, and why.
    """

    name: str
    company: str
    contact: str
    innovation: str
    category: str
    begun: At
    said: tuple[str, ...] = ()
    maturity: int = 0
    users: int | None = None
    link: str = ""
    code: str = ""
    member: str = ""
    language: str = "lt"
    may_be_named: bool = False
    file: Pdf | None = None
    submitted: At | None = None
    screened: tuple[Screened, ...] = ()
    withdrawn: At | None = None
    scores: dict[str, tuple[int, ...]] = field(default_factory=dict)
    comments: dict[str, str] = field(default_factory=dict)
    recused: dict[str, str] = field(default_factory=dict)
    placed: Placed | None = None
