"""What a response says of the response cache."""

API = "/api/delivery/v1/"
HIT, MISS, PASS = (f'cache;desc="{how}"' for how in ("hit", "miss", "pass"))


def how(response):
    """How the response came about; it is said in DEBUG."""
    return response["Server-Timing"]
