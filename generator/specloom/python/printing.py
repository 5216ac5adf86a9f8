"""Declarations -> the views of models/*.py and params/*.py."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from specloom import ir
from specloom.python import bases, grouping, models, params
from specloom.python.annotations import Side
from specloom.python.declarations import Declaration
from specloom.python.docs import with_meanings
from specloom.python.expression import Atom, Call, flat, parts, wrapped
from specloom.python.imports import Import, Imports
from specloom.python.source import docstring, literal, quote
from specloom.python.view import ClassView, StatementView, TypeModule

_TITLES: Mapping[Side, str] = {"input": "Inputs of", "output": "Answers of"}
_FOLDERS = {"models": "What the API answers.", "params": "What the API takes."}


@dataclass(frozen=True, slots=True)
class _Module:
    """One module while it is printed."""

    api: ir.Api
    name: str
    found: Mapping[int, Declaration]
    places: Mapping[int, str]
    keys: Sequence[int]

    @property
    def declarations(self) -> list[Declaration]:
        return [self.found[key] for key in self.keys]


def modules(
    api: ir.Api, found: Mapping[int, Declaration], places: Mapping[int, str]
) -> tuple[TypeModule, ...]:
    """Return every module of types, those of the folders themselves first."""
    grouped: dict[str, list[int]] = {}
    for key, name in places.items():
        grouped.setdefault(name, []).append(key)
    folders = [_folder(name, said) for name, said in sorted(_FOLDERS.items())]
    printed = [
        _view(_Module(api, name, found, places, keys), Imports(within=name))
        for name, keys in sorted(grouped.items())
    ]
    return (*folders, *printed)


def standalone(
    api: ir.Api, found: Mapping[int, Declaration], places: Mapping[int, str]
) -> str:
    """Return one module as text, without a template, to be compiled in memory."""
    module = _Module(api, "params.compiled", found, places, list(found))
    needed = Imports(within=module.name, runtime="specloom.runtime")
    view = _view(module, needed)
    blocks = [view.docstring, "from __future__ import annotations", view.imports]
    blocks += [item.text for item in view.leading]
    blocks += [_class_text(item) for item in view.classes]
    blocks += ["\n".join([item.text, *item.calls]) for item in view.statements]
    return "\n\n".join(blocks) + "\n"


def _class_text(item: ClassView) -> str:
    rows = [field.declaration for field in item.fields] or ["pass"]
    body = "\n".join(f"    {row}" for row in rows)
    return "\n".join([*item.decorators, f"class {item.name}(TypedDict):", body])


def _folder(name: str, said: str) -> TypeModule:
    return TypeModule(
        module=f"{name}.__init__",
        docstring=docstring(said),
        imports="",
        type_imports="",
        edges=(),
        leading=(),
        classes=(),
        statements=(),
    )


def _view(module: _Module, needed: Imports) -> TypeModule:
    side: Side = "output" if module.name.startswith("models.") else "input"
    classes = [made for made in module.declarations if made.kind == "class"]
    views = [(made, _class(module.api, made)) for made in classes]
    functional = [item for _, item in views if isinstance(item, StatementView)]
    written = [(made, item) for made, item in views if isinstance(item, ClassView)]
    names = [made.key for made in module.declarations if made.kind == "alias"]
    recursive = [made for made in module.declarations if made.kind == "recursive"]
    aliases = [
        statement
        for key in grouping.ordered(names, module.found)
        for statement in _alias(module.found[key])
    ]
    needed.add(*_imports(module))
    edges = dict(_edges(module))
    if edges:
        needed.add(
            Import("typing", "TYPE_CHECKING"), Import("._runtime._model", "lazy")
        )
    checked = Imports(within=module.name)
    checked.add(*(Import(f".{place}", name) for name, place in edges.items()))
    resource = module.name.partition(".")[2].replace("_", " ")
    return TypeModule(
        module=module.name,
        docstring=docstring(f"{_TITLES[side]} {resource}."),
        imports=needed.render(),
        type_imports=checked.render(4) if edges else "",
        edges=tuple(_edge(name, place) for name, place in sorted(edges.items())),
        leading=tuple(item for made in recursive for item in _alias(made)),
        classes=tuple(
            bases.extended(module.api, written)
            if side == "output"
            else [item for _, item in written]
        ),
        statements=(*functional, *aliases),
    )


def _class(api: ir.Api, made: Declaration) -> ClassView | StatementView:
    if made.side == "output":
        return models.view(api, made)
    return params.view(api, made)


def _edges(module: _Module) -> Iterator[tuple[str, str]]:
    """Yield the types of other modules: name and module."""
    for made in module.declarations:
        for key in made.uses():
            if module.places[key] != module.name:
                yield module.found[key].name, module.places[key]


def _edge(name: str, place: str) -> str:
    head = f"{name} = "
    sibling = place.partition(".")[2]
    call = Call(Atom("lazy"), ("__name__", quote(sibling), quote(name)))
    return head + wrapped(call, 4, 4 + len(head), 0)


def _imports(module: _Module) -> Iterator[Import]:
    for made in module.declarations:
        bodies = [made.body] if made.kind != "class" or _prints_body(made) else []
        bodies += [item.type for item in made.fields]
        bodies += [found for _, found in made.patterns]
        bodies += [made.keys] if made.keys is not None else []
        for body in bodies:
            for part in parts(body):
                if isinstance(part, Atom):
                    yield from part.imports
        match made.kind:
            case "class" if made.side == "output":
                yield from models.imports(module.api, made)
            case "class":
                yield from params.imports(made)
            case "alias":
                yield Import("typing", "TypeAlias")
            case "recursive":
                yield Import("typing_extensions", "TypeAliasType")
        if made.constant:
            yield Import("typing", "Any")


def _prints_body(made: Declaration) -> bool:
    return (
        any(not isinstance(part, Atom) or part.imports for part in parts(made.body))
        and flat(made.body) != "Any"
    )


def _alias(made: Declaration) -> Iterator[StatementView]:
    said = with_meanings(made.schema.meta.description, made.schema)
    if made.constant:
        schema = made.schema
        assert isinstance(schema, ir.Enum)
        head = f"{made.constant}: tuple[Any, ...] = "
        yield StatementView(text=head + literal(schema.values), docstring="")
    if made.kind == "recursive":
        body = f'{made.name} = TypeAliasType(\n    "{made.name}",\n    {quote(flat(made.body))},\n)'
    else:
        head = f"{made.name}: TypeAlias = "
        body = head + wrapped(made.body, 0, len(head), 0, True)
    yield StatementView(text=body, docstring=docstring(said) if said else "")
