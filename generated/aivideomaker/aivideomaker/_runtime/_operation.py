"""Plain values that describe one call: what the transport and the machine need.

A generated method is a typed face over one `Operation`; the command line builds the
same value from `ir` and runs the same code.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import KW_ONLY, dataclass, field, replace
from importlib import import_module
from typing import Any, Generic, Literal, TypeAlias, TypeVar

from ._lifecycle import BodyRules, Envelope, ErrorRule, Lifecycle, Pages, Profile
from ._servers import ServerSource

T_co = TypeVar("T_co", covariant=True)

FORM = "application/x-www-form-urlencoded"
MULTIPART = "multipart/form-data"

REPEATABLE = frozenset({"GET", "HEAD", "OPTIONS", "PUT", "DELETE", "QUERY", "TRACE"})
"""Methods that are safe to repeat by definition (RFC 9110, 9.2.2)."""

Place: TypeAlias = Literal["path", "query", "header", "cookie", "querystring"]
Style: TypeAlias = Literal[
    "simple",
    "label",
    "matrix",
    "form",
    "spaceDelimited",
    "pipeDelimited",
    "deepObject",
    "cookie",
]
Kind: TypeAlias = Literal["plain", "stream", "job", "pages"]
Reads: TypeAlias = Literal["json", "text", "bytes", "events", "lines", "none"]
"""How a response is read: JSON, text, a binary download, Server-Sent Events, JSON
lines, or nothing (204, HEAD)."""
EventPart: TypeAlias = Literal["data", "inner", "whole"]
"""What is typed of an event: its data; its data, which may come inside an object that
looks like an event itself; or the whole, with its name and id."""

TypeSource: TypeAlias = Callable[[], Any]
"""Returns the type (an annotation) when it is first needed."""


@dataclass(frozen=True, slots=True)
class Types:
    """Names types of a generated package without importing them.

    `Types(__name__)` in `pkg.resources.pets` gives `types("models.pets", "Pet")`, a
    `TypeSource` that imports `pkg.models.pets` on first use, wherever pkg is embedded.
    """

    module: str
    depth: int = 2
    """How many trailing parts of `module` lead to the package's root."""

    def __call__(self, module: str, name: str) -> TypeSource:
        root = self.module.rsplit(".", self.depth)[0]
        return TypeName(f"{root}.{module}", name)


@dataclass(frozen=True, slots=True)
class TypeName:
    """A type by module and name, imported on first use."""

    module: str
    name: str

    def __call__(self) -> Any:
        return getattr(import_module(self.module), self.name)


TEXT = TypeName("pydantic", "StrictStr")
INTEGER = TypeName("pydantic", "StrictInt")
NUMBER = TypeName("pydantic", "StrictFloat")
BOOLEAN = TypeName("pydantic", "StrictBool")
"""Inputs without limits, shared by all operations."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Encoding:
    """How one part of a form or multipart body is written (OpenAPI 3.1, 4.8.15)."""

    content_type: str | None = None
    style: Style | None = None
    """None: by the content type, each item of a list for itself."""
    explode: bool = True
    allow_reserved: bool = False
    file: bool = False
    """The part is a file; a list of files repeats the part."""
    text: bool = False
    """The URL of a file will do as well; a list may hold both."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """One parameter: its place and how it is written (OpenAPI 3.1, 4.8.12)."""

    wire: str
    place: Place
    style: Style = "simple"
    explode: bool = False
    required: bool = False
    allow_reserved: bool = False
    media_type: str | None = None
    """A `content` parameter: the value is encoded so, then written as text."""
    encodings: Mapping[str, Encoding] = field(default_factory=dict[str, Encoding])
    """How the fields of a whole query string are written."""
    type: TypeSource | None = None
    """None: any value; else checked before sending."""
    invalid_code: str | None = None
    """Stable code of the error when the value is refused; None: INVALID_PAYLOAD."""


def in_path(
    wire: str,
    type: TypeSource | None = None,
    *,
    style: Style = "simple",
    explode: bool = False,
    allow_reserved: bool = False,
    media_type: str | None = None,
    required: bool = True,
    invalid_code: str | None = None,
) -> Parameter:
    """Return a path parameter with the defaults of its place."""
    return Parameter(
        wire=wire,
        place="path",
        style=style,
        explode=explode,
        required=required,
        allow_reserved=allow_reserved,
        media_type=media_type,
        type=type,
        invalid_code=invalid_code,
    )


def in_query(
    wire: str,
    type: TypeSource | None = None,
    *,
    style: Style = "form",
    explode: bool = True,
    allow_reserved: bool = False,
    media_type: str | None = None,
    required: bool = False,
    invalid_code: str | None = None,
) -> Parameter:
    """Return a query parameter with the defaults of its place."""
    return Parameter(
        wire=wire,
        place="query",
        style=style,
        explode=explode,
        required=required,
        allow_reserved=allow_reserved,
        media_type=media_type,
        type=type,
        invalid_code=invalid_code,
    )


def in_header(
    wire: str,
    type: TypeSource | None = None,
    *,
    explode: bool = False,
    media_type: str | None = None,
    required: bool = False,
    invalid_code: str | None = None,
) -> Parameter:
    """Return a header parameter with the defaults of its place."""
    return Parameter(
        wire=wire,
        place="header",
        explode=explode,
        required=required,
        media_type=media_type,
        type=type,
        invalid_code=invalid_code,
    )


def in_cookie(
    wire: str,
    type: TypeSource | None = None,
    *,
    style: Style = "form",
    explode: bool = True,
    allow_reserved: bool = False,
    media_type: str | None = None,
    required: bool = False,
    invalid_code: str | None = None,
) -> Parameter:
    """Return a cookie parameter with the defaults of its place."""
    return Parameter(
        wire=wire,
        place="cookie",
        style=style,
        explode=explode,
        required=required,
        allow_reserved=allow_reserved,
        media_type=media_type,
        type=type,
        invalid_code=invalid_code,
    )


def alike(encoding: Encoding, names: str) -> dict[str, Encoding]:
    """Return the encodings of parts that are written alike; names between spaces."""
    return dict.fromkeys(names.split(), encoding)


def wires(text: str) -> tuple[str, ...]:
    """Return wire names between spaces."""
    return tuple(text.split())


@dataclass(frozen=True, slots=True)
class Body:
    """A request body in one media type."""

    type: TypeSource | None = None
    """The annotation checked before sending; None: any value."""
    _: KW_ONLY
    media_type: str = "application/json"
    required: bool = False
    encodings: Mapping[str, Encoding] = field(default_factory=dict[str, Encoding])
    also: tuple[str, ...] = ()
    """Media types that files may have as well; the name of a file says which."""
    rules: BodyRules = field(default_factory=BodyRules)
    defaults: Mapping[str, Any] = field(default_factory=dict[str, Any])
    """Fields always sent with a fixed value (the `stream` switch of a body)."""
    fields: tuple[str, ...] = ()
    """The fields it takes, where the operation has another body: what is given says
    which of them is sent."""


@dataclass(frozen=True, slots=True)
class Response:
    """How the answers with some status are read."""

    status: str
    """`200`, `2XX` or `default`; several between spaces: `400 404 5XX`."""
    type: TypeSource | None = None
    """The annotation of the value, of one event or of one line; None: as it comes."""
    _: KW_ONLY
    media_type: str | None = None
    reads: Reads = "json"
    event: EventPart = "data"
    headers: TypeSource | None = None
    """The model of its headers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation(Generic[T_co]):
    """What the runtime needs to know about one call; `T_co` is the result."""

    key: str
    """`METHOD /path`, unique in a document."""
    method: str = ""
    """Empty: as the key says."""
    path: str = ""
    """Template below the base URL: `/pets/{petId}`; empty: as the key says."""
    name: str = ""
    """operationId; empty: the key."""
    kind: Kind = "plain"
    parameters: tuple[Parameter, ...] = ()
    bodies: tuple[Body, ...] = ()
    """The first is the default; others are chosen by media type."""
    responses: tuple[Response, ...] = ()
    """Successes first, then typed error bodies."""
    accept: str | None = None
    security: tuple[tuple[str, ...], ...] | None = None
    """OR of ANDs of scheme names; None: the document's own; `()`: none needed;
    an empty inner tuple: anonymous is allowed."""
    server: ServerSource | None = None
    """The server of this operation alone, when it has one."""
    result: TypeSource | None = None
    """Type of a job's result, of a page's item, of a stream's event; None: as it comes.
    A plain call reads the type of the response that came."""
    lifecycle: str | None = None
    """Name of the lifecycle that this create starts."""
    plain: str | None = None
    """Key of the non-streaming twin."""
    concrete: tuple[str, ...] = ()
    """Keys of operations without path parameters whose paths this template fits too:
    they go before it."""
    streams: bool = False
    """The create answers with the event stream."""
    pages: Pages | None = None
    envelope: Envelope | None = None
    errors: tuple[ErrorRule, ...] = ()
    idempotent: bool = False
    """Safe to repeat: GET, HEAD, OPTIONS, PUT, DELETE, QUERY or declared so."""
    summary: str = ""
    result_summary: str | None = None
    """A text template over a result; None: the profile's."""

    def __post_init__(self) -> None:
        method, _, path = self.key.partition(" ")
        fill = object.__setattr__  # the way a frozen dataclass fills its own fields
        fill(self, "method", self.method or method)
        fill(self, "path", self.path or path)
        fill(self, "name", self.name or self.key)
        if self.lifecycle is not None and self.kind == "plain":
            fill(self, "kind", "job")
        if self.streams and self.accept is None:
            fill(self, "accept", "text/event-stream")
        fill(self, "idempotent", self.idempotent or self.method in REPEATABLE)

    def twin(
        self, *, name: str = "", responses: tuple[Response, ...] = ()
    ) -> Operation[T_co]:
        """Return the plain form of a streaming create: the same call, polled."""
        return replace(
            self,
            key=self.plain or self.key,
            method="",
            path="",
            name=name,
            responses=responses,
            accept=None,
            plain=None,
            streams=False,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheme:
    """A security scheme as the runtime applies it."""

    name: str
    kind: Literal["apiKey", "basic", "bearer", "oauth2", "openIdConnect", "mutualTLS"]
    place: Literal["header", "query", "cookie"] = "header"
    wire: str = "Authorization"
    prefix: str = ""
    """`Bearer ` for bearer tokens."""
    token_url: str | None = None
    refresh_url: str | None = None
    scopes: tuple[str, ...] = ()
    acquire: Any = None
    """`Acquire` when the value is obtained by an operation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """What all operations of one document share. Printed once per package."""

    profile: Profile = field(default_factory=Profile)
    version: str = "0"
    """Version of the document, for the user agent."""
    servers: tuple[ServerSource, ...] = ()
    """The first is used where no other is chosen."""
    own_servers: tuple[ServerSource, ...] = ()
    """Those that only some operations have."""
    schemes: tuple[Scheme, ...] = ()
    security: tuple[tuple[str, ...], ...] = ()
    envelope: Envelope | None = None
    errors: tuple[ErrorRule, ...] = ()
    lifecycles: tuple[Lifecycle, ...] = ()
    acquired: Mapping[str, Any] = field(default_factory=dict[str, Any])
    """Wire name of a parameter -> `Acquire`, for values such as a session."""


Find: TypeAlias = "Callable[[str], Operation[Any]]"
"""Resolves an operation by key, call path, operationId or exact name; KeyError."""
