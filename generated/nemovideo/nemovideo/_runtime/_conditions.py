"""Parse and check Arazzo simple conditions (1.0, section 4.6.11.3).

Operators are `== != < <= > >= && || !` and parentheses; text is compared in any case,
and a number equals the text that spells it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import Any, Final, TypeAlias

from ._expressions import Scope, evaluate

_MAX_CONDITION: Final = 2000


class ExpressionError(ValueError):
    """A condition that is not a simple criterion."""


Check: TypeAlias = Callable[[Scope], Any]

_TOKEN: Final = re.compile(
    r"\s*(?:(?P<op>==|!=|<=|>=|&&|\|\||[<>!()])"
    r"|(?P<number>-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.])"
    r"|'(?P<single>(?:[^']|'')*)'|\"(?P<double>[^\"]*)\""
    r"|(?P<path>\$[^\s()=!<>&|]+)|(?P<word>[A-Za-z_][\w.-]*))",
)
_WORDS: Final[Mapping[str, Any]] = {"true": True, "false": False, "null": None}


def holds(condition: str | None, scope: Scope) -> bool:
    """Whether a condition holds; no condition never does."""
    return bool(condition and compile_condition(condition)(scope))


@lru_cache(maxsize=512)
def compile_condition(condition: str) -> Check:
    """Parse a condition; raise `ExpressionError` where it is none."""
    if len(condition) > _MAX_CONDITION:
        raise ExpressionError("the condition is too long")
    tokens = _Tokens(_tokens(condition))
    try:
        check = _either(tokens)
    except RecursionError:
        raise ExpressionError("the condition is nested too deeply") from None
    if tokens.next is not None:
        raise ExpressionError(f"unexpected {tokens.next[1]!r} in {condition!r}")
    return check


class _Tokens:
    """The tokens of a condition, one looked at ahead."""

    def __init__(self, tokens: Iterator[tuple[str, str]]) -> None:
        self._rest = tokens
        self.next = next(tokens, None)

    def take(self) -> tuple[str, str]:
        if self.next is None:
            raise ExpressionError("the condition ends too early")
        token, self.next = self.next, next(self._rest, None)
        return token

    def skip(self, operator: str) -> bool:
        if self.next != ("op", operator):
            return False
        self.take()
        return True


def _tokens(condition: str) -> Iterator[tuple[str, str]]:
    position, text = 0, condition.rstrip()
    while position < len(text):
        match = _TOKEN.match(text, position)
        if match is None or match.lastgroup is None:
            raise ExpressionError(f"cannot read {text[position:]!r} in {condition!r}")
        yield match.lastgroup, match[match.lastgroup]
        position = match.end()


def _either(tokens: _Tokens) -> Check:
    arms = [_both(tokens)]
    while tokens.skip("||"):
        arms.append(_both(tokens))
    return arms[0] if len(arms) == 1 else lambda scope: any(a(scope) for a in arms)


def _both(tokens: _Tokens) -> Check:
    arms = [_comparison(tokens)]
    while tokens.skip("&&"):
        arms.append(_comparison(tokens))
    return arms[0] if len(arms) == 1 else lambda scope: all(a(scope) for a in arms)


def _comparison(tokens: _Tokens) -> Check:
    left = _operand(tokens)
    following = tokens.next
    if following is None or following[0] != "op" or following[1] not in _COMPARE:
        return left
    compare = _COMPARE[tokens.take()[1]]
    right = _operand(tokens)
    return lambda scope: compare(left(scope), right(scope))


def _operand(tokens: _Tokens) -> Check:
    kind, text = tokens.take()
    match kind, text:
        case "op", "!":
            inner = _operand(tokens)
            return lambda scope: not inner(scope)
        case "op", "(":
            inner = _either(tokens)
            if not tokens.skip(")"):
                raise ExpressionError("a parenthesis is not closed")
            return inner
        case "path", _:
            return lambda scope: evaluate(text, scope)
        case "op", _:
            raise ExpressionError(f"unexpected {text!r}")
        case _:
            value = _constant(kind, text)
            return lambda scope: value


def _constant(kind: str, text: str) -> Any:
    match kind:
        case "number":
            return float(text)
        case "single":
            return text.replace("''", "'")
        case "word":
            return _WORDS.get(text, text)
        case _:
            return text


def _comparable(value: Any) -> Any:
    """Numbers as floats where one can hold them, text folded."""
    if isinstance(value, int) and not isinstance(value, bool):
        return float(value) if abs(value) < 2**1000 else value
    return value.casefold() if isinstance(value, str) else value


def _equal(left: Any, right: Any) -> bool:
    left, right = _comparable(left), _comparable(right)
    if isinstance(left, float) != isinstance(right, float):
        left, right = _number(left), _number(right)
        return left is not None and left == right
    if isinstance(left, bool) != isinstance(right, bool):
        return str(left).lower() == str(right).lower()
    return bool(left == right)


def _number(value: Any) -> float | None:
    if isinstance(value, float):
        return value
    try:
        return float(value) if isinstance(value, str) and len(value) < 40 else None
    except ValueError:
        return None


def _ordered(test: Callable[[Any, Any], bool]) -> Callable[[Any, Any], bool]:
    def compare(left: Any, right: Any) -> bool:
        left, right = _comparable(left), _comparable(right)
        if not (isinstance(left, str) and isinstance(right, str)):
            left, right = _number(left), _number(right)
        return left is not None and right is not None and test(left, right)

    return compare


_COMPARE: Final[Mapping[str, Callable[[Any, Any], bool]]] = {
    "==": _equal,
    "!=": lambda left, right: not _equal(left, right),
    "<": _ordered(lambda left, right: left < right),
    "<=": _ordered(lambda left, right: left <= right),
    ">": _ordered(lambda left, right: left > right),
    ">=": _ordered(lambda left, right: left >= right),
}
