"""Tells what happens in a run: one JSON object per line, one of them the last."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Protocol

import click

from specloom.cli import console

PRINTED = frozenset(
    {
        "start",
        "submitted",
        "sse_open",
        "sse_event",
        "sse_stream_ended",
        "sse_http_error",
        "sse_timeout",
        "sse_connect_error",
        "fallback_polling_start",
        "poll",
        "poll_error",
        "retry",
        "unknown_status",
        "item",
        "download",
        "timeout",
        "error",
        "detached",
        "terminal",
    },
)
"""Every event that is part of the command line's contract."""

LAST = frozenset({"timeout", "error", "detached", "terminal"})


class Teller(Protocol):
    """Where events go."""

    def tell(self, event: str, fields: Mapping[str, Any]) -> None:
        """Take one event."""


@dataclass(slots=True)
class Lines:
    """One JSON object per line; `job_id` is added once it is known."""

    job_id: str | None = None
    ended: bool = False

    def tell(self, event: str, fields: Mapping[str, Any]) -> None:
        """Print an event at once; nothing follows the last one."""
        if event not in PRINTED or self.ended:
            return
        self.job_id = fields.get("job_id") or self.job_id
        told = {key: value for key, value in fields.items() if key != "job_id"}
        known = {"job_id": self.job_id} if self.job_id else {}
        console.line({"event": event, **known, **told})
        self.ended = event in LAST


@dataclass(slots=True)
class Heard:
    """Keeps the last fact; passes on only what ends a run."""

    onward: Teller
    fields: Mapping[str, Any] = field(default_factory=dict)

    def tell(self, event: str, fields: Mapping[str, Any]) -> None:
        """Take one event."""
        self.fields = fields
        if event in LAST:
            self.onward.tell(event, fields)


@contextmanager
def refusals_told(*, as_json: bool) -> Iterator[None]:
    """Tell a usage or configuration error as the one event of a run, too."""
    try:
        yield
    except click.ClickException as error:
        if as_json:
            unknown = dict.fromkeys(("guidance", "token", "request_id", "trace_id"))
            fields = {"category": "usage", "code": "USAGE", **unknown}
            Lines().tell("error", {**fields, "message": error.format_message()})
        raise
