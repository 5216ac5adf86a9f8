"""Read the raw document: objects with their pointers, and typed members of them.

What is malformed is reported once, where it is read, and then counts as absent.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from specloom.diagnostics import Diagnostic, Effect, Report, Severity, Subject
from specloom.location import from_ref, join, resolve

_MAX_HOPS = 32


@dataclass(frozen=True, slots=True)
class Node:
    """A JSON object of the document, where it is, and whom to tell about faults."""

    value: Mapping[str, Any]
    pointer: str
    report: Report = field(repr=False, compare=False)

    def __contains__(self, key: str) -> bool:
        return key in self.value

    def __bool__(self) -> bool:
        return bool(self.value)

    def get(self, key: str) -> Any:
        """Return the raw value of a member, None when absent."""
        return self.value.get(key)

    def at(self, *tokens: str | int) -> str:
        """Return the pointer of something below."""
        return join(self.pointer, *tokens)

    def text(self, key: str) -> str | None:
        """Return a text member; a number or boolean counts as its text."""
        match self.value.get(key):
            case None:
                return None
            case str() as found:
                return found
            case bool() as found:
                return "true" if found else "false"
            case int() | float() as found:
                return str(found)
            case found:
                self.malformed(key, found, "a text")
                return None

    def flag(self, key: str, default: bool = False) -> bool:
        """Return a boolean member; `"true"` and `"false"` are read as meant."""
        match self.value.get(key):
            case None:
                return default
            case bool() as found:
                return found
            case "true" | "false" as found:
                return bool(found == "true")
            case found:
                self.malformed(key, found, "a boolean")
                return default

    def child(self, key: str) -> Node:
        """Return an object member; an empty one when it is absent or malformed."""
        match self.value.get(key):
            case None:
                return Node({}, self.at(key), self.report)
            case Mapping() as found:
                return Node(found, self.at(key), self.report)
            case found:
                self.malformed(key, found, "an object")
                return Node({}, self.at(key), self.report)

    def entries(self) -> Iterator[tuple[str, Any, str]]:
        """Yield name, value and pointer of every member of a map, by name."""
        for key in sorted(self.value, key=str):
            yield str(key), self.value[key], self.at(key)

    def members(self) -> Iterator[tuple[str, Any, str]]:
        """Yield the same of an object that may have extensions, these aside."""
        return (entry for entry in self.entries() if not entry[0].startswith("x-"))

    def items(self, key: str) -> Iterator[tuple[Any, str]]:
        """Yield value and pointer of every item of a list member."""
        match self.value.get(key):
            case None:
                return
            case list() as found:
                for index, item in enumerate(found):
                    yield item, self.at(key, index)
            case found:
                self.malformed(key, found, "a list")

    def texts(self, key: str) -> tuple[str, ...]:
        """Return the texts of a list member; what is not text is reported."""
        found = []
        for item, pointer in self.items(key):
            if isinstance(item, str):
                found.append(item)
            else:
                self.row(
                    "SPEC054", f"Found {kind_of(item)} where a text is meant.", pointer
                )
        return tuple(found)

    def malformed(self, key: str, value: Any, expected: str) -> None:
        """Report a member whose value is of the wrong kind."""
        self.row(
            "SPEC054",
            f"`{key}` is {kind_of(value)}, expected {expected}; it is ignored.",
            self.at(key),
            subject="keyword",
        )

    def row(
        self,
        code: str,
        message: str,
        pointer: str | None = None,
        *,
        effect: Effect = "degraded",
        subject: Subject = "keyword",
        severity: Severity = "warning",
        hint: str | None = None,
    ) -> None:
        """Add one row to the ledger."""
        self.report.add(
            Diagnostic(
                code=code,
                message=message,
                pointer=self.pointer if pointer is None else pointer,
                severity=severity,
                effect=effect,
                subject=subject,
                hint=hint,
            )
        )


@dataclass(frozen=True, slots=True)
class Tree:
    """The whole document, for following references in it."""

    data: Mapping[str, Any]
    report: Report

    @property
    def root(self) -> Node:
        """The document itself."""
        return Node(self.data, "", self.report)

    def node(self, value: Any, pointer: str, *, what: str) -> Node | None:
        """Return the object meant at a place: itself, or what its `$ref` leads to.

        None, with a row, when it is no object or the reference leads nowhere.
        """
        origin = pointer
        for _ in range(_MAX_HOPS):
            if not isinstance(value, Mapping):
                self._lost(origin, f"Expected {what}, found {kind_of(value)}.")
                return None
            ref = value.get("$ref")
            if not isinstance(ref, str):
                return Node(value, pointer, self.report)
            pointer = from_ref(ref)
            try:
                value = resolve(self.data, pointer) if ref.startswith("#") else None
            except (LookupError, ValueError):
                value = None
            if value is None:
                self._lost(
                    origin, f"The reference `{shown(ref)}` to {what} leads nowhere."
                )
                return None
        self._lost(origin, f"The reference to {what} leads in a circle.")
        return None

    def _lost(self, pointer: str, message: str) -> None:
        self.report.add(
            Diagnostic(
                code="SPEC087",
                message=message,
                pointer=pointer,
                effect="dropped",
                hint="Correct the reference, or replace it with an overlay.",
            )
        )


def kind_of(value: Any) -> str:
    """Say what a JSON value is, for messages."""
    match value:
        case None:
            return "null"
        case bool():
            return "a boolean"
        case int() | float():
            return "a number"
        case str():
            return "a text"
        case list():
            return "a list"
        case Mapping():
            return "an object"
        case _:
            return f"a {type(value).__name__}"


def shown(text: str, limit: int = 80) -> str:
    """Return a text of the document fit for a one-line message."""
    printable = "".join(c if c.isprintable() else "?" for c in text[: limit + 1])
    return printable if len(printable) <= limit else printable[:limit] + "..."
