"""Answers of the demo site, shortened, that the specification shows as examples.

`make examples` writes them, `manage.py api_examples` says how.
"""

import json
from pathlib import Path
from typing import Any

FILE = Path(__file__).with_name("examples.json")


def put_examples(document: dict[str, Any]) -> None:
    """Give the answers of a specification their examples, and what must be asked for as well.

    An `id` is that of the example; others state theirs, and here Swagger looks for them.
    """
    examples = json.loads(FILE.read_text())
    for operations in document["paths"].values():
        for operation in operations.values():
            found = examples.get(operation["operationId"], {})
            for content_type, content in operation["responses"][200]["content"].items():
                if content_type in found:
                    content["example"] = found[content_type]
            for parameter in operation["parameters"]:
                if parameter["name"] == "id" and found:
                    parameter["example"] = found["application/json"]["id"]
                elif parameter["required"] and "examples" in parameter["schema"]:
                    parameter["example"] = parameter["schema"]["examples"][0]
