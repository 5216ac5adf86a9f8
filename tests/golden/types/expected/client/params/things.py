"""Inputs of things."""

from __future__ import annotations

from typing import TypeAlias

from pydantic import StrictStr

GetThingsId: TypeAlias = StrictStr
