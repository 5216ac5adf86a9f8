"""What request types check beyond their shape: formats, values, uniqueness."""

from __future__ import annotations

import ipaddress
import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Annotated, Any, TypeAlias
from uuid import UUID

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from ._values import is_array, is_mapping

if TYPE_CHECKING:
    from ._files import FileInput as FileInput
    from ._files import TextInput as TextInput

_UUID = re.compile(r"(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_DATE = r"\d{4}-\d\d-\d\d"
_TIME = r"([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d{1,30})?"
_ZONE = r"(z|[+-]\d\d:?\d\d)?"
_MOMENT = re.compile(rf"(?i)({_DATE})[t ]{_TIME}{_ZONE}", re.ASCII)
_CLOCK = re.compile(rf"(?i)({_TIME}|([01]\d|2[0-3]):[0-5]\d){_ZONE}", re.ASCII)
_DAYS = r"(\d+Y)?(\d+M)?(\d+W)?(\d+D)?"
_DURATION = re.compile(
    rf"[+-]?P(?=\d|T\d){_DAYS}(T(?=\d)(\d+H)?(\d+M)?(\d+([.,]\d+)?S)?)?",
    re.ASCII,
)
_EMAIL = re.compile(r"[^@\s]{1,500}@[^@\s]{1,500}")
_URI = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]{0,60}:[^\s]*")


def _is_date(text: str) -> bool:
    if not re.fullmatch(_DATE, text, re.ASCII):
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _is_moment(text: str) -> bool:
    found = _MOMENT.fullmatch(text)
    return found is not None and _is_date(found[1])


def _is_address(kind: Callable[[str], object]) -> Callable[[str], bool]:
    def check(text: str) -> bool:
        try:
            kind(text)
        except ValueError:
            return False
        return True

    return check


_FORMATS: Mapping[str, tuple[str, Callable[[str], object]]] = {
    "date": ("a date such as 2024-02-29", _is_date),
    "date-time": ("a date and time such as 2024-02-29T12:00:00Z", _is_moment),
    "time": ("a time such as 12:00:00Z", _CLOCK.fullmatch),
    "duration": ("a duration such as P1DT12H", _DURATION.fullmatch),
    "uuid": ("a UUID", _UUID.fullmatch),
    "email": ("an email address", _EMAIL.fullmatch),
    "uri": ("a URI with its scheme", _URI.fullmatch),
    "ipv4": ("an IPv4 address", _is_address(ipaddress.IPv4Address)),
    "ipv6": ("an IPv6 address", _is_address(ipaddress.IPv6Address)),
}


class _Check:
    """A check that runs after the shape is known to be right."""

    __slots__ = ()

    def check(self, value: Any) -> None:
        """Raise PydanticCustomError when a value breaks the rule."""
        raise NotImplementedError

    def __get_pydantic_core_schema__(
        self,
        source: object,
        handler: GetCoreSchemaHandler,
    ) -> CoreSchema:
        def checked(value: Any) -> Any:
            self.check(value)
            return value

        return core_schema.no_info_after_validator_function(checked, handler(source))


def broken(expected: str) -> PydanticCustomError:
    """Return the error that says what was expected."""
    return PydanticCustomError("rule", "Input should be {rule}", {"rule": expected})


@dataclass(frozen=True, slots=True)
class Format(_Check):
    """Text in a format; values that are not text (dates, UUIDs) pass."""

    name: str

    def check(self, value: Any) -> None:
        expected, holds = _FORMATS.get(self.name, ("", bool))
        if isinstance(value, str) and expected and not holds(value):
            raise broken(expected)


@dataclass(frozen=True, slots=True, eq=False)
class OneOf(_Check):
    """One of some JSON values; `true` is not 1 and 1 is 1.0."""

    values: Sequence[Any]
    _keys: frozenset[str] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_keys", frozenset(map(_key, self.values)))

    def check(self, value: Any) -> None:
        try:
            known = _key(value) in self._keys
        except (TypeError, ValueError):
            known = False
        if not known:
            shown = ", ".join(json.dumps(item) for item in self.values[:20])
            more = ", ..." if len(self.values) > 20 else ""
            raise broken(f"one of {shown}{more}")


def _key(value: Any) -> str:
    return json.dumps(_canonical(value), sort_keys=True)


def _canonical(value: Any) -> Any:
    match value:
        case bool() | int() | str() | None:
            return value
        case float():
            return int(value) if value.is_integer() else value
        case _ if is_mapping(value):
            return {str(key): _canonical(item) for key, item in value.items()}
        case _ if is_array(value):
            return [_canonical(item) for item in value]
        case _:
            raise TypeError("not a JSON value")


@dataclass(frozen=True, slots=True)
class Exact:
    """A literal of the very type: `True` is not 1."""

    def __get_pydantic_core_schema__(
        self,
        source: object,
        handler: GetCoreSchemaHandler,
    ) -> CoreSchema:
        def checked(value: Any, inner: Callable[[Any], Any]) -> Any:
            found = inner(value)
            if isinstance(found, bool) != isinstance(value, bool):
                kind = "true or false" if isinstance(found, bool) else "a number"
                raise broken(kind)
            return found

        return core_schema.no_info_wrap_validator_function(checked, handler(source))


@dataclass(frozen=True, slots=True)
class Unique(_Check):
    """A list without repeated items."""

    def check(self, value: Any) -> None:
        try:
            keys = [_key(item) for item in value]
        except (TypeError, ValueError):
            return
        if len(set(keys)) != len(keys):
            raise broken("a list without repeated items")


@dataclass(frozen=True, slots=True)
class Needs(_Check):
    """An object where one key asks for others (JSON Schema, `dependentRequired`)."""

    others: tuple[tuple[str, tuple[str, ...]], ...]

    def check(self, value: Any) -> None:
        for name, others in self.others:
            missing = [other for other in others if other not in value]
            if name in value and missing:
                raise broken(f"an object with `{missing[0]}` beside `{name}`")


@dataclass(frozen=True, slots=True)
class MultipleOf(_Check):
    """A multiple of a decimal fraction, computed in decimals."""

    step: float

    def check(self, value: Any) -> None:
        try:
            rest = Decimal(str(value)) % Decimal(str(self.step))
        except (InvalidOperation, ValueError):
            return
        if rest:
            raise broken(f"a multiple of {self.step}")


class _File:
    """Anything a file can be given as; the upload itself is checked when sent."""

    def __get_pydantic_core_schema__(
        self,
        source: object,
        handler: GetCoreSchemaHandler,
    ) -> CoreSchema:
        def checked(value: Any) -> Any:
            if value is None or isinstance(value, (bool, int, float, dict, list)):
                raise broken("a path, bytes, a file object or (name, content, type)")
            return value

        return core_schema.no_info_plain_validator_function(checked)


@dataclass(frozen=True, slots=True)
class _Spelled:
    """A date, a time, a UUID, ...: the object, or text in its format."""

    kind: type[Any]
    format: Format
    never: tuple[type[Any], ...] = ()
    """Kinds of objects that are of this kind, too, and are spelled differently."""

    def __get_pydantic_core_schema__(
        self,
        source: object,
        handler: GetCoreSchemaHandler,
    ) -> CoreSchema:
        def checked(value: Any) -> Any:
            if isinstance(value, str):
                self.format.check(value)
            elif not isinstance(value, self.kind) or isinstance(value, self.never):
                raise broken(_FORMATS[self.format.name][0])
            return value

        return core_schema.no_info_plain_validator_function(checked)


if TYPE_CHECKING:
    DateInput: TypeAlias = date | str
    DateTimeInput: TypeAlias = datetime | str
    TimeInput: TypeAlias = time | str
    DurationInput: TypeAlias = timedelta | str
    UuidInput: TypeAlias = UUID | str
else:
    FileInput = TextInput = Annotated[Any, _File()]
    """A file as the caller may give it, or a text as a whole."""
    DateInput = Annotated[Any, _Spelled(date, Format("date"), (datetime,))]
    """A date, or text such as 2024-02-29."""
    DateTimeInput = Annotated[Any, _Spelled(datetime, Format("date-time"))]
    """A date and time, or text such as 2024-02-29T12:00:00Z."""
    TimeInput = Annotated[Any, _Spelled(time, Format("time"))]
    """A time, or text such as 12:00:00Z."""
    DurationInput = Annotated[Any, _Spelled(timedelta, Format("duration"))]
    """A duration, or text such as P1DT12H."""
    UuidInput = Annotated[Any, _Spelled(UUID, Format("uuid"))]
    """A UUID, or its text."""
