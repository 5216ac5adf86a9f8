"""`specloom status`: reads the state of a job once."""

from __future__ import annotations

import click

from specloom.cli import events, lookup, options
from specloom.cli.settings import Settings


@click.command(epilog="Example: specloom status openapi.yaml job_123 --json")
@options.spec_argument
@click.argument("job")
@options.lifecycle_option
@options.base_url_option
@options.timeout_option
@options.json_option
def command(
    source: lookup.Source,
    job: str,
    operation: str | None,
    base_url: str | None,
    timeout: float | None,
    as_json: bool,
) -> int:
    """Read the state of JOB of SPEC once; exit code 0 when it could be read."""
    with events.refusals_told(as_json=as_json):
        api = lookup.load(lookup.spec(source)).api
    from specloom.cli import resuming, running

    settings = Settings(base_url=base_url, request_timeout=timeout)
    run = running.Run(api, settings, as_json=as_json, spec=source.typed())
    with events.refusals_told(as_json=as_json):
        return run.ended(lambda: resuming.status(run, job, operation))
