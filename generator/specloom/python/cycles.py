"""Named schemas that contain themselves without a class in between."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from specloom import ir
from specloom.python.tags import inner


def aliases(api: ir.Api) -> frozenset[str]:
    """Return the names whose type must be a recursive alias."""
    return _cyclic(_graph(api, _contained))


def endless(api: ir.Api) -> frozenset[str]:
    """Return the names that are nothing but themselves: `A = A | B`."""
    return _cyclic(_graph(api, _arms))


def is_class(schema: ir.Schema) -> bool:
    """Say whether an object becomes a class, not a plain mapping."""
    if not isinstance(schema, ir.Object):
        return False
    closed = isinstance(schema.extra, ir.Nothing) and not schema.patterns
    return bool(schema.properties) or closed


def _graph(
    api: ir.Api, step: Callable[[ir.Schema], Iterator[ir.Schema]]
) -> dict[str, tuple[str, ...]]:
    return {
        key: tuple(dict.fromkeys(_targets(named.schema, step)))
        for key, named in sorted(api.schemas.items())
    }


def _targets(
    schema: ir.Schema, step: Callable[[ir.Schema], Iterator[ir.Schema]]
) -> Iterator[str]:
    pending = [schema]
    while pending:
        found = pending.pop()
        if isinstance(found, ir.Ref):
            yield found.name
        pending.extend(step(found))


def _contained(schema: ir.Schema) -> Iterator[ir.Schema]:
    return iter(()) if is_class(schema) else inner(schema)


def _arms(schema: ir.Schema) -> Iterator[ir.Schema]:
    return iter(schema.arms if isinstance(schema, ir.Union) else ())


def _cyclic(graph: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    """Return the nodes that lie on a cycle (Tarjan, without recursion)."""
    walk = _Walk(graph)
    for node in graph:
        if node not in walk.index:
            walk.visit(node)
    return frozenset(walk.cyclic)


class _Walk:
    def __init__(self, graph: Mapping[str, tuple[str, ...]]) -> None:
        self.graph = graph
        self.index: dict[str, int] = {}
        self.low: dict[str, int] = {}
        self.stack: list[str] = []
        self.on_stack: set[str] = set()
        self.cyclic: set[str] = set()

    def visit(self, start: str) -> None:
        work = [(start, iter(self.graph.get(start, ())))]
        self._enter(start)
        while work:
            node, rest = work[-1]
            following = next(rest, None)
            if following is None:
                work.pop()
                self._leave(node)
                if work:
                    parent = work[-1][0]
                    self.low[parent] = min(self.low[parent], self.low[node])
            elif following not in self.index:
                self._enter(following)
                work.append((following, iter(self.graph.get(following, ()))))
            elif following in self.on_stack:
                self.low[node] = min(self.low[node], self.index[following])

    def _enter(self, node: str) -> None:
        self.index[node] = self.low[node] = len(self.index)
        self.stack.append(node)
        self.on_stack.add(node)

    def _leave(self, node: str) -> None:
        if self.low[node] != self.index[node]:
            return
        group: list[str] = []
        while not group or group[-1] != node:
            group.append(self.stack.pop())
        self.on_stack.difference_update(group)
        if len(group) > 1 or node in self.graph.get(node, ()):
            self.cyclic.update(group)
