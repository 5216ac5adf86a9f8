"""What an API is: frozen values without Python syntax and without OpenAPI syntax.

`spec/` produces them, everything else reads them. Wire names are exact; Python
spelling begins in `python/names.py`. What the runtime needs as plain data
(lifecycles, envelopes, error rules, ...) is declared once, in `runtime/_lifecycle.py`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

from specloom.runtime._lifecycle import (
    Acquire,
    BodyRules,
    Envelope,
    ErrorRule,
    Lifecycle,
    Pages,
    Profile,
)

Json: TypeAlias = Any
"""A JSON value as read: None, bool, int, float, str, list or dict."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meta:
    """What is said about a schema beside its shape."""

    title: str | None = None
    description: str | None = None
    default: Json = None
    has_default: bool = False
    examples: tuple[Json, ...] = ()
    deprecated: bool = False
    read_only: bool = False
    write_only: bool = False
    pointer: str = ""
    """JSON pointer in the bundled document."""


# Schemas. A closed union; nullable is a `Union` with a `Null` arm.


@dataclass(frozen=True, slots=True, kw_only=True)
class Anything:
    """Any value: `true`, `{}`, or what could not be expressed (see the ledger)."""

    meta: Meta = field(default_factory=Meta)


@dataclass(frozen=True, slots=True, kw_only=True)
class Nothing:
    """No value: `false`."""

    meta: Meta = field(default_factory=Meta)


@dataclass(frozen=True, slots=True, kw_only=True)
class Null:
    """The null value."""

    meta: Meta = field(default_factory=Meta)


@dataclass(frozen=True, slots=True, kw_only=True)
class Boolean:
    """true or false."""

    meta: Meta = field(default_factory=Meta)


@dataclass(frozen=True, slots=True, kw_only=True)
class Numeric:
    """An integer or a number with its limits."""

    integer: bool
    format: str | None = None
    minimum: int | float | None = None
    maximum: int | float | None = None
    exclusive_minimum: int | float | None = None
    exclusive_maximum: int | float | None = None
    multiple_of: int | float | None = None
    meta: Meta = field(default_factory=Meta)


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A string with its limits. `format` as written: date-time, uuid, binary, ..."""

    format: str | None = None
    min_length: int | None = None
    max_length: int | None = None
    pattern: str | None = None
    content_media_type: str | None = None
    content_encoding: str | None = None
    meta: Meta = field(default_factory=Meta)


@dataclass(frozen=True, slots=True, kw_only=True)
class Enum:
    """One of some values; a const is an enum of one."""

    values: tuple[Json, ...]
    names: tuple[str, ...] = ()
    """`x-enum-varnames`, when given for every value."""
    descriptions: tuple[str, ...] = ()
    meta: Meta = field(default_factory=Meta)


@dataclass(frozen=True, slots=True, kw_only=True)
class Array:
    """A list; `prefix` are the schemas of its first items."""

    items: Schema
    prefix: tuple[Schema, ...] = ()
    min_items: int | None = None
    max_items: int | None = None
    unique: bool = False
    meta: Meta = field(default_factory=Meta)


@dataclass(frozen=True, slots=True, kw_only=True)
class Property:
    """One property of an object, by its wire name."""

    wire: str
    schema: Schema
    required: bool = False
    name: str | None = None
    """`x-specloom-name`."""
    meta: Meta = field(default_factory=Meta)
    """What is said at the property (beside a reference, say)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Object:
    """An object. `extra` is None where nothing is said about further keys (kept in
    answers, refused in requests), a schema where `additionalProperties` allows them
    (`true` is `Anything`), `Nothing` where it is false."""

    properties: tuple[Property, ...] = ()
    extra: Schema | None = None
    patterns: tuple[tuple[str, Schema], ...] = ()
    key_schema: Schema | None = None
    min_properties: int | None = None
    max_properties: int | None = None
    dependent_required: tuple[tuple[str, tuple[str, ...]], ...] = ()
    parents: tuple[str, ...] = field(default=(), compare=False)
    """The named schemas it was composed of; it says all that they say, too."""
    meta: Meta = field(default_factory=Meta)


@dataclass(frozen=True, slots=True, kw_only=True)
class Discriminator:
    """The tag of a union: property, and tag value -> index of the arm."""

    property: str
    mapping: tuple[tuple[str, int], ...]
    default: int | None = None
    """Arm taken when the tag is absent (3.2 `defaultMapping`, or declared)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Union:
    """One of several schemas; `exactly_one` for oneOf."""

    arms: tuple[Schema, ...]
    discriminator: Discriminator | None = None
    exactly_one: bool = False
    meta: Meta = field(default_factory=Meta)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ref:
    """A named schema: a key of `Api.schemas`."""

    name: str
    meta: Meta = field(default_factory=Meta)
    """What is said beside the reference (description, default, deprecated)."""


Schema: TypeAlias = (
    Anything
    | Nothing
    | Null
    | Boolean
    | Numeric
    | Text
    | Enum
    | Array
    | Object
    | Union
    | Ref
)


# Operations.

EventPart: TypeAlias = Literal["data", "inner", "whole"]
"""The data of an event; its data, which may come inside an object that looks like an
event itself; or the whole event with its name and id."""
Place: TypeAlias = Literal["path", "query", "header", "cookie", "querystring"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Encoding:
    """How one part of a form or multipart body is written."""

    content_type: str | None = None
    style: str | None = None
    """None: by the content type. Where a style is written, that means nothing."""
    explode: bool = True
    allow_reserved: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """One parameter of an operation."""

    wire: str
    place: Place
    schema: Schema
    required: bool = False
    style: str = "simple"
    explode: bool = False
    allow_reserved: bool = False
    media_type: str | None = None
    """Set for a `content` parameter."""
    encodings: Mapping[str, Encoding] = field(default_factory=dict)
    """How the fields of a whole query string are written."""
    description: str | None = None
    deprecated: bool = False
    name: str | None = None
    """`x-specloom-name`."""
    examples: tuple[Json, ...] = ()
    acquire: Acquire | None = None
    invalid_code: str | None = None
    """`x-specloom-invalid-code`: stable code when a value is refused before sending."""
    pointer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """A body in one media type."""

    media_type: str
    schema: Schema
    item_schema: Schema | None = None
    """Schema of one event or line (3.2 `itemSchema`, or a declared stream)."""
    event_part: EventPart = "data"
    """What of an event `item_schema` describes."""
    encodings: Mapping[str, Encoding] = field(default_factory=dict)
    examples: tuple[Json, ...] = ()
    pointer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """The request body of an operation."""

    contents: tuple[Content, ...]
    required: bool = False
    description: str | None = None
    rules: BodyRules = field(default_factory=BodyRules)


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """A declared header of a response."""

    wire: str
    schema: Schema
    required: bool = False
    description: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """The answers with one status, range (`2XX`) or `default`."""

    status: str
    description: str = ""
    contents: tuple[Content, ...] = ()
    headers: tuple[Header, ...] = ()
    pointer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """One call of the API."""

    key: str
    """`METHOD /path`; unique."""
    method: str
    path: str
    operation_id: str | None = None
    name: str | None = None
    """`x-specloom-name`: a call path such as `images.draw_2`, or a name."""
    exact_name: str | None = None
    """The name its owner gives it (`Draw 2`), for `invoke`."""
    tags: tuple[str, ...] = ()
    summary: str | None = None
    description: str | None = None
    deprecated: bool = False
    parameters: tuple[Parameter, ...] = ()
    body: Body | None = None
    responses: tuple[Response, ...] = ()
    security: tuple[tuple[str, ...], ...] | None = None
    """None: the document's own; `()`: none; an empty inner tuple: anonymous too."""
    servers: tuple[Server, ...] = ()
    """Only when the path or the operation has its own."""
    lifecycle: str | None = None
    """Name of the lifecycle this operation creates a job of."""
    plain: str | None = None
    """Key of its non-streaming twin."""
    twin_of: str | None = None
    """Key of the streaming form this one is the plain twin of."""
    streams: bool = False
    """The create's own answer is the event stream."""
    stream_switch: str | None = None
    """A boolean body field that turns the answer into a stream."""
    streams_too: bool = False
    """The answer comes whole or as a stream: two methods."""
    pages: Pages | None = None
    envelope: Envelope | None = None
    errors: tuple[ErrorRule, ...] = ()
    notes: tuple[str, ...] = ()
    result_summary: str | None = None
    """Text template over a result (`x-specloom-ui.summary`), else the profile's."""
    external_docs: str | None = None
    pointer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerVariable:
    """A variable in a server URL."""

    name: str
    default: str
    choices: tuple[str, ...] = ()
    description: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """A base URL with its variables."""

    url: str
    name: str | None = None
    description: str | None = None
    foreign: bool = False
    """It gets no credentials unless it is declared elsewhere too."""
    variables: tuple[ServerVariable, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SecurityScheme:
    """A way to authenticate."""

    name: str
    kind: Literal["apiKey", "basic", "bearer", "oauth2", "openIdConnect", "mutualTLS"]
    place: Literal["header", "query", "cookie"] = "header"
    wire: str = "Authorization"
    flows: tuple[str, ...] = ()
    token_url: str | None = None
    refresh_url: str | None = None
    scopes: tuple[str, ...] = ()
    description: str | None = None
    acquire: Acquire | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """A group of operations."""

    name: str
    description: str | None = None
    parent: str | None = None
    python_name: str | None = None
    """`x-specloom-name`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A named schema. `key` is what `Ref.name` holds."""

    key: str
    """Unique, stable: the component name, or a derived one for an inline schema."""
    schema: Schema
    name: str | None = None
    """`x-specloom-name`."""
    pointer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Webhook:
    """A request the API sends: its name, method and body."""

    name: str
    method: str
    contents: tuple[Content, ...] = ()
    summary: str | None = None
    description: str | None = None
    callback_of: str | None = None
    """Key of the operation whose callback it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Api:
    """Everything one document says, in a canonical order: operations by path and
    method, schemas by key, so that the order of keys in the document says nothing."""

    title: str
    version: str = ""
    description: str | None = None
    summary: str | None = None
    servers: tuple[Server, ...] = ()
    tags: tuple[Tag, ...] = ()
    operations: tuple[Operation, ...] = ()
    schemas: Mapping[str, Named] = field(default_factory=dict)
    security_schemes: tuple[SecurityScheme, ...] = ()
    security: tuple[tuple[str, ...], ...] = ()
    lifecycles: tuple[Lifecycle, ...] = ()
    lifecycle_pointers: Mapping[str, str] = field(default_factory=dict)
    """Where each lifecycle is written, for diagnostics about it."""
    profile: Profile = field(default_factory=Profile)
    package: str | None = None
    """Package name declared by `x-specloom-client`."""
    class_name: str | None = None
    envelope: Envelope | None = None
    errors: tuple[ErrorRule, ...] = ()
    webhooks: tuple[Webhook, ...] = ()

    def operation(self, key: str) -> Operation:
        """Return the operation with this key; KeyError when there is none."""
        for found in self.operations:
            if found.key == key:
                return found
        raise KeyError(key)

    def lifecycle(self, name: str) -> Lifecycle:
        """Return the lifecycle with this name; KeyError when there is none."""
        for found in self.lifecycles:
            if found.name == name:
                return found
        raise KeyError(name)

    def resolve(self, schema: Schema) -> Schema:
        """Follow references until a schema that is not one (a cycle is `Anything`)."""
        seen: set[str] = set()
        while isinstance(schema, Ref):
            if schema.name in seen or schema.name not in self.schemas:
                return Anything(meta=schema.meta)
            seen.add(schema.name)
            schema = self.schemas[schema.name].schema
        return schema
