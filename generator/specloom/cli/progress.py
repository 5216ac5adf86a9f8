"""What a person sees of a run, on stderr; one moving line on a terminal."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from specloom.cli import console

TICK = 0.5
"""Seconds after which the moving line tells the time again."""


@dataclass(slots=True)
class Progress:
    """Says what happens; how far the job is stands in a line that moves."""

    quiet: bool = False
    verbose: bool = False
    live: bool = field(default_factory=console.live)
    shown: str = ""
    begun: float = field(default_factory=time.monotonic)
    _lock: threading.RLock = field(default_factory=threading.RLock)
    _ticker: threading.Thread | None = None
    _ended: threading.Event = field(default_factory=threading.Event)

    def tell(self, event: str, fields: Mapping[str, Any]) -> None:
        """Show an event."""
        if self.quiet:
            return
        text = said(event, fields)
        if text is not None:
            self._line(text)
        elif self.verbose:
            told = (
                f"{name}={value}" for name, value in fields.items() if value is not None
            )
            self._line(" ".join((event, *told)))

    def update(self, update: Any) -> None:
        """Show how far the job is: state, queue place, percent, message, time."""
        if self.quiet:
            return
        text = progress(update)
        with self._lock:
            if not self.live and text != self.shown:
                console.note(text)
            self.shown = text
        if self.live:
            self._move()
            self._tick()

    def close(self) -> None:
        """End the moving line."""
        self._ended.set()
        if self._ticker is not None:
            self._ticker.join(1)
        with self._lock:
            if self.live and self.shown:
                self._rewrite("")
            self.shown = ""

    def _line(self, text: str) -> None:
        with self._lock:
            if self.live and self.shown:
                self._rewrite("")
            console.note(text)
        self._move()

    def _move(self) -> None:
        with self._lock:
            if self.live and self.shown and not self._ended.is_set():
                waited = time.monotonic() - self.begun
                self._rewrite(f"{self.shown}  {waited:.0f} s")

    def _tick(self) -> None:
        if self._ticker is None:
            self._ticker = threading.Thread(target=self._ticking, daemon=True)
            self._ticker.start()

    def _ticking(self) -> None:
        while not self._ended.wait(TICK):
            self._move()

    def _rewrite(self, text: str) -> None:
        shown = console.harmless(text)[: _width() - 1]
        sys.stderr.write(f"\r\x1b[2K{shown}")
        sys.stderr.flush()


def _width() -> int:
    from shutil import get_terminal_size

    return get_terminal_size().columns


def progress(update: Any) -> str:
    """Return the state of a job in one line."""
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


def said(event: str, fields: Mapping[str, Any]) -> str | None:
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
        case "terminal" if fields.get("state"):
            carrier = {"create": "the first answer"}.get(fields["source"])
            return f"{fields['state']}, told by {carrier or fields['source']}"
        case _:
            return None


def _because(fields: Mapping[str, Any]) -> str:
    why = fields.get("message") or fields.get("reason")
    return f": {why}" if why else ""
