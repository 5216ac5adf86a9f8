"""Check arguments before they are sent, with the types the document gives them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from ._choice import chosen_body
from ._errors import InvalidPayloadError, Issue
from ._explain import FOREIGN, UNKNOWN, described, fields_of, issues_of
from ._omit import OMIT, Omit
from ._request import given
from ._values import is_array, is_mapping

if TYPE_CHECKING:
    from ._operation import Body, Operation, Parameter
    from ._options import Arguments


def check(
    operation: Operation[Any],
    arguments: Arguments,
    *,
    allow_unknown: bool = False,
    supplied: frozenset[str] = frozenset(),
) -> None:
    """Raise InvalidPayloadError that names every field which breaks the document.

    `allow_unknown` lets fields pass that the document does not name; `supplied` are
    fields that are added later (`header.Idempotency-Key`, `body.id`), in any case.
    """
    issues: list[Issue] = []
    code: str | None = None
    for parameter in operation.parameters:
        found = _parameter_issues(parameter, arguments)
        issues += found
        if found and code is None:
            code = parameter.invalid_code
    issues += _unknown_parameters(operation, arguments)
    body = chosen_body(operation, arguments)
    if body is not None:
        found = _body_issues(body, arguments)
        issues += [_of_other(issue, body, operation.bodies) for issue in found]
    elif is_mapping(arguments.body):
        issues += [
            Issue(str(name), "no such field", UNKNOWN) for name in arguments.body
        ]
    elif not isinstance(arguments.body, Omit):
        issues.append(Issue("body", "no body", described(arguments.body)))
    if supplied:
        issues = [issue for issue in issues if not _is_supplied(issue, supplied)]
    if allow_unknown:
        issues = [issue for issue in issues if issue.actual not in (UNKNOWN, FOREIGN)]
    if issues:
        raise InvalidPayloadError(issues=tuple(issues), code=code or "INVALID_PAYLOAD")


def _is_supplied(issue: Issue, supplied: frozenset[str]) -> bool:
    names = {name.lower() for name in supplied}
    return issue.actual == "nothing" and any(
        not names.isdisjoint((field, f"body.{field}"))
        for field in map(str.lower, fields_of(issue))
    )


def _parameter_issues(parameter: Parameter, arguments: Arguments) -> list[Issue]:
    place = "query" if parameter.place == "querystring" else parameter.place
    value = getattr(arguments, place).get(parameter.wire, OMIT)
    where = f"{place}.{parameter.wire}"
    if isinstance(value, Omit):
        if parameter.required:
            return [Issue(where, "a value", "nothing")]
        return []
    if parameter.type is None:
        return []
    return issues_of(parameter.type(), value, where)


def _unknown_parameters(
    operation: Operation[Any],
    arguments: Arguments,
) -> list[Issue]:
    known = {(item.place, item.wire) for item in operation.parameters}
    path = {name for place, name in known if place == "path"}
    unknown = [name for name in arguments.path if name not in path]
    templated = [name for name in unknown if f"{{{name}}}" not in operation.path]
    return [Issue(f"path.{name}", "no such parameter", UNKNOWN) for name in templated]


def _body_issues(body: Body, arguments: Arguments) -> list[Issue]:
    value = arguments.body
    if isinstance(value, Omit):
        if not body.required or arguments.options.extra_body or body.defaults:
            return []
        value = _EMPTY
        if body.type is None or _is_no_object(body.type()):
            return [Issue("body", "a value", "nothing")]
    if is_mapping(value):
        value = given(value)
        if not value and not body.required:
            return []
    issues = [] if body.type is None else issues_of(body.type(), value, "")
    if is_mapping(value):
        issues += _local_paths(body, value)
        extra = arguments.options.extra_body or {}
        sent = {*body.defaults, *extra, *body.rules.defaults, *body.rules.acquire}
        issues = [issue for issue in issues if not _is_sent(issue, sent)]
    return issues


def _of_other(issue: Issue, body: Body, bodies: Sequence[Body]) -> Issue:
    """Tell of a field that only another body of the operation has."""
    elsewhere = any(issue.field in other.fields for other in bodies)
    if issue.actual != UNKNOWN or not elsewhere:
        return issue
    return Issue(issue.field, f"no such field in {body.media_type}", FOREIGN)


def _is_sent(issue: Issue, sent: set[str]) -> bool:
    return issue.actual == "nothing" and not sent.isdisjoint(fields_of(issue))


_EMPTY: Final[Mapping[str, Any]] = {}


def _is_no_object(of: Any) -> bool:
    """Whether a body of no fields is wrong as a whole, not for want of a field."""
    return any(issue.field == "body" for issue in issues_of(of, _EMPTY, ""))


def _local_paths(body: Body, value: Mapping[str, Any]) -> list[Issue]:
    """Fields that take public URLs only."""
    found: list[Issue] = []
    for name in body.rules.urls_only:
        items = value.get(name)
        for item in items if is_array(items) else [items]:
            if isinstance(item, str) and item[:8].lower().startswith(_WEB):
                continue
            if item is not None:
                found.append(Issue(name, "a public http(s) URL", described(item)))
    return found


_WEB = ("https://", "http://")
