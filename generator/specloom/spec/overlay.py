"""Apply an OpenAPI Overlay (1.0, 1.1) to a document we do not own.

Actions run in order, each on what the last one left. A target is an RFC 9535 JSONPath;
one that matches nothing is an error that points into the overlay file: the document
moved on, or the path has a typo, and silence would hide it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Final

from jsonpath_rfc9535 import JSONPathEnvironment, JSONPathError, JSONPathNode

from specloom import location
from specloom.diagnostics import Diagnostic, Report, Severity, SpecError
from specloom.spec import text as texts
from specloom.spec.document import Document, Source
from specloom.spec.draft import Draft
from specloom.spec.grammar import clone

MAX_ACTIONS: Final = 10_000
MAX_MATCHES: Final = 200_000
MAX_ADDED: Final = 2_000_000
"""Values that all actions together may add."""


class _Environment(JSONPathEnvironment):
    """RFC 9535 as it stands, for documents as deep as we read them."""

    max_recursion_depth = texts.MAX_DEPTH + 1


@dataclass(frozen=True, slots=True)
class _Action:
    """One action of an overlay file."""

    target: str
    value: dict[str, Any]
    pointer: str


def apply(document: Document, overlay: Document, report: Report) -> Document:
    """Return the document with all actions applied; SpecError for a broken overlay.

    An action that cannot be applied (no match, a bad path) is an error in the report,
    and the others are applied.
    """
    for finding in overlay.findings:
        report.add(replace(finding, source=overlay.name))
    draft = Draft(document)
    applier = _Applier(draft, overlay, report)
    for action in _actions(overlay):
        applier.run(action)
    return draft.finish()


def _actions(overlay: Document) -> Iterator[_Action]:
    data = overlay.data
    version = data.get("overlay") if isinstance(data, dict) else None
    if not str(version).startswith("1."):
        found = (
            "no `overlay` version" if version is None else f"version {version!r:.20}"
        )
        raise _broken(overlay, f"not an overlay: {found}; expected 1.0 or 1.1", "")
    actions = data.get("actions")
    if not isinstance(actions, list) or len(actions) > MAX_ACTIONS:
        raise _broken(overlay, "`actions` must be a list of actions", "/actions")
    for index, value in enumerate(actions):
        pointer = f"/actions/{index}"
        target = value.get("target") if isinstance(value, dict) else None
        if not isinstance(target, str):
            raise _broken(overlay, "an action needs a `target`", pointer)
        if not value.keys() & {"update", "remove", "copy"}:
            reason = "an action needs `update`, `remove` or `copy`"
            raise _broken(overlay, reason, pointer)
        yield _Action(target, value, pointer)


def _broken(overlay: Document, reason: str, pointer: str) -> SpecError:
    place = location.locate(overlay.text, pointer, overlay.origin.format)
    return texts.fault("SPEC020", overlay.name, reason, place)


class _Applier:
    """Runs actions on one draft."""

    def __init__(self, draft: Draft, overlay: Document, report: Report) -> None:
        self._draft = draft
        self._overlay = overlay
        self._report = report
        self._paths = _Environment()
        self._added = 0

    def run(self, action: _Action) -> None:
        matches = self._matches(action, action.target, "target")
        if matches is None:
            return
        if not matches:
            reason = f"`target` matches nothing: {action.target:.200}"
            hint = "Compare the path with the document; it may have changed since."
            self._error("SPEC021", reason, f"{action.pointer}/target", hint)
            return
        if action.value.get("remove") is True:
            self._draft.remove(self._removable(action, matches))
            return
        if "copy" in action.value:
            self._copy(action, matches)
        if "update" in action.value:
            source = self._source(f"{action.pointer}/update")
            self._update_all(action, matches, action.value["update"], source)

    def _matches(self, action: _Action, path: Any, key: str) -> list[str] | None:
        """Return the pointers a JSONPath selects, each once; None after an error."""
        where = f"{action.pointer}/{key}"
        if not isinstance(path, str):
            self._error("SPEC022", f"`{key}` must be a JSONPath", where)
            return None
        found: dict[str, None] = {}
        try:
            for node in self._paths.finditer(path, self._draft.data):
                found[_pointer(node)] = None
                if len(found) > MAX_MATCHES:
                    self._error("SPEC022", f"`{key}` matches too much", where)
                    return None
        except JSONPathError as error:
            reason = str(error).partition("\n")[0]
            hint = "Paths follow RFC 9535: $.paths['/pets'].get.parameters[0]"
            self._error(
                "SPEC022", f"`{key}` is no JSONPath: {reason:.200}", where, hint
            )
            return None
        except RecursionError:
            self._error("SPEC022", f"`{key}` is nested too deeply", where)
            return None
        return list(found)

    def _removable(self, action: _Action, matches: list[str]) -> list[str]:
        if "" in matches:
            reason = "the document itself cannot be removed"
            self._error("SPEC023", reason, f"{action.pointer}/target")
        wanted = {pointer for pointer in matches if pointer}
        return [p for p in wanted if not _inside_any(p, wanted)]

    def _copy(self, action: _Action, matches: list[str]) -> None:
        """1.1: the value that `copy` selects, exactly one, is merged into targets."""
        found = self._matches(action, action.value["copy"], "copy")
        if found is None:
            return
        if len(found) != 1:
            reason = f"`copy` must select one value, it selects {len(found)}"
            self._error("SPEC021", reason, f"{action.pointer}/copy")
            return
        value = clone(self._draft.get(found[0]))
        self._update_all(action, matches, value, self._draft.source(found[0]))

    def _update_all(
        self, action: _Action, matches: list[str], value: Any, source: Source
    ) -> None:
        self._added += len(matches) * _size(value)
        if self._added > MAX_ADDED:
            reason = f"the updates add more than {MAX_ADDED} values"
            self._error("SPEC022", reason, action.pointer)
            return
        for pointer in matches:
            held = self._held(pointer)
            if isinstance(held, dict) and isinstance(value, dict):
                self._merge(pointer, held, value, source)
            elif isinstance(held, list):
                self._append(pointer, held, value, source)
            else:
                reason = (
                    "the target is a plain value; an update merges into objects and"
                    " appends to lists"
                )
                hint = "Target the object that holds it, and name it in the update."
                self._error("SPEC023", reason, f"{action.pointer}/target", hint)

    def _held(self, pointer: str) -> Any:
        try:
            return self._draft.get(pointer)
        except LookupError:
            return None

    def _merge(
        self, pointer: str, held: dict[str, Any], value: dict[str, Any], source: Source
    ) -> None:
        """Merge recursively: objects merge, lists join, anything else replaces."""
        for key, member in value.items():
            at = location.join(pointer, key)
            inner = replace(source, pointer=location.join(source.pointer, key))
            there = held.get(key)
            if isinstance(there, dict) and isinstance(member, dict):
                self._merge(at, there, member, inner)
            elif isinstance(there, list) and isinstance(member, list):
                for index, item in enumerate(member):
                    place = f"{inner.pointer}/{index}"
                    self._append(at, there, item, replace(inner, pointer=place))
            else:
                held[key] = clone(member)
                self._draft.written(at, inner)

    def _append(
        self, pointer: str, held: list[Any], value: Any, source: Source
    ) -> None:
        held.append(clone(value))
        self._draft.written(f"{pointer}/{len(held) - 1}", source)

    def _source(self, pointer: str) -> Source:
        return self._overlay.source(pointer)

    def _error(
        self, code: str, message: str, pointer: str, hint: str | None = None
    ) -> None:
        severity: Severity = "error"
        place = location.locate(
            self._overlay.text, pointer, self._overlay.origin.format
        )
        self._report.add(
            Diagnostic(
                code=code,
                message=message,
                pointer=pointer,
                severity=severity,
                hint=hint,
                source=self._overlay.name,
                line=place.line,
                column=place.column,
            )
        )


def _pointer(node: JSONPathNode) -> str:
    return location.join("", *node.location)


def _size(value: Any) -> int:
    match value:
        case dict():
            return 1 + sum(map(_size, value.values()))
        case list():
            return 1 + sum(map(_size, value))
        case _:
            return 1


def _inside_any(pointer: str, others: set[str]) -> bool:
    while pointer:
        pointer = location.parent(pointer)
        if pointer in others:
            return True
    return False
