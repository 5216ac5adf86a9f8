"""Edit a document without losing track of where its values were written."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from specloom import location
from specloom.spec.document import Document, Source
from specloom.spec.grammar import clone


class Draft:
    """A copy of a document's data under edit, with its pointer -> source map."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self.data: Any = clone(document.data)
        self.sources: dict[str, Source] = dict(document.sources)

    def finish(self) -> Document:
        """Return the edited document."""
        return replace(self._document, data=self.data, sources=self.sources)

    def source(self, pointer: str) -> Source:
        """Return where the value now at `pointer` was written."""
        return replace(self._document, sources=self.sources).source(pointer)

    def get(self, pointer: str) -> Any:
        """Return the value at a pointer; LookupError when there is none."""
        return location.resolve(self.data, pointer)

    def put(self, pointer: str, value: Any, source: Source | None = None) -> None:
        """Set the value at a pointer; `source` says where it was written."""
        if source is not None:
            self.sources[pointer] = source
        if not pointer:
            self.data = value
            return
        holder = self.get(location.parent(pointer))
        key = location.split(pointer)[-1]
        if isinstance(holder, list):
            holder[int(key)] = value
        else:
            holder[key] = value

    def remove(self, pointers: Iterable[str]) -> None:
        """Remove members and items; the sources of later items move with them."""
        by_holder: dict[str, set[str]] = {}
        for pointer in pointers:
            key = location.split(pointer)[-1]
            by_holder.setdefault(location.parent(pointer), set()).add(key)
        for holder in sorted(by_holder, key=lambda item: item.count("/"), reverse=True):
            self._remove_from(holder, by_holder[holder])

    def _remove_from(self, pointer: str, keys: set[str]) -> None:
        holder = self.get(pointer)
        if isinstance(holder, dict):
            for key in keys:
                holder.pop(key, None)
                self._forget(location.join(pointer, key))
            return
        kept = [index for index in range(len(holder)) if str(index) not in keys]
        moved = {index: self.source(f"{pointer}/{index}") for index in kept}
        inner = {
            index: self._below(f"{pointer}/{index}") for index in kept if index != 0
        }
        for index in range(len(holder)):
            self._forget(f"{pointer}/{index}")
        for new, old in enumerate(kept):
            if new != old or old in inner:
                self.sources[f"{pointer}/{new}"] = moved[old]
            for rest, source in inner.get(old, {}).items():
                self.sources[f"{pointer}/{new}{rest}"] = source
        holder[:] = [holder[index] for index in kept]

    def _below(self, pointer: str) -> dict[str, Source]:
        start = f"{pointer}/"
        return {
            key[len(pointer) :]: source
            for key, source in self.sources.items()
            if key.startswith(start)
        }

    def _forget(self, pointer: str) -> None:
        start = f"{pointer}/"
        for key in [
            key for key in self.sources if key == pointer or key.startswith(start)
        ]:
            del self.sources[key]
