"""Propose lifecycles for jobs a document does not declare, with score and evidence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from specloom import ir
from specloom.diagnostics import Report
from specloom.runtime._lifecycle import Lifecycle
from specloom.spec import pairing, proposals
from specloom.spec.lifecycles import lifecycle
from specloom.spec.raw import Node


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A lifecycle that the document's evidence speaks for."""

    lifecycle: Lifecycle
    score: float
    """0 to 1; what is below `pairing.THRESHOLD` is not proposed."""
    evidence: tuple[str, ...]
    """Reasons, each with its weight."""
    overlay: str
    """A whole overlay (YAML) that declares this lifecycle."""
    written: Mapping[str, Any] = field(repr=False)
    """The lifecycle in the form of `x-specloom-job`."""


def infer(api: ir.Api) -> tuple[Proposal, ...]:
    """Return proposals for creates without a lifecycle, the best first."""
    found: list[Proposal] = []
    names: set[str] = {item.name for item in api.lifecycles}
    for pair in pairing.pairs(api):
        if pair.create.operation.lifecycle is not None:
            continue
        name = _name(pair.create.operation, names)
        names.add(name)
        written = proposals.written(pair, api)
        found.append(
            Proposal(
                lifecycle=lifecycle(name, Node(written, "", Report())),
                score=pair.score,
                evidence=pair.evidence,
                overlay=proposals.overlay({name: written}, api.title),
                written=written,
            )
        )
    return tuple(found)


def overlay(found: Iterable[Proposal], title: str) -> str:
    """Return one overlay that declares all these lifecycles."""
    return proposals.overlay(
        {item.lifecycle.name: item.written for item in found}, title
    )


def _name(operation: ir.Operation, taken: set[str]) -> str:
    stem = operation.operation_id or operation.key
    stem = re.sub(r"[^0-9A-Za-z]+", "_", stem).strip("_").lower() or "job"
    name, number = stem, 2
    while name in taken:
        name, number = f"{stem}_{number}", number + 1
    return name
