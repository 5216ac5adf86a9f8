"""`specloom simulate`: serves an API on this machine, with stateful jobs."""

from __future__ import annotations

import click

from specloom.cli import console, lookup, options


@click.command(
    epilog="Example: specloom simulate openapi.yaml --port 0 --scenario drop-stream"
)
@options.spec_argument
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=0,
    metavar="N",
    help="0 picks a free one.",
)
@options.scenario_option
@click.option(
    "--latency",
    type=click.FloatRange(min=0),
    default=0.0,
    metavar="SECONDS",
    help="Pause before every answer.",
)
@click.option(
    "--speed",
    type=click.FloatRange(min=0.1, max=1000),
    default=1.0,
    metavar="FACTOR",
    help="Let jobs run faster; each takes about 3 s at 1.",
)
@click.option(
    "--seed", type=int, default=0, metavar="N", help="Seed of made-up values."
)
def command(
    source: lookup.Source,
    port: int,
    scenario: str,
    latency: float,
    speed: float,
    seed: int,
) -> None:
    """Serve SPEC on 127.0.0.1 until interrupted.

    The first line on stdout is JSON: the URL to give as --base-url.
    """
    import asyncio

    from specloom.python import binding
    from specloom.simulate import scenario as scenarios
    from specloom.simulate import server

    api = lookup.load(lookup.spec(source)).api
    asyncio.run(
        server.serve(
            api,
            binding.bind(api),
            scenarios.SCENARIOS[scenario],
            server.Settings(port=port, latency=latency, seed=seed, speed=speed),
            lambda url: console.line({"event": "listening", "url": url}),
        ),
    )
