"""`specloom demo`: the whole product in ten seconds, without key and network."""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp
from typing import Any

import click

from specloom import resources
from specloom.cli import console, lookup, options, words
from specloom.cli.exits import Exit
from specloom.cli.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Defaults:
    """What is run when nothing is named; `specs/demo.toml` says it."""

    spec: str
    operation: str
    scenario: str = "drop-stream"
    payload: Mapping[str, Any] = field(default_factory=dict)


@click.command(epilog="Example: specloom demo")
@click.argument("spec", type=words.SpecName(), required=False)
@click.argument("operation", type=words.OperationName(), required=False)
@click.option(
    "--scenario",
    type=words.ScenarioName(),
    metavar="NAME",
    help="The fault that is simulated.",
)
@click.option(
    "--keep",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="Keep the generated client there, too; the downloaded file stays anyway.",
)
@options.json_option
def command(
    spec: str | None,
    operation: str | None,
    scenario: str | None,
    keep: Path | None,
    as_json: bool,
) -> int:
    """Generate a client, simulate its API, and run a job whose stream drops.

    Without a terminal the events are printed as JSON lines, as `call --json` does.
    """
    if spec is not None and operation is None:
        raise click.UsageError(
            "Give OPERATION, too; `specloom inspect SPEC` lists them"
        )
    chosen = defaults()
    if spec and operation:
        chosen = Defaults(spec=spec, operation=operation, payload={})
    if scenario:
        chosen = Defaults(
            spec=chosen.spec,
            operation=chosen.operation,
            scenario=scenario,
            payload=chosen.payload,
        )
    machine = as_json or not console.terminal()
    downloads = (keep or Path(mkdtemp(prefix="specloom-demo-"))) / "downloads"
    with TemporaryDirectory(prefix="specloom-demo-client-") as temporary:
        client = keep / "client" if keep else Path(temporary)
        return _run(chosen, client, downloads, machine=machine)


def defaults() -> Defaults:
    """Read `specs/demo.toml`."""
    path = resources.directory("specs") / "demo.toml"
    try:
        data = tomllib.loads(path.read_text("utf-8"))
        known = {key: data[key] for key in ("spec", "operation")}
    except (OSError, tomllib.TOMLDecodeError, KeyError) as error:
        raise lookup.ConfigurationFault(f"{path}: {error!r}") from error
    further = {key: data[key] for key in ("scenario", "payload") if key in data}
    return Defaults(**known, **further)


def _run(chosen: Defaults, client: Path, downloads: Path, *, machine: bool) -> int:
    from specloom.cli import operations, running
    from specloom.python import payload

    found = lookup.spec(chosen.spec)
    loaded = lookup.load(found)
    operation = operations.find(chosen.operation, loaded.api)
    arguments = payload.template(loaded.api, operation.operation) | dict(chosen.payload)
    with simulator(chosen) as process:
        _generate(loaded, client, machine=machine)
        url = listening(process)
        if not machine:
            console.note(f"simulating {loaded.api.title} at {url}: {chosen.scenario}")
        settings = Settings(
            base_url=url,
            download=downloads,
            poll_interval=1.0,
            credentials=_pretended(loaded.api),
        )
        run = running.Run(loaded.api, settings, as_json=machine, spec=chosen.spec)
        code = run.ended(lambda: run.call(operation, arguments))
    if code == Exit.DONE and not machine:
        console.note("the stream dropped, the job did not")
    return code


def _generate(loaded: Any, directory: Path, *, machine: bool) -> None:
    from specloom import output, pipeline

    files = pipeline.generate(loaded)
    output.write(files, directory)
    if not machine:
        console.note(f"generated {len(files)} files for {loaded.api.title}")


def _pretended(api: Any) -> dict[str, str]:
    """Return a made-up credential for every scheme; the simulator takes any."""
    kinds = ("apiKey", "bearer", "oauth2", "openIdConnect")
    return {
        scheme.name: "demo-key"
        for scheme in api.security_schemes
        if scheme.kind in kinds
    }


@contextmanager
def simulator(chosen: Defaults) -> Iterator[subprocess.Popen[str]]:
    """Run the simulator as a process of its own, ended on the way out."""
    arguments = ("simulate", chosen.spec, "--port", "0", "--scenario", chosen.scenario)
    process = subprocess.Popen(
        (sys.executable, "-m", "specloom", *arguments),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        for pipe in (process.stdout, process.stderr):
            if pipe is not None:
                pipe.close()


def listening(process: subprocess.Popen[str]) -> str:
    """Return the simulator's URL as soon as it says it."""
    assert process.stdout is not None
    assert process.stderr is not None
    line = process.stdout.readline()
    try:
        return str(json.loads(line)["url"])
    except (ValueError, KeyError, TypeError) as error:
        process.terminate()
        said = process.stderr.read().strip()
        raise lookup.ConfigurationFault(
            f"the simulator did not start: {said}"
        ) from error
