"""The load generator wrk: one run against one address, and what it says of it."""

import re
import subprocess
from dataclasses import dataclass

CONNECTIONS = 8
MILLISECONDS = {"us": 0.001, "ms": 1.0, "s": 1000.0, "m": 60_000.0}


@dataclass(frozen=True)
class Load:
    """What a run found: answers, answers a second, and two percentiles in milliseconds."""

    requests: int
    rps: float
    p50_ms: float
    p99_ms: float


def run(address: str, seconds: int, headers: dict[str, str]) -> Load:
    """Ask for an address as often as it answers; for longer where nothing was answered in time.

    Raises RuntimeError where an answer is no 2xx, or where none comes.
    """
    for longer in (1, 4, 16):
        said = output(address, seconds * longer, headers)
        if " 0 requests in" not in said:
            break
    return parsed(said)


def output(address: str, seconds: int, headers: dict[str, str]) -> str:
    """What wrk says, whatever the answers were. Raises RuntimeError where it does not run."""
    command = [
        *("wrk", "--latency", "--threads", "1", "--connections", str(CONNECTIONS)),
        *("--duration", f"{seconds}s", "--timeout", "30s"),
        *(part for name, value in headers.items() for part in ("--header", f"{name}: {value}")),
        address,
    ]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"wrk failed at {address}:\n{done.stdout}{done.stderr}")
    return done.stdout


def parsed(said: str) -> Load:
    """What wrk's output says. Raises RuntimeError where it tells of errors or of no answer."""
    faults = re.findall(r"^ *(Non-2xx.*|Socket errors:.*)$", said, re.MULTILINE)
    requests = re.search(r"(\d+) requests in", said)
    rps = re.search(r"Requests/sec:\s+([\d.]+)", said)
    if faults or not requests or not rps or not int(requests[1]):
        raise RuntimeError(f"the answers were not all good:\n{said}")
    p50, p99 = (percentile(said, which) for which in (50, 99))
    return Load(int(requests[1]), float(rps[1]), p50, p99)


def percentile(said: str, which: int) -> float:
    """A percentile of the time to the answer, in milliseconds."""
    found = re.search(rf"^ +{which}%\s+([\d.]+)(us|ms|s|m) *$", said, re.MULTILINE)
    if not found:
        raise RuntimeError(f"wrk named no {which}th percentile:\n{said}")
    return float(found[1]) * MILLISECONDS[found[2]]
