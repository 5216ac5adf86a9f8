"""Answers of image to video."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from .._runtime._model import lazy

if TYPE_CHECKING:
    from .shared import Artefact
else:
    Artefact = lazy(__name__, "shared", "Artefact")

GoogleVeo31Result: TypeAlias = list[Artefact] | Artefact | None
"""What was made; a list as seen live, an object in the catalogue's own table."""

GoogleVeo31FastResult: TypeAlias = list[Artefact] | Artefact | None
"""What was made; a list as seen live, an object in the catalogue's own table."""

Hailuo02Result: TypeAlias = list[Artefact] | Artefact | None
"""What was made; a list as seen live, an object in the catalogue's own table."""

Hailuo23Result: TypeAlias = list[Artefact] | Artefact | None
"""What was made; a list as seen live, an object in the catalogue's own table."""

Kling21Result: TypeAlias = list[Artefact] | Artefact | None
"""What was made; a list as seen live, an object in the catalogue's own table."""

Kling25TurboResult: TypeAlias = list[Artefact] | Artefact | None
"""What was made; a list as seen live, an object in the catalogue's own table."""

Kling26Result: TypeAlias = list[Artefact] | Artefact | None
"""What was made; a list as seen live, an object in the catalogue's own table."""

Kling30Result: TypeAlias = list[Artefact] | Artefact | None
"""What was made; a list as seen live, an object in the catalogue's own table."""

MotionControlKling26Result: TypeAlias = list[Artefact] | Artefact | None
"""What was made; a list as seen live, an object in the catalogue's own table."""

ViduQ2Result: TypeAlias = list[Artefact] | Artefact | None
"""What was made; a list as seen live, an object in the catalogue's own table."""

ViduQ3ImageToVideoResult: TypeAlias = list[Artefact] | Artefact | None
"""What was made; a list as seen live, an object in the catalogue's own table."""

Wan22Result: TypeAlias = list[Artefact] | Artefact | None
"""What was made; a list as seen live, an object in the catalogue's own table."""

Wan25ImageToVideoResult: TypeAlias = list[Artefact] | Artefact | None
"""What was made; a list as seen live, an object in the catalogue's own table."""

Wan26ImageToVideoResult: TypeAlias = list[Artefact] | Artefact | None
"""What was made; a list as seen live, an object in the catalogue's own table."""
