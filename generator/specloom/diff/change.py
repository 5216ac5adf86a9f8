"""One change, and the table that says which rules break callers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any, Final, Literal, TypeAlias

Effect: TypeAlias = Literal["breaking", "risky", "compatible"]
Step: TypeAlias = Literal["major", "minor", "patch"]

_UPPER = {
    "max": "maximum",
    "exclusive-max": "exclusive_maximum",
    "max-length": "max_length",
    "max-items": "max_items",
    "max-properties": "max_properties",
}
_LOWER = {
    "min": "minimum",
    "exclusive-min": "exclusive_minimum",
    "min-length": "min_length",
    "min-items": "min_items",
    "min-properties": "min_properties",
}
LIMITS: Final = _UPPER | _LOWER
"""Limit as rules name it -> attribute of a schema."""

REQUEST: Final = ("request-parameter", "request-body", "request-property")
RESPONSE: Final = ("response-body", "response-property", "response-header")


def _schema_rules(subject: str) -> dict[str, Effect]:
    """Fewer values break who sends them, more values break who receives them."""
    asked = subject in REQUEST
    fewer: Effect = "breaking" if asked else "compatible"
    more: Effect = "compatible" if asked else "breaking"
    rules: dict[str, Effect] = {
        "type-changed": "breaking",
        "type-generalized": more,
        "enum-value-removed": fewer,
        "enum-value-added": more,
        "became-not-nullable": fewer,
        "became-nullable": more,
        "pattern-added": fewer,
        "pattern-changed": "risky",
        "pattern-removed": more,
        "one-of-removed": fewer,
        "one-of-added": more,
        "multiple-of-set": fewer,
        "multiple-of-changed": "breaking",
        "multiple-of-unset": more,
        "unique-items-set": fewer,
        "unique-items-unset": more,
    }
    for limit in LIMITS:
        tighter = "decreased" if limit in _UPPER else "increased"
        looser = "increased" if limit in _UPPER else "decreased"
        rules |= {f"{limit}-{tighter}": fewer, f"{limit}-set": fewer}
        rules |= {f"{limit}-{looser}": more, f"{limit}-unset": more}
    return {f"{subject}-{name}": effect for name, effect in rules.items()}


def _request_rules(subject: str) -> dict[str, Effect]:
    return {
        **_schema_rules(subject),
        f"{subject}-became-enum": "breaking",
        f"{subject}-default-value-added": "compatible",
        f"{subject}-default-value-changed": "compatible",
        f"{subject}-default-value-removed": "compatible",
    }


def _response_rules(subject: str) -> dict[str, Effect]:
    return {**_schema_rules(subject), f"{subject}-type-specialized": "compatible"}


WIRE: dict[str, Effect] = {
    "api-removed-without-deprecation": "breaking",
    "api-removed-with-deprecation": "compatible",
    "endpoint-added": "compatible",
    "endpoint-deprecated": "compatible",
    "endpoint-reactivated": "compatible",
    "api-operation-id-added": "compatible",
    "api-operation-id-removed": "compatible",
    "api-security-added": "compatible",
    "api-security-removed": "breaking",
    "api-security-required": "breaking",
    "api-security-lifted": "compatible",
    "new-required-request-parameter": "breaking",
    "new-optional-request-parameter": "compatible",
    "new-request-path-parameter": "breaking",
    "request-parameter-removed": "risky",
    "request-parameter-removed-with-deprecation": "compatible",
    "request-parameter-deprecated": "compatible",
    "request-parameter-reactivated": "compatible",
    "request-parameter-became-required": "breaking",
    "request-parameter-became-optional": "compatible",
    "request-body-added-required": "breaking",
    "request-body-added-optional": "compatible",
    "request-body-removed": "breaking",
    "request-body-became-required": "breaking",
    "request-body-became-optional": "compatible",
    "request-body-media-type-added": "compatible",
    "request-body-media-type-removed": "breaking",
    "new-required-request-property": "breaking",
    "new-required-request-property-with-default": "breaking",
    "new-optional-request-property": "compatible",
    "request-property-removed": "risky",
    "request-property-became-required": "breaking",
    "request-property-became-required-with-default": "breaking",
    "request-property-became-optional": "compatible",
    **{
        f"{side}-{need}-property-became-{word}": "compatible"
        for side, mark in (("request", "read-only"), ("response", "write-only"))
        for need in ("required", "optional")
        for word in (mark, f"not-{mark}")
    },
    "response-success-status-removed": "breaking",
    "response-success-status-added": "compatible",
    "response-non-success-status-removed": "compatible",
    "response-non-success-status-added": "compatible",
    "response-media-type-removed": "breaking",
    "response-media-type-added": "compatible",
    "response-required-property-removed": "breaking",
    "response-optional-property-removed": "compatible",
    "response-required-property-added": "compatible",
    "response-optional-property-added": "compatible",
    "response-property-became-optional": "breaking",
    "response-property-became-required": "compatible",
    "required-response-header-removed": "breaking",
    "optional-response-header-removed": "compatible",
    "response-header-became-optional": "breaking",
    "response-header-became-required": "compatible",
    "response-header-added": "compatible",
    **{key: value for name in REQUEST for key, value in _request_rules(name).items()},
    **{key: value for name in RESPONSE for key, value in _response_rules(name).items()},
    "job-added": "compatible",
    "job-removed": "breaking",
    "job-stream-added": "compatible",
    "job-stream-removed": "risky",
    "job-state-added": "compatible",
    "job-state-removed": "risky",
    "job-state-changed": "risky",
    "job-polling-changed": "risky",
    "job-result-changed": "risky",
    "job-cancel-added": "compatible",
    "job-cancel-removed": "risky",
}
"""Rule -> what it means for callers on the wire."""

SURFACE: dict[str, Effect] = {
    "python-call-added": "compatible",
    "python-call-removed": "breaking",
    "python-call-renamed": "breaking",
    "python-kind-changed": "breaking",
    "python-argument-added": "compatible",
    "python-required-argument-added": "breaking",
    "python-argument-removed": "breaking",
    "python-argument-became-required": "breaking",
    "python-argument-became-optional": "compatible",
    "python-field-removed": "breaking",
    "python-positional-arguments-changed": "breaking",
    "python-package-renamed": "breaking",
    "python-class-renamed": "breaking",
}
"""Rule -> what it means for code that uses the generated client."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One difference between two APIs."""

    rule: str
    text: str
    where: str = ""
    """`query.limit`, `request.prompt`, `200.data.url`."""
    operation: str | None = None
    call: str | None = None

    @property
    def surface(self) -> bool:
        """Tell whether it is about the generated Python code."""
        return self.rule in SURFACE

    @property
    def effect(self) -> Effect:
        """Say whom it breaks."""
        return SURFACE[self.rule] if self.surface else WIRE[self.rule]

    def to_dict(self) -> dict[str, Any]:
        """Return plain values."""
        side = "python" if self.surface else "wire"
        return {**asdict(self), "effect": self.effect, "side": side}


def step(changes: Iterable[Change]) -> Step:
    """Return the semver step that changes ask for (semver.org, 2.0.0)."""
    effects = [change.effect for change in changes]
    if "breaking" in effects:
        return "major"
    return "minor" if effects else "patch"
