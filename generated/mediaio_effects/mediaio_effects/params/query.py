"""Inputs of query."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, TypeAlias

from pydantic import Field

CreditsQueryBody: TypeAlias = Annotated[Mapping[str, Any], Field(max_length=0)]

TaskResultBody: TypeAlias = Annotated[Mapping[str, Any], Field(max_length=0)]
