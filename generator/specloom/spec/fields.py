"""Fields of an `x-specloom-*` value: typed, with unknown ones reported.

A fault in what our users wrote for us is an error, with its place and the nearest
name: a lifecycle that is half read would follow a job wrongly.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from specloom.runtime._lifecycle import Call, Location
from specloom.spec.raw import Node, kind_of, shown
from specloom.suggest import did_you_mean

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Codes:
    """The codes of unknown and of malformed fields."""

    unknown: str = "SPEC091"
    malformed: str = "SPEC092"


@dataclass(slots=True)
class Fields:
    """One object of an extension; `close()` reports the fields nobody asked for."""

    node: Node
    what: str
    codes: Codes = field(default_factory=Codes)
    _asked: set[str] = field(default_factory=set)

    def __contains__(self, key: str) -> bool:
        self._asked.add(key)
        return self.node.get(key) is not None

    def raw(self, key: str) -> Any:
        """Return the value as written, None when absent."""
        self._asked.add(key)
        return self.node.get(key)

    def text(self, key: str) -> str | None:
        """Return a text."""
        match self.raw(key):
            case None:
                return None
            case str() as found:
                return found
            case found:
                self.wrong(key, f"expected a text, found {kind_of(found)}")
                return None

    def flag(self, key: str, default: bool) -> bool:
        """Return a boolean."""
        match self.raw(key):
            case None:
                return default
            case bool() as found:
                return found
            case found:
                self.wrong(key, f"expected true or false, found {kind_of(found)}")
                return default

    def number(self, key: str, default: float) -> float:
        """Return a finite number that is not negative."""
        found = self.maybe_number(key)
        return default if found is None else found

    def maybe_number(self, key: str) -> float | None:
        """Return a finite number that is not negative, None when absent."""
        match self.raw(key):
            case None:
                return None
            case bool() as found:
                self.wrong(key, "expected a number, found a boolean")
            case int() | float() as found if 0 <= found < math.inf:
                return found
            case found:
                self.wrong(key, f"expected a number from 0, found {kind_of(found)}")
        return None

    def count(self, key: str, default: int) -> int:
        """Return a whole number that is not negative."""
        found = self.maybe_number(key)
        if found is None:
            return default
        if found != int(found):
            self.wrong(key, "expected a whole number")
            return default
        return int(found)

    def texts(self, key: str) -> tuple[str, ...]:
        """Return one text or a list of them; numbers count as their text."""
        return self._texts(self.raw(key), key)

    def location(self, key: str) -> Location:
        """Return one runtime expression or several, in order."""
        return self.texts(key)

    def one_of(self, key: str, allowed: tuple[str, ...], default: T) -> str | T:
        """Return one of some words."""
        found = self.text(key)
        if found is None:
            return default
        if found in allowed:
            return found
        self.wrong(
            key,
            f"`{shown(found)}` is not one of {', '.join(allowed)}"
            + did_you_mean(found, allowed),
        )
        return default

    def child(self, key: str) -> Fields:
        """Return an object field; an empty one when absent or malformed."""
        found = self.raw(key)
        if found is not None and not isinstance(found, Mapping):
            self.wrong(key, f"expected an object, found {kind_of(found)}")
            found = None
        node = Node(found or {}, self.node.at(key), self.node.report)
        return Fields(node, f"{self.what}.{key}", self.codes)

    def children(self, key: str) -> Iterator[tuple[str, Fields]]:
        """Yield the object members of an object field, by name."""
        mapping = self.child(key)
        for name in sorted(mapping.node.value, key=str):
            yield str(name), mapping.child(str(name))

    def list(self, key: str) -> Iterator[Fields]:
        """Yield the object items of a list field."""
        found = self.raw(key)
        if found is not None and not isinstance(found, list):
            self.wrong(key, f"expected a list, found {kind_of(found)}")
            return
        for index, item in enumerate(found or ()):
            pointer = self.node.at(key, index)
            if isinstance(item, Mapping):
                node = Node(item, pointer, self.node.report)
                yield Fields(node, f"{self.what}.{key}[{index}]", self.codes)
            else:
                message = f"`{self.what}.{key}[{index}]`: expected an object"
                self.error(self.codes.malformed, message, pointer)

    def mapping(self, key: str, read: Callable[[Any, str], T]) -> dict[str, T]:
        """Return an object field with each member read, by name."""
        found = self.child(key)
        return {
            str(name): read(found.node.value[name], found.node.at(str(name)))
            for name in sorted(found.node.value, key=str)
        }

    def locations(self, key: str) -> dict[str, Location]:
        """Return an object field of locations (`bind`, `keep`, `capture`)."""
        return self.mapping(key, lambda value, _: self._texts(value, key))

    def words(self, key: str) -> dict[str, str]:
        """Return an object field of texts."""
        return {name: " ".join(found) for name, found in self.locations(key).items()}

    def call(self) -> Call | None:
        """Return `operation` and `bind` of this object; None without an operation."""
        operation, bind = self.text("operation"), self.locations("bind")
        return None if operation is None else Call(operation=operation, bind=bind)

    def called(self, key: str) -> Call | None:
        """Return an object field that is only a call."""
        if key not in self:
            return None
        found = self.child(key)
        call = found.call()
        found.close()
        if call is None:
            self.wrong(key, "expected an `operation`")
        return call

    def close(self) -> None:
        """Report the fields that do not exist."""
        for key in sorted(map(str, self.node.value)):
            if key not in self._asked and not key.startswith("x-"):
                message = f"`{self.what}` has no field `{shown(key)}`"
                message += did_you_mean(key, sorted(self._asked)) or "."
                self.error(self.codes.unknown, message, self.node.at(key))

    def wrong(self, key: str, reason: str) -> None:
        """Report a field whose value cannot be used."""
        message = f"`{self.what}.{key}`: {reason}."
        self.error(self.codes.malformed, message.replace("?.", "?"), self.node.at(key))

    def error(self, code: str, message: str, pointer: str) -> None:
        """Report a fault as an error."""
        self.node.row(
            code, message, pointer, severity="error", effect="none", subject="other"
        )

    def _texts(self, value: Any, key: str) -> tuple[str, ...]:
        listed = value if isinstance(value, list) else [value]
        found = []
        for item in listed:
            match item:
                case None:
                    continue
                case bool():
                    found.append("true" if item else "false")
                case str() | int() | float():
                    found.append(str(item))
                case _:
                    self.wrong(key, f"expected texts, found {kind_of(item)}")
        return tuple(found)


def fields_of(node: Node, key: str, codes: Codes | None = None) -> Fields | None:
    """Return the fields of an extension; None when it is absent."""
    found = node.get(key)
    if found is None:
        return None
    whole = Fields(
        Node(found if isinstance(found, Mapping) else {}, node.at(key), node.report),
        key,
    )
    whole.codes = codes or Codes()
    if not isinstance(found, Mapping):
        message = f"`{key}`: expected an object, found {kind_of(found)}."
        whole.error(whole.codes.malformed, message, node.at(key))
    return whole
