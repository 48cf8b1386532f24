"""The WSGI entry point: run it from the project's root with `site` on the path."""

import os
import sys
from pathlib import Path

from django.core.wsgi import get_wsgi_application

# The apps (home, ecosystem, news, search) lie beside site/, in the project's root.
sys.path.append(str(Path(__file__).resolve().parents[2]))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "industry4.settings.production")

application = get_wsgi_application()
