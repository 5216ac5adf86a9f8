"""The README of a client: credentials, an example that runs, every operation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from specloom import ir

from . import arguments, constants, method_docs, payload, service, summaries
from .calls import Call
from .operations import concrete
from .view import Readme

_MAX_SHOWN = 200


def view(api: ir.Api, planned: Sequence[Call], package: str, title: str) -> Readme:
    """Return what the README shows."""
    chosen = _telling(api, planned)
    sync = _example(api, chosen, package, title, awaits=False)
    return Readme(
        title=_line(api.profile.title or api.title),
        summary=_line(
            method_docs.finished(
                method_docs.first_sentence(api.summary or api.description, 300)
            )
        ),
        package=package,
        distribution=package.replace("_", "-"),
        class_name=title,
        example=sync,
        async_example=_example(api, chosen, package, title, awaits=True),
        is_job=any(item.kind == "job" for item in planned),
        credentials=tuple(_variables(api)),
        servers=tuple(_servers(api)) if _has_choice(api) else (),
        key_url=api.profile.key_url,
        key_help=tuple(_line(step) for step in api.profile.key_help),
        operations=tuple(_row(item) for item in planned[:_MAX_SHOWN]),
    )


def _variables(api: ir.Api) -> Iterator[str]:
    """Yield the variables of each credential, and its name where there are several."""
    known = api.profile.credentials_env
    for scheme, found in sorted(known.items()):
        told = " or ".join(f"`{name.replace(':', '` and `')}`" for name in found)
        yield told if len(known) == 1 else f"{told} ({_line(scheme)})"


def _has_choice(api: ir.Api) -> bool:
    return len(api.servers) > 1 or any(item.variables for item in api.servers)


def _servers(api: ir.Api) -> Iterator[str]:
    """Yield each server: its URL, its name, the values of its variables."""
    for found in map(service.server, api.servers):
        if isinstance(found, str):
            yield f"`{found}`"
            continue
        parts = [f"`{_line(found.url)}`"]
        parts += [f'`server="{_line(found.name)}"`'] if found.name else []
        for item in found.variables:
            choices = ", ".join(map(_line, item.choices)) or "any"
            parts.append(f"`{item.name}`: {_line(item.default)} ({choices})")
        yield "; ".join(parts)


def _telling(api: ir.Api, planned: Sequence[Call]) -> Call | None:
    """Return the call worth showing: a job, else the one with the fewest needs."""

    def rank(item: Call) -> tuple[bool, bool, bool, int, str]:
        taken = arguments.of(api, item.operation)
        needed = sum(one.required for one in taken.every)
        general = item.operation.deprecated or bool(concrete(api, item.operation))
        return (item.kind != "job", general, needed == 0, needed, item.text)

    return min(planned, key=rank, default=None)


def _example(
    api: ir.Api, chosen: Call | None, package: str, title: str, *, awaits: bool
) -> str:
    name = f"Async{title}" if awaits else title
    margin = "    " if awaits else ""
    wait = (
        "await "
        if awaits and chosen is not None and chosen.kind in ("plain", "job")
        else ""
    )
    rows = [f"from {package} import {name}", ""]
    rows += ["", "async def main() -> None:"] if awaits else []
    rows.append(f"{margin}client = {name}()")
    if chosen is not None:
        lead = f"{margin}{_result(chosen)} = {wait}"
        rows.append(lead + _call(api, chosen, len(lead), len(margin)))
        if chosen.kind == "job":
            rows.append(f"{margin}print({'await ' if awaits else ''}job.wait())")
    return "\n".join(rows)


def _result(chosen: Call) -> str:
    return {"job": "job", "pages": "items", "stream": "events"}.get(
        chosen.kind, "answer"
    )


def _call(api: ir.Api, chosen: Call, before: int, indent: int) -> str:
    taken = arguments.of(api, chosen.operation)
    values = payload.template(api, chosen.operation)
    items: list[tuple[str, constants.Node]] = []
    for one in taken.every:
        if one.required:
            shown = values.get(one.wire, values.get(f"{one.place}.{one.wire}"))
            shown = "..." if shown == "string" else shown
            lead = "" if one in taken.positional else f"{one.python}="
            items.append((lead, constants.node(shown)))
    called = constants.Group(f"client.{chosen.text}(", tuple(items), ")")
    return constants.printed(called, indent, before - indent)


def _row(item: Call) -> str:
    text = summaries.summary(item).replace("|", "\\|")
    return f"| `{item.text}` | `{item.operation.key}` | {_line(text)} |"


def _line(text: str) -> str:
    """Return prose on one line, without what Markdown would take for markup."""
    line = " ".join(text.split())
    return "".join(f"\\{char}" if char in "\\`*_[]<>" else char for char in line)
