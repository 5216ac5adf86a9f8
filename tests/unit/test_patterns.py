"""Texts drawn for patterns: accepted by them, bounded for hostile ones."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from specloom.python import patterns

USUAL = [
    "^[A-Z][0-9]$",
    "^(blake3|sha256):[a-f0-9]{64}$",
    "[a-f0-9]{8}-[a-f0-9]{4}-4[a-f0-9]{3}-[89aAbB][a-f0-9]{3}-[a-f0-9]{12}",
    r"^\d{4}-\d{2}$",
    r"^(?:\w+)/(?P<name>[^/\s]+)$",
    "^a{2,3}b?c*$",
    "^[^a-z]+$",
    r"^[\w.-]+@[\w.-]+\.[a-z]{2,}$",
    "^$",
    "^(one|two)(,(one|two))*$",
    "^[]a]$",
    "^[a-]$",
    r"^\x41\.\u0042$",
    "x",
    "",
]


@pytest.mark.parametrize("pattern", USUAL)
def test_a_drawn_text_is_accepted(pattern: str) -> None:
    text = patterns.draw(pattern)
    assert text is not None
    assert re.search(pattern, text)


def test_open_repetitions_reach_a_least_length() -> None:
    assert patterns.draw("^[0-9a-f]+$", at_least=40) == "0" * 40


def test_variants_differ() -> None:
    drawn = {patterns.draw("^[0-9]{3}$", variant=index) for index in range(5)}
    assert len(drawn) == 5


@pytest.mark.parametrize(
    "pattern",
    [r"(a)\1", "(?=a)b", "a$b", "(", "[", "*", "[z-a]", r"\x4", "(?<!a)", "(?P"],
)
def test_what_is_beyond_is_said(pattern: str) -> None:
    assert patterns.draw(pattern) is None


@pytest.mark.parametrize(
    "pattern", ["(a+)+$b", "((a{9}){9}){9}{9}", "(" * 200, "(a{9999}){9999}", "[" * 200]
)
def test_a_hostile_pattern_ends_at_once(pattern: str) -> None:
    started = time.process_time()
    text = patterns.draw(pattern, at_least=100)
    assert time.process_time() - started < 0.5
    assert text is None or len(text) < 100_000


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="ab01[]()^$|?*+{},.-\\dws", max_size=24))
def test_any_text_as_a_pattern_gives_a_text_or_nothing(pattern: str) -> None:
    text = patterns.draw(pattern, at_least=3)
    assert text is None or isinstance(text, str)
