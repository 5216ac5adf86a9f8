"""Recognise under which keys a catalogue keeps what an endpoint is, by what stands there.

A key that a mapping names is taken as named. For the others the usual spellings count
where they stand; else the key is taken whose values look the part.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any, Final, TypeAlias

from specloom.spec.catalogue_fields import is_type
from specloom.spec.catalogue_keys import Keys, first, listed, read_keys
from specloom.spec.grammar import METHODS

Row: TypeAlias = Mapping[str, Any]
Test: TypeAlias = Callable[[str, list[Any]], bool]
"""Whether a key and the values under it look the part."""

_OTHER_FORMATS: Final = frozenset({"openapi", "swagger", "overlay", "arazzo"})
_MAX_DEPTH: Final = 3
_SAMPLED: Final = 500
"""Rows that are looked at; a catalogue is the same from end to end."""

_ADDRESS: Final = re.compile(r"https?://\S+|/\S*", re.IGNORECASE)
_WORD: Final = re.compile(r"[A-Za-z_][\w.\-\[\]]*")
_NAME: Final = re.compile(r"name|title|label", re.IGNORECASE)
_FIELD_NAME: Final = re.compile(r"name|key|id$|param|field|arg", re.IGNORECASE)
_TYPE: Final = re.compile(r"type|kind", re.IGNORECASE)
_NEEDED: Final = re.compile(r"requir|must|mandat|need|oblig", re.IGNORECASE)
_DEFAULT: Final = re.compile(r"default", re.IGNORECASE)
_ANSWER: Final = re.compile(r"resp|return|result|output|sample|example", re.IGNORECASE)


def recognise(data: Any, mapping: Mapping[str, Any] | None) -> Keys | None:
    """Return the keys under which data keeps endpoints; None when it keeps none.

    At least half of the rows must have a name and an endpoint.
    """
    given = read_keys(mapping)
    for path in _paths(data, given):
        keys = replace(given, entries=path)
        rows = _objects(listed(data, keys))
        keys = _endpoint_keys(rows, keys, frozenset(mapping or ()))
        good = sum(is_endpoint(row, keys) for row in rows)
        if good and good * 2 >= len(rows):
            return keys
    return None


def is_endpoint(entry: Any, keys: Keys) -> bool:
    """Say whether an entry has a name and an endpoint."""
    return isinstance(entry, dict) and all(
        isinstance(first(entry, names), str) for names in (keys.name, keys.endpoint)
    )


def guessed(keys: Keys, mapping: Mapping[str, Any] | None) -> dict[str, str]:
    """Return what no mapping and no usual spelling says: `{"endpoint": "uri"}`."""
    usual = read_keys(mapping)
    told = {item.name: getattr(keys, item.name) for item in fields(Keys)}
    return {
        name: ".".join(used)
        for name, used in told.items()
        if used != getattr(usual, name)
    }


def _paths(data: Any, given: Keys) -> Iterator[tuple[str, ...]]:
    """Yield where a list of endpoints may stand, the nearest to the top first."""
    if given.entries or isinstance(data, list):
        yield given.entries
    elif isinstance(data, dict) and not _is_other(data):
        waiting: list[tuple[tuple[str, ...], Any]] = [((), data)]
        for path, found in waiting:
            if isinstance(found, list):
                yield path
            elif isinstance(found, dict) and len(path) < _MAX_DEPTH:
                waiting += [((*path, str(key)), item) for key, item in found.items()]


def _is_other(data: dict[str, Any]) -> bool:
    """Tell another format: by its mark, or an OpenAPI document that lacks it."""
    paths = data.get("paths")
    listed = isinstance(paths, dict) and any(key[:1] == "/" for key in paths)
    return listed or not _OTHER_FORMATS.isdisjoint(data)


def _endpoint_keys(rows: list[Row], keys: Keys, named: frozenset[str]) -> Keys:
    columns = _Columns.of(rows, named)
    keys = replace(
        keys,
        endpoint=columns.pick("endpoint", keys.endpoint, columns.full(_is_address)),
        method=columns.pick("method", keys.method, columns.full(_is_method)),
        name=columns.pick("name", keys.name, columns.full(_is_label), _NAME),
        describe=columns.pick("describe", keys.describe, _is_prose),
        category=columns.pick("category", keys.category, columns.is_grouping),
        body=columns.pick("body", keys.body, _holds_fields),
    )
    inner = [item for row in rows for item in _field_rows(first(row, keys.body))]
    return _field_keys(inner, keys, named)


def _field_keys(rows: list[Row], keys: Keys, named: frozenset[str]) -> Keys:
    columns = _Columns.of(rows, named)
    pick = columns.pick
    return replace(
        keys,
        field_type=pick("field_type", keys.field_type, columns.full(is_type), _TYPE),
        field_required=pick("field_required", keys.field_required, _is_need),
        field_enum=pick("field_enum", keys.field_enum, _is_choice),
        field_name=pick(
            "field_name", keys.field_name, columns.full(_is_word), _FIELD_NAME
        ),
        field_default=pick("field_default", keys.field_default, _is_default),
        field_describe=pick("field_describe", keys.field_describe, _is_prose),
    )


@dataclass(slots=True)
class _Columns:
    """The values that stand under each key of some rows."""

    values: dict[str, list[Any]]
    rows: int
    named: frozenset[str]
    """Things whose key a mapping names."""
    taken: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, rows: list[Row], named: frozenset[str]) -> _Columns:
        """Return the columns of some rows."""
        found: dict[str, list[Any]] = {}
        for row in rows[:_SAMPLED]:
            for key, value in row.items():
                if value is not None:
                    found.setdefault(str(key), []).append(value)
        return cls(found, min(len(rows), _SAMPLED), named)

    def pick(
        self,
        thing: str,
        usual: tuple[str, ...],
        fits: Test,
        hint: re.Pattern[str] | None = None,
    ) -> tuple[str, ...]:
        """Return the keys of one thing: as named or usual, else the one that fits."""
        if thing in self.named or any(key in self.values for key in usual):
            self.taken.update(usual)
            return usual
        free = ((k, held) for k, held in self.values.items() if k not in self.taken)
        fitting = [key for key, held in free if fits(key, held)]
        if not fitting:
            return usual
        chosen = max(fitting, key=lambda key: self._rank(key, hint))
        self.taken.add(chosen)
        return (chosen,)

    def full(self, is_one: Callable[[Any], bool]) -> Test:
        """Return a test: every row has a value here, and every value is one."""
        return lambda _, held: len(held) == self.rows and all(map(is_one, held))

    def is_grouping(self, _: str, held: list[Any]) -> bool:
        """Say whether every row has a short text here that others have, too."""
        texts = {value for value in held if _is_label(value)}
        return len(held) == self.rows and 1 < len(texts) < self.rows

    def _rank(self, key: str, hint: re.Pattern[str] | None) -> tuple[bool, bool, int]:
        hinted = hint is not None and hint.search(key) is not None
        different = len({repr(value) for value in self.values[key]})
        return _ANSWER.search(key) is None, hinted, different


def _objects(value: Any) -> list[Row]:
    return [item for item in value if isinstance(item, dict)]


def _field_rows(value: Any) -> list[Row]:
    """Return the fields of an endpoint, given as a list or by name."""
    if isinstance(value, dict):
        return _objects(value.values())
    return _objects(value) if isinstance(value, list) else []


def _is_address(value: Any) -> bool:
    return isinstance(value, str) and _ADDRESS.fullmatch(value.strip()) is not None


def _is_method(value: Any) -> bool:
    return isinstance(value, str) and value.strip().lower() in METHODS


def _is_label(value: Any) -> bool:
    return isinstance(value, str) and 0 < len(value.strip()) <= 120


def _is_word(value: Any) -> bool:
    return isinstance(value, str) and _WORD.fullmatch(value.strip()) is not None


def _is_prose(_: str, held: list[Any]) -> bool:
    return all(isinstance(value, str) for value in held) and any(
        value.count(" ") > 1 for value in held
    )


def _is_choice(_: str, held: list[Any]) -> bool:
    return all(
        isinstance(value, list)
        and value
        and not any(isinstance(item, dict | list) for item in value)
        for value in held
    )


def _is_need(key: str, held: list[Any]) -> bool:
    return _NEEDED.search(key) is not None and all(
        isinstance(value, bool | int | str) for value in held
    )


def _is_default(key: str, _: list[Any]) -> bool:
    return _DEFAULT.search(key) is not None


def _holds_fields(_: str, held: list[Any]) -> bool:
    """Say whether fields stand here: rows of which each has a type or a need."""
    rows = [item for value in held for item in _field_rows(value)]
    columns = _Columns.of(rows, frozenset())
    typed = columns.full(is_type)
    return bool(rows) and any(
        typed(key, values) or _is_need(key, values)
        for key, values in columns.values.items()
    )
