"""Answers of account."""

from __future__ import annotations

from typing import Any

from pydantic import Field

from .._runtime._model import Model


class Account(Model):
    """The account behind the key. Its layout is not documented; these fields were seen."""

    api_version: str | None = Field(default=None, alias="apiVersion")
    """Version of the API."""
    credit_warning_at: int | float | None = Field(default=None, alias="creditWarningAt")
    """Balance at which a warning is sent; -1 for none."""
    current_balance: int | float | None = Field(default=None, alias="currentBalance")
    """Credits left."""
    daily_credit_limit: int | float | None = Field(
        default=None,
        alias="dailyCreditLimit",
    )
    """Credits a day."""
    generation_requests_per_minute: int | None = Field(
        default=None,
        alias="generationRequestsPerMinute",
    )
    """Starts a minute."""
    limits: dict[str, Any] | None = None
    """Limits of the key."""
    ok: bool | None = None
    skill_version: str | None = Field(default=None, alias="skillVersion")
    """Version of the vendor's skill."""
    supported_models: list[str] | None = Field(default=None, alias="supportedModels")
    """Models the key may use."""
