"""Production: refuses to start without its secrets; HTTPS only; the rest comes from variables."""

from . import environment
from .base import *  # noqa: F403  (settings build on settings)

environment.require(
    SECRET_KEY=environment.SECRET_KEY,
    DATABASE_URL=environment.DATABASE_URL,
    ALLOWED_HOSTS=environment.ALLOWED_HOSTS,
    SITE_URL=environment.SITE_URL,
    EMAIL_URL=environment.EMAIL_URL,
    DEFAULT_FROM_EMAIL=environment.DEFAULT_FROM_EMAIL,
)

DEBUG = False
SECRET_KEY = environment.SECRET_KEY
ALLOWED_HOSTS = environment.ALLOWED_HOSTS
CSRF_TRUSTED_ORIGINS = [environment.SITE_URL]
DEFAULT_FROM_EMAIL = SERVER_EMAIL = environment.DEFAULT_FROM_EMAIL
globals().update(environment.email(environment.EMAIL_URL))

SECURE_SSL_REDIRECT = True
SECURE_HSTS_SECONDS = environment.HSTS_SECONDS
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
if environment.TRUST_PROXY:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

STORAGES["staticfiles"] = {  # noqa: F405
    "BACKEND": "industry4.core.static.JoinedStaticFilesStorage"
}
if environment.REDIS_URL:
    CACHES = {
        "default": {
            "BACKEND": "industry4.core.response_cache.backends.ForgivingRedisCache",
            "LOCATION": environment.REDIS_URL,
        }
    }
elif not environment.RESPONSE_CACHE_ALONE:
    RESPONSE_CACHE_SECONDS = 0  # no process would know what another one changes

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "filters": {"without_secrets": {"()": "industry4.core.logs.WithoutSecrets"}},
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            "formatter": "line",
            "filters": ["without_secrets"],
        }
    },
    "root": {"handlers": ["console"], "level": environment.LOG_LEVEL},
}
