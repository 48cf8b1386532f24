"""Objects of page models from rows of the database, without what their constructors do in vain.

Each `Page()` looks through all fields of its model for child relations, to see whether any were
given by name. From a row none ever is, and for a list of 20 pages it was a tenth of the time.
"""

from collections.abc import Iterable
from functools import cache
from typing import Any, TypeVar

from django.db.models.base import Model, ModelState
from wagtail.fields import StreamField

ModelType = TypeVar("ModelType", bound=Model)


@cache
def streams(model: type[Model]) -> list[StreamField]:
    """The stream fields of a model: of all fields, they alone convert what they are given."""
    return [f for f in model._meta.concrete_fields if isinstance(f, StreamField)]


def instance(model: type[ModelType], names: Iterable[str], values: Iterable[Any]) -> ModelType:
    """An object as it lies in the database: the attributes `names` with their values.

    The others are deferred, as with Django's `only()`.
    """
    new = model.__new__(model)
    attributes = new.__dict__
    attributes.update(zip(names, values, strict=True), _state=ModelState())
    new._state.db, new._state.adding = "default", False
    for field in streams(model):
        if field.attname in attributes:
            attributes[field.attname] = field.to_python(attributes[field.attname])
    return new
