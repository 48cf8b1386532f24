"""Every variable of the environment that the project knows, read here and nowhere else.

`.env` in the project's root is read as well; what the environment says goes before it.
`.env.example` lists the same names, and a test holds the two together.
"""

from pathlib import Path

import environ
from django.core.exceptions import ImproperlyConfigured

ROOT = Path(__file__).resolve().parents[3]

env = environ.Env()
env.read_env(ROOT / ".env")

SECRET_KEY: str = env.str("SECRET_KEY", default="")
DATABASE_URL: str = env.str("DATABASE_URL", default="")
DATABASE_CONN_MAX_AGE: int = env.int("DATABASE_CONN_MAX_AGE", default=60)
ALLOWED_HOSTS: list[str] = env.list("ALLOWED_HOSTS", default=[])
PORT: int = env.int("PORT", default=8000)
SITE_URL: str = env.str("SITE_URL", default="").rstrip("/")
REDIS_URL: str = env.str("REDIS_URL", default="")
EMAIL_URL: str = env.str("EMAIL_URL", default="")
DEFAULT_FROM_EMAIL: str = env.str("DEFAULT_FROM_EMAIL", default="")
MEDIA_ROOT: str = env.str("MEDIA_ROOT", default=str(ROOT / "var" / "media"))
PRIVATE_ROOT: str = env.str("PRIVATE_ROOT", default=str(ROOT / "var" / "private"))
STATIC_ROOT: str = env.str("STATIC_ROOT", default=str(ROOT / "var" / "static"))
TRUST_PROXY: bool = env.bool("TRUST_PROXY", default=False)
HSTS_SECONDS: int = env.int("HSTS_SECONDS", default=31_536_000)
MAX_UPLOAD_MB: int = env.int("MAX_UPLOAD_MB", default=20)
API_READS_PER_MINUTE: int = env.int("API_READS_PER_MINUTE", default=1200)
API_PREVIEWS_PER_MINUTE: int = env.int("API_PREVIEWS_PER_MINUTE", default=30)
API_CACHE_SECONDS: int = env.int("API_CACHE_SECONDS", default=60)
RESPONSE_CACHE_SECONDS: int = env.int("RESPONSE_CACHE_SECONDS", default=60)
RESPONSE_CACHE_ALONE: bool = env.bool("RESPONSE_CACHE_ALONE", default=False)
CDN_URL: str = env.str("CDN_URL", default="")
PREVIEW_LINK_HOURS: int = env.int("PREVIEW_LINK_HOURS", default=72)
PREVIEW_APP_URL: str = env.str("PREVIEW_APP_URL", default="")
WEBHOOKS_MAY_REACH_PRIVATE: bool = env.bool("WEBHOOKS_MAY_REACH_PRIVATE", default=False)
CONTACT_MESSAGE_DAYS: int = env.int("CONTACT_MESSAGE_DAYS", default=365)
CHANGE_LOG_DAYS: int = env.int("CHANGE_LOG_DAYS", default=90)
SEARCH_LOG_DAYS: int = env.int("SEARCH_LOG_DAYS", default=90)
MAP_TILES_URL: str = env.str(
    "MAP_TILES_URL", default="https://tile.openstreetmap.org/{z}/{x}/{y}.png"
)
MAP_ATTRIBUTION: str = env.str(
    "MAP_ATTRIBUTION",
    default='© <a href="https://www.openstreetmap.org/copyright">OpenStreetMap</a>',
)
LOG_LEVEL: str = env.str("LOG_LEVEL", default="INFO")


def database(url: str, default: str) -> dict:
    """The Django database settings of an address such as postgres://user:secret@host/name."""
    return env.db_url_config(url or default)


def email(url: str) -> dict:
    """Django's EMAIL_* settings of an address such as smtp+tls://user:secret@host:587."""
    return env.email_url_config(url)


def cdn(url: str) -> dict:
    """Wagtail's settings of a CDN by its address; none for an empty one.

    `cloudflare://token@zone`, `cloudfront://distribution`, or `http://host:port` of a cache that
    takes PURGE, such as Varnish. Raises ImproperlyConfigured for any other.
    """
    if not url:
        return {}
    scheme, _, rest = url.partition("://")
    token, _, name = rest.rpartition("@")
    if scheme == "cloudflare" and token and name:
        kind, options = "Cloudflare", {"BEARER_TOKEN": token, "ZONEID": name}
    elif scheme == "cloudfront" and name:
        kind, options = "Cloudfront", {"DISTRIBUTION_ID": name}
    elif scheme in ("http", "https") and name:
        kind, options = "HTTP", {"LOCATION": url}
    else:
        raise ImproperlyConfigured("CDN_URL is none of the forms that .env.example shows.")
    backend = f"wagtail.contrib.frontend_cache.backends.{kind}Backend"
    return {"default": {"BACKEND": backend, **options}}


def apart(private: str, *served: str) -> str:
    """The folder `private`, which must not be in one of those that the web server hands out.

    Raises ImproperlyConfigured when it is.
    """
    for folder in served:
        if Path(private).resolve().is_relative_to(Path(folder).resolve()):
            raise ImproperlyConfigured(f"PRIVATE_ROOT must not be in {folder}, which is public.")
    return private


def require(**variables: object) -> None:
    """Stop the start, naming every variable without which production would be unsafe or wrong.

    Raises ImproperlyConfigured with one sentence that says what to set.
    """
    missing = [name for name, value in variables.items() if not value]
    if missing:
        raise ImproperlyConfigured(
            f"Production needs {', '.join(missing)}: set {'it' if len(missing) == 1 else 'them'}"
            " in the environment or in .env (see .env.example)."
        )
