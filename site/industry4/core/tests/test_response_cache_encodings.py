"""Which form of an answer a reader takes."""

import pytest

from industry4.core.response_cache.encodings import coding_for


@pytest.mark.parametrize(
    "header,coding",
    [
        ("", "identity"),
        ("gzip", "gzip"),
        ("x-gzip", "gzip"),
        ("GZIP", "gzip"),
        ("gzip, deflate, br, zstd", "br"),
        ("gzip, zstd", "zstd"),
        ("br;q=0.5, gzip", "gzip"),
        ("br;q=0.5, gzip;q=0.8, zstd;q=0.8", "zstd"),
        ("gzip;q=0", "identity"),
        ("gzip;q=0, br", "br"),
        ("gzip;q=0.000", "identity"),
        ("*", "br"),
        ("*;q=0", "identity"),
        ("br;q=0, *", "zstd"),
        ("identity", "identity"),
        ("identity, gzip;q=0.5", "identity"),
        ("identity;q=0, gzip;q=0.1", "gzip"),
        ("identity;q=0", "identity"),
        ("deflate", "identity"),
        ("gzip ; q=0.9 , br;Q=0.1", "gzip"),
        ("gzip;q=2", "identity"),
        ("gzip;q=-1", "identity"),
        ("gzip;q=nan", "identity"),
        ("gzip;q=evil, br", "br"),
        ("gzip;level=9", "identity"),
        (",,;;,q=1", "identity"),
        ("gzipx, brx", "identity"),
        ("br," * 1000, "identity"),
    ],
)
def test_the_reader_decides_and_of_equals_the_smallest_wins(header, coding):
    assert coding_for(header) == coding
