"""The table of contents of the APIs: every mount, and what it is made of."""

from wagtail.api.v2.router import WagtailAPIRouter

import ecosystem.api
import home.api  # noqa: F401  (registers its page types)
import news.api
import search.api
from industry4.delivery import navigation
from industry4.delivery.changes.feed import changes_router
from industry4.delivery.endpoints import pages_router
from industry4.delivery.mount import delivery_api
from industry4.delivery.v2 import (
    DocumentsEndpoint,
    ImagesEndpoint,
    PagesEndpoint,
    RedirectsEndpoint,
)
from industry4.delivery.v3 import mounted as v3_mounted

# The delivery API, for every new app.
delivery_v1 = delivery_api()
delivery_v1.add_router("", news.api.router)
delivery_v1.add_router("", ecosystem.api.router)
delivery_v1.add_router("", search.api.router)
delivery_v1.add_router("", navigation.router)
delivery_v1.add_router("", pages_router())
delivery_v1.add_router("", changes_router())

# The name is what Wagtail's purging of front-end caches looks for.
v2 = WagtailAPIRouter("wagtailapi_v2")
v2.register_endpoint("pages", PagesEndpoint)
v2.register_endpoint("images", ImagesEndpoint)
v2.register_endpoint("documents", DocumentsEndpoint)
v2.register_endpoint("redirects", RedirectsEndpoint)

# For automation, with a token only.
v3 = v3_mounted()
