"""Request types: TypedDicts by wire name, checked by what is printed beside them."""

from __future__ import annotations

from collections.abc import Iterator

from specloom import ir
from specloom.python import docs, names
from specloom.python.constraints import is_unicode, pattern_fault
from specloom.python.declarations import Declaration, FieldType
from specloom.python.expression import Atom, Call, Expression, Sub, flat, wrapped
from specloom.python.imports import Import
from specloom.python.models import class_docstring, identifiers
from specloom.python.source import docstring, fits, literal, pad, quote
from specloom.python.view import ClassView, FieldView, StatementView

_NOT_REQUIRED = Atom("NotRequired", (Import("typing", "NotRequired"),))
_INDENT = 4
_NAMELESS = "  # pyright: ignore[reportGeneralTypeIssues]"
"""Beside a key without a name, which JSON allows and one checker does not."""


def view(api: ir.Api, made: Declaration) -> ClassView | StatementView:
    """Return the TypedDict of an object in requests."""
    if is_functional(made):
        return _functional(made)
    return ClassView(
        name=made.name,
        decorators=tuple(f"@{text}" for text in _rules(made)),
        docstring=class_docstring(made.schema),
        fields=tuple(_field(api, item) for item in _shown(made)),
        extras="",
    )


def imports(made: Declaration) -> list[Import]:
    """Return what the TypedDict needs beside the names in its annotations."""
    shown = _shown(made)
    optional = any(not item.item.required for item in shown)
    found = [
        Import("pydantic", "ConfigDict"),
        Import("pydantic", "with_config"),
        Import("typing_extensions", "TypedDict"),
        *(_NOT_REQUIRED.imports if optional else ()),
        *([Import("._runtime._shapes", "shaped")] if _shape(made) else []),
    ]
    if any(text == "extra=lambda: Any" for text in _shape(made)):
        found.append(Import("typing", "Any"))
    return found


def is_functional(made: Declaration) -> bool:
    """Say whether a key cannot be written in a class body."""
    used = identifiers(made) | names.AMBIGUOUS | {"NotRequired"}
    wires = [item.item.wire for item in _shown(made)]
    return any(not names.is_identifier(wire) or wire in used for wire in wires)


def _shown(made: Declaration) -> list[FieldType]:
    return [item for item in made.fields if is_unicode(item.item.wire)]


def _type(item: FieldType) -> Expression:
    return item.type if item.item.required else Sub(_NOT_REQUIRED, (item.type,))


def _field(api: ir.Api, item: FieldType) -> FieldView:
    head = f"{item.item.wire}: "
    said = docs.of_field(api, item.item)
    annotation = wrapped(_type(item), _INDENT, _INDENT + len(head), 0, True)
    return FieldView(
        declaration=head + annotation,
        docstring=docstring(said, _INDENT) if said else "",
    )


def _functional(made: Declaration) -> StatementView:
    wires = [item.item.wire for item in _shown(made)]
    noted = "  # noqa: UP013" if all(map(names.is_identifier, wires)) else ""
    rows = "".join(
        f"{pad(8)}{quote(item.item.wire)}: {quote(flat(_type(item)))},"
        f"{'' if item.item.wire else _NAMELESS}\n"
        for item in _shown(made)
    )
    said = docs.prose(made.schema.meta.description)
    return StatementView(
        text=f'{made.name} = TypedDict({noted}\n    "{made.name}",\n    {{\n{rows}    }},\n)',
        docstring=docstring(said) if said else "",
        calls=tuple(_applied(text, made.name) for text in _rules(made)),
    )


def _applied(rule: str, name: str) -> str:
    """Return the call of a rule with a class, as a formatter breaks it."""
    line = f"{rule}({name})"
    return line if fits(line) or "\n" in rule else f"{rule}(\n{pad(4)}{name}\n)"


def _rules(made: Declaration) -> Iterator[str]:
    extra = "allow" if _is_open(made) else "forbid"
    yield f'with_config(ConfigDict(extra="{extra}", strict=True))'
    options = _shape(made)
    if options:
        yield wrapped(Call(Atom("shaped"), tuple(options)), 0, 1, len(made.name) + 2)


def _is_open(made: Declaration) -> bool:
    schema = made.schema
    assert isinstance(schema, ir.Object)
    named = schema.extra is not None and not isinstance(schema.extra, ir.Nothing)
    return named or bool(schema.patterns)


def _shape(made: Declaration) -> list[str]:
    schema = made.schema
    assert isinstance(schema, ir.Object)
    wires = {item.item.wire for item in _shown(made)}
    patterns = [pair for pair in made.patterns if pattern_fault(pair[0]) is None]
    unread = len(patterns) < len(made.patterns)
    extra = schema.extra is not None and not isinstance(schema.extra, ir.Nothing)
    found: list[str] = []
    if patterns:
        found.append(f"patterns={_patterns(patterns)}")
    if schema.min_properties:
        found.append(f"least={schema.min_properties}")
    if schema.max_properties is not None:
        found.append(f"most={schema.max_properties}")
    needs = _needs(schema, wires)
    if needs:
        found.append(f"needs={literal(needs, 4)}")
    if made.keys is not None:
        found.append(f"keys=lambda: {flat(made.keys)}")
    typed = extra and not isinstance(schema.extra, ir.Anything)
    if typed:
        found.insert(0, f"extra=lambda: {flat(made.body)}")
    elif found and (extra or unread):
        found.insert(0, "extra=lambda: Any")
    return found


def _patterns(patterns: list[tuple[str, Expression]]) -> str:
    rows = "".join(
        f"{pad(8)}{quote(pattern)}: lambda: {flat(found)},\n"
        for pattern, found in patterns
    )
    return f"{{\n{rows}{pad(4)}}}"


def _needs(schema: ir.Object, wires: set[str]) -> dict[str, tuple[str, ...]]:
    return {
        wire: tuple(other for other in others if other in wires)
        for wire, others in schema.dependent_required
        if wire in wires and any(other in wires for other in others)
    }
