"""Answers of woods."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from .._runtime._model import Model, lazy

if TYPE_CHECKING:
    from .shared import Tree
else:
    Tree = lazy(__name__, "shared", "Tree")


class Wood(Model):
    first: Tree | None = None
    next: Wood | None = None


ListWoodsResponse: TypeAlias = list[Wood]
