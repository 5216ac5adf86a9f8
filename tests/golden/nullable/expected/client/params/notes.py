"""Inputs of notes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NotRequired

from pydantic import ConfigDict, with_config
from typing_extensions import TypedDict


@with_config(ConfigDict(extra="forbid", strict=True))
class NoteParam(TypedDict):
    absent: NotRequired[str]
    always: str
    beside: NotRequired[AuthorParam | None]
    both: NotRequired[str | None]
    fixed: NotRequired[None]
    items: NotRequired[Sequence[int | None]]
    known: NotRequired[int | None]
    """Default: null."""
    listed: Literal["draft", "final"] | None
    maybe: str | None
    nothing: None
    other: NotRequired[AuthorParam | None]
    within: NotRequired[EditorParam | None]


@with_config(ConfigDict(extra="forbid", strict=True))
class AuthorParam(TypedDict):
    name: NotRequired[str]


@with_config(ConfigDict(extra="forbid", strict=True))
class EditorParam(TypedDict):
    name: NotRequired[str]
