"""Makes pages and snippets of the demo content, publishes and translates them.

Whatever exists under its translation key is left as it is.
"""

import datetime
import json
from collections.abc import Iterable
from contextlib import nullcontext
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.db.models import Model
from django.utils import timezone
from wagtail.fields import StreamField
from wagtail.models import Locale, Page

from industry4.core.translation.translate import translate

from .clock import as_of
from .media import Media
from .texts import Texts
from .values import At, Block, Day, File, Item, Picture, Ref, Row, T, Table, Year, key


class Loader:
    """Loads items. `user` is put down as their editor; `finished` lists what was published.

    `made` are the names of what this run has made.
    """

    def __init__(self, media: Media, user: Any, today: datetime.date) -> None:
        self.media = media
        self.user = user
        self.today = today
        self.lithuanian = Locale.objects.get(language_code="lt")
        self.finished: list[Any] = []
        self.made: set[str] = set()
        self._pks: dict[tuple[type[Model], str], int] = {}

    def load(self, items: Iterable[Item]) -> int:
        """Load what is not there yet. Returns how much that was."""
        return sum(self._load(item) for item in items)

    def _load(self, item: Item) -> bool:
        existing = self._existing(item)
        if existing is not None and not is_untouched(existing):
            return False
        with as_of(self.moment(item.since)) if item.since else nullcontext():
            self._make(item, existing)
        self.made.add(item.name)
        return True

    def _make(self, item: Item, existing: Any) -> None:
        """Make it, or fill in the page that a migration made, and publish it."""
        texts = Texts(item.name, self.today, lambda name: self.pk(Page, name))
        instance: Any = existing or item.model(
            translation_key=key(item.name), locale=self.lithuanian
        )
        self._fill(instance, item, texts)
        if existing is None and isinstance(instance, Page):
            instance.owner = self.user
            Page.objects.get(pk=self.pk(Page, item.under)).add_child(instance=instance)
        else:
            instance.save()
        instance.save_revision(user=self.user).publish(user=self.user)
        if item.english:
            overrides = {name: self._value(value, texts) for name, value in item.overrides.items()}
            self.finished.append(translate(instance, "en", texts.english, overrides=overrides))
        if item.added_later:
            instance = self._add(instance, item)
        self.finished.append(instance)

    def _existing(self, item: Item) -> Any:
        """What is there already: of the home page, the one that the migration made."""
        try:
            return item.model._default_manager.get(pk=self.pk(item.model, item.name))
        except ObjectDoesNotExist:
            return None

    def pk(self, model: type[Model], name: str) -> int:
        """The primary key of the Lithuanian object of this name. Raises DoesNotExist."""
        if (model, name) not in self._pks:
            found = model._default_manager.filter(locale=self.lithuanian)
            chosen = {"depth": 2} if name == "home" else {"translation_key": key(name)}
            self._pks[model, name] = found.values_list("pk", flat=True).get(**chosen)
        return self._pks[model, name]

    def _fill(self, instance: Any, item: Item, texts: Texts) -> None:
        """Set the fields, the body and the rows."""
        self._set_fields(instance, item.fields, texts)
        if item.body:
            instance.body = self._body(instance, item.name, item.body, texts)
        for relation, rows in item.rows.items():
            manager = getattr(instance, relation)
            manager.set(
                [
                    self._row(manager.model, row, f"{item.name}/{relation}", number, texts)
                    for number, row in enumerate(rows)
                ]
            )

    def _row(self, model: Any, row: Row, place: str, number: int, texts: Texts) -> Model:
        name = row.name or f"{place}/{number}"
        instance = model(translation_key=key(name), locale=self.lithuanian)
        self._set_fields(instance, row.fields, texts)
        instance.sort_order = number
        return instance

    def _set_fields(self, instance: Model, fields: dict[str, Any], texts: Texts) -> None:
        for name, value in fields.items():
            field: Any = instance._meta.get_field(name)
            related = field.related_model or Page
            setattr(instance, field.attname, self._value(value, texts, related))

    def _value(self, value: Any, texts: Texts, related: type[Model] = Page) -> Any:
        """The stored form of a value; `related` is what a reference refers to."""
        match value:
            case T() | str():
                return texts.lithuanian(value)
            case Ref(name):
                return self.pk(related, name)
            case Picture(name):
                return self.media.pictures[name]
            case File(name):
                return self.media.files[name]
            case Day():
                return self._date(value)
            case At():
                return self.moment(value)
            case Year(years):
                return self.today.year + years
        return value

    def moment(self, at: At) -> datetime.datetime:
        """The moment, in Lithuania."""
        time = datetime.time.fromisoformat(at.time)
        zone = timezone.get_default_timezone()
        return datetime.datetime.combine(self._date(at), time, tzinfo=zone)

    def _date(self, day: Day | At) -> datetime.date:
        """The day, moved off the weekend: what is past to Friday, what is ahead to Monday."""
        date = self.today + datetime.timedelta(days=day.days)
        after_friday = date.weekday() - 4
        if after_friday > 0:
            date += datetime.timedelta(days=-after_friday if day.days < 0 else 3 - after_friday)
        return date + datetime.timedelta(days=day.plus)

    def _body(self, instance: Any, name: str, blocks: list[Block], texts: Texts) -> Any:
        """The blocks as a StreamField holds them, each with an id that is always the same."""
        raw = [
            {
                "type": block.kind,
                "value": self._raw(block.value, texts, f"{name}/body/{number}"),
                "id": str(key(f"{name}/body/{number}")),
            }
            for number, block in enumerate(blocks)
        ]
        field: StreamField = instance._meta.get_field("body")
        return field.to_python(json.dumps(raw))

    def _raw(self, value: Any, texts: Texts, place: str) -> Any:
        """The stored form of a block's value."""
        match value:
            case dict():
                return {k: self._raw(v, texts, f"{place}/{k}") for k, v in value.items()}
            case list():
                return [
                    {
                        "type": "item",
                        "value": self._raw(v, texts, f"{place}/{number}"),
                        "id": str(key(f"{place}/{number}")),
                    }
                    for number, v in enumerate(value)
                ]
            case Table():
                return {
                    "caption": texts.lithuanian(value.caption),
                    "columns": [
                        {"type": kind, "heading": texts.lithuanian(heading)}
                        for kind, heading in value.columns
                    ],
                    "rows": [
                        {"values": [self._value(cell, texts) for cell in row]} for row in value.rows
                    ],
                }
        return self._value(value, texts)

    def _add(self, instance: Any, item: Item) -> Any:
        """Publish the Lithuanian page once more, with what its translation does not have."""
        texts = Texts(item.name, self.today, lambda name: self.pk(Page, name))
        blocks = [*item.body, *item.added_later]
        page = instance.specific_class.objects.get(pk=instance.pk)
        page.body = self._body(page, item.name, blocks, texts)
        page.save_revision(user=self.user).publish(user=self.user)
        return page


def is_untouched(instance: Any) -> bool:
    """Whether nobody has edited a page since a migration made it."""
    return isinstance(instance, Page) and instance.latest_revision_id is None
