"""Every block of the documentation runs as it stands, page by page."""

from __future__ import annotations

import itertools
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
import yaml
from specloom.cli.main import execute

from tests import pages, picture
from tests.e2e.conftest import SPEC, serving
from tests.systems import folder

SPEED = 100.0
"""How fast simulated jobs run here."""
PETS = pages.ROOT / "tests" / "data" / "openapi.yaml"
READING = re.compile(r'"\$\(cat ([\w.]+)\)"')
"""What stands for the text of a file."""
SHELL = re.compile(r"[|<>;]|&&|\$\(")
READ = {"yaml": yaml.safe_load, "toml": tomllib.loads, "json": json.loads}
"""How blocks that are data are read."""
PAGES = [page for page in pages.pages() if any(b.runs for b in pages.blocks(page))]


@pytest.fixture(scope="session")
def address() -> Iterator[Callable[[str, Path], str]]:
    """Return where a scenario of a description is served; started once each."""
    known: dict[tuple[str, Path], str] = {}
    with ExitStack() as stack:

        def start(scenario: str, path: Path) -> str:
            if (scenario, path) not in known:
                context = serving(scenario, path, SPEED)
                known[scenario, path] = stack.enter_context(context)
            return known[scenario, path]

        yield start


class Reader:
    """Somebody who follows a page by the letter, in a folder of their own."""

    def __init__(
        self,
        page: Path,
        address: Callable[[str, Path], str],
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
        stack: ExitStack,
    ) -> None:
        self.page, self.address = page, address
        self.env, self.capsys, self.stack = monkeypatch, capsys, stack
        self.names: dict[str, Any] = {"__name__": "__main__"}
        self.shown, self.code, self.own = "", 0, ""

    def follow(self) -> None:
        """Run the page."""
        found = list(pages.blocks(self.page))
        for index, block in enumerate(found):
            after = found[index + 1 : index + 2]
            self.code = 0
            if block.mark == "file":
                self._write(block)
            elif block.mark == "simulator":
                self.env.setenv(
                    "SKILLS_VIDEO_BASE_URL", self.address(block.value, SPEC)
                )
            if block.mark == "file" or not block.runs:
                continue
            if block.language == "python":
                self._python(block)
                if after and after[0].language == "text":
                    self._compare(block.line, tuple(after[0].text.splitlines()))
            else:
                self._console(block)

    def _write(self, block: pages.Block) -> None:
        path = Path(block.value)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(self._led(block.text), "utf-8")

    def _led(self, text: str) -> str:
        return text.replace(pages.ADDRESS, self.own) if self.own else text

    def _python(self, block: pages.Block) -> None:
        code = "\n" * block.line + self._led(block.text)
        self.capsys.readouterr()
        exec(compile(code, str(self.page), "exec"), self.names)
        self.shown = self.capsys.readouterr().out

    def _console(self, block: pages.Block) -> None:
        for command in pages.commands(block):
            asked = command.text == "echo $?"
            if not asked:
                assert self.code == 0, f"line {block.line}: {self.code}\n{self.shown}"
            self.shown = f"{self.code}" if asked else ""
            self.code = 0 if asked else self._run(self._led(command.text))
            self._compare(block.line, command.printed)
        assert self.code == 0, f"line {block.line}: {self.code}\n{self.shown}"

    def _compare(self, line: int, expected: tuple[str, ...]) -> None:
        lacking = pages.prints(self.shown, tuple(self._led(item) for item in expected))
        assert lacking is None, f"line {line}: no {lacking!r} in\n{self.shown}"

    def _run(self, line: str) -> int:
        line = READING.sub(lambda found: shlex.quote(Path(found[1]).read_text()), line)
        words = shlex.split(line, comments=True)
        match words:
            case ["export", setting]:
                self.env.setenv(*setting.split("=", 1))
                return 0
            case ["cd", where]:
                self.env.chdir(where)
                return 0
            case ["pip", "install", "-e", project]:
                self.env.syspath_prepend(str(Path(project).resolve()))
                return 0
            case ["specloom", "simulate", spec, *_, "&"]:
                self._serve(words, Path(spec))
                return 0
            case ["specloom", *arguments] if not SHELL.search(line):
                self.capsys.readouterr()
                code = execute(arguments)
                self.shown = "".join(self.capsys.readouterr())
                return int(code)
            case _:
                return self._shell(line)

    def _serve(self, words: list[str], spec: Path) -> None:
        named = dict(itertools.pairwise(words))
        scenario = named.get("--scenario", "happy")
        where = spec.resolve() if spec.is_file() else spec
        context = serving(scenario, where, SPEED)
        self.own = self.stack.enter_context(context)
        self.shown = f'{{"event": "listening", "url": "{self.own}"}}'

    def _shell(self, line: str) -> int:
        done = subprocess.run(
            ("bash", "-c", line),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
            timeout=60,
        )
        self.shown = done.stdout
        return done.returncode


@pytest.fixture
def reader(
    address: Callable[[str, Path], str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Iterator[Callable[[Path], Reader]]:
    """Return what makes readers: a key is set, and the addresses of simulators."""
    shutil.copy(PETS, tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(str(folder("skills_video")))
    binaries = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    for name, value in (
        ("PATH", binaries),
        ("SKILLS_VIDEO_API_KEY", "test-key"),
        ("SKILLS_VIDEO_BASE_URL", address("happy", SPEC)),
        ("PETS_URL", address("happy", PETS)),
        ("HOME", str(tmp_path)),
        ("COLUMNS", "100"),
    ):
        monkeypatch.setenv(name, value)
    known = set(sys.modules)
    with ExitStack() as stack:
        yield lambda page: Reader(page, address, monkeypatch, capsys, stack)
    for name in set(sys.modules) - known:
        if str(tmp_path) in str(getattr(sys.modules[name], "__file__", "")):
            del sys.modules[name]


@pytest.mark.parametrize("page", PAGES, ids=pages.name_of)
def test_a_page_runs_as_it_stands(reader: Callable[[Path], Reader], page: Path) -> None:
    reader(page).follow()


@pytest.mark.parametrize("page", pages.pages(), ids=pages.name_of)
def test_the_data_on_a_page_can_be_read(page: Path) -> None:
    for block in pages.blocks(page):
        if block.language in READ:
            assert READ[block.language](block.text), f"line {block.line}"


@pytest.mark.parametrize("page", pages.pages(), ids=pages.name_of)
def test_the_links_of_a_page_lead_somewhere(page: Path) -> None:
    lost = [
        f"{path.name}#{heading}"
        for path, heading in pages.links(page)
        if not path.exists() or (heading and heading not in pages.headings(path))
    ]
    assert lost == []


def test_few_blocks_are_shown_only_and_each_says_why() -> None:
    marked = [b for page in pages.pages() for b in pages.blocks(page) if b.mark]
    shown = [block for block in marked if block.mark == "not run"]
    assert all(block.value for block in shown)
    assert len(shown) <= 8


def test_every_page_is_reached_from_the_first_one() -> None:
    first = pages.DOCS / "index.md"
    seen, left = {first}, [first]
    while left:
        for found, _ in pages.links(left.pop()):
            if found.suffix == ".md" and found not in seen:
                seen.add(found)
                left.append(found)
    assert sorted(set(pages.DOCS.rglob("*.md")) - seen) == []


def test_every_page_is_in_the_navigation_of_the_site() -> None:
    site = yaml.safe_load((pages.ROOT / "mkdocs.yml").read_text("utf-8"))
    sections = [item for entry in site["nav"] for item in entry.values()]
    listed = [
        name
        for item in sections
        for name in (
            [item] if isinstance(item, str) else [v for e in item for v in e.values()]
        )
    ]
    known = [page.relative_to(pages.DOCS).as_posix() for page in pages.pages()[1:]]
    assert sorted(listed) == sorted(known)


@pytest.mark.slow
def test_the_picture_of_the_demo_shows_what_it_prints() -> None:
    now = picture.drawn(picture.demonstrated())
    kept = picture.PICTURE.read_text("utf-8")
    assert picture.shown(kept) == picture.shown(now), "`make picture` draws it anew"
