"""Development and `make run`: SQLite, local memory, mail on the terminal, a sample login."""

from . import environment
from .base import *  # noqa: F403  (settings build on settings)

DEBUG = True
MIDDLEWARE = [*MIDDLEWARE, "industry4.core.middleware.OwnNotFoundMiddleware"]  # noqa: F405
# Where SQLite, uploads and collected static files lie by default.
(environment.ROOT / "var" / "static").mkdir(parents=True, exist_ok=True)
SECRET_KEY = environment.SECRET_KEY or "development-only: never use this outside your machine"
ALLOWED_HOSTS = ["*"]
PORT = environment.PORT
WAGTAILADMIN_BASE_URL = environment.SITE_URL or f"http://localhost:{PORT}"
WAGTAILAPI_BASE_URL = WAGTAILADMIN_BASE_URL
EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
DEFAULT_FROM_EMAIL = "Industry 4 Panevėžys <noreply@localhost>"

WEBHOOKS_MAY_REACH_PRIVATE = True

# `load_demo` makes this editor; it exists under these settings alone.
SAMPLE_LOGIN = {"username": "redakcija", "password": "pramone-4.0"}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
