"""What the upgrade rules share: the node under repair, and how a repair is told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal, TypeAlias

from specloom import location
from specloom.diagnostics import Diagnostic, Effect, Report, Severity, Subject
from specloom.spec.draft import Draft
from specloom.spec.raw import kind_of

Dialect: TypeAlias = Literal["3.0", "3.1", "3.2"]


@dataclass(frozen=True, slots=True)
class Node:
    """One object of the document that a rule may change in place."""

    value: dict[str, Any]
    pointer: str
    dialect: Dialect
    """The version whose rules its file was written by."""
    draft: Draft
    report: Report

    @property
    def old(self) -> bool:
        """Whether the fragment is written by the rules of 3.0 (or 2.0)."""
        return self.dialect == "3.0"

    def say(
        self,
        code: str,
        message: str,
        *tokens: str | int,
        effect: Effect = "repaired",
        severity: Severity = "warning",
        subject: Subject = "keyword",
        hint: str | None = None,
    ) -> None:
        """Report a finding about this node, or about a member of it."""
        self.report.add(
            Diagnostic(
                code=code,
                message=message,
                pointer=location.join(self.pointer, *tokens),
                severity=severity,
                effect=effect,
                subject=subject,
                hint=hint,
            )
        )

    def drop(self, key: str, code: str, message: str) -> None:
        """Remove one member, and say so."""
        self.say(code, message, key, effect="dropped")
        del self.value[key]

    def rename(self, old: str, new: str) -> None:
        """Give a member another key; it keeps its place in the source."""
        at, to = location.join(self.pointer, old), location.join(self.pointer, new)
        self.draft.move(at, to)
        self.value[new] = self.value.pop(old)


def mend_flags(node: Node, keys: tuple[str, ...]) -> None:
    """Read `"true"` and `"false"` as meant; drop what is no boolean."""
    for key in keys:
        value = node.value.get(key, False)
        if isinstance(value, bool):
            continue
        if isinstance(value, str) and value.strip().lower() in ("true", "false"):
            node.value[key] = value.strip().lower() == "true"
            node.say(
                "SPEC033", f"`{key}` is the text {value!r}; read as a boolean", key
            )
        else:
            what = kind_of(value)
            node.drop(key, "SPEC032", f"`{key}` is {what}, expected a boolean")


def mend_texts(node: Node, keys: tuple[str, ...]) -> None:
    """Read numbers and booleans as the text that was meant; drop anything else."""
    for key in keys:
        value = node.value.get(key, "")
        if isinstance(value, str):
            continue
        if isinstance(value, int | float):
            node.value[key] = (
                str(value).lower() if isinstance(value, bool) else str(value)
            )
        elif value is None:
            del node.value[key]
        else:
            node.drop(key, "SPEC032", f"`{key}` is {kind_of(value)}, expected a text")


def mend_shapes(node: Node, shapes: Mapping[str, type]) -> None:
    """Drop members whose value is neither the object nor the list it must be."""
    for key, shape in shapes.items():
        if key not in node.value or isinstance(node.value[key], shape):
            continue
        value = node.value[key]
        if value is None:
            del node.value[key]
        elif shape is list and isinstance(value, dict | str):
            node.value[key] = [value]
            node.say(
                "SPEC033", f"`{key}` is {kind_of(value)}; read as a list of one", key
            )
        else:
            expected = "a list" if shape is list else "an object"
            message = f"`{key}` is {kind_of(value)}, expected {expected}"
            node.drop(key, "SPEC032", message)


def mend_docs(node: Node) -> None:
    """Repair `externalDocs`: an object with a URL."""
    found = node.value.get("externalDocs")
    if isinstance(found, str):
        node.value["externalDocs"] = {"url": found}
    elif isinstance(found, dict) and isinstance(found.get("url"), str):
        at = location.join(node.pointer, "externalDocs")
        mend_texts(replace(node, value=found, pointer=at), ("description",))
    elif "externalDocs" in node.value:
        node.drop("externalDocs", "SPEC032", "`externalDocs` has no `url`")
