"""The typed document: openapi-pydantic over a document in the 3.1 dialect.

What the model refuses is cut out of a copy, the smallest part that helps, and told;
so one broken node never stops a document. The document itself stays as it is: where
the model would distort a value, the raw one at the same pointer is what counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from openapi_pydantic.v3.v3_1 import OpenAPI
from pydantic import ValidationError

from specloom import location
from specloom.diagnostics import Diagnostic, Report, SpecError
from specloom.spec.document import Document
from specloom.spec.grammar import clone, walk

_ROUNDS: Final = 30
_DEEPEST: Final = 100
"""Levels the model is given; its validator has a limit, deeper schemas stay raw."""

_BOOLEAN: Final[Mapping[bool, dict[str, Any]]] = {True: {}, False: {"not": {}}}
_MAPS: Final = ("properties", "patternProperties", "dependentSchemas", "$defs")
_SCHEMA_KEYS: Final = frozenset(
    {
        *("items", "contains", "propertyNames", "unevaluatedItems", "contentSchema"),
        *("unevaluatedProperties", "not", "if", "then", "else"),
    }
)
_REQUIRED: Final[Mapping[str, Any]] = {
    "openapi": "3.1.0",
    "info": {"title": "", "version": ""},
    "description": "",
    "content": {},
    "url": "/",
}


def parse(document: Document, report: Report) -> OpenAPI:
    """Return the typed document; SpecError only when nothing of it can be read."""
    data = _fitted(document.data) if isinstance(document.data, dict) else None
    for _ in range(_ROUNDS if data is not None else 0):
        try:
            return OpenAPI.model_validate(data)
        except ValidationError as error:
            faults = error.errors(include_url=False, include_input=False)
        places = _smallest(data, [fault["loc"] for fault in faults])
        if not places:
            break
        for pointer in sorted(places, key=_by_index, reverse=True):
            _cut(data, pointer)
            report.add(_cut_out(pointer))
    raise SpecError(
        Diagnostic(
            code="SPEC048",
            message="the document does not have the structure of OpenAPI 3.1",
            severity="error",
            effect="dropped",
            subject="document",
        )
    )


def _fitted(data: Any) -> Any:
    """Copy the document in the form the model takes: see the module's docstring."""
    copy = clone(data)
    for pointer, node, kind in walk(copy, "openapi"):
        if kind != "schema" or not isinstance(node, dict):
            continue
        if pointer.count("/") > _DEEPEST:
            node.clear()
        for key in [key for key, value in node.items() if _unfit(key, value)]:
            node[key] = dict(_BOOLEAN[node[key]])
        for key in ("allOf", "anyOf", "oneOf", "prefixItems", *_MAPS):
            _fit_members(node.get(key))
    components = copy.get("components")
    if isinstance(components, dict):
        _fit_members(components.get("schemas"))
    return copy


def _unfit(key: str, value: Any) -> bool:
    return key in _SCHEMA_KEYS and isinstance(value, bool)


def _fit_members(value: Any) -> None:
    members: Iterable[tuple[Any, Any]] = ()
    if isinstance(value, dict):
        members = list(value.items())
    elif isinstance(value, list):
        members = list(enumerate(value))
    for key, member in members:
        if isinstance(member, bool):
            value[key] = dict(_BOOLEAN[member])


def _smallest(data: Any, places: Iterable[tuple[int | str, ...]]) -> set[str]:
    """Return the pointers of the refused parts, none around another."""
    found = {_pointer(data, place) for place in places} - {""}
    around: set[str] = set()
    for pointer in found:
        while pointer:
            pointer = location.parent(pointer)
            around.add(pointer)
    return found - around


def _pointer(data: Any, place: tuple[int | str, ...]) -> str:
    """Read a pydantic location; names of union arms in it are no keys."""
    value, pointer = data, ""
    for token in place:
        below = location.join("", token)
        if location.exists(value, below):
            value = location.resolve(value, below)
            pointer += below
    return pointer


def _by_index(pointer: str) -> list[tuple[int, str]]:
    """Order pointers so that later items of a list come after earlier ones."""
    tokens = pointer.split("/")
    return [(int(t) if t.isdecimal() and len(t) < 12 else -1, t) for t in tokens]


def _cut(data: Any, pointer: str) -> None:
    """Remove one part; an item of a list leaves the list, a needed key its default."""
    holder = location.resolve(data, location.parent(pointer))
    key = location.split(pointer)[-1]
    if isinstance(holder, list):
        del holder[int(key)]
    elif key in _REQUIRED and holder[key] != _REQUIRED[key]:
        holder[key] = clone(_REQUIRED[key])
    else:
        del holder[key]


def _cut_out(pointer: str) -> Diagnostic:
    return Diagnostic(
        code="SPEC049",
        message="this part does not have the structure of OpenAPI 3.1",
        pointer=pointer,
        effect="dropped",
        subject="keyword",
        hint="Correct it, or replace it with an overlay.",
    )
