"""From a `$ref` to the file and pointer it means, within what may be read.

References come from untrusted documents: files are read only inside the document's
folder (symbolic links followed before that is judged), the network only when allowed.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote, unquote, urljoin, urlsplit

from specloom import location
from specloom.diagnostics import SpecError
from specloom.spec import document as documents
from specloom.spec.document import Document

MAX_FILES: Final = 2000
_MAX_HOPS: Final = 64
_CONTROL = re.compile("[\x00-\x1f\x7f]")


_SECTIONS: Final = {
    "responses": ("/components/schemas",),
    "parameters": ("/components/schemas",),
    "models": ("/components/schemas", "/definitions"),
    "definitions": ("/components/schemas",),
    "schemas": ("/definitions",),
}
"""Sections that are mistaken for one another -> where the name may be meant."""


class RefFault(Exception):
    """A reference that cannot be followed. `fatal`: by a rule, not by an accident."""

    def __init__(self, code: str, reason: str, hint: str, *, fatal: bool) -> None:
        super().__init__(reason)
        self.code = code
        self.reason = reason
        self.hint = hint
        self.fatal = fatal

    @classmethod
    def malformed(cls, reason: str, code: str = "SPEC014") -> RefFault:
        """Return the fault of a reference that no document can follow."""
        hint = "Write `#/components/...`, a relative file, or both: `file.yaml#/Name`."
        return cls(code, reason, hint, fatal=True)


@dataclass(frozen=True, slots=True, order=True)
class Target:
    """A value: the file or URL it is in, and its pointer there."""

    uri: str
    pointer: str


@dataclass(slots=True)
class Library:
    """The documents that references lead to, each read once."""

    root: Document
    folder: Path | None
    allow_remote: bool
    documents: dict[str, Document] = field(default_factory=dict)
    versions: dict[str, str | None] = field(default_factory=dict)
    _names: dict[str, dict[str, str]] = field(default_factory=dict)
    _found: dict[tuple[str, str], Target | RefFault] = field(default_factory=dict)
    loose: set[tuple[str, str]] = field(default_factory=set)
    """References (base, `$ref`) that were followed by a loose reading."""

    @classmethod
    def of(cls, root: Document, folder: Path | None, *, allow_remote: bool) -> Library:
        """Open the library of one document; `folder` bounds the files it may name."""
        place = root.origin.location
        if folder is None and place != "-" and not documents.is_url(place):
            folder = Path(place).parent
        library = cls(root, folder.resolve() if folder else None, allow_remote)
        library.documents[place] = root
        library.versions[place] = documents.version_of(root.data)
        return library

    def data(self, uri: str) -> Any:
        """Return the data of a document that was read."""
        return self.documents[uri].data

    def value(self, target: Target) -> Any:
        """Return the value a target means."""
        return location.resolve(self.data(target.uri), target.pointer)

    def address(self, target: Target, base: str) -> str:
        """Write a target as a reference that `base` can use."""
        fragment = location.to_ref(target.pointer)
        if target.uri == base:
            return fragment
        if documents.is_url(target.uri):
            return target.uri + fragment
        return quote(os.path.relpath(target.uri, Path(base).parent)) + fragment

    def find(self, ref: str, base: str) -> Target:
        """Return what a reference in the document `base` means; RefFault if nothing."""
        found = self._found.get((base, ref))
        if found is None:
            self._found[base, ref] = _circular(ref)  # for whoever asks meanwhile
            try:
                found = self._find(ref, base)
            except RefFault as fault:
                found = fault
            self._found[base, ref] = found
        if isinstance(found, RefFault):
            raise found
        return found

    def _find(self, ref: str, base: str) -> Target:
        address, _, fragment = ref.strip().partition("#")
        if _CONTROL.search(unquote(address)):
            raise RefFault.malformed(f"`$ref` holds control characters: {ref!r:.100}")
        uri = base
        if address:
            known = self._identifiers(base).get(ref.strip())
            if known is None:
                known = self._identifiers(base).get(address)
            if known is not None:
                return self._loose(base, known + _pointer_part(fragment))
            try:
                uri = self._address(address, base)
            except RefFault as fault:
                named = None if fault.fatal else self._named(address, base)
                if named is None:
                    raise
                self.loose.add((base, ref))
                return named
        found = self._strict(uri, fragment)
        if found is not None:
            return found
        self.loose.add((base, ref))
        return self._loose(uri, fragment)

    def nearest(self, ref: str, place: Target) -> tuple[Target, bool] | None:
        """Return what a local pointer means below what holds the reference, if anything.

        Schemas that were written apart refer into themselves (`#/$defs/Name`). A claim
        by `$id` makes that right (JSON Schema, 8.2.1); without, it is plainly meant.
        """
        pointer = unquote(ref.strip().removeprefix("#"))
        tokens = location.split(place.pointer)
        for count in range(len(tokens), 0, -1):
            holder = "".join(location.join("", token) for token in tokens[:count])
            try:
                found = self._follow(place.uri, holder + pointer)
            except RefFault:
                continue  # a reference on the way leads nowhere itself
            if found is not None:
                holding = self.value(Target(place.uri, holder))
                return found, isinstance(holding, dict) and "$id" in holding
        return None

    def _named(self, name: str, base: str) -> Target | None:
        """Read a reference that is only the name of a schema."""
        for holder in ("/components/schemas", "/definitions"):
            found = self._follow(base, location.join(holder, name))
            if found is not None:
                return found
        return None

    def _address(self, address: str, base: str) -> str:
        address = address.replace("\\", "/")
        try:
            scheme = urlsplit(address).scheme if ":" in address else ""
            joined = urljoin(base, address) if documents.is_url(base) else address
        except ValueError:
            raise RefFault.malformed(f"`{_short(address)}` is no URL") from None
        if scheme in ("http", "https") or (documents.is_url(base) and not scheme):
            return self._remote(joined, base)
        if scheme or address.startswith("/"):
            raise _refused(f"`{_short(address)}` is an absolute address")
        if self.folder is None or base == "-":
            raise _refused(f"`{_short(address)}` has no folder to be looked up in")
        return self._file(unquote(address), base)

    def _remote(self, url: str, base: str) -> str:
        if not self.allow_remote:
            raise RefFault(
                "SPEC012",
                f"`{_short(url)}` leads to the network, which is not allowed",
                "Allow it with --allow-remote-refs, or bundle the document first.",
                fatal=True,
            )
        if base.startswith("https://") and not url.startswith("https://"):
            raise _refused(f"`{_short(url)}` leads from https to http")
        return self._load(url, base)

    def _file(self, path: str, base: str) -> str:
        assert self.folder is not None  # checked by the caller
        try:
            found = (Path(base).parent / path).resolve()
        except (OSError, ValueError, RuntimeError):
            raise RefFault.malformed(f"`{_short(path)}` is not a path") from None
        if not found.is_relative_to(self.folder):
            raise _refused(f"`{_short(path)}` leaves the document's folder")
        return self._load(str(found), base)

    def _load(self, uri: str, base: str) -> str:
        if uri in self.documents:
            return uri
        if len(self.documents) >= MAX_FILES:
            raise _refused(f"more than {MAX_FILES} files are referenced")
        try:
            found = self._read(uri)
        except SpecError as error:
            reason = error.diagnostics[0].message
            raise _nowhere(f"`{_short(self._told(uri))}`: {reason}") from None
        self.documents[uri] = found
        self.versions[uri] = documents.version_of(found.data) or self.versions[base]
        return uri

    def _told(self, uri: str) -> str:
        """Return how a file is called: by its way from the folder of the document."""
        if documents.is_url(uri) or self.folder is None:
            return uri
        return str(Path(uri).relative_to(self.folder))

    def _read(self, uri: str) -> Document:
        if documents.is_url(uri):
            return documents.read(uri)
        assert self.folder is not None  # files are only reached from a folder
        return documents.read_file(Path(uri), name=self._told(uri))

    def _strict(self, uri: str, fragment: str) -> Target | None:
        """Read a fragment as a pointer or as the name of an anchor."""
        plain = unquote(fragment)
        if not plain or plain.startswith("/"):
            return self._follow(uri, plain)
        pointer = self._identifiers(uri).get(f"#{plain}")
        return None if pointer is None else Target(uri, pointer)

    def _loose(self, uri: str, fragment: str) -> Target:
        """Read a fragment as what is plainly meant; RefFault when nothing is."""
        for pointer in _loose_readings(fragment):
            found = self._follow(uri, pointer)
            if found is not None:
                return found
        if fragment.startswith("/") and "~" in fragment:
            self._check_escapes(unquote(fragment))
        raise _nowhere(f"`#{_short(fragment)}` leads nowhere in {self._name(uri)}")

    def _check_escapes(self, pointer: str) -> None:
        try:
            location.split(pointer)
        except ValueError as error:
            raise RefFault.malformed(f"`$ref` is not a JSON pointer: {error}") from None

    def _follow(self, uri: str, pointer: str, hops: int = 0) -> Target | None:
        """Walk a pointer, through references that stand on the way."""
        value, at = self.data(uri), ""
        try:
            tokens = location.split(pointer)
        except ValueError:
            return None
        for index, token in enumerate(tokens):
            if isinstance(value, dict) and token not in value and "$ref" in value:
                return self._jump(uri, value["$ref"], tokens[index:], hops)
            if isinstance(value, dict) and token in value:
                value = value[token]
            else:
                try:
                    value = location.resolve(value, location.join("", token))
                except LookupError:
                    return None
            at = location.join(at, token)
        return Target(uri, at)

    def _jump(
        self, uri: str, ref: Any, rest: tuple[str, ...], hops: int
    ) -> Target | None:
        if not isinstance(ref, str) or hops >= _MAX_HOPS:
            return None
        try:
            found = self.find(ref, uri)
        except RecursionError:
            return None
        return self._follow(found.uri, location.join(found.pointer, *rest), hops + 1)

    def _name(self, uri: str) -> str:
        return self.documents[uri].name

    def _identifiers(self, uri: str) -> dict[str, str]:
        """Return `#anchor`, `$id` and `$self` -> pointer for one document."""
        if uri not in self._names:
            names: dict[str, str] = {}
            for pointer, value in _objects(self.data(uri)):
                for keyword in ("$anchor", "$dynamicAnchor"):
                    if isinstance(anchor := value.get(keyword), str):
                        names.setdefault(f"#{anchor}", pointer)
                for keyword in ("$id", "$self"):
                    if isinstance(identifier := value.get(keyword), str):
                        names.setdefault(identifier.removesuffix("#"), pointer)
            self._names[uri] = names
        return self._names[uri]


def _loose_readings(fragment: str) -> Iterator[str]:
    plain = unquote(fragment).rstrip("/")
    yield fragment
    yield plain if plain.startswith("/") else f"/{plain}"
    *_, section, name = ("", "", *plain.split("/"))
    for holder in _SECTIONS.get(section, ()):
        yield f"{holder}/{name}"


def _objects(data: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    stack = [("", data)]
    while stack:
        pointer, value = stack.pop()
        if isinstance(value, dict):
            yield pointer, value
            stack += [(location.join(pointer, key), value[key]) for key in value]
        elif isinstance(value, list):
            stack += [(f"{pointer}/{index}", item) for index, item in enumerate(value)]


def _pointer_part(fragment: str) -> str:
    return fragment if fragment.startswith("/") else ""


def _refused(reason: str) -> RefFault:
    hint = "Keep referenced files in the folder of the document."
    return RefFault("SPEC011", f"{reason}; it is not read", hint, fatal=True)


def _nowhere(reason: str) -> RefFault:
    hint = "Correct the reference, or replace it with an overlay."
    return RefFault("SPEC013", reason, hint, fatal=False)


def _circular(ref: str) -> RefFault:
    hint = "Correct the reference, or replace it with an overlay."
    reason = f"`{_short(ref)}` leads back to itself"
    return RefFault("SPEC015", reason, hint, fatal=False)


def _short(text: str) -> str:
    printable = "".join(char if char.isprintable() else "?" for char in text[:121])
    return printable if len(printable) <= 120 else f"{printable[:117]}..."
