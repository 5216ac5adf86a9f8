"""Make one self-contained document of a description and the files it refers to.

After `bundle` every `$ref` is a local pointer that leads somewhere. Fragments of
other files stand among the components under names that depend on file and pointer
only; `Document.sources` tells where each was written.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from specloom import location
from specloom.diagnostics import Report
from specloom.spec import document as documents
from specloom.spec.addresses import Library, Target
from specloom.spec.discover import MAX_VALUES, Found, Site, break_cycles, discover
from specloom.spec.document import Document, Source
from specloom.spec.draft import Draft
from specloom.spec.fragments import homes, inlined
from specloom.spec.grammar import Kind, clone

_ANNOTATIONS: Final = frozenset(
    {"title", "description", "deprecated", "readOnly", "writeOnly", "nullable"}
)


def bundle(
    document: Document,
    report: Report,
    *,
    allow_remote_refs: bool = False,
    folder: Path | None = None,
) -> Document:
    """Bring all references into the document.

    Files are read below `folder` (by default the document's own), URLs only with
    `allow_remote_refs`. SpecError when this is no API description.
    """
    kind = documents.identify(document)
    for finding in document.findings:
        report.add(finding)
    document = replace(document, data=clone(document.data), findings=())
    library = Library.of(document, folder, allow_remote=allow_remote_refs)
    found = Found(library, report)
    discover(found, Target(document.origin.location, ""), kind)
    break_cycles(found)
    return _Bundler(document, found, homes(found, kind), kind).build()


class _Bundler:
    """Write the bundle: the root first, then every fragment into its home."""

    def __init__(
        self,
        document: Document,
        found: Found,
        homes: dict[Target, str],
        kind: Kind,
    ) -> None:
        self._found = found
        self._homes = homes
        self._draft = Draft(document)
        self._root = document.origin.location
        self._kind = kind
        self._drops: list[str] = []
        self._values = 0
        self._sites: dict[str, list[tuple[str, Target]]] = {}
        for place in sorted({*found.sites, *found.mappings}):
            self._sites.setdefault(place.uri, []).append((place.pointer, place))

    def build(self) -> Document:
        self._rewrite(Target(self._root, ""), "", ())
        for target, home in sorted(self._homes.items(), key=lambda item: item[1]):
            if target not in self._owned():
                self._open_section(location.parent(home))
                self._place(target, home, ())
        self._draft.remove(self._drops)
        return self._draft.finish()

    def _owned(self) -> frozenset[Target]:
        return frozenset(
            target
            for target, home in self._homes.items()
            if Target(self._root, home) in self._found.sites
        )

    def _open_section(self, section: str) -> None:
        at = ""
        for token in location.split(section):
            holder = self._draft.get(at)
            at = location.join(at, token)
            if not isinstance(holder.get(token), dict):
                holder[token] = {}

    def _place(self, target: Target, home: str, stack: tuple[Target, ...]) -> None:
        """Copy a fragment to `home` and rewrite the references in it."""
        library = self._found.library
        value = clone(library.value(target))
        self._values += 1
        kind = self._found.fragments.get(target)
        if kind == "example" and not _is_example(value):
            value = {"value": value}
        self._draft.put(home, value, self._source(target))
        self._rewrite(target, home, stack)

    def _source(self, target: Target) -> Source:
        library = self._found.library
        document = library.documents[target.uri]
        source = document.source(target.pointer)
        version = library.versions.get(target.uri)
        return Source(source.name, source.origin, source.text, source.pointer, version)

    def _rewrite(self, origin: Target, home: str, stack: tuple[Target, ...]) -> None:
        """Rewrite every reference below a value that was copied to `home`."""
        for pointer, place in self._region(origin):
            at = home + pointer[len(origin.pointer) :]
            try:
                node = self._draft.get(at)
            except LookupError:
                continue
            if not isinstance(node, dict):
                continue  # what a reference above it leads to is no object
            if place in self._found.mappings:
                self._rewrite_mapping(node, self._found.mappings[place])
            if place in self._found.sites:
                self._rewrite_site(self._found.sites[place], node, at, stack)

    def _region(self, origin: Target) -> list[tuple[str, Target]]:
        pairs = self._sites.get(origin.uri, [])
        if not origin.pointer:
            return pairs
        first = bisect_left(pairs, (origin.pointer,))
        last = bisect_left(pairs, (origin.pointer + "0",))
        start = f"{origin.pointer}/"
        return [
            pair
            for pair in pairs[first:last]
            if pair[0] == origin.pointer or pair[0].startswith(start)
        ]

    def _rewrite_mapping(
        self, node: dict[str, Any], resolved: dict[str, Target | None]
    ) -> None:
        for key, target in resolved.items():
            if target is None:
                node["mapping"].pop(key, None)
            elif (pointer := self._pointer(target)) is not None:
                node["mapping"][key] = location.to_ref(pointer)

    def _rewrite_site(
        self, site: Site, node: dict[str, Any], at: str, stack: tuple[Target, ...]
    ) -> None:
        target = site.target
        if target is None:
            self._give_up(site, node, at)
        elif self._homes.get(target) == at:
            self._place(target, at, stack)
        elif inlined(site.kind, self._kind):
            self._inline(site, node, at, stack)
        elif (pointer := self._pointer(target)) is not None:
            node["$ref"] = location.to_ref(pointer)

    def _pointer(self, target: Target) -> str | None:
        return target.pointer if target.uri == self._root else self._homes.get(target)

    def _give_up(self, site: Site, node: dict[str, Any], at: str) -> None:
        if site.kind == "schema":
            kept = {k: v for k, v in node.items() if k in _ANNOTATIONS}
            node.clear()
            node.update(kept)
        else:
            self._drops.append(at)

    def _inline(
        self, site: Site, node: dict[str, Any], at: str, stack: tuple[Target, ...]
    ) -> None:
        """Put a path item (or a media type) in the place of its reference."""
        target = site.target
        assert target is not None  # checked by the caller
        if target in stack or self._values > MAX_VALUES:
            self._give_up(site, node, at)
            return
        siblings = {key: value for key, value in node.items() if key != "$ref"}
        self._place(target, at, (*stack, target))
        value = self._draft.get(at)
        if isinstance(value, dict):
            value.update(siblings)


def _is_example(value: Any) -> bool:
    keys = {"value", "externalValue", "dataValue", "serializedValue", "$ref"}
    return isinstance(value, dict) and bool(keys & value.keys())
