"""Edit a document without losing track of where its values were written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from specloom import location
from specloom.spec.document import Document, Source
from specloom.spec.grammar import Kind, clone, walk


@dataclass(slots=True)
class _Trail:
    """Sources by token: moving a value moves one branch."""

    source: Source | None = None
    below: dict[str, _Trail] = field(default_factory=dict)

    def put(self, tokens: tuple[str, ...], source: Source) -> None:
        here = self
        for token in tokens:
            here = here.below.setdefault(token, _Trail())
        here.source = source

    def attach(self, tokens: tuple[str, ...], branch: _Trail) -> None:
        here = self
        for token in tokens[:-1]:
            here = here.below.setdefault(token, _Trail())
        here.below[tokens[-1]] = branch

    def detach(self, tokens: tuple[str, ...]) -> _Trail:
        here: _Trail | None = self
        for token in tokens[:-1]:
            here = here.below.get(token) if here else None
        found = here.below.pop(tokens[-1], None) if here else None
        return found or _Trail()

    def flat(self, pointer: str = "") -> Iterator[tuple[str, Source]]:
        if self.source is not None:
            yield pointer, self.source
        for token, branch in self.below.items():
            yield from branch.flat(location.join(pointer, token))


class Draft:
    """A copy of a document's data under edit, with its pointer -> source map."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self.data: Any = clone(document.data)
        self._moves: list[tuple[str, str]] = []
        self._numbered: list[dict[str, Any]] | None = None
        """References into lists of parameters, once one has changed."""
        self._trail = _Trail()
        for pointer, source in document.sources.items():
            self._trail.put(location.split(pointer), source)

    def finish(self, data: Any = None) -> Document:
        """Return the edited document."""
        data = self.data if data is None else data
        sources: Mapping[str, Source] = dict(self._trail.flat())
        return replace(self._document, data=data, sources=sources)

    def source(self, pointer: str) -> Source:
        """Return where the value now at `pointer` was written."""
        here, found = self._trail, self._trail.source
        tokens = location.split(pointer)
        used = 0
        for index, token in enumerate(tokens):
            branch = here.below.get(token)
            if branch is None:
                break
            here = branch
            if here.source is not None:
                found, used = here.source, index + 1
        if found is None:
            return replace(self._document, sources={}).source(pointer)
        rest = location.join("", *tokens[used:])
        return replace(found, pointer=found.pointer + rest)

    def get(self, pointer: str) -> Any:
        """Return the value at a pointer; LookupError when there is none."""
        return location.resolve(self.data, pointer)

    def followed(self, value: Any) -> Any:
        """Return what a value means that may be a reference; None for nothing."""
        for _ in range(32):
            if not isinstance(value, dict) or not isinstance(value.get("$ref"), str):
                return value
            try:
                value = self.get(location.from_ref(value["$ref"]))
            except (LookupError, ValueError):
                return None
        return None

    def put(self, pointer: str, value: Any, source: Source | None = None) -> None:
        """Set the value at a pointer; `source` says where it was written."""
        if source is not None:
            self.written(pointer, source)
        if not pointer:
            self.data = value
            return
        holder = self.get(location.parent(pointer))
        key = location.split(pointer)[-1]
        if isinstance(holder, list):
            holder[int(key)] = value
        else:
            holder[key] = value

    def written(self, pointer: str, source: Source) -> None:
        """Note where the value at `pointer` and all below it were written."""
        tokens = location.split(pointer)
        if tokens:
            self._trail.detach(tokens)
        self._trail.put(tokens, source)

    def move(self, old: str, new: str) -> None:
        """Note that the value at `old` now stands at `new`; the data is not touched."""
        self._moves.append((old, new))
        source = self.source(old)
        branch = self._trail.detach(location.split(old))
        branch.source = source
        self._trail.attach(location.split(new), branch)

    def retarget(self, kind: Kind) -> None:
        """Let references follow the values that moved since."""
        if not self._moves:
            return
        for _, node, _ in walk(self.data, kind):
            ref = node.get("$ref") if isinstance(node, dict) else None
            if not isinstance(ref, str) or not ref.startswith("#/"):
                continue
            pointer = location.from_ref(ref)
            if not location.exists(self.data, pointer):
                node["$ref"] = location.to_ref(self._moved(pointer))

    def _moved(self, pointer: str) -> str:
        for old, new in self._moves:
            if pointer == old or pointer.startswith(f"{old}/"):
                pointer = new + pointer[len(old) :]
        return pointer

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
                self._trail.detach(location.split(location.join(pointer, key)))
            return
        kept = [index for index in range(len(holder)) if str(index) not in keys]
        self.reorder(pointer, kept)

    def reorder(self, pointer: str, kept: list[int]) -> None:
        """Keep these items of a list, in this order."""
        holder = self.get(pointer)
        items = [f"{pointer}/{index}" for index in range(len(holder))]
        sources = [self.source(item) for item in items]
        branches = [self._trail.detach(location.split(item)) for item in items]
        for new, old in enumerate(kept):
            if new != old or branches[old].source or branches[old].below:
                branches[old].source = sources[old]
                self._trail.attach(location.split(items[new]), branches[old])
        if kept != list(range(len(holder))):
            self._renumber(pointer, {old: new for new, old in enumerate(kept)})
        holder[:] = [holder[index] for index in kept]

    def _renumber(self, pointer: str, places: Mapping[int, int]) -> None:
        """Let references follow the items of a list; to one that goes, to nothing."""
        if self._numbered is None:
            self._numbered = [*_numbered(self.data)]
        for node in self._numbered:
            target = location.from_ref(node["$ref"])
            if not target.startswith(f"{pointer}/"):
                continue
            index, slash, rest = target[len(pointer) + 1 :].partition("/")
            place = places.get(int(index)) if index.isdecimal() else None
            index = "-" if place is None else str(place)
            node["$ref"] = location.to_ref(f"{pointer}/{index}{slash}{rest}")


def _numbered(data: Any) -> Iterator[dict[str, Any]]:
    """Yield the references that lead into a list of parameters."""
    pending = [data]
    while pending:
        value = pending.pop()
        if isinstance(value, dict):
            ref = value.get("$ref")
            if isinstance(ref, str) and re.search(r"/parameters/\d", ref):
                yield value
            pending += value.values()
        elif isinstance(value, list):
            pending += value
