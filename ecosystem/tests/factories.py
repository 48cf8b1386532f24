"""Factories of the ecosystem's pages and snippets."""

import datetime

import factory
from wagtail.models import Locale, Page

from ecosystem.models import (
    AdvisoryBoardPage,
    CompetitionCategory,
    CompetitionIndexPage,
    CompetitionPage,
    InitiativeIndexPage,
    InitiativePage,
    MemberIndexPage,
    MemberPage,
    Sector,
    StrategyDocumentPage,
    StrategyIndexPage,
    Technology,
)
from industry4.testing.factories import PageFactory, section


class TopicFactory(factory.django.DjangoModelFactory):
    """A Lithuanian topic."""

    class Meta:
        abstract = True

    name = factory.Sequence(lambda number: f"Sritis {number}")
    slug = factory.Sequence(lambda number: f"sritis-{number}")
    locale = factory.LazyFunction(Locale.get_default)


class SectorFactory(TopicFactory):
    class Meta:
        model = Sector


class TechnologyFactory(TopicFactory):
    class Meta:
        model = Technology


class CategoryFactory(TopicFactory):
    class Meta:
        model = CompetitionCategory


class MemberFactory(PageFactory):
    class Meta:
        model = MemberPage

    kind = MemberPage.Kind.COMPANY
    municipality = MemberPage.Municipality.PANEVEZYS_CITY

    @classmethod
    def default_parent(cls) -> Page:
        return section(MemberIndexPage, title="Nariai", slug="nariai")


class InitiativeFactory(PageFactory):
    class Meta:
        model = InitiativePage

    status = InitiativePage.Status.RUNNING

    @classmethod
    def default_parent(cls) -> Page:
        return section(InitiativeIndexPage, title="Iniciatyvos", slug="iniciatyvos")


class StrategyDocumentFactory(PageFactory):
    class Meta:
        model = StrategyDocumentPage

    kind = StrategyDocumentPage.Kind.STRATEGY
    status = StrategyDocumentPage.Status.DRAFT

    @classmethod
    def default_parent(cls) -> Page:
        return section(StrategyIndexPage, title="Strategija", slug="strategija")


class CompetitionFactory(PageFactory):
    class Meta:
        model = CompetitionPage

    year = factory.LazyFunction(lambda: datetime.datetime.now(tz=datetime.UTC).year)
    purpose = "<p>Kam rinkimai.</p>"

    @classmethod
    def default_parent(cls) -> Page:
        return section(CompetitionIndexPage, title="Konkursas", slug="konkursas")


class AdvisoryBoardFactory(PageFactory):
    class Meta:
        model = AdvisoryBoardPage

    title = "Taryba"
