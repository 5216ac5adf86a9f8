"""Inputs of generation 2."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeAlias

from pydantic import Field, StrictInt, StrictStr

from .._runtime._checks import Format
from .._runtime._model import lazy

if TYPE_CHECKING:
    from .generation import (
        MinimaxFrames,
        MinimaxReferences,
        Seedance20FromImage,
        Seedance20FromPrompt,
        Seedance20FromVideo,
    )
else:
    MinimaxFrames = lazy(__name__, "generation", "MinimaxFrames")
    MinimaxReferences = lazy(__name__, "generation", "MinimaxReferences")
    Seedance20FromImage = lazy(__name__, "generation", "Seedance20FromImage")
    Seedance20FromPrompt = lazy(__name__, "generation", "Seedance20FromPrompt")
    Seedance20FromVideo = lazy(__name__, "generation", "Seedance20FromVideo")

LvGenerationXMaxCredits: TypeAlias = Annotated[StrictInt, Field(ge=0)]

LvGenerationWebhookUrl: TypeAlias = Annotated[StrictStr, Format("uri")]

MinimaxGenerationIdempotencyKey: TypeAlias = Annotated[
    StrictStr,
    Field(min_length=8, max_length=128),
]

MinimaxGenerationXMaxCredits: TypeAlias = Annotated[StrictInt, Field(ge=0)]

MinimaxGenerationWebhookUrl: TypeAlias = Annotated[StrictStr, Format("uri")]

MinimaxInput: TypeAlias = MinimaxFrames | MinimaxReferences
"""A clip from text with frames, or with references, not both."""

QuotedModel: TypeAlias = Literal[
    "t2v",
    "i2v",
    "t2v_v3",
    "i2v_v3",
    "minimax",
    "seedance20",
    "wan27",
    "happyhorse",
]
"""A model."""

QuoteGenerationBody: TypeAlias = Mapping[str, Any]

Seedance20GenerationIdempotencyKey: TypeAlias = Annotated[
    StrictStr,
    Field(min_length=8, max_length=128),
]

Seedance20GenerationXMaxCredits: TypeAlias = Annotated[StrictInt, Field(ge=0)]

Seedance20GenerationWebhookUrl: TypeAlias = Annotated[StrictStr, Format("uri")]

Seedance20Input: TypeAlias = (
    Seedance20FromPrompt | Seedance20FromImage | Seedance20FromVideo
)
"""A clip from at least one of text, image and video; audio goes with them, never alone."""

T2vGenerationIdempotencyKey: TypeAlias = Annotated[
    StrictStr,
    Field(min_length=8, max_length=128),
]

T2vGenerationXMaxCredits: TypeAlias = Annotated[StrictInt, Field(ge=0)]

T2vGenerationWebhookUrl: TypeAlias = Annotated[StrictStr, Format("uri")]

T2vV3IdempotencyKey: TypeAlias = Annotated[
    StrictStr,
    Field(min_length=8, max_length=128),
]

T2vV3XMaxCredits: TypeAlias = Annotated[StrictInt, Field(ge=0)]

T2vV3WebhookUrl: TypeAlias = Annotated[StrictStr, Format("uri")]

Wan27GenerationIdempotencyKey: TypeAlias = Annotated[
    StrictStr,
    Field(min_length=8, max_length=128),
]

Wan27GenerationXMaxCredits: TypeAlias = Annotated[StrictInt, Field(ge=0)]

Wan27GenerationWebhookUrl: TypeAlias = Annotated[StrictStr, Format("uri")]
