"""The CDN is told of what changed, by the worker."""

from unittest import mock

import pytest
from django.core.exceptions import ImproperlyConfigured
from django_tasks_db.models import DBTaskResult

from industry4.core.response_cache.purging import purge, purge_addresses
from industry4.settings import environment

BACKENDS = "wagtail.contrib.frontend_cache.backends"


@pytest.mark.django_db
def test_without_a_cdn_there_is_nothing_to_do(settings):
    settings.WAGTAILFRONTENDCACHE = {}
    purge(["https://industry4.example/"])
    assert not DBTaskResult.objects.exists()


@pytest.mark.django_db
def test_one_task_purges_all_addresses(settings):
    settings.WAGTAILFRONTENDCACHE = environment.cdn("http://varnish:6081")
    addresses = [f"https://industry4.example{path}" for path in ("/en/", "/", "/en/", "/a/?b=c")]
    purge(iter(addresses))
    purge([])
    task = DBTaskResult.objects.get()
    assert task.backend_name == "background"
    with mock.patch(f"{BACKENDS}.HTTPBackend.purge_batch") as purged:
        purge_addresses.func(*task.args_kwargs["args"])
    purged.assert_called_once_with(sorted(set(addresses)))


@pytest.mark.parametrize(
    "url,backend,options",
    [
        ("http://varnish:6081", "HTTP", {"LOCATION": "http://varnish:6081"}),
        ("cloudflare://t0ken@zone", "Cloudflare", {"BEARER_TOKEN": "t0ken", "ZONEID": "zone"}),
        ("cloudfront://E123ABC", "Cloudfront", {"DISTRIBUTION_ID": "E123ABC"}),
    ],
)
def test_a_cdn_is_one_address(url, backend, options):
    assert environment.cdn(url) == {
        "default": {"BACKEND": f"{BACKENDS}.{backend}Backend", **options}
    }


@pytest.mark.parametrize("url", ["varnish", "ftp://a", "cloudflare://zone", "http://"])
def test_a_cdn_that_is_not_understood_stops_the_start(url):
    with pytest.raises(ImproperlyConfigured, match="CDN_URL"):
        environment.cdn(url)
