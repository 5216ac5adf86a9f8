"""What speaks for and against a create and a poll being of one job, with weights."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from specloom import ir
from specloom.spec import evidence
from specloom.spec.candidates import IDS, Create, Poll, stem, template
from specloom.spec.evidence import Field, fold, singular

_GENERIC = frozenset({"job", "task", "run", "execution", "operation"})
_SUBMITS = ("submit", "execut", "enqueue", "async", "background", "generat")
_THINGS = frozenset(
    [
        "active",
        "inactive",
        "enabled",
        "disabled",
        "draft",
        "published",
        "archived",
        "open",
        "closed",
        "released",
        "paid",
        "unpaid",
        "available",
        "unavailable",
        "approved",
        "declined",
        "sold",
        "shipped",
        "delivered",
    ]
)
"""Words for a thing that lives on, and not for work that ends."""
_FEW = 3
_MONEY = frozenset({"amount", "amount_money", "currency"})


@dataclass(frozen=True, slots=True)
class Context:
    """What the whole document shows."""

    api: ir.Api
    read: frozenset[str]
    """Collections of which a GET reads one, without names of parameters."""
    beside: tuple[tuple[str, str], ...]
    """Wire name of the last path parameter of a GET, and its path."""


def context(api: ir.Api) -> Context:
    """Return what of a document speaks about more than one pair."""
    gets = [item for item in api.operations if item.method == "GET"]
    stems = (stem(template(item.path)) for item in gets)
    named = (
        (item, [p.wire for p in item.parameters if p.place == "path"]) for item in gets
    )
    return Context(
        api,
        frozenset(found for found in stems if found),
        tuple((wires[-1], item.path) for item, wires in named if wires),
    )


def identity(create: Create, poll: Poll) -> tuple[Field, float, str] | None:
    """Return the field of the answer that holds the id, its weight and the reason."""
    best: tuple[Field, float, str] | None = None
    for field in create.ids:
        weight, why = _names_it(field, create, poll)
        if weight and (best is None or weight > best[1]):
            best = (field, weight, why)
    return best


def reasons(
    create: Create, poll: Poll, field: Field, known: Context
) -> Iterator[tuple[float, str]]:
    """Yield what speaks for the pair, and against it."""
    yield from _about_poll(poll)
    yield from _about_both(create, poll)
    yield from _about_create(create)
    yield from _against_create(create, poll, known)
    yield from _against_state(create, poll, known)
    yield from _against_id(create, poll, field, known)


def _names_it(field: Field, create: Create, poll: Poll) -> tuple[float, str]:
    name, resource = fold(field.wire), poll.resource
    parameter = fold(poll.parameter.wire)
    path = [singular(word) for word in evidence.segments(create.operation.path)]
    last = path[-1] if path else ""
    shown = f"`{field.wire}` of the answer"
    owner = name.rpartition("_")[0]
    if name == parameter and name not in IDS:
        return 0.4, f"{shown} is the parameter `{poll.parameter.wire}` of the poll"
    if owner and owner in (resource, *_owners(poll)):
        return 0.4, f"{shown} is named after `{poll.operation.path}`"
    if name in IDS and last and last in (resource, parameter.rpartition("_")[0]):
        return 0.4, f"{shown} is the id of what both paths are about"
    if name in IDS and resource and resource in path:
        return 0.25, f"{shown} is an id, and the create stands below the same path"
    if owner and name.endswith(("uid", "uuid")) and _beside_state(field, poll):
        return 0.3, f"{shown} stands beside the state too"
    if name in IDS and _same_schema(create, poll):
        return 0.25, f"{shown} is an id in the same schema"
    if len(create.ids) == 1 and _stands_beside(create, poll):
        return 0.3, f"{shown} is its only id, and the poll stands beside the create"
    if resource in _GENERIC and _says_little(create) and _is_general(poll, create):
        return 0.2, f"{shown} is all the answer has, and the poll is of any {resource}"
    if owner and owner == last and resource in _GENERIC:
        return 0.2, f"{shown} is the id of the create, the poll is of any {resource}"
    return 0.0, ""


def _stands_beside(create: Create, poll: Poll) -> bool:
    """Tell a poll of what a path creates, or a status beside `run` and `submit`."""
    if poll.parameter.place == "path" and poll.collection == create.path:
        return True
    viewed = poll.base != poll.collection or poll.parameter.place != "path"
    above = (
        poll.base if poll.parameter.place == "path" else poll.base.rpartition("/")[0]
    )
    return viewed and above.count("/") > 0 and create.path.rpartition("/")[0] == above


def _says_little(create: Create) -> bool:
    """Tell an answer that is an id and hardly more."""
    few = len(create.ids) == 1 and len(create.fields) <= _FEW
    return few and create.operation.method == "POST"


def _is_general(poll: Poll, create: Create) -> bool:
    """Tell a poll of any job from one of the jobs of something else."""
    above = poll.collection.rpartition("/")[0] + "/"
    rest = create.path.removeprefix(above)
    return rest != create.path and "{}" not in rest


def _owners(poll: Poll) -> tuple[str, ...]:
    """Return what wraps the state: `user_lora` of `user_loras_by_pk`."""
    words = (fold(owner).removesuffix("_by_pk") for owner in poll.status.field.owners)
    return tuple(singular(word) for word in words)


def _beside_state(field: Field, poll: Poll) -> bool:
    return any(
        other.wire == field.wire and other.owners == poll.status.field.owners
        for other in poll.fields
    )


def _about_poll(poll: Poll) -> Iterator[tuple[float, str]]:
    words = "/".join(poll.status.states)
    yield 0.2, f"`{poll.operation.key}` tells a state: {words}"
    if "failed" in poll.status.states.values():
        yield 0.1, "one of the states is a failure"


def _about_both(create: Create, poll: Poll) -> Iterator[tuple[float, str]]:
    if _same_schema(create, poll):
        yield 0.25, "both answer with the same schema"
    elif create.status is not None and create.status.states == poll.status.states:
        yield 0.2, "both answer with the same states"
    if poll.collection == create.path:
        yield 0.15, "the poll reads one of what the create's path lists"


def _about_create(create: Create) -> Iterator[tuple[float, str]]:
    operation = create.operation
    if any(response.status == "202" for response in operation.responses):
        yield 0.1, "the create answers 202"
    wrappers = (field.wire for field in create.fields if not field.owners)
    said = (operation.operation_id or "", operation.summary or "", *wrappers)
    text = " ".join(said).lower()
    if "job" in text or "task" in text:
        yield 0.1, "the create speaks of a job"
    if any(word in text for word in _SUBMITS):
        yield 0.15, "the create submits, executes or generates"


def _same_schema(create: Create, poll: Poll) -> bool:
    return _name(create.answer) == _name(poll.answer) is not None


def _name(schema: ir.Schema | None) -> str | None:
    return schema.name if isinstance(schema, ir.Ref) else None


def _against_create(
    create: Create, poll: Poll, known: Context
) -> Iterator[tuple[float, str]]:
    path = create.path
    words = {word for part in evidence.segments(path) for word in part.split("_")}
    if "upload" in words:
        yield -0.2, "the create is an upload"
    for base in (path, path.rpartition("/")[0]):
        if base and base in known.read and base != poll.collection:
            yield -0.25, f"`{base}/{{}}` reads what this creates"
            return


def _against_state(
    create: Create, poll: Poll, known: Context
) -> Iterator[tuple[float, str]]:
    """Yield why a state may be none of work: of a thing, of money, of the caller."""
    states, owners = poll.status.states, poll.status.field.owners
    schema = poll.status.field.schema
    words = schema.values if isinstance(schema, ir.Enum) else ()
    lasting = sorted(str(word) for word in words if fold(str(word)) in _THINGS)
    if lasting:
        fails = "failed" in states.values()
        yield (-0.2 if fails else -0.5), f"`{lasting[0]}` is a state of a thing"
    near = {fold(field.wire) for field in poll.fields if field.owners == owners}
    if not near.isdisjoint(_MONEY):
        yield -0.8, "it is a payment"
    setter = _setter(create, poll, known.api)
    if setter is not None:
        overrides = setter != create.operation.key and "failed" in states.values()
        yield -0.2 if overrides else -0.6, f"`{setter}` lets the caller say the state"


def _setter(create: Create, poll: Poll, api: ir.Api) -> str | None:
    """Return the operation whose body says that the work has succeeded.

    What callers create and change may be theirs; a body that is the whole of what is
    answered proves nothing.
    """
    changed = template(poll.operation.path) if poll.collection == create.path else ""
    for operation in api.operations:
        changes = operation.method in ("PATCH", "PUT", "POST")
        about = operation is create.operation or (
            changes and template(operation.path) == changed
        )
        for content in operation.body.contents if about and operation.body else ():
            whole = _name(content.schema) == _name(poll.answer) is not None
            if not whole and _says(content.schema, poll, api):
                return operation.key
    return None


def _says(body: ir.Schema, poll: Poll, api: ir.Api) -> bool:
    name, states = fold(poll.status.field.wire), poll.status.states
    for item in evidence.members(body, api):
        found = evidence.only(item.schema, api)
        read_only = item.meta.read_only or item.schema.meta.read_only
        said = found.values if isinstance(found, ir.Enum) and not read_only else ()
        ends = any(states.get(str(word)) == "succeeded" for word in said)
        if fold(item.wire) == name and ends:
            return True
    return False


def _against_id(
    create: Create, poll: Poll, field: Field, known: Context
) -> Iterator[tuple[float, str]]:
    name = fold(field.wire)
    owner = name.rpartition("_")[0]
    own = any(
        other.owners == field.owners and fold(other.wire) in IDS
        for other in create.ids
        if other is not field
    )
    made = {singular(word) for word in evidence.segments(create.operation.path)[-1:]}
    if owner and own and not ({owner, owner.split("_")[-1]} & (_GENERIC | made)):
        yield -0.35, f"`{field.wire}` stands beside the create's own id"
    nearer = _nearer(create, poll, known)
    if nearer is not None:
        yield -0.3, f"`GET {nearer}` takes `{poll.parameter.wire}`, too, and is nearer"


def _nearer(create: Create, poll: Poll, known: Context) -> str | None:
    """Return a path that takes the same id and has more in common with the create."""
    wire = poll.parameter.wire
    if fold(wire) in IDS or poll.parameter.place != "path":
        return None
    mine = _shared(create.operation.path, poll.operation.path)
    for name, path in known.beside:
        if name == wire and _shared(create.operation.path, path) > mine:
            return path
    return None


def _shared(one: str, other: str) -> int:
    """Count the leading segments that two paths share."""
    pairs = zip(template(one).split("/"), template(other).split("/"), strict=False)
    count = 0
    for left, right in pairs:
        if left != right:
            break
        count += 1
    return count
