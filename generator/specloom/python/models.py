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
    head = f"{name}: "
    column = _INDENT + len(head)
    match options:
        case []:
            return head + wrapped(found, _INDENT, column, 0, True)
        case ["default=None"]:
            tail = " = None"
            return head + wrapped(found, _INDENT, column, len(tail), True) + tail
    line = f"{head}{flat(found)} = Field({', '.join(options)})"
    if fits(line, _INDENT):
        return line
    tail = " = Field("
    rows = "".join(f"\n{pad(_INDENT + 4)}{option}," for option in options)
    annotation = wrapped(found, _INDENT, column, len(tail), True)
    return f"{head}{annotation}{tail}{rows}\n{pad(_INDENT)})"
