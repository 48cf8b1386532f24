"""An entry of the log as apps get it: from the feed and from webhooks alike."""

from typing import Literal
from uuid import UUID

from pydantic import Field, computed_field

from industry4.core.api import Moment
from industry4.delivery.models import Change
from industry4.delivery.pages import TYPES
from industry4.delivery.schemas import Answer, api_url

Action = Literal["published", "changed", "moved", "unpublished", "deleted"]
# What is no page, and no part of one alone: by the names of its resources in this API.
FURTHER_KINDS = (
    "sector",
    "technology",
    "category",
    "image",
    "document",
    "navigation",
    "organisation",
    "settings",
)


def kinds() -> list[str]:
    """The kinds of things that the log knows: page types as in their `type`, then the others."""
    return [*sorted(kind.model.api_type for kind in TYPES.values()), *FURTHER_KINDS]


class Entry(Answer):
    """What became of one thing in one language."""

    action: Action = Field(
        description="`moved`: it has another address, and may have changed as well. `unpublished` "
        "and `deleted`: remove it."
    )
    kind: str = Field(description="A page’s `type`, or what else it is, such as `image`.")
    id: int = Field(validation_alias="object_id")
    translation_key: UUID | None = Field(
        description="The same for a thing in all languages; null for what has no language."
    )
    locale: Literal["lt", "en"] | None = Field(description="Null for what has no language.")
    url: str | None = Field(
        validation_alias="address", description="Its address on the site. Null where it has none."
    )
    previous_url: str | None = Field(
        validation_alias="previous_address", description="Where it was before."
    )
    at: Moment = Field(description="When the log took it up, right after it was committed.")

    @computed_field(description="Where this API answers with it; null for what is no page.")  # type: ignore[prop-decorator]
    @property
    def api_url(self) -> str | None:
        """Where this API answers with it in full."""
        is_gone = self.action in ("unpublished", "deleted")
        is_page = self.kind not in FURTHER_KINDS
        return api_url(f"pages/{self.id}/") if is_page and not is_gone else None


def entry(change: Change) -> Entry:
    """An entry of the log in the form of the API."""
    return Entry.model_validate(
        {
            **{name: getattr(change, name) for name in ("action", "kind", "object_id", "at")},
            "translation_key": change.translation_key,
            "locale": change.locale or None,
            "address": change.address or None,
            "previous_address": change.previous_address or None,
        }
    )
