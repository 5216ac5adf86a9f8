"""Text of a document enters Python source only as the value it was."""

from __future__ import annotations

import ast
import inspect
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from specloom.python import source
from specloom.python.imports import Import, Imports

HOSTILE = [
    'x"\nboom()\n"',
    "x' + str(boom()) + '",
    'x"""\nboom()\n"""',
    "'''",
    '"',
    '"""',
    'x""',
    'a\\"""',
    "\\",
    "x\\\\\\",
    "\\N{X}",
    "\\u12",
    "C:\\Users\\new",
    "x\r\ny\rz",
    "\x00\x1b[31m",
    "\u202eabc\u2066",
    "\u2028\u2029\x85\x0b\x0c",
    "\ud800",
    "{{ 7*7 }}{% raw %}",
    "{boom()}",
    "%(x)s",
    "\ufeff",
    "\t\ttabs\n\t more",
    "    indented\n  less\n        more",
    "# type: ignore",
    "-*- coding: rot13 -*-",
]
texts = st.one_of(
    st.text(max_size=200),
    st.sampled_from(HOSTILE),
    st.lists(st.sampled_from([*"\"'\\\n\t {}#", "ab", "\x00"]), max_size=40).map(
        "".join
    ),
)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | texts,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.tuples(inner)
        | st.dictionaries(texts, inner, max_size=3)
    ),
    max_leaves=8,
)


@given(texts)
def test_a_quoted_text_reads_back_as_itself_on_one_line(text: str) -> None:
    quoted = source.quote(text)
    assert "\n" not in quoted
    assert ast.literal_eval(quoted) == text
    assert quoted.isprintable()


@given(json_values)
def test_a_printed_value_reads_back_as_itself(value: object) -> None:
    printed = source.literal(value, 4)
    namespace = {"float": float}
    found = eval(f"(\n    {printed}\n)", {"__builtins__": {}}, namespace)
    assert found == value
    assert repr(found) == repr(value)


@given(texts, st.sampled_from([0, 4, 8]))
def test_a_docstring_holds_the_prose_it_was_given(text: str, indent: int) -> None:
    printed = source.docstring(text, indent)
    margin = " " * indent
    module = f"{margin}{printed}" if not indent else f"def f():\n{margin}{printed}"
    if indent > 4:
        module = f"class A:\n    def f():\n{margin}{printed}"
    tree = ast.parse(module)
    holders = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    found = ast.get_docstring(holders[0] if holders else tree, clean=True)
    assert found is not None
    wanted = source.plain(text) or "."
    assert _words(found) == _words(wanted)
    assert len(tree.body) == 1


def _words(text: str) -> list[str]:
    """Wrapping moves spaces and line ends, nothing else."""
    return re.sub(r"[ \n]+", " ", inspect.cleandoc(text)).strip().split(" ")


@given(texts)
def test_a_comment_stays_one_comment_line_without_a_directive(text: str) -> None:
    printed = source.comment(text)
    assert "\n" not in printed
    assert ast.parse(f"{printed}\nx = 1").body[0].lineno == 2
    assert not re.search(r"#\s*(type|noqa|fmt|ruff|pyright|mypy)\b", printed)
    assert not re.search(r"coding[:=]\s*\w", printed) or printed.startswith("# (")


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_cannot_leave_any_context(text: str) -> None:
    for module in (
        f"x = {source.quote(text)}\n",
        f"{source.docstring(text)}\n",
        f"x = {source.literal({text: [text, (text,)]})}\n",
        f"{source.comment(text)}\nx = 1\n",
    ):
        names = {
            node.id
            for node in ast.walk(ast.parse(module))
            if isinstance(node, ast.Name)
        }
        assert names <= {"x"}


@settings(max_examples=5, deadline=None)
@given(st.lists(st.tuples(texts, json_values), min_size=10, max_size=30))
def test_a_formatter_has_no_opinion_on_what_is_printed(
    pairs: list[tuple[str, object]],
) -> None:
    blocks = [
        f"class C{index}:\n    {source.docstring(text, 4)}\n\n"
        f"    x: object = {source.literal([value, (text,)], 4)}\n"
        f"    {source.comment(text)}"
        for index, (text, value) in enumerate(pairs)
    ]
    module = '"""Doc."""\n\n\n' + "\n\n\n".join(blocks) + "\n"
    assert _formatted(module) == module


def _formatted(module: str) -> str:
    ruff = Path(sys.executable).with_name("ruff")
    done = subprocess.run(
        [ruff, "format", "--isolated", "--target-version", "py311", "-"],
        input=module.encode("utf-8"),
        capture_output=True,
        check=True,
    )
    return done.stdout.decode("utf-8")


_NAMES = st.from_regex(r"[A-Za-z_][A-Za-z0-9_]{0,24}", fullmatch=True)
_MODULES = st.sampled_from(
    [
        "typing",
        "typing_extensions",
        "pydantic",
        "collections.abc",
        "datetime",
        "._runtime._model",
        ".models.pets",
        ".models.pets_2",
        ".models.pets_10",
        ".params.pets",
    ]
)


@settings(max_examples=12, deadline=None)
@given(
    st.lists(st.builds(Import, _MODULES, _NAMES), min_size=1, max_size=30),
    st.sampled_from(["models.x", "resources.pets", "_client"]),
)
def test_imports_stand_in_the_order_that_linters_want(
    found: list[Import], within: str
) -> None:
    unique = {item.bound: item for item in found}
    imports = Imports(within=within)
    imports.add(*unique.values())
    uses = "".join(f"\nprint({name})" for name in sorted(unique))
    module = f'"""Doc."""\n\n{imports.render()}\n{uses}\n'
    ruff = Path(sys.executable).with_name("ruff")
    done = subprocess.run(
        [ruff, "check", "--isolated", "--select", "I", "--output-format", "json", "-"],
        input=module.encode(),
        capture_output=True,
        check=False,
    )
    assert json.loads(done.stdout) == []
    assert _formatted(module) == module
