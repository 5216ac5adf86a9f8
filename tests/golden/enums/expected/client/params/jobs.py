"""Inputs of jobs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal, NotRequired, TypeAlias

from pydantic import ConfigDict, StrictFloat, StrictInt, with_config
from typing_extensions import TypedDict

from .._runtime._checks import Exact, OneOf


@with_config(ConfigDict(extra="forbid", strict=True))
class JobParam(TypedDict):
    flag: NotRequired[Annotated[Literal[True], Exact()]]
    level: NotRequired[Annotated[Literal[1, 2, 3], Exact()]]
    """1: LOW, 2: NORMAL, 3: HIGH."""
    mixed: NotRequired[Annotated[Literal["auto", 0], Exact()] | None]
    point: NotRequired[JobPoint]
    ratio: NotRequired[JobRatio]
    state: StateParam
    then: NotRequired[StateParam]
    """What comes next. Default: "done"."""
    titled: NotRequired[Literal["a", "b"]]
    """a: First, b: Second."""
    version: Annotated[Literal[2], Exact()]


JOB_POINT_VALUES: tuple[Any, ...] = (
    {
        "x": 0,
    },
    {
        "x": 1,
    },
)

JobPoint: TypeAlias = Annotated[Mapping[str, Any], OneOf(JOB_POINT_VALUES)]

JOB_RATIO_VALUES: tuple[Any, ...] = (
    0.5,
    1,
    2.0,
)

JobRatio: TypeAlias = Annotated[StrictFloat | StrictInt, OneOf(JOB_RATIO_VALUES)]

StateParam: TypeAlias = Literal["queued", "done"]
"""How far it is."""
