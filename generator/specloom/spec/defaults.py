"""A default that its schema refuses is read as meant, or left out."""

from __future__ import annotations

from typing import Any, Final

from specloom import location
from specloom.spec.numbers import as_type
from specloom.spec.raw import kind_of
from specloom.spec.repair import Node

_HOPS: Final = 8
"""References and unions that are followed to see what a schema allows."""


def default(node: Node) -> None:
    """Read a default as what its type or its enum shows it to be meant as."""
    value = node.value
    if "default" not in value:
        return
    found = value["default"]
    if found is None:
        if not takes_null(node, value):
            node.drop("default", "SPEC040", "the default is null, which is not allowed")
        return
    kinds = value.get("type")
    types = kinds if isinstance(kinds, list) else [kinds] if kinds else []
    if types and not any(_is_of(found, kind) for kind in types):
        expected = " or ".join(types)
        _mend(node, as_type(found, types), f"no {expected}")
    if "default" in value:
        _mend_choice(node)


def _mend_choice(node: Node) -> None:
    """Read a default that is none of an enum's values as the one it spells."""
    found, values = node.value["default"], _choices(node, node.value, _HOPS)
    if values is None or found in values:
        return
    alike = [value for value in values if _spelled(value) == _spelled(found)]
    if len(alike) < 2:
        _mend(node, alike[0] if alike else None, "none of the enum's values")


def _mend(node: Node, meant: Any, reason: str) -> None:
    found = node.value["default"]
    if meant is None:
        what = f"{found!r:.40} ({kind_of(found)})"
        node.drop("default", "SPEC040", f"the default {what} is {reason}")
        return
    node.value["default"] = meant
    message = f"the default {found!r:.40} is read as {meant!r:.40}"
    node.say("SPEC033", message, "default")


def _choices(node: Node, schema: Any, hops: int) -> list[Any] | None:
    """Return the values that a schema is limited to; None where it is open."""
    if not isinstance(schema, dict) or hops == 0:
        return None
    if isinstance(schema.get("enum"), list):
        return list(schema["enum"])
    if "const" in schema:
        return [schema["const"]]
    if schema.get("type") == "null":
        return [None]
    if isinstance(ref := schema.get("$ref"), str):
        return _choices(node, _referred(node, ref), hops - 1)
    for arm in _arms(schema, "allOf"):
        if (values := _choices(node, arm, hops - 1)) is not None:
            return values
    for key in ("oneOf", "anyOf"):
        ways = [_choices(node, arm, hops - 1) for arm in _arms(schema, key)]
        if ways and None not in ways:
            return [value for way in ways for value in way or ()]
    return None


def takes_null(node: Node, value: Any, hops: int = _HOPS) -> bool:
    """Say whether a schema may allow null; True when that cannot be seen."""
    if not isinstance(value, dict) or hops == 0:
        return True
    if isinstance(ref := value.get("$ref"), str):
        return takes_null(node, _referred(node, ref), hops - 1)
    flags = (value.get("nullable"), value.get("x-nullable"))
    types = value.get("type", "null")
    kinds: list[Any] = types if isinstance(types, list) else [types]
    if "null" not in kinds and True not in flags:
        return False
    unions = [arms for key in ("anyOf", "oneOf") if (arms := _arms(value, key))]
    return all(
        any(takes_null(node, arm, hops - 1) for arm in union) for union in unions
    ) and all(takes_null(node, arm, hops - 1) for arm in _arms(value, "allOf"))


def _referred(node: Node, ref: str) -> Any:
    """Return what a reference names; None where it names nothing."""
    try:
        return node.draft.get(location.from_ref(ref))
    except (LookupError, ValueError):
        return None


def _arms(schema: dict[str, Any], key: str) -> list[Any]:
    found = schema.get(key)
    return found if isinstance(found, list) else []


def _spelled(value: Any) -> str:
    return str(value).strip().casefold()


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
