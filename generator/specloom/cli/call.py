"""`specloom call`: runs an operation; a job is followed to its end."""

from __future__ import annotations

from typing import Any

import click

from specloom.cli import arguments, events, lookup, operations, options, uploads
from specloom.cli.progress import Progress
from specloom.cli.settings import Settings


@click.command(
    epilog="Example: specloom call openapi.yaml pets.create --set name=Rex --json"
)
@options.spec_argument
@options.operation_argument
@options.payload_options
@options.base_url_option
@options.wait_options
@click.option("--no-stream", is_flag=True, help="Poll only, without an event stream.")
@click.option("--allow-unknown", is_flag=True, help="Let unknown fields pass.")
@click.option("--detach", is_flag=True, help="Print the job's token and leave it.")
@options.json_option
@options.verbosity
def command(
    source: lookup.Source,
    operation: str,
    payload: str | None,
    payload_file: str | None,
    sets: tuple[str, ...],
    as_json: bool,
    quiet: bool,
    verbose: bool,
    no_stream: bool,
    **given: Any,
) -> int:
    """Run OPERATION of SPEC with its arguments by wire name.

    Arguments come from --payload, --payload-file and --set, all places in one
    mapping; a name that stands in two is qualified: path.id, query.id, body.id.
    """
    settings = Settings(stream=not no_stream, **given)
    with events.refusals_told(as_json=as_json):
        api = lookup.load(lookup.spec(source)).api
        found = operations.find(operation, api)
        values = arguments.payload(payload, payload_file)
        items = arguments.assignments(sets)
        values = arguments.assign(values, items, found.operation, api)
        if any(item.file for item in items) and uploads.takes_files(found.operation):
            api = uploads.by_form(api, found.operation)
    from specloom.cli import running

    progress = Progress(quiet=quiet, verbose=verbose)
    run = running.Run(
        api, settings, as_json=as_json, spec=source.typed(), progress=progress
    )
    return run.ended(lambda: run.call(found, values))
