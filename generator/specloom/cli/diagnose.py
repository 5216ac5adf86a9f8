"""Shows diagnostics: place, excerpt, code, hint; as text, JSON, GitHub or SARIF."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from specloom.cli import console
from specloom.cli.lookup import DocumentFault, Spec
from specloom.diagnostics import Diagnostic, SpecError

if TYPE_CHECKING:
    from specloom.pipeline import Loaded
    from specloom.spec.document import Place

FORMATS = ("text", "json", "github", "sarif")
_EXCERPT = 200
_COLOURS = {"error": "red", "warning": "yellow", "note": "blue"}


@dataclass(frozen=True, slots=True)
class Placed:
    """A diagnostic with the place a person can go to."""

    diagnostic: Diagnostic
    file: str
    line: int | None = None
    column: int | None = None
    excerpt: str | None = None

    def where(self) -> str:
        """Return `file:line:column` as far as known."""
        parts = [self.file, *(str(n) for n in (self.line, self.column) if n)]
        return ":".join(parts)

    def to_dict(self) -> dict[str, Any]:
        """Return the row that --json prints."""
        found = self.diagnostic
        row = {
            "event": "diagnostic",
            "code": found.code,
            "severity": found.severity,
            "effect": found.effect,
            "subject": found.subject,
            "message": found.message,
            "pointer": found.pointer,
            "file": self.file,
            "line": self.line,
            "column": self.column,
            "hint": _remedy(found),
            "overlay": found.overlay,
        }
        return {key: value for key, value in row.items() if value is not None}


def placed(items: Iterable[Diagnostic], loaded: Loaded) -> list[Placed]:
    """Return each diagnostic with file, line, column and excerpt."""
    listed = list(items)
    own = [item.pointer for item in listed if item.source is None]
    places = loaded.document.places(own)
    return [
        _of_document(item, places[item.pointer])
        if item.source is None
        else of_file(item, item.source)
        for item in listed
    ]


def show(items: Iterable[Placed], form: str) -> None:
    """Print diagnostics in one of FORMATS: text to stderr, the others to stdout."""
    writers: dict[str, Callable[[list[Placed]], None]] = {
        "text": _text,
        "json": _json,
        "github": _github,
        "sarif": _sarif,
    }
    writers[form](list(items))


def summary(loaded: Loaded) -> str:
    """Return the ledger in one line: `142 of 144 operations, 2 dropped (SPEC031 x2)`."""
    lost = loaded.report.dropped("operation")
    kept = len(loaded.api.operations)
    text = f"{kept} of {kept + len(lost)} operations"
    if lost:
        text += f", {len(lost)} dropped ({_counted(lost)})"
    degraded = [item for item in loaded.report if item.effect == "degraded"]
    if degraded:
        text += f", {len(degraded)} degraded ({_counted(degraded)})"
    return text


def problems(loaded: Loaded) -> int:
    """Return how many warnings and errors there are, for --strict."""
    return sum(item.severity != "note" for item in loaded.report)


def stopped(error: SpecError, found: Spec) -> DocumentFault:
    """Return the fault to raise for a document that could not be read at all."""
    items = tuple(
        of_file(item, item.source or found.source) for item in error.diagnostics
    )
    return DocumentFault("\n".join(map(_block, items)) or str(error), items)


def _counted(items: Iterable[Diagnostic]) -> str:
    counted = Counter(item.code for item in items)
    return ", ".join(
        f"{code} x{times}" if times > 1 else code for code, times in counted.items()
    )


def _of_document(item: Diagnostic, place: Place) -> Placed:
    at = place.position
    if item.line is not None:
        return Placed(item, place.name, item.line, item.column)
    return Placed(item, place.name, at.line, at.column, place.line[:_EXCERPT])


def of_file(item: Diagnostic, name: str) -> Placed:
    """Place a diagnostic that is about another file (an overlay), or about a text."""
    from specloom import location

    text = _read(name)
    line, column = item.line, item.column
    if line is None and text and item.pointer:
        form: location.Format = "json" if name.endswith(".json") else "yaml"
        found = location.locate(text, item.pointer, form)
        line, column = found.line, found.column
    lines = text.splitlines()
    inside = line is not None and 0 < line <= len(lines)
    excerpt = lines[line - 1][:_EXCERPT] if inside and line else None
    return Placed(item, name, line, column, excerpt)


def _read(path: str) -> str:
    try:
        return Path(path).read_text("utf-8", errors="replace")
    except OSError:
        return ""


def _text(items: list[Placed]) -> None:
    """Print blocks; what a code says of itself is said once."""
    said: set[str] = set()
    for item in items:
        found = item.diagnostic
        general = None if found.hint or found.code in said else _remedy(found)
        said.add(found.code)
        console.note(_block(item, console.painted, general))


def _remedy(found: Diagnostic) -> str | None:
    """Return what to do: of this finding, else of its code."""
    from specloom.codes import CODES

    code = CODES.get(found.code)
    return found.hint or (code.text if code else None)


def _unpainted(text: str, colour: str) -> str:
    return text


def _block(
    item: Placed,
    paint: Callable[[str, str], str] = _unpainted,
    general: str | None = None,
) -> str:
    found = item.diagnostic
    head = paint(f"{found.severity}[{found.code}]", _COLOURS[found.severity])
    lines = [f"{item.where()}: {head}: {found.message}"]
    if item.excerpt is not None and item.line:
        margin = " " * len(str(item.line))
        shift = " " * (min(item.column or 1, 200) - 1)
        lines += [
            f" {margin} |",
            f" {item.line} | {item.excerpt.rstrip()}",
            f" {margin} | {shift}^",
        ]
    elif found.pointer:
        lines.append(f"  at {found.pointer}")
    if found.hint or general:
        lines.append(f"  help: {found.hint or general}")
    if found.overlay:
        lines.append("  overlay:")
        lines += [f"    {line}" for line in found.overlay.rstrip().splitlines()]
    return "\n".join(lines)


def _json(items: list[Placed]) -> None:
    for item in items:
        console.line(item.to_dict())


def _github(items: list[Placed]) -> None:
    levels = {"error": "error", "warning": "warning", "note": "notice"}
    for item in items:
        found = item.diagnostic
        values: Mapping[str, Any] = {
            "file": item.file,
            "line": item.line,
            "col": item.column,
            "title": found.code,
        }
        properties = ",".join(
            f"{key}={_escaped(str(value), ':,')}"
            for key, value in values.items()
            if value
        )
        message = _escaped("\n".join(filter(None, (found.message, found.hint))))
        console.result(f"::{levels[found.severity]} {properties}::{message}")


def _escaped(text: str, further: str = "") -> str:
    """Escape a workflow command's value; `further` characters in properties."""
    for character in f"%\r\n{further}":
        text = text.replace(character, f"%{ord(character):02X}")
    return text


def _sarif(items: list[Placed]) -> None:
    from specloom import __version__

    codes = sorted({item.diagnostic.code for item in items})
    driver = {
        "name": "specloom",
        "version": __version__,
        "rules": [_sarif_rule(code) for code in codes],
    }
    results = [_sarif_result(item) for item in items]
    console.document(
        {
            "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
            "version": "2.1.0",
            "runs": [{"tool": {"driver": driver}, "results": results}],
        },
    )


def _sarif_rule(code: str) -> dict[str, Any]:
    from specloom.codes import CODES

    found = CODES.get(code)
    if found is None:
        return {"id": code}
    texts = {"shortDescription": found.title, "help": found.text}
    return {"id": code} | {key: {"text": text} for key, text in texts.items()}


def _sarif_result(item: Placed) -> dict[str, Any]:
    found = item.diagnostic
    uri = item.file if "://" in item.file else quote(Path(item.file).as_posix())
    place: dict[str, Any] = {"artifactLocation": {"uri": uri}}
    if item.line:
        place["region"] = {"startLine": item.line, "startColumn": item.column or 1}
    return {
        "ruleId": found.code,
        "level": found.severity,
        "message": {"text": "\n".join(filter(None, (found.message, found.hint)))},
        "locations": [{"physicalLocation": place}],
    }
