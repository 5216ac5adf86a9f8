"""An `ir` schema -> a type expression: the one place that knows how types are said.

Inputs are checked by what is printed here, so text, numbers and booleans are strict and
constraints stand beside them. Outputs are open: enums take further values, unions of
tagged objects an `Unknown` arm.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, Protocol, TypeAlias

from specloom import ir
from specloom.python import constraints, keys, media, tags, variants
from specloom.python.expression import (
    ANY,
    NONE,
    Atom,
    Call,
    Expression,
    Or,
    Sub,
    either,
    flat,
)
from specloom.python.imports import Import
from specloom.python.names import part
from specloom.python.source import literal, quote

Side: TypeAlias = Literal["input", "output"]

MOST_MEMBERS = 200
"""An enum with more is a plain type, its values checked apart."""
WIDE = 48
"""A union or enum wider than this gets a name."""
_DEEPEST = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Flavour:
    """What an expression is for."""

    side: Side
    checked: bool = False
    """Constraints are written; otherwise the type alone, for signatures."""
    strict: bool = False
    """Strictness is written at each leaf, not left to the surrounding type."""
    closed: bool = False
    """Enums take no further value (a tag)."""


class Declares(Protocol):
    """Gives names to types; None where it does not (the type is then inlined)."""

    def ref(self, name: str, place: Place) -> Expression:
        """Return the type of a named schema."""

    def object(self, schema: ir.Object, place: Place) -> Expression | None:
        """Return the class of an object."""

    def alias(
        self, schema: ir.Schema, found: Expression, place: Place
    ) -> Expression | None:
        """Return the name of a wide union or enum."""

    def listed(self, schema: ir.Enum, base: Expression, place: Place) -> Expression:
        """Return the name of a type that is checked by a list of values."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a type stands: it gives a name to what has none."""

    name: str
    flavour: Flavour
    depth: int = 0
    reserved: bool = False
    """The name is kept for the type at this very place."""

    def below(self, word: str) -> Place:
        """Return the place of a part."""
        name = self.name + part(word)
        return replace(self, name=name, depth=self.depth + 1, reserved=False)

    def opened(self) -> Place:
        """Return the same place for values that are not the tag itself."""
        return replace(self, flavour=replace(self.flavour, closed=False))

    def strict(self) -> Place:
        """Return the same place with strictness written at each leaf."""
        return replace(self, flavour=replace(self.flavour, strict=True))


def name_of(module: str, name: str) -> Atom:
    """Return a name and the import it needs."""
    return Atom(name, (Import(module, name),))


ANNOTATED = name_of("typing", "Annotated")
LITERAL = name_of("typing", "Literal")
_UNKNOWN = name_of("._runtime._model", "Unknown")
_MAPPING = name_of("collections.abc", "Mapping")
_SEQUENCE = name_of("collections.abc", "Sequence")


def annotate(
    api: ir.Api, schema: ir.Schema, place: Place, declares: Declares
) -> Expression:
    """Return the type of a schema at a place."""
    if place.depth > _DEEPEST:
        return ANY
    match schema:
        case ir.Anything() | ir.Nothing():
            return ANY
        case ir.Null():
            return NONE
        case ir.Boolean():
            return _plain("bool", "StrictBool", place.flavour)
        case ir.Numeric():
            return _numeric(schema, place.flavour)
        case ir.Text():
            return _text(schema, place.flavour)
        case ir.Enum():
            return _enum(schema, place, declares)
        case ir.Array():
            return _array(api, schema, place.opened(), declares)
        case ir.Object():
            found = declares.object(schema, place.opened())
            return found or _mapping(api, schema, place.opened(), declares)
        case ir.Union():
            return _union(api, schema, place, declares)
        case ir.Ref():
            return declares.ref(schema.name, place)


def _plain(name: str, strict: str, flavour: Flavour) -> Atom:
    if flavour.strict and flavour.checked:
        return name_of("pydantic", strict)
    return Atom(name)


def _noted(found: Expression, notes: list[Expression], flavour: Flavour) -> Expression:
    return Sub(ANNOTATED, (found, *notes)) if notes and flavour.checked else found


def _numeric(schema: ir.Numeric, flavour: Flavour) -> Expression:
    if flavour.side == "output":
        return Atom("int") if schema.integer else Or((Atom("int"), Atom("float")))
    name, strict = ("int", "StrictInt") if schema.integer else ("float", "StrictFloat")
    notes = constraints.of_number(schema)
    return _noted(_plain(name, strict, flavour), notes, flavour)


_OBJECTS: Mapping[str, Atom] = {
    "date": name_of("datetime", "date"),
    "date-time": name_of("datetime", "datetime"),
    "duration": name_of("datetime", "timedelta"),
    "time": name_of("datetime", "time"),
    "uuid": name_of("uuid", "UUID"),
}
"""What may be given for a text in some formats."""
_GIVEN = {
    "date": "DateInput",
    "date-time": "DateTimeInput",
    "duration": "DurationInput",
    "time": "TimeInput",
    "uuid": "UuidInput",
}
_WRITTEN = {"date-time": "Timestamp", "date": "Day"}


def _text(schema: ir.Text, flavour: Flavour) -> Expression:
    kind = schema.format or ""
    if flavour.side == "output":
        known = kind in _WRITTEN
        return name_of("._runtime._model", _WRITTEN[kind]) if known else Atom("str")
    if kind == media.TEXT_OR_FILE:
        return name_of("._runtime._checks", "TextInput")
    if is_file(schema):
        return name_of("._runtime._checks", "FileInput")
    if is_object(schema):
        if flavour.checked:
            return name_of("._runtime._checks", _GIVEN[kind])
        return Or((_OBJECTS[kind], Atom("str")))
    notes = constraints.of_text(schema)
    return _noted(_plain("str", "StrictStr", flavour), notes, flavour)


def is_file(schema: ir.Text) -> bool:
    """Say whether a text is given as a file: bytes that are not encoded as text."""
    bare = schema.format is None and schema.content_encoding is None
    typed = bare and media.is_binary(schema.content_media_type)
    return schema.format == "binary" or typed


def is_object(schema: ir.Text) -> bool:
    """Say whether an object may be given for the text; limits are those of a text."""
    if schema.format in ("date", "date-time"):
        return True
    limits = (schema.min_length, schema.max_length, schema.pattern)
    return schema.format in _OBJECTS and limits == (None, None, None)


def _enum(schema: ir.Enum, place: Place, declares: Declares) -> Expression:
    flavour = place.flavour
    if not _is_literal(schema):
        return _listed(schema, place.strict(), declares)
    members = [value for value in schema.values if value is not None]
    arms: list[Expression] = [NONE] if len(members) < len(schema.values) else []
    if members:
        arms.append(Sub(LITERAL, tuple(Atom(literal(value)) for value in members)))
    found = either(*arms)
    if flavour.side == "output" and not flavour.closed:
        found = either(found, *_open(members))
    elif flavour.checked and any(isinstance(value, int) for value in members):
        exact = Call(name_of("._runtime._checks", "Exact"), ())
        found = Sub(ANNOTATED, (found, exact))
    wide = len(members) > 1 and len(flat(found)) > WIDE
    return (wide and declares.alias(schema, found, place)) or found


def _listed(schema: ir.Enum, place: Place, declares: Declares) -> Expression:
    """Return the type of an enum that literals cannot say: checked by its values."""
    base = either(
        *(_kind(value, place.flavour) for value in schema.values), *_none(schema)
    )
    if place.flavour.side == "output" or not schema.values:
        return base
    return declares.listed(schema, base, place)


def _open(members: list[ir.Json]) -> list[Expression]:
    kinds = {type(value) for value in members}
    found = [Atom(kind.__name__) for kind in (str, int) if kind in kinds]
    return [*found]


def _none(schema: ir.Enum) -> tuple[Expression, ...]:
    return () if schema.values else (ANY,)


def _is_literal(schema: ir.Enum) -> bool:
    short = len(schema.values) <= MOST_MEMBERS
    return bool(schema.values) and short and all(map(_is_member, schema.values))


def _is_member(value: ir.Json) -> bool:
    if isinstance(value, str):
        return len(value) <= 2000 and constraints.is_unicode(value)
    return value is None or isinstance(value, int)


def _kind(value: ir.Json, flavour: Flavour) -> Expression:
    match value:
        case None:
            return NONE
        case bool():
            return _plain("bool", "StrictBool", flavour)
        case int() if flavour.side == "input":
            return _plain("int", "StrictInt", flavour)
        case int():
            return Atom("int")
        case float() if flavour.side == "input":
            return _plain("float", "StrictFloat", flavour)
        case float():
            return Or((Atom("int"), Atom("float")))
        case str():
            return _plain("str", "StrictStr", flavour)
        case list():
            head = _SEQUENCE if flavour.side == "input" else Atom("list")
            return Sub(head, (ANY,))
        case _:
            head = _MAPPING if flavour.side == "input" else Atom("dict")
            return Sub(head, (Atom("str"), ANY))


def _array(
    api: ir.Api, schema: ir.Array, place: Place, declares: Declares
) -> Expression:
    if constraints.is_tuple(schema):
        return _tuple(api, schema, place, declares)
    parts = (*schema.prefix, *(() if _is_nothing(schema.items) else (schema.items,)))
    below = place.below("item")
    items = (
        either(*(annotate(api, part, below, declares) for part in parts))
        if parts
        else ANY
    )
    head = _SEQUENCE if place.flavour.side == "input" else Atom("list")
    if head is _SEQUENCE and items == ANY:
        items = Atom("object")  # of Sequence[Any], pydantic takes a text for one
    return _noted(Sub(head, (items,)), constraints.of_array(schema), place.flavour)


def _tuple(
    api: ir.Api, schema: ir.Array, place: Place, declares: Declares
) -> Expression:
    """Return the type of a list whose length is known; a list may be given for it."""
    items = tuple(
        annotate(api, part, place.below(f"item {i}"), declares)
        for i, part in enumerate(schema.prefix, start=1)
    )
    loose: Expression = Call(name_of("pydantic", "Field"), ("strict=False",))
    return _noted(Sub(Atom("tuple"), items), [loose], place.flavour)


def _is_nothing(schema: ir.Schema) -> bool:
    return isinstance(schema, ir.Nothing)


def _mapping(
    api: ir.Api, schema: ir.Object, place: Place, declares: Declares
) -> Expression:
    """Return the type of an object without fields of its own."""
    parts = [found for _, found in schema.patterns]
    parts += [schema.extra] if schema.extra and not _is_nothing(schema.extra) else []
    below = place.below("value")
    values = (
        either(*(annotate(api, part, below, declares) for part in parts))
        if parts
        else ANY
    )
    names = keys.of(api, schema) if place.flavour.checked else None
    key: Expression = Atom("str")
    if names is not None:
        key = annotate(api, names, place.below("key"), declares)
    head = _MAPPING if place.flavour.side == "input" else Atom("dict")
    return _noted(Sub(head, (key, values)), constraints.of_keys(schema), place.flavour)


def _union(
    api: ir.Api, schema: ir.Union, place: Place, declares: Declares
) -> Expression:
    arms = tags.flattened(api, schema)
    optional = any(isinstance(arm, ir.Null) for arm in arms)
    real = [arm for arm in arms if not isinstance(arm, ir.Null)]
    tagged = tags.among(api, schema)
    if len(real) == 1:
        only = annotate(api, real[0], place, declares)
        return either(only, NONE) if optional else only
    place = place.opened()
    named = variants.words(api, real, tagged)
    found = [
        annotate(api, arm, _of_arm(place.strict(), word), declares)
        for arm, word in zip(real, named, strict=True)
    ]
    whole = either(*found) if found else NONE
    if isinstance(whole, Or) and tagged is not None:
        whole = _grouped(real, found, tagged, place.flavour)
    if isinstance(whole, Sub) or len(flat(whole)) > WIDE:
        whole = declares.alias(schema, whole, place) or whole
    return either(whole, NONE) if optional else whole


def _of_arm(place: Place, word: str) -> Place:
    """Return the place of an arm; a parent among its children is their base."""
    if word and part(word) == place.name:
        word = "base"
    return place.below(word) if word else place


def _grouped(
    arms: Sequence[ir.Schema],
    found: Sequence[Expression],
    tagged: variants.Tagged,
    flavour: Flavour,
) -> Expression:
    """Return the objects as one union told apart by its tag, beside the other arms."""
    tag, objects = tagged
    inside = {id(arm) for arm in objects}
    pairs = list(zip(arms, found, strict=True))
    group = _tagged([text for arm, text in pairs if id(arm) in inside], tag, flavour)
    return either(group, *(text for arm, text in pairs if id(arm) not in inside))


def _tagged(arms: list[Expression], tag: tags.Tag, flavour: Flavour) -> Expression:
    if flavour.side == "output":
        arms = arms if tag.rest else [*arms, _UNKNOWN]
    elif not flavour.checked:
        return either(*arms)
    texts: list[str | Call] = [quote(tag.wire), *map(_tag_text, tag.values)]
    if tag.default is not None:
        texts.append(f"{'rest' if tag.rest else 'default'}={tag.default}")
    chooser = Call(name_of("._runtime._model", "tagged"), tuple(texts))
    return Sub(ANNOTATED, (Or(tuple(arms)), chooser))


def _tag_text(values: tuple[tags.Value, ...]) -> str | Call:
    texts = tuple(map(literal, values))
    return texts[0] if len(texts) == 1 else Call(Atom(""), texts)
