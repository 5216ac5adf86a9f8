"""Inputs of settings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal, NotRequired

from pydantic import ConfigDict, Field, StrictInt, with_config
from typing_extensions import TypedDict

from .._runtime._shapes import shaped


@with_config(ConfigDict(extra="forbid", strict=True))
class SettingsParam(TypedDict):
    any: NotRequired[Any]
    card: NotRequired[SettingsCardParam]
    closed: NotRequired[SettingsClosedParam]
    free: NotRequired[Mapping[str, Any]]
    map: NotRequired[Annotated[Mapping[str, ValueParam], Field(max_length=5)]]
    matching: NotRequired[Mapping[Annotated[str, Field(pattern="^[a-z]+$")], int]]
    names: NotRequired[Mapping[Literal["de", "en"], str]]
    open: NotRequired[SettingsOpenParam]
    patterns: NotRequired[SettingsPatternsParam]
    silent: NotRequired[SettingsSilentParam]
    typed: NotRequired[SettingsTypedParam]
    whole: NotRequired[SettingsWholeParam]


@with_config(ConfigDict(extra="forbid", strict=True))
@shaped(
    least=1,
    needs={
        "code": ("number",),
    },
)
class SettingsCardParam(TypedDict):
    code: NotRequired[str]
    number: NotRequired[str]


@with_config(ConfigDict(extra="forbid", strict=True))
class SettingsClosedParam(TypedDict):
    a: NotRequired[str]


@with_config(ConfigDict(extra="forbid", strict=True))
class ValueParam(TypedDict):
    on: NotRequired[bool]


@with_config(ConfigDict(extra="allow", strict=True))
class SettingsOpenParam(TypedDict):
    a: NotRequired[str]


@with_config(ConfigDict(extra="allow", strict=True))
@shaped(
    patterns={
        "^x-": lambda: StrictInt,
    },
)
class SettingsPatternsParam(TypedDict):
    a: NotRequired[str]


@with_config(ConfigDict(extra="forbid", strict=True))
class SettingsSilentParam(TypedDict):
    a: NotRequired[str]


@with_config(ConfigDict(extra="allow", strict=True))
@shaped(extra=lambda: ValueParam)
class SettingsTypedParam(TypedDict):
    a: NotRequired[str]


@with_config(ConfigDict(extra="forbid", strict=True))
class SettingsWholeParam(TypedDict):
    a: NotRequired[str]
