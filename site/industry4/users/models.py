"""The person who signs in to the admin."""

from django.contrib.auth.models import AbstractUser


class User(AbstractUser):
    """Django's user as it is; here to be extended."""
