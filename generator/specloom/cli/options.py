"""The options and arguments that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar, cast

import click

from specloom.cli import lookup, words

F = TypeVar("F", bound=Callable[..., Any])


def scenario_option(function: F) -> F:
    """Add --scenario."""
    return click.option(
        "--scenario",
        type=words.ScenarioName(),
        default="happy",
        metavar="NAME",
        help="Which faults occur.",
    )(function)


def spec_argument(function: F) -> F:
    """Add SPEC with its options; the command gets them as `source`."""

    @wraps(function)
    def wrapped(
        *,
        spec: str,
        overlays: tuple[str, ...],
        allow_remote_refs: bool,
        **given: Any,
    ) -> Any:
        source = lookup.Source(spec, overlays, allow_remote_refs)
        return function(source=source, **given)

    argument = click.argument("spec", type=words.SpecName())
    return cast("F", argument(overlay_option(remote_refs_option(wrapped))))


def spec_arguments(function: F) -> F:
    """Add SPEC, any number of them; the command gets `sources`."""

    @wraps(function)
    def wrapped(
        *,
        specs: tuple[str, ...],
        overlays: tuple[str, ...],
        allow_remote_refs: bool,
        **given: Any,
    ) -> Any:
        sources = [lookup.Source(spec, overlays, allow_remote_refs) for spec in specs]
        return function(sources=sources, **given)

    argument = click.argument(
        "specs", metavar="[SPEC]...", type=words.SpecName(), nargs=-1
    )
    return cast("F", argument(overlay_option(remote_refs_option(wrapped))))


def overlay_option(function: F) -> F:
    """Add --overlay."""
    return click.option(
        "--overlay",
        "overlays",
        multiple=True,
        metavar="FILE",
        help="An overlay applied after those of SPEC.",
    )(function)


def remote_refs_option(function: F) -> F:
    """Add --allow-remote-refs."""
    return click.option(
        "--allow-remote-refs",
        is_flag=True,
        help="References in SPEC may lead to the network.",
    )(function)


def operation_argument(function: F) -> F:
    """Add OPERATION."""
    return click.argument("operation", type=words.OperationName())(function)


def json_option(function: F) -> F:
    """Add --json."""
    return click.option(
        "--json",
        "as_json",
        is_flag=True,
        help="Print one JSON object per line and nothing else.",
    )(function)


def verbosity(function: F) -> F:
    """Add -q and -v."""
    function = click.option(
        "-q", "--quiet", is_flag=True, help="Print results and errors only."
    )(function)
    return click.option("-v", "--verbose", is_flag=True, help="Say more.")(function)


def base_url_option(function: F) -> F:
    """Add --base-url."""
    return click.option(
        "--base-url", metavar="URL", help="Where the API is, instead of its own server."
    )(function)


def timeout_option(function: F) -> F:
    """Add --timeout for a command that sends one request."""
    return click.option(
        "--timeout",
        type=click.FloatRange(min=0, min_open=True),
        metavar="SECONDS",
        help="How long the request may take.",
    )(function)


def lifecycle_option(function: F) -> F:
    """Add --operation, for an id where several lifecycles are declared."""
    return click.option(
        "--operation",
        type=words.OperationName(),
        metavar="OPERATION",
        help="The operation (or lifecycle) the id belongs to.",
    )(function)


def wait_options(function: F) -> F:
    """Add what steers a request and a wait."""
    seconds = click.FloatRange(min=0, min_open=True)
    added = (
        click.option(
            "--timeout",
            type=seconds,
            metavar="SECONDS",
            help="How long to wait for the job.",
        ),
        click.option(
            "--request-timeout",
            type=seconds,
            metavar="SECONDS",
            help="How long one request may take.",
        ),
        click.option(
            "--poll-interval",
            type=seconds,
            metavar="SECONDS",
            help="Pause between two polls.",
        ),
        click.option(
            "--download",
            type=click.Path(file_okay=False, path_type=Path),
            metavar="DIR",
            help="Save the result's files there.",
        ),
    )
    for option in reversed(added):
        function = option(function)
    return function


def payload_options(function: F) -> F:
    """Add --payload, --payload-file and --set."""
    added = (
        click.option("--payload", metavar="JSON", help="All arguments by wire name."),
        click.option(
            "--payload-file",
            metavar="FILE",
            help="The same from a file; `-` for stdin.",
        ),
        set_option,
    )
    for option in reversed(added):
        function = option(function)
    return function


def set_option(function: F) -> F:
    """Add --set."""
    return click.option(
        "--set",
        "sets",
        multiple=True,
        metavar="NAME=VALUE",
        help="One argument; `a.b=1` reaches inside, `image=@cat.png` sends a file.",
    )(function)
