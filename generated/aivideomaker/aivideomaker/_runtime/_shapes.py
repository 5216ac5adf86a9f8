"""Rules about the keys of a request's objects, beside those that are named."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias, TypeVar

from pydantic import GetCoreSchemaHandler, TypeAdapter
from pydantic_core import CoreSchema, SchemaValidator, core_schema

from ._checks import broken

T = TypeVar("T")

TypeOf: TypeAlias = Callable[[], Any]
"""Returns a type when it is first needed, so that it may be declared later."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shape:
    named: frozenset[str]
    extra: TypeOf | None
    patterns: tuple[tuple[SchemaValidator, TypeOf], ...]
    least: int | None
    most: int | None
    needs: Mapping[str, tuple[str, ...]]
    adapters: dict[int, TypeAdapter[Any]] = field(
        default_factory=dict[int, TypeAdapter[Any]],
    )

    def check(self, value: dict[str, Any]) -> dict[str, Any]:
        if self.least is not None and len(value) < self.least:
            raise broken(f"an object with at least {self.least} fields")
        if self.most is not None and len(value) > self.most:
            raise broken(f"an object with at most {self.most} fields")
        for key, others in self.needs.items():
            missing = [other for other in others if key in value and other not in value]
            if missing:
                raise broken(f"an object that has {missing[0]} beside {key}")
        for key in value.keys() - self.named:
            self._check_extra(key, value[key])
        return value

    def _check_extra(self, key: str, item: Any) -> None:
        matched = False
        for index, (pattern, source) in enumerate(self.patterns):
            if pattern.isinstance_python(key):
                matched = True
                self._adapter(index, source).validate_python(item)
        if matched:
            return
        if self.extra is None:
            raise broken(f"an object without the field {key[:80]}")
        self._adapter(-1, self.extra).validate_python(item)

    def _adapter(self, index: int, source: TypeOf) -> TypeAdapter[Any]:
        found = self.adapters.get(index)
        if found is None:
            found = self.adapters[index] = TypeAdapter(source())
        return found


def shaped(
    *,
    extra: TypeOf | None = None,
    patterns: Mapping[str, TypeOf] | None = None,
    least: int | None = None,
    most: int | None = None,
    needs: Mapping[str, tuple[str, ...]] | None = None,
) -> Callable[[type[T]], type[T]]:
    """Return a decorator that adds rules about its keys to a TypedDict.

    `extra` gives the type of values under keys that nothing names, `patterns` the type
    under keys that match; without `extra` other keys are refused. `least` and `most`
    bound the number of keys; `needs` says which keys require others.
    """
    compiled = tuple(
        (SchemaValidator(core_schema.str_schema(pattern=pattern)), source)
        for pattern, source in (patterns or {}).items()
    )

    def decorate(cls: type[T]) -> type[T]:
        shape = _Shape(
            named=frozenset(cls.__annotations__),
            extra=extra,
            patterns=compiled,
            least=least,
            most=most,
            needs=needs or {},
        )

        def schema(source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
            return core_schema.no_info_after_validator_function(
                shape.check,
                handler(source),
            )

        cls.__get_pydantic_core_schema__ = schema  # type: ignore[attr-defined]  # a TypedDict has no methods
        return cls

    return decorate
