"""What reaches the two streams: results on stdout, everything else on stderr."""

from __future__ import annotations

import json
import math
import os
import re
import sys
from collections.abc import Mapping
from typing import Any, Final

import click


def line(value: Mapping[str, Any]) -> None:
    """Write one JSON object as one line to stdout, at once."""
    sys.stdout.write(json.dumps(_finite(value), default=str, allow_nan=False) + "\n")
    sys.stdout.flush()


def _finite(value: Any) -> Any:
    """Replace what JSON cannot hold (NaN, infinities) by null; often nothing is."""
    match value:
        case float() if not math.isfinite(value):
            return None
        case dict():
            return {str(key): _finite(item) for key, item in value.items()}
        case list() | tuple():
            return [_finite(item) for item in value]
        case _:
            return value


def document(value: Any) -> None:
    """Write one JSON value to stdout, indented; coloured on a terminal."""
    text = json.dumps(_finite(value), indent=2, ensure_ascii=False, default=str)
    if not colour():
        result(text)
        return
    from rich.console import Console
    from rich.highlighter import JSONHighlighter

    Console().print(JSONHighlighter()(text), soft_wrap=True)


_CONTROLS: Final = re.compile(
    r"\x1b(?!\[[0-9;]{0,12}m)|\r(?!\n)|[\x00-\x08\x0b\x0c\x0e-\x1a\x1c-\x1f\x7f-\x9f]",
)
"""What moves the cursor or rewrites a terminal; colours do not."""


def harmless(text: str) -> str:
    """Return text of others with its control characters spelled out."""
    return _CONTROLS.sub(lambda match: ascii(match[0])[1:-1], text)


def result(text: str) -> None:
    """Write text to stdout, whatever its characters."""
    text = harmless(text) if terminal() else text
    try:
        sys.stdout.write(text + "\n")
    except UnicodeEncodeError:
        encoding = sys.stdout.encoding or "ascii"
        plain = text.encode(encoding, "backslashreplace").decode(encoding)
        sys.stdout.write(plain + "\n")
    sys.stdout.flush()


def note(text: str) -> None:
    """Write one line for people to stderr."""
    text = harmless(text)
    try:
        sys.stderr.write(text + "\n")
    except UnicodeEncodeError:
        sys.stderr.write(ascii(text) + "\n")
    sys.stderr.flush()


def painted(text: str, colour: str) -> str:
    """Return text for stderr, in a colour where a person looks at it."""
    if not (sys.stderr.isatty() and _may_colour()):
        return text
    return click.style(text, fg=colour, bold=True)


def terminal() -> bool:
    """Tell whether stdout is a terminal a person looks at."""
    return sys.stdout.isatty()


def colour() -> bool:
    """Tell whether stdout may be coloured (https://no-color.org)."""
    return terminal() and _may_colour()


def _may_colour() -> bool:
    return not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def live() -> bool:
    """Tell whether stderr may be rewritten in place for progress."""
    return sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
