"""Headers of an answer, found by their names in any case."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any


class ResponseHeaders(Mapping[str, str]):
    """Headers of an answer; names in any case, the first value of each."""

    __slots__ = ("_pairs",)

    def __init__(self, pairs: tuple[tuple[str, str], ...]) -> None:
        self._pairs = pairs

    def __getitem__(self, name: str) -> str:
        wanted = name.lower()
        for found, value in self._pairs:
            if found == wanted:
                return value
        raise KeyError(name)

    def __iter__(self) -> Iterator[str]:
        return iter(dict(self._pairs))

    def __len__(self) -> int:
        return len(dict(self._pairs))

    def __reduce__(self) -> tuple[type[ResponseHeaders], tuple[Any, ...]]:
        return ResponseHeaders, (self._pairs,)

    def __repr__(self) -> str:
        return f"<ResponseHeaders: {', '.join(self)}>"

    def all(self, name: str) -> tuple[str, ...]:
        """Return every value of a header."""
        wanted = name.lower()
        return tuple(value for found, value in self._pairs if found == wanted)
