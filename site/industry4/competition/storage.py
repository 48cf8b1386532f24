"""Where files of entries are kept: apart from what the web server hands out."""

from django.conf import settings
from django.core.files.storage import FileSystemStorage


class PrivateStorage(FileSystemStorage):
    """A folder that only the application reads; its files have no address."""

    def __init__(self) -> None:
        super().__init__(
            location=settings.PRIVATE_ROOT,
            file_permissions_mode=0o600,
            directory_permissions_mode=0o700,
        )

    def url(self, name: str | None) -> str:
        """Raises ValueError: views that check who asks hand the files out."""
        raise ValueError("Files of entries have no address.")
