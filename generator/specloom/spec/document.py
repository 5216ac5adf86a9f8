"""Read an API description from a path, a URL or standard input.

A `Document` keeps its text, so that every later finding can be shown with the line
it is about, also when a reference, an overlay or an upgrade moved the value since.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, BinaryIO, Literal, TypeAlias
from urllib.parse import urlsplit

from specloom import location
from specloom.diagnostics import Diagnostic, SpecError
from specloom.location import Format, Position
from specloom.spec import text as texts
from specloom.spec.raw import kind_of

Kind: TypeAlias = Literal["openapi", "swagger"]


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a text came from."""

    location: str
    """Absolute path, URL without credentials, or `-`."""
    sha256: str
    """Of what the text says: its JSON with sorted keys, without white space."""
    format: Format


@dataclass(frozen=True, slots=True)
class Source:
    """Where a value of a document stands written."""

    name: str
    origin: Origin
    text: str = field(repr=False)
    pointer: str = ""
    """The value's pointer in that text."""
    version: str | None = None
    """`openapi` or `swagger` of the file, when it says one."""


@dataclass(frozen=True, slots=True)
class Place:
    """File, line and column to show to a reader."""

    name: str
    position: Position
    line: str = ""
    """The text of the line."""

    def __str__(self) -> str:
        return f"{self.name}:{self.position}"


@dataclass(frozen=True, slots=True)
class Document:
    """An API description (or an overlay) as read, or as a later stage left it."""

    name: str
    """Name to show: the path as given, the URL, or `<stdin>`."""
    text: str = field(repr=False)
    data: Any = field(repr=False)
    origin: Origin
    sources: Mapping[str, Source] = field(default_factory=dict, repr=False)
    """Pointer prefix -> where the value was written, for values that were moved in."""
    findings: tuple[Diagnostic, ...] = ()
    """What reading found; `refs.bundle` puts it into the report."""

    def source(self, pointer: str) -> Source:
        """Return where the value at `pointer` was written."""
        prefix = location.owner(pointer, self.sources)
        if prefix is None:
            version = version_of(self.data)
            return Source(self.name, self.origin, self.text, pointer, version)
        found = self.sources[prefix]
        return replace(found, pointer=found.pointer + pointer[len(prefix) :])

    def places(self, pointers: Iterable[str]) -> dict[str, Place]:
        """Find file, line and column of many values, each text read once."""
        by_text: dict[str, list[tuple[str, Source]]] = {}
        for pointer in pointers:
            found = self.source(pointer)
            by_text.setdefault(found.origin.location, []).append((pointer, found))
        placed: dict[str, Place] = {}
        for pairs in by_text.values():
            first = pairs[0][1]
            asked = (source.pointer for _, source in pairs)
            where = location.locate_all(first.text, asked, first.origin.format)
            lines = first.text.splitlines()
            for pointer, source in pairs:
                position = where[source.pointer]
                line = lines[position.line - 1] if position.line <= len(lines) else ""
                placed[pointer] = Place(source.name, position, line)
        return placed

    def place(self, pointer: str) -> Place:
        """Find file, line and column of one value."""
        return self.places((pointer,))[pointer]


def read(
    source: str | Path, *, allow_remote: bool = True, stdin: BinaryIO | None = None
) -> Document:
    """Read a path, a URL (`http`, `https`) or `-`; SpecError when it cannot be."""
    if str(source) == "-":
        raw = (stdin or sys.stdin.buffer).read(texts.MAX_BYTES + 1)
        return parse(raw, "<stdin>", "-")
    if is_url(source):
        return _read_url(str(source), allow_remote)
    return read_file(Path(source), name=str(source))


def is_url(source: str | Path) -> bool:
    """Say whether a source is a URL that can be fetched."""
    return isinstance(source, str) and source.startswith(("http://", "https://"))


def read_file(path: Path, *, name: str) -> Document:
    """Read one file."""
    try:
        if not path.is_file():
            found = "a folder, not a file" if path.is_dir() else "no such file"
            texts.fail("SPEC001", name, found)
        with path.open("rb") as file:
            raw = file.read(texts.MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        texts.fail("SPEC001", name, f"cannot be read: {reason}")
    return parse(raw, name, str(path.resolve()))


def _read_url(url: str, allow_remote: bool) -> Document:
    from specloom.spec import fetch

    shown = fetch.shown(url)
    if not allow_remote:
        texts.fail("SPEC008", shown, "fetching URLs is not allowed here")
    fetched = fetch.get(url)
    document = parse(fetched.body, shown, shown)
    if fetched.stale is None:
        return document
    stale = Diagnostic(
        code="SPEC009",
        message=f"{shown} could not be fetched ({fetched.stale}); a kept copy is used",
        subject="document",
        source=shown,
    )
    return replace(document, findings=(stale, *document.findings))


def parse(raw: bytes, name: str, place: str) -> Document:
    """Make a document of bytes; `place` is its absolute path or URL."""
    text = texts.decode(raw, name)
    suffix = Path(urlsplit(place).path if is_url(place) else place).suffix.lower()
    found = texts.parse(text, name, yaml_name=suffix in (".yaml", ".yml"))
    origin = Origin(place, _content_hash(found.data), found.format)
    return Document(name, text, found.data, origin, findings=found.findings)


def _content_hash(data: Any) -> str:
    said = json.dumps(data, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(said.encode()).hexdigest()


def version_of(data: Any) -> str | None:
    """Return what a description says as its version: `3.0.3`, `2.0`; None if nothing."""
    if not isinstance(data, dict):
        return None
    for key in ("openapi", "swagger"):
        value = data.get(key)
        if isinstance(value, str | int | float) and not isinstance(value, bool):
            return str(value)
    return None


def identify(document: Document) -> Kind:
    """Say which family a description belongs to; SpecError when it is none."""
    data = document.data
    if not isinstance(data, dict):
        expected = "an OpenAPI or Swagger object, or a list of endpoints"
        reason = f"the top level is {kind_of(data)}; expected {expected}"
        raise _rejected(document, reason)
    for key in ("swagger", "openapi"):
        if key in data:
            return _family(document, key)
    for key, hint in _STRANGERS.items():
        if key in data:
            raise _rejected(document, hint, f"/{key}")
    if not isinstance(data.get("paths"), dict):
        reason = "neither `openapi` nor `swagger` is given: not an API description"
        raise _rejected(document, reason)
    return "swagger" if data.keys() & {"definitions", "host"} else "openapi"


def _family(document: Document, key: str) -> Kind:
    version = version_of({key: document.data[key]})
    major = version.partition(".")[0] if version else None
    if key == "swagger" and major == "2":
        return "swagger"
    if key == "openapi" and major == "3":
        return "openapi"
    expected = "2.0" if key == "swagger" else "3.0, 3.1 or 3.2"
    found = version or kind_of(document.data[key])
    reason = f"`{key}` is {found!r}; expected {expected}"
    raise _rejected(document, reason, f"/{key}")


_STRANGERS: Mapping[str, str] = {
    "swaggerVersion": "Swagger 1.x is not supported; convert it to OpenAPI first",
    "overlay": "this is an overlay; pass it with --overlay and the description as SPEC",
    "asyncapi": "AsyncAPI documents are not supported; expected OpenAPI or Swagger",
    "arazzo": "Arazzo documents are not supported; expected OpenAPI or Swagger",
    "item": "this looks like a Postman collection; export it as OpenAPI first",
    "resources": "this looks like a discovery document; expected OpenAPI or Swagger",
}


def _rejected(document: Document, reason: str, pointer: str = "") -> SpecError:
    place = location.locate(document.text, pointer, document.origin.format)
    return texts.fault("SPEC010", document.name, reason, place)
