"""Answers of generation."""

from __future__ import annotations

from pydantic import Field

from .._runtime._model import Model


class Quote(Model):
    """The price of a generation."""

    affordable: bool
    """Whether the balance covers it."""
    billable: bool
    """Always false: a quote costs nothing."""
    credits: int
    """Price in credits."""
    current_balance: int | float = Field(alias="currentBalance")
    """Credits left."""
    list_price_usd: int | float = Field(alias="listPriceUsd")
    """Price in US dollars."""
    model: str
    """The model."""
    usd_per_credit: int | float = Field(alias="usdPerCredit")
    """Value of a credit in US dollars."""
