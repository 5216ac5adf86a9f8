"""Change a document at random places the way people and tools break them."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from random import Random
from typing import Any, Final

from specloom.location import join

ODD_TEXTS: Final = (
    *("", " ", "class", "None", "self", "_", "__init__", "1st", "é", "名前", "a-b.c/d"),
    *('"""', "'", "\\", "{x}", "%s", "a\nb", "\u2028", "#", "$", "x" * 130),
    *("string", "array", "null", "object", "integer", "2020-01-01", "9" * 30),
    *("model_", "model_config", "copy", "json", "list", "str", "Any", "TYPE_CHECKING"),
)
ODD_VALUES: Final = (
    *(None, True, False, 0, -1, 1, 2**70, 0.5, 1e308, [], {}, [[]], [None], {"": {}}),
    *({"type": "string"}, {"$ref": "#"}, {"$ref": "#/nowhere"}, ["a", 1, None]),
)


class Place:
    """A member of an object or an item of a list, where it can be changed."""

    def __init__(self, holder: Any, key: Any, pointer: str) -> None:
        self.holder = holder
        self.key = key
        self.pointer = pointer

    @property
    def value(self) -> Any:
        """What stands there."""
        return self.holder[self.key]

    @value.setter
    def value(self, new: Any) -> None:
        self.holder[self.key] = new


def mutated(document: Any, dice: Random, times: int) -> Any:
    """Return a copy of the document with some random changes."""
    data = copy.deepcopy(document)
    for _ in range(times):
        places = list(walk(data, ""))
        if not places:
            break
        _CHANGES[dice.randrange(len(_CHANGES))](dice.choice(places), dice, places)
    return data


def walk(value: Any, pointer: str) -> Iterator[Place]:
    """Yield every place below a value."""
    if isinstance(value, dict):
        pairs = list(value.items())
    elif isinstance(value, list):
        pairs = list(enumerate(value))
    else:
        return
    for key, inner in pairs:
        below = join(pointer, str(key))
        yield Place(value, key, below)
        yield from walk(inner, below)


def _delete(place: Place, dice: Random, places: list[Place]) -> None:
    del place.holder[place.key]


def _swap(place: Place, dice: Random, places: list[Place]) -> None:
    siblings = [item for item in places if item.holder is place.holder]
    other = dice.choice(siblings)
    place.value, other.value = other.value, place.value


def _graft(place: Place, dice: Random, places: list[Place]) -> None:
    place.value = copy.deepcopy(dice.choice(places).value)


def _retype(place: Place, dice: Random, places: list[Place]) -> None:
    place.value = copy.deepcopy(dice.choice(ODD_VALUES))


def _text(place: Place, dice: Random, places: list[Place]) -> None:
    place.value = dice.choice(ODD_TEXTS)


def _rename(place: Place, dice: Random, places: list[Place]) -> None:
    if isinstance(place.holder, dict):
        new = dice.choice([_typo(str(place.key), dice), dice.choice(ODD_TEXTS)])
        place.holder[new] = place.holder.pop(place.key)


def _twin(place: Place, dice: Random, places: list[Place]) -> None:
    if isinstance(place.holder, dict):
        place.holder[_typo(str(place.key), dice)] = copy.deepcopy(place.value)
    else:
        place.holder.append(copy.deepcopy(place.value))


def _misspell(place: Place, dice: Random, places: list[Place]) -> None:
    texts = [item for item in places if isinstance(item.value, str)]
    if texts:
        chosen = dice.choice(texts)
        chosen.value = _typo(chosen.value, dice)


def _wrap(place: Place, dice: Random, places: list[Place]) -> None:
    inner = place.value
    match inner:
        case [first, *_]:
            place.value = first
        case dict() if inner and dice.random() < 0.5:
            place.value = next(iter(inner.values()))
        case _:
            place.value = [inner] if dice.random() < 0.5 else {"items": inner}


def _point(place: Place, dice: Random, places: list[Place]) -> None:
    target = dice.choice([dice.choice(places), place]).pointer
    cut = target if dice.random() < 0.8 else target.rpartition("/")[0]
    place.value = {"$ref": f"#{cut}"}


def _typo(text: str, dice: Random) -> str:
    at = dice.randrange(len(text) + 1)
    return dice.choice(
        [
            text[:at] + text[at + 1 :],
            text[:at] + text[at : at + 1] * 2 + text[at + 1 :],
            text.swapcase(),
            text.upper(),
            f"{text}_",
            f"{text[:at]} {text[at:]}",
            text.replace("s", "") or "s",
        ]
    )


_CHANGES: Final[tuple[Callable[[Place, Random, list[Place]], None], ...]] = (
    *(_delete, _swap, _graft, _retype, _text, _rename, _twin, _misspell, _wrap),
    _point,
)
