"""What all environments share: apps, languages, Wagtail, tasks, storage."""

from xstatic.pkg import leaflet, leaflet_markercluster

from . import environment
from .environment import ROOT
from .security import *  # noqa: F403  (a settings module is made of its parts)

PROJECT = ROOT / "site" / "industry4"

INSTALLED_APPS = [
    # Own apps first: their templates and static files go before those of packages.
    "search",
    "home",
    "news",
    "industry4.competition",
    "ecosystem",
    "industry4.delivery",
    "industry4.core",
    "industry4.media",
    "industry4.users",
    "wagtail_localize",
    "wagtail_localize.locales",  # stands in for wagtail.locales
    "ninja",
    "wagtail.contrib.redirects",
    "wagtail.contrib.search_promotions",
    "wagtail.contrib.settings",
    "wagtail.contrib.sitemaps",
    "wagtail.contrib.typed_table_block",
    "wagtail.api.v2",
    "wagtail.api.v3",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "rest_framework",
    "modelcluster",
    "taggit",
    "django_filters",
    "csp",
    "django_tasks_db",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.sessions",
    "django.contrib.sitemaps",
    "django.contrib.messages",
    "industry4.core.static.StaticFiles",
]

MIDDLEWARE = [
    "industry4.core.middleware.CompressionMiddleware",
    "industry4.core.response_cache.middleware.ResponseCacheMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "industry4.delivery.middleware.DeliveryMiddleware",
    "industry4.core.middleware.ContentSecurityPolicyMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "industry4.core.middleware.LanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "industry4.competition.middleware.JuryMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
    "industry4.core.middleware.ReferencesMiddleware",
]

ROOT_URLCONF = "industry4.urls"
WSGI_APPLICATION = "industry4.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.debug",
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "industry4.core.context_processors.site",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "industry4.core.templatetags.content",
                "industry4.core.templatetags.drawings",
                "industry4.core.templatetags.when",
            ],
        },
    },
]

DATABASES = {
    "default": {
        **environment.database(
            environment.DATABASE_URL, f"sqlite:///{ROOT / 'var' / 'db.sqlite3'}"
        ),
        "CONN_MAX_AGE": environment.DATABASE_CONN_MAX_AGE,
        "CONN_HEALTH_CHECKS": True,
    }
}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # Readers do not wait for a writer, and two writers wait for each other.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
    }
else:
    # Pages of an index are as near as others on today's disks. By PostgreSQL's own estimate, which
    # knows nothing of what it costs to unpack a vector, broad searches would read every entry.
    DATABASES["default"].setdefault("OPTIONS", {}).setdefault("options", "-c random_page_cost=1.1")
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Languages: Lithuanian is the source at /, English the translation at /en/.
LANGUAGE_CODE = "lt"
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [("lt", "Lietuvių"), ("en", "English")]
WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES
LOCALE_PATHS = [PROJECT / "locale"]
FORMAT_MODULE_PATH = "industry4.formats"
TIME_ZONE = "Europe/Vilnius"
USE_I18N = WAGTAIL_I18N_ENABLED = True
USE_TZ = True
USE_THOUSAND_SEPARATOR = True

STATIC_URL = "/static/"
STATIC_ROOT = environment.STATIC_ROOT
STATICFILES_DIRS = [
    PROJECT / "static",
    ("leaflet", leaflet.BASE_DIR),
    ("leaflet", leaflet_markercluster.BASE_DIR),
]
MEDIA_URL = "/media/"
MEDIA_ROOT = environment.MEDIA_ROOT
# Files of entries to the competition, which no address leads to.
PRIVATE_ROOT = environment.apart(environment.PRIVATE_ROOT, MEDIA_ROOT, STATIC_ROOT)
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    "private": {"BACKEND": "industry4.competition.storage.PrivateStorage"},
}

AUTH_USER_MODEL = "users.User"

# Wagtail
WAGTAIL_SITE_NAME = "Industry 4 Panevėžys"
SITE_URL = environment.SITE_URL
WAGTAILADMIN_BASE_URL = SITE_URL or "http://localhost:8000"
WAGTAILIMAGES_IMAGE_MODEL = "media.Image"
WAGTAILDOCS_DOCUMENT_MODEL = "media.Document"
WAGTAIL_ALLOW_UNICODE_SLUGS = False
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_USER_TIME_ZONES = [TIME_ZONE]
WAGTAIL_WORKFLOW_ENABLED = False
WAGTAILAPI_RICH_TEXT_FORMAT = "html"
WAGTAILAPI_LIMIT_MAX = 100
WAGTAILAPI_BASE_URL = environment.SITE_URL or None
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "search.backends"}}
# An English page appears when a person publishes it, never as a copy of the Lithuanian text.
WAGTAIL_LOCALIZE_DEFAULT_TRANSLATION_MODE = "synced"
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False

# The editor that `load_demo` makes: none, but in development.
SAMPLE_LOGIN: dict[str, str] = {}

# Half the bytes of Wagtail's 61 and 80, and no difference to the eye at the size of a page.
WAGTAILIMAGES_AVIF_QUALITY = 50
WAGTAILIMAGES_WEBP_QUALITY = 72

# What an editor may upload.
MAX_UPLOAD_BYTES = environment.MAX_UPLOAD_MB * 1024 * 1024
WAGTAILIMAGES_MAX_UPLOAD_SIZE = MAX_UPLOAD_BYTES
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 50_000_000
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "jpg", "jpeg", "png", "webp"]
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "ics", "odt", "pdf", "pptx", "rtf", "txt", "xlsx", "zip"]
WAGTAILDOCS_MAX_UPLOAD_SIZE = MAX_UPLOAD_BYTES
WAGTAILDOCS_INLINE_CONTENT_TYPES = ["application/pdf"]

# Wagtail's own tasks (reference and search index) stay in the transaction that causes them;
# mail, renditions and whatever may take long go to the `background` queue and its worker.
TASKS = {
    "default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"},
    "background": {
        "BACKEND": "django_tasks_db.DatabaseBackend",
        "QUEUES": ["background"],
    },
}

# The delivery API. Rates are requests a minute by client address; 0 means without limit.
API_READS_PER_MINUTE = environment.API_READS_PER_MINUTE
API_PREVIEWS_PER_MINUTE = environment.API_PREVIEWS_PER_MINUTE
# How long an app and the caches on the way may show an answer before they ask again.
API_CACHE_SECONDS = environment.API_CACHE_SECONDS
TRUST_PROXY = environment.TRUST_PROXY
# How long an answer is kept at most; 0: none is. What changes is never served from the cache.
RESPONSE_CACHE_SECONDS = environment.RESPONSE_CACHE_SECONDS
# The CDN that is told of changes. Addresses are given to it as they are, in both languages.
WAGTAILFRONTENDCACHE = environment.cdn(environment.CDN_URL)
WAGTAILFRONTENDCACHE_LANGUAGES: list[str] = []
# How long the link to a draft works, and the app that shows it: its address with `{token}` in it.
PREVIEW_LINK_HOURS = environment.PREVIEW_LINK_HOURS
PREVIEW_APP_URL = environment.PREVIEW_APP_URL
# Whether webhooks may go to this machine and its network, and without HTTPS.
WEBHOOKS_MAY_REACH_PRIVATE = environment.WEBHOOKS_MAY_REACH_PRIVATE

# How long messages from the contact form are kept; 0 means for good.
CONTACT_MESSAGE_DAYS = environment.CONTACT_MESSAGE_DAYS
# How long the log of changes reaches back; 0 means for good.
CHANGE_LOG_DAYS = environment.CHANGE_LOG_DAYS
# How long it is kept what visitors searched for; 0 means for good.
SEARCH_LOG_DAYS = environment.SEARCH_LOG_DAYS

# The background of maps: the address of its tiles (none: no maps), and whose data it is, as HTML.
MAP_TILES_URL = environment.MAP_TILES_URL
MAP_ATTRIBUTION = environment.MAP_ATTRIBUTION

FORMS_URLFIELD_ASSUME_HTTPS = True
