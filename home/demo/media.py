"""Stores the pictures and files of the demo content, and takes them back when loading fails."""

import hashlib
import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import PurePosixPath
from typing import Any

from django.core.files.base import File
from django.db.models import Model

from home.demo import drawings, pdfs
from home.demo.content.files import FILES
from home.demo.content.pictures import CREDIT, LICENCE, MARKS, SCENES
from industry4.media.models import Document, Image

PREFIX = "demo-"
# What a storage adds to a name that is taken: an underscore and seven letters.
SUFFIX_LENGTH = 8


class Media:
    """The stored pictures and files by name; `written` lists the files that this run wrote."""

    def __init__(self, uploaded_by: Any = None) -> None:
        self.uploaded_by = uploaded_by
        self.written: list[Any] = []
        self.pictures = stored(Image)
        self.files = stored(Document)

    def store_pictures(self) -> int:
        """Draw and store the pictures that are not there yet. Returns their number."""
        missing = [name for name in [*SCENES, *MARKS] if name not in self.pictures]
        for name in missing:
            stream = io.BytesIO()
            if name in SCENES:
                described: Any = SCENES[name]
                drawings.SCENES[name]().save(stream, "JPEG", quality=88)
            else:
                described = MARKS[name]
                motif = drawings.mark(described.letters, described.motif, described.tone)
                motif.save(stream, "PNG")
            self.pictures[name] = self._store(
                Image(
                    title=described.title,
                    alt_text_lt=described.alt.lt,
                    alt_text_en=described.alt.en,
                    credit=CREDIT,
                    licence=LICENCE,
                ),
                f"{PREFIX}{name}.{'jpg' if name in SCENES else 'png'}",
                stream.getvalue(),
            )
        return len(missing)

    def store_files(self) -> int:
        """Write and store the files that are not there yet. Returns their number."""
        missing = [name for name in FILES if name not in self.files]
        for name in missing:
            document = FILES[name]
            self.files[name] = self._store(
                Document(title=document.title, language=document.language),
                f"{PREFIX}{name}.pdf",
                pdfs.written(document),
            )
        return len(missing)

    def _store(self, instance: Any, name: str, content: bytes) -> int:
        instance.uploaded_by_user = self.uploaded_by
        instance.file = File(io.BytesIO(content), name)
        self.written.append(instance.file)
        instance.file_size = len(content)
        instance.file_hash = hashlib.sha1(content, usedforsecurity=False).hexdigest()
        instance.save()
        return instance.pk

    @contextmanager
    def taken_back_on_failure(self) -> Iterator[None]:
        """Within it: whatever goes wrong, no file of this run is left behind."""
        try:
            yield
        except BaseException:
            for file in self.written:
                if file._committed:
                    file.storage.delete(file.name)
            raise


def stored(model: type[Model]) -> dict[str, int]:
    """The primary keys of what an earlier run stored, by name."""
    found = {}
    for pk, path in model._default_manager.filter(file__contains=f"/{PREFIX}").values_list(
        "pk", "file"
    ):
        stem = PurePosixPath(path).stem.removeprefix(PREFIX)
        if "_" in stem:
            stem = stem[:-SUFFIX_LENGTH]
        found[stem] = pk
    return found
