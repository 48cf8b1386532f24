"""Nothing old is shown: two server processes, Redis, PostgreSQL, readers and writers at once."""

from industry4.testing import freshness


def test_no_reading_shows_what_was_committed_before_the_last_commit(capfd):
    failed = freshness.main(commits=100)
    assert not failed, capfd.readouterr().out
