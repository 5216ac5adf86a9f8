"""Response models: one class for each object, its fields in the order of the document."""

from __future__ import annotations

import re

from specloom import ir
from specloom.python import docs, names
from specloom.python.constraints import is_unicode
from specloom.python.declarations import Declaration, FieldType
from specloom.python.expression import (
    ANY,
    NONE,
    Atom,
    Expression,
    Named,
    either,
    flat,
    parts,
    wrapped,
)
from specloom.python.imports import Import
from specloom.python.source import docstring, fits, pad, quote
from specloom.python.view import ClassView, FieldView

MODEL = Import("._runtime._model", "Model")
FIELD = Import("pydantic", "Field")
_INDENT = 4


def view(api: ir.Api, made: Declaration) -> ClassView:
    """Return the class of an object in responses."""
    shown = [item for item in made.fields if is_unicode(item.item.wire)]
    attributes = attribute_names(made)
    return ClassView(
        name=made.name,
        decorators=(),
        docstring=class_docstring(made.schema),
        fields=tuple(_field(api, item, attributes[item.item.wire]) for item in shown),
        extras="" if made.body == ANY else flat(made.body),
    )


def imports(made: Declaration) -> list[Import]:
    """Return what the class needs beside the names in its annotations."""
    attributes = attribute_names(made)
    renamed = any(attributes[wire] != wire for wire in attributes)
    found = [MODEL, *([FIELD] if renamed else [])]
    if made.body != ANY:
        found.append(Import("typing", "TYPE_CHECKING"))
        found.append(Import("collections.abc", "Mapping"))
    return found


def attribute_names(made: Declaration) -> dict[str, str]:
    """Return wire name -> attribute."""
    wanted = {
        item.item.wire: item.item.name
        for item in made.fields
        if is_unicode(item.item.wire)
    }
    return names.fields(wanted, names.MODEL_ATTRIBUTES | identifiers(made))


def identifiers(made: Declaration) -> frozenset[str]:
    """Return the names that the annotations of a class use."""
    bodies = (made.body, *(item.type for item in made.fields))
    texts = [_text(part) for body in bodies for part in parts(body)]
    return frozenset(
        word for text in texts for word in re.findall(r"^[A-Za-z_]\w*$", text)
    )


def _text(part: Atom | Named) -> str:
    return part.text if isinstance(part, Atom) else part.name


def class_docstring(schema: ir.Schema) -> str:
    """Return what is said about a type, with quotes; empty where nothing is."""
    meta = schema.meta
    said = docs.prose(meta.description) or docs.sentence(meta.title)
    if meta.deprecated:
        said = f"{said}\n\nDeprecated." if said else "Deprecated."
    return docstring(said, _INDENT) if said else ""


def _field(api: ir.Api, item: FieldType, name: str) -> FieldView:
    wire = item.item.wire
    found = item.type if item.item.required else either(item.type, NONE)
    options = [] if item.item.required else ["default=None"]
    if name != wire:
        options.append(f"alias={quote(wire)}")
    said = docs.of_field(api, item.item)
    return FieldView(
        declaration=_declaration(name, found, options),
        docstring=docstring(said, _INDENT) if said else "",
    )


def _declaration(name: str, found: Expression, options: list[str]) -> str:
    """Return a field on one line where it fits, else wrapped as a formatter would."""
    head = f"{name}: "
    if not options:
        return head + wrapped(found, _INDENT, _INDENT + len(head), 0, True)
    simple = options == ["default=None"]
    line = f"{head}{flat(found)} = "
    value = "None" if simple else f"Field({', '.join(options)})"
    if fits(line + value, _INDENT):
        return line + value
    opening = "None" if simple else "Field("
    if fits(line + "(", _INDENT) and not fits(line + opening, _INDENT):
        inner = _INDENT + 4
        value = "None" if simple else _call(options, inner)
        return f"{line}(\n{pad(inner)}{value}\n{pad(_INDENT)})"
    value = "None" if simple else _call(options, _INDENT)
    tail = len(f" = {opening}")
    annotation = wrapped(found, _INDENT, _INDENT + len(head), tail, True)
    return f"{head}{annotation} = {value}"


def _call(options: list[str], indent: int) -> str:
    rows = "".join(f"{pad(indent + 4)}{option},\n" for option in options)
    return f"Field(\n{rows}{pad(indent)})"
