"""Production's settings for a load generator, which speaks plain HTTP to the server itself."""

from industry4.settings.production import *  # noqa: F403  (settings build on settings)

ROOT_URLCONF = "industry4.testing.bench.urls"
SECURE_SSL_REDIRECT = False
# Nobody asks for static files here, and it takes most of a minute to compress them all.
WHITENOISE_SKIP_COMPRESS_EXTENSIONS = [
    *("css", "gif", "ico", "jpg", "js", "json", "map", "mjs", "png", "svg", "ttf", "txt")
]
