"""Bring the objects around the schemas to what OpenAPI 3.1 allows in their place.

One function per kind of object. A keyword with a plain meaning in the wrong form is
repaired; one that nothing can be made of is left out. Both are told.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, Final

from specloom import location
from specloom.spec import roots, values
from specloom.spec.grammar import METHODS, Kind
from specloom.spec.raw import kind_of
from specloom.spec.repair import Node, mend_docs, mend_flags, mend_shapes, mend_texts

_STATUS: Final = re.compile(r"[1-5](?:[0-9]{2}|XX)\Z")
_VARIABLE: Final = re.compile(r"\{([^{}]+)\}")

_DOC: Final = ("externalDocs", "servers", "summary", "description")
_VALUE: Final = (
    *("description", "required", "deprecated", "style", "explode", "schema"),
    *("example", "examples", "content"),
)
_FIELDS: Final[Mapping[Kind, tuple[str, ...]]] = {
    "openapi": (
        *("openapi", "info", "jsonSchemaDialect", "servers", "paths", "webhooks"),
        *("components", "security", "tags", "externalDocs"),
    ),
    "components": (
        *("schemas", "responses", "parameters", "examples", "requestBodies"),
        *("headers", "securitySchemes", "links", "callbacks", "pathItems"),
    ),
    "path": ("$ref", "summary", "description", "servers", "parameters", *METHODS),
    "operation": (
        *("tags", "operationId", "parameters", "requestBody", "responses"),
        *("callbacks", "deprecated", "security", *_DOC),
    ),
    "parameter": ("name", "in", "allowEmptyValue", "allowReserved", *_VALUE),
    "header": _VALUE,
    "body": ("description", "content", "required"),
    "media": ("schema", "example", "examples", "encoding"),
    "encoding": ("contentType", "headers", "style", "explode", "allowReserved"),
    "response": ("description", "headers", "content", "links"),
    "example": ("summary", "description", "value", "externalValue"),
    "link": (
        *("operationRef", "operationId", "parameters", "requestBody"),
        *("description", "server"),
    ),
    "server": ("url", "description", "variables"),
    "tag": ("name", "description", "externalDocs"),
}
_KNOWN: Final = {kind: frozenset(keys) for kind, keys in _FIELDS.items()}


def mend(node: Node, kind: Kind) -> None:
    """Repair one object in place; an object that is a reference stays as it is."""
    if kind in _REFERABLE and isinstance(node.value.get("$ref"), str):
        _leave_out_strangers(node, _REFERENCE, "a reference")
        return
    rule = _RULES.get(kind)
    if rule is not None:
        rule(node)
    known = _KNOWN.get(kind)
    if known is not None:
        _leave_out_strangers(node, known, _NAMES.get(kind, f"a {kind}"))


def _leave_out_strangers(node: Node, known: frozenset[str], what: str) -> None:
    for key in [key for key in node.value if key not in known and key[:2] != "x-"]:
        node.say(
            "SPEC037",
            f"`{key:.60}` is no field of {what}; left out",
            key,
            effect="dropped",
            severity="note",
            hint="Fields of your own start with `x-`.",
        )
        del node.value[key]


_REFERABLE: Final = frozenset(
    {
        *("parameter", "header", "body", "response", "example", "link", "scheme"),
        *("callback", "media"),
    }
)
_REFERENCE: Final = frozenset({"$ref", "summary", "description"})
_NAMES: Final[Mapping[Kind, str]] = {
    "openapi": "the document",
    "components": "the components",
    "path": "a path item",
    "body": "a request body",
    "media": "a media type",
    "operation": "an operation",
    "encoding": "an encoding",
    "example": "an example",
}


def _path(node: Node) -> None:
    mend_texts(node, ("summary", "description"))
    mend_shapes(node, {"parameters": list, "servers": list})
    for method in (*METHODS, "x-oas32-query"):
        if method in node.value and not isinstance(node.value[method], dict):
            what = kind_of(node.value[method])
            node.say(
                "SPEC041",
                f"the operation is {what}, expected an object",
                method,
                effect="dropped",
                subject="operation",
            )
            del node.value[method]
    for key in list(node.value):
        lowered = key.lower()
        if lowered != key and lowered in METHODS and lowered not in node.value:
            node.say("SPEC033", f"method {key!r} is read as {lowered!r}", key)
            node.rename(key, lowered)
    _unique_parameters(node)
    _path_variables(node)


def _path_variables(node: Node) -> None:
    """Declare the variables of a path that no parameter describes."""
    tokens = location.split(node.pointer)
    if len(tokens) != 2 or tokens[0] != "paths":
        return
    names = list(dict.fromkeys(_VARIABLE.findall(tokens[1])))
    _placeless(node, names)
    shared = _path_names(node, node.value.get("parameters"))
    for method in METHODS:
        operation = node.value.get(method)
        if not isinstance(operation, dict):
            continue
        own = operation.get("parameters")
        declared = shared | _path_names(node, own)
        for name in names:
            if name in declared:
                continue
            missing = {"name": name, "in": "path", "required": True}
            missing["schema"] = {"type": "string"}
            operation["parameters"] = [*(own if isinstance(own, list) else ()), missing]
            own = operation["parameters"]
            message = f"`{{{name:.60}}}` of the path is not declared; taken as a text"
            node.say("SPEC035", message, method)


def _placeless(node: Node, names: list[str]) -> None:
    """Leave out path parameters that the path has no place for."""
    bad: list[str] = []
    for method in ("", *METHODS):
        holder = node.value.get(method) if method else node.value
        listed = holder.get("parameters") if isinstance(holder, dict) else None
        for index, item in enumerate(listed if isinstance(listed, list) else ()):
            meant = node.draft.followed(item)
            name, place = _identity(meant)
            if place != "path" or name in names:
                continue
            at = [*([method] if method else []), "parameters", str(index)]
            message = f"the path has no `{{{name!s:.60}}}`; the parameter is left out"
            node.say("SPEC035", message, *at, effect="dropped", subject="other")
            bad.append(location.join(node.pointer, *at))
    node.draft.remove(bad)


def _path_names(node: Node, parameters: Any) -> set[str]:
    found: set[str] = set()
    for item in parameters if isinstance(parameters, list) else ():
        meant = node.draft.followed(item)
        if isinstance(meant, dict) and str(meant.get("in")).lower() == "path":
            found.add(str(meant.get("name")))
    return found


def _unique_parameters(node: Node) -> None:
    """Leave out what is no parameter, and the second of two equal ones."""
    if not isinstance(node.value.get("parameters"), list):
        return
    seen: set[tuple[str, str]] = set()
    bad: list[str] = []
    for index, item in enumerate(node.value["parameters"]):
        meant = node.draft.followed(item)
        name, place = _identity(meant)
        if name is None or place is None:
            message = (
                "a parameter needs a name and one of `in: query, path, header, cookie`"
            )
        elif (name, place) in seen:
            message = f"parameter {name!r:.60} in {place} is declared twice"
        else:
            seen.add((name, place))
            continue
        bad.append(location.join(node.pointer, "parameters", index))
        node.say(
            "SPEC042", message, "parameters", index, effect="dropped", subject="other"
        )
    node.draft.remove(bad)


def _identity(meant: Any) -> tuple[str | None, str | None]:
    if not isinstance(meant, dict):
        return None, None
    name, place = meant.get("name"), meant.get("in")
    lowered = place.lower() if isinstance(place, str) else None
    if isinstance(name, int | float) and not isinstance(name, bool):
        name = str(name)
    known = lowered in (*values.IN, "querystring")
    return name if isinstance(name, str) else None, lowered if known else None


def _operation(node: Node) -> None:
    value = node.value
    mend_texts(node, ("operationId", "summary", "description"))
    mend_flags(node, ("deprecated",))
    mend_docs(node)
    if isinstance(value.get("parameters"), dict):
        value["parameters"] = list(value["parameters"].values())
    lists = dict.fromkeys(("parameters", "tags", "security", "servers"), list)
    mend_shapes(node, {**lists, **dict.fromkeys(("responses", "callbacks"), dict)})
    if "tags" in value:
        value["tags"] = [
            str(tag) for tag in value["tags"] if isinstance(tag, str | int)
        ]
    if "security" in value:
        value["security"] = [
            item for item in value["security"] if isinstance(item, dict)
        ]
    if "requestBody" in value and not isinstance(value["requestBody"], dict):
        what = kind_of(value["requestBody"])
        node.drop("requestBody", "SPEC032", f"the request body is {what}")
    _unique_parameters(node)
    _statuses(node)


def _statuses(node: Node) -> None:
    """Keys of `responses` are statuses, ranges or `default` (4.8.16)."""
    responses = node.value.get("responses")
    if not isinstance(responses, dict):
        return
    for key in list(responses):
        if key == "default" or key.startswith("x-") or _STATUS.match(key):
            continue
        meant = _status_of(key)
        old = location.join(node.pointer, "responses", key)
        if meant is None or meant in responses:
            node.say(
                "SPEC036",
                f"{key!r:.60} is no HTTP status; the response is left out",
                *("responses", key),
                effect="dropped",
                subject="other",
            )
            node.draft.remove((old,))
            continue
        node.say("SPEC033", f"status {key!r:.60} is read as {meant}", "responses", key)
        node.draft.move(old, location.join(node.pointer, "responses", meant))
        responses[meant] = responses.pop(key)
    for key in [key for key, value in responses.items() if not isinstance(value, dict)]:
        if not key.startswith("x-"):
            what = kind_of(responses[key])
            node.say(
                "SPEC033",
                f"the response is {what}; read as one without a body",
                "responses",
                key,
            )
            text = responses[key] if isinstance(responses[key], str) else ""
            responses[key] = {"description": text}
    if not responses:
        del node.value["responses"]


def _status_of(key: str) -> str | None:
    text = key.strip().upper()
    if text == "DEFAULT":
        return "default"
    found = re.match(r"([1-5][0-9]{2}|[1-5](?:XX|\*\*|\?\?|\*))(?:\b|$)", text)
    if not found:
        return None
    return found.group(1) if found.group(1).isdigit() else f"{text[0]}XX"


_RULES: Final[Mapping[Kind, Callable[[Node], None]]] = {
    "openapi": roots.root,
    "components": roots.components,
    "path": _path,
    "operation": _operation,
    "parameter": values.parameter,
    "header": values.header,
    "body": values.body,
    "media": values.media,
    "response": values.response,
    "link": values.link,
    "server": values.server,
    "tag": roots.tag,
    "example": values.example,
    "encoding": values.encoding,
    "scheme": values.scheme,
}
