"""Answers of account."""

from __future__ import annotations

from typing import Any, TypeAlias

CreditsAccountResponse: TypeAlias = dict[str, Any]
