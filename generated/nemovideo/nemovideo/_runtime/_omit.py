"""The sentinel for an argument that was not given."""

from __future__ import annotations

from typing import Final, Literal, final


@final
class Omit:
    """Absent, as opposed to null."""

    __slots__ = ()

    def __bool__(self) -> Literal[False]:
        return False

    def __repr__(self) -> str:
        return "OMIT"


OMIT: Final = Omit()
"""Leave this argument out of the request."""
