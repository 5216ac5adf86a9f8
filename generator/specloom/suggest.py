"""Did you mean: the nearest known names, for every message about a wrong one."""

from __future__ import annotations

from collections.abc import Iterable


def nearest(word: str, known: Iterable[str], *, limit: int = 3) -> tuple[str, ...]:
    """Return the known names that look like `word`, best first."""
    from difflib import get_close_matches

    by_folded = {name.casefold(): name for name in known}
    found = get_close_matches(word.casefold(), by_folded, n=limit, cutoff=0.6)
    return tuple(by_folded[name] for name in found)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return `; did you mean ...?`, or nothing when no known name is near."""
    found = nearest(word, known)
    if not found:
        return ""
    quoted = [f"`{name}`" for name in found]
    listed = (
        quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} or {quoted[-1]}"
    )
    return f"; did you mean {listed}?"
