"""Answers of auth."""

from __future__ import annotations

from .._runtime._model import Model, Timestamp


class AnonymousTokenAnswer(Model):
    """A new anonymous token."""

    code: int
    """0 for success."""
    data: AnonymousToken


class AnonymousToken(Model):
    """A token for somebody who has not registered."""

    credits: int | float | None = None
    """Credits it comes with."""
    expires_at: Timestamp | None = None
    """When it ends."""
    token: str
    """The token; it begins with `nmv_usr_`."""
    user_id: str | None = None
    """Whom it belongs to; it begins with `anon_`."""


class ClaimAnswer(Model):
    """A claim ticket."""

    code: int
    """0 for success."""
    data: Claim


class Claim(Model):
    """A ticket that lets a browser take a session over."""

    claim_token: str
    """The ticket; it begins with `clm_`. Put it, never the token, into a link."""
    expires_in: int | float | None = None
    """Seconds it is valid."""
