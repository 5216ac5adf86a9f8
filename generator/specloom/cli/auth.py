"""`specloom auth`: is a credential there, and where does one come from."""

from __future__ import annotations

from typing import Any

import click

from specloom.cli import console, credentials, lookup, options
from specloom.cli.exits import Exit


@click.command(epilog="Example: specloom auth openapi.yaml --json")
@options.spec_argument
@click.option("--verify", is_flag=True, help="Make one harmless call with it.")
@options.base_url_option
@options.json_option
def command(
    source: lookup.Source,
    verify: bool,
    base_url: str | None,
    as_json: bool,
) -> int:
    """Say whether the credential of SPEC is there; nothing is sent.

    Exit code 0, or 21 when there is none or when it was refused.
    """
    loaded = lookup.load(lookup.spec(source))
    found = credentials.status(loaded.api)
    row: dict[str, Any] = {
        "ok": found.ok,
        "env_var": found.env_var,
        "message": found.message,
        "source": found.source,
    }
    if found.ok and verify:
        from specloom.cli import verify as verifying

        row |= verifying.check(loaded.api, base_url)
    if not row["ok"] or found.source == "acquired":
        row |= credentials.how_to_get_one(loaded.api)
    _show(row, as_json=as_json)
    return Exit.DONE if row["ok"] else Exit.AUTHENTICATION


def _show(row: dict[str, Any], *, as_json: bool) -> None:
    if as_json:
        console.line(row)
        return
    console.result(row["message"])
    for number, step in enumerate(row.get("how_to_get_key", ()), 1):
        console.result(f"  {number}. {step}")
    for example in row.get("set_env_examples", ())[:1]:
        console.result(f"  then: {example}")
