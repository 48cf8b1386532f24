"""What Ninja leaves out of the OpenAPI document, and what it puts in too much."""

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from .problems import Problem

REFERENCE = "#/components/schemas/"


def complete(document: dict[str, Any]) -> None:
    """Name every schema and error, and drop what no client needs."""
    document["servers"] = [{"url": "/"}]  # where the document itself comes from
    for operation in operations(document):
        name_schemas(document, operation)
        describe_errors(operation)
        for parameter in operation["parameters"]:
            parameter["schema"] = without_null(parameter["schema"])
            # Ninja copies the list of the schema to where OpenAPI wants a map.
            parameter.pop("examples", None)
    document["components"]["schemas"].update(schema_of(Problem))
    drop_unused(document)


def operations(document: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Every operation of the document."""
    for by_method in document["paths"].values():
        yield from by_method.values()


def name_schemas(document: dict[str, Any], operation: dict[str, Any]) -> None:
    """Put a reference for each model that an operation gave as another form of its answer.

    Ninja itself collects the models of one content type.
    """
    for response in operation["responses"].values():
        for content in response.get("content", {}).values():
            if isinstance(model := content["schema"], type):
                document["components"]["schemas"].update(schema_of(model))
                content["schema"] = {"$ref": f"{REFERENCE}{model.__name__}"}


def describe_errors(operation: dict[str, Any]) -> None:
    """Say of an operation which problems it answers with: the usual ones, and those it names."""
    named = {
        str(status): response["description"]
        for status, response in operation["responses"].items()
        if int(status) >= 400
    }
    schema = {"$ref": f"{REFERENCE}{Problem.__name__}"}
    for status, description in {
        "404": "Nothing public is there.",
        "422": "A parameter is unknown or not valid.",
        "429": "Too many requests: wait as `Retry-After` says.",
        **named,
    }.items():
        operation["responses"][status] = {
            "description": description,
            "content": {"application/problem+json": {"schema": schema}},
        }


def without_null(schema: dict[str, Any]) -> dict[str, Any]:
    """The schema of a parameter, which may be left out but has no way to say null."""
    kinds = [kind for kind in schema.get("anyOf", []) if kind != {"type": "null"}]
    if not kinds:
        return schema
    rest = {name: value for name, value in schema.items() if name != "anyOf"}
    return {**kinds[0], **rest} if len(kinds) == 1 else {**rest, "anyOf": kinds}


def drop_unused(document: dict[str, Any]) -> None:
    """Drop schemas that nothing refers to: those of parameters, which stand where they are used."""
    schemas = document["components"]["schemas"]
    used: set[str] = set()
    unseen = references(document["paths"])
    while unseen:
        used |= unseen
        unseen = {name for each in unseen for name in references(schemas[each])} - used
    for name in schemas.keys() - used:
        del schemas[name]


def references(part: Any) -> set[str]:
    """The names of the schemas that a part of the document refers to."""
    if isinstance(part, dict):
        own = part.get("$ref")
        named = {own.removeprefix(REFERENCE)} if isinstance(own, str) else set()
        return named.union(*(references(value) for value in part.values()))
    if isinstance(part, list | tuple):
        return set().union(*(references(value) for value in part))
    return set()


def schema_of(model: type[BaseModel]) -> dict[str, Any]:
    """The component schemas of a model, by name."""
    schema = model.model_json_schema(mode="serialization", ref_template=f"{REFERENCE}{{model}}")
    return {**schema.pop("$defs", {}), model.__name__: schema}
