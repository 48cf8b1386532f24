"""Production's application with the part of the web server in front of it: TLS and /media/.

`granian --interface wsgi industry4.testing.front:application`, with site/ on PYTHONPATH, answers
as a visitor of production is answered: over a connection that a proxy says is HTTPS, with uploads
served from MEDIA_ROOT.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings
from whitenoise import WhiteNoise

from industry4 import wsgi

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment


class Front(WhiteNoise):
    """Serves /media/ but for documents, and hands on the rest as having come by HTTPS."""

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        environ["HTTP_X_FORWARDED_PROTO"] = "https"
        return super().__call__(environ, start_response)


application = Front(wsgi.application, autorefresh=True, max_age=604_800)
for folder in ("images", "original_images"):
    application.add_files(Path(settings.MEDIA_ROOT) / folder, prefix=f"media/{folder}/")
