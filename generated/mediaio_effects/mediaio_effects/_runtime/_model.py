"""The base of response models, and the types they are made of beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from importlib import import_module
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    ClassVar,
    Literal,
    TypeAlias,
    cast,
    get_args,
)

from pydantic import BaseModel, ConfigDict, GetCoreSchemaHandler, TypeAdapter
from pydantic_core import (
    CoreSchema,
    PydanticCustomError,
    SchemaSerializer,
    core_schema,
)

from ._values import is_mapping

if TYPE_CHECKING:
    from collections.abc import Callable


class Model(BaseModel):
    """A part of an answer. Fields that the document does not name are kept."""

    model_config = ConfigDict(
        defer_build=True,
        extra="allow",
        populate_by_name=True,
        protected_namespaces=(),
        strict=True,
    )

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object that came: wire names, absent fields absent."""
        return self.model_dump(
            mode="json",
            by_alias=True,
            exclude_unset=True,
            warnings=False,
        )

    @property
    def extras(self) -> Mapping[str, Any]:
        """The fields beside the named ones, by wire name."""
        return self.__pydantic_extra__ or {}


_AS_IT_IS = core_schema.simple_ser_schema("any")


def _raw(value: object) -> object:
    return value.raw if isinstance(value, Unknown) else value


_AS_RAW = core_schema.plain_serializer_function_ser_schema(_raw)


@dataclass(frozen=True, slots=True)
class Unknown:
    """A variant of a union that the document does not describe, as it came."""

    raw: Any

    __pydantic_serializer__: ClassVar[SchemaSerializer] = SchemaSerializer(
        core_schema.any_schema(serialization=_AS_RAW),
    )

    @classmethod
    def __get_pydantic_core_schema__(
        cls,
        source: object,
        handler: GetCoreSchemaHandler,
    ) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            cls,
            serialization=_AS_RAW,
        )


@dataclass(frozen=True, slots=True)
class Tagged:
    """Chooses the arm of a union by the value of one property.

    `tags` has, for each arm in order, the values that lead to it. A value outside
    them becomes `Unknown`, where that is the last arm, and is an error otherwise; a
    known tag never leads to another arm.
    """

    name: str
    tags: tuple[tuple[str | int, ...], ...]
    default: int | None = None
    """The arm of what has no tag."""
    rest: int | None = None
    """The arm of every tag that leads nowhere, and of what has none."""

    def arm(self, value: object) -> int | None:
        """Return the index of the arm for a value, None for a foreign tag."""
        if not is_mapping(value):
            return None
        found = self._tag(value)
        if found is None:
            return self.rest if self.default is None else self.default
        return next(
            (index for index, tags in enumerate(self.tags) if found in tags),
            self.rest,
        )

    def __get_pydantic_core_schema__(
        self,
        source: object,
        handler: GetCoreSchemaHandler,
    ) -> CoreSchema:
        arms = [handler.generate_schema(arm) for arm in get_args(source)]
        choices = {
            tag: schema
            for tags, schema in zip(self.tags, arms, strict=False)
            for tag in tags
        }
        tagged = core_schema.tagged_union_schema(
            cast("dict[Any, CoreSchema]", choices),
            self.name,
            serialization=_AS_IT_IS,
        )
        others = [tagged, *self._otherwise(arms)]
        if len(others) == 1:
            return tagged
        return core_schema.union_schema(
            cast("list[CoreSchema | tuple[CoreSchema, str]]", others),
            mode="left_to_right",
            serialization=_AS_IT_IS,
        )

    def _otherwise(self, arms: list[CoreSchema]) -> list[CoreSchema]:
        found: list[CoreSchema] = []
        if self.default is not None:
            found.append(_guarded(self._is_untagged, arms[self.default]))
        if self.rest is not None:
            found.append(_guarded(self._is_rest, arms[self.rest]))
        if len(arms) > len(self.tags):
            found.append(_guarded(self._is_foreign, arms[-1]))
        return found

    def _is_untagged(self, value: object) -> bool:
        return is_mapping(value) and self._tag(value) is None

    def _tag(self, value: Mapping[Any, Any]) -> object:
        return value.get(self.name)

    def _is_rest(self, value: object) -> bool:
        return self.rest is not None and self.arm(value) == self.rest

    def _is_foreign(self, value: object) -> bool:
        return self.arm(value) is None and is_mapping(value)


def _guarded(claim: Callable[[object], bool], schema: CoreSchema) -> CoreSchema:
    def checked(value: object) -> object:
        if not claim(value):
            text = "Input should be of another variant"
            raise PydanticCustomError("other_variant", text)
        return value

    return core_schema.no_info_before_validator_function(checked, schema)


def tagged(
    name: str,
    *tags: str | int | tuple[str | int, ...],
    default: int | None = None,
    rest: int | None = None,
) -> Tagged:
    """Return what chooses an arm by property `name`; one argument for each arm."""
    return Tagged(
        name,
        tuple(tag if isinstance(tag, tuple) else (tag,) for tag in tags),
        default,
        rest,
    )


@dataclass(frozen=True, slots=True)
class Edge:
    """A reference to a type of another module, followed when a value comes.

    pydantic builds what a model refers to at once and recursively; with edges between
    modules, depth and cycles cost nothing until they are used.
    """

    module: str
    name: str

    def target(self) -> Any:
        """Return the type itself, importing its module."""
        return getattr(import_module(self.module), self.name)

    def __get_pydantic_core_schema__(
        self,
        source: object,
        handler: GetCoreSchemaHandler,
    ) -> CoreSchema:
        found: list[TypeAdapter[Any]] = []

        def adapter() -> TypeAdapter[Any]:
            if not found:
                found.append(TypeAdapter(self.target()))
            return found[0]

        def validate(value: object) -> object:
            return adapter().validate_python(value)

        def dump(value: object, info: core_schema.SerializationInfo) -> object:
            if isinstance(value, (BaseModel, Unknown)):
                return value
            return adapter().dump_python(
                value,
                mode=cast("Literal['json', 'python']", info.mode),
                by_alias=info.by_alias,
                exclude_unset=info.exclude_unset,
                warnings=False,
            )

        return core_schema.no_info_plain_validator_function(
            validate,
            serialization=core_schema.plain_serializer_function_ser_schema(
                dump,
                info_arg=True,
            ),
        )


class Later:
    """Stands in annotations for a type of another module.

    It is a class, because unions of classes keep the order of their arms: `typing`
    takes two unions of anything else for one when they have the same arms, and gives
    the one that was there first.
    """

    edge: ClassVar[Edge]

    @classmethod
    def __get_pydantic_core_schema__(
        cls,
        source: object,
        handler: GetCoreSchemaHandler,
    ) -> CoreSchema:
        return cls.edge.__get_pydantic_core_schema__(source, handler)


def lazy(importer: str, module: str, name: str) -> Any:
    """Return what stands for `name` of a sibling module until a value comes.

    `importer` is the `__name__` of the module that refers to it.
    """
    return _later(f"{importer.rpartition('.')[0]}.{module}", name)


@cache
def _later(module: str, name: str) -> type[Later]:
    return type(name, (Later,), {"edge": Edge(module, name)})


class _Moment(datetime):
    """A point in time that remembers how it was written."""

    text: str

    @classmethod
    def of(cls, value: datetime, text: str) -> _Moment:
        """Return a moment equal to `value`."""
        moment = cls(
            value.year,
            value.month,
            value.day,
            value.hour,
            value.minute,
            value.second,
            value.microsecond,
            value.tzinfo,
            fold=value.fold,
        )
        moment.text = text
        return moment

    def __reduce_ex__(self, protocol: Any) -> Any:
        text = getattr(self, "text", None)
        if text is None:
            return super().__reduce_ex__(protocol)
        plain = datetime.combine(self.date(), self.timetz())
        return _Moment.of, (plain, text)


class _Written:
    """Reads a date or a time from text and gives exactly that text back."""

    def __get_pydantic_core_schema__(
        self,
        source: object,
        handler: GetCoreSchemaHandler,
    ) -> CoreSchema:
        moment = source is datetime
        inner = core_schema.datetime_schema() if moment else core_schema.date_schema()
        return core_schema.no_info_wrap_validator_function(
            _moment if moment else _day,
            cast("CoreSchema", {**inner, "strict": False}),
            serialization=core_schema.plain_serializer_function_ser_schema(
                _text,
                when_used="json",
            ),
        )


def _moment(value: object, parse: Callable[[object], datetime]) -> datetime:
    if isinstance(value, datetime):
        return value
    if not isinstance(value, str):
        raise ValueError("Input should be a date and time as text")
    return _Moment.of(parse(value), value)


def _day(value: object, parse: Callable[[object], date]) -> date:
    if isinstance(value, str) and len(value) != 10:
        raise ValueError("Input should be a date, YYYY-MM-DD")
    if not isinstance(value, (str, date)):
        raise ValueError("Input should be a date as text")
    return parse(value)


def _text(value: object) -> object:
    if isinstance(value, _Moment):
        return getattr(value, "text", None) or value.isoformat()
    return value.isoformat() if isinstance(value, date) else value


if TYPE_CHECKING:
    Timestamp: TypeAlias = datetime
    Day: TypeAlias = date
else:
    Timestamp = Annotated[datetime, _Written()]
    """A date and time; a dump gives the text that came."""
    Day = Annotated[date, _Written()]
    """A date; a dump gives the text that came."""
