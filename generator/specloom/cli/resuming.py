"""Takes a job up again, by token or by id: waits, reads its state, cancels it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import click

from specloom import ir
from specloom.cli import console, operations
from specloom.cli.connection import Connection
from specloom.cli.exits import Exit
from specloom.cli.operations import Found
from specloom.cli.running import Run
from specloom.runtime._errors import (
    ClientError,
    JobNotFound,
    NetworkError,
    UpstreamError,
)
from specloom.runtime._lifecycle import TERMINAL
from specloom.suggest import did_you_mean


def wait(run: Run, text: str, operation: str | None) -> int:
    """Follow a job to its end."""
    with run.connect() as core:
        job = resumed(run, core, text, operation)
        key = job._job.operation.key  # the handle has no public name for it
        fields = {"operation": key, "url": core.base_url(), "mode": "poll"}
        run.teller.tell("start", {**fields, "job_id": job.id})
        with job:
            return run.follow(job)


def status(run: Run, text: str, operation: str | None) -> int:
    """Read the state once; a second look where the first found nothing."""
    heard = run.hear()
    with run.connect() as core:
        job = resumed(run, core, text, operation)
        update = job.refresh()
        if job.raw is None:
            update = job.refresh()
        if job.raw is None:
            raise _unread(heard.fields)
        row = {
            "event": "status",
            "job_id": job.id,
            "state": job.state,
            "status": job.status,
            "terminal": job.state in TERMINAL,
            "progress": update.progress,
            "token": job.token,
            "response": job.raw,
        }
    if run.as_json:
        console.line(row)
    else:
        word = f" ({job.status})" if job.status else ""
        percent = "" if job.progress is None else f" {job.progress:.0f} %"
        console.result(f"{job.id}: {job.state}{word}{percent}")
    return Exit.DONE


def _unread(fields: Mapping[str, Any]) -> ClientError:
    """Return the error for a state that could not be read."""
    message = str(fields.get("message") or "the state could not be read")
    match fields.get("http_status"):
        case None:
            return NetworkError(message, phase="read", sent=True)
        case 404 | 410:
            return JobNotFound("the server does not know the job (any more)")
        case status:
            return UpstreamError(message, status=status)


def cancel(run: Run, text: str, operation: str | None) -> int:
    """Ask the provider to cancel; look at the state afterwards."""
    heard = run.hear()
    with run.connect() as core:
        job = resumed(run, core, text, operation)
        job.cancel()
        if job.state not in TERMINAL:
            job.refresh()
        if job.raw is None:
            raise _unread(heard.fields)
        row = {
            "event": "cancelled",
            "ok": job.state == "cancelled",
            "job_id": job.id,
            "state": job.state,
            "status": job.status,
        }
    if run.as_json:
        console.line(row)
    else:
        console.result(f"{job.id}: {job.state}")
    return Exit.DONE


def resumed(run: Run, core: Connection, text: str, operation: str | None) -> Any:
    """Return the job that a token or an id names; nothing is sent."""
    if text.lstrip().startswith("{"):
        job: Any = core.jobs.resume(text)
    else:
        job = core.jobs.get(text, creating(run.api, operation).operation.key)
    run.job = job
    return job


def creating(api: ir.Api, operation: str | None) -> Found:
    """Return a create of the lifecycle that is meant."""
    creates = operations.creates(api)
    if not creates:
        raise click.UsageError("This description declares no jobs; see specloom infer")
    names = [life.name for life in api.lifecycles]
    if operation is not None:
        of_life = [item for item in creates if item.operation.lifecycle == operation]
        found = of_life[0] if of_life else operations.find(operation, api)
        if found.operation.lifecycle is None:
            hint = did_you_mean(operation, names)
            raise click.UsageError(f"`{operation}` starts no job{hint}")
        return found
    lives = {item.operation.lifecycle for item in creates}
    if len(lives) > 1:
        listed = ", ".join(sorted(str(life) for life in lives))
        raise click.UsageError(
            f"Jobs of several kinds are declared ({listed}); give --operation"
        )
    return creates[0]
