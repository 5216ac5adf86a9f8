"""`make picture`: the demo as a terminal shows it, in docs/assets/demo.svg."""

from __future__ import annotations

import io
import os
import pty
import re
import sys
from collections.abc import Iterator

from rich.console import Console
from rich.text import Text

from tests.pages import DOCS

PICTURE = DOCS / "assets" / "demo.svg"
COMMAND = "specloom demo"
COLUMNS = 100
REWRITTEN = "\r\x1b[2K"
"""What begins a line anew on a terminal."""
OWN = (
    (re.compile(r"127\.0\.0\.1:\d+"), "127.0.0.1:8000"),
    (re.compile(r"job_[0-9a-f]{32}"), "job_5f3c"),
    (re.compile(r"\S*/specloom-demo-[^/\s]+/"), "/tmp/demo/"),
)
"""What is another one in each run, and what stands for it in the picture."""
_FONT = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)
_COUNT = re.compile(r"\d+ files")
_SHOWN = re.compile(r"<text [^>]*>([^<]*)</text>")


def demonstrated() -> str:
    """Return what the demo writes to a terminal, with what is its own replaced."""
    child, terminal = pty.fork()
    if child == 0:
        wide = {"COLUMNS": str(COLUMNS), "TERM": "xterm-256color"}
        arguments = (sys.executable, "-m", "specloom", "demo")
        os.execve(sys.executable, arguments, {**os.environ, **wide})
    text = b"".join(_read(terminal)).decode()
    os.close(terminal)
    _, status = os.waitpid(child, 0)
    if status:
        raise SystemExit(f"the demo failed:\n{text}")
    for pattern, stead in OWN:
        text = pattern.sub(stead, text)
    return "\n".join(
        line.rpartition(REWRITTEN)[2] for line in text.replace("\r\n", "\n").split("\n")
    )


def _read(terminal: int) -> Iterator[bytes]:
    while True:
        try:
            piece = os.read(terminal, 4096)
        except OSError:  # how Linux tells that the other side is closed
            return
        if not piece:
            return
        yield piece


def drawn(text: str) -> str:
    """Return a terminal that shows the command and the text, as SVG."""
    console = Console(
        record=True, width=COLUMNS, file=io.StringIO(), force_terminal=True
    )
    console.print(f"[bold]$ {COMMAND}[/bold]")
    console.print(Text.from_ansi(text.rstrip()), soft_wrap=False)
    svg = console.export_svg(title=COMMAND, unique_id="demo")
    return _FONT.sub("", svg).rstrip() + "\n"


def shown(svg: str) -> list[str]:
    """Return the texts of a picture, in order; how many files there are is no news."""
    texts = (text.replace("&#160;", " ").strip() for text in _SHOWN.findall(svg))
    return [_COUNT.sub("files", text) for text in texts]


if __name__ == "__main__":
    PICTURE.parent.mkdir(exist_ok=True)
    PICTURE.write_text(drawn(demonstrated()), "utf-8")
    print(PICTURE)
