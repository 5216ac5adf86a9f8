"""Inputs of trees."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NotRequired

from pydantic import ConfigDict, StrictBool, StrictFloat, StrictStr, with_config
from typing_extensions import TypeAliasType, TypedDict

JsonParam = TypeAliasType(
    "JsonParam",
    "StrictStr | StrictFloat | StrictBool | Sequence[JsonParam] | Mapping[str, JsonParam] | None",
)
"""Any JSON value."""


@with_config(ConfigDict(extra="forbid", strict=True))
class TreeParam(TypedDict):
    children: NotRequired[Sequence[TreeParam]]
    value: JsonParam
