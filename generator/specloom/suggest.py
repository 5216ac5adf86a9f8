"""Did you mean: the nearest known names, for every message about a wrong one."""

from __future__ import annotations

from collections.abc import Iterable


def nearest(word: str, known: Iterable[str], *, limit: int = 3) -> tuple[str, ...]:
    """Return the known names that begin with `word` or look like it, best first."""
    from difflib import get_close_matches

    by_folded = {name.casefold(): name for name in known}
    meant = word.casefold()
    begun = [name for name in by_folded if len(meant) > 1 and name.startswith(meant)]
    alike = get_close_matches(meant, by_folded, n=limit, cutoff=0.6)
    found = dict.fromkeys((*begun, *alike))
    return tuple(by_folded[name] for name in found)[:limit]


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
