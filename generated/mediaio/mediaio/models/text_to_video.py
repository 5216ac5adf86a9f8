"""Answers of text to video."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from .._runtime._model import lazy

if TYPE_CHECKING:
    from .shared import Artefact
else:
    Artefact = lazy(__name__, "shared", "Artefact")

ViduQ3TextToVideoResult: TypeAlias = list[Artefact] | Artefact | None
"""What was made; a list as seen live, an object in the catalogue's own table."""

Wan25TextToVideoResult: TypeAlias = list[Artefact] | Artefact | None
"""What was made; a list as seen live, an object in the catalogue's own table."""

Wan26TextToVideoResult: TypeAlias = list[Artefact] | Artefact | None
"""What was made; a list as seen live, an object in the catalogue's own table."""
