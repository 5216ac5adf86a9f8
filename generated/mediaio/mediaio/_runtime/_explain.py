"""Say in plain words what is wrong with a value: field, expected, actual.

A union is refused with the errors of all its arms; of these only what helps is told:
what the arm says that was meant, else what all of them would take.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from pydantic import ValidationError

from ._adapters import adapter
from ._errors import Issue
from ._values import is_array, is_mapping

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

UNKNOWN = "a field the document does not name"
FOREIGN = "a field that goes with others"
"""A field of another variant than the one the rest belongs to."""
_OR = " or "

_Arm: TypeAlias = "list[_Found]"


@dataclass(frozen=True, slots=True)
class _Found:
    """One thing that is wrong, by which rule, and how deep in the value."""

    issue: Issue
    rule: str
    depth: int

    def is_whole(self, place: int) -> bool:
        """Whether the value of a union at this depth is of another kind altogether."""
        kinds = (*_KINDS, "literal_error", "union_tag_invalid", "union_tag_not_found")
        return self.depth == place and self.rule in kinds


class Choice(Issue):
    """An issue about the first of some fields, of which one is missing."""

    others: tuple[str, ...] = ()


def fields_of(issue: Issue) -> tuple[str, ...]:
    """Return the fields of which any one would mend an issue."""
    others = issue.others if isinstance(issue, Choice) else ()
    return (issue.field, *others)


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
    arms: dict[tuple[Any, ...], _Arm] = {}
    for item in found:
        path, labels = _path(item["loc"], value, item["type"])
        issue = _issue(_joined(where, path), item)
        arm = _own(arms, labels, issue)
        arm.append(_Found(issue, item["type"], len(path)))
    return list(dict.fromkeys(_best(arms)))


def _own(
    arms: dict[tuple[Any, ...], _Arm], labels: tuple[Any, ...], issue: Issue
) -> _Arm:
    """Return the arm an issue belongs to; two of one label refuse the same field."""
    arm = arms.setdefault(labels, [])
    while labels and any(found.issue.field == issue.field for found in arm):
        labels = (*labels, ("again",))
        arm = arms.setdefault(labels, [])
    return arm


def _path(
    loc: Sequence[Any], value: Any, rule: str
) -> tuple[list[Any], tuple[Any, ...]]:
    """Split a location into keys of the value and labels of union arms, with places.

    A key that is not there ends the location of an error about what is missing.
    """
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
        elif index == last and rule == "missing":
            path.append(part)
        else:
            labels.append((tuple(path), part))
    return path, tuple(labels)


def _joined(where: str, path: Sequence[Any]) -> str:
    text = where
    for part in path:
        if isinstance(part, int):
            text += f"[{part}]"
        else:
            text += f".{part}" if text else str(part)
    return text or "body"


def _best(arms: Mapping[tuple[Any, ...], _Arm]) -> list[Issue]:
    """Return the issues of the arm that fits best, and all outside of unions."""
    plain = [found.issue for found in arms.get((), [])]
    unions: dict[Any, list[_Arm]] = {}
    for labels, found in arms.items():
        if labels:
            unions.setdefault(labels[0][0], []).append(found)
    for path, options in unions.items():
        plain += _of_union(_meant(options, len(path)), len(path))
    return plain


def _meant(options: list[_Arm], place: int) -> list[_Arm]:
    """Leave out the arms that cannot be meant: other tags, values of other kinds."""
    claimed = [arm for arm in options if arm[0].rule != _OTHER] or options
    inside = [arm for arm in claimed if len(arm) > 1 or not arm[0].is_whole(place)]
    return inside or claimed


def _of_union(options: list[_Arm], place: int) -> list[Issue]:
    tags = [found for arm in options for found in arm if found.rule == "literal_error"]
    if tags and all(any(f.rule == "literal_error" for f in arm) for arm in options):
        return _merged([found.issue for found in tags])
    foreign = _foreign(options)
    least = min(_wrong_tags(arm, place) for arm in options)
    options = [arm for arm in options if _wrong_tags(arm, place) == least]
    if all(len(arm) == 1 for arm in options):
        if all(arm[0].rule == "missing" for arm in options):
            return [_either([arm[0].issue for arm in options])]
        best = _merged([arm[0].issue for arm in options])
    else:
        best = [found.issue for found in min(options, key=len)]
    return [foreign.get(issue, issue) for issue in best]


def _either(issues: list[Issue]) -> Issue:
    """Return one issue for fields of which any will do: it is about the first."""
    first, *others = dict.fromkeys(issue.field for issue in issues)
    if not others:
        return issues[0]
    found = Choice(first, f"a value, or one for {_OR.join(others)}", "nothing")
    found.others = tuple(others)
    return found


def _wrong_tags(arm: _Arm, place: int) -> int:
    """Count the literals of a single value inside it that speak against an arm."""
    return sum(
        found.rule == "literal_error"
        and found.depth > place
        and _OR not in found.issue.expected
        for found in arm
    )


def _foreign(options: list[_Arm]) -> dict[Issue, Issue]:
    """Return the unknown fields that another arm knows, and how to tell of them."""
    issues = [{found.issue for found in arm} for arm in options]
    unknown = [{issue for issue in arm if issue.actual == UNKNOWN} for arm in issues]
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
    choices = (set(i.expected.replace(_OR, ", ").split(", ")) for i in (issue, other))
    mine, theirs = choices
    return other.actual == UNKNOWN or theirs <= mine


_OTHER = "other_variant"
"""The rule of an arm whose tag the value does not have."""
_KINDS = {
    "string_type": "text",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "bool_type": "true or false",
    "list_type": "a list",
    "is_instance_of": "a list",
    "sequence_str": "a list",
    "dict_type": "an object",
    "mapping_type": "an object",
    "model_attributes_type": "an object",
    "none_required": "null",
}
_EXPECTED = {
    **_KINDS,
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
    "union_tag_invalid": "one of {expected_tags} as {discriminator}",
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
    if kind == "union_tag_invalid":
        return Issue(field, expected, described(_tag_of(value, context)))
    if kind == "is_instance_of" and context.get("class") not in (None, "Sequence"):
        return Issue(field, f"an instance of {context['class']}", described(value))
    if kind in ("string_too_short", "string_too_long") and isinstance(value, str):
        return Issue(field, expected, f"{len(value)} characters")
    if kind in ("too_short", "too_long") and is_mapping(value):
        return Issue(field, expected.replace("items", "fields"), described(value))
    if kind in ("too_short", "too_long") and "actual_length" in context:
        return Issue(field, expected, f"{context['actual_length']} items")
    return Issue(field, expected, described(value))


def _tag_of(value: Any, context: Mapping[str, Any]) -> Any:
    """Return the value that leads to no arm, as it was given."""
    name = str(context.get("discriminator", "")).strip("'")
    return value[name] if is_mapping(value) and name in value else context.get("tag")


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
