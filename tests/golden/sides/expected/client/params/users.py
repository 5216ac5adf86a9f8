"""Inputs of users."""

from __future__ import annotations

from typing import NotRequired

from pydantic import ConfigDict, with_config
from typing_extensions import TypedDict


@with_config(ConfigDict(extra="forbid", strict=True))
class UserParam(TypedDict):
    name: str
    password: str
    team: TeamParam


@with_config(ConfigDict(extra="forbid", strict=True))
class TeamParam(TypedDict):
    code: str
    name: NotRequired[str]
