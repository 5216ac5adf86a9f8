"""Bring a bundled OpenAPI 3.x document to the one dialect that lowering reads: 3.1.

Every fragment is read by the rules of its own file's version. What only 3.2 can say
travels as `x-oas32-*` (see `oas32.py`); every lossy step is a diagnostic.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from specloom import location
from specloom.diagnostics import Report
from specloom.spec import component_keys, dialect, oas32, objects, parameter_refs
from specloom.spec.document import Document, version_of
from specloom.spec.draft import Draft
from specloom.spec.grammar import Kind, walk
from specloom.spec.raw import kind_of
from specloom.spec.repair import Dialect, Node

VERSION: Final = "3.1.0"


def upgrade(document: Document, report: Report) -> Document:
    """Return the document in the 3.1 dialect, repaired where that is plain."""
    draft = Draft(document)
    parameter_refs.inline(draft)
    dialect_at = _dialects(document)
    _note_version(draft, report)
    seen: set[str] = set()
    pending: list[tuple[str, Kind]] = [("", "openapi")]
    while pending:
        start, kind = pending.pop()
        if start in seen or not location.exists(draft.data, start):
            continue
        value = draft.get(start)
        for pointer, found, inner in walk(value, kind, start):
            if pointer in seen:
                continue
            seen.add(pointer)
            node = _node(found, pointer, inner, draft, report, dialect_at)
            if node is None:
                continue
            oas32.carry(node, inner)
            if inner == "schema":
                dialect.upgrade(node)
            else:
                objects.mend(node, inner)
            if (target := _target(node.value, draft)) is not None:
                pending.append((target, inner))
    component_keys.mend(draft, report)
    draft.data["openapi"] = VERSION
    draft.retarget("openapi")
    return draft.finish()


def _node(
    value: Any,
    pointer: str,
    kind: Kind,
    draft: Draft,
    report: Report,
    dialect_at: Callable[[str], Dialect],
) -> Node | None:
    """Return the object at a place; what is no object becomes what was meant."""
    if isinstance(value, dict):
        return Node(value, pointer, dialect_at(pointer), draft, report)
    if kind == "schema" and isinstance(value, bool):
        return None
    if kind in ("discriminator", "openapi", "path", "callback", "operation"):
        return None
    meant = dialect.from_scalar(value) if kind == "schema" else {}
    node = Node(meant, pointer, dialect_at(pointer), draft, report)
    node.say(
        "SPEC032",
        f"{kind_of(value)} stands where {kind} is expected; "
        + ("read as its type" if meant else "nothing is known about it"),
        effect="degraded",
        subject="schema" if kind == "schema" else "other",
    )
    draft.put(pointer, meant)
    return node


def _target(value: dict[str, Any], draft: Draft) -> str | None:
    """Return what a reference means when it may stand outside the grammar."""
    ref = value.get("$ref")
    if not isinstance(ref, str) or not ref.startswith("#/"):
        return None
    pointer = location.from_ref(ref)
    return pointer if location.exists(draft.data, pointer) else None


def _dialects(document: Document) -> Callable[[str], Dialect]:
    """Say of a pointer by the rules of which version its fragment is written."""
    root = _dialect(version_of(document.data))
    marked = {
        prefix: _dialect(source.version) for prefix, source in document.sources.items()
    }
    if all(value == root for value in marked.values()):
        return lambda pointer: root

    def dialect_at(pointer: str) -> Dialect:
        prefix = location.owner(pointer, marked)
        return root if prefix is None else marked[prefix]

    return dialect_at


def _dialect(version: str | None) -> Dialect:
    if version is None or version.startswith(("2", "3.0")) or version == "3":
        return "3.0"
    return "3.1" if version.startswith("3.1") else "3.2"


def _note_version(draft: Draft, report: Report) -> None:
    root = Node(draft.data, "", "3.1", draft, report)
    found = draft.data.get("openapi")
    if found is None:
        root.say(
            "SPEC030", "the document does not say its version; read as OpenAPI 3.0"
        )
    elif not isinstance(found, str):
        message = f"`openapi` is {kind_of(found)}, expected a text; read as {found}"
        root.say("SPEC030", message, "openapi", severity="note")
    elif not found.startswith(("3.0", "3.1", "3.2")):
        message = f"OpenAPI {found:.20} is not known; read by the rules of 3.2"
        root.say("SPEC030", message, "openapi", effect="none")
