"""Answers of effects."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from .._runtime._model import lazy

if TYPE_CHECKING:
    from .shared import Artefact
else:
    Artefact = lazy(__name__, "shared", "Artefact")

CharacterEffectsResult: TypeAlias = list[Artefact] | Artefact | None
"""What was made; a list as seen live, an object in the catalogue's own table."""

DanceEffectsResult: TypeAlias = list[Artefact] | Artefact | None
"""What was made; a list as seen live, an object in the catalogue's own table."""

GhibliEffectsResult: TypeAlias = list[Artefact] | Artefact | None
"""What was made; a list as seen live, an object in the catalogue's own table."""

HairstyleEffectsResult: TypeAlias = list[Artefact] | Artefact | None
"""What was made; a list as seen live, an object in the catalogue's own table."""
