"""The specification of the delivery API as its readers get it, and its operations."""

import json
from typing import Any, NamedTuple

from ninja.responses import NinjaJSONEncoder

from industry4.api import delivery_v1

SPEC = json.loads(json.dumps(delivery_v1.get_openapi_schema(), cls=NinjaJSONEncoder))
SCHEMAS = SPEC["components"]["schemas"]
# An id that no page has, so that an address of the specification is one.
NOBODY = 2**31 - 1


class Operation(NamedTuple):
    """An operation: its name, its address, its parameters by name, its responses by status."""

    name: str
    address: str
    parameters: dict[str, dict[str, Any]]
    responses: dict[str, dict[str, Any]]

    def parameters_in(self, place):
        """Those in "query" or in "path"."""
        return [name for name, found in self.parameters.items() if found["in"] == place]

    def at(self, **path):
        """The address, with values for what stands in it."""
        return self.address.format(**{"id": NOBODY, **path})


OPERATIONS = [
    Operation(
        operation["operationId"],
        address,
        {parameter["name"]: parameter for parameter in operation.get("parameters", [])},
        operation["responses"],
    )
    for address, methods in SPEC["paths"].items()
    for operation in methods.values()
]
