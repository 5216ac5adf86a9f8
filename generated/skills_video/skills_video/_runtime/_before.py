"""What is done before a create: values kept, conditions checked, ids chosen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ._calls import fetch
from ._conditions import holds
from ._errors import BY_CATEGORY, ClientError, UnknownApiError
from ._expressions import Scope, evaluate, fill, find
from ._failures import network_error
from ._job_state import JobState, Steps, ask, scope
from ._lifecycle import Before
from ._omit import OMIT
from ._options import Arguments
from ._values import is_mapping
from ._wire import Failed, Reply, Request, Send, Sleep

if TYPE_CHECKING:
    from ._session import Fetching


def prepare(job: JobState) -> Steps[None]:
    """Choose id and key, and run the operations that come first."""
    _choose(job)
    for before in job.lifecycle.before:
        found = yield from fetch(job, before.call)
        kept = {name: find(place, found) for name, place in before.keep.items()}
        job.kept = {**job.kept, **kept}
        if before.require is not None and not holds(before.require, found):
            raise _unmet(before, found)
    _fill_in(job)


def renewed(job: JobState, error: ClientError) -> Steps[bool]:
    """Replace the acquired values that an error refuses, once; whether there are any."""
    steps = None
    if not job.renewed:
        steps = job.setup.renewal(job.operation, job.arguments, error)
    if steps is None:
        return False
    job.renewed = True
    try:
        failed = yield from _fetched(job, steps)
    finally:
        steps.close()
    if failed is not None:
        raise network_error(job.setup, failed)
    job.inputs = _inputs(job)
    return True


def _fetched(job: JobState, steps: Fetching) -> Steps[Failed | None]:
    """Run the steps that get a value: requests and pauses."""
    answer: Reply | Failed | None = None
    while True:
        try:
            step = steps.send(answer)
        except StopIteration as end:
            failed: Failed | None = end.value
            return failed
        if isinstance(step, Request):
            until = job.now + job.setup.request_timeout
            outcome = yield from ask(Send(step, until))
            answer = outcome if isinstance(outcome, (Reply, Failed)) else None
        else:
            yield from ask(Sleep(job.now + step))
            answer = None


def _inputs(job: JobState) -> dict[str, Any]:
    return inputs_of(job.setup.fill(job.operation, job.arguments))


def _fill_in(job: JobState) -> None:
    """Give fields of the body that the caller left out what was kept for them."""
    given = job.arguments.body
    for body in job.operation.bodies[:1]:
        for name, text in body.rules.defaults.items():
            if not (isinstance(text, str) and text.startswith("$kept.")):
                continue
            value = evaluate(text, scope(job))
            lacking = not is_mapping(given) or given.get(name, OMIT) is OMIT
            if value is not None and lacking:
                job.arguments = placed(job.arguments, f"body.{name}", value)
    job.inputs = _inputs(job)


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
    job.inputs = _inputs(job)


def spelled(form: str, uuid: str) -> str:
    """Return a value in a declared form: `uuid`, or a template with `{uuid}`."""
    return uuid if form == "uuid" else form.replace("{uuid}", uuid)


def placed(arguments: Arguments, place: str, value: Any) -> Arguments:
    """Return the arguments with a value at `header.X`, `query.x` or `body.x`."""
    where, _, name = place.partition(".")
    if where == "body":
        body: Any = {} if arguments.body is OMIT else arguments.body
        if not is_mapping(body):
            return arguments
        return replace(arguments, body={**body, name: value})
    known: Mapping[str, Any] = getattr(arguments, where)
    changes: dict[str, Any] = {where: {**known, name: value}}
    return replace(arguments, **changes)


def inputs_of(arguments: Arguments) -> dict[str, Any]:
    """Return what `$request` means for these arguments."""
    return {
        "path": arguments.path,
        "query": arguments.query,
        "header": arguments.header,
        "body": None if arguments.body is OMIT else arguments.body,
    }
