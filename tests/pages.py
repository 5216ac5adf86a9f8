"""The pages of the documentation as programs: their blocks, and what runs them.

Blocks of a page run in order, in one namespace and one folder. An HTML comment on the
line before a block says more about it:

    <!-- not run: REASON -->        the block is shown only
    <!-- file: NAME -->             the block is written to this file
    <!-- simulator: SCENARIO -->    from here on the page talks to this scenario

A `console` block holds commands after `$ ` and what they print, where `...` stands for
anything; every command ends with 0 unless `$ echo $?` follows. In a `sh` block each
line is a command. A `text` block after a `python` block is what that one prints.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
RUN = frozenset({"python", "console", "sh"})
ADDRESS = "http://127.0.0.1:8000"
"""Where pages start a simulator of their own; it is given a free port instead."""

_FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_MARK = re.compile(r"<!-- (not run|file|simulator): ([^\n]*?) -->\n\Z")
_LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")


@dataclass(frozen=True, slots=True)
class Block:
    """One fenced block: its language, its text, where it stands, its mark."""

    language: str
    text: str
    line: int
    mark: str = ""
    value: str = ""

    @property
    def runs(self) -> bool:
        """Whether the block is executed."""
        return self.language in RUN and self.mark != "not run"


@dataclass(frozen=True, slots=True)
class Command:
    """A command line, and the lines that it has to print."""

    text: str
    printed: tuple[str, ...] = ()


def pages() -> tuple[Path, ...]:
    """Return every page, the README first."""
    return (ROOT / "README.md", *sorted(DOCS.rglob("*.md")))


def name_of(page: Path) -> str:
    """Return how a page is called in reports."""
    return page.relative_to(ROOT).as_posix()


def blocks(page: Path) -> Iterator[Block]:
    """Yield the fenced blocks of a page."""
    text = page.read_text("utf-8")
    for found in _FENCE.finditer(text):
        mark = _MARK.search(text[: found.start()])
        line = text.count("\n", 0, found.start()) + 1
        said = mark.groups() if mark else ("", "")
        yield Block(found[1], found[2], line, *said)


def commands(block: Block) -> Iterator[Command]:
    """Yield the commands of a `console` or `sh` block."""
    text = block.text.replace("\\\n", "")
    if block.language == "sh":
        yield from (Command(line) for line in text.splitlines() if line.strip())
        return
    for piece in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
        line, *printed = piece.splitlines()
        yield Command(line, tuple(item for item in printed if item.strip()))


def prints(shown: str, expected: tuple[str, ...]) -> str | None:
    """Return the first expected line that was not printed, in order; None: all were."""
    lines = iter(line.rstrip() for line in shown.splitlines())
    for item in expected:
        pattern = re.compile(re.escape(item.rstrip()).replace(r"\.\.\.", ".*"))
        if item.strip() != "..." and not any(map(pattern.fullmatch, lines)):
            return item
    return None


def prose(page: Path) -> str:
    """Return the text of a page without its blocks."""
    return _FENCE.sub("", page.read_text("utf-8"))


def links(page: Path) -> Iterator[tuple[Path, str]]:
    """Yield the file and the heading that each link of a page leads to."""
    for target in _LINK.findall(prose(page)):
        path, _, heading = target.partition("#")
        if "://" not in path:
            yield (page.parent / path).resolve() if path else page, heading


def headings(page: Path) -> set[str]:
    """Return the names by which links reach the headings of a page."""
    titles = re.findall(r"^#+ (.*)$", prose(page), re.MULTILINE)
    return {
        re.sub(r"[^\w\- ]", "", title).lower().replace(" ", "-") for title in titles
    }
