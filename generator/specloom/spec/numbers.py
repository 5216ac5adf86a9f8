"""Bring limits and enums of one schema to values that its type can have."""

from __future__ import annotations

from typing import Any, Final

from specloom.spec.raw import kind_of
from specloom.spec.repair import Node

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
    meant = {index: as_type(text, kinds) for index, text in texts.items()}
    if not texts or None in meant.values():
        return
    for index, scalar in meant.items():
        values[index] = scalar
    first = min(texts)
    what = "booleans" if isinstance(meant[first], bool) else "numbers"
    message = f"the text {texts[first]!r:.40} in an enum of {what} is read as one"
    node.say("SPEC033", message, "enum", first)


def as_type(value: Any, types: list[str]) -> Any:
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
