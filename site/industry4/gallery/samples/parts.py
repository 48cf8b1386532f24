"""Samples of the small parts of pages: words, people, numbers, pictures, fields of forms."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from home.models import KeyFigure, Partner
from industry4.core.blocks.links import LinkBlock, LinkValue

from .things import Sample, home, image, member, words


class SampleForm(forms.Form):
    """A field of each kind that pages have."""

    name = forms.CharField(label=_("Your name"))
    phone = forms.CharField(
        label=_("Phone"), required=False, help_text=_("Empty where there is none.")
    )
    message = forms.CharField(label=_("Message"), widget=forms.Textarea(attrs={"rows": 3}))
    agreed = forms.BooleanField(label=_("I agree"))


def samples() -> dict[str, list[Sample]]:
    """The samples of small parts by component."""
    picture = image()
    return {
        "badge": badges(),
        "status_badge": [
            Sample("alive", {"text": words("Vykdoma", "Running"), "status": "running"}),
            Sample("otherwise", {"text": words("Baigta", "Completed"), "status": "completed"}),
        ],
        "language_badge": [Sample("", {"language": words("en", "lt")})],
        "fact": [Sample("", {"label": words("Įkurta", "Founded"), "value": "1965"})],
        "place": [Sample("", {"page": member(), "venue": "RoboLabas"})],
        "contact": [
            Sample("a person", {**person(), "email": "ona@example.com", "phone": "+370 600 00000"}),
            Sample(
                "a role",
                {"name": "", "role": person()["role"], "email": "info@example.com", "phone": ""},
            ),
        ],
        "person": [
            Sample("", {"person": person()}),
            Sample("with a side", {"person": person(), "side": words("Verslas", "Business")}),
        ],
        "quotation": quotations(),
        "prose_section": [
            Sample(
                "",
                {
                    "id": "gallery-prose",
                    "heading": words("Kas buvo sunku", "What was hard"),
                    "text": words(
                        "<p>Rasti laiko. <b>Padėjo</b> tai, kad mokėsi visi kartu.</p>",
                        "<p>To find the time. It <b>helped</b> that all learnt together.</p>",
                    ),
                },
            )
        ],
        "key_figure": figures(),
        "dots": [Sample(f"{share} %", {"share": share}) for share in (0, 33, 100)],
        "competition_place": [Sample("", {"place": 1}), Sample("", {"place": 2})],
        "partner": [
            Sample("a member", {"partner": Partner(member_id=home().pk, logo=picture)}),
            Sample(
                "another organisation",
                {"partner": Partner(name="Example", link_url="https://example.com/")},
            ),
        ],
        "picture": [
            Sample("", {"image": each, "alt": None, "sizes": "40rem", "lazy": True})
            for each in filter(None, [picture])
        ],
        "lead_picture": [Sample("", {"image": each}) for each in filter(None, [picture])],
        "credit": [Sample("", {"image": each}) for each in filter(None, [picture])],
        "mark": [Sample("", {})],
        "pattern": [Sample("", {})],
        **of_forms(),
    }


def badges() -> list[Sample]:
    """A badge in each tone."""
    return [
        Sample(tone or "no tone", {"text": text, "tone": tone})
        for tone, text in (
            ("", words("Pavyzdys", "Sample")),
            ("good", words("Vykdoma", "Running")),
            ("warn", words("Atidėtas", "Postponed")),
            ("stop", words("Atšauktas", "Cancelled")),
        )
    ]


def person() -> dict[str, str]:
    """A person who does not exist."""
    return {
        "name": words("Ona Pavyzdienė", "Ona Pavyzdienė"),
        "role": words("inžinierė", "engineer"),
        "organisation": words("Pavyzdinė staklių dirbtuvė", "Sample machine works"),
    }


def quotations() -> list[Sample]:
    """Somebody’s words, and whose they are."""
    said = words(
        "Robotas nepavargsta, bet mokytis turi žmogus.",
        "A robot does not tire, but it is people who have to learn.",
    )
    link = {"label": words("Regiono dienraštis", "The region’s daily")}
    source = LinkValue(LinkBlock(), {**link, "link_url": "https://example.com/"})
    nobody: dict[str, Any] = {"who": "", "role": "", "source": None}
    return [
        Sample("the words alone", {"text": said, **nobody}),
        Sample(
            "with who said them, and where",
            {"text": said, "who": person()["name"], "role": person()["role"], "source": source},
        ),
    ]


def figures() -> list[Sample]:
    """A share, an amount, a number."""
    source = words("Pavyzdinis šaltinis, 2026 m.", "Sample source, 2026")
    rows = [
        KeyFigure(
            number=33,
            unit="%",
            label=words("pramonės dalis regiono BVP", "industry’s share of the region’s GDP"),
            source=source,
        ),
        KeyFigure(number=470_000, unit="EUR", label=words("skirta robotams", "spent on robots")),
        KeyFigure(number=1_250, label=words("mokinių per metus", "pupils a year"), source=source),
    ]
    return [
        Sample(title, {"figure": figure})
        for title, figure in zip(("a share", "an amount", "a number"), rows, strict=True)
    ]


def of_forms() -> dict[str, list[Sample]]:
    """Fields as they are opened, and as they come back with what is wrong."""
    opened = SampleForm(auto_id="opened_%s")
    returned = SampleForm({}, auto_id="returned_%s")
    return {
        "form_field": [
            Sample("required", {"field": opened["name"]}),
            Sample("optional, with help", {"field": opened["phone"]}),
            Sample("of several lines", {"field": opened["message"]}),
            Sample("to tick", {"field": opened["agreed"]}),
            Sample("wrong", {"field": returned["name"]}),
            Sample("wrong, several lines", {"field": returned["message"]}),
            Sample("not ticked", {"field": returned["agreed"]}),
        ],
        # Once on the page, as only one element may take the focus.
        "form_errors": [Sample("a form sent empty", {"form": returned})],
        "empty_state": [
            Sample("", {"text": words("Kol kas naujienų nėra.", "There is no news yet.")})
        ],
    }
