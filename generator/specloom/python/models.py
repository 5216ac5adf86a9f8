"""Response models: one class for each object, its fields in the order of the document."""

from __future__ import annotations

import re

from specloom import ir
from specloom.python import docs, fields, names
from specloom.python.constraints import is_unicode
from specloom.python.declarations import Declaration
from specloom.python.expression import (
    ANY,
    Atom,
    Expression,
    Named,
    Sub,
    flat,
    parts,
    wrapped,
)
from specloom.python.imports import Import
from specloom.python.source import docstring, fits, pad
from specloom.python.view import ClassView

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
        fields=tuple(
            fields.view(api, item, attributes[item.item.wire]) for item in shown
        ),
        extras=_extras(made.body),
    )


def imports(api: ir.Api, made: Declaration) -> list[Import]:
    """Return what the class needs beside the names in its annotations."""
    attributes = attribute_names(made)
    called = any(
        fields.needs_field(api, item, attributes[item.item.wire])
        for item in made.fields
        if item.item.wire in attributes
    )
    found = [MODEL, *([FIELD] if called else [])]
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


def _extras(found: Expression) -> str:
    """Return the type of further fields, as checkers and as pydantic read it."""
    if found == ANY:
        return ""
    head = "def extras(self) -> "
    returned = f"Mapping[str, {flat(found)}]"
    if not fits(f"{head}{returned}: ...", 8):
        head = f"def extras(\n{pad(12)}self,\n{pad(8)}) -> "
    stored = Sub(Atom("dict"), (Atom("str"), found))
    name = "__pydantic_extra__: "
    return "\n".join(
        [
            "if TYPE_CHECKING:",
            "",
            f"{pad(8)}@property",
            f"{pad(8)}{head}{returned}: ...",
            f"{pad(4)}else:",
            f"{pad(8)}{name}{wrapped(stored, 8, 8 + len(name), 0, True)}",
        ]
    )
