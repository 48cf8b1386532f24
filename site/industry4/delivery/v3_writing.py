"""What a token of API v3 may write: what the API shows and the admin's panels let its user write.

Wagtail writes only fields that a model names for it, one by one. Here the panels name them.
"""

from collections.abc import Iterable
from typing import Any

from django.db.models import Model
from ninja.operation import Operation
from ninja.signature import ViewSignature
from wagtail.api import APIField
from wagtail.api.v3.registry import registry
from wagtail.api.v3.schemas.base import build_union_schemas
from wagtail.models import get_page_models


def mark_writable(model: type[Model], options: dict[str, Any]) -> bool:
    """Let the API write the fields of a form that it also reads; whether there are any.

    `options` are those of the panels: the fields and, for each kind of row, the same again.
    Pictures, files and links of rows are read in a form of their own and cannot be written.
    """
    panels, rows = set(options.get("fields") or ()), options.get("formsets") or {}
    own = []  # fields are shared between models, and one may edit what another does not
    for field in APIField.get_fields_for_model(model):
        writable = field.serializer is None and field.name in panels
        if field.name in rows:
            row_model: Any = model._meta.get_field(field.name).related_model
            writable = mark_writable(row_model, rows[field.name])
        own.append(APIField(field.name, field.serializer, writable))
    model.api_fields = own  # type: ignore[attr-defined]
    return any(field.writable for field in own)


def open_for_writing(operations: Iterable[Operation]) -> None:
    """Describe pages anew once their fields are writable, and rebind what takes them in.

    Wagtail described them while its apps were loading, before anybody could have a say.
    """
    models = get_page_models()
    for model in models:
        mark_writable(model, model.get_edit_handler().get_form_options())
    registry.register_defaults()
    schemas = build_union_schemas(models)
    taken_in = {"pages_create": schemas.create, "pages_update": schemas.update}
    for operation in operations:
        if schema := taken_in.get(operation.operation_id or ""):
            view = operation.view_func  # the signature is that of what Wagtail's decorators wrap
            while hasattr(view, "__wrapped__"):
                view = view.__wrapped__
            view.__annotations__["data"] = schema
            operation.signature = ViewSignature(operation.path, operation.view_func)
            operation.models = operation.signature.models
