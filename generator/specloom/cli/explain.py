"""`specloom explain`: what an error answer means and what to do about it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from specloom import ir
from specloom.cli import console, exits, lookup, operations, options, words
from specloom.cli.arguments import MAX_FILE

if TYPE_CHECKING:
    from specloom.runtime._classify import Refusal

ADVICE: dict[str, str] = {
    "authentication": "Check the credential; `specloom auth` says where it comes from.",
    "permission_denied": "The credential may not do this; use another one.",
    "insufficient_credits": "Add credits, then try again.",
    "not_found": "Check the id and the path.",
    "conflict": "Read the present state first, then decide.",
    "validation": "Correct the request; the same one will fail again.",
    "content_rejected": "Change the content; the same one will be rejected again.",
    "rate_limited": "Wait, then try again; honour Retry-After.",
    "upstream": "Try again a little later, with growing pauses.",
    "unknown": "Read the message; do not repeat the request unchanged.",
}
"""What to do where the description declares nothing better."""


@click.command(epilog="Example: specloom explain openapi.yaml --status 429")
@options.spec_argument
@click.option(
    "--status",
    type=click.IntRange(100, 599),
    required=True,
    metavar="N",
    help="HTTP status of the answer.",
)
@click.option("--body", metavar="TEXT", help="The body of the answer, JSON or text.")
@click.option(
    "--body-file", metavar="FILE", help="The same from a file; `-` for stdin."
)
@click.option(
    "--operation",
    type=words.OperationName(),
    metavar="OPERATION",
    help="The operation that was called.",
)
@options.json_option
def command(
    source: lookup.Source,
    status: int,
    body: str | None,
    body_file: str | None,
    operation: str | None,
    as_json: bool,
) -> int:
    """Explain an error answer of SPEC: category, whether to retry, what to do.

    The exit code is the one of the category.
    """
    if body is not None and body_file is not None:
        raise click.UsageError("Give --body or --body-file, not both")
    found = lookup.spec(source)
    api = lookup.load(found).api
    called = operations.find(operation, api).operation if operation else None
    text = _read(body_file) if body_file else (body or "").encode()
    refusal = _classified(api, called, status, text)
    row = explained(api, refusal, source.typed())
    if as_json:
        console.line(row)
    else:
        console.result(_text(row))
    return exits.of_category(refusal.category)


def explained(api: ir.Api, refusal: Refusal, spec: str) -> dict[str, Any]:
    """Return everything there is to say about an error answer."""
    profile = api.profile
    check = profile.credits_operation
    return {
        "category": refusal.category,
        "group": exits.group_of(refusal.category),
        "status": refusal.status,
        "code": refusal.code,
        "message": refusal.message,
        "should_retry": refusal.transient,
        "retry_after": refusal.retry_after,
        "guidance": [refusal.guidance or ADVICE[refusal.category]],
        "credits_check_command": f"specloom call {spec} '{check}'" if check else None,
        "recharge": {
            "dashboard_url": profile.recharge_url or profile.dashboard_url,
            "pricing_url": profile.pricing_url,
        },
        "request_id": refusal.request_id,
        "trace_id": refusal.trace_id,
    }


def _classified(
    api: ir.Api,
    called: ir.Operation | None,
    status: int,
    body: bytes,
) -> Refusal:
    from specloom.runtime import _classify

    rules = (*(called.errors if called else ()), *api.errors)
    envelope = (called.envelope if called else None) or api.envelope
    scope = _classify.scope_of(status, (), body)
    return _classify.classify(scope, rules=rules, envelope=envelope)


def _read(file: str) -> bytes:
    try:
        if file == "-":
            return sys.stdin.buffer.read(MAX_FILE)
        with Path(file).open("rb") as opened:
            return opened.read(MAX_FILE)
    except OSError as error:
        raise click.UsageError(
            f"{file} cannot be read: {lookup.reason(error)}"
        ) from error


def _text(row: dict[str, Any]) -> str:
    again = "may succeed later" if row["should_retry"] else "will fail again unchanged"
    lines = [
        f"{row['category']} ({row['status']}): {row['message']}",
        f"the same request {again}",
        *row["guidance"],
    ]
    if row["group"] == "insufficient_credits":
        places = (row["recharge"]["dashboard_url"], row["recharge"]["pricing_url"])
        lines += [place for place in places if place]
        if row["credits_check_command"]:
            lines.append(f"check the balance: {row['credits_check_command']}")
    return "\n".join(lines)
