"""Keep an answer that does not match its schema: typed where it fits, raw elsewhere.

Nothing of a paid result is lost: where the fast validator fails, the value is taken
apart with the same validators, and every place that does not fit is named.
"""

from __future__ import annotations

import sys
import types
from collections.abc import Mapping, Sequence
from inspect import get_annotations
from typing import (
    Annotated,
    Any,
    TypeAlias,
    Union,
    get_args,
    get_origin,
    get_type_hints,
)

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from ._adapters import exact_adapter
from ._model import Later, Tagged, Unknown
from ._values import Json

Misfit: TypeAlias = tuple[str, str]
"""A JSON pointer into the answer, and what is wrong there."""

MISSING = "is missing"
"""What is wrong with a required field that did not come."""
DEEPEST = 400
MOST = 100
"""Places named; more are counted as one."""


def salvage(of: Any, value: Any) -> tuple[Any, tuple[Misfit, ...]]:
    """Return the value as `of` where it fits, raw where not, and the misfits."""
    misfits: list[Misfit] = []
    found = _Salvage(misfits).value(of, value, "", 0)
    return found, tuple(misfits[:MOST])


class _Salvage:
    """One descent; collects the places that do not fit."""

    def __init__(self, misfits: list[Misfit]) -> None:
        self._misfits = misfits

    def value(self, of: Any, value: Any, at: str, depth: int) -> Any:
        try:
            return exact_adapter(of).validate_python(value)
        except ValidationError as error:
            found = error.errors(include_url=False, include_input=False)
            reason = found[0]["msg"] if found else "does not fit"
        except RecursionError:
            reason = "is too deep"
        if depth < DEEPEST:
            fitting = self._parts(of, value, at, depth + 1)
            if fitting is not _NO_PARTS:
                return fitting
        self._misfits.append((at or "/", reason))
        return value

    def _parts(self, of: Any, value: Json, at: str, depth: int) -> Any:
        """Return the value with its parts salvaged, where the type has parts."""
        of, metadata = _bare(of)
        if isinstance(of, type) and issubclass(of, Later):
            return self.value(of.edge.target(), value, at, depth)
        origin, args = get_origin(of), get_args(of)
        if origin in (list, Sequence) and isinstance(value, list):
            return [
                self.value(args[0], item, f"{at}/{index}", depth)
                for index, item in enumerate(value)
            ]
        if origin is tuple and isinstance(value, list) and len(value) == len(args):
            pairs = enumerate(zip(args, value, strict=True))
            return tuple(
                self.value(kind, item, f"{at}/{index}", depth)
                for index, (kind, item) in pairs
            )
        if origin in (dict, Mapping) and isinstance(value, dict):
            return {
                key: self.value(args[1], item, f"{at}/{_token(key)}", depth)
                for key, item in value.items()
            }
        if origin in (Union, types.UnionType):
            arm = _arm(args, metadata, value)
            return _NO_PARTS if arm is None else self.value(arm, value, at, depth)
        if isinstance(of, type) and issubclass(of, BaseModel):
            return self._model(of, value, at, depth)
        return _NO_PARTS

    def _model(self, of: type[BaseModel], value: Json, at: str, depth: int) -> Any:
        if not isinstance(value, dict):
            return _NO_PARTS
        extra, given, fields = dict(value), dict[str, Any](), _fields(of)
        for name, field in fields.items():
            wire = field.alias or name
            if wire in extra:
                place = f"{at}/{_token(wire)}"
                kind = kind_of(field)
                given[name] = self.value(kind, extra.pop(wire), place, depth)
            elif field.is_required():
                self._misfits.append((f"{at}/{_token(wire)}", MISSING))
                given[name] = None
            else:
                given[name] = field.get_default(call_default_factory=True)
        present = {name for name in given if (fields[name].alias or name) in value}
        kind = _kind_of_extras(of)
        if kind is not None:
            extra = {
                key: self.value(kind, item, f"{at}/{_token(key)}", depth)
                for key, item in extra.items()
            }
        return _constructed(of, present, given, extra)


_NO_PARTS: Any = object()


def kind_of(field: FieldInfo) -> Any:
    """Return the type of a field, with what is said beside it."""
    kind: Any = field.annotation
    return Annotated[kind, *field.metadata] if field.metadata else kind


def _kind_of_extras(of: type[BaseModel]) -> Any:
    """Return the type of the fields beside the named ones, None where any will do."""
    said = get_annotations(of).get("__pydantic_extra__")
    if said is None:
        return None
    holder = types.SimpleNamespace(__annotations__={"extra": said})
    module = vars(sys.modules[of.__module__])
    told: Any = get_type_hints(holder, module, include_extras=True)["extra"]
    return get_args(told)[1]


def _constructed(
    of: type[BaseModel],
    present: set[str],
    given: dict[str, Any],
    extra: dict[str, Any],
) -> BaseModel:
    """Return a model that was not validated; extra names cannot clash with ours."""
    found = of.__new__(of)
    object.__setattr__(found, "__dict__", given)
    object.__setattr__(found, "__pydantic_fields_set__", present | set(extra))
    object.__setattr__(found, "__pydantic_extra__", extra)
    object.__setattr__(found, "__pydantic_private__", None)
    return found


def _bare(of: Any) -> tuple[Any, tuple[Any, ...]]:
    """Return a type without its metadata, and the metadata."""
    metadata: tuple[Any, ...] = ()
    while True:
        if get_origin(of) is Annotated:
            of, *rest = get_args(of)
            metadata = (*metadata, *rest)
        elif hasattr(of, "__value__"):
            of = of.__value__
        else:
            return of, metadata


def _arm(arms: tuple[Any, ...], metadata: tuple[Any, ...], value: Json) -> Any:
    """Return the arm of a union that a value is meant for, if one can be told."""
    for item in metadata:
        if isinstance(item, Tagged):
            index = item.arm(value)
            if index is not None:
                return arms[index]
            return arms[-1] if _bare(arms[-1])[0] is Unknown else None
    present = [arm for arm in arms if arm is not type(None)]
    if len(present) == 1:
        return present[0]
    if isinstance(value, dict):
        groups = [arm for arm in present if _is_tagged(arm)]
        if groups:
            return groups[0]
        models = [arm for arm in present if _model_of(arm) is not None]
        return max(models, key=lambda arm: _shared(arm, value.keys()), default=None)
    if isinstance(value, list):
        lists = (list, Sequence)
        return next(
            (arm for arm in present if get_origin(_bare(arm)[0]) in lists), None
        )
    return None


def _is_tagged(arm: Any) -> bool:
    return any(isinstance(item, Tagged) for item in _bare(arm)[1])


def _model_of(arm: Any) -> type[BaseModel] | None:
    bare = _bare(arm)[0]
    if isinstance(bare, type) and issubclass(bare, Later):
        return _model_of(bare.edge.target())
    return bare if isinstance(bare, type) and issubclass(bare, BaseModel) else None


def _shared(arm: Any, keys: Any) -> int:
    model = _model_of(arm)
    fields = _fields(model).items() if model else ()
    return len(keys & {field.alias or name for name, field in fields})


def _fields(model: type[BaseModel]) -> dict[str, FieldInfo]:
    """Return the fields of a model, the types of later definitions known."""
    if not model.__pydantic_fields_complete__:
        model.model_rebuild()
    return model.model_fields


def _token(key: Any) -> str:
    return str(key).replace("~", "~0").replace("/", "~1")
