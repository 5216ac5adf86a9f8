"""Every scenario runs twice: through the blocking and through the awaited driver."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.faults.world import World


@pytest.fixture(params=["sync", "async"])
def world(request: pytest.FixtureRequest) -> Iterator[World]:
    """A client of a scripted server, in one flavour."""
    found = World(request.param)
    yield found
    found.close()
