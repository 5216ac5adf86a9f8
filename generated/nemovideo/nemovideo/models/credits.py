"""Answers of credits."""

from __future__ import annotations

from .._runtime._model import Model


class BalanceAnswer(Model):
    """The balance."""

    code: int
    """0 for success."""
    data: Balance


class Balance(Model):
    """Credits."""

    available: int | float
    """Free to use."""
    frozen: int | float | None = None
    """Reserved by running work."""
    total: int | float | None = None
    """Both together."""
