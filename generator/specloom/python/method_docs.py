"""Docstrings of methods: an imperative summary, arguments with limits, result, errors."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping

from specloom import ir
from specloom.runtime._operation import Kind

from . import docs, source
from .arguments import Argument, Arguments

SUMMARY = 72
_SENTENCE = 120
_ARGUMENT = 70
"""Room for the name and what is said of it, on a line of its own."""
_SHORTEST = 20
_MEANINGS = 60
_FURTHER = "Its `extra_body` takes further fields."
_LONGEST_DEFAULT = 40
_READ = 2000
_BESIDE = 70
"""Room for the errors and the types of their bodies, on one line."""
_ANY = "ApiError"
_ERRORS = {
    "400": "ValidationError",
    "401": "AuthenticationError",
    "402": "InsufficientCreditsError",
    "403": "PermissionDeniedError",
    "404": "NotFoundError",
    "409": "ConflictError",
    "410": "NotFoundError",
    "413": "ValidationError",
    "415": "ValidationError",
    "422": "ValidationError",
    "429": "RateLimitedError",
}
_LINK = re.compile(r"\[([^\]\[]{1,200})\]\([^()\s]{1,500}\)")
_BOLD = re.compile(r"\*\*([^*]{1,200})\*\*")
_MARKUP = re.compile(r"</?[a-zA-Z][^<>]{0,200}>|^#+ ")
_END = re.compile(r"(?<=[^\s.][^\s.])[.!?](?=\s)")
_BREAK = re.compile(r"\n\s*\n|\n\s*[-*#|]")
_SAYS_NOTHING = frozenset(
    {"", "ok", "success", "default response", "successful response", "successful"}
)


def first_sentence(text: str | None, longest: int = _SENTENCE) -> str:
    """Return the first sentence of a prose, without markup or full stop, cut short."""
    if not text:
        return ""
    first = _BREAK.split(text[: _READ * 2].strip(), maxsplit=1)[0]
    line = _LINK.sub(r"\1", " ".join(first.split())[:_READ])
    line = _BOLD.sub(r"\1", line)
    line = _MARKUP.sub("", line).strip()
    end = _END.search(line)
    line = (line[: end.start()] if end else line).rstrip(" .:;")
    return line if len(line) <= longest else _cut(line, longest)


def _cut(line: str, longest: int) -> str:
    kept = line[: longest - 4]
    return (kept.rpartition(" ")[0] or kept).rstrip(" .,:;") + " ..."


def finished(text: str) -> str:
    """Return a text that begins with a capital and ends like a sentence."""
    if not text:
        return ""
    text = text[0].upper() + text[1:]
    return text if text.endswith((".", "?", "!")) else f"{text}."


def brief(text: str, indent: int) -> str:
    """Return a docstring of exactly one line."""
    room = source.WIDTH - indent - 8
    return source.docstring(text if len(text) <= room else _cut(text, room), indent)


def full(
    api: ir.Api,
    op: ir.Operation,
    kind: Kind,
    text: str,
    taken: Arguments,
    refused: Mapping[str, str] | None = None,
) -> str:
    """Return the whole docstring, without quotes or indent.

    `refused` holds the type of an error's body by its status, where it has one.
    """
    parts = [text]
    if op.deprecated:
        parts.append("Deprecated.")
    told = ((item.python, _argument(api, item)) for item in taken.every)
    rows = [f"    {name}: {said}" for name, said in told if said]
    if taken.body is not None and taken.body.is_open:
        rows.append(f"    options: {_FURTHER}")
    if rows:
        parts.append("\n".join(["Args:", *rows]))
    parts += [
        f"{title}:\n    {said}"
        for title, said in (
            ("Returns", _returned(op, kind)),
            ("Raises", _raised(op, kind, refused or {})),
        )
        if said
    ]
    return "\n\n".join(parts)


def _argument(api: ir.Api, item: Argument) -> str:
    """Return one line about an argument; the prose is cut, limits are not."""
    schema = item.schema
    alone = _alone(api, schema)
    facts = docs.limits(api, schema)
    if isinstance(alone, ir.Enum):
        meant = ", ".join(docs.meanings(alone))
        facts = [meant] if meant and len(meant) <= _MEANINGS else []
    facts += [text for text in (_default(api, schema),) if text]
    facts = ["deprecated", *facts] if item.deprecated else facts
    room = _ARGUMENT - len(item.python) - len(", ".join(facts))
    told = (item.description, schema.meta.description)
    texts = (first_sentence(prose, max(room, _SHORTEST)) for prose in told)
    said = next((text for text in texts if text), "")
    return finished(", ".join(part for part in (said, *facts) if part))


def _alone(api: ir.Api, schema: ir.Schema) -> ir.Schema:
    """Return the one arm of a nullable schema that is not null."""
    found = api.resolve(schema)
    if isinstance(found, ir.Union):
        arms = [api.resolve(arm) for arm in found.arms]
        kept = [arm for arm in arms if not isinstance(arm, ir.Null)]
        return kept[0] if len(kept) == 1 else found
    return found


def _default(api: ir.Api, schema: ir.Schema) -> str:
    for meta in (schema.meta, api.resolve(schema).meta):
        if meta.has_default and isinstance(meta.default, str | int | float | bool):
            shown = json.dumps(meta.default, ensure_ascii=False, sort_keys=True)
            return f"default {shown}" if len(shown) <= _LONGEST_DEFAULT else ""
    return ""


def _returned(op: ir.Operation, kind: Kind) -> str:
    match kind:
        case "job":
            return "The job, once its id is known; `wait()` gives the result."
        case "pages":
            return "The items, page after page."
        case "stream":
            return "The events, as they come."
        case _:
            return _described(op)


def _described(op: ir.Operation) -> str:
    good = [item for item in op.responses if item.status.startswith("2")]
    texts = (first_sentence(item.description, 120) for item in good)
    said = next((text for text in texts if text.lower() not in _SAYS_NOTHING), "")
    return finished(said) if any(item.contents for item in good) else ""


def _raised(op: ir.Operation, kind: Kind, refused: Mapping[str, str]) -> str:
    """Return a row for each type of body, and one for the errors without."""
    statuses = [item.status for item in op.responses if item.status[0] in "45d"]
    by_type: dict[str, dict[str, None]] = {}
    for status in statuses:
        error = _error(status)
        known = (status, f"{status[0]}XX", "default")
        name = next((refused[key] for key in known if key in refused), "")
        if name or error != _ANY:
            by_type.setdefault(name, {})[error] = None
    ordered = sorted(by_type, key=lambda name: (_ANY in by_type[name], name))
    rows = [row for name in ordered for row in _rows(by_type[name], name)]
    if kind == "job":
        rows.append("JobError: From `wait()`, by how the job ends.")
    return "\n    ".join(rows)


def _error(status: str) -> str:
    return _ERRORS.get(status, "UpstreamError" if status[0] == "5" else _ANY)


def _rows(errors: Iterable[str], name: str) -> Iterator[str]:
    """Yield what is said of the errors whose bodies have one type."""
    body = f"`body` is `{name}` where it fits."
    told = ", ".join(sorted(set(errors) - {_ANY}))
    if not name:
        yield f"{told}."
    elif not told or len(told) + len(body) > _BESIDE:
        yield from (f"{told}.",) if told else ()
        yield f"{_ANY}: {body}"
    else:
        yield f"{told}: {body}"
