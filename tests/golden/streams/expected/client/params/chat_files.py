"""Inputs of chat files."""

from __future__ import annotations

from typing import Literal, NotRequired

from pydantic import ConfigDict, with_config
from typing_extensions import TypedDict

from .._runtime._checks import FileInput


@with_config(ConfigDict(extra="forbid", strict=True))
class UploadFilesBody(TypedDict):
    file: FileInput
    purpose: NotRequired[Literal["chat", "other"]]
