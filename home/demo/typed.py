"""What the sample entrants type into the form of their edition."""

from industry4.competition.editions import Edition
from industry4.competition.entering.asked import name_of
from industry4.competition.entering.fields import version_of

from .entrants import Entrant
from .values import key

LANGUAGE = "lt"  # of the team, and of what entrants are asked


def typed(entrant: Entrant, edition: Edition) -> dict[str, str]:
    """What the entrant types into the form."""
    texts = iter(entrant.said)
    found = {
        "company": entrant.company,
        "company_code": entrant.code,
        "contact_name": entrant.contact,
        "innovation": entrant.innovation,
        "category": str(key(f"category/{entrant.category}")),
        "member": str(key(f"member/{entrant.member}")) if entrant.member else "",
        "may_be_named": "on" if entrant.may_be_named else "",
    }
    for row in edition.rows("eligibility", LANGUAGE):
        found[name_of(row.translation_key)] = version_of(row.text)
    for row in edition.rows("questions", LANGUAGE):
        match row.kind:
            case "short" | "long":
                answer = next(texts, "")
            case "choice":
                answer = row.options[entrant.maturity] if entrant.submitted else ""
            case "number":
                answer = str(entrant.users or "")
            case "link":
                answer = entrant.link
            case _:
                continue
        found[name_of(row.translation_key)] = answer
    return found
