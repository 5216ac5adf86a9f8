"""Checks arguments against the description exactly as a call does, sending nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from specloom import ir
from specloom.cli import arguments, schemas
from specloom.runtime._checking import check
from specloom.runtime._errors import InvalidPayloadError, Issue
from specloom.runtime._explain import UNKNOWN
from specloom.runtime._request import arguments_of
from specloom.suggest import did_you_mean, nearest


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


def hints(
    issues: Sequence[Issue],
    payload: Any,
    api: ir.Api,
    operation: ir.Operation,
) -> Iterator[tuple[Issue, str]]:
    """Yield what may have been meant: a field, a value, or a name given wrongly."""
    known = arguments.known(operation, api)
    given = payload if isinstance(payload, dict) else {}
    stray = [name for name in given if name not in known]
    for issue in issues:
        if issue.actual == UNKNOWN:
            hint = did_you_mean(issue.field, known)
        elif issue.actual == "nothing":
            meant = nearest(issue.field, stray, limit=1)
            hint = f"; was `{meant[0]}` meant to be it?" if meant else ""
        else:
            values = schemas.allowed(known.get(issue.field), api)
            words = [value for value in values if isinstance(value, str)]
            hint = did_you_mean(str(given.get(issue.field)), words)
        if hint:
            yield issue, hint
