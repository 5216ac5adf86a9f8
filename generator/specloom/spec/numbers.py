"""Bring limits and defaults of one schema to values that its type can have."""

from __future__ import annotations

from typing import Any, Final

from specloom import location
from specloom.spec.repair import Node, kind_of

_COUNTS: Final = (
    "minLength",
    "maxLength",
    "minItems",
    "maxItems",
    "minProperties",
    "maxProperties",
    "minContains",
    "maxContains",
)
_BOUNDS: Final = ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum")


def limits(node: Node) -> None:
    """Read limits that are texts as numbers; leave out what limits nothing."""
    for key in (*_COUNTS, *_BOUNDS, "multipleOf"):
        if key not in node.value:
            continue
        value = node.value[key]
        if isinstance(value, bool) and key.startswith("exclusive"):
            continue
        number = _number(value)
        if number is None or not _fits(key, number):
            what = (
                repr(value) if isinstance(value, str | int | float) else kind_of(value)
            )
            node.drop(key, "SPEC032", f"`{key}` is {what:.40}: not a limit")
        elif number is not value:
            node.value[key] = number
            if isinstance(value, str):
                node.say(
                    "SPEC033", f"`{key}` is the text {value!r}; read as a number", key
                )


def exclusive(node: Node) -> None:
    """`exclusiveMinimum: true` beside `minimum` becomes one exclusive bound."""
    for key, bound in (
        ("exclusiveMinimum", "minimum"),
        ("exclusiveMaximum", "maximum"),
    ):
        value = node.value.get(key)
        if not isinstance(value, bool):
            continue
        if not value:
            del node.value[key]
        elif bound in node.value:
            node.value[key] = node.value.pop(bound)
        else:
            node.drop(key, "SPEC032", f"`{key}` is true, but there is no `{bound}`")


def scalars_of_enum(node: Node) -> None:
    """Texts that spell every number or boolean of an enum of such are quoted ones."""
    types = node.value.get("type")
    kinds: list[Any] = types if isinstance(types, list) else [types]
    values = node.value.get("enum")
    typed = not {"integer", "number", "boolean"}.isdisjoint(kinds)
    if values is None or not typed or "string" in kinds:
        return
    texts = {index: item for index, item in enumerate(values) if isinstance(item, str)}
    meant = {index: _as_type(text, kinds) for index, text in texts.items()}
    if not texts or None in meant.values():
        return
    for index, scalar in meant.items():
        values[index] = scalar
    first = min(texts)
    what = "booleans" if isinstance(meant[first], bool) else "numbers"
    message = f"the text {texts[first]!r:.40} in an enum of {what} is read as one"
    node.say("SPEC033", message, "enum", first)


def default(node: Node) -> None:
    """A default that its schema refuses is read as meant, or left out."""
    value = node.value
    kinds = value.get("type")
    if "default" not in value:
        return
    found = value["default"]
    if found is None:
        if not takes_null(node, value):
            node.drop("default", "SPEC040", "the default is null, which is not allowed")
        return
    types = kinds if isinstance(kinds, list) else [kinds] if kinds else []
    if not types or any(_is_of(found, kind) for kind in types):
        return
    meant = _as_type(found, types)
    if meant is None:
        what = f"{found!r:.40} ({kind_of(found)})"
        expected = " or ".join(types)
        node.drop("default", "SPEC040", f"the default {what} is no {expected}")
    else:
        value["default"] = meant
        node.say(
            "SPEC033", f"the default {found!r:.40} is read as {meant!r:.40}", "default"
        )


def takes_null(node: Node, value: Any, hops: int = 8) -> bool:
    """Say whether a schema may allow null; True when that cannot be seen."""
    if not isinstance(value, dict) or hops == 0:
        return True
    if isinstance(ref := value.get("$ref"), str):
        try:
            return takes_null(node, node.draft.get(location.from_ref(ref)), hops - 1)
        except (LookupError, ValueError):
            return True
    flags = (value.get("nullable"), value.get("x-nullable"))
    types = value.get("type", "null")
    kinds: list[Any] = types if isinstance(types, list) else [types]
    if "null" not in kinds and True not in flags:
        return False
    unions = [
        value[key] for key in ("anyOf", "oneOf") if isinstance(value.get(key), list)
    ]
    alls = value.get("allOf") if isinstance(value.get("allOf"), list) else []
    return all(
        any(takes_null(node, arm, hops - 1) for arm in union) for union in unions
    ) and all(takes_null(node, arm, hops - 1) for arm in alls or ())


def _is_of(value: Any, kind: str) -> bool:
    match kind:
        case "string":
            return isinstance(value, str)
        case "boolean":
            return isinstance(value, bool)
        case "integer":
            whole = isinstance(value, int) or (
                isinstance(value, float) and value.is_integer()
            )
            return whole and not isinstance(value, bool)
        case "number":
            return isinstance(value, int | float) and not isinstance(value, bool)
        case "array":
            return isinstance(value, list)
        case "object":
            return isinstance(value, dict)
        case _:
            return value is None


def _as_type(value: Any, types: list[str]) -> Any:
    """Return a text as the number or boolean it spells; a scalar as its text."""
    if isinstance(value, str):
        if "boolean" in types and value.lower() in ("true", "false"):
            return value.lower() == "true"
        number = _number_of_text(value.strip())
        if number is not None and "number" in types:
            return number
        return number if isinstance(number, int) and "integer" in types else None
    if isinstance(value, int | float) and "string" in types:
        return str(value).lower() if isinstance(value, bool) else str(value)
    return None


def _number(value: Any) -> int | float | None:
    match value:
        case bool():
            return None
        case int():
            return value
        case float():
            return int(value) if value.is_integer() and abs(value) < 2**53 else value
        case str():
            return _number_of_text(value.strip())
        case _:
            return None


def _number_of_text(text: str) -> int | float | None:
    if len(text) > 40:
        return None
    try:
        number = float(text)
        if number - number != 0:
            return None
        return int(text) if text.lstrip("+-").isdigit() else number
    except ValueError:
        return None


def _fits(key: str, number: int | float) -> bool:
    if isinstance(number, float) and number - number != 0:
        return False
    if key in _COUNTS:
        return isinstance(number, int) and number >= 0
    return key != "multipleOf" or number > 0
