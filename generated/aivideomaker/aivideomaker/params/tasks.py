"""Inputs of tasks."""

from __future__ import annotations

from typing import TypeAlias

from pydantic import StrictStr

CancelTasksTaskId: TypeAlias = StrictStr

GetTasksTaskId: TypeAlias = StrictStr

StatusTasksTaskId: TypeAlias = StrictStr
