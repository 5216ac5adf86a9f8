"""The `settings` operations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime._omit import OMIT
from .._runtime._operation import Body, Operation, Response, Types

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from .._runtime._client import AsyncCore, Core
    from .._runtime._omit import Omit
    from .._runtime._options import CallOptions
    from ..models.settings import Settings as SettingsModel
    from ..params.settings import (
        SettingsCardParam,
        SettingsClosedParam,
        SettingsOpenParam,
        SettingsPatternsParam,
        SettingsSilentParam,
        SettingsTypedParam,
        SettingsWholeParam,
        ValueParam,
    )

types = Types(__name__)

REPLACE: Operation[SettingsModel] = Operation(
    key="PUT /settings",
    name="replaceSettings",
    bodies=(Body(types("params.settings", "SettingsParam"), required=True),),
    responses=(Response("200", types("models.settings", "Settings")),),
)


class Settings:
    """The `settings` operations."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def replace(
        self,
        *,
        any: Any | Omit = OMIT,
        card: SettingsCardParam | Omit = OMIT,
        closed: SettingsClosedParam | Omit = OMIT,
        free: Mapping[str, Any] | Omit = OMIT,
        map: Mapping[str, ValueParam] | Omit = OMIT,
        matching: Mapping[str, int] | Omit = OMIT,
        names: Mapping[str, str] | Omit = OMIT,
        open: SettingsOpenParam | Omit = OMIT,
        patterns: SettingsPatternsParam | Omit = OMIT,
        silent: SettingsSilentParam | Omit = OMIT,
        typed: SettingsTypedParam | Omit = OMIT,
        whole: SettingsWholeParam | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> SettingsModel:
        """Replace settings.

        Returns:
            The settings.
        """
        return self._core.call(
            REPLACE,
            body={
                "any": any,
                "card": card,
                "closed": closed,
                "free": free,
                "map": map,
                "matching": matching,
                "names": names,
                "open": open,
                "patterns": patterns,
                "silent": silent,
                "typed": typed,
                "whole": whole,
            },
            options=options,
        )


class AsyncSettings:
    """The `settings` operations. Awaited."""

    def __init__(self, core: AsyncCore) -> None:
        self._core = core

    async def replace(
        self,
        *,
        any: Any | Omit = OMIT,
        card: SettingsCardParam | Omit = OMIT,
        closed: SettingsClosedParam | Omit = OMIT,
        free: Mapping[str, Any] | Omit = OMIT,
        map: Mapping[str, ValueParam] | Omit = OMIT,
        matching: Mapping[str, int] | Omit = OMIT,
        names: Mapping[str, str] | Omit = OMIT,
        open: SettingsOpenParam | Omit = OMIT,
        patterns: SettingsPatternsParam | Omit = OMIT,
        silent: SettingsSilentParam | Omit = OMIT,
        typed: SettingsTypedParam | Omit = OMIT,
        whole: SettingsWholeParam | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> SettingsModel:
        """Replace settings."""
        return await self._core.call(
            REPLACE,
            body={
                "any": any,
                "card": card,
                "closed": closed,
                "free": free,
                "map": map,
                "matching": matching,
                "names": names,
                "open": open,
                "patterns": patterns,
                "silent": silent,
                "typed": typed,
                "whole": whole,
            },
            options=options,
        )
