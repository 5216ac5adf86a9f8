"""Checks arguments against the description exactly as a call does, sending nothing."""

from __future__ import annotations

from typing import Any

from specloom import ir
from specloom.runtime._checking import check
from specloom.runtime._errors import InvalidPayloadError, Issue
from specloom.runtime._request import arguments_of


def issues(
    api: ir.Api,
    operation: ir.Operation,
    payload: Any,
    *,
    allow_unknown: bool = False,
) -> tuple[Issue, ...]:
    """Return every place where the arguments break the description."""
    from specloom.python import binding

    bound = binding.bind(api).find(operation.key)
    values = payload if isinstance(payload, dict) else {"body": payload}
    try:
        check(bound, arguments_of(bound, values), allow_unknown=allow_unknown)
    except InvalidPayloadError as error:
        return error.issues
    return ()
