"""An answer of the delivery API: JSON with all that caches and conditional requests want."""

import datetime
import hashlib
from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from pydantic_core import to_json


def answer(
    request: HttpRequest,
    content: Any,
    *,
    languages: Iterable[str],
    changed: Iterable[datetime.datetime | None] = (),
    content_type: str = "application/json",
    private: bool = False,
    seconds: int | None = None,
) -> HttpResponse:
    """The answer with this content, which is JSON or schemas; 304 where the reader has it.

    `changed` says when its parts were last published: the latest of them is `Last-Modified`. It
    cannot tell what was withdrawn, or renamed elsewhere; so only the ETag, a digest of what is
    answered, decides on a 304. What is `private` is stored nowhere, and what may be shown for 0
    `seconds` is asked for anew each time.
    """
    body = content if isinstance(content, bytes) else to_json(content)
    etag = f'W/"{hashlib.blake2b(body, digest_size=12).hexdigest()}"'
    response = HttpResponse(body, content_type=content_type)
    response["ETag"] = etag
    response["Content-Language"] = ", ".join(languages)
    if moments := [moment for moment in changed if moment]:
        response["Last-Modified"] = http_date(max(moments).timestamp())
    if private:
        response["Cache-Control"] = "private, no-store"
    else:
        age = settings.API_CACHE_SECONDS if seconds is None else seconds
        always = "" if age else ", must-revalidate"
        response["Cache-Control"] = f"public, max-age={age}{always}"
    return get_conditional_response(request, etag=etag, response=response) or response
