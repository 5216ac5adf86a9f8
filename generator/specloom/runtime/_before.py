"""What is done before a create: values kept, conditions checked, ids chosen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from ._calls import fetch
from ._conditions import holds
from ._errors import BY_CATEGORY, UnknownApiError
from ._expressions import Scope, evaluate, fill, find
from ._job_state import JobState, Steps, scope
from ._lifecycle import Before
from ._omit import OMIT
from ._options import Arguments


def prepare(job: JobState) -> Steps[None]:
    """Choose id and key, and run the operations that come first."""
    _choose(job)
    for before in job.lifecycle.before:
        found = yield from fetch(job, before.call)
        for name, place in before.keep.items():
            job.kept[name] = find(place, found)
        if before.require is not None and not holds(before.require, found):
            raise _unmet(before, found)
    _fill_in(job)


def _fill_in(job: JobState) -> None:
    """Give fields of the body that the caller left out what was kept for them."""
    given = job.arguments.body
    for body in job.operation.bodies[:1]:
        for name, text in body.rules.defaults.items():
            if not (isinstance(text, str) and text.startswith("$kept.")):
                continue
            value = evaluate(text, scope(job))
            lacking = not isinstance(given, Mapping) or given.get(name, OMIT) is OMIT
            if value is not None and lacking:
                job.arguments = placed(job.arguments, f"body.{name}", value)
    job.inputs = inputs_of(job.arguments)


def _unmet(before: Before, found: Scope) -> UnknownApiError | Any:
    kind = BY_CATEGORY.get(before.category, UnknownApiError)
    message = fill(before.message or "", found)
    return kind(
        message or f"`{before.require}` does not hold, nothing was created",
        status=found.status or 0,
    )


def _choose(job: JobState) -> None:
    """Place the idempotency key and the id that the client chooses."""
    lifecycle = job.lifecycle
    if lifecycle.idempotency is not None:
        own = job.arguments.options.idempotency_key if job.rounds == 0 else None
        job.key = own or spelled(lifecycle.idempotency.form, job.setup.uuid())
        place = lifecycle.idempotency.place
        job.arguments = placed(job.arguments, place, job.key)
    if lifecycle.client_id is not None:
        job.chosen_id = spelled(lifecycle.client_id, job.setup.uuid())
        place = lifecycle.client_id_place
        job.arguments = placed(job.arguments, place, job.chosen_id)
    job.inputs = inputs_of(job.arguments)


def spelled(form: str, uuid: str) -> str:
    """Return a value in a declared form: `uuid`, or a template with `{uuid}`."""
    return uuid if form == "uuid" else form.replace("{uuid}", uuid)


def placed(arguments: Arguments, place: str, value: Any) -> Arguments:
    """Return the arguments with a value at `header.X`, `query.x` or `body.x`."""
    where, _, name = place.partition(".")
    if where == "body":
        body = {} if arguments.body is OMIT else arguments.body
        if not isinstance(body, Mapping):
            return arguments
        return replace(arguments, body={**body, name: value})
    known: Mapping[str, Any] = getattr(arguments, where)
    return replace(arguments, **{where: {**known, name: value}})


def inputs_of(arguments: Arguments) -> dict[str, Any]:
    """Return what `$request` means for these arguments."""
    return {
        "path": arguments.path,
        "query": arguments.query,
        "header": arguments.header,
        "body": None if arguments.body is OMIT else arguments.body,
    }
