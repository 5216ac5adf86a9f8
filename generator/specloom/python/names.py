"""Python spelling of wire names: one way to spell, one policy for clashes."""

from __future__ import annotations

import keyword
import re
import unicodedata
from collections.abc import Container, Mapping
from dataclasses import dataclass, field
from itertools import chain, count

LONGEST = 60
"""Names are cut here; the wire name stays exact beside them."""

MODEL_ATTRIBUTES = frozenset(
    {
        "construct",
        "copy",
        "dict",
        "extras",
        "from_orm",
        "json",
        "model_computed_fields",
        "model_config",
        "model_construct",
        "model_copy",
        "model_dump",
        "model_dump_json",
        "model_extra",
        "model_fields",
        "model_fields_set",
        "model_json_schema",
        "model_parametrized_name",
        "model_post_init",
        "model_rebuild",
        "model_validate",
        "model_validate_json",
        "model_validate_strings",
        "mro",
        "parse_file",
        "parse_obj",
        "parse_raw",
        "register",
        "schema",
        "schema_json",
        "self",
        "to_dict",
        "update_forward_refs",
        "validate",
    }
)
"""Attributes of a response model that no field may hide."""

TYPE_NAMES = frozenset(
    {
        "Annotated",
        "Any",
        "BaseModel",
        "ConfigDict",
        "DateInput",
        "DateTimeInput",
        "Day",
        "DurationInput",
        "Exact",
        "Field",
        "FileInput",
        "Final",
        "Format",
        "Literal",
        "Mapping",
        "Model",
        "MultipleOf",
        "Never",
        "None",
        "NotRequired",
        "Omit",
        "OneOf",
        "Required",
        "Sequence",
        "Strict",
        "StrictBool",
        "StrictFloat",
        "StrictInt",
        "StrictStr",
        "Tag",
        "TimeInput",
        "TextInput",
        "Timestamp",
        "TypeAlias",
        "TypeAliasType",
        "TypedDict",
        "Union",
        "Unique",
        "Unknown",
        "UuidInput",
        "TRUE",
        "FALSE",
        "True",
        "False",
    }
)
"""Names that modules of types import; no type of a document may take them."""

AMBIGUOUS = frozenset({"I", "O", "l"})
"""Names that look like digits: linters refuse them for whatever is named so."""

_BORDER = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z](?!s(?![a-z]))[a-z])")


def words(text: str) -> list[str]:
    """Split a wire name into words: `HTTPStatus-code2` -> HTTP, Status, code2.

    A count of dimensions is one word: `3DModel` -> 3d, Model; so is a plural of
    capitals: `userIDs` -> user, IDs.
    """
    joined = re.sub(r"(?<=\d)D(?![a-z])", "d", _ascii(text))
    marked = _BORDER.sub(" ", joined)
    return re.findall(r"[A-Za-z0-9]+", marked)


def _ascii(text: str) -> str:
    signs = text[: LONGEST * 8]
    for sign, word in (("+", " plus "), ("%", " percent ")):
        if signs.strip() in (sign, "-" + sign) or re.search(
            rf"\{sign}\d|\d\{sign}", signs
        ):
            signs = signs.replace(sign, word)
    signs = re.sub(r"^-(?=\d)", "minus ", signs)
    flat = unicodedata.normalize("NFKD", signs)
    return "".join(_latin(char) for char in flat)


def _latin(char: str) -> str:
    if char.isascii():
        return char
    if unicodedata.combining(char):
        return ""
    if char.casefold().isascii():
        return char.casefold()
    return f" u{ord(char):x} " if char.isalnum() else " "


def snake(text: str, prefix: str = "field") -> str:
    """Return a function, field or module name: `createdAt` -> `created_at`."""
    return safe(_cut("_".join(word.lower() for word in words(text)), "_"), prefix)


def pascal(text: str, prefix: str = "Model") -> str:
    """Return a class name: `create-video.request` -> `CreateVideoRequest`."""
    return safe(_cut("".join(map(_capital, words(text))), ""), prefix)


def part(text: str) -> str:
    """Return what a word adds to the name of a class."""
    return "".join(map(_capital, words(text)))


def constant(text: str, prefix: str = "VALUE") -> str:
    """Return a constant's name: `createdAt` -> `CREATED_AT`."""
    return safe(_cut("_".join(word.upper() for word in words(text)), "_"), prefix)


def _capital(word: str) -> str:
    return word[0].upper() + word[1:]


def _cut(name: str, edge: str) -> str:
    return name if len(name) <= LONGEST else name[:LONGEST].rstrip(edge or None)


def safe(name: str, prefix: str) -> str:
    """Return an identifier: a prefix where a name is empty or starts with a digit."""
    if not name:
        return prefix
    if name[0].isdigit():
        joint = "_" if prefix.lower() == prefix or prefix.upper() == prefix else ""
        name = f"{prefix}{joint}{name}"
    return f"{name}_" if keyword.iskeyword(name) or name in AMBIGUOUS else name


def is_identifier(text: str) -> bool:
    """Say whether a wire name can be written as it is in a class body."""
    return text.isascii() and text.isidentifier() and not keyword.iskeyword(text)


@dataclass(slots=True)
class Scope:
    """Names taken so far; no two differ in case only."""

    taken: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, *names: str) -> Scope:
        """Return a scope in which these names are taken."""
        return cls({name.lower() for name in names})

    def __contains__(self, name: str) -> bool:
        return name.lower() in self.taken

    def claim(self, name: str, *qualified: str) -> str:
        """Take the first free spelling: the name, a qualified one, else a number."""
        for candidate in (name, *qualified):
            if candidate not in self:
                return self._take(candidate)
        last = (qualified or (name,))[-1].rstrip("_")
        joint = "_" if last == last.lower() else ""
        number = 2
        while f"{last}{joint}{number}" in self:
            number += 1
        return self._take(f"{last}{joint}{number}")

    def _take(self, name: str) -> str:
        self.taken.add(name.lower())
        return name


def type_scope() -> Scope:
    """Return the scope of all types of a package."""
    return Scope.of(*TYPE_NAMES)


def type_name(text: str) -> str:
    """Return a class name that no imported name hides: `Any` -> `Any_`."""
    name = pascal(text)
    return f"{name}_" if name in TYPE_NAMES else name


def fields(
    wanted: Mapping[str, str | None], reserved: Container[str] = ()
) -> dict[str, str]:
    """Return wire name -> attribute name.

    `wanted` maps wire names to the names their owner asks for. Attribute names are
    unique and none equals the wire name of another. Reserved names get a trailing
    underscore. The order of `wanted` decides nothing but the order of the result.
    """
    found: dict[str, str] = {}
    for wire in sorted(wanted, key=lambda wire: (_attribute(wire, reserved), wire)):
        name = _attribute(wanted[wire] or wire, reserved)
        if name != wire:
            blocked = (wanted.keys() - {wire}) | set(found.values())
            name = _free(name, blocked)
        found[wire] = name
    return {wire: found[wire] for wire in wanted}


def _attribute(text: str, reserved: Container[str]) -> str:
    name = snake(text)
    return f"{name}_" if name in reserved else name


def _free(name: str, blocked: Container[str]) -> str:
    if name not in blocked:
        return name
    stem = name.rstrip("_")
    candidates = chain([f"{stem}_"], (f"{stem}_{number}" for number in count(2)))
    return next(found for found in candidates if found not in blocked)


def call_path(text: str) -> tuple[str, ...]:
    """Return the parts of a call path, each a Python name: `images.draw_2`."""
    return tuple(snake(part, "call") for part in text.split(".") if part) or ("call",)
