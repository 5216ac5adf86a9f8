"""Find the fields that an error body names, in the shapes servers use."""

from __future__ import annotations

from collections.abc import Mapping

from ._values import Json, is_array


def issues(body: Json) -> list[tuple[str, str]]:
    """Return the fields an error body names, as (field, message)."""
    if not isinstance(body, Mapping):
        return []
    for name in ("detail", "details", "errors", "issues", "error"):
        found = _issues(body.get(name))
        if found:
            return found[:100]
    return []


def _issues(value: Json) -> list[tuple[str, str]]:
    if isinstance(value, Mapping):
        nested = [found for key in ("details", "errors") if (found := value.get(key))]
        if nested:
            return _issues(nested[0])
        return [
            (field, said[0])
            for field, said in value.items()
            if is_array(said) and said and said[0] and isinstance(said[0], str)
        ]
    if not isinstance(value, list):
        return []
    return [pair for item in value if (pair := _issue(item)) is not None]


def _issue(item: Json) -> tuple[str, str] | None:
    if not isinstance(item, Mapping):
        return None
    where: Json = next(
        (
            item[key]
            for key in ("loc", "field", "path", "pointer", "param")
            if key in item
        ),
        "",
    )
    if isinstance(where, list):
        where = ".".join(str(part) for part in where)
    said = item.get("msg") or item.get("message") or item.get("expected") or ""
    return (str(where), str(said)) if where or said else None
