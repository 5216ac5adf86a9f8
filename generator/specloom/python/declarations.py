"""The types that get a name: classes and aliases, found from the roots.

Everything here is about one package. Names are claimed once, case-insensitively;
bodies of classes are worked off a queue, so that depth costs no stack.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, TypeAlias

from specloom import ir
from specloom.python import cycles, keys, tags
from specloom.python.annotations import (
    ANNOTATED,
    Flavour,
    Place,
    Side,
    annotate,
    name_of,
)
from specloom.python.expression import (
    ANY,
    Atom,
    Call,
    Expression,
    Named,
    Or,
    Sub,
    either,
    flat,
    parts,
)
from specloom.python.names import LONGEST, Scope, constant, type_name, type_scope, words

Kind: TypeAlias = Literal["class", "alias", "recursive"]
_BRIEF = 40


@dataclass(frozen=True, slots=True)
class FieldType:
    """A property and its type."""

    item: ir.Property
    type: Expression


@dataclass(slots=True)
class Declaration:
    """One named type. The body of a class is filled in when its turn comes."""

    key: int
    side: Side
    kind: Kind
    name: str
    schema: ir.Schema
    body: Expression = ANY
    """What an alias stands for; of a class, the type of fields beside the named."""
    fields: tuple[FieldType, ...] = ()
    patterns: tuple[tuple[str, Expression], ...] = ()
    keys: Expression | None = None
    """The type of the keys beside the named."""
    constant: str = ""
    """Name of the constant that holds the values of a huge enum."""
    stem: str = ""
    """What the names of types inside it begin with."""

    def uses(self) -> Iterator[int]:
        """Yield the keys of the declarations it refers to."""
        bodies = [self.body, *(item.type for item in self.fields)]
        bodies += [self.keys] if self.keys is not None else []
        for found in (*bodies, *(found for _, found in self.patterns)):
            for item in parts(found):
                if isinstance(item, Named):
                    yield item.key


@dataclass(slots=True)
class Declarations:
    """The named types of one package, in the order in which they were met."""

    api: ir.Api
    closed: dict[int, frozenset[str]]
    scope: Scope = field(default_factory=type_scope)
    found: dict[int, Declaration] = field(default_factory=dict)
    sealed: bool = False
    """Nothing more is declared; what has no name is inlined."""
    _known: dict[_Key, Declaration] = field(default_factory=dict)
    _by_ref: dict[_RefKey, Expression] = field(default_factory=dict)
    _queue: deque[Declaration] = field(default_factory=deque)
    _aliases: dict[tuple[Side, str, str], Declaration] = field(default_factory=dict)
    _component: dict[str, str] = field(default_factory=dict)
    _open: set[int] = field(default_factory=set)
    """Identities of the recursive types that are being spelled."""
    _used: set[str] = field(default_factory=set)
    _wires: frozenset[str] = frozenset()
    """Keys of requests: a class of that name would be hidden beside its key."""
    _cyclic: frozenset[str] = frozenset()
    _endless: frozenset[str] = frozenset()

    @classmethod
    def of(
        cls, api: ir.Api, roots: Sequence[ir.Schema], names: Iterable[str] = ()
    ) -> Declarations:
        """Return an empty set of declarations; `names` are not free for others."""
        made = cls(api, tags.closed(api, roots))
        for name in names:
            made.scope.claim(name)
        for key in sorted(api.schemas):
            named = api.schemas[key]
            made._component[key] = made.scope.claim(type_name(named.name or key))
        made._wires = tags.wires(api, roots)
        made._cyclic = cycles.aliases(api)
        made._endless = cycles.endless(api)
        return made

    def root(
        self, name: str, schema: ir.Schema, side: Side, own: str = ""
    ) -> Declaration:
        """Return the declaration of a type that is needed by name.

        Two parameters of one name and the same limits have one type; with others the
        second has its `own` name.
        """
        found = annotate(self.api, schema, _rooted(name, side), self)
        if isinstance(found, Named):
            return self.found[found.key]
        key = (side, name, flat(found))
        if key not in self._aliases:
            claimed = self.scope.claim(name, type_name(own or name), f"{name}Param")
            made = self._declare(side, "alias", claimed, schema, found)
            self._aliases[key] = made
        return self._aliases[key]

    def exact(self, name: str, schema: ir.Schema, side: Side) -> Declaration:
        """Return a declaration under exactly this name, which was claimed before."""
        found = annotate(self.api, schema, _rooted(f"{name}Value", side), self)
        return self._declare(side, "alias", name, schema, found)

    def work(self) -> None:
        """Fill in the bodies of all classes met so far."""
        while self._queue:
            self._fill(self._queue.popleft())

    # What `annotations.Declares` asks for.

    def ref(self, name: str, place: Place) -> Expression:
        """Return the type of a named schema."""
        target = self._final(name)
        if target is None or target in self._endless:
            return ANY
        named = self.api.schemas[target]
        if not isinstance(named.schema, ir.Enum):
            place = place.opened()
        key = (place.flavour.side, target, place.flavour.closed)
        known = self._by_ref.get(key)
        if known is not None:
            return known
        inner = replace(
            place, name=self._component[target], depth=place.depth + 1, reserved=True
        )
        if target in self._cyclic:
            return self._recursive(key, named.schema, inner)
        found = annotate(self.api, named.schema, inner, self)
        if not _is_named(found) and self._deserves_name(named.schema):
            found = self.alias(named.schema, found, inner) or found
        if _is_named(found):
            self._by_ref[key] = found
        return found

    def object(self, schema: ir.Object, place: Place) -> Expression | None:
        """Return the class of an object; None for a plain mapping."""
        if not cycles.is_class(schema):
            return None
        known = self._find(schema, place)
        if known is None and not self.sealed:
            known = self._make("class", schema, ANY, place)
            self._queue.append(known)
        return Named(known.name, known.key) if known else None

    def alias(
        self, schema: ir.Schema, found: Expression, place: Place
    ) -> Expression | None:
        """Return the name of a wide union or enum."""
        if id(schema) in self._open:
            return None
        known = self._find(schema, place)
        if known is None and not self.sealed:
            known = self._make("alias", schema, found, place)
        return Named(known.name, known.key) if known else None

    def listed(self, schema: ir.Enum, base: Expression, place: Place) -> Expression:
        """Return the name of a type that is checked by a list of values."""
        known = self._find(schema, place)
        if known is None and not self.sealed:
            known = self._make("alias", schema, base, place)
            wanted = constant(known.name)[: LONGEST - 10].rstrip("_")
            known.constant = self.scope.claim(f"{wanted}_VALUES")
            check = Call(name_of("._runtime._checks", "OneOf"), (known.constant,))
            known.body = Sub(ANNOTATED, (base, check))
        return Named(known.name, known.key) if known else base

    def _recursive(self, key: _RefKey, schema: ir.Schema, place: Place) -> Expression:
        if self.sealed:
            return ANY
        name = self._name(place)
        known = self._declare(place.flavour.side, "recursive", name, schema, ANY)
        self._by_ref[key] = Named(known.name, known.key)
        inner = Place(name=place.name, flavour=_rooted("", place.flavour.side).flavour)
        self._open.add(id(schema))
        known.body = annotate(self.api, schema, inner, self)
        self._open.discard(id(schema))
        return Named(known.name, known.key)

    def _deserves_name(self, schema: ir.Schema) -> bool:
        match schema:
            case ir.Enum(values=values):
                return len(values) > 1
            case ir.Union():
                arms = tags.flattened(self.api, schema)
                return sum(not isinstance(arm, ir.Null) for arm in arms) > 1
            case _:
                return False

    def _final(self, name: str) -> str | None:
        seen: set[str] = set()
        while name in self.api.schemas and name not in seen:
            seen.add(name)
            schema = self.api.schemas[name].schema
            if not isinstance(schema, ir.Ref):
                return name
            name = schema.name
        return None

    def _make(
        self, kind: Kind, schema: ir.Schema, body: Expression, place: Place
    ) -> Declaration:
        made = self._declare(place.flavour.side, kind, self._name(place), schema, body)
        made.stem = place.name
        for key in _keys(schema, place):
            self._known.setdefault(key, made)
        return made

    def _declare(
        self, side: Side, kind: Kind, name: str, schema: ir.Schema, body: Expression
    ) -> Declaration:
        made = Declaration(len(self.found), side, kind, name, schema, body)
        self.found[made.key] = made
        self._used.add(name)
        return made

    def _name(self, place: Place) -> str:
        name = type_name(_shortened(place.name))
        asked = place.flavour.side == "input"
        hidden = asked and name in self._wires
        if place.reserved and place.name not in self._used and not hidden:
            return place.name
        names = (f"{name}Param",) if hidden else (name, f"{name}Param")[: 1 + asked]
        return self.scope.claim(*names)

    def _find(self, schema: ir.Schema, place: Place) -> Declaration | None:
        for key in _keys(schema, place):
            known = self._known.get(key)
            if known is not None and (known.schema is schema or known.schema == schema):
                return known
        return None

    def _fill(self, made: Declaration) -> None:
        schema = made.schema
        if not isinstance(schema, ir.Object):
            return
        flavour = Flavour(side=made.side, checked=made.side == "input")
        place = Place(name=made.stem, flavour=flavour)
        closed = self.closed.get(id(schema), frozenset())
        made.fields = tuple(
            self._field(item, place, item.wire in closed)
            for item in schema.properties
            if is_visible(self.api, item, made.side)
        )
        extra = place.strict().below("extra")
        if schema.extra is not None and not isinstance(schema.extra, ir.Nothing):
            made.body = self._brief(schema.extra, extra)
        made.patterns = tuple(
            (pattern, self._brief(found, extra)) for pattern, found in schema.patterns
        )
        named = keys.of(self.api, schema) if schema.key_schema is not None else None
        if named is not None and made.side == "input":
            made.keys = self._brief(named, place.strict().below("key"))
        if made.side == "output" and made.patterns and schema.extra is not None:
            typed = [] if isinstance(schema.extra, ir.Nothing) else [made.body]
            made.body = either(*(found for _, found in made.patterns), *typed)

    def _brief(self, schema: ir.Schema, place: Place) -> Expression:
        """Return a type that is short in print, by a name where it is not."""
        found = annotate(self.api, schema, place, self)
        if isinstance(found, Named) or len(flat(found)) <= _BRIEF:
            return found
        name = self.scope.claim(type_name(_shortened(place.name)))
        made = self._declare(place.flavour.side, "alias", name, schema, found)
        return Named(made.name, made.key)

    def _field(self, item: ir.Property, place: Place, closed: bool) -> FieldType:
        below = place.below(item.name or item.wire)
        if closed:
            below = replace(below, flavour=replace(below.flavour, closed=True))
        return FieldType(item, annotate(self.api, item.schema, below, self))


_Key: TypeAlias = tuple[Side, bool, int | str]
_RefKey: TypeAlias = tuple[Side, str, bool]


def _rooted(name: str, side: Side) -> Place:
    flavour = Flavour(side=side, checked=side == "input", strict=True)
    return Place(name=name, flavour=flavour)


def _keys(schema: ir.Schema, place: Place) -> Iterator[_Key]:
    """Yield what a schema is found by: its identity, else where it was written."""
    yield place.flavour.side, place.flavour.closed, id(schema)
    if schema.meta.pointer:
        yield place.flavour.side, place.flavour.closed, schema.meta.pointer


def _is_named(found: Expression) -> bool:
    """Say whether a type is a name, or a name or None."""
    match found:
        case Named() | Or((Named(), Atom("None"))):
            return True
        case _:
            return False


def _shortened(name: str) -> str:
    """Return a long name by its first and last words, with room for a suffix."""
    most = LONGEST - 8
    if len(name) <= most:
        return name
    parted = words(name)
    head, tail = "", ""
    while parted and len(head) + len(parted[0]) <= most // 3:
        head += parted.pop(0)
    while parted and len(head) + len(parted[-1]) + len(tail) <= most:
        tail = parted.pop() + tail
    return head + tail or name[:most]


def is_visible(api: ir.Api, item: ir.Property, side: Side) -> bool:
    """Say whether a property takes part: not when only the other side has it."""
    metas = (item.meta, item.schema.meta, api.resolve(item.schema).meta)
    if side == "input":
        hidden = any(meta.read_only for meta in metas)
    else:
        hidden = any(meta.write_only for meta in metas)
    return not hidden and not isinstance(item.schema, ir.Nothing)
