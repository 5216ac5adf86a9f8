"""Repair the objects that carry values: parameters, bodies, responses and the like.

One function per kind of object, called by `objects.mend`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from specloom import location
from specloom.spec import media as media_types
from specloom.spec.repair import Node, mend_flags, mend_shapes, mend_texts

IN: Final = ("query", "path", "header", "cookie")
_SCHEMA_KEYS: Final = (
    *("type", "format", "enum", "default", "items", "minimum", "maximum", "pattern"),
    *("minLength", "maxLength", "minItems", "maxItems", "uniqueItems", "nullable"),
    *("exclusiveMinimum", "exclusiveMaximum", "multipleOf", "oneOf", "anyOf", "allOf"),
    *("properties", "additionalProperties"),
)
"""Schema keywords that Swagger 2.0 wrote at the parameter itself."""

LIST_STYLES: Final[Mapping[str, tuple[str, bool]]] = {
    "csv": ("form", False),
    "multi": ("form", True),
    "ssv": ("spaceDelimited", False),
    "pipes": ("pipeDelimited", False),
}
"""`collectionFormat` of Swagger 2.0 -> style and explode."""

_SCHEME_FIELDS: Final[Mapping[str, tuple[str, ...]]] = {
    "apiKey": ("name", "in"),
    "http": ("scheme", "bearerFormat"),
    "oauth2": ("flows",),
    "openIdConnect": ("openIdConnectUrl",),
    "mutualTLS": (),
}
_FLOW_FIELDS: Final[Mapping[str, tuple[str, ...]]] = {
    "implicit": ("authorizationUrl",),
    "password": ("tokenUrl",),
    "clientCredentials": ("tokenUrl",),
    "authorizationCode": ("authorizationUrl", "tokenUrl"),
}


def parameter(node: Node) -> None:
    """Repair a Parameter Object."""
    value = node.value
    mend_texts(node, ("name", "description", "style"))
    mend_flags(
        node, ("required", "deprecated", "explode", "allowReserved", "allowEmptyValue")
    )
    place = value.get("in")
    if isinstance(place, str) and place not in IN and place.lower() in IN:
        value["in"] = place.lower()
        node.say("SPEC033", f"`in: {place}` is read as {place.lower()!r}", "in")
    if "collectionFormat" in value:
        _list_style(node)
    if value.get("in") == "path" and value.get("required") is not True:
        value["required"] = True
        node.say("SPEC035", "a path parameter is always required; `required` is set")
    _value(node)


def header(node: Node) -> None:
    """Repair a Header Object: a parameter without name and place."""
    mend_texts(node, ("description", "style"))
    mend_flags(node, ("required", "deprecated", "explode"))
    for key in ("name", "in", "allowReserved", "allowEmptyValue"):
        node.value.pop(key, None)
    _value(node)


def _list_style(node: Node) -> None:
    """`collectionFormat` is Swagger 2.0's word for style and explode."""
    written = node.value.pop("collectionFormat")
    if "style" in node.value or "explode" in node.value:
        return
    style, explode = LIST_STYLES.get(str(written), ("form", False))
    if node.value.get("in") in ("query", "cookie"):
        node.value.update(style=style, explode=explode)
    message = (
        f"`collectionFormat: {written!s:.40}` is no field of OpenAPI 3; read as meant"
    )
    node.say("SPEC033", message, "collectionFormat")


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
    chosen = min(content, key=media_types.rank)
    for key in sorted(content.keys() - {chosen}):
        del content[key]
        message = f"only `{chosen!s:.80}` is used"
        node.say("SPEC043", message, "content", effect="degraded")
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


def body(node: Node) -> None:
    """Repair a Request Body Object."""
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
    _media_types(node)
    for key, media in value.get("content", {}).items():
        if not isinstance(media, dict):
            value["content"][key] = {}


def _media_types(node: Node) -> None:
    """Rename what is no media type and still means one; one without a schema stays."""
    contents = node.value.get("content", {})
    for key in sorted(contents):
        meant = media_types.meant(key)
        if media_types.normal(key) is not None or meant is None or meant in contents:
            continue
        if not isinstance(contents[key], dict) or "schema" not in contents[key]:
            continue
        old, new = (location.join(node.pointer, "content", k) for k in (key, meant))
        node.draft.move(old, new)
        contents[meant] = contents.pop(key)
        message = f"media type {key!r:.60} is read as {meant!r:.60}"
        node.say("SPEC033", message, "content", meant)


def media(node: Node) -> None:
    """Repair a Media Type Object."""
    if "schema" in node.value and node.value["schema"] is None:
        del node.value["schema"]
    mend_shapes(node, {"encoding": dict})
    _examples(node)


def response(node: Node) -> None:
    """Repair a Response Object."""
    mend_texts(node, ("description",))
    mend_shapes(node, {"headers": dict, "links": dict})
    if "description" not in node.value:
        node.value["description"] = ""
        if node.dialect != "3.2":
            node.say("SPEC034", "the response has no `description`", severity="note")
    _content(node, needed=False)


def link(node: Node) -> None:
    """Repair a Link Object."""
    mend_texts(node, ("operationRef", "operationId", "description"))
    mend_shapes(node, {"parameters": dict})


def server(node: Node) -> None:
    """Repair a Server Object."""
    mend_texts(node, ("url", "description"))
    mend_shapes(node, {"variables": dict})
    if "url" not in node.value:
        node.value["url"] = "/"
        node.say("SPEC034", "a server without `url`; `/` is taken")
    for name, variable in node.value.get("variables", {}).items():
        if not isinstance(variable, dict):
            node.value["variables"][name] = {"default": _spelled(variable or "")}
            continue
        at = location.join(node.pointer, "variables", name)
        inner = replace(node, value=variable, pointer=at)
        _variable(inner)


def _variable(node: Node) -> None:
    mend_texts(node, ("default", "description"))
    choices = node.value.get("enum")
    if isinstance(choices, list):
        node.value["enum"] = [_spelled(choice) for choice in choices]
    if not node.value.get("enum"):
        node.value.pop("enum", None)
    if "default" not in node.value:
        choices = node.value.get("enum", [""])
        node.value["default"] = choices[0]
        node.say(
            "SPEC034", f"a server variable without default; {choices[0]!r:.60} is taken"
        )


def _spelled(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value)


def example(node: Node) -> None:
    """Repair an Example Object."""
    mend_texts(node, ("summary", "description", "externalValue"))
    if "value" in node.value:
        node.value.pop("externalValue", None)


def encoding(node: Node) -> None:
    """Repair an Encoding Object."""
    mend_texts(node, ("contentType", "style"))
    mend_flags(node, ("explode", "allowReserved"))
    mend_shapes(node, {"headers": dict})


def scheme(node: Node) -> None:
    """Repair a Security Scheme Object: each type has fields of its own."""
    mend_texts(node, ("type", "description", "name", "in", "scheme", "bearerFormat"))
    kind = node.value.get("type")
    fields = _SCHEME_FIELDS.get(kind) if isinstance(kind, str) else None
    if fields is None:
        return
    for key in [key for key in node.value if key[:2] != "x-"]:
        if key not in ("type", "description", *fields):
            node.say(
                "SPEC037",
                f"`{key:.60}` is no field of a security scheme of type {kind}; left out",
                key,
                effect="dropped",
                severity="note",
            )
            del node.value[key]
    if kind == "oauth2":
        _flows(node)


def _flows(node: Node) -> None:
    mend_shapes(node, {"flows": dict})
    flows: dict[str, Any] = node.value.setdefault("flows", {})
    for name in [name for name in flows if name[:2] != "x-"]:
        flow, needed = flows[name], _FLOW_FIELDS.get(name)
        if needed is None or not isinstance(flow, dict):
            message = f"{name!r:.60} is no OAuth2 flow that OpenAPI 3.1 knows"
            node.say("SPEC032", message, "flows", name, effect="dropped")
            del flows[name]
            continue
        if not isinstance(flow.get("scopes"), dict):
            flow["scopes"] = {}
            node.say(
                "SPEC034", "the flow names no scopes", "flows", name, severity="note"
            )
        _flow(replace(node, value=flow, pointer=f"{node.pointer}/flows/{name}"), needed)


def _flow(node: Node, needed: tuple[str, ...]) -> None:
    urls = ("authorizationUrl", "tokenUrl", "refreshUrl")
    mend_texts(node, urls)
    mend_texts(replace(node, value=node.value["scopes"]), tuple(node.value["scopes"]))
    for key in urls:
        if key not in needed and key != "refreshUrl":
            node.value.pop(key, None)
        elif key in needed and key not in node.value:
            node.say("SPEC034", f"the flow has no `{key}`; it is empty")
            node.value[key] = ""
