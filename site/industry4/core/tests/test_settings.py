"""Settings: production starts only when it is safe to, and every variable is listed."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

from industry4.settings import environment

ROOT = environment.ROOT
REQUIRED = {
    "SECRET_KEY": "x" * 60,
    "DATABASE_URL": "postgres://industry4@localhost/industry4",
    "ALLOWED_HOSTS": "industry4.example",
    "SITE_URL": "https://industry4.example",
    "EMAIL_URL": "smtp+tls://user:secret@localhost:587",
    "DEFAULT_FROM_EMAIL": "noreply@industry4.example",
}
SHOW = """
import json
from industry4.settings import production
print(json.dumps({name: getattr(production, name) for name in dir(production)
                  if name.isupper()}, default=str))
"""


def production(**variables):
    """The start of a process with production's settings."""
    return subprocess.run(
        [sys.executable, "-c", SHOW],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": f"{ROOT / 'site'}:{ROOT}", **variables},
        capture_output=True,
        text=True,
    )


@pytest.mark.parametrize("name", REQUIRED)
def test_production_does_not_start_without_a_variable_and_names_it(name):
    started = production(**{**REQUIRED, name: ""})
    assert started.returncode != 0
    last = started.stderr.strip().splitlines()[-1]
    assert last.startswith("django.core.exceptions.ImproperlyConfigured: ")
    assert f"Production needs {name}: set it" in last


def test_production_names_all_that_is_missing_at_once():
    started = production(**dict.fromkeys(REQUIRED, ""))
    assert f"Production needs {', '.join(REQUIRED)}: set them" in started.stderr


def test_production_is_safe():
    started = production(**REQUIRED, TRUST_PROXY="false")
    assert started.returncode == 0, started.stderr
    found = json.loads(started.stdout)
    for name in (
        "SECURE_SSL_REDIRECT",
        "SESSION_COOKIE_SECURE",
        "CSRF_COOKIE_SECURE",
        "SESSION_COOKIE_HTTPONLY",
        "SECURE_HSTS_INCLUDE_SUBDOMAINS",
        "SECURE_CONTENT_TYPE_NOSNIFF",
    ):
        assert found[name] is True, name
    assert found["DEBUG"] is False
    assert found["SECURE_HSTS_SECONDS"] == 31_536_000
    assert found["PASSWORD_HASHERS"][0].endswith("Argon2PasswordHasher")
    assert found["ALLOWED_HOSTS"] == ["industry4.example"]
    assert found["CSRF_TRUSTED_ORIGINS"] == ["https://industry4.example"]
    assert found["WAGTAILADMIN_BASE_URL"] == "https://industry4.example"
    assert found["SAMPLE_LOGIN"] == {}


@pytest.mark.parametrize(
    "variables,seconds",
    [
        ({}, 0),
        ({"RESPONSE_CACHE_ALONE": "true"}, 60),
        ({"REDIS_URL": "redis://localhost"}, 60),
        ({"REDIS_URL": "redis://localhost", "RESPONSE_CACHE_SECONDS": "0"}, 0),
    ],
)
def test_answers_are_kept_where_all_processes_know_what_changes(variables, seconds):
    started = production(**REQUIRED, **{"REDIS_URL": "", **variables})
    found = json.loads(started.stdout)
    assert found["RESPONSE_CACHE_SECONDS"] == seconds
    assert ("ForgivingRedisCache" in str(found.get("CACHES"))) is bool(variables.get("REDIS_URL"))


def test_files_of_entries_are_never_where_the_web_server_looks():
    started = production(**REQUIRED, MEDIA_ROOT="/srv/media", PRIVATE_ROOT="/srv/media/private")
    assert "PRIVATE_ROOT must not be in /srv/media" in started.stderr
    started = production(**REQUIRED, MEDIA_ROOT="/srv/media", PRIVATE_ROOT="/srv/private")
    assert json.loads(started.stdout)["PRIVATE_ROOT"] == "/srv/private"


@pytest.mark.parametrize(
    "place,row",
    [(".env.example", r"^(?:# )?([A-Z][A-Z_]+)="), ("README.md", r"^\| `([A-Z_]+)` \|")],
)
def test_every_variable_is_listed_once_and_no_other(place, row):
    source = Path(environment.__file__).read_text()
    known = set(re.findall(r'env\.\w+\(\s*"(\w+)"', source))
    listed = re.findall(row, (ROOT / place).read_text(), flags=re.MULTILINE)
    assert sorted(listed) == sorted(known)


def test_the_environment_is_read_in_one_place():
    reads = re.compile(r"os\.environ\b(?!\.setdefault)|os\.getenv|environ\.Env\(")
    found = [
        str(path.relative_to(ROOT))
        for folder in ("site/industry4", "home", "ecosystem", "news", "search")
        for path in (ROOT / folder).rglob("*.py")
        if not {"tests", "testing"} & set(path.parts) and reads.search(path.read_text())
    ]
    assert set(found) <= {
        "site/industry4/settings/environment.py",
        "home/management/commands/serve.py",  # silences a warning of Django's
    }


def test_no_settings_module_is_longer_than_250_lines():
    for path in Path(environment.__file__).parent.glob("*.py"):
        assert len(path.read_text().splitlines()) <= 250, path.name


def test_the_languages_are_lithuanian_then_english():
    assert [code for code, _name in settings.LANGUAGES] == ["lt", "en"]
    assert settings.LANGUAGE_CODE == "lt"
