"""`specloom infer`: proposes an overlay with lifecycles, and why."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from specloom.cli import console, lookup, options
from specloom.cli.exits import Exit

if TYPE_CHECKING:
    from specloom.spec.infer import Proposal


@click.command(epilog="Example: specloom infer openapi.yaml --output overlay.yaml")
@options.spec_argument
@click.option(
    "--least",
    type=click.FloatRange(0, 1),
    default=0.5,
    show_default=True,
    metavar="SCORE",
    help="Proposals with a lower score are left out.",
)
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write the overlay there.",
)
@options.json_option
def command(
    source: lookup.Source,
    least: float,
    output: Path | None,
    as_json: bool,
) -> int:
    """Propose lifecycles for the jobs of SPEC, with score and evidence.

    What is printed (or written) is an overlay; read it before you use it.
    """
    from specloom.spec import infer

    api = lookup.load(lookup.spec(source)).api
    found = [item for item in infer.infer(api) if item.score >= least]
    if as_json:
        for item in found:
            console.line(_row(item))
    else:
        _show(found, output)
    return Exit.DONE


def _row(item: Proposal) -> dict[str, Any]:
    return {
        "event": "proposal",
        "name": item.lifecycle.name,
        "score": item.score,
        "evidence": list(item.evidence),
        "overlay": item.overlay,
    }


def _show(found: list[Proposal], output: Path | None) -> None:
    for item in found:
        console.note(f"{item.lifecycle.name}: score {item.score:.2f}")
        for reason in item.evidence:
            console.note(f"  {reason}")
    if not found:
        console.note("nothing looks like a job that is not declared already")
        return
    text = _merged([item.overlay for item in found])
    if output is None:
        console.result(text)
        return
    try:
        output.write_text(text + "\n", "utf-8")
    except OSError as error:
        raise lookup.ConfigurationFault(f"{output}: {lookup.reason(error)}") from error
    console.note(f"wrote {output}")


def _merged(overlays: list[str]) -> str:
    """Return one overlay with the actions of all."""
    import yaml

    read = [yaml.safe_load(text) for text in overlays]
    actions = [action for overlay in read for action in overlay["actions"]]
    whole = {**read[0], "actions": actions}
    return yaml.safe_dump(whole, sort_keys=False, allow_unicode=True).rstrip()
