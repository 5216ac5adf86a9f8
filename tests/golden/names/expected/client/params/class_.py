"""Inputs of class ."""

from __future__ import annotations

from typing import NotRequired

from pydantic import ConfigDict, with_config
from typing_extensions import TypedDict

PostImport2Body = TypedDict(
    "PostImport2Body",
    {
        "a-b": "NotRequired[str]",
        "a_b": "NotRequired[str]",
        "class": "NotRequired[str]",
        "options": "NotRequired[str]",
        "self": "NotRequired[str]",
    },
)
with_config(ConfigDict(extra="forbid", strict=True))(PostImport2Body)
