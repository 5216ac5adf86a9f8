"""What templates print: finished strings, grouped by file. Nothing here is computed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodView:
    """One method of one flavour."""

    head: str
    """`def name(self, pet_id: str) -> Pet:`, flat or exploded."""
    docstring: str
    """With its quotes, indented but for the first line."""
    body: str
    """One `return` statement, indented but for the first line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildView:
    """A resource held by a client or by another resource."""

    head: str
    """`def pets(self) -> Pets:`, flat or exploded."""
    class_name: str
    docstring: str
    load: str
    """The import statement inside the property."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FlavourView:
    """One class, sync or async: of a client or of a resource."""

    class_name: str
    base: str
    """`Core` or `AsyncCore`."""
    docstring: str
    resources: tuple[ChildView, ...]
    methods: tuple[MethodView, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ResourceView:
    """One module of resources/."""

    module: str
    docstring: str
    imports: str
    """Imports needed at run time, a block ready to print."""
    type_imports: str
    """Imports for type checkers only, indented."""
    aliases: tuple[str, ...]
    """Aliases for type checkers only, indented."""
    types: bool
    """The constants name types."""
    constants: tuple[str, ...]
    flavours: tuple[FlavourView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientView:
    """The two clients of a package."""

    imports: str
    """Imports of resource classes, for type checkers only; indented."""
    resources: bool
    several_servers: bool
    server_variables: bool
    flavours: tuple[FlavourView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceView:
    """What `_service.py` holds."""

    imports: str
    constant: str
    places: str
    """The mapping from every name of an operation to module and constant."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """One public name of the package and the module that has it."""

    name: str
    module: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Readme:
    """What the README of a client shows."""

    title: str
    summary: str
    package: str
    distribution: str
    class_name: str
    example: str
    async_example: str
    is_job: bool
    credentials: tuple[str, ...]
    """Environment variables, in order."""
    servers: tuple[str, ...]
    """Those of the document, where there is a choice."""
    key_url: str | None
    key_help: tuple[str, ...]
    operations: tuple[str, ...]
    """Rows of a table, ready to print."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiverView:
    """One function that reads what the API sends."""

    constant: str
    located: str
    """Where its type is, as an expression."""
    head: str
    docstring: str
    type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WebhooksView:
    """The module that receives webhooks and callbacks."""

    docstring: str
    imports: str
    type_imports: str
    """For type checkers only; indented."""
    name: str
    """The type of any webhook's event; empty where there are only callbacks."""
    receivers: tuple[ReceiverView, ...]
    """That of webhooks first."""
    exports: Mapping[str, str]
    """Public name -> module."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """Everything `render` needs to write one client."""

    name: str
    distribution: str
    version: str
    layout: str
    """`project`, or `package` for the package folder alone."""
    docstring: str
    description: str
    """A TOML string, quoted."""
    exports: tuple[Export, ...]
    export_imports: str
    """Imports that export, for type checkers only; indented."""
    client: ClientView
    service: ServiceView
    resources: tuple[ResourceView, ...]
    types: tuple[TypeModule, ...]
    manifest: str
    """JSON text of the manifest without the hashes of files."""
    payloads: tuple[tuple[str, str], ...]
    """Path below payloads/ and JSON text."""
    readme: Readme
    webhooks: WebhooksView | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldView:
    """One field of a class of types."""

    declaration: str
    """`name: annotation = default`, indented but for the first line."""
    docstring: str
    """What is said about it, with its quotes; empty: nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassView:
    """A response model, or a TypedDict of requests."""

    name: str
    bases: tuple[str, ...] = ()
    """The classes of its module that it extends."""
    decorators: tuple[str, ...]
    docstring: str
    """With its quotes; empty: none."""
    fields: tuple[FieldView, ...]
    extras: str
    """The type of fields beside the named ones, indented but for the first line;
    empty: any."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementView:
    """An alias, a constant or a TypedDict in functional form."""

    text: str
    docstring: str
    """With its quotes; empty: none."""
    calls: tuple[str, ...] = ()
    """What is applied to a TypedDict afterwards."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeModule:
    """One module of models/ or params/."""

    module: str
    """Counted from the package's root: `models.pets`."""
    docstring: str
    imports: str
    type_imports: str
    """Imports of types of other modules, for type checkers, indented."""
    edges: tuple[str, ...]
    """What stands for these types at run time."""
    leading: tuple[StatementView, ...]
    """Recursive aliases: their text is a string, and checkers want them first."""
    classes: tuple[ClassView, ...]
    statements: tuple[StatementView, ...]
