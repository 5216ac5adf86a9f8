"""What an untyped value is, told so that type checkers follow."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from typing_extensions import TypeIs

Json: TypeAlias = (
    "Mapping[str, Any] | list[Any] | tuple[Any, ...] | str | int | float | bool | None"
)
"""What JSON can hold; members are told when it is their turn."""

LINES = frozenset(
    {
        "application/geo+json-seq",
        "application/json-lines",
        "application/json-seq",
        "application/jsonl",
        "application/jsonlines",
        "application/ndjson",
        "application/stream+json",
        "application/x-json-lines",
        "application/x-jsonl",
        "application/x-jsonlines",
        "application/x-ndjson",
    },
)
"""Media types of one JSON value after another."""


_TEXTS = frozenset(
    {
        "application/ecmascript",
        "application/graphql",
        "application/javascript",
        "application/sql",
        "application/toml",
        "application/x-javascript",
        "application/x-sh",
        "application/x-yaml",
        "application/xml",
        "application/yaml",
    },
)
_FORMS = ("application/x-www-form-urlencoded", "multipart/")


def essence(media_type: str) -> str:
    """Return a media type without parameters, lower-cased (RFC 9110, 8.3.1)."""
    return media_type.partition(";")[0].strip().lower()


def is_json(media_type: str) -> bool:
    """Tell whether a media type holds one JSON value; that of any type may."""
    kind = essence(media_type)
    return kind in _JSON or (kind.endswith("+json") and kind not in LINES)


_JSON = frozenset({"application/json", "text/json", "application/*", "*/*"})


def is_text(media_type: str) -> bool:
    """Tell whether a media type holds text that is written as it is."""
    kind = essence(media_type)
    known = kind.startswith("text/") or kind in _TEXTS
    return (known or kind.endswith(("+xml", "+yaml"))) and not is_value(kind)


def is_value(media_type: str) -> bool:
    """Tell whether values are written in a media type: JSON, lines of it, forms."""
    kind = essence(media_type)
    return is_json(kind) or kind in LINES or kind.startswith(_FORMS)


def is_mapping(value: object) -> TypeIs[Mapping[str, Any]]:
    """Tell whether a value is an object, with names for keys."""
    return isinstance(value, (dict, Mapping))  # dict first, the abstract class is slow


def is_array(value: object) -> TypeIs[list[Any] | tuple[Any, ...]]:
    """Tell whether a value is an array."""
    return isinstance(value, (list, tuple))


def is_container(value: object) -> bool:
    """Tell whether a value has members: an object or an array."""
    return isinstance(value, (dict, list, Mapping, tuple))


def mapping(value: object) -> Mapping[str, Any]:
    """Return an object as it is; anything else has no members."""
    return value if is_mapping(value) else {}


def empty() -> dict[str, Any]:
    """Return a new object; as a default it is typed as `dict` is not, and as fast."""
    return {}
