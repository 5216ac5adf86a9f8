"""Fields of response models: name, type, default and alias, wrapped."""

from __future__ import annotations

from specloom import ir
from specloom.python import docs
from specloom.python.annotations import LITERAL
from specloom.python.declarations import FieldType
from specloom.python.expression import (
    NONE,
    Atom,
    Expression,
    Named,
    Or,
    Sub,
    either,
    flat,
    wrapped,
)
from specloom.python.source import docstring, fits, literal, pad, quote
from specloom.python.view import FieldView

_INDENT = 4
_LONGEST_DEFAULT = 2000


def view(api: ir.Api, item: FieldType, name: str) -> FieldView:
    """Return one field, with what is said about it."""
    known = _default(api, item)
    said = docs.of_field(api, item.item, known is None)
    return FieldView(
        declaration=_declaration(api, item, name),
        docstring=docstring(said, _INDENT) if said else "",
    )


def needs_field(api: ir.Api, item: FieldType, name: str) -> bool:
    """Say whether the field is written with a call of `Field`."""
    return not _is_simple(item, name, _typed(api, item), _options(api, item, name))


def _declaration(api: ir.Api, item: FieldType, name: str) -> str:
    head = f"{name}: "
    found = _typed(api, item)
    options = _options(api, item, name)
    if not options:
        return head + wrapped(found, _INDENT, _INDENT + len(head), 0, True)
    simple = _is_simple(item, name, found, options)
    line = f"{head}{flat(found)} = "
    whole = options[0].partition("=")[2] if simple else f"Field({', '.join(options)})"
    if fits(line + whole, _INDENT):
        return line + whole
    opening = whole if simple else "Field("
    if fits(line + "(", _INDENT) and not fits(line + opening, _INDENT):
        inner = _INDENT + 4
        text = whole if simple else _call(options, inner)
        return f"{line}(\n{pad(inner)}{text}\n{pad(_INDENT)})"
    text = whole if simple else _call(options, _INDENT)
    tail = len(f" = {opening}")
    annotation = wrapped(found, _INDENT, _INDENT + len(head), tail, True)
    return f"{head}{annotation} = {text}"


def _call(options: list[str], indent: int) -> str:
    rows = "".join(f"{pad(indent + 4)}{option},\n" for option in options)
    return f"Field(\n{rows}{pad(indent)})"


def _typed(api: ir.Api, item: FieldType) -> Expression:
    if item.item.required or _default(api, item) is not None:
        return item.type
    return either(item.type, NONE)


def _options(api: ir.Api, item: FieldType, name: str) -> list[str]:
    options: list[str] = []
    if not item.item.required:
        options.append(f"default={_default(api, item) or 'None'}")
    if name != item.item.wire:
        options.append(f"alias={quote(item.item.wire)}")
    return options


def _is_simple(
    item: FieldType, name: str, found: Expression, options: list[str]
) -> bool:
    """Say whether a plain `= value` does; a long value has no stable form of its own."""
    if name != item.item.wire:
        return False
    if not options or options == ["default=None"]:
        return True
    value = options[0].partition("=")[2]
    return fits(f"{name}: {flat(found)} = {value}", _INDENT)


def _default(api: ir.Api, item: FieldType) -> str | None:
    """Return the value an absent field has by the document, where its type has it."""
    if item.item.required:
        return None
    target = api.resolve(item.item.schema)
    for meta in (item.item.meta, item.item.schema.meta, target.meta):
        if meta.has_default:
            return _said(meta.default, item.type, target)
    return None


def _said(value: ir.Json, found: Expression, target: ir.Schema) -> str | None:
    kinds = {part.text for part in _arms(found) if isinstance(part, Atom)}
    match target:
        case ir.Enum(values=values) if value not in values:
            return None
        case ir.Enum() if isinstance(found, Named):
            kinds.add(type(value).__name__)
        case _:
            pass
    fitting = type(value).__name__ in kinds or _is_member(value, found)
    scalar = isinstance(value, bool | int | float | str)
    text = literal(value) if scalar and fitting else None
    return text if text is not None and len(text) <= _LONGEST_DEFAULT else None


def _arms(found: Expression) -> tuple[Expression, ...]:
    return found.arms if isinstance(found, Or) else (found,)


def _is_member(value: ir.Json, found: Expression) -> bool:
    members = [
        member
        for arm in _arms(found)
        if isinstance(arm, Sub) and arm.head == LITERAL
        for member in arm.arguments
    ]
    return isinstance(value, bool | int | str) and Atom(literal(value)) in members
