"""Members in the delivery API, as a list and as a map."""

from collections.abc import Sequence
from typing import Annotated, Any, Literal
from uuid import UUID

from django.db.models import F, QuerySet
from django.http import HttpRequest, HttpResponse
from ninja import Query, Router
from pydantic import BeforeValidator, Field
from pydantic_core import from_json, to_json

from ecosystem.models import (
    CompetitionResult,
    InitiativePage,
    MemberPage,
)
from industry4.core.api import PictureByKey, RichText, rows
from industry4.delivery.lists import (
    Id,
    ListQuery,
    Slug,
    envelope,
    list_answer,
    page_item,
    page_list,
    part_of,
)
from industry4.delivery.pages import PageType, register
from industry4.delivery.problems import INVALID_PARAMETER, ProblemError
from industry4.delivery.schemas import (
    Answer,
    Body,
    Card,
    Degrees,
    Full,
    Listing,
    Located,
    Summary,
    Topic,
)

from .initiatives import InitiativeCard
from .member_parts import Award, MemberEvent, award_data, event_data
from .parameters import BoxText, box_of
from .topics import topics

router = Router()

Kind = Literal["company", "association", "education", "science", "public", "ngo", "abroad"]
Municipality = Literal[
    "panevezys-city",
    "panevezys-district",
    "birzai",
    "kupiskis",
    "pasvalys",
    "rokiskis",
    "elsewhere",
]
Employees = Literal["1-9", "10-49", "50-249", "250+"]
GEOJSON = "application/geo+json"


class MemberSummary(Summary):
    """What a listing or a map shows of a member."""

    type: Literal["member"] = "member"
    kind: Kind
    municipality: Municipality = Field(description="`elsewhere`: outside the region.")
    logo: PictureByKey = Field(validation_alias="logo_id")
    latitude: Degrees | None
    longitude: Degrees | None


class MemberCard(Card, MemberSummary):
    """A member of the ecosystem in a listing."""


class Member(Located, Full, MemberSummary):
    """A member of the ecosystem: who it is, where, what it offers and what it looks for."""

    sectors: Annotated[list[Topic], topics("sector")] = rows("sectors")
    technologies: Annotated[list[Topic], topics("technology")] = rows("technologies")
    employees: Annotated[Employees | None, BeforeValidator(lambda value: value or None)] = Field(
        description="How many people work there; null: not stated."
    )
    founded: int | None = Field(description="In which year.")
    website: str
    contact_person: str = Field(description="Name or role.")
    email: str
    phone: str
    body: Body
    offers: RichText = Field(description="To other members.")
    looks_for: RichText = Field(description="From other members.")
    initiatives: list[InitiativeCard] = Field(
        validation_alias="shown_initiatives",
        description="That it leads or takes part in, in its language, by title.",
    )
    events: Annotated[list[MemberEvent], BeforeValidator(event_data)] = Field(
        validation_alias="shown_events",
        description="Three that it organises, in its language: the next, then the latest.",
    )
    awards: Annotated[list[Award], BeforeValidator(award_data)] = Field(
        validation_alias="shown_awards", description="Of the competition, the latest first."
    )


class Point(Answer):
    """A place on the map."""

    type: Literal["Point"] = "Point"
    coordinates: tuple[float, float] = Field(description="Longitude, then latitude, in WGS 84.")


class MemberFeature(Answer):
    """A member on the map."""

    type: Literal["Feature"] = "Feature"
    id: int = Field(description="Of the member.")
    geometry: Point
    properties: MemberCard


class MemberMap(Listing):
    """A part of the members that have a place on the map: a feature collection (RFC 7946)."""

    type: Literal["FeatureCollection"] = "FeatureCollection"
    features: list[MemberFeature]


class MemberList(Listing):
    """A part of the members."""

    items: list[Annotated[MemberCard | Member, Field(discriminator="view")]]


class MemberQuery(ListQuery):
    """Which members, and in which form."""

    format: Literal["json", "geojson"] = Field(
        "json", description="`geojson`: as a map of cards, of those with coordinates."
    )
    q: str | None = Field(
        None,
        max_length=200,
        description="Words that the members say of themselves, in any form, with or without"
        " diacritics; or the beginning of a name.",
    )
    kind: Kind | None = None
    sector: Slug | None = Field(None, description="The slug of a sector.")
    technology: Slug | None = Field(None, description="The slug of a technology.")
    municipality: Municipality | None = None
    bbox: BoxText | None = Field(
        None,
        description="West, south, east, north in degrees (WGS 84), edges included. Leaves out"
        " what has no coordinates.",
        examples=["24.2,55.6,24.5,55.8"],
    )
    order: Literal["title", "-title"] = "title"

    def of(self, members: Any) -> QuerySet[Any]:
        """Those of the members that are asked for, in order."""
        if self.q:
            members = members.mentioning(self.q)
        if self.kind:
            members = members.filter(kind=self.kind)
        if self.municipality:
            members = members.filter(municipality=self.municipality)
        if self.sector:
            members = members.in_sector(self.sector)
        if self.technology:
            members = members.with_technology(self.technology)
        if self.bbox:
            box = box_of(self.bbox)
            members = members.filter(
                longitude__range=(box.west, box.east), latitude__range=(box.south, box.north)
            )
        if self.format == "geojson":
            members = members.filter(longitude__isnull=False, latitude__isnull=False)
        return members.order_by(self.order, "pk")

    @property
    def is_timeless(self) -> bool:
        # What words mean for the index is for the index to say.
        return not self.q


def fetch_related(members: Sequence[Any]) -> list[InitiativePage]:
    """Set on members their initiatives and awards: two queries. Returns the initiatives.

    An initiative comes once for each partner that was asked for.
    """
    by_key: dict[tuple[UUID, int], Any] = {}
    for member in members:
        member.shown_initiatives, member.shown_awards = [], []
        by_key[member.translation_key, member.locale_id] = member
    initiatives: dict[int, InitiativePage] = {}
    named = InitiativePage.of_members(members).annotate(
        lead_key=F("lead__translation_key"), partner_key=F("partners__member__translation_key")
    )
    for row in named.order_by("title", "pk"):
        initiative = initiatives.setdefault(row.pk, row)
        for key in (row.lead_key, row.partner_key):
            member = by_key.get((key, initiative.locale_id))
            if member and initiative not in member.shown_initiatives:
                member.shown_initiatives.append(initiative)
    for result in CompetitionResult.of_members(members):
        if member := by_key.get((result.member_key, result.edition.locale_id)):
            member.shown_awards.append(result)
    return list(initiatives.values())


MEMBER = register(PageType(MemberPage, Member, MemberCard, fetch_related))


def member_map(request: HttpRequest, query: MemberQuery) -> HttpResponse:
    """The part of the members that was asked for, as GeoJSON."""
    if query.view == "full":
        message = "A map has cards: leave it out."
        raise ProblemError(INVALID_PARAMETER, "A map cannot be had in full.", view=message)
    part, count = part_of(MEMBER, query)
    around = {**envelope(request, query, count), "type": "FeatureCollection"}
    features = [each._replace(json=feature(each.json)) for each in part]
    return list_answer(request, query, features, around, name="features", content_type=GEOJSON)


def feature(card: bytes) -> bytes:
    """The card of a member as JSON, in the form of `MemberFeature`."""
    member = from_json(card)
    place = {"type": "Point", "coordinates": (member["longitude"], member["latitude"])}
    around = {"type": "Feature", "id": member["id"], "geometry": place}
    return to_json(around)[:-1] + b',"properties":' + card + b"}"


@router.get(
    "/members/",
    response=MemberList,
    operation_id="members",
    summary="Members",
    openapi_extra={"responses": {200: {"content": {GEOJSON: {"schema": MemberMap}}}}},
)
def members(request: HttpRequest, query: Query[MemberQuery]) -> HttpResponse:
    """Members of the ecosystem, by name; with `format=geojson` as a map."""
    if query.format == "geojson":
        return member_map(request, query)
    return page_list(request, query, MEMBER)


@router.get("/members/{int:id}/", response=Member, operation_id="member", summary="A member")
def member(request: HttpRequest, id: Id) -> HttpResponse:
    """A member in full."""
    return page_item(request, MEMBER, id)
