"""Inputs of auth."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from pydantic import ConfigDict, Field, StrictStr, with_config
from typing_extensions import TypedDict


@with_config(ConfigDict(extra="forbid", strict=True))
class ClaimRequest(TypedDict):
    """What to hand over to a registered account."""

    session_id: str
    """The session."""
    task_id: str
    """Task of the session."""


XClientId: TypeAlias = Annotated[StrictStr, Field(min_length=1, max_length=64)]
