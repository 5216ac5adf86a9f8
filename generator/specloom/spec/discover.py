"""Find every reference that can be reached from a document, and what it means."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final
from urllib.parse import quote

from specloom import location
from specloom.diagnostics import Diagnostic, Effect, Report, Subject
from specloom.spec import cycles
from specloom.spec import text as texts
from specloom.spec.addresses import Library, RefFault, Target
from specloom.spec.grammar import GRAMMAR, Kind, clone, walk

MAX_VALUES: Final = 2_000_000
"""Objects that references may reach; a file that refers into itself at every level
stays below."""


_REFERENCE: Final = re.compile(r"[/#]|\.(json|ya?ml)$")
_SUBJECTS: Final[Mapping[Kind, Subject]] = {
    "schema": "schema",
    "discriminator": "keyword",
}


@dataclass(frozen=True, slots=True)
class Site:
    """A `$ref` and what it means; no target: it cannot be followed."""

    place: Target
    kind: Kind
    target: Target | None


@dataclass(slots=True)
class Found:
    """All references that can be reached from the root."""

    library: Library
    report: Report
    sites: dict[Target, Site] = field(default_factory=dict)
    mappings: dict[Target, dict[str, Target | None]] = field(default_factory=dict)
    fragments: dict[Target, Kind] = field(default_factory=dict)
    walked: set[Target] = field(default_factory=set)


def discover(found: Found, start: Target, kind: Kind) -> None:
    """Walk the document and all it refers to; fills `found`.

    A reference in the place of a whole map or list is spread into its members, in the
    library's own data.
    """
    root = start.uri
    pending: list[tuple[Target, Kind]] = [(start, kind)]
    while pending:
        here, kind = pending.pop()
        if here in found.walked:
            continue
        value = found.library.value(here)
        for pointer, node, inner in walk(value, kind, here.pointer):
            place = Target(here.uri, pointer)
            if not isinstance(node, dict) or place in found.walked:
                continue
            found.walked.add(place)
            _spread(found, place, node, inner)
            meant: Kind = "schema" if inner == "discriminator" else inner
            for target in _look_at(found, place, node, inner):
                if target.uri != root:
                    found.fragments.setdefault(target, meant)
                pending.append((target, meant))
        if len(found.walked) > MAX_VALUES:
            raise texts.fault("SPEC003", found.library.root.name, "too many references")


def _look_at(
    found: Found, place: Target, node: dict[str, Any], kind: Kind
) -> Iterator[Target]:
    """Yield the targets of the references that stand in one object."""
    if kind == "discriminator":
        yield from _mapping(found, place, node)
    ref = node.get("$ref")
    if "$ref" not in node or kind in ("openapi", "swagger", "components"):
        return
    target = _target(found, place, ref, kind)
    found.sites[place] = Site(place, kind, target)
    if target is not None:
        yield target


def _target(found: Found, place: Target, ref: Any, kind: Kind) -> Target | None:
    try:
        if not isinstance(ref, str):
            raise RefFault.malformed(f"`$ref` is {ref!r:.60}, expected a text")
        target = _through(found.library, found.library.find(ref, place.uri))
    except RefFault as fault:
        return _near(found, place, ref, kind, fault)
    if (place.uri, ref) in found.library.loose:
        _told_loosely(found, place, ref, kind, target)
    return target


def _near(
    found: Found, place: Target, ref: Any, kind: Kind, fault: RefFault
) -> Target | None:
    """Read a pointer that leads nowhere from the schema that it stands in."""
    local = isinstance(ref, str) and ref.strip().startswith("#/") and not fault.fatal
    nearest = found.library.nearest(ref, place) if local else None
    if nearest is None:
        _report(found, place, fault, kind)
        return None
    target, is_claimed = nearest
    if not is_claimed:
        _told_loosely(found, place, ref, kind, target)
    return target


def _told_loosely(
    found: Found, place: Target, ref: str, kind: Kind, target: Target
) -> None:
    message = f"`$ref: {ref:.120}` is read as `{location.to_ref(target.pointer):.120}`"
    loose = RefFault("SPEC016", message, "Write the reference so.", fatal=False)
    _report(found, place, loose, kind, "repaired")


def _through(library: Library, target: Target) -> Target:
    """Follow pure references in other files, so that aliases get no names."""
    seen = {target}
    while target.uri != library.root.origin.location:
        value = library.value(target)
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


def _mapping(found: Found, place: Target, node: dict[str, Any]) -> Iterator[Target]:
    """Resolve the values of a discriminator's mapping that are references."""
    mapping = node.get("mapping")
    resolved: dict[str, Target | None] = {}
    for key, value in mapping.items() if isinstance(mapping, dict) else ():
        if not isinstance(value, str) or not _REFERENCE.search(value):
            continue
        try:
            resolved[key] = found.library.find(value, place.uri)
        except RefFault as fault:
            resolved[key] = None
            at = Target(place.uri, location.join(place.pointer, "mapping", key))
            reason = f"{fault.reason}; the mapping of {key!r:.60} is left out"
            softer = RefFault(fault.code, reason, fault.hint, fatal=False)
            _report(found, at, softer, "discriminator")
    if resolved:
        found.mappings[place] = resolved
    yield from (target for target in resolved.values() if target is not None)


def _spread(found: Found, place: Target, node: dict[str, Any], kind: Kind) -> None:
    """Read `paths: {$ref: paths.yaml}` as a reference for every member."""
    for key, (shape, inner) in GRAMMAR.get(kind, {}).items():
        held = node.get(key)
        if not isinstance(held, dict) or (shape == "one" and inner != "components"):
            continue
        ref = held.get("$ref")
        if not isinstance(ref, str):
            continue
        at = Target(place.uri, location.join(place.pointer, key))
        target = _target(found, at, ref, inner)
        value = None if target is None else found.library.value(target)
        if shape == "list" and isinstance(value, dict):
            node[key] = [held]
            reason = f"`{key}` is one reference; read as a list of one"
            hint = "Write a list."
            loose = RefFault("SPEC016", reason, hint, fatal=False)
            _report(found, at, loose, inner, "repaired")
            continue
        if target is None or not isinstance(value, dict | list):
            del node[key]
            continue
        address = found.library.address(target, place.uri)
        if isinstance(value, list):
            node[key] = [{"$ref": f"{address}/{i}"} for i in range(len(value))]
        else:
            members = {
                k: clone(v)
                if k[:2] == "x-"
                else {"$ref": location.join(address, quote(k))}
                for k, v in value.items()
            }
            node[key] = {**members, **{k: v for k, v in held.items() if k != "$ref"}}


def break_cycles(found: Found) -> None:
    """Report and cut references that lead only back to themselves."""
    for place in cycles.find(found.sites, found.library.data):
        site = found.sites[place]
        found.sites[place] = Site(place, site.kind, None)
        reason = "the reference leads back to itself"
        _report(found, place, RefFault.malformed(reason, code="SPEC015"), site.kind)


def _report(
    found: Found,
    place: Target,
    fault: RefFault,
    kind: Kind,
    effect: Effect | None = None,
) -> None:
    """Tell what became of a reference; in another file, with its line at once."""
    document = found.library.documents[place.uri]
    foreign = document is not found.library.root
    shown = document.place(place.pointer).position if foreign else None
    operation = kind in ("path", "path2", "operation", "operation2")
    found.report.add(
        Diagnostic(
            code=fault.code,
            message=fault.reason,
            pointer=place.pointer,
            severity="error" if fault.fatal else "warning",
            effect=effect or ("degraded" if kind == "schema" else "dropped"),
            subject=_SUBJECTS.get(kind, "operation" if operation else "other"),
            hint=fault.hint,
            source=document.name if foreign else None,
            line=shown.line if shown else None,
            column=shown.column if shown else None,
        )
    )
