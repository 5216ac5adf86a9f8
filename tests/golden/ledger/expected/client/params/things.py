"""Inputs of things."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal, NotRequired, TypeAlias

from pydantic import ConfigDict, StrictStr, with_config
from typing_extensions import TypedDict


@with_config(ConfigDict(extra="forbid", strict=True))
class ThingParam(TypedDict):
    a: NotRequired[Any]
    b: NotRequired[str]
    both: NotRequired[str]
    dynamic: NotRequired[OneParam]
    either: NotRequired[int]
    gone: NotRequired[Any]
    list: NotRequired[Sequence[object]]
    tagged: NotRequired[OneParam | TwoParam]
    word: NotRequired[str]
    """Default: "5"."""


@with_config(ConfigDict(extra="forbid", strict=True))
class OneParam(TypedDict):
    kind: Literal["same"]


@with_config(ConfigDict(extra="forbid", strict=True))
class TwoParam(TypedDict):
    kind: Literal["same"]


List: TypeAlias = Sequence[StrictStr]
