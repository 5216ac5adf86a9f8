"""Lifecycles other tools declare: `x-ms-*`, `x-speakeasy-polling`, links."""

from __future__ import annotations

from collections.abc import Iterator

from specloom import ir
from specloom.runtime._lifecycle import Lifecycle
from specloom.spec.linking import Names
from specloom.spec.operations import Operations


def lifecycles(
    reader: Operations, free: tuple[ir.Operation, ...], names: Names
) -> Iterator[tuple[Lifecycle, str]]:
    """Yield lifecycles, with their pointers, for creates that have none."""
    yield from ()
