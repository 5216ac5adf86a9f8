"""Redaction: what is shown holds no secret, and stays readable."""

from __future__ import annotations

import base64
import json
import logging
import time
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from specloom.runtime._redact import (
    MASK,
    RedactingFilter,
    Redactor,
    masked_url,
    summary,
)

KEY = 'sk-live/4+2"canary==é'


@pytest.fixture
def redactor() -> Redactor:
    found = Redactor()
    found.learn(KEY)
    return found


@pytest.mark.parametrize(
    "form",
    [
        KEY,
        quote(KEY, safe=""),
        json.dumps(KEY, ensure_ascii=False)[1:-1],
        repr(KEY)[1:-1],
        base64.b64encode(KEY.encode()).decode(),
    ],
)
def test_a_known_value_is_masked_in_every_form_it_travels_in(
    redactor: Redactor,
    form: str,
) -> None:
    found = redactor.text(f"the server said {form} is wrong")
    assert form not in found
    assert MASK in found
    assert found.startswith("the server said ")


@pytest.mark.parametrize(
    "text",
    [
        "Authorization: Bearer abcdef123456",
        "Basic dXNlcjpwYXNz",
        "https://user:secretword@host/x",
        "https://h/x?api_key=secretword&b=1",
        "https://h/x?X-Amz-Signature=secretword",
        '{"access_token": "secretword"}',
        "password=secretword",
        "redis://:secretword@h",
    ],
)
def test_what_looks_like_a_secret_is_masked(redactor: Redactor, text: str) -> None:
    found = redactor.text(text)
    for secret in ("secretword", "abcdef123456", "dXNlcjpwYXNz"):
        assert secret not in found


@pytest.mark.parametrize(
    "text",
    [
        "a plain sentence about a monkey and its keys",
        "https://h/x?page=2",
        "the task t-123 was not found",
        "",
    ],
)
def test_ordinary_text_stays_as_it_is(redactor: Redactor, text: str) -> None:
    assert redactor.text(text) == text


def test_a_url_is_shown_without_user_query_values_and_fragment() -> None:
    url = "https://u:p@h.example:8/a/b?key=1&x=2#frag"
    assert masked_url(url) == "https://h.example:8/a/b?key=***&x=***"
    assert masked_url("http://[") == MASK


def test_only_harmless_headers_are_shown(redactor: Redactor) -> None:
    shown = redactor.headers(
        [
            ("X-API-KEY", "v"),
            ("Authorization", "v"),
            ("Cookie", "v"),
            ("X-Custom", "v"),
            ("Content-Type", "text/html"),
        ],
    )
    assert shown.pop("Content-Type") == "text/html"
    assert set(shown.values()) == {MASK}


def test_an_excerpt_is_one_short_masked_line(redactor: Redactor) -> None:
    body = f"<html>\n\n{KEY}  {'x' * 5000}".encode()
    found = redactor.excerpt(body)
    assert KEY not in found
    assert "\n" not in found
    assert len(found) <= 400


def test_a_decoded_body_is_masked_in_keys_and_values(redactor: Redactor) -> None:
    found = redactor.value({KEY: [{"echo": f"x{KEY}"}], "n": 5})
    assert found == {MASK: [{"echo": f"x{MASK}"}], "n": 5}


def test_a_value_too_short_to_be_told_from_text_is_not_masked_everywhere() -> None:
    redactor = Redactor()
    redactor.learn("a", "")
    assert redactor.text("banana") == "banana"


def test_a_log_record_is_masked_whoever_wrote_it(redactor: Redactor) -> None:
    record = logging.LogRecord("x", 10, "f", 1, "GET %s", (KEY,), None)
    assert RedactingFilter(redactor).filter(record)
    assert KEY not in record.getMessage()


def test_nothing_shows_what_the_redactor_knows(redactor: Redactor) -> None:
    assert KEY not in repr(redactor)
    assert KEY not in summary("GET", f"https://h/{quote(KEY)}", redactor)


@given(st.text(min_size=8), st.text(), st.text())
def test_a_secret_never_survives(secret: str, before: str, after: str) -> None:
    redactor = Redactor()
    redactor.learn(secret)
    found = redactor.text(f"{before}{secret}{after}")
    assert secret not in found or secret in f"{before}{MASK}{after}"


@pytest.mark.parametrize(
    "piece", ["x", "a.", "token ", "key", "://", "a:", "%3D", "= "]
)
def test_hostile_text_costs_linear_time(redactor: Redactor, piece: str) -> None:
    started = time.process_time()
    redactor.text(piece * (200_000 // len(piece)))
    assert time.process_time() - started < 2.0
