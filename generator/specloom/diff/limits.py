"""Two schemas of one kind: which values within it are still allowed."""

from __future__ import annotations

from collections.abc import Iterator

from specloom import ir

from .change import LIMITS, Change
from .place import Place


def limits(old: ir.Schema, new: ir.Schema, place: Place) -> Iterator[Change]:
    """Yield what changed in bounds, multiples, uniqueness and patterns."""
    for limit, name in LIMITS.items():
        was, now = getattr(old, name, None), getattr(new, name, None)
        if was != now:
            yield _bound(limit, name, was, now, place)
    yield from _multiple(old, new, place)
    yield from _unique(old, new, place)
    yield from _pattern(old, new, place)


def _bound(
    limit: str,
    name: str,
    was: float | None,
    now: float | None,
    place: Place,
) -> Change:
    if was is None:
        return place.own(f"{limit}-set", f"{name} is {now} now")
    if now is None:
        return place.own(f"{limit}-unset", f"{name} was {was}, is not limited now")
    word = "increased" if now > was else "decreased"
    return place.own(f"{limit}-{word}", f"{name} was {was}, is {now}")


def _multiple(old: ir.Schema, new: ir.Schema, place: Place) -> Iterator[Change]:
    was, now = getattr(old, "multiple_of", None), getattr(new, "multiple_of", None)
    if was == now:
        return
    if was is None:
        yield place.own("multiple-of-set", f"it must be a multiple of {now} now")
    elif now is None:
        text = f"it need not be a multiple of {was} any more"
        yield place.own("multiple-of-unset", text)
    else:
        text = f"it was a multiple of {was}, is one of {now}"
        yield place.own("multiple-of-changed", text)


def _unique(old: ir.Schema, new: ir.Schema, place: Place) -> Iterator[Change]:
    was, now = getattr(old, "unique", False), getattr(new, "unique", False)
    if now and not was:
        yield place.own("unique-items-set", "no item may occur twice now")
    if was and not now:
        yield place.own("unique-items-unset", "items may occur twice now")


def _pattern(old: ir.Schema, new: ir.Schema, place: Place) -> Iterator[Change]:
    was, now = getattr(old, "pattern", None), getattr(new, "pattern", None)
    if was == now:
        return
    if was is None:
        yield place.own("pattern-added", f"the text must match {now!r} now")
    elif now is None:
        yield place.own("pattern-removed", f"the text need not match {was!r} any more")
    else:
        yield place.own("pattern-changed", f"the pattern was {was!r}, is {now!r}")
