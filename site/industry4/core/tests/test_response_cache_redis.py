"""The response cache in a real Redis: shared by processes, missed by nobody when it is gone."""

import subprocess
import sys
import threading
import time

import pytest
import redis
from django.core.cache import cache
from django.db import connections, transaction
from django.test import Client

from home.tests.factories import ContentPageFactory
from industry4.core.response_cache import middleware, redis_store
from industry4.core.response_cache import store as stores
from industry4.core.response_cache.memory import memory
from industry4.core.response_cache.redis_store import RedisStore
from industry4.core.response_cache.store import LocalStore
from industry4.testing import services

WRITE = "UPDATE taggit_tag SET name = name WHERE 1 = 0"
HIT, MISS, PASS = (f'cache;desc="{how}"' for how in ("hit", "miss", "pass"))


@pytest.fixture
def shared(redis_server):
    """A store in an empty Redis."""
    if redis_server.server is None:
        redis_server.start()
    found = RedisStore(redis_server.url)
    found.client.flushall()
    return found


@pytest.fixture
def mortal():
    """A Redis that a test may stop."""
    with services.redis_server() as server:
        yield server


@pytest.fixture(params=["redis", "local"])
def either(request):
    return request.getfixturevalue("shared") if request.param == "redis" else LocalStore()


def test_both_stores_keep_the_same_rules(either):
    before = either.token()
    assert before == either.token()
    either.withdraw("a")
    either.withdraw("b")
    either.withdraw("a", insist=True)
    assert either.token() is None
    either.release("a")
    assert either.token() is None
    either.release("b")
    assert either.token() not in (None, before)
    either.release("unknown")
    assert either.token()


def test_one_computes_what_others_wait_for(either):
    assert either.claim("x")
    assert not either.claim("x")
    assert either.is_claimed("x")
    assert either.claim("y")
    either.disclaim("x")
    assert not either.is_claimed("x")
    assert either.claim("x")


def test_a_lease_expires_by_the_clock_of_redis(shared, monkeypatch):
    monkeypatch.setattr(redis_store, "LEASE_SECONDS", 0.05)
    shared.withdraw("a")
    assert shared.token() is None
    time.sleep(0.1)
    assert shared.token()


def test_processes_share_versions(shared, redis_server):
    token = shared.token()
    other = f"""
from industry4.core.response_cache.redis_store import RedisStore
store = RedisStore({redis_server.url!r})
print(store.token())
store.withdraw("crashed")
"""
    done = subprocess.run(
        [sys.executable, "-c", other],
        env={"PYTHONPATH": ":".join(sys.path), "DJANGO_SETTINGS_MODULE": "industry4.settings.test"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == token
    assert shared.token() is None  # its lease outlives it
    [(lease, until)] = shared.client.zrange(shared.keys[1], 0, -1, withscores=True)
    assert lease == b"crashed"
    assert 0 < until / 1000 - time.time() < 61


@pytest.mark.django_db
def test_another_process_has_what_one_computed(client, switched_on, in_redis):
    switched_on(CACHES=in_redis, DEBUG=True)
    first = client.get("/")
    assert first["Server-Timing"] == MISS
    memory.clear()  # as another process
    second = client.get("/", headers={"Accept-Encoding": "br"})
    assert second["Server-Timing"] == HIT
    assert second["ETag"] == first["ETag"]
    assert client.get("/").content == first.content


@pytest.mark.django_db
def test_a_hit_asks_redis_once(client, switched_on, in_redis):
    switched_on(CACHES=in_redis, DEBUG=True)
    client.get("/")
    commands = lambda: stores.store().client.info("stats")["total_commands_processed"]  # noqa: E731
    before = commands()
    client.get("/")
    assert commands() - before == 2  # one of them asks for this number


@pytest.mark.django_db
def test_a_change_is_seen_by_all(client, switched_on, in_redis, writers):
    switched_on(CACHES=in_redis, DEBUG=True)
    client.get("/")
    writer = writers()
    with transaction.atomic(using=writer):
        connections[writer].cursor().execute(WRITE)
        assert client.get("/")["Server-Timing"] == PASS
    assert client.get("/")["Server-Timing"] == MISS
    assert client.get("/")["Server-Timing"] == HIT


@pytest.mark.django_db
@pytest.mark.parametrize("where", ["redis", "local"])
def test_what_many_ask_at_once_is_computed_once(switched_on, in_redis, settings, where):
    from django.http import HttpResponse
    from django.test import RequestFactory

    switched_on(**({"CACHES": in_redis} if where == "redis" else {}))
    computed, answers, begin = [], [], threading.Barrier(8)

    def view(request):
        computed.append(request)
        time.sleep(0.2)
        return HttpResponse("page" * 100)

    cached = middleware.ResponseCacheMiddleware(view)

    def ask():
        request = RequestFactory().get("/")
        begin.wait(10)
        answers.append(cached(request).content)

    threads = [threading.Thread(target=ask) for _number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert len(computed) == 1
    assert answers == [b"page" * 100] * 8


@pytest.mark.django_db
def test_nobody_waits_for_what_cannot_be_stored(switched_on, in_redis):
    from django.http import HttpResponse
    from django.test import RequestFactory

    switched_on(CACHES=in_redis)
    computed = []

    def view(request):
        computed.append(request)
        return HttpResponse(status=404)

    cached = middleware.ResponseCacheMiddleware(view)
    for _time in range(3):
        assert cached(RequestFactory().get("/")).status_code == 404
    assert len(computed) == 3
    assert not stores.store().client.keys("*claim*")


@pytest.mark.django_db
def test_an_error_leaves_no_claim(switched_on, in_redis):
    from django.test import RequestFactory

    switched_on(CACHES=in_redis)

    def view(request):
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        middleware.ResponseCacheMiddleware(view)(RequestFactory().get("/"))
    assert not stores.store().client.keys("*claim*")


@pytest.mark.django_db
def test_without_redis_pages_are_computed_and_never_an_error(switched_on, mortal, settings):
    page = ContentPageFactory(title="Be atminties")
    caches = {
        "default": {
            "BACKEND": "industry4.core.response_cache.backends.ForgivingRedisCache",
            "LOCATION": mortal.url,
        }
    }
    switched_on(CACHES=caches, DEBUG=True, API_READS_PER_MINUTE=100)
    client = Client()
    assert client.get(page.url)["Server-Timing"] == MISS
    mortal.stop()
    for _time in range(3):
        response = client.get(page.url)
        assert response["Server-Timing"] == PASS
        assert "Be atminties" in response.content.decode()
        assert client.get("/api/delivery/v1/articles/").status_code == 200
    mortal.start()
    stores.store().rest.until = 0
    assert client.get(page.url)["Server-Timing"] == MISS
    assert client.get(page.url)["Server-Timing"] == HIT


def test_redis_that_is_gone_is_left_alone_for_a_second(mortal, monkeypatch):
    found = RedisStore(mortal.url)
    assert found.token()
    mortal.stop()
    assert found.token() is None
    mortal.start()
    assert found.token() is None  # not asked yet
    found.rest.until -= redis_store.REST_SECONDS
    assert found.token()


@pytest.mark.parametrize("ended", [False, True])
def test_what_a_writer_could_not_withdraw_it_withdraws_when_redis_is_back(mortal, ended):
    readers, writer = RedisStore(mortal.url), RedisStore(f"{mortal.url}-of-writer")
    before = readers.token()
    writer.withdraw("a")  # it alone cannot reach it
    if ended:
        writer.release("a")
    assert readers.token() == before
    (mortal.home / "socket-of-writer").symlink_to("socket")
    writer.rest.until = 0
    writer.token()
    after = readers.token()
    assert after != before
    assert bool(after) is ended


def test_the_shared_cache_is_forgiving(mortal, settings):
    settings.CACHES = {
        "default": {
            "BACKEND": "industry4.core.response_cache.backends.ForgivingRedisCache",
            "LOCATION": mortal.url,
        }
    }
    cache.set("a", 1)
    cache.set_many({"b": 2})
    assert (cache.get("a"), cache.incr("a"), cache.get_many(["b"])) == (1, 2, {"b": 2})
    assert cache.add("c", 1)
    assert not cache.add("c", 2)
    mortal.stop()
    for _time in range(2):
        assert cache.get("a") is None
        assert cache.get("a", "none") == "none"
        assert cache.get_many(["a", "b"]) == {}
        assert cache.get_or_set("a", 5) == 5
        assert "a" not in cache
        assert not cache.add("a", 1)
        assert not cache.touch("a")
        assert not cache.delete("a")
        assert cache.set_many({"a": 1}) == ["a"]
        cache.set("a", 1)
        cache.delete_many(["a"])
        cache.clear()
        with pytest.raises(ValueError, match="Redis does not answer"):
            cache.incr("a")


def test_nobody_waits_long_for_a_redis_that_hangs():
    options = redis_store.patience()
    assert options["socket_timeout"] == options["socket_connect_timeout"] == 0.25
    assert redis.TimeoutError not in options["retry"]._supported_errors
