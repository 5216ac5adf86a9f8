"""Inputs of x."""

from __future__ import annotations

from typing import TypeAlias

from pydantic import StrictStr

GetXFrom: TypeAlias = StrictStr

GetXXFrom: TypeAlias = StrictStr
