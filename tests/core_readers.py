"""What openapi-core cannot take apart, read for it through its own extension points.

openapi-core reads plain lists and flat objects of one type. Here a text is read in each
way its style allows, and the first reading that openapi-core's own validator finds valid
under the schema is handed back to it. Whether the reading is the value that was given
is not asked here: `reading` compares that.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from email.parser import BytesParser
from email.policy import HTTP
from itertools import islice
from typing import Any
from urllib.parse import quote, unquote

from jsonschema_path import SchemaPath
from openapi_core.casting.schemas import oas31_schema_casters_factory
from openapi_core.deserializing.media_types import media_type_deserializers
from openapi_core.deserializing.media_types.deserializers import (
    MediaTypeDeserializer,
    MediaTypesDeserializer,
)
from openapi_core.deserializing.media_types.factories import (
    MediaTypeDeserializersFactory,
)
from openapi_core.deserializing.styles.factories import StyleDeserializersFactory
from openapi_core.validation.schemas import oas31_schema_validators_factory
from openapi_core.validation.schemas.exceptions import ValidateError
from openapi_core.validation.schemas.validators import SchemaValidator
from werkzeug.datastructures import ImmutableMultiDict

from tests.draws import is_time, is_uri

Pair = tuple[str, str]
FORMATS: Mapping[str, Any] = {"uri": is_uri, "time": is_time}
"""Formats as their standards have them: openapi-core checks no `uri`, and takes no
`time` with an offset, which RFC 3339 (5.6, full-time) asks for."""
_UNIONS = ("oneOf", "anyOf")
_MOST = 64
"""Combinations of arms that are tried for one value."""
_CUTS = {
    "form": ",",
    "simple": ",",
    "spaceDelimited": r"%20|\+| ",
    "pipeDelimited": r"\||%7[Cc]",
}


class Sent(ImmutableMultiDict[str, str]):
    """The texts of one place by name, and as they are written."""

    def __init__(self, pairs: Iterable[Pair]) -> None:
        plain = [[part.replace("+", "%20") for part in pair] for pair in pairs]
        self.raw = tuple((unquote(name), text) for name, text in plain)
        super().__init__([(name, unquote(text)) for name, text in self.raw])


@dataclass(frozen=True, slots=True)
class Either:
    """What a text may be read as: one of several."""

    readings: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Style:
    """How a value stands in its place."""

    name: str
    style: str
    explode: bool
    nested: bool = False
    """Whether a text may be a whole JSON value, as in the fields of a form."""

    def read(self, location: Any) -> Either:
        """Return the readings of a place; KeyError where the name is not in it."""
        if isinstance(location, Sent):
            raw = location.raw
        else:  # headers, whose texts are not encoded
            raw = ((self.name, location[self.name].replace("%", "%25")),)
        readings = tuple(self._readings(raw))
        if not readings:
            raise KeyError(self.name)
        return Either(readings)

    def _readings(self, raw: Sequence[Pair]) -> Iterator[Any]:
        mine = [text for name, text in raw if name == self.name]
        if self.style == "deepObject":
            yield from _tree(self.name, raw)
        for text in mine[:1] if len(mine) == 1 else ():
            yield from self._of_text(text)
        if self.explode and self.style in ("form", "cookie"):
            if mine:
                yield [_part(text) for text in mine]
            elif raw:
                yield Members({name: _part(text) for name, text in raw})

    def _of_text(self, text: str) -> Iterator[Any]:
        match self.style:
            case "label" if text.startswith("."):
                yield from self._parts(text[1:], r"\." if self.explode else ",")
            case "matrix" if text.startswith(";"):
                yield from self._matrix(text[1:])
            case "label" | "matrix":
                return
            case "form" | "cookie" if self.explode:
                yield Leaf(unquote(text), self.nested)
            case style:
                yield from self._parts(text, _CUTS.get(style, ","))

    def _parts(self, text: str, between: str) -> Iterator[Any]:
        """Yield a text without names as a scalar, as a list and as an object."""
        yield Leaf(unquote(text), self.nested)
        parts = re.split(between, text) if text else []
        yield [_part(part) for part in parts]
        if self.explode:
            pairs = [part.partition("=")[::2] for part in parts]
        else:
            pairs = list(zip(parts[::2], parts[1::2], strict=False))
        yield {unquote(name): _part(value) for name, value in pairs}

    def _matrix(self, text: str) -> Iterator[Any]:
        pairs = [part.partition("=")[::2] for part in text.split(";")]
        named = Style(self.name, "form", self.explode)
        yield from named._readings([(unquote(name), value) for name, value in pairs])


def _part(text: str) -> Leaf:
    """Return a part of a value: what is nested deeper, no style can say but as JSON."""
    return Leaf(unquote(text), nested=True)


class Members(dict[str, Any]):
    """An exploded object among other names of its place."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """One decoded text."""

    text: str
    nested: bool = False

    def readings(self) -> Iterator[Any]:
        """Yield what a text may be: itself, a JSON scalar, JSON, nothing."""
        yield self.text
        try:
            value = json.loads(self.text)
        except ValueError:
            value = self.text
        if self.nested or not isinstance(value, (dict, list)):
            yield value
        if not self.text:
            yield None


def _tree(name: str, raw: Sequence[Pair]) -> Iterator[Any]:
    """Yield the object that pairs such as `name[a][0]` say."""
    found: dict[str, Any] = {}
    for wire, text in raw:
        if not wire.startswith(f"{name}["):
            continue
        keys = wire[len(name) + 1 : -1].split("][")
        node = found
        for key in keys[:-1]:
            node = node.setdefault(key, {})
        node[keys[-1]] = _part(text)
    if found:
        yield found


@dataclass(frozen=True, slots=True)
class Fitting:
    """A schema with openapi-core's validator for it."""

    schema: SchemaPath
    validator: SchemaValidator

    @classmethod
    def of(cls, spec: SchemaPath, schema: SchemaPath) -> Fitting:
        """Return the fitting of a schema of a document."""
        create = oas31_schema_validators_factory.create
        return cls(schema, create(spec, schema, extra_format_validators=FORMATS))

    def fit(self, tree: Any) -> Any:
        """Return the first reading that is valid, else the last one."""
        value: Any = None
        for value in islice(self._values(tree), _MOST):
            if self.allows(value):
                break
        return value

    def allows(self, value: Any) -> bool:
        """Tell whether openapi-core finds a value valid."""
        try:
            self.validator.validate(value)
        except (ValidateError, UnicodeError):  # its check of `byte` raises the latter
            return False
        return True

    def _values(self, tree: Any) -> Iterator[Any]:
        match tree:
            case Either(readings):
                for reading in readings:
                    yield from self._values(reading)
            case Leaf():
                yield from tree.readings()
            case list():
                for view in self._views():
                    items = view.child("items")
                    yield [items.fit(item) for item in tree]
            case dict():
                for view in self._views():
                    yield view.members(tree)
                if tree and all(key.isdigit() for key in tree):
                    yield from self._values(list(tree.values()))
            case _:
                yield tree

    def _views(self) -> Iterator[View]:
        for parts in islice(_views(self.schema, 0), _MOST):
            yield View(parts, self.validator)


def _views(schema: SchemaPath, steps: int) -> Iterator[tuple[SchemaPath, ...]]:
    """Yield the parts of a schema that hold together, one way for each choice."""
    found = _contents(schema)
    ways: list[tuple[SchemaPath, ...]] = [(schema,)]
    groups = [[part] for part in _items(schema, found, "allOf")]
    groups += [_items(schema, found, key) for key in _UNIONS if found.get(key)]
    for group in groups if steps < 8 else ():
        arms = [way for part in group for way in islice(_views(part, steps + 1), _MOST)]
        ways = [left + right for left in ways for right in arms][:_MOST]
    yield from ways


def _items(schema: SchemaPath, found: Mapping[str, Any], key: str) -> list[SchemaPath]:
    return [schema / key / index for index in range(len(found.get(key) or ()))]


def _contents(schema: SchemaPath) -> Mapping[str, Any]:
    with schema.resolve() as resolved:
        return resolved.contents if isinstance(resolved.contents, Mapping) else {}


@dataclass(frozen=True, slots=True)
class View:
    """Schemas that hold together, as a place to look up members."""

    parts: tuple[SchemaPath, ...]
    validator: SchemaValidator

    def child(self, key: str, name: str | None = None) -> Fitting:
        """Return the fitting of the items, or of a property, that comes first."""
        for part in self.parts:
            found = _contents(part).get(key)
            if name is None and isinstance(found, Mapping):
                return self._fitting(part / key)
            if name is not None and name in (found or {}):
                return self._fitting(part / key / name)
        if name is not None:
            return self.child("additionalProperties")
        return self._fitting(SchemaPath.from_dict({}))

    def members(self, tree: dict[str, Any]) -> dict[str, Any]:
        """Return an object with each member read by its schema."""
        names = list(tree)
        if isinstance(tree, Members):
            known = {key for part in self.parts for key in _properties(part)}
            names = [name for name in names if name in known] or names
        members = (
            (name, self.child("properties", name).fit(tree[name])) for name in names
        )
        return type(tree)(members)

    def _fitting(self, schema: SchemaPath) -> Fitting:
        return Fitting(schema, self.validator.evolve(schema))


def _properties(schema: SchemaPath) -> Mapping[str, Any]:
    found = _contents(schema).get("properties")
    return found if isinstance(found, Mapping) else {}


@dataclass(frozen=True, slots=True)
class Parameter:
    """Reads one parameter of a request."""

    style: Style
    fitting: Fitting

    def deserialize(self, location: Mapping[str, Any]) -> Any:
        """Return the value of the parameter; KeyError where it was not sent."""
        value = self.fitting.fit(self.style.read(location))
        if isinstance(value, Members) and not self.fitting.allows(value):
            raise KeyError(self.style.name)  # they are of other parameters
        return value


class Parameters(StyleDeserializersFactory):
    """Gives openapi-core our reader for every style."""

    def __init__(self) -> None:
        super().__init__(oas31_schema_casters_factory)

    def create(  # type: ignore[override]  # openapi-core only calls `deserialize`
        self,
        spec: SchemaPath,
        schema: SchemaPath,
        style: str,
        explode: bool,
        name: str,
    ) -> Parameter:
        """Return the reader of one parameter."""
        return Parameter(Style(name, style, explode), Fitting.of(spec, schema))


class Body(MediaTypeDeserializer):
    """Reads a body: forms by their fields, what is no JSON as a text."""

    def deserialize(self, value: bytes) -> Any:
        """Return the value of a body under its schema."""
        if self.schema is None or "json" in self.mimetype:
            return super().deserialize(value)
        fitting = Fitting.of(self.spec, self.schema)
        if self.mimetype == "application/x-www-form-urlencoded":
            return fitting.fit(self._fields(_form(value)))
        if self.mimetype.startswith("multipart/"):
            boundary = self.parameters["boundary"]
            return fitting.fit(self._fields(_multipart(value, boundary)))
        return fitting.fit(Leaf(value.decode("utf-8", "replace"), nested=True))

    def _fields(self, sent: Sent) -> Either:
        encodings = _contents(self.encoding) if self.encoding is not None else {}
        own = _properties(self.schema)
        names = dict.fromkeys(
            name if name in own else name.partition("[")[0] for name, _ in sent.raw
        )
        objects = (
            name
            for name, item in own.items()
            if "explode" in encodings.get(name, {}) and item.get("type") == "object"
        )
        tree: dict[str, Any] = {}
        for name in {**names, **dict.fromkeys(objects)}:
            rule = encodings.get(name, {})
            style = rule.get("style", "form")
            explode = rule.get("explode", style == "form")
            with suppress(KeyError):
                tree[name] = Style(name, style, explode, nested=True).read(sent)
        return Either((tree, Members(tree)))


class Bodies(MediaTypeDeserializersFactory):
    """Gives openapi-core our reader of bodies."""

    def __init__(self) -> None:
        super().__init__(Parameters(), media_type_deserializers)

    def create(
        self,
        spec: SchemaPath,
        mimetype: str,
        schema: SchemaPath | None = None,
        schema_validator: SchemaValidator | None = None,
        parameters: Mapping[str, str] | None = None,
        encoding: SchemaPath | None = None,
        extra_media_type_deserializers: Any = None,
    ) -> Body:
        """Return the reader of one body."""
        readers = MediaTypesDeserializer(
            self.media_type_deserializers, extra_media_type_deserializers
        )
        return Body(
            spec,
            self.style_deserializers_factory,
            readers,
            mimetype,
            schema=schema,
            schema_validator=schema_validator,
            encoding=encoding,
            **(parameters or {}),
        )


def _form(content: bytes) -> Sent:
    pairs = [part.partition("=")[::2] for part in content.decode("ascii").split("&")]
    return Sent([pair for pair in pairs if any(pair)])


def _multipart(content: bytes, boundary: str) -> Sent:
    """Return the parts of a multipart form; a file is the text of its bytes."""
    kind = f'multipart/form-data; boundary="{boundary}"'
    head = f"Content-Type: {kind}\r\n\r\n".encode("ascii")
    message = BytesParser(policy=HTTP).parsebytes(head + content)
    parts = (
        (
            str(part.get_param("name", header="content-disposition")),
            (part.get_payload(decode=True) or b"").decode("utf-8", "replace"),
        )
        for part in message.iter_parts()
    )
    return Sent([(quote(name), quote(text, safe=",|")) for name, text in parts])
