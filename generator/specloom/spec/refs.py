"""Make one self-contained document of a description and the files it refers to.

After `bundle` every `$ref` is a local pointer that leads somewhere. Fragments of
other files stand among the components under names that depend on file and pointer
only; `Document.sources` tells where each was written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any, Final
from urllib.parse import urlsplit

from specloom import location
from specloom.diagnostics import Diagnostic, Report, SpecError
from specloom.spec import cycles
from specloom.spec import document as documents
from specloom.spec.addresses import Library, RefFault, Target
from specloom.spec.document import Document, Source
from specloom.spec.draft import Draft
from specloom.spec.grammar import Kind, clone, walk

MAX_VALUES: Final = 2_000_000
"""Objects a bundle may hold; a file that refers into itself at every level stays
below."""

_HOMES: Mapping[Kind, str] = {
    "schema": "/components/schemas",
    "parameter": "/components/parameters",
    "header": "/components/headers",
    "body": "/components/requestBodies",
    "response": "/components/responses",
    "example": "/components/examples",
    "link": "/components/links",
    "scheme": "/components/securitySchemes",
    "callback": "/components/callbacks",
}
_HOMES_2: Mapping[Kind, str] = {
    "schema": "/definitions",
    "parameter2": "/parameters",
    "response2": "/responses",
    "scheme": "/securityDefinitions",
}
_ANNOTATIONS: Final = frozenset(
    {"title", "description", "deprecated", "readOnly", "writeOnly", "nullable"}
)
_PLAIN_NAMES: Final = frozenset({"schema", "items", "schemas", "value", "content"})


@dataclass(frozen=True, slots=True)
class Site:
    """A `$ref` and what it means; no target: it cannot be followed."""

    place: Target
    kind: Kind
    target: Target | None


@dataclass(slots=True)
class _Found:
    """All references that can be reached from the root."""

    library: Library
    report: Report
    sites: dict[Target, Site] = field(default_factory=dict)
    mappings: dict[Target, dict[str, Target | None]] = field(default_factory=dict)
    fragments: dict[Target, Kind] = field(default_factory=dict)
    walked: set[Target] = field(default_factory=set)


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
    library = Library.of(document, folder, allow_remote=allow_remote_refs)
    found = _Found(library, report)
    _discover(found, Target(document.origin.location, ""), kind)
    _break_cycles(found)
    return _Bundler(document, found, _homes(found, kind), kind).build()


def _discover(found: _Found, start: Target, kind: Kind) -> None:
    root = start.uri
    pending: list[tuple[Target, Kind]] = [(start, kind)]
    while pending:
        here, kind = pending.pop()
        if here in found.walked:
            continue
        value = location.resolve(found.library.data(here.uri), here.pointer)
        for pointer, node, inner in walk(value, kind, here.pointer):
            place = Target(here.uri, pointer)
            if not isinstance(node, dict) or place in found.walked:
                continue
            found.walked.add(place)
            meant: Kind = "schema" if inner == "discriminator" else inner
            for target in _look_at(found, place, node, inner):
                if target.uri != root:
                    found.fragments.setdefault(target, meant)
                pending.append((target, meant))
        if len(found.walked) > MAX_VALUES:
            raise SpecError(
                _fault("SPEC003", "too many referenced values", "", "error")
            )


def _look_at(
    found: _Found, place: Target, node: dict[str, Any], kind: Kind
) -> Iterator[Target]:
    """Yield the targets of the references that stand in one object."""
    if kind == "discriminator":
        yield from _mapping(found, place, node)
    ref = node.get("$ref")
    if "$ref" not in node or kind in ("openapi", "swagger", "components"):
        return
    target = _target(found, place, ref)
    found.sites[place] = Site(place, kind, target)
    if target is not None:
        yield target


def _target(found: _Found, place: Target, ref: Any) -> Target | None:
    if not isinstance(ref, str):
        reason = f"`$ref` is {ref!r:.60}, expected a text"
        found.report.add(_unusable(found, place, RefFault.malformed(reason)))
        return None
    try:
        return _through(found.library, found.library.find(ref, place.uri))
    except RefFault as fault:
        found.report.add(_unusable(found, place, fault))
        return None


def _through(library: Library, target: Target) -> Target:
    """Follow pure references in other files, so that aliases get no names."""
    seen = {target}
    while target.uri != library.root.origin.location:
        value = location.resolve(library.data(target.uri), target.pointer)
        match value:
            case {"$ref": str() as ref} if len(value) == 1:
                following = library.find(ref, target.uri)
            case _:
                return target
        if following in seen:
            return target
        seen.add(following)
        target = following
    return target


def _mapping(found: _Found, place: Target, node: dict[str, Any]) -> Iterator[Target]:
    """Resolve the values of a discriminator's mapping that are references."""
    mapping = node.get("mapping")
    resolved: dict[str, Target | None] = {}
    for key, value in mapping.items() if isinstance(mapping, dict) else ():
        if not isinstance(value, str) or not re.search(r"[/#]|\.(json|ya?ml)$", value):
            continue
        at = Target(place.uri, location.join(place.pointer, "mapping", key))
        try:
            resolved[key] = found.library.find(value, place.uri)
        except RefFault as fault:
            resolved[key] = None
            found.report.add(
                Diagnostic(
                    code=fault.code,
                    message=f"{fault.reason}; the mapping of {key!r} is left out",
                    pointer=_shown_pointer(found, at),
                    effect="dropped",
                    subject="keyword",
                    hint=fault.hint,
                )
            )
    if resolved:
        found.mappings[place] = resolved
    yield from (target for target in resolved.values() if target is not None)


def _break_cycles(found: _Found) -> None:
    """Report and cut references that lead only back to themselves."""
    for place in cycles.find(found.sites, found.library.data):
        site = found.sites[place]
        found.sites[place] = Site(place, site.kind, None)
        reason = "the reference leads back to itself"
        fault = RefFault.malformed(reason, code="SPEC015")
        found.report.add(_unusable(found, place, fault))


def _unusable(found: _Found, place: Target, fault: RefFault) -> Diagnostic:
    schema = place in found.sites and found.sites[place].kind == "schema"
    return Diagnostic(
        code=fault.code,
        message=fault.reason,
        pointer=_shown_pointer(found, place),
        severity="error" if fault.fatal else "warning",
        effect="degraded",
        subject="schema" if schema else "other",
        hint=fault.hint,
        source=_foreign(found, place),
    )


def _foreign(found: _Found, place: Target) -> str | None:
    document = found.library.documents[place.uri]
    return None if document is found.library.root else document.name


def _shown_pointer(found: _Found, place: Target) -> str:
    return place.pointer


def _homes(found: _Found, kind: Kind) -> dict[Target, str]:
    """Give every fragment of another file its pointer in the bundle."""
    homes_of = _HOMES if kind == "openapi" else _HOMES_2
    root = found.library.root
    homes = _own_homes(found, tuple(homes_of.values()))
    used = {section: _names_in(root.data, section) for section in homes_of.values()}
    for target in sorted(found.fragments.keys() - homes.keys()):
        section = homes_of.get(found.fragments[target])
        if section is None:
            continue
        name = _free(_candidates(target), used[section])
        used[section].add(name.casefold())
        homes[target] = location.join(section, name)
    return homes


def _own_homes(found: _Found, sections: tuple[str, ...]) -> dict[Target, str]:
    """Find components that are nothing but a reference: they become the fragment."""
    homes: dict[Target, str] = {}
    root = found.library.root.origin.location
    for site in sorted(found.sites.values(), key=lambda item: item.place):
        here, target = site.place, site.target
        if here.uri != root or target is None or target.uri == root:
            continue
        node = location.resolve(found.library.data(root), here.pointer)
        if len(node) == 1 and location.parent(here.pointer) in sections:
            homes.setdefault(target, here.pointer)
    return homes


def _names_in(data: Any, section: str) -> set[str]:
    try:
        holder = location.resolve(data, section)
    except LookupError:
        return set()
    return {name.casefold() for name in holder} if isinstance(holder, dict) else set()


def _candidates(target: Target) -> Iterator[str]:
    """Yield names for a fragment, the shortest first."""
    stem = PurePosixPath(urlsplit(target.uri).path).name.partition(".")[0]
    words = [
        word
        for token in location.split(target.pointer)
        if (word := re.sub(r"[^A-Za-z0-9._-]+", "_", token).strip("_"))
    ]
    tail = words[-1:] if words else [stem]
    if words and (words[-1] in _PLAIN_NAMES or words[-1].isdigit()):
        tail = words[-3:]
    base = "_".join(tail) or "fragment"
    yield base
    yield f"{stem}_{base}"
    yield from (f"{stem}_{base}_{number}" for number in range(2, 1_000_000))


def _free(candidates: Iterator[str], used: set[str]) -> str:
    return next(name for name in candidates if name.casefold() not in used)


class _Bundler:
    """Write the bundle: the root first, then every fragment into its home."""

    def __init__(
        self,
        document: Document,
        found: _Found,
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
        value = clone(location.resolve(library.data(target.uri), target.pointer))
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
            if place in self._found.mappings:
                self._rewrite_mapping(node, self._found.mappings[place])
            if place in self._found.sites:
                self._rewrite_site(self._found.sites[place], node, at, stack)

    def _region(self, origin: Target) -> list[tuple[str, Target]]:
        from bisect import bisect_left

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
        elif _inlined(site.kind, self._kind):
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


def _inlined(kind: Kind, family: Kind) -> bool:
    homes = _HOMES if family == "openapi" else _HOMES_2
    return kind not in homes


def _is_example(value: Any) -> bool:
    keys = {"value", "externalValue", "dataValue", "serializedValue", "$ref"}
    return isinstance(value, dict) and bool(keys & value.keys())


def _fault(code: str, message: str, pointer: str, severity: Any) -> Diagnostic:
    return Diagnostic(code=code, message=message, pointer=pointer, severity=severity)
