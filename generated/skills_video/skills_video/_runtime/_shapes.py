"""Rules about the keys of a request's objects, beside those that are named."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias, TypeVar

from pydantic import GetCoreSchemaHandler, TypeAdapter, ValidationError
from pydantic_core import (
    CoreSchema,
    ErrorDetails,
    InitErrorDetails,
    PydanticCustomError,
    SchemaValidator,
    core_schema,
)

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
    keys: TypeOf | None
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
        lines = [
            line
            for key in value
            if key not in self.named
            for line in self._extra_lines(key, value[key])
        ]
        if lines:
            raise ValidationError.from_exception_data("extra", lines)
        return value

    def _extra_lines(self, key: str, item: Any) -> Iterator[InitErrorDetails]:
        """Yield what is wrong with a field beside the named ones, at its place."""
        if self.keys is not None:
            yield from _lines(self._adapter(-2, self.keys), key, key)
        kinds = [
            (index, source)
            for index, (pattern, source) in enumerate(self.patterns)
            if pattern.isinstance_python(key)
        ]
        if not kinds and self.extra is None:
            yield InitErrorDetails(type="extra_forbidden", loc=(key,), input=item)
        elif not kinds and self.extra is not None:
            kinds = [(-1, self.extra)]
        for index, source in kinds:
            yield from _lines(self._adapter(index, source), key, item)

    def _adapter(self, index: int, source: TypeOf) -> TypeAdapter[Any]:
        found = self.adapters.get(index)
        if found is None:
            found = self.adapters[index] = TypeAdapter(source())
        return found


def _lines(
    adapter: TypeAdapter[Any], key: str, value: Any
) -> Iterator[InitErrorDetails]:
    """Yield the errors of a value, at a key."""
    try:
        adapter.validate_python(value)
    except ValidationError as error:
        for item in error.errors(include_url=False):
            yield InitErrorDetails(
                type=_rule(item),
                loc=(key, *item["loc"]),
                input=item["input"],
                ctx=item.get("ctx", {}),
            )


def _rule(item: ErrorDetails) -> str | PydanticCustomError:
    """Return the type of an error: its name, or one of ours as it was raised."""
    if item["type"] not in ("rule", "other_variant"):
        return item["type"]
    context = {**item.get("ctx", {}), "text": item["msg"]}
    return PydanticCustomError(item["type"], "{text}", context)


def shaped(
    *,
    extra: TypeOf | None = None,
    patterns: Mapping[str, TypeOf] | None = None,
    least: int | None = None,
    most: int | None = None,
    needs: Mapping[str, tuple[str, ...]] | None = None,
    keys: TypeOf | None = None,
) -> Callable[[type[T]], type[T]]:
    """Return a decorator that adds rules about its keys to a TypedDict.

    `extra` gives the type of values under keys that nothing names, `patterns` the type
    under keys that match; without `extra` other keys are refused. `least` and `most`
    bound the number of keys; `needs` says which keys require others, `keys` what keys
    beside the named ones are called.
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
            keys=keys,
        )

        def schema(source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
            return core_schema.no_info_after_validator_function(
                shape.check,
                handler(source),
            )

        cls.__get_pydantic_core_schema__ = schema  # type: ignore[attr-defined]  # a TypedDict has no methods
        return cls

    return decorate
