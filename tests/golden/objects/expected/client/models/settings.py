"""Answers of settings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from .._runtime._model import Model


class Settings(Model):
    any: Any = None
    card: SettingsCard | None = None
    closed: SettingsClosed | None = None
    free: dict[str, Any] | None = None
    map: dict[str, Value] | None = None
    matching: dict[str, int] | None = None
    names: dict[str, str] | None = None
    open: SettingsOpen | None = None
    patterns: SettingsPatterns | None = None
    silent: SettingsSilent | None = None
    typed: SettingsTyped | None = None
    whole: SettingsWhole | None = None


class SettingsCard(Model):
    code: str | None = None
    number: str | None = None


class SettingsClosed(Model):
    a: str | None = None


class Value(Model):
    on: bool | None = None


class SettingsOpen(Model):
    a: str | None = None


class SettingsPatterns(Model):
    a: str | None = None

    if TYPE_CHECKING:

        @property
        def extras(self) -> Mapping[str, int]: ...
    else:
        __pydantic_extra__: dict[str, int]


class SettingsSilent(Model):
    a: str | None = None


class SettingsTyped(Model):
    a: str | None = None

    if TYPE_CHECKING:

        @property
        def extras(self) -> Mapping[str, Value]: ...
    else:
        __pydantic_extra__: dict[str, Value]


class SettingsWhole(Model):
    a: str | None = None
