"""Tells what happens in a run: JSON lines for machines, progress for people."""

from __future__ import annotations

import sys
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
        known = {"job_id": self.job_id} if self.job_id else {}
        console.line({"event": event, **known, **fields})
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
            fields = {"category": "usage", "code": "USAGE", "guidance": None}
            Lines().tell("error", {**fields, "message": error.format_message()})
        raise


@dataclass(slots=True)
class Progress:
    """What a person wants to know, on stderr; one moving line on a terminal."""

    quiet: bool = False
    verbose: bool = False
    live: bool = field(default_factory=console.live)
    shown: str = ""

    def tell(self, event: str, fields: Mapping[str, Any]) -> None:
        """Show an event."""
        if self.quiet:
            return
        text = _said(event, fields)
        if text is not None:
            self._line(text)
        elif self.verbose:
            self._line(f"{event} {dict(fields)}")

    def update(self, update: Any) -> None:
        """Show how far the job is: state, queue place, percent, message, time."""
        if self.quiet:
            return
        text = _progress(update)
        if self.live:
            self._rewrite(f"{text}  {update.at:.0f} s")
        elif text != self.shown:
            console.note(text)
        self.shown = text

    def close(self) -> None:
        """Leave the moving line."""
        if self.live and self.shown:
            self._rewrite("")
            self.shown = ""

    def _line(self, text: str) -> None:
        self.close()
        console.note(text)

    def _rewrite(self, text: str) -> None:
        sys.stderr.write(f"\r\x1b[2K{text[: _width() - 1]}")
        sys.stderr.flush()


def _width() -> int:
    from shutil import get_terminal_size

    return get_terminal_size().columns


def _progress(update: Any) -> str:
    parts = [update.state]
    if update.status and update.status.casefold() != update.state:
        parts.append(f"({update.status})")
    if update.queue_position is not None:
        parts.append(f"place {update.queue_position} in the queue")
    if update.progress is not None:
        parts.append(f"{update.progress:.0f} %")
    if update.message:
        parts.append(update.message.splitlines()[0])
    return " ".join(parts)


def _said(event: str, fields: Mapping[str, Any]) -> str | None:
    """Return what a person is told of an event; None: nothing."""
    match event:
        case "start":
            return f"{fields['operation']} at {fields['url']}"
        case "submitted":
            return f"accepted as {fields['job_id']}"
        case "sse_open":
            return "following its event stream"
        case "sse_stream_ended":
            return f"the stream ended early{_because(fields)}"
        case "sse_timeout":
            return "the stream said nothing for too long"
        case "sse_connect_error":
            return f"the stream broke{_because(fields)}"
        case "sse_http_error":
            return f"no stream here (HTTP {fields.get('http_status')})"
        case "fallback_polling_start":
            return "going on by polling"
        case "poll_error" if fields.get("transient"):
            return f"a poll failed{_because(fields)}; going on"
        case "retry":
            return f"trying again in {fields.get('delay', 0):.0f} s{_because(fields)}"
        case "unknown_status":
            return f"unknown status {fields.get('status')}; going on"
        case "download":
            return f"saved {fields['path']} ({fields['bytes']} bytes)"
        case _:
            return None


def _because(fields: Mapping[str, Any]) -> str:
    why = fields.get("message") or fields.get("reason")
    return f": {why}" if why else ""
