"""Answers of users."""

from __future__ import annotations

from .._runtime._model import Model, Timestamp


class User(Model):
    id: int
    made: Stamp | None = None
    name: str
    team: Team


class Stamp(Model):
    at: Timestamp | None = None


class Team(Model):
    id: int
    name: str | None = None
