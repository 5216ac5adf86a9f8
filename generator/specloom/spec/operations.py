"""Paths -> operations, webhooks and callbacks; the smallest broken part is dropped."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from specloom import ir
from specloom.spec import listing, media, paging, security, servers
from specloom.spec.contents import Contents
from specloom.spec.extensions import OperationRules, operation_rules
from specloom.spec.parameters import Parameters
from specloom.spec.raw import Node, kind_of, shown
from specloom.spec.switches import switch

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
_CARRIED = {"x-oas32-query": "QUERY", "query": "QUERY"}
_MORE = ("x-oas32-additionalOperations", "additionalOperations")
_MAX_TEXT = 20_000


@dataclass(frozen=True, slots=True)
class Found:
    """One operation as written, with the path item around it."""

    method: str
    path: str
    item: Node
    node: Node


@dataclass(frozen=True, slots=True)
class Operations:
    """Reads the operations of one document."""

    contents: Contents
    schemes: frozenset[str]
    secured: bool
    """The document asks for credentials everywhere."""
    base: str | None
    """URL the document came from, for relative servers."""
    _parameters: Parameters = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_parameters", Parameters(self.contents))

    def all(self) -> tuple[ir.Operation, ...]:
        """Return every operation, by path and method."""
        found: dict[str, ir.Operation] = {}
        for written in self.written():
            operation = self._operation(written)
            if operation.key in found:
                _dropped(written.node, f"`{shown(operation.key)}` stands twice.")
            else:
                found[operation.key] = operation
        _report_same_ids(tuple(found.values()), self.contents.tree.root)
        return tuple(
            found[key] for key in sorted(found, key=lambda k: _by_path(found[k]))
        )

    def written(self) -> Iterator[Found]:
        """Yield every operation of `paths` as written."""
        for path, raw, pointer in self.contents.tree.root.child("paths").members():
            item = self.contents.tree.node(raw, pointer, what="a path item")
            if item is not None:
                for method, node in _methods(item):
                    yield Found(method, path, item, node)

    def _operation(self, found: Found) -> ir.Operation:
        node, item = found.node, found.item
        path = _path(found.path, node)
        required = security.requirements(node, self.schemes)
        needs = self.secured if required is None else any(required)
        parameters = self._parameters.of(path, item, node, secured=needs)
        rules = operation_rules(node)
        body = self._body(node, rules)
        responses = self.contents.responses(node)
        own = servers.servers(node, self.base) or servers.servers(item, self.base)
        streaming = switch(node, body, responses, self.contents.resolve)
        operation = ir.Operation(
            key=f"{found.method} {found.path}",
            method=found.method,
            path=path,
            operation_id=node.text("operationId"),
            name=rules.name,
            exact_name=rules.exact_name,
            tags=tuple(dict.fromkeys(node.texts("tags"))),
            summary=_short(node.text("summary") or item.text("summary")),
            description=_short(node.text("description") or item.text("description")),
            deprecated=node.flag("deprecated"),
            parameters=parameters,
            body=body,
            responses=responses,
            security=required,
            servers=own,
            stream_switch=streaming.field,
            streams_too=streaming.both,
            pages=rules.pages,
            envelope=rules.envelope,
            errors=rules.errors,
            notes=rules.notes,
            result_summary=rules.result_summary,
            external_docs=node.child("externalDocs").text("url"),
            pointer=node.pointer,
        )
        return self._paged(operation, node)

    def _paged(self, operation: ir.Operation, node: Node) -> ir.Operation:
        """Add how a list is paged, unless the document says it, or that it is not."""
        if operation.pages is not None or node.get("x-specloom-pages") is False:
            return operation
        resolve = self.contents.resolve
        pages = paging.imported(node, operation, resolve)
        return replace(operation, pages=pages or listing.recognised(operation, resolve))

    def _body(self, node: Node, rules: OperationRules) -> ir.Body | None:
        if node.get("requestBody") is None:
            return None
        return self.contents.body(
            node.get("requestBody"), node.at("requestBody"), rules.body
        )

    def webhooks(self) -> tuple[ir.Webhook, ...]:
        """Return the requests the API sends: webhooks by name, then callbacks."""
        root = self.contents.tree.root
        found: list[ir.Webhook] = []
        for key in ("webhooks", "x-webhooks"):
            for name, raw, pointer in root.child(key).entries():
                found += self._hooks(name, raw, pointer, None)
        for written in self.written():
            key = f"{written.method} {written.path}"
            for name, raw, pointer in written.node.child("callbacks").entries():
                callback = self.contents.tree.node(raw, pointer, what="a callback")
                for _, item, place in () if callback is None else callback.members():
                    found += self._hooks(name, item, place, key)
        return tuple(found)

    def _hooks(
        self, name: str, raw: Any, pointer: str, owner: str | None
    ) -> Iterator[ir.Webhook]:
        item = self.contents.tree.node(raw, pointer, what="a path item")
        for method, node in _methods(item) if item is not None else ():
            rules = OperationRules()
            body = self._body(node, rules)
            _tell_unmodelled(name, node, body)
            yield ir.Webhook(
                name=name,
                method=method,
                contents=() if body is None else body.contents,
                summary=node.text("summary"),
                description=node.text("description"),
                callback_of=owner,
            )


def _tell_unmodelled(name: str, node: Node, body: ir.Body | None) -> None:
    """Report what the API sends and nothing of which is read."""
    contents = () if body is None else body.contents
    if any(media.is_json(content.media_type) for content in contents):
        return
    if contents or node.get("parameters"):
        node.row(
            "SPEC101",
            f"`{shown(name)}` is sent without a JSON body, and has no model.",
            subject="other",
            severity="note",
            hint="Read the request with the web framework that receives it.",
        )


def _methods(item: Node) -> Iterator[tuple[str, Node]]:
    """Yield method and operation of a path item, in a fixed order."""
    for key, method in [*((word, word.upper()) for word in METHODS), *_CARRIED.items()]:
        if item.get(key) is not None:
            yield from _method(item, key, method)
    for carrier in _MORE:
        more = item.child(carrier)
        for name, _, _ in more.entries():
            if name.isascii() and name.replace("-", "").isalnum():
                yield from _method(more, name, name)
            else:
                _dropped(item, f"`{shown(name)}` is not a method.")


def _method(item: Node, key: str, method: str) -> Iterator[tuple[str, Node]]:
    raw = item.get(key)
    if isinstance(raw, dict):
        yield method, Node(raw, item.at(key), item.report)
    else:
        message = f"An operation is an object, found {kind_of(raw)}."
        _dropped(Node({}, item.at(key), item.report), message)


def _path(written: str, node: Node) -> str:
    """Return the path to send to: with a leading slash, without a fragment."""
    path = written.partition("#")[0].strip()
    if "://" in path.partition("{")[0]:
        path = "/" + path.partition("://")[2].partition("/")[2]
    if not path.startswith("/"):
        path = "/" + path
    if path != written:
        node.row(
            "SPEC071",
            f"The path `{shown(written)}` is read as `{shown(path)}`.",
            effect="repaired",
            subject="operation",
        )
    return path


def _by_path(operation: ir.Operation) -> tuple[str, str]:
    return (operation.key.partition(" ")[2], operation.method)


def _report_same_ids(operations: tuple[ir.Operation, ...], root: Node) -> None:
    first: dict[str, str] = {}
    for operation in operations:
        name = operation.operation_id
        if name is not None and first.setdefault(name, operation.key) != operation.key:
            root.row(
                "SPEC072",
                f"The operationId `{shown(name)}` is also that of "
                f"`{shown(first[name])}`.",
                operation.pointer + "/operationId",
                effect="none",
                subject="other",
                hint="Give one of them another; both are kept.",
            )


def _dropped(node: Node, message: str) -> None:
    node.row("SPEC070", message, effect="dropped", subject="operation")


def _short(text: str | None) -> str | None:
    return text if text is None or len(text) <= _MAX_TEXT else text[:_MAX_TEXT]
