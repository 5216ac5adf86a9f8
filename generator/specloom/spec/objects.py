"""Bring the objects around the schemas to what OpenAPI 3.1 allows in their place.

One function per kind of object. A keyword with a plain meaning in the wrong form is
repaired; one that nothing can be made of is left out. Both are told.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, Final

from specloom import location
from specloom.spec.grammar import METHODS, Kind
from specloom.spec.repair import Node, kind_of, mend_flags, mend_shapes, mend_texts

_IN: Final = ("query", "path", "header", "cookie")
_SCHEMA_KEYS: Final = (
    *("type", "format", "enum", "default", "items", "minimum", "maximum", "pattern"),
    *("minLength", "maxLength", "minItems", "maxItems", "uniqueItems", "nullable"),
    *("exclusiveMinimum", "exclusiveMaximum", "multipleOf", "oneOf", "anyOf", "allOf"),
    *("properties", "additionalProperties"),
)
"""Schema keywords that Swagger 2.0 wrote at the parameter itself."""

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
    if "$ref" in node.value and kind != "path":
        for key in [
            k for k in node.value if k not in ("$ref", "summary", "description")
        ]:
            del node.value[key]
        return
    rule = _RULES.get(kind)
    if rule is not None:
        rule(node)
    known = _KNOWN.get(kind)
    if known is not None:
        _leave_out_strangers(node, known, kind)


def _leave_out_strangers(node: Node, known: frozenset[str], kind: Kind) -> None:
    for key in [key for key in node.value if key not in known and key[:2] != "x-"]:
        node.say(
            "SPEC037",
            f"`{key:.60}` is no field of {_NAMES.get(kind, kind)}; left out",
            key,
            effect="dropped",
            severity="note",
            hint="Fields of your own start with `x-`.",
        )
        del node.value[key]


_NAMES: Final[Mapping[Kind, str]] = {
    "openapi": "the document",
    "path": "a path item",
    "body": "a request body",
    "media": "a media type",
    "operation": "an operation",
    "encoding": "an encoding",
    "example": "an example",
}


def _root(node: Node) -> None:
    value = node.value
    mend_shapes(
        node,
        {
            **dict.fromkeys(("components", "paths", "webhooks"), dict),
            **dict.fromkeys(("servers", "security", "tags"), list),
        },
    )
    info = value.get("info")
    if not isinstance(info, dict):
        node.say("SPEC034", "the document has no `info`; title and version are empty")
        value["info"] = info = {}
    inner = Node(info, "/info", node.old, node.draft, node.report)
    mend_texts(inner, ("title", "version", "description", "summary", "termsOfService"))
    for key in ("title", "version"):
        if key not in info:
            inner.say("SPEC034", f"`info` has no `{key}`; it is empty")
            info[key] = ""
    for key in ("license", "contact"):
        if key in info and not isinstance(info[key], dict):
            inner.drop(key, "SPEC032", f"`{key}` is {kind_of(info[key])}")
    licence = info.get("license")
    if isinstance(licence, dict) and not isinstance(licence.get("name"), str):
        licence["name"] = str(licence.get("identifier") or licence.get("url") or "")
    if "webhooks" not in value and isinstance(value.get("x-webhooks"), dict):
        node.rename("x-webhooks", "webhooks")
    if not value.keys() & {"paths", "webhooks", "components"}:
        value["paths"] = {}
    _external_docs(node)
    _paths(node)
    _named_tags(node)


def _paths(node: Node) -> None:
    paths: dict[str, Any] = node.value.get("paths") or {}
    for key in list(paths):
        if key.startswith(("/", "x-")):
            continue
        node.say("SPEC034", f"path {key!r:.80} does not start with `/`", "paths", key)
        old, new = location.join("/paths", key), location.join("/paths", f"/{key}")
        item = paths.pop(key)
        if f"/{key}" not in paths:
            paths[f"/{key}"] = item
            node.draft.move(old, new)


def _named_tags(node: Node) -> None:
    tags = node.value.get("tags", [])
    bad = [
        index
        for index, tag in enumerate(tags)
        if not (isinstance(tag, dict) and isinstance(tag.get("name"), str))
    ]
    for index in bad:
        if isinstance(tags[index], str):
            tags[index] = {"name": tags[index]}
        else:
            node.say("SPEC032", "a tag without a name", "tags", index, effect="dropped")
    left = [index for index in bad if not _is_tag(tags[index])]
    node.draft.remove(f"/tags/{index}" for index in left)


def _is_tag(value: Any) -> bool:
    return isinstance(value, dict) and isinstance(value.get("name"), str)


def _tag(node: Node) -> None:
    mend_texts(node, ("description",))
    _external_docs(node)


def _external_docs(node: Node) -> None:
    found = node.value.get("externalDocs")
    if "externalDocs" not in node.value:
        return
    if isinstance(found, str):
        node.value["externalDocs"] = {"url": found}
    elif not isinstance(found, dict) or not isinstance(found.get("url"), str):
        del node.value["externalDocs"]


def _components(node: Node) -> None:
    mend_shapes(node, dict.fromkeys(_FIELDS["components"], dict))


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


def _path_names(node: Node, parameters: Any) -> set[str]:
    found: set[str] = set()
    for item in parameters if isinstance(parameters, list) else ():
        meant = _followed(node, item)
        if isinstance(meant, dict) and str(meant.get("in")).lower() == "path":
            found.add(str(meant.get("name")))
    return found


def _followed(node: Node, value: Any) -> Any:
    for _ in range(32):
        if not isinstance(value, dict) or not isinstance(value.get("$ref"), str):
            return value
        try:
            value = node.draft.get(location.from_ref(value["$ref"]))
        except (LookupError, ValueError):
            return None
    return None


def _unique_parameters(node: Node) -> None:
    """Leave out what is no parameter, and the second of two equal ones."""
    if not isinstance(node.value.get("parameters"), list):
        return
    seen: set[tuple[str, str]] = set()
    bad: list[str] = []
    for index, item in enumerate(node.value["parameters"]):
        meant = _followed(node, item)
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
    known = lowered in (*_IN, "querystring")
    return name if isinstance(name, str) else None, lowered if known else None


def _operation(node: Node) -> None:
    value = node.value
    mend_texts(node, ("operationId", "summary", "description"))
    mend_flags(node, ("deprecated",))
    _external_docs(node)
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


def _parameter(node: Node) -> None:
    value = node.value
    mend_texts(node, ("name", "description", "style"))
    mend_flags(
        node, ("required", "deprecated", "explode", "allowReserved", "allowEmptyValue")
    )
    place = value.get("in")
    if isinstance(place, str) and place not in _IN and place.lower() in _IN:
        value["in"] = place.lower()
        node.say("SPEC033", f"`in: {place}` is read as {place.lower()!r}", "in")
    if value.get("in") == "path" and value.get("required") is not True:
        value["required"] = True
        node.say("SPEC035", "a path parameter is always required; `required` is set")
    _value(node)


def _header(node: Node) -> None:
    mend_texts(node, ("description", "style"))
    mend_flags(node, ("required", "deprecated", "explode"))
    for key in ("name", "in", "allowReserved", "allowEmptyValue"):
        node.value.pop(key, None)
    _value(node)


def _value(node: Node) -> None:
    """A parameter or header has a schema, or content in one media type."""
    value = node.value
    mend_shapes(node, {"content": dict, "examples": dict})
    moved = [key for key in _SCHEMA_KEYS if key in value]
    if moved and "schema" not in value and "content" not in value:
        value["schema"] = {key: value.pop(key) for key in moved}
        for key in moved:
            at = location.join(node.pointer, key)
            node.draft.move(at, location.join(node.pointer, "schema", key))
        message = f"`{moved[0]}` belongs under `schema`; moved there"
        node.say("SPEC033", message)
    if "content" in value:
        _one_content(node)
    if "schema" not in value and "content" not in value:
        value["schema"] = {}
        node.say(
            "SPEC034", "neither `schema` nor `content` is given; any value is taken"
        )
    _examples(node)


def _one_content(node: Node) -> None:
    content = node.value["content"]
    if "schema" in node.value or not content:
        del node.value["content"]
        return
    for key in list(content)[1:]:
        del content[key]
        node.say(
            "SPEC043", "only the first media type is used", "content", effect="degraded"
        )
    for key in ("style", "explode", "allowReserved"):
        node.value.pop(key, None)


def _examples(node: Node) -> None:
    """`examples` is a map of Example Objects; plain values are wrapped."""
    found = node.value.get("examples")
    if isinstance(found, list):
        found = {str(index): item for index, item in enumerate(found, 1)}
        node.value["examples"] = found
    if not isinstance(found, dict):
        node.value.pop("examples", None)
        return
    keys = {"value", "externalValue", "$ref", "summary", "dataValue", "serializedValue"}
    for key, item in found.items():
        if not isinstance(item, dict) or not keys & item.keys():
            found[key] = {"value": item}
    if found and "example" in node.value:
        del node.value["example"]


def _body(node: Node) -> None:
    mend_texts(node, ("description",))
    mend_flags(node, ("required",))
    _content(node, needed=True)


def _content(node: Node, *, needed: bool) -> None:
    mend_shapes(node, {"content": dict})
    value = node.value
    if "schema" in value and "content" not in value:
        node.say("SPEC033", "`schema` belongs under `content`; read as JSON", "schema")
        node.draft.move(
            f"{node.pointer}/schema", f"{node.pointer}/content/application~1json/schema"
        )
        value["content"] = {"application/json": {"schema": value.pop("schema")}}
    if needed and "content" not in value:
        node.say("SPEC034", "the request body has no `content`; it is empty")
        value["content"] = {}
    for key, media in value.get("content", {}).items():
        if not isinstance(media, dict):
            value["content"][key] = {}


def _media(node: Node) -> None:
    if "schema" in node.value and node.value["schema"] is None:
        del node.value["schema"]
    mend_shapes(node, {"encoding": dict})
    _examples(node)


def _response(node: Node) -> None:
    mend_texts(node, ("description",))
    mend_shapes(node, {"headers": dict, "links": dict})
    if "description" not in node.value:
        node.value["description"] = ""
        if not any(key.startswith("x-oas32-") for key in node.value):
            node.say("SPEC034", "the response has no `description`", severity="note")
    _content(node, needed=False)


def _link(node: Node) -> None:
    mend_texts(node, ("operationRef", "operationId", "description"))
    mend_shapes(node, {"parameters": dict})


def _server(node: Node) -> None:
    mend_texts(node, ("url", "description"))
    mend_shapes(node, {"variables": dict})
    if "url" not in node.value:
        node.value["url"] = "/"
        node.say("SPEC034", "a server without `url`; `/` is taken")
    for name, variable in node.value.get("variables", {}).items():
        if not isinstance(variable, dict):
            node.value["variables"][name] = {"default": str(variable or "")}
            continue
        inner = Node(
            variable,
            location.join(node.pointer, "variables", name),
            node.old,
            node.draft,
            node.report,
        )
        _variable(inner)


def _variable(node: Node) -> None:
    mend_texts(node, ("default", "description"))
    choices = node.value.get("enum")
    if isinstance(choices, list):
        node.value["enum"] = [str(choice) for choice in choices]
    if not node.value.get("enum"):
        node.value.pop("enum", None)
    if "default" not in node.value:
        choices = node.value.get("enum", [""])
        node.value["default"] = choices[0]
        node.say(
            "SPEC034", f"a server variable without default; {choices[0]!r:.60} is taken"
        )


def _example(node: Node) -> None:
    mend_texts(node, ("summary", "description", "externalValue"))
    if "value" in node.value:
        node.value.pop("externalValue", None)


def _encoding(node: Node) -> None:
    mend_texts(node, ("contentType", "style"))
    mend_flags(node, ("explode", "allowReserved"))
    mend_shapes(node, {"headers": dict})


def _scheme(node: Node) -> None:
    mend_texts(node, ("type", "description", "name", "in", "scheme", "bearerFormat"))
    flows = node.value.get("flows")
    if node.value.get("type") != "oauth2" or not isinstance(flows, dict):
        return
    for name, flow in flows.items():
        if isinstance(flow, dict) and not isinstance(flow.get("scopes"), dict):
            flow["scopes"] = {}
            node.say(
                "SPEC034", "the flow names no scopes", "flows", name, severity="note"
            )


_RULES: Final[Mapping[Kind, Callable[[Node], None]]] = {
    "openapi": _root,
    "components": _components,
    "path": _path,
    "operation": _operation,
    "parameter": _parameter,
    "header": _header,
    "body": _body,
    "media": _media,
    "response": _response,
    "link": _link,
    "server": _server,
    "tag": _tag,
    "example": _example,
    "encoding": _encoding,
    "scheme": _scheme,
}
