"""The table of contents of the APIs: every mount, and what it is made of."""

from wagtail.api.v2.router import WagtailAPIRouter

from industry4.delivery.v2 import (
    DocumentsEndpoint,
    ImagesEndpoint,
    PagesEndpoint,
    RedirectsEndpoint,
)

# The name is what Wagtail's purging of front-end caches looks for.
v2 = WagtailAPIRouter("wagtailapi_v2")
v2.register_endpoint("pages", PagesEndpoint)
v2.register_endpoint("images", ImagesEndpoint)
v2.register_endpoint("documents", DocumentsEndpoint)
v2.register_endpoint("redirects", RedirectsEndpoint)
