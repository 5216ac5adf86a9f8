"""One change, and the table that says which rules break callers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any, Literal, TypeAlias

Effect: TypeAlias = Literal["breaking", "risky", "compatible"]
Step: TypeAlias = Literal["major", "minor", "patch"]

_LIMITS_UP = ("max", "max-length", "max-items")
_LIMITS_DOWN = ("min", "min-length", "min-items")
_SUBJECTS = ("request-parameter", "request-body", "request-property")
_ANSWERS = ("response-body", "response-property")


def _request_rules(subject: str) -> dict[str, Effect]:
    rules: dict[str, Effect] = {
        "type-changed": "breaking",
        "type-generalized": "compatible",
        "enum-value-removed": "breaking",
        "enum-value-added": "compatible",
        "became-not-nullable": "breaking",
        "became-nullable": "compatible",
        "default-value-changed": "risky",
        "pattern-added": "risky",
        "pattern-changed": "risky",
        "pattern-removed": "compatible",
        "one-of-removed": "breaking",
        "one-of-added": "compatible",
    }
    for limit in _LIMITS_UP:
        rules |= {f"{limit}-decreased": "breaking", f"{limit}-set": "risky"}
        rules |= {f"{limit}-increased": "compatible", f"{limit}-unset": "compatible"}
    for limit in _LIMITS_DOWN:
        rules |= {f"{limit}-increased": "breaking", f"{limit}-set": "risky"}
        rules |= {f"{limit}-decreased": "compatible", f"{limit}-unset": "compatible"}
    return {f"{subject}-{name}": effect for name, effect in rules.items()}


def _response_rules(subject: str) -> dict[str, Effect]:
    rules: dict[str, Effect] = {
        "type-changed": "breaking",
        "type-specialized": "compatible",
        "enum-value-added": "risky",
        "enum-value-removed": "compatible",
        "became-nullable": "breaking",
        "became-not-nullable": "compatible",
        "one-of-added": "risky",
        "one-of-removed": "compatible",
    }
    return {f"{subject}-{name}": effect for name, effect in rules.items()}


WIRE: dict[str, Effect] = {
    "api-removed-without-deprecation": "breaking",
    "api-removed-after-deprecation": "risky",
    "endpoint-added": "compatible",
    "endpoint-deprecated": "compatible",
    "endpoint-reactivated": "compatible",
    "api-operation-id-changed": "compatible",
    "api-security-added": "breaking",
    "api-security-removed": "compatible",
    "new-required-request-parameter": "breaking",
    "new-optional-request-parameter": "compatible",
    "request-parameter-removed": "risky",
    "request-parameter-became-required": "breaking",
    "request-parameter-became-optional": "compatible",
    "request-body-added-required": "breaking",
    "request-body-added-optional": "compatible",
    "request-body-removed": "risky",
    "request-body-became-required": "breaking",
    "request-body-became-optional": "compatible",
    "request-body-media-type-added": "compatible",
    "request-body-media-type-removed": "breaking",
    "new-required-request-property": "breaking",
    "new-required-request-property-with-default": "compatible",
    "new-optional-request-property": "compatible",
    "request-property-removed": "risky",
    "request-property-became-required": "breaking",
    "request-property-became-required-with-default": "compatible",
    "request-property-became-optional": "compatible",
    "response-success-status-removed": "breaking",
    "response-success-status-added": "compatible",
    "response-non-success-status-removed": "compatible",
    "response-non-success-status-added": "compatible",
    "response-media-type-removed": "breaking",
    "response-media-type-added": "compatible",
    "response-required-property-removed": "breaking",
    "response-optional-property-removed": "risky",
    "response-required-property-added": "compatible",
    "response-optional-property-added": "compatible",
    "response-property-became-optional": "breaking",
    "response-property-became-required": "compatible",
    "required-response-header-removed": "breaking",
    "optional-response-header-removed": "risky",
    "response-header-added": "compatible",
    **{key: value for name in _SUBJECTS for key, value in _request_rules(name).items()},
    **{key: value for name in _ANSWERS for key, value in _response_rules(name).items()},
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
