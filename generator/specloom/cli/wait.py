"""`specloom wait`: follows a job to its end, by id or token."""

from __future__ import annotations

from typing import Any

import click

from specloom.cli import events, lookup, options
from specloom.cli.progress import Progress
from specloom.cli.settings import Settings


@click.command(epilog="Example: specloom wait openapi.yaml job_123 --json")
@options.spec_argument
@click.argument("job")
@options.lifecycle_option
@options.base_url_option
@options.wait_options
@options.json_option
@options.verbosity
def command(
    source: lookup.Source,
    job: str,
    operation: str | None,
    as_json: bool,
    quiet: bool,
    verbose: bool,
    **given: Any,
) -> int:
    """Follow JOB of SPEC to its end; JOB is an id, or the token of an earlier run."""
    with events.refusals_told(as_json=as_json):
        api = lookup.load(lookup.spec(source)).api
    from specloom.cli import resuming, running

    settings = Settings(**given)
    progress = Progress(quiet=quiet, verbose=verbose)
    run = running.Run(
        api, settings, as_json=as_json, spec=source.typed(), progress=progress
    )
    with events.refusals_told(as_json=as_json):
        return run.ended(lambda: resuming.wait(run, job, operation))
