"""`x-specloom-*` beside the lifecycle: each parsed here, into one frozen value."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, cast, get_args

from specloom.diagnostics import Report
from specloom.runtime._lifecycle import (
    Acquire,
    BodyRules,
    Category,
    Envelope,
    ErrorRule,
    FilePart,
    Pages,
    Profile,
)
from specloom.spec.fields import Fields, fields_of
from specloom.spec.raw import Node, Tree, shown
from specloom.suggest import did_you_mean

CATEGORIES: tuple[str, ...] = get_args(Category)

KNOWN = frozenset(
    {
        "x-specloom-client",
        "x-specloom-name",
        "x-specloom-exact-name",
        "x-specloom-job",
        "x-specloom-jobs",
        "x-specloom-envelope",
        "x-specloom-errors",
        "x-specloom-acquire",
        "x-specloom-pages",
        "x-specloom-body",
        "x-specloom-ui",
        "x-specloom-invalid-code",
        "x-specloom-foreign",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class OperationRules:
    """What the extensions of one operation say, its lifecycle aside."""

    name: str | None = None
    exact_name: str | None = None
    pages: Pages | None = None
    envelope: Envelope | None = None
    errors: tuple[ErrorRule, ...] = ()
    notes: tuple[str, ...] = ()
    result_summary: str | None = None
    body: BodyRules = field(default_factory=BodyRules)


@dataclass(frozen=True, slots=True, kw_only=True)
class Client:
    """What the document says about the client as a whole."""

    profile: Profile
    package: str | None = None
    class_name: str | None = None


def operation_rules(node: Node) -> OperationRules:
    """Read the extensions of one operation."""
    ui = fields_of(node, "x-specloom-ui")
    notes = () if ui is None else ui.texts("notes")
    summary = None if ui is None else ui.text("summary")
    if ui is not None:
        ui.close()
    return OperationRules(
        name=node.text("x-specloom-name"),
        exact_name=node.text("x-specloom-exact-name"),
        pages=pages(node),
        envelope=envelope(node),
        errors=errors(node),
        notes=notes,
        result_summary=summary,
        body=body(node),
    )


def envelope(node: Node) -> Envelope | None:
    """Read `x-specloom-envelope`."""
    found = fields_of(node, "x-specloom-envelope")
    if found is None:
        return None
    value = Envelope(
        success=found.text("success"),
        data=found.location("data"),
        code=found.location("code"),
        message=found.location("message"),
        request_id=found.location("request_id"),
    )
    found.close()
    return value


def errors(node: Node) -> tuple[ErrorRule, ...]:
    """Read `x-specloom-errors`: rules in order."""
    whole = Fields(node, "")
    whole.what = "operation" if node.pointer else "document"
    found = (_error_rule(rule) for rule in whole.list("x-specloom-errors"))
    return tuple(rule for rule in found if rule is not None)


def _error_rule(found: Fields) -> ErrorRule | None:
    category = found.one_of("category", CATEGORIES, None)
    retry = found.child("retry")
    message = found.text("message")
    rule = ErrorRule(
        category=cast(Category, category or "unknown"),
        status=tuple(status.upper() for status in found.texts("status")),
        code=found.texts("code"),
        message=message if message is None or _compiles(found, message) else None,
        credential=found.one_of(
            "credential", ("environment", "argument", "acquired"), None
        ),
        guidance=found.text("guidance"),
        retry_delay=retry.maybe_number("delay"),
        retry_times=retry.count("times", 0),
        stable_code=found.text("stable_code"),
    )
    retry.close()
    found.close()
    if "category" not in found:
        found.wrong("category", f"expected one of {', '.join(CATEGORIES)}")
    return rule if category is not None else None


def _compiles(found: Fields, pattern: str) -> bool:
    try:
        re.compile(pattern)
    except (re.error, RecursionError, OverflowError) as cause:
        found.wrong("message", f"not a regular expression ({cause})")
        return False
    return True


def acquire(node: Node) -> Acquire | None:
    """Read `x-specloom-acquire` of a security scheme or a parameter."""
    found = fields_of(node, "x-specloom-acquire")
    if found is None:
        return None
    call, value = found.call(), found.location("value")
    read: dict[str, Any] = {
        "expires": found.location("expires"),
        "lifetime": found.maybe_number("lifetime"),
        "keep": found.locations("keep"),
        "identity": found.text("identity"),
        "identity_env": found.text("identity_env"),
        "renew_on": found.texts("renew_on"),
        "persist": found.flag("persist", True),
    }
    found.close()
    for key, present in (("operation", call), ("value", value)):
        if not present:
            found.wrong(key, "it is required")
    return Acquire(call=call, value=value, **read) if call and value else None


def pages(node: Node) -> Pages | None:
    """Read `x-specloom-pages`; `false` says that a list is not paged."""
    if node.get("x-specloom-pages") is False:
        return None
    found = fields_of(node, "x-specloom-pages")
    if found is None:
        return None
    value = Pages(
        items=found.location("items"),
        cursor=found.location("cursor"),
        cursor_parameter=found.text("cursor_parameter"),
        last=found.text("last"),
        page_parameter=found.text("page_parameter"),
        first_page=found.count("first_page", 1),
        offset_parameter=found.text("offset_parameter"),
        next_url=found.location("next_url"),
        stop=found.text("stop"),
    )
    found.close()
    if not value.items:
        found.wrong("items", "it is required")
    return value if value.items else None


def body(node: Node) -> BodyRules:
    """Read `x-specloom-body`."""
    found = fields_of(node, "x-specloom-body")
    if found is None:
        return BodyRules()
    value = BodyRules(
        wrap=found.text("wrap"),
        empty=found.text("empty"),
        files={name: _file(part) for name, part in found.children("files")},
        urls_only=found.texts("urls_only"),
        defaults=found.mapping("defaults", lambda value, _: value),
        acquire=found.words("acquire"),
    )
    found.close()
    return value


def _file(found: Fields) -> FilePart:
    limit = found.maybe_number("max_bytes")
    part = FilePart(
        types=tuple(item.lstrip(".").lower() for item in found.texts("types")),
        max_bytes=None if limit is None else int(limit),
    )
    found.close()
    return part


def client(root: Node, title: str) -> Client:
    """Read `x-specloom-client` (info) and `x-specloom-ui` (root) into one profile."""
    info = root.child("info")
    holder = info if "x-specloom-client" in info else root
    said = fields_of(holder, "x-specloom-client")
    shown_to = fields_of(root, "x-specloom-ui")
    package = said.text("package") if said else None
    values = (_client(said) if said else {}) | (_ui(shown_to) if shown_to else {})
    values.setdefault("title", None)
    profile = Profile(
        **values | {"title": values["title"] or title, "package": package or ""}
    )
    return Client(
        profile=profile,
        package=package,
        class_name=said.text("class") if said else None,
    )


def _client(found: Fields) -> dict[str, Any]:
    found.text("package")
    found.text("class")
    values: dict[str, Any] = {
        "title": found.text("title"),
        "base_url": found.text("base_url"),
        "allowed_hosts": found.texts("allowed_hosts"),
        "credentials_env": found.locations("credentials_env"),
        "base_url_env": found.text("base_url_env"),
        "timeout_env": found.text("timeout_env"),
        "retries_env": found.text("retries_env"),
        "headers": found.words("headers"),
        "headers_env": found.words("headers_env"),
        "key_url": found.text("key_url"),
        "key_help": found.texts("key_help"),
    }
    found.close()
    return values


def _ui(found: Fields) -> dict[str, Any]:
    values: dict[str, Any] = {
        "dashboard_url": found.text("dashboard_url"),
        "recharge_url": found.text("recharge_url"),
        "pricing_url": found.text("pricing_url"),
        "credits_operation": found.text("credits_operation"),
        "notes": found.texts("notes"),
        "summary": found.text("summary"),
        "defaults_note": found.words("defaults"),
    }
    found.close()
    return values


def report_unknown(tree: Tree) -> None:
    """Report every `x-specloom-*` name that does not exist, wherever it stands."""
    for node, key in _extensions(tree.data, "", tree.report):
        if key not in KNOWN:
            message = f"There is no extension `{shown(key)}`"
            message += did_you_mean(key, KNOWN) or "."
            node.row(
                "SPEC090",
                message,
                node.at(key),
                severity="error",
                effect="none",
                subject="other",
            )


def _extensions(data: Any, pointer: str, report: Report) -> Iterator[tuple[Node, str]]:
    stack = [(data, pointer)]
    while stack:
        value, place = stack.pop()
        if isinstance(value, Mapping):
            node = Node(value, place, report)
            for key, item in value.items():
                if isinstance(key, str) and key.startswith("x-specloom"):
                    yield node, key
                elif isinstance(item, dict | list):
                    stack.append((item, node.at(key)))
        elif isinstance(value, list):
            node = Node({}, place, report)
            stack.extend(
                (item, node.at(index))
                for index, item in enumerate(value)
                if isinstance(item, dict | list)
            )
