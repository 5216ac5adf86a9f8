"""Inputs of files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, NotRequired, TypeAlias

from pydantic import ConfigDict, Field, with_config
from typing_extensions import TypedDict

from .._runtime._checks import FileInput


@with_config(ConfigDict(extra="forbid", strict=True))
class Line(TypedDict):
    size: NotRequired[int]
    text: NotRequired[str | None]


@with_config(ConfigDict(extra="forbid", strict=True))
class SendFormBody(TypedDict):
    at: NotRequired[Mapping[str, float]]
    name: str
    sizes: NotRequired[Sequence[int]]
    tags: NotRequired[Sequence[str]]


@with_config(ConfigDict(extra="forbid", strict=True))
class SendLineForm(TypedDict):
    photo: FileInput
    text: NotRequired[str]


@with_config(ConfigDict(extra="forbid", strict=True))
class SendPartsBody(TypedDict):
    file: FileInput
    lines: NotRequired[Sequence[Line]]
    page: NotRequired[str]
    photos: NotRequired[Annotated[Sequence[FileInput], Field(max_length=3)]]


SendRowsBody: TypeAlias = Sequence[Line]
