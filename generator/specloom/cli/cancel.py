"""`specloom cancel`: cancels a job."""

from __future__ import annotations

import click

from specloom.cli import events, lookup, options
from specloom.cli.settings import Settings


@click.command(epilog="Example: specloom cancel openapi.yaml job_123")
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
    """Cancel JOB of SPEC; what the server then says of it decides."""
    with events.refusals_told(as_json=as_json):
        api = lookup.load(lookup.spec(source)).api
    from specloom.cli import resuming, running

    settings = Settings(base_url=base_url, request_timeout=timeout)
    run = running.Run(api, settings, as_json=as_json, spec=source.typed())
    with events.refusals_told(as_json=as_json):
        return run.ended(lambda: resuming.cancel(run, job, operation))
