"""One call -> its constant and its two methods, as finished strings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from specloom import ir
from specloom.runtime._operation import Operation

from . import arguments, constants, method_docs, names, results, source, summaries
from .arguments import Argument, Arguments
from .calls import Call
from .hints import Hint, Namespace
from .imports import Import
from .operations import Need
from .view import MethodView

HintFor: TypeAlias = Callable[[Need | ir.Schema, Literal["input", "output"]], Hint]
"""Spells a needed type, or a schema, for one side."""

_INDENT = 8
_OMIT = " | Omit = OMIT"
_SHOWN = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Flavour:
    """Sync or async: the names that differ."""

    prefix: str
    awaits: bool


SYNC = Flavour(prefix="", awaits=False)
ASYNC = Flavour(prefix="Async", awaits=True)

_WRAPPERS = {
    "job": ("Job", "._runtime._jobs"),
    "pages": ("Pager", "._runtime._pages"),
    "stream": ("EventStream", "._runtime._stream"),
}
_VERBS = {"plain": "call", "job": "submit", "pages": "pages", "stream": "stream"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A call with everything that printing it needs."""

    api: ir.Api
    call: Call
    constant: str
    operation: Operation[Any]
    needs: tuple[Need, ...]
    space: Namespace
    hint: HintFor

    @property
    def taken(self) -> Arguments:
        """The arguments the methods take."""
        op = self.call.operation
        return arguments.of(self.api, op, switch=op.stream_switch is not None)


def constant(item: Written, form: Written | None = None) -> str:
    """Return `GET_PET: Operation[Pet] = Operation(...)`.

    `form` is the streaming form of a plain twin, which is printed as the difference.
    """
    if form is not None and _twin(item, form) == item.operation:
        head = f"{item.constant} = {form.constant}.twin("
        return head + _twin_arguments(item, len(head))
    value = item.space.fitting(value_type(item), 4, 0, _title(item, "Value"))
    head = f"{item.constant}: Operation[{value}] = "
    if source.fits(head, 0, len("Operation(")):
        return head + constants.expression(item.operation, 0, len(head))
    if source.fits(head, 0, len("(")):
        inner = constants.expression(item.operation, 4)
        return f"{head}(\n{source.pad(4)}{inner}\n)"
    head = f"{item.constant}: Operation[\n{source.pad(4)}{value}\n] = "
    return head + constants.expression(item.operation, 0, len("] = "))


def _twin(item: Written, form: Written) -> Operation[Any]:
    op = item.operation
    return form.operation.twin(name=op.name, responses=op.responses)


def _twin_arguments(item: Written, before: int) -> str:
    op = item.operation
    given = (("name=", op.name), ("responses=", op.responses))
    found = constants.call("", *given)
    return constants.printed(found, 0, before - 1).removeprefix("(")


def views(item: Written) -> tuple[MethodView, MethodView]:
    """Return the sync and the async method."""
    taken = item.taken
    signature = tuple(_signature(item, taken))
    op, kind = item.call.operation, item.call.kind
    text = summaries.summary(item.call)
    refused = _refused(item)
    long = method_docs.full(item.api, op, kind, text, taken, refused)
    return (
        _view(item, SYNC, signature, source.docstring(long, _INDENT)),
        _view(item, ASYNC, signature, method_docs.brief(text, _INDENT)),
    )


def _refused(item: Written) -> dict[str, str]:
    """Return status -> name of the type of the error's body, if not too many."""
    found = {
        status: item.hint(need, "output").text
        for answer in results.refusals(item.call.operation)
        for need in item.needs
        if need.schema is answer.schema and need.side == "output"
        for status in answer.status.split()
    }
    named = {status: text for status, text in found.items() if text.isidentifier()}
    return named if len(set(named.values())) <= _SHOWN else {}


def _view(
    item: Written, flavour: Flavour, signature: tuple[str, ...], docstring: str
) -> MethodView:
    awaits = flavour.awaits and item.call.kind in ("plain", "job")
    lead = f"{'async ' if awaits else ''}def {item.call.path[-1]}"
    return MethodView(
        head=_warning(item) + _head(lead, signature, _returns(item, flavour)),
        docstring=docstring,
        body=_body(item, "return await " if awaits else "return "),
    )


def _warning(item: Written) -> str:
    """Return the decorator of a method that its description calls deprecated."""
    op = item.call.operation
    if not op.deprecated:
        return ""
    hidden = "deprecated" in item.space.methods
    found = Import("typing_extensions", "deprecated", "_deprecated" if hidden else None)
    item.space.imports.add(found)
    margin = source.pad(_INDENT // 2)
    told = (f"{op.method} {op.path}", f"`{'.'.join(item.call.path)}`")
    rows = [f"@{found.bound}({source.quote(f'{one} is deprecated.')})" for one in told]
    row = next((one for one in rows if source.fits(margin + one)), rows[-1])
    return f"{row}\n{margin}"


def _head(lead: str, signature: tuple[str, ...], returns: str) -> str:
    """Return the head of a method: one line where it fits, else an argument a line."""
    tail = f") -> {returns}:"
    flat = f"{lead}({', '.join(('self', *signature))}{tail}"
    if source.fits(flat, _INDENT // 2):
        return flat
    margin, inner = source.pad(_INDENT // 2), source.pad(_INDENT)
    rows = "".join(f"{inner}{row},\n" for row in ("self", *signature))
    return f"{lead}(\n{rows}{margin}{tail}"


def value_type(item: Written) -> str:
    """Return the type of the value: a result, an item, an event or an answer."""
    if item.call.kind != "plain":
        return _needed(item, ("Result", "Item", "Event"))
    answers = results.answers(item.call.operation)
    ordered = sorted(answers, key=lambda one: one.reads in ("text", "bytes"))
    hints = [_answer_hint(item, one) for one in ordered]
    if not hints or any(hint.text == "Any" for hint in hints):
        return _any(item)
    found = dict.fromkeys(item.space.spell(hint) for hint in hints)
    return " | ".join(sorted(found, key=lambda arm: arm == "None"))


def _answer_hint(item: Written, answer: results.Answer) -> Hint:
    match answer.reads:
        case "none":
            return Hint("None")
        case "text":
            return Hint("str")
        case "bytes":
            needed = Import("._runtime._download", "BinaryResponse")
            return Hint("BinaryResponse", frozenset({needed}))
        case _:
            for need in item.needs:
                if need.side == "output" and need.schema is answer.schema:
                    return item.hint(need, "output")
            return Hint("Any")


def _needed(item: Written, suffixes: tuple[str, ...]) -> str:
    for need in reversed(item.needs):
        if need.side == "output" and need.name.endswith(suffixes):
            return item.space.spell(item.hint(need, "output"))
    return _any(item)


def _any(item: Written) -> str:
    item.space.imports.add(Import("typing", "Any"))
    return "Any"


def _returns(item: Written, flavour: Flavour) -> str:
    value = value_type(item)
    wrapper = _WRAPPERS.get(item.call.kind)
    if wrapper is not None:
        name = f"{flavour.prefix}{wrapper[0]}"
        item.space.imports.add(Import(wrapper[1], name))
        value = item.space.fitting(
            value, 4 + len(f") -> {name}["), 2, _title(item, "Value")
        )
        return f"{name}[{value}]"
    return item.space.fitting(value, 4 + len(") -> "), 1, _title(item, "Value"))


def _signature(item: Written, taken: Arguments) -> list[str]:
    rows = [_argument(item, one) for one in taken.positional]
    rows.append("*")
    rows += [_argument(item, one) for one in taken.keyword]
    return [*rows, "options: CallOptions | None = None"]


def _argument(item: Written, one: Argument) -> str:
    text = item.space.spell(_hint(item, one))
    tail = "" if one.required else _OMIT
    if not one.required:
        item.space.imports.add(Import("._runtime._omit", "Omit"))
        item.space.imports.add(Import("._runtime._omit", "OMIT"))
    before = _INDENT + len(one.python) + 2
    text = item.space.fitting(text, before, len(tail) + 1, _title(item, one.python))
    if one.required or source.fits(text, before, len(tail) + 1):
        return f"{one.python}: {text}{tail}"
    return f"{one.python}: {text}\n{source.pad(_INDENT)}{tail.lstrip()}"


def _hint(item: Written, one: Argument) -> Hint:
    if one.whole:
        for need in item.needs:
            if need.side == "input" and need.schema is one.schema:
                return item.hint(need, "input")
    return item.hint(one.schema, "input")


def _body(item: Written, lead: str) -> str:
    taken = item.taken
    parts: list[tuple[str, constants.Node]] = [("", item.constant)]
    places: tuple[tuple[str, tuple[arguments.Place, ...]], ...] = (
        ("path", ("path",)),
        ("query", ("query", "querystring")),
        ("header", ("header",)),
        ("cookie", ("cookie",)),
        ("body", ("body",)),
    )
    for name, held in places:
        given = [one for one in taken.every if one.place in held]
        if given and given[0].whole:
            parts.append((f"{name}=", given[0].python))
        elif given:
            pairs = tuple((f"{source.quote(one.wire)}: ", one.python) for one in given)
            parts.append((f"{name}=", constants.Group("{", pairs, "}")))
    parts.append(("options=", "options"))
    called = constants.Group(f"self._core.{_VERBS[item.call.kind]}(", tuple(parts), ")")
    return lead + constants.printed(called, _INDENT, len(lead))


def _title(item: Written, suffix: str) -> str:
    return names.pascal(f"{item.constant.lower()}_{suffix}")
