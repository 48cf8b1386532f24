"""Links to a draft: signed, of one page, and for a limited time.

A link is all that its reader needs, so its token names nothing but the page. Nothing is stored:
the key of the site (SECRET_KEY) made the signature and recognises it.
"""

import datetime

from django.conf import settings
from django.core import signing
from wagtail.models import Page
from wagtail_localize.models import SourceDeletedError

from industry4.core.translation.gaps import translation_of

# Where the site itself answers a token.
API_PATH = "/api/delivery/v1/preview/"
# What stands for the token in PREVIEW_APP_URL.
PLACEHOLDER = "{token}"
SALT = "industry4.delivery.preview_links"
# Unlike ":" it needs no escape anywhere in an address.
SEPARATOR = "."


class InvalidLink(Exception):
    """The token is none of ours, was altered, or its page is gone."""


class ExpiredLink(InvalidLink):
    """The token is ours, and its time is over."""


def token_for(page: Page) -> str:
    """A token for the drafts of a page, valid from now on for PREVIEW_LINK_HOURS."""
    return _signer().sign(str(page.pk))


def expires_at(token: str) -> datetime.datetime:
    """When a token ceases, or ceased, to work. Raises InvalidLink where it is none of ours."""
    return _read(token)[1]


def page_of(token: str) -> Page:
    """The newest draft of the page that a token names, as an object of its own class.

    Raises ExpiredLink when its time is over, InvalidLink otherwise.
    """
    pk, end = _read(token)
    if datetime.datetime.now(datetime.UTC) >= end:
        raise ExpiredLink
    page = Page.objects.filter(pk=pk).first()
    if page is None:
        raise InvalidLink
    return newest_draft(page)


def newest_draft(page: Page) -> Page:
    """What the page's editor last wrote, published or not.

    A translation made in wagtail-localize's editor has its new texts in rows of their own; they
    come into a revision when it is published, and not before. Those without a translation are
    the source's, as in that editor's preview.
    """
    if translation := translation_of(page):
        try:
            return translation.source.get_ephemeral_translated_instance(
                translation.target_locale, fallback=True
            )
        except SourceDeletedError:
            pass  # nothing left to translate from: its revisions are all there is
    return page.get_latest_revision_as_object()


def link_to(page: Page) -> str:
    """A new link to the drafts of a page, as it is sent to whoever should read them."""
    return address_of(token_for(page))


def address_of(token: str) -> str:
    """The full address that shows a token's page: the app's, or without an app the API's own."""
    if settings.PREVIEW_APP_URL:
        return settings.PREVIEW_APP_URL.replace(PLACEHOLDER, token)
    return f"{settings.WAGTAILADMIN_BASE_URL}{API_PATH}?token={token}"


def _signer() -> signing.TimestampSigner:
    return signing.TimestampSigner(salt=SALT, sep=SEPARATOR)


def _read(token: str) -> tuple[int, datetime.datetime]:
    """The page's primary key and the token's end."""
    if not token.isascii():  # a lone surrogate cannot even be compared with a signature
        raise InvalidLink
    try:
        pk = _signer().unsign(token)
    except signing.BadSignature as error:
        raise InvalidLink from error
    # Signed by us, so it is of our form. Django's own check of the age would keep the moment,
    # which the editor wants to know, to itself.
    stamp = signing.b62_decode(token.split(SEPARATOR)[1])
    start = datetime.datetime.fromtimestamp(stamp, datetime.UTC)
    return int(pk), start + datetime.timedelta(hours=settings.PREVIEW_LINK_HOURS)
