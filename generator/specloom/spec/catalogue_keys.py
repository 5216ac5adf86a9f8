"""Under which keys an endpoint catalogue keeps what an endpoint is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from specloom.diagnostics import SpecError
from specloom.spec import text as texts
from specloom.suggest import did_you_mean


@dataclass(frozen=True, slots=True, kw_only=True)
class Keys:
    """Where a catalogue keeps things: for each thing the keys to try, in order."""

    entries: tuple[str, ...] = ()
    """Keys that lead to the list, when the top level is an object."""
    name: tuple[str, ...] = ("name", "title")
    endpoint: tuple[str, ...] = ("endpoint", "url", "path")
    method: tuple[str, ...] = ("method", "http_method")
    describe: tuple[str, ...] = ("describe", "description", "summary")
    category: tuple[str, ...] = ("category", "group", "tag")
    code: tuple[str, ...] = ("model_code", "code", "slug")
    body: tuple[str, ...] = ("api_body", "body", "parameters", "params", "fields")
    deprecated: tuple[str, ...] = ("deprecated",)
    field_name: tuple[str, ...] = ("name", "key", "field")
    field_type: tuple[str, ...] = ("type",)
    field_required: tuple[str, ...] = ("required",)
    field_describe: tuple[str, ...] = ("describe", "description")
    field_enum: tuple[str, ...] = ("enum", "options", "values", "allowed")
    field_default: tuple[str, ...] = ("default",)
    field_format: tuple[str, ...] = ("format", "x_format")
    field_place: tuple[str, ...] = ("in", "x_in")
    field_fields: tuple[str, ...] = ("fields", "properties", "children")
    min_length: tuple[str, ...] = ("min_length", "minLength", "x_min_length")
    max_length: tuple[str, ...] = ("max_length", "maxLength")
    min_items: tuple[str, ...] = ("min_items", "minItems")
    max_items: tuple[str, ...] = ("max_items", "maxItems")
    minimum: tuple[str, ...] = ("minimum", "min")
    maximum: tuple[str, ...] = ("maximum", "max")
    pattern: tuple[str, ...] = ("pattern",)
    title: str = ""
    """Title of the document."""
    base_url: str = ""
    """Base URL for endpoints that are paths."""
    key_header: str = ""
    """Header that carries the key."""


def read_keys(mapping: Mapping[str, Any] | None) -> Keys:
    """Return the keys of a mapping, the usual ones where it is silent."""
    keys = Keys()
    known = {item.name: item for item in fields(Keys)}
    for name, value in (mapping or {}).items():
        if name not in known:
            listed = did_you_mean(name, known) or f"; known: {', '.join(sorted(known))}"
            raise _bad_mapping(f"`{name}` is no key of a catalogue{listed}")
        texts_given = [value] if isinstance(value, str) else value
        if not isinstance(texts_given, list) or not all(
            isinstance(item, str) for item in texts_given
        ):
            raise _bad_mapping(f"`{name}` must be a key or a list of keys")
        single = isinstance(getattr(keys, name), str)
        new: Any = texts_given[0] if single and texts_given else tuple(texts_given)
        keys = replace(keys, **{name: new})
    return keys


def _bad_mapping(reason: str) -> SpecError:
    return texts.fault("SPEC025", "catalogue mapping", reason)


def listed(data: Any, keys: Keys) -> list[Any]:
    """Return the list of endpoints; empty when there is none."""
    for key in keys.entries:
        data = data.get(key) if isinstance(data, dict) else None
    return data if isinstance(data, list) else []


def first(entry: Mapping[str, Any], names: Sequence[str]) -> Any:
    """Return the first of some members that is given."""
    return next((entry[name] for name in names if entry.get(name) is not None), None)


def text_of(entry: Mapping[str, Any], names: Sequence[str]) -> str:
    """Return the first of some members as a text; empty when it is none."""
    found = first(entry, names)
    return found.strip() if isinstance(found, str) else ""


def extras(entry: Mapping[str, Any], keys: Keys) -> dict[str, Any]:
    """Return the catalogue's own `x_...` members as extensions: `x_media`, `x-media`."""
    known = {name for item in fields(Keys) for name in getattr(keys, item.name)}
    return {
        "x-" + name[2:].replace("_", "-"): value
        for name, value in entry.items()
        if name.startswith(("x_", "x-")) and name not in known
    }
