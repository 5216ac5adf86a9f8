"""Type expressions and their one printed form, wrapped the way a formatter would."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from specloom.python.imports import Import
from specloom.python.source import fits, pad


@dataclass(frozen=True, slots=True)
class Atom:
    """Finished text on one line: a name, a literal value, `None`."""

    text: str
    imports: tuple[Import, ...] = ()


@dataclass(frozen=True, slots=True)
class Named:
    """A type declared in the package, by the identity of its declaration."""

    name: str
    key: int


@dataclass(frozen=True, slots=True)
class Sub:
    """`head[arguments]`."""

    head: Atom
    arguments: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Call:
    """`head(arguments)`; without a head a tuple of two or more."""

    head: Atom
    arguments: tuple[str | Call, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """`a | b | c`, two arms or more, none of them an `Or`."""

    arms: tuple[Expression, ...]


Expression: TypeAlias = Atom | Named | Sub | Call | Or

NONE = Atom("None")
ANY = Atom("Any", (Import("typing", "Any"),))


def either(*arms: Expression) -> Expression:
    """Return the union of some arms: flat, without repetition, None last."""
    found: dict[Expression, None] = {}
    for arm in arms:
        found.update(dict.fromkeys(arm.arms if isinstance(arm, Or) else (arm,)))
    if ANY in found:
        return ANY
    optional = found.pop(NONE, 0) is None
    listed = (*found, *((NONE,) if optional else ()))
    return listed[0] if len(listed) == 1 else Or(listed)


def flat(found: Expression) -> str:
    """Return an expression on one line."""
    match found:
        case Atom(text):
            return text
        case Named(name):
            return name
        case Sub(head, arguments):
            return f"{head.text}[{', '.join(map(flat, arguments))}]"
        case Call(head, given):
            texts = (item if isinstance(item, str) else flat(item) for item in given)
            return f"{head.text}({', '.join(texts)})"
        case Or(arms):
            return " | ".join(map(flat, arms))


def wrapped(
    found: Expression, indent: int, column: int, tail: int, lone: bool = False
) -> str:
    """Return an expression that starts at `column`, `tail` characters to follow.

    Inside brackets a union may take a line an arm; `lone` says that it stands outside
    of any and needs parentheses to do so.
    """
    line = flat(found)
    if fits(line, column, tail):
        return line
    inner, alone = indent + 4, lone and tail == 0
    match found:
        case Sub(head) if (
            alone
            and not fits(head.text, column, 1)
            and (within := _usefully_parenthesised(found, indent, column))
        ):
            return within
        case Sub(head, (only,)):
            body = wrapped(only, inner, inner, 0)
            return f"{head.text}[\n{pad(inner)}{body}\n{pad(indent)}]"
        case Sub(head, arguments):
            rows = [wrapped(item, inner, inner, 1) for item in arguments]
            return _block(f"{head.text}[", rows, "]", indent)
        case Call(head, given) if given:
            rows = [
                item if isinstance(item, str) else wrapped(item, inner, inner, 1)
                for item in given
            ]
            return _block(f"{head.text}(", rows, ")", indent)
        case Or(arms) if lone:
            return _parenthesised(found, indent)
        case Or(arms):
            first = wrapped(arms[0], indent, column, 0)
            rows = [wrapped(arm, indent, indent + 2, 0) for arm in arms[1:-1]]
            last = wrapped(arms[-1], indent, indent + 2, tail)
            return f"\n{pad(indent)}| ".join((first, *rows, last))
        case _ if alone and (within := _usefully_parenthesised(found, indent, column)):
            return within
        case _:
            return line


def _parenthesised(found: Expression, indent: int) -> str:
    inner = indent + 4
    return f"(\n{pad(inner)}{wrapped(found, inner, inner, 0)}\n{pad(indent)})"


def _usefully_parenthesised(found: Expression, indent: int, column: int) -> str:
    """Return it in parentheses; nothing where a line of that would not fit either."""
    text = _parenthesised(found, indent)
    first, *rest = text.split("\n")
    return text if fits(first, column) and all(map(fits, rest)) else ""


def _block(
    opening: str, rows: tuple[str, ...] | list[str], closing: str, indent: int
) -> str:
    body = "".join(f"{pad(indent + 4)}{row},\n" for row in rows)
    return f"{opening}\n{body}{pad(indent)}{closing}"


def parts(found: Expression) -> Iterator[Atom | Named]:
    """Yield the atoms and the declared types of an expression."""
    match found:
        case Atom() | Named():
            yield found
        case Sub(head, arguments):
            yield head
            for item in arguments:
                yield from parts(item)
        case Call(head):
            yield head
        case Or(arms):
            for arm in arms:
                yield from parts(arm)
