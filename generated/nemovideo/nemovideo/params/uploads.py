"""Inputs of uploads."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Literal, NotRequired

from pydantic import ConfigDict, Field, with_config
from typing_extensions import TypedDict

from .._runtime._checks import FileInput, Format


@with_config(ConfigDict(extra="forbid", strict=True))
class UploadUrls(TypedDict):
    """Files to fetch from public addresses."""

    source_type: NotRequired[Literal["url"]]
    """Always `url`. Default: "url"."""
    urls: Annotated[Sequence[Annotated[str, Format("uri")]], Field(min_length=1)]
    """Public addresses."""


@with_config(ConfigDict(extra="forbid", strict=True))
class UploadFiles(TypedDict):
    """Files to send."""

    files: Annotated[Sequence[FileInput], Field(min_length=1)]
    """Files: mp4, mov, avi, webm, mkv; jpg, png, gif, webp; mp3, wav, m4a, aac; at most
    200 MB each.
    """
