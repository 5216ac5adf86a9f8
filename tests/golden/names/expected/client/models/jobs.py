"""Answers of jobs."""

from __future__ import annotations

from typing import TypeAlias

ListJobsResponse: TypeAlias = list[str]
