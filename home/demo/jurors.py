"""The users of the sample jurors; they can log in where the settings have a sample login."""

from functools import cache
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.hashers import make_password
from wagtail.users.models import UserProfile

from industry4.competition.permissions import jury_groups

from .content.jury import JURORS
from .entrants import Juror


@cache
def hashed(password: str | None) -> str:
    """The stored form of the sample password, which takes long to make on purpose."""
    return make_password(password)


def sample_user(juror: Juror) -> Any:
    """The user of a sample juror, made if need be."""
    User = get_user_model()
    user = User.objects.filter(username=juror.username).first()
    if user is None:
        password = settings.SAMPLE_LOGIN.get("password")
        user = User.objects.create(
            username=juror.username,
            first_name=juror.first_name,
            last_name=juror.last_name,
            email=f"{juror.username}@jury.example",
            password=hashed(password),
            is_active=bool(password),
        )
        user.groups.add(*jury_groups())
        profile = UserProfile.get_for_user(user)
        profile.preferred_language = "lt"
        profile.save()
    return user


def sample_jurors() -> list[str]:
    """The user names of the sample jurors who can log in, the chair's first."""
    names = [juror.username for juror in JURORS]
    active = get_user_model().objects.filter(username__in=names, is_active=True)
    found = set(active.values_list("username", flat=True))
    return [name for name in names if name in found]
