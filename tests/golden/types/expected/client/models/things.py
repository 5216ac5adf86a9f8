"""Answers of things."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Literal, TypeAlias

from pydantic import Field

from .._runtime._model import Day, Model, Timestamp, Unknown, tagged


class Thing(Model):
    """A thing, in all its shapes.

    - the first item of a list that is long enough to be wrapped by whoever prints it
    - the "second\"
    """

    amount: int | float = 1.5
    counts: dict[str, int] | None = None
    created_at: Timestamp | None = Field(default=None, alias="createdAt")
    day: Day | None = None
    events: list[ThingEventsItem] | None = None
    id: str
    json_: bool = Field(alias="json")
    """Hides a method of the model."""
    level: Literal[1, 2, 3] | int | None = None
    list_: list[str] | None = Field(default=None, alias="list")
    loose: str | int | Labels | None = None
    owner: ThingOwner | None = None
    state: ThingState


class TextEvent(Model):
    text: str | None = None
    type: Literal["text"]


class ToolEvent(Model):
    parent: Thing | None = None
    type: Literal["tool", "function"]


class Labels(Model):
    main: str | None = None

    if TYPE_CHECKING:

        @property
        def extras(self) -> Mapping[str, str]: ...
    else:
        __pydantic_extra__: dict[str, str]


class ThingOwner(Model):
    a_very_long_name_that_does_not_fit_on_one_line: (
        ThingOwnerAVeryLongNameThatDoesNotFitOnOneLine | None
    ) = Field(
        default=None,
        alias="aVeryLongNameThatDoesNotFitOnOneLine",
    )
    name: str | None = None


class ThingOwnerAVeryLongNameThatDoesNotFitOnOneLine(Model):
    a: str = "x"


ThingEventsItem: TypeAlias = Annotated[
    TextEvent | ToolEvent | Unknown,
    tagged("type", "text", ("function", "tool")),
]

ThingState: TypeAlias = (
    Literal["queued", "running", "succeeded", "failed", "cancelled", "expired"] | str
)
