"""Indexes what is loaded once, when it is finished, instead of at each of its many saves."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db.models import Model
from django.db.models.signals import post_save
from modelsearch import index
from modelsearch.backends import get_search_backends
from modelsearch.signal_handlers import post_save_signal_handler
from wagtail.models import ReferenceIndex
from wagtail.signal_handlers import disable_reference_index_auto_update


@contextmanager
def indexing_put_off() -> Iterator[list[Model]]:
    """Within it, saving does not index; at its end whatever is in the yielded list is indexed.

    For a process that does nothing else meanwhile.
    """
    finished: list[Model] = []
    silenced = [
        model
        for model in index.get_indexed_models()
        if post_save.disconnect(post_save_signal_handler, sender=model)
    ]
    try:
        with disable_reference_index_auto_update():
            yield finished
    finally:
        for model in silenced:
            post_save.connect(post_save_signal_handler, sender=model)
    by_model: dict[type[Model], list[Model]] = {}
    for instance in finished:
        ReferenceIndex.create_or_update_for_object(instance)
        if isinstance(instance, index.Indexed):
            by_model.setdefault(type(instance), []).append(instance)
    for backend in get_search_backends(with_auto_update=True):
        for model, instances in by_model.items():
            backend.add_bulk(model, instances)
