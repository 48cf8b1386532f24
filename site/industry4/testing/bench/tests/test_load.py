"""What wrk says, as figures."""

import pytest

from industry4.testing.bench.load import Load, parsed

OUTPUT = """\
Running 2s test @ http://127.0.0.1:20000/
  1 threads and 8 connections
  Thread Stats   Avg      Stdev     Max   +/- Stdev
    Latency     2.31ms    1.02ms  20.13ms   91.20%
    Req/Sec     3.55k   212.02     3.90k    70.00%
  Latency Distribution
     50%  812.00us
     75%    1.02ms
     90%    1.50ms
     99%    1.25s{space}
  7100 requests in 2.01s, 12.30MB read
Requests/sec:   3532.34
Transfer/sec:      6.12MB
""".replace("{space}", " ")


def test_answers_and_percentiles_in_milliseconds():
    assert parsed(OUTPUT) == Load(requests=7100, rps=3532.34, p50_ms=0.812, p99_ms=1250.0)


@pytest.mark.parametrize(
    "fault",
    ["  Non-2xx or 3xx responses: 5", "  Socket errors: connect 0, read 3, write 0, timeout 0"],
)
def test_a_run_with_errors_counts_for_nothing(fault):
    with pytest.raises(RuntimeError, match=fault.strip()[:7]):
        parsed(OUTPUT.replace("Requests/sec", f"{fault}\nRequests/sec"))


def test_a_run_without_answers_counts_for_nothing():
    with pytest.raises(RuntimeError, match="not all good"):
        parsed(OUTPUT.replace("7100 requests", "0 requests"))
