"""What to do next after an error, in the words of the command line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from specloom import ir
from specloom.cli import checking, credentials
from specloom.cli.operations import Found
from specloom.runtime._errors import (
    AuthenticationError,
    ClientError,
    InvalidPayloadError,
)


def advise(
    error: ClientError,
    api: ir.Api,
    found: Found | None,
    spec: str,
    given: Any,
) -> None:
    """Give an error that was found before sending the guidance that fits here."""
    if isinstance(error, AuthenticationError) and not error.status and not error.scope:
        error.guidance = " ".join(_credential(api, found))
    if isinstance(error, InvalidPayloadError) and found is not None:
        error.guidance = " ".join(_payload(error, api, found, spec, given))


def _credential(api: ir.Api, found: Found | None) -> Iterator[str]:
    operation = found.operation if found else None
    variables = credentials.variables_of(api, operation)
    if variables:
        yield f"Set {credentials.listed(variables)}."
    told = credentials.how_to_get_one(api, operation)
    if told["dashboard_url"]:
        yield f"Get a key at {told['dashboard_url']}."
    if not variables:
        yield "The description names no variable for it (x-specloom-client)."


def _payload(
    error: InvalidPayloadError,
    api: ir.Api,
    found: Found,
    spec: str,
    given: Any,
) -> Iterator[str]:
    for issue, hint in checking.hints(error.issues, given, api, found.operation):
        yield f"`{issue.field}`{hint}"
    name = found.call or f"'{found.operation.key}'"
    yield f"`specloom payload {spec} {name}` prints one that is valid."
