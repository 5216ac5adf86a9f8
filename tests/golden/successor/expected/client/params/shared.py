"""Inputs of shared."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NotRequired

from pydantic import ConfigDict, with_config
from typing_extensions import TypedDict


@with_config(ConfigDict(extra="forbid", strict=True))
class Filter(TypedDict):
    tags: NotRequired[Sequence[str]]
    text: str
