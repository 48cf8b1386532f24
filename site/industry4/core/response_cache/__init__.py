"""The response cache: what anonymous readers get is kept in memory, and never stale (decision 12).

`middleware` answers from it, `keys` says which requests may be, `entries` what is kept of a
response and `encodings` in which forms. An entry holds for one content version, a random token in
the `store` (`redis_store` in production); `watching` withdraws it when `statements` says that a
transaction changes something public. `purging` tells a CDN.
"""

from typing import TypeVar

from django.http.response import HttpResponseBase

Response = TypeVar("Response", bound=HttpResponseBase)


def never_stored(response: Response) -> Response:
    """The response, marked: its view does something on each request, such as counting it."""
    vars(response)["never_stored"] = True
    return response
