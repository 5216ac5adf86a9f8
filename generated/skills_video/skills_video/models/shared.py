"""Answers of shared."""

from __future__ import annotations

from typing import Literal, TypeAlias

from .._runtime._model import Model


class ErrorResponse(Model):
    """Body of an error answer. Branch on `code`, else on `error`; some answers hold
    `message` alone.
    """

    code: str | None = None
    """Stable code: a family (`IMAGE_GENERATION_`, `VIDEO_GENERATION_`,
    `TTS_GENERATION_`) and what went wrong.
    """
    error: str | ErrorResponseErrorObject | None = None
    """Older place of the code; may be a short form of it, or an object with a message."""
    message: str
    """What went wrong, for people."""


class ErrorResponseErrorObject(Model):
    message: str | None = None


class GenerationData(Model):
    """What was made. Each model has a layout of its own: `images` and `image` are
    documented, `videos` and `video` follow by analogy.
    """

    actual_prompt: str | None = None
    """The prompt as it was used."""
    image: GeneratedFile | None = None
    """The first image."""
    images: list[GeneratedFile] | None = None
    n: int | None = None
    """How many results."""
    type: str | None = None
    """Kind of result: `image`, `video`."""
    video: GeneratedFile | None = None
    """The first video."""
    videos: list[GeneratedFile] | None = None


class GeneratedFile(Model):
    """One file that was made."""

    content_type: str | None = None
    file_name: str | None = None
    height: int | None = None
    """Pixels."""
    url: str
    """Where to download it."""
    width: int | None = None
    """Pixels."""


class Usage(Model):
    """Credits a generation costs."""

    permanent: int | None = None
    """Credits taken from the permanent balance."""
    subscription: int | None = None
    """Credits taken from the subscription."""
    total: int
    """All credits."""


PredictionStatus: TypeAlias = (
    Literal["starting", "processing", "succeeded", "failed", "canceled"] | str
)
"""State of a generation as older pages and webhooks spell it."""
