"""Takes a job up again, by token or by id: waits, reads its state, cancels it."""

from __future__ import annotations

import json
from typing import Any

import click

from specloom import ir
from specloom.cli import console, operations
from specloom.cli.connection import Connection
from specloom.cli.exits import Exit
from specloom.cli.operations import Found
from specloom.cli.running import Run
from specloom.runtime._lifecycle import TERMINAL
from specloom.runtime._request import origin_of
from specloom.suggest import did_you_mean


def wait(run: Run, text: str, operation: str | None) -> int:
    """Follow a job to its end."""
    with run.connect() as core:
        job = resumed(run, core, text, operation)
        mode = "poll" if run.api.lifecycle(_life(run, job)).poll else "stream"
        key = job.operation if isinstance(job.operation, str) else text
        fields = {"operation": key, "url": core.base_url(), "mode": mode}
        run.teller.tell("start", {**fields, "job_id": job.id})
        with job:
            return run.follow(job)


def status(run: Run, text: str, operation: str | None) -> int:
    """Read the state once."""
    with run.connect() as core:
        job = resumed(run, core, text, operation)
        update = job.refresh()
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


def cancel(run: Run, text: str, operation: str | None) -> int:
    """Ask the provider to cancel; look at the state afterwards."""
    with run.connect() as core:
        job = resumed(run, core, text, operation)
        job.cancel()
        if job.state not in TERMINAL:
            job.refresh()
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
    token = text if _is_token(text) else _token(run.api, core, text, operation)
    job = core.jobs.resume(token)
    run.job = job
    return job


def _is_token(text: str) -> bool:
    return text.lstrip().startswith("{")


def _token(api: ir.Api, core: Connection, job_id: str, operation: str | None) -> str:
    """Write the token of a job of which only the id is known."""
    found = creating(api, operation)
    base = core.base_url()
    return json.dumps(
        {
            "specloom_job": 1,
            "operation": found.operation.key,
            "id": job_id,
            "origin": origin_of(base),
            "url": base + found.operation.path,
        },
    )


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


def _life(run: Run, job: Any) -> str:
    return str(job._job.lifecycle.name)
