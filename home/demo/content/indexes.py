"""The pages that list a section's content."""

from ecosystem.models import (
    CompetitionIndexPage,
    InitiativeIndexPage,
    MemberIndexPage,
    StrategyIndexPage,
)
from home.demo.values import Item, Picture, T, item
from news.models import EventIndexPage, NewsIndexPage

INDEXES: list[Item] = [
    item(
        NewsIndexPage,
        "section/news",
        under="home",
        title=T("Naujienos", "News"),
        slug=T("naujienos", "news"),
        intro=T(
            "Kas vyksta Panevėžio regiono pramonėje, mokyklose ir laboratorijose: pranešimai,"
            " pasakojimai ir pokalbiai.",
            "What is going on in the factories, schools and laboratories of the Panevėžys region:"
            " announcements, stories and conversations.",
        ),
        listing_image=Picture("ripples"),
    ),
    item(
        EventIndexPage,
        "section/events",
        under="home",
        title=T("Renginiai", "Events"),
        slug=T("renginiai", "events"),
        intro=T(
            "Susitikimai, mokymai, varžybos ir atvirų durų dienos. Daugelyje jų galima dalyvauti"
            " nemokamai.",
            "Meetings, training, contests and open days. Many of them are free of charge.",
        ),
        listing_image=Picture("arena"),
    ),
    item(
        MemberIndexPage,
        "section/members",
        under="home",
        title=T("Nariai", "Members"),
        slug=T("nariai", "members"),
        intro=T(
            "Įmonės, asociacijos, švietimo ir mokslo įstaigos, viešasis sektorius, nevyriausybinės"
            " organizacijos ir partneriai užsienyje – visi, su kuriais galima pradėti bendrą"
            " darbą.",
            "Companies, associations, education and science, the public sector, non-governmental"
            " organisations and partners abroad: everyone with whom you can start working.",
        ),
        listing_image=Picture("region-map"),
    ),
    item(
        InitiativeIndexPage,
        "section/initiatives",
        under="home",
        title=T("Iniciatyvos", "Initiatives"),
        slug=T("iniciatyvos", "initiatives"),
        intro=T(
            "Ką regionas jau daro ir ką sumanė. Kiekviena iniciatyva aprašyta taip, kad ją galėtų"
            " pakartoti ir kiti: ko reikėjo, kas pavyko, kas buvo sunku.",
            "What the region is doing and what it has in mind. Each initiative is described so"
            " that others can repeat it: what it took, what worked and what was hard.",
        ),
        listing_image=Picture("arms-at-line"),
    ),
    item(
        StrategyIndexPage,
        "section/strategy",
        under="home",
        title=T("Strategija", "Strategy"),
        slug=T("strategija", "strategy"),
        intro=T(
            "Dokumentai, kuriais grindžiame savo darbą: strategijos projektas, ekosistemos"
            " potencialo apžvalga ir interviu ciklo ataskaita.",
            "The documents that our work rests on: the draft strategy, the overview of the"
            " ecosystem’s potential and the report of the interview cycle.",
        ),
        listing_image=Picture("road-of-goals"),
    ),
    item(
        CompetitionIndexPage,
        "section/competition",
        under="home",
        title=T("Inovatyviausios įmonės rinkimai", "Most innovative company"),
        slug=T("konkursas", "competition"),
        intro=T(
            "Kasmet ieškome regiono įmonių, kurios diegia naujoves, ir pasakojame, ką jos padarė.",
            "Every year we look for companies of the region that bring in something new, and tell"
            " what they have done.",
        ),
        listing_image=Picture("award"),
    ),
]
