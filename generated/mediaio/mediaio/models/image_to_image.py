"""Answers of image to image."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from .._runtime._model import lazy

if TYPE_CHECKING:
    from .shared import Artefact
else:
    Artefact = lazy(__name__, "shared", "Artefact")

NanoBananaResult: TypeAlias = list[Artefact] | Artefact | None
"""What was made; a list as seen live, an object in the catalogue's own table."""

NanoBananaProResult: TypeAlias = list[Artefact] | Artefact | None
"""What was made; a list as seen live, an object in the catalogue's own table."""

Seedream40Result: TypeAlias = list[Artefact] | Artefact | None
"""What was made; a list as seen live, an object in the catalogue's own table."""
