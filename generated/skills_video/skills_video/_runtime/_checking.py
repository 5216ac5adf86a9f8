"""Check arguments before they are sent, with the types the document gives them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from pydantic import ValidationError

from ._adapters import adapter
from ._errors import InvalidPayloadError, Issue
from ._omit import OMIT, Omit
from ._request import chosen_body, given
from ._values import is_array, is_mapping

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

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
        issues += _body_issues(body, arguments)
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
    field = issue.field.lower()
    return issue.actual == "nothing" and (field in names or f"body.{field}" in names)


UNKNOWN = "a field the document does not name"
FOREIGN = "a field that goes with others"
"""A field of another variant than the one the rest belongs to."""


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
        issues = [i for i in issues if i.field not in sent or i.actual != "nothing"]
    return issues


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


def issues_of(of: Any, value: Any, where: str) -> list[Issue]:
    """Return what is wrong with a value, by field, in plain words."""
    try:
        adapter(of).validate_python(value)
    except ValidationError as error:
        found = error.errors(include_url=False)
    except RecursionError:
        return [Issue(where or "body", "a value that is not nested so deeply", "")]
    else:
        return []
    arms: dict[tuple[Any, ...], list[tuple[Issue, str]]] = {}
    for item in found:
        path, labels = _path(item["loc"], value)
        issue = _issue(_joined(where, path), item)
        arms.setdefault(labels, []).append((issue, item["type"]))
    return list(dict.fromkeys(_best(arms)))


def _path(loc: Sequence[Any], value: Any) -> tuple[list[Any], tuple[Any, ...]]:
    """Split a location into keys of the value and labels of union arms."""
    path: list[Any] = []
    labels: list[Any] = []
    last = len(loc) - 1
    for index, part in enumerate(loc):
        if is_mapping(value) and part in value:
            value = value[part]
            path.append(part)
        elif isinstance(part, int) and is_array(value):
            value = value[part] if part < len(value) else None
            path.append(part)
        elif index == last and is_mapping(value) and _is_key(part):
            path.append(part)
        else:
            labels.append((index, part))
    return path, tuple(labels)


def _is_key(part: Any) -> bool:
    return isinstance(part, str) and not part.endswith(("]", ")"))


def _joined(where: str, path: Sequence[Any]) -> str:
    text = where
    for part in path:
        if isinstance(part, int):
            text += f"[{part}]"
        else:
            text += f".{part}" if text else str(part)
    return text or "body"


def _best(arms: dict[tuple[Any, ...], list[tuple[Issue, str]]]) -> list[Issue]:
    """Return the issues of the arm that fits best, and all outside of unions."""
    plain = [issue for issue, _ in arms.get((), [])]
    unions: dict[Any, list[list[tuple[Issue, str]]]] = {}
    for labels, found in arms.items():
        if labels:
            unions.setdefault(labels[0][0], []).append(found)
    for options in unions.values():
        tags = [(i, k) for found in options for i, k in found if k == "literal_error"]
        if tags and all(any(k == "literal_error" for _, k in o) for o in options):
            plain += _merged([issue for issue, _ in tags])
            continue
        foreign = _foreign(options)
        if all(len(option) == 1 for option in options):
            best = _merged([option[0][0] for option in options])
        else:
            best = [issue for issue, _ in min(options, key=_distance)]
        plain += [foreign.get(issue, issue) for issue in best]
    return plain


def _distance(found: list[tuple[Issue, str]]) -> tuple[int, int]:
    """Count what speaks against an arm: first tags, literals of a single value."""
    tags = sum(
        kind == "literal_error" and " or " not in i.expected for i, kind in found
    )
    return tags, len(found)


def _foreign(options: list[list[tuple[Issue, str]]]) -> dict[Issue, Issue]:
    """Return the unknown fields that another arm knows, and how to tell of them."""
    unknown = [{issue for issue, _ in o if issue.actual == UNKNOWN} for o in options]
    return {
        issue: Issue(issue.field, "no such field beside the others", FOREIGN)
        for issue in set[Issue]().union(*unknown)
        if not all(issue in found for found in unknown)
    }


def _merged(issues: list[Issue]) -> list[Issue]:
    """Join the expectations of several arms about the same field."""
    found: dict[str, Issue] = {}
    for issue in issues:
        known = found.get(issue.field)
        if known is None or _covers(issue, known):
            found[issue.field] = issue
        elif not _covers(known, issue):
            expected = f"{known.expected} or {issue.expected}"
            found[issue.field] = known._replace(expected=expected)
    return list(found.values())


def _covers(issue: Issue, other: Issue) -> bool:
    """Whether an issue says all that another does, or that one knows no such field."""
    choices = (
        set(i.expected.replace(" or ", ", ").split(", ")) for i in (issue, other)
    )
    mine, theirs = choices
    return other.actual == UNKNOWN or theirs <= mine


_EXPECTED = {
    "string_type": "text",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "bool_type": "true or false",
    "list_type": "a list",
    "sequence_str": "a list",
    "dict_type": "an object",
    "none_required": "null",
    "missing": "a value",
    "finite_number": "a finite number",
    "bytes_type": "bytes",
    "greater_than_equal": "at least {ge}",
    "greater_than": "more than {gt}",
    "less_than_equal": "at most {le}",
    "less_than": "less than {lt}",
    "multiple_of": "a multiple of {multiple_of}",
    "string_too_short": "at least {min_length} characters",
    "string_too_long": "at most {max_length} characters",
    "too_short": "at least {min_length} items",
    "too_long": "at most {max_length} items",
    "string_pattern_mismatch": "text that matches {pattern}",
    "literal_error": "{expected}",
    "enum": "{expected}",
    "union_tag_invalid": "one of {expected_tags} in {discriminator}",
    "union_tag_not_found": "an object with {discriminator}",
    "rule": "{rule}",
}


def _issue(field: str, error: ErrorDetails) -> Issue:
    kind, value, context = error["type"], error["input"], error.get("ctx", {})
    if kind == "extra_forbidden":
        return Issue(field, "no such field", UNKNOWN)
    template = _EXPECTED.get(kind)
    if template is None:
        text = error["msg"]
        expected = text.removeprefix("Input should be ").removeprefix("Value error, ")
    else:
        expected = template.format_map({k: str(v) for k, v in context.items()})
    if kind == "missing":
        return Issue(field, expected, "nothing")
    if kind in ("string_too_short", "string_too_long") and isinstance(value, str):
        return Issue(field, expected, f"{len(value)} characters")
    if kind in ("too_short", "too_long") and is_mapping(value):
        return Issue(field, expected.replace("items", "fields"), described(value))
    if kind in ("too_short", "too_long") and "actual_length" in context:
        return Issue(field, expected, f"{context['actual_length']} items")
    return Issue(field, expected, described(value))


def described(value: Any) -> str:
    """Say what a value is, shortly."""
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case int() | float():
            return f"{value!r:.40}"
        case str():
            shown = value if len(value) <= 60 else f"{value[:57]}..."
            return repr(shown)
        case _ if is_mapping(value):
            return f"an object with {len(value)} fields"
        case _ if is_array(value):
            return f"a list of {len(value)}"
        case bytes():
            return f"{len(value)} bytes"
        case _:
            return f"a {type(value).__name__}"
