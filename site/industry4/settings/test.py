"""The tests: quick hashing, mail in memory; background tasks are stored, and nobody works."""

import tempfile

from .base import *  # noqa: F403  (settings build on settings)

SECRET_KEY = "tests"  # noqa: S105  (not a secret)
ALLOWED_HOSTS = ["testserver", "localhost"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
FILES = tempfile.TemporaryDirectory(prefix="industry4-")  # gone when the tests are
MEDIA_ROOT = f"{FILES.name}/media"
PRIVATE_ROOT = f"{FILES.name}/private"
STATIC_ROOT = FILES.name
WAGTAILADMIN_BASE_URL = "http://localhost"
DATABASES["default"]["CONN_MAX_AGE"] = 0  # noqa: F405
API_READS_PER_MINUTE = API_PREVIEWS_PER_MINUTE = 0
RESPONSE_CACHE_SECONDS = 0  # its own tests switch it on
