"""The shape of a request body: which media type, and whether its fields are flattened."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from specloom import ir

from . import constraints, media, pointers, tags
from .annotations import is_file as is_file_text
from .annotations import is_object

_ORDER: tuple[media.Form, ...] = (
    "json",
    "multipart",
    "urlencoded",
    "lines",
    "text",
    "bytes",
    "events",
)
_MAX_ARMS = 256
_WITHOUT_BODY = frozenset({"GET", "HEAD", "DELETE"})
"""Methods whose bodies mean nothing by themselves (RFC 9110, 9.3)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """The body a method sends."""

    content: ir.Content
    form: media.Form
    schema: ir.Schema
    """What the caller gives: inside the wrap key, where there is one."""
    required: bool
    fields: tuple[ir.Property, ...] | None
    """The flattened fields; None: the body is one argument."""
    variants: tuple[ir.Object, ...] = ()
    """The objects of a union, in order."""
    others: tuple[Shape, ...] = ()
    """The bodies in other forms: what is given, or its Content-Type, says which."""
    offered: tuple[ir.Property, ...] | None = None
    """The fields of all of them together, as a method takes them."""
    also: tuple[str, ...] = ()
    """Media types that files may have as well."""

    @property
    def wires(self) -> tuple[str, ...]:
        """The wire names of the fields."""
        return tuple(item.wire for item in self.fields or ())

    @property
    def is_open(self) -> bool:
        """Whether further fields are declared beside the flattened ones."""
        return any(
            item.patterns or not isinstance(item.extra, ir.Nothing | None)
            for item in self.variants
        )

    @property
    def is_raw(self) -> bool:
        """Whether a text or a file is sent as it is."""
        written = self.schema
        return self.form == "bytes" or (
            isinstance(written, ir.Text) and written.format == media.TEXT_OR_FILE
        )

    @property
    def taken(self) -> ir.Schema:
        """What a method takes for the body as a whole."""
        if not self.others or self.is_raw:
            return self.schema
        return ir.Union(arms=(self.schema, _TEXT_OR_FILE))


def shape(api: ir.Api, op: ir.Operation) -> Shape | None:
    """Return the shape of the default body, None where there is no body."""
    if op.body is None or not op.body.contents:
        return None
    every = (_shape(api, op.body, item) for item in op.body.contents)
    main, *rest = sorted(every, key=_place)
    if op.method in _WITHOUT_BODY and _says_nothing(api, main):
        return None
    if main.fields is None:
        return _whole(api, main, rest)
    others = tuple(item for item in rest if _goes_beside(api, item, main))
    found = [main.fields, *(item.fields or () for item in others)]
    offered = _together(api, found) if others else main.fields
    return replace(main, others=others, offered=offered)


def _goes_beside(api: ir.Api, found: Shape, main: Shape) -> bool:
    """Tell whether fields may be sent in another form: the same ones, or with files."""
    if found.fields is None or found.form == main.form:
        return False
    filed = main.form == "json" and _takes_files(api, found)
    return filed or found.wires == main.wires


def _whole(api: ir.Api, main: Shape, rest: list[Shape]) -> Shape:
    """Return a body that is one value, with the texts and files that may stand for it."""
    rest = [item for item in rest if item.fields is None]
    if main.form not in ("text", "bytes"):
        raw = not is_text(api, main.schema)
        rest = [item for item in rest if item.form == "lines" or raw]
    by_form = {item.form: item for item in reversed(rest)}
    by_form.pop(main.form, None)
    first, *others = (
        replace(item, also=_also(item, rest) if item.is_raw else ())
        for item in (main, *sorted(by_form.values(), key=_place))
    )
    return replace(first, others=tuple(others))


def _also(found: Shape, rest: list[Shape]) -> tuple[str, ...]:
    same = (item.content.media_type for item in rest if item.form == found.form)
    return tuple(kind for kind in same if kind != found.content.media_type)


def _place(found: Shape) -> int:
    return _ORDER.index(found.form)


def _says_nothing(api: ir.Api, found: Shape) -> bool:
    """Tell whether a body can only be left out or empty."""
    schema = api.resolve(found.schema)
    return (
        not found.required
        and isinstance(schema, ir.Object)
        and not schema.properties
        and not schema.patterns
        and isinstance(schema.extra, ir.Nothing | None)
    )


def _takes_files(api: ir.Api, found: Shape) -> bool:
    fields = found.fields or ()
    return found.form == "multipart" and any(is_file(api, f.schema) for f in fields)


def _together(
    api: ir.Api, found: list[tuple[ir.Property, ...]]
) -> tuple[ir.Property, ...]:
    """Return the fields of several bodies, required where each requires them."""
    by_wire: dict[str, list[ir.Property]] = {}
    for item in (item for fields in found for item in fields):
        by_wire.setdefault(item.wire, []).append(item)
    return tuple(
        one(
            api,
            same,
            required=len(same) == len(found) and all(item.required for item in same),
        )
        for same in by_wire.values()
    )


def _shape(api: ir.Api, body: ir.Body, content: ir.Content) -> Shape:
    form = form_of(api, content)
    schema = _given(api, _unwrapped(api, content.schema, body.rules.wrap), form)
    flat = form in ("json", "multipart", "urlencoded")
    variants = objects(api, schema) if flat else ()
    fields = _merged(api, variants, _may_be_null(api, schema)) if variants else None
    return Shape(
        content=content,
        form=form,
        schema=schema,
        required=body.required,
        fields=fields,
        variants=variants,
    )


def shape_of(api: ir.Api, content: ir.Content) -> Shape:
    """Return the shape of a content that stands alone."""
    return _shape(api, ir.Body(contents=(content,)), content)


def form_of(api: ir.Api, content: ir.Content) -> media.Form:
    """Return how a body is written; one of any type is a file where its schema is."""
    found = media.form(content.media_type)
    schema = api.resolve(content.schema)
    is_any = found == "json" and content.media_type.endswith("*")
    if is_any and isinstance(schema, ir.Text) and is_file_text(schema):
        return "bytes"
    return found


_TEXT_OR_FILE = ir.Text(format=media.TEXT_OR_FILE)


def _given(api: ir.Api, schema: ir.Schema, form: media.Form) -> ir.Schema:
    """Return the schema of what a caller gives: text and files come as they are."""
    found = api.resolve(schema)
    if form == "bytes":
        return ir.Text(format="binary", meta=found.meta)
    if form != "text" or _is_limited(found):
        return schema
    return replace(_TEXT_OR_FILE, meta=found.meta)


def _is_limited(found: ir.Schema) -> bool:
    """Tell whether not every text will do, so that it is checked as a value."""
    match found:
        case ir.Text():
            return bool(constraints.of_text(found)) or is_object(found)
        case ir.Enum() | ir.Numeric() | ir.Boolean() | ir.Union():
            return True
        case _:
            return False


def is_file(api: ir.Api, schema: ir.Schema, depth: int = 0) -> bool:
    """Tell whether a part is a file: binary text, or a list of it."""
    match api.resolve(schema):
        case ir.Text() as found:
            return is_file_text(found)
        case ir.Array(items=items) if depth < 4:
            return is_file(api, items, depth + 1)
        case ir.Union() as found if depth < 4:
            arms = tags.flattened(api, found)
            return any(is_file(api, arm, depth + 1) for arm in arms)
        case _:
            return False


def is_text(api: ir.Api, schema: ir.Schema, depth: int = 0) -> bool:
    """Tell whether a part may be a text that is no file, or a list of them."""
    match api.resolve(schema):
        case ir.Text():
            return not is_file(api, schema)
        case ir.Array(items=items) if depth < 4:
            return is_text(api, items, depth + 1)
        case ir.Union() as found if depth < 4:
            arms = tags.flattened(api, found)
            return any(is_text(api, arm, depth + 1) for arm in arms)
        case _:
            return False


def objects(api: ir.Api, schema: ir.Schema) -> tuple[ir.Object, ...]:
    """Return the objects a schema is one of; nothing when it may be anything else."""
    found = api.resolve(schema)
    arms = tags.flattened(api, found) if isinstance(found, ir.Union) else (found,)
    kept = [arm for arm in map(api.resolve, arms) if not isinstance(arm, ir.Null)]
    written = [arm for arm in kept if isinstance(arm, ir.Object) and _is_written(arm)]
    return tuple(written) if len(written) == len(kept) <= _MAX_ARMS else ()


def _is_written(found: ir.Object) -> bool:
    return any(is_asked(item) for item in found.properties)


def is_asked(item: ir.Property) -> bool:
    """Tell whether a property may be in a request: not only in answers, not nowhere."""
    read_only = item.meta.read_only or item.schema.meta.read_only
    return not read_only and not isinstance(item.schema, ir.Nothing)


def _unwrapped(api: ir.Api, schema: ir.Schema, wrap: str | None) -> ir.Schema:
    """Return the schema of what the caller gives when the document shows the wrap key."""
    found = api.resolve(schema)
    if wrap is None or not isinstance(found, ir.Object):
        return schema
    if [item.wire for item in found.properties] == [wrap]:
        return found.properties[0].schema
    return schema


def is_object_or_null(api: ir.Api, schema: ir.Schema) -> bool:
    """Whether a value is an object or null: JSON alone tells the two apart."""
    found = api.resolve(schema)
    arms = found.arms if isinstance(found, ir.Union) else ()
    kinds = {type(api.resolve(arm)) for arm in arms}
    return kinds == {ir.Object, ir.Null}


def _may_be_null(api: ir.Api, schema: ir.Schema) -> bool:
    found = api.resolve(schema)
    arms = found.arms if isinstance(found, ir.Union) else ()
    return any(isinstance(api.resolve(arm), ir.Null) for arm in arms)


def _merged(
    api: ir.Api, variants: tuple[ir.Object, ...], optional: bool
) -> tuple[ir.Property, ...]:
    """Return every field of every variant, required where each variant requires it.

    Documents rarely say that a body is required; a body that may be null is optional.
    """
    by_wire: dict[str, list[ir.Property]] = {}
    for variant in variants:
        for item in variant.properties:
            if is_asked(item):
                by_wire.setdefault(item.wire, []).append(item)
    return tuple(
        one(api, found, required=not optional and _everywhere(found, variants))
        for found in by_wire.values()
    )


def _everywhere(found: list[ir.Property], variants: tuple[ir.Object, ...]) -> bool:
    return len(found) == len(variants) and all(item.required for item in found)


def one(api: ir.Api, found: list[ir.Property], *, required: bool) -> ir.Property:
    """Return one field for those of the same name in several objects."""
    schema = _choice(api, (item.schema for item in found))
    described = next(
        (item.meta for item in found if item.meta.description), found[0].meta
    )
    return replace(found[0], schema=schema, required=required, meta=described)


def _choice(api: ir.Api, schemas: Iterable[ir.Schema]) -> ir.Schema:
    joined = pointers.joined(schemas)
    if not isinstance(joined, ir.Union):
        return joined or ir.Anything()
    arms = [(arm, api.resolve(arm)) for arm in joined.arms]
    enums = [found for _, found in arms if isinstance(found, ir.Enum)]
    if len(enums) < 2:
        return joined
    values = [value for arm in enums for value in arm.values]
    unique = [
        value for index, value in enumerate(values) if value not in values[:index]
    ]
    merged = replace(enums[0], values=tuple(unique), names=(), descriptions=())
    rest = tuple(arm for arm, found in arms if not isinstance(found, ir.Enum))
    return replace(joined, arms=(merged, *rest)) if rest else merged
