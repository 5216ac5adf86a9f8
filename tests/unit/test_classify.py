"""What error answers mean: rules first, then the status, then the body's own words."""

from __future__ import annotations

from typing import Any

import pytest
from specloom.runtime._classify import classify, refused, scope_of, to_error
from specloom.runtime._errors import (
    InsufficientCreditsError,
    RateLimitedError,
    UpstreamError,
    ValidationError,
)
from specloom.runtime._expressions import Scope
from specloom.runtime._lifecycle import Envelope, ErrorRule
from specloom.runtime._redact import Redactor


def _scope(status: int, body: Any = None, **headers: str) -> Scope:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Scope(status=status, body=body, headers=named)


@pytest.mark.parametrize(
    ("status", "category"),
    [
        (400, "validation"),
        (401, "authentication"),
        (402, "insufficient_credits"),
        (403, "permission_denied"),
        (404, "not_found"),
        (409, "conflict"),
        (418, "unknown"),
        (422, "validation"),
        (429, "rate_limited"),
        (500, "upstream"),
        (599, "upstream"),
    ],
)
def test_a_status_has_a_category_of_its_own(status: int, category: str) -> None:
    assert classify(_scope(status)).category == category


def test_the_first_rule_that_matches_decides() -> None:
    rules = (
        ErrorRule(category="content_rejected", status=("4XX",), message="policy"),
        ErrorRule(category="insufficient_credits", status=("422",), guidance="top up"),
        ErrorRule(category="unknown", status=("default",)),
    )
    found = classify(_scope(422, {"message": "against POLICY"}), rules=rules)
    assert found.category == "content_rejected"
    found = classify(_scope(422, {"message": "no"}), rules=rules)
    assert (found.category, found.guidance) == ("insufficient_credits", "top up")


@pytest.mark.parametrize(
    ("body", "known"), [({"code": 7}, True), ({"code": None}, False), ({}, False)]
)
def test_a_rule_for_any_code_wants_one(body: dict[str, Any], known: bool) -> None:
    rules = (ErrorRule(category="unknown", code=("*",), guidance="read it"),)
    found = classify(_scope(503, body), rules=rules)
    assert (found.category == "unknown") is known
    assert (found.guidance == "read it") is known
    assert found.told is known


def test_a_rule_may_ask_where_the_credential_came_from() -> None:
    rules = (ErrorRule(category="authentication", credential="acquired"),)
    assert classify(_scope(400), rules=rules, credential="acquired").category == (
        "authentication"
    )
    assert classify(_scope(400), rules=rules, credential="argument").category == (
        "validation"
    )


@pytest.mark.parametrize(
    "body",
    [
        "no such model",
        {"message": "no such model"},
        {"error": {"message": "no such model"}},
        {"error": "no such model"},
        {"msg": "no such model"},
        {"detail": "no such model"},
        {"errors": [{"message": "no such model"}]},
    ],
)
def test_the_message_is_found_wherever_servers_put_it(body: Any) -> None:
    assert classify(_scope(404, body)).message == "no such model"


def test_a_page_is_no_message() -> None:
    assert classify(_scope(502, "<html>x</html>")).message == "the server answered 502"


def test_ids_and_hints_come_along() -> None:
    scope = _scope(429, {"trace_id": "t"}, x_request_id="r", retry_after="7")
    error = to_error(classify(scope), Redactor())
    assert isinstance(error, RateLimitedError)
    assert (error.request_id, error.trace_id, error.retry_after) == ("r", "t", 7.0)


def test_a_stable_code_in_the_body_names_the_category() -> None:
    body = {"code": "INSUFFICIENT_CREDITS", "message": "no"}
    error = to_error(classify(_scope(200, body)), Redactor())
    assert isinstance(error, InsufficientCreditsError)
    assert error.code == "INSUFFICIENT_CREDITS"


def test_fields_named_in_a_body_are_issues() -> None:
    body = {"errors": {"prompt": ["too long"]}, "message": "no"}
    error = to_error(classify(_scope(422, body)), Redactor())
    assert isinstance(error, ValidationError)
    assert error.issues == (("prompt", "too long"),)


def test_a_secret_in_a_body_is_masked() -> None:
    redactor = Redactor()
    redactor.learn("sk-canary-123456")
    body = {"message": "bad key sk-canary-123456", "echo": ["sk-canary-123456"]}
    error = to_error(classify(_scope(500, body)), redactor)
    assert isinstance(error, UpstreamError)
    assert "canary" not in f"{error} {error.body} {error.to_dict()}"


@pytest.mark.parametrize(
    ("body", "envelope", "is_refused"),
    [
        ({"id": "j"}, None, False),
        ({"success": False}, None, True),
        ({"error": {"message": "x"}}, None, True),
        ({"error": {"message": "x"}, "id": "j"}, None, False),
        ({"error": None, "id": "j"}, None, False),
        ({"code": 0}, Envelope(success="$response.body#/code == 0"), False),
        ({"code": 5}, Envelope(success="$response.body#/code == 0"), True),
        ([1], None, False),
    ],
)
def test_a_200_is_an_error_when_its_envelope_says_so(
    body: Any,
    envelope: Envelope | None,
    is_refused: bool,
) -> None:
    assert refused(_scope(200, body), envelope) is is_refused


def test_a_body_that_cannot_be_decoded_is_text() -> None:
    assert scope_of(200, (), b"\xff{").body == "\ufffd{"
    assert scope_of(200, (), b"  ").body is None
    assert isinstance(scope_of(200, (), b"[" * 100_000).body, str)
