"""Inputs of books."""

from __future__ import annotations

from typing import NotRequired

from pydantic import ConfigDict, with_config
from typing_extensions import TypedDict

SearchBooksBody = TypedDict(
    "SearchBooksBody",
    {
        "from": "NotRequired[str]",
    },
)
with_config(ConfigDict(extra="forbid", strict=True))(SearchBooksBody)
